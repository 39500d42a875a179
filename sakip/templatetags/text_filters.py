"""Template filters that write values in Indonesian; thin, over `sakip.text.numbers` and its neighbours.

A value that is None becomes an empty text, never a zero, so that the template must say what is missing:
`{{ result.capaian|persen|default:"tidak dapat disimpulkan" }}`.
"""

from datetime import date
from decimal import Decimal

from django import template

from kecamatan.areas import own_words as _own_words
from kecamatan.nip import format_nip
from sakip.text import dates as _tanggal
from sakip.text import numbers as _angka
from sakip.text.states import BELUM_DIISI

register = template.Library()


@register.filter
def angka(nilai: Decimal | int | None, desimal: int | None = None) -> str:
    """1234.5 → "1.234,5"; `|angka:2` → "1.234,50"."""
    return "" if nilai is None else _angka.format_angka(nilai, desimal)


@register.filter
def persen(nilai: Decimal | int | None, desimal: int | None = 2) -> str:
    """94.5 → "94,50%"; `|persen:None` keeps the value's own decimals."""
    return "" if nilai is None else _angka.format_persen(nilai, desimal)


@register.filter
def rupiah(nilai: Decimal | int | None) -> str:
    """3427455027 → "Rp3.427.455.027"."""
    return "" if nilai is None else _angka.format_rupiah(nilai)


@register.filter
def own_words(text: str, kecamatan: object) -> str:
    """ "Desa dan Kelurahan" → "Kalurahan dan Kelurahan", as the kecamatan calls them; never of what people typed."""
    return _own_words(text, kecamatan)


@register.filter
def or_unfilled(text: str) -> str:
    """What a cell of a value shows: the text, or that nobody has entered one."""
    return text or BELUM_DIISI


@register.filter
def tanggal(nilai: date | None) -> str:
    """date(2026, 8, 17) → "17 Agustus 2026"."""
    return "" if nilai is None else _tanggal.format_tanggal(nilai)


@register.filter
def nip(nilai: str) -> str:
    """ "198011242001121003" → "19801124 200112 1 003"; an empty NIP stays empty."""
    return format_nip(nilai) if nilai else ""
