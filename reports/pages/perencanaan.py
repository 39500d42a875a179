"""Pages of what is planned: Profil, Renstra, IKU, RKT, PK and rencana aksi."""

from __future__ import annotations

from reports.document.builders import numbered
from reports.document.marks import mark_texts
from reports.document.tree import Block, FormBlock, Inline, Part
from reports.lkip.bab1 import isu_strategis, kedudukan
from reports.lkip.bab1_profil import profil_kecamatan
from reports.lkip.bab1_sdm import sumber_daya_manusia
from reports.lkip.bab2_renstra import rencana_strategis
from reports.official.signatures import place_and_date
from reports.pages.parts import part, redirect_all
from reports.publish.naskah import Naskah
from reports.tables.iku import iku_table
from reports.tables.pk import (
    ALASAN_PERUBAHAN,
    anggaran_pk_table,
    indikator_pk_table,
    jumlah_anggaran_pk,
    nama_pk,
)
from reports.tables.pohon_kinerja import draw_tree
from reports.tables.rencana_aksi import (
    kegiatan_rencana_aksi_table,
    langkah_rencana_aksi_table,
    sasaran_rencana_aksi_table,
)
from reports.tables.renstra import matriks_renstra_table
from reports.tables.rkt import kegiatan_rkt_table, sasaran_rkt_table
from sakip.checks.plan import definitions
from sakip.snapshot.types import RKT, KeputusanIKU, Pejabat, PerjanjianKinerja, RencanaAksi
from sakip.text.in_words import spell_rupiah
from sakip.text.numbers import format_rupiah

PENDING = "belum dicatat"


def profil_page(naskah: Naskah) -> tuple[Part, ...]:
    """Organisation, people, area and strategic issues."""
    s = naskah.snapshot
    if not (s.profil or s.sdm or s.kecamatan.desa or s.kecamatan.unit_kerja or naskah.narasi_for("profil")):
        return ()
    return redirect_all(
        (kedudukan(naskah), sumber_daya_manusia(naskah), profil_kecamatan(naskah), isu_strategis(naskah))
    )


def renstra_page(naskah: Naskah) -> tuple[Part, ...]:
    """What is served in the RPJMD, tujuan and sasaran of every version, strategi, and the whole matrix."""
    renstra = naskah.snapshot.renstra_in_force
    if renstra is None:
        return ()
    masa = f"{renstra.tahun_awal}–{renstra.tahun_akhir}"
    return (
        part(
            "dokumen-renstra",
            "Dokumen",
            FormBlock(
                pairs=(
                    ("Masa berlaku", masa),
                    ("Versi", f"Perubahan ke-{renstra.versi}" if renstra.versi else "Awal"),
                    ("Dasar", renstra.dasar or PENDING),
                    ("Sumber", renstra.sumber or PENDING),
                )
            ),
        ),
        *redirect_all(rencana_strategis(naskah).children),
        part(
            "matriks-renstra",
            "Matriks Renstra",
            matriks_renstra_table(renstra, key="tabel-matriks-renstra", title=f"Matriks Renstra {masa}"),
        ),
    )


def iku_page(naskah: Naskah) -> tuple[Part, ...]:
    """The camat's decision and its table."""
    iku = naskah.snapshot.iku
    if iku is None:
        return ()
    keputusan = part(
        "keputusan-iku",
        f"Keputusan {naskah.snapshot.kecamatan.sebutan_camat}",
        *mark_texts(
            (
                FormBlock(
                    pairs=(
                        ("Nomor", iku.nomor or PENDING),
                        *_decision(iku).pairs,
                        ("Tujuan", numbered(iku.tujuan) or PENDING),
                        ("Indikator tujuan", numbered(iku.indikator_tujuan) or PENDING),
                    )
                ),
            ),
            iku.unread,
        ),
    )
    if not iku.baris:
        return (keputusan,)
    table = iku_table(
        iku.baris, key="tabel-iku", title=f"Indikator Kinerja Utama Tahun {naskah.snapshot.tahun}"
    )
    return (keputusan, part("daftar-iku", "Indikator dan Formulasi", table))


