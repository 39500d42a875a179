"""How many lines the trail has of a kecamatan is asked at every cell that is typed, and answered from this index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kecamatan", "0006_one_lock"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="jejak",
            index=models.Index(fields=["kecamatan", "objek_jenis"], name="kecamatan_j_kecamat_eb7c25_idx"),
        ),
    ]
