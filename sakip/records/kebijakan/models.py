"""How a kabupaten measures in a year."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from kecamatan.ground.constraints import OfKabupaten, check, plausible_tahun, unique
from kecamatan.models import Kabupaten
from sakip.capaian.rounding import HUNDRED
from sakip.capaian.rumus import RUMUS_LIST, rumus_choices
from sakip.records.kebijakan.scale import Skala


def offered_by_default() -> list[str]:
    """Codes of the rumus that a kabupaten offers without saying so."""
    return [d.kode.value for d in RUMUS_LIST.values() if d.ditawarkan]


def known_rumus(nilai: object) -> None:
    """Validator: a list of registered codes, each once."""
    known = [kode.value for kode in RUMUS_LIST]
    if not isinstance(nilai, list) or not nilai or len(set(map(str, nilai))) < len(nilai):
        raise ValidationError("Pilih sedikitnya satu rumus, masing-masing satu kali.", code="rumus")
    for kode in nilai:
        if kode not in known:
            raise ValidationError(
                'Rumus "%(kode)s" tidak dikenal. Pilih dari %(pilihan)s.',
                code="rumus",
                params={"kode": kode, "pilihan": ", ".join(known)},
            )


class KebijakanPengukuran(OfKabupaten):
    """Scale, caps and the least capaian that may be called efisien (percent, empty for none), decimals, rumus on offer
    and due dates of the LKIP and of what comes before it (empty: none is set): data, not code."""

    kabupaten = models.ForeignKey(
        Kabupaten, models.PROTECT, related_name="kebijakan", verbose_name="kabupaten"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    skala = models.ForeignKey(Skala, models.PROTECT, related_name="kebijakan", verbose_name="skala capaian")
    batas_atas = models.DecimalField("batas atas (%)", max_digits=10, decimal_places=4, null=True, blank=True)
    batas_bawah = models.DecimalField(
        "batas bawah (%)", max_digits=10, decimal_places=4, null=True, blank=True
    )
    batas_efisien = models.DecimalField(
        "capaian terendah untuk dinilai efisien (%)",
        max_digits=10,
        decimal_places=4,
        null=True,
        blank=True,
        default=HUNDRED,
    )
    desimal = models.PositiveSmallIntegerField("jumlah desimal", default=2)
    rumus = models.JSONField("rumus yang ditawarkan", default=offered_by_default, validators=[known_rumus])
    dasar = models.TextField("dasar", blank=True)
    batas_waktu_lkip = models.DateField("batas waktu penyampaian LKIP", null=True, blank=True)
    batas_waktu_rkt = models.DateField("batas waktu RKT", null=True, blank=True)
    batas_waktu_pk = models.DateField("batas waktu PK", null=True, blank=True)
    batas_waktu_iku = models.DateField("batas waktu Keputusan IKU", null=True, blank=True)
    batas_waktu_rencana_aksi = models.DateField("batas waktu Rencana Aksi", null=True, blank=True)
    batas_waktu_triwulan_1 = models.DateField("batas waktu realisasi triwulan I", null=True, blank=True)
    batas_waktu_triwulan_2 = models.DateField("batas waktu realisasi triwulan II", null=True, blank=True)
    batas_waktu_triwulan_3 = models.DateField("batas waktu realisasi triwulan III", null=True, blank=True)
    batas_waktu_triwulan_4 = models.DateField("batas waktu realisasi triwulan IV", null=True, blank=True)

    class Meta:
        verbose_name = "kebijakan pengukuran"
        verbose_name_plural = "kebijakan pengukuran"
        ordering = ("kabupaten", "tahun")
        constraints = (
            unique(
                "tahun",
                "kabupaten",
                "tahun",
                message="Kebijakan pengukuran tahun ini sudah ada. Ubah kebijakan yang ada.",
            ),
            plausible_tahun(),
            check(
                "batas_urut",
                Q(batas_bawah__lt=F("batas_atas")),
                "Isi batas bawah capaian yang lebih kecil daripada batas atasnya.",
            ),
            check("desimal_wajar", Q(desimal__lte=4), "Isi jumlah desimal dari 0 sampai 4."),
        )

    @property
    def earlier_deadlines(self) -> list[tuple[str, date]]:
        """The due dates that are set of what comes before the LKIP, each with what is due."""
        prefix = "batas waktu "
        return [
            (str(column.verbose_name).removeprefix(prefix), day)
            for column in self._meta.concrete_fields
            if column.name.startswith("batas_waktu_") and column.name != "batas_waktu_lkip"
            if (day := getattr(self, column.name))
        ]

    @property
    def label_rumus(self) -> list[str]:
        """The rumus on offer, by the names that forms give them."""
        return [label for _, label in rumus_choices(self.rumus)]

    def __str__(self) -> str:
        return f"Kebijakan pengukuran {self.kabupaten} Tahun {self.tahun}"
