"""BAB III: photos with captions under the budget row that they show, with its sasaran or in a part of their own."""

from __future__ import annotations

from collections.abc import Iterable

from reports.document.tree import Block, Bold, FotoBlock, ParagraphBlock
from reports.prose.language import tidy
from reports.publish.naskah import Foto, Naskah
from sakip.capaian.results import SasaranResult

#: Heading of photos that belong to no row of the budget, where others do.
OTHERS = "Dokumentasi lain"


def dokumentasi_content(naskah: Naskah) -> tuple[Block, ...]:
    """The photos that are shown with no sasaran; nothing where there are none."""
    if not (rest := [f for f in naskah.foto if _sasaran_of(naskah, f) is None]):
        return ()
    return foto_blocks(naskah, rest)


def foto_sasaran(naskah: Naskah, sasaran: SasaranResult) -> tuple[Block, ...]:
    """The photos of the programs of a sasaran; one of a program that supports several stands with the first."""
    return foto_blocks(naskah, [f for f in naskah.foto if _sasaran_of(naskah, f) is sasaran])


def foto_blocks(naskah: Naskah, photos: Iterable[Foto]) -> tuple[Block, ...]:
    """Each photo below the name of what it shows; those of nothing that the budget names come last."""
    by_name: dict[str, list[Foto]] = {}
    for foto in photos:
        by_name.setdefault(_nama(naskah, foto), []).append(foto)
    others = by_name.pop("", [])
    blocks: list[Block] = []
    for nama, shown in (*by_name.items(), *([(OTHERS if by_name else "", others)] if others else [])):
        if nama:
            blocks.append(ParagraphBlock(content=(Bold(nama),), style="rapat"))
        blocks += [
            FotoBlock(key=f"gambar-foto-{n}", file=f.berkas, keterangan=tidy(f.keterangan))
            for n, f in enumerate(naskah.foto, start=1)
            if any(f is one for one in shown)
        ]
    return tuple(blocks)


def _sasaran_of(naskah: Naskah, foto: Foto) -> SasaranResult | None:
    results = naskah.results
    return next((s for s in results.sasaran if foto.program in s.program), None) if results else None


def _nama(naskah: Naskah, foto: Foto) -> str:
    """Name of the budget row at the level that the photo is attached to; empty when the row is not recorded."""
    locations = (foto.program, *filter(None, (foto.kegiatan, foto.sub_kegiatan)))
    for a in naskah.snapshot.anggaran:
        if (a.program, a.kegiatan, a.sub_kegiatan)[: len(locations)] == locations:
            return tidy((a.nama_program, a.nama_kegiatan, a.nama_sub_kegiatan)[len(locations) - 1])
    return ""
