"""What keeps a report from being submitted."""

from __future__ import annotations

from dataclasses import fields, replace

from reports.pages import SCREEN_PAGES
from reports.publish.blockers import _RECORDS, Blocker, blockers
from reports.publish.naskah import Foto, Narasi
from sakip.snapshot.types import Berkas, Snapshot
from tests.reports.lkip.example_naskah import naskah_balung, naskah_jombang, naskah_umbulsari


def test_a_report_that_was_read_may_be_submitted() -> None:
    for naskah in (naskah_jombang(), naskah_balung(), naskah_umbulsari()):
        assert blockers(naskah) == ()


def test_each_reason_is_named_with_its_page() -> None:
    naskah = replace(
        naskah_jombang(),
        unread_rows=(("rkt", 52), ("pk", 4)),
        narasi=(
            Narasi(bagian="kendala", kunci="", isi="<p>{capain: IKM} dan {capain: IKM}</p>", ditinjau=False),
            Narasi(bagian="langkah", kunci="", isi="<p>Dibaca.</p>"),
            Narasi(bagian="solusi", kunci="ikm", isi="<ul><li>{lihat} <em>{capaian: Lama}</em></li></ul>"),
            Narasi(bagian="penghambat", kunci="ikm", isi="", ditinjau=False),
        ),
    )
    assert blockers(naskah) == (
        Blocker(words="52 baris belum ditinjau", page="rkt"),
        Blocker(words="4 baris belum ditinjau", page="pk"),
        Blocker(words="1 tulisan belum ditinjau", page="narasi"),
        Blocker(
            words="{capain: IKM} dalam “Kendala (ikhtisar dan penutup)” tidak dikenal",
            page="narasi",
            marker="{capain: IKM}",
            text=("kendala", ""),
        ),
        Blocker(
            words="{capaian: Lama} dalam “Solusi yang telah dilakukan” tidak dikenal",
            page="narasi",
            marker="{capaian: Lama}",
            text=("solusi", "ikm"),
        ),
    )


def test_a_marker_is_found_wherever_people_write_it() -> None:
    naskah = naskah_jombang()
    snapshot = naskah.snapshot
    kecamatan = replace(snapshot.kecamatan, alamat="Naik {capaian: IKM}, {realisasi/target} × 100%")
    first, *others = snapshot.anggaran
    anggaran = (replace(first, nama_program="{pagu: Program A"), *others)
    table = "<table><caption>{serapn}</caption><tbody><tr><td>{capain; IKM}</td></tr></tbody></table>"
    foto = Foto(
        program="7.01",
        kegiatan="",
        sub_kegiatan="",
        keterangan="Rapat {target IKM}",
        berkas=Berkas(nama="a", sha256="b", lebar=1, tinggi=1),
    )
    naskah = replace(
        naskah,
        snapshot=replace(snapshot, kecamatan=kecamatan, anggaran=anggaran),
        narasi=(Narasi(bagian="profil", kunci="", isi=table),),
        foto=(foto,),
    )
    assert [(one.page, one.marker) for one in blockers(naskah)] == [
        ("narasi", "{serapn}"),
        ("narasi", "{capain; IKM}"),
        ("narasi", "{target IKM}"),
        ("profil", "{capaian: IKM}"),
        ("anggaran", "{pagu:"),
    ]


def test_every_part_in_which_people_write_is_asked() -> None:
    asked = {part for parts in _RECORDS.values() for part in parts}
    words_of_others = {"camat", "kepala_daerah", "jabatan", "kebijakan", "penegasan", "rencana"}
    assert asked == {f.name for f in fields(Snapshot)} - words_of_others - {"versi_format", "tahun"}
    assert set(_RECORDS) <= set(SCREEN_PAGES)
