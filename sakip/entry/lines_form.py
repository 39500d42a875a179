"""Many rows of one kind, typed or pasted as lines: one line a row, its columns divided by tabs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from django import forms
from django.db import models

from kecamatan.forms.layout import LaidOutForm
from sakip.entry.clipboard import block
from sakip.entry.form import OPSIONAL, RecordForm, Scope
from sakip.entry.kinds import RowKind
from sakip.entry.save_many import Entry

BARIS_TERBANYAK: Final = 200


class LinesForm(LaidOutForm, forms.Form):
    """The lines, and what all of them share (``awal_lagi`` of the kind's own form)."""

    def __init__(
        self, *args: Any, isian: RowKind, lingkup: Scope, baris: models.Model, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.contoh: RecordForm = isian.form(instance=baris, lingkup=lingkup)
        self.isian = isian
        for nama in isian.form.awal_lagi:
            self.fields[nama] = self.contoh.fields[nama]
        self.fields["teks"] = forms.CharField(
            label="Baris",
            strip=False,
            help_text=f"Satu baris untuk setiap {isian.nama}, paling banyak {BARIS_TERBANYAK}.{self._kolom()}",
            widget=forms.Textarea(attrs={"rows": 12, "class": "isian-baris", "autocomplete": "off"}),
            error_messages={"required": "Isi paling sedikit satu baris."},
        )
        self.fields["teks"].validators = []  # each line is read by the kind's own form

    def clean_teks(self) -> dict[int, list[str]]:
        """The cells of the rows that are not empty, by their number in the block. Raises ValidationError for a row
        with more columns than there are."""
        hasil: dict[int, list[str]] = {}
        for nomor, sel in enumerate(block(self.cleaned_data["teks"]), start=1):
            while sel and not sel[-1]:
                sel.pop()
            if not sel:
                continue
            if len(sel) > len(self.isian.kolom_teks):
                self.add_error(
                    "teks",
                    f"Baris {nomor} berisi {len(sel)} kolom; paling banyak {len(self.isian.kolom_teks)}. "
                    "Hapus kolom yang berlebih.",
                )
            hasil[nomor] = sel
        if not hasil:
            self.add_error("teks", "Isi paling sedikit satu baris.")
        if len(hasil) > BARIS_TERBANYAK:
            self.add_error(
                "teks", f"Ada {len(hasil)} baris; paling banyak {BARIS_TERBANYAK}. Kirim sebagian dahulu."
            )
        return hasil

    def row_data(self, sel: list[str]) -> dict[str, str]:
        """A line as the kind's own form would receive it."""
        isi = dict(zip(self.isian.kolom_teks, sel, strict=False))
        for nama in self.isian.kolom_teks:
            if nama not in isi and self.contoh.fields[nama].required:
                isi[nama] = str(self.contoh.get_initial_for_field(self.contoh.fields[nama], nama) or "")
        return isi | {nama: self.data.get(nama, "") for nama in self.isian.form.awal_lagi}

    def entries(self, make: Callable[[], models.Model]) -> Iterator[Entry]:
        """Every line as the kind's own form, which begins with the empty row that ``make`` gives."""
        for nomor, sel in self.cleaned_data["teks"].items():
            form = self.isian.form(self.row_data(sel), instance=make(), lingkup=self.contoh.lingkup)
            yield Entry(name=f"Baris {nomor}", form=form)

    def _kolom(self) -> str:
        kata = [str(self.contoh.fields[nama].label).removesuffix(OPSIONAL) for nama in self.isian.kolom_teks]
        if len(kata) == 1:
            return ""
        return f" Kolom dipisahkan tab, seperti hasil salin dari Excel: {', '.join(kata)}."
