"""How an indikator is measured: columns that indikator of sasaran and of tujuan have alike, declared once."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from kecamatan.ground.constraints import check
from sakip.capaian.inputs import JenisNilai
from sakip.capaian.rumus import rumus_bawaan, rumus_choices, rumus_for, say_every_rumus
from sakip.records.kebijakan.scale import Skala


class JenisNilaiChoices(models.TextChoices):
    """Kinds of value, as people choose them."""

    ANGKA = JenisNilai.ANGKA.value, "Angka"
    HURUF = JenisNilai.HURUF.value, "Huruf"
    RENTANG = JenisNilai.RENTANG.value, "Rentang"


def jenis_nilai() -> Any:
    """What its values are."""
    return models.CharField(
        "jenis nilai", max_length=10, choices=JenisNilaiChoices.choices, default=JenisNilaiChoices.ANGKA
    )


def rumus() -> Any:
    """The formula of its capaian."""
    return models.CharField(
        "rumus", max_length=20, choices=rumus_choices(), default=rumus_bawaan(JenisNilai.ANGKA).value
    )


def skala(related_name: str) -> Any:
    """The scale of its letters."""
    return models.ForeignKey(
        Skala, models.PROTECT, related_name=related_name, null=True, blank=True, verbose_name="skala"
    )


def desimal() -> Any:
    """Decimals that are printed."""
    return models.PositiveSmallIntegerField("jumlah desimal", default=2)


def pengali() -> Any:
    """What a fraction is multiplied by."""
    return models.DecimalField(
        "pengali",
        max_digits=20,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Angka yang dikalikan dengan pembilang ÷ penyebut, misalnya 10.000 untuk rasio per 10.000 penduduk."
        " Kosong berarti 100 bila satuannya persen.",
    )


def _rumus_fits_kind() -> Q:
    """A rumus measures values of the indikator's kind, and letters need a scale: as the registry has it."""
    condition = Q()
    for kinds in JenisNilai:
        kode = tuple(d.kode.value for d in rumus_for(kinds))
        scaled = {"skala__isnull": False} if kinds is JenisNilai.HURUF else {}
        condition |= Q(jenis_nilai=kinds.value, rumus__in=kode, **scaled)
    return condition


def measuring_rules() -> tuple[Any, ...]:
    """The constraints of these columns."""
    return (
        check(
            "rumus_sesuai_jenis",
            _rumus_fits_kind(),
            f"Pilih rumus yang sesuai dengan jenis nilai: {say_every_rumus()}. Nilai huruf memerlukan skala.",
            at="rumus",
        ),
        check("desimal_wajar", Q(desimal__lte=4), "Isi jumlah desimal dari 0 sampai 4."),
        check("pengali_positif", Q(pengali__gt=0), "Isi pengali lebih dari 0, atau kosongkan."),
    )
