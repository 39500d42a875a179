"""BAB III.C.5: photos with captions, under the budget row that they show."""

from __future__ import annotations

from itertools import groupby

from reports.document.tree import Blok, FotoBlok, Paragraf, Tebal
from reports.official.signatures import nama_kecamatan
from reports.prose.language import kalimat, rapi
from reports.publish.naskah import Foto, Naskah

TANPA_FOTO = "tidak disertai dokumentasi foto dalam laporan ini"


def isi_dokumentasi(naskah: Naskah) -> tuple[Blok, ...]:
    """The photos in their order, or one sentence that there are none."""
    pelaksanaan = (
        f"Pelaksanaan program dan kegiatan {nama_kecamatan(naskah.snapshot)} tahun {naskah.snapshot.tahun}"
    )
    pembuka = (
        f"{pelaksanaan} didokumentasikan sebagai berikut" if naskah.foto else f"{pelaksanaan} {TANPA_FOTO}"
    )
    blok: list[Blok] = [Paragraf(isi=kalimat(pembuka))]
    for nama, kelompok in groupby(naskah.foto, key=lambda f: _nama(naskah, f)):
        if nama:
            blok.append(Paragraf(isi=(Tebal(nama),), gaya="rapat"))
        blok += [FotoBlok(berkas=f.berkas, keterangan=rapi(f.keterangan)) for f in kelompok]
    return tuple(blok)


def _nama(naskah: Naskah, foto: Foto) -> str:
    """Name of the budget row at the level that the photo is attached to; empty when the row is not recorded."""
    letak = (foto.program, *filter(None, (foto.kegiatan, foto.sub_kegiatan)))
    for a in naskah.snapshot.anggaran:
        if (a.program, a.kegiatan, a.sub_kegiatan)[: len(letak)] == letak:
            return rapi((a.nama_program, a.nama_kegiatan, a.nama_sub_kegiatan)[len(letak) - 1])
    return ""
