"""A storage that cannot be written, in words for whoever waits and for whoever looks after the server."""

from __future__ import annotations

import errno
from typing import Final

from django.db import DatabaseError

_WORDS: Final = {
    errno.ENOSPC: "Penyimpanan server penuh",
    errno.EDQUOT: "Penyimpanan server penuh",
    errno.EROFS: "Penyimpanan server hanya dapat dibaca",
    errno.EACCES: "Server tidak berhak menulis ke penyimpanannya",
    errno.EPERM: "Server tidak berhak menulis ke penyimpanannya",
    errno.EIO: "Penyimpanan server rusak",
}

#: The same as SQLite names it, and as PostgreSQL numbers it.
_OF_A_DATABASE: Final = {
    "SQLITE_FULL": errno.ENOSPC,
    "53100": errno.ENOSPC,
    "SQLITE_READONLY": errno.EROFS,
    "SQLITE_READONLY_DIRECTORY": errno.EROFS,
    "25006": errno.EROFS,
    "SQLITE_IOERR_WRITE": errno.EIO,
    "58030": errno.EIO,
}


def storage_trouble(error: BaseException | None) -> str:
    """What stands in the way, with the remedy; empty for an error that is not of the storage."""
    words = _WORDS.get(_number(error))
    return f"{words}. Hubungi admin, lalu coba lagi setelah diperbaiki." if words else ""


def _number(error: BaseException | None) -> int:
    """By which number the system knows it; 0 for what is none of its errors."""
    if isinstance(error, OSError):
        return error.errno or 0
    driver = error.__cause__ if isinstance(error, DatabaseError) else None
    name = getattr(driver, "sqlite_errorname", None) or getattr(driver, "sqlstate", None)
    return _OF_A_DATABASE.get(name or "", 0)
