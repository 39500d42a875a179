"""A text is cut where a reader would stop, and nowhere else."""

from sakip.text.reading.sentences import sentences
from tests.table_tests import each_row


@each_row(
    ("text", "expected"),
    [
        ("Target tercapai. Realisasinya 95%.", ["Target tercapai.", "Realisasinya 95%."]),
        ("Camat NURYADI, S.STP. M.Si. memimpin rapat.", ["Camat NURYADI, S.STP. M.Si. memimpin rapat."]),
        (
            "Pagu Rp. 3.427.455.027,- habis. Sisanya nol.",
            ["Pagu Rp. 3.427.455.027,- habis.", "Sisanya nol."],
        ),
        ("Serapan Rp1.000.000. Capaian naik.", ["Serapan Rp1.000.000.", "Capaian naik."]),
        ("1. Pembinaan desa. 2. Monitoring.", ["1. Pembinaan desa.", "2. Monitoring."]),
        ("Jl. Ahmad Yani No. 104 Kec. Jombang", ["Jl. Ahmad Yani No. 104 Kec. Jombang"]),
        ("Naik dari 80 ke 85; target 90 belum tercapai", ["Naik dari 80 ke 85;", "target 90 belum tercapai"]),
        ("Baris satu\nBaris dua", ["Baris satu", "Baris dua"]),
        ("Ia berkata “Selesai.” Lalu pulang.", ["Ia berkata “Selesai.”", "Lalu pulang."]),
        ("Terdiri atas dsb. dan lain-lain. Demikian.", ["Terdiri atas dsb. dan lain-lain.", "Demikian."]),
        ("  ", []),
    ],
)
def test_a_text_is_cut_into_its_sentences(text: str, expected: list[str]) -> None:
    found = list(sentences(text))
    assert [one.text for one in found] == expected
    assert all(text[one.start :].startswith(one.text) for one in found)


def test_a_sentence_that_nobody_reads_in_one_breath_is_read_in_pieces() -> None:
    text = "seratus dua " * 500
    pieces = sentences(text)
    assert max(len(one.text) for one in pieces) <= 1000
    assert " ".join(one.text for one in pieces) == text.strip()
    assert all(text[one.start :].startswith(one.text) for one in pieces)
