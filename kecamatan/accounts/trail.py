"""What the trail says of an account."""

from __future__ import annotations

from typing import Any

from kecamatan.ground.trail import trail_add
from kecamatan.models import Pengguna


def tell(action: str, person: Pengguna, by: Pengguna | None, **content: Any) -> None:
    """Write down what was done to somebody's account, and by whom; ``content`` as :func:`trail_add` takes it."""
    trail_add(action=action, subject=person, sebutan=person.username, pengguna=by, **content)
