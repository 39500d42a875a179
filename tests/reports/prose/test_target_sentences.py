"""Targets that the documents of a year do not share: one sentence, with what the capaian is against the plan."""

from dataclasses import replace
from decimal import Decimal

from reports.prose.target_sentences import differing, target_difference_sentence
from sakip.capaian.inputs import OtherTarget
from sakip.capaian.results import IndikatorResult
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import Target
from tests.reports.lkip.naskah_material import measure
from tests.sakip.capaian.example_inputs import NONE_THERE, angka, huruf, indikator, target
from tests.sakip.capaian.example_scales import AKIP_2021

D = Decimal


def _ikm(realisasi: str = "85", **others: str) -> IndikatorResult:
    content = indikator(target(85), angka(realisasi), nama="IKM", satuan="indeks", desimal=0)
    lain = tuple(OtherTarget(dokumen=d.replace("_", " "), target=target(t)) for d, t in others.items())
    return measure(replace(content, target_lain=lain))


def test_a_lower_target_says_what_the_capaian_is_against_the_plan() -> None:
    i = _ikm(Renstra="100", RKT="100")
    assert target_difference_sentence(i) == (
        "Target IKM dalam PK (85) lebih rendah daripada Renstra dan RKT (100); terhadap Renstra capaiannya 85,00%."
    )
    assert differing([i, _ikm(Renstra="85")]) == (i,)


def test_documents_are_grouped_by_what_they_promise() -> None:
    assert target_difference_sentence(_ikm(Renstra="80", RKT="80", PK_murni="83")) == (
        "Target IKM dalam PK (85) lebih tinggi daripada Renstra dan RKT (80) serta PK murni (83); terhadap Renstra "
        "capaiannya 106,25%."
    )
    assert target_difference_sentence(_ikm(Renstra="100", RKT="80")) == (
        "Target IKM dalam PK (85) lebih rendah daripada Renstra (100) dan lebih tinggi daripada RKT (80); terhadap "
        "Renstra capaiannya 85,00%."
    )


def test_three_groups_and_three_directions_are_lists() -> None:
    assert "lebih tinggi daripada Renstra dan RKT (80), PK murni (83), serta PK perubahan 1 (84); " in (
        target_difference_sentence(_ikm(Renstra="80", RKT="80", PK_murni="83", PK_perubahan_1="84"))
    )
    content = indikator(target(85), angka("85"), nama="IKM", satuan="indeks", desimal=0)
    lain = (
        OtherTarget(dokumen="Renstra", target=target(100)),
        OtherTarget(dokumen="RKT", target=Target(bawah=D(80), atas=D(90))),
        OtherTarget(dokumen="PK murni", target=target(80)),
    )
    assert target_difference_sentence(measure(replace(content, target_lain=lain))).startswith(
        "Target IKM dalam PK (85) lebih rendah daripada Renstra (100), berbeda dengan RKT (80–90), dan lebih tinggi "
        "daripada PK murni (80); "
    )


def test_where_the_renstra_agrees_the_rkt_is_the_plan_that_differs() -> None:
    assert target_difference_sentence(_ikm(Renstra="85", RKT="100")).endswith(
        "lebih rendah daripada RKT (100); terhadap RKT capaiannya 85,00%."
    )
    assert target_difference_sentence(_ikm(Renstra="85", PK_murni="80")).endswith("daripada PK murni (80).")


def test_letters_are_compared_by_their_rank() -> None:
    content = indikator(
        Target(huruf="B"), huruf("B"), nama="Nilai Sakip", rumus=Rumus.PREDIKAT, skala=AKIP_2021
    )
    lain = (
        OtherTarget(dokumen="Renstra", target=target(83)),
        OtherTarget(dokumen="RKT", target=Target(huruf="A")),
    )
    i = measure(replace(content, satuan="", desimal=0, target_lain=lain))
    assert target_difference_sentence(i) == (
        "Target Nilai Sakip dalam PK (B) lebih rendah daripada Renstra (83) dan RKT (A); terhadap Renstra capaiannya "
        "66,67%."
    )


def test_a_printed_form_beside_its_number_stands_in_one_pair_of_brackets() -> None:
    # 85 promised as "B", 100 planned as "A": 85 / 100 = 85,00
    measured, planned = (replace(target(n), cetak=k) for n, k in ((85, "B"), (100, "A")))
    content = indikator(measured, angka("85"), nama="IKM", satuan="indeks", desimal=0)
    i = measure(replace(content, target_lain=(OtherTarget(dokumen="Renstra", target=planned),)))
    assert target_difference_sentence(i) == (
        "Target IKM dalam PK (85; B) lebih rendah daripada Renstra (100; A); terhadap Renstra capaiannya 85,00%."
    )


def test_without_a_realisasi_the_difference_stands_alone() -> None:
    content = indikator(target(85), NONE_THERE, nama="IKM", satuan="indeks", desimal=0)
    i = measure(replace(content, target_lain=(OtherTarget(dokumen="Renstra", target=target(100)),)))
    assert target_difference_sentence(i) == "Target IKM dalam PK (85) lebih rendah daripada Renstra (100)."
