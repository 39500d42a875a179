"""The sheets of a workbook and their columns: one sheet per kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Field, Model

from kecamatan import models as k
from sakip import models as m
from sakip.exchange.sel import (
    Angka,
    Bulat,
    Daftar,
    Jenis,
    Keterangan,
    Kunci,
    Nilai,
    Pilihan,
    PilihanBulat,
    Rupiah,
    Tahun,
    Tanggal,
    Target,
    Teks,
    YaTidak,
)
from sakip.models.dasar import PILIHAN_AKUMULASI, PILIHAN_KEADAAN
from sakip.models.indikator import PILIHAN_RUMUS
from sakip.models.pembanding import PILIHAN_LINGKUP

FORMAT: Final = 1

META: Final = "_meta"
PETUNJUK: Final = "Petunjuk"
NOMENKLATUR: Final = "Nomenklatur"
PERATURAN: Final = "Peraturan"
PILIHAN: Final = "_pilihan"

BARIS_JUDUL: Final = 1
BARIS_PETUNJUK: Final = 2
BARIS_ISI: Final = 3

TEKS: Final = Teks()
SEBARIS: Final = Teks(satu_baris=True)


@dataclass(frozen=True, kw_only=True)
class Kolom:
    """A column. ``acuan`` names the sheet whose keys it refers to; ``bidang`` is the model field it fills.

    ``arti`` says what is missing when a required cell is empty ("Isi …").
    """

    kunci: str
    judul: str
    jenis: Jenis
    petunjuk: str = ""
    arti: str = ""
    lebar: int = 18
    acuan: str = ""
    bidang: tuple[type[Model], str] | None = None

    @property
    def wajib(self) -> bool:
        """Whether every row needs it."""
        return bool(self.arti)

    @property
    def dibaca(self) -> bool:
        """Whether it is read at all."""
        return not isinstance(self.jenis, Keterangan)

    def field(self) -> Field[Any, Any] | None:
        """The model field, where there is one to judge by."""
        if self.bidang is None:
            return None
        hasil: Any = self.bidang[0]._meta.get_field(self.bidang[1])
        return hasil if isinstance(hasil, Field) else None


@dataclass(frozen=True, kw_only=True)
class Lembar:
    """A sheet. ``tegak`` has one record, a line per column; ``unik`` are the columns no two rows may share.

    ``model`` are the labels of the records it holds ("sakip.realisasi"), for naming it beside a change.
    """

    nama: str
    isi: str
    kolom: tuple[Kolom, ...]
    model: tuple[str, ...] = ()
    unik: tuple[str, ...] = ()
    tegak: bool = False

    def __getitem__(self, kunci: str) -> Kolom:
        return next(kolom for kolom in self.kolom if kolom.kunci == kunci)

    @property
    def terbaca(self) -> tuple[Kolom, ...]:
        """The columns that are read."""
        return tuple(kolom for kolom in self.kolom if kolom.dibaca)


def _teks(kunci: str, judul: str, model: type[Model] | None = None, bidang: str = "", **lain: Any) -> Kolom:
    return Kolom(
        kunci=kunci,
        judul=judul,
        jenis=lain.pop("jenis", TEKS),
        bidang=(model, bidang or kunci) if model else None,
        **lain,
    )


VERSI_RENSTRA: Final = (
    Kolom(
        kunci="tahun_awal",
        judul="Tahun awal",
        jenis=Tahun(),
        petunjuk="Tahun pertama Renstra; boleh kosong bila hanya ada satu Renstra.",
        lebar=11,
    ),
    Kolom(
        kunci="versi",
        judul="Versi",
        jenis=Bulat(paling_besar=32767),
        petunjuk="0 awal; 1, 2, … perubahan.",
        lebar=8,
    ),
)

KODE_NOMENKLATUR: Final = "Kode program, kegiatan, atau sub kegiatan menurut lembar Nomenklatur."


def _kode(**lain: Any) -> Kolom:
    return Kolom(
        kunci="kode",
        judul="Kode",
        jenis=SEBARIS,
        petunjuk=lain.pop("petunjuk", KODE_NOMENKLATUR),
        lebar=20,
        acuan=NOMENKLATUR,
        **lain,
    )


def _nama_kode() -> Kolom:
    return Kolom(
        kunci="nama_kode",
        judul="Nama menurut kode",
        jenis=Keterangan(),
        petunjuk="Keterangan; tidak dibaca saat diunggah.",
        lebar=36,
    )


def _kunci_indikator(**lain: Any) -> Kolom:
    return Kolom(
        kunci="kunci_indikator",
        judul="Kunci indikator",
        jenis=Kunci(),
        petunjuk=lain.pop("petunjuk", "Kunci pada lembar Indikator; kosong bila tidak ada dalam Renstra."),
        lebar=16,
        acuan="Indikator",
        **lain,
    )


def _nama_indikator() -> Kolom:
    return Kolom(
        kunci="nama_indikator",
        judul="Nama indikator",
        jenis=Keterangan(),
        petunjuk="Keterangan; tidak dibaca saat diunggah.",
        lebar=36,
    )


def _target(judul: str = "Target", **lain: Any) -> Kolom:
    return Kolom(
        kunci=lain.pop("kunci", "target"),
        judul=judul,
        jenis=Target(),
        petunjuk=lain.pop("petunjuk", "Angka (98,5), huruf skala (B), atau rentang (75 s.d. 85)."),
        lebar=14,
        **lain,
    )


def _cetak(model: type[Model], kunci: str = "cetak", judul: str = "Seperti tercetak") -> Kolom:
    return _teks(
        kunci,
        judul,
        model,
        "cetak",
        petunjuk='Hanya bila cetakan berbeda, misalnya "B (66)".',
        lebar=16,
        jenis=SEBARIS,
    )


def _satuan(model: type[Model]) -> Kolom:
    return _teks("satuan", "Satuan", model, petunjuk="Misalnya %, indeks, dokumen.", lebar=12, jenis=SEBARIS)


def _nomor(petunjuk: str, **lain: Any) -> Kolom:
    return Kolom(
        kunci="nomor",
        judul="Nomor",
        jenis=Bulat(paling_besar=32767),
        petunjuk=petunjuk,
        lebar=9,
        **lain,
    )


def _nilai_tercatat(model: type[Model], judul: str) -> tuple[Kolom, ...]:
    return (
        Kolom(
            kunci="keadaan",
            judul="Keadaan",
            jenis=Pilihan(pilihan=PILIHAN_KEADAAN),
            petunjuk="Terisi, atau Tidak tersedia beserta alasannya.",
            lebar=15,
        ),
        Kolom(
            kunci="nilai",
            judul=judul,
            jenis=Nilai(),
            petunjuk="Angka (98,5) atau huruf skala (B).",
            lebar=14,
        ),
        Kolom(
            kunci="pembilang",
            judul="Pembilang",
            jenis=Angka(),
            petunjuk="Sebagai ganti angka: isi pembilang dan penyebut.",
            lebar=14,
        ),
        Kolom(kunci="penyebut", judul="Penyebut", jenis=Angka(), petunjuk="Lebih dari 0.", lebar=14),
        _teks(
            "alasan",
            "Alasan tidak tersedia",
            model,
            petunjuk="Hanya bila keadaan Tidak tersedia.",
            lebar=28,
        ),
        _cetak(model),
    )


PILIHAN_TRIWULAN: Final = (
    ("0", "Setahun"),
    ("1", "Triwulan I"),
    ("2", "Triwulan II"),
    ("3", "Triwulan III"),
    ("4", "Triwulan IV"),
)

#: Heads of documents: their code in the loader's document, and what the sheet calls them.
DOKUMEN: Final = (
    ("rkt", "RKT"),
    ("pk", "PK"),
    ("iku", "SK IKU"),
    ("rencana_aksi", "Rencana Aksi"),
    ("laporan", "LKIP"),
)

UNTUK_PERATURAN: Final = (("profil", "Profil"), ("iku", "SK IKU"))

JENIS_BUTIR_PROFIL: Final = (
    ("kedudukan", "Kedudukan"),
    ("tugas", "Tugas"),
    ("fungsi", "Fungsi"),
    ("isu_strategis", "Isu strategis"),
)

JENIS_RPJMD: Final = (
    ("periode", "Periode"),
    ("misi", "Misi"),
    ("tujuan", "Tujuan"),
    ("sasaran", "Sasaran"),
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


def _lembar_tempat() -> tuple[Lembar, ...]:
    profil = k.ProfilKecamatan
    return (
        Lembar(
            nama="Profil",
            isi="Alamat kantor, luas, batas, dan penduduk",
            tegak=True,
            model=("kecamatan.kecamatan", "kecamatan.profilkecamatan"),
            kolom=(
                _teks("alamat", "Alamat kantor", k.Kecamatan, jenis=SEBARIS),
                _teks("telepon", "Telepon", k.Kecamatan, jenis=SEBARIS),
                _teks("kode_pos", "Kode pos", k.Kecamatan, petunjuk="Lima angka.", jenis=SEBARIS),
                _teks("surel", "Surel", k.Kecamatan, jenis=SEBARIS),
                _teks("ibu_kota", "Ibu kota kecamatan", k.Kecamatan, jenis=SEBARIS),
                Kolom(
                    kunci="luas_km2",
                    judul="Luas (km²)",
                    jenis=Angka(),
                    petunjuk="Misalnya 47,12.",
                    bidang=(profil, "luas_km2"),
                ),
                _teks("batas_utara", "Batas utara", profil, jenis=SEBARIS),
                _teks("batas_timur", "Batas timur", profil, jenis=SEBARIS),
                _teks("batas_selatan", "Batas selatan", profil, jenis=SEBARIS),
                _teks("batas_barat", "Batas barat", profil, jenis=SEBARIS),
                Kolom(kunci="penduduk", judul="Penduduk (jiwa)", jenis=Bulat()),
                Kolom(kunci="penduduk_laki_laki", judul="Penduduk laki-laki (jiwa)", jenis=Bulat()),
                Kolom(kunci="penduduk_perempuan", judul="Penduduk perempuan (jiwa)", jenis=Bulat()),
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
                    jenis=Pilihan(pilihan=JENIS_BUTIR_PROFIL),
                    arti="jenis butir",
                    lebar=16,
                ),
                _teks(
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
                    jenis=Pilihan(pilihan=tuple(k.FaktaProfil.Kelompok.choices)),
                    arti="kelompok fakta",
                    lebar=22,
                ),
                _teks("uraian", "Uraian", k.FaktaProfil, arti="uraian fakta", lebar=40, jenis=SEBARIS),
                Kolom(
                    kunci="nilai",
                    judul="Nilai",
                    jenis=Angka(),
                    petunjuk="Angka, atau isi kolom Dengan kata-kata.",
                    lebar=14,
                    bidang=(k.FaktaProfil, "nilai"),
                ),
                _satuan(k.FaktaProfil),
                _teks("teks", "Dengan kata-kata", k.FaktaProfil, lebar=40),
                _teks("sumber", "Sumber data", k.FaktaProfil, lebar=24, jenis=SEBARIS),
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
                    jenis=Pilihan(pilihan=UNTUK_PERATURAN),
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
                    jenis=Keterangan(),
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
                    jenis=Pilihan(pilihan=tuple(k.DesaKelurahan.Jenis.choices)),
                    arti="jenis: Desa atau Kelurahan",
                    lebar=14,
                ),
                _teks("nama", "Nama", k.DesaKelurahan, arti="nama desa", lebar=32, jenis=SEBARIS),
                _teks(
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
                _teks(
                    "kunci",
                    "Kunci",
                    k.UnitKerja,
                    jenis=Kunci(),
                    petunjuk="Nama pendek tanpa spasi, misalnya seksi-trantib.",
                    arti="kunci unit kerja",
                    lebar=24,
                ),
                _teks("nama", "Nama", k.UnitKerja, arti="nama unit kerja", lebar=50, jenis=SEBARIS),
                Kolom(
                    kunci="jenis",
                    judul="Jenis",
                    jenis=Pilihan(pilihan=tuple(k.UnitKerja.Jenis.choices)),
                    arti="jenis unit kerja",
                    lebar=28,
                ),
                Kolom(
                    kunci="induk",
                    judul="Atasan langsung",
                    jenis=Kunci(),
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
                _teks(
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
                    jenis=Pilihan(pilihan=tuple(k.MasaJabatan.Jabatan.choices)),
                    petunjuk="Kepala daerah dicatat oleh Bagian Organisasi.",
                    arti="jabatan",
                    lebar=20,
                ),
                Kolom(
                    kunci="mulai",
                    judul="Mulai menjabat",
                    jenis=Tanggal(),
                    petunjuk="Misalnya 2/1/2023.",
                    arti="tanggal mulai menjabat",
                    lebar=18,
                ),
                Kolom(
                    kunci="sampai",
                    judul="Sampai dengan",
                    jenis=Tanggal(),
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
                    jenis=Pilihan(pilihan=tuple(k.KomposisiSDM.Kelompok.choices)),
                    arti="kelompok",
                    lebar=22,
                ),
                _teks("uraian", "Uraian", k.KomposisiSDM, arti="uraian baris", lebar=40, jenis=SEBARIS),
                _teks("golongan", "Golongan", k.KomposisiSDM, lebar=14, jenis=SEBARIS),
                Kolom(
                    kunci="asn",
                    judul="ASN (orang)",
                    jenis=Bulat(),
                    petunjuk="Kosong berarti tidak diketahui, bukan nol.",
                    lebar=14,
                ),
                Kolom(kunci="non_asn", judul="Non-ASN (orang)", jenis=Bulat(), lebar=16),
                _teks("keterangan", "Keterangan", k.KomposisiSDM, lebar=30, jenis=SEBARIS),
            ),
        ),
    )


def _lembar_rencana() -> tuple[Lembar, ...]:
    return (
        Lembar(
            nama="RPJMD",
            isi="RPJMD kabupaten; diubah oleh Bagian Organisasi, operator hanya membacanya",
            model=("sakip.perioderpjmd", "sakip.misirpjmd", "sakip.tujuanrpjmd", "sakip.sasaranrpjmd"),
            kolom=(
                Kolom(
                    kunci="jenis",
                    judul="Jenis",
                    jenis=Pilihan(pilihan=JENIS_RPJMD),
                    petunjuk="Bertingkat: tujuan di bawah misinya, sasaran di bawah tujuannya.",
                    arti="jenis",
                    lebar=12,
                ),
                Kolom(
                    kunci="nomor",
                    judul="Nomor",
                    jenis=Bulat(paling_besar=32767),
                    petunjuk="Tahun awal periode, atau nomor misi.",
                    lebar=10,
                ),
                Kolom(kunci="tahun_akhir", judul="Tahun akhir", jenis=Tahun(), lebar=12),
                _teks("uraian", "Uraian", petunjuk="Visi, misi, tujuan, atau sasaran.", lebar=80),
                Kolom(
                    kunci="indikator",
                    judul="Indikator",
                    jenis=Daftar(),
                    petunjuk="Satu per baris dalam sel (Alt+Enter).",
                    lebar=50,
                ),
                _teks("dasar", "Dasar", petunjuk="Peraturan yang menetapkan periode.", lebar=40),
            ),
        ),
        Lembar(
            nama="Renstra",
            isi="Renstra yang berlaku dan perubahannya",
            model=("sakip.renstra",),
            unik=("tahun_awal", "versi"),
            kolom=(
                Kolom(
                    kunci="tahun_awal",
                    judul="Tahun awal",
                    jenis=Tahun(),
                    arti="tahun awal Renstra",
                    lebar=12,
                ),
                Kolom(
                    kunci="tahun_akhir",
                    judul="Tahun akhir",
                    jenis=Tahun(),
                    arti="tahun akhir Renstra",
                    lebar=12,
                ),
                Kolom(
                    kunci="versi",
                    judul="Versi",
                    jenis=Bulat(paling_besar=32767),
                    petunjuk="0 awal; 1, 2, … perubahan.",
                    lebar=8,
                ),
                _teks("dasar", "Dasar", petunjuk="Peraturan yang menetapkannya.", lebar=60),
                Kolom(kunci="tanggal", judul="Tanggal", jenis=Tanggal(), lebar=18),
                _teks("sumber", "Sumber", lebar=40),
                Kolom(
                    kunci="rpjmd",
                    judul="RPJMD (tahun awal)",
                    jenis=Tahun(),
                    petunjuk="Tahun awal RPJMD yang diacu.",
                    lebar=16,
                ),
                Kolom(
                    kunci="misi_diacu",
                    judul="Misi yang diacu",
                    jenis=Bulat(paling_besar=32767),
                    petunjuk="Nomor misi RPJMD.",
                    lebar=16,
                ),
            ),
        ),
        Lembar(
            nama="Tujuan",
            isi="Tujuan Renstra",
            model=("sakip.tujuan",),
            unik=("tahun_awal", "versi", "kunci"),
            kolom=(
                *VERSI_RENSTRA,
                _teks(
                    "kunci",
                    "Kunci",
                    m.Tujuan,
                    jenis=Kunci(),
                    petunjuk="Nama pendek tanpa spasi, misalnya t1.",
                    arti="kunci tujuan",
                    lebar=12,
                ),
                _teks("uraian", "Uraian", m.Tujuan, arti="uraian tujuan", lebar=90),
            ),
        ),
        Lembar(
            nama="IndikatorTujuan",
            isi="Indikator tujuan Renstra",
            model=("sakip.indikatortujuan",),
            unik=("tahun_awal", "versi", "tujuan", "nomor"),
            kolom=(
                *VERSI_RENSTRA,
                Kolom(
                    kunci="tujuan",
                    judul="Kunci tujuan",
                    jenis=Kunci(),
                    arti="kunci tujuan",
                    lebar=14,
                    acuan="Tujuan",
                ),
                _nomor("1, 2, … dalam tujuannya.", arti="nomor urut indikator"),
                _teks("nama", "Nama indikator", m.IndikatorTujuan, arti="nama indikator tujuan", lebar=70),
                _satuan(m.IndikatorTujuan),
            ),
        ),
        Lembar(
            nama="TargetTujuan",
            isi="Target indikator tujuan per tahun",
            model=("sakip.targettujuan",),
            unik=("tahun_awal", "versi", "tujuan", "nomor", "tahun"),
            kolom=(
                *VERSI_RENSTRA,
                Kolom(
                    kunci="tujuan",
                    judul="Kunci tujuan",
                    jenis=Kunci(),
                    arti="kunci tujuan",
                    lebar=14,
                    acuan="Tujuan",
                ),
                _nomor("Nomor pada lembar IndikatorTujuan.", arti="nomor indikator tujuan"),
                Kolom(kunci="tahun", judul="Tahun", jenis=Tahun(), arti="tahun target", lebar=10),
                _target(arti="target tahun itu, atau hapus barisnya"),
                _cetak(m.TargetTujuan),
            ),
        ),
        Lembar(
            nama="Sasaran",
            isi="Sasaran strategis Renstra",
            model=("sakip.sasaran",),
            unik=("tahun_awal", "versi", "kunci"),
            kolom=(
                *VERSI_RENSTRA,
                Kolom(
                    kunci="tujuan",
                    judul="Kunci tujuan",
                    jenis=Kunci(),
                    arti="kunci tujuan",
                    lebar=14,
                    acuan="Tujuan",
                ),
                _teks(
                    "kunci",
                    "Kunci",
                    m.Sasaran,
                    jenis=Kunci(),
                    petunjuk="Nama pendek tanpa spasi, misalnya s1.",
                    arti="kunci sasaran",
                    lebar=12,
                ),
                _teks("uraian", "Uraian", m.Sasaran, arti="uraian sasaran", lebar=60),
                Kolom(
                    kunci="bobot",
                    judul="Bobot (%)",
                    jenis=Angka(),
                    petunjuk="Kosong bila semua sama berat.",
                    lebar=12,
                    bidang=(m.Sasaran, "bobot"),
                ),
                Kolom(
                    kunci="strategi",
                    judul="Strategi",
                    jenis=Daftar(),
                    petunjuk="Satu per baris dalam sel (Alt+Enter).",
                    lebar=40,
                ),
                Kolom(kunci="kebijakan", judul="Kebijakan", jenis=Daftar(), lebar=40),
                Kolom(
                    kunci="program",
                    judul="Program seperti tercetak",
                    jenis=Daftar(),
                    petunjuk="Nama program dalam matriks Renstra.",
                    lebar=40,
                ),
                _teks(
                    "sasaran_rpjmd",
                    "Sasaran RPJMD",
                    petunjuk="Uraian sasaran RPJMD yang diacu, persis seperti pada lembar RPJMD.",
                    lebar=40,
                ),
            ),
        ),
        Lembar(
            nama="Indikator",
            isi="Indikator sasaran: apa yang diukur dan bagaimana",
            model=("sakip.indikator",),
            unik=("tahun_awal", "versi", "kunci"),
            kolom=(
                *VERSI_RENSTRA,
                Kolom(
                    kunci="sasaran",
                    judul="Kunci sasaran",
                    jenis=Kunci(),
                    arti="kunci sasaran",
                    lebar=14,
                    acuan="Sasaran",
                ),
                _teks(
                    "kunci",
                    "Kunci",
                    m.Indikator,
                    jenis=Kunci(),
                    petunjuk="Nama pendek tanpa spasi, misalnya skm; tetap sama dari tahun ke tahun.",
                    arti="kunci indikator",
                    lebar=16,
                ),
                _teks("nama", "Nama indikator", m.Indikator, arti="nama indikator", lebar=60),
                _satuan(m.Indikator),
                Kolom(
                    kunci="jenis_nilai",
                    judul="Jenis nilai",
                    jenis=Pilihan(pilihan=tuple(m.Indikator.JenisNilai.choices)),
                    petunjuk="Kosong berarti Angka.",
                    lebar=14,
                ),
                Kolom(
                    kunci="rumus",
                    judul="Rumus",
                    jenis=Pilihan(pilihan=PILIHAN_RUMUS),
                    petunjuk="Kosong berarti semakin tinggi semakin baik.",
                    lebar=30,
                ),
                Kolom(
                    kunci="skala",
                    judul="Skala",
                    jenis=SEBARIS,
                    petunjuk="Hanya untuk jenis nilai Huruf, misalnya akip-2021.",
                    lebar=16,
                    acuan="Skala",
                ),
                Kolom(
                    kunci="desimal",
                    judul="Jumlah desimal",
                    jenis=Bulat(paling_besar=4),
                    petunjuk="0 sampai 4; kosong berarti 2.",
                    lebar=12,
                ),
                Kolom(
                    kunci="akumulasi",
                    judul="Akumulasi triwulan",
                    jenis=Pilihan(pilihan=PILIHAN_AKUMULASI),
                    petunjuk="Kosong berarti nilai triwulan terakhir.",
                    lebar=30,
                ),
                Kolom(
                    kunci="bobot",
                    judul="Bobot (%)",
                    jenis=Angka(),
                    lebar=12,
                    bidang=(m.Indikator, "bobot"),
                ),
                _teks("pembilang", "Pembilang", petunjuk="Uraian, bukan angka.", lebar=40),
                _teks("penyebut", "Penyebut", petunjuk="Uraian, bukan angka.", lebar=40),
                _teks("formulasi", "Formulasi", petunjuk="Bila tidak berupa pecahan.", lebar=40),
                Kolom(
                    kunci="penjelasan",
                    judul="Penjelasan",
                    jenis=Daftar(),
                    petunjuk="Satu per baris dalam sel (Alt+Enter).",
                    lebar=40,
                ),
                Kolom(
                    kunci="penanggung_jawab",
                    judul="Penanggung jawab",
                    jenis=Daftar(),
                    petunjuk="Kunci unit kerja, satu per baris.",
                    lebar=24,
                    acuan="UnitKerja",
                ),
                _teks("sumber_data", "Sumber data", lebar=30),
                Kolom(kunci="iku", judul="IKU", jenis=YaTidak(), petunjuk="Kosong berarti Ya.", lebar=10),
                Kolom(
                    kunci="dalam_renstra",
                    judul="Tercetak dalam Renstra",
                    jenis=YaTidak(),
                    petunjuk="Kosong berarti Ya.",
                    lebar=14,
                ),
            ),
        ),
        Lembar(
            nama="TargetRenstra",
            isi="Target indikator per tahun menurut Renstra",
            model=("sakip.targetrenstra",),
            unik=("tahun_awal", "versi", "kunci_indikator", "tahun"),
            kolom=(
                *VERSI_RENSTRA,
                _kunci_indikator(petunjuk="Kunci pada lembar Indikator.", arti="kunci indikator"),
                _nama_indikator(),
                Kolom(kunci="tahun", judul="Tahun", jenis=Tahun(), arti="tahun target", lebar=10),
                _target(arti="target tahun itu, atau hapus barisnya"),
                _cetak(m.TargetRenstra),
            ),
        ),
    )


def _lembar_tahun() -> tuple[Lembar, ...]:
    tahun_pk = (
        Kolom(
            kunci="tahun",
            judul="Tahun",
            jenis=Tahun(),
            petunjuk="Kosong berarti tahun buku kerja; tahun lalu hanya sebagai pembanding.",
            lebar=10,
        ),
        Kolom(
            kunci="versi",
            judul="Versi",
            jenis=Bulat(paling_besar=32767),
            petunjuk="Kosong atau 0 murni; 1, 2, … perubahan.",
            lebar=8,
        ),
    )
    return (
        Lembar(
            nama="Dokumen",
            isi="Tempat, tanggal, dan penanda tangan setiap dokumen",
            model=(
                "sakip.rkt",
                "sakip.perjanjiankinerja",
                "sakip.keputusaniku",
                "sakip.rencanaaksi",
                "reports.laporan",
            ),
            unik=("dokumen", "tahun", "versi"),
            kolom=(
                Kolom(
                    kunci="dokumen",
                    judul="Dokumen",
                    jenis=Pilihan(pilihan=DOKUMEN),
                    arti="nama dokumen",
                    lebar=16,
                ),
                *tahun_pk,
                _teks(
                    "nomor",
                    "Nomor",
                    m.KeputusanIKU,
                    petunjuk="Hanya SK IKU.",
                    lebar=26,
                    jenis=SEBARIS,
                ),
                _teks("tempat", "Tempat", m.RKT, lebar=18, jenis=SEBARIS),
                Kolom(
                    kunci="tanggal",
                    judul="Tanggal",
                    jenis=Tanggal(),
                    petunjuk="Misalnya 2/1/2023.",
                    lebar=18,
                ),
                _teks(
                    "tanggal_cetak",
                    "Tanggal seperti tercetak",
                    m.RKT,
                    petunjuk="Bila harinya tidak diketahui, misalnya Januari 2021.",
                    lebar=22,
                    jenis=SEBARIS,
                ),
                Kolom(
                    kunci="penandatangan",
                    judul="Penanda tangan",
                    jenis=SEBARIS,
                    petunjuk="Nama pada lembar Pejabat; untuk PK pihak pertama.",
                    lebar=36,
                    acuan="Pejabat",
                ),
                Kolom(
                    kunci="pihak_kedua",
                    judul="Pihak kedua",
                    jenis=SEBARIS,
                    petunjuk="Hanya PK: nama kepala daerah.",
                    lebar=36,
                    acuan="Pejabat",
                ),
                Kolom(
                    kunci="alasan",
                    judul="Alasan perubahan",
                    jenis=Pilihan(pilihan=tuple(m.PerjanjianKinerja.Alasan.choices)),
                    petunjuk="Hanya PK perubahan.",
                    lebar=36,
                ),
                _teks(
                    "instansi",
                    "Instansi",
                    m.KeputusanIKU,
                    petunjuk="Hanya SK IKU.",
                    lebar=26,
                    jenis=SEBARIS,
                ),
                _teks("sumber", "Sumber", petunjuk="Hanya PK: dokumen asalnya.", lebar=36),
            ),
        ),
        Lembar(
            nama="RKT",
            isi="Rencana Kinerja Tahunan: sasaran, indikator, dan target",
            model=("sakip.sasaranrkt",),
            kolom=(
                _teks("sasaran", "Sasaran", arti="sasaran seperti tercetak dalam RKT", lebar=50),
                _teks("indikator", "Indikator", arti="indikator seperti tercetak dalam RKT", lebar=50),
                _kunci_indikator(),
                _satuan(m.SasaranRKT),
                _target(),
                _cetak(m.SasaranRKT),
            ),
        ),
        Lembar(
            nama="RKTKegiatan",
            isi="Rencana Kinerja Tahunan: program, kegiatan, dan sub kegiatan",
            model=("sakip.barisrkt", "sakip.indikatorbarisrkt"),
            kolom=(
                _nomor("Baris dengan nomor yang sama memuat indikator berikutnya; kodenya boleh kosong."),
                Kolom(
                    kunci="sasaran",
                    judul="Kunci sasaran",
                    jenis=Kunci(),
                    petunjuk="Kunci pada lembar Sasaran.",
                    lebar=14,
                    acuan="Sasaran",
                ),
                _kode(),
                _nama_kode(),
                _teks(
                    "uraian",
                    "Indikator",
                    petunjuk="Indikator program, kegiatan, atau sub kegiatan.",
                    lebar=50,
                ),
                _teks(
                    "target",
                    "Target",
                    m.IndikatorBarisRKT,
                    petunjuk="Seperti tercetak.",
                    lebar=14,
                    jenis=SEBARIS,
                ),
                _satuan(m.IndikatorBarisRKT),
                Kolom(kunci="anggaran", judul="Anggaran (Rp)", jenis=Rupiah(), lebar=20),
                Kolom(
                    kunci="penanggung_jawab",
                    judul="Penanggung jawab",
                    jenis=Daftar(),
                    petunjuk="Kunci unit kerja, satu per baris.",
                    lebar=24,
                    acuan="UnitKerja",
                ),
            ),
        ),
        Lembar(
            nama="PK",
            isi="Perjanjian Kinerja: sasaran, indikator, dan target",
            model=("sakip.barispk",),
            kolom=(
                *tahun_pk,
                _teks("sasaran", "Sasaran", arti="sasaran seperti tercetak dalam PK", lebar=50),
                Kolom(
                    kunci="kunci_sasaran",
                    judul="Kunci sasaran",
                    jenis=Kunci(),
                    petunjuk="Kunci pada lembar Sasaran.",
                    lebar=14,
                    acuan="Sasaran",
                ),
                _teks("indikator", "Indikator", arti="indikator seperti tercetak dalam PK", lebar=50),
                _kunci_indikator(),
                _satuan(m.BarisPK),
                _target(arti="target"),
                _cetak(m.BarisPK),
            ),
        ),
        Lembar(
            nama="PKAnggaran",
            isi="Perjanjian Kinerja: program dan anggarannya",
            model=("sakip.anggaranpk",),
            kolom=(
                *tahun_pk,
                _kode(petunjuk="Kode program menurut lembar Nomenklatur."),
                _teks(
                    "nama",
                    "Nama program",
                    m.AnggaranPK,
                    petunjuk="Seperti tercetak dalam PK.",
                    arti="nama program seperti tercetak dalam PK",
                    lebar=60,
                    jenis=SEBARIS,
                ),
                Kolom(kunci="anggaran", judul="Anggaran (Rp)", jenis=Rupiah(), arti="anggaran", lebar=20),
                _teks("sumber_dana", "Sumber dana", m.AnggaranPK, petunjuk="Misalnya APBD.", jenis=SEBARIS),
            ),
        ),
        Lembar(
            nama="IKU",
            isi="Keputusan Camat tentang IKU: baris lampiran",
            model=("sakip.barisiku",),
            kolom=(
                _teks("sasaran", "Sasaran", arti="sasaran seperti tercetak dalam keputusan", lebar=50),
                _teks("indikator", "Indikator", arti="indikator seperti tercetak dalam keputusan", lebar=50),
                _kunci_indikator(),
                _satuan(m.BarisIKU),
                _teks("pembilang", "Pembilang", petunjuk="Uraian, bukan angka.", lebar=40),
                _teks("penyebut", "Penyebut", petunjuk="Uraian, bukan angka.", lebar=40),
                _teks("formulasi", "Formulasi", petunjuk="Bila tidak berupa pecahan.", lebar=40),
                Kolom(
                    kunci="penjelasan",
                    judul="Penjelasan",
                    jenis=Daftar(),
                    petunjuk="Satu per baris dalam sel (Alt+Enter).",
                    lebar=50,
                ),
                Kolom(
                    kunci="penanggung_jawab",
                    judul="Penanggung jawab",
                    jenis=Daftar(),
                    petunjuk="Seperti tercetak, satu per baris.",
                    lebar=30,
                ),
                _teks("sumber_data", "Sumber data", lebar=30),
            ),
        ),
        Lembar(
            nama="IKUButir",
            isi="Keputusan Camat tentang IKU: tugas, fungsi, tujuan, dan indikator tujuan",
            model=("sakip.butiriku",),
            kolom=(
                Kolom(
                    kunci="jenis",
                    judul="Jenis",
                    jenis=Pilihan(pilihan=tuple(m.ButirIKU.Jenis.choices)),
                    arti="jenis butir",
                    lebar=20,
                ),
                _teks("uraian", "Uraian", arti="uraian butir", lebar=90),
            ),
        ),
        Lembar(
            nama="RencanaAksi",
            isi="Rencana Aksi: target per triwulan",
            model=("sakip.barisrencanaaksi", "sakip.targettriwulan"),
            unik=("nomor",),
            kolom=(
                _nomor("Dirujuk lembar RencanaAksiKegiatan."),
                _teks("sasaran", "Sasaran", arti="sasaran seperti tercetak dalam rencana aksi", lebar=40),
                _teks(
                    "indikator", "Indikator", arti="indikator seperti tercetak dalam rencana aksi", lebar=40
                ),
                _kunci_indikator(),
                _satuan(m.BarisRencanaAksi),
                Kolom(
                    kunci="akumulasi",
                    judul="Akumulasi triwulan",
                    jenis=Pilihan(pilihan=PILIHAN_AKUMULASI),
                    petunjuk="Kosong berarti kumulatif.",
                    lebar=30,
                ),
                *(
                    kolom
                    for n, romawi in enumerate(("I", "II", "III", "IV"), start=1)
                    for kolom in (
                        _target(f"Target triwulan {romawi}", kunci=f"target_{n}"),
                        _cetak(m.TargetTriwulan, f"cetak_{n}", f"Tercetak triwulan {romawi}"),
                    )
                ),
            ),
        ),
        Lembar(
            nama="RencanaAksiKegiatan",
            isi="Rencana Aksi: kegiatan dan keluarannya per triwulan",
            model=("sakip.kegiatanrencanaaksi",),
            kolom=(
                _nomor("Nomor baris pada lembar RencanaAksi.", arti="nomor baris rencana aksi"),
                _kode(arti="kode program, kegiatan, atau sub kegiatan"),
                _nama_kode(),
                _teks("indikator", "Indikator", lebar=50),
                _satuan(m.KegiatanRencanaAksi),
                *(
                    Kolom(kunci=f"triwulan_{n}", judul=f"Triwulan {romawi}", jenis=Angka(), lebar=14)
                    for n, romawi in enumerate(("I", "II", "III", "IV"), start=1)
                ),
            ),
        ),
        Lembar(
            nama="Realisasi",
            isi="Realisasi indikator per triwulan atau setahun",
            model=("sakip.realisasi",),
            unik=("kunci_indikator", "tahun", "triwulan"),
            kolom=(
                _kunci_indikator(petunjuk="Kunci pada lembar Indikator.", arti="kunci indikator"),
                _nama_indikator(),
                Kolom(
                    kunci="tahun",
                    judul="Tahun",
                    jenis=Tahun(),
                    petunjuk="Kosong berarti tahun buku kerja.",
                    lebar=10,
                ),
                Kolom(
                    kunci="triwulan",
                    judul="Triwulan",
                    jenis=PilihanBulat(pilihan=PILIHAN_TRIWULAN),
                    petunjuk="Kosong berarti Setahun.",
                    lebar=14,
                ),
                *_nilai_tercatat(m.Realisasi, "Realisasi"),
                _teks("catatan", "Catatan", lebar=30),
                _teks("sumber", "Sumber data", lebar=30),
            ),
        ),
        Lembar(
            nama="Pembanding",
            isi="Nilai kabupaten, provinsi, dan nasional untuk dibandingkan",
            model=("sakip.pembandingindikator",),
            unik=("kunci_indikator", "lingkup"),
            kolom=(
                _kunci_indikator(petunjuk="Kunci pada lembar Indikator.", arti="kunci indikator"),
                _nama_indikator(),
                Kolom(
                    kunci="lingkup",
                    judul="Lingkup",
                    jenis=Pilihan(pilihan=PILIHAN_LINGKUP),
                    arti="lingkup: Kabupaten, Provinsi, atau Nasional",
                    lebar=14,
                ),
                Kolom(
                    kunci="tahun",
                    judul="Tahun nilai",
                    jenis=Tahun(),
                    petunjuk="Kosong berarti tahun buku kerja.",
                    lebar=12,
                ),
                *_nilai_tercatat(m.PembandingIndikator, "Nilai"),
                _teks("sumber", "Sumber data", lebar=30),
            ),
        ),
        Lembar(
            nama="Anggaran",
            isi="Pagu dan realisasi anggaran menurut baris terdalam",
            model=("sakip.anggaran",),
            unik=("kode",),
            kolom=(
                _kode(
                    petunjuk="Kode baris terdalam menurut lembar Nomenklatur; kosong hanya untuk sisa tak terinci."
                ),
                _nama_kode(),
                Kolom(
                    kunci="rinci",
                    judul="Dirinci",
                    jenis=YaTidak(),
                    petunjuk="Tidak untuk sisa yang tidak dirinci dokumen; kosong berarti Ya.",
                    lebar=10,
                ),
                Kolom(kunci="pagu_murni", judul="Pagu murni (Rp)", jenis=Rupiah(), lebar=20),
                Kolom(kunci="pagu_perubahan", judul="Pagu perubahan (Rp)", jenis=Rupiah(), lebar=20),
                Kolom(kunci="realisasi", judul="Realisasi (Rp)", jenis=Rupiah(), lebar=20),
                _teks("keterangan", "Keterangan", lebar=30),
            ),
        ),
        Lembar(
            nama="Keluaran",
            isi="Keluaran dan hasil setiap baris anggaran",
            model=("sakip.keluaran",),
            kolom=(
                Kolom(
                    kunci="kode",
                    judul="Kode",
                    jenis=SEBARIS,
                    petunjuk="Kode pada lembar Anggaran.",
                    lebar=20,
                    acuan="Anggaran",
                ),
                _nama_kode(),
                Kolom(
                    kunci="jenis",
                    judul="Jenis",
                    jenis=Pilihan(pilihan=tuple(m.Keluaran.Jenis.choices)),
                    petunjuk="Kosong berarti Keluaran (output).",
                    lebar=18,
                ),
                _teks("uraian", "Uraian", arti="uraian keluaran atau hasil", lebar=50),
                _satuan(m.Keluaran),
                Kolom(kunci="target", judul="Target", jenis=Angka(), lebar=14),
                _teks("target_cetak", "Target seperti tercetak", m.Keluaran, lebar=18, jenis=SEBARIS),
                Kolom(kunci="realisasi", judul="Realisasi", jenis=Angka(), lebar=14),
                _teks("realisasi_cetak", "Realisasi seperti tercetak", m.Keluaran, lebar=18, jenis=SEBARIS),
                Kolom(
                    kunci="keadaan",
                    judul="Keadaan realisasi",
                    jenis=Pilihan(pilihan=tuple(m.Keluaran.Keadaan.choices)),
                    petunjuk="Kosong berarti mengikuti isian realisasi.",
                    lebar=18,
                ),
                _teks("keterangan", "Keterangan", lebar=30),
            ),
        ),
        Lembar(
            nama="Belanja",
            isi="Komposisi belanja",
            model=("sakip.belanja",),
            unik=("kode",),
            kolom=(
                _teks(
                    "kode",
                    "Kode",
                    m.Belanja,
                    jenis=Kunci(),
                    petunjuk="Nama pendek tanpa spasi, misalnya barang-jasa.",
                    arti="kode belanja",
                    lebar=20,
                ),
                _teks("nama", "Nama", m.Belanja, arti="nama belanja", lebar=40, jenis=SEBARIS),
                Kolom(
                    kunci="induk",
                    judul="Kelompok",
                    jenis=Kunci(),
                    petunjuk="Kode kelompoknya, yang ditulis lebih dahulu.",
                    lebar=20,
                    acuan="Belanja",
                ),
                Kolom(kunci="pagu", judul="Pagu (Rp)", jenis=Rupiah(), lebar=20),
                Kolom(kunci="realisasi", judul="Realisasi (Rp)", jenis=Rupiah(), lebar=20),
            ),
        ),
        Lembar(
            nama="AnggaranLalu",
            isi="Jumlah anggaran tahun-tahun lalu yang rinciannya tidak dicatat",
            model=("sakip.anggaranlalu",),
            unik=("tahun",),
            kolom=(
                Kolom(kunci="tahun", judul="Tahun", jenis=Tahun(), arti="tahun", lebar=10),
                Kolom(kunci="pagu", judul="Pagu (Rp)", jenis=Rupiah(), lebar=20),
                Kolom(kunci="realisasi", judul="Realisasi (Rp)", jenis=Rupiah(), lebar=20),
                _teks("sumber", "Sumber", lebar=40),
            ),
        ),
        Lembar(
            nama="DukunganProgram",
            isi="Program yang mendukung setiap sasaran",
            model=("sakip.dukunganprogram",),
            unik=("sasaran", "kode"),
            kolom=(
                Kolom(
                    kunci="sasaran",
                    judul="Kunci sasaran",
                    jenis=Kunci(),
                    petunjuk="Kunci pada lembar Sasaran.",
                    arti="kunci sasaran",
                    lebar=14,
                    acuan="Sasaran",
                ),
                _kode(petunjuk="Kode program menurut lembar Nomenklatur.", arti="kode program"),
                _nama_kode(),
            ),
        ),
    )


def _lembar_narasi(bagian: Mapping[str, str]) -> Lembar:
    return Lembar(
        nama="Narasi",
        isi="Teks yang ditulis untuk LKIP",
        model=("reports.narasi",),
        kolom=(
            Kolom(
                kunci="bagian",
                judul="Bagian",
                jenis=Pilihan(pilihan=tuple(bagian.items())),
                arti="bagian laporan",
                lebar=38,
            ),
            Kolom(
                kunci="kunci",
                judul="Kunci sasaran atau indikator",
                jenis=Kunci(),
                petunjuk="Hanya untuk bagian yang ditulis per sasaran atau per indikator.",
                lebar=18,
                acuan="SasaranIndikator",
            ),
            Kolom(
                kunci="isi",
                judul="Isi",
                jenis=TEKS,
                petunjuk='Satu paragraf per baris (Alt+Enter); butir diawali "- " atau "1. ".',
                arti="teks narasi, atau hapus barisnya",
                lebar=110,
            ),
            Kolom(
                kunci="lanjutan",
                judul="Lanjutan",
                jenis=YaTidak(),
                petunjuk="Ya bila menyambung baris di atasnya (teks sangat panjang).",
                lebar=10,
            ),
            Kolom(
                kunci="ditinjau",
                judul="Sudah ditinjau",
                jenis=YaTidak(),
                petunjuk="Tidak untuk teks salinan yang belum dibaca ulang; kosong berarti Ya.",
                lebar=12,
            ),
        ),
    )


@dataclass(frozen=True)
class Buku:
    """All sheets of a workbook, in order. ``bagian_narasi`` are the places of narrative, code to words."""

    bagian_narasi: Mapping[str, str] = field(default_factory=dict)

    @property
    def lembar(self) -> tuple[Lembar, ...]:
        """The sheets that hold records."""
        return (
            *_lembar_tempat(),
            *_lembar_rencana(),
            *_lembar_tahun(),
            _lembar_narasi(self.bagian_narasi),
        )
