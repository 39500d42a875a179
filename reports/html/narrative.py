"""Paragraphs and lists of a text that people wrote: they wear no classes but what is a note; the whole text has one."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reports.document.tree import ItemList, ParagraphBlock
from reports.html.inline import inline


def written(block: ParagraphBlock | ItemList) -> SafeString:
    """The HTML of a block."""
    if isinstance(block, ParagraphBlock):
        shape = '<p class="paragraf-catatan">{}</p>' if block.style == "catatan" else "<p>{}</p>"
        return format_html(shape, inline(block.content))
    tag = "ul" if block.kind == "bulatan" else "ol"
    start = format_html(' start="{}"', block.start) if block.start != 1 else ""
    items = format_html_join(
        "",
        "<li>{}{}</li>",
        (
            (inline(item.content), format_html_join("", "{}", ((written(below),) for below in item.children)))
            for item in block.items
        ),
    )
    return format_html("<{0}{1}>{2}</{0}>", tag, start, items)
