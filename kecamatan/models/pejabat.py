"""Office holders and their terms, so that a document dated X names who held office on X."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from kecamatan.ground.constraints import BelowKecamatan, check, filled, unique
from kecamatan.models.wilayah import Kabupaten, Kecamatan
from kecamatan.nip import InvalidNip, parse_nip
from kecamatan.querysets import MasaJabatanQuerySet, PejabatQuerySet


def nip_sah(nilai: str) -> None:
    """Validator: the NIP is possible and written as 18 digits, the form in which it is stored."""
    try:
        nip = parse_nip(nilai)
    except InvalidNip as error:
        raise ValidationError(str(error), code="nip") from error
    if nip.angka != nilai:
        raise ValidationError("Tulis NIP tanpa spasi: %(nip)s.", code="nip", params={"nip": nip.angka})


class Pangkat(models.Model):
    """A pangkat with its golongan ("Pembina", "IV/a"); ``urut`` rises with the rank."""

    golongan = models.CharField("golongan", max_length=5)
    pangkat = models.CharField("pangkat", max_length=50)
    urut = models.PositiveSmallIntegerField("urut")

    class Meta:
        verbose_name = "pangkat"
        verbose_name_plural = "pangkat"
        ordering = ("-urut",)
        constraints = (
            unique("golongan", "golongan", message="Golongan ini sudah tercatat. Ubah catatan yang ada."),
            unique("urut", "urut", message="Urutan ini sudah dipakai pangkat lain. Pilih urutan lain."),
        )

    def __str__(self) -> str:
        return f"{self.pangkat} ({self.golongan})"


class Pejabat(models.Model):
    """A person who signs: name with gelar as printed, and NIP (18 digits; a kepala daerah has none)."""

    nama = models.CharField(
        "nama dengan gelar", max_length=150, error_messages={"blank": "Isi nama pejabat beserta gelarnya."}
    )
    nip = models.CharField("NIP", max_length=18, blank=True, validators=[nip_sah])

    objects = PejabatQuerySet.as_manager()

    class Meta:
        verbose_name = "pejabat"
        verbose_name_plural = "pejabat"
        ordering = ("nama", "id")
        constraints = (
            filled("nama", "Isi nama pejabat beserta gelarnya."),
            check("nip_lengkap", Q(nip="") | Q(Exact(Length("nip"), 18)), "Isi 18 angka NIP, tanpa spasi."),
            unique(
                "nip",
                "nip",
                condition=~Q(nip=""),
                message="NIP ini sudah tercatat atas nama pejabat lain. Periksa NIP atau pakai catatan yang ada.",
            ),
            unique(
                "nama_tanpa_nip",
                "nama",
                condition=Q(nip=""),
                message="Pejabat tanpa NIP dengan nama ini sudah tercatat. Pakai catatan yang ada.",
            ),
        )

    def __str__(self) -> str:
        return self.nama


class MasaJabatan(BelowKecamatan):
    """A person's time in an office, first and last day included; ``sampai`` is empty while it lasts.

    ``status`` is the kind of office in which it is held. Pj. and Plt. stand in while nobody holds the office; Pjs. and
    Plh. act on days on which its holder is away, whose own term goes on; who signs a.n. holds an office of his own
    (``jabatan_sendiri``, "Sekretaris Daerah") beside the holder of this one.
    """

    class Jabatan(models.TextChoices):
        CAMAT = "camat", "Camat"
        SEKRETARIS = "sekretaris", "Sekretaris Camat"
        BUPATI = "bupati", "Kepala daerah"

    class Status(models.TextChoices):
        DEFINITIF = "", "Definitif"
        PJ = "pj", "Pj."
        PJS = "pjs", "Pjs."
        PLT = "plt", "Plt."
        PLH = "plh", "Plh."
        ATAS_NAMA = "an", "a.n."

    pejabat = models.ForeignKey(Pejabat, models.CASCADE, related_name="masa", verbose_name="pejabat")
    jabatan = models.CharField("jabatan", max_length=12, choices=Jabatan.choices)
    status = models.CharField(
        "status jabatan",
        max_length=3,
        choices=Status.choices,
        default=Status.DEFINITIF,
        blank=True,
        help_text="Pj. penjabat, Pjs. penjabat sementara, Plt. pelaksana tugas, Plh. pelaksana harian, a.n. atas nama.",
    )
    jabatan_sendiri = models.CharField(
        "jabatan sendiri",
        max_length=100,
        blank=True,
        help_text="Hanya bila menandatangani atas nama (a.n.), misalnya Sekretaris Daerah.",
    )
    kecamatan = models.ForeignKey(
        Kecamatan,
        models.PROTECT,
        related_name="masa_jabatan",
        null=True,
        blank=True,
        verbose_name="kecamatan",
    )
    kabupaten = models.ForeignKey(
        Kabupaten,
        models.PROTECT,
        related_name="masa_jabatan",
        null=True,
        blank=True,
        verbose_name="kabupaten",
    )
    pangkat = models.ForeignKey(
        Pangkat, models.PROTECT, related_name="masa_jabatan", null=True, blank=True, verbose_name="pangkat"
    )
    mulai = models.DateField("mulai menjabat")
    sampai = models.DateField("sampai dengan", null=True, blank=True)

    objects = MasaJabatanQuerySet.as_manager()

    class Meta:
        verbose_name = "masa jabatan"
        verbose_name_plural = "masa jabatan"
        ordering = ("mulai", "id")
        indexes = (models.Index(fields=("kecamatan", "jabatan", "mulai")),)
        constraints = (
            unique(
                "mulai",
                "pejabat",
                "jabatan",
                "status",
                "mulai",
                message="Masa jabatan ini sudah tercatat. Ubah catatan yang ada.",
            ),
            check(
                "sampai_sesudah_mulai",
                Q(sampai__gte=F("mulai")),
                "Isi tanggal akhir jabatan yang tidak lebih awal daripada tanggal mulainya.",
            ),
            check(
                "wilayah_jabatan",
                Q(jabatan="bupati", kabupaten__isnull=False, kecamatan=None)
                | Q(jabatan__in=("camat", "sekretaris"), kecamatan__isnull=False, kabupaten=None),
                "Pilih kabupaten untuk kepala daerah, atau kecamatan untuk camat dan sekretaris camat;"
                " jangan keduanya.",
            ),
            check(
                "status_dikenal",
                Q(status__in=("", "pj", "pjs", "plt", "plh", "an")),
                "Pilih status jabatan dari daftarnya.",
                at="status",
            ),
            check(
                "jabatan_sendiri_atas_nama",
                Q(status="an") & ~Q(jabatan_sendiri="") | ~Q(status="an") & Q(jabatan_sendiri=""),
                "Isi jabatan sendiri bagi yang menandatangani atas nama (a.n.), dan kosongkan bagi yang lain.",
                at="jabatan_sendiri",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pejabat.nama}, {self.sebutan}"

    def as_today(self) -> None:
        """Make a row that was kept before the kind of office had a column of its own what it is now."""
        if self.jabatan == "plt-camat":
            self.jabatan, self.status = self.Jabatan.CAMAT, self.Status.PLT

    @property
    def office(self) -> str:
        """The office itself, whoever holds it: "Camat Balung", "Bupati Jember"."""
        if self.kabupaten is not None:
            return f"{self.kabupaten.sebutan_kepala_daerah} {self.kabupaten.nama}"
        assert self.kecamatan is not None  # noqa: S101  # the constraint wilayah_jabatan
        camat = f"{self.kecamatan.sebutan_camat} {self.kecamatan.nama}"
        return camat if self.jabatan == self.Jabatan.CAMAT else f"Sekretaris {camat}"

    @property
    def sebutan(self) -> str:
        """The office as documents print it: "Camat Balung", "Pjs. Bupati Jember", "Sekretaris Daerah a.n. Bupati …"."""
        return self._held(self.office)

    @property
    def kind_of_office(self) -> str:
        """The same without the area, as the sheet of officials tells terms apart: "Camat", "Plt. Camat"."""
        return self._held(self.get_jabatan_display())

    def _held(self, office: str) -> str:
        parts = (self.jabatan_sendiri, self.get_status_display() if self.status else "", office)
        return " ".join(part for part in parts if part)
