"""What may be done at an address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.views.decorators.http import require_POST

View = TypeVar("View", bound=Callable[..., Any])


def post_only(view: View) -> View:
    """A view that only takes forms: no page to be led to, and no address to come back to after signing in."""
    wrapped = require_POST(view)
    wrapped.post_only = True  # type: ignore[attr-defined]
    return wrapped
