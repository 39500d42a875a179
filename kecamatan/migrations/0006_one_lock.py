"""``revisi`` promised a lock that nothing kept; the lock is the fingerprint of what a page showed."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("kecamatan", "0005_trail_by_key"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="profilkecamatan",
            name="revisi",
        ),
    ]
