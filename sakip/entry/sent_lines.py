"""The lines to be added to a table as its page sent them: each becomes what the page of a new row of its kind is sent.

A page is one form, so that whichever button is pressed, whatever was typed comes along. The entries of a line bear its
name ("baru-2-target"); which kind it is of, and by which mark it is known whether anything was typed in it, stands
beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Final

from django.db import models
from django.http import HttpRequest, QueryDict
from django.urls import reverse

from sakip.entry.kinds import ROW_KINDS
from sakip.entry.row_place import PARENT
from sakip.entry.shown import changed_since

#: The button below a line; its value is the name of the line.
ADD: Final = "tambah"

_LINE: Final = re.compile(r"baris-(?P<line>baru-[0-9]{1,3})")


@dataclass(slots=True, kw_only=True)
class SentLine:
    """A line that was typed, or whose button was pressed: what was ``posted`` of a new row of the ``kind``, and in
    ``begun`` the mark of what stood there before. ``shown_as`` is the name of the line in which it stands again,
    ``message`` why it is not stored."""

    kind: str
    posted: QueryDict
    begun: str
    pressed: bool
    shown_as: str = ""
    message: str = ""

    @property
    def entries(self) -> dict[str, str]:
        """What was typed in it, by the name of the field."""
        return {name: str(text) for name, text in self.posted.items()}

    def belongs(self, kind: str, parents: Sequence[models.Model]) -> bool:
        """Whether it was typed for a new row of this kind, below one of these."""
        own = self.entries.get(PARENT, "")
        return kind == self.kind and (not own or own in {str(one.pk) for one in parents})

    def request(self, request: HttpRequest, slug: str, tahun: int) -> HttpRequest:
        """What the page of a new row would have been sent."""
        own = copy(request)
        own.path = own.path_info = reverse("baris-baru", args=[slug, tahun, self.kind])
        parent = self.posted.get(PARENT, "")
        query = QueryDict(f"{PARENT}={parent}" if isinstance(parent, str) and parent.isdigit() else "")
        own.GET = query
        own.META = request.META | {"QUERY_STRING": query.urlencode()}
        posted = self.posted.copy()
        posted["kembali"] = "tabel"
        own.POST = posted  # type: ignore[assignment]
        return own


def sent_lines(posted: QueryDict) -> Iterator[SentLine]:
    """The lines that were typed, in the order of the page, and the one whose button was pressed."""
    for entry, kind in posted.items():
        found = _LINE.fullmatch(entry)
        if found is None or kind not in ROW_KINDS:
            continue
        start, own = f"{found['line']}-", QueryDict(mutable=True)
        for name in posted:
            if name.startswith(start):
                own.setlist(name.removeprefix(start), posted.getlist(name))
        typed = {
            name: str(text).replace("\r\n", "\n").strip() for name, text in own.items() if name != PARENT
        }
        begun = str(posted.get(f"awal-{found['line']}", ""))
        seen = {one.partition(":")[0] for one in begun.split()}
        pressed = posted.get(ADD) == found["line"]
        if pressed or changed_since({name: text for name, text in typed.items() if name in seen}, begun):
            yield SentLine(kind=str(kind), posted=own, begun=begun, pressed=pressed)
