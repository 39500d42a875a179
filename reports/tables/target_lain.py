"""The targets of one year side by side: Renstra, RKT, every PK."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reports.document.builders import cell, columns, header, of_group, row, share_width
from reports.document.tree import TableBlock, TableCell, TableRow
from reports.prose.language import tidy
from reports.tables.pk import nama_pk
from reports.tables.printed import EMPTY
from sakip.capaian.inputs import AsalTarget
from sakip.capaian.results import IndikatorResult, Results
from sakip.snapshot.coverage import RKT, pk_name
from sakip.snapshot.types import Snapshot

_BERLAKU = "PK berlaku"


def target_table(
    snapshot: Snapshot,
    results: Results,
    outside: Sequence[IndikatorResult],
    *,
    key: str,
    title: str,
    sumber: Mapping[str, str],
) -> TableBlock:
    """No | Sasaran | Indikator | Renstra | RKT | PK murni … | PK; a document that holds no target has a dash.

    A plan that names a target of none of them has no column. ``outside`` is what the PK does not promise although a
    plan has a target for it: it stands below a heading of its own. ``sumber`` names the plans of the columns.
    """
    shown = [i for s in results.sasaran for i in s.indikator] + list(outside)
    earlier = [pk_name(pk) for pk in snapshot.pk[:-1]]
    named = {dokumen for i in shown for dokumen in _printed(i)}
    heads = [d for d in (AsalTarget.RENSTRA.value, RKT) if d in named] + [*earlier, _BERLAKU]
    width = min(9, 60 // len(heads))
    rest = share_width(95 - width * len(heads), 2)
    return TableBlock(
        key=key,
        title=title,
        columns=columns((5, "tengah"), *rest, *((width, "tengah") for _ in heads)),
        heads=header("No.", "Sasaran strategis", "Indikator kinerja", *(_short(h) for h in heads)),
        rows=tuple(_rows(results, outside, heads)),
        sumber="; ".join((*(sumber[h] for h in heads if h in sumber), *(nama_pk(pk) for pk in snapshot.pk))),
        size="kecil",
    )


def _short(head: str) -> str:
    return "PK" if head == _BERLAKU else head


def _rows(results: Results, outside: Sequence[IndikatorResult], heads: Sequence[str]) -> list[TableRow]:
    rows = [
        row(*of_group(number, tidy(s.uraian), order == 0), cell(tidy(i.nama)), *_targets(i, heads))
        for number, s in enumerate(results.sasaran, start=1)
        for order, i in enumerate(s.indikator)
    ]
    if outside:
        heading = "Indikator di luar Perjanjian Kinerja"
        rows.append(row(TableCell(content=heading, column=3 + len(heads), head=True), kind="kelompok"))
        rows += [
            row(TableCell(content=tidy(i.nama), column=3, head=True, alignment="kiri"), *_targets(i, heads))
            for i in outside
        ]
    return rows


def _targets(i: IndikatorResult, heads: Sequence[str]) -> list[TableCell]:
    printed = _printed(i)
    return [cell(printed.get(dokumen, EMPTY)) for dokumen in heads]


def _printed(i: IndikatorResult) -> dict[str, str]:
    own = _BERLAKU if i.asal is AsalTarget.PK else i.asal.value
    return {own: i.target_cetak if i.capaian.target else EMPTY} | {o.dokumen: o.cetak for o in i.target_lain}
