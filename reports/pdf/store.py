"""Parts of documents on disk: made once, asked for by the hash of everything they are made of.

It is no archive: whatever is missing, broken or cannot be written is made again. Several processes may use it at once.
"""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.conf import settings

log = logging.getLogger(__name__)

#: Bytes that the folder may hold; what was not asked for longest goes first.
LIMIT: Final = 512 * 1024**2
#: How much goes at a time, so that not every part that comes has to look for room.
_ROOM: Final = 0.9

_MARK: Final = hashlib.sha256().digest_size


def get(key: str) -> bytes | None:
    """What is kept under a key; None where there is nothing, or nothing sound."""
    place = _place(key)
    try:
        whole = place.read_bytes()
        os.utime(place)  # asked for now
    except OSError:
        return None
    content = whole[_MARK:]
    if hashlib.sha256(content).digest() != whole[:_MARK]:
        log.warning("bagian PDF %s rusak; dibuat lagi", place)
        place.unlink(missing_ok=True)
        return None
    return content


def names() -> set[str]:
    """Every key under which something is kept."""
    try:
        return set(os.listdir(settings.PDF_PARTS))
    except OSError:
        return set()


def put(key: str, content: bytes, *, only_new: bool = False) -> None:
    """Keep something; whoever reads meanwhile has all of it or nothing. Where it cannot be kept the log says so."""
    place = _place(key)
    if only_new and place.exists():
        return
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".", delete=False) as new:
            new.write(hashlib.sha256(content).digest() + content)
        os.replace(new.name, place)
    except OSError as error:
        log.warning("bagian PDF tidak dapat disimpan: %s", error)


def tidy(limit: int = LIMIT) -> None:
    """Let go of what was not asked for longest, where there is more than ``limit``."""
    files = sorted(_files())
    held = sum(size for _, size, _ in files)
    if held <= limit:
        return
    for _, size, place in files:
        place.unlink(missing_ok=True)
        held -= size
        if held <= limit * _ROOM:
            return


def _files() -> Iterator[tuple[float, int, Path]]:
    """When asked for last, size and place of everything kept."""
    try:
        entries = list(os.scandir(settings.PDF_PARTS))
    except OSError:
        return
    for entry in entries:
        try:
            about = entry.stat()
        except OSError:  # gone meanwhile
            continue
        yield about.st_mtime, about.st_size, Path(entry.path)


def _place(key: str) -> Path:
    return Path(settings.PDF_PARTS) / key
