"""Forms about people and their peran."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Self, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.formats import date_format

from kecamatan.accounts.accounts import USERNAME_MESSAGE, standard_username
from kecamatan.authority import DI_KABUPATEN, DI_KECAMATAN, Authority
from kecamatan.forms.layout import Field, LaidOutForm, Layout
from kecamatan.forms.text_fields import TidyField
from kecamatan.ground.errors import InputError
from kecamatan.ground.whole_numbers import whole
from kecamatan.models import Kabupaten, Keanggotaan, Kecamatan, Pejabat, Provinsi, UnitKerja

Peran = Keanggotaan.Peran

Choice = tuple[str, str | list[tuple[str, str]]]
Place = Kecamatan | Kabupaten | Provinsi

#: Of so many kabupaten every place is offered by name; of more its kode is typed.
MOST_LISTED: Final = 5

#: Who may have a peran everywhere.
_EVERYWHERE: Final = "Admin dan Pemantau pusat"


class PersonForm(LaidOutForm, forms.Form):
    """Name and surel."""

    nama = TidyField(
        one_line=True,
        label="Nama lengkap",
        max_length=150,
        error_messages={
            "required": "Isi nama lengkap.",
            "max_length": "Tulis nama paling banyak 150 karakter.",
        },
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    surel = forms.EmailField(
        label="Surel (opsional)",
        required=False,
        error_messages={"invalid": "Tulis alamat surel seperti siti@contohkab.go.id, atau kosongkan."},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


@dataclass(frozen=True, slots=True)
class OfferedPlaces:
    """Where a peran may hold: the choices of a form, and the place of each key that it sends."""

    choices: list[Choice]
    places: dict[str, Place]

    @classmethod
    def to(cls, authority: Authority) -> Self:
        """Wherever the user may give some peran (3 queries)."""
        kabupaten = list(authority.kabupaten().prefetch_related("kecamatan"))
        result = cls.of(kabupaten, (one for around in kabupaten for one in around.kecamatan.all()))
        if authority.general:
            above = {cls.key_of(one): one for one in Provinsi.objects.all()}
            result.places.update(above)
            result.choices.append(("Provinsi", [(key, str(one)) for key, one in above.items()]))
        return result

    @classmethod
    def of(cls, kabupaten: Iterable[Kabupaten], kecamatan: Iterable[Kecamatan]) -> Self:
        """These places, the kecamatan in their order below each kabupaten."""
        below: dict[int, list[Kecamatan]] = {}
        for one in kecamatan:
            below.setdefault(one.kabupaten_id, []).append(one)
        result = cls([], {})
        for around in kabupaten:
            listing = [(cls.key_of(around), f"Seluruh {around}")]
            result.places[listing[0][0]] = around
            for one in dict.fromkeys(below.get(around.pk, ())):
                one.kabupaten = around
                result.places[cls.key_of(one)] = one
                listing.append((cls.key_of(one), str(one)))
            result.choices.append((str(around), listing))
        return result

    @staticmethod
    def key_of(place: Place) -> str:
        """A place as a form sends it."""
        return f"{place._meta.model_name}-{place.pk}"


class TypedPlace(forms.CharField):
    """A place by its kode, out of those in which the user may give a peran: a list of thousands is no choice."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        above, none = "", ""
        if authority.general:
            above, none = ", 35 untuk provinsi", f" Kosongkan untuk semua wilayah (khusus {_EVERYWHERE})."
        super().__init__(
            label="Kode wilayah",
            required=False,
            max_length=20,
            help_text=f"Kode Kemendagri: 35.09.10 untuk kecamatan, 35.09 untuk kabupaten atau kota{above}.{none}",
            error_messages={"max_length": "Tulis kode wilayah seperti 35.09.10 atau 35.09."},
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )

    def kode_of(self, key: str) -> str:
        """The kode of a kabupaten that a link names as a form with a list would send it; empty of any other."""
        kind, _, number = key.partition("-")
        if kind != Kabupaten._meta.model_name or (pk := whole(number)) is None:
            return ""
        return self._authority.kabupaten().filter(pk=pk).values_list("kode", flat=True).first() or ""

    def clean(self, value: Any) -> Place | None:
        """The place (3 queries at most); None where nothing is written."""
        kode = super().clean(value).strip()
        if not kode:
            return None
        kabupaten = self._authority.kabupaten()
        rows = Kecamatan.objects.filter(kode=kode, kabupaten__in=kabupaten).select_related("kabupaten")
        found: Place | None = rows.first() or kabupaten.filter(kode=kode).first()
        if found is None and self._authority.general:
            found = Provinsi.objects.filter(kode=kode).first()
        if found is None:
            raise ValidationError(
                f'Tidak ada wilayah dengan kode "{kode}" yang dapat Anda beri peran. Tulis seperti 35.09.10 atau 35.09.'
            )
        return found


