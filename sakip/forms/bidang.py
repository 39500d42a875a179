"""Form fields that read and write Indonesian: each leans on the one parser and formatter of its kind of value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from sakip.angka import AngkaTidakSah, format_angka, urai_angka, urai_rupiah
from sakip.tanggal import TanggalTidakSah, format_tanggal, urai_tanggal

KOLOM_TARGET: Final = ("angka", "huruf", "bawah", "atas")

_SAMPAI = re.compile(
    r"(?P<bawah>.*?[0-9%])\s*(?:-|–|s\.?\s?d\.?|sampai(?: dengan)?)\s*(?P<atas>[0-9].*)", re.IGNORECASE
)
_HURUF = re.compile(r"[A-Za-z]{1,3}[+-]?")


def _kosong(nilai: Any) -> bool:
    """Whether nothing was entered; spaces alone are nothing."""
    return nilai is None or (isinstance(nilai, str) and not nilai.strip())


class FieldAngka(forms.Field):
    """A number as Indonesians write it; ``None`` when empty. ``desimal`` is how many decimals can be kept."""

    def __init__(self, *, bulat_maksimum: int = 16, desimal: int = 4, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "class": "isian-angka"}))
        super().__init__(**kwargs)
        self.desimal = desimal
        self.bulat_maksimum = bulat_maksimum

    def to_python(self, value: Any) -> Decimal | None:
        """Read the text. Raises ValidationError with the parser's own words."""
        if _kosong(value):
            return None
        try:
            nilai = self._urai(str(value))
        except AngkaTidakSah as galat:
            raise ValidationError(str(galat), code="angka") from galat
        if -int(nilai.normalize().as_tuple().exponent) > self.desimal:
            boleh = (
                f"paling banyak {self.desimal} angka di belakang koma" if self.desimal else "bilangan bulat"
            )
            raise ValidationError(f'"{str(value).strip()}" terlalu rinci. Tulis {boleh}.', code="desimal")
        if nilai and nilai.adjusted() >= self.bulat_maksimum:
            raise ValidationError(f'"{str(value).strip()}" terlalu besar. Periksa angkanya.', code="besar")
        return nilai

    def prepare_value(self, value: Any) -> Any:
        """The number in Indonesian; a text that was typed stays as it was typed."""
        return format_angka(value) if isinstance(value, Decimal | int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another number was typed, not merely another spelling."""
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True

    def _urai(self, teks: str) -> Decimal:
        return urai_angka(teks)


class FieldRupiah(FieldAngka):
    """An amount of rupiah, at most two decimals."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(bulat_maksimum=13, desimal=2, **kwargs)

    def _urai(self, teks: str) -> Decimal:
        return urai_rupiah(teks)


class FieldBulat(FieldAngka):
    """A count: a whole number from zero, as ``int``."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric", "class": "isian-angka"}))
        super().__init__(bulat_maksimum=9, desimal=0, **kwargs)

    def to_python(self, value: Any) -> Any:
        """Read the text. Raises ValidationError for a fraction and a negative number."""
        nilai = super().to_python(value)
        if nilai is not None and nilai < 0:
            raise ValidationError(f'"{str(value).strip()}" negatif. Tulis 0 atau lebih.', code="negatif")
        return None if nilai is None else int(nilai)


class FieldTahun(forms.Field):
    """A year of four digits, as ``int``."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric", "class": "isian-tahun"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        """Read the text."""
        if _kosong(value):
            return None
        teks = str(value).strip()
        if not (len(teks) == 4 and teks.isascii() and teks.isdigit()):
            raise ValidationError(f'"{teks}" bukan tahun. Tulis empat angka, misalnya 2026.', code="tahun")
        return int(teks)


class FieldTanggal(forms.Field):
    """A date in words or digits, the day first; ``None`` when empty."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "Misalnya 17/8/2026 atau 17 Agustus 2026.")
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "isian-tanggal"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """Read the text. Raises ValidationError with the parser's own words."""
        if _kosong(value):
            return None
        if isinstance(value, date):
            return value
        try:
            return urai_tanggal(str(value))
        except TanggalTidakSah as galat:
            raise ValidationError(str(galat), code="tanggal") from galat

    def prepare_value(self, value: Any) -> Any:
        """The date in words."""
        return format_tanggal(value) if isinstance(value, date) else value


class FieldDaftar(forms.Field):
    """A list of texts, one to a line; empty lines mean nothing."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "Satu butir per baris.")
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 4}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> list[str]:
        """The lines."""
        if isinstance(value, list):
            return value
        return [bersih for baris in str(value or "").splitlines() if (bersih := baris.strip())]

    def prepare_value(self, value: Any) -> Any:
        """The lines as one text."""
        return "\n".join(value) if isinstance(value, list) else value


class FieldTarget(forms.Field):
    """A target as one text: a number ("85"), a letter on a scale ("BB") or a range ("80–90").

    The value is a dict of the four columns of a target (:data:`KOLOM_TARGET`), or None when empty.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "isian-angka"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> dict[str, Any] | None:
        """Read the text. Raises ValidationError with the number parser's own words."""
        if _kosong(value):
            return None
        if isinstance(value, dict):
            return value
        return urai_target(str(value))

    def prepare_value(self, value: Any) -> Any:
        """The target as text."""
        return teks_target(value) if isinstance(value, Mapping) else value


def urai_target(teks: str) -> dict[str, Any]:
    """Read a target that says something. Raises ValidationError."""
    kosong: dict[str, Any] = {"angka": None, "huruf": "", "bawah": None, "atas": None}
    bersih = teks.strip()
    if _HURUF.fullmatch(bersih):
        return kosong | {"huruf": bersih.upper()}
    try:
        if rentang := _SAMPAI.fullmatch(bersih):
            return kosong | {"bawah": urai_angka(rentang["bawah"]), "atas": urai_angka(rentang["atas"])}
        return kosong | {"angka": urai_angka(bersih)}
    except AngkaTidakSah as galat:
        raise ValidationError(str(galat), code="target") from galat


def teks_target(kolom: Mapping[str, Any]) -> str:
    """The four columns of a target → text; empty where there is none."""
    if kolom["angka"] is not None:
        return format_angka(kolom["angka"])
    if kolom["bawah"] is not None and kolom["atas"] is not None:
        return f"{format_angka(kolom['bawah'])}–{format_angka(kolom['atas'])}"
    return str(kolom["huruf"])
