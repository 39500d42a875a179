"""What asking a kecamatan, and answering it, ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from django import forms

from kecamatan.forms.layout import LaidOutForm
from kecamatan.models import Kecamatan
from sakip.entry.fields import TextField, ValueField
from sakip.entry.form import OPTIONAL
from sakip.entry.value_kinds import Date, Text

_WORDS: Final = Text(longest=2000)


def _until() -> ValueField:
    return ValueField(
        Date(printed_beside=False),
        label="Batas waktu",
        error_messages={"required": "Isi sampai kapan ditunggu."},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A document of a kecamatan that may be asked for: what would be asked by itself (empty where nothing is known to
    lack), how it stands then, and what is said beside it."""

    kecamatan: Kecamatan
    dokumen: str
    title: str
    words: str
    state: str
    remark: str = ""
    chosen: bool = True

    @property
    def code(self) -> str:
        """As the form sends it."""
        return f"{self.kecamatan.slug}:{self.dokumen}"

    @property
    def said(self) -> str:
        """As the form shows it, of one kecamatan alone."""
        said = self.words or f"{self.title}: {self.state}."
        remark = f" ({self.remark})" if self.remark else ""
        return f"{said}{remark}"


class AskForm(LaidOutForm, forms.Form):
    """Which documents of which kecamatan, what else is said, and until when."""

    id_pattern = "minta-%s"

    use_required_attribute = False

    yang = forms.MultipleChoiceField(
        label="Yang diminta",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "centang"}),
        help_text="Setiap baris menjadi satu permintaan kepada kecamatannya.",
        error_messages={
            "required": "Pilih sekurang-kurangnya satu.",
            "invalid_choice": "Pilih dari daftar.",
        },
    )
    pesan = TextField(
        _WORDS,
        label=f"Pesan{OPTIONAL}",
        max_length=None,
        required=False,
        help_text="Ditambahkan pada setiap permintaan yang dipilih.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, offers: Sequence[Offer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offers = {one.code: one for one in offers}
        self.fields["batas_waktu"] = _until()
        several = len({one.kecamatan.pk for one in offers}) > 1
        cast(forms.MultipleChoiceField, self.fields["yang"]).choices = [
            (code, f"{one.kecamatan.nama}: {one.said}" if several else one.said)
            for code, one in self.offers.items()
        ]
        self.initial.setdefault("yang", [code for code, one in self.offers.items() if one.chosen])

    @property
    def chosen(self) -> list[Offer]:
        """What was chosen, in the order of the list. Only of a valid form."""
        return [self.offers[code] for code in self.cleaned_data["yang"]]

    def clean(self) -> dict[str, Any]:
        """What lacks nothing is asked for in words alone."""
        content = super().clean() or self.cleaned_data
        chosen = [self.offers[code] for code in content.get("yang", ())]
        if "pesan" in content and not content["pesan"] and (mute := [one for one in chosen if not one.words]):
            self.add_error(
                "pesan",
                f"Isi apa yang diminta: {mute[0].title} Kecamatan {mute[0].kecamatan.nama} {mute[0].state}.",
            )
        return content


class AgainForm(LaidOutForm, forms.Form):
    """What is asked once more, and until when."""

    id_pattern = "minta-%s"

    use_required_attribute = False

    isi = TextField(
        _WORDS,
        label="Yang diminta",
        max_length=None,
        error_messages={"required": "Isi apa yang diminta."},
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["batas_waktu"] = _until()


class AskedFilterForm(LaidOutForm, forms.Form):
    """What narrows the list of what is asked; sent with the address, never refused."""

    id_pattern = "permintaan-%s"

    kecamatan = forms.ChoiceField(
        label="Kecamatan", required=False, widget=forms.Select(attrs={"class": "isian-pilih"})
    )
    keadaan = forms.ChoiceField(
        label="Keadaan", required=False, widget=forms.Select(attrs={"class": "isian-pilih"})
    )

    def __init__(
        self,
        *args: Any,
        kecamatan: Sequence[tuple[str, str]],
        keadaan: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, offered in (("kecamatan", [("", "Semua kecamatan"), *kecamatan]), ("keadaan", keadaan)):
            cast(forms.ChoiceField, self.fields[name]).choices = offered
        if len(kecamatan) < 2:
            del self.fields["kecamatan"]
