"""Who and where: profile, desa, organisation, officials, staff."""

from __future__ import annotations

from typing import Final

from kecamatan import models as k
from sakip.entry.values import Choice, Date, Key, Number, Remark, Whole
from sakip.workbook.sheets.columns import SEBARIS, satuan, teks
from sakip.workbook.sheets.sheet import PERATURAN, Kolom, Lembar

UNTUK_PERATURAN: Final = (("profil", "Profil"), ("iku", "SK IKU"))

JENIS_BUTIR_PROFIL: Final = (
    ("kedudukan", "Kedudukan"),
    ("tugas", "Tugas"),
    ("fungsi", "Fungsi"),
    ("isu_strategis", "Isu strategis"),
)

ALAMAT: Final = ("alamat", "telepon", "kode_pos", "surel", "ibu_kota")
PROFIL: Final = (
    "luas_km2",
    "batas_utara",
    "batas_timur",
    "batas_selatan",
    "batas_barat",
    "penduduk",
    "penduduk_laki_laki",
    "penduduk_perempuan",
)


def lembar_wilayah() -> tuple[Lembar, ...]:
    """The sheets, in order."""
    profil = k.ProfilKecamatan
    return (
        Lembar(
            nama="Profil",
            isi="Alamat kantor, luas, batas, dan penduduk",
            tegak=True,
            model=("kecamatan.kecamatan", "kecamatan.profilkecamatan"),
            kolom=(
                teks("alamat", "Alamat kantor", k.Kecamatan, jenis=SEBARIS),
                teks("telepon", "Telepon", k.Kecamatan, jenis=SEBARIS),
                teks("kode_pos", "Kode pos", k.Kecamatan, petunjuk="Lima angka.", jenis=SEBARIS),
                teks("surel", "Surel", k.Kecamatan, jenis=SEBARIS),
                teks("ibu_kota", "Ibu kota kecamatan", k.Kecamatan, jenis=SEBARIS),
                Kolom(
                    kunci="luas_km2",
                    judul="Luas (km²)",
                    jenis=Number(),
                    petunjuk="Misalnya 47,12.",
                    bidang=(profil, "luas_km2"),
                ),
                teks("batas_utara", "Batas utara", profil, jenis=SEBARIS),
                teks("batas_timur", "Batas timur", profil, jenis=SEBARIS),
                teks("batas_selatan", "Batas selatan", profil, jenis=SEBARIS),
                teks("batas_barat", "Batas barat", profil, jenis=SEBARIS),
                Kolom(kunci="penduduk", judul="Penduduk (jiwa)", jenis=Whole()),
                Kolom(kunci="penduduk_laki_laki", judul="Penduduk laki-laki (jiwa)", jenis=Whole()),
                Kolom(kunci="penduduk_perempuan", judul="Penduduk perempuan (jiwa)", jenis=Whole()),
            ),
        ),
        Lembar(
            nama="ProfilButir",
            isi="Kedudukan, tugas, fungsi, dan isu strategis",
            model=("kecamatan.butirprofil",),
            kolom=(
                Kolom(
                    kunci="jenis",
                    judul="Jenis",
                    jenis=Choice(choices=JENIS_BUTIR_PROFIL),
                    arti="jenis butir",
                    lebar=16,
                ),
                teks(
                    "uraian",
                    "Uraian",
                    k.ButirProfil,
                    petunjuk="Satu butir per baris; urutannya sama dengan cetakan.",
                    arti="uraian butir",
                    lebar=90,
                ),
            ),
        ),
        Lembar(
            nama="ProfilFakta",
            isi="Angka dan keterangan tentang wilayah",
            model=("kecamatan.faktaprofil",),
            kolom=(
                Kolom(
                    kunci="kelompok",
                    judul="Kelompok",
                    jenis=Choice(choices=tuple(k.FaktaProfil.Kelompok.choices)),
                    arti="kelompok fakta",
                    lebar=22,
                ),
                teks("uraian", "Uraian", k.FaktaProfil, arti="uraian fakta", lebar=40, jenis=SEBARIS),
                Kolom(
                    kunci="nilai",
                    judul="Nilai",
                    jenis=Number(),
                    petunjuk="Angka, atau isi kolom Dengan kata-kata.",
                    lebar=14,
                    bidang=(k.FaktaProfil, "nilai"),
                ),
                satuan(k.FaktaProfil),
                teks("teks", "Dengan kata-kata", k.FaktaProfil, lebar=40),
                teks("sumber", "Sumber data", k.FaktaProfil, lebar=24, jenis=SEBARIS),
            ),
        ),
        Lembar(
            nama="DasarHukum",
            isi="Peraturan yang menjadi dasar organisasi dan yang diingat dalam SK IKU",
            model=("kecamatan.dasarhukumprofil", "sakip.mengingatiku"),
            unik=("untuk", "peraturan"),
            kolom=(
                Kolom(
                    kunci="untuk",
                    judul="Untuk",
                    jenis=Choice(choices=UNTUK_PERATURAN),
                    arti="dokumen yang memakai peraturan",
                    lebar=12,
                ),
                Kolom(
                    kunci="peraturan",
                    judul="Kode peraturan",
                    jenis=SEBARIS,
                    petunjuk="Kode pada lembar Peraturan.",
                    arti="kode peraturan",
                    lebar=28,
                    acuan=PERATURAN,
                ),
                Kolom(
                    kunci="sebutan",
                    judul="Sebutan",
                    jenis=Remark(),
                    petunjuk="Keterangan; tidak dibaca saat diunggah.",
                    lebar=80,
                ),
            ),
        ),
        Lembar(
            nama="Desa",
            isi="Desa dan kelurahan",
            model=("kecamatan.desakelurahan",),
            unik=("jenis", "nama"),
            kolom=(
                Kolom(
                    kunci="jenis",
                    judul="Jenis",
                    jenis=Choice(choices=tuple(k.DesaKelurahan.Jenis.choices)),
                    arti="jenis: Desa atau Kelurahan",
                    lebar=14,
                ),
                teks("nama", "Nama", k.DesaKelurahan, arti="nama desa", lebar=32, jenis=SEBARIS),
                teks(
                    "status",
                    "Tingkat kemandirian",
                    k.DesaKelurahan,
                    petunjuk="Misalnya Maju atau Mandiri.",
                    lebar=24,
                    jenis=SEBARIS,
                ),
            ),
        ),
        Lembar(
            nama="UnitKerja",
            isi="Susunan organisasi kecamatan",
            model=("kecamatan.unitkerja",),
            unik=("kunci",),
            kolom=(
                teks(
                    "kunci",
                    "Kunci",
                    k.UnitKerja,
                    jenis=Key(),
                    petunjuk="Nama pendek tanpa spasi, misalnya seksi-trantib.",
                    arti="kunci unit kerja",
                    lebar=24,
                ),
                teks("nama", "Nama", k.UnitKerja, arti="nama unit kerja", lebar=50, jenis=SEBARIS),
                Kolom(
                    kunci="jenis",
                    judul="Jenis",
                    jenis=Choice(choices=tuple(k.UnitKerja.Jenis.choices)),
                    arti="jenis unit kerja",
                    lebar=28,
                ),
                Kolom(
                    kunci="induk",
                    judul="Atasan langsung",
                    jenis=Key(),
                    petunjuk="Kunci unit atasannya, yang ditulis lebih dahulu; hanya camat tanpa atasan.",
                    lebar=24,
                    acuan="UnitKerja",
                ),
            ),
        ),
        Lembar(
            nama="Pejabat",
            isi="Pejabat dan masa jabatannya: satu baris per masa jabatan",
            model=("kecamatan.pejabat", "kecamatan.masajabatan"),
            kolom=(
                teks(
                    "nama",
                    "Nama dengan gelar",
                    k.Pejabat,
                    petunjuk="Sama pada setiap masa jabatan orang itu.",
                    arti="nama pejabat beserta gelarnya",
                    lebar=36,
                    jenis=SEBARIS,
                ),
                Kolom(
                    kunci="nip",
                    judul="NIP",
                    jenis=SEBARIS,
                    petunjuk="18 angka sebagai teks; kosong untuk kepala daerah.",
                    lebar=24,
                ),
                Kolom(
                    kunci="jabatan",
                    judul="Jabatan",
                    jenis=Choice(choices=tuple(k.MasaJabatan.Jabatan.choices)),
                    petunjuk="Kepala daerah dicatat oleh Bagian Organisasi.",
                    arti="jabatan",
                    lebar=20,
                ),
                Kolom(
                    kunci="mulai",
                    judul="Mulai menjabat",
                    jenis=Date(),
                    petunjuk="Misalnya 2/1/2023.",
                    arti="tanggal mulai menjabat",
                    lebar=18,
                ),
                Kolom(
                    kunci="sampai",
                    judul="Sampai dengan",
                    jenis=Date(),
                    petunjuk="Kosong selama masih menjabat.",
                    lebar=18,
                ),
                Kolom(
                    kunci="golongan",
                    judul="Golongan",
                    jenis=SEBARIS,
                    petunjuk="Misalnya IV/a.",
                    lebar=12,
                    acuan="Golongan",
                ),
            ),
        ),
        Lembar(
            nama="SDM",
            isi="Komposisi pegawai menurut jabatan, golongan, dan pendidikan",
            model=("kecamatan.komposisisdm",),
            kolom=(
                Kolom(
                    kunci="kelompok",
                    judul="Kelompok",
                    jenis=Choice(choices=tuple(k.KomposisiSDM.Kelompok.choices)),
                    arti="kelompok",
                    lebar=22,
                ),
                teks("uraian", "Uraian", k.KomposisiSDM, arti="uraian baris", lebar=40, jenis=SEBARIS),
                teks("golongan", "Golongan", k.KomposisiSDM, lebar=14, jenis=SEBARIS),
                Kolom(
                    kunci="asn",
                    judul="ASN (orang)",
                    jenis=Whole(),
                    petunjuk="Kosong berarti tidak diketahui, bukan nol.",
                    lebar=14,
                ),
                Kolom(kunci="non_asn", judul="Non-ASN (orang)", jenis=Whole(), lebar=16),
                teks("keterangan", "Keterangan", k.KomposisiSDM, lebar=30, jenis=SEBARIS),
            ),
        ),
    )
