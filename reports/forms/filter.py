"""What narrows a page or leads to another: sent with the address, never refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from kecamatan.forms.layout import LaidOutForm
from kecamatan.models import Kecamatan


class HomeFilterForm(LaidOutForm, forms.Form):
    """A kecamatan, where there is a choice, and a year. Of too many to choose among (None) part of a name is asked."""

    id_pattern = "%s"

    kecamatan = forms.ChoiceField(
        label="Kecamatan", required=False, widget=forms.Select(attrs={"class": "isian-pilih"})
    )
    tahun = forms.ChoiceField(
        label="Tahun", required=False, widget=forms.Select(attrs={"class": "isian-pilih"})
    )

    def __init__(
        self, *args: Any, kecamatan: Sequence[Kecamatan] | None, tahun: Sequence[int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["tahun"]).choices = [
            ("", "Semua tahun"),
            *((str(one), str(one)) for one in tahun),
        ]
        if kecamatan is None:
            self.fields["kecamatan"] = forms.CharField(label="Nama kecamatan, atau sebagian", required=False)
        elif len(kecamatan) < 2:
            del self.fields["kecamatan"]
        else:
            cast(forms.ChoiceField, self.fields["kecamatan"]).choices = [
                ("", "Semua kecamatan"),
                *((one.slug, one.nama) for one in kecamatan),
            ]


class OtherYearForm(LaidOutForm, forms.Form):
    """The same kecamatan in a year that nothing links to yet."""

    id_pattern = "%s-lain"

    kecamatan = forms.CharField(widget=forms.HiddenInput())
    tahun = forms.CharField(
        label="Tahun, empat angka",
        required=False,
        widget=forms.TextInput(
            attrs={"class": "isian-angka", "inputmode": "numeric", "maxlength": 4, "autocomplete": "off"}
        ),
    )
