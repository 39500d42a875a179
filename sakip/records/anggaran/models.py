"""Money (rupiah) and what it bought. Every sum is computed from the most detailed rows."""

from typing import ClassVar, Final

from django.db import models
from django.db.models import Q

from kecamatan.ground.constraints import (
    OfKecamatan,
    Reviewable,
    check,
    filled,
    plausible_tahun,
    plausible_uang,
    unique,
)
from kecamatan.models import Kecamatan
from sakip.capaian.inputs import KeadaanNilai
from sakip.records.nomenklatur.models import Kegiatan, Program, SubKegiatan
from sakip.records.renstra.models import Sasaran
from sakip.records.shared_columns import refers_to, whole_jenjang

ALREADY_THERE = "Baris anggaran ini sudah ada pada tahun yang sama. Ubah baris yang ada."


#: The columns of a row in which an amount of money stands.
AMOUNTS: Final = ("pagu_murni", "pagu_perubahan", "realisasi")


class Anggaran(OfKecamatan, Reviewable):
    """A budget row: a sub kegiatan, or a higher level where the document stops there.

    A program or kegiatan above more detailed rows is a control total, never added to them
    (:mod:`sakip.capaian.levels`). ``rinci`` is False for a remainder that the document leaves unexplained ("tidak
    dirinci dalam dokumen"); it stands at the deepest level given. A sub kegiatan that several kelurahan or units carry
    out has a row for each (``unit``). An empty amount is not known, which is not zero.
    """

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="anggaran", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    program = refers_to(Program, "program")
    kegiatan = refers_to(Kegiatan, "kegiatan")
    sub_kegiatan = refers_to(SubKegiatan, "sub kegiatan")
    unit = models.CharField("kelurahan atau unit", max_length=100, blank=True)
    rinci = models.BooleanField("dirinci dalam dokumen", default=True)
    pagu_murni = models.DecimalField(
        "pagu murni (Rp)", max_digits=18, decimal_places=2, null=True, blank=True
    )
    pagu_perubahan = models.DecimalField(
        "pagu perubahan (Rp)", max_digits=18, decimal_places=2, null=True, blank=True
    )
    realisasi = models.DecimalField("realisasi (Rp)", max_digits=18, decimal_places=2, null=True, blank=True)
    keterangan = models.TextField("keterangan", blank=True)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "anggaran"
        verbose_name_plural = "anggaran"
        ordering = ("kecamatan", "tahun", "urut", "id")
        indexes = (models.Index(fields=("kecamatan", "tahun")),)
        # NULLs never equal each other in a UNIQUE, so each depth of the hierarchy has its own.
        constraints = (
            plausible_tahun(),
            *whole_jenjang(required_programs=False),
            check(
                "rinci_berprogram",
                Q(rinci=False) | Q(program__isnull=False),
                "Pilih program baris anggaran ini; hanya sisa yang tidak dirinci boleh tanpa program.",
            ),
            unique(
                "sub_kegiatan",
                "kecamatan",
                "tahun",
                "sub_kegiatan",
                "unit",
                condition=Q(sub_kegiatan__isnull=False),
                message=f"{ALREADY_THERE} Bila dilaksanakan beberapa kelurahan atau unit, isi nama masing-masing.",
                at="sub_kegiatan",
            ),
            unique(
                "kegiatan",
                "kecamatan",
                "tahun",
                "kegiatan",
                condition=Q(sub_kegiatan=None, kegiatan__isnull=False),
                message=ALREADY_THERE,
            ),
            unique(
                "program",
                "kecamatan",
                "tahun",
                "program",
                condition=Q(kegiatan=None, program__isnull=False),
                message=ALREADY_THERE,
            ),
            check(
                "unit_bersub_kegiatan",
                Q(unit="") | Q(sub_kegiatan__isnull=False),
                "Pilih sub kegiatannya; hanya sub kegiatan yang dapat dibagi menurut kelurahan atau unit.",
            ),
            unique(
                "tanpa_program",
                "kecamatan",
                "tahun",
                condition=Q(program=None),
                message=ALREADY_THERE,
                at="rinci",
            ),
            plausible_uang("pagu_murni"),
            plausible_uang("pagu_perubahan"),
            plausible_uang("realisasi"),
        )

    def __str__(self) -> str:
        nama = str(self.sub_kegiatan or self.kegiatan or self.program or "Tidak dirinci lebih lanjut")
        return f"{nama} ({self.unit})" if self.unit else nama


