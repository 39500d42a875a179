"""Page of what people wrote, by sasaran and indikator, and the photos."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reports.document.tree import Part
from reports.lkip.bab3.dokumentasi import foto_blocks
from reports.pages.parts import LEVEL, part
from reports.prose.language import tidy
from reports.publish.naskah import BAGIAN_NARASI, Narasi, Naskah
from reports.writing.to_document import narrative


@dataclass(slots=True)
class _TextGroup:
    """The texts about one sasaran or indikator; ``children`` are those about its indikator."""

    title: str
    naskah: list[Narasi] = field(default_factory=list)
    children: list[_TextGroup] = field(default_factory=list)


def narasi_page(naskah: Naskah) -> tuple[Part, ...]:
    """General texts, then those of every sasaran with its indikator, then the photos."""
    written = [n for n in naskah.narasi if n.isi.strip()]
    foto = (part("dokumentasi", "Dokumentasi", *foto_blocks(naskah, naskah.foto)),) if naskah.foto else ()
    groups = enumerate(_groups(naskah, written), start=1)
    return (*(_part(one, f"narasi-{nomor}", LEVEL) for nomor, one in groups), *foto)


def _groups(naskah: Naskah, written: list[Narasi]) -> Iterator[_TextGroup]:
    """Groups that hold a text, in printed order; texts whose sasaran or indikator is gone come last, not lost."""
    ordering = {kode: order for order, kode in enumerate(BAGIAN_NARASI)}
    rest: dict[str, list[Narasi]] = {}
    for n in sorted(written, key=lambda n: (ordering[n.bagian], n.kunci)):
        rest.setdefault(n.kunci, []).append(n)
    if general := rest.pop("", []):
        yield _TextGroup("Uraian Umum", general)
    renstra = naskah.snapshot.renstra_in_force
    for tujuan in renstra.tujuan if renstra else ():
        for sasaran in tujuan.sasaran:
            group = _TextGroup(f"Sasaran: {tidy(sasaran.uraian)}", rest.pop(sasaran.kunci, []))
            group.children = [
                _TextGroup(f"Indikator: {tidy(i.nama)}", own)
                for i in sasaran.indikator
                if (own := rest.pop(i.kunci, []))
            ]
            if group.naskah or group.children:
                yield group
    if rest:
        yield _TextGroup("Narasi Lain", [n for own in rest.values() for n in own])


def _part(group: _TextGroup, key: str, level: int) -> Part:
    naskah = tuple(
        Part(
            key=f"{key}-n{nomor}",
            title=BAGIAN_NARASI[n.bagian],
            level=level + 1,
            content=narrative(n.isi, unread=not n.ditinjau),
        )
        for nomor, n in enumerate(group.naskah, start=1)
    )
    children = tuple(
        _part(one, f"{key}-i{nomor}", level + 1) for nomor, one in enumerate(group.children, start=1)
    )
    return Part(key=key, title=group.title, level=level, children=(*naskah, *children))
