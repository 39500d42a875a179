"""Generated sentences on a target that the PK does not share with Renstra, RKT or an earlier PK."""

from __future__ import annotations

from collections.abc import Sequence

from reports.prose.language import compose, sentence, tidy, with_satuan
from sakip.capaian.inputs import AsalTarget
from sakip.capaian.results import IndikatorResult, OtherTargetResult
from sakip.snapshot.coverage import RKT
from sakip.text.targets import in_brackets, say_difference
from sakip.text.working import persen


def differing(indikator: Sequence[IndikatorResult]) -> tuple[IndikatorResult, ...]:
    """Those whose target is another in Renstra, RKT or an earlier PK."""
    return tuple(i for i in indikator if i.differing_targets)


def target_difference_sentence(indikator: IndikatorResult, ordering: int = 0) -> str:
    """How the measured target stands to the other documents', and the capaian against the plan's; empty where all
    agree."""
    others = indikator.differing_targets
    if not others:
        return ""
    said = say_difference([(o.dokumen, with_satuan(o.cetak, indikator.satuan), o.letak) for o in others])
    target = with_satuan(indikator.target_cetak, indikator.satuan)
    nama = tidy(indikator.nama)
    return sentence(
        compose(
            ordering,
            (
                f"Target {nama} dalam {indikator.asal} {in_brackets(target)} {said}",
                f"Untuk {nama}, target {indikator.asal} {in_brackets(target)} {said}",
                f"{indikator.asal} menargetkan {nama} {in_brackets(target)}, {said}",
                f"Pada {nama}, target {indikator.asal} {in_brackets(target)} {said}",
                f"Target {indikator.asal} untuk {nama} {in_brackets(target)} {said}",
                f"Dalam {indikator.asal}, target {nama} {in_brackets(target)} {said}",
            ),
            _against(others),
        )
    )


def _plan(others: Sequence[OtherTargetResult]) -> OtherTargetResult | None:
    """The target of the plan that differs and against which a capaian is known: the Renstra's, else the RKT's."""
    return next(
        (
            o
            for dokumen in (AsalTarget.RENSTRA, RKT)
            for o in others
            if o.dokumen == dokumen and o.capaian.nilai is not None
        ),
        None,
    )


def _against(others: Sequence[OtherTargetResult]) -> tuple[str, ...]:
    plan = _plan(others)
    if plan is None or plan.capaian.nilai is None:
        return (
            "",
            "untuk tahun yang sama",
            "pada tahun yang sama",
            "dalam tahun yang sama",
            "untuk tahun itu",
            "pada tahun itu",
        )
    nilai = persen(plan.capaian.nilai)
    return (
        f"; terhadap {plan.dokumen} capaiannya {nilai}",
        f", sehingga capaian terhadap {plan.dokumen} {nilai}",
        f"; capaian terhadap {plan.dokumen} adalah {nilai}",
        f"; dihitung terhadap {plan.dokumen}, capaiannya {nilai}",
        f", dengan capaian {nilai} terhadap {plan.dokumen}",
        f"; capaiannya {nilai} terhadap {plan.dokumen}",
    )
