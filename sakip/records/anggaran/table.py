"""The budget as a grid: the amounts of every row typed in the table, sums and serapan following each of them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kecamatan.ground.prepared import PreparedRows
from sakip.capaian.levels import NOT_DETAILED
from sakip.entry.place import EntryPlace
from sakip.entry.table_grid import Line, NewLine, Table, TableGrid
from sakip.models import Anggaran, Keluaran
from sakip.querysets import of_year
from sakip.records.anggaran.form import KeluaranForm, TotalForm
from sakip.records.anggaran.models import AMOUNTS
from sakip.records.anggaran.page import PageRow, Totals, amount_lines, jumlah
from sakip.text.numbers import format_angka
from sakip.text.working import shown

#: How many earlier years stand beside the cells.
EARLIER_YEARS = 4


def _compose(here: EntryPlace) -> Iterator[Table]:
    """The amounts, and what the rows bring (4 queries)."""
    rows = _rows(here)
    before = _earlier(here) if rows else {}
    years = tuple(sorted({year for one in before.values() for year in one}, reverse=True))
    lines = [_line(one, before, years) for one in amount_lines(rows)]
    if rows:
        lines.append(Line(label="Jumlah", results=_sums("semua", jumlah(rows))))
    yield Table(
        title=f"Anggaran dan realisasi tahun {here.tahun} dalam rupiah",
        first="Program, kegiatan, sub kegiatan",
        columns=AMOUNTS,
        new=(NewLine(kind="anggaran", fields=("nomenklatur", "unit")),),
        results=("Jumlah pagu", "Jumlah realisasi", "Serapan"),
        earlier=tuple(f"Realisasi {year}" for year in years),
        lines=tuple(lines),
    )
    of_row: dict[int, list[Keluaran]] = {}
    for one in here.rows(Keluaran).order_by("anggaran", "urut", "pk"):
        of_row.setdefault(one.anggaran_id, []).append(one)
    if rows:
        made = _made_earlier(here) if of_row else {}
        known = tuple(sorted({year for one in made.values() for year in one}, reverse=True))
        yield Table(
            title=f"Keluaran dan hasil tahun {here.tahun}",
            first="Sub kegiatan, keluaran dan hasil",
            columns=("uraian", "satuan", "target", "realisasi"),
            new=(
                NewLine(
                    kind="keluaran",
                    parents=tuple(rows),
                    below="Program, kegiatan, atau sub kegiatan",
                    fields=("jenis",),
                ),
            ),
            earlier=tuple(f"Realisasi {year}" for year in known),
            lines=tuple(_outputs(rows, of_row, made, known)),
        )


def _outputs(
    rows: list[Anggaran],
    of_row: dict[int, list[Keluaran]],
    made: dict[tuple[str, ...], dict[int, str]],
    years: tuple[int, ...],
) -> Iterator[Line]:
    """Keluaran and hasil under the row of the budget that brings them."""
    for row in rows:
        if row.pk in of_row:
            yield Line(label=str(row))
            for one in of_row[row.pk]:
                known = made.get((*_place(row), one.jenis, one.uraian.casefold()), {})
                yield Line(
                    label=one.get_jenis_display(),
                    kind="keluaran",
                    row=one,
                    level=1,
                    earlier=tuple(known.get(year, "") for year in years),
                )


def _live(here: EntryPlace) -> dict[str, str]:
    """Every sum and serapan as they are now (1 query)."""
    rows = _rows(here)
    said = _sums("semua", jumlah(rows))
    for one in amount_lines(rows):
        said |= _results(one)
    return said


def _rows(here: EntryPlace) -> list[Anggaran]:
    return _OF_YEAR(here.kecamatan.pk, here.tahun)


_OF_YEAR: Final = PreparedRows(
    lambda kecamatan, tahun: of_year(Anggaran, kecamatan, tahun).select_related(
        "program", "kegiatan", "sub_kegiatan"
    )
)


def _line(one: PageRow, before: dict[tuple[str, ...], dict[int, str]], years: tuple[int, ...]) -> Line:
    if one.row is None:
        return Line(label=one.uraian, level=one.level, results=_results(one))
    told = f"{one.uraian} (jumlah menurut dokumen)" if one.details else one.uraian
    known = before.get(_place(one.row), {})
    return Line(
        label=told,
        kind="anggaran",
        row=one.row,
        level=one.level,
        results=_results(one),
        earlier=tuple(known.get(year, "") for year in years),
    )


def _results(one: PageRow) -> dict[str, str]:
    """What follows from the cells of a line; what a control total says is compared, and adds up to nothing."""
    if one.row is None:
        # Of a group nothing is stored: its place is known by what it is called.
        return _sums(f"kelompok-{zlib.crc32(f'{one.level} {one.uraian}'.encode())}", one.jumlah)
    serapan = "" if one.details else shown(one.jumlah.serapan)
    return {
        f"pagu-{one.row.pk}": _say(one.jumlah.pagu_in_force),
        f"realisasi-{one.row.pk}": _say(one.jumlah.serapan.realisasi),
        f"serapan-{one.row.pk}": serapan,
    }


def _sums(place: str, totals: Totals) -> dict[str, str]:
    return {
        f"pagu-{place}": _say(totals.pagu_in_force, "belum lengkap"),
        f"realisasi-{place}": _say(totals.serapan.realisasi, "belum lengkap"),
        f"serapan-{place}": shown(totals.serapan),
    }


def _say(amount: Decimal | None, unknown: str = "") -> str:
    return unknown if amount is None else format_angka(amount)


def _earlier(here: EntryPlace) -> dict[tuple[str, ...], dict[int, str]]:
    """Realisasi of the years before by the place of a row in the nomenklatur (1 query): a code that was given to
    something else is another row."""
    rows = (
        Anggaran.objects.for_kecamatan(here.kecamatan)
        .filter(tahun__lt=here.tahun, tahun__gte=here.tahun - EARLIER_YEARS, realisasi__isnull=False)
        .select_related("program", "kegiatan", "sub_kegiatan")
    )
    found: dict[tuple[str, ...], dict[int, str]] = {}
    for row in rows:
        found.setdefault(_place(row), {})[row.tahun] = _say(row.realisasi)
    return found


def _made_earlier(here: EntryPlace) -> dict[tuple[str, ...], dict[int, str]]:
    """What was made in the years before, by the place of its row and what it is called (1 query)."""
    rows = (
        Keluaran.objects.for_kecamatan(here.kecamatan)
        .filter(anggaran__tahun__lt=here.tahun, anggaran__tahun__gte=here.tahun - EARLIER_YEARS)
        .select_related("anggaran__program", "anggaran__kegiatan", "anggaran__sub_kegiatan")
    )
    found: dict[tuple[str, ...], dict[int, str]] = {}
    for row in rows:
        if said := row.realisasi_cetak or _say(row.realisasi):
            key = (*_place(row.anggaran), row.jenis, row.uraian.casefold())
            found.setdefault(key, {})[row.anggaran.tahun] = said
    return found


def _place(row: Anggaran) -> tuple[str, ...]:
    names = (str(one or "") for one in (row.program, row.kegiatan, row.sub_kegiatan))
    return (*names, row.unit, "" if row.rinci else NOT_DETAILED)


TABLE = TableGrid(
    code="anggaran",
    intro=(
        "Pagu dan realisasi setiap sub kegiatan dalam rupiah. Sel kosong berarti belum diketahui, bukan nol; pagu"
        " perubahan yang kosong berarti pagu tidak berubah. Jumlah dan serapan dihitung."
    ),
    forms={"anggaran": TotalForm, "keluaran": KeluaranForm},
    compose=_compose,
    live=_live,
    summed=("anggaran",),
)
