from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0027_predikat_of_a_year"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="penandatanganan",
            index=models.Index(fields=["status", "dibuat"], name="penandatanganan_antrean"),
        ),
    ]
