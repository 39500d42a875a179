"""BAB III.C.5: photos with captions, under the budget row that they show."""

from __future__ import annotations

from itertools import groupby

from reports.document.tree import Bagian, Blok, FotoBlok, Paragraf, Tebal
from reports.official.signatures import nama_kecamatan
from reports.prose.language import kalimat, rapi
from reports.publish.inputs import Foto, Naskah

TANPA_FOTO = "tidak disertai dokumentasi foto dalam laporan ini"


def dokumentasi(naskah: Naskah, nomor: str) -> Bagian:
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
    return Bagian(kunci="dokumentasi", judul="Dokumentasi", tingkat=3, nomor=nomor, isi=tuple(blok))


def _nama(naskah: Naskah, foto: Foto) -> str:
    """Name of the budget row at the level that the photo is attached to; empty when the row is not recorded."""
    for a in naskah.snapshot.anggaran:
        if foto.sub_kegiatan and (a.program, a.kegiatan, a.sub_kegiatan) == (
            foto.program,
            foto.kegiatan,
            foto.sub_kegiatan,
        ):
            return rapi(a.nama_sub_kegiatan)
        if (
            not foto.sub_kegiatan
            and foto.kegiatan
            and (a.program, a.kegiatan) == (foto.program, foto.kegiatan)
        ):
            return rapi(a.nama_kegiatan)
        if not foto.sub_kegiatan and not foto.kegiatan and a.program == foto.program:
            return rapi(a.nama_program)
    return ""
