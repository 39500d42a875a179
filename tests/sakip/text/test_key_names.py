"""The kunci of a plan's row: made of its words, unique, never longer than its column."""

from __future__ import annotations

from sakip.text.key_names import new_key
from tests.table_tests import each_row


@each_row(
    ("word", "used", "key"),
    [
        ("Indeks Kepuasan Masyarakat (%)", (), "indeks-kepuasan-masyarakat"),
        ("Nilai SAKIP", ("nilai-sakip",), "nilai-sakip-2"),
        ("Nilai SAKIP", ("nilai-sakip", "nilai-sakip-2"), "nilai-sakip-3"),
        ("…", (), "indikator"),
        ("", ("indikator",), "indikator-2"),
        (
            "Persentase Indikator Program yang Tercapai di Kecamatan",
            (),
            "persentase-indikator-program-yang-tercapai-di",
        ),
        ("a" * 80, (), "a" * 50),
    ],
)
def test_a_kunci_is_made_of_the_words(word: str, used: tuple[str, ...], key: str) -> None:
    assert new_key(word, used, default="indikator") == key
