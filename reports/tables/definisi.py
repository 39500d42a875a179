"""Definisi operasional of what is measured and no SK IKU defines: its formula, who answers for it, and its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.document.tree import TableBlock
from reports.tables.iku import iku_table
from sakip.checks.plan import definitions
from sakip.snapshot.coverage import is_of
from sakip.snapshot.types import BarisIKU, Snapshot


def definisi_table(snapshot: Snapshot, *, key: str) -> TableBlock | None:
    """The indikator of the PK in force that the SK IKU leaves out, each with what the Renstra says of it; None where
    there is none, or nobody has said how any is worked out."""
    rows: Sequence[BarisIKU] = tuple(_rows(snapshot))
    if not rows:
        return None
    which = " di Luar IKU" if snapshot.iku and snapshot.iku.baris else ""
    title = f"Definisi Operasional Indikator Perjanjian Kinerja{which} Tahun {snapshot.tahun}"
    return iku_table(rows, key=key, title=title, kinerja="Sasaran", indikator="Indikator")


def _rows(snapshot: Snapshot) -> Iterator[BarisIKU]:
    """As rows of the same table as the SK IKU has."""
    known = definitions(snapshot)
    decided = snapshot.iku.baris if snapshot.iku else ()
    for promised in snapshot.pk_in_force.indikator if snapshot.pk_in_force else ():
        own = known.get(promised.kunci_indikator)
        if own is None or any(is_of(row, own) for row in decided):
            continue
        if own.pembilang or own.formulasi or own.penjelasan:
            yield BarisIKU(
                sasaran=promised.sasaran,
                indikator=promised.indikator,
                kunci_indikator=own.kunci,
                satuan=own.satuan,
                pembilang=own.pembilang,
                penyebut=own.penyebut,
                pengali=own.pengali,
                formulasi=own.formulasi,
                penjelasan=own.penjelasan,
                penanggung_jawab=own.penanggung_jawab,
                sumber_data=own.sumber_data,
            )
