"""What pytest finds out anew for each of nine thousand tests, found out once."""

from __future__ import annotations

from typing import Any

from _pytest import fixtures


def quicken() -> None:
    """From here on it is known what the function takes that pytest makes anew for every fixture asking for ``request``:
    nothing."""
    names_of = fixtures.getfuncargnames

    def quick_names_of(function: Any, *, name: str = "", cls: type | None = None) -> tuple[str, ...]:
        if name == "request" and function.__qualname__.startswith("RequestFixtureDef."):
            return ()
        return names_of(function, name=name, cls=cls)

    fixtures.getfuncargnames = quick_names_of
