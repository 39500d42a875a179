"""What the trail says of an account."""

from __future__ import annotations

from typing import Any

from kecamatan.ground.trail import trail_add
from kecamatan.models import Pengguna


def tell(tindakan: str, orang: Pengguna, oleh: Pengguna | None, **isi: Any) -> None:
    """Write down what was done to somebody's account, and by whom; ``isi`` as :func:`trail_add` takes it."""
    trail_add(tindakan=tindakan, objek=orang, sebutan=orang.username, pengguna=oleh, **isi)