class Keluaran(OfKecamatan):
    """Output or outcome of a budget row: target and realisasi with a unit, either of which may be words only.

    ``keadaan`` is that of the realisasi.
    """

    class Jenis(models.TextChoices):
        OUTPUT = "output", "Keluaran (output)"
        OUTCOME = "outcome", "Hasil (outcome)"

    class Keadaan(models.TextChoices):
        BELUM_DIISI = KeadaanNilai.BELUM_DIISI.value, "Belum diisi"
        TIDAK_TERSEDIA = KeadaanNilai.TIDAK_TERSEDIA.value, "Tidak tersedia"
        TERISI = KeadaanNilai.TERISI.value, "Terisi"

    kecamatan_path: ClassVar[str] = "anggaran__kecamatan"
    tahun_path: ClassVar[str] = "anggaran__tahun"

    anggaran = models.ForeignKey(Anggaran, models.CASCADE, related_name="keluaran", verbose_name="anggaran")
    jenis = models.CharField("jenis", max_length=10, choices=Jenis.choices, default=Jenis.OUTPUT)
    uraian = models.TextField("uraian", error_messages={"blank": "Isi uraian keluaran atau hasil."})
    satuan = models.CharField("satuan", max_length=50, blank=True)
    target = models.DecimalField("target", max_digits=20, decimal_places=4, null=True, blank=True)
    target_cetak = models.CharField("target seperti tercetak", max_length=200, blank=True)
    realisasi = models.DecimalField("realisasi", max_digits=20, decimal_places=4, null=True, blank=True)
    realisasi_cetak = models.CharField("realisasi seperti tercetak", max_length=200, blank=True)
    keadaan = models.CharField(
        "keadaan realisasi", max_length=15, choices=Keadaan.choices, default=Keadaan.BELUM_DIISI
    )
    keterangan = models.TextField("keterangan", blank=True)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "keluaran"
        verbose_name_plural = "keluaran"
        ordering = ("anggaran", "urut", "id")
        constraints = (
            filled("uraian", "Isi uraian keluaran atau hasil."),
            check(
                "realisasi_sesuai_keadaan",
                (Q(keadaan="terisi") & (Q(realisasi__isnull=False) | ~Q(realisasi_cetak="")))
                | Q(keadaan__in=("belum diisi", "tidak tersedia"), realisasi=None, realisasi_cetak=""),
                'Isi realisasi dan pilih keadaan "terisi", atau kosongkan realisasi.',
                at="realisasi",
            ),
        )

    def __str__(self) -> str:
        return self.uraian


class SumberDana(OfKecamatan):
    """A part of a budget row's money by the source that it comes from ("DAU tambahan", "PAD")."""

    kecamatan_path: ClassVar[str] = "anggaran__kecamatan"
    tahun_path: ClassVar[str] = "anggaran__tahun"

    anggaran = models.ForeignKey(
        Anggaran, models.CASCADE, related_name="sumber_dana", verbose_name="anggaran"
    )
    sumber = models.CharField(
        "sumber dana", max_length=100, error_messages={"blank": "Isi sumber dana, misalnya PAD."}
    )
    pagu = models.DecimalField("pagu (Rp)", max_digits=18, decimal_places=2)
    realisasi = models.DecimalField("realisasi (Rp)", max_digits=18, decimal_places=2, null=True, blank=True)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "sumber dana"
        verbose_name_plural = "sumber dana"
        ordering = ("anggaran", "urut", "id")
        constraints = (
            unique(
                "sumber",
                "anggaran",
                "sumber",
                message="Sumber dana ini sudah dicatat untuk baris yang sama. Ubah yang ada.",
            ),
            filled("sumber", "Isi sumber dana, misalnya PAD."),
            plausible_uang("pagu"),
            plausible_uang("realisasi"),
        )

    def __str__(self) -> str:
        return self.sumber


