"""A row written in the nomenklatur: one choice of its deepest level, so that the levels above always fit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from sakip.checks.documents import for_aceh_alone, not_in_force
from sakip.entry.form import RecordForm, Scope
from sakip.models import Program, VersiNomenklatur
from sakip.records.nomenklatur.codes import JENJANG, TreeNode, row_of, tree, wording_of
from sakip.snapshot.parts.source import is_aceh
from sakip.snapshot.reference import nomenklatur_of

INDENTS = {"program": "", "kegiatan": "› ", "sub_kegiatan": "› › "}


class NomenklaturChoice(RecordForm):
    """A form with one choice out of the nomenklatur; what is there but not offered is refused with its reason.

    ``nomenklatur_field`` is the field of the choice.
    """

    nomenklatur_field: ClassVar[str]

    def clean(self) -> dict[str, Any] | None:
        """Say of another year's row, and of one for Aceh alone, what the checks say of it."""
        super().clean()
        field = self.nomenklatur_field
        if self.has_error(field, "invalid_choice") and (reason := self._why_not(str(self[field].data))):
            del self.errors[field]
            self.add_error(field, reason)
        return self.cleaned_data

    def _why_not(self, chosen: str) -> str:
        row = row_of(chosen if "-" in chosen else f"{JENJANG[0]}-{chosen}")
        reference = nomenklatur_of(row) if row else None
        if reference is None:
            return ""
        kabupaten, tahun = self.scope.kecamatan.kabupaten, self.scope.tahun
        aceh = next(for_aceh_alone(reference, kabupaten.provinsi), None)
        return not_in_force(reference, tahun) or (aceh[1] if aceh else "")


class NomenklaturForm(NomenklaturChoice):
    """A form of a row with program, kegiatan and sub_kegiatan, chosen as one (field ``nomenklatur``).

    ``kind_code`` is the form's own code in the registry, to which the search page leads back.
    """

    error_fields: ClassVar[dict[str, str]] = dict.fromkeys(JENJANG, "nomenklatur")
    nomenklatur_field = "nomenklatur"
    kind_code: ClassVar[str]

    def prepare(self) -> None:
        """Offer what the year's budget is written in, and the choice made before."""
        super().prepare()
        nodes = tree(kecamatan=self.scope.kecamatan, tahun=self.scope.tahun)
        self.nodes = {s.key: s for p in nodes for s in p.traverse()}
        choices: list[Any] = [
            (p.sebutan, [(s.key, INDENTS[s.level] + s.sebutan) for s in p.traverse()]) for p in nodes
        ]
        chosen = self._chosen()
        if chosen and chosen not in self.nodes:
            choices.insert(0, (chosen, f"{wording_of(chosen)} (nomenklatur lain)"))
        entry = forms.ChoiceField(
            label="program, kegiatan, atau sub kegiatan",
            choices=[("", "---------"), *choices],
            help_text=self._hint() if self.instance.pk is None else "",
        )
        self.fields = {"nomenklatur": entry, **self.fields}
        self.initial["nomenklatur"] = chosen

    def fill_from(self, choices: Mapping[str, str]) -> None:
        """What was chosen on the search page, with the indikator and satuan that the nomenklatur gives it."""
        node = self.nodes.get(choices.get("nomenklatur", ""))
        if node is not None:
            self.initial.update(self.from_node(node), nomenklatur=node.key)

    def from_node(self, node: TreeNode) -> dict[str, Any]:
        """Values of other fields that the nomenklatur gives for the choice."""
        return {"indikator": node.indikator, "satuan": node.satuan}

    def clean(self) -> dict[str, Any] | None:
        """A new row takes over what the nomenklatur gives, where it was left empty."""
        super().clean()
        node = self.nodes.get(self.cleaned_data.get("nomenklatur") or "")
        if node is not None and self.instance.pk is None:
            for nama, nilai in self.from_node(node).items():
                if nama in self.fields and nama not in self.errors and not self.cleaned_data.get(nama):
                    self.cleaned_data[nama] = nilai
        return self.cleaned_data

    def shown(self, nama: str, text: str) -> str:
        """The choice in words, of whatever year it is."""
        if nama == "nomenklatur":
            return self.nodes[text].sebutan if text in self.nodes else wording_of(text)
        return super().shown(nama, text)

    def _post_clean(self) -> None:
        key = self.cleaned_data.get("nomenklatur")
        if key in self.nodes:
            for column, nomor in self.nodes[key].jenjang.items():
                setattr(self.instance, column, nomor)
        super()._post_clean()

    def _chosen(self) -> str:
        for level in reversed(JENJANG):
            if nomor := getattr(self.instance, f"{level}_id"):
                return f"{level}-{nomor}"
        return ""

    def _hint(self) -> str:
        place, parent = self.scope, self._pk_parent()
        address = reverse("nomenklatur", args=[place.kecamatan.slug, place.tahun])
        query = urlencode({"untuk": self.kind_code} | ({"induk": parent} if parent is not None else {}))
        return format_html('<a href="{}?{}">Cari menurut kode atau kata</a>', address, query)

    def _pk_parent(self) -> int | None:
        """Number of the row's parent; None where it hangs on kecamatan and year alone."""
        return None


def programs_of_year(scope: Scope, chosen: int | None = None) -> Any:
    """Programs in which the year's budget of the kecamatan is written, and the one chosen before."""
    in_force = Q(versi__in=VersiNomenklatur.objects.for_tahun(scope.tahun))
    if not is_aceh(scope.kecamatan.kabupaten.provinsi):
        in_force &= Q(khusus_aceh=False)
    return Program.objects.filter(in_force | Q(pk=chosen))
