"""Files whose name is their content: stored once, read only where they are whole."""

from __future__ import annotations

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


def read_whole(name: str, sha256: str) -> bytes | None:
    """The file of that name; None where there is none, or not the whole of it, by its fingerprint."""
    try:
        with default_storage.open(name) as source:
            content: bytes = source.read()
    except FileNotFoundError:
        return None
    return content if hashlib.sha256(content).hexdigest() == sha256 else None


def store_once(name: str, content: bytes, sha256: str) -> None:
    """Store a file under the name that is its content; what is there already stays, half of one is written anew."""
    if read_whole(name, sha256) is not None:
        return
    default_storage.delete(name)  # half of one, if writing was cut off
    stored = default_storage.save(name, ContentFile(content))
    if stored != name:  # somebody else was quicker
        default_storage.delete(stored)
