"""Which indikator of several kecamatan are one, and may be put beside each other.

Two are one where they are what the same template of the kabupaten says, whatever a kecamatan calls it, else where they
have the same name (capitals, spaces and a full stop at the end say nothing); and in either case the same unit, the same
rumus, which is also the direction in which it is better, and of letters the same scale: who measures otherwise than
the template says measures something else. The key of an indikator says nothing: every kecamatan gives its own.

Pure: screens, ikhtisar and LKIP ask it alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Protocol, TypeAlias, TypeVar

from sakip.capaian.values import in_percent
from sakip.snapshot.coverage import comparable

#: Template or name, unit, rumus and scale as they are compared.
Key: TypeAlias = tuple[str, str, str, str]

#: Before the number of a template, where it stands for the name: no name that is compared has a capital.
_TEMPLATE: Final = "Templat "


class Measured(Protocol):
    """How an indikator is measured: ``skala`` is the code of its scale where its values are letters, ``templat`` the
    number of the template that it follows, None of its own ones."""

    @property
    def nama(self) -> str: ...
    @property
    def satuan(self) -> str: ...
    @property
    def rumus(self) -> str: ...
    @property
    def skala(self) -> str: ...
    @property
    def templat(self) -> int | None: ...


M = TypeVar("M", bound=Measured)


def key_of(one: Measured) -> Key:
    """How it is compared, of itself."""
    return key_as(one.nama, one.satuan, one.rumus, one.skala, one.templat)


@lru_cache(maxsize=4096)  # thirty kecamatan call theirs alike
def key_as(nama: str, satuan: str, rumus: str, skala: str, templat: int | None = None) -> Key:
    """How an indikator of that template or name, unit, rumus and (of letters) scale is compared, of itself."""
    named = comparable(nama) if templat is None else f"{_TEMPLATE}{templat}"
    return named, "%" if in_percent(satuan) else comparable(satuan), rumus, skala


def called(nama: str, key: Key) -> set[str]:
    """By what an indikator with that key is known: its template or name, and its name in any case."""
    return {key[0], comparable(nama)}


class Alike:
    """Which indikator of all these, by their names and keys, are one: besides those of one key, who has no template and
    the very words that a template has elsewhere. Words of two templates are neither's."""

    def __init__(self, known: Iterable[tuple[str, Key]]) -> None:
        self._templates: defaultdict[Key, set[Key]] = defaultdict(set)
        for nama, key in known:
            if key[0].startswith(_TEMPLATE):
                self._templates[comparable(nama), *key[1:]].add(key)

    def key(self, own: Key) -> Key:
        """How it is compared among them."""
        found = self._templates.get(own, ())
        return next(iter(found)) if len(found) == 1 else own

    def keys(self, own: Iterable[M]) -> dict[Key, M]:
        """Those of one kecamatan by how they are compared; the one of a template itself before one of its words."""
        result: dict[Key, M] = {}
        for one in sorted(own, key=lambda one: one.templat is None):
            key = self.key(key_of(one))
            result[key_of(one) if one.templat is None and key in result else key] = one
        return result
