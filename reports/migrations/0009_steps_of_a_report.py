"""When a report was signed and received, and whether in time; each told once, and then it stays."""

from django.db import migrations, models

from kecamatan.ground.triggers import Penolakan, pasang_pemicu

PESAN = "Laporan yang sudah ditandatangani tidak dapat diubah atau dihapus. Buat versi berikutnya."

TETAP = "OLD.status IN ('ditandatangani', 'diterima', 'dibuka_kembali')"
#: The office that receives a report says when and whether in time, and nothing else does.
PENERIMAAN = "(OLD.status = 'ditandatangani' AND NEW.status = 'diterima')"
UBAH_SQLITE = (
    'NEW."ditandatangani_pada" IS NOT OLD."ditandatangani_pada"'
    f' OR (NOT {PENERIMAAN} AND (NEW."diterima_pada" IS NOT OLD."diterima_pada"'
    ' OR NEW."tepat_waktu" IS NOT OLD."tepat_waktu"))'
)
UBAH_POSTGRESQL = UBAH_SQLITE.replace("IS NOT", "IS DISTINCT FROM")


class Migration(migrations.Migration):
    dependencies = [("reports", "0008_choices_of_an_import")]

    operations = [
        migrations.AddField(
            model_name="laporan",
            name="ditandatangani_pada",
            field=models.DateTimeField(blank=True, null=True, verbose_name="ditandatangani pada"),
        ),
        migrations.AddField(
            model_name="laporan",
            name="diterima_pada",
            field=models.DateTimeField(blank=True, null=True, verbose_name="diterima pada"),
        ),
        migrations.AddField(
            model_name="laporan",
            name="tepat_waktu",
            field=models.BooleanField(blank=True, null=True, verbose_name="tepat waktu"),
        ),
        pasang_pemicu(
            (
                Penolakan(
                    nama="reports_laporan_tolak_ubah_waktu",
                    tabel="reports_laporan",
                    kejadian="UPDATE",
                    pesan=PESAN,
                    syarat=f"{TETAP} AND ({UBAH_SQLITE})",
                    syarat_postgresql=f"{TETAP} AND ({UBAH_POSTGRESQL})",
                ),
            )
        ),
    ]
