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
from sakip.entry.kinds import RowKind, register
from sakip.records.peraturan.form import PeraturanForm
from sakip.text.key_names import kunci_baru


class KecamatanForm(RecordForm):
    """Address and telephone as the letterhead prints them; kode and nama are those of Kemendagri."""

    tahunan = False

    class Meta(RecordForm.Meta):
        model = Kecamatan
        fields = ("alamat", "ibu_kota", "kode_pos", "telepon", "surel")


class ProfilForm(RecordForm):
    """Borders, area and population of the year."""

    class Meta(RecordForm.Meta):
        model = ProfilKecamatan
        fields = (
            "batas_utara",
            "batas_timur",
            "batas_selatan",
            "batas_barat",
            "luas_km2",
            "penduduk",
            "penduduk_laki_laki",
            "penduduk_perempuan",
        )

    def kelompok(self) -> list[tuple[str, list[Any]]]:
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

    awal_lagi: ClassVar[tuple[str, ...]] = ("jenis",)

    class Meta(RecordForm.Meta):
        model = ButirProfil
        fields = ("jenis", "uraian")


class FactForm(RecordForm):
    """A figure of the profile, or words where it has none."""

    letak_galat: ClassVar[dict[str, str]] = {"bernilai": "nilai"}
    awal_lagi: ClassVar[tuple[str, ...]] = ("kelompok",)

    class Meta(RecordForm.Meta):
        model = FaktaProfil
        fields = ("kelompok", "uraian", "nilai", "satuan", "teks", "sumber")


class SDMForm(RecordForm):
    """A row of a table of people. An empty count is not known, which is not zero."""

    awal_lagi: ClassVar[tuple[str, ...]] = ("kelompok",)

    class Meta(RecordForm.Meta):
        model = KomposisiSDM
        fields = ("kelompok", "uraian", "golongan", "asn", "non_asn", "keterangan")

    def prepare(self) -> None:
        """Say what empty means."""
        self.fields["asn"].help_text = "Kosongkan bila tidak diketahui; tulis 0 bila memang tidak ada."
        self.fields["golongan"].help_text = "Misalnya III/d; hanya bila tabelnya memuat golongan."


class DesaForm(RecordForm):
    """A desa or kelurahan."""

    tahunan = False
    letak_galat: ClassVar[dict[str, str]] = {"nama": "nama"}

    class Meta(RecordForm.Meta):
        model = DesaKelurahan
        fields = ("nama", "jenis", "status")

    def prepare(self) -> None:
        """Say what the status is."""
        self.fields["status"].help_text = "Menurut Indeks Desa, misalnya Mandiri atau Maju."


class UnitForm(RecordForm):
    """A box of the organisation chart; its kunci is made of its first name and stays."""

    tahunan = False
    letak_galat: ClassVar[dict[str, str]] = {"berinduk": "induk", "satu_camat": "jenis", "kunci": "nama"}

    class Meta(RecordForm.Meta):
        model = UnitKerja
        fields = ("nama", "jenis", "induk")

    def prepare(self) -> None:
        """A unit stands below another one of the same kecamatan, never below itself or what hangs on it."""
        semua = list(UnitKerja.objects.for_kecamatan(self.lingkup.kecamatan))
        dilarang = {self.instance.pk} if self.instance.pk else set()
        while baru := {u.pk for u in semua if u.induk_id in dilarang} - dilarang:
            dilarang |= baru
        self._kunci = {u.kunci for u in semua}
        self.batasi("induk", UnitKerja.objects.for_kecamatan(self.lingkup.kecamatan).exclude(pk__in=dilarang))
        self.fields["induk"].help_text = "Kosongkan hanya untuk camat."

    def clean(self) -> dict[str, Any] | None:
        """Name the new unit for those that will refer to it."""
        super().clean()
        if not self.instance.kunci and self.cleaned_data.get("nama"):
            self.instance.kunci = kunci_baru(self.cleaned_data["nama"], self._kunci, bawaan="unit")
        return self.cleaned_data


def _butir(kode: str, form: type[RecordForm], nama: str, **lain: Any) -> RowKind:
    return RowKind(kode=kode, form=form, dokumen="profil", nama=nama, induk="profil", **lain)


register(
    RowKind(kode="kecamatan", form=KecamatanForm, dokumen="profil", nama="identitas kecamatan", tetap=True),
    RowKind(kode="profil", form=ProfilForm, dokumen="profil", nama="profil kecamatan", berulang=False),
    _butir("dasar-hukum", DasarHukumForm, "dasar hukum", saudara=("profil",)),
    _butir(
        "butir-profil",
        ButirProfilForm,
        "butir profil",
        saudara=("profil", "jenis"),
        kolom_teks=("uraian",),
    ),
    _butir(
        "fakta-profil",
        FactForm,
        "fakta profil",
        saudara=("profil", "kelompok"),
        kolom_teks=("uraian", "nilai", "satuan", "teks", "sumber"),
    ),
    RowKind(
        kode="sdm",
        form=SDMForm,
        dokumen="profil",
        nama="baris SDM",
        saudara=("kecamatan", "tahun", "kelompok"),
        kolom_teks=("uraian", "golongan", "asn", "non_asn", "keterangan"),
    ),
    RowKind(
        kode="desa",
        form=DesaForm,
        dokumen="profil",
        nama="desa atau kelurahan",
        saudara=("kecamatan",),
        kolom_teks=("nama", "jenis", "status"),
    ),
    RowKind(
        kode="unit-kerja", form=UnitForm, dokumen="profil", nama="unit kerja", saudara=("kecamatan", "induk")
    ),
)
