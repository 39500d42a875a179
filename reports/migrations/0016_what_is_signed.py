"""What is signed is a version of a document, LKIP or agreed; every signature is an archive of its own."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Subquery

from kecamatan.ground.triggers import lift_triggers, pasang_pemicu, refuse_truncate, tambah_saja

TRUNCATED = tuple(
    refuse_truncate(table, f"{name} tidak dapat diubah atau dihapus. Tambahkan catatan baru.")
    for table, name in (("reports_arsip", "Arsip"), ("reports_tandatangan", "Tanda tangan"))
)
#: SQLite makes a table anew to change a column; triggers do not come along.
BEFORE = (
    *tambah_saja("reports_arsip", "Arsip", "id", "laporan_id", "urut", "sidik"),
    *tambah_saja("reports_tandatangan", "Tanda tangan", "id", "laporan_id", "token"),
    *TRUNCATED,
)
AFTER = (
    *tambah_saja(
        "reports_arsip",
        "Arsip",
        *("id", "laporan_id", "melanjutkan_id", "urut", "sidik"),
        ("penetapan_id", "pihak"),
    ),
    *tambah_saja("reports_tandatangan", "Tanda tangan", "id", "arsip_id", "token"),
    *TRUNCATED,
)


def name_reports(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Every row names the version of the report on which it hung; a signature hangs on its archive."""
    laporan = apps.get_model("reports", "Laporan").objects.filter(pk=OuterRef("laporan_id"))
    arsip = apps.get_model("reports", "Arsip")
    columns = {one: Subquery(laporan.values(one)[:1]) for one in ("kecamatan_id", "tahun", "versi")}
    for model in (arsip, apps.get_model("reports", "Penandatanganan")):
        model.objects.update(**columns)
    of_report = arsip.objects.filter(laporan_id=OuterRef("laporan_id"))
    apps.get_model("reports", "TandaTangan").objects.update(arsip_id=Subquery(of_report.values("pk")[:1]))
    if (
        schema_editor.connection.vendor == "postgresql"
    ):  # which changes no table while a check of its rows is due
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("kecamatan", "0017_notices_by_mail"),
        ("reports", "0015_what_was_signed_and_by_which_key"),
        ("sakip", "0024_signed_as_agreed"),
    ]

    operations = [
        lift_triggers(BEFORE),
        migrations.AlterModelOptions(
            name="arsip",
            options={"ordering": ("urut",), "verbose_name": "arsip", "verbose_name_plural": "arsip"},
        ),
        migrations.AlterModelOptions(
            name="penandatanganan",
            options={
                "ordering": ("id",),
                "verbose_name": "penandatanganan",
                "verbose_name_plural": "penandatanganan",
            },
        ),
        migrations.AlterModelOptions(
            name="tandatangan",
            options={
                "ordering": ("arsip", "id"),
                "verbose_name": "tanda tangan",
                "verbose_name_plural": "tanda tangan",
            },
        ),
        migrations.AddField(
            model_name="arsip",
            name="jenis",
            field=models.CharField(
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
                default="lkip",
                max_length=20,
                verbose_name="jenis dokumen",
            ),
        ),
        migrations.AddField(
            model_name="arsip",
            name="kecamatan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="kecamatan.kecamatan",
                verbose_name="kecamatan",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="arsip",
            name="melanjutkan",
            field=models.OneToOneField(
                blank=True,
                error_messages={"unique": "Dokumen ini sudah ditandatangani Pihak Kedua."},
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="lanjutan",
                to="reports.arsip",
                verbose_name="melanjutkan",
            ),
        ),
        migrations.AddField(
            model_name="arsip",
            name="penetapan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="arsip",
                to="sakip.penetapan",
                verbose_name="penetapan",
            ),
        ),
        migrations.AddField(
            model_name="arsip",
            name="perubahan",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="perubahan ke-"),
        ),
        migrations.AddField(
            model_name="arsip",
            name="pihak",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="pihak"),
        ),
        migrations.AddField(
            model_name="arsip",
            name="tahun",
            field=models.PositiveSmallIntegerField(verbose_name="tahun", null=True),
        ),
        migrations.AddField(
            model_name="arsip",
            name="versi",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="versi"),
        ),
        migrations.AddField(
            model_name="penandatanganan",
            name="jenis",
            field=models.CharField(
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
                default="lkip",
                max_length=20,
                verbose_name="jenis dokumen",
            ),
        ),
        migrations.AddField(
            model_name="penandatanganan",
            name="kecamatan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="kecamatan.kecamatan",
                verbose_name="kecamatan",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="penandatanganan",
            name="melanjutkan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="reports.arsip",
                verbose_name="melanjutkan",
            ),
        ),
        migrations.AddField(
            model_name="penandatanganan",
            name="penetapan",
            field=models.OneToOneField(
                blank=True,
                error_messages={"unique": "Dokumen ini sedang disiapkan. Tunggu sampai selesai."},
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="penandatanganan",
                to="sakip.penetapan",
                verbose_name="penetapan",
            ),
        ),
        migrations.AddField(
            model_name="penandatanganan",
            name="perubahan",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="perubahan ke-"),
        ),
        migrations.AddField(
            model_name="penandatanganan",
            name="pihak",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="pihak"),
        ),
        migrations.AddField(
            model_name="penandatanganan",
            name="tahun",
            field=models.PositiveSmallIntegerField(verbose_name="tahun", null=True),
        ),
        migrations.AddField(
            model_name="penandatanganan",
            name="versi",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="versi"),
        ),
        migrations.AddField(
            model_name="tandatangan",
            name="arsip",
            field=models.OneToOneField(
                error_messages={
                    "unique": "Arsip ini sudah bertanda tangan. Perbaiki melalui versi berikutnya."
                },
                on_delete=django.db.models.deletion.PROTECT,
                related_name="tanda_tangan",
                to="reports.arsip",
                verbose_name="arsip",
                null=True,
            ),
        ),
        migrations.RunPython(name_reports, migrations.RunPython.noop),
        migrations.RemoveConstraint(
            model_name="tandatangan",
            name="reports_tandatangan_satu_per_laporan",
        ),
        migrations.RemoveField(
            model_name="tandatangan",
            name="laporan",
        ),
        migrations.AlterField(
            model_name="arsip",
            name="kecamatan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="kecamatan.kecamatan",
                verbose_name="kecamatan",
            ),
        ),
        migrations.AlterField(
            model_name="arsip",
            name="tahun",
            field=models.PositiveSmallIntegerField(verbose_name="tahun"),
        ),
        migrations.AlterField(
            model_name="penandatanganan",
            name="kecamatan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="kecamatan.kecamatan",
                verbose_name="kecamatan",
            ),
        ),
        migrations.AlterField(
            model_name="penandatanganan",
            name="tahun",
            field=models.PositiveSmallIntegerField(verbose_name="tahun"),
        ),
        migrations.AlterField(
            model_name="tandatangan",
            name="arsip",
            field=models.OneToOneField(
                error_messages={
                    "unique": "Arsip ini sudah bertanda tangan. Perbaiki melalui versi berikutnya."
                },
                on_delete=django.db.models.deletion.PROTECT,
                related_name="tanda_tangan",
                to="reports.arsip",
                verbose_name="arsip",
            ),
        ),
        migrations.AlterField(
            model_name="arsip",
            name="laporan",
            field=models.OneToOneField(
                blank=True,
                error_messages={"unique": "Laporan ini sudah diarsipkan. Perbaiki melalui versi berikutnya."},
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="arsip",
                to="reports.laporan",
                verbose_name="laporan",
            ),
        ),
        migrations.AlterField(
            model_name="penandatanganan",
            name="laporan",
            field=models.OneToOneField(
                blank=True,
                error_messages={"unique": "Laporan ini sedang disiapkan. Tunggu sampai selesai."},
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="penandatanganan",
                to="reports.laporan",
                verbose_name="laporan",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("jenis", "lkip"), ("laporan__isnull", False), ("penetapan", None), ("perubahan", 0)
                    ),
                    models.Q(
                        ("jenis__in", ("pk-murni", "pk-perubahan", "sk-iku")),
                        ("laporan", None),
                        ("penetapan__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="reports_arsip_satu_dokumen",
                violation_error_code="satu_dokumen",
                violation_error_message="Isi laporan untuk LKIP, atau penetapan untuk PK dan SK IKU; jangan keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("melanjutkan", None), ("pihak", 1)),
                    models.Q(
                        ("jenis__in", ("pk-murni", "pk-perubahan")),
                        ("melanjutkan__isnull", False),
                        ("pihak", 2),
                    ),
                    _connector="OR",
                ),
                name="reports_arsip_pihak_dikenal",
                violation_error_code="pihak_dikenal",
                violation_error_message="Isi pihak 1, atau pihak 2 dari sebuah PK yang sudah ditandatangani pihak 1.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.UniqueConstraint(
                fields=("penetapan", "pihak"),
                name="reports_arsip_pihak",
                violation_error_code="pihak",
                violation_error_message="Dokumen ini sudah ditandatangani pihak itu. Perbaiki melalui versi berikutnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="penandatanganan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("jenis", "lkip"), ("laporan__isnull", False), ("penetapan", None), ("perubahan", 0)
                    ),
                    models.Q(
                        ("jenis__in", ("pk-murni", "pk-perubahan", "sk-iku")),
                        ("laporan", None),
                        ("penetapan__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="reports_penandatanganan_satu_dokumen",
                violation_error_code="satu_dokumen",
                violation_error_message="Isi laporan untuk LKIP, atau penetapan untuk PK dan SK IKU; jangan keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="penandatanganan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("melanjutkan", None), ("pihak", 1)),
                    models.Q(
                        ("jenis__in", ("pk-murni", "pk-perubahan")),
                        ("melanjutkan__isnull", False),
                        ("pihak", 2),
                    ),
                    _connector="OR",
                ),
                name="reports_penandatanganan_pihak_dikenal",
                violation_error_code="pihak_dikenal",
                violation_error_message="Isi pihak 1, atau pihak 2 dari sebuah PK yang sudah ditandatangani pihak 1.",
            ),
        ),
        pasang_pemicu(AFTER),
    ]
