"""Perangkat daerah and instansi that contribute to a sasaran of the kecamatan."""

from __future__ import annotations

from django.db import models

from kecamatan.ground.constraints import OfKecamatan, Reviewable, filled, plausible_tahun, unique
from kecamatan.models import Kecamatan
from sakip.records.renstra.models import Sasaran


class LintasSektor(OfKecamatan, Reviewable):
    """An office beside the kecamatan and what it does for a sasaran in a year."""

    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="lintas_sektor", verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    sasaran = models.ForeignKey(Sasaran, models.PROTECT, related_name="+", verbose_name="sasaran")
    instansi = models.CharField(
        "perangkat daerah atau instansi", max_length=150, error_messages={"blank": "Isi nama instansinya."}
    )
    peran = models.TextField("peran", error_messages={"blank": "Isi apa yang dilakukan instansi itu."})

    class Meta:
        verbose_name = "lintas sektor"
        verbose_name_plural = "lintas sektor"
        ordering = ("kecamatan", "tahun", "sasaran", "id")
        constraints = (
            filled("instansi", "Isi nama instansinya."),
            filled("peran", "Isi apa yang dilakukan instansi itu."),
            plausible_tahun(),
            unique(
                "instansi",
                "kecamatan",
                "tahun",
                "sasaran",
                "instansi",
                message="Instansi ini sudah dicatat untuk sasaran yang sama. Ubah baris yang ada.",
            ),
        )

    def __str__(self) -> str:
        return self.instansi
