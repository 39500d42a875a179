"""What to copy from last year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundWidget
from django.utils.functional import cached_property

from kecamatan.forms.layout import Field, LaidOutForm, Layout
from reports.writing.copy_year import NARASI_COPY
from sakip.entry.copying import CopyOffer
from sakip.entry.place import EntryPlace
from sakip.records.copies import COPIES

DOCUMENTS: Final[dict[str, CopyOffer]] = {s.kode: s for s in (*COPIES, NARASI_COPY)}

_CHOOSE: Final = "Pilih paling sedikit satu dokumen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A document with its rows of last year and of this; ``choice`` is its box, None where it cannot be copied.

    ``beside`` are how many rows would come beside those that are there.
    """

    copied: CopyOffer
    previous: int
    current: int
    beside: int
    choice: BoundWidget | None


class CopyForm(LaidOutForm, forms.Form):
    """The documents that are chosen, all of which or none are copied."""

    use_required_attribute = False

    dokumen = forms.MultipleChoiceField(
        label="Dokumen yang dapat disalin",
        choices=[(s.kode, s.nama) for s in DOCUMENTS.values()],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "centang"}),
        error_messages={"required": _CHOOSE, "invalid_choice": _CHOOSE},
    )

    def __init__(self, *args: Any, here: EntryPlace, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.here = here

    def clean_dokumen(self) -> list[CopyOffer]:
        """In the order of the page."""
        chosen = self.cleaned_data["dokumen"]
        return [s for s in DOCUMENTS.values() if s.kode in chosen]

    def layout(self) -> Layout:
        """A table, for what there is of each document is told beside its box."""
        return Layout(Field("dokumen", template="%s/copy_table.html"))

    @property
    def source(self) -> int:
        """The year that is copied."""
        return self.here.tahun - 1

    @cached_property
    def offers(self) -> list[Offer]:
        """Every document; those that last year has and this year has not, or not whole, can be chosen (2 queries for
        each, 2 more for a list to which rows are added)."""
        return [self._offer(s, choice) for s, choice in zip(DOCUMENTS.values(), self["dokumen"], strict=True)]

    def _offer(self, copied: CopyOffer, choice: BoundWidget) -> Offer:
        previous, current = (
            copied.jumlah(self.here.kecamatan, tahun) for tahun in (self.source, self.here.tahun)
        )
        lacking = copied.lacking(self.here.kecamatan, self.source, self.here.tahun) if copied.lacking else ()
        beside = len(lacking) if current else 0
        can = previous and (beside or not current) and self.here.may_enter
        return Offer(
            copied=copied,
            previous=previous,
            current=current,
            beside=beside,
            choice=choice if can else None,
        )

    @property
    def recorded(self) -> bool:
        """Whether anything that could be copied is recorded of that year."""
        return any(offer.previous for offer in self.offers)

    @property
    def open(self) -> bool:
        """Whether anything can be chosen."""
        return any(offer.choice for offer in self.offers)
