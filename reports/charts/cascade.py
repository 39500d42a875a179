"""Pohon kinerja: the cascade tujuan → sasaran → program → kegiatan → sub kegiatan, cut to pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reports.charts.svg import AKSEN, LATAR, LEBAR_CETAK, REDUP, TINTA, bingkai, garis, persegi, tulisan
from reports.charts.text_width import wrap

TINGKAT: Final = ("Tujuan", "Sasaran", "Program", "Kegiatan", "Sub kegiatan")
LANJUTAN: Final = "(lanjutan)"

_LEBAR: Final = LEBAR_CETAK * 10
_UKURAN: Final = 26
_BARIS: Final = 31
_UKURAN_KECIL: Final = 23
_BARIS_KECIL: Final = 28
_BANTALAN: Final = 12
_TEPI: Final = 3
_INDUK: Final = 36  # left margin in which the line runs from the tujuan to its sasaran
_SELA: Final = 40  # between columns, for the elbows
_ANTARA: Final = (0, 40, 30, 22, 12)  # above a box that has an elder sibling, by level: groups stay visible
_JUDUL_KOLOM: Final = 44
_SELA_JUDUL: Final = 12
_SAMBUNGAN: Final = 27  # middle of the lowest box there can be
# Shares of the width for sasaran, program, kegiatan, sub kegiatan. The last column decides the height of the
# drawing, so it gets the most.
_BAGIAN: Final = (20, 23, 26, 31)
_RUANG: Final = _LEBAR - _INDUK - _TEPI - 3 * _SELA
# Border and fill by level, so that levels differ in print without colour.
_GARIS_KOTAK: Final = (0, 6, 4, 3, 2)
_ISI_KOTAK: Final = (AKSEN, LATAR, LATAR, "#fff", "#fff")


@dataclass(frozen=True, slots=True)
class SimpulKinerja:
    """One element of the cascade; its level follows from its depth.

    `kode` is the code of the nomenklatur and `penanggung_jawab` the responsible seksi; both may be empty.
    """

    teks: str
    anak: "tuple[SimpulKinerja, ...]" = ()
    penanggung_jawab: str = ""
    kode: str = ""


def pohon_kinerja(tujuan: SimpulKinerja, *, tinggi_maks: int) -> list[str]:
    """Draw the cascade of a tujuan as drawings that are each at most `tinggi_maks` mm high; under 80 mm one path of it
    is not legible.

    Columns run from sasaran at the left to sub kegiatan at the right. A cascade that is too high continues in the
    next drawing, where the elements above the first one are repeated with "(lanjutan)".

    Raises ValueError for more than five levels.
    """
    return [_draw(potongan) for potongan in _cut(tujuan, tinggi_maks * 10)]


@dataclass(frozen=True, slots=True)
class _Unsur:
    """An element and its place in the cascade: the position among its siblings, for each level above it.

    The place tells elements apart that are equal in every word, as two sub kegiatan may be.
    """

    simpul: SimpulKinerja
    tempat: tuple[int, ...]


class _Kotak:
    """An element placed in one drawing: its lines, its children there, and later its position."""

    def __init__(self, unsur: _Unsur, tinggi_maks: int, *, lanjutan: bool) -> None:
        self.unsur = unsur
        simpul = unsur.simpul
        self.tingkat = tingkat = len(unsur.tempat)
        self.anak: list[_Kotak] = []
        self.y = 0
        lebar = _lebar_kolom(tingkat) - 2 * _BANTALAN
        teks = f"{simpul.teks} {LANJUTAN}" if lanjutan else simpul.teks
        if tingkat == 0:
            teks = f"{TINGKAT[0]}: {teks}"
        self.kode = wrap(simpul.kode, lebar, _UKURAN_KECIL, maks_baris=2)
        self.pj = wrap(simpul.penanggung_jawab, lebar, _UKURAN_KECIL, maks_baris=3)
        # Beyond any real text: the promise of tinggi_maks holds for whatever somebody typed.
        self.teks = wrap(
            teks, lebar, _UKURAN, tebal=tingkat <= 1, maks_baris=_maks_baris(tingkat, tinggi_maks)
        )
        self.tinggi = (
            2 * _BANTALAN
            + len(self.kode + self.pj) * _BARIS_KECIL
            + len(self.teks) * _BARIS
            + (8 if self.pj else 0)
        )

    def arrange(self, y: int) -> int:
        """Place this box at `y` and its children beside it from there down; return the lower edge of all."""
        self.y = y
        bawah = y
        for i, anak in enumerate(self.anak):
            bawah = anak.arrange(bawah + (_ANTARA[anak.tingkat] if i else 0))
        return max(bawah, y + self.tinggi)

    @property
    def sambungan(self) -> int:
        """Height at which lines meet the box: the same below every upper edge, so that the line from a
        box to its first child, which stands beside it, is straight."""
        return self.y + _SAMBUNGAN

    def semua(self) -> "Iterator[_Kotak]":
        yield self
        for anak in self.anak:
            yield from anak.semua()


def _x_kolom(tingkat: int) -> int:
    if tingkat == 0:
        return _TEPI
    return _INDUK + sum(_BAGIAN[: tingkat - 1]) * _RUANG // 100 + (tingkat - 1) * _SELA


def _lebar_kolom(tingkat: int) -> int:
    return _LEBAR - 2 * _TEPI if tingkat == 0 else _BAGIAN[tingkat - 1] * _RUANG // 100


def _maks_baris(tingkat: int, tinggi_maks: int) -> int:
    """Lines that fit: a third of the height for the tujuan, half of it for any other box."""
    ruang = tinggi_maks // 3 if tingkat == 0 else tinggi_maks // 2
    return max((ruang - 2 * _BANTALAN - 5 * _BARIS_KECIL - 8) // _BARIS, 1)


def _jalur(unsur: _Unsur, di_atas: tuple[_Unsur, ...] = ()) -> Iterator[tuple[_Unsur, ...]]:
    """Every path from the tujuan to an element without children, in order."""
    jalur = (*di_atas, unsur)
    if len(jalur) > len(TINGKAT):
        raise ValueError(f"pohon kinerja paling banyak {len(TINGKAT)} tingkat: {unsur.simpul.teks!r}")
    if not unsur.simpul.anak:
        yield jalur
    for nomor, anak in enumerate(unsur.simpul.anak):
        yield from _jalur(_Unsur(anak, (*unsur.tempat, nomor)), jalur)


def _cut(akar: SimpulKinerja, tinggi_maks: int) -> list[_Kotak]:
    """Distribute the paths of one tujuan over drawings, as many to each as it holds, in order."""
    hasil: list[_Kotak] = []
    sudah: set[tuple[int, ...]] = set()
    termuat: list[tuple[_Unsur, ...]] = []
    for jalur in _jalur(_Unsur(akar, ())):
        if termuat and _tinggi(_assemble([*termuat, jalur], sudah, tinggi_maks)) > tinggi_maks:
            hasil.append(_assemble(termuat, sudah, tinggi_maks))
            sudah.update(unsur.tempat for lama in termuat for unsur in lama)
            termuat = []
        termuat.append(jalur)
    hasil.append(_assemble(termuat, sudah, tinggi_maks))
    return hasil


def _assemble(jalur: Sequence[tuple[_Unsur, ...]], sudah: set[tuple[int, ...]], tinggi_maks: int) -> _Kotak:
    """The tree of the boxes on the given paths; those drawn before (`sudah`) are marked as continued."""
    pangkal = jalur[0][0]
    akar = _Kotak(pangkal, tinggi_maks, lanjutan=pangkal.tempat in sudah)
    for langkah in jalur:
        kini = akar
        for unsur in langkah[1:]:
            if not kini.anak or kini.anak[-1].unsur.tempat != unsur.tempat:
                kini.anak.append(_Kotak(unsur, tinggi_maks, lanjutan=unsur.tempat in sudah))
            kini = kini.anak[-1]
    return akar


def _tinggi(akar: _Kotak) -> int:
    """Place every box and return the height of the drawing."""
    akar.y = _TEPI
    bawah = akar.y + akar.tinggi
    for i, anak in enumerate(akar.anak):
        bawah = anak.arrange(bawah + (_ANTARA[1] if i else _JUDUL_KOLOM + _SELA_JUDUL))
    return bawah + _TEPI


def _draw(akar: _Kotak) -> str:
    tinggi = _tinggi(akar)
    jalur: list[str] = []
    bentuk: list[str] = []
    if akar.anak:
        for tingkat in range(1, 1 + max(kotak.tingkat for kotak in akar.semua())):
            bentuk.append(
                tulisan(
                    _x_kolom(tingkat),
                    akar.y + akar.tinggi + _JUDUL_KOLOM - 6,
                    TINGKAT[tingkat],
                    _UKURAN_KECIL,
                    tebal=True,
                    warna=REDUP,
                )
            )
    for kotak in akar.semua():
        jalur.extend(_sambungan(kotak))
        bentuk.extend(_bentuk(kotak))
    return bingkai([*jalur, *bentuk], lebar=_LEBAR, tinggi=tinggi)


def _sambungan(kotak: _Kotak) -> list[str]:
    """Elbows from a box to its children: from below the tujuan, from the right side of the others."""
    if not kotak.anak:
        return []
    kiri_anak = _x_kolom(kotak.tingkat + 1)
    if kotak.tingkat == 0:
        x, awal = _INDUK // 2, kotak.y + kotak.tinggi
        hasil = []
    else:
        x, awal = kiri_anak - _SELA // 2, kotak.sambungan
        kanan = _x_kolom(kotak.tingkat) + _lebar_kolom(kotak.tingkat)
        hasil = [garis((kanan, awal), (x, awal))]
    hasil.append(garis((x, awal), (x, kotak.anak[-1].sambungan)))
    hasil.extend(garis((x, anak.sambungan), (kiri_anak, anak.sambungan)) for anak in kotak.anak)
    return hasil


def _bentuk(kotak: _Kotak) -> list[str]:
    x, lebar = _x_kolom(kotak.tingkat), _lebar_kolom(kotak.tingkat)
    tujuan = kotak.tingkat == 0
    warna, warna_kecil = ("#fff", "#fff") if tujuan else (TINTA, REDUP)
    hasil = [
        persegi(
            x,
            kotak.y,
            lebar,
            kotak.tinggi,
            isi=_ISI_KOTAK[kotak.tingkat],
            garis=AKSEN,
            tebal=_GARIS_KOTAK[kotak.tingkat],
        )
    ]
    kiri, y = x + _BANTALAN, kotak.y + _BANTALAN
    for baris in kotak.kode:
        hasil.append(tulisan(kiri, y + 21, baris, _UKURAN_KECIL, warna=warna_kecil))
        y += _BARIS_KECIL
    for baris in kotak.teks:
        hasil.append(tulisan(kiri, y + 24, baris, _UKURAN, tebal=kotak.tingkat <= 1, warna=warna))
        y += _BARIS
    if kotak.pj:
        y += 8
    for baris in kotak.pj:
        hasil.append(tulisan(kiri, y + 20, baris, _UKURAN_KECIL, miring=True, warna=warna_kecil))
        y += _BARIS_KECIL
    return hasil
