"""What people read has its dates in words (17 Agustus 2026): no day of a message is made of digits alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
_DIGITS: Final = re.compile(r"%d[-/.]%m")

#: Records and lines of operators, compared letter by letter.
_OF_MACHINES: Final = {"reports/signing/recorded.py", "reports/management/commands/rantai_arsip.py"}


def test_no_message_writes_a_date_in_digits() -> None:
    found = {
        str(path.relative_to(ROOT))
        for room in ("kecamatan", "sakip", "reports")
        for path in (ROOT / room).rglob("*.py")
        if _DIGITS.search(path.read_text(encoding="utf-8"))
    }
    assert found == _OF_MACHINES
