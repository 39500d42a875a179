"""Abbreviations and terms that a kabupaten has beside those that every report knows."""

from typing import Final

from django.db import models

from kecamatan.ground.constraints import OfKabupaten, filled, unique
from kecamatan.ground.prepared import Prepared
from kecamatan.models import Kabupaten


class Singkatan(OfKabupaten):
    """What a kabupaten shortens or calls by a name of its own, with what it stands for: in the daftar singkatan of each
    report in which it stands."""

    kabupaten = models.ForeignKey(
        Kabupaten, models.PROTECT, related_name="singkatan", verbose_name="kabupaten"
    )
    singkatan = models.CharField(
        "singkatan atau istilah",
        max_length=30,
        error_messages={"blank": "Isi singkatan atau istilahnya."},
    )
    kepanjangan = models.CharField(
        "kepanjangan atau arti", max_length=200, error_messages={"blank": "Isi kepanjangan atau artinya."}
    )

    class Meta:
        verbose_name = "singkatan"
        verbose_name_plural = "singkatan"
        ordering = ("kabupaten", "singkatan")
        constraints = (
            unique(
                "singkatan",
                "kabupaten",
                "singkatan",
                message="Singkatan ini sudah ada. Ubah yang ada.",
            ),
            filled("singkatan", "Isi singkatan atau istilahnya."),
            filled("kepanjangan", "Isi kepanjangan atau artinya."),
        )

    def __str__(self) -> str:
        return self.singkatan


def own_abbreviations(kabupaten: int) -> tuple[tuple[str, str], ...]:
    """Each with what it stands for, in order (1 query)."""
    return tuple((singkatan, arti) for singkatan, arti in _OWN.tuples(kabupaten))


_OWN: Final = Prepared(
    lambda kabupaten: (
        Singkatan.objects.filter(kabupaten=kabupaten)
        .order_by("singkatan")
        .values_list("singkatan", "kepanjangan")
    )
)
