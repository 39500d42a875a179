"""Short spellings for the engine's inputs, and the three real kecamatan-years as small inputs."""

from collections.abc import Sequence
from decimal import Decimal

from sakip.capaian.inputs import (
    AnggaranInput,
    IndikatorInput,
    Inputs,
    Kebijakan,
    SasaranInput,
    YearBefore,
)
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import KeadaanNilai, Nilai, Skala, Target
from tests.sakip.capaian.example_scales import AKIP_2021, JEMBER_2020, SKM_2017

PENDING = Nilai(keadaan=KeadaanNilai.BELUM_DIISI)
NONE_THERE = Nilai(keadaan=KeadaanNilai.TIDAK_TERSEDIA)


def angka(nilai: str | int) -> Nilai:
    return Nilai(keadaan=KeadaanNilai.TERISI, angka=Decimal(nilai))


def huruf(nilai: str) -> Nilai:
    return Nilai(keadaan=KeadaanNilai.TERISI, huruf=nilai)


def pecahan(pembilang: str | int, penyebut: str | int) -> Nilai:
    return Nilai(keadaan=KeadaanNilai.TERISI, pembilang=Decimal(pembilang), penyebut=Decimal(penyebut))


def target(nilai: str | int) -> Target:
    return Target(angka=Decimal(nilai))


def kebijakan(
    skala: Skala = JEMBER_2020,
    *,
    above: str | None = None,
    below: str | None = None,
    tahun: int = 2023,
    desimal: int = 2,
) -> Kebijakan:
    return Kebijakan(
        tahun=tahun,
        skala=skala,
        batas_atas=None if above is None else Decimal(above),
        batas_bawah=None if below is None else Decimal(below),
        desimal=desimal,
        dasar="contoh",
    )


def indikator(
    sasaran: Target | None = None,
    realisasi: Nilai = PENDING,
    *,
    rumus: Rumus = Rumus.POSITIF,
    nama: str = "Indikator",
    satuan: str = "%",
    desimal: int = 2,
    skala: Skala | None = None,
    bobot: str | None = None,
    previous: tuple[YearBefore, ...] = (),
    target_akhir: Target | None = None,
    pengali: str | None = None,
) -> IndikatorInput:
    return IndikatorInput(
        kunci=nama,
        nama=nama,
        satuan=satuan,
        rumus=rumus,
        desimal=desimal,
        target=sasaran,
        realisasi=realisasi,
        skala=skala,
        bobot=None if bobot is None else Decimal(bobot),
        lalu=previous,
        tahun_akhir=None if target_akhir is None else 2026,
        target_akhir=target_akhir,
        pengali=None if pengali is None else Decimal(pengali),
    )


def sasaran(
    *content: IndikatorInput,
    uraian: str = "Sasaran",
    tujuan: str = "Tujuan",
    program: tuple[str, ...] = (),
    bobot: str | None = None,
) -> SasaranInput:
    return SasaranInput(
        kunci=uraian,
        uraian=uraian,
        tujuan=tujuan,
        indikator=content,
        program=program,
        bobot=None if bobot is None else Decimal(bobot),
    )


def inputs(
    *content: SasaranInput,
    rules: Kebijakan | None = None,
    anggaran: Sequence[AnggaranInput] = (),
    kecamatan: str = "35.09.01",
    tahun: int = 2023,
) -> Inputs:
    return Inputs(
        kecamatan=kecamatan,
        tahun=tahun,
        kebijakan=rules or kebijakan(),
        sasaran=content,
        anggaran=tuple(anggaran),
    )


