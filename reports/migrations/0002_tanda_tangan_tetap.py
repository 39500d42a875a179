"""The database itself refuses to change what was signed."""

from django.db import migrations

from kecamatan.pemicu import Penolakan, pasang_pemicu, tambah_saja

TETAP = "('ditandatangani', 'diterima', 'dibuka_kembali')"
KOLOM = (
    "id",
    "kecamatan_id",
    "tahun",
    "versi",
    "tempat",
    "tanggal",
    "tanggal_cetak",
    "menggantikan_id",
    "alasan_dibuka",
    "batas_waktu",
    "diajukan_oleh_id",
    "diajukan_pada",
    "dibuat",
)
PESAN = "Laporan yang sudah ditandatangani tidak dapat diubah atau dihapus. Buat versi berikutnya."

LANGKAH_SAH = (
    "NEW.status = OLD.status"
    " OR (OLD.status = 'ditandatangani' AND NEW.status IN ('diterima', 'dibuka_kembali'))"
    " OR (OLD.status = 'diterima' AND NEW.status = 'dibuka_kembali')"
)
BERUBAH_SQLITE = " OR ".join(f'NEW."{kolom}" IS NOT OLD."{kolom}"' for kolom in KOLOM)
BERUBAH_POSTGRESQL = " OR ".join(f'NEW."{kolom}" IS DISTINCT FROM OLD."{kolom}"' for kolom in KOLOM)

LAPORAN = (
    Penolakan(
        nama="reports_laporan_tolak_ubah",
        tabel="reports_laporan",
        kejadian="UPDATE",
        pesan=PESAN,
        syarat=f"OLD.status IN {TETAP} AND (NOT ({LANGKAH_SAH}) OR {BERUBAH_SQLITE})",
        syarat_postgresql=f"OLD.status IN {TETAP} AND (NOT ({LANGKAH_SAH}) OR {BERUBAH_POSTGRESQL})",
    ),
    Penolakan(
        nama="reports_laporan_tolak_hapus",
        tabel="reports_laporan",
        kejadian="DELETE",
        pesan=PESAN,
        syarat=f"OLD.status IN {TETAP}",
    ),
    Penolakan(
        nama="reports_laporan_tolak_timpa",
        tabel="reports_laporan",
        kejadian="INSERT",
        pesan=PESAN,
        syarat=f"EXISTS (SELECT 1 FROM reports_laporan lama WHERE lama.status IN {TETAP} AND (lama.id = NEW.id"  # noqa: S608  # only our own words
        " OR (lama.kecamatan_id = NEW.kecamatan_id AND lama.tahun = NEW.tahun AND lama.versi = NEW.versi)"
        " OR lama.menggantikan_id = NEW.menggantikan_id))",
        hanya_sqlite=True,
    ),
)


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_awal"), ("kecamatan", "0002_jejak_tetap")]

    operations = [
        pasang_pemicu(
            (
                *LAPORAN,
                *tambah_saja("reports_arsip", "Arsip", "id", "laporan_id"),
                *tambah_saja("reports_tandatangan", "Tanda tangan", "id", "laporan_id"),
            )
        )
    ]
