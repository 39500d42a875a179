"""Keys of signers: whose, by whom certified, when withdrawn.

No private key here can be opened by who keeps the database.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.constraints import check, unique


class OtoritasSertifikat(models.Model):
    """The installation's own certificate authority; the latest one issues, all stay believed.

    ``kunci`` is a PKCS#12 file that only the passphrase of who keeps the installation opens; ``daftar_cabut`` the last
    revocation list that it signed (DER), empty before the first.
    """

    nama = models.CharField("nama", max_length=64, error_messages={"blank": "Isi nama otoritas sertifikat."})
    sertifikat = models.BinaryField("sertifikat (DER)")
    kunci = models.BinaryField("kunci tersandi (PKCS#12)")
    daftar_cabut = models.BinaryField("daftar cabut (DER)", default=b"", blank=True)
    dibuat = models.DateTimeField("dibuat", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "otoritas sertifikat"
        verbose_name_plural = "otoritas sertifikat"
        ordering = ("dibuat", "id")

    def __str__(self) -> str:
        return self.nama


class KunciTandaTangan(models.Model):
    """The key of one person under the installation's authority.

    ``kunci`` is a PKCS#12 file that only the passphrase of its owner opens, made by the owner and stored nowhere.
    Without ``sertifikat`` it waits to be certified; with ``dicabut_pada`` it signs no more.
    """

    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="kunci_tanda_tangan", verbose_name="pemilik"
    )
    kunci = models.BinaryField("kunci tersandi (PKCS#12)")
    kunci_publik = models.BinaryField("kunci publik (DER)")
    otoritas = models.ForeignKey(
        OtoritasSertifikat,
        models.PROTECT,
        related_name="diterbitkan",
        null=True,
        blank=True,
        verbose_name="diterbitkan oleh",
    )
    sertifikat = models.BinaryField("sertifikat (DER)", default=b"", blank=True)
    nomor_seri = models.CharField("nomor seri", max_length=40, blank=True)
    berlaku_sampai = models.DateTimeField("berlaku sampai", null=True, blank=True)
    dicabut_pada = models.DateTimeField("dicabut pada", null=True, blank=True)
    alasan_cabut = models.CharField("alasan pencabutan", max_length=200, blank=True)
    dibuat = models.DateTimeField("dibuat", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "kunci tanda tangan"
        verbose_name_plural = "kunci tanda tangan"
        ordering = ("pengguna", "dibuat", "id")
        constraints = (
            unique(
                "satu_berlaku",
                "pengguna",
                condition=Q(dicabut_pada=None),
                message="Orang ini sudah memiliki kunci tanda tangan. Minta admin mencabut dahulu kunci yang lama.",
            ),
            check(
                "bersertifikat",
                Q(otoritas=None, nomor_seri="", berlaku_sampai=None)
                | (Q(otoritas__isnull=False, berlaku_sampai__isnull=False) & ~Q(nomor_seri="")),
                "Minta admin menerbitkan sertifikat kunci ini: penerbit, nomor seri, dan batasnya belum lengkap.",
            ),
        )

    def __str__(self) -> str:
        return f"Kunci {self.pengguna}"