def budget_row(
    program: str,
    pagu: int | None,
    realisasi: int | None,
    *,
    kegiatan: str = "",
    sub: str = "",
    nama_kegiatan: str = "",
    rinci: bool = True,
    unit: str = "",
) -> AnggaranInput:
    return AnggaranInput(
        program=program,
        nama_program=f"Program {program}",
        kegiatan=kegiatan,
        nama_kegiatan=nama_kegiatan or (f"Kegiatan {kegiatan}" if kegiatan else ""),
        sub_kegiatan=sub,
        nama_sub_kegiatan=f"Sub kegiatan {sub}" if sub else "",
        pagu=None if pagu is None else Decimal(pagu),
        realisasi=None if realisasi is None else Decimal(realisasi),
        rinci=rinci,
        unit=unit,
    )


def jombang_2023() -> Inputs:
    """LKIP Jombang 2023: Tabel 3.1 and 3.2, pagu of the PK perubahan, realisasi of Tabel 3.8."""
    return inputs(
        sasaran(
            indikator(
                target(100),
                angka(95),
                nama="Trantib",
                previous=(YearBefore(tahun=2022, target=target(100), realisasi=angka(90)),),
                target_akhir=target(100),
            ),
            uraian="Ketertiban umum",
            program=("7.01.04",),
        ),
        sasaran(
            indikator(target(85), angka(85), nama="IKM", satuan="indeks", target_akhir=target(85)),
            uraian="Kepuasan masyarakat",
            program=("7.01.02",),
        ),
        sasaran(
            indikator(
                Target(huruf="B"),
                huruf("B"),
                nama="SAKIP",
                satuan="predikat",
                rumus=Rumus.PREDIKAT,
                skala=AKIP_2021,
                previous=(YearBefore(tahun=2022, target=None, realisasi=huruf("B")),),
                target_akhir=Target(huruf="BB", cetak="BB (97)"),
            ),
            uraian="Pemerintahan kecamatan",
            tujuan="Tata kelola",
            program=("7.01.01",),
        ),
        sasaran(
            indikator(target(100), angka(85), nama="Fasilitasi", target_akhir=target(100)),
            uraian="Kesejahteraan",
            tujuan="Tata kelola",
            program=("7.01.03", "7.01.05"),
        ),
        rules=kebijakan(AKIP_2021, above="100", below="0"),
        anggaran=(
            budget_row("7.01.01", 2_321_886_527, 2_137_642_091),
            budget_row("7.01.02", 649_823_800, 649_790_000),
            budget_row("7.01.03", 48_327_600, 48_286_600),
            budget_row("7.01.04", 398_186_700, 394_488_000),
            budget_row("7.01.05", 9_230_400, 8_882_000),
        ),
    )


def balung_2020() -> Inputs:
    """LKIP Balung 2020: Tabel 3.1; one printed value stands for two indikator, so the third has none."""
    return inputs(
        sasaran(
            indikator(
                Target(huruf="B"), angka(66), nama="SKM", satuan="nilai", rumus=Rumus.PREDIKAT, skala=SKM_2017
            ),
            uraian="Pelayanan",
        ),
        sasaran(
            indikator(target(100), angka(79), nama="Koordinasi"),
            indikator(
                target(100),
                Nilai(
                    keadaan=KeadaanNilai.TIDAK_TERSEDIA,
                    alasan="dokumen mencetak satu nilai untuk dua indikator.",
                ),
                nama="Desa",
            ),
            uraian="Koordinasi pemerintahan",
        ),
        rules=kebijakan(JEMBER_2020, tahun=2020),
        kecamatan="35.09.10",
        tahun=2020,
    )


def umbulsari_2021() -> Inputs:
    """LKIP Umbulsari 2021: SKM of Tabel 3.5 against the PK perubahan, the rest not available."""
    return inputs(
        sasaran(
            indikator(
                target(100),
                angka(74),
                nama="SKM",
                previous=(YearBefore(tahun=2020, target=None, realisasi=angka(70)),),
                target_akhir=target(85),
            ),
            uraian="Pelayanan",
        ),
        sasaran(indikator(target(100), NONE_THERE, nama="Rekomendasi"), uraian="Koordinasi"),
        rules=kebijakan(JEMBER_2020, tahun=2021),
        kecamatan="35.09.05",
        tahun=2021,
    )
