"""What the evaluator said of last year's akuntabilitas kinerja, and what is done about it."""

from decimal import Decimal
from typing import ClassVar, Final

from django.db import models
from django.db.models import Q

from kecamatan.ground.constraints import OfKecamatan, check, daftar_teks, filled, plausible_tahun, unique
from kecamatan.ground.trail_key import NUMBER
from kecamatan.models import Kecamatan

#: The four components and their weights (Permen PANRB 88/2021).
BOBOT: Final = {"perencanaan": 30, "pengukuran": 30, "pelaporan": 15, "evaluasi": 25}


def _komponen(label: str, name: str) -> models.DecimalField:
    return models.DecimalField(
        label,
        max_digits=20,
        decimal_places=4,
        null=True,
        blank=True,
        help_text=f"Paling tinggi {BOBOT[name]}.",
    )


class LHE(OfKecamatan):
    """The value of the evaluation that the LKIP of ``tahun`` reports on: that of the year before.

    Components of another regulation (before Permen PANRB 88/2021) are left empty.
    """

    trail_columns: ClassVar[dict[str, str]] = {"kecamatan": "kecamatan", "tahun": "tahun"}

    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT, related_name="lhe", verbose_name="kecamatan")
    tahun = models.PositiveSmallIntegerField("tahun")
    nomor = models.CharField("nomor LHE", max_length=100, blank=True)
    tanggal = models.DateField("tanggal LHE", null=True, blank=True)
    nilai = models.DecimalField("nilai", max_digits=20, decimal_places=4)
    predikat = models.CharField(
        "predikat", max_length=2, blank=True, help_text="Yang dikosongkan dibaca dari nilainya."
    )
    perencanaan = _komponen("perencanaan kinerja", "perencanaan")
    pengukuran = _komponen("pengukuran kinerja", "pengukuran")
    pelaporan = _komponen("pelaporan kinerja", "pelaporan")
    evaluasi = _komponen("evaluasi akuntabilitas kinerja internal", "evaluasi")

    class Meta:
        verbose_name = "hasil evaluasi"
        verbose_name_plural = "hasil evaluasi"
        ordering = ("kecamatan", "tahun")
        constraints = (
            unique(
                "tahun",
                "kecamatan",
                "tahun",
                message="Hasil evaluasi tahun ini sudah dicatat. Ubah yang ada.",
            ),
            plausible_tahun(),
            check("nilai_wajar", Q(nilai__range=(Decimal(0), Decimal(100))), "Isi nilai dari 0 sampai 100."),
            *(
                check(
                    f"{name}_wajar",
                    Q(**{f"{name}__range": (Decimal(0), Decimal(bobot))}) | Q(**{name: None}),
                    f"Isi nilai komponen dari 0 sampai {bobot}, bobotnya.",
                )
                for name, bobot in BOBOT.items()
            ),
        )

    def __str__(self) -> str:
        return f"Hasil evaluasi {self.kecamatan} dalam LKIP {self.tahun}"


class RekomendasiLHE(OfKecamatan):
    """A recommendation of that evaluation, and what is done about it.

    ``penanggung_jawab`` holds kunci of unit kerja.
    """

    class Status(models.TextChoices):
        BELUM = "belum", "Belum"
        PROSES = "proses", "Dalam proses"
        SELESAI = "selesai", "Selesai"

    trail_columns: ClassVar[dict[str, str]] = {NUMBER: "pk"}  # its words may be mended

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="rekomendasi_lhe", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    rekomendasi = models.TextField(
        "rekomendasi", error_messages={"blank": "Isi rekomendasi seperti tertulis dalam LHE."}
    )
    tindakan = models.TextField("tindak lanjut", blank=True, help_text="Apa yang telah dilakukan.")
    bukti = models.TextField("bukti", blank=True, help_text="Misalnya nomor dan tanggal dokumennya.")
    penanggung_jawab = models.JSONField(
        "penanggung jawab", default=list, blank=True, validators=[daftar_teks]
    )
    batas_waktu = models.DateField(
        "batas waktu",
        null=True,
        blank=True,
        help_text="Menurut rencana tindak lanjutnya; kosong bila tidak ditetapkan.",
    )
    status = models.CharField("status", max_length=10, choices=Status.choices, default=Status.BELUM)
    urut = models.PositiveSmallIntegerField("urut", default=0)

    class Meta:
        verbose_name = "rekomendasi LHE"
        verbose_name_plural = "rekomendasi LHE"
        ordering = ("kecamatan", "tahun", "urut", "id")
        constraints = (
            filled("rekomendasi", "Isi rekomendasi seperti tertulis dalam LHE."),
            plausible_tahun(),
            check(
                "selesai_bertindakan",
                ~Q(status="selesai") | ~Q(tindakan=""),
                "Isi tindak lanjut yang telah dilakukan, atau ubah status Selesai.",
                at="tindakan",
            ),
        )

    def __str__(self) -> str:
        return self.rekomendasi
