"""BAB III.C.5: photos with captions, under the budget row that they show."""

from __future__ import annotations

from reports.document.tree import Block, Bold, FotoBlock, ParagraphBlock
from reports.official.signatures import nama_kecamatan
from reports.prose.language import sentence, tidy
from reports.publish.naskah import Foto, Naskah

#: Heading of photos that belong to no row of the budget, where others do.
OTHERS = "Dokumentasi lain"


def dokumentasi_content(naskah: Naskah) -> tuple[Block, ...]:
    """The photos, each below the name of what it shows; nothing where there are none.

    Those of nothing that the budget names come last, under a heading of their own.
    """
    if not naskah.foto:
        return ()
    opening = sentence(
        f"Pelaksanaan program dan kegiatan {nama_kecamatan(naskah.snapshot)} tahun {naskah.snapshot.tahun} "
        f"didokumentasikan sebagai berikut"
    )
    blocks: list[Block] = [ParagraphBlock(content=opening)]
    by_name: dict[str, list[Foto]] = {}
    for foto in naskah.foto:
        by_name.setdefault(_nama(naskah, foto), []).append(foto)
    others = by_name.pop("", [])
    for nama, shown in (*by_name.items(), *([(OTHERS if by_name else "", others)] if others else [])):
        if nama:
            blocks.append(ParagraphBlock(content=(Bold(nama),), style="rapat"))
        blocks += [FotoBlock(file=f.berkas, keterangan=tidy(f.keterangan)) for f in shown]
    return tuple(blocks)


def _nama(naskah: Naskah, foto: Foto) -> str:
    """Name of the budget row at the level that the photo is attached to; empty when the row is not recorded."""
    locations = (foto.program, *filter(None, (foto.kegiatan, foto.sub_kegiatan)))
    for a in naskah.snapshot.anggaran:
        if (a.program, a.kegiatan, a.sub_kegiatan)[: len(locations)] == locations:
            return tidy((a.nama_program, a.nama_kegiatan, a.nama_sub_kegiatan)[len(locations) - 1])
    return ""
