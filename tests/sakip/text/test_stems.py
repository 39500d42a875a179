"""Words of one root."""

from __future__ import annotations

from sakip.text.reading.stems import stem
from tests.table_tests import each_row


@each_row(
    "words",
    [
        ("penyelesaian", "diselesaikan", "terselesaikan"),
        ("fasilitas", "fasilitasi", "terfasilitasinya", "difasilitasi"),
        ("ketentraman", "ketenteraman", "tentram"),
        ("pelayanan", "layanan", "melayani"),
        ("perencanaan", "rencana", "direncanakan"),
        ("realisasi", "terealisasi"),
        ("survei", "survey"),
    ],
)
def test_words_of_one_root_have_one_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


def test_words_of_other_roots_have_others() -> None:
    assert (
        len({stem(word) for word in ("ketertiban", "kepuasan", "kesejahteraan", "koordinasi", "desa")}) == 5
    )
