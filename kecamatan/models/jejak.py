"""The audit trail."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from kecamatan.ground.constraints import AppendOnly, filled
from kecamatan.models.wilayah import Kecamatan


class Jejak(AppendOnly):
    """Who did what to which record, and what it was before and after. Only ever added to.

    ``tindakan`` is a stable word ("catatan.diubah") and ``objek_jenis`` a model label ("sakip.realisasi").
    ``record_key`` is the key of the record (:mod:`kecamatan.ground.trail_key`), by which its history is found also when
    the row is gone; empty for what has no row, and in old entries of which it could not be told. ``objek_pk`` is the
    number that the row had, by which an address names it, and ``objek_sebutan`` its name then, for who reads.
    ``pengguna`` is empty for what the program itself does (a command, a task). ``sebelum`` and ``sesudah`` hold the
    columns that changed. ``dari`` is the address that the request came from, empty for what no request did.
    """

    waktu = models.DateTimeField("waktu", default=timezone.now, db_index=True)
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="jejak",
        null=True,
        blank=True,
        verbose_name="pengguna",
    )
    tindakan = models.CharField(
        "tindakan", max_length=60, error_messages={"blank": "Isi tindakan yang dicatat."}
    )
    objek_jenis = models.CharField(
        "jenis objek", max_length=60, error_messages={"blank": "Isi jenis objek yang dicatat."}
    )
    objek_sebutan = models.CharField("sebutan objek", max_length=200)
    objek_pk = models.PositiveBigIntegerField("nomor objek", null=True, blank=True)
    record_key = models.JSONField("kunci objek", null=True, blank=True)
    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, related_name="jejak", null=True, blank=True, verbose_name="kecamatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun", null=True, blank=True)
    sebelum = models.JSONField("sebelum", null=True, blank=True, encoder=DjangoJSONEncoder)
    sesudah = models.JSONField("sesudah", null=True, blank=True, encoder=DjangoJSONEncoder)
    alasan = models.TextField("alasan", blank=True)
    dari = models.GenericIPAddressField("dari alamat", null=True, blank=True)

    class Meta:
        verbose_name = "jejak"
        verbose_name_plural = "jejak"
        ordering = ("-waktu", "-id")
        indexes = (
            models.Index(fields=("kecamatan", "tahun", "waktu")),
            models.Index(fields=("objek_jenis", "record_key")),
            models.Index(fields=("objek_jenis", "objek_pk")),
            # sakip.snapshot.kept counts by it at every cell that is typed.
            models.Index(fields=("kecamatan", "objek_jenis")),
        )
        constraints = (
            filled("tindakan", "Isi tindakan yang dicatat."),
            filled("objek_jenis", "Isi jenis objek yang dicatat."),
        )

    def __str__(self) -> str:
        return f"{self.tindakan} {self.objek_jenis} {self.objek_sebutan}"
