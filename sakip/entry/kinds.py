"""Every kind of row that people write in the browser: its code in the address, its form, and where it belongs.

Adding a kind of record is its form and one line here; the pages to add, change, delete, move and confirm a row, and
its history, follow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass
from typing import Any

from django.db import models

from kecamatan.models import Kecamatan
from kecamatan.permissions import Hak
from sakip.entry.form import RecordForm


@dataclass(frozen=True, slots=True)
class RowKind:
    """A kind of row.

    ``dokumen`` is the code of the page on which it stands; ``nama`` what a row is called in a sentence ("baris PK").
    ``parent`` names the column of its parent row, empty where it hangs on the kecamatan (and year) itself.
    ``siblings`` are the columns that rows share among which it can be moved; empty where order means nothing.
    ``repeated`` is False where there is at most one (the head of a document), ``deletable`` where more than the
    row would go (the report itself). ``hak`` is what is needed to write;
    rows of the kabupaten (``hak=Hak.ATUR``) are written on the same pages. ``unchanged`` rows are there before anybody
    writes: they are changed, never added or deleted. ``text_columns`` are the columns of a line where many rows may be
    typed or pasted as lines; empty where they may not, or where they are pasted as the table of a ``sheet``.
    ``totals`` says in words, by name, what the rows of a year add up to: who writes one of them is told what that was
    and is.
    """

    kode: str
    form: type[RecordForm]
    dokumen: str
    nama: str
    _: KW_ONLY
    parent: str = ""
    siblings: tuple[str, ...] = ()
    repeated: bool = True
    deletable: bool = True
    hak: Hak = Hak.ISI
    unchanged: bool = False
    text_columns: tuple[str, ...] = ()
    sheet: str = ""
    totals: Callable[[Kecamatan, int], Mapping[str, str]] | None = None

    @property
    def model(self) -> type[models.Model]:
        """The model of the row."""
        model: type[models.Model] = self.form._meta.model
        return model

    @property
    def parent_model(self) -> Any:
        """The model of the parent row, or None."""
        return self.model._meta.get_field(self.parent).related_model if self.parent else None


def below(parent: str, *within: str) -> dict[str, Any]:
    """Arguments of a kind whose rows stand below that parent row, in an order among those alike ``within`` it."""
    return {"parent": parent, "siblings": (parent, *within)}


def changed_totals(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """A sentence to follow another, " Jumlah pagu Rp… menjadi Rp….": empty where no total changed."""
    changed = [
        f"{name} {before[name]} menjadi {after[name]}" for name in before if before[name] != after[name]
    ]
    return f" Jumlah {' dan '.join(changed)}." if changed else ""


ROW_KINDS: dict[str, RowKind] = {}


def register(*entries: RowKind) -> None:
    """Add kinds of rows. Raises ValueError for a code that is taken: two forms of one kind are two rules."""
    for one in entries:
        if one.kode in ROW_KINDS:
            raise ValueError(f"kode isian dipakai dua kali: {one.kode!r}")
        ROW_KINDS[one.kode] = one
