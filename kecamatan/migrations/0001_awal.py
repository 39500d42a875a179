import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import kecamatan.models.pejabat


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Pengguna",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                ),
                ("nama", models.CharField(max_length=150, verbose_name="nama lengkap")),
                (
                    "wajib_ganti_sandi",
                    models.BooleanField(default=False, verbose_name="wajib mengganti kata sandi"),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "pengguna",
                "verbose_name_plural": "pengguna",
                "ordering": ("username",),
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Kabupaten",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kode",
                    models.CharField(
                        max_length=5,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d\\d\\.\\d\\d\\Z", 'Tulis kode wilayah kabupaten seperti "35.09".'
                            )
                        ],
                        verbose_name="kode wilayah",
                    ),
                ),
                (
                    "nama",
                    models.CharField(
                        help_text='Tanpa kata "Kabupaten".', max_length=100, verbose_name="nama"
                    ),
                ),
                ("sebutan", models.CharField(default="Kabupaten", max_length=20, verbose_name="sebutan")),
                ("provinsi", models.CharField(max_length=100, verbose_name="provinsi")),
                ("ibu_kota", models.CharField(blank=True, max_length=100, verbose_name="ibu kota")),
                (
                    "sebutan_kepala_daerah",
                    models.CharField(default="Bupati", max_length=20, verbose_name="sebutan kepala daerah"),
                ),
                ("lambang", models.FileField(blank=True, upload_to="lambang", verbose_name="lambang")),
                (
                    "lambang_sha256",
                    models.CharField(blank=True, editable=False, max_length=64, verbose_name="sidik lambang"),
                ),
                (
                    "lambang_lebar",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="lebar lambang (piksel)"
                    ),
                ),
                (
                    "lambang_tinggi",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="tinggi lambang (piksel)"
                    ),
                ),
            ],
            options={
                "verbose_name": "kabupaten",
                "verbose_name_plural": "kabupaten",
                "ordering": ("kode",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kode",),
                        name="kecamatan_kabupaten_kode",
                        violation_error_code="kode",
                        violation_error_message="Kode wilayah ini sudah dipakai kabupaten lain. Periksa kodenya.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            django.db.models.functions.text.Length("kode"), 5
                        ),
                        name="kecamatan_kabupaten_kode_lengkap",
                        violation_error_code="kode_lengkap",
                        violation_error_message='Tulis kode wilayah kabupaten seperti "35.09".',
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Length("lambang_sha256"), 64
                            ),
                            ("lambang_sha256", ""),
                            _connector="OR",
                        ),
                        name="kecamatan_kabupaten_lambang_sha256_lengkap",
                        violation_error_code="lambang_sha256_lengkap",
                        violation_error_message="Hitung ulang lambang sha256: sidik SHA-256 terdiri atas 64 karakter.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("lambang", ""),
                                ("lambang_lebar", None),
                                ("lambang_sha256", ""),
                                ("lambang_tinggi", None),
                            ),
                            models.Q(
                                models.Q(("lambang", ""), _negated=True),
                                models.Q(("lambang_sha256", ""), _negated=True),
                                ("lambang_lebar__isnull", False),
                                ("lambang_tinggi__isnull", False),
                                ("lambang_lebar__gt", 0),
                                ("lambang_tinggi__gt", 0),
                            ),
                            _connector="OR",
                        ),
                        name="kecamatan_kabupaten_lambang_terukur",
                        violation_error_code="lambang_terukur",
                        violation_error_message="Unggah ulang lambang: berkas, sidik, dan ukurannya harus lengkap.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kecamatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kode",
                    models.CharField(
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d\\d\\.\\d\\d\\.\\d\\d\\Z",
                                'Tulis kode wilayah kecamatan seperti "35.09.10".',
                            )
                        ],
                        verbose_name="kode wilayah",
                    ),
                ),
                (
                    "nama",
                    models.CharField(
                        help_text='Tanpa kata "Kecamatan".', max_length=100, verbose_name="nama"
                    ),
                ),
                ("slug", models.SlugField(max_length=100, verbose_name="nama pada alamat situs")),
                ("ibu_kota", models.CharField(blank=True, max_length=100, verbose_name="ibu kota kecamatan")),
                ("alamat", models.CharField(blank=True, max_length=200, verbose_name="alamat kantor")),
                ("telepon", models.CharField(blank=True, max_length=50, verbose_name="telepon")),
                ("kode_pos", models.CharField(blank=True, max_length=5, verbose_name="kode pos")),
                ("surel", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                (
                    "jumlah_desa",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="jumlah desa menurut Kemendagri"
                    ),
                ),
                (
                    "jumlah_kelurahan",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="jumlah kelurahan menurut Kemendagri"
                    ),
                ),
                (
                    "kabupaten",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kecamatan",
                        to="kecamatan.kabupaten",
                        verbose_name="kabupaten",
                    ),
                ),
            ],
            options={
                "verbose_name": "kecamatan",
                "verbose_name_plural": "kecamatan",
                "ordering": ("kode",),
            },
        ),
        migrations.CreateModel(
            name="Jejak",
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
                        db_index=True, default=django.utils.timezone.now, verbose_name="waktu"
                    ),
                ),
                (
                    "tindakan",
                    models.CharField(
                        error_messages={"blank": "Isi tindakan yang dicatat."},
                        max_length=60,
                        verbose_name="tindakan",
                    ),
                ),
                (
                    "objek_jenis",
                    models.CharField(
                        error_messages={"blank": "Isi jenis objek yang dicatat."},
                        max_length=60,
                        verbose_name="jenis objek",
                    ),
                ),
                ("objek_kunci", models.CharField(max_length=200, verbose_name="kunci objek")),
                ("tahun", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tahun")),
                (
                    "sebelum",
                    models.JSONField(
                        blank=True,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        null=True,
                        verbose_name="sebelum",
                    ),
                ),
                (
                    "sesudah",
                    models.JSONField(
                        blank=True,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        null=True,
                        verbose_name="sesudah",
                    ),
                ),
                ("alasan", models.TextField(blank=True, verbose_name="alasan")),
                (
                    "pengguna",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jejak",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengguna",
                    ),
                ),
                (
                    "kecamatan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jejak",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "jejak",
                "verbose_name_plural": "jejak",
                "ordering": ("-waktu", "-id"),
            },
        ),
        migrations.CreateModel(
            name="DesaKelurahan",
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
                        choices=[("desa", "Desa"), ("kelurahan", "Kelurahan")],
                        default="desa",
                        max_length=10,
                        verbose_name="jenis",
                    ),
                ),
                ("nama", models.CharField(max_length=100, verbose_name="nama")),
                ("status", models.CharField(blank=True, max_length=50, verbose_name="tingkat kemandirian")),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="desa",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "desa/kelurahan",
                "verbose_name_plural": "desa/kelurahan",
                "ordering": ("kecamatan", "urut", "nama"),
            },
        ),
        migrations.CreateModel(
            name="KomposisiSDM",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "kelompok",
                    models.CharField(
                        choices=[
                            ("jabatan", "Menurut jabatan"),
                            ("golongan", "Menurut golongan"),
                            ("pendidikan", "Menurut pendidikan"),
                        ],
                        max_length=10,
                        verbose_name="kelompok",
                    ),
                ),
                (
                    "uraian",
                    models.CharField(
                        error_messages={
                            "blank": "Isi uraian baris: nama jabatan, golongan, atau pendidikan."
                        },
                        max_length=150,
                        verbose_name="uraian",
                    ),
                ),
                ("golongan", models.CharField(blank=True, max_length=20, verbose_name="golongan")),
                ("asn", models.PositiveIntegerField(blank=True, null=True, verbose_name="ASN (orang)")),
                (
                    "non_asn",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="non-ASN (orang)"),
                ),
                ("keterangan", models.CharField(blank=True, max_length=200, verbose_name="keterangan")),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="komposisi_sdm",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "komposisi SDM",
                "verbose_name_plural": "komposisi SDM",
                "ordering": ("kecamatan", "tahun", "kelompok", "urut", "id"),
            },
        ),
        migrations.CreateModel(
            name="Pangkat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("golongan", models.CharField(max_length=5, verbose_name="golongan")),
                ("pangkat", models.CharField(max_length=50, verbose_name="pangkat")),
                ("urut", models.PositiveSmallIntegerField(verbose_name="urut")),
            ],
            options={
                "verbose_name": "pangkat",
                "verbose_name_plural": "pangkat",
                "ordering": ("-urut",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("golongan",),
                        name="kecamatan_pangkat_golongan",
                        violation_error_code="golongan",
                        violation_error_message="Golongan ini sudah tercatat. Ubah catatan yang ada.",
                    ),
                    models.UniqueConstraint(
                        fields=("urut",),
                        name="kecamatan_pangkat_urut",
                        violation_error_code="urut",
                        violation_error_message="Urutan ini sudah dipakai pangkat lain. Pilih urutan lain.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pejabat",
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
                        error_messages={"blank": "Isi nama pejabat beserta gelarnya."},
                        max_length=150,
                        verbose_name="nama dengan gelar",
                    ),
                ),
                (
                    "nip",
                    models.CharField(
                        blank=True,
                        max_length=18,
                        validators=[kecamatan.models.pejabat.nip_sah],
                        verbose_name="NIP",
                    ),
                ),
            ],
            options={
                "verbose_name": "pejabat",
                "verbose_name_plural": "pejabat",
                "ordering": ("nama", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("nama", ""), _negated=True),
                        name="kecamatan_pejabat_nama_terisi",
                        violation_error_code="nama_terisi",
                        violation_error_message="Isi nama pejabat beserta gelarnya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nip", ""),
                            django.db.models.lookups.Exact(django.db.models.functions.text.Length("nip"), 18),
                            _connector="OR",
                        ),
                        name="kecamatan_pejabat_nip_lengkap",
                        violation_error_code="nip_lengkap",
                        violation_error_message="Isi 18 angka NIP, tanpa spasi.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("nip", ""), _negated=True),
                        fields=("nip",),
                        name="kecamatan_pejabat_nip",
                        violation_error_code="nip",
                        violation_error_message="NIP ini sudah tercatat atas nama pejabat lain. Periksa NIP atau pakai catatan yang ada.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("nip", "")),
                        fields=("nama",),
                        name="kecamatan_pejabat_nama_tanpa_nip",
                        violation_error_code="nama_tanpa_nip",
                        violation_error_message="Pejabat tanpa NIP dengan nama ini sudah tercatat. Pakai catatan yang ada.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MasaJabatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jabatan",
                    models.CharField(
                        choices=[
                            ("camat", "Camat"),
                            ("plt-camat", "Plt. Camat"),
                            ("sekretaris", "Sekretaris Camat"),
                            ("bupati", "Kepala daerah"),
                        ],
                        max_length=12,
                        verbose_name="jabatan",
                    ),
                ),
                ("mulai", models.DateField(verbose_name="mulai menjabat")),
                ("sampai", models.DateField(blank=True, null=True, verbose_name="sampai dengan")),
                (
                    "kabupaten",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="masa_jabatan",
                        to="kecamatan.kabupaten",
                        verbose_name="kabupaten",
                    ),
                ),
                (
                    "kecamatan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="masa_jabatan",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
                (
                    "pangkat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="masa_jabatan",
                        to="kecamatan.pangkat",
                        verbose_name="pangkat",
                    ),
                ),
                (
                    "pejabat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="masa",
                        to="kecamatan.pejabat",
                        verbose_name="pejabat",
                    ),
                ),
            ],
            options={
                "verbose_name": "masa jabatan",
                "verbose_name_plural": "masa jabatan",
                "ordering": ("mulai", "id"),
            },
        ),
        migrations.CreateModel(
            name="Peraturan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.SlugField(max_length=80, verbose_name="kode")),
                (
                    "sebutan",
                    models.TextField(
                        error_messages={
                            "blank": "Isi sebutan lengkap peraturan seperti dikutip dalam dokumen."
                        },
                        verbose_name="sebutan lengkap",
                    ),
                ),
                ("jenis", models.CharField(blank=True, max_length=100, verbose_name="jenis")),
                ("nomor", models.CharField(blank=True, max_length=60, verbose_name="nomor")),
                ("tahun", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tahun")),
                ("tentang", models.TextField(blank=True, verbose_name="tentang")),
                (
                    "berlaku_mulai",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="berlaku mulai tahun"
                    ),
                ),
                (
                    "berlaku_sampai",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="berlaku sampai tahun"
                    ),
                ),
                ("catatan", models.TextField(blank=True, verbose_name="catatan")),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "dicabut_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mencabut",
                        to="kecamatan.peraturan",
                        verbose_name="dicabut oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "peraturan",
                "verbose_name_plural": "peraturan",
                "ordering": ("urut", "kode"),
            },
        ),
        migrations.CreateModel(
            name="DasarHukumProfil",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
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
                "verbose_name": "dasar hukum",
                "verbose_name_plural": "dasar hukum",
                "ordering": ("profil", "urut", "id"),
            },
        ),
        migrations.CreateModel(
            name="ProfilKecamatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revisi", models.PositiveIntegerField(default=1, editable=False, verbose_name="revisi")),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("batas_utara", models.CharField(blank=True, max_length=200, verbose_name="batas utara")),
                ("batas_timur", models.CharField(blank=True, max_length=200, verbose_name="batas timur")),
                ("batas_selatan", models.CharField(blank=True, max_length=200, verbose_name="batas selatan")),
                ("batas_barat", models.CharField(blank=True, max_length=200, verbose_name="batas barat")),
                (
                    "luas_km2",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=10, null=True, verbose_name="luas (km²)"
                    ),
                ),
                (
                    "penduduk",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="penduduk (jiwa)"),
                ),
                (
                    "penduduk_laki_laki",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="penduduk laki-laki (jiwa)"
                    ),
                ),
                (
                    "penduduk_perempuan",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="penduduk perempuan (jiwa)"
                    ),
                ),
                (
                    "dasar_hukum",
                    models.ManyToManyField(
                        blank=True,
                        related_name="+",
                        through="kecamatan.DasarHukumProfil",
                        to="kecamatan.peraturan",
                        verbose_name="dasar hukum",
                    ),
                ),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="profil",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "profil kecamatan",
                "verbose_name_plural": "profil kecamatan",
                "ordering": ("kecamatan", "tahun"),
            },
        ),
        migrations.CreateModel(
            name="FaktaProfil",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kelompok",
                    models.CharField(
                        choices=[
                            ("geografi", "Geografi"),
                            ("penduduk", "Penduduk"),
                            ("mata pencaharian", "Mata pencaharian"),
                            ("sarana", "Sarana dan prasarana"),
                            ("lainnya", "Lainnya"),
                        ],
                        max_length=20,
                        verbose_name="kelompok",
                    ),
                ),
                (
                    "uraian",
                    models.CharField(
                        error_messages={"blank": "Isi uraian fakta."}, max_length=200, verbose_name="uraian"
                    ),
                ),
                (
                    "nilai",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="nilai"
                    ),
                ),
                ("satuan", models.CharField(blank=True, max_length=50, verbose_name="satuan")),
                ("teks", models.TextField(blank=True, verbose_name="keterangan dengan kata-kata")),
                ("sumber", models.CharField(blank=True, max_length=200, verbose_name="sumber data")),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "profil",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fakta",
                        to="kecamatan.profilkecamatan",
                        verbose_name="profil",
                    ),
                ),
            ],
            options={
                "verbose_name": "fakta profil",
                "verbose_name_plural": "fakta profil",
                "ordering": ("profil", "urut", "id"),
            },
        ),
        migrations.AddField(
            model_name="dasarhukumprofil",
            name="profil",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="daftar_dasar_hukum",
                to="kecamatan.profilkecamatan",
                verbose_name="profil",
            ),
        ),
        migrations.CreateModel(
            name="ButirProfil",
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
                            ("kedudukan", "Kedudukan"),
                            ("tugas", "Tugas"),
                            ("fungsi", "Fungsi"),
                            ("isu", "Isu strategis"),
                        ],
                        max_length=10,
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
                    "profil",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="butir",
                        to="kecamatan.profilkecamatan",
                        verbose_name="profil",
                    ),
                ),
            ],
            options={
                "verbose_name": "butir profil",
                "verbose_name_plural": "butir profil",
                "ordering": ("profil", "jenis", "urut", "id"),
            },
        ),
        migrations.CreateModel(
            name="UnitKerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci", models.SlugField(max_length=60, verbose_name="kunci")),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("camat", "Camat"),
                            ("sekretariat", "Sekretariat"),
                            ("subbagian", "Subbagian"),
                            ("seksi", "Seksi"),
                            ("fungsional", "Kelompok jabatan fungsional"),
                        ],
                        max_length=15,
                        verbose_name="jenis",
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0, verbose_name="urut")),
                (
                    "induk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bawahan",
                        to="kecamatan.unitkerja",
                        verbose_name="atasan langsung",
                    ),
                ),
                (
                    "kecamatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="unit_kerja",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "unit kerja",
                "verbose_name_plural": "unit kerja",
                "ordering": ("kecamatan", "urut", "id"),
            },
        ),
        migrations.CreateModel(
            name="Keanggotaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "peran",
                    models.CharField(
                        choices=[
                            ("operator", "Operator kecamatan"),
                            ("camat", "Camat"),
                            ("organisasi", "Bagian Organisasi"),
                            ("admin", "Admin"),
                            ("pengawas", "Pengawas"),
                        ],
                        max_length=10,
                        verbose_name="peran",
                    ),
                ),
                (
                    "kabupaten",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keanggotaan",
                        to="kecamatan.kabupaten",
                        verbose_name="kabupaten",
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keanggotaan",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengguna",
                    ),
                ),
                (
                    "kecamatan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keanggotaan",
                        to="kecamatan.kecamatan",
                        verbose_name="kecamatan",
                    ),
                ),
                (
                    "unit",
                    models.ManyToManyField(
                        blank=True,
                        related_name="keanggotaan",
                        to="kecamatan.unitkerja",
                        verbose_name="unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "keanggotaan",
                "verbose_name_plural": "keanggotaan",
                "ordering": ("pengguna", "peran", "id"),
            },
        ),
        migrations.AddConstraint(
            model_name="pengguna",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("username"),
                name="kecamatan_pengguna_username_tanpa_besar_kecil",
                violation_error_message="Nama pengguna ini sudah dipakai, mungkin dengan huruf besar yang lain. Pilih nama pengguna lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kecamatan",
            constraint=models.UniqueConstraint(
                fields=("kode",),
                name="kecamatan_kecamatan_kode",
                violation_error_code="kode",
                violation_error_message="Kode wilayah ini sudah dipakai kecamatan lain. Periksa kodenya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kecamatan",
            constraint=models.UniqueConstraint(
                fields=("slug",),
                name="kecamatan_kecamatan_slug",
                violation_error_code="slug",
                violation_error_message="Alamat situs ini sudah dipakai kecamatan lain. Pilih yang lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kecamatan",
            constraint=models.UniqueConstraint(
                fields=("kabupaten", "nama"),
                name="kecamatan_kecamatan_nama",
                violation_error_code="nama",
                violation_error_message="Nama kecamatan ini sudah ada di kabupaten yang sama. Periksa namanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kecamatan",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(django.db.models.functions.text.Length("kode"), 8),
                name="kecamatan_kecamatan_kode_lengkap",
                violation_error_code="kode_lengkap",
                violation_error_message='Tulis kode wilayah kecamatan seperti "35.09.10".',
            ),
        ),
        migrations.AddIndex(
            model_name="jejak",
            index=models.Index(fields=["kecamatan", "tahun", "waktu"], name="kecamatan_j_kecamat_d0756e_idx"),
        ),
        migrations.AddIndex(
            model_name="jejak",
            index=models.Index(fields=["objek_jenis", "objek_kunci"], name="kecamatan_j_objek_j_a03d5f_idx"),
        ),
        migrations.AddConstraint(
            model_name="jejak",
            constraint=models.CheckConstraint(
                condition=models.Q(("tindakan", ""), _negated=True),
                name="kecamatan_jejak_tindakan_terisi",
                violation_error_code="tindakan_terisi",
                violation_error_message="Isi tindakan yang dicatat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="jejak",
            constraint=models.CheckConstraint(
                condition=models.Q(("objek_jenis", ""), _negated=True),
                name="kecamatan_jejak_objek_jenis_terisi",
                violation_error_code="objek_jenis_terisi",
                violation_error_message="Isi jenis objek yang dicatat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="desakelurahan",
            constraint=models.UniqueConstraint(
                fields=("kecamatan", "jenis", "nama"),
                name="kecamatan_desakelurahan_nama",
                violation_error_code="nama",
                violation_error_message="Desa atau kelurahan ini sudah tercatat di kecamatan yang sama. Ubah catatan yang ada.",
            ),
        ),
        migrations.AddIndex(
            model_name="komposisisdm",
            index=models.Index(fields=["kecamatan", "tahun"], name="kecamatan_k_kecamat_4fa178_idx"),
        ),
        migrations.AddConstraint(
            model_name="komposisisdm",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="kecamatan_komposisisdm_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="komposisisdm",
            constraint=models.CheckConstraint(
                condition=models.Q(("uraian", ""), _negated=True),
                name="kecamatan_komposisisdm_uraian_terisi",
                violation_error_code="uraian_terisi",
                violation_error_message="Isi uraian baris: nama jabatan, golongan, atau pendidikan.",
            ),
        ),
        migrations.AddIndex(
            model_name="masajabatan",
            index=models.Index(
                fields=["kecamatan", "jabatan", "mulai"], name="kecamatan_m_kecamat_35627d_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="masajabatan",
            constraint=models.UniqueConstraint(
                fields=("pejabat", "jabatan", "mulai"),
                name="kecamatan_masajabatan_mulai",
                violation_error_code="mulai",
                violation_error_message="Masa jabatan ini sudah tercatat. Ubah catatan yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="masajabatan",
            constraint=models.CheckConstraint(
                condition=models.Q(("sampai__gte", models.F("mulai"))),
                name="kecamatan_masajabatan_sampai_sesudah_mulai",
                violation_error_code="sampai_sesudah_mulai",
                violation_error_message="Isi tanggal akhir jabatan yang tidak lebih awal daripada tanggal mulainya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="masajabatan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("jabatan", "bupati"), ("kabupaten__isnull", False), ("kecamatan", None)),
                    models.Q(
                        ("jabatan__in", ("camat", "plt-camat", "sekretaris")),
                        ("kabupaten", None),
                        ("kecamatan__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="kecamatan_masajabatan_wilayah_jabatan",
                violation_error_code="wilayah_jabatan",
                violation_error_message="Pilih kabupaten untuk kepala daerah, atau kecamatan untuk camat dan sekretaris camat; jangan keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="peraturan",
            constraint=models.UniqueConstraint(
                fields=("kode",),
                name="kecamatan_peraturan_kode",
                violation_error_code="kode",
                violation_error_message="Kode peraturan ini sudah dipakai. Pilih kode lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="peraturan",
            constraint=models.CheckConstraint(
                condition=models.Q(("sebutan", ""), _negated=True),
                name="kecamatan_peraturan_sebutan_terisi",
                violation_error_code="sebutan_terisi",
                violation_error_message="Isi sebutan lengkap peraturan seperti dikutip dalam dokumen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="peraturan",
            constraint=models.CheckConstraint(
                condition=models.Q(("berlaku_sampai__gte", models.F("berlaku_mulai"))),
                name="kecamatan_peraturan_masa_berlaku",
                violation_error_code="masa_berlaku",
                violation_error_message="Isi akhir masa berlaku yang tidak lebih awal daripada mulainya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="profilkecamatan",
            constraint=models.UniqueConstraint(
                fields=("kecamatan", "tahun"),
                name="kecamatan_profilkecamatan_tahun",
                violation_error_code="tahun",
                violation_error_message="Profil kecamatan tahun ini sudah ada. Ubah profil yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="profilkecamatan",
            constraint=models.CheckConstraint(
                condition=models.Q(("tahun__range", (2000, 2100))),
                name="kecamatan_profilkecamatan_tahun_wajar",
                violation_error_code="tahun_wajar",
                violation_error_message="Isi tahun antara 2000 dan 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="profilkecamatan",
            constraint=models.CheckConstraint(
                condition=models.Q(("luas_km2__gt", 0)),
                name="kecamatan_profilkecamatan_luas_positif",
                violation_error_code="luas_positif",
                violation_error_message="Isi luas wilayah lebih dari 0 km².",
            ),
        ),
        migrations.AddConstraint(
            model_name="faktaprofil",
            constraint=models.CheckConstraint(
                condition=models.Q(("uraian", ""), _negated=True),
                name="kecamatan_faktaprofil_uraian_terisi",
                violation_error_code="uraian_terisi",
                violation_error_message="Isi uraian fakta.",
            ),
        ),
        migrations.AddConstraint(
            model_name="faktaprofil",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("nilai__isnull", False), models.Q(("teks", ""), _negated=True), _connector="OR"
                ),
                name="kecamatan_faktaprofil_bernilai",
                violation_error_code="bernilai",
                violation_error_message="Isi nilai fakta dengan angka atau kata-kata.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dasarhukumprofil",
            constraint=models.UniqueConstraint(
                fields=("profil", "peraturan"),
                name="kecamatan_dasarhukumprofil_peraturan",
                violation_error_code="peraturan",
                violation_error_message="Peraturan ini sudah ada dalam daftar dasar hukum. Hapus salah satu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="butirprofil",
            constraint=models.CheckConstraint(
                condition=models.Q(("uraian", ""), _negated=True),
                name="kecamatan_butirprofil_uraian_terisi",
                violation_error_code="uraian_terisi",
                violation_error_message="Isi uraian butir, atau hapus butir ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="unitkerja",
            constraint=models.UniqueConstraint(
                fields=("kecamatan", "kunci"),
                name="kecamatan_unitkerja_kunci",
                violation_error_code="kunci",
                violation_error_message="Kunci unit kerja ini sudah dipakai di kecamatan yang sama. Pilih kunci lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="unitkerja",
            constraint=models.UniqueConstraint(
                condition=models.Q(("jenis", "camat")),
                fields=("kecamatan",),
                name="kecamatan_unitkerja_satu_camat",
                violation_error_code="satu_camat",
                violation_error_message="Kecamatan ini sudah memiliki unit camat. Ubah unit yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="unitkerja",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("induk", None), ("jenis", "camat")),
                    models.Q(models.Q(("jenis", "camat"), _negated=True), ("induk__isnull", False)),
                    _connector="OR",
                ),
                name="kecamatan_unitkerja_berinduk",
                violation_error_code="berinduk",
                violation_error_message="Pilih atasan langsung unit kerja ini; hanya camat yang tidak memilikinya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="keanggotaan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kabupaten", None),
                        ("kecamatan__isnull", False),
                        ("peran__in", ("operator", "camat")),
                    ),
                    models.Q(
                        ("kabupaten__isnull", False),
                        ("kecamatan", None),
                        ("peran__in", ("organisasi", "pengawas")),
                    ),
                    models.Q(("kecamatan", None), ("peran", "admin")),
                    _connector="OR",
                ),
                name="kecamatan_keanggotaan_wilayah_peran",
                violation_error_code="wilayah_peran",
                violation_error_message="Pilih kecamatan untuk operator dan camat, atau kabupaten untuk Bagian Organisasi dan pengawas; admin tanpa kecamatan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="keanggotaan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kecamatan__isnull", False)),
                fields=("pengguna", "peran", "kecamatan"),
                name="kecamatan_keanggotaan_peran_kecamatan",
                violation_error_code="peran_kecamatan",
                violation_error_message="Pengguna sudah memiliki peran ini di kecamatan yang sama. Ubah keanggotaan yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="keanggotaan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kabupaten__isnull", False)),
                fields=("pengguna", "peran", "kabupaten"),
                name="kecamatan_keanggotaan_peran_kabupaten",
                violation_error_code="peran_kabupaten",
                violation_error_message="Pengguna sudah memiliki peran ini di kabupaten yang sama. Ubah keanggotaan yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="keanggotaan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kabupaten", None), ("kecamatan", None)),
                fields=("pengguna", "peran"),
                name="kecamatan_keanggotaan_peran_umum",
                violation_error_code="peran_umum",
                violation_error_message="Pengguna sudah memiliki peran ini untuk semua wilayah. Ubah keanggotaan yang ada.",
            ),
        ),
    ]
