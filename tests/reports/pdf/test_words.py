"""Where a word may be divided: at syllables, each with a vowel, as the language has them."""

from __future__ import annotations

import pytest

from reports.pdf.words import Dividers

pytestmark = pytest.mark.one_engine


@pytest.mark.parametrize(
    "divided",
    [
        "ke-lu-rahan",  # the dictionary alone: ke-lu-r-ah-an
        "ma-sya-ra-kat",  # ma-sya-ra-k-at
        "no-men-kla-tur",  # no-men-k-la-tur: kl begins a syllable
        "sek-to-ral",  # se-k-to-ral: kt does not
        "pro-ses-nya",
        "me-mi-liki",
        "pe-nye-leng-ga-raan",  # no two letters alone on a line
        "APBD",
    ],
)
def test_no_syllable_is_without_a_vowel(divided: str) -> None:
    asked = Dividers().get(("id_ID", 2, 3, 6))
    assert asked.inserted(divided.replace("-", "")) == divided


def test_other_languages_are_divided_as_the_engine_does() -> None:
    assert Dividers().get(("en_US", 2, 3, 6)) is None
