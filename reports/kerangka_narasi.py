"""The outline of the narrative: every place where people may write in a year, and how far each of them is.

Pure: from the Naskah alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reports.naskah import BAGIAN_NARASI, Naskah
from reports.sections.bab3.analisis_sebab import TEMPAT
from reports.sections.bahasa import rapi

PER_INDIKATOR: Final = tuple(bagian for bagian, _ in TEMPAT)
PER_SASARAN: Final = ("efisiensi", "program")
UMUM: Final = tuple(b for b in BAGIAN_NARASI if b not in (*PER_INDIKATOR, *PER_SASARAN))

#: Stands in an address for "no kunci".
TANPA_KUNCI: Final = "-"

#: What a place asks of its writer, in a line or two.
PETUNJUK: Final[dict[str, str]] = {
    "latar-belakang": "Keadaan khusus tahun ini yang perlu diketahui pembaca. Dasar hukum dan maksud sudah tersusun.",
    "profil": "Gambaran umum kecamatan. Wilayah, penduduk, dan pegawai tersaji dari catatannya.",
    "pendorong": "Apa yang membuat target tercapai, atau hasilnya membaik.",
    "penghambat": "Apa yang membuat target tidak tercapai, atau hasilnya tertahan.",
    "solusi": "Yang sudah dilakukan untuk mengatasi hambatan.",
    "rencana-aksi": "Yang akan dilakukan tahun berikutnya, oleh siapa.",
    "efisiensi": "Penjelasan atas perbandingan capaian dengan serapan anggaran.",
    "program": "Bagaimana program dan kegiatan menunjang sasaran ini.",
    "kendala": "Kendala pokok setahun, untuk ikhtisar eksekutif dan penutup.",
    "langkah": "Langkah perbaikan pokok, untuk ikhtisar eksekutif dan penutup.",
    "perubahan-renstra": "Mengapa Renstra diubah. Tercetak hanya bila ada perubahan Renstra.",
}


class Keadaan(StrEnum):
    """How far a piece of text is."""

    KOSONG = "kosong"
    TERISI = "terisi"
    BELUM_DITINJAU = "belum ditinjau"


@dataclass(frozen=True, slots=True, kw_only=True)
class Petak:
    """A place for a text; ``tentang`` is the sasaran or indikator that it is about."""

    bagian: str
    kunci: str
    tentang: str
    keadaan: Keadaan

    @property
    def judul(self) -> str:
        """What the place is called."""
        return BAGIAN_NARASI[self.bagian]

    @property
    def alamat(self) -> tuple[str, str]:
        """The two parts of its address."""
        return (self.bagian, self.kunci or TANPA_KUNCI)


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokPetak:
    """Places about one thing."""

    judul: str
    petak: tuple[Petak, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KerangkaNarasi:
    """Every place in printed order."""

    kelompok: tuple[KelompokPetak, ...]

    @property
    def semua(self) -> tuple[Petak, ...]:
        """Every place, without its group."""
        return tuple(p for k in self.kelompok for p in k.petak)

    @property
    def terisi(self) -> int:
        """How many hold a text."""
        return sum(p.keadaan is not Keadaan.KOSONG for p in self.semua)

    @property
    def belum_ditinjau(self) -> int:
        """How many hold a copy or a draft that nobody has confirmed."""
        return sum(p.keadaan is Keadaan.BELUM_DITINJAU for p in self.semua)

    def cari(self, bagian: str, kunci: str) -> Petak | None:
        """The place of that name."""
        return next((p for p in self.semua if (p.bagian, p.kunci) == (bagian, kunci)), None)

    def tetangga(self, petak: Petak) -> tuple[Petak | None, Petak | None]:
        """The places before and after."""
        semua = self.semua
        i = semua.index(petak)
        return (semua[i - 1] if i else None, semua[i + 1] if i + 1 < len(semua) else None)


def kerangka_narasi(naskah: Naskah) -> KerangkaNarasi:
    """General places, those of every sasaran with its indikator, then texts whose sasaran or indikator is gone."""
    tulisan = {(n.bagian, n.kunci): n for n in naskah.narasi}

    def petak(bagian: str, kunci: str = "", tentang: str = "") -> Petak:
        n = tulisan.pop((bagian, kunci), None)
        if n is None or not n.isi.strip():
            keadaan = Keadaan.KOSONG
        else:
            keadaan = Keadaan.TERISI if n.ditinjau else Keadaan.BELUM_DITINJAU
        return Petak(bagian=bagian, kunci=kunci, tentang=tentang, keadaan=keadaan)

    kelompok = [KelompokPetak(judul="Uraian umum", petak=tuple(petak(b) for b in UMUM))]
    for sasaran, uraian, indikator in _sasaran(naskah):
        kelompok.append(
            KelompokPetak(
                judul=f"Sasaran: {uraian}", petak=tuple(petak(b, sasaran, uraian) for b in PER_SASARAN)
            )
        )
        kelompok += [
            KelompokPetak(
                judul=f"Indikator: {nama}", petak=tuple(petak(b, kunci, nama) for b in PER_INDIKATOR)
            )
            for kunci, nama in indikator
        ]
    if sisa := [petak(b, k, k) for b, k in list(tulisan)]:
        kelompok.append(
            KelompokPetak(judul="Narasi yang sasaran atau indikatornya tidak lagi ada", petak=tuple(sisa))
        )
    return KerangkaNarasi(kelompok=tuple(kelompok))


def _sasaran(naskah: Naskah) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Sasaran with their indikator as BAB III goes through them: of the PK, else of the Renstra."""
    if naskah.hasil is not None:
        for s in naskah.hasil.sasaran:
            if s.kunci:
                yield s.kunci, rapi(s.uraian), [(i.kunci, rapi(i.nama)) for i in s.indikator if i.kunci]
        return
    renstra = naskah.snapshot.renstra_berlaku
    for tujuan in renstra.tujuan if renstra else ():
        for sasaran in tujuan.sasaran:
            yield (
                sasaran.kunci,
                rapi(sasaran.uraian),
                [(i.kunci, rapi(i.nama)) for i in sasaran.indikator],
            )
