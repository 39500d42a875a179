"""As which documents the PK of the units are printed: those of the PK murni, and those of its latest perubahan."""

from __future__ import annotations

from collections.abc import Collection


def printed_as(versions: Collection[int]) -> tuple[tuple[str, str], ...]:
    """What there is to print of rows of these versions: the words of the link and the code of the document."""
    murni = ("Lihat seperti tercetak", "pk-berjenjang")
    perubahan = ("Lihat perubahan seperti tercetak", "pk-unit-perubahan")
    return (*([murni] if 0 in versions else []), *([perubahan] if any(versions) else []))
