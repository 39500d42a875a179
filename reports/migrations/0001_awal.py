import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import reports.models.isi


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kecamatan", "0001_awal"),
        ("sakip", "0001_awal"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Laporan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revisi", models.PositiveIntegerField(default=1, editable=False, verbose_name="revisi")),
                ("tempat", models.CharField(blank=True, max_length=100, verbose_name="tempat")),
                ("tanggal", models.DateField(blank=True, null=True, verbose_name="tanggal")),
                (
                    "tanggal_cetak",
                    models.CharField(blank=True, max_length=50, verbose_name="tanggal seperti tercetak"),
                ),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("versi", models.PositiveSmallIntegerField(default=1, verbose_name="versi")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "Draf"),
                            ("diajukan", "Diajukan"),
                            ("dikembalikan", "Dikembalikan"),
                            ("ditandatangani", "Ditandatangani"),
                            ("diterima", "Diterima"),
                            ("dibuka_kembali", "Dibuka kembali"),
                        ],
                        default="draf",
                        max_length=15,
                        verbose_name="status",
                    ),
                ),
                ("alasan_dibuka", models.TextField(blank=True, verbose_name="alasan dibuka kembali")),
                (
                    "batas_waktu",
                    models.DateField(blank=True, null=True, verbose_name="batas waktu perbaikan"),
                ),
                ("diajukan_pada", models.DateTimeField(blank=True, null=True, verbose_name="diajukan pada")),
                (
                    "dibuat",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="dibuat"
                    ),
                ),
                (
                    "diajukan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diajukan oleh",
                    ),
                ),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="laporan",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
                (
                    "menggantikan",
                    models.OneToOneField(
                        blank=True,
                        error_messages={"unique": "Laporan itu sudah digantikan. Buka versi penggantinya."},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengganti",
                        to="reports.laporan",
                        verbose_name="menggantikan",
                    ),
                ),
            ],
            options={
                "verbose_name": "laporan",
                "verbose_name_plural": "laporan",
                "ordering": ("kecamatan", "tahun", "versi"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CatatanReviu",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bagian", models.CharField(blank=True, max_length=100, verbose_name="bagian")),
                (
                    "isi",
                    models.TextField(
                        error_messages={"blank": "Isi catatan: apa yang perlu diperbaiki."},
                        verbose_name="isi",
                    ),
                ),
                (
                    "dibuat",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="dibuat"
                    ),
                ),
                ("selesai", models.BooleanField(default=False, verbose_name="selesai")),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="catatan_reviu",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="penulis",
                    ),
                ),
                (
                    "laporan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="catatan_reviu",
                        to="reports.laporan",
                        verbose_name="laporan",
                    ),
                ),
            ],
            options={
                "verbose_name": "catatan reviu",
                "verbose_name_plural": "catatan reviu",
                "ordering": ("laporan", "dibuat", "id"),
            },
        ),
        migrations.CreateModel(
            name="Arsip",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "snapshot",
                    models.TextField(
                        error_messages={"blank": "Isi snapshot laporan."}, verbose_name="snapshot"
                    ),
                ),
                ("snapshot_sha256", models.CharField(max_length=64, verbose_name="sidik snapshot")),
                (
                    "naskah",
                    models.TextField(error_messages={"blank": "Isi naskah laporan."}, verbose_name="naskah"),
                ),
                ("naskah_sha256", models.CharField(max_length=64, verbose_name="sidik naskah")),
                (
                    "versi_mesin",
                    models.CharField(
                        error_messages={"blank": "Isi versi mesin penghitung."},
                        max_length=60,
                        verbose_name="versi mesin",
                    ),
                ),
                (
                    "html",
                    models.FileField(
                        error_messages={"blank": "Simpan HTML laporan."},
                        max_length=200,
                        upload_to="arsip/html",
                        verbose_name="HTML",
                    ),
                ),
                ("html_sha256", models.CharField(max_length=64, verbose_name="sidik HTML")),
                (
                    "pdf",
                    models.FileField(
                        error_messages={"blank": "Simpan PDF laporan."},
                        max_length=200,
                        upload_to="arsip/pdf",
                        verbose_name="PDF",
                    ),
                ),
                ("pdf_sha256", models.CharField(max_length=64, verbose_name="sidik PDF")),
                ("halaman", models.PositiveIntegerField(verbose_name="jumlah halaman")),
                ("ukuran", models.PositiveBigIntegerField(verbose_name="ukuran PDF (byte)")),
                (
                    "dibuat",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="dibuat"
                    ),
                ),
                (
                    "laporan",
                    models.OneToOneField(
                        error_messages={
                            "unique": "Laporan ini sudah diarsipkan. Perbaiki melalui versi berikutnya."
                        },
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arsip",
                        to="reports.laporan",
                        verbose_name="laporan",
                    ),
                ),
            ],
            options={
                "verbose_name": "arsip",
                "verbose_name_plural": "arsip",
                "ordering": ("laporan",),
            },
        ),
        migrations.CreateModel(
            name="Narasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revisi", models.PositiveIntegerField(default=1, editable=False, verbose_name="revisi")),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "bagian",
                    models.CharField(
                        choices=reports.models.isi.pilihan_bagian,
                        error_messages={"blank": "Pilih bagian laporan tempat narasi ini."},
                        max_length=40,
                        verbose_name="bagian",
                    ),
                ),
                (
                    "kunci",
                    models.SlugField(blank=True, max_length=60, verbose_name="kunci sasaran atau indikator"),
                ),
                ("isi", models.TextField(blank=True, verbose_name="isi")),
                ("ditinjau", models.BooleanField(default=True, verbose_name="sudah ditinjau")),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="narasi",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "narasi",
                "verbose_name_plural": "narasi",
                "ordering": ("kecamatan", "tahun", "bagian", "kunci"),
            },
        ),
        migrations.CreateModel(
            name="PengaturanDokumen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revisi", models.PositiveIntegerField(default=1, editable=False, verbose_name="revisi")),
                (
                    "kertas",
                    models.CharField(
                        choices=[("A4", "A4 (210 × 297 mm)"), ("F4", "F4 (215 × 330 mm)")],
                        default="F4",
                        max_length=2,
                        verbose_name="kertas",
                    ),
                ),
                (
                    "margin_atas",
                    models.DecimalField(
                        decimal_places=1, default=25, max_digits=4, verbose_name="margin atas (mm)"
                    ),
                ),
                (
                    "margin_kanan",
                    models.DecimalField(
                        decimal_places=1, default=25, max_digits=4, verbose_name="margin kanan (mm)"
                    ),
                ),
                (
                    "margin_bawah",
                    models.DecimalField(
                        decimal_places=1, default=30, max_digits=4, verbose_name="margin bawah (mm)"
                    ),
                ),
                (
                    "margin_kiri",
                    models.DecimalField(
                        decimal_places=1, default=30, max_digits=4, verbose_name="margin kiri (mm)"
                    ),
                ),
                (
                    "huruf",
                    models.CharField(
                        choices=[("Arial", "Arial"), ("Times New Roman", "Times New Roman")],
                        default="Arial",
                        max_length=30,
                        verbose_name="huruf",
                    ),
                ),
                (
                    "ukuran",
                    models.DecimalField(
                        decimal_places=1, default=12, max_digits=3, verbose_name="ukuran huruf (pt)"
                    ),
                ),
                (
                    "spasi",
                    models.DecimalField(
                        decimal_places=2, default="1.5", max_digits=3, verbose_name="spasi baris"
                    ),
                ),
                (
                    "kabupaten",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pengaturan_dokumen",
                        to="kecamatan.kabupaten",
                        verbose_name="kabupaten",
                    ),
                ),
            ],
            options={
                "verbose_name": "pengaturan dokumen",
                "verbose_name_plural": "pengaturan dokumen",
                "ordering": ("kabupaten",),
            },
        ),
        migrations.CreateModel(
            name="TandaTangan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "waktu",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="waktu"
                    ),
                ),
                (
                    "cara",
                    models.CharField(
                        choices=[("kata-sandi", "Kata sandi"), ("sertifikat", "Sertifikat elektronik")],
                        max_length=15,
                        verbose_name="cara",
                    ),
                ),
                ("sidik", models.CharField(max_length=64, verbose_name="sidik PDF")),
                (
                    "laporan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tanda_tangan",
                        to="reports.laporan",
                        verbose_name="laporan",
                    ),
                ),
                (
                    "masa_jabatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tanda_tangan",
                        to="kecamatan.masajabatan",
                        verbose_name="masa jabatan",
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tanda_tangan",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengguna",
                    ),
                ),
            ],
            options={
                "verbose_name": "tanda tangan",
                "verbose_name_plural": "tanda tangan",
                "ordering": ("laporan", "waktu", "id"),
            },
        ),
        migrations.CreateModel(
            name="TemuanDiakui",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "aturan",
                    models.CharField(
                        error_messages={"blank": "Isi kode aturan temuan."},
                        max_length=30,
                        verbose_name="aturan",
                    ),
                ),
                ("lokasi", models.CharField(max_length=200, verbose_name="lokasi")),
                ("sidik", models.CharField(max_length=64, verbose_name="sidik temuan")),
                (
                    "alasan",
                    models.TextField(
                        error_messages={"blank": "Isi alasan mengapa temuan ini dibiarkan."},
                        verbose_name="alasan",
                    ),
                ),
                (
                    "dibuat",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="dibuat"
                    ),
                ),
                (
                    "laporan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="temuan_diakui",
                        to="reports.laporan",
                        verbose_name="laporan",
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="temuan_diakui",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diakui oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "temuan diakui",
                "verbose_name_plural": "temuan diakui",
                "ordering": ("laporan", "aturan", "lokasi", "id"),
            },
        ),
        migrations.CreateModel(
            name="BerkasLaporan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("lkip", "LKIP"),
                            ("pk-murni", "Perjanjian Kinerja"),
                            ("pk-perubahan", "Perjanjian Kinerja Perubahan"),
                            ("sk-iku", "Keputusan Camat tentang IKU"),
                            ("rkt", "RKT"),
                            ("renstra", "Matriks Renstra"),
                            ("rencana-aksi", "Rencana Aksi"),
                        ],
                        max_length=20,
                        verbose_name="jenis dokumen",
                    ),
                ),
                ("kunci_isi", models.CharField(max_length=64, verbose_name="sidik isi")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("antre", "Menunggu giliran"),
                            ("diproses", "Sedang dibuat"),
                            ("selesai", "Selesai"),
                            ("gagal", "Gagal"),
                        ],
                        default="antre",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("pesan", models.TextField(blank=True, verbose_name="pesan")),
                (
                    "berkas",
                    models.FileField(blank=True, max_length=200, upload_to="berkas", verbose_name="berkas"),
                ),
                (
                    "halaman",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="jumlah halaman"),
                ),
                (
                    "ukuran",
                    models.PositiveBigIntegerField(blank=True, null=True, verbose_name="ukuran (byte)"),
                ),
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
                (
                    "diminta_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diminta oleh",
                    ),
                ),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berkas_laporan",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "berkas laporan",
                "verbose_name_plural": "berkas laporan",
                "ordering": ("kecamatan", "tahun", "jenis", "dibuat", "id"),
                "indexes": [models.Index(fields=["status", "dibuat"], name="reports_ber_status_109539_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kecamatan", "tahun", "jenis", "kunci_isi"),
                        name="reports_berkaslaporan_isi",
                        violation_error_code="isi",
                        violation_error_message="Berkas dengan isi ini sudah diminta. Tunggu atau unduh berkas itu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__range", (2000, 2100))),
                        name="reports_berkaslaporan_tahun_wajar",
                        violation_error_code="tahun_wajar",
                        violation_error_message="Isi tahun antara 2000 dan 2100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Length("kunci_isi"), 64
                            )
                        ),
                        name="reports_berkaslaporan_kunci_isi_lengkap",
                        violation_error_code="kunci_isi_lengkap",
                        violation_error_message="Hitung ulang kunci isi: sidik SHA-256 terdiri atas 64 karakter.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("berkas", ""),
                                ("halaman", None),
                                ("pesan", ""),
                                ("status__in", ("antre", "diproses")),
                                ("ukuran", None),
                            ),
                            models.Q(
                                ("halaman__isnull", False),
                                ("pesan", ""),
                                ("status", "selesai"),
                                ("ukuran__isnull", False),
                                ("halaman__gt", 0),
                                ("ukuran__gt", 0),
                                models.Q(("berkas", ""), _negated=True),
                            ),
                            models.Q(
                                ("berkas", ""),
                                ("halaman", None),
                                ("status", "gagal"),
                                ("ukuran", None),
                                models.Q(("pesan", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="reports_berkaslaporan_hasil_sesuai_status",
                        violation_error_code="hasil_sesuai_status",
                        violation_error_message="Minta ulang berkas ini: hasilnya tidak sesuai dengan statusnya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dokumentasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revisi", models.PositiveIntegerField(default=1, editable=False, verbose_name="revisi")),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "foto",
                    models.FileField(
                        max_length=200, upload_to=reports.models.isi.foto_ke, verbose_name="foto"
                    ),
                ),
                ("sha256", models.CharField(editable=False, max_length=64, verbose_name="sidik foto")),
                ("lebar", models.PositiveIntegerField(editable=False, verbose_name="lebar (piksel)")),
                ("tinggi", models.PositiveIntegerField(editable=False, verbose_name="tinggi (piksel)")),
                (
                    "keterangan",
                    models.TextField(
                        error_messages={"blank": "Isi keterangan foto; pembaca layar membacakannya."},
                        verbose_name="keterangan",
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dokumentasi",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
                (
                    "kegiatan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sakip.kegiatan",
                        verbose_name="kegiatan",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sakip.program",
                        verbose_name="program",
                    ),
                ),
                (
                    "sub_kegiatan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sakip.subkegiatan",
                        verbose_name="sub kegiatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "dokumentasi",
                "verbose_name_plural": "dokumentasi",
                "ordering": ("kecamatan", "tahun", "urut", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kecamatan", "tahun", "sha256"),
                        name="reports_dokumentasi_foto",
                        violation_error_code="foto",
                        violation_error_message="Foto ini sudah ada dalam dokumentasi tahun yang sama. Pilih foto lain.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__range", (2000, 2100))),
                        name="reports_dokumentasi_tahun_wajar",
                        violation_error_code="tahun_wajar",
                        violation_error_message="Isi tahun antara 2000 dan 2100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sub_kegiatan", None), ("kegiatan__isnull", False), _connector="OR"
                        ),
                        name="reports_dokumentasi_sub_kegiatan_berkegiatan",
                        violation_error_code="sub_kegiatan_berkegiatan",
                        violation_error_message="Pilih kegiatan tempat sub kegiatan ini berada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kegiatan", None), ("program__isnull", False), _connector="OR"),
                        name="reports_dokumentasi_kegiatan_berprogram",
                        violation_error_code="kegiatan_berprogram",
                        violation_error_message="Pilih program tempat kegiatan ini berada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Length("sha256"), 64
                            )
                        ),
                        name="reports_dokumentasi_sha256_lengkap",
                        violation_error_code="sha256_lengkap",
                        violation_error_message="Hitung ulang sha256: sidik SHA-256 terdiri atas 64 karakter.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lebar__gt", 0), ("tinggi__gt", 0)),
                        name="reports_dokumentasi_berukuran",
                        violation_error_code="berukuran",
                        violation_error_message="Unggah ulang foto: ukurannya tidak terbaca.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("keterangan", ""), _negated=True),
                        name="reports_dokumentasi_keterangan_terisi",
                        violation_error_code="keterangan_terisi",
                        violation_error_message="Isi keterangan foto; pembaca layar membacakannya.",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="laporan",
            index=models.Index(fields=["tahun", "status"], name="reports_lap_tahun_b9fc50_idx"),
        ),
        migrations.AddConstraint(
            model_name="laporan",
            constraint=models.CheckConstraint(
                condition=models.Q(("tanggal", None), ("tanggal_cetak", ""), _connector="OR"),
                name="reports_laporan_satu_tanggal",
                violation_error_code="satu_tanggal",
                violation_error_message="Isi tanggal, atau tanggal seperti tercetak bila harinya tidak diketahui; jangan keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="laporan",
            constraint=models.UniqueConstraint(
                fields=("kecamatan", "tahun", "versi"),
                name="reports_laporan_versi",
                violation_error_code="versi",
                violation_error_message="Laporan versi ini sudah ada. Buka laporan yang ada, atau buat versi berikutnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="laporan",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="reports_laporan_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="laporan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("alasan_dibuka", ""), ("menggantikan", None), ("versi", 1)),
                    models.Q(
                        ("menggantikan__isnull", False),
                        ("versi__gte", 2),
                        models.Q(("alasan_dibuka", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="reports_laporan_versi_pengganti",
                violation_error_code="versi_pengganti",
                violation_error_message="Isi laporan yang digantikan dan alasannya untuk versi 2 dan seterusnya; versi 1 tanpa keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="laporan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status__in", ("draf", "dikembalikan")),
                    models.Q(("diajukan_oleh__isnull", False), ("diajukan_pada__isnull", False)),
                    _connector="OR",
                ),
                name="reports_laporan_berpengaju",
                violation_error_code="berpengaju",
                violation_error_message="Isi siapa yang mengajukan laporan dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="catatanreviu",
            constraint=models.CheckConstraint(
                condition=models.Q(("isi", ""), _negated=True),
                name="reports_catatanreviu_isi_terisi",
                violation_error_code="isi_terisi",
                violation_error_message="Isi catatan: apa yang perlu diperbaiki.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(("snapshot", ""), _negated=True),
                name="reports_arsip_snapshot_terisi",
                violation_error_code="snapshot_terisi",
                violation_error_message="Isi snapshot laporan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(("naskah", ""), _negated=True),
                name="reports_arsip_naskah_terisi",
                violation_error_code="naskah_terisi",
                violation_error_message="Isi naskah laporan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(("versi_mesin", ""), _negated=True),
                name="reports_arsip_versi_mesin_terisi",
                violation_error_code="versi_mesin_terisi",
                violation_error_message="Isi versi mesin penghitung.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(("html", ""), _negated=True),
                name="reports_arsip_html_terisi",
                violation_error_code="html_terisi",
                violation_error_message="Simpan HTML laporan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(("pdf", ""), _negated=True),
                name="reports_arsip_pdf_terisi",
                violation_error_code="pdf_terisi",
                violation_error_message="Simpan PDF laporan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(
                        django.db.models.functions.text.Length("snapshot_sha256"), 64
                    )
                ),
                name="reports_arsip_snapshot_sha256_lengkap",
                violation_error_code="snapshot_sha256_lengkap",
                violation_error_message="Hitung ulang snapshot sha256: sidik SHA-256 terdiri atas 64 karakter.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(
                        django.db.models.functions.text.Length("naskah_sha256"), 64
                    )
                ),
                name="reports_arsip_naskah_sha256_lengkap",
                violation_error_code="naskah_sha256_lengkap",
                violation_error_message="Hitung ulang naskah sha256: sidik SHA-256 terdiri atas 64 karakter.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(django.db.models.functions.text.Length("html_sha256"), 64)
                ),
                name="reports_arsip_html_sha256_lengkap",
                violation_error_code="html_sha256_lengkap",
                violation_error_message="Hitung ulang html sha256: sidik SHA-256 terdiri atas 64 karakter.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(django.db.models.functions.text.Length("pdf_sha256"), 64)
                ),
                name="reports_arsip_pdf_sha256_lengkap",
                violation_error_code="pdf_sha256_lengkap",
                violation_error_message="Hitung ulang pdf sha256: sidik SHA-256 terdiri atas 64 karakter.",
            ),
        ),
        migrations.AddConstraint(
            model_name="arsip",
            constraint=models.CheckConstraint(
                condition=models.Q(("halaman__gt", 0), ("ukuran__gt", 0)),
                name="reports_arsip_berhalaman",
                violation_error_code="berhalaman",
                violation_error_message="Buat ulang PDF: jumlah halaman atau ukurannya nol.",
            ),
        ),
        migrations.AddConstraint(
            model_name="narasi",
            constraint=models.UniqueConstraint(
                fields=("kecamatan", "tahun", "bagian", "kunci"),
                name="reports_narasi_bagian",
                violation_error_code="bagian",
                violation_error_message="Narasi untuk bagian ini sudah ada. Ubah narasi yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="narasi",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="reports_narasi_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="narasi",
            constraint=models.CheckConstraint(
                condition=models.Q(("bagian", ""), _negated=True),
                name="reports_narasi_bagian_terisi",
                violation_error_code="bagian_terisi",
                violation_error_message="Pilih bagian laporan tempat narasi ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengaturandokumen",
            constraint=models.UniqueConstraint(
                fields=("kabupaten",),
                name="reports_pengaturandokumen_kabupaten",
                violation_error_code="kabupaten",
                violation_error_message="Pengaturan dokumen kabupaten ini sudah ada. Ubah yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengaturandokumen",
            constraint=models.CheckConstraint(
                condition=models.Q(("margin_atas__range", (10, 60))),
                name="reports_pengaturandokumen_margin_atas_wajar",
                violation_error_code="margin_atas_wajar",
                violation_error_message="Isi margin atas antara 10 dan 60 mm.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengaturandokumen",
            constraint=models.CheckConstraint(
                condition=models.Q(("margin_kanan__range", (10, 60))),
                name="reports_pengaturandokumen_margin_kanan_wajar",
                violation_error_code="margin_kanan_wajar",
                violation_error_message="Isi margin kanan antara 10 dan 60 mm.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengaturandokumen",
            constraint=models.CheckConstraint(
                condition=models.Q(("margin_bawah__range", (10, 60))),
                name="reports_pengaturandokumen_margin_bawah_wajar",
                violation_error_code="margin_bawah_wajar",
                violation_error_message="Isi margin bawah antara 10 dan 60 mm.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengaturandokumen",
            constraint=models.CheckConstraint(
                condition=models.Q(("margin_kiri__range", (10, 60))),
                name="reports_pengaturandokumen_margin_kiri_wajar",
                violation_error_code="margin_kiri_wajar",
                violation_error_message="Isi margin kiri antara 10 dan 60 mm.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengaturandokumen",
            constraint=models.CheckConstraint(
                condition=models.Q(("ukuran__range", (9, 14))),
                name="reports_pengaturandokumen_ukuran_wajar",
                violation_error_code="ukuran_wajar",
                violation_error_message="Isi ukuran huruf antara 9 dan 14 pt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengaturandokumen",
            constraint=models.CheckConstraint(
                condition=models.Q(("spasi__range", (1, 2))),
                name="reports_pengaturandokumen_spasi_wajar",
                violation_error_code="spasi_wajar",
                violation_error_message="Isi spasi baris antara 1 dan 2.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tandatangan",
            constraint=models.UniqueConstraint(
                fields=("laporan",),
                name="reports_tandatangan_satu_per_laporan",
                violation_error_code="satu_per_laporan",
                violation_error_message="Laporan ini sudah ditandatangani. Perbaiki melalui versi berikutnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tandatangan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(django.db.models.functions.text.Length("sidik"), 64)
                ),
                name="reports_tandatangan_sidik_lengkap",
                violation_error_code="sidik_lengkap",
                violation_error_message="Hitung ulang sidik: sidik SHA-256 terdiri atas 64 karakter.",
            ),
        ),
        migrations.AddConstraint(
            model_name="temuandiakui",
            constraint=models.UniqueConstraint(
                fields=("laporan", "aturan", "lokasi", "sidik"),
                name="reports_temuandiakui_temuan",
                violation_error_code="temuan",
                violation_error_message="Temuan ini sudah diakui. Ubah alasan yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="temuandiakui",
            constraint=models.CheckConstraint(
                condition=models.Q(("aturan", ""), _negated=True),
                name="reports_temuandiakui_aturan_terisi",
                violation_error_code="aturan_terisi",
                violation_error_message="Isi kode aturan temuan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="temuandiakui",
            constraint=models.CheckConstraint(
                condition=models.Q(("alasan", ""), _negated=True),
                name="reports_temuandiakui_alasan_terisi",
                violation_error_code="alasan_terisi",
                violation_error_message="Isi alasan mengapa temuan ini dibiarkan.",
            ),
        ),
    ]
