"""What a kabupaten remembers of a file of the budget system: the headings it has, and what each column is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from django.db import models

from kecamatan.ground.constraints import OfKabupaten, daftar_teks, sha256_fingerprint, unique
from kecamatan.models import Kabupaten


def _columns_read(columns: Mapping[str, str]) -> str:
    return "; ".join(f"kolom {int(at) + 1}: {role.replace('_', ' ')}" for at, role in columns.items())


def _headings_read(headings: Sequence[str]) -> str:
    return "; ".join(headings)


def _units_read(units: Mapping[str, Sequence[str]]) -> str:
    return "; ".join(f"{kode}: {', '.join(names)}" for kode, names in units.items())


class TataLetakSipd(OfKabupaten):
    """A layout, known again by the ``sidik`` of its headings.

    ``kolom`` has the role of each column that is read by its place from 0, ``unit`` by the kode of a kecamatan the
    units of the file that somebody said are its own.
    """

    AS_READ: ClassVar = {"kolom": _columns_read, "judul": _headings_read, "unit": _units_read}

    class Angka(models.TextChoices):
        INDONESIA = "id", "Indonesia (1.234.567,00)"
        INGGRIS = "en", "Inggris (1,234,567.00)"

    kabupaten = models.ForeignKey(
        Kabupaten, models.PROTECT, related_name="tata_letak_sipd", verbose_name="kabupaten"
    )
    sidik = models.CharField("sidik judul kolom", max_length=64)
    judul = models.JSONField("judul kolom", default=list, validators=[daftar_teks])
    kolom = models.JSONField("kolom yang dibaca", default=dict)
    angka = models.CharField("penulisan angka", max_length=2, choices=Angka.choices, default=Angka.INDONESIA)
    unit = models.JSONField("unit setiap kecamatan", default=dict, blank=True)

    class Meta:
        verbose_name = "tata letak berkas SIPD"
        verbose_name_plural = "tata letak berkas SIPD"
        ordering = ("kabupaten", "id")
        constraints = (
            unique(
                "sidik",
                "kabupaten",
                "sidik",
                message="Tata letak dengan judul kolom ini sudah tercatat. Ubah yang ada.",
            ),
            sha256_fingerprint("sidik"),
        )

    def __str__(self) -> str:
        headings: Sequence[str] = self.judul
        text = ", ".join(dict.fromkeys(headings))
        return text if len(text) <= 120 else f"{text[:119]}…"
