"""BAB I of the LKIP: the office and its address, the profile of the year, desa, unit kerja, people counted."""

from __future__ import annotations

from typing import Any, ClassVar

from kecamatan.models import (
    ButirProfil,
    DasarHukumProfil,
    DesaKelurahan,
    FaktaProfil,
    Kecamatan,
    KomposisiSDM,
    ProfilKecamatan,
    UnitKerja,
)
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, below, register
from sakip.records.peraturan.form import PeraturanForm
from sakip.text.key_names import new_key


class KecamatanForm(RecordForm):
    """Address and telephone as the letterhead prints them; kode and nama are those of Kemendagri."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = Kecamatan
        fields = ("alamat", "ibu_kota", "kode_pos", "telepon", "surel")


class ProfilForm(RecordForm):
    """Borders, area and population of the year."""

    class Meta(RecordForm.Meta):
        model = ProfilKecamatan
        fields = (
            *("batas_utara", "batas_timur", "batas_selatan", "batas_barat", "luas_km2"),
            *("penduduk", "penduduk_laki_laki", "penduduk_perempuan"),
        )

    def groups(self) -> list[tuple[str, list[Any]]]:
        """Borders and area, then the population."""
        nama = list(self.fields)
        return [
            ("Batas dan luas wilayah", [self[n] for n in nama[:5]]),
            ("Penduduk", [self[n] for n in nama[5:]]),
        ]


class DasarHukumForm(PeraturanForm):
    """A regulation on which the organisation rests."""

    class Meta(RecordForm.Meta):
        model = DasarHukumProfil
        fields = ("peraturan",)


class ButirProfilForm(RecordForm):
    """A paragraph or item of kedudukan, tugas, fungsi or isu strategis."""

    kept_for_next: ClassVar[tuple[str, ...]] = ("jenis",)

    class Meta(RecordForm.Meta):
        model = ButirProfil
        fields = ("jenis", "uraian")


class FactForm(RecordForm):
    """A figure of the profile, or words where it has none."""

    kept_for_next: ClassVar[tuple[str, ...]] = ("kelompok",)

    class Meta(RecordForm.Meta):
        model = FaktaProfil
        fields = ("kelompok", "uraian", "nilai", "satuan", "teks", "sumber")


class SDMForm(RecordForm):
    """A row of a table of people. An empty count is not known, which is not zero."""

    kept_for_next: ClassVar[tuple[str, ...]] = ("kelompok",)

    class Meta(RecordForm.Meta):
        model = KomposisiSDM
        fields = ("kelompok", "uraian", "golongan", "asn", "non_asn", "keterangan")
        help_texts: ClassVar = {
            "asn": "Kosongkan bila tidak diketahui; tulis 0 bila memang tidak ada.",
            "golongan": "Misalnya III/d; hanya bila tabelnya memuat golongan.",
        }


class DesaForm(RecordForm):
    """A desa or kelurahan."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = DesaKelurahan
        fields = ("nama", "jenis", "status")
        help_texts: ClassVar = {"status": "Menurut Indeks Desa, misalnya Mandiri atau Maju."}


class UnitForm(RecordForm):
    """A box of the organisation chart; its kunci is made of its first name and stays."""

    yearly = False
    error_fields: ClassVar[dict[str, str]] = {"kunci": "nama"}

    class Meta(RecordForm.Meta):
        model = UnitKerja
        fields = ("nama", "jenis", "induk")
        help_texts: ClassVar = {"induk": "Kosongkan hanya untuk camat."}

    def prepare(self) -> None:
        """A unit stands below another one of the same kecamatan, never below itself or what hangs on it."""
        units = list(UnitKerja.objects.for_kecamatan(self.scope.kecamatan))
        forbidden = {self.instance.pk} if self.instance.pk else set()
        while new := {u.pk for u in units if u.induk_id in forbidden} - forbidden:
            forbidden |= new
        self._keys = {u.kunci for u in units}
        self.limit("induk", UnitKerja.objects.for_kecamatan(self.scope.kecamatan).exclude(pk__in=forbidden))

    def clean(self) -> dict[str, Any] | None:
        """Name the new unit for those that will refer to it."""
        super().clean()
        if not self.instance.kunci and self.cleaned_data.get("nama"):
            self.instance.kunci = new_key(self.cleaned_data["nama"], self._keys, default="unit")
        return self.cleaned_data


register(
    RowKind("kecamatan", KecamatanForm, "profil", "identitas kecamatan", unchanged=True),
    RowKind("profil", ProfilForm, "profil", "profil kecamatan", repeated=False),
    RowKind("dasar-hukum", DasarHukumForm, "profil", "dasar hukum", **below("profil")),
    RowKind(
        "butir-profil",
        ButirProfilForm,
        "profil",
        "butir profil",
        sheet="ProfilButir",
        **below("profil", "jenis"),
    ),
    RowKind(
        "fakta-profil",
        FactForm,
        "profil",
        "fakta profil",
        **below("profil", "kelompok"),
        sheet="ProfilFakta",
    ),
    RowKind(
        "sdm",
        SDMForm,
        "profil",
        "baris SDM",
        siblings=("kecamatan", "tahun", "kelompok"),
        sheet="SDM",
    ),
    RowKind(
        "desa",
        DesaForm,
        "profil",
        "desa atau kelurahan",
        siblings=("kecamatan",),
        sheet="Desa",
    ),
    RowKind("unit-kerja", UnitForm, "profil", "unit kerja", siblings=("kecamatan", "induk")),
)
