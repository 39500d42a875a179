"""What rows of many documents share: a target, a recorded value, place and date, and the signing official."""

from typing import Any, ClassVar, TypeVar

from django.db import models
from django.db.models import F, Q

from kecamatan.ground.constraints import check, plausible_tahun, unique
from kecamatan.models import MasaJabatan
from sakip.capaian.inputs import Akumulasi, KeadaanNilai

M = TypeVar("M", bound=models.Model)

AKUMULASI_CHOICES = (
    (Akumulasi.TERAKHIR.value, "Nilai triwulan terakhir"),
    (Akumulasi.JUMLAH.value, "Jumlah triwulan yang diukur"),
    (Akumulasi.RATA_RATA.value, "Rata-rata triwulan yang diukur"),
    (Akumulasi.KUMULATIF.value, "Kumulatif sampai dengan triwulan"),
    (Akumulasi.DIKETAHUI.value, "Nilai terakhir yang diketahui"),
)

STATE_CHOICES = (
    (KeadaanNilai.TERISI.value, "Terisi"),
    (KeadaanNilai.TIDAK_TERSEDIA.value, "Tidak tersedia"),
)

ANGKA = Q(angka__isnull=False)
HURUF = ~Q(huruf="")
RENTANG = Q(bawah__isnull=False, atas__isnull=False)
WITHOUT_RENTANG = Q(bawah=None, atas=None)
ONE_TARGET = (
    (ANGKA & ~HURUF & WITHOUT_RENTANG) | (~ANGKA & HURUF & WITHOUT_RENTANG) | (~ANGKA & ~HURUF & RENTANG)
)
WITHOUT_TARGET = ~ANGKA & ~HURUF & WITHOUT_RENTANG

PECAHAN = Q(pembilang__isnull=False, penyebut__isnull=False)
WITHOUT_PECAHAN = Q(pembilang=None, penyebut=None)
ONE_NILAI = (
    (ANGKA & ~HURUF & WITHOUT_PECAHAN) | (~ANGKA & HURUF & WITHOUT_PECAHAN) | (~ANGKA & ~HURUF & PECAHAN)
)
WITHOUT_NILAI = ~ANGKA & ~HURUF & WITHOUT_PECAHAN

ORDERED_RENTANG = check(
    "rentang_urut",
    Q(bawah__lte=F("atas")),
    "Isi batas bawah target yang tidak lebih besar daripada batas atasnya.",
)


def refers_to(model: type[M], label: str) -> models.ForeignKey[M | None, M | None]:
    """A column that may name a row of another record: that row cannot be deleted then, and knows nothing of it."""
    return models.ForeignKey(
        model, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=label
    )


def whole_jenjang(*, required_programs: bool) -> tuple[models.CheckConstraint, ...]:
    """A sub kegiatan is named with its kegiatan, and a kegiatan with its program."""
    kegiatan = check(
        "sub_kegiatan_berkegiatan",
        Q(sub_kegiatan=None) | Q(kegiatan__isnull=False),
        "Pilih kegiatan tempat sub kegiatan ini berada.",
    )
    if required_programs:  # the column itself cannot be empty
        return (kegiatan,)
    program = check(
        "kegiatan_berprogram",
        Q(kegiatan=None) | Q(program__isnull=False),
        "Pilih program tempat kegiatan ini berada.",
    )
    return (kegiatan, program)


def whole_pecahan() -> models.CheckConstraint:
    """The words of a fraction: numerator and denominator, or neither."""
    return check(
        "pecahan_utuh",
        Q(pembilang="", penyebut="") | (~Q(pembilang="") & ~Q(penyebut="")),
        "Isi pembilang dan penyebut, atau kosongkan keduanya.",
    )


class TargetColumns(models.Model):
    """Columns of a target: number, letter on a scale, or range; ``cetak`` where print differs ("B (80)")."""

    angka = models.DecimalField("target (angka)", max_digits=20, decimal_places=4, null=True, blank=True)
    huruf = models.CharField("target (huruf)", max_length=20, blank=True)
    bawah = models.DecimalField(
        "target (batas bawah)", max_digits=20, decimal_places=4, null=True, blank=True
    )
    atas = models.DecimalField("target (batas atas)", max_digits=20, decimal_places=4, null=True, blank=True)
    cetak = models.CharField("target seperti tercetak", max_length=100, blank=True)

    class Meta:
        abstract = True


