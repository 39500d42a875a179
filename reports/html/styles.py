"""Stylesheets of a document: ours from ``static/``, and what the setting of the kabupaten adds to them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import quote

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from reports.document.paper import WARNA_KONSEP, content_height, ukuran_kertas
from reports.document.tree import Dokumen
from reports.publish.naskah import Pengaturan

#: Printed on every page of a document that nobody has signed.
TEKS_KONSEP: Final = "KONSEP – belum ditandatangani"

GAYA_DOKUMEN: Final = "css/print/dokumen.css"
GAYA_HALAMAN: Final = "css/print/halaman.css"
GAYA_LAYAR: Final = "css/laporan.css"

# The free fonts stand first: they have the same widths as the ones an office machine has, and the PDF must not
# depend on what is installed beside them.
_HURUF: Final = {
    "Arial": '"Liberation Sans", Arial, Helvetica, sans-serif',
    "Times New Roman": '"Liberation Serif", "Times New Roman", serif',
}

# The word KONSEP as strokes around the origin, 498 wide and 100 high: drawn, not set, so the mark is no text that a
# reader of the page would hear, and needs no font. One path, because it is drawn anew on every page.
_KONSEP: Final = (
    "M-249 -50V50M-195 -50L-247 8M-229 -12L-191 50"
    "M-131 -50A30 50 0 0 1 -131 50A30 50 0 0 1 -131 -50Z"
    "M-73 50V-50L-17 50V-50"
    "M69 -32C65 -44 55 -50 44 -50C27 -50 17 -40 17 -25C17 8 72 -10 72 24C72 40 61 50 45 50C29 50 19 43 15 30"
    "M155 -50H103V50H155M103 -2H147"
    "M191 50V-50H219A28 28 0 0 1 219 6H191"
)
_SISI_KONSEP: Final = 600  # of the square that holds it


def gaya_mandiri(dokumen: Dokumen, pengaturan: Pengaturan) -> dict[str, SafeString]:
    """The four sheets of a file that stands alone; all are ours, none holds what a user wrote unescaped.

    Raises :class:`ValueError` for an unknown paper.
    """
    gaya = {
        "dokumen": _berkas(GAYA_DOKUMEN),
        "halaman": _berkas(GAYA_HALAMAN) + gaya_pengaturan(dokumen, pengaturan),
        "peramban": gaya_peramban(dokumen, pengaturan),
        "layar": _berkas(GAYA_LAYAR),
    }
    return {nama: mark_safe(isi) for nama, isi in gaya.items()}  # noqa: S308 our own files, numbers and words


def lembar_gaya(dokumen: Dokumen, pengaturan: Pengaturan) -> str:
    """The generated sheet for a web page (``text/css``, media print), beside the three static ones.

    It repeats nothing of them: link :data:`GAYA_DOKUMEN`, then :data:`GAYA_HALAMAN` (print), :data:`GAYA_LAYAR`
    (screen) and this one.
    """
    return gaya_pengaturan(dokumen, pengaturan) + gaya_peramban(dokumen, pengaturan)


def gaya_pengaturan(dokumen: Dokumen, pengaturan: Pengaturan) -> str:
    """Paper, margins, font and the words of header and footer, for every engine that prints."""
    lebar, tinggi = ukuran_kertas(pengaturan)
    atas, kanan, bawah, kiri = _margin(pengaturan)
    huruf = _HURUF.get(pengaturan.huruf, f'{_teks(pengaturan.huruf)}, "Liberation Sans", Arial, sans-serif')
    kecil = f"font-family: {huruf}; font-size: {_angka(pengaturan.ukuran * Decimal('0.75'))}pt"
    kepala = f"content: {_teks(dokumen.kepala)};" if dokumen.kepala else "content: none; border: none;"
    kepala_kanan = ""
    if dokumen.sampul is None or not dokumen.kepala:
        # A short document is its only part: the name of the part would say the same again.
        kepala += " width: 100%;"
        kepala_kanan = "content: none; border: none;"
    kaki = f"content: {_teks(TEKS_KONSEP)};" if dokumen.konsep else ""
    latar = ""
    if dokumen.konsep:
        # On every page, whatever its size; a page background is an artifact, never part of the text.
        latar = (
            f'background: url("{_tanda_konsep()}") center / {_angka(lebar * Decimal("0.72"))}mm no-repeat;'
        )
    return f"""
