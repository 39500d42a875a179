"""Live values say what the tables say, in screen and print, and never break a text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.lkip.bab3.pengukuran import capaian_cells, size_cells
from reports.lkip.bab3.sources import all_indikator
from reports.publish.naskah import Naskah
from reports.tables.printed import serapan_cells
from reports.writing.blocks import Block, Paragraph, Piece, contents, inline, words
from reports.writing.html import read_html
from reports.writing.live import (
    KINDS,
    LiveValues,
    fill,
    live_values,
    marker_for,
    marker_messages,
    unknown_markers,
)
from reports.writing.spelled import write_html
from tests.reports.lkip.example_naskah import empty_naskah, naskah_balung, naskah_jombang, naskah_umbulsari


def text(written: str) -> tuple[Block, ...]:
    return (Paragraph(inline([Piece(written)])),)


def shown(written: str, nilai: LiveValues, about: str = "") -> str:
    """The words of a paragraph as it is printed."""
    return "".join(words(content) for content in contents(fill(text(written), nilai, about=about)))


@pytest.mark.parametrize("make", [naskah_jombang, naskah_balung, naskah_umbulsari])
def test_a_marker_shows_what_the_table_of_measurement_prints(make: object) -> None:
    naskah: Naskah = make()  # type: ignore[operator]
    results = naskah.results
    assert results
    nilai = live_values(results)
    for i in all_indikator(results):
        _, target, realisasi, *capaian = [s.content for s in size_cells(i)]
        # One cell over both columns says that there is no conclusion.
        capaian = capaian * 2 if len(capaian) == 1 else capaian
        for kind, tercetak in zip(
            ("target", "realisasi", "capaian", "predikat"), (target, realisasi, *capaian), strict=True
        ):
            for nama in (i.nama, i.kunci, f" “{i.nama.upper()}.” "):
                assert shown(marker_for(kind, nama), nilai) == tercetak
            assert shown(f"{{{kind}}}", nilai, about=i.kunci) == tercetak
    for s in results.sasaran:
        assert shown(marker_for("rata-rata", s.uraian), nilai) == capaian_cells(s.rerata)[0].content
        assert shown("{rata-rata}", nilai, about=s.kunci) == capaian_cells(s.rerata)[0].content


def test_money_is_the_table_s_with_its_currency() -> None:
    results = naskah_jombang().results
    assert results
    nilai = live_values(results)
    pagu, realisasi, serapan = (s.content for s in serapan_cells(results.anggaran.total))
    assert shown("{pagu}, {realisasi anggaran}, {serapan}", nilai) == f"Rp{pagu}, Rp{realisasi}, {serapan}"
    for program in results.anggaran.program:
        for sebutan in (program.nama, program.kode):
            assert shown(marker_for("serapan", sebutan), nilai) == serapan_cells(program.serapan)[2].content


def test_a_name_in_html_is_read_and_its_value_escaped() -> None:
    results = naskah_jombang().results
    assert results
    sasaran = results.sasaran[0]
    odd = replace(sasaran.indikator[0], nama="Tertib & <aman>", realisasi_cetak="<b>5</b> & lebih")
    nilai = live_values(replace(results, sasaran=(replace(sasaran, indikator=(odd,)),)))
    written = read_html("<p>{realisasi: Tertib &amp; &lt;aman&gt;}</p>")
    assert write_html(fill(written, nilai)) == "<p>&lt;b&gt;5&lt;/b&gt; &amp; lebih</p>"


def test_a_value_wears_the_look_of_its_marker_and_lists_and_tables_hold_them_too() -> None:
    nilai = live_values(naskah_jombang().results)
    written = read_html(
        '<ol start="3"><li>Rata-rata <em>{rata-rata}</em><ul><li>{rata-rata}</li></ul></li></ol>'
        "<table><caption>{rata-rata}</caption><tr><td>{rata-rata}</td></tr></table>"
    )
    rerata = shown("{rata-rata}", nilai)
    assert rerata != "{rata-rata}"
    assert write_html(fill(written, nilai)) == (
        f'<ol start="3"><li>Rata-rata <em>{rerata}</em><ul><li>{rerata}</li></ul></li></ol>'
        f"<table><caption>{rerata}</caption><tbody><tr><td>{rerata}</td></tr></tbody></table>"
    )


def test_what_is_not_known_stays_and_is_told() -> None:
    nilai = live_values(naskah_jombang().results)
    written = text("{capaian: Indikator Lama} dan {capain: IKM}, {bukan penanda} serta {capaian}.")
    assert fill(written, nilai) == written
    messages = marker_messages(written, nilai)
    assert len(messages) == 3
    assert "Indikator “Indikator Lama” tidak dikenal" in messages[0]
    assert messages[1] == "{capain: IKM}: nilai “capain” tidak dikenal. Maksud Anda {capaian: IKM}?"
    assert "sebutkan nama indikatornya" in messages[2]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{capaian: IKN}", "{capaian: IKM}"),
        ("{ predikat : nilai sakip. }", None),  # capitals and spaces say nothing
        ("{predikt: nilai sakip}", "{predikat: Nilai SAKIP}"),
        ("{serapn}", "{serapan}"),
    ],
)
def test_the_nearest_known_marker_is_proposed(written: str, meant: str | None) -> None:
    nilai = live_values(naskah_jombang().results)
    messages = marker_messages(text(written), nilai)
    assert len(messages) == (meant is not None)
    for message in messages:
        assert f"Maksud Anda {meant}?" in message


def test_what_resembles_no_marker_is_offered_the_kinds() -> None:
    nilai = live_values(naskah_jombang().results)
    (message,) = marker_messages(text("{catatan: lihat lampiran tiga puluh satu}"), nilai)
    assert "Maksud Anda" not in message
    assert "Pakai salah satu: capaian, realisasi, target" in message
    assert marker_messages(text("{lihat lampiran}"), nilai) == []


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("{CAPAIAN:  ikm }", "{capaian: IKM}"),  # capitals and blanks say nothing
        ("{\u00a0Capaian : IKM}", "{capaian: IKM}"),
        ("{capaian:\nIKM}", "{capaian: IKM}"),
        ("{{capaian: IKM}}", "{capaian: IKM}"),
        ("{rata–rata}", "{rata-rata}"),  # Word's own dash
        ("{realisasi_anggaran}", "{realisasi anggaran}"),
    ],
)
def test_a_marker_is_read_however_it_is_written(written: str, printed: str) -> None:
    nilai = live_values(naskah_jombang().results)
    said = shown(printed, nilai)
    assert "{" not in said
    assert shown(f"Nilai {written} itu", nilai) == f"Nilai {said} itu"


@pytest.mark.parametrize(
    ("written", "left", "remedy"),
    [
        ("{capaian IKM} naik", "{capaian IKM}", "Maksud Anda {capaian: IKM}?"),
        ("{capain IKM}", "{capain IKM}", "Maksud Anda {capaian: IKM}?"),
        ("{capain : IKM}", "{capain : IKM}", "Maksud Anda {capaian: IKM}?"),
        ("{capaian; IKM}", "{capaian; IKM}", "penandanya tidak lengkap"),
        ("{capaian: IKM naik", "{capaian:", "kurung tutup"),
        ("{capaian: IKM {2021}}", "{capaian:", "kurung tutup"),
        ("{{capain: IKM}}", "{{capain: IKM}}", "Maksud Anda {capaian: IKM}?"),
        ("{capain:\nIKM}", "{capain:\nIKM}", "Maksud Anda {capaian: IKM}?"),
        ("{nilai: IKM}", "{nilai: IKM}", "bila bukan nilai, kurung biasa"),
    ],
)
def test_a_marker_gone_wrong_is_left_over_and_told(written: str, left: str, remedy: str) -> None:
    nilai = live_values(naskah_jombang().results)
    assert shown(written, nilai) == written
    assert [one for one, unknown in unknown_markers(written) if unknown] == [left]
    (message,) = marker_messages(text(written), nilai)
    assert message.startswith(left)
    assert remedy in message


@pytest.mark.parametrize(
    "written",
    [
        "{(realisasi : target)} × 100%",
        "{realisasi/target} × 100%",
        "{target - realisasi}",
        "{jumlah layanan : jumlah permohonan} × 100%",
        "{x : x > 0}",
        "{x: x > 0}",
        "{1, 2, 3}",
        "{lihat lampiran}",
        "{a; b; c}",
        "{",
        "{}",
        "}{",
    ],
)
def test_braces_of_a_formula_are_no_marker(written: str) -> None:
    assert [one for one, unknown in unknown_markers(written) if unknown] == []
    assert marker_messages(text(written), live_values(naskah_jombang().results)) == []


def test_a_name_of_two_records_names_neither() -> None:
    results = naskah_jombang().results
    assert results
    one = results.sasaran[0].indikator[0]
    twin = replace(results.sasaran[0], indikator=(one, replace(one, kunci="lain", realisasi_cetak="7")))
    nilai = live_values(replace(results, sasaran=(twin,)))
    writing = marker_for("realisasi", one.nama)
    assert shown(writing, nilai) == writing
    assert "lebih dari satu" in marker_messages(text(writing), nilai)[0]
    assert shown("{realisasi: lain}", nilai) == "7"


def test_without_results_every_marker_waits() -> None:
    nilai = live_values(empty_naskah().results)
    for kind in KINDS:
        assert shown(f"{{{kind}}}", nilai) == f"{{{kind}}}"
        assert marker_messages(text(f"{{{kind}}}"), nilai)


def test_every_choice_of_the_picker_is_known() -> None:
    for naskah in (naskah_jombang(), naskah_balung(), naskah_umbulsari()):
        nilai = live_values(naskah.results)
        for group in nilai.groups:
            for writing, written in group.choices:
                assert shown(writing, nilai) == written
                assert marker_messages(text(writing), nilai) == []


@given(st.text(alphabet="{}:<>&capin- \n", max_size=60))
def test_no_text_breaks_it(written: str) -> None:
    nilai = live_values(naskah_jombang().results)
    fill(text(written), nilai)
    assert "".join(one for one, _ in unknown_markers(written)) == written
    marker_messages(text(written), nilai)