class TargetNilai(TargetColumns):
    """A target that has to be there: exactly one of number, letter and range."""

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[Any, ...]] = (
            check(
                "satu_target",
                ONE_TARGET,
                "Isi target dengan satu cara saja: angka, huruf, atau rentang (batas bawah dan batas atas).",
            ),
            ORDERED_RENTANG,
        )


class TargetPerYear(TargetNilai):
    """A target in one year (``tahun``) of its ``indikator``; a year without a target has no row.

    Each declares both columns itself: trail and preview list a row's columns in the order of their declaration.
    """

    class Meta(TargetNilai.Meta):
        abstract = True
        ordering: ClassVar[tuple[str, ...]] = ("indikator", "tahun")
        constraints: ClassVar[tuple[Any, ...]] = (
            *TargetNilai.Meta.constraints,
            unique(
                "tahun", "indikator", "tahun", message="Target tahun ini sudah ada. Ubah target yang ada."
            ),
            plausible_tahun(),
        )

    def __str__(self) -> str:
        return f"{self.indikator}, target {self.tahun}"  # type: ignore[attr-defined]  # each has its own


class OptionalTarget(TargetColumns):
    """A target that a document may leave open: at most one of number, letter and range."""

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[Any, ...]] = (
            check(
                "satu_target",
                ONE_TARGET | WITHOUT_TARGET,
                "Isi target dengan satu cara saja: angka, huruf, atau rentang; atau kosongkan semuanya.",
            ),
            ORDERED_RENTANG,
        )


class RecordedNilai(models.Model):
    """A recorded value or the reason why there is none. A value not yet entered has no row at all.

    Number, letter and fraction exclude one another: two of them could contradict each other.
    """

    keadaan = models.CharField(
        "keadaan", max_length=15, choices=STATE_CHOICES, default=KeadaanNilai.TERISI.value
    )
    angka = models.DecimalField("nilai (angka)", max_digits=20, decimal_places=4, null=True, blank=True)
    huruf = models.CharField("nilai (huruf)", max_length=20, blank=True)
    pembilang = models.DecimalField("pembilang", max_digits=20, decimal_places=4, null=True, blank=True)
    penyebut = models.DecimalField("penyebut", max_digits=20, decimal_places=4, null=True, blank=True)
    alasan = models.TextField("alasan tidak tersedia", blank=True)
    cetak = models.CharField("nilai seperti tercetak", max_length=100, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[Any, ...]] = (
            check(
                "nilai_sesuai_keadaan",
                (Q(keadaan="terisi", alasan="") & ONE_NILAI)
                | (Q(keadaan="tidak tersedia") & ~Q(alasan="") & WITHOUT_NILAI),
                "Isi nilai dengan satu cara saja (angka, huruf, atau pembilang dan penyebut),"
                ' atau pilih "tidak tersedia" dan isi alasannya.',
                at="angka",
            ),
            check("penyebut_positif", Q(penyebut__gt=0), "Isi penyebut lebih dari 0."),
        )


class DatedColumns(models.Model):
    """Place and date of a document; ``tanggal_cetak`` ("Januari 2021") where it has no day."""

    tempat = models.CharField("tempat", max_length=100, blank=True)
    tanggal = models.DateField("tanggal", null=True, blank=True)
    tanggal_cetak = models.CharField("tanggal seperti tercetak", max_length=50, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[Any, ...]] = (
            check(
                "satu_tanggal",
                Q(tanggal=None) | Q(tanggal_cetak=""),
                "Isi tanggal, atau tanggal seperti tercetak bila harinya tidak diketahui; jangan keduanya.",
                at="tanggal_cetak",
            ),
        )


class SignedColumns(DatedColumns):
    """A document that one official signs."""

    penandatangan = refers_to(MasaJabatan, "penanda tangan")

    class Meta(DatedColumns.Meta):
        abstract = True
