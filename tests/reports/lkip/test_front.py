"""Cover and kata pengantar."""

from dataclasses import replace

import pytest

from reports.document.tree import SignatureBlock
from reports.lkip.front import cover, kata_pengantar
from reports.publish.naskah import Narasi
from sakip.snapshot.types import Desa
from tests.reports.lkip.example_kecamatan import KECAMATAN
from tests.reports.lkip.example_naskah import empty_naskah, naskah_balung, naskah_jombang
from tests.reports.lkip.example_plan import BUPATI, naskah_rencana
from tests.reports.lkip.read_part import all_sentences, blocks_from, narasi, prose


def test_the_cover_names_document_place_and_year() -> None:
    content = cover(naskah_rencana())
    assert content.titles == ("Laporan Kinerja", "Instansi Pemerintah", "(LKIP)")
    assert content.instansi == ("Kecamatan Jombang", "Kabupaten Jember")
    assert content.tahun == "Tahun 2023"


def test_the_foreword_says_what_it_is_and_what_it_rests_on() -> None:
    words = all_sentences(kata_pengantar(naskah_rencana()))
    assert len(words) == 4
    assert words[0].startswith(
        "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa atas selesainya Laporan Kinerja Instansi Pemerintah "
        "(LKIP) Kecamatan Jombang Kabupaten Jember Tahun 2023."
    )
    assert "Peraturan Presiden Nomor 29 Tahun 2014" in words[1]
    assert "Reformasi Birokrasi Nomor 53 Tahun 2014" in words[1]
    assert words[2].endswith(
        "beserta realisasi anggarannya."
    )  # nothing is measured, nothing to be open about


def test_the_foreword_owns_up_to_what_is_so_and_to_nothing_else() -> None:
    # 95 of 100 and 85 of 100 were missed, and every realisasi is known.
    assert (
        "Masih terdapat 2 (dua) indikator yang belum memenuhi target; langkah perbaikannya dimuat dalam BAB IV."
        in prose(kata_pengantar(naskah_jombang()))
    )
    assert (
        "2 (dua) indikator yang belum memenuhi target dan 1 (satu) indikator yang capaiannya belum dapat disimpulkan;"
        in prose(kata_pengantar(naskah_balung()))
    )


def test_a_foreword_that_people_wrote_stands_in_its_place_above_the_signature() -> None:
    written = (Narasi(bagian="kata-pengantar", kunci="", isi="<p>Laporan ini milik warga.</p>"),)
    part = kata_pengantar(replace(naskah_rencana(), narasi=written))
    assert narasi(part) == ["Laporan ini milik warga."]
    assert "Puji syukur" not in prose(part)
    assert isinstance(part.content[-1], SignatureBlock)


@pytest.mark.parametrize(
    ("kind", "sebutan"),
    [
        ((), "pemerintah desa/kelurahan,"),
        (("desa",), "pemerintah desa,"),
        (("kelurahan",), "pemerintah kelurahan,"),
        (("kelurahan", "desa"), "pemerintah desa dan kelurahan,"),
    ],
)
def test_thanks_go_to_the_governments_that_exist(kind: tuple[str, ...], sebutan: str) -> None:
    desa = tuple(Desa(nama=j, jenis=j, status="") for j in kind)
    assert sebutan in prose(kata_pengantar(naskah_rencana(kecamatan=replace(KECAMATAN, desa=desa))))


@pytest.mark.parametrize(
    ("recorded", "counted", "sebutan"),
    [
        ((), (0, 7), "pemerintah kelurahan,"),  # Kaliwates, Patrang and Sumbersari
        ((), (10, 0), "pemerintah desa,"),
        ((), (4, 3), "pemerintah desa dan kelurahan,"),
        (("kelurahan",), (4, 3), "pemerintah kelurahan,"),  # what is typed is what there is
        ((), (None, 7), "pemerintah kelurahan,"),
        ((), (0, None), "pemerintah kelurahan,"),  # none of one, so the other
        ((), (None, 0), "pemerintah desa,"),
    ],
)
def test_where_no_desa_is_typed_thanks_go_by_what_kemendagri_counts(
    recorded: tuple[str, ...], counted: tuple[int | None, int | None], sebutan: str
) -> None:
    desa = tuple(Desa(nama=j, jenis=j, status="") for j in recorded)
    kecamatan = replace(KECAMATAN, desa=desa, jumlah_desa=counted[0], jumlah_kelurahan=counted[1])
    assert sebutan in prose(kata_pengantar(naskah_rencana(kecamatan=kecamatan)))


def test_the_camat_signs_it() -> None:
    (mark,) = [b for b in blocks_from(kata_pengantar(empty_naskah())) if isinstance(b, SignatureBlock)]
    assert mark.blocks[0].heads == ("Jember, 21 Februari 2025", "Camat Jelbuk,")


@pytest.mark.parametrize(
    ("jabatan", "atas_nama", "words"),
    [
        ("Bupati Jember", "", "kepada Bupati dan masyarakat"),
        ("Pj. Bupati Jember", "", "kepada Pj. Bupati dan masyarakat"),
        ("Sekretaris Daerah a.n. Bupati Jember", "Bupati Jember", "kepada Bupati dan masyarakat"),
    ],
)
def test_the_foreword_names_the_kind_of_the_kepala_daerah(jabatan: str, atas_nama: str, words: str) -> None:
    holder = replace(BUPATI, jabatan=jabatan, atas_nama=atas_nama)
    assert words in prose(kata_pengantar(naskah_rencana(kepala_daerah=holder)))
