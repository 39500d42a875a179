"""Paragraphs and lists of a text that people wrote: they wear no classes, the whole text has one."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reports.document.tree import Daftar, Paragraf
from reports.html.inline import sebaris


def written(block: Paragraf | Daftar) -> SafeString:
    """The HTML of a block."""
    if isinstance(block, Paragraf):
        return format_html("<p>{}</p>", sebaris(block.isi))
    tag = "ul" if block.jenis == "bulatan" else "ol"
    start = format_html(' start="{}"', block.mulai) if block.mulai != 1 else ""
    items = format_html_join(
        "",
        "<li>{}{}</li>",
        (
            (sebaris(item.isi), format_html_join("", "{}", ((written(below),) for below in item.anak)))
            for item in block.butir
        ),
    )
    return format_html("<{0}{1}>{2}</{0}>", tag, start, items)
