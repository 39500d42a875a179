"""Where a Perjanjian Kinerja differs from the RKT, or from the PK before it: only what differs, both values."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sakip.entry.fields import target_text
from sakip.entry.form import kolom_target
from sakip.models import AnggaranPK, BarisPK, BarisRKT, Program, SasaranRKT
from sakip.snapshot.leaves import anggaran_program
from sakip.text.numbers import format_rupiah

TIDAK_ADA = "tidak ada"
TANPA_TARGET = "tanpa target"
BELUM_LENGKAP = "belum lengkap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that differs: what it is, the other document's value, and this PK's."""

    uraian: str
    jenis: str
    lain: str
    pk: str


def beda_pk(
    baris: Sequence[BarisPK],
    anggaran: Sequence[AnggaranPK],
    *,
    lain: Sequence[BarisPK],
    anggaran_lain: Sequence[AnggaranPK],
) -> tuple[Difference, ...]:
    """Against the PK before it."""
    return (*_indikator(baris, lain), *_program(_uang_pk(anggaran), _uang_pk(anggaran_lain)))


def beda_rkt(
    baris: Sequence[BarisPK],
    anggaran: Sequence[AnggaranPK],
    *,
    sasaran: Sequence[SasaranRKT],
    baris_rkt: Sequence[BarisRKT],
) -> tuple[Difference, ...]:
    """Against the RKT; ``baris_rkt`` needs its program selected. Money is compared where the RKT names some."""
    jumlah = anggaran_program(baris_rkt)
    program: dict[Hashable, Program] = {b.program_id: b.program for b in baris_rkt}
    uang = {
        program[nomor].nama.casefold(): (
            program[nomor].nama,
            BELUM_LENGKAP if n is None else format_rupiah(n),
        )
        for nomor, n in jumlah.items()
    }
    berharga = any(b.anggaran is not None for b in baris_rkt)
    return (*_indikator(baris, sasaran), *(_program(_uang_pk(anggaran), uang) if berharga else ()))


def _indikator(baris: Sequence[Any], lain: Sequence[Any]) -> Iterable[Difference]:
    kiri, kanan = _per_indikator(baris), _per_indikator(lain)
    for kunci in dict.fromkeys([*kanan, *kiri]):
        ini, itu = kiri.get(kunci), kanan.get(kunci)
        if ini is None or itu is None:
            ada: Any = ini or itu
            yield Difference(
                uraian=ada.indikator,
                jenis="Indikator",
                lain=TIDAK_ADA if itu is None else _target(itu),
                pk=TIDAK_ADA if ini is None else _target(ini),
            )
            continue
        if kolom_target(ini) != kolom_target(itu):
            yield Difference(uraian=ini.indikator, jenis="Target", lain=_target(itu), pk=_target(ini))
        if ini.satuan.strip().casefold() != itu.satuan.strip().casefold():
            yield Difference(
                uraian=ini.indikator, jenis="Satuan", lain=itu.satuan or "–", pk=ini.satuan or "–"
            )


def _per_indikator(baris: Sequence[Any]) -> dict[str, Any]:
    """Rows by the indikator of the Renstra, or by their own words where none is chosen."""
    return {
        f"acuan {b.acuan_indikator_id}" if b.acuan_indikator_id else b.indikator.strip().casefold(): b
        for b in baris
    }


def _target(baris: Any) -> str:
    kolom = kolom_target(baris)
    return baris.cetak or (target_text(kolom) if kolom else TANPA_TARGET)


def _uang_pk(anggaran: Sequence[AnggaranPK]) -> dict[str, tuple[str, str]]:
    """Amounts by the name of the program, as people compare them; rows of one program are added up."""
    jumlah: dict[str, tuple[str, Decimal]] = {}
    for a in anggaran:
        kunci = a.nama.strip().casefold()
        jumlah[kunci] = (a.nama, jumlah.get(kunci, ("", Decimal(0)))[1] + a.anggaran)
    return {kunci: (nama, format_rupiah(n)) for kunci, (nama, n) in jumlah.items()}


def _program(ini: dict[str, tuple[str, str]], itu: dict[str, tuple[str, str]]) -> Iterable[Difference]:
    for kunci in dict.fromkeys([*itu, *ini]):
        kiri, kanan = ini.get(kunci, ("", TIDAK_ADA)), itu.get(kunci, ("", TIDAK_ADA))
        if kiri[1] != kanan[1]:
            yield Difference(uraian=kiri[0] or kanan[0], jenis="Anggaran", lain=kanan[1], pk=kiri[1])
