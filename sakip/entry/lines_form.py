"""Many rows of one kind, typed or pasted as lines: one line a row, its columns divided by tabs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from django import forms
from django.db import models

from kecamatan.forms.layout import LaidOutForm
from sakip.entry.clipboard import block
from sakip.entry.form import OPTIONAL, RecordForm, Scope
from sakip.entry.kinds import RowKind
from sakip.entry.save_many import Entry

MOST_ROWS: Final = 200


class LinesForm(LaidOutForm, forms.Form):
    """The lines, and what all of them share (``kept_for_next`` of the kind's own form)."""

    def __init__(self, *args: Any, kind: RowKind, scope: Scope, row: models.Model, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.contoh: RecordForm = kind.form(instance=row, scope=scope)
        self.kind = kind
        for nama in kind.form.kept_for_next:
            self.fields[nama] = self.contoh.fields[nama]
        self.fields["teks"] = forms.CharField(
            label="Baris",
            strip=False,
            help_text=self.contoh.own_words(
                f"Satu baris untuk setiap {kind.nama}, paling banyak {MOST_ROWS}."
            )
            + self._column(),
            widget=forms.Textarea(attrs={"rows": 12, "class": "isian-baris", "autocomplete": "off"}),
            error_messages={"required": "Isi paling sedikit satu baris."},
        )
        self.fields["teks"].validators = []  # each line is read by the kind's own form

    def clean_teks(self) -> dict[int, list[str]]:
        """The cells of the rows that are not empty, by their number in the block. Raises ValidationError for a row
        with more columns than there are."""
        results: dict[int, list[str]] = {}
        for nomor, cells in enumerate(block(self.cleaned_data["teks"]), start=1):
            while cells and not cells[-1]:
                cells.pop()
            if not cells:
                continue
            if len(cells) > len(self.kind.text_columns):
                self.add_error(
                    "teks",
                    f"Baris {nomor} berisi {len(cells)} kolom; paling banyak {len(self.kind.text_columns)}. "
                    "Hapus kolom yang berlebih.",
                )
            results[nomor] = cells
        if not results:
            self.add_error("teks", "Isi paling sedikit satu baris.")
        if len(results) > MOST_ROWS:
            self.add_error(
                "teks", f"Ada {len(results)} baris; paling banyak {MOST_ROWS}. Kirim sebagian dahulu."
            )
        return results

    def row_data(self, cells: list[str]) -> dict[str, str]:
        """A line as the kind's own form would receive it."""
        content = dict(zip(self.kind.text_columns, cells, strict=False))
        for nama in self.kind.text_columns:
            if nama not in content and self.contoh.fields[nama].required:
                content[nama] = str(self.contoh.get_initial_for_field(self.contoh.fields[nama], nama) or "")
        return content | {nama: self.data.get(nama, "") for nama in self.kind.form.kept_for_next}

    def entries(self, make: Callable[[], models.Model]) -> Iterator[Entry]:
        """Every line as the kind's own form, which begins with the empty row that ``make`` gives."""
        for nomor, cell in self.cleaned_data["teks"].items():
            form = self.kind.form(self.row_data(cell), instance=make(), scope=self.contoh.scope)
            yield Entry(name=f"Baris {nomor}", form=form)

    def _column(self) -> str:
        words = [
            str(self.contoh.fields[nama].label).removesuffix(OPTIONAL) for nama in self.kind.text_columns
        ]
        if len(words) == 1:
            return ""
        return f" Kolom dipisahkan tab, seperti hasil salin dari Excel: {', '.join(words)}."
