"""What an addition of a kabupaten to the nomenklatur must satisfy. What is installed comes from the reference alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from sakip.entry.judge import Problem, rule
from sakip.models import Kegiatan, Program, SubKegiatan, VersiNomenklatur
from sakip.records.nomenklatur.codes import installed_by_now

_KODE: Final = re.compile(r"[0-9]+(\.[0-9]+)+")


@rule(Program)
def an_added_program_is_of_the_edition_of_its_year(row: Program) -> Iterator[Problem]:
    """It is added to the edition that holds in its first year, under a code that the edition has not."""
    if row.kabupaten_id is None or row.tahun_awal is None:
        return
    edition = VersiNomenklatur.objects.for_tahun(row.tahun_awal).first()
    if edition is None:
        yield Problem(
            "tahun_awal",
            f"Nomenklatur tahun {row.tahun_awal} belum terpasang. Minta admin memuat data rujukan.",
        )
        return
    row.versi = edition
    yield from _within_years(row, edition, edition)
    if not _KODE.fullmatch(row.kode):
        yield Problem(
            "kode", f'"{row.kode}" bukan kode program. Tulis seperti dalam daftarnya, misalnya 8.01.02.'
        )
    yield from _code_is_new(row, "program", "kegiatan")


@rule(Kegiatan)
def an_added_kegiatan_fits_below_its_program(row: Kegiatan) -> Iterator[Problem]:
    """Its code and years are within those of its program."""
    if row.kabupaten_id is not None and row.program_id is not None:
        yield from _below(row, "program", row.program, row.program.versi)
        yield from _code_is_new(row, "kegiatan", "sub_kegiatan")


@rule(SubKegiatan)
def an_added_sub_kegiatan_fits_below_its_kegiatan(row: SubKegiatan) -> Iterator[Problem]:
    """Its code and years are within those of its kegiatan."""
    if row.kabupaten_id is not None and row.kegiatan_id is not None:
        yield from _below(row, "kegiatan", row.kegiatan, row.kegiatan.program.versi)
        yield from _code_is_new(row, "sub_kegiatan", "")


def _below(row: Any, level: str, parent: Any, edition: VersiNomenklatur) -> Iterator[Problem]:
    if parent.kabupaten_id not in (None, row.kabupaten_id):
        yield Problem(level, f"{parent} adalah tambahan {parent.kabupaten}. Pilih {level} lain.")
    yield from _within_years(row, edition, edition if parent.kabupaten_id is None else parent)
    start = "" if parent.tanpa_kode else f"{parent.kode}."
    if not (_KODE.fullmatch(row.kode) and row.kode.startswith(start)):
        advice = f"Awali dengan {start}" if start else "Tulis angka dan titik"
        yield Problem("kode", f'"{row.kode}" bukan kode di bawah {parent}. {advice}, misalnya {start}2.01.')


def _within_years(row: Any, edition: VersiNomenklatur, above: Any) -> Iterator[Problem]:
    """Within the years of its edition, and of what it stands below."""
    first = max(edition.tahun_awal, above.tahun_awal)
    last = min((year for year in (edition.tahun_akhir, above.tahun_akhir) if year is not None), default=None)
    if row.tahun_awal is not None and row.tahun_awal < first:
        yield Problem("tahun_awal", f"Isi {first} atau sesudahnya: {above} berlaku sejak tahun itu.")
    for column in ("tahun_awal", "tahun_akhir"):
        if last is not None and (getattr(row, column) or last) > last:
            yield Problem(
                column,
                f"Isi {last} atau sebelumnya: {above} berlaku sampai tahun itu. Untuk tahun sesudahnya tambahkan lagi.",
            )


def _code_is_new(row: Any, level: str, below: str) -> Iterator[Problem]:
    """A code that the edition has is chosen there; one that rows below begin with stays."""
    if row.pk is not None and type(row).objects.filter(pk=row.pk, kode=row.kode).exists():
        return
    for _, there in installed_by_now(level, [row]):
        yield Problem("kode", f"Kode ini sudah terpasang: {there}. Pilih yang itu, tidak perlu ditambahkan.")
    if row.pk is not None and below and getattr(row, below).exists():
        yield Problem(
            "kode",
            f"Kode ini awal kode {below.replace('_', ' ')} di bawahnya. Hapus dahulu yang di bawahnya, atau kembalikan"
            " kodenya.",
        )