def rkt_page(naskah: Naskah) -> tuple[Part, ...]:
    """The RKT with its tables, and the cascade drawn."""
    snapshot, rkt = naskah.snapshot, naskah.snapshot.rkt
    if rkt is None:
        return ()
    parts = [part("dokumen-rkt", "Dokumen", _decision(rkt))]
    if rkt.sasaran:
        table = sasaran_rkt_table(rkt, key="tabel-rkt-sasaran", title="Target Sasaran")
        parts.append(part("sasaran-rkt", "Sasaran dan Target", table))
    if rkt.baris:
        rows = kegiatan_rkt_table(
            snapshot, rkt, key="tabel-rkt-kegiatan", title="Rincian Program dan Kegiatan"
        )
        parts.append(part("kegiatan-rkt", "Program, Kegiatan, dan Sub Kegiatan", rows))
    if tree := draw_tree(snapshot, rkt):
        parts.append(part("pohon-kinerja", "Pohon Kinerja", *tree))
    return tuple(parts)


def pk_page(naskah: Naskah) -> tuple[Part, ...]:
    """Every PK of the year; the last one is what the report measures."""
    pk = naskah.snapshot.pk
    return tuple(_pk(p, in_force=p is pk[-1]) for p in reversed(pk))


def _pk(pk: PerjanjianKinerja, *, in_force: bool) -> Part:
    pairs: list[tuple[str, Inline]] = [
        ("Kedudukan", "Berlaku dan menjadi dasar pengukuran" if in_force else "Digantikan oleh perubahan"),
        ("Ditandatangani", place_and_date(pk.tempat, pk.tanggal, pk.tanggal_cetak) or PENDING),
        ("Pihak pertama", _pejabat(pk.pihak_pertama)),
        ("Pihak kedua", _pejabat(pk.pihak_kedua)),
    ]
    if pk.perubahan:
        alasan = ALASAN_PERUBAHAN.get(pk.alasan, PENDING)
        pairs.append(("Alasan perubahan", alasan[0].upper() + alasan[1:]))
    if pk.anggaran:
        jumlah = jumlah_anggaran_pk(pk)
        pairs.append(("Anggaran", f"{format_rupiah(jumlah)} ({spell_rupiah(jumlah)})"))
    content: list[Block] = [FormBlock(pairs=tuple(pairs))]
    if pk.indikator:
        content.append(
            indikator_pk_table(pk, key=f"tabel-pk-{pk.versi}", title=f"Indikator dan Target {nama_pk(pk)}")
        )
    if pk.anggaran:
        content.append(
            anggaran_pk_table(
                pk, key=f"tabel-pk-{pk.versi}-anggaran", title=f"Anggaran Program dalam {nama_pk(pk)}"
            )
        )
    return part(f"pk-{pk.versi}", nama_pk(pk), *content)


def rencana_aksi_page(naskah: Naskah) -> tuple[Part, ...]:
    """Targets per triwulan of sasaran and sub kegiatan."""
    rencana = naskah.snapshot.rencana_aksi
    if rencana is None:
        return ()
    results = [part("dokumen-rencana-aksi", "Dokumen", _decision(rencana))]
    if rencana.baris:
        table = sasaran_rencana_aksi_table(
            rencana,
            definitions(naskah.snapshot),
            key="tabel-aksi-sasaran",
            title="Target Triwulan Indikator Sasaran",
        )
        results.append(part("aksi-sasaran", "Indikator Sasaran", table))
    kegiatan = kegiatan_rencana_aksi_table(
        rencana, key="tabel-aksi-kegiatan", title="Target Triwulan menurut Program dan Sub Kegiatan"
    )
    if kegiatan:
        results.append(part("aksi-kegiatan", "Program dan Sub Kegiatan", kegiatan))
    langkah = langkah_rencana_aksi_table(rencana, key="tabel-aksi-langkah", title="Langkah Rencana Aksi")
    if langkah:
        results.append(part("aksi-langkah", "Langkah Rencana Aksi", langkah))
    return tuple(results)


def _decision(dokumen: RKT | RencanaAksi | KeputusanIKU) -> FormBlock:
    """Where and when a document was signed, and by whom."""
    moment = place_and_date(dokumen.tempat, dokumen.tanggal, dokumen.tanggal_cetak)
    return FormBlock(
        pairs=(("Ditetapkan", moment or PENDING), ("Penanda tangan", _pejabat(dokumen.penandatangan)))
    )


def _pejabat(pejabat: Pejabat | None) -> str:
    """Name and office; never the NIP, which nobody needs on a screen."""
    return f"{pejabat.nama}, {pejabat.jabatan}" if pejabat else PENDING
