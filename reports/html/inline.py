"""Running text: the pieces of a line as safe HTML."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from reports.document.tree import Baris, Miring, Pecahan, Potongan, RumusBlok, Sebaris, Tebal, TebalMiring


def sebaris(isi: Sebaris) -> str:
    """HTML of a line. Plain text comes back as it is: the template escapes it."""
    if isinstance(isi, str):
        return isi
    return mark_safe("".join(_potongan(p) for p in isi))  # noqa: S308 every piece is escaped below


def pecahan(isi: Pecahan | RumusBlok) -> SafeString:
    """A fraction over a bar, then its multiplier.

    The slash is in the text but not to be seen: who copies or extracts the line gets "pembilang / penyebut".
    """
    return format_html(
        '<span class="pecahan" role="math" aria-label="{0} dibagi {1}{2}"><span class="pecahan-isi">'
        '<span class="pembilang">{0}<span class="per"> / </span></span><span class="penyebut">{1}</span></span>{3}'
        "</span>",
        isi.pembilang,
        isi.penyebut,
        f" {isi.pengali}" if isi.pengali else "",
        format_html('<span class="pengali"> {}</span>', isi.pengali) if isi.pengali else "",
    )


def _potongan(potongan: Potongan) -> str:
    match potongan:
        case str():
            return format_html("{}", potongan)
        case TebalMiring(teks=teks):
            return format_html("<strong><em>{}</em></strong>", teks)
        case Tebal(teks=teks):
            return format_html("<strong>{}</strong>", teks)
        case Miring(teks=teks):
            return format_html("<em>{}</em>", teks)
        case Pecahan():
            return pecahan(potongan)
        case Baris():
            return "<br>"
