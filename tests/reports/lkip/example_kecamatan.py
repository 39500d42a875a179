"""The kecamatan of :mod:`example_plan`: its organisation, people and profile, for the tests of BAB I."""

from __future__ import annotations

from decimal import Decimal

from sakip.snapshot.types import Desa, Fakta, Kecamatan, Profil, SDMRow, UnitKerja
from tests.reports.lkip.naskah_material import KABUPATEN

D = Decimal

UNIT = tuple(
    UnitKerja(kunci=key, nama=nama, jenis=kind, induk=parent)
    for key, nama, kind, parent in (
        ("camat", "Camat", "camat", ""),
        ("sekretariat", "Sekretariat Kecamatan", "sekretariat", "camat"),
        ("subbag-perencanaan", "Subbagian Perencanaan dan Keuangan", "subbagian", "sekretariat"),
        ("subbag-umum", "Subbagian Umum dan Kepegawaian", "subbagian", "sekretariat"),
        ("seksi-pemerintahan", "Seksi Pemerintahan", "seksi", "camat"),
        ("seksi-pelayanan", "Seksi Pelayanan Umum", "seksi", "camat"),
        ("fungsional", "Kelompok Jabatan Fungsional", "fungsional", "camat"),
    )
)

KECAMATAN = Kecamatan(
    kode="35.09.01",
    nama="Jombang",
    slug="jombang",
    alamat="Jl. Ahmad Yani No. 104",
    telepon="(0336) 322155",
    kode_pos="68168",
    surel="",
    ibu_kota="Jombang",
    kabupaten=KABUPATEN,
    desa=tuple(
        Desa(nama=n, jenis="desa", status=s)
        for n, s in (("Jombang", "Mandiri"), ("Keting", "Maju"), ("Ngampelrejo", ""))
    ),
    unit_kerja=UNIT,
)

PROFIL = Profil(
    dasar_hukum=("Peraturan Bupati Jember Nomor 29 Tahun 2021",),
    kedudukan=("Kecamatan Jombang merupakan perangkat daerah.", "Kecamatan Jombang dipimpin oleh Camat"),
    tugas=(
        "Menyelenggarakan urusan pemerintahan umum;",
        "Camat membina desa; dan",
        "Melaksanakan tugas lain.",
    ),
    fungsi=("Melaksanakan pelayanan publik.",),
    batas_utara="Kecamatan Sumberbaru",
    batas_timur="Kecamatan Umbulsari",
    batas_selatan="Kecamatan Kencong",
    batas_barat="Kecamatan Yosowilangun Kabupaten Lumajang",
    luas_km2=D("50.05"),
    penduduk=56439,
    penduduk_laki_laki=28344,
    penduduk_perempuan=28095,
    fakta=(
        Fakta(
            kelompok="sarana", uraian="Puskesmas", nilai=D(1), satuan="unit", teks="", sumber="Profil Desa"
        ),
        Fakta(kelompok="lainnya", uraian="Perolehan PBB", nilai=D("49.85"), satuan="%", teks="", sumber=""),
        Fakta(kelompok="geografi", uraian="Letak", nilai=None, satuan="", teks="Bagian barat", sumber=""),
        Fakta(kelompok="lainnya", uraian="Curah hujan", nilai=None, satuan="", teks="", sumber=""),
    ),
    isu_strategis=("Petugas layanan masih terbatas", "Kesadaran hukum warga perlu diperkuat."),
)


def sdm(group: str, uraian: str, asn: int | None, non_asn: int | None = None, **content: str) -> SDMRow:
    return SDMRow(
        kelompok=group,
        uraian=uraian,
        golongan=content.get("golongan", ""),
        asn=asn,
        non_asn=non_asn,
        keterangan=content.get("keterangan", ""),
    )


SDM = (
    sdm("jabatan", "Camat", 1, keterangan="ada"),
    sdm("jabatan", "Kelompok Jabatan Fungsional", None),
    sdm("golongan", "Pembina", 1, golongan="IV/a"),
    sdm("golongan", "Penata Tingkat I", 3, golongan="III/d"),
    sdm("pendidikan", "SMA/STM", 4, 9),
    sdm("pendidikan", "S1", 7, 6),
    sdm("pendidikan", "S2", 1),
)
