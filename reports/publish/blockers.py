"""What keeps a report from being submitted: copied rows and texts that nobody confirmed, markers without a value.

Pure: from the Naskah alone. Whoever submits a report asks here; pages show it before anybody tries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.publish.naskah import BAGIAN_NARASI, Naskah
from reports.writing.blocks import contents, words
from reports.writing.html import read_html
from reports.writing.live import unknown_markers


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """One reason in words that follow the name of a page, and where it is mended.

    ``page`` is the code of that page; of a single text ``text`` names its place: bagian and kunci.
    """

    words: str
    page: str
    text: tuple[str, str] | None = None


def blockers(naskah: Naskah) -> tuple[Blocker, ...]:
    """Every reason why the report may not be submitted, in the order of its pages; none when it may."""
    return tuple(_reasons(naskah))


def _reasons(naskah: Naskah) -> Iterator[Blocker]:
    for page, count in naskah.unread_rows:
        yield Blocker(words=f"{count} baris belum ditinjau", page=page)
    if unread := sum(1 for n in naskah.narasi if n.isi and not n.ditinjau):
        yield Blocker(words=f"{unread} tulisan belum ditinjau", page="narasi")
    for n in naskah.narasi:
        for marker in _left_over(n.isi):
            place = BAGIAN_NARASI[n.bagian]
            yield Blocker(
                words=f"{marker} dalam “{place}” tidak dikenal", page="narasi", text=(n.bagian, n.kunci)
            )


def _left_over(html: str) -> list[str]:
    if "{" not in html:
        return []
    lines = (words(content) for content in contents(read_html(html)))
    return list(dict.fromkeys(text for line in lines for text, unknown in unknown_markers(line) if unknown))
