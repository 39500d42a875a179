"""Page of what people wrote, by sasaran and indikator, and the photos."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reports.document.tree import Bagian, Blok, Miring, Paragraf
from reports.lkip.bab3.dokumentasi import isi_dokumentasi
from reports.pages.parts import TINGKAT, bagian
from reports.prose.language import rapi
from reports.publish.naskah import BAGIAN_NARASI, Narasi, Naskah
from reports.writing.to_document import narrative

BELUM_DITINJAU = "Belum ditinjau: salinan dari tahun lain yang belum dibaca ulang."


@dataclass(slots=True)
class _TextGroup:
    """The texts about one sasaran or indikator; ``anak`` are those about its indikator."""

    judul: str
    naskah: list[Narasi] = field(default_factory=list)
    anak: list[_TextGroup] = field(default_factory=list)


def halaman_narasi(naskah: Naskah) -> tuple[Bagian, ...]:
    """General texts, then those of every sasaran with its indikator, then the photos."""
    tertulis = [n for n in naskah.narasi if n.isi.strip()]
    foto = (bagian("dokumentasi", "Dokumentasi", *isi_dokumentasi(naskah)),) if naskah.foto else ()
    kelompok = enumerate(_kelompok(naskah, tertulis), start=1)
    return (*(_bagian(satu, f"narasi-{nomor}", TINGKAT) for nomor, satu in kelompok), *foto)


def _kelompok(naskah: Naskah, tertulis: list[Narasi]) -> Iterator[_TextGroup]:
    """Groups that hold a text, in printed order; texts whose sasaran or indikator is gone come last, not lost."""
    urutan = {kode: urut for urut, kode in enumerate(BAGIAN_NARASI)}
    sisa: dict[str, list[Narasi]] = {}
    for n in sorted(tertulis, key=lambda n: (urutan[n.bagian], n.kunci)):
        sisa.setdefault(n.kunci, []).append(n)
    if umum := sisa.pop("", []):
        yield _TextGroup("Uraian Umum", umum)
    renstra = naskah.snapshot.renstra_berlaku
    for tujuan in renstra.tujuan if renstra else ():
        for sasaran in tujuan.sasaran:
            kelompok = _TextGroup(f"Sasaran: {rapi(sasaran.uraian)}", sisa.pop(sasaran.kunci, []))
            kelompok.anak = [
                _TextGroup(f"Indikator: {rapi(i.nama)}", milik)
                for i in sasaran.indikator
                if (milik := sisa.pop(i.kunci, []))
            ]
            if kelompok.naskah or kelompok.anak:
                yield kelompok
    if sisa:
        yield _TextGroup("Narasi Lain", [n for milik in sisa.values() for n in milik])


def _bagian(kelompok: _TextGroup, kunci: str, tingkat: int) -> Bagian:
    naskah = tuple(
        Bagian(
            kunci=f"{kunci}-n{nomor}", judul=BAGIAN_NARASI[n.bagian], tingkat=tingkat + 1, isi=tuple(_isi(n))
        )
        for nomor, n in enumerate(kelompok.naskah, start=1)
    )
    anak = tuple(
        _bagian(satu, f"{kunci}-i{nomor}", tingkat + 1) for nomor, satu in enumerate(kelompok.anak, start=1)
    )
    return Bagian(kunci=kunci, judul=kelompok.judul, tingkat=tingkat, anak=(*naskah, *anak))


def _isi(narasi: Narasi) -> Iterator[Blok]:
    if not narasi.ditinjau:
        yield Paragraf(isi=(Miring(BELUM_DITINJAU),), gaya="catatan")
    yield from narrative(narasi.isi)