class RoleForm(LaidOutForm, forms.Form):
    """A peran and where it holds, out of what the user may give; ``offered`` are the places, where they are known."""

    peran = forms.ChoiceField(
        label="Peran",
        error_messages={"required": "Pilih peran.", "invalid_choice": "Pilih peran dari daftar."},
    )
    wilayah = forms.ChoiceField(
        label="Wilayah",
        required=False,
        help_text="Kecamatan untuk operator dan camat, provinsi untuk pemantau provinsi, kabupaten untuk peran lain.",
        error_messages={"invalid_choice": "Pilih wilayah dari daftar."},
    )

    def __init__(
        self, *args: Any, authority: Authority, offered: OfferedPlaces | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.authority = authority
        self._places: dict[str, Place] | None = None
        peran = cast(forms.ChoiceField, self.fields["peran"])
        peran.choices = [("", "Pilih peran"), *((p.value, p.label) for p in authority.peran())]
        if offered is None and authority.kabupaten().count() > MOST_LISTED:
            self.fields["wilayah"] = typed = TypedPlace(authority)
            self.initial["wilayah"] = typed.kode_of(self.initial.get("wilayah", ""))
            return
        offered = offered or OfferedPlaces.to(authority)
        self._places = offered.places
        nowhere = f"Semua wilayah (khusus {_EVERYWHERE})" if authority.general else "Pilih wilayah"
        cast(forms.ChoiceField, self.fields["wilayah"]).choices = [("", nowhere), *offered.choices]

    def clean(self) -> dict[str, Any]:
        """``kecamatan``, ``kabupaten`` and ``provinsi`` of the peran, one of them or none."""
        content: dict[str, Any] = super().clean() or {}
        if "peran" not in content or "wilayah" not in content:
            return content
        peran, said = Peran(content["peran"]), content["wilayah"]
        place = said if self._places is None else self._places.get(said)
        kecamatan = place if isinstance(place, Kecamatan) else None
        kabupaten = place if isinstance(place, Kabupaten) else None
        provinsi = place if isinstance(place, Provinsi) else None
        if peran in DI_KECAMATAN and kecamatan is None:
            self.add_error("wilayah", f"Pilih kecamatan tempat {peran.label.lower()} ini bekerja.")
        elif peran in DI_KABUPATEN and kabupaten is None:
            self.add_error("wilayah", f"Pilih kabupaten untuk peran {peran.label}.")
        elif peran == Peran.PROVINSI and provinsi is None:
            self.add_error("wilayah", f"Pilih provinsi untuk peran {peran.label}.")
        elif peran == Peran.PUSAT and place is not None:
            self.add_error("wilayah", f"Peran {peran.label} berlaku di semua wilayah. Kosongkan wilayahnya.")
        elif peran == Peran.ADMIN and (
            isinstance(place, Kecamatan | Provinsi) or (place is None and not self.authority.general)
        ):
            or_everywhere = " atau semua wilayah" if self.authority.general else ""
            self.add_error("wilayah", f"Pilih kabupaten{or_everywhere} untuk peran Admin.")
        elif not self.authority.may_grant(peran, kecamatan=kecamatan, kabupaten=kabupaten):
            self.add_error("peran", f"Peran {peran.label} di wilayah ini hanya dapat diberikan oleh admin.")
        return content | {"kecamatan": kecamatan, "kabupaten": kabupaten, "provinsi": provinsi}


class NewPersonForm(PersonForm, RoleForm):
    """A person with their first peran."""

    username = forms.CharField(
        label="Nama pengguna",
        max_length=50,
        help_text="Untuk masuk; tidak dapat diubah kelak. Huruf kecil, angka, titik, atau tanda hubung.",
        error_messages={"required": USERNAME_MESSAGE, "max_length": USERNAME_MESSAGE},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    field_order = ("nama", "username", "surel", "peran", "wilayah")

    def clean_username(self) -> str:
        """Small letters, and not taken."""
        try:
            return standard_username(self.cleaned_data["username"])
        except InputError as error:
            raise ValidationError(str(error)) from error


class OfficialField(forms.ModelChoiceField):
    """An official, told from a namesake by NIP and terms."""

    def label_from_instance(self, obj: Any) -> str:
        """Name, NIP, and each term."""
        held = "; ".join(
            f"{one.sebutan} sejak {date_format(one.mulai, 'j F Y')}"
            + (f" sampai {date_format(one.sampai, 'j F Y')}" if one.sampai else "")
            for one in obj.masa.all()
        )
        return f"{obj.nama}{f' (NIP {obj.nip})' if obj.nip else ''}: {held}"


class OfficialForm(LaidOutForm, forms.Form):
    """Which official an account is."""

    pejabat = OfficialField(
        queryset=Pejabat.objects.none(),
        label="Pejabat",
        empty_label="Pilih pejabat",
        error_messages={
            "required": "Pilih pejabat yang memegang akun ini.",
            "invalid_choice": "Pilih pejabat dari daftar.",
        },
    )

    def __init__(self, *args: Any, officials: QuerySet[Pejabat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("OfficialField", self.fields["pejabat"]).queryset = officials


class OperatorUnitsForm(LaidOutForm, forms.Form):
    """The units to which an operator is narrowed."""

    unit = forms.ModelMultipleChoiceField(
        queryset=UnitKerja.objects.none(),
        required=False,
        label="Unit kerja",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": "Pilih unit kerja dari daftar.",
            "invalid_pk_value": "Pilih unit kerja dari daftar.",
        },
    )

    def __init__(self, *args: Any, keanggotaan: Keanggotaan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keanggotaan = keanggotaan
        kecamatan = keanggotaan.kecamatan
        unit = UnitKerja.objects.for_kecamatan(kecamatan) if kecamatan else UnitKerja.objects.none()
        cast("forms.ModelMultipleChoiceField[UnitKerja]", self.fields["unit"]).queryset = unit

    def layout(self) -> Layout:
        """A plain list, and what to do where there are no units yet."""
        return Layout(Field("unit", template="%s/units.html"))


class FilterForm(LaidOutForm, forms.Form):
    """Narrow the list of people."""

    cari = forms.CharField(label="Nama atau nama pengguna", required=False, max_length=150)
    peran = forms.ChoiceField(label="Peran", required=False, choices=[("", "Semua peran"), *Peran.choices])
    keadaan = forms.ChoiceField(
        label="Keadaan",
        required=False,
        choices=[("", "Aktif dan nonaktif"), ("aktif", "Aktif"), ("nonaktif", "Nonaktif")],
    )
