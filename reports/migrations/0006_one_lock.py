"""``revisi`` promised a lock that nothing kept; the lock is the fingerprint of what a page showed.

Unapplying it builds the table of reports anew on SQLite, and its triggers with it: they are taken off and put back.
"""

from importlib import import_module

from django.db import migrations

from kecamatan.pemicu import lift_triggers, pasang_pemicu

LAPORAN = import_module("reports.migrations.0002_tanda_tangan_tetap").LAPORAN


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0005_trail_keys"),
    ]

    operations = [
        lift_triggers(LAPORAN),
        migrations.RemoveField(
            model_name="dokumentasi",
            name="revisi",
        ),
        migrations.RemoveField(
            model_name="laporan",
            name="revisi",
        ),
        migrations.RemoveField(
            model_name="narasi",
            name="revisi",
        ),
        migrations.RemoveField(
            model_name="pengaturandokumen",
            name="revisi",
        ),
        pasang_pemicu(LAPORAN),
    ]
