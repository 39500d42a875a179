"""A template that prints a name which nothing has fails its test: on a page it would be an empty place, or a link to
nowhere, and pass in silence."""

from __future__ import annotations


class NothingHasIt(str):
    """What the template engine is told to print instead (``string_if_invalid``)."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        return part == "%s"  # so the engine gives the name

    def __mod__(self, name: object) -> str:
        raise LookupError(f"a template prints {name}, which nothing has; say {{% if %}} or {{% firstof %}}")

    def __html__(self) -> str:  # of a method that cannot be called without arguments: "count" of a tuple
        raise LookupError("a template prints a method, which nothing has called")
