"""Three real situations as small naskah, and one without any record, for the tests of the sections.

The figures are those of the LKIP of Jombang 2023, Balung 2020 and Umbulsari 2021; wording, NIP and photos are
made up. Results come from the engine itself, so a section is tested against what it will really be given.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reports.publish.naskah import Foto, Narasi, Naskah
from sakip.capaian.inputs import Kebijakan, Lingkup, Pembanding
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import Target
from sakip.snapshot.types import AnggaranLalu, Berkas, DukunganProgram, PembandingIndikator, Snapshot
from tests.reports.lkip.naskah_material import (
    anggaran_row,
    angka,
    belanja,
    filled,
    huruf,
    indikator,
    keluaran,
    lettered,
    naskah,
    not_available,
    persen,
    pk,
    realisasi,
    renstra,
    sasaran,
    snapshot,
    tujuan,
)
from tests.sakip.capaian.example_scales import AKIP_2021, JEMBER_2020, SKM_2017

D = Decimal

WITHOUT_LIMIT = Kebijakan(
    tahun=2020, skala=JEMBER_2020, batas_atas=None, batas_bawah=None, desimal=2, dasar=""
)
CAPPED = Kebijakan(tahun=2023, skala=AKIP_2021, batas_atas=D(100), batas_bawah=D(0), desimal=2, dasar="")

FOTO = Berkas(nama="foto/rapat.jpg", sha256="0" * 64, lebar=800, tinggi=600)


def empty_naskah() -> Naskah:
    """A kecamatan-year for which nothing is recorded."""
    return naskah(snapshot("Jelbuk", "35.09.25", 2024))


def snapshot_jombang() -> Snapshot:
    """Everything measured, capped at 100: 95, 100, 100, 85 → 95,00 AA; serapan 94,50."""
    program = {
        "7.01.01": "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        "7.01.02": "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik",
        "7.01.03": "Program Pemberdayaan Masyarakat Desa dan Kelurahan",
        "7.01.04": "Program Koordinasi Ketentraman dan Ketertiban Umum",
        "7.01.05": "Program Penyelenggaraan Urusan Pemerintahan Umum",
    }
    p = list(program.items())
    rencana = renstra(
        2021,
        2026,
        tujuan(
            "t1",
            "Meningkatnya kualitas pelayanan publik",
            sasaran(
                "trantib",
                "Terjaganya ketertiban umum dan ketentraman masyarakat",
                indikator(
                    "laporan",
                    "Persentase penyelesaian laporan dan pelanggaran ketertiban umum",
                    target={2026: persen("100")},
                ),
            ),
            sasaran(
                "pelayanan",
                "Meningkatnya kepuasan masyarakat",
                indikator("ikm", "IKM", satuan="Indeks", target={2026: angka("85")}, sumber="E-SUKMA"),
            ),
        ),
        tujuan(
            "t2",
            "Meningkatnya akuntabilitas kinerja",
            sasaran(
                "kinerja",
                "Terselenggaranya pemerintahan kecamatan",
                indikator(
                    "sakip",
                    "Nilai SAKIP",
                    satuan="Predikat",
                    rumus=Rumus.PREDIKAT,
                    skala=AKIP_2021,
                    target={2026: Target(huruf="BB", cetak="BB (97)")},
                ),
            ),
            sasaran(
                "fasilitasi",
                "Meningkatnya fasilitasi kesejahteraan masyarakat",
                indikator(
                    "kesra", "Persentase fasilitasi kesejahteraan masyarakat", target={2026: persen("100")}
                ),
            ),
        ),
    )
    laporan = "Laporan penanganan pengaduan trantibum"
    return snapshot(
        "Jombang",
        "35.09.01",
        2023,
        kebijakan=CAPPED,
        renstra=(rencana,),
        pk=(
            pk(
                2023,
                rencana,
                {"laporan": persen("100"), "ikm": angka("85"), "sakip": huruf("B"), "kesra": persen("100")},
                versi=1,
            ),
        ),
        pk_lalu=(pk(2022, rencana, {"laporan": persen("100"), "ikm": angka("100"), "kesra": persen("100")}),),
        realisasi=(
            realisasi("laporan", 2022, filled("90", "%")),
            realisasi("laporan", 2023, filled("95", "%"), laporan),
            realisasi("ikm", 2022, filled("80")),
            realisasi("ikm", 2023, filled("85")),
            realisasi("sakip", 2022, lettered("B")),
            realisasi("sakip", 2023, lettered("B")),
            realisasi("kesra", 2022, filled("80", "%")),
            realisasi("kesra", 2023, filled("85", "%")),
        ),
        pembanding=(
            PembandingIndikator(
                kunci_indikator="ikm",
                nilai=(
                    Pembanding(
                        lingkup=Lingkup.KABUPATEN, tahun=2023, nilai=filled("86.34"), sumber="IKM Kabupaten"
                    ),
                    Pembanding(lingkup=Lingkup.PROVINSI, tahun=2023, nilai=not_available(), sumber=""),
                ),
            ),
            PembandingIndikator(
                kunci_indikator="sakip",
                nilai=(
                    Pembanding(
                        lingkup=Lingkup.NASIONAL,
                        tahun=2023,
                        nilai=lettered("B", "B (63,36)"),
                        sumber="Rata-rata SAKIP",
                    ),
                ),
            ),
        ),
        anggaran=(
            anggaran_row(
                p[0],
                1_731_468_142,
                1_566_177_343,
                kegiatan=("7.01.01.2.02", "Administrasi Keuangan Perangkat Daerah"),
                sub=("7.01.01.2.02.01", "Penyediaan Gaji dan Tunjangan ASN"),
                keluaran=(
                    keluaran("Terbayarnya gaji dan tunjangan ASN", "orang", "18", "12"),
                    keluaran("Terwujudnya kesejahteraan ASN", kind="outcome"),
                ),
            ),
            anggaran_row(
                p[0],
                110_030_000,
                109_150_000,
                kegiatan=("7.01.01.2.02", "Administrasi Keuangan Perangkat Daerah"),
                sub=("7.01.01.2.02.03", "Pelaksanaan Penatausahaan Keuangan"),
                keluaran=(keluaran("Laporan keuangan terverifikasi", "dokumen", "12", "12"),),
            ),
            anggaran_row(p[0], 480_388_385, 462_314_748, rinci=False),
            anggaran_row(
                p[1],
                649_823_800,
                649_790_000,
                kegiatan=("7.01.02.2.01", "Koordinasi Penyelenggaraan Kegiatan Pemerintahan"),
                keluaran=(keluaran("Efektivitas pelayanan", "", "88", "80.67"),),
            ),
            anggaran_row(p[2], 48_327_600, 48_286_600),
            anggaran_row(p[3], 398_186_700, 394_488_000),
            anggaran_row(p[4], 9_230_400, 8_882_000),
        ),
        anggaran_lalu=(AnggaranLalu(tahun=2022, pagu=D(3_808_233_369), realisasi=D(3_596_844_312)),),
        belanja=(
            belanja("tidak-langsung", "Belanja Tidak Langsung", 45_220_500, 41_302_200),
            belanja("langsung", "Belanja Langsung", 3_382_234_527, 3_197_786_491),
        ),
        dukungan=(
            DukunganProgram(kunci_sasaran="trantib", program=("7.01.04",)),
            DukunganProgram(kunci_sasaran="pelayanan", program=("7.01.02", "7.01.05")),
            DukunganProgram(kunci_sasaran="kinerja", program=("7.01.01",)),
            DukunganProgram(kunci_sasaran="fasilitasi", program=("7.01.03",)),
        ),
    )


def naskah_jombang() -> Naskah:
    return naskah(
        snapshot_jombang(),
        narasi=(
            Narasi(bagian="pendorong", kunci="laporan", isi="<p>Patroli dilaksanakan rutin.</p>"),
            Narasi(bagian="penghambat", kunci="laporan", isi="<p>Personel terbatas.</p>"),
            Narasi(bagian="kendala", kunci="", isi="<p>Belanja listrik tidak terserap penuh.</p>"),
            Narasi(bagian="langkah", kunci="", isi="<p>Jadwal kegiatan disusun sejak awal tahun.</p>"),
        ),
        foto=(
            Foto(
                program="7.01.02",
                kegiatan="7.01.02.2.01",
                sub_kegiatan="",
                keterangan="Rapat koordinasi bersama kepala desa",
                berkas=FOTO,
            ),
        ),
    )


ALASAN_DESA = "Satu nilai tercatat untuk dua indikator."


def snapshot_balung() -> Snapshot:
    """A letter target read against a number, and one of three without a value: 66,67 · 79,00 → 72,83 of 2 from 3."""
    p1 = ("lama.01", "Program Pelayanan Administrasi Perkantoran")
    p2 = ("lama.02", "Program Peningkatan Sarana dan Prasarana Aparatur")
    p3 = ("lama.03", "Program Koordinasi Pemerintahan dan Pembangunan")
    p4 = ("lama.04", "Program Penyelenggaraan Pelayanan Umum Kecamatan")
    rencana = renstra(
        2016,
        2021,
        tujuan(
            "t1",
            "Meningkatkan kualitas pelayanan",
            sasaran(
                "s1",
                "Meningkatnya kualitas pelayanan",
                indikator(
                    "skm",
                    "Nilai Survei Kepuasan Masyarakat (SKM)",
                    satuan="Nilai",
                    rumus=Rumus.PREDIKAT,
                    skala=SKM_2017,
                    target={2021: Target(angka=D(80), huruf="B", cetak="80")},
                ),
            ),
        ),
        tujuan(
            "t2",
            "Meningkatkan koordinasi wilayah",
            sasaran(
                "s2",
                "Meningkatnya koordinasi bidang pemerintahan",
                indikator(
                    "koordinasi", "Persentase rekomendasi yang ditindaklanjuti", target={2021: persen("100")}
                ),
                indikator("desa", "Persentase desa yang tertib dokumen"),
            ),
        ),
    )
    return snapshot(
        "Balung",
        "35.09.10",
        2020,
        kebijakan=WITHOUT_LIMIT,
        renstra=(rencana,),
        pk=(pk(2020, rencana, {"skm": huruf("B"), "koordinasi": persen("100"), "desa": persen("100")}),),
        realisasi=(
            realisasi("skm", 2019, filled("66")),
            realisasi("skm", 2020, filled("66")),
            realisasi("koordinasi", 2019, filled("98", "%")),
            realisasi("koordinasi", 2020, filled("79", "%"), "Kepala Seksi Pemerintahan"),
            realisasi("desa", 2020, not_available(ALASAN_DESA)),
        ),
        pembanding=(
            PembandingIndikator(
                kunci_indikator="skm",
                nilai=(
                    Pembanding(
                        lingkup=Lingkup.NASIONAL,
                        tahun=2020,
                        nilai=not_available("tidak ada survei nasional untuk tingkat kecamatan"),
                        sumber="",
                    ),
                ),
            ),
        ),
        anggaran=(
            anggaran_row(p1, 10_800_000, 10_800_000, kegiatan=("lama.01.01", "Penyediaan Tenaga Pendukung")),
            anggaran_row(p1, 189_520_000, 155_639_335, kegiatan=("lama.01.02", "Operasional Rutin Kantor")),
            anggaran_row(p2, 20_800_000, 20_699_452, kegiatan=("lama.02.01", "Pemeliharaan Mobil Jabatan")),
            anggaran_row(
                p2, 10_500_000, 10_062_071, kegiatan=("lama.02.02", "Pemeliharaan Kendaraan Operasional")
            ),
            anggaran_row(p3, 4_900_000, 4_900_000, kegiatan=("lama.03.01", "Koordinasi Pemerintahan")),
            anggaran_row(
                p3, 24_425_000, 20_748_000, kegiatan=("lama.03.02", "Koordinasi Kesejahteraan Sosial")
            ),
            anggaran_row(p3, 87_410_000, 66_370_000, kegiatan=("lama.03.03", "Koordinasi Ketertiban")),
            anggaran_row(p4, 51_645_000, 48_150_485, kegiatan=("lama.04.01", "Koordinasi Pelayanan Umum")),
        ),
        belanja=(
            belanja("tidak-langsung", "Belanja Tidak Langsung", 1_503_421_864, 1_437_033_746),
            belanja("langsung", "Belanja Langsung", 400_000_000, 337_369_343),
            belanja("pegawai", "Belanja Pegawai", 217_800_000, parent="langsung"),
            belanja("barang-jasa", "Belanja Barang dan Jasa", 182_200_000, parent="langsung"),
        ),
        dukungan=(
            DukunganProgram(kunci_sasaran="s1", program=("lama.04",)),
            DukunganProgram(kunci_sasaran="s2", program=("lama.03",)),
        ),
    )


def naskah_balung() -> Naskah:
    return naskah(snapshot_balung())


def snapshot_umbulsari() -> Snapshot:
    """One sasaran at 74,00 Cukup in the Renstra's last year but one, the other "tidak tersedia"; programs only."""
    rencana = renstra(
        2016,
        2021,
        tujuan(
            "t1",
            "Mewujudkan tata kelola pemerintahan yang baik",
            sasaran(
                "s1",
                "Meningkatnya kualitas pelayanan",
                indikator(
                    "skm", "Nilai SKM dalam pelayanan publik", satuan="Nilai", target={2021: angka("85")}
                ),
            ),
            sasaran(
                "s2",
                "Meningkatnya koordinasi wilayah",
                indikator(
                    "rekomendasi", "Persentase rekomendasi yang ditindaklanjuti", target={2021: persen("80")}
                ),
            ),
        ),
    )
    return snapshot(
        "Umbulsari",
        "35.09.05",
        2021,
        kebijakan=replace(WITHOUT_LIMIT, tahun=2021),
        renstra=(rencana,),
        pk=(
            pk(2021, rencana, {"skm": angka("98"), "rekomendasi": persen("98")}),
            pk(2021, rencana, {"skm": angka("100"), "rekomendasi": persen("100")}, versi=1),
        ),
        realisasi=(
            realisasi("skm", 2020, filled("70")),
            realisasi("skm", 2021, filled("74"), "Laporan SKM Tahun 2021"),
            realisasi("rekomendasi", 2021, not_available("realisasi tidak tercatat dalam dokumen sumber")),
        ),
        anggaran=(
            anggaran_row(
                ("7.01.01", "Program Penunjang Urusan Pemerintahan Daerah"), 3_527_728_118, 3_273_894_618
            ),
            anggaran_row(("7.01.02", "Program Penyelenggaraan Pemerintahan"), 765_558_500, 765_558_500),
            anggaran_row(("7.01.03", "Program Pemberdayaan Masyarakat Desa"), 265_276_000, 265_276_000),
            anggaran_row(("7.01.04", "Program Koordinasi Ketentraman"), 293_943_000, 293_943_000),
        ),
        belanja=(
            belanja("operasi", "Belanja Operasi", 4_785_097_618),
            belanja("pegawai", "Belanja Pegawai", 3_345_174_618, parent="operasi"),
            belanja("barang-jasa", "Belanja Barang dan Jasa", 1_439_923_000, parent="operasi"),
            belanja("modal", "Belanja Modal", 67_408_000),
        ),
        dukungan=(
            DukunganProgram(kunci_sasaran="s1", program=("7.01.02",)),
            DukunganProgram(kunci_sasaran="s2", program=("7.01.03", "7.01.04")),
        ),
    )


def naskah_umbulsari() -> Naskah:
    return naskah(snapshot_umbulsari())
