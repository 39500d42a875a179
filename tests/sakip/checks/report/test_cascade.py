"""From the Renstra to the programs everything hangs together, or what does not is named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sakip.checks import Level
from sakip.snapshot.types import DukunganProgram, SasaranRKT, Snapshot
from tests.reports.lkip.naskah_material import anggaran_row, angka, indikator, pk
from tests.sakip.checks.report.material import (
    RENSTRA,
    findings,
    found,
    iku,
    iku_row,
    rkt,
    with_sasaran_changed,
    year,
)
from tests.sakip.checks.report.test_targets import plan, quarters
from tests.table_tests import each_row

IKM = iku_row("ikm", "Indeks Kepuasan Masyarakat")
FREE_IKM = iku_row("", "Indeks Kepuasan Masyarakat (IKM) Kecamatan Jombang")
TRANTIB = iku_row("", "persentase laporan selesai.")
OTHER = iku_row("", "Nilai SAKIP OPD")


def test_a_sasaran_without_indikator_is_named() -> None:
    (one,) = findings(
        "sasaran-berindikator", year(renstra=(with_sasaran_changed(RENSTRA, "s2", indikator=()),))
    )
    assert (
        str(one)
        == "Renstra 2021–2026, sasaran “Terjaganya ketertiban”: Belum berindikator. Tambahkan indikatornya."
    )
    assert one.level is Level.PERINGATAN
    # The page adds the indikator below it: no form of a row leads there.
    assert (one.place.kind, one.place.pk, ("kunci", "s2") in one.place.key) == ("sasaran", None, True)
    assert found("sasaran-berindikator", year()) == []
    assert found("sasaran-berindikator", year(renstra=())) == []


def test_a_tujuan_without_sasaran_is_named() -> None:
    bare = replace(RENSTRA, tujuan=(*RENSTRA.tujuan, replace(RENSTRA.tujuan[0], kunci="t2", sasaran=())))
    assert found("sasaran-berindikator", year(renstra=(bare,))) == [
        "Renstra 2021–2026, tujuan “Meningkatnya kualitas pelayanan”: Belum bersasaran. Tambahkan sasarannya."
    ]


def planned(kunci: str, nama: str) -> Snapshot:
    """The RKT plans one indikator."""
    row = SasaranRKT(sasaran="", indikator=nama, kunci_indikator=kunci, satuan="", target=angka("1"))
    return year(rkt=rkt(sasaran=(row,)))


@each_row(
    ("content", "found_there"),
    [
        (planned("", "Jumlah posyandu aktif"), True),
        (planned("lain", "Jumlah posyandu aktif"), True),
        (planned("ipp", "Indeks Pelayanan Publik"), False),
        (planned("", "ipp."), False),  # tied to none, it is named alike
        (replace(planned("", "Jumlah posyandu aktif"), renstra=()), False),
    ],
)
def test_what_is_planned_for_the_year_comes_from_the_renstra(content: Snapshot, found_there: bool) -> None:
    said = (
        "RKT, Jumlah posyandu aktif: Indikator ini tidak ada dalam Renstra 2021–2026 maupun dalam PK. Pilih indikator"
        " Renstra yang dijabarkannya, atau jelaskan mengapa ia direncanakan."
    )
    assert found("rencana-dari-renstra", content) == ([said] if found_there else [])


def test_a_rencana_aksi_comes_from_the_renstra_too_and_the_iku_is_asked_elsewhere() -> None:
    content = year(rencana_aksi=plan(*quarters("100"), kunci="lain"), iku=iku(OTHER))
    (one,) = found("rencana-dari-renstra", content)
    assert one.startswith("Rencana aksi, Laporan: Indikator ini tidak ada dalam Renstra 2021–2026")


def test_what_the_pk_promises_without_the_renstra_is_told_of_the_pk_alone() -> None:
    row = SasaranRKT(sasaran="", indikator="Desa tertib", kunci_indikator="desa", satuan="", target=None)
    assert found("rencana-dari-renstra", replace(outside(), rkt=rkt(sasaran=(row,)))) == []


def outside() -> Snapshot:
    """The PK promises what the matrix of the Renstra does not print."""
    plan = with_sasaran_changed(
        RENSTRA, "s2", indikator=(replace(indikator("desa", "Desa tertib"), dalam_renstra=False),)
    )
    return year(renstra=(plan,), pk=(pk(2023, plan, {"desa": angka("100")}),))


def test_a_promise_that_no_renstra_has_is_named() -> None:
    assert found("indikator-pk-dalam-renstra", outside()) == [
        "PK murni, Desa tertib: Indikator ini tidak ada dalam Renstra 2021–2026. Pilih indikator Renstra yang "
        "dijabarkannya, atau jelaskan mengapa ia diperjanjikan."
    ]


def test_what_one_version_of_the_renstra_has_is_planned() -> None:
    before, after = RENSTRA, replace(RENSTRA, versi=1, tujuan=())
    assert found("indikator-pk-dalam-renstra", year(renstra=(before, after))) == []
    assert found("indikator-pk-dalam-renstra", year(renstra=())) == []
    assert found("indikator-pk-dalam-renstra", year(pk=())) == []


@each_row(
    ("rows", "said"),
    [
        ((IKM, TRANTIB), []),
        ((), []),
        ((FREE_IKM, TRANTIB), []),
        (
            (IKM, TRANTIB, OTHER),
            ["SK IKU: IKU yang tidak ada dalam PK murni: “Nilai SAKIP OPD”. Samakan keduanya, atau jelaskan "
             "perbedaannya."],
        ),
        (
            (OTHER, TRANTIB),
            ["SK IKU: IKU yang tidak ada dalam PK murni: “Nilai SAKIP OPD”; indikator PK murni yang bukan IKU: “IKM”. "
             "Samakan keduanya, atau jelaskan perbedaannya."],
        ),
        (
            (IKM,),
            ["SK IKU: Indikator PK murni yang bukan IKU: “Persentase laporan selesai”. Samakan keduanya, atau jelaskan "
             "perbedaannya."],
        ),
    ],
)  # fmt: skip
def test_iku_and_pk_that_differ_are_told_once_with_every_name(rows: Any, said: list[str]) -> None:
    assert found("iku-sejalan-pk", year(iku=iku(*rows))) == said


def test_a_decree_of_an_earlier_year_is_told_at_the_pk_of_this_one() -> None:
    (one,) = findings("iku-sejalan-pk", year(iku=iku(IKM, tahun=2022)))
    assert one.place.kind == "pk"
    assert found("iku-sejalan-pk", year(iku=iku(IKM), pk=())) == []


PROGRAMS = tuple(
    anggaran_row((code, name), 10, 9)
    for code, name in (("7.01.01", "Program Penunjang"), ("7.01.02", "Pelayanan"))
)


def test_programs_that_support_nothing_are_named_together() -> None:
    support = (DukunganProgram(kunci_sasaran="s1", program=("7.01.02",)),)
    assert found("program-mendukung-sasaran", year(anggaran=PROGRAMS, dukungan=support)) == [
        "Program pendukung sasaran: Tidak mendukung sasaran mana pun: “Program Penunjang”, sehingga anggarannya tidak "
        "masuk analisis efisiensi. Catat sasaran yang didukungnya, atau jelaskan mengapa tidak ada."
    ]


@pytest.mark.parametrize(
    "support",
    [(), (DukunganProgram(kunci_sasaran="s1", program=("7.01.01", "7.01.02")),)],
    ids=["nothing recorded yet", "all support one"],
)
def test_programs_that_support_a_sasaran_stay_silent(support: tuple[DukunganProgram, ...]) -> None:
    assert found("program-mendukung-sasaran", year(anggaran=PROGRAMS, dukungan=support)) == []
