"""What was signed, by which key, as links of one chain; and no way round what keeps it, on either engine."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import reports.signing.keys.holder
from kecamatan.ground.triggers import hold_always, lift_triggers, pasang_pemicu, refuse_truncate, tambah_saja

#: SQLite makes a table anew to add a column; triggers do not come along.
BEFORE = (
    *tambah_saja("reports_arsip", "Arsip", "id", "laporan_id"),
    *tambah_saja("reports_tandatangan", "Tanda tangan", "id", "laporan_id"),
)
AFTER = (
    *tambah_saja("reports_arsip", "Arsip", "id", "laporan_id", "urut", "sidik"),
    *tambah_saja("reports_tandatangan", "Tanda tangan", "id", "laporan_id", "token"),
    refuse_truncate("reports_arsip", "Arsip tidak dapat diubah atau dihapus. Tambahkan catatan baru."),
    refuse_truncate(
        "reports_tandatangan", "Tanda tangan tidak dapat diubah atau dihapus. Tambahkan catatan baru."
    ),
    refuse_truncate("kecamatan_jejak", "Jejak tidak dapat diubah atau dihapus. Tambahkan catatan baru."),
    refuse_truncate(
        "reports_laporan",
        "Laporan yang sudah ditandatangani tidak dapat diubah atau dihapus. Buat versi berikutnya.",
        which="status IN ('ditandatangani', 'diterima', 'dibuka_kembali')",
    ),
)
OLDER = (
    ("kecamatan_jejak", "kecamatan_jejak_tolak_ubah"),
    ("kecamatan_jejak", "kecamatan_jejak_tolak_hapus"),
    ("reports_laporan", "reports_laporan_tolak_ubah"),
    ("reports_laporan", "reports_laporan_tolak_ubah_waktu"),
    ("reports_laporan", "reports_laporan_tolak_hapus"),
)


class Migration(migrations.Migration):
    dependencies = [
        ("kecamatan", "0016_trail_says_from_where"),
        ("reports", "0014_lembar_reviu"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        lift_triggers(BEFORE),
        migrations.CreateModel(
            name="Penandatanganan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "cara",
                    models.CharField(
                        choices=reports.signing.keys.holder.key_kinds, max_length=15, verbose_name="cara"
                    ),
                ),
                (
                    "token",
                    models.CharField(
                        error_messages={"unique": "Buat token lain."},
                        max_length=43,
                        unique=True,
                        verbose_name="token verifikasi",
                    ),
                ),
                ("nama", models.CharField(max_length=200, verbose_name="nama penanda tangan")),
                ("jabatan", models.CharField(max_length=200, verbose_name="jabatan penanda tangan")),
                ("diajukan_pada", models.DateTimeField(verbose_name="diajukan pada")),
                ("snapshot", models.TextField(verbose_name="snapshot")),
                ("naskah", models.TextField(verbose_name="naskah")),
                ("versi_mesin", models.CharField(max_length=60, verbose_name="versi mesin")),
                ("versi_dokumen", models.CharField(max_length=20, verbose_name="versi dokumen")),
                ("versi_templat", models.CharField(max_length=80, verbose_name="versi templat")),
                (
                    "html",
                    models.FileField(blank=True, max_length=200, upload_to="arsip/html", verbose_name="HTML"),
                ),
                (
                    "pdf",
                    models.FileField(blank=True, max_length=200, upload_to="arsip/pdf", verbose_name="PDF"),
                ),
                (
                    "docx",
                    models.FileField(blank=True, max_length=200, upload_to="arsip/docx", verbose_name="Word"),
                ),
                (
                    "halaman",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="jumlah halaman"),
                ),
                (
                    "bertanda",
                    models.FileField(
                        blank=True, max_length=200, upload_to="arsip/pdf", verbose_name="PDF bertanda tangan"
                    ),
                ),
                ("dipegang", models.DateTimeField(blank=True, null=True, verbose_name="dipegang sejak")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("antre", "Menunggu giliran"),
                            ("diproses", "Sedang disiapkan"),
                            ("siap", "Siap ditandatangani"),
                            ("gagal", "Gagal"),
                        ],
                        default="antre",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("pesan", models.TextField(blank=True, verbose_name="pesan")),
                (
                    "dibuat",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="dibuat"
                    ),
                ),
                (
                    "mulai",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="mulai dikerjakan"
                    ),
                ),
            ],
            options={
                "verbose_name": "penandatanganan",
                "verbose_name_plural": "penandatanganan",
                "ordering": ("laporan",),
            },
        ),
        migrations.AddField(
            model_name="arsip",
            name="docx",
            field=models.FileField(
                default="",
                error_messages={"blank": "Simpan dokumen Word laporan."},
                max_length=200,
                upload_to="arsip/docx",
                verbose_name="Word",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="arsip",
            name="docx_sha256",
            field=models.CharField(default="", max_length=64, verbose_name="sidik dokumen Word"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="arsip",
            name="sidik",
            field=models.CharField(
                default="",
                error_messages={"unique": "Hitung ulang sidik arsip ini."},
                max_length=64,
                unique=True,
                verbose_name="sidik rantai",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="arsip",
            name="sidik_sebelum",
            field=models.CharField(blank=True, max_length=64, verbose_name="sidik arsip sebelumnya"),
        ),
        migrations.AddField(
            model_name="arsip",
            name="urut",
            field=models.PositiveIntegerField(
                default=1,
                error_messages={"unique": "Hitung ulang urutan arsip ini."},
                unique=True,
                verbose_name="urutan dalam rantai",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="arsip",
            name="versi_dokumen",
            field=models.CharField(default=1, max_length=20, verbose_name="versi dokumen"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="arsip",
            name="versi_templat",
            field=models.CharField(default="", max_length=80, verbose_name="versi templat"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="pengaturandokumen",
            name="cara_tanda_tangan",
            field=models.CharField(
                choices=reports.signing.keys.holder.key_kinds,
                default="instalasi",
                help_text="Sertifikat yang dipakai camat menandatangani LKIP.",
                max_length=15,
                verbose_name="tanda tangan elektronik",
            ),
        ),
        migrations.AddField(
            model_name="tandatangan",
            name="cap_waktu",
            field=models.DateTimeField(blank=True, null=True, verbose_name="cap waktu"),
        ),
        migrations.AddField(
            model_name="tandatangan",
            name="jabatan",
            field=models.CharField(default="", max_length=200, verbose_name="jabatan penanda tangan"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="tandatangan",
            name="nama",
            field=models.CharField(default="", max_length=200, verbose_name="nama penanda tangan"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="tandatangan",
            name="nomor_seri",
            field=models.CharField(default="", max_length=64, verbose_name="nomor seri sertifikat"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="tandatangan",
            name="penerbit",
            field=models.CharField(default="", max_length=200, verbose_name="penerbit sertifikat"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="tandatangan",
            name="sertifikat",
            field=models.CharField(default="", max_length=64, verbose_name="sidik sertifikat"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="tandatangan",
            name="token",
            field=models.CharField(
                default="",
                error_messages={"unique": "Buat token lain."},
                max_length=43,
                unique=True,
                verbose_name="token verifikasi",
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="tandatangan",
            name="cara",
            field=models.CharField(
                choices=reports.signing.keys.holder.key_kinds, max_length=15, verbose_name="cara"
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(("docx", ""), _negated=True),
                name="reports_arsip_docx_terisi",
                violation_error_code="docx_terisi",
                violation_error_message="Simpan dokumen Word laporan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(django.db.models.functions.text.Length("docx_sha256"), 64)
                ),
                name="reports_arsip_docx_sha256_lengkap",
                violation_error_code="docx_sha256_lengkap",
                violation_error_message="Hitung ulang docx sha256: sidik SHA-256 terdiri atas 64 karakter.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(django.db.models.functions.text.Length("sidik"), 64)
                ),
                name="reports_arsip_sidik_lengkap",
                violation_error_code="sidik_lengkap",
                violation_error_message="Hitung ulang sidik: sidik SHA-256 terdiri atas 64 karakter.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sidik_sebelum", ""), ("urut", 1)),
                    models.Q(("urut__gte", 2), models.Q(("sidik_sebelum", ""), _negated=True)),
                    _connector="OR",
                ),
                name="reports_arsip_sambung",
                violation_error_code="sambung",
                violation_error_message="Hitung ulang sidik arsip sebelumnya: hanya arsip pertama yang tanpa itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tandatangan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(django.db.models.functions.text.Length("sertifikat"), 64)
                ),
                name="reports_tandatangan_sertifikat_lengkap",
                violation_error_code="sertifikat_lengkap",
                violation_error_message="Hitung ulang sertifikat: sidik SHA-256 terdiri atas 64 karakter.",
            ),
        ),
        migrations.AddField(
            model_name="penandatanganan",
            name="laporan",
            field=models.OneToOneField(
                error_messages={"unique": "Laporan ini sedang disiapkan. Tunggu sampai selesai."},
                on_delete=django.db.models.deletion.CASCADE,
                related_name="penandatanganan",
                to="reports.laporan",
                verbose_name="laporan",
            ),
        ),
        migrations.AddField(
            model_name="penandatanganan",
            name="masa_jabatan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="kecamatan.masajabatan",
                verbose_name="masa jabatan",
            ),
        ),
        migrations.AddConstraint(
            model_name="penandatanganan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "siap"), _negated=True),
                    models.Q(
                        models.Q(("html", ""), _negated=True),
                        models.Q(("pdf", ""), _negated=True),
                        models.Q(("docx", ""), _negated=True),
                        ("halaman__gt", 0),
                    ),
                    _connector="OR",
                ),
                name="reports_penandatanganan_berberkas",
                violation_error_code="berberkas",
                violation_error_message="Minta ulang naskah akhir: berkasnya belum lengkap.",
            ),
        ),
        pasang_pemicu(AFTER),
        hold_always(*OLDER),
    ]
