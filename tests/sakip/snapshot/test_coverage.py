"""What the PK in force leaves out of the plan: pure, over small snapshots."""

from dataclasses import replace

from sakip.snapshot.coverage import Count, document_targets, outside_pk, unmeasured
from sakip.snapshot.types import Snapshot
from tests.reports.lkip.naskah_material import angka, indikator, pk, renstra, sasaran, snapshot, tujuan

ROADS = indikator("jalan", "Panjang jalan", satuan="km", target={2023: angka("12")})
SKM = indikator("skm", "SKM", satuan="indeks", target={2023: angka("85"), 2024: angka("86")})
PLAN = renstra(
    2021,
    2026,
    tujuan("t1", "Pelayanan", sasaran("s1", "Pelayanan baik", SKM)),
    tujuan("t2", "Jalan", sasaran("s2", "Jalan baik", ROADS)),
)


def _year(*promised: str, versi: int = 0) -> Snapshot:
    base = snapshot("Jombang", "35.09.01", 2023)
    agreement = pk(2023, PLAN, {key: angka("80") for key in promised}, versi=versi)
    return replace(base, renstra=(PLAN,), pk=(agreement,))


def test_a_tujuan_without_any_measured_sasaran_is_whole() -> None:
    found = unmeasured(_year("skm"))
    assert found is not None
    assert (found.tujuan, found.sasaran, found.indikator) == (Count(n=1, of=2),) * 3
    (group,) = found.groups
    assert (group.tujuan, group.whole_tujuan, group.whole_sasaran) == ("Jalan", True, True)
    assert [(i.nama, i.dokumen) for i in group.indikator] == [("Panjang jalan", ("Renstra",))]
    assert outside_pk(_year("skm")) == (ROADS,)


def test_a_pk_that_holds_everything_leaves_nothing_out() -> None:
    found = unmeasured(_year("skm", "jalan"))
    assert found is not None
    assert found.groups == ()
    assert outside_pk(_year("skm", "jalan")) == ()


def test_without_a_pk_nothing_can_be_said() -> None:
    assert unmeasured(replace(_year("skm"), pk=())) is None


def test_what_an_earlier_pk_promised_is_named_with_it() -> None:
    first, second = (
        pk(2023, PLAN, {"skm": angka("80"), "jalan": angka("9")}),
        pk(2023, PLAN, {"skm": angka("82")}, versi=1),
    )
    year = replace(_year("skm"), pk=(first, second))
    found = unmeasured(year)
    assert found is not None
    assert [i.dokumen for g in found.groups for i in g.indikator] == [("Renstra", "PK murni")]
    said = [(t.dokumen, t.target.angka) for t in document_targets(year, SKM, without=second)]
    assert said == [("Renstra", 85), ("PK murni", 80)]


def test_a_row_that_is_tied_to_no_renstra_is_known_by_its_words() -> None:
    first, second = (pk(2023, PLAN, {"skm": angka(n)}, versi=v) for v, n in enumerate(("80", "82")))
    untied = replace(first, indikator=(replace(first.indikator[0], kunci_indikator="", indikator="  skm. "),))
    year = replace(_year("skm"), pk=(untied, second))
    said = [(t.dokumen, t.target.angka) for t in document_targets(year, SKM, without=second)]
    assert said == [("Renstra", 85), ("PK murni", 80)]
    found = unmeasured(year)
    assert found is not None
    assert [i.nama for g in found.groups for i in g.indikator] == ["Panjang jalan"]
