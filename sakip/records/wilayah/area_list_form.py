"""A list of kecamatan or of desa, pasted or uploaded: read, shown row by row, then confirmed as it was shown."""

from __future__ import annotations

import hashlib
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from kecamatan.forms.layout import LaidOutForm
from kecamatan.ground.errors import InputError
from kecamatan.models import DesaKelurahan, Kabupaten, Kecamatan
from sakip.entry.clipboard import block
from sakip.entry.columns import text_of
from sakip.entry.fields import TextField
from sakip.records.wilayah.area_forms import new_slug
from sakip.records.wilayah.area_list import (
    KECAMATAN,
    MOST_ROWS,
    Planned,
    plan_desa,
    plan_kecamatan,
    read_lines,
)
from sakip.workbook.csv_file import csv_rows
from sakip.workbook.plain_table import Wanted, read_table

_LARGEST_CSV: Final = 1024 * 1024

#: Columns of an uploaded workbook, by kind of list; the first title is that of the guide.
_WANTED: Final = {
    KECAMATAN: (
        Wanted(key="kode", titles=("Kode", "Kode wilayah", "Kode kecamatan")),
        Wanted(key="nama", titles=("Nama", "Nama kecamatan", "Kecamatan")),
        Wanted(key="ibu kota", titles=("Ibu kota", "Ibukota"), needed=False),
    ),
    "desa": (
        Wanted(key="kode", titles=("Kode", "Kode wilayah", "Kode desa"), needed=False),
        Wanted(key="kecamatan", titles=("Kecamatan", "Nama kecamatan"), needed=False),
        Wanted(key="jenis", titles=("Jenis",), needed=False),
        Wanted(key="nama", titles=("Nama", "Nama desa", "Desa/Kelurahan", "Nama desa/kelurahan")),
    ),
}

_HELP: Final = {
    KECAMATAN: "Kolomnya: kode wilayah, nama, dan bila ada ibu kota. Misalnya {kode}.01, Balaraja.",
    "desa": "Kolomnya: kode wilayah dan nama, misalnya {kode}.01.2001, Sukamulya; angka pertama sesudah kode"
    " kecamatan menyebut kelurahan (1) atau desa (2). Tanpa kode: beri baris judul Kecamatan, Jenis, Nama.",
}


class AreaListForm(LaidOutForm, forms.Form):
    """The list as text or file; for kecamatan also what all of them are called.

    ``confirmed`` says that exactly this text was shown row by row before, and that nothing in it is refused.
    """

    use_required_attribute = False

    teks = forms.CharField(
        label="Daftar",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "isian-baris", "autocomplete": "off"}),
    )
    berkas = forms.FileField(
        label="Atau berkas CSV atau XLSX",
        required=False,
        allow_empty_file=True,
        max_length=None,
        help_text="Baris judulnya menyebut kolomnya. Isinya tampil dahulu untuk diperiksa.",
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )
    dilihat = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kabupaten: Kabupaten, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.kabupaten = kabupaten
        self.kind = kind
        self.rows: list[list[str]] = []
        self.confirmed = False
        self.planned: list[Planned] = []
        self.fields["teks"].help_text = "Salin dari Excel, lalu tempel di sini. " + _HELP[kind].format(
            kode=kabupaten.kode
        )
        if kind == KECAMATAN:
            other = Kecamatan.objects.filter(kabupaten=kabupaten).order_by("kode").first() or Kecamatan()
            for name in ("sebutan", "sebutan_camat"):
                column: Any = Kecamatan._meta.get_field(name)
                label = str(column.verbose_name)
                self.fields[name] = TextField(
                    text_of(column),
                    label=label[:1].upper() + label[1:],
                    help_text=column.help_text,
                    error_messages={"required": column.error_messages["blank"]},
                    initial=getattr(other, name),
                )

    def clean(self) -> dict[str, Any]:
        """Read the list, and work out what each row comes to."""
        content = super().clean() or {}
        file = content.get("berkas")
        try:
            text = (
                self._read(file.name, file.read(_LARGEST_CSV * 10 + 1)) if file else content.get("teks", "")
            )
        except InputError as error:
            raise ValidationError({"berkas": str(error)}) from error
        text = text.replace("\r\n", "\n")  # as browsers send it back
        rows = block(text)
        if not any(any(cells) for cells in rows):
            raise ValidationError({"teks": "Tempel daftarnya, atau pilih berkasnya."})
        if len(rows) > MOST_ROWS:
            raise ValidationError(
                {"teks": f"Ada {len(rows)} baris; paling banyak {MOST_ROWS}. Kirim sebagian dahulu."}
            )
        self.rows = rows
        self.planned = self.plan()
        refused = sum(bool(one.problem) for one in self.planned)
        mark = hashlib.sha256(text.encode()).hexdigest()
        self.confirmed = content.get("dilihat") == mark and not refused
        posted: Any = self.data
        shown = posted.copy()
        shown["teks"], shown["dilihat"] = text, mark
        self.data = shown
        if refused:
            self.add_error(
                "teks",
                f"{refused} baris perlu diperbaiki. Yang salah disebut dalam daftar di bawah; belum ada yang"
                " disimpan.",
            )
        return content

    @property
    def total_new(self) -> int:
        """How many rows would be stored."""
        return sum(one.new is not None for one in self.planned)

    def plan(self) -> list[Planned]:
        """What each row comes to by what is stored now (3 queries)."""
        lines = read_lines(self.rows, self.kind)
        kecamatan = list(Kecamatan.objects.filter(kabupaten=self.kabupaten))
        if self.kind == KECAMATAN:
            planned = plan_kecamatan(lines, self.kabupaten, kecamatan)
            used = set(Kecamatan.objects.values_list("slug", flat=True))
            for one in planned:
                if isinstance(one.new, Kecamatan):
                    one.new.sebutan = self.cleaned_data.get("sebutan", "")
                    one.new.sebutan_camat = self.cleaned_data.get("sebutan_camat", "")
                    one.new.slug = new_slug(one.new.nama, self.kabupaten, used)
                    used.add(one.new.slug)
            return planned
        stored: dict[int, list[DesaKelurahan]] = {}
        for desa in DesaKelurahan.objects.filter(kecamatan__kabupaten=self.kabupaten):
            stored.setdefault(desa.kecamatan_id, []).append(desa)
        for owner in kecamatan:
            owner.kabupaten = self.kabupaten
        return plan_desa(lines, self.kabupaten, kecamatan, stored)

    def _read(self, name: str, content: bytes) -> str:
        """An uploaded list as the text that would have been pasted. Raises InputError."""
        if content.startswith(b"PK\x03\x04"):
            wanted = _WANTED[self.kind]
            table = read_table(
                content, wanted, remedy="Simpan daftarnya sebagai XLSX dengan satu baris judul."
            )
            broken = [text for row in table.rows for text in row.broken.values()]
            if broken:
                raise InputError(f"“{name}”: {broken[0]}")
            keys = [one.key for one in wanted if one.key in table.headings]
            rows = [keys, *([row.texts.get(key, "") for key in keys] for row in table.rows)]
        else:
            rows = _csv_rows(name, content)
        return "\n".join("\t".join(_cell(cell) for cell in row) for row in rows)


def _cell(text: str) -> str:
    return " ".join(text.split())


def _csv_rows(name: str, content: bytes) -> list[list[str]]:
    if not content or b"\0" in content or len(content) > _LARGEST_CSV:
        raise InputError(
            f"“{name}” bukan daftar CSV atau XLSX paling besar 1 MB. Simpan ulang, lalu pilih lagi."
        )
    return csv_rows(content)
