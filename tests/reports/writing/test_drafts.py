"""Drafts say only what the numbers prove, and say every number by a live value."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reports.lkip.lkip import lkip
from reports.publish.naskah import BAGIAN_NARASI, Narasi
from reports.writing.drafts import draft
from reports.writing.html import read_html
from reports.writing.live import fill, live_values, marker_messages
from reports.writing.outline import HINTS, PER_INDIKATOR, PER_SASARAN, State, outline
from reports.writing.spelled import write_html
from tests.reports.lkip.example_naskah import (
    empty_naskah,
    naskah_balung,
    naskah_jombang,
    naskah_umbulsari,
    snapshot_balung,
    snapshot_jombang,
)
from tests.reports.lkip.naskah_material import filled, naskah, not_available, realisasi
from tests.reports.lkip.read_part import narasi

CONTOH = [naskah_jombang(), naskah_balung(), naskah_umbulsari()]


@pytest.mark.parametrize("contoh", CONTOH, ids=["jombang", "balung", "umbulsari"])
def test_every_draft_is_tidy_and_every_marker_in_it_known(contoh: object) -> None:
    assert not isinstance(contoh, str)
    nilai = live_values(contoh.results)  # type: ignore[attr-defined]
    made = 0
    for place in outline(contoh).places:  # type: ignore[arg-type]
        blocks = draft(contoh, place.bagian, place.key)  # type: ignore[arg-type]
        made += bool(blocks)
        content = write_html(blocks)
        assert read_html(content) == blocks
        assert marker_messages(blocks, nilai, about=place.key) == []
        # No percentage or amount is written by hand.
        assert not re.search(r"\d(,\d+)?%|Rp", re.sub(r"\{[^}]*\}|“[^”]*”", "", content)), content
    assert made > 5


def test_a_draft_reads_like_the_report() -> None:
    contoh = naskah_jombang()
    nilai = live_values(contoh.results)
    content = write_html(fill(draft(contoh, "penghambat", "laporan"), nilai, about="laporan"))
    assert "terealisasi 95% dari target 100%. Realisasi tersebut berada di bawah target" in content
    assert "capaian 95,00% dengan predikat AA (Sangat Memuaskan)" in content


@pytest.mark.parametrize("contoh", CONTOH, ids=["jombang", "balung", "umbulsari"])
def test_no_paragraph_is_drafted_twice(contoh: object) -> None:
    for key in {p.key for p in outline(contoh).places if p.bagian == "pendorong"}:  # type: ignore[arg-type]
        drafts = [draft(contoh, bagian, key) for bagian in ("pendorong", "penghambat")]  # type: ignore[arg-type]
        said = [block for blocks in drafts for block in blocks]
        assert len(said) == len({write_html((block,)) for block in said})


def test_what_rose_drives_and_what_lacks_hinders() -> None:
    # Laporan rose from 90 to 95 and missed its 100; IKM met its 85; SKM of Balung stayed at 66 and missed its B.
    jombang, balung = naskah_jombang(), naskah_balung()
    assert "lebih baik daripada realisasi tahun 2022" in write_html(draft(jombang, "pendorong", "laporan"))
    assert "tercapai" not in write_html(draft(jombang, "pendorong", "laporan"))
    assert "dari target" in write_html(draft(jombang, "penghambat", "laporan"))
    assert "tercapai" in write_html(draft(jombang, "pendorong", "ikm"))
    assert draft(jombang, "penghambat", "ikm") == ()
    assert draft(balung, "pendorong", "skm") == ()
    assert "dari target" in write_html(draft(balung, "penghambat", "skm"))


def test_what_the_report_says_itself_is_not_drafted_once_more() -> None:
    # Trantib reached 95,00 of its target with 99,07 of its money, pelayanan 100,00 with 99,94.
    contoh = naskah_jombang()
    assert contoh.results is not None
    for sasaran in contoh.results.sasaran:
        for bagian in ("efisiensi", "program"):
            said = write_html(draft(contoh, bagian, sasaran.kunci))
            assert not re.search(r"dinilai|\{(pagu|realisasi anggaran|rata-rata)", said), said
    assert draft(contoh, "efisiensi", "trantib") == ()  # of its one indikator the report says all


def test_what_fell_hinders() -> None:
    content = write_html(draft(naskah_balung(), "penghambat", "koordinasi"))
    assert "lebih rendah daripada tahun 2019" in content
    assert draft(naskah_balung(), "pendorong", "koordinasi") == ()


def test_several_programs_are_compared_also_one_without_a_code() -> None:
    base = snapshot_jombang()
    rows = tuple(replace(a, program="") if a.program == "7.01.04" else a for a in base.anggaran)
    nama = next(a.nama_program for a in rows if not a.program)
    first, *others = base.dukungan
    document = naskah(
        replace(base, anggaran=rows, dukungan=(replace(first, program=(nama, "7.01.03")), *others))
    )
    said = write_html(draft(document, "program", "trantib"))
    assert "Di antara 2 (dua) program pendukung sasaran" in said
    assert f"terendah pada {nama}, yaitu {{serapan: {nama}}}" in said
    assert draft(naskah_jombang(), "program", "trantib") == ()  # of one alone the report says all


def test_money_that_was_spent_whole_hinders_nothing() -> None:
    base = snapshot_balung()
    spent = tuple(replace(a, realisasi=a.pagu_murni) for a in base.anggaran)
    said = [
        write_html(draft(naskah(year), "penghambat", "koordinasi"))
        for year in (base, replace(base, anggaran=spent))
    ]
    # 66.370.000 / 87.410.000 is the least of the three kegiatan.
    assert "serapan terendah terdapat pada Koordinasi Ketertiban" in said[0]
    assert "serapan" not in said[1]


def test_a_state_without_a_capaian_keeps_its_words() -> None:
    base = snapshot_jombang()
    rest = tuple(r for r in base.realisasi if (r.kunci_indikator, r.tahun) != ("ikm", 2023))
    none = realisasi("ikm", 2023, not_available("survei tidak dilaksanakan"))
    document = naskah(replace(base, realisasi=(*rest, none)))
    for place, key in (("penghambat", "ikm"), ("kendala", "")):
        said = write_html(draft(document, place, key))
        assert "tidak dapat disimpulkan karena survei tidak dilaksanakan." in said
        assert "belum dapat disimpulkan" not in said
    assert "dari 3 (tiga) indikator yang capaiannya diketahui" in write_html(
        draft(document, "latar-belakang")
    )


def test_where_every_target_is_met_there_is_no_kendala_to_draft() -> None:
    base = snapshot_jombang()
    met = tuple(
        replace(r, tahunan=filled("100", "%")) if r.kunci_indikator in {"laporan", "kesra"} else r
        for r in base.realisasi
    )
    assert draft(naskah(base), "kendala") != ()
    assert draft(naskah(replace(base, realisasi=met)), "kendala") == ()


def test_causes_and_remedies_are_never_invented() -> None:
    assert draft(naskah_jombang(), "solusi", "laporan") == ()
    assert draft(naskah_jombang(), "perubahan-renstra") == ()
    assert draft(naskah_jombang(), "pendorong", "tidak-ada") == ()


def test_nothing_measured_gives_no_draft() -> None:
    assert all(draft(empty_naskah(), bagian) == () for bagian in BAGIAN_NARASI)


def test_the_outline_names_every_place_with_its_state_and_loses_no_text() -> None:
    writing = (
        Narasi(bagian="solusi", kunci="ikm", isi="<p>Melatih petugas.</p>"),
        Narasi(bagian="kendala", kunci="", isi="<p>Salinan.</p>", ditinjau=False),
        Narasi(bagian="pendorong", kunci="sudah-dihapus", isi="<p>Lama.</p>"),
    )
    whole = outline(naskah(snapshot_jombang(), writing))
    state = {(p.bagian, p.key): p.state for p in whole.places}
    assert state["solusi", "ikm"] is State.FILLED
    assert state["kendala", ""] is State.UNREVIEWED
    assert state["pendorong", "sudah-dihapus"] is State.FILLED
    assert state["langkah", ""] is State.EMPTY
    assert (whole.filled, whole.unreviewed) == (3, 1)
    assert {p.bagian for p in whole.places} == set(BAGIAN_NARASI)
    assert len(whole.places) == 11 + 4 * (2 + 4) + 1


def test_the_outline_of_an_empty_year_has_the_general_places() -> None:
    whole = outline(empty_naskah())
    assert [p.bagian for p in whole.places] == [
        "kata-pengantar",
        "latar-belakang-pembuka",
        "latar-belakang",
        "dasar-hukum",
        "maksud-tujuan",
        "profil",
        "sistematika",
        "kendala",
        "langkah",
        "penutup",
        "perubahan-renstra",
    ]


def test_every_place_tells_its_writer_what_belongs_there() -> None:
    assert HINTS.keys() == BAGIAN_NARASI.keys()


def test_a_text_is_printed_once_where_its_place_says() -> None:
    year = snapshot_jombang()
    year = replace(year, renstra=(*year.renstra, replace(year.renstra[-1], versi=1)))
    keys = dict.fromkeys(PER_INDIKATOR, "ikm") | dict.fromkeys(PER_SASARAN, "pelayanan")
    texts = tuple(
        Narasi(bagian=one, kunci=keys.get(one, ""), isi=f"<p>Uraian {one}.</p>") for one in BAGIAN_NARASI
    )
    document = lkip(naskah(year, texts))
    parts = {part.nomor or part.key: narasi(part) for part in (*document.front, *document.body)}
    for bagian, title in BAGIAN_NARASI.items():
        printed = [where for where, said in parts.items() if f"Uraian {bagian}." in said]
        assert len(printed) == 1, bagian
        named = re.findall(r"BAB [IV]+", title + HINTS[bagian])
        assert set(named) <= set(printed), bagian
    assert "BAB IV" in BAGIAN_NARASI["kendala"]
