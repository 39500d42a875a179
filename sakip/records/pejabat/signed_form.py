"""Forms of what officials sign: nobody has to be chosen, for the document's date says who held the office."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import ModelChoiceField
from django.urls import reverse
from django.utils.html import format_html

from kecamatan.models import MasaJabatan
from sakip.entry.form import RecordForm
from sakip.records.pejabat.terms import TermsOf, signer_sentence


class SignedForm(RecordForm):
    """A form with ``tanggal`` and ``tanggal_cetak``; ``signers`` are its fields that name who signs, by the office.

    Where nobody is ever chosen (the LKIP), it is a field of the date, which says who. ``kind_code`` is the code of its
    kind of row. A choice left empty follows the date, also when that changes later; one
    that is made stays until a person takes it back.
    """

    only_read: ClassVar[tuple[str, ...]] = ("kecamatan",)
    signers: ClassVar[dict[str, MasaJabatan.Jabatan]] = {}
    kind_code: ClassVar[str]

    def prepare(self) -> None:
        """Offer who held the office at any time, and say who does on the date."""
        super().prepare()
        self._terms = TermsOf(self.scope.kecamatan)
        kinds = MasaJabatan.objects.select_related("pejabat", "kecamatan", "kabupaten")
        address = reverse(
            "penanda-tangan", args=[self.scope.kecamatan.slug, self.scope.tahun, self.kind_code]
        )
        said = self.signers_on(*self.dates)
        for name, office in self.signers.items():
            entry: Any = self.fields[name]
            if self._is_choice(name):
                chosen = Q(pk=getattr(self.instance, f"{name}_id"))
                at_any_time = [t.pk for t in self._terms if t.jabatan == office]
                self.limit(name, kinds.filter(chosen | Q(pk__in=at_any_time)))
                entry.empty_label = "Menurut tanggal dokumen"
                entry.help_text = "Pilih hanya bila bukan yang menjabat pada tanggal dokumen."
            entry.help_text = format_html(
                '{} <span data-penanda-tangan="{}" data-alamat="{}" aria-live="polite">{}</span>',
                self.own_words(str(entry.help_text)),
                name,
                address,
                said[name],
            )

    def signers_on(self, day: date | None, month: str) -> dict[str, str]:
        """For each field who signs a document of this date where nobody is chosen, in words."""
        return {
            name: self.own_words(signer_sentence(self._terms, office, day, month))
            for name, office in self.signers.items()
        }

    def told_after_saving(self) -> str:
        """Who signs by the date, where nobody was chosen."""
        day, month = self.cleaned_data.get("tanggal"), self.cleaned_data.get("tanggal_cetak") or ""
        followed = [n for n in self.signers if not (self._is_choice(n) and self.cleaned_data.get(n))]
        if not followed or (day is None and not month):
            return ""
        said = self.signers_on(day, month)
        return "".join(
            f" {self.sebutan(name)}: {said[name][:1].lower()}{said[name][1:]}"
            if self._is_choice(name)
            else f" {said[name]}"
            for name in followed
        )

    def _is_choice(self, name: str) -> bool:
        return isinstance(self.fields[name], ModelChoiceField)

    @property
    def dates(self) -> tuple[date | None, str]:
        """Day and month as they stand in the form; what cannot be read is none."""
        read: dict[str, Any] = {}
        for name in ("tanggal", "tanggal_cetak"):
            if not self.is_bound:
                read[name] = self.get_initial_for_field(self.fields[name], name)
                continue
            try:
                read[name] = self.fields[name].clean(self.data.get(self.add_prefix(name), ""))
            except ValidationError:
                read[name] = None
        return read["tanggal"], read["tanggal_cetak"] or ""
