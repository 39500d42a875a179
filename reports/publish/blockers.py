"""What keeps a report from being submitted: copied rows and texts that nobody confirmed, markers without a value.

Pure: from the Naskah alone. Whoever submits a report asks here; pages show it before anybody tries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Final

from reports.publish.naskah import BAGIAN_NARASI, Naskah
from reports.writing.blocks import contents, words
from reports.writing.html import read_html
from reports.writing.live import unknown_markers


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """One reason in words that follow the name of a page, and where it is mended.

    ``page`` is the code of that page; of a single text ``text`` names its place: bagian and kunci. ``marker`` is the
    marker without a value, where that is the reason.
    """

    words: str
    page: str
    marker: str = ""
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
        for marker in _left_over(map(words, contents(read_html(n.isi))) if "{" in n.isi else ()):
            place = BAGIAN_NARASI[n.bagian]
            yield Blocker(
                words=f"{marker} dalam “{place}” tidak dikenal",
                page="narasi",
                marker=marker,
                text=(n.bagian, n.kunci),
            )
    for marker in _left_over(foto.keterangan for foto in naskah.foto):
        yield Blocker(words=f"{marker} dalam keterangan foto tidak dikenal", page="narasi", marker=marker)
    for page, parts in _RECORDS.items():
        for marker in _left_over(line for part in parts for line in _lines(getattr(naskah.snapshot, part))):
            yield Blocker(
                words=f"{marker} dalam catatannya tidak dikenal; nilai hanya dapat disisipkan dalam narasi dan"
                " keterangan foto",
                page=page,
                marker=marker,
            )


def _left_over(lines: Iterable[str]) -> dict[str, None]:
    """The markers without a value in the lines, each once, in their order."""
    return dict.fromkeys(text for line in lines for text, unknown in unknown_markers(line) if unknown)


def _lines(part: Any) -> Iterator[str]:
    """Every text of a frozen part of the records."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _lines(one)
    elif is_dataclass(part):
        for one in fields(part):
            yield from _lines(getattr(part, one.name))


#: By the code of their page the parts of the snapshot in which people write.
_RECORDS: Final[dict[str, tuple[str, ...]]] = {
    "profil": ("kecamatan", "profil", "sdm"),
    "renstra": ("rpjmd", "renstra"),
    "iku": ("iku",),
    "rkt": ("rkt",),
    "pk": ("pk", "pk_lalu"),
    "rencana-aksi": ("rencana_aksi",),
    "realisasi": ("realisasi", "realisasi_tujuan", "pembanding", "tindak_lanjut"),
    "anggaran": ("anggaran", "anggaran_lalu", "belanja", "dukungan"),
}
