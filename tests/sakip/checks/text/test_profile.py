"""What texts tell of people, area and staff, of dates, programs, categories, and what is efisien."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.publish.naskah import Naskah
from sakip.checks.material import ProgramName, Surroundings
from sakip.snapshot.types import Fakta, Profil, SDMRow
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found, found_in
from tests.table_tests import each_row

PROFIL = Profil(
    dasar_hukum=(),
    kedudukan=(),
    tugas=(),
    fungsi=(),
    batas_utara="",
    batas_timur="",
    batas_selatan="",
    batas_barat="",
    luas_km2=Decimal("50.05"),
    penduduk=56439,
    penduduk_laki_laki=28344,
    penduduk_perempuan=28095,
    fakta=(
        Fakta(
            kelompok="lainnya",
            uraian="Desa berstatus maju",
            nilai=Decimal(4),
            satuan="desa",
            teks="",
            sumber="",
        ),
    ),
    isu_strategis=(),
)
SDM = (SDMRow(kelompok="pendidikan", uraian="S1", golongan="", asn=12, non_asn=16, keterangan=""),)


@each_row(
    ("text", "said"),
    [
        ("Jumlah penduduk Kecamatan Jombang sebanyak 54.639 jiwa.", ["54.639; tercatat 56.439"]),
        ("Laki-laki 28.344 jiwa dan perempuan sebanyak 28.905 jiwa.", ["28.905; tercatat 28.095"]),
        ("Luas wilayah Kecamatan Jombang adalah 55,05 km2.", ["55,05; tercatat 50,05"]),
        ("Pegawai seluruhnya berjumlah 29 orang.", ["29; tercatat 28"]),
        ("Jumlah ASN sebanyak 11 orang.", ["11; tercatat 12"]),
        ("Sebanyak 5 desa berstatus maju.", ["5; tercatat 4"]),
        # A part, another place, another year.
        ("Jumlah penduduk miskin 4.210 jiwa.", []),
        ("Penduduk Desa Keting berjumlah 9.870 jiwa.", []),
        ("Luas lahan pertanian 27,3 km2.", []),
        ("Pada tahun 2020 jumlah penduduk sebanyak 55.100 jiwa.", []),
        ("Kebutuhan pegawai seluruhnya berjumlah 40 orang.", []),
        ("Penduduk 56.439 jiwa, terdiri dari 28.344 laki-laki dan 28.095 perempuan.", []),
    ],
)
def test_the_profile_is_told_as_recorded(text: str, said: list[str]) -> None:
    messages = found("profil-sesuai-catatan", text, profil=PROFIL, sdm=SDM)
    assert [m.partition(" ditulis ")[2].rstrip(".") for m in messages] == said


def test_a_program_of_a_former_nomenklatur_is_found() -> None:
    old = ProgramName(
        nama="Program Pelayanan Administrasi Perkantoran",
        versi="Nomenklatur lama",
        tahun_awal=2006,
        tahun_akhir=2020,
    )
    around = Surroundings(programs=(old,))

    def said(text: str) -> list[str]:
        return found("program-dalam-tulisan", text, around=around)

    assert said("Sasaran didukung Program Pelayanan Administrasi Perkantoran.") == [
        "“Program Pelayanan Administrasi Perkantoran” dari Nomenklatur lama, yang tidak berlaku tahun 2023. "
        "Pakai nama program tahun itu."
    ]
    assert said("Semula bernama Program Pelayanan Administrasi Perkantoran.") == []
    assert said("Pada tahun 2020 ada Program Pelayanan Administrasi Perkantoran.") == []


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """Three indikator are Sangat Memuaskan, one is Memuaskan; the IKM of the kabupaten is 86,34 to 85."""
    return naskah_jombang()


@each_row(
    ("code", "text", "count"),
    [
        ("banyak-indikator-berpredikat", "Dua indikator berpredikat Sangat Memuaskan.", 1),
        (
            "banyak-indikator-berpredikat",
            "Tiga indikator Sangat Memuaskan, satu indikator Memuaskan.",
            0,
        ),
        ("banyak-indikator-berpredikat", "Rata-rata capaian 4 indikator 95%, Sangat Memuaskan.", 0),
        ("letak-sesuai-pembanding", "IKM di atas nilai kabupaten.", 1),
        ("letak-sesuai-pembanding", "IKM masih di bawah realisasi IKM Kabupaten Jember.", 0),
        ("letak-sesuai-pembanding", "IKM diharapkan di atas nilai kabupaten.", 0),
        ("predikat-sesuai-skala", "Capaian 85% masuk kategori Sangat Memuaskan.", 1),
        ("predikat-sesuai-skala", "Kehadiran 85% masuk kategori Sangat Memuaskan.", 0),
        ("efisien-sesuai-hitungan", "Tujuan ini ialah pengelolaan yang efektif dan efisien.", 0),
    ],
)
def test_words_about_values(jombang: Naskah, code: str, text: str, count: int) -> None:
    assert len(found_in(jombang, code, text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Perjanjian Kinerja Perubahan ditandatangani tanggal {day} November {before}.", 1),
        ("Perjanjian Kinerja Perubahan ditandatangani tanggal {day} November {year}.", 0),
        ("Rapat tanggal {day} November {before} membahas Perjanjian Kinerja.", 0),
    ],
)
def test_a_document_bears_its_own_date(jombang: Naskah, text: str, count: int) -> None:
    day = date(2023, 11, 21)
    dated = replace(jombang.snapshot, pk=(replace(jombang.snapshot.pk[-1], tanggal=day, versi=1),))
    written = text.format(day=day.day, year=day.year, before=day.year - 1)
    assert len(found_in(replace(jombang, snapshot=dated), "tanggal-dokumen", written)) == count
