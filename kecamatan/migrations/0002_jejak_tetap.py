"""The database itself refuses to change or delete the audit trail."""

from django.db import migrations

from kecamatan.pemicu import pasang_pemicu, tambah_saja


class Migration(migrations.Migration):
    dependencies = [("kecamatan", "0001_awal")]

    operations = [pasang_pemicu(tambah_saja("kecamatan_jejak", "Jejak", "id"))]
