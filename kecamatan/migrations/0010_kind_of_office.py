"""The kind of an office becomes data of the term; "Plt. Camat", which was an office of its own, a kind of camat."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def plt_to_status(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    terms = apps.get_model("kecamatan", "MasaJabatan").objects.using(schema_editor.connection.alias)
    terms.filter(jabatan="plt-camat").update(jabatan="camat", status="plt")


def status_to_plt(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    terms = apps.get_model("kecamatan", "MasaJabatan").objects.using(schema_editor.connection.alias)
    terms.filter(jabatan="camat", status="plt").update(jabatan="plt-camat", status="")


class Migration(migrations.Migration):
    dependencies = [("kecamatan", "0009_kept_forms")]

    operations = [
        migrations.RemoveConstraint(
            model_name="masajabatan",
            name="kecamatan_masajabatan_mulai",
        ),
        migrations.RemoveConstraint(
            model_name="masajabatan",
            name="kecamatan_masajabatan_wilayah_jabatan",
        ),
        migrations.AddField(
            model_name="masajabatan",
            name="jabatan_sendiri",
            field=models.CharField(
                blank=True,
                help_text="Hanya bila menandatangani atas nama (a.n.), misalnya Sekretaris Daerah.",
                max_length=100,
                verbose_name="jabatan sendiri",
            ),
        ),
        migrations.AddField(
            model_name="masajabatan",
            name="status",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Definitif"),
                    ("pj", "Pj."),
                    ("pjs", "Pjs."),
                    ("plt", "Plt."),
                    ("plh", "Plh."),
                    ("an", "a.n."),
                ],
                default="",
                help_text="Pj. penjabat, Pjs. penjabat sementara, Plt. pelaksana tugas, Plh. pelaksana harian, a.n. atas nama.",
                max_length=3,
                verbose_name="status jabatan",
            ),
        ),
        migrations.AlterField(
            model_name="masajabatan",
            name="jabatan",
            field=models.CharField(
                choices=[("camat", "Camat"), ("sekretaris", "Sekretaris Camat"), ("bupati", "Kepala daerah")],
                max_length=12,
                verbose_name="jabatan",
            ),
        ),
        migrations.RunPython(plt_to_status, status_to_plt),
        migrations.AddConstraint(
            model_name="masajabatan",
            constraint=models.UniqueConstraint(
                fields=("pejabat", "jabatan", "status", "mulai"),
                name="kecamatan_masajabatan_mulai",
                violation_error_code="mulai",
                violation_error_message="Masa jabatan ini sudah tercatat. Ubah catatan yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="masajabatan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("jabatan", "bupati"), ("kabupaten__isnull", False), ("kecamatan", None)),
                    models.Q(
                        ("jabatan__in", ("camat", "sekretaris")),
                        ("kabupaten", None),
                        ("kecamatan__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="kecamatan_masajabatan_wilayah_jabatan",
                violation_error_code="wilayah_jabatan",
                violation_error_message="Pilih kabupaten untuk kepala daerah, atau kecamatan untuk camat dan sekretaris camat; jangan keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="masajabatan",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ("", "pj", "pjs", "plt", "plh", "an"))),
                name="kecamatan_masajabatan_status_dikenal",
                violation_error_code="status_dikenal",
                violation_error_message="Pilih status jabatan dari daftarnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="masajabatan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "an"), models.Q(("jabatan_sendiri", ""), _negated=True)),
                    models.Q(models.Q(("status", "an"), _negated=True), ("jabatan_sendiri", "")),
                    _connector="OR",
                ),
                name="kecamatan_masajabatan_jabatan_sendiri_atas_nama",
                violation_error_code="jabatan_sendiri_atas_nama",
                violation_error_message="Isi jabatan sendiri bagi yang menandatangani atas nama (a.n.), dan kosongkan bagi yang lain.",
            ),
        ),
    ]
