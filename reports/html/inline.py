"""Running text: the pieces of a line as safe HTML."""

from __future__ import annotations

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from reports.document.tree import (
    Bold,
    BoldItalic,
    Inline,
    Italic,
    LineBreak,
    Mark,
    Pecahan,
    Piece,
    RumusBlock,
)
from reports.document.whole_words import JOINED


def inline_cell(content: Inline) -> SafeString:
    """HTML of a cell, in which words that are read as one stand on one line."""
    pieces = (content,) if isinstance(content, str) else content
    return mark_safe("".join(_whole(p) if isinstance(p, str) else _pieces(p) for p in pieces))  # noqa: S308 escaped below


def _whole(text: str) -> str:
    html = str(escape(text))
    return JOINED.sub(r'<span class="satu-baris">\g<0></span>', html) if "/" in text else html


def inline(content: Inline) -> str:
    """HTML of a line. Plain text comes back as it is: the template escapes it."""
    if isinstance(content, str):
        return content
    return mark_safe("".join(_pieces(p) for p in content))  # noqa: S308 every piece is escaped below


def pecahan(content: Pecahan | RumusBlock) -> SafeString:
    """A fraction over a bar, then its multiplier.

    The slash is in the text but not to be seen: who copies or extracts the line gets "pembilang / penyebut".
    """
    return format_html(
        '<span class="pecahan" role="math" aria-label="{0} dibagi {1}{2}"><span class="pecahan-isi">'
        '<span class="pembilang">{0}<span class="per"> / </span></span><span class="penyebut">{1}</span></span>{3}'
        "</span>",
        content.pembilang,
        content.penyebut,
        f" {content.pengali}" if content.pengali else "",
        format_html('<span class="pengali"> {}</span>', content.pengali) if content.pengali else "",
    )


def _pieces(pieces: Piece) -> str:
    match pieces:
        case str():
            return format_html("{}", pieces)
        case BoldItalic(text=text):
            return format_html("<strong><em>{}</em></strong>", text)
        case Bold(text=text):
            return format_html("<strong>{}</strong>", text)
        case Italic(text=text):
            return format_html("<em>{}</em>", text)
        case Pecahan():
            return pecahan(pieces)
        case LineBreak():
            return "<br>"
        case Mark(piece=piece):
            return format_html("<mark>{}</mark>", mark_safe(_pieces(piece)))  # noqa: S308 escaped above
