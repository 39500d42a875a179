"""A column for the key of the record, and its former key in words called what it is: its name for who reads."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kecamatan", "0004_undangan")]

    operations = [
        migrations.RemoveIndex(model_name="jejak", name="kecamatan_j_objek_j_a03d5f_idx"),
        migrations.RenameField(model_name="jejak", old_name="objek_kunci", new_name="objek_sebutan"),
        migrations.AlterField(
            model_name="jejak",
            name="objek_sebutan",
            field=models.CharField(max_length=200, verbose_name="sebutan objek"),
        ),
        migrations.AddField(
            model_name="jejak",
            name="record_key",
            field=models.JSONField(blank=True, null=True, verbose_name="kunci objek"),
        ),
        migrations.AddIndex(
            model_name="jejak",
            index=models.Index(fields=["objek_jenis", "record_key"], name="kecamatan_j_objek_j_d7ae4a_idx"),
        ),
    ]
