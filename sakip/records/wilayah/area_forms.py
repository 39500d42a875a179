"""A kabupaten and a kecamatan as the installation knows them: made and renamed in the browser."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

from django import forms

from kecamatan.models import Kabupaten, Kecamatan
from sakip.entry.form import RecordForm
from sakip.text.key_names import new_key


class AreaForm(RecordForm):
    """What an area is; it is about words, so none of them is put into the words of a place."""

    yearly = False

    def own_words(self, text: str) -> str:
        """As it stands."""
        return text


class KabupatenForm(AreaForm):
    """Kode, name and province of a kabupaten, and what it, its head and its desa are called."""

    class Meta(RecordForm.Meta):
        model = Kabupaten
        fields = (
            *("kode", "sebutan", "nama", "provinsi", "ibu_kota"),
            *("sebutan_kepala_daerah", "sebutan_desa", "sebutan_kelurahan"),
        )
        help_texts: ClassVar = {
            "kode": "Menurut Kemendagri, misalnya 36.03.",
            "sebutan": "Kabupaten atau Kota.",
            "nama": "Tanpa kata Kabupaten atau Kota, misalnya Tangerang.",
            "sebutan_kepala_daerah": "Bupati atau Wali Kota.",
        }

    def prepare(self) -> None:
        """A kode with which those of kecamatan begin stays."""
        if self.instance.pk is not None and self.instance.kecamatan.exists():
            self.fields["kode"].disabled = True
            self.fields["kode"].help_text = "Tidak dapat diubah: kode kecamatannya berawal dengan kode ini."

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Who it is, then what is said."""
        fields = list(self.visible_fields())
        return [("", fields[:5]), ("Sebutan kepala daerah, desa, dan kelurahan", fields[5:])]


class KecamatanAreaForm(AreaForm):
    """Kode and name of a kecamatan, and what it and its head are called."""

    error_fields: ClassVar[dict[str, str]] = {"slug": "nama"}

    class Meta(RecordForm.Meta):
        model = Kecamatan
        fields = ("kode", "nama", "sebutan", "sebutan_camat", "ibu_kota")
        help_texts: ClassVar = {"nama": "Tanpa kata Kecamatan, misalnya Balaraja."}

    def clean(self) -> dict[str, Any] | None:
        """A new one gets its name in addresses, which stays when it is renamed."""
        super().clean()
        if not self.instance.slug and (name := self.cleaned_data.get("nama")):
            used = Kecamatan.objects.values_list("slug", flat=True)
            self.instance.slug = new_slug(name, self.instance.kabupaten, set(used))
        return self.cleaned_data


def new_slug(name: str, kabupaten: Kabupaten, used: Collection[str]) -> str:
    """What addresses call a new kecamatan: its name, with that of its kabupaten where another has the name."""
    slug = new_key(name, (), default="kecamatan")
    return new_key(f"{name} {kabupaten.nama}", used, default="kecamatan") if slug in used else slug
