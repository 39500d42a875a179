"""A unit that names percent beside another is asked about in whatever document it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sakip.snapshot.types import IndikatorTujuan, SasaranRKT
from tests.reports.lkip.naskah_material import anggaran_row, angka, keluaran
from tests.sakip.checks.report.material import RENSTRA, agreed, findings, found, iku, iku_row, rkt, year
from tests.table_tests import each_row

MESSAGE = (
    'Satuan "orang/%" menyebut persen di samping satuan lain, sehingga nilainya tidak dibaca sebagai persen. Tulis "%"'
    " saja bila nilainya persen, atau satuan lainnya saja."
)


def with_unit(row: Any) -> Any:
    return replace(row, satuan="orang/%")


TUJUAN, PK = RENSTRA.tujuan[0], agreed()
SASARAN = TUJUAN.sasaran[0]
OF_TUJUAN = IndikatorTujuan(nama="Indeks Pelayanan", satuan="orang/%", target=())
PLANNED = SasaranRKT(sasaran="", indikator="IKM", kunci_indikator="ikm", satuan="orang/%", target=angka("1"))
BUDGET = ("7.01.01", "Program Penunjang")


def renstra_with(**content: Any) -> Any:
    return replace(RENSTRA, tujuan=(replace(TUJUAN, **content),))


@each_row(
    "content",
    [
        {
            "renstra": (
                renstra_with(sasaran=(replace(SASARAN, indikator=(with_unit(SASARAN.indikator[0]),)),)),
            ),
            "pk": (),
        },
        {"renstra": (renstra_with(indikator=(OF_TUJUAN,)),), "pk": ()},
        {"rkt": rkt(sasaran=(PLANNED,))},
        {"pk": (replace(PK, indikator=(with_unit(PK.indikator[0]),)),)},
        {"iku": iku(with_unit(iku_row("ikm", "IKM")))},
        {"anggaran": (anggaran_row(BUDGET, 1, 1, keluaran=(keluaran("Warga terlayani", "orang/%"),)),)},
    ],
    ids=["indikator", "tujuan", "rkt", "pk", "iku", "keluaran"],
)
def test_percent_beside_another_unit_is_asked_about(content: dict[str, Any]) -> None:
    (one,) = found("satuan-tunggal", year(**content))
    assert one.endswith(f": {MESSAGE}")


def test_a_unit_is_mended_in_the_row_that_has_it() -> None:
    (one,) = findings("satuan-tunggal", year(renstra=(renstra_with(indikator=(OF_TUJUAN,)),), pk=()))
    key = {"tahun_awal": 2021, "versi": 0, "tujuan": "t1", "nomor": 1}
    assert (one.place.kind, one.place.column, dict(one.place.key)) == ("indikator-tujuan", "satuan", key)


def test_percent_alone_and_any_other_unit_is_not() -> None:
    assert found("satuan-tunggal", year(iku=iku(iku_row("ikm", "IKM")))) == []
