"""A kecamatan-year with every planning record, for the tests of BAB I, BAB II and the lampiran.

Figures are those of Jombang 2023 (desa, people, PK amounts, RKT) as far as they are used; wording is shortened, NIP
are made up.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from reports.publish.naskah import Naskah
from sakip.capaian.inputs import Akumulasi
from sakip.capaian.values import Target
from sakip.snapshot.types import (
    RKT,
    AnggaranPK,
    BarisIKU,
    BarisRencanaAksi,
    BarisRKT,
    IndikatorKegiatan,
    IndikatorTujuan,
    KegiatanRencanaAksi,
    KeputusanIKU,
    MisiRPJMD,
    Pejabat,
    PeriodeRPJMD,
    PerjanjianKinerja,
    RencanaAksi,
    Sasaran,
    SasaranRKT,
    SasaranRPJMD,
    Snapshot,
    TargetTahun,
    TujuanRPJMD,
)
from tests.reports.lkip.example_kecamatan import KECAMATAN, PROFIL, SDM
from tests.reports.lkip.naskah_material import (
    CAMAT,
    angka,
    huruf,
    indikator,
    naskah,
    persen,
    pk,
    renstra,
    sasaran,
    snapshot,
    tujuan,
)

D = Decimal

BUPATI = Pejabat(
    nama="Ir. H. HENDY SISWANTO, ST, IPU", jabatan="Bupati Jember", nip="", pangkat="", golongan=""
)

RPJMD = PeriodeRPJMD(
    tahun_awal=2021,
    tahun_akhir=2026,
    visi="Wes Wayahe Mbenahi Jember",
    dasar="",
    misi=(
        MisiRPJMD(nomor=1, uraian="Meningkatkan pertumbuhan ekonomi", diacu=False, tujuan=()),
        MisiRPJMD(
            nomor=2,
            uraian="Membangun tata kelola pemerintahan yang kondusif",
            diacu=True,
            tujuan=(
                TujuanRPJMD(
                    uraian="Meningkatkan tata kelola yang baik",
                    indikator=("Indeks reformasi birokrasi",),
                    sasaran=(
                        SasaranRPJMD(uraian="Meningkatnya pelayanan publik", indikator=()),
                        SasaranRPJMD(uraian="Meningkatnya realisasi pajak daerah", indikator=()),
                    ),
                ),
            ),
        ),
    ),
)


def target_tahun(**target: Target) -> tuple[TargetTahun, ...]:
    """``y2023=persen("90")`` and so on."""
    return tuple(TargetTahun(tahun=int(tahun[1:]), target=t) for tahun, t in target.items())


def _sasaran(content: Sasaran, **others: tuple[str, ...]) -> Sasaran:
    return replace(content, **others)  # type: ignore[arg-type]


RENSTRA_AWAL = replace(
    renstra(
        2021,
        2026,
        replace(
            tujuan(
                "t1",
                "Meningkatnya kualitas pelayanan publik",
                sasaran(
                    "pelayanan",
                    "Meningkatnya kepuasan masyarakat",
                    indikator("ikm", "IKM", satuan="indeks", target={2022: angka("80"), 2023: angka("85")}),
                ),
                sasaran(
                    "anggaran",
                    "Meningkatnya serapan anggaran",
                    indikator("serapan", "Persentase realisasi anggaran", target={2023: persen("100")}),
                ),
            ),
            indikator=(
                IndikatorTujuan(
                    nama="Indeks Pelayanan Publik", satuan="indeks", target=target_tahun(y2023=angka("92"))
                ),
            ),
        ),
    ),
    sumber="Renstra Kecamatan Jombang Tahun 2021–2026",
)

RENSTRA_PERUBAHAN = replace(
    RENSTRA_AWAL,
    versi=1,
    tujuan=(
        replace(
            tujuan(
                "t1",
                "Meningkatnya kualitas pelayanan publik",
                _sasaran(
                    sasaran(
                        "pelayanan",
                        "Meningkatnya kepuasan masyarakat",
                        indikator(
                            "ikm", "IKM", satuan="indeks", target={2022: angka("80"), 2023: angka("86")}
                        ),
                        indikator("waktu", "Persentase layanan tepat waktu", target={2023: persen("90")}),
                    ),
                    strategi=("Melatih petugas", "Menata loket."),
                    kebijakan=("Standar pelayanan ditegakkan",),
                ),
            ),
            indikator=(
                IndikatorTujuan(nama="Nilai IPP", satuan="indeks", target=target_tahun(y2023=angka("92"))),
            ),
        ),
        tujuan(
            "t2",
            "Meningkatnya akuntabilitas kinerja",
            sasaran(
                "kinerja",
                "Terselenggaranya pemerintahan kecamatan",
                indikator("sakip", "Nilai SAKIP", satuan="Predikat", target={2023: huruf("B")}),
            ),
        ),
    ),
)


def rkt_row(
    sasaran: str,
    kode: str,
    nama: str,
    *indikator: tuple[str, str, str],
    anggaran: int | None = None,
    pj: tuple[str, ...] = (),
) -> BarisRKT:
    """A row at the level of its code: "7.01.01" program, "7.01.01.2.01" kegiatan, "7.01.01.2.01.01" sub kegiatan."""
    parts = kode.split(".")
    level = {3: "program", 5: "kegiatan", 6: "sub kegiatan"}[len(parts)]
    return BarisRKT(
        kunci_sasaran=sasaran,
        tingkat=level,
        program=".".join(parts[:3]),
        nama_program=nama if level == "program" else f"Program {'.'.join(parts[:3])}",
        kegiatan=".".join(parts[:5]) if len(parts) > 3 else "",
        nama_kegiatan=nama if level == "kegiatan" else "Kegiatan" if len(parts) > 3 else "",
        sub_kegiatan=kode if level == "sub kegiatan" else "",
        nama_sub_kegiatan=nama if level == "sub kegiatan" else "",
        indikator=tuple(IndikatorKegiatan(uraian=u, target=t, satuan=s) for u, t, s in indikator),
        anggaran=None if anggaran is None else D(anggaran),
        penanggung_jawab=pj,
    )


RKT_2023 = RKT(
    tahun=2023,
    tempat="Jember",
    tanggal=date(2023, 1, 3),
    tanggal_cetak="",
    penandatangan=CAMAT,
    sasaran=(
        SasaranRKT(
            sasaran="Meningkatnya kepuasan masyarakat",
            indikator="IKM",
            kunci_indikator="ikm",
            target=angka("86"),
            satuan="indeks",
        ),
        SasaranRKT(
            sasaran="Terselenggaranya pemerintahan",
            indikator="Nilai SAKIP",
            kunci_indikator="sakip",
            target=huruf("A"),
            satuan="",
        ),
    ),
    baris=(
        rkt_row(
            "kinerja",
            "7.01.01",
            "Program Penunjang",
            ("Meningkatnya layanan kantor", "100", "%"),
            pj=("Sekretariat",),
        ),
        rkt_row(
            "kinerja",
            "7.01.01.2.02",
            "Administrasi Keuangan",
            ("Persentase administrasi", "100", "%"),
            ("Jumlah dokumen", "2", "dokumen"),
        ),
        rkt_row(
            "kinerja",
            "7.01.01.2.02.01",
            "Penyediaan Gaji",
            ("Jumlah penerima gaji", "13", "orang/bulan"),
            anggaran=2_277_470_966,
            pj=("Subbagian Perencanaan dan Keuangan",),
        ),
        rkt_row(
            "pelayanan", "7.01.02", "Program Pelayanan", anggaran=664_092_000, pj=("Seksi Pelayanan Umum",)
        ),
    ),
)


def anggaran_pk(program: str, nama: str, jumlah: int, sumber: str = "P-APBD") -> AnggaranPK:
    return AnggaranPK(program=program, nama=nama, anggaran=D(jumlah), sumber_dana=sumber)


def complete_pk(versi: int = 1) -> PerjanjianKinerja:
    """The PK with parties, date and amounts: 2.321.886.527 + 9.230.400 = 2.331.116.927."""
    return replace(
        pk(
            2023,
            RENSTRA_PERUBAHAN,
            {"ikm": angka("85"), "waktu": persen("90"), "sakip": huruf("B")},
            versi=versi,
        ),
        alasan="b" if versi else "",
        tanggal=date(2023, 11, 21),
        pihak_pertama=CAMAT,
        pihak_kedua=BUPATI,
        anggaran=(
            anggaran_pk("7.01.01", "Program Penunjang Urusan Pemerintahan Daerah", 2_321_886_527),
            anggaran_pk("7.01.05", "Program Penyelenggaraan Urusan Pemerintahan Umum", 9_230_400),
        ),
    )


def iku_row(sasaran: str, indikator: str, **content: object) -> BarisIKU:
    empty = BarisIKU(
        sasaran=sasaran,
        indikator=indikator,
        kunci_indikator="",
        satuan="",
        pembilang="",
        penyebut="",
        pengali=None,
        formulasi="",
        penjelasan=(),
        penanggung_jawab=(),
        sumber_data="",
    )
    return replace(empty, **content)  # type: ignore[arg-type]


IKU = KeputusanIKU(
    tahun=2023,
    nomor="065/25/35.09.01/2023",
    tempat="Jember",
    tanggal=date(2023, 4, 5),
    tanggal_cetak="",
    penandatangan=CAMAT,
    mengingat=(
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
        "Peraturan Presiden Nomor 29;",
    ),
    instansi="Kecamatan Jombang",
    tugas=("Koordinasi penyelenggaraan pemerintahan",),
    fungsi=("Penanganan konflik sosial;", "Pembinaan desa."),
    tujuan=("Meningkatkan kualitas pelayanan",),
    indikator_tujuan=("Hasil survei kepuasan masyarakat",),
    baris=(
        iku_row(
            "Terjaganya ketertiban umum",
            "Persentase laporan yang diselesaikan",
            pembilang="Jumlah laporan yang diselesaikan",
            penyebut="Jumlah laporan yang masuk",
            penanggung_jawab=("Seksi Trantib", "Sekretariat"),
            sumber_data="Dokumen laporan",
        ),
        iku_row(
            "Meningkatnya akuntabilitas",
            "Nilai SAKIP",
            formulasi="Hasil evaluasi",
            penjelasan=("Dinilai oleh evaluator kabupaten", "Berpedoman pada Permen PANRB 88/2021"),
        ),
        iku_row("Terjaganya ketertiban umum", "Jumlah pelanggaran"),
    ),
)


def rencana_aksi_row(
    sasaran: str, indikator: str, *triwulan: Target | None, **content: object
) -> BarisRencanaAksi:
    empty = BarisRencanaAksi(
        sasaran=sasaran,
        indikator=indikator,
        kunci_indikator="",
        satuan="",
        akumulasi=Akumulasi.KUMULATIF,
        triwulan=triwulan,
        kegiatan=(),
    )
    return replace(empty, **content)  # type: ignore[arg-type]


def kegiatan_aksi(program: str, kegiatan: str, sub: str, *triwulan: int | None) -> KegiatanRencanaAksi:
    return KegiatanRencanaAksi(
        nama_program=program,
        nama_kegiatan=kegiatan,
        nama_sub_kegiatan=sub,
        indikator=f"Jumlah dokumen {sub or kegiatan}",
        satuan="Dokumen",
        triwulan=tuple(None if t is None else D(t) for t in triwulan),
    )


RENCANA_AKSI = RencanaAksi(
    tahun=2023,
    tempat="Jember",
    tanggal=date(2023, 12, 3),
    tanggal_cetak="",
    penandatangan=CAMAT,
    baris=(
        rencana_aksi_row(
            "Meningkatnya pelayanan",
            "SKM Aparatur",
            *(angka(t) for t in ("23", "46", "69", "95")),
            satuan="indeks",
            kegiatan=(
                kegiatan_aksi(
                    "Program Penunjang", "Administrasi Keuangan", "Penyediaan Gaji", 13, 13, 13, 13
                ),
                kegiatan_aksi("Program Penunjang", "Administrasi Keuangan", "Penatausahaan", 1, 0, None, 1),
            ),
        ),
        rencana_aksi_row("Meningkatnya pajak", "Persentase PBB", persen("25"), None, persen("75")),
    ),
)


def snapshot_rencana() -> Snapshot:
    """Every planning record of Jombang 2023; nothing measured."""
    return snapshot(
        "Jombang",
        "35.09.01",
        2023,
        kecamatan=KECAMATAN,
        kepala_daerah=BUPATI,
        profil=PROFIL,
        sdm=SDM,
        rpjmd=RPJMD,
        renstra=(RENSTRA_AWAL, RENSTRA_PERUBAHAN),
        rkt=RKT_2023,
        pk=(complete_pk(0), complete_pk(1)),
        iku=IKU,
        rencana_aksi=RENCANA_AKSI,
    )


def naskah_rencana(**content: object) -> Naskah:
    """The naskah of :func:`snapshot_rencana` with some records replaced."""
    return naskah(replace(snapshot_rencana(), **content))  # type: ignore[arg-type]