@page {{
  size: {_angka(lebar)}mm {_angka(tinggi)}mm;
  margin: {_angka(atas)}mm {_angka(kanan)}mm {_angka(bawah)}mm {_angka(kiri)}mm;
  {latar}
  @top-left {{ {kepala} {kecil} }}
  @top-right {{ {kepala_kanan} {kecil} }}
  @bottom-left {{ {kaki} {kecil} }}
  @bottom-center {{ {kecil} }}
}}
@page lanskap {{ size: {_angka(tinggi)}mm {_angka(lebar)}mm }}
@media print {{
  .dokumen {{ font-family: {huruf}; font-size: {_angka(pengaturan.ukuran)}pt; line-height: {_angka(pengaturan.spasi)} }}
  .sampul {{ height: {_angka(content_height(pengaturan) - 1)}mm }}
}}
"""


def gaya_peramban(dokumen: Dokumen, pengaturan: Pengaturan) -> str:
    """What only browsers need: they drop the shades of table heads unless told, and paint no page background, so
    KONSEP hangs as a picture from a corner of the page."""
    arsir = "@media print { .kepala, .kelompok, .jumlah { print-color-adjust: exact } }\n"
    if not dokumen.konsep:
        return arsir
    lebar, tinggi = ukuran_kertas(pengaturan)
    return (
        f"{arsir}@page {{ {_sudut_konsep(pengaturan, lebar, tinggi)} }}\n"
        f"@page lanskap {{ {_sudut_konsep(pengaturan, tinggi, lebar)} }}\n"
    )


def _sudut_konsep(pengaturan: Pengaturan, lebar: Decimal, tinggi: Decimal) -> str:
    atas, kanan, bawah, kiri = _margin(pengaturan)
    sisi = min(lebar, tinggi) * Decimal("0.72")
    x = kiri + (lebar - kiri - kanan - sisi) / 2
    y = atas + (tinggi - atas - bawah - sisi) / 2
    gambar = _svg_konsep(
        f'width="{_angka(lebar)}mm" height="{_angka(tinggi)}mm" viewBox="0 0 {_angka(lebar)} {_angka(tinggi)}"',
        f"translate({_angka(x + sisi / 2)} {_angka(y + sisi / 2)}) scale({_angka(sisi / _SISI_KONSEP)})",
    )
    return f'@top-left-corner {{ content: url("{gambar}"); text-align: left; vertical-align: top }}'


def _tanda_konsep() -> str:
    sisi, tengah = _SISI_KONSEP, _SISI_KONSEP // 2
    return _svg_konsep(
        f'width="{sisi}" height="{sisi}" viewBox="0 0 {sisi} {sisi}"', f"translate({tengah} {tengah})"
    )


def _svg_konsep(bingkai: str, letak: str) -> str:
    """The word from lower left to upper right, as a data: address."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {bingkai}><path transform="{letak} rotate(-45) scale(1.3)" '
        f'fill="none" stroke="{WARNA_KONSEP}" stroke-width="15" d="{_KONSEP}"/></svg>'
    )
    return f"data:image/svg+xml,{quote(svg, safe=' =:/')}"


def _margin(pengaturan: Pengaturan) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """Top, right, bottom, left, as CSS orders them."""
    p = pengaturan
    return p.margin_atas, p.margin_kanan, p.margin_bawah, p.margin_kiri


def _angka(nilai: Decimal) -> str:
    """A number as CSS writes it: a point, no exponent, at most three decimals."""
    return f"{nilai.quantize(Decimal('0.001')).normalize():f}"


def _teks(teks: str) -> str:
    """A CSS string. Everything but letters, digits and plain punctuation is escaped, so no text ends the string,
    the rule or the style element that holds it."""
    aman = re.sub(r"[^\w ,.()–-]", lambda m: f"\\{ord(m[0]):x} ", teks)
    return f'"{aman}"'


@cache
def _berkas(nama: str) -> str:
    return (Path(settings.BASE_DIR) / "static" / nama).read_text(encoding="utf-8")
