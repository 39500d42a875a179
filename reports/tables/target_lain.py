"""The targets of one year side by side: Renstra, RKT, every PK."""

from __future__ import annotations

from collections.abc import Sequence

from reports.document.builders import cell, columns, header, row, share_width
from reports.document.tree import TableBlock
from reports.prose.language import tidy
from reports.tables.pk import nama_pk
from reports.tables.printed import EMPTY
from sakip.capaian.inputs import AsalTarget
from sakip.capaian.results import IndikatorResult
from sakip.snapshot.coverage import RKT, pk_name
from sakip.snapshot.types import Snapshot

_BERLAKU = "PK berlaku"


def target_table(
    snapshot: Snapshot, indikator: Sequence[IndikatorResult], *, key: str, title: str, sumber: Sequence[str]
) -> TableBlock:
    """No | Indikator | Renstra | RKT | PK murni … | PK berlaku; a document that holds no target has a dash."""
    earlier = [pk_name(pk) for pk in snapshot.pk[:-1]]
    heads = [AsalTarget.RENSTRA.value, RKT, *earlier, _BERLAKU]
    width = min(15, 60 // len(heads))
    return TableBlock(
        key=key,
        title=title,
        columns=columns(
            (6, "tengah"),
            94 - width * len(heads),
            *((w, "kanan") for w in share_width(width * len(heads), len(heads))),
        ),
        heads=header("No.", "Indikator kinerja", *heads),
        rows=tuple(
            row(
                cell(n),
                cell(tidy(i.nama), head=True),
                *(cell(_printed(i).get(dokumen, EMPTY)) for dokumen in heads),
            )
            for n, i in enumerate(indikator, start=1)
        ),
        sumber="; ".join((*sumber, *(nama_pk(pk) for pk in snapshot.pk))),
        size="kecil",
    )


def _printed(i: IndikatorResult) -> dict[str, str]:
    own = _BERLAKU if i.asal is AsalTarget.PK else i.asal.value
    return {own: i.target_cetak if i.capaian.target else EMPTY} | {o.dokumen: o.cetak for o in i.target_lain}
