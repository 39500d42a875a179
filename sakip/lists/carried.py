"""A list between its preview and the click that confirms it: sealed, in the page itself, for who uploaded it alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any, Final

from django.core import signing

from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna
from sakip.workbook.plain_table import TableRow

#: Seconds for which a preview may be confirmed.
_TERM: Final = 2 * 60 * 60

_EXPIRED: Final = "Pratinjau ini sudah tidak berlaku. Unggah lagi daftarnya."


def seal(kind: str, content: Any, by: Pengguna) -> str:
    """What a page carries of a list: compressed, and of no use to anybody else or on another page."""
    return signing.dumps([by.pk, content], salt=_salt(kind), compress=True)


def unseal(kind: str, text: str, by: Pengguna) -> Any:
    """The list again. Raises :class:`kecamatan.ground.errors.InputError` for what is too old or not this user's."""
    try:
        owner, content = signing.loads(text, salt=_salt(kind), max_age=_TERM)
    except (signing.BadSignature, ValueError) as error:
        raise InputError(_EXPIRED) from error
    if owner != by.pk:
        raise InputError(_EXPIRED)
    return content


def mark_of(shown: Any) -> str:
    """What a preview showed, to be compared when it is confirmed."""
    return hashlib.sha256(json.dumps(shown, sort_keys=True, default=str).encode()).hexdigest()


def _salt(kind: str) -> str:
    return f"sakip.lists.{kind}"


def packed_rows(rows: Iterable[TableRow]) -> list[list[Any]]:
    """Rows as they are sealed."""
    return [[row.number, dict(row.texts), dict(row.broken)] for row in rows]


def unpacked_rows(content: Iterable[Any]) -> list[TableRow]:
    """Rows that were sealed."""
    return [TableRow(number=number, texts=texts, broken=broken) for number, texts, broken in content]
