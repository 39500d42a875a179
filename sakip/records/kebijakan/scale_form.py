"""A kabupaten's own scale, entered row by row with both bounds of each predikat, and shown before it is stored."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, Final

from django import forms

from kecamatan.forms.layout import LaidOutForm
from sakip.capaian.inputs import Skala as FrozenSkala
from sakip.entry.columns import text_of, value_of
from sakip.entry.fields import TextField, ValueField
from sakip.models import KategoriSkala, Skala
from sakip.records.kebijakan.scale_rows import Bound, ScaleRow, problems, scale_of
from sakip.text.numbers import format_angka

MOST_ROWS: Final = 10

_LOWER: Final = (("ya", "mulai (≥)"), ("tidak", "di atas (>)"))
_UPPER: Final = (("ya", "sampai (≤)"), ("tidak", "di bawah (<)"))

#: The fields of a row by their names, each with what it is called.
COLUMNS: Final = {
    "label": "Predikat",
    "bawah_termasuk": "Batas bawah",
    "bawah": "Nilai batas bawah",
    "atas_termasuk": "Batas atas",
    "atas": "Nilai batas atas",
    "cetak": "Rentang seperti tercetak",
}


class ScaleForm(LaidOutForm, forms.Form):
    """Name, source and rows. ``confirmed`` says that exactly this was shown as a drawing before."""

    use_required_attribute = False

    dilihat = forms.CharField(required=False, widget=forms.HiddenInput)
    sidik = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, stored: Skala | None = None, **kwargs: Any) -> None:
        super().__init__(*args, initial=_initial(stored) | {"sidik": stored_mark(stored)}, **kwargs)
        self.label_suffix = ""
        self.confirmed = False
        self.scale: FrozenSkala | None = None
        start: dict[str, forms.Field] = {}
        for name, label, hint in (
            ("nama", "Nama skala", "Misalnya Skala predikat kinerja Kabupaten Tangerang."),
            ("dasar", "Dasar", "Peraturan atau dokumen yang memuatnya; dicantumkan dalam LKIP."),
        ):
            column: Any = Skala._meta.get_field(name)
            start[name] = TextField(
                text_of(column),
                label=label,
                help_text=hint,
                error_messages={"required": f"Isi {label.lower()}."},
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )
        for number in range(1, MOST_ROWS + 1):
            start |= {f"{name}_{number}": field for name, field in _row_fields(number)}
        self.fields = start | self.fields

    def rows(self) -> Iterator[dict[str, Any]]:
        """The fields of each row, for the table."""
        for number in range(1, MOST_ROWS + 1):
            yield {"number": number} | {name: self[f"{name}_{number}"] for name in COLUMNS}

    def clean(self) -> dict[str, Any]:
        """Put the rows together, and say at which of them something is wrong."""
        content = super().clean() or {}
        typed = [row for number in range(1, MOST_ROWS + 1) if (row := self._row(number, content)) is not None]
        if self.errors:
            return content
        for problem in problems(typed):
            self.add_error(f"label_{problem.rows[0]}" if problem.rows else None, str(problem))
        if self.errors:
            return content
        self.scale = scale_of(typed, kode="-", nama=content["nama"], dasar=content["dasar"])
        mark = hashlib.sha256(say_scale(self.scale).encode()).hexdigest()
        self.confirmed = content.get("dilihat") == mark
        posted: Any = self.data
        shown = posted.copy()
        shown["dilihat"] = mark
        self.data = shown
        return content

    def _row(self, number: int, content: dict[str, Any]) -> ScaleRow | None:
        label = content.get(f"label_{number}", "")
        lower, upper = content.get(f"bawah_{number}"), content.get(f"atas_{number}")
        if not label:
            if lower is not None or upper is not None:
                self.add_error(f"label_{number}", f"Isi predikat baris {number}, atau kosongkan batasnya.")
            return None
        return ScaleRow(
            number=number,
            label=label,
            lower=None
            if lower is None
            else Bound(value=lower, closed=content[f"bawah_termasuk_{number}"] == "ya"),
            upper=None
            if upper is None
            else Bound(value=upper, closed=content[f"atas_termasuk_{number}"] == "ya"),
            printed=content.get(f"cetak_{number}", ""),
        )


def _row_fields(number: int) -> Iterator[tuple[str, forms.Field]]:
    columns: dict[str, Any] = {
        name: KategoriSkala._meta.get_field(column)
        for name, column in (("label", "label"), ("bawah", "batas"), ("cetak", "rentang_cetak"))
    }
    for name, words in COLUMNS.items():
        attrs = {"aria-label": f"{words}, baris {number}", "autocomplete": "off"}
        label = f"{words}, baris {number}"
        match name:
            case "bawah" | "atas":
                value = value_of(columns["bawah"])
                widget: forms.Widget = forms.TextInput(attrs=attrs | {"inputmode": "decimal", "size": 6})
                yield (
                    name,
                    ValueField(value, label=label, required=False, widget=widget, help_text=""),
                )
            case "bawah_termasuk" | "atas_termasuk":
                choices = _LOWER if name == "bawah_termasuk" else _UPPER
                yield (
                    name,
                    forms.ChoiceField(
                        label=label,
                        choices=choices,
                        required=False,
                        initial="ya" if name == "bawah_termasuk" else "tidak",
                        widget=forms.Select(attrs=attrs),
                        error_messages={"invalid_choice": "Pilih dari daftar."},
                    ),
                )
            case _:
                yield (
                    name,
                    TextField(
                        text_of(columns[name]),
                        label=label,
                        required=False,
                        widget=forms.TextInput(attrs=attrs | {"size": 14}),
                    ),
                )


def _initial(stored: Skala | None) -> dict[str, Any]:
    """The fields of a stored scale: the upper bound of each row is the lower one of the row above it."""
    if stored is None:
        return {}
    start: dict[str, Any] = {"nama": stored.nama, "dasar": stored.dasar}
    above: KategoriSkala | None = None
    for number, one in enumerate(stored.kategori.all(), start=1):
        start |= {f"label_{number}": one.label, f"cetak_{number}": one.rentang_cetak}
        if one.batas is not None:
            start |= {f"bawah_{number}": one.batas, f"bawah_termasuk_{number}": _yes(one.tertutup)}
        if above is not None and above.batas is not None:
            start |= {f"atas_{number}": above.batas, f"atas_termasuk_{number}": _yes(not above.tertutup)}
        above = one
    return start


def _yes(closed: bool) -> str:
    return "ya" if closed else "tidak"


def say_scale(scale: FrozenSkala) -> str:
    """A scale in words, for the trail and for what a page has shown."""
    rows = [
        f"{one.label}: "
        + (
            "selebihnya"
            if one.batas is None
            else f"{'mulai dari' if one.tertutup else 'lebih dari'} {format_angka(one.batas)}"
        )
        + f" ({one.rentang_cetak})"
        for one in scale.kategori
    ]
    return "; ".join((f"{scale.nama}; {scale.dasar}", *rows))


def stored_mark(stored: Skala | None) -> str:
    """What a page has seen of a stored scale; empty for a new one."""
    if stored is None:
        return ""
    rows = stored.kategori.values_list("label", "batas", "tertutup", "rentang_cetak")
    return hashlib.sha256(repr((stored.nama, stored.dasar, list(rows))).encode()).hexdigest()
