"""Bar chart of capaian per indikator."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from reports.charts.svg import AKSEN, GARIS, KISI, LEBAR_CETAK, REDUP, TINTA, bingkai, garis, persegi, tulisan
from reports.charts.text_width import lebar_teks, wrap
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN
from sakip.capaian.rounding import round_half_up
from sakip.text.numbers import format_angka, format_persen

TARGET: Final = Decimal(100)

_LEBAR: Final = LEBAR_CETAK * 10
_KIRI: Final = 560  # where the plot begins; the names stand before it
_KANAN: Final = 1400  # where it ends; the values stand behind it
_NAMA: Final = 520
_UKURAN: Final = 30
_BARIS: Final = 37
_UKURAN_SUMBU: Final = 26
_SELA_LABEL: Final = 12  # least room between two labels of the axis
_BATANG: Final = 46
_KETERANGAN: Final = 440  # least room for a reason, when values far below zero push the axis to the right
_ATAS: Final = 58
_BAWAH: Final = 50


@dataclass(frozen=True, slots=True)
class BatangCapaian:
    """One bar: an indikator and its capaian in percent; None where there is none."""

    nama: str
    capaian: Decimal | None


def batang_capaian(baris: Sequence[BatangCapaian]) -> str:
    """A horizontal bar for each indikator, from 0 to 100 percent or as far as the values reach.

    The axis is extended in equal steps below 0 and above 100 when a value lies there; a dashed line marks
    the target. Where a value is unknown, that is written where the bar would begin; a real zero has a
    stroke on the axis. Names are cut after three lines.

    Raises ValueError without rows.
    """
    if not baris:
        raise ValueError("grafik batang memerlukan sekurang-kurangnya satu indikator")
    awal, akhir, langkah = _sumbu([b.capaian for b in baris if b.capaian is not None])

    def posisi(persen: Decimal) -> int:
        return _KIRI + int(round_half_up((persen - awal) * (_KANAN - _KIRI) / (akhir - awal), 0))

    nama = [wrap(b.nama, _NAMA, _UKURAN, maks_baris=3) for b in baris]
    tinggi_baris = [max(_BATANG, len(n) * _BARIS) + 26 for n in nama]
    dasar = _ATAS + sum(tinggi_baris)
    nol = posisi(Decimal(0))

    isi = [
        tulisan(0, 36, "Indikator", _UKURAN_SUMBU, warna=REDUP),
        tulisan(posisi(TARGET), 36, "target 100%", _UKURAN_SUMBU, jangkar="middle", warna=REDUP),
        tulisan(_LEBAR, 36, "Capaian", _UKURAN_SUMBU, jangkar="end", warna=REDUP),
    ]
    tanda = awal
    while tanda <= akhir:
        x = posisi(tanda)
        isi.append(garis((x, _ATAS), (x, dasar), warna=GARIS if tanda == 0 else KISI))
        isi.append(tulisan(x, dasar + 36, _tanda(tanda), _UKURAN_SUMBU, jangkar="middle", warna=REDUP))
        tanda += langkah
    isi.append(garis((0, _ATAS), (_LEBAR, _ATAS), warna=KISI))

    y = _ATAS
    keterangan: list[str] = []
    for b, baris_nama, tinggi in zip(baris, nama, tinggi_baris, strict=True):
        tengah = y + tinggi // 2
        atas_nama = tengah - len(baris_nama) * _BARIS // 2 + 28
        isi.extend(tulisan(0, atas_nama + i * _BARIS, t, _UKURAN) for i, t in enumerate(baris_nama))
        nilai = "–" if b.capaian is None else format_persen(b.capaian)
        isi.append(tulisan(_LEBAR, tengah + 11, nilai, _UKURAN, jangkar="end", tebal=True))
        if b.capaian is None:
            keterangan.extend(_keterangan(nol, tengah))
        else:
            isi.append(_batang(nol, posisi(b.capaian), tengah, negatif=b.capaian < 0))
        y += tinggi
        isi.append(garis((0, y), (_LEBAR, y), warna=KISI))
    # Over the bars and edged in white, because a bar that passes the target must still show where the target
    # is; under the reasons, because a line through words makes them hard to read.
    target = posisi(TARGET)
    isi.append(garis((target, _ATAS - 10), (target, dasar), warna="#fff", tebal=10))
    isi.append(garis((target, _ATAS - 10), (target, dasar), warna=TINTA, tebal=4, putus="14 8"))
    isi.extend(keterangan)
    return bingkai(isi, lebar=_LEBAR, tinggi=dasar + _BAWAH)


def _batang(nol: int, ujung: int, tengah: int, *, negatif: bool) -> str:
    atas = tengah - _BATANG // 2
    if negatif:
        # Hollow, so that below zero differs from above it without colour.
        return persegi(ujung, atas, nol - ujung, _BATANG, garis=AKSEN, tebal=4)
    # Two units on each side of the axis: a real zero remains visible as a stroke.
    return persegi(nol - 2, atas, ujung - nol + 4, _BATANG, isi=AKSEN)


def _keterangan(nol: int, tengah: int) -> list[str]:
    """Why there is no bar, on one line inside the plot and on white."""
    kiri = min(nol, _KANAN - _KETERANGAN)
    lebar = lebar_teks(TIDAK_DAPAT_DISIMPULKAN, _UKURAN) + 16
    return [
        persegi(kiri + 6, tengah - _BATANG // 2, lebar, _BATANG),
        tulisan(kiri + 14, tengah + 11, TIDAK_DAPAT_DISIMPULKAN, _UKURAN, miring=True, warna=REDUP),
    ]


def _sumbu(nilai: Sequence[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    """First mark, last mark and step of an axis that holds 0, the target and every value.

    The step is 20 as long as the labels then leave room between them, else 50, 100, 200, 500 …
    """
    terendah, tertinggi = min([Decimal(0), *nilai]), max([TARGET, *nilai])
    for langkah in _langkah():
        awal = (terendah / langkah).to_integral_value(ROUND_FLOOR) * langkah
        akhir = (tertinggi / langkah).to_integral_value(ROUND_CEILING) * langkah
        label = max(lebar_teks(_tanda(n), _UKURAN_SUMBU) for n in (awal, akhir))
        if (label + _SELA_LABEL) * ((akhir - awal) / langkah) <= _KANAN - _KIRI:
            break
    return awal, akhir, langkah


def _langkah() -> Iterator[Decimal]:
    puluh = Decimal(10)
    yield 2 * puluh
    while True:
        yield from (5 * puluh, 10 * puluh, 20 * puluh)
        puluh *= 10


def _tanda(persen: Decimal) -> str:
    return f"{format_angka(persen)}%"
