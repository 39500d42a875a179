"""The text of a kabupaten as one kecamatan's narrative starts with it: ``{kecamatan}`` and its like become names.

Names are put in when a text starts, once: it is the kecamatan's own from then on. Live values (:mod:`.live`) stay what
they are, and follow the tables. Pure: from the Naskah alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from reports.official.signatures import nama_kabupaten, nama_kecamatan
from reports.publish.naskah import Naskah
from reports.writing.blocks import Block, Inline, inline, map_contents

#: What stands in braces, and what it becomes.
NAMES: Final[dict[str, Callable[[Naskah], str]]] = {
    "kecamatan": lambda naskah: nama_kecamatan(naskah.snapshot),
    "kabupaten": lambda naskah: nama_kabupaten(naskah.snapshot.kecamatan.kabupaten),
    "provinsi": lambda naskah: naskah.snapshot.kecamatan.kabupaten.provinsi,
    "camat": lambda naskah: naskah.snapshot.kecamatan.sebutan_camat,
    "tahun": lambda naskah: str(naskah.snapshot.tahun),
    "tahun lalu": lambda naskah: str(naskah.snapshot.tahun - 1),
    "tahun depan": lambda naskah: str(naskah.snapshot.tahun + 1),
}

_NAME: Final = re.compile(
    r"\{\s*("
    + "|".join(name.replace(" ", r"\s+") for name in sorted(NAMES, key=len, reverse=True))
    + r")\s*\}",
    re.IGNORECASE,
)


def named(blocks: Iterable[Block], naskah: Naskah) -> tuple[Block, ...]:
    """The blocks with the names of this kecamatan and year in their places."""

    def changed(content: Inline) -> Inline:
        if not any("{" in piece.text for piece in content):
            return content
        return inline(replace(piece, text=_named(piece.text, naskah)) for piece in content)

    return map_contents(blocks, changed)


def _named(text: str, naskah: Naskah) -> str:
    return _NAME.sub(lambda found: NAMES[" ".join(found[1].lower().split())](naskah), text)
