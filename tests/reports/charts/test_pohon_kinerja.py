"""The pohon kinerja: small ones without repetition, large ones in several drawings."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.charts import (
    SimpulKinerja,
    pohon_kinerja,
)
from tests.reports.charts.drawing import PANJANG, Gambar, check_box, check_page, tinggi_mm

KOLOM = ("Sasaran", "Program", "Kegiatan", "Sub kegiatan")


def kaskade(program: int, kegiatan: int, sub: int) -> SimpulKinerja:
    return SimpulKinerja(
        "Meningkatnya kualitas pelayanan publik",
        (
            SimpulKinerja(
                "Meningkatnya akuntabilitas kinerja kecamatan",
                tuple(
                    SimpulKinerja(
                        "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
                        tuple(
                            SimpulKinerja(
                                "Administrasi Keuangan Perangkat Daerah",
                                tuple(
                                    SimpulKinerja(
                                        "Penyediaan Gaji dan Tunjangan ASN",
                                        penanggung_jawab="Subbagian Perencanaan dan Keuangan",
                                        kode=f"7.01.{p:02}.2.{k:02}.{s:04}",
                                    )
                                    for s in range(1, sub + 1)
                                ),
                                kode=f"7.01.{p:02}.2.{k:02}",
                            )
                            for k in range(1, kegiatan + 1)
                        ),
                        kode=f"7.01.{p:02}",
                        penanggung_jawab="Sekretaris Kecamatan",
                    )
                    for p in range(1, program + 1)
                ),
            ),
        ),
    )


def test_small_cascade_is_one_drawing_without_repetition() -> None:
    (svg,) = pohon_kinerja(kaskade(1, 2, 2), tinggi_maks=210)
    gambar = Gambar(svg)
    check_page(gambar)
    check_box(gambar, judul_kolom=KOLOM)
    assert len(gambar.kotak) == 1 + 1 + 1 + 2 + 4
    assert "(lanjutan)" not in gambar.kata
    assert [t.isi for t in gambar.tulisan if t.isi in KOLOM] == list(KOLOM)
    assert "Subbagian Perencanaan dan Keuangan" in gambar.kata


def test_large_cascade_continues_and_repeats_what_stands_above() -> None:
    bagian = [Gambar(svg) for svg in pohon_kinerja(kaskade(3, 3, 4), tinggi_maks=200)]
    assert len(bagian) > 2
    for nomor, gambar in enumerate(bagian, start=1):
        check_page(gambar)
        check_box(gambar, judul_kolom=KOLOM)
        assert tinggi_mm(gambar) <= 200
        assert "Tujuan: Meningkatnya kualitas pelayanan publik" in gambar.kata
        assert ("(lanjutan)" in gambar.kata) == (nomor > 1)
    sub = re.compile(r"7\.01\.\d\d\.2\.\d\d\.\d{4}")
    tergambar = [t.isi for gambar in bagian for t in gambar.tulisan if sub.fullmatch(t.isi)]
    assert tergambar == [
        f"7.01.{p:02}.2.{k:02}.{s:04}" for p in (1, 2, 3) for k in (1, 2, 3) for s in (1, 2, 3, 4)
    ]


def test_equal_elements_stay_apart() -> None:
    kembar = SimpulKinerja("Program")
    (svg,) = pohon_kinerja(SimpulKinerja("T", (SimpulKinerja("S", (kembar, kembar)),)), tinggi_maks=105)
    gambar = Gambar(svg)
    assert len(gambar.kotak) == 4
    assert "(lanjutan)" not in gambar.kata


def test_a_text_beyond_all_measure_still_fits_the_page() -> None:
    raksasa = " ".join([PANJANG] * 40)
    simpul = SimpulKinerja(raksasa, penanggung_jawab=raksasa, kode=raksasa)
    for tingkat in range(4):
        simpul = SimpulKinerja(raksasa, (simpul,), penanggung_jawab=raksasa, kode=f"{tingkat}")
    (gambar,) = (Gambar(svg) for svg in pohon_kinerja(simpul, tinggi_maks=80))
    check_page(gambar)
    check_box(gambar, judul_kolom=KOLOM)
    assert tinggi_mm(gambar) <= 80


@given(
    st.lists(
        st.lists(st.lists(st.integers(min_value=0, max_value=5), max_size=4), max_size=3),
        min_size=1,
        max_size=3,
    ),
    st.integers(min_value=80, max_value=250),
)
@settings(max_examples=40)
def test_any_cascade_fits_and_every_leaf_is_drawn_once(
    bentuk: list[list[list[int]]], tinggi_maks: int
) -> None:
    sasaran = tuple(
        SimpulKinerja(
            PANJANG,
            tuple(
                SimpulKinerja(
                    "Program",
                    tuple(
                        SimpulKinerja(PANJANG, tuple(SimpulKinerja("Sub", kode="S") for _ in range(sub)))
                        for sub in program
                    ),
                )
                for program in satu
            ),
        )
        for satu in bentuk
    )
    bagian = [Gambar(svg) for svg in pohon_kinerja(SimpulKinerja("T", sasaran), tinggi_maks=tinggi_maks)]
    for gambar in bagian:
        check_page(gambar)
        check_box(gambar, judul_kolom=KOLOM)
        assert tinggi_mm(gambar) <= tinggi_maks
        assert gambar.akar.attrib["width"] == "160mm"
    tergambar = sum(t.isi == "S" for gambar in bagian for t in gambar.tulisan)
    assert tergambar == sum(sub for satu in bentuk for program in satu for sub in program)


def test_a_sixth_level_is_refused() -> None:
    dalam = SimpulKinerja("enam")
    for teks in ("lima", "empat", "tiga", "dua", "satu"):
        dalam = SimpulKinerja(teks, (dalam,))
    with pytest.raises(ValueError, match="paling banyak 5 tingkat: 'enam'"):
        pohon_kinerja(dalam, tinggi_maks=105)
