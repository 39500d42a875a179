"""The text of a file as programs save it, whatever its encoding."""

from __future__ import annotations

from typing import Final

_UTF32: Final = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


def decoded(content: bytes) -> str:
    """The text: what its first bytes say it is, else UTF-8, else what Excel and Notepad write without being asked."""
    if content.startswith(_UTF32):  # asked first: one of them begins as UTF-16 does
        return content.decode("utf-32", errors="replace")
    if content.startswith(_UTF16):  # Excel's "Unicode text"
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
