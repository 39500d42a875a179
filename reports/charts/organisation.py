"""Chart of the organisation of a kecamatan."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reports.charts.svg import AKSEN, LATAR, LEBAR_CETAK, TINTA, bingkai, garis, persegi, tulisan
from reports.charts.text_width import wrap

_LEBAR: Final = LEBAR_CETAK * 10
_TEPI: Final = 4  # half a border, so that no line is cut at the edge
_POROS: Final = _LEBAR // 2
_KOTAK_PIMPINAN: Final = 560
_KOTAK_SISI: Final = 520
_SISI: Final = 640  # room for what hangs beside the trunk
_PER_DERET: Final = 5
_SELA: Final = 24
_TURUN: Final = 44  # between a box and what hangs below it
_INDEN: Final = 32
_UKURAN: Final = 28
_BARIS: Final = 34
_BANTALAN: Final = 16
_LEBAR_MINIMUM: Final = 180


class JenisSimpul(StrEnum):
    """Where a box hangs below the Camat; deeper down all hang alike."""

    SEKRETARIAT = "sekretariat"
    """Staff, right of the trunk, with its sub-bagian below it."""
    FUNGSIONAL = "fungsional"
    """Kelompok Jabatan Fungsional, left of the trunk."""
    SEKSI = "seksi"
    """Line, in a row below."""


@dataclass(frozen=True, slots=True)
class ChartNode:
    """A box: the unit or office."""

    teks: str
    anak: "tuple[ChartNode, ...]" = ()
    jenis: JenisSimpul = JenisSimpul.SEKSI


def bagan_organisasi(akar: ChartNode) -> str:
    """The Camat on top, Kelompok Jabatan Fungsional at the left and Sekretariat at the right of the trunk,
    the seksi in rows of at most five below, whatever is under them as an indented list.

    Boxes grow with their text, so nothing is cut.
    """
    gambar = _Gambar()
    bawah = gambar.kotak(akar, _POROS - _KOTAK_PIMPINAN // 2, _TEPI, _KOTAK_PIMPINAN, pimpinan=True)
    kiri = [s for s in akar.anak if s.jenis is JenisSimpul.FUNGSIONAL]
    kanan = [s for s in akar.anak if s.jenis is JenisSimpul.SEKRETARIAT]
    deret = [s for s in akar.anak if s.jenis is JenisSimpul.SEKSI]

    y = bawah
    for i in range(max(len(kiri), len(kanan))):
        sepasang = [*kiri[i : i + 1], *kanan[i : i + 1]]
        tinggi = max(_tinggi(s, _KOTAK_SISI) for s in sepasang)
        y = max(gambar.sisi(s, y + _TURUN, tinggi) for s in sepasang)
    if deret:
        y = gambar.deret(deret, y + _TURUN)
    if gambar.batang:
        gambar.garis.insert(0, garis((_POROS, bawah), (_POROS, gambar.batang)))
    return bingkai([*gambar.garis, *gambar.bentuk], lebar=_LEBAR, tinggi=y + _TEPI)


class _Gambar:
    """Collects the shapes; lines are kept apart because they are drawn first, beneath the boxes."""

    def __init__(self) -> None:
        self.garis: list[str] = []
        self.bentuk: list[str] = []
        self.batang = 0  # how far down the trunk reaches; 0 is none

    def kotak(
        self,
        simpul: ChartNode,
        x: int,
        y: int,
        lebar: int,
        *,
        tinggi_minimum: int = 0,
        pimpinan: bool = False,
    ) -> int:
        """Draw one box and return its lower edge."""
        baris = _baris(simpul, lebar)
        tinggi = max(_tinggi(simpul, lebar), tinggi_minimum)
        isi = AKSEN if pimpinan else "#fff" if simpul.jenis is JenisSimpul.FUNGSIONAL else LATAR
        self.bentuk.append(persegi(x, y, lebar, tinggi, isi=isi, garis=AKSEN, tebal=3))
        dasar = y + (tinggi - len(baris) * _BARIS) // 2 + 26
        for i, teks in enumerate(baris):
            self.bentuk.append(
                tulisan(
                    x + lebar // 2,
                    dasar + i * _BARIS,
                    teks,
                    _UKURAN,
                    jangkar="middle",
                    tebal=True,
                    warna="#fff" if pimpinan else TINTA,
                )
            )
        return y + tinggi

    def sisi(self, simpul: ChartNode, y: int, tinggi: int) -> int:
        """A box beside the trunk with its own units below: two stand side by side, more in a list."""
        if simpul.jenis is JenisSimpul.FUNGSIONAL:
            x, x_ruang, tepi_dalam = _TEPI, _TEPI, _TEPI + _KOTAK_SISI
        else:
            x_ruang = _LEBAR - _TEPI - _SISI
            x = tepi_dalam = x_ruang + (_SISI - _KOTAK_SISI) // 2
        bawah = self.kotak(simpul, x, y, _KOTAK_SISI, tinggi_minimum=tinggi)
        # Both boxes of a pair are equally high, so their lines meet the trunk at one point.
        self.batang = y + tinggi // 2
        self.garis.append(garis((_POROS, self.batang), (tepi_dalam, self.batang)))
        if len(simpul.anak) == 2 and x != x_ruang:
            return self._berdampingan(simpul.anak, x_ruang, bawah, _SISI)
        return self._daftar(simpul.anak, x, bawah, _KOTAK_SISI)

    def deret(self, simpul: Sequence[ChartNode], y: int) -> int:
        """Rows of boxes under the trunk, as even as possible; a later row is reached along the left edge."""
        banyak = -(-len(simpul) // _PER_DERET)
        per_deret = -(-len(simpul) // banyak)
        pinggir = _INDEN if banyak > 1 else 0
        lebar_kotak = (_LEBAR - 2 * _TEPI - pinggir - (per_deret - 1) * _SELA) // per_deret
        lebar_kotak = min(lebar_kotak, _KOTAK_SISI)
        self.batang = y
        for nomor in range(banyak):
            isi = simpul[nomor * per_deret : (nomor + 1) * per_deret]
            lebar = len(isi) * lebar_kotak + (len(isi) - 1) * _SELA
            x = pinggir + (_LEBAR - pinggir - lebar) // 2
            ujung_kiri = _TEPI if banyak > 1 else x + lebar_kotak // 2
            self.garis.append(garis((ujung_kiri, y), (x + lebar - lebar_kotak // 2, y)))
            bawah = self._sebaris(isi, x, y, lebar_kotak)
            if nomor + 1 < banyak:
                self.garis.append(garis((_TEPI, y), (_TEPI, bawah + _TURUN)))
                bawah += _TURUN
            y = bawah
        return y

    def _berdampingan(self, simpul: Sequence[ChartNode], x: int, y: int, lebar: int) -> int:
        lebar_kotak = (lebar - _SELA) // 2
        palang = y + _TURUN // 2
        self.garis.append(garis((x + lebar // 2, y), (x + lebar // 2, palang)))
        self.garis.append(garis((x + lebar_kotak // 2, palang), (x + lebar - lebar_kotak // 2, palang)))
        return self._sebaris(simpul, x, palang, lebar_kotak)

    def _sebaris(self, simpul: Sequence[ChartNode], x: int, y: int, lebar_kotak: int) -> int:
        """Boxes of equal height hanging from a bar at `y`, each with its list below."""
        tinggi = max(_tinggi(s, lebar_kotak) for s in simpul)
        terbawah = 0
        for s in simpul:
            tengah = x + lebar_kotak // 2
            self.garis.append(garis((tengah, y), (tengah, y + _TURUN // 2)))
            bawah = self.kotak(s, x, y + _TURUN // 2, lebar_kotak, tinggi_minimum=tinggi)
            terbawah = max(terbawah, self._daftar(s.anak, x, bawah, lebar_kotak))
            x += lebar_kotak + _SELA
        return terbawah

    def _daftar(self, simpul: Sequence[ChartNode], x: int, y: int, lebar: int) -> int:
        """Units below their superior as an indented list, to any depth."""
        if not simpul:
            return y
        inden = min(_INDEN, max(lebar - _LEBAR_MINIMUM, 0))
        bawah, sambungan = y, y
        for s in simpul:
            atas = bawah + _SELA
            tepi = self.kotak(s, x + inden, atas, lebar - inden)
            sambungan = (atas + tepi) // 2
            self.garis.append(garis((x + inden // 2, sambungan), (x + inden, sambungan)))
            bawah = self._daftar(s.anak, x + inden, tepi, lebar - inden)
        self.garis.append(garis((x + inden // 2, y), (x + inden // 2, sambungan)))
        return bawah


def _baris(simpul: ChartNode, lebar: int) -> tuple[str, ...]:
    """The lines in a box."""
    return wrap(simpul.teks, lebar - 2 * _BANTALAN, _UKURAN, tebal=True)


def _tinggi(simpul: ChartNode, lebar: int) -> int:
    return len(_baris(simpul, lebar)) * _BARIS + 2 * _BANTALAN
