"""Checks of units: what a value is a number of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sakip.capaian.values import names_percent_beside
from sakip.checks.base import Found, Level, check
from sakip.checks.material import WHOLE_REPORT, CheckedYear, Place
from sakip.checks.places import Columns, indikator_of, output_place, printed_rows, renstra_place
from sakip.snapshot.types import Snapshot


@check(
    "satuan-tunggal",
    rule="R-format",
    basis="Satuan menentukan cara nilai dihitung dan dicetak; persen dicetak dengan tandanya.",
    example="Satuan “orang/%” pada indikator yang dinilai dalam persen.",
    reads=("renstra", "rkt", "pk", "iku", "rencana_aksi", "anggaran", WHOLE_REPORT),
    kinds=(
        *("indikator", "indikator-tujuan", "keluaran"),
        *("sasaran-rkt", "baris-pk", "baris-iku", "baris-rencana-aksi"),
    ),
    level=Level.PERINGATAN,
)
def a_unit_is_percent_or_another(year: CheckedYear) -> Found:
    """No unit names percent beside another: its values count for the other, and nobody sees it."""
    for place, unit in _units(year.snapshot):
        if names_percent_beside(unit):
            yield (
                place,
                f'Satuan "{unit}" menyebut persen di samping satuan lain, sehingga nilainya tidak dibaca sebagai'
                ' persen. Tulis "%" saja bila nilainya persen, atau satuan lainnya saja.',
            )


def _units(snapshot: Snapshot) -> Iterator[tuple[Place, str]]:
    for renstra in snapshot.renstra:
        for own in indikator_of(renstra):
            words = f'indikator "{own.nama}"'
            yield renstra_place(renstra, "indikator", own, "satuan", words, kunci=own.kunci), own.satuan
        for tujuan in renstra.tujuan:
            for number, one in enumerate(tujuan.indikator, start=1):
                key: Columns = {"tujuan": tujuan.kunci, "nomor": number}
                words = f'indikator tujuan "{one.nama}"'
                place = renstra_place(renstra, "indikator-tujuan", one, "satuan", words, **key)
                yield place, one.satuan
    yield from ((place, row.satuan) for place, row in printed_rows(snapshot, "satuan"))
    outputs = chain.from_iterable(((row, output) for output in row.keluaran) for row in snapshot.anggaran)
    yield from ((output_place(row, output, "satuan"), output.satuan) for row, output in outputs)
