# What of the reports that wait for a person was told by mail, each by itself in place of a fingerprint of all.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kecamatan", "0019_known_officials"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="pengguna",
            name="told_mark",
        ),
        migrations.AddField(
            model_name="pengguna",
            name="told",
            field=models.JSONField(
                blank=True, default=list, editable=False, verbose_name="yang sudah diberitahukan"
            ),
        ),
    ]
