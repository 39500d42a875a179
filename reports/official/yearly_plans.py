"""The yearly plans as forms with kop and signature: matriks Renstra, RKT, rencana aksi (landscape)."""

from __future__ import annotations

from collections.abc import Iterator

from reports.document.marks import UNREAD_LINE
from reports.document.tree import Block, ParagraphBlock, Part, Title
from reports.official.signatures import kop, nama_kecamatan, tanda_tangan
from reports.publish.naskah import Naskah
from reports.tables.capaian_triwulan import realisasi_rencana_aksi_table
from reports.tables.rencana_aksi import (
    kegiatan_rencana_aksi_table,
    langkah_rencana_aksi_table,
    sasaran_rencana_aksi_table,
)
from reports.tables.renstra import matriks_renstra_table, target_renstra_table
from reports.tables.rkt import kegiatan_rkt_table, rpjmd_reference_table, sasaran_rkt_table
from sakip.checks.plan import definitions
from sakip.snapshot.reads import kept
from sakip.snapshot.types import RKT, RencanaAksi, Renstra


@kept
def matriks_renstra_part(naskah: Naskah, renstra: Renstra, *, nomor: str = "") -> Part:
    """The whole matrix of the Renstra in force.

    With a number it is an appendix of the LKIP, which shows after it what the earlier versions said.
    """
    snapshot = naskah.snapshot
    masa = f"{renstra.tahun_awal}–{renstra.tahun_akhir}"
    perubahan = " (PERUBAHAN)" if renstra.versi else ""
    content: Block = (
        matriks_renstra_table(
            renstra, key="matriks-renstra-tabel", title=f"Matriks Renstra {nama_kecamatan(snapshot)} {masa}"
        )
        if renstra.tujuan
        else ParagraphBlock(content=f"Tujuan dan sasaran Renstra {nama_kecamatan(snapshot)} belum dicatat.")
    )
    with_strategi = any(s.strategi or s.kebijakan for t in renstra.tujuan for s in t.sasaran)
    titles = (
        "MATRIKS TUJUAN, SASARAN, STRATEGI, DAN KEBIJAKAN" if with_strategi else "MATRIKS TUJUAN DAN SASARAN",
        f"RENCANA STRATEGIS{perubahan} {nama_kecamatan(snapshot).upper()} TAHUN {masa}",
    )
    return _part(
        "matriks-renstra",
        f"Matriks Rencana Strategis Tahun {masa}",
        nomor,
        (
            kop(snapshot),
            Title(rows=titles),
            *(() if renstra.ditinjau else (UNREAD_LINE,)),
            content,
            *(_earlier(naskah, renstra) if nomor else ()),
        ),
    )


def _earlier(naskah: Naskah, renstra: Renstra) -> Iterator[Block]:
    """The versions before the one in force."""
    versions = [r for r in naskah.snapshot.renstra if r.versi < renstra.versi and r.tujuan]
    for old in versions:
        when = f" Sebelum Perubahan{f' Ke-{old.versi + 1}' if len(versions) > 1 else ''}"
        yield target_renstra_table(
            old,
            key=f"matriks-renstra-{old.versi}",
            title=f"Tujuan, Sasaran, dan Target Renstra Tahun {old.tahun_awal}–{old.tahun_akhir}{when}",
        )


@kept
def rkt_part(naskah: Naskah, rkt: RKT, *, nomor: str = "") -> Part:
    """The RKT form: RPJMD reference, sasaran, program to sub kegiatan, signature."""
    snapshot = naskah.snapshot
    reference = (
        rpjmd_reference_table(snapshot.rpjmd, key="rkt-rpjmd", title="Acuan RPJMD")
        if snapshot.rpjmd
        else None
    )
    content: list[Block] = [
        kop(snapshot),
        Title(rows=("RENCANA KINERJA TAHUNAN (RKT)", f"TAHUN {rkt.tahun}")),
    ]
    if reference:
        content.append(reference)
    if rkt.sasaran:
        content.append(sasaran_rkt_table(rkt, key="rkt-sasaran", title="Target Sasaran"))
    if rkt.baris:
        content.append(
            kegiatan_rkt_table(
                snapshot, rkt, key="rkt-kegiatan", title="Rincian Program, Kegiatan, dan Sub Kegiatan"
            )
        )
    if not (rkt.sasaran or rkt.baris):
        content.append(
            ParagraphBlock(content=f"Isi Rencana Kinerja Tahunan {nama_kecamatan(snapshot)} belum dicatat.")
        )
    content.append(tanda_tangan(snapshot, rkt.penandatangan, rkt.tempat, rkt.tanggal, rkt.tanggal_cetak))
    return _part("lampiran-rkt", f"Rencana Kinerja Tahunan (RKT) Tahun {rkt.tahun}", nomor, tuple(content))


@kept
def rencana_aksi_part(naskah: Naskah, rencana: RencanaAksi, *, nomor: str = "") -> Part:
    """The rencana aksi form: targets per triwulan of sasaran and sub kegiatan, signature.

    With a number it is an appendix of the LKIP, which says below the signature what was reached of it.
    """
    snapshot = naskah.snapshot
    reached = (
        realisasi_rencana_aksi_table(naskah.results, key="rencana-aksi-capaian")
        if nomor and naskah.results
        else None
    )
    sasaran: Block = (
        sasaran_rencana_aksi_table(
            rencana,
            definitions(snapshot),
            key="rencana-aksi-sasaran",
            title="Target Triwulan Indikator Sasaran",
        )
        if rencana.baris
        else ParagraphBlock(content=f"Isi rencana aksi {nama_kecamatan(snapshot)} belum dicatat.")
    )
    kegiatan = kegiatan_rencana_aksi_table(
        rencana, key="rencana-aksi-kegiatan", title="Rencana Aksi menurut Program dan Sub Kegiatan"
    )
    langkah = langkah_rencana_aksi_table(rencana, key="rencana-aksi-langkah", title="Langkah Rencana Aksi")
    return _part(
        "rencana-aksi",
        f"Rencana Aksi Kinerja Tahun {rencana.tahun}",
        nomor,
        (
            kop(snapshot),
            Title(rows=("RENCANA AKSI KINERJA", f"TAHUN {rencana.tahun}")),
            sasaran,
            *((kegiatan,) if kegiatan else ()),
            *((langkah,) if langkah else ()),
            tanda_tangan(
                snapshot, rencana.penandatangan, rencana.tempat, rencana.tanggal, rencana.tanggal_cetak
            ),
            *((reached,) if reached else ()),
        ),
    )


def _part(key: str, title: str, nomor: str, content: tuple[Block, ...]) -> Part:
    return Part(
        key=key, title=title, level=1, nomor=nomor, content=content, landscape=True, shows_title=False
    )
