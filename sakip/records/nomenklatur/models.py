"""Nomenklatur of program, kegiatan and sub kegiatan, in versions (Kepmendagri), and what a kabupaten adds to one."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import BaseConstraint, F, ProtectedError, Q

from kecamatan.ground.constraints import check, plausible_tahun, unique
from kecamatan.models import Kabupaten
from kecamatan.querysets import BelowManager, NationalQuerySet
from sakip.querysets import VersiNomenklaturQuerySet


class VersiNomenklatur(models.Model):
    """An edition of the nomenklatur and the budget years that are written in it."""

    kode = models.SlugField("kode", max_length=20)
    nama = models.CharField("nama", max_length=150)
    dasar = models.TextField("dasar", blank=True)
    tahun_awal = models.PositiveSmallIntegerField("tahun awal")
    tahun_akhir = models.PositiveSmallIntegerField("tahun akhir", null=True, blank=True)

    objects = VersiNomenklaturQuerySet.as_manager()

    class Meta:
        verbose_name = "versi nomenklatur"
        verbose_name_plural = "versi nomenklatur"
        ordering = ("tahun_awal",)
        constraints = (
            unique("kode", "kode", message="Kode versi ini sudah dipakai. Pilih kode lain."),
            plausible_tahun("tahun_awal"),
            check(
                "tahun_urut",
                Q(tahun_akhir__gte=F("tahun_awal")),
                "Isi tahun akhir yang tidak lebih awal daripada tahun awalnya.",
            ),
        )

    def __str__(self) -> str:
        return self.nama


class NomenklaturColumns(models.Model):
    """Columns of every level. Where ``tanpa_kode`` holds, ``kode`` is our own key and is never printed.

    A row with a ``kabupaten`` is an addition of that kabupaten to the edition, used there alone: ``dasar`` says where
    it comes from, ``tahun_awal`` and ``tahun_akhir`` are the first and last year in which it is offered, the last empty
    as long as the edition holds. What is installed has none of these.
    """

    kabupaten_path: ClassVar[str] = "kabupaten"

    kabupaten = models.ForeignKey(
        Kabupaten, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="kabupaten"
    )
    dasar = models.TextField("sumber", blank=True)
    tahun_awal = models.PositiveSmallIntegerField("berlaku sejak tahun", null=True, blank=True)
    tahun_akhir = models.PositiveSmallIntegerField("berlaku sampai tahun", null=True, blank=True)
    kode = models.CharField("kode", max_length=25)
    nama = models.CharField("nama", max_length=300)
    khusus_aceh = models.BooleanField("khusus Aceh", default=False)
    tanpa_kode = models.BooleanField("tanpa kode resmi", default=False)

    objects = BelowManager.from_queryset(NationalQuerySet)()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.nama if self.tanpa_kode else f"{self.kode} {self.nama}"

    @property
    def tambahan(self) -> str:
        """Whose addition it is and where it comes from, to follow its name; empty of what is installed."""
        return f" (tambahan {self.kabupaten}; sumber: {self.dasar})" if self.kabupaten else ""


def _constraints(parent: str, noun: str, within: str) -> tuple[BaseConstraint, ...]:
    """Of a level below ``parent``: its code is there once, of what is installed and of what a kabupaten adds."""
    there = f"Kode {noun} ini sudah ada pada {within} yang sama. Periksa kodenya."
    return (
        unique("kode", parent, "kode", condition=Q(kabupaten=None), message=there),
        unique(
            "kode_tambahan",
            "kabupaten",
            parent,
            "kode",
            condition=Q(kabupaten__isnull=False),
            message=there,
        ),
        check(
            "tambahan_sejak",
            Q(kabupaten=None, tahun_awal=None, tahun_akhir=None)
            | Q(kabupaten__isnull=False, tahun_awal__isnull=False),
            "Isi tahun pertama tambahan ini dipakai; yang terpasang berlaku menurut nomenklaturnya.",
            at="tahun_awal",
        ),
        check(
            "tambahan_dasar",
            Q(kabupaten=None, dasar="") | (Q(kabupaten__isnull=False) & ~Q(dasar="")),
            "Isi sumber tambahan ini: daftar atau peraturan yang memuatnya.",
            at="dasar",
        ),
        plausible_tahun("tahun_awal"),
        plausible_tahun("tahun_akhir"),
        check(
            "tahun_urut",
            Q(tahun_akhir__gte=F("tahun_awal")),
            "Isi tahun akhir yang tidak lebih awal daripada tahun awalnya.",
        ),
    )


def cascade_but_keep_additions(collector: Any, field: Any, rows: Any, using: str) -> None:
    """As CASCADE; but what is installed is not deleted while a kabupaten has added something below it.

    Raises ProtectedError.
    """
    added = rows.filter(kabupaten__isnull=False).filter(**{f"{field.name}__kabupaten": None})
    if added:
        raise ProtectedError("Ada tambahan kabupaten di bawahnya.", set(added))
    models.CASCADE(collector, field, rows, using)


class Program(NomenklaturColumns):
    """A program of the nomenklatur."""

    versi = models.ForeignKey(
        VersiNomenklatur, models.CASCADE, related_name="program", verbose_name="versi nomenklatur"
    )

    class Meta:
        verbose_name = "program"
        verbose_name_plural = "program"
        ordering = ("versi", "kode")
        constraints = _constraints("versi", "program", "versi")


class Kegiatan(NomenklaturColumns):
    """A kegiatan of a program; ``kode`` is the whole code ("7.01.02.2.01")."""

    program = models.ForeignKey(
        Program, cascade_but_keep_additions, related_name="kegiatan", verbose_name="program"
    )

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ("program", "kode")
        constraints = _constraints("program", "kegiatan", "program")


class SubKegiatan(NomenklaturColumns):
    """A sub kegiatan of a kegiatan with its indikator and satuan; empty where no source had them.

    ``kode_dikonfirmasi`` is False where code and name were not seen together in a source of that version.
    """

    kegiatan = models.ForeignKey(
        Kegiatan, cascade_but_keep_additions, related_name="sub_kegiatan", verbose_name="kegiatan"
    )
    indikator = models.TextField("indikator", blank=True)
    satuan = models.CharField("satuan", max_length=50, blank=True)
    kode_dikonfirmasi = models.BooleanField("kode dikonfirmasi", default=False)

    class Meta:
        verbose_name = "sub kegiatan"
        verbose_name_plural = "sub kegiatan"
        ordering = ("kegiatan", "kode")
        constraints = _constraints("kegiatan", "sub kegiatan", "kegiatan")
