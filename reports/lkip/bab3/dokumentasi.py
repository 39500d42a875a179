"""BAB III: photos with captions under the budget row that they show, with its sasaran or in a part of their own."""

from __future__ import annotations

from collections.abc import Iterable

from reports.document.tree import Block, Bold, FotoBlock, ParagraphBlock
from reports.prose.language import tidy
from reports.publish.naskah import Foto, Naskah
from sakip.capaian.results import SasaranResult

#: Heading of photos that belong to no row of the budget, where others do.
OTHERS = "Dokumentasi lain"

#: As many photos as stand beside each other.
_SIDE_BY_SIDE = 2


def dokumentasi_content(naskah: Naskah) -> tuple[Block, ...]:
    """The photos that are shown with no sasaran; nothing where there are none."""
    if not (rest := [f for f in naskah.foto if _sasaran_of(naskah, f) is None]):
        return ()
    return foto_blocks(naskah, rest)


def foto_sasaran(naskah: Naskah, sasaran: SasaranResult) -> tuple[Block, ...]:
    """The photos of the programs of a sasaran; one of a program that supports several stands with the first."""
    return foto_blocks(naskah, [f for f in naskah.foto if _sasaran_of(naskah, f) is sasaran])


def foto_blocks(naskah: Naskah, photos: Iterable[Foto]) -> tuple[Block, ...]:
    """Photos below the name of what they show; those of nothing that the budget names come last.

    What has one photo stands beside others that have one, its name in the caption: a heading over each would leave
    half of every line empty.
    """
    by_name: dict[str, list[Foto]] = {}
    for foto in photos:
        by_name.setdefault(_nama(naskah, foto), []).append(foto)
    others = by_name.pop("", [])
    single = [(nama, shown[0]) for nama, shown in by_name.items() if len(shown) == 1]
    if len(single) < _SIDE_BY_SIDE:
        single = []
    blocks = [_block(naskah, foto, f"{tidy(foto.keterangan)} ({nama})") for nama, foto in single]
    beside = {nama for nama, _ in single}
    groups = [(nama, shown) for nama, shown in by_name.items() if nama not in beside]
    for nama, shown in (*groups, *([(OTHERS if by_name else "", others)] if others else [])):
        if nama:
            blocks.append(ParagraphBlock(content=(Bold(nama),), style="rapat"))
        blocks += [_block(naskah, foto, tidy(foto.keterangan)) for foto in shown]
    return tuple(blocks)


def _block(naskah: Naskah, foto: Foto, caption: str) -> Block:
    number = next(n for n, one in enumerate(naskah.foto, start=1) if one is foto)
    return FotoBlock(key=f"gambar-foto-{number}", file=foto.berkas, keterangan=caption)


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
