"""What the chosen kind of key signs, in the words of the form."""

from django.db import migrations, models

import reports.signing.keys.holder


class Migration(migrations.Migration):
    dependencies = [("reports", "0017_answers_of_any_place")]

    operations = [
        migrations.AlterField(
            model_name="pengaturandokumen",
            name="cara_tanda_tangan",
            field=models.CharField(
                choices=reports.signing.keys.holder.key_kinds,
                default="instalasi",
                help_text="Sertifikat yang dipakai camat menandatangani LKIP, PK, dan SK IKU.",
                max_length=15,
                verbose_name="tanda tangan elektronik",
            ),
        ),
    ]
