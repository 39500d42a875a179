"""Forms of what officials sign: nobody has to be chosen, for the document's date says who held the office."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html

from kecamatan.models import MasaJabatan
from sakip.entry.form import RecordForm
from sakip.records.pejabat.terms import TermsOf, in_charge_when, nobody


class SignedForm(RecordForm):
    """A form with ``tanggal`` and ``tanggal_cetak``; ``signers`` are its fields that name who signs, by the office.

    ``kind_code`` is the code of its kind of row. A field left empty follows the date, also when that changes later; a
    choice stays until a person takes it back.
    """

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
            chosen = Q(pk=getattr(self.instance, f"{name}_id"))
            self.limit(
                name, kinds.filter(chosen | Q(pk__in=[t.pk for t in self._terms if t.jabatan == office]))
            )
            entry: Any = self.fields[name]
            entry.empty_label = "Menurut tanggal dokumen"
            entry.help_text = format_html(
                '{} <span data-penanda-tangan="{}" data-alamat="{}" aria-live="polite">{}</span>',
                "Pilih hanya bila bukan yang menjabat pada tanggal dokumen.",
                name,
                address,
                said[name],
            )

    def signers_on(self, day: date | None, month: str) -> dict[str, str]:
        """For each field who signs a document of this date where nobody is chosen, in words."""
        words = {}
        for name, office in self.signers.items():
            if day is None and not month:
                words[name] = "Isi tanggal agar terlihat siapa yang menjabat."
                continue
            found = in_charge_when(self._terms, office, day, month)
            word = f"yang menjabat {found}" if found else nobody(office)
            words[name] = f"Menurut tanggal itu {word}."
        return words

    def told_after_saving(self) -> str:
        """Who signs by the date, where nobody was chosen."""
        day, month = self.cleaned_data.get("tanggal"), self.cleaned_data.get("tanggal_cetak") or ""
        followed = [name for name in self.signers if self.cleaned_data.get(name) is None]
        if not followed or (day is None and not month):
            return ""
        said = self.signers_on(day, month)
        return "".join(
            f" {self.sebutan(name)}: {said[name][:1].lower()}{said[name][1:]}" for name in followed
        )

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
