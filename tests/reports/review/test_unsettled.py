"""What waits for a person keeps a report from being submitted, and is a finding like every other."""

from __future__ import annotations

from dataclasses import fields, replace

from reports.pages import SCREEN_PAGES
from reports.publish.naskah import Foto, Narasi, Naskah
from reports.review.found import review
from reports.review.passages import passages_of
from reports.review.unsettled import RECORDS
from sakip.checks import CHECKS, Level
from sakip.checks.material import Surroundings
from sakip.snapshot.types import Berkas, Snapshot
from tests.reports.lkip.example_naskah import naskah_balung, naskah_jombang, naskah_umbulsari

WAITING = ("baris-ditinjau", "tulisan-ditinjau", "penanda-dikenal", "penanda-dalam-catatan")


def waiting(naskah: Naskah) -> list[tuple[str, str]]:
    """Place and message of what waits."""
    found = review(naskah, passages_of(naskah), Surroundings(), [CHECKS[code] for code in WAITING])
    assert all(one.level is Level.GALAT for one in found)
    return [(one.place.words, one.message) for one in found]


def test_a_report_that_was_read_may_be_submitted() -> None:
    for naskah in (naskah_jombang(), naskah_balung(), naskah_umbulsari()):
        assert waiting(naskah) == []


def test_each_reason_is_told_at_its_place_with_what_to_do() -> None:
    naskah = replace(
        naskah_jombang(),
        unread_rows=(("rkt", 52), ("pk", 4), ("sarana-prasarana", 2)),
        narasi=(
            Narasi(bagian="kendala", kunci="", isi="<p>{capain: IKM} dan {capain: IKM}</p>", ditinjau=False),
            Narasi(bagian="langkah", kunci="", isi="<p>Dibaca.</p>"),
            Narasi(bagian="solusi", kunci="ikm", isi="<ul><li>{lihat} <em>{capaian: Lama}</em></li></ul>"),
            Narasi(bagian="penghambat", kunci="ikm", isi="", ditinjau=False),
        ),
        foto=(),
    )
    confirm = "baris salinan belum ditinjau. Baca, perbaiki, lalu nyatakan sudah benar."
    unknown = "tidak dikenal. Pilih nilainya dari daftar, atau hapus."
    kendala = "narasi kendala (BAB IV)"
    assert sorted(waiting(naskah)) == sorted(
        [
            ("RKT", f"52 {confirm}"),
            ("PK", f"4 {confirm}"),
            ("sarana dan prasarana", f"2 {confirm}"),
            (
                kendala,
                "Tulisan salinan atau konsep ini belum ditinjau. Baca, lalu nyatakan sudah ditinjau.",
            ),
            (kendala, f"{{capain: IKM}} {unknown}"),
            ("narasi solusi yang telah dilakukan, IKM", f"{{capaian: Lama}} {unknown}"),
        ]
    )


def test_a_marker_is_found_wherever_people_write_it() -> None:
    naskah = naskah_jombang()
    snapshot = naskah.snapshot
    kecamatan = replace(snapshot.kecamatan, alamat="Naik {capaian: IKM}, {realisasi/target} × 100%")
    first, *others = snapshot.anggaran
    anggaran = (replace(first, nama_program="{pagu: Program A", pk=7), *others)
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
    found = review(naskah, passages_of(naskah), Surroundings(), [CHECKS[code] for code in WAITING])
    assert sorted((one.place.kind, one.place.column, one.place.pk, one.recorded) for one in found) == sorted(
        [
            ("narasi", "isi", None, "{serapn}"),
            ("narasi", "isi", None, "{capain; IKM}"),
            ("dokumentasi", "keterangan", 0, "{target IKM}"),
            ("profil", "", None, "{capaian: IKM}"),
            ("anggaran", "nama_program", 7, "{pagu:"),
        ]
    )


def test_every_part_in_which_people_write_is_asked() -> None:
    asked = {part for parts in RECORDS.values() for part in parts}
    words_of_others = {"camat", "kepala_daerah", "jabatan", "kebijakan", "penegasan", "rencana"}
    assert asked == {f.name for f in fields(Snapshot)} - words_of_others - {"versi_format", "tahun"}
    assert set(RECORDS) <= set(SCREEN_PAGES)
