"""Which version a signed agreement is, its archive says: it is counted by what the document is, not by its row."""

from dataclasses import replace
from importlib import import_module

from django.db import migrations

from kecamatan.ground.triggers import lift_triggers, pasang_pemicu

BEFORE = import_module("sakip.migrations.0024_signed_as_agreed").REFUSALS
AFTER = tuple(
    replace(
        one,
        syarat=one.syarat.replace(" OR NEW.versi IS NOT OLD.versi", ""),
        syarat_postgresql=one.syarat_postgresql.replace(" OR NEW.versi IS DISTINCT FROM OLD.versi", ""),
    )
    for one in BEFORE
)


class Migration(migrations.Migration):
    dependencies = [("sakip", "0024_signed_as_agreed")]

    operations = [
        lift_triggers(BEFORE),
        migrations.RemoveField(model_name="penetapan", name="versi"),
        pasang_pemicu(AFTER),
    ]
