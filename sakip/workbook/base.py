"""What a workbook was filled with when it was downloaded: kept in the file itself, in a sheet that nobody sees.

By it an upload is told what people changed in the file from what others changed on the site since.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from sakip.workbook.sheets.said import Cells

Content = dict[str, list[Cells]]
"""The rows of every sheet by its name."""

#: Characters of a cell: a multiple of four, as base 64 is read in fours.
_PIECE: Final = 32_000
#: Bytes that are unpacked: twenty times what the largest of the contoh needs.
_LARGEST: Final = 20 * 1024 * 1024


class BaseBroken(ValueError):
    """The sheet does not hold what was written into it."""


def write_base(content: Content) -> list[str]:
    """The content in pieces that fit into a cell each."""
    plain = json.dumps(content, default=_tagged, ensure_ascii=False, separators=(",", ":"))
    packed = base64.b64encode(zlib.compress(plain.encode(), 9)).decode("ascii")
    return [packed[place : place + _PIECE] for place in range(0, len(packed), _PIECE)]


def read_base(pieces: Iterable[str]) -> Content:
    """The content again. Raises :class:`BaseBroken`."""
    try:
        unpacking = zlib.decompressobj()
        plain = unpacking.decompress(base64.b64decode("".join(pieces), validate=True), _LARGEST)
        if unpacking.unconsumed_tail or not unpacking.eof:
            raise BaseBroken
        content = json.loads(plain, object_hook=_untagged)
    except (binascii.Error, zlib.error, ArithmeticError, ValueError, RecursionError) as error:
        raise BaseBroken from error
    if not isinstance(content, dict) or not all(
        isinstance(rows, list) and all(isinstance(row, dict) for row in rows) for rows in content.values()
    ):
        raise BaseBroken
    return content


def _tagged(value: Any) -> dict[str, str]:
    if isinstance(value, date):
        return {"@tanggal": value.isoformat()}
    if isinstance(value, Decimal):
        return {"@angka": str(value)}
    raise TypeError(f"{type(value)} tidak dikenal")


def _untagged(value: dict[str, Any]) -> Any:
    match value:
        case {"@tanggal": str(text)}:
            return date.fromisoformat(text)
        case {"@angka": str(text)}:
            return Decimal(text)
    return value
