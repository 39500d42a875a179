from decimal import Decimal

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import kecamatan.models.aturan
import sakip.models.realisasi


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kecamatan", "0001_awal"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Indikator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci", models.SlugField(max_length=60, verbose_name="kunci")),
                (
                    "nama",
                    models.TextField(error_messages={"blank": "Isi nama indikator."}, verbose_name="nama"),
                ),
                ("satuan", models.CharField(blank=True, max_length=50, verbose_name="satuan")),
                (
                    "jenis_nilai",
                    models.CharField(
                        choices=[("angka", "Angka"), ("huruf", "Huruf"), ("rentang", "Rentang")],
                        default="angka",
                        max_length=10,
                        verbose_name="jenis nilai",
                    ),
                ),
                (
                    "rumus",
                    models.CharField(
                        choices=[
                            ("positif", "Semakin tinggi semakin baik"),
                            ("negatif", "Semakin rendah semakin baik"),
                            ("predikat", "Huruf pada skala"),
                            ("rentang", "Terbaik di dalam rentang"),
                        ],
                        default="positif",
                        max_length=10,
                        verbose_name="rumus",
                    ),
                ),
                ("desimal", models.PositiveSmallIntegerField(default=2, verbose_name="jumlah desimal")),
                (
                    "akumulasi",
                    models.CharField(
                        choices=[
                            ("terakhir", "Nilai triwulan terakhir"),
                            ("jumlah", "Jumlah keempat triwulan"),
                            ("rata-rata", "Rata-rata keempat triwulan"),
                            ("kumulatif", "Kumulatif sampai dengan triwulan"),
                        ],
                        default="terakhir",
                        max_length=10,
                        verbose_name="akumulasi triwulan",
                    ),
                ),
                (
                    "bobot",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=7, null=True, verbose_name="bobot (%)"
                    ),
                ),
                ("pembilang", models.TextField(blank=True, verbose_name="pembilang")),
                ("penyebut", models.TextField(blank=True, verbose_name="penyebut")),
                ("formulasi", models.TextField(blank=True, verbose_name="formulasi")),
                (
                    "penjelasan",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[kecamatan.models.aturan.daftar_teks],
                        verbose_name="penjelasan",
                    ),
                ),
                (
                    "penanggung_jawab",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[kecamatan.models.aturan.daftar_teks],
                        verbose_name="penanggung jawab",
                    ),
                ),
                ("sumber_data", models.TextField(blank=True, verbose_name="sumber data")),
                ("iku", models.BooleanField(default=True, verbose_name="indikator kinerja utama")),
                (
                    "dalam_renstra",
                    models.BooleanField(default=True, verbose_name="tercetak dalam matriks Renstra"),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
            ],
            options={
                "verbose_name": "indikator",
                "verbose_name_plural": "indikator",
                "ordering": ("sasaran", "urut", "id"),
            },
        ),
        migrations.CreateModel(
            name="IndikatorTujuan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "nama",
                    models.TextField(
                        error_messages={"blank": "Isi nama indikator tujuan."}, verbose_name="nama"
                    ),
                ),
                ("satuan", models.CharField(blank=True, max_length=50, verbose_name="satuan")),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
            ],
            options={
                "verbose_name": "indikator tujuan",
                "verbose_name_plural": "indikator tujuan",
                "ordering": ("tujuan", "urut", "id"),
            },
        ),
        migrations.CreateModel(
            name="Program",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=25, verbose_name="kode")),
                ("nama", models.CharField(max_length=300, verbose_name="nama")),
                ("khusus_aceh", models.BooleanField(default=False, verbose_name="khusus Aceh")),
                ("tanpa_kode", models.BooleanField(default=False, verbose_name="tanpa kode resmi")),
            ],
            options={
                "verbose_name": "program",
                "verbose_name_plural": "program",
                "ordering": ("versi", "kode"),
            },
        ),
        migrations.CreateModel(
            name="SasaranRPJMD",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uraian",
                    models.TextField(error_messages={"blank": "Isi uraian sasaran."}, verbose_name="uraian"),
                ),
                (
                    "indikator",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[kecamatan.models.aturan.daftar_teks],
                        verbose_name="indikator",
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
            ],
            options={
                "verbose_name": "sasaran RPJMD",
                "verbose_name_plural": "sasaran RPJMD",
                "ordering": ("tujuan", "urut", "id"),
            },
        ),
        migrations.CreateModel(
            name="KeputusanIKU",
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
                ("nomor", models.CharField(blank=True, max_length=100, verbose_name="nomor")),
                ("instansi", models.CharField(blank=True, max_length=150, verbose_name="instansi")),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keputusan_iku",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
                (
                    "penandatangan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kecamatan.masajabatan",
                        verbose_name="penanda tangan",
                    ),
                ),
            ],
            options={
                "verbose_name": "keputusan IKU",
                "verbose_name_plural": "keputusan IKU",
                "ordering": ("kecamatan", "tahun"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MengingatIKU",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "keputusan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_mengingat",
                        to="sakip.keputusaniku",
                        verbose_name="keputusan IKU",
                    ),
                ),
                (
                    "peraturan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kecamatan.peraturan",
                        verbose_name="peraturan",
                    ),
                ),
            ],
            options={
                "verbose_name": "mengingat",
                "verbose_name_plural": "mengingat",
                "ordering": ("keputusan", "urut", "id"),
            },
        ),
        migrations.AddField(
            model_name="keputusaniku",
            name="mengingat",
            field=models.ManyToManyField(
                blank=True,
                related_name="+",
                through="sakip.MengingatIKU",
                to="kecamatan.peraturan",
                verbose_name="mengingat",
            ),
        ),
        migrations.CreateModel(
            name="PembandingIndikator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revisi", models.PositiveIntegerField(default=1, editable=False, verbose_name="revisi")),
                (
                    "keadaan",
                    models.CharField(
                        choices=[("terisi", "Terisi"), ("tidak tersedia", "Tidak tersedia")],
                        default="terisi",
                        max_length=15,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "angka",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="nilai (angka)"
                    ),
                ),
                ("huruf", models.CharField(blank=True, max_length=10, verbose_name="nilai (huruf)")),
                (
                    "pembilang",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="pembilang"
                    ),
                ),
                (
                    "penyebut",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="penyebut"
                    ),
                ),
                ("alasan", models.TextField(blank=True, verbose_name="alasan tidak tersedia")),
                (
                    "cetak",
                    models.CharField(blank=True, max_length=100, verbose_name="nilai seperti tercetak"),
                ),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun LKIP")),
                (
                    "lingkup",
                    models.CharField(
                        choices=[
                            ("kabupaten", "Kabupaten"),
                            ("provinsi", "Provinsi"),
                            ("nasional", "Nasional"),
                        ],
                        max_length=10,
                        verbose_name="lingkup",
                    ),
                ),
                ("tahun_nilai", models.PositiveSmallIntegerField(verbose_name="tahun nilai")),
                ("sumber", models.TextField(blank=True, verbose_name="sumber data")),
                (
                    "indikator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pembanding",
                        to="sakip.indikator",
                        verbose_name="indikator",
                    ),
                ),
            ],
            options={
                "verbose_name": "pembanding",
                "verbose_name_plural": "pembanding",
                "ordering": ("indikator", "tahun", "lingkup"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PeriodeRPJMD",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun_awal", models.PositiveSmallIntegerField(verbose_name="tahun awal")),
                ("tahun_akhir", models.PositiveSmallIntegerField(verbose_name="tahun akhir")),
                ("visi", models.TextField(blank=True, verbose_name="visi")),
                ("dasar", models.TextField(blank=True, verbose_name="dasar")),
                (
                    "kabupaten",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rpjmd",
                        to="kecamatan.kabupaten",
                        verbose_name="kabupaten",
                    ),
                ),
            ],
            options={
                "verbose_name": "periode RPJMD",
                "verbose_name_plural": "periode RPJMD",
                "ordering": ("kabupaten", "tahun_awal"),
            },
        ),
        migrations.CreateModel(
            name="MisiRPJMD",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.PositiveSmallIntegerField(verbose_name="nomor")),
                (
                    "uraian",
                    models.TextField(error_messages={"blank": "Isi uraian misi."}, verbose_name="uraian"),
                ),
                (
                    "periode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="misi",
                        to="sakip.perioderpjmd",
                        verbose_name="periode RPJMD",
                    ),
                ),
            ],
            options={
                "verbose_name": "misi RPJMD",
                "verbose_name_plural": "misi RPJMD",
                "ordering": ("periode", "nomor"),
            },
        ),
        migrations.CreateModel(
            name="PerjanjianKinerja",
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
                (
                    "jenis",
                    models.CharField(
                        choices=[("murni", "Murni"), ("perubahan", "Perubahan")],
                        default="murni",
                        max_length=10,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "versi",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="0 murni; 1, 2, … perubahan.", verbose_name="versi"
                    ),
                ),
                (
                    "alasan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("a", "Pergantian atau mutasi pejabat"),
                            ("b", "Perubahan strategi (program, kegiatan, atau alokasi anggaran)"),
                            ("c", "Perubahan prioritas atau asumsi yang berakibat signifikan"),
                        ],
                        max_length=1,
                        verbose_name="alasan perubahan",
                    ),
                ),
                ("sumber", models.TextField(blank=True, verbose_name="sumber")),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="perjanjian",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
                (
                    "pihak_kedua",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kecamatan.masajabatan",
                        verbose_name="pihak kedua",
                    ),
                ),
                (
                    "pihak_pertama",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kecamatan.masajabatan",
                        verbose_name="pihak pertama",
                    ),
                ),
            ],
            options={
                "verbose_name": "perjanjian kinerja",
                "verbose_name_plural": "perjanjian kinerja",
                "ordering": ("kecamatan", "tahun", "versi"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Kegiatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=25, verbose_name="kode")),
                ("nama", models.CharField(max_length=300, verbose_name="nama")),
                ("khusus_aceh", models.BooleanField(default=False, verbose_name="khusus Aceh")),
                ("tanpa_kode", models.BooleanField(default=False, verbose_name="tanpa kode resmi")),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kegiatan",
                        to="sakip.program",
                        verbose_name="program",
                    ),
                ),
            ],
            options={
                "verbose_name": "kegiatan",
                "verbose_name_plural": "kegiatan",
                "ordering": ("program", "kode"),
            },
        ),
        migrations.CreateModel(
            name="AnggaranPK",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "nama",
                    models.CharField(
                        error_messages={
                            "blank": "Isi nama program seperti tercetak dalam perjanjian kinerja."
                        },
                        max_length=300,
                        verbose_name="nama program",
                    ),
                ),
                (
                    "anggaran",
                    models.DecimalField(decimal_places=2, max_digits=18, verbose_name="anggaran (Rp)"),
                ),
                (
                    "sumber_dana",
                    models.CharField(blank=True, max_length=50, verbose_name="keterangan (sumber dana)"),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "perjanjian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="anggaran",
                        to="sakip.perjanjiankinerja",
                        verbose_name="perjanjian kinerja",
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
            ],
            options={
                "verbose_name": "anggaran PK",
                "verbose_name_plural": "anggaran PK",
                "ordering": ("perjanjian", "urut", "id"),
            },
        ),
        migrations.CreateModel(
            name="Realisasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revisi", models.PositiveIntegerField(default=1, editable=False, verbose_name="revisi")),
                (
                    "keadaan",
                    models.CharField(
                        choices=[("terisi", "Terisi"), ("tidak tersedia", "Tidak tersedia")],
                        default="terisi",
                        max_length=15,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "angka",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="nilai (angka)"
                    ),
                ),
                ("huruf", models.CharField(blank=True, max_length=10, verbose_name="nilai (huruf)")),
                (
                    "pembilang",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="pembilang"
                    ),
                ),
                (
                    "penyebut",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="penyebut"
                    ),
                ),
                ("alasan", models.TextField(blank=True, verbose_name="alasan tidak tersedia")),
                (
                    "cetak",
                    models.CharField(blank=True, max_length=100, verbose_name="nilai seperti tercetak"),
                ),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "triwulan",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Setahun"),
                            (1, "Triwulan I"),
                            (2, "Triwulan II"),
                            (3, "Triwulan III"),
                            (4, "Triwulan IV"),
                        ],
                        default=0,
                        error_messages={"invalid_choice": "Isi triwulan 1 sampai 4, atau 0 untuk setahun."},
                        verbose_name="triwulan",
                    ),
                ),
                ("catatan", models.TextField(blank=True, verbose_name="catatan")),
                ("sumber", models.TextField(blank=True, verbose_name="sumber data")),
                (
                    "indikator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="realisasi",
                        to="sakip.indikator",
                        verbose_name="indikator",
                    ),
                ),
            ],
            options={
                "verbose_name": "realisasi",
                "verbose_name_plural": "realisasi",
                "ordering": ("indikator", "tahun", "triwulan"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BuktiDukung",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=150, verbose_name="nama berkas")),
                (
                    "berkas",
                    models.FileField(
                        max_length=300, upload_to=sakip.models.realisasi.bukti_ke, verbose_name="berkas"
                    ),
                ),
                ("sha256", models.CharField(editable=False, max_length=64, verbose_name="sidik berkas")),
                ("ukuran", models.PositiveBigIntegerField(editable=False, verbose_name="ukuran (byte)")),
                (
                    "diunggah",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="diunggah"),
                ),
                (
                    "diunggah_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diunggah oleh",
                    ),
                ),
                (
                    "realisasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bukti",
                        to="sakip.realisasi",
                        verbose_name="realisasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "bukti dukung",
                "verbose_name_plural": "bukti dukung",
                "ordering": ("realisasi", "diunggah", "id"),
            },
        ),
        migrations.CreateModel(
            name="RencanaAksi",
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
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rencana_aksi",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
                (
                    "penandatangan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kecamatan.masajabatan",
                        verbose_name="penanda tangan",
                    ),
                ),
            ],
            options={
                "verbose_name": "rencana aksi",
                "verbose_name_plural": "rencana aksi",
                "ordering": ("kecamatan", "tahun"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BarisRencanaAksi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sasaran",
                    models.TextField(
                        error_messages={"blank": "Isi sasaran seperti tercetak dalam rencana aksi."},
                        verbose_name="sasaran",
                    ),
                ),
                (
                    "indikator",
                    models.TextField(
                        error_messages={"blank": "Isi indikator seperti tercetak dalam rencana aksi."},
                        verbose_name="indikator",
                    ),
                ),
                ("satuan", models.CharField(blank=True, max_length=50, verbose_name="satuan")),
                (
                    "akumulasi",
                    models.CharField(
                        choices=[
                            ("terakhir", "Nilai triwulan terakhir"),
                            ("jumlah", "Jumlah keempat triwulan"),
                            ("rata-rata", "Rata-rata keempat triwulan"),
                            ("kumulatif", "Kumulatif sampai dengan triwulan"),
                        ],
                        default="kumulatif",
                        max_length=10,
                        verbose_name="akumulasi triwulan",
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "acuan_indikator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sakip.indikator",
                        verbose_name="indikator Renstra",
                    ),
                ),
                (
                    "rencana_aksi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="baris",
                        to="sakip.rencanaaksi",
                        verbose_name="rencana aksi",
                    ),
                ),
            ],
            options={
                "verbose_name": "baris rencana aksi",
                "verbose_name_plural": "baris rencana aksi",
                "ordering": ("rencana_aksi", "urut", "id"),
            },
        ),
        migrations.CreateModel(
            name="Renstra",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revisi", models.PositiveIntegerField(default=1, editable=False, verbose_name="revisi")),
                ("tahun_awal", models.PositiveSmallIntegerField(verbose_name="tahun awal")),
                ("tahun_akhir", models.PositiveSmallIntegerField(verbose_name="tahun akhir")),
                (
                    "versi",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="0 awal; 1, 2, … perubahan.", verbose_name="versi"
                    ),
                ),
                ("dasar", models.TextField(blank=True, verbose_name="dasar")),
                ("tanggal", models.DateField(blank=True, null=True, verbose_name="tanggal")),
                ("sumber", models.TextField(blank=True, verbose_name="sumber")),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="renstra",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
                (
                    "misi_diacu",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="renstra",
                        to="sakip.misirpjmd",
                        verbose_name="misi yang diacu",
                    ),
                ),
                (
                    "periode_rpjmd",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="renstra",
                        to="sakip.perioderpjmd",
                        verbose_name="RPJMD",
                    ),
                ),
            ],
            options={
                "verbose_name": "Renstra",
                "verbose_name_plural": "Renstra",
                "ordering": ("kecamatan", "tahun_awal", "versi"),
            },
        ),
        migrations.AddField(
            model_name="indikator",
            name="renstra",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="indikator",
                to="sakip.renstra",
                verbose_name="Renstra",
            ),
        ),
        migrations.CreateModel(
            name="RKT",
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
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rkt",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
                (
                    "penandatangan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kecamatan.masajabatan",
                        verbose_name="penanda tangan",
                    ),
                ),
            ],
            options={
                "verbose_name": "RKT",
                "verbose_name_plural": "RKT",
                "ordering": ("kecamatan", "tahun"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Sasaran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci", models.SlugField(max_length=60, verbose_name="kunci")),
                (
                    "uraian",
                    models.TextField(error_messages={"blank": "Isi uraian sasaran."}, verbose_name="uraian"),
                ),
                (
                    "bobot",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=7, null=True, verbose_name="bobot (%)"
                    ),
                ),
                (
                    "strategi",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[kecamatan.models.aturan.daftar_teks],
                        verbose_name="strategi",
                    ),
                ),
                (
                    "kebijakan",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[kecamatan.models.aturan.daftar_teks],
                        verbose_name="kebijakan",
                    ),
                ),
                (
                    "program_teks",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[kecamatan.models.aturan.daftar_teks],
                        verbose_name="program seperti tercetak",
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "renstra",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sasaran",
                        to="sakip.renstra",
                        verbose_name="Renstra",
                    ),
                ),
                (
                    "sasaran_rpjmd",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sasaran",
                        to="sakip.sasaranrpjmd",
                        verbose_name="sasaran RPJMD",
                    ),
                ),
            ],
            options={
                "verbose_name": "sasaran",
                "verbose_name_plural": "sasaran",
                "ordering": ("renstra", "urut", "id"),
            },
        ),
        migrations.AddField(
            model_name="indikator",
            name="sasaran",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="indikator",
                to="sakip.sasaran",
                verbose_name="sasaran",
            ),
        ),
        migrations.CreateModel(
            name="DukunganProgram",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dukungan",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dukungan",
                        to="sakip.program",
                        verbose_name="program",
                    ),
                ),
                (
                    "sasaran",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dukungan",
                        to="sakip.sasaran",
                        verbose_name="sasaran",
                    ),
                ),
            ],
            options={
                "verbose_name": "dukungan program",
                "verbose_name_plural": "dukungan program",
                "ordering": ("kecamatan", "tahun", "urut", "id"),
            },
        ),
        migrations.CreateModel(
            name="BarisPK",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "angka",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="target (angka)"
                    ),
                ),
                ("huruf", models.CharField(blank=True, max_length=10, verbose_name="target (huruf)")),
                (
                    "bawah",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=20,
                        null=True,
                        verbose_name="target (batas bawah)",
                    ),
                ),
                (
                    "atas",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=20,
                        null=True,
                        verbose_name="target (batas atas)",
                    ),
                ),
                (
                    "cetak",
                    models.CharField(blank=True, max_length=100, verbose_name="target seperti tercetak"),
                ),
                (
                    "sasaran",
                    models.TextField(
                        error_messages={"blank": "Isi sasaran seperti tercetak dalam perjanjian kinerja."},
                        verbose_name="sasaran",
                    ),
                ),
                (
                    "indikator",
                    models.TextField(
                        error_messages={"blank": "Isi indikator seperti tercetak dalam perjanjian kinerja."},
                        verbose_name="indikator",
                    ),
                ),
                ("satuan", models.CharField(blank=True, max_length=50, verbose_name="satuan")),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "acuan_indikator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sakip.indikator",
                        verbose_name="indikator Renstra",
                    ),
                ),
                (
                    "perjanjian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="baris",
                        to="sakip.perjanjiankinerja",
                        verbose_name="perjanjian kinerja",
                    ),
                ),
                (
                    "acuan_sasaran",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sakip.sasaran",
                        verbose_name="sasaran Renstra",
                    ),
                ),
            ],
            options={
                "verbose_name": "baris PK",
                "verbose_name_plural": "baris PK",
                "ordering": ("perjanjian", "urut", "id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SasaranRKT",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "angka",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="target (angka)"
                    ),
                ),
                ("huruf", models.CharField(blank=True, max_length=10, verbose_name="target (huruf)")),
                (
                    "bawah",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=20,
                        null=True,
                        verbose_name="target (batas bawah)",
                    ),
                ),
                (
                    "atas",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=20,
                        null=True,
                        verbose_name="target (batas atas)",
                    ),
                ),
                (
                    "cetak",
                    models.CharField(blank=True, max_length=100, verbose_name="target seperti tercetak"),
                ),
                (
                    "sasaran",
                    models.TextField(
                        error_messages={"blank": "Isi sasaran seperti tercetak dalam RKT."},
                        verbose_name="sasaran",
                    ),
                ),
                (
                    "indikator",
                    models.TextField(
                        error_messages={"blank": "Isi indikator seperti tercetak dalam RKT."},
                        verbose_name="indikator",
                    ),
                ),
                ("satuan", models.CharField(blank=True, max_length=50, verbose_name="satuan")),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "acuan_indikator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sakip.indikator",
                        verbose_name="indikator Renstra",
                    ),
                ),
                (
                    "rkt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sasaran",
                        to="sakip.rkt",
                        verbose_name="RKT",
                    ),
                ),
            ],
            options={
                "verbose_name": "sasaran RKT",
                "verbose_name_plural": "sasaran RKT",
                "ordering": ("rkt", "urut", "id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Skala",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.SlugField(max_length=40, verbose_name="kode")),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                (
                    "dasar",
                    models.TextField(
                        error_messages={"blank": "Isi dasar skala: peraturan atau dokumen yang memuatnya."},
                        verbose_name="dasar",
                    ),
                ),
                (
                    "untuk",
                    models.CharField(
                        choices=[("capaian", "Capaian (persen)"), ("huruf", "Nilai huruf")],
                        max_length=10,
                        verbose_name="dipakai untuk",
                    ),
                ),
            ],
            options={
                "verbose_name": "skala",
                "verbose_name_plural": "skala",
                "ordering": ("kode",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kode",),
                        name="sakip_skala_kode",
                        violation_error_code="kode",
                        violation_error_message="Kode skala ini sudah dipakai. Pilih kode lain.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("dasar", ""), _negated=True),
                        name="sakip_skala_dasar_terisi",
                        violation_error_code="dasar_terisi",
                        violation_error_message="Isi dasar skala: peraturan atau dokumen yang memuatnya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KebijakanPengukuran",
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
                    "batas_atas",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=10, null=True, verbose_name="batas atas (%)"
                    ),
                ),
                (
                    "batas_bawah",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=10, null=True, verbose_name="batas bawah (%)"
                    ),
                ),
                ("desimal", models.PositiveSmallIntegerField(default=2, verbose_name="jumlah desimal")),
                ("dasar", models.TextField(blank=True, verbose_name="dasar")),
                (
                    "batas_waktu_lkip",
                    models.DateField(blank=True, null=True, verbose_name="batas waktu penyampaian LKIP"),
                ),
                (
                    "kabupaten",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kebijakan",
                        to="kecamatan.kabupaten",
                        verbose_name="kabupaten",
                    ),
                ),
                (
                    "skala",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kebijakan",
                        to="sakip.skala",
                        verbose_name="skala capaian",
                    ),
                ),
            ],
            options={
                "verbose_name": "kebijakan pengukuran",
                "verbose_name_plural": "kebijakan pengukuran",
                "ordering": ("kabupaten", "tahun"),
            },
        ),
        migrations.CreateModel(
            name="KategoriSkala",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=20, verbose_name="kode")),
                ("label", models.CharField(max_length=50, verbose_name="sebutan")),
                (
                    "batas",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=10, null=True, verbose_name="batas bawah"
                    ),
                ),
                ("tertutup", models.BooleanField(default=False, verbose_name="batas termasuk kategori")),
                (
                    "rentang_cetak",
                    models.CharField(blank=True, max_length=50, verbose_name="rentang seperti tercetak"),
                ),
                (
                    "skala",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kategori",
                        to="sakip.skala",
                        verbose_name="skala",
                    ),
                ),
            ],
            options={
                "verbose_name": "kategori skala",
                "verbose_name_plural": "kategori skala",
                "ordering": ("skala", models.OrderBy(models.F("batas"), descending=True, nulls_last=True)),
            },
        ),
        migrations.AddField(
            model_name="indikator",
            name="skala",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="indikator",
                to="sakip.skala",
                verbose_name="skala",
            ),
        ),
        migrations.CreateModel(
            name="SubKegiatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=25, verbose_name="kode")),
                ("nama", models.CharField(max_length=300, verbose_name="nama")),
                ("khusus_aceh", models.BooleanField(default=False, verbose_name="khusus Aceh")),
                ("tanpa_kode", models.BooleanField(default=False, verbose_name="tanpa kode resmi")),
                ("indikator", models.TextField(blank=True, verbose_name="indikator")),
                ("satuan", models.CharField(blank=True, max_length=50, verbose_name="satuan")),
                ("kode_dikonfirmasi", models.BooleanField(default=False, verbose_name="kode dikonfirmasi")),
                (
                    "kegiatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sub_kegiatan",
                        to="sakip.kegiatan",
                        verbose_name="kegiatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "sub kegiatan",
                "verbose_name_plural": "sub kegiatan",
                "ordering": ("kegiatan", "kode"),
            },
        ),
        migrations.CreateModel(
            name="KegiatanRencanaAksi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("indikator", models.TextField(blank=True, verbose_name="indikator")),
                ("satuan", models.CharField(blank=True, max_length=50, verbose_name="satuan")),
                (
                    "triwulan_1",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="triwulan I"
                    ),
                ),
                (
                    "triwulan_2",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="triwulan II"
                    ),
                ),
                (
                    "triwulan_3",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="triwulan III"
                    ),
                ),
                (
                    "triwulan_4",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="triwulan IV"
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "baris",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kegiatan",
                        to="sakip.barisrencanaaksi",
                        verbose_name="baris rencana aksi",
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
                "verbose_name": "kegiatan rencana aksi",
                "verbose_name_plural": "kegiatan rencana aksi",
                "ordering": ("baris", "urut", "id"),
            },
        ),
        migrations.CreateModel(
            name="BarisRKT",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "anggaran",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=18, null=True, verbose_name="anggaran (Rp)"
                    ),
                ),
                (
                    "penanggung_jawab",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[kecamatan.models.aturan.daftar_teks],
                        verbose_name="penanggung jawab",
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sakip.program",
                        verbose_name="program",
                    ),
                ),
                (
                    "rkt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="baris",
                        to="sakip.rkt",
                        verbose_name="RKT",
                    ),
                ),
                (
                    "acuan_sasaran",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sakip.sasaran",
                        verbose_name="sasaran",
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
                "verbose_name": "baris RKT",
                "verbose_name_plural": "baris RKT",
                "ordering": ("rkt", "urut", "id"),
            },
        ),
        migrations.CreateModel(
            name="Anggaran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revisi", models.PositiveIntegerField(default=1, editable=False, verbose_name="revisi")),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("rinci", models.BooleanField(default=True, verbose_name="dirinci dalam dokumen")),
                (
                    "pagu_murni",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=18, null=True, verbose_name="pagu murni (Rp)"
                    ),
                ),
                (
                    "pagu_perubahan",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=18,
                        null=True,
                        verbose_name="pagu perubahan (Rp)",
                    ),
                ),
                (
                    "realisasi",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=18, null=True, verbose_name="realisasi (Rp)"
                    ),
                ),
                ("keterangan", models.TextField(blank=True, verbose_name="keterangan")),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anggaran",
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
                "verbose_name": "anggaran",
                "verbose_name_plural": "anggaran",
                "ordering": ("kecamatan", "tahun", "urut", "id"),
            },
        ),
        migrations.CreateModel(
            name="TargetRenstra",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "angka",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="target (angka)"
                    ),
                ),
                ("huruf", models.CharField(blank=True, max_length=10, verbose_name="target (huruf)")),
                (
                    "bawah",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=20,
                        null=True,
                        verbose_name="target (batas bawah)",
                    ),
                ),
                (
                    "atas",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=20,
                        null=True,
                        verbose_name="target (batas atas)",
                    ),
                ),
                (
                    "cetak",
                    models.CharField(blank=True, max_length=100, verbose_name="target seperti tercetak"),
                ),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "indikator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="target",
                        to="sakip.indikator",
                        verbose_name="indikator",
                    ),
                ),
            ],
            options={
                "verbose_name": "target Renstra",
                "verbose_name_plural": "target Renstra",
                "ordering": ("indikator", "tahun"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TargetTriwulan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "angka",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="target (angka)"
                    ),
                ),
                ("huruf", models.CharField(blank=True, max_length=10, verbose_name="target (huruf)")),
                (
                    "bawah",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=20,
                        null=True,
                        verbose_name="target (batas bawah)",
                    ),
                ),
                (
                    "atas",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=20,
                        null=True,
                        verbose_name="target (batas atas)",
                    ),
                ),
                (
                    "cetak",
                    models.CharField(blank=True, max_length=100, verbose_name="target seperti tercetak"),
                ),
                ("triwulan", models.PositiveSmallIntegerField(verbose_name="triwulan")),
                (
                    "baris",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="target",
                        to="sakip.barisrencanaaksi",
                        verbose_name="baris rencana aksi",
                    ),
                ),
            ],
            options={
                "verbose_name": "target triwulan",
                "verbose_name_plural": "target triwulan",
                "ordering": ("baris", "triwulan"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TargetTujuan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "angka",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="target (angka)"
                    ),
                ),
                ("huruf", models.CharField(blank=True, max_length=10, verbose_name="target (huruf)")),
                (
                    "bawah",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=20,
                        null=True,
                        verbose_name="target (batas bawah)",
                    ),
                ),
                (
                    "atas",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=20,
                        null=True,
                        verbose_name="target (batas atas)",
                    ),
                ),
                (
                    "cetak",
                    models.CharField(blank=True, max_length=100, verbose_name="target seperti tercetak"),
                ),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "indikator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="target",
                        to="sakip.indikatortujuan",
                        verbose_name="indikator tujuan",
                    ),
                ),
            ],
            options={
                "verbose_name": "target tujuan",
                "verbose_name_plural": "target tujuan",
                "ordering": ("indikator", "tahun"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Tujuan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci", models.SlugField(max_length=60, verbose_name="kunci")),
                (
                    "uraian",
                    models.TextField(error_messages={"blank": "Isi uraian tujuan."}, verbose_name="uraian"),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "renstra",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tujuan",
                        to="sakip.renstra",
                        verbose_name="Renstra",
                    ),
                ),
            ],
            options={
                "verbose_name": "tujuan",
                "verbose_name_plural": "tujuan",
                "ordering": ("renstra", "urut", "id"),
            },
        ),
        migrations.AddField(
            model_name="sasaran",
            name="tujuan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sasaran",
                to="sakip.tujuan",
                verbose_name="tujuan",
            ),
        ),
        migrations.AddField(
            model_name="indikatortujuan",
            name="tujuan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="indikator",
                to="sakip.tujuan",
                verbose_name="tujuan",
            ),
        ),
        migrations.CreateModel(
            name="TujuanRPJMD",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uraian",
                    models.TextField(error_messages={"blank": "Isi uraian tujuan."}, verbose_name="uraian"),
                ),
                (
                    "indikator",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[kecamatan.models.aturan.daftar_teks],
                        verbose_name="indikator",
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "misi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tujuan",
                        to="sakip.misirpjmd",
                        verbose_name="misi",
                    ),
                ),
            ],
            options={
                "verbose_name": "tujuan RPJMD",
                "verbose_name_plural": "tujuan RPJMD",
                "ordering": ("misi", "urut", "id"),
            },
        ),
        migrations.AddField(
            model_name="sasaranrpjmd",
            name="tujuan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sasaran",
                to="sakip.tujuanrpjmd",
                verbose_name="tujuan",
            ),
        ),
        migrations.CreateModel(
            name="VersiNomenklatur",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.SlugField(max_length=20, verbose_name="kode")),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                ("dasar", models.TextField(blank=True, verbose_name="dasar")),
                ("tahun_awal", models.PositiveSmallIntegerField(verbose_name="tahun awal")),
                (
                    "tahun_akhir",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tahun akhir"),
                ),
            ],
            options={
                "verbose_name": "versi nomenklatur",
                "verbose_name_plural": "versi nomenklatur",
                "ordering": ("tahun_awal",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kode",),
                        name="sakip_versinomenklatur_kode",
                        violation_error_code="kode",
                        violation_error_message="Kode versi ini sudah dipakai. Pilih kode lain.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun_awal__range", (2000, 2100))),
                        name="sakip_versinomenklatur_tahun_awal_wajar",
                        violation_error_code="tahun_awal_wajar",
                        violation_error_message="Isi tahun awal antara 2000 dan 2100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun_akhir__gte", models.F("tahun_awal"))),
                        name="sakip_versinomenklatur_tahun_urut",
                        violation_error_code="tahun_urut",
                        violation_error_message="Isi tahun akhir yang tidak lebih awal daripada tahun awalnya.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="program",
            name="versi",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="program",
                to="sakip.versinomenklatur",
                verbose_name="versi nomenklatur",
            ),
        ),
        migrations.CreateModel(
            name="AnggaranLalu",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "pagu",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=18, null=True, verbose_name="pagu (Rp)"
                    ),
                ),
                (
                    "realisasi",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=18, null=True, verbose_name="realisasi (Rp)"
                    ),
                ),
                ("sumber", models.TextField(blank=True, verbose_name="sumber")),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anggaran_lalu",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "anggaran tahun lalu",
                "verbose_name_plural": "anggaran tahun lalu",
                "ordering": ("kecamatan", "tahun"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kecamatan", "tahun"),
                        name="sakip_anggaranlalu_tahun",
                        violation_error_code="tahun",
                        violation_error_message="Anggaran tahun ini sudah ada. Ubah catatan yang ada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__range", (2000, 2100))),
                        name="sakip_anggaranlalu_tahun_wajar",
                        violation_error_code="tahun_wajar",
                        violation_error_message="Isi tahun antara 2000 dan 2100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pagu__range", (Decimal("0"), Decimal("9999999999999.99")))),
                        name="sakip_anggaranlalu_pagu_wajar",
                        violation_error_code="pagu_wajar",
                        violation_error_message="Isi pagu dari Rp0 sampai Rp9.999.999.999.999,99.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("realisasi__range", (Decimal("0"), Decimal("9999999999999.99")))),
                        name="sakip_anggaranlalu_realisasi_wajar",
                        violation_error_code="realisasi_wajar",
                        violation_error_message="Isi realisasi dari Rp0 sampai Rp9.999.999.999.999,99.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Belanja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("kode", models.SlugField(max_length=40, verbose_name="kode")),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                (
                    "pagu",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=18, null=True, verbose_name="pagu (Rp)"
                    ),
                ),
                (
                    "realisasi",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=18, null=True, verbose_name="realisasi (Rp)"
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "induk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rincian",
                        to="sakip.belanja",
                        verbose_name="kelompok",
                    ),
                ),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="belanja",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "belanja",
                "verbose_name_plural": "belanja",
                "ordering": ("kecamatan", "tahun", "urut", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kecamatan", "tahun", "kode"),
                        name="sakip_belanja_kode",
                        violation_error_code="kode",
                        violation_error_message="Jenis belanja ini sudah ada pada tahun yang sama. Ubah baris yang ada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__range", (2000, 2100))),
                        name="sakip_belanja_tahun_wajar",
                        violation_error_code="tahun_wajar",
                        violation_error_message="Isi tahun antara 2000 dan 2100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pagu__range", (Decimal("0"), Decimal("9999999999999.99")))),
                        name="sakip_belanja_pagu_wajar",
                        violation_error_code="pagu_wajar",
                        violation_error_message="Isi pagu dari Rp0 sampai Rp9.999.999.999.999,99.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("realisasi__range", (Decimal("0"), Decimal("9999999999999.99")))),
                        name="sakip_belanja_realisasi_wajar",
                        violation_error_code="realisasi_wajar",
                        violation_error_message="Isi realisasi dari Rp0 sampai Rp9.999.999.999.999,99.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndikatorBarisRKT",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uraian",
                    models.TextField(
                        error_messages={"blank": "Isi uraian indikator."}, verbose_name="uraian"
                    ),
                ),
                ("target", models.CharField(blank=True, max_length=100, verbose_name="target")),
                ("satuan", models.CharField(blank=True, max_length=50, verbose_name="satuan")),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "baris",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indikator",
                        to="sakip.barisrkt",
                        verbose_name="baris RKT",
                    ),
                ),
            ],
            options={
                "verbose_name": "indikator baris RKT",
                "verbose_name_plural": "indikator baris RKT",
                "ordering": ("baris", "urut", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("uraian", ""), _negated=True),
                        name="sakip_indikatorbarisrkt_uraian_terisi",
                        violation_error_code="uraian_terisi",
                        violation_error_message="Isi uraian indikator.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Keluaran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[("output", "Keluaran (output)"), ("outcome", "Hasil (outcome)")],
                        default="output",
                        max_length=10,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "uraian",
                    models.TextField(
                        error_messages={"blank": "Isi uraian keluaran atau hasil."}, verbose_name="uraian"
                    ),
                ),
                ("satuan", models.CharField(blank=True, max_length=50, verbose_name="satuan")),
                (
                    "target",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="target"
                    ),
                ),
                (
                    "target_cetak",
                    models.CharField(blank=True, max_length=200, verbose_name="target seperti tercetak"),
                ),
                (
                    "realisasi",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="realisasi"
                    ),
                ),
                (
                    "realisasi_cetak",
                    models.CharField(blank=True, max_length=200, verbose_name="realisasi seperti tercetak"),
                ),
                (
                    "keadaan",
                    models.CharField(
                        choices=[
                            ("belum diisi", "Belum diisi"),
                            ("tidak tersedia", "Tidak tersedia"),
                            ("terisi", "Terisi"),
                        ],
                        default="belum diisi",
                        max_length=15,
                        verbose_name="keadaan realisasi",
                    ),
                ),
                ("keterangan", models.TextField(blank=True, verbose_name="keterangan")),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "anggaran",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keluaran",
                        to="sakip.anggaran",
                        verbose_name="anggaran",
                    ),
                ),
            ],
            options={
                "verbose_name": "keluaran",
                "verbose_name_plural": "keluaran",
                "ordering": ("anggaran", "urut", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("uraian", ""), _negated=True),
                        name="sakip_keluaran_uraian_terisi",
                        violation_error_code="uraian_terisi",
                        violation_error_message="Isi uraian keluaran atau hasil.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("keadaan", "terisi"),
                                models.Q(
                                    ("realisasi__isnull", False),
                                    models.Q(("realisasi_cetak", ""), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            models.Q(
                                ("keadaan__in", ("belum diisi", "tidak tersedia")),
                                ("realisasi", None),
                                ("realisasi_cetak", ""),
                            ),
                            _connector="OR",
                        ),
                        name="sakip_keluaran_realisasi_sesuai_keadaan",
                        violation_error_code="realisasi_sesuai_keadaan",
                        violation_error_message='Isi realisasi dan pilih keadaan "terisi", atau kosongkan realisasi.',
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ButirIKU",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("tugas", "Tugas"),
                            ("fungsi", "Fungsi"),
                            ("tujuan", "Tujuan"),
                            ("indikator_tujuan", "Indikator tujuan"),
                        ],
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "uraian",
                    models.TextField(
                        error_messages={"blank": "Isi uraian butir, atau hapus butir ini."},
                        verbose_name="uraian",
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "keputusan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="butir",
                        to="sakip.keputusaniku",
                        verbose_name="keputusan IKU",
                    ),
                ),
            ],
            options={
                "verbose_name": "butir keputusan IKU",
                "verbose_name_plural": "butir keputusan IKU",
                "ordering": ("keputusan", "jenis", "urut", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("uraian", ""), _negated=True),
                        name="sakip_butiriku_uraian_terisi",
                        violation_error_code="uraian_terisi",
                        violation_error_message="Isi uraian butir, atau hapus butir ini.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BarisIKU",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sasaran",
                    models.TextField(
                        error_messages={"blank": "Isi sasaran seperti tercetak dalam keputusan."},
                        verbose_name="sasaran",
                    ),
                ),
                (
                    "indikator",
                    models.TextField(
                        error_messages={"blank": "Isi indikator seperti tercetak dalam keputusan."},
                        verbose_name="indikator",
                    ),
                ),
                ("satuan", models.CharField(blank=True, max_length=50, verbose_name="satuan")),
                ("pembilang", models.TextField(blank=True, verbose_name="pembilang")),
                ("penyebut", models.TextField(blank=True, verbose_name="penyebut")),
                ("formulasi", models.TextField(blank=True, verbose_name="formulasi")),
                (
                    "penjelasan",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[kecamatan.models.aturan.daftar_teks],
                        verbose_name="penjelasan",
                    ),
                ),
                (
                    "penanggung_jawab",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[kecamatan.models.aturan.daftar_teks],
                        verbose_name="penanggung jawab",
                    ),
                ),
                ("sumber_data", models.TextField(blank=True, verbose_name="sumber data")),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "acuan_indikator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sakip.indikator",
                        verbose_name="indikator Renstra",
                    ),
                ),
                (
                    "keputusan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="baris",
                        to="sakip.keputusaniku",
                        verbose_name="keputusan IKU",
                    ),
                ),
            ],
            options={
                "verbose_name": "baris IKU",
                "verbose_name_plural": "baris IKU",
                "ordering": ("keputusan", "urut", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sasaran", ""), _negated=True),
                        name="sakip_barisiku_sasaran_terisi",
                        violation_error_code="sasaran_terisi",
                        violation_error_message="Isi sasaran seperti tercetak dalam keputusan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("indikator", ""), _negated=True),
                        name="sakip_barisiku_indikator_terisi",
                        violation_error_code="indikator_terisi",
                        violation_error_message="Isi indikator seperti tercetak dalam keputusan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("pembilang", ""), ("penyebut", "")),
                            models.Q(
                                models.Q(("pembilang", ""), _negated=True),
                                models.Q(("penyebut", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="sakip_barisiku_pecahan_utuh",
                        violation_error_code="pecahan_utuh",
                        violation_error_message="Isi pembilang dan penyebut, atau kosongkan keduanya.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="mengingatiku",
            constraint=models.UniqueConstraint(
                fields=("keputusan", "peraturan"),
                name="sakip_mengingatiku_peraturan",
                violation_error_code="peraturan",
                violation_error_message='Peraturan ini sudah ada dalam "Mengingat". Hapus salah satu.',
            ),
        ),
        migrations.AddConstraint(
            model_name="keputusaniku",
            constraint=models.CheckConstraint(
                condition=models.Q(("tanggal", None), ("tanggal_cetak", ""), _connector="OR"),
                name="sakip_keputusaniku_satu_tanggal",
                violation_error_code="satu_tanggal",
                violation_error_message="Isi tanggal, atau tanggal seperti tercetak bila harinya tidak diketahui; jangan keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="keputusaniku",
            constraint=models.UniqueConstraint(
                fields=("kecamatan", "tahun"),
                name="sakip_keputusaniku_tahun",
                violation_error_code="tahun",
                violation_error_message="Keputusan IKU tahun ini sudah ada. Ubah keputusan yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="keputusaniku",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="sakip_keputusaniku_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddIndex(
            model_name="pembandingindikator",
            index=models.Index(fields=["tahun", "indikator"], name="sakip_pemba_tahun_ecb7c4_idx"),
        ),
        migrations.AddConstraint(
            model_name="pembandingindikator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("alasan", ""),
                        ("keadaan", "terisi"),
                        models.Q(
                            models.Q(
                                ("angka__isnull", False),
                                ("huruf", ""),
                                ("pembilang", None),
                                ("penyebut", None),
                            ),
                            models.Q(
                                models.Q(("angka__isnull", False), _negated=True),
                                models.Q(("huruf", ""), _negated=True),
                                ("pembilang", None),
                                ("penyebut", None),
                            ),
                            models.Q(
                                models.Q(("angka__isnull", False), _negated=True),
                                ("huruf", ""),
                                ("pembilang__isnull", False),
                                ("penyebut__isnull", False),
                            ),
                            _connector="OR",
                        ),
                    ),
                    models.Q(
                        ("keadaan", "tidak tersedia"),
                        models.Q(("alasan", ""), _negated=True),
                        models.Q(("angka__isnull", False), _negated=True),
                        ("huruf", ""),
                        ("pembilang", None),
                        ("penyebut", None),
                    ),
                    _connector="OR",
                ),
                name="sakip_pembandingindikator_nilai_sesuai_keadaan",
                violation_error_code="nilai_sesuai_keadaan",
                violation_error_message='Isi nilai dengan satu cara saja (angka, huruf, atau pembilang dan penyebut), atau pilih "tidak tersedia" dan isi alasannya.',
            ),
        ),
        migrations.AddConstraint(
            model_name="pembandingindikator",
            constraint=models.CheckConstraint(
                condition=models.Q(("penyebut__gt", 0)),
                name="sakip_pembandingindikator_penyebut_positif",
                violation_error_code="penyebut_positif",
                violation_error_message="Isi penyebut lebih dari 0.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pembandingindikator",
            constraint=models.UniqueConstraint(
                fields=("indikator", "tahun", "lingkup"),
                name="sakip_pembandingindikator_lingkup",
                violation_error_code="lingkup",
                violation_error_message="Pembanding lingkup ini sudah ada untuk indikator dan tahun yang sama. Ubah yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pembandingindikator",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="sakip_pembandingindikator_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pembandingindikator",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun_nilai__range", (2000, 2100))),
                name="sakip_pembandingindikator_tahun_nilai_wajar",
                violation_error_code="tahun_nilai_wajar",
                violation_error_message="Isi tahun nilai antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perioderpjmd",
            constraint=models.UniqueConstraint(
                fields=("kabupaten", "tahun_awal"),
                name="sakip_perioderpjmd_tahun_awal",
                violation_error_code="tahun_awal",
                violation_error_message="RPJMD yang dimulai pada tahun ini sudah ada. Ubah catatan yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perioderpjmd",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun_awal__range", (2000, 2100))),
                name="sakip_perioderpjmd_tahun_awal_wajar",
                violation_error_code="tahun_awal_wajar",
                violation_error_message="Isi tahun awal antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perioderpjmd",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun_akhir__range", (2000, 2100))),
                name="sakip_perioderpjmd_tahun_akhir_wajar",
                violation_error_code="tahun_akhir_wajar",
                violation_error_message="Isi tahun akhir antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perioderpjmd",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun_akhir__gte", models.F("tahun_awal"))),
                name="sakip_perioderpjmd_tahun_urut",
                violation_error_code="tahun_urut",
                violation_error_message="Isi tahun akhir yang tidak lebih awal daripada tahun awalnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="misirpjmd",
            constraint=models.UniqueConstraint(
                fields=("periode", "nomor"),
                name="sakip_misirpjmd_nomor",
                violation_error_code="nomor",
                violation_error_message="Nomor misi ini sudah dipakai. Pilih nomor lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="misirpjmd",
            constraint=models.CheckConstraint(
                condition=models.Q(("uraian", ""), _negated=True),
                name="sakip_misirpjmd_uraian_terisi",
                violation_error_code="uraian_terisi",
                violation_error_message="Isi uraian misi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perjanjiankinerja",
            constraint=models.CheckConstraint(
                condition=models.Q(("tanggal", None), ("tanggal_cetak", ""), _connector="OR"),
                name="sakip_perjanjiankinerja_satu_tanggal",
                violation_error_code="satu_tanggal",
                violation_error_message="Isi tanggal, atau tanggal seperti tercetak bila harinya tidak diketahui; jangan keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perjanjiankinerja",
            constraint=models.UniqueConstraint(
                fields=("kecamatan", "tahun", "jenis", "versi"),
                name="sakip_perjanjiankinerja_versi",
                violation_error_code="versi",
                violation_error_message="Perjanjian kinerja versi ini sudah ada. Ubah yang ada, atau catat perubahan berikutnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perjanjiankinerja",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="sakip_perjanjiankinerja_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perjanjiankinerja",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("alasan", ""), ("jenis", "murni"), ("versi", 0)),
                    models.Q(("alasan__in", ("", "a", "b", "c")), ("jenis", "perubahan"), ("versi__gte", 1)),
                    _connector="OR",
                ),
                name="sakip_perjanjiankinerja_versi_sesuai_jenis",
                violation_error_code="versi_sesuai_jenis",
                violation_error_message="Isi versi 0 tanpa alasan untuk PK murni, atau versi 1 dan seterusnya untuk PK perubahan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kegiatan",
            constraint=models.UniqueConstraint(
                fields=("program", "kode"),
                name="sakip_kegiatan_kode",
                violation_error_code="kode",
                violation_error_message="Kode kegiatan ini sudah ada pada program yang sama. Periksa kodenya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaranpk",
            constraint=models.CheckConstraint(
                condition=models.Q(("nama", ""), _negated=True),
                name="sakip_anggaranpk_nama_terisi",
                violation_error_code="nama_terisi",
                violation_error_message="Isi nama program seperti tercetak dalam perjanjian kinerja.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaranpk",
            constraint=models.CheckConstraint(
                condition=models.Q(("anggaran__range", (Decimal("0"), Decimal("9999999999999.99")))),
                name="sakip_anggaranpk_anggaran_wajar",
                violation_error_code="anggaran_wajar",
                violation_error_message="Isi anggaran dari Rp0 sampai Rp9.999.999.999.999,99.",
            ),
        ),
        migrations.AddIndex(
            model_name="realisasi",
            index=models.Index(fields=["tahun", "indikator"], name="sakip_reali_tahun_006313_idx"),
        ),
        migrations.AddConstraint(
            model_name="realisasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("alasan", ""),
                        ("keadaan", "terisi"),
                        models.Q(
                            models.Q(
                                ("angka__isnull", False),
                                ("huruf", ""),
                                ("pembilang", None),
                                ("penyebut", None),
                            ),
                            models.Q(
                                models.Q(("angka__isnull", False), _negated=True),
                                models.Q(("huruf", ""), _negated=True),
                                ("pembilang", None),
                                ("penyebut", None),
                            ),
                            models.Q(
                                models.Q(("angka__isnull", False), _negated=True),
                                ("huruf", ""),
                                ("pembilang__isnull", False),
                                ("penyebut__isnull", False),
                            ),
                            _connector="OR",
                        ),
                    ),
                    models.Q(
                        ("keadaan", "tidak tersedia"),
                        models.Q(("alasan", ""), _negated=True),
                        models.Q(("angka__isnull", False), _negated=True),
                        ("huruf", ""),
                        ("pembilang", None),
                        ("penyebut", None),
                    ),
                    _connector="OR",
                ),
                name="sakip_realisasi_nilai_sesuai_keadaan",
                violation_error_code="nilai_sesuai_keadaan",
                violation_error_message='Isi nilai dengan satu cara saja (angka, huruf, atau pembilang dan penyebut), atau pilih "tidak tersedia" dan isi alasannya.',
            ),
        ),
        migrations.AddConstraint(
            model_name="realisasi",
            constraint=models.CheckConstraint(
                condition=models.Q(("penyebut__gt", 0)),
                name="sakip_realisasi_penyebut_positif",
                violation_error_code="penyebut_positif",
                violation_error_message="Isi penyebut lebih dari 0.",
            ),
        ),
        migrations.AddConstraint(
            model_name="realisasi",
            constraint=models.UniqueConstraint(
                fields=("indikator", "tahun", "triwulan"),
                name="sakip_realisasi_triwulan",
                violation_error_code="triwulan",
                violation_error_message="Realisasi indikator ini pada masa yang sama sudah ada. Ubah realisasi yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="realisasi",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="sakip_realisasi_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="realisasi",
            constraint=models.CheckConstraint(
                condition=models.Q(("triwulan__range", (0, 4))),
                name="sakip_realisasi_triwulan_wajar",
                violation_error_code="triwulan_wajar",
                violation_error_message="Isi triwulan 1 sampai 4, atau 0 untuk setahun.",
            ),
        ),
        migrations.AddConstraint(
            model_name="buktidukung",
            constraint=models.UniqueConstraint(
                fields=("realisasi", "sha256"),
                name="sakip_buktidukung_berkas",
                violation_error_code="berkas",
                violation_error_message="Berkas ini sudah diunggah untuk realisasi yang sama. Pilih berkas lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="buktidukung",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(django.db.models.functions.text.Length("sha256"), 64)
                ),
                name="sakip_buktidukung_sha256_lengkap",
                violation_error_code="sha256_lengkap",
                violation_error_message="Hitung ulang sha256: sidik SHA-256 terdiri atas 64 karakter.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rencanaaksi",
            constraint=models.CheckConstraint(
                condition=models.Q(("tanggal", None), ("tanggal_cetak", ""), _connector="OR"),
                name="sakip_rencanaaksi_satu_tanggal",
                violation_error_code="satu_tanggal",
                violation_error_message="Isi tanggal, atau tanggal seperti tercetak bila harinya tidak diketahui; jangan keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rencanaaksi",
            constraint=models.UniqueConstraint(
                fields=("kecamatan", "tahun"),
                name="sakip_rencanaaksi_tahun",
                violation_error_code="tahun",
                violation_error_message="Rencana aksi tahun ini sudah ada. Ubah rencana aksi yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rencanaaksi",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="sakip_rencanaaksi_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="barisrencanaaksi",
            constraint=models.CheckConstraint(
                condition=models.Q(("sasaran", ""), _negated=True),
                name="sakip_barisrencanaaksi_sasaran_terisi",
                violation_error_code="sasaran_terisi",
                violation_error_message="Isi sasaran seperti tercetak dalam rencana aksi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="barisrencanaaksi",
            constraint=models.CheckConstraint(
                condition=models.Q(("indikator", ""), _negated=True),
                name="sakip_barisrencanaaksi_indikator_terisi",
                violation_error_code="indikator_terisi",
                violation_error_message="Isi indikator seperti tercetak dalam rencana aksi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="renstra",
            constraint=models.UniqueConstraint(
                fields=("kecamatan", "tahun_awal", "versi"),
                name="sakip_renstra_versi",
                violation_error_code="versi",
                violation_error_message="Versi Renstra ini sudah ada. Ubah yang ada, atau catat versi perubahan berikutnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="renstra",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun_awal__range", (2000, 2100))),
                name="sakip_renstra_tahun_awal_wajar",
                violation_error_code="tahun_awal_wajar",
                violation_error_message="Isi tahun awal antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="renstra",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun_akhir__range", (2000, 2100))),
                name="sakip_renstra_tahun_akhir_wajar",
                violation_error_code="tahun_akhir_wajar",
                violation_error_message="Isi tahun akhir antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="renstra",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun_akhir__gte", models.F("tahun_awal"))),
                name="sakip_renstra_tahun_urut",
                violation_error_code="tahun_urut",
                violation_error_message="Isi tahun akhir yang tidak lebih awal daripada tahun awalnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="renstra",
            constraint=models.CheckConstraint(
                condition=models.Q(("misi_diacu", None), ("periode_rpjmd__isnull", False), _connector="OR"),
                name="sakip_renstra_misi_berperiode",
                violation_error_code="misi_berperiode",
                violation_error_message="Pilih RPJMD yang memuat misi yang diacu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rkt",
            constraint=models.CheckConstraint(
                condition=models.Q(("tanggal", None), ("tanggal_cetak", ""), _connector="OR"),
                name="sakip_rkt_satu_tanggal",
                violation_error_code="satu_tanggal",
                violation_error_message="Isi tanggal, atau tanggal seperti tercetak bila harinya tidak diketahui; jangan keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rkt",
            constraint=models.UniqueConstraint(
                fields=("kecamatan", "tahun"),
                name="sakip_rkt_tahun",
                violation_error_code="tahun",
                violation_error_message="RKT tahun ini sudah ada. Ubah RKT yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rkt",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="sakip_rkt_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddIndex(
            model_name="dukunganprogram",
            index=models.Index(fields=["kecamatan", "tahun"], name="sakip_dukun_kecamat_008ed2_idx"),
        ),
        migrations.AddConstraint(
            model_name="dukunganprogram",
            constraint=models.UniqueConstraint(
                fields=("tahun", "sasaran", "program"),
                name="sakip_dukunganprogram_program",
                violation_error_code="program",
                violation_error_message="Program ini sudah tercatat mendukung sasaran yang sama. Hapus salah satu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dukunganprogram",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="sakip_dukunganprogram_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="barispk",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("angka__isnull", False), ("huruf", ""), ("atas", None), ("bawah", None)),
                    models.Q(
                        models.Q(("angka__isnull", False), _negated=True),
                        models.Q(("huruf", ""), _negated=True),
                        ("atas", None),
                        ("bawah", None),
                    ),
                    models.Q(
                        models.Q(("angka__isnull", False), _negated=True),
                        ("huruf", ""),
                        ("atas__isnull", False),
                        ("bawah__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="sakip_barispk_satu_target",
                violation_error_code="satu_target",
                violation_error_message="Isi target dengan satu cara saja: angka, huruf, atau rentang (batas bawah dan batas atas).",
            ),
        ),
        migrations.AddConstraint(
            model_name="barispk",
            constraint=models.CheckConstraint(
                condition=models.Q(("bawah__lte", models.F("atas"))),
                name="sakip_barispk_rentang_urut",
                violation_error_code="rentang_urut",
                violation_error_message="Isi batas bawah target yang tidak lebih besar daripada batas atasnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="barispk",
            constraint=models.UniqueConstraint(
                fields=("perjanjian", "acuan_indikator"),
                name="sakip_barispk_indikator",
                violation_error_code="indikator",
                violation_error_message="Indikator ini sudah ada dalam perjanjian kinerja yang sama. Hapus salah satu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="barispk",
            constraint=models.CheckConstraint(
                condition=models.Q(("sasaran", ""), _negated=True),
                name="sakip_barispk_sasaran_terisi",
                violation_error_code="sasaran_terisi",
                violation_error_message="Isi sasaran seperti tercetak dalam perjanjian kinerja.",
            ),
        ),
        migrations.AddConstraint(
            model_name="barispk",
            constraint=models.CheckConstraint(
                condition=models.Q(("indikator", ""), _negated=True),
                name="sakip_barispk_indikator_terisi",
                violation_error_code="indikator_terisi",
                violation_error_message="Isi indikator seperti tercetak dalam perjanjian kinerja.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sasaranrkt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("angka__isnull", False), ("huruf", ""), ("atas", None), ("bawah", None)),
                    models.Q(
                        models.Q(("angka__isnull", False), _negated=True),
                        models.Q(("huruf", ""), _negated=True),
                        ("atas", None),
                        ("bawah", None),
                    ),
                    models.Q(
                        models.Q(("angka__isnull", False), _negated=True),
                        ("huruf", ""),
                        ("atas__isnull", False),
                        ("bawah__isnull", False),
                    ),
                    models.Q(
                        models.Q(("angka__isnull", False), _negated=True),
                        ("huruf", ""),
                        ("atas", None),
                        ("bawah", None),
                    ),
                    _connector="OR",
                ),
                name="sakip_sasaranrkt_satu_target",
                violation_error_code="satu_target",
                violation_error_message="Isi target dengan satu cara saja: angka, huruf, atau rentang; atau kosongkan semuanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sasaranrkt",
            constraint=models.CheckConstraint(
                condition=models.Q(("bawah__lte", models.F("atas"))),
                name="sakip_sasaranrkt_rentang_urut",
                violation_error_code="rentang_urut",
                violation_error_message="Isi batas bawah target yang tidak lebih besar daripada batas atasnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sasaranrkt",
            constraint=models.CheckConstraint(
                condition=models.Q(("sasaran", ""), _negated=True),
                name="sakip_sasaranrkt_sasaran_terisi",
                violation_error_code="sasaran_terisi",
                violation_error_message="Isi sasaran seperti tercetak dalam RKT.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sasaranrkt",
            constraint=models.CheckConstraint(
                condition=models.Q(("indikator", ""), _negated=True),
                name="sakip_sasaranrkt_indikator_terisi",
                violation_error_code="indikator_terisi",
                violation_error_message="Isi indikator seperti tercetak dalam RKT.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kebijakanpengukuran",
            constraint=models.UniqueConstraint(
                fields=("kabupaten", "tahun"),
                name="sakip_kebijakanpengukuran_tahun",
                violation_error_code="tahun",
                violation_error_message="Kebijakan pengukuran tahun ini sudah ada. Ubah kebijakan yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kebijakanpengukuran",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="sakip_kebijakanpengukuran_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kebijakanpengukuran",
            constraint=models.CheckConstraint(
                condition=models.Q(("batas_bawah__lt", models.F("batas_atas"))),
                name="sakip_kebijakanpengukuran_batas_urut",
                violation_error_code="batas_urut",
                violation_error_message="Isi batas bawah capaian yang lebih kecil daripada batas atasnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kebijakanpengukuran",
            constraint=models.CheckConstraint(
                condition=models.Q(("desimal__lte", 4)),
                name="sakip_kebijakanpengukuran_desimal_wajar",
                violation_error_code="desimal_wajar",
                violation_error_message="Isi jumlah desimal dari 0 sampai 4.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kategoriskala",
            constraint=models.UniqueConstraint(
                fields=("skala", "kode"),
                name="sakip_kategoriskala_kode",
                violation_error_code="kode",
                violation_error_message="Kode kategori ini sudah ada pada skala yang sama. Pilih kode lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kategoriskala",
            constraint=models.UniqueConstraint(
                fields=("skala", "batas"),
                name="sakip_kategoriskala_batas",
                violation_error_code="batas",
                violation_error_message="Batas bawah ini sudah dipakai kategori lain pada skala yang sama. Pilih batas lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kategoriskala",
            constraint=models.UniqueConstraint(
                condition=models.Q(("batas", None)),
                fields=("skala",),
                name="sakip_kategoriskala_satu_terendah",
                violation_error_code="satu_terendah",
                violation_error_message="Skala ini sudah memiliki kategori tanpa batas bawah. Isi batas bawah kategori ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kategoriskala",
            constraint=models.CheckConstraint(
                condition=models.Q(("tertutup", False), ("batas__isnull", False), _connector="OR"),
                name="sakip_kategoriskala_tertutup_berbatas",
                violation_error_code="tertutup_berbatas",
                violation_error_message="Isi batas bawah yang termasuk kategori ini, atau nyatakan tidak termasuk.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikator",
            constraint=models.UniqueConstraint(
                fields=("renstra", "kunci"),
                name="sakip_indikator_kunci",
                violation_error_code="kunci",
                violation_error_message="Kunci indikator ini sudah dipakai dalam Renstra. Pilih kunci lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikator",
            constraint=models.CheckConstraint(
                condition=models.Q(("nama", ""), _negated=True),
                name="sakip_indikator_nama_terisi",
                violation_error_code="nama_terisi",
                violation_error_message="Isi nama indikator.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("jenis_nilai", "angka"), ("rumus__in", ("positif", "negatif"))),
                    models.Q(("jenis_nilai", "huruf"), ("rumus", "predikat"), ("skala__isnull", False)),
                    models.Q(("jenis_nilai", "rentang"), ("rumus", "rentang")),
                    _connector="OR",
                ),
                name="sakip_indikator_rumus_sesuai_jenis",
                violation_error_code="rumus_sesuai_jenis",
                violation_error_message="Pilih rumus yang sesuai dengan jenis nilai: angka memakai rumus positif atau negatif, huruf memakai rumus predikat beserta skalanya, rentang memakai rumus rentang.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikator",
            constraint=models.CheckConstraint(
                condition=models.Q(("desimal__lte", 4)),
                name="sakip_indikator_desimal_wajar",
                violation_error_code="desimal_wajar",
                violation_error_message="Isi jumlah desimal dari 0 sampai 4.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikator",
            constraint=models.CheckConstraint(
                condition=models.Q(("bobot__gt", 0), ("bobot__lte", 100)),
                name="sakip_indikator_bobot_wajar",
                violation_error_code="bobot_wajar",
                violation_error_message="Isi bobot lebih dari 0 sampai 100 persen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("pembilang", ""), ("penyebut", "")),
                    models.Q(
                        models.Q(("pembilang", ""), _negated=True), models.Q(("penyebut", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="sakip_indikator_pecahan_utuh",
                violation_error_code="pecahan_utuh",
                violation_error_message="Isi pembilang dan penyebut, atau kosongkan keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="subkegiatan",
            constraint=models.UniqueConstraint(
                fields=("kegiatan", "kode"),
                name="sakip_subkegiatan_kode",
                violation_error_code="kode",
                violation_error_message="Kode sub kegiatan ini sudah ada pada kegiatan yang sama. Periksa kodenya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kegiatanrencanaaksi",
            constraint=models.CheckConstraint(
                condition=models.Q(("sub_kegiatan", None), ("kegiatan__isnull", False), _connector="OR"),
                name="sakip_kegiatanrencanaaksi_sub_kegiatan_berkegiatan",
                violation_error_code="sub_kegiatan_berkegiatan",
                violation_error_message="Pilih kegiatan tempat sub kegiatan ini berada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="barisrkt",
            constraint=models.CheckConstraint(
                condition=models.Q(("sub_kegiatan", None), ("kegiatan__isnull", False), _connector="OR"),
                name="sakip_barisrkt_sub_kegiatan_berkegiatan",
                violation_error_code="sub_kegiatan_berkegiatan",
                violation_error_message="Pilih kegiatan tempat sub kegiatan ini berada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="barisrkt",
            constraint=models.CheckConstraint(
                condition=models.Q(("anggaran__range", (Decimal("0"), Decimal("9999999999999.99")))),
                name="sakip_barisrkt_anggaran_wajar",
                violation_error_code="anggaran_wajar",
                violation_error_message="Isi anggaran dari Rp0 sampai Rp9.999.999.999.999,99.",
            ),
        ),
        migrations.AddIndex(
            model_name="anggaran",
            index=models.Index(fields=["kecamatan", "tahun"], name="sakip_angga_kecamat_06b78b_idx"),
        ),
        migrations.AddConstraint(
            model_name="anggaran",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="sakip_anggaran_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaran",
            constraint=models.CheckConstraint(
                condition=models.Q(("sub_kegiatan", None), ("kegiatan__isnull", False), _connector="OR"),
                name="sakip_anggaran_sub_kegiatan_berkegiatan",
                violation_error_code="sub_kegiatan_berkegiatan",
                violation_error_message="Pilih kegiatan tempat sub kegiatan ini berada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaran",
            constraint=models.CheckConstraint(
                condition=models.Q(("kegiatan", None), ("program__isnull", False), _connector="OR"),
                name="sakip_anggaran_kegiatan_berprogram",
                violation_error_code="kegiatan_berprogram",
                violation_error_message="Pilih program tempat kegiatan ini berada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaran",
            constraint=models.CheckConstraint(
                condition=models.Q(("rinci", False), ("program__isnull", False), _connector="OR"),
                name="sakip_anggaran_rinci_berprogram",
                violation_error_code="rinci_berprogram",
                violation_error_message="Pilih program baris anggaran ini; hanya sisa yang tidak dirinci boleh tanpa program.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaran",
            constraint=models.UniqueConstraint(
                condition=models.Q(("sub_kegiatan__isnull", False)),
                fields=("kecamatan", "tahun", "sub_kegiatan"),
                name="sakip_anggaran_sub_kegiatan",
                violation_error_code="sub_kegiatan",
                violation_error_message="Baris anggaran ini sudah ada pada tahun yang sama. Ubah baris yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaran",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kegiatan__isnull", False), ("sub_kegiatan", None)),
                fields=("kecamatan", "tahun", "kegiatan"),
                name="sakip_anggaran_kegiatan",
                violation_error_code="kegiatan",
                violation_error_message="Baris anggaran ini sudah ada pada tahun yang sama. Ubah baris yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaran",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kegiatan", None), ("program__isnull", False)),
                fields=("kecamatan", "tahun", "program"),
                name="sakip_anggaran_program",
                violation_error_code="program",
                violation_error_message="Baris anggaran ini sudah ada pada tahun yang sama. Ubah baris yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaran",
            constraint=models.UniqueConstraint(
                condition=models.Q(("program", None)),
                fields=("kecamatan", "tahun"),
                name="sakip_anggaran_tanpa_program",
                violation_error_code="tanpa_program",
                violation_error_message="Baris anggaran ini sudah ada pada tahun yang sama. Ubah baris yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaran",
            constraint=models.CheckConstraint(
                condition=models.Q(("pagu_murni__range", (Decimal("0"), Decimal("9999999999999.99")))),
                name="sakip_anggaran_pagu_murni_wajar",
                violation_error_code="pagu_murni_wajar",
                violation_error_message="Isi pagu murni dari Rp0 sampai Rp9.999.999.999.999,99.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaran",
            constraint=models.CheckConstraint(
                condition=models.Q(("pagu_perubahan__range", (Decimal("0"), Decimal("9999999999999.99")))),
                name="sakip_anggaran_pagu_perubahan_wajar",
                violation_error_code="pagu_perubahan_wajar",
                violation_error_message="Isi pagu perubahan dari Rp0 sampai Rp9.999.999.999.999,99.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaran",
            constraint=models.CheckConstraint(
                condition=models.Q(("realisasi__range", (Decimal("0"), Decimal("9999999999999.99")))),
                name="sakip_anggaran_realisasi_wajar",
                violation_error_code="realisasi_wajar",
                violation_error_message="Isi realisasi dari Rp0 sampai Rp9.999.999.999.999,99.",
            ),
        ),
        migrations.AddConstraint(
            model_name="targetrenstra",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("angka__isnull", False), ("huruf", ""), ("atas", None), ("bawah", None)),
                    models.Q(
                        models.Q(("angka__isnull", False), _negated=True),
                        models.Q(("huruf", ""), _negated=True),
                        ("atas", None),
                        ("bawah", None),
                    ),
                    models.Q(
                        models.Q(("angka__isnull", False), _negated=True),
                        ("huruf", ""),
                        ("atas__isnull", False),
                        ("bawah__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="sakip_targetrenstra_satu_target",
                violation_error_code="satu_target",
                violation_error_message="Isi target dengan satu cara saja: angka, huruf, atau rentang (batas bawah dan batas atas).",
            ),
        ),
        migrations.AddConstraint(
            model_name="targetrenstra",
            constraint=models.CheckConstraint(
                condition=models.Q(("bawah__lte", models.F("atas"))),
                name="sakip_targetrenstra_rentang_urut",
                violation_error_code="rentang_urut",
                violation_error_message="Isi batas bawah target yang tidak lebih besar daripada batas atasnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="targetrenstra",
            constraint=models.UniqueConstraint(
                fields=("indikator", "tahun"),
                name="sakip_targetrenstra_tahun",
                violation_error_code="tahun",
                violation_error_message="Target tahun ini sudah ada. Ubah target yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="targetrenstra",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="sakip_targetrenstra_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="targettriwulan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("angka__isnull", False), ("huruf", ""), ("atas", None), ("bawah", None)),
                    models.Q(
                        models.Q(("angka__isnull", False), _negated=True),
                        models.Q(("huruf", ""), _negated=True),
                        ("atas", None),
                        ("bawah", None),
                    ),
                    models.Q(
                        models.Q(("angka__isnull", False), _negated=True),
                        ("huruf", ""),
                        ("atas__isnull", False),
                        ("bawah__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="sakip_targettriwulan_satu_target",
                violation_error_code="satu_target",
                violation_error_message="Isi target dengan satu cara saja: angka, huruf, atau rentang (batas bawah dan batas atas).",
            ),
        ),
        migrations.AddConstraint(
            model_name="targettriwulan",
            constraint=models.CheckConstraint(
                condition=models.Q(("bawah__lte", models.F("atas"))),
                name="sakip_targettriwulan_rentang_urut",
                violation_error_code="rentang_urut",
                violation_error_message="Isi batas bawah target yang tidak lebih besar daripada batas atasnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="targettriwulan",
            constraint=models.UniqueConstraint(
                fields=("baris", "triwulan"),
                name="sakip_targettriwulan_triwulan",
                violation_error_code="triwulan",
                violation_error_message="Target triwulan ini sudah ada. Ubah target yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="targettriwulan",
            constraint=models.CheckConstraint(
                condition=models.Q(("triwulan__range", (1, 4))),
                name="sakip_targettriwulan_triwulan_wajar",
                violation_error_code="triwulan_wajar",
                violation_error_message="Isi triwulan 1 sampai 4.",
            ),
        ),
        migrations.AddConstraint(
            model_name="targettujuan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("angka__isnull", False), ("huruf", ""), ("atas", None), ("bawah", None)),
                    models.Q(
                        models.Q(("angka__isnull", False), _negated=True),
                        models.Q(("huruf", ""), _negated=True),
                        ("atas", None),
                        ("bawah", None),
                    ),
                    models.Q(
                        models.Q(("angka__isnull", False), _negated=True),
                        ("huruf", ""),
                        ("atas__isnull", False),
                        ("bawah__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="sakip_targettujuan_satu_target",
                violation_error_code="satu_target",
                violation_error_message="Isi target dengan satu cara saja: angka, huruf, atau rentang (batas bawah dan batas atas).",
            ),
        ),
        migrations.AddConstraint(
            model_name="targettujuan",
            constraint=models.CheckConstraint(
                condition=models.Q(("bawah__lte", models.F("atas"))),
                name="sakip_targettujuan_rentang_urut",
                violation_error_code="rentang_urut",
                violation_error_message="Isi batas bawah target yang tidak lebih besar daripada batas atasnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="targettujuan",
            constraint=models.UniqueConstraint(
                fields=("indikator", "tahun"),
                name="sakip_targettujuan_tahun",
                violation_error_code="tahun",
                violation_error_message="Target tahun ini sudah ada. Ubah target yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="targettujuan",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="sakip_targettujuan_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tujuan",
            constraint=models.UniqueConstraint(
                fields=("renstra", "kunci"),
                name="sakip_tujuan_kunci",
                violation_error_code="kunci",
                violation_error_message="Kunci tujuan ini sudah dipakai dalam Renstra. Pilih kunci lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tujuan",
            constraint=models.CheckConstraint(
                condition=models.Q(("uraian", ""), _negated=True),
                name="sakip_tujuan_uraian_terisi",
                violation_error_code="uraian_terisi",
                violation_error_message="Isi uraian tujuan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sasaran",
            constraint=models.UniqueConstraint(
                fields=("renstra", "kunci"),
                name="sakip_sasaran_kunci",
                violation_error_code="kunci",
                violation_error_message="Kunci sasaran ini sudah dipakai dalam Renstra. Pilih kunci lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sasaran",
            constraint=models.CheckConstraint(
                condition=models.Q(("uraian", ""), _negated=True),
                name="sakip_sasaran_uraian_terisi",
                violation_error_code="uraian_terisi",
                violation_error_message="Isi uraian sasaran.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sasaran",
            constraint=models.CheckConstraint(
                condition=models.Q(("bobot__gt", 0), ("bobot__lte", 100)),
                name="sakip_sasaran_bobot_wajar",
                violation_error_code="bobot_wajar",
                violation_error_message="Isi bobot lebih dari 0 sampai 100 persen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikatortujuan",
            constraint=models.CheckConstraint(
                condition=models.Q(("nama", ""), _negated=True),
                name="sakip_indikatortujuan_nama_terisi",
                violation_error_code="nama_terisi",
                violation_error_message="Isi nama indikator tujuan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tujuanrpjmd",
            constraint=models.CheckConstraint(
                condition=models.Q(("uraian", ""), _negated=True),
                name="sakip_tujuanrpjmd_uraian_terisi",
                violation_error_code="uraian_terisi",
                violation_error_message="Isi uraian tujuan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sasaranrpjmd",
            constraint=models.CheckConstraint(
                condition=models.Q(("uraian", ""), _negated=True),
                name="sakip_sasaranrpjmd_uraian_terisi",
                violation_error_code="uraian_terisi",
                violation_error_message="Isi uraian sasaran.",
            ),
        ),
        migrations.AddConstraint(
            model_name="program",
            constraint=models.UniqueConstraint(
                fields=("versi", "kode"),
                name="sakip_program_kode",
                violation_error_code="kode",
                violation_error_message="Kode program ini sudah ada pada versi yang sama. Periksa kodenya.",
            ),
        ),
    ]
