"""A text is read whatever program saved it."""

from __future__ import annotations

import codecs

from sakip.text.decoding import decoded
from tests.table_tests import each_row

TEXT = "Meningkatnya mutu – “prima”; Rp1.000"


@each_row(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.encode("cp1252"),  # Notepad, and Excel without being asked
    ],
)
def test_a_text_is_read_in_any_encoding(content: bytes) -> None:
    assert decoded(content) == TEXT


def test_what_is_cut_off_in_the_middle_of_a_letter_is_read_up_to_it() -> None:
    assert decoded(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"c") == "ab�"
    assert decoded(b"") == ""
