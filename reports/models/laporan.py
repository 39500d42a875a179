"""The report as a thing that goes from hand to hand, and what is said about it on the way."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.constraints import OfKecamatan, check, filled, plausible_tahun, unique
from kecamatan.models import Kecamatan
from kecamatan.permissions import Hak
from sakip.records.shared_columns import DatedColumns


class Laporan(OfKecamatan, DatedColumns):
    """A version of the LKIP of a kecamatan and year.

    From ``ditandatangani`` on it is frozen: triggers let only the status go on, to ``diterima`` or
    ``dibuka_kembali``. What is wrong is corrected in a new version that refers to the old (``menggantikan``) and
    says why (``alasan_dibuka``) and until when (``batas_waktu``). ``tepat_waktu`` says, once it is received, whether it
    was signed by the last day that held then; None where nobody knows.
    """

    trail_columns: ClassVar[dict[str, str]] = {"kecamatan": "kecamatan", "tahun": "tahun", "versi": "versi"}
    written_with: ClassVar[tuple[Hak, ...]] = (
        Hak.KOMENTAR,
    )  # the first note begins it; its state has its own table

    class Status(models.TextChoices):
        DRAF = "draf", "Draf"
        DIAJUKAN = "diajukan", "Diajukan"
        DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
        DITANDATANGANI = "ditandatangani", "Ditandatangani"
        DITERIMA = "diterima", "Diterima"
        DIBUKA_KEMBALI = "dibuka_kembali", "Dibuka kembali"

    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT, related_name="laporan", verbose_name="kecamatan")
    tahun = models.PositiveSmallIntegerField("tahun")
    versi = models.PositiveSmallIntegerField("versi", default=1)
    status = models.CharField("status", max_length=15, choices=Status.choices, default=Status.DRAF)
    menggantikan = models.OneToOneField(
        "self",
        models.PROTECT,
        related_name="pengganti",
        null=True,
        blank=True,
        verbose_name="menggantikan",
        error_messages={"unique": "Laporan itu sudah digantikan. Buka versi penggantinya."},
    )
    alasan_dibuka = models.TextField("alasan dibuka kembali", blank=True)
    batas_waktu = models.DateField("batas waktu perbaikan", null=True, blank=True)
    diajukan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="diajukan oleh",
    )
    diajukan_pada = models.DateTimeField("diajukan pada", null=True, blank=True)
    ditandatangani_pada = models.DateTimeField("ditandatangani pada", null=True, blank=True)
    diterima_pada = models.DateTimeField("diterima pada", null=True, blank=True)
    tepat_waktu = models.BooleanField("tepat waktu", null=True, blank=True)
    dibuat = models.DateTimeField("dibuat", default=timezone.now, editable=False)

    class Meta(DatedColumns.Meta):
        verbose_name = "laporan"
        verbose_name_plural = "laporan"
        ordering = ("kecamatan", "tahun", "versi")
        indexes = (models.Index(fields=("tahun", "status")),)
        constraints = (
            *DatedColumns.Meta.constraints,
            unique(
                "versi",
                "kecamatan",
                "tahun",
                "versi",
                message="Laporan versi ini sudah ada. Buka laporan yang ada, atau buat versi berikutnya.",
            ),
            plausible_tahun(),
            check(
                "versi_pengganti",
                Q(versi=1, menggantikan=None, alasan_dibuka="")
                | (Q(versi__gte=2, menggantikan__isnull=False) & ~Q(alasan_dibuka="")),
                "Isi laporan yang digantikan dan alasannya untuk versi 2 dan seterusnya; versi 1 tanpa keduanya.",
            ),
            check(
                "berpengaju",
                Q(status__in=("draf", "dikembalikan"))
                | Q(diajukan_oleh__isnull=False, diajukan_pada__isnull=False),
                "Isi siapa yang mengajukan laporan dan kapan.",
            ),
        )

    def __str__(self) -> str:
        return f"LKIP {self.kecamatan} Tahun {self.tahun} versi {self.versi}"


class CatatanReviu(OfKecamatan):
    """A note of a reader on a version of the report, or the answer to one (``menjawab``).

    ``bagian`` is the key of the part, table or figure that it is about (:mod:`reports.document.tree`), empty for the
    report as a whole; ``letak`` is what that place was called then, ``kutipan`` the words of a paragraph that are
    meant. An answer stands with its note and has none of these. A note is open until ``selesai``.
    """

    kecamatan_path: ClassVar[str] = "laporan__kecamatan"
    tahun_path: ClassVar[str] = "laporan__tahun"
    written_with: ClassVar[tuple[Hak, ...]] = (Hak.KOMENTAR,)

    laporan = models.ForeignKey(Laporan, models.PROTECT, related_name="catatan_reviu", verbose_name="laporan")
    menjawab = models.ForeignKey(
        "self", models.PROTECT, related_name="jawaban", null=True, blank=True, verbose_name="menjawab"
    )
    bagian = models.CharField("bagian", max_length=100, blank=True)
    letak = models.CharField("letak", max_length=300, blank=True)
    kutipan = models.TextField("kutipan", blank=True)
    isi = models.TextField("isi", error_messages={"blank": "Isi catatan: apa yang perlu diperbaiki."})
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="catatan_reviu", verbose_name="penulis"
    )
    dibuat = models.DateTimeField("dibuat", default=timezone.now, editable=False)
    selesai = models.BooleanField("selesai", default=False)

    class Meta:
        verbose_name = "catatan reviu"
        verbose_name_plural = "catatan reviu"
        ordering = ("laporan", "dibuat", "id")
        constraints = (
            filled("isi", "Isi catatan: apa yang perlu diperbaiki."),
            check(
                "jawaban_polos",
                Q(menjawab=None) | Q(bagian="", letak="", kutipan="", selesai=False),
                "Jawaban mengikuti tempat dan keadaan catatan yang dijawab. Hapus tempatnya, dan tutup catatannya.",
            ),
        )

    def __str__(self) -> str:
        return self.isi


class TemuanDiakui(OfKecamatan):
    """A finding that a person lets stand, with the reason. ``sidik`` is the SHA-256 of what was found: when that
    changes, the finding comes back.
    """

    kecamatan_path: ClassVar[str] = "laporan__kecamatan"
    tahun_path: ClassVar[str] = "laporan__tahun"

    laporan = models.ForeignKey(Laporan, models.PROTECT, related_name="temuan_diakui", verbose_name="laporan")
    aturan = models.CharField("aturan", max_length=30, error_messages={"blank": "Isi kode aturan temuan."})
    # As long as the names in it, which have no limit; what is found anew is told by ``sidik`` alone.
    lokasi = models.TextField("lokasi")
    sidik = models.CharField("sidik temuan", max_length=64)
    alasan = models.TextField("alasan", error_messages={"blank": "Isi alasan mengapa temuan ini dibiarkan."})
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="temuan_diakui", verbose_name="diakui oleh"
    )
    dibuat = models.DateTimeField("dibuat", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "temuan diakui"
        verbose_name_plural = "temuan diakui"
        ordering = ("laporan", "aturan", "lokasi", "id")
        constraints = (
            unique(
                "temuan",
                "laporan",
                "sidik",
                message="Temuan ini sudah diakui. Ubah alasan yang ada.",
            ),
            filled("aturan", "Isi kode aturan temuan."),
            filled("alasan", "Isi alasan mengapa temuan ini dibiarkan."),
        )

    def __str__(self) -> str:
        return f"{self.aturan} {self.lokasi}"
