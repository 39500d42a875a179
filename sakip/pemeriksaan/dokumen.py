"""Rules about the yearly documents: what they refer to, who signs them, in which nomenklatur they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q

from kecamatan.models import MasaJabatan
from sakip import models as m
from sakip.pemeriksaan.aturan import Aturan, Pelanggaran
from sakip.tanggal import TanggalTidakSah, urai_bulan


@dataclass(frozen=True, kw_only=True)
class Rujukan:
    """A row of a document, the document's column on it, and the column that leads to a Renstra."""

    model: type[Any]
    dokumen: str
    acuan: str


RUJUKAN = (
    Rujukan(model=m.SasaranRKT, dokumen="rkt", acuan="acuan_indikator"),
    Rujukan(model=m.BarisRKT, dokumen="rkt", acuan="acuan_sasaran"),
    Rujukan(model=m.BarisPK, dokumen="perjanjian", acuan="acuan_indikator"),
    Rujukan(model=m.BarisPK, dokumen="perjanjian", acuan="acuan_sasaran"),
    Rujukan(model=m.BarisIKU, dokumen="keputusan", acuan="acuan_indikator"),
    Rujukan(model=m.BarisRencanaAksi, dokumen="rencana_aksi", acuan="acuan_indikator"),
)


def acuan_sekecamatan() -> Pelanggaran:
    """A document refers to the Renstra of its own kecamatan."""
    for r in RUJUKAN:
        for b in _yang_merujuk(r).exclude(**{f"{r.acuan}__renstra__kecamatan": F(f"{r.dokumen}__kecamatan")}):
            yield (
                f"{getattr(b, r.dokumen)}, {b}",
                "Mengacu pada Renstra kecamatan lain. Pilih dari Renstra sendiri.",
            )


def acuan_semasa() -> Pelanggaran:
    """A document refers to a Renstra whose period includes its year."""
    for r in RUJUKAN:
        tahun = F(f"{r.dokumen}__tahun")
        di_luar = Q(**{f"{r.acuan}__renstra__tahun_awal__gt": tahun}) | Q(
            **{f"{r.acuan}__renstra__tahun_akhir__lt": tahun}
        )
        for b in _yang_merujuk(r).filter(di_luar):
            renstra = getattr(b, r.acuan).renstra
            yield (
                f"{getattr(b, r.dokumen)}, {b}",
                f"Mengacu pada {renstra}, di luar masanya. Pilih Renstra yang berlaku.",
            )


def _yang_merujuk(r: Rujukan) -> Any:
    return (
        r.model._default_manager.exclude(**{r.acuan: None})
        .select_related(f"{r.dokumen}__kecamatan", f"{r.acuan}__renstra__kecamatan")
        .order_by("pk")
    )


def pk_sasaran_selaras() -> Pelanggaran:
    """In a PK row, the indikator is one of the row's sasaran."""
    for b in (
        m.BarisPK.objects.exclude(acuan_indikator=None)
        .exclude(acuan_sasaran=None)
        .exclude(acuan_sasaran__kunci=F("acuan_indikator__sasaran__kunci"))
        .select_related("perjanjian__kecamatan")
    ):
        yield (
            f"{b.perjanjian}, {b}",
            "Indikatornya bukan indikator sasaran barisnya. Pilih sasaran yang sesuai.",
        )


@dataclass(frozen=True, kw_only=True)
class Tanda:
    """A signature: the document, the column and the offices that may stand there."""

    model: type[Any]
    kolom: str
    jabatan: tuple[MasaJabatan.Jabatan, ...]


_CAMAT = (MasaJabatan.Jabatan.CAMAT, MasaJabatan.Jabatan.PLT_CAMAT)
TANDA = (
    Tanda(model=m.RKT, kolom="penandatangan", jabatan=_CAMAT),
    Tanda(model=m.PerjanjianKinerja, kolom="pihak_pertama", jabatan=_CAMAT),
    Tanda(model=m.PerjanjianKinerja, kolom="pihak_kedua", jabatan=(MasaJabatan.Jabatan.BUPATI,)),
    Tanda(model=m.KeputusanIKU, kolom="penandatangan", jabatan=_CAMAT),
    Tanda(model=m.RencanaAksi, kolom="penandatangan", jabatan=_CAMAT),
)


def penanda_tangan_berwenang() -> Pelanggaran:
    """Who signs holds the office that signs, in the document's own kecamatan or kabupaten."""
    for dokumen, tanda, masa in _bertanda():
        sendiri = masa.kecamatan_id == dokumen.kecamatan_id or (
            masa.kabupaten_id is not None and masa.kabupaten_id == dokumen.kecamatan.kabupaten_id
        )
        if masa.jabatan not in tanda.jabatan or not sendiri:
            yield (
                f"{dokumen}, {tanda.kolom.replace('_', ' ')}",
                f"{masa} tidak berwenang menandatanganinya. Pilih pejabatnya.",
            )


def penanda_tangan_menjabat() -> Pelanggaran:
    """Who signs held the office on the document's date, or in its month where the day is not known."""
    for dokumen, tanda, masa in _bertanda():
        rentang = _masa_dokumen(dokumen)
        if rentang is None:
            continue
        awal, akhir = rentang
        if masa.mulai > akhir or (masa.sampai is not None and masa.sampai < awal):
            yield (
                f"{dokumen}, {tanda.kolom.replace('_', ' ')}",
                f"{masa} tidak menjabat pada tanggal dokumen. Perbaiki tanggal dokumen atau masa jabatannya.",
            )


