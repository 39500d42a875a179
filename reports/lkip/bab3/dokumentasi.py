"""BAB III.C.5: photos with captions, under the budget row that they show."""

from __future__ import annotations

from itertools import groupby

from reports.document.tree import Block, Bold, FotoBlock, ParagraphBlock
from reports.official.signatures import nama_kecamatan
from reports.prose.language import sentence, tidy
from reports.publish.naskah import Foto, Naskah

WITHOUT_FOTO = "tidak disertai dokumentasi foto dalam laporan ini"


def dokumentasi_content(naskah: Naskah) -> tuple[Block, ...]:
    """The photos in their order, or one sentence that there are none."""
    pelaksanaan = (
        f"Pelaksanaan program dan kegiatan {nama_kecamatan(naskah.snapshot)} tahun {naskah.snapshot.tahun}"
    )
    opening = (
        f"{pelaksanaan} didokumentasikan sebagai berikut" if naskah.foto else f"{pelaksanaan} {WITHOUT_FOTO}"
    )
    blocks: list[Block] = [ParagraphBlock(content=sentence(opening))]
    for nama, groups in groupby(naskah.foto, key=lambda f: _nama(naskah, f)):
        if nama:
            blocks.append(ParagraphBlock(content=(Bold(nama),), style="rapat"))
        blocks += [FotoBlock(file=f.berkas, keterangan=tidy(f.keterangan)) for f in groups]
    return tuple(blocks)


def _nama(naskah: Naskah, foto: Foto) -> str:
    """Name of the budget row at the level that the photo is attached to; empty when the row is not recorded."""
    locations = (foto.program, *filter(None, (foto.kegiatan, foto.sub_kegiatan)))
    for a in naskah.snapshot.anggaran:
        if (a.program, a.kegiatan, a.sub_kegiatan)[: len(locations)] == locations:
            return tidy((a.nama_program, a.nama_kegiatan, a.nama_sub_kegiatan)[len(locations) - 1])
    return ""
