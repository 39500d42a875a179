"""What a person typed, on the page that says why it went nowhere."""

from __future__ import annotations

import re
from typing import Any, Final

from django import template
from django.template import Context
from django.utils.html import strip_tags

from kecamatan.accounts.kept_forms import typed_fields

register = template.Library()

#: What pages send along that nobody typed: marks of what was seen, and where to go on.
_MARKS: Final = frozenset(
    {"sidik", "disetujui", "kembali", "asal", "urut", "induk", "lagi", "tambah", "tindakan", "bab"}
)
#: Of a line that is added to a table: its own marks, and what stands before the names of its fields.
_LINE_MARK: Final = re.compile(r"(awal|baris)-baru-\d+|baru-\d+-induk")
_LINE: Final = re.compile(r"^(sel-|baru-\d+-)")


@register.inclusion_tag("components/ketikan.html", takes_context=True)
def typed_text(context: Context) -> dict[str, Any]:
    """The words that the request brought, by the names of their fields: a page that is gone cannot show them in its
    form. Nothing of a form that holds a secret."""
    request = context.get("request")
    sent = typed_fields(request) if request is not None and request.method == "POST" else None
    return {
        "typed": [
            (_LINE.sub("", name).removesuffix("_html").replace("_", " ").capitalize(), _plain(text))
            for name, texts in (sent or {}).items()
            for text in texts
            if name not in _MARKS and not _LINE_MARK.fullmatch(name) and text.strip()
        ]
    }


def _plain(text: str) -> str:
    """The words of a narrative without its marks."""
    return strip_tags(re.sub(r"</(p|li|h\d)>", "\n", text)).strip() if text.startswith("<") else text
