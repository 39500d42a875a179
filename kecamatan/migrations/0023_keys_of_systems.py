"""Keys of the kabupaten's own systems."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kecamatan", "0022_backup_runs"),
    ]

    operations = [
        migrations.CreateModel(
            name="KunciSistem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "nama",
                    models.CharField(
                        error_messages={"blank": "Isi nama sistem."},
                        max_length=100,
                        verbose_name="nama sistem",
                    ),
                ),
                ("awalan", models.CharField(editable=False, max_length=12, verbose_name="awal token")),
                ("token_sha256", models.CharField(editable=False, max_length=64, verbose_name="sidik token")),
                (
                    "dibuat_pada",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="dibuat pada"),
                ),
                ("berlaku_sampai", models.DateTimeField(verbose_name="berlaku sampai")),
                ("dicabut_pada", models.DateTimeField(blank=True, null=True, verbose_name="dicabut pada")),
                (
                    "terakhir_dipakai",
                    models.DateTimeField(blank=True, null=True, verbose_name="terakhir dipakai"),
                ),
                (
                    "menit",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="menit yang dihitung"
                    ),
                ),
                (
                    "permintaan",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="permintaan dalam menit itu"
                    ),
                ),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dibuat oleh",
                    ),
                ),
                (
                    "kabupaten",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kunci_sistem",
                        to="kecamatan.kabupaten",
                        verbose_name="kabupaten",
                    ),
                ),
            ],
            options={
                "verbose_name": "kunci sistem",
                "verbose_name_plural": "kunci sistem",
                "ordering": ("-dibuat_pada", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("nama", ""), _negated=True),
                        name="kecamatan_kuncisistem_nama_terisi",
                        violation_error_code="nama_terisi",
                        violation_error_message="Isi nama sistem.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Length("token_sha256"), 64
                            )
                        ),
                        name="kecamatan_kuncisistem_token_sha256_lengkap",
                        violation_error_code="token_sha256_lengkap",
                        violation_error_message="Hitung ulang token sha256: sidik SHA-256 terdiri atas 64 karakter.",
                    ),
                    models.UniqueConstraint(
                        fields=("token_sha256",),
                        name="kecamatan_kuncisistem_token",
                        violation_error_code="token",
                        violation_error_message="Buat kunci baru: tokennya sudah pernah dipakai.",
                    ),
                ],
            },
        ),
    ]
