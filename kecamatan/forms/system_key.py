"""A key for a system of the kabupaten."""

from __future__ import annotations

from django import forms

from kecamatan.forms.kabupaten_choice import KabupatenChoiceForm


class SystemKeyForm(KabupatenChoiceForm):
    """Whose system it is, and how long the key holds."""

    id_pattern = "kunci-%s"

    nama = forms.CharField(
        label="Nama sistem",
        max_length=100,
        help_text="Satu kunci untuk satu sistem, misalnya Dasbor Bappeda.",
        widget=forms.TextInput(attrs={"class": "isian-teks", "autocomplete": "off"}),
        error_messages={
            "required": "Isi nama sistem yang akan memakai kunci ini.",
            "max_length": "Persingkat nama sistem menjadi paling banyak 100 huruf.",
        },
    )
    berlaku = forms.TypedChoiceField(
        label="Masa berlaku",
        coerce=int,
        choices=[("90", "90 hari"), ("365", "1 tahun"), ("730", "2 tahun")],
        initial="365",
        widget=forms.Select(attrs={"class": "isian-pilih"}),
        error_messages={
            "required": "Pilih masa berlaku.",
            "invalid_choice": "Pilih masa berlaku dari daftar.",
        },
    )
