"""A realisasi as one text, the way a cell of the grid holds it: "87,5", "45/50", "BB", "tidak tersedia: alasan"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError

from sakip.angka import format_angka
from sakip.capaian.inputs import KeadaanNilai
from sakip.forms.bidang import FieldAngka
from sakip.forms.dasar import FormCatatan, Potret
from sakip.models import Indikator, Realisasi

KOLOM_NILAI: Final = ("keadaan", "angka", "huruf", "pembilang", "penyebut", "alasan")
KOSONG: Final[dict[str, Any]] = {
    "keadaan": KeadaanNilai.TERISI.value,
    "angka": None,
    "huruf": "",
    "pembilang": None,
    "penyebut": None,
    "alasan": "",
}

TIDAK_TERSEDIA: Final = KeadaanNilai.TIDAK_TERSEDIA.value

_TIDAK_TERSEDIA = re.compile(r"tidak\s+tersedia\s*[.:;,–-]?\s*(?P<alasan>.*)", re.IGNORECASE | re.DOTALL)
_GARIS = frozenset("-–—")

# Fifteen digits in all: what SQLite keeps exactly.
_ANGKA: Final = FieldAngka(bulat_maksimum=11, desimal=4)


def teks_nilai(nilai: Mapping[str, Any]) -> str:
    """The columns of a recorded value → the text of its cell."""
    if nilai["keadaan"] == TIDAK_TERSEDIA:
        return f"{TIDAK_TERSEDIA}: {' '.join(str(nilai['alasan']).split())}"
    if nilai["pembilang"] is not None and nilai["penyebut"] is not None:
        return f"{format_angka(nilai['pembilang'])}/{format_angka(nilai['penyebut'])}"
    return str(nilai["huruf"]) if nilai["angka"] is None else format_angka(nilai["angka"])


def urai_nilai(teks: str, indikator: Indikator) -> dict[str, Any]:
    """The text of a cell → the columns of a value. Raises ValidationError with what to write instead.

    A letter is looked up on the indikator's scale; a fraction is refused where its quotient in percent would be no
    value of this indikator.
    """
    bersih = teks.strip()
    if any(unicodedata.category(h).startswith("C") and h not in "\n\t" for h in bersih):
        raise ValidationError(
            "Isian memuat karakter yang tidak dapat dibaca. Ketik ulang nilainya.", code="karakter"
        )
    if cocok := _TIDAK_TERSEDIA.fullmatch(bersih):
        alasan = cocok["alasan"].strip()
        if not alasan:
            raise ValidationError(
                'Tulis alasannya, misalnya "tidak tersedia: survei belum dilaksanakan".', code="alasan"
            )
        return KOSONG | {"keadaan": TIDAK_TERSEDIA, "alasan": alasan}
    if bersih in _GARIS:
        raise ValidationError(
            f'"{bersih}" bukan nilai. Kosongkan bila belum ada, atau tulis "tidak tersedia: alasannya".',
            code="garis",
        )
    if "/" in bersih:
        pembilang, _, penyebut = bersih.partition("/")
        return urai_pecahan(pembilang, penyebut, indikator)
    if indikator.jenis_nilai == Indikator.JenisNilai.HURUF and not any(h.isdigit() for h in bersih):
        return KOSONG | {"huruf": _huruf(bersih, indikator)}
    return KOSONG | {"angka": _ANGKA.clean(bersih)}


def urai_pecahan(pembilang: str, penyebut: str, indikator: Indikator) -> dict[str, Any]:
    """Numerator and denominator → the columns of a value. Raises ValidationError."""
    if not berpecahan(indikator):
        raise ValidationError(
            "Indikator ini tidak dihitung dari pembilang dan penyebut. Tulis nilainya saja.", code="pecahan"
        )
    if not pembilang.strip() or not penyebut.strip():
        raise ValidationError("Isi pembilang dan penyebut, misalnya 45/50.", code="pecahan")
    atas, bawah = _ANGKA.clean(pembilang), _ANGKA.clean(penyebut)
    if atas < 0:
        raise ValidationError("Isi pembilang 0 atau lebih.", code="pembilang")
    if bawah <= 0:
        raise ValidationError("Isi penyebut lebih dari 0.", code="penyebut")
    return KOSONG | {"pembilang": atas, "penyebut": bawah}


def berpecahan(indikator: Indikator) -> bool:
    """Whether pembilang ÷ penyebut × 100 is a value of the indikator."""
    return bool(indikator.pembilang) or indikator.satuan.strip().casefold() in {"%", "persen"}


def petunjuk_nilai(indikator: Indikator) -> str:
    """How the value of this indikator is written."""
    if indikator.jenis_nilai == Indikator.JenisNilai.HURUF and indikator.skala is not None:
        return f"Huruf ({', '.join(k.kode for k in indikator.skala.kategori.all())}) atau nilainya."
    if berpecahan(indikator):
        return "Angka, atau pembilang/penyebut, misalnya 45/50."
    return "Angka, misalnya 87,5."


def _huruf(teks: str, indikator: Indikator) -> str:
    kode = [k.kode for k in indikator.skala.kategori.all()] if indikator.skala else []
    sama = next((k for k in kode if k.casefold() == teks.casefold()), None)
    if sama is None:
        raise ValidationError(
            f'"{teks}" tidak ada pada skala indikator ini. Pilih {", ".join(kode)}, atau tulis nilainya.',
            code="huruf",
        )
    return sama


class FieldNilai(forms.Field):
    """The value of an indikator as one text; its value is a dict of the columns, None when empty."""

    def __init__(self, *, indikator: Indikator, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "isian-angka"}))
        super().__init__(**kwargs)
        self.indikator = indikator

    def to_python(self, value: Any) -> dict[str, Any] | None:
        """Read the text."""
        if isinstance(value, dict):
            return value
        return urai_nilai(str(value), self.indikator) if str(value or "").strip() else None

    def prepare_value(self, value: Any) -> Any:
        """The value as text."""
        return teks_nilai(value) if isinstance(value, Mapping) else value


class FormRealisasi(FormCatatan):
    """A cell of the grid: one text. A printed form that belonged to another value goes with that value."""

    tampak: ClassVar[tuple[str, ...]] = ("nilai", "cetak")

    class Meta(FormCatatan.Meta):
        model = Realisasi
        fields: tuple[str, ...] = ("cetak",)

    def siapkan(self) -> None:
        """The text comes first; the printed form follows from it."""
        self.fields = {"nilai": FieldNilai(indikator=self.indikator, label="nilai"), **self.fields}
        if self.instance.pk is not None:
            self.initial["nilai"] = kolom_nilai(self.instance)
        # What is stored, before validation writes into the row.
        self._semula = self._potret_semula()

    @property
    def indikator(self) -> Indikator:
        """What is measured."""
        return self.instance.indikator

    def potret(self) -> Potret:
        """The stored text and its printed form."""
        return dict(self._semula)

    def potret_isian(self) -> Potret:
        """What they would be after saving."""
        nilai = self.cleaned_data.get("nilai")
        isian = {nama: str(self.cleaned_data.get(nama) or "").strip() for nama in self.tampak}
        return isian | {"nilai": teks_nilai(nilai) if nilai else ""}

    def clean_cetak(self) -> str:
        """The printed form: the old one for as long as the value stays."""
        nilai = self.cleaned_data.get("nilai")
        tetap = nilai is not None and teks_nilai(nilai) == self._semula.get("nilai")
        return self._semula.get("cetak", "") if tetap else ""

    def _get_validation_exclusions(self) -> set[str]:
        """Nothing is asked of the model again: the text was judged, and the database refuses what breaks a rule.

        Django would put each rule to the database as a question of its own, and others wait for the lock meanwhile.
        """
        return {kolom.name for kolom in self.instance._meta.concrete_fields}

    def _potret_semula(self) -> Potret:
        return potret_realisasi(self.instance, self.tampak) if self.instance.pk is not None else {}

    def _post_clean(self) -> None:
        nilai = self.cleaned_data.get("nilai")
        if nilai is not None:
            for kolom in KOLOM_NILAI:
                setattr(self.instance, kolom, nilai[kolom])
        super()._post_clean()  # type: ignore[misc]


class FormRealisasiRinci(FormRealisasi):
    """The same value with everything around it, on a page of its own: pembilang and penyebut in two fields, the
    reason why there is none, the printed form, notes and source."""

    tampak: ClassVar[tuple[str, ...]] = ("nilai", "cetak", "catatan", "sumber")

    class Meta(FormRealisasi.Meta):
        fields = ("cetak", "catatan", "sumber")

    def siapkan(self) -> None:
        """One way to enter the value is shown as filled: the one it was entered in."""
        super().siapkan()
        self.use_required_attribute = False
        lain = {nama: self.fields.pop(nama) for nama in ("cetak", "catatan", "sumber")}
        self.fields["nilai"].help_text = petunjuk_nilai(self.indikator)
        if berpecahan(self.indikator):
            self.fields["nilai"].help_text = "Angka, bila pembilang dan penyebutnya tidak diketahui."
            for nama, kata in (
                ("pembilang", self.indikator.pembilang),
                ("penyebut", self.indikator.penyebut),
            ):
                self.fields[nama] = FieldAngka(bulat_maksimum=11, required=False, label=nama, help_text=kata)
        self.fields["alasan"] = forms.CharField(
            required=False,
            label="alasan tidak tersedia",
            help_text="Hanya bila nilainya memang tidak ada.",
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        self.fields |= lain
        self.fields["cetak"].help_text = "Bila dokumen menuliskannya lain, misalnya B (80)."
        nilai = self.initial.get("nilai")
        if nilai and nilai["keadaan"] == TIDAK_TERSEDIA:
            self.initial.update(nilai=None, alasan=nilai["alasan"])
        elif nilai and nilai["pembilang"] is not None and "pembilang" in self.fields:
            self.initial.update(nilai=None, pembilang=nilai["pembilang"], penyebut=nilai["penyebut"])

    def _clean_fields(self) -> None:
        """The value may be empty where another field says it; its label still does not call it optional."""
        self.fields["nilai"].required = False
        super()._clean_fields()  # type: ignore[misc]

    def clean_cetak(self) -> str:
        """As typed."""
        return str(self.cleaned_data.get("cetak") or "").strip()

    def clean(self) -> dict[str, Any] | None:
        """Exactly one of the three ways says what the value is."""
        isian = self.cleaned_data
        if self.errors:
            return isian
        pecahan = [isian.get(nama) for nama in ("pembilang", "penyebut")]
        ada = [isian.get("nilai") is not None, any(p is not None for p in pecahan), bool(isian.get("alasan"))]
        if sum(ada) != 1:
            self.add_error(
                "nilai",
                "Isi nilainya dengan satu cara saja, atau isi alasan bila tidak tersedia."
                if sum(ada)
                else "Isi nilai, atau isi alasan bila tidak tersedia.",
            )
        elif ada[1]:
            self._dari_pecahan(pecahan)
        elif ada[2]:
            isian["nilai"] = KOSONG | {"keadaan": TIDAK_TERSEDIA, "alasan": isian["alasan"].strip()}
        return isian

    def _dari_pecahan(self, pecahan: list[Any]) -> None:
        for nama, angka in zip(("pembilang", "penyebut"), pecahan, strict=True):
            if angka is None:
                self.add_error(nama, f"Isi {nama}.")
                return
        try:
            atas, bawah = (format_angka(angka) for angka in pecahan)
            self.cleaned_data["nilai"] = urai_pecahan(atas, bawah, self.indikator)
        except ValidationError as galat:
            self.add_error("pembilang" if galat.code == "pembilang" else "penyebut", galat)


def kolom_nilai(baris: Realisasi) -> dict[str, Any]:
    """The columns of a stored value."""
    return {nama: getattr(baris, nama) for nama in KOLOM_NILAI}


def potret_realisasi(baris: Realisasi, tampak: tuple[str, ...] = FormRealisasi.tampak) -> Potret:
    """The picture of a stored value; the form's own, without the cost of a form for each of three hundred cells."""
    return {
        nama: teks_nilai(kolom_nilai(baris)) if nama == "nilai" else getattr(baris, nama).strip()
        for nama in tampak
    }