def _bertanda() -> Iterator[tuple[Any, Tanda, MasaJabatan]]:
    for tanda in TANDA:
        for dokumen in (
            tanda.model._default_manager.exclude(**{tanda.kolom: None})
            .select_related(
                "kecamatan", *(f"{tanda.kolom}__{j}" for j in ("pejabat", "kecamatan", "kabupaten"))
            )
            .order_by("pk")
        ):
            yield dokumen, tanda, getattr(dokumen, tanda.kolom)


def _masa_dokumen(dokumen: Any) -> tuple[date, date] | None:
    """Days on which the document can have been signed, None where it does not say."""
    if dokumen.tanggal is not None:
        return dokumen.tanggal, dokumen.tanggal
    try:
        return urai_bulan(dokumen.tanggal_cetak)
    except TanggalTidakSah:
        return None


@dataclass(frozen=True, kw_only=True)
class Berjenjang:
    """Rows written in the nomenklatur: where their kecamatan and year are, and how many years they may lag.

    An RKT is written the year before, and may still use the nomenklatur of then.
    """

    model: type[Any]
    pemilik: str
    tingkat: tuple[str, ...] = ("program", "kegiatan", "sub_kegiatan")
    tertinggal: int = 0


BERJENJANG = (
    Berjenjang(model=m.BarisRKT, pemilik="rkt", tertinggal=1),
    Berjenjang(model=m.KegiatanRencanaAksi, pemilik="baris__rencana_aksi"),
    Berjenjang(model=m.Anggaran, pemilik=""),
    Berjenjang(model=m.AnggaranPK, pemilik="perjanjian", tingkat=("program",)),
    Berjenjang(model=m.DukunganProgram, pemilik="", tingkat=("program",)),
)


def nomenklatur_semasa() -> Pelanggaran:
    """Codes are of the nomenklatur in force in the document's year."""
    for jenis, baris, pemilik in _baris_berjenjang():
        versi = baris.program.versi
        akhir = versi.tahun_akhir
        if versi.tahun_awal > pemilik.tahun or (
            akhir is not None and akhir < pemilik.tahun - jenis.tertinggal
        ):
            yield (
                _lokasi(baris, pemilik),
                f"{versi} tidak berlaku tahun {pemilik.tahun}. Pilih program dari nomenklatur tahun itu.",
            )


def nomenklatur_sejenjang() -> Pelanggaran:
    """A kegiatan is one of the row's program, a sub kegiatan one of the row's kegiatan."""
    for jenis, baris, pemilik in _baris_berjenjang():
        if len(jenis.tingkat) == 1:
            continue
        if baris.kegiatan is not None and baris.kegiatan.program_id != baris.program_id:
            yield (
                _lokasi(baris, pemilik),
                f"{baris.kegiatan} bukan kegiatan {baris.program}. Perbaiki salah satunya.",
            )
        if baris.sub_kegiatan is not None and baris.sub_kegiatan.kegiatan_id != baris.kegiatan_id:
            yield (
                _lokasi(baris, pemilik),
                f"{baris.sub_kegiatan} bukan sub kegiatan {baris.kegiatan}. Perbaiki salah satunya.",
            )


def khusus_aceh() -> Pelanggaran:
    """Rows of the nomenklatur that exist for Aceh alone are used there alone."""
    for jenis, baris, pemilik in _baris_berjenjang():
        if pemilik.kecamatan.kabupaten.provinsi == "Aceh":
            continue
        for tingkat in jenis.tingkat:
            acuan = getattr(baris, tingkat)
            if acuan is not None and acuan.khusus_aceh:
                yield (
                    _lokasi(baris, pemilik),
                    f"{acuan} hanya untuk Aceh. Pilih {tingkat.replace('_', ' ')} lain.",
                )


def _baris_berjenjang() -> Iterator[tuple[Berjenjang, Any, Any]]:
    for jenis in BERJENJANG:
        awalan = f"{jenis.pemilik}__" if jenis.pemilik else ""
        for baris in (
            jenis.model._default_manager.exclude(program=None)
            .select_related("program__versi", *jenis.tingkat, f"{awalan}kecamatan__kabupaten")
            .order_by("pk")
        ):
            pemilik = baris
            for nama in jenis.pemilik.split("__") if jenis.pemilik else ():
                pemilik = getattr(pemilik, nama)
            yield jenis, baris, pemilik


def _lokasi(baris: Any, pemilik: Any) -> str:
    if pemilik is baris:
        return f"{pemilik.kecamatan} {pemilik.tahun}, {baris._meta.verbose_name} {baris}"
    return f"{pemilik}, {baris}"


ATURAN_DOKUMEN = (
    Aturan("acuan-sekecamatan", acuan_sekecamatan),
    Aturan("acuan-semasa", acuan_semasa),
    Aturan("pk-sasaran-selaras", pk_sasaran_selaras),
    Aturan("penanda-tangan-berwenang", penanda_tangan_berwenang),
    Aturan("penanda-tangan-menjabat", penanda_tangan_menjabat),
    Aturan("nomenklatur-semasa", nomenklatur_semasa),
    Aturan("nomenklatur-sejenjang", nomenklatur_sejenjang),
    Aturan("khusus-aceh", khusus_aceh),
)
