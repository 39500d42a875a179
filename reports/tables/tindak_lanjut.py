"""What is done about missed targets: as planned in the LKIP of their year, with what became of it in the next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reports.document.builders import cell, columns, grouped, header, line_rows, of_group, row, said_columns
from reports.document.tree import TableBlock, TableCell
from reports.official.signatures import nama_kecamatan
from reports.prose.language import tidy
from reports.tables.printed import EMPTY
from sakip.capaian.triwulan import ROMAN
from sakip.snapshot.types import Snapshot, TindakLanjut
from sakip.text.dates import format_tanggal

#: As the model says of what nobody has begun.
_NOT_BEGUN = "Belum dilaksanakan"


def tindak_lanjut_table(snapshot: Snapshot, tahun: int) -> TableBlock | None:
    """The steps for the missed targets of a year, None where nothing is recorded: of the report's own year what is
    planned (with the measure of success and the triwulan), of an earlier one what became of it."""
    rows = [t for t in snapshot.tindak_lanjut if t.tahun == tahun]
    if not rows:
        return None
    names = _measured_names(snapshot, tahun)
    plan = tahun == snapshot.tahun
    measured = plan and any(one.ukuran.strip() for one in rows)
    last = "Waktu" if plan else "Keadaan"
    titles = (
        *("No.", "Indikator", "Langkah perbaikan" if plan else "Tindakan"),
        *(("Ukuran keberhasilan",) if measured else ()),
        *("Penanggung jawab", *(() if plan else ("Batas waktu",)), last),
    )
    widths = (19, 26, 20, 16, 14) if measured else (24, 34, 21, 16) if plan else (22, 28, 17, 12, 16)
    verb = "Rencana Perbaikan" if plan else "Keadaan Tindak Lanjut"
    table = TableBlock(
        key=f"tabel-tindak-lanjut-{tahun}",
        title=f"{verb} atas Target Tahun {tahun} yang Belum Tercapai",
        columns=columns((5, "tengah"), *widths),
        heads=header(*(TableCell(content=title) for title in titles)),
        rows=tuple(
            row(
                *of_group(number, tidy(names.get(one.kunci_indikator, one.indikator)), first),
                cell(tidy(one.tindakan)),
                *((cell(tidy(one.ukuran) or EMPTY),) if measured else ()),
                cell(line_rows(one.penanggung_jawab) if one.penanggung_jawab else EMPTY),
                *(() if plan else (cell(format_tanggal(one.batas_waktu)),)),
                cell(line_rows(_when(one) if plan else _state(one))),
            )
            for number, first, one in grouped(rows, lambda r: r.kunci_indikator)
        ),
        sumber=f"Catatan tindak lanjut {nama_kecamatan(snapshot)}",
        size="kecil",
    )
    return said_columns(table, "Penanggung jawab", empty=EMPTY, wide=2)


def _measured_names(snapshot: Snapshot, tahun: int) -> dict[str, str]:
    """The indikator as the last PK of that year calls them, and so the chapter that measured them."""
    versions = sorted(
        (pk for pk in (*snapshot.pk_lalu, *snapshot.pk) if pk.tahun == tahun), key=lambda pk: pk.versi
    )
    return {row.kunci_indikator: row.indikator for row in versions[-1].indikator} if versions else {}


def _when(one: TindakLanjut) -> Sequence[str]:
    """The triwulan and the day until which it is done; what has become of it already."""
    begun = () if one.keadaan == _NOT_BEGUN else _state(one)
    return (_triwulan(one.batas_waktu), format_tanggal(one.batas_waktu), *begun)


def _triwulan(day: date) -> str:
    return f"Triwulan {ROMAN[(day.month - 1) // 3]} {day.year}"


def _state(one: TindakLanjut) -> Sequence[str]:
    return [word for word in (one.keadaan, tidy(one.hasil)) if word]
