"""A sub kegiatan may have a row for each kelurahan or unit; belanja may be outside the programs of the budget."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sakip", "0005_rumus_registry"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="anggaran",
            name="sakip_anggaran_sub_kegiatan",
        ),
        migrations.AddField(
            model_name="anggaran",
            name="unit",
            field=models.CharField(blank=True, max_length=100, verbose_name="kelurahan atau unit"),
        ),
        migrations.AddField(
            model_name="belanja",
            name="di_luar_program",
            field=models.BooleanField(default=False, verbose_name="di luar program"),
        ),
        migrations.AddConstraint(
            model_name="anggaran",
            constraint=models.UniqueConstraint(
                condition=models.Q(("sub_kegiatan__isnull", False)),
                fields=("kecamatan", "tahun", "sub_kegiatan", "unit"),
                name="sakip_anggaran_sub_kegiatan",
                violation_error_code="sub_kegiatan",
                violation_error_message="Baris anggaran ini sudah ada pada tahun yang sama. Ubah baris yang ada. Bila dilaksanakan beberapa kelurahan atau unit, isi nama masing-masing.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaran",
            constraint=models.CheckConstraint(
                condition=models.Q(("unit", ""), ("sub_kegiatan__isnull", False), _connector="OR"),
                name="sakip_anggaran_unit_bersub_kegiatan",
                violation_error_code="unit_bersub_kegiatan",
                violation_error_message="Pilih sub kegiatannya; hanya sub kegiatan yang dapat dibagi menurut kelurahan atau unit.",
            ),
        ),
    ]
