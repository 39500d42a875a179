"""Cover and kata pengantar."""

from dataclasses import replace

import pytest

from reports.document.tree import SignatureBlock
from reports.lkip.front import kata_pengantar, sampul
from sakip.snapshot.types import Desa
from tests.reports.lkip.example_kecamatan import KECAMATAN
from tests.reports.lkip.example_naskah import naskah_kosong
from tests.reports.lkip.example_plan import naskah_rencana
from tests.reports.lkip.read_part import blok_dari, prosa, semua_kalimat


def test_the_cover_names_document_place_and_year() -> None:
    isi = sampul(naskah_rencana())
    assert isi.judul == ("Laporan Kinerja", "Instansi Pemerintah", "(LKIP)")
    assert isi.instansi == ("Kecamatan Jombang", "Kabupaten Jember")
    assert isi.tahun == "Tahun 2023"


def test_the_foreword_says_what_it_is_and_what_it_rests_on() -> None:
    kata = semua_kalimat(kata_pengantar(naskah_rencana()))
    assert len(kata) == 4
    assert kata[0].startswith(
        "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa atas selesainya Laporan Kinerja Instansi Pemerintah "
        "(LKIP) Kecamatan Jombang Kabupaten Jember Tahun 2023."
    )
    assert "Peraturan Presiden Nomor 29 Tahun 2014" in kata[1]
    assert "Reformasi Birokrasi Nomor 53 Tahun 2014" in kata[1]
    assert kata[2].endswith("dasar perbaikan pada tahun 2024.")


@pytest.mark.parametrize(
    ("jenis", "sebutan"),
    [
        ((), "pemerintah desa/kelurahan,"),
        (("desa",), "pemerintah desa,"),
        (("kelurahan",), "pemerintah kelurahan,"),
        (("kelurahan", "desa"), "pemerintah desa dan kelurahan,"),
    ],
)
def test_thanks_go_to_the_governments_that_exist(jenis: tuple[str, ...], sebutan: str) -> None:
    desa = tuple(Desa(nama=j, jenis=j, status="") for j in jenis)
    assert sebutan in prosa(kata_pengantar(naskah_rencana(kecamatan=replace(KECAMATAN, desa=desa))))


def test_the_camat_signs_it() -> None:
    (tanda,) = [b for b in blok_dari(kata_pengantar(naskah_kosong())) if isinstance(b, SignatureBlock)]
    assert tanda.blok[0].kepala == ("Jember, 21 Februari 2025", "Camat Jelbuk,")
