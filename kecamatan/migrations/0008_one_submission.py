"""A form that is sent twice is done once: which were sent, and what they were answered."""

import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kecamatan", "0007_count_the_trail"),
    ]

    operations = [
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64, unique=True, verbose_name="sidik kiriman")),
                (
                    "answer",
                    models.CharField(blank=True, max_length=2000, null=True, verbose_name="alamat jawaban"),
                ),
                ("messages", models.JSONField(blank=True, default=list, verbose_name="pesan")),
                (
                    "made",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, verbose_name="waktu"
                    ),
                ),
            ],
            options={
                "verbose_name": "kiriman formulir",
                "verbose_name_plural": "kiriman formulir",
                "ordering": ("-made",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(django.db.models.functions.text.Length("key"), 64)
                        ),
                        name="kecamatan_submission_key_lengkap",
                        violation_error_code="key_lengkap",
                        violation_error_message="Hitung ulang key: sidik SHA-256 terdiri atas 64 karakter.",
                    )
                ],
            },
        ),
    ]
