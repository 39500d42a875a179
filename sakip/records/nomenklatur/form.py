"""A row written in the nomenklatur: one choice of its deepest level, so that the levels above always fit; and what a
kabupaten adds to the nomenklatur."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from kecamatan.permissions import Hak
from sakip.checks.nomenklatur import addition_not_here, for_aceh_alone, not_in_force
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import Kegiatan, Program, SubKegiatan
from sakip.records.nomenklatur.codes import (
    JENJANG,
    MODEL,
    Levels,
    TreeNode,
    installed_by_now,
    offered_programs,
    row_of,
    tree,
    wording_of,
)
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
        row = row_of(chosen if "-" in chosen else f"{self.nomenklatur_field}-{chosen}")
        reference = nomenklatur_of(row) if row else None
        if row is None or reference is None:
            return ""
        kabupaten, tahun = self.scope.kecamatan.kabupaten, self.scope.tahun
        wrong = [
            *for_aceh_alone(reference, kabupaten.provinsi),
            *addition_not_here(reference, kabupaten.kode, tahun),
        ]
        return not_in_force(reference, tahun) or next((message for _, message in wrong), "") or _repeated(row)

    def limit_to_nomenklatur(self, level: str) -> None:
        """Offer in the field of that level what the year's budget is written in, and what was chosen before; say of
        each that was added where it comes from."""
        kecamatan, tahun = self.scope.kecamatan, self.scope.tahun
        if level == "program":
            numbers = [program.pk for program in offered_programs(kecamatan.kabupaten, tahun)]
        else:
            nodes = tree(kecamatan=kecamatan, tahun=tahun)
            numbers = [node.pk for p in nodes for node in p.traverse() if node.level == level]
        chosen = getattr(self.instance, f"{level}_id")
        rows = MODEL[level]._default_manager.filter(pk__in=[*numbers, *([chosen] if chosen else [])])
        self.limit(level, rows.select_related("kabupaten"))
        entry: Any = self.fields[level]
        entry.label_from_instance = lambda row: f"{row}{row.tambahan}"


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


def _repeated(row: Levels) -> str:
    """What is said of a row with a level that was added and is installed by now; empty where there is none."""
    added = ((level, own) for level in JENJANG if (own := getattr(row, level)) and own.kabupaten_id)
    found = (there for level, own in added for _, there in installed_by_now(level, [own]))
    return next((f"Kode ini sudah terpasang: {there}. Pilih yang terpasang." for there in found), "")


class AdditionForm(RecordForm):
    """What a kabupaten adds to one level of the nomenklatur: a program of another urusan, or what a later list has."""

    yearly = False

    class Meta(RecordForm.Meta):
        fields: ClassVar[tuple[str, ...]] = ("kode", "nama", "dasar", "tahun_awal", "tahun_akhir")
        help_texts: ClassVar = {
            "kode": "Kode lengkap seperti dalam daftarnya, misalnya 8.01.02.",
            "dasar": "Daftar atau peraturan yang memuatnya, misalnya Kepmendagri Nomor 900.1.15.5-3406 Tahun 2024.",
            "tahun_awal": "Tahun anggaran pertama yang memakainya.",
            "tahun_akhir": "Tahun anggaran terakhir; kosongkan selama dipakai.",
        }

    def prepare(self) -> None:
        """Where it comes from and since when is always said; a new one begins with this year."""
        super().prepare()
        for name in ("dasar", "tahun_awal"):
            self.fields[name].required = True
        if self.instance.pk is None:
            self.initial["tahun_awal"] = self.scope.tahun


class ProgramAdditionForm(AdditionForm):
    """A program."""

    error_fields: ClassVar[dict[str, str]] = {"versi": "tahun_awal"}

    class Meta(AdditionForm.Meta):
        model = Program


class KegiatanAdditionForm(AdditionForm, NomenklaturChoice):
    """A kegiatan of a program that is installed or was added."""

    nomenklatur_field = "program"

    class Meta(AdditionForm.Meta):
        model = Kegiatan
        fields = ("program", *AdditionForm.Meta.fields)
        help_texts = AdditionForm.Meta.help_texts | {"kode": "Kode lengkap, misalnya 8.01.02.2.01."}

    def prepare(self) -> None:
        """Programs of the year."""
        super().prepare()
        self.limit_to_nomenklatur("program")


class SubKegiatanAdditionForm(AdditionForm, NomenklaturChoice):
    """A sub kegiatan of a kegiatan that is installed or was added."""

    nomenklatur_field = "kegiatan"

    class Meta(AdditionForm.Meta):
        model = SubKegiatan
        fields = ("kegiatan", "kode", "nama", "indikator", "satuan", "dasar", "tahun_awal", "tahun_akhir")
        help_texts = AdditionForm.Meta.help_texts | {
            "kode": "Kode lengkap, misalnya 8.01.02.2.01.0001.",
            "indikator": "Indikator keluaran menurut daftarnya.",
        }

    def prepare(self) -> None:
        """Kegiatan of the year."""
        super().prepare()
        self.limit_to_nomenklatur("kegiatan")


register(
    RowKind("program-tambahan", ProgramAdditionForm, "pengaturan", "program tambahan", hak=Hak.ATUR),
    RowKind("kegiatan-tambahan", KegiatanAdditionForm, "pengaturan", "kegiatan tambahan", hak=Hak.ATUR),
    RowKind(
        "sub-kegiatan-tambahan",
        SubKegiatanAdditionForm,
        "pengaturan",
        "sub kegiatan tambahan",
        hak=Hak.ATUR,
    ),
)