class Belanja(OfKecamatan):
    """A row of the belanja composition; ``induk`` is the group that it is part of.

    ``di_luar_program`` says that no program of the budget has this money, as where belanja modal is printed apart.
    """

    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT, related_name="belanja", verbose_name="kecamatan")
    tahun = models.PositiveSmallIntegerField("tahun")
    kode = models.SlugField("kode", max_length=40)
    nama = models.CharField("nama", max_length=150)
    induk = models.ForeignKey(
        "self", models.CASCADE, related_name="rincian", null=True, blank=True, verbose_name="kelompok"
    )
    pagu = models.DecimalField("pagu (Rp)", max_digits=18, decimal_places=2, null=True, blank=True)
    realisasi = models.DecimalField("realisasi (Rp)", max_digits=18, decimal_places=2, null=True, blank=True)
    di_luar_program = models.BooleanField("di luar program", default=False)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "belanja"
        verbose_name_plural = "belanja"
        ordering = ("kecamatan", "tahun", "urut", "id")
        constraints = (
            unique(
                "kode",
                "kecamatan",
                "tahun",
                "kode",
                message="Jenis belanja ini sudah ada pada tahun yang sama. Ubah baris yang ada.",
            ),
            plausible_tahun(),
            plausible_uang("pagu"),
            plausible_uang("realisasi"),
        )

    def __str__(self) -> str:
        return f"{self.nama} ({self.tahun})"


class AnggaranLalu(OfKecamatan):
    """Total pagu and realisasi of a year whose budget rows are not in the system."""

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="anggaran_lalu", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    pagu = models.DecimalField("pagu (Rp)", max_digits=18, decimal_places=2, null=True, blank=True)
    realisasi = models.DecimalField("realisasi (Rp)", max_digits=18, decimal_places=2, null=True, blank=True)
    sumber = models.TextField("sumber", blank=True)

    class Meta:
        verbose_name = "anggaran tahun lalu"
        verbose_name_plural = "anggaran tahun lalu"
        ordering = ("kecamatan", "tahun")
        constraints = (
            unique(
                "tahun", "kecamatan", "tahun", message="Anggaran tahun ini sudah ada. Ubah catatan yang ada."
            ),
            plausible_tahun(),
            plausible_uang("pagu"),
            plausible_uang("realisasi"),
        )

    def __str__(self) -> str:
        return f"Anggaran {self.kecamatan} Tahun {self.tahun}"


class DukunganProgram(OfKecamatan):
    """A program that supports a sasaran in a year: for proportion, efficiency and analysis."""

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="dukungan", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    sasaran = models.ForeignKey(Sasaran, models.PROTECT, related_name="dukungan", verbose_name="sasaran")
    program = models.ForeignKey(Program, models.PROTECT, related_name="dukungan", verbose_name="program")
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "dukungan program"
        verbose_name_plural = "dukungan program"
        ordering = ("kecamatan", "tahun", "urut", "id")
        indexes = (models.Index(fields=("kecamatan", "tahun")),)
        constraints = (
            unique(
                "program",
                "tahun",
                "sasaran",
                "program",
                message="Program ini sudah tercatat mendukung sasaran yang sama. Hapus salah satu.",
            ),
            plausible_tahun(),
        )

    def __str__(self) -> str:
        return f"{self.program} mendukung {self.sasaran}"
