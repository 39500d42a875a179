"""A storage that cannot be written, in words for whoever waits and for whoever looks after the server."""

from __future__ import annotations

import errno
from typing import Final

_WORDS: Final = {
    errno.ENOSPC: "Penyimpanan server penuh",
    errno.EDQUOT: "Penyimpanan server penuh",
    errno.EROFS: "Penyimpanan server hanya dapat dibaca",
    errno.EACCES: "Server tidak berhak menulis ke penyimpanannya",
    errno.EPERM: "Server tidak berhak menulis ke penyimpanannya",
    errno.EIO: "Penyimpanan server rusak",
}


def storage_trouble(error: BaseException) -> str:
    """What stands in the way, with the remedy; empty for an error that is not of the storage."""
    words = _WORDS.get(error.errno or 0) if isinstance(error, OSError) else None
    return f"{words}. Hubungi admin, lalu coba lagi setelah diperbaiki." if words else ""
