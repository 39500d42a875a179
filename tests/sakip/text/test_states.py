"""Three states stay three: each has its own word in a cell and its own words in a sentence."""

from decimal import Decimal

import pytest

from sakip.capaian.aggregates import rerata_capaian
from sakip.capaian.anggaran import compute_serapan
from sakip.capaian.results import Capaian
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import Keadaan
from sakip.text.states import no_conclusion, say_state
from sakip.text.working import shown
from tests.sakip.capaian.example_inputs import kebijakan
from tests.table_tests import each_row

WITHOUT = [k for k in Keadaan if k is not Keadaan.TERHITUNG]
PENDING, UNAVAILABLE, NOT_COMPUTABLE = (
    Keadaan.BELUM_DIISI,
    Keadaan.TIDAK_TERSEDIA,
    Keadaan.TIDAK_DAPAT_DIHITUNG,
)


def test_no_state_is_said_like_another() -> None:
    assert [say_state(k) for k in WITHOUT] == ["belum diisi", "tidak tersedia", "tidak dapat dihitung"]
    assert [no_conclusion(k) for k in WITHOUT] == [
        "belum dapat disimpulkan",
        "tidak dapat disimpulkan",
        "tidak dapat dihitung",
    ]


@pytest.mark.parametrize(
    ("pagu", "realisasi", "text"),
    [
        (Decimal(100_000_000), None, "belum diisi"),
        (None, Decimal(0), "belum diisi"),
        (Decimal(0), Decimal(0), "tidak dapat dihitung"),
        (Decimal(200), Decimal(0), "0,00%"),
    ],
)
def test_serapan(pagu: Decimal | None, realisasi: Decimal | None, text: str) -> None:
    assert shown(compute_serapan(pagu, realisasi)) == text


@each_row(
    ("states", "text"),
    [
        ([], "belum diisi"),
        ([UNAVAILABLE, UNAVAILABLE], "tidak tersedia"),
        ([NOT_COMPUTABLE, UNAVAILABLE], "tidak tersedia"),
        ([NOT_COMPUTABLE], "tidak dapat dihitung"),
        ([UNAVAILABLE, PENDING], "belum diisi"),
    ],
)
def test_a_mean_without_a_value_first_says_what_can_still_be_filled(states: list[Keadaan], text: str) -> None:
    capaian = [Capaian(keadaan=k, rumus=Rumus.POSITIF, target=None) for k in states]
    assert shown(rerata_capaian(capaian, kebijakan())) == text
