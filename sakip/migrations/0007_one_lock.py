"""``revisi`` promised a lock that nothing kept; the lock is the fingerprint of what a page showed."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("sakip", "0006_budget_units_and_belanja_outside"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="anggaran",
            name="revisi",
        ),
        migrations.RemoveField(
            model_name="kebijakanpengukuran",
            name="revisi",
        ),
        migrations.RemoveField(
            model_name="keputusaniku",
            name="revisi",
        ),
        migrations.RemoveField(
            model_name="pembandingindikator",
            name="revisi",
        ),
        migrations.RemoveField(
            model_name="perjanjiankinerja",
            name="revisi",
        ),
        migrations.RemoveField(
            model_name="realisasi",
            name="revisi",
        ),
        migrations.RemoveField(
            model_name="rencanaaksi",
            name="revisi",
        ),
        migrations.RemoveField(
            model_name="renstra",
            name="revisi",
        ),
        migrations.RemoveField(
            model_name="rkt",
            name="revisi",
        ),
    ]
