"""What was wrong in years that no contoh is like, read as an evaluator reads them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from reports.document.tree import Figure
from reports.lkip.bab2 import bab2
from reports.lkip.bab3 import bab3
from reports.lkip.bab4 import bab4
from reports.lkip.ikhtisar import ikhtisar
from sakip.snapshot.types import TindakLanjut
from tests.reports.lkip.example_naskah import ALASAN_DESA, naskah_balung, snapshot_balung
from tests.reports.lkip.naskah_material import naskah, not_available, realisasi
from tests.reports.lkip.odd_years import ODD, odd
from tests.reports.lkip.read_part import (
    all_parts,
    all_sentences,
    all_tables,
    blocks_from,
    defect,
    part_of,
    prose,
    table_heads,
    table_rows,
)

pytestmark = pytest.mark.one_engine

CHAPTERS = (ikhtisar, bab2, bab3, bab4)


@pytest.mark.parametrize("name", ODD)
def test_no_part_says_a_sentence_twice_or_leaves_a_blemish(name: str) -> None:
    for part in (one for chapter in CHAPTERS for one in all_parts(chapter(odd(name)))):
        texts = all_sentences(replace(part, children=()))
        said = [s for text in texts for s in re.split(r"(?<=[.]) ", text) if len(s) > 40]
        assert sorted({s for s in said if said.count(s) > 1}) == []
        assert [text for text in texts if defect(text)] == []


def test_a_kinerja_that_worsened_every_year_is_said_so_once() -> None:
    """48 after 55 after 60, where more is better; 9 after 6 after 4, where less is."""
    compared = [s for s in all_sentences(bab3(odd("shrinking"))) if "2021 dan 2023" in s or "sejak 2021" in s]
    assert len(compared) == 2
    for text, course in zip(compared, ("terus turun", "terus naik"), strict=True):
        assert text.count("menurun") == 1
        assert course in text


def test_one_sasaran_is_no_other_than_the_measured_one() -> None:
    """Of two sasaran of the Renstra the PK promises one: it is not the only one."""
    for part in (ikhtisar(odd("changed")), bab4(odd("changed"))):
        assert "satu-satunya sasaran yang diukur dinilai tidak efisien" in prose(part)
    assert "emua sasaran" not in prose(bab3(odd("changed")))
    assert "eluruh sasaran" not in prose(bab3(odd("changed")))


def test_a_single_sasaran_is_drawn_beside_the_money_of_the_kecamatan() -> None:
    """99 of 100 million for the sasaran, 1.009 of 1.030 for all: a table of one row would say less."""
    (bars,) = [b for b in blocks_from(ikhtisar(odd("changed"))) if isinstance(b, Figure)]
    assert bars.alt == (
        "Capaian dan Serapan Anggaran Tahun 2023: Sasaran 1 capaian 96,24% dan serapan 99,00% dan Kecamatan capaian "
        "96,24% dan serapan 97,96%."
    )
    assert "tabel-sekilas" not in all_tables(ikhtisar(odd("changed")))


def test_the_course_of_a_single_sasaran_has_its_number() -> None:
    drawn = {b.key: b for b in blocks_from(ikhtisar(odd("shrinking"))) if isinstance(b, Figure)}
    course = drawn["gambar-sekilas-tren"]
    # 100 and 120, 84,62 and 50, 68,57 and −25.
    assert course.alt == (
        "Perkembangan Capaian Sasaran Tahun 2021–2023. Sasaran 1: 110,00% pada 2021, 67,31% pada 2022, dan 21,79% "
        "pada 2023."
    )


def test_what_is_not_measured_yet_is_told_by_its_row() -> None:
    part = bab3(odd("unmeasured"))
    assert "realisasi belum diisi" not in prose(part)
    assert not [b for b in blocks_from(part) if isinstance(b, Figure) and b.key.startswith("gambar-capaian")]
    assert not any("0 dari 2" in c for rows in all_tables(part) for r in table_rows(part, rows) for c in r)


def test_what_was_not_spent_yet_is_said_without_counting_rows() -> None:
    text = prose(ikhtisar(odd("unmeasured")))
    assert "serapannya belum dapat disimpulkan karena realisasi anggaran belum diisi" in text
    assert "efisiensi" not in text


def test_targets_are_drawn_from_the_documents_that_have_a_column() -> None:
    part = bab2(odd("unmeasured"))
    assert table_heads(part, "tabel-target")[0] == ["No.", "Sasaran strategis", "Indikator kinerja", "PK"]
    assert all_tables(part)["tabel-target"].sumber.split(". ")[0] == "Perjanjian Kinerja Tahun 2024"


def test_the_table_of_the_renstra_names_it() -> None:
    source = "Renstra Kecamatan Jombang Tahun 2021–2026"
    assert all_tables(bab2(odd("shrinking")))["tabel-renstra-0"].sumber.split(". ")[0] == source


def test_an_indikator_that_a_perubahan_drops_keeps_its_targets() -> None:
    rows = table_rows(bab2(odd("changed")), "tabel-target")
    assert rows[-2:] == [
        ["Indikator di luar Perjanjian Kinerja"],
        ["Persentase desa tertib administrasi", "80%", "80%", "–"],
    ]


def test_a_year_without_a_target_has_none_to_be_filled() -> None:
    """2022 is over: nobody will set its target."""
    rows = table_rows(bab3(odd("changed")), "tabel-kinerja-layanan")
    assert ["Tahun 2022", "–", "80", "tidak dapat dihitung", "–"] in rows


def test_one_indikator_outside_the_pk_is_not_named_one_by_one() -> None:
    assert "satu per satu" not in prose(ikhtisar(odd("changed")))


def test_several_scales_are_introduced_once() -> None:
    framework = part_of(bab3(odd("lettered")), "kerangka-pengukuran")
    assert [s for s in all_sentences(framework) if s.startswith("Peringkat predikat")] == [
        "Peringkat predikat bagi indikator bertarget predikat disajikan dalam tabel-tabel berikut."
    ]
    assert {"tabel-skala-akip-2021", "tabel-skala-skm-2017"} <= set(all_tables(framework))


def test_a_program_of_which_nothing_was_spent_is_told_once() -> None:
    text = prose(part_of(bab3(odd("lettered")), "realisasi-anggaran"))
    assert text.count("Program Koordinasi Ketentraman dan Ketertiban Umum") == 1


def test_what_is_not_judged_is_not_efficient_in_its_efficiency() -> None:
    assert "1 (satu) sasaran dinilai tidak efisien dan 1 (satu) sasaran tidak dapat dinilai" in prose(
        bab4(odd("lettered"))
    )


def test_bars_of_thirty_indikator_fit_their_pages() -> None:
    drawn = [
        b for b in blocks_from(part_of(bab3(odd("wide")), "pengukuran-capaian")) if isinstance(b, Figure)
    ]
    assert [b.title for b in drawn] == [
        "Capaian Kinerja per Indikator Sasaran 1 Tahun 2023",
        "Capaian Kinerja per Indikator Sasaran 2 Tahun 2023",
        "Capaian Kinerja per Indikator Sasaran 3 Tahun 2023",
    ]
    heights = [int(re.search(r'viewBox="0 0 \d+ (\d+)"', b.svg)[1]) for b in drawn]  # type: ignore[index]
    assert max(heights) < 1400


def test_many_missed_targets_are_counted_and_listed_where_they_are_mended() -> None:
    """Four of each ten: twelve names would fill the ikhtisar."""
    text = prose(ikhtisar(odd("wide")))
    assert "12 (dua belas) indikator yang targetnya belum tercapai" in text
    assert "kelompok 4" not in text
    assert "“Persentase usulan yang ditindaklanjuti kelompok 4”" in prose(bab4(odd("wide")))


def test_the_years_of_ten_indikator_are_compared_together() -> None:
    """All ten rose by 5 points and fell behind a target that rose by 10: two sentences, not twenty."""
    part = bab3(odd("wide"))
    analysis = next(p for p in all_parts(part) if p.key == "analisis-a-tahun")
    compared = [s for s in all_sentences(analysis) if "2022" in s]
    assert len(compared) <= 2


def test_one_reason_for_two_years_is_given_once() -> None:
    dasar = snapshot_balung()
    before = realisasi("desa", 2019, not_available(ALASAN_DESA))
    content = bab3(naskah(replace(dasar, realisasi=(*dasar.realisasi, before))))
    assert prose(part_of(content, "analisis-s2")).count("nilai tercatat untuk dua indikator") == 1
    assert "tahun 2019 tidak tersedia karena sebab yang sama." in prose(part_of(content, "analisis-s2"))


def test_programs_that_serve_every_sasaran_are_no_sasaran_of_their_own() -> None:
    rows = table_rows(bab3(naskah_balung()), "tabel-proporsi")
    assert [row[:2] for row in rows[1:3]] == [
        ["2", "Meningkatnya koordinasi bidang pemerintahan"],
        ["", "Program penunjang (mendukung semua sasaran)"],
    ]


def test_what_will_be_mended_has_the_name_that_was_measured() -> None:
    """The PK calls "Persentase laporan yang diselesaikan" otherwise than the Renstra."""
    dasar = ODD["shrinking"]()
    (first,) = dasar.pk
    named = replace(first.indikator[0], indikator="Laporan ketertiban yang selesai")
    step = TindakLanjut(
        kunci_indikator="selesai",
        indikator="Persentase laporan yang diselesaikan",
        tahun=2023,
        tindakan="Menambah petugas",
        penanggung_jawab=(),
        batas_waktu=date(2024, 3, 31),
        keadaan="Belum dilaksanakan",
        hasil="",
    )
    pk = replace(first, indikator=(named, *first.indikator[1:]))
    content = bab4(naskah(replace(dasar, pk=(pk,), tindak_lanjut=(step,))))
    assert table_rows(content, "tabel-tindak-lanjut-2023")[0][1] == "Laporan ketertiban yang selesai"


def test_one_working_for_the_year_and_the_end_of_the_renstra_is_shown_once() -> None:
    """2023 is the last year: 15 stands in the same range of 10 to 20, and 0 meets the same 0."""
    shown = [s for s in all_sentences(bab3(odd("perfect"))) if s.startswith("Perhitungan")]
    assert shown == [
        "Perhitungan capaian dan tingkat kemajuan “Lama pelayanan kartu keluarga”: realisasi 15 di dalam rentang 10–20 "
        "= 100,00.",
        "Perhitungan capaian dan tingkat kemajuan “Jumlah aduan”: realisasi 0 memenuhi target 0 = 100,00.",
    ]


def test_a_survey_says_of_which_year_it_is() -> None:
    title = all_tables(bab3(odd("perfect")))["tabel-survei-layanan"].title
    assert title == "Hasil Survei Kepuasan Masyarakat per Unsur Tahun 2023: IKM, Semester II (1 responden)"


def test_a_capaian_that_fell_while_the_realisasi_stayed_is_no_contrary() -> None:
    """85 as in 2022, against a target of 85 after 84."""
    text = prose(part_of(bab3(odd("perfect")), "analisis-layanan-tahun"))
    assert "karena targetnya" in text
    assert "Sebaliknya" not in text


def test_a_column_in_which_nobody_wrote_is_not_printed() -> None:
    """An inovasi with its name alone, and a step that nobody answers for."""
    rows = table_heads(bab3(odd("perfect")), "tabel-prestasi") + table_rows(
        bab3(odd("perfect")), "tabel-prestasi"
    )
    assert rows == [["No.", "Nama"], ["1", "Inovasi: Antar berkas"]]
    steps = bab4(odd("perfect"))
    assert table_heads(steps, "tabel-tindak-lanjut-2022") == [
        ["No.", "Indikator", "Tindakan", "Batas waktu", "Keadaan"]
    ]
    assert sum(c.width for c in all_tables(steps)["tabel-tindak-lanjut-2022"].columns) == 100
