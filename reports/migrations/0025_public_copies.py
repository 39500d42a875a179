"""Public copies of what is signed: a switch per kabupaten, and a copy to be made of every archive there is."""

import django.db.models.deletion
import django.utils.timezone
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

#: What names the version of the document.
NAMED = ("kecamatan_id", "tahun", "jenis", "perubahan", "versi", "pihak")


def ask_for_copies(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The worker makes what has no task of its own (:func:`sakip.web.jobs.jobs_sweep`)."""
    archives = apps.get_model("reports", "Arsip").objects.order_by("pk").values("pk", *NAMED)
    copy = apps.get_model("reports", "SalinanPublik")
    copy.objects.bulk_create(
        [copy(arsip_id=one.pop("pk"), **one) for one in archives.iterator()], batch_size=500
    )
    if (
        schema_editor.connection.vendor == "postgresql"
    ):  # which changes no table while a check of its rows is due
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("kecamatan", "0022_backup_runs"),
        ("reports", "0024_boilerplate_of_a_kabupaten"),
    ]

    operations = [
        migrations.AddField(
            model_name="pengaturandokumen",
            name="publik",
            field=models.BooleanField(
                default=False,
                help_text="Siapa pun dapat membaca LKIP, PK, dan SK IKU yang ditandatangani seluruh kecamatan dan mengunduh datanya tanpa akun. NIP dan foto tidak dimuat.",
                verbose_name="dokumen yang ditandatangani terbuka untuk umum",
            ),
        ),
        migrations.CreateModel(
            name="SalinanPublik",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("lkip", "LKIP"),
                            ("pk-murni", "Perjanjian Kinerja"),
                            ("pk-perubahan", "Perjanjian Kinerja Perubahan"),
                            ("sk-iku", "Keputusan Camat tentang IKU"),
                            ("rkt", "RKT"),
                            ("renstra", "Matriks Renstra"),
                            ("rencana-aksi", "Rencana Aksi"),
                            ("lembar-reviu", "Lembar Reviu"),
                        ],
                        max_length=20,
                        verbose_name="jenis dokumen",
                    ),
                ),
                ("perubahan", models.PositiveSmallIntegerField(default=0, verbose_name="perubahan ke-")),
                ("versi", models.PositiveSmallIntegerField(default=1, verbose_name="versi")),
                ("pihak", models.PositiveSmallIntegerField(default=1, verbose_name="pihak")),
                ("kata", models.TextField(blank=True, verbose_name="kata")),
                ("tabel", models.JSONField(blank=True, default=dict, verbose_name="tabel")),
                (
                    "html",
                    models.FileField(
                        blank=True, max_length=200, upload_to="publik/html", verbose_name="HTML"
                    ),
                ),
                (
                    "pdf",
                    models.FileField(blank=True, max_length=200, upload_to="publik/pdf", verbose_name="PDF"),
                ),
                ("html_sha256", models.CharField(blank=True, max_length=64, verbose_name="sidik HTML")),
                ("pdf_sha256", models.CharField(blank=True, max_length=64, verbose_name="sidik PDF")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("antre", "Menunggu giliran"),
                            ("diproses", "Sedang dibuat"),
                            ("selesai", "Selesai"),
                            ("gagal", "Gagal"),
                        ],
                        default="antre",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("pesan", models.TextField(blank=True, verbose_name="pesan")),
                (
                    "dibuat",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="dibuat"
                    ),
                ),
                (
                    "mulai",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="mulai dikerjakan"
                    ),
                ),
                (
                    "arsip",
                    models.OneToOneField(
                        error_messages={
                            "unique": "Salinan arsip ini sudah ada. Buat ulang salinan yang ada."
                        },
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="salinan",
                        to="reports.arsip",
                        verbose_name="arsip",
                    ),
                ),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "salinan untuk umum",
                "verbose_name_plural": "salinan untuk umum",
                "ordering": ("-tahun", "kecamatan__kode", "jenis", "perubahan", "-versi", "-pihak"),
                "indexes": [
                    models.Index(
                        fields=["kecamatan", "tahun", "jenis"], name="reports_sal_kecamat_38293c_idx"
                    ),
                    models.Index(fields=["status", "dibuat"], name="reports_sal_status_d6e3c5_idx"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tahun__range", (2000, 2100))),
                        name="reports_salinanpublik_tahun_wajar",
                        violation_error_code="tahun_wajar",
                        violation_error_message="Isi tahun antara 2000 dan 2100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("pesan", ""), ("status__in", ("antre", "diproses"))),
                            models.Q(
                                ("pesan", ""),
                                ("status", "selesai"),
                                models.Q(("html", ""), _negated=True),
                                models.Q(("pdf", ""), _negated=True),
                            ),
                            models.Q(("status", "gagal"), models.Q(("pesan", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="reports_salinanpublik_hasil_sesuai_status",
                        violation_error_code="hasil_sesuai_status",
                        violation_error_message="Minta ulang salinan ini: hasilnya tidak sesuai dengan statusnya.",
                    ),
                ],
            },
        ),
        migrations.RunPython(ask_for_copies, migrations.RunPython.noop),
    ]
