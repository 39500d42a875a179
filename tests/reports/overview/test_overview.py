"""The ikhtisar of a kabupaten: what is put side by side, what is left out and said to be, whose words it quotes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.document.numbering import number_all
from reports.document.tree import Figure, ParagraphBlock, Part
from reports.overview.compare import ranking, shared_indikator
from reports.overview.document import content_key, overview_document
from reports.overview.facts import Overview, Quote
from reports.overview.gather import quoted_text, year_facts
from sakip.snapshot.codec import read, write
from tests.reports.lkip.read_part import blocks_from, defect, part_of, prose, table_rows, text
from tests.reports.overview.example_overview import AJUNG, BALUNG, FOUR, NASKAH, SILO, measured, overview, row


@pytest.fixture(scope="module")
def body() -> Part:
    document = overview_document(FOUR)
    number_all(document)  # no anchor twice
    return Part(key="semua", title="", level=1, children=document.body)


def test_only_whole_means_are_ranked_and_the_mean_says_of_how_many_it_is(body: Part) -> None:
    assert [(one.place, one.row.name) for one in ranking(FOUR)] == [
        (1, "Ajung"),
        (2, "Balung"),
        (None, "Kalisat"),
    ]
    rows = table_rows(body, "tabel-rata-rata")
    assert [line[1] for line in rows[:3]] == ["Ajung", "Balung", "Kalisat"]
    assert rows[2] == ["–", "Kalisat", "Draf", "1 dari 2", "80,00%", "belum berpredikat"]
    assert rows[3] == ["–", "Silo", "belum ada catatan"]
    # (95 + 65 + 80) : 3
    assert rows[5][:2] == ["Rata-rata 3 dari 4 kecamatan", "80,00%"]
    # (95 + 65) : 2, of those that are measured as a whole
    assert rows[4][:2] == ["Rata-rata 2 kecamatan yang semua indikatornya terhitung", "80,00%"]
    said = prose(body)
    assert "rata-rata capaian 2 (dua) kecamatan yang semua indikatornya terhitung adalah 80,00%" in said
    assert "bersama 1 (satu) kecamatan yang baru sebagian terhitung 80,00%." in said
    assert "tidak ikut dihitung adalah 1 (satu) kecamatan, karena capaiannya belum diketahui." in said


def test_equal_means_share_a_place() -> None:
    same = [replace(AJUNG, kode=str(n), nama=f"Kecamatan {name}") for n, name in enumerate("BAC")]
    ranked = ranking(overview(*same, BALUNG))
    assert [(one.place, one.row.name) for one in ranked] == [(1, "A"), (1, "B"), (1, "C"), (4, "Balung")]


def test_an_indikator_is_compared_where_name_unit_and_rumus_are_the_same(body: Part) -> None:
    """ "persen" is "%", spaces say nothing; (90 + 60 + 80) : 3, and (100 + 70) : 2 without what is unknown."""
    first, second = shared_indikator(FOUR)
    assert (first.nama, first.rerata.nilai) == ("Tindak lanjut", Decimal("76.67"))
    assert (second.rerata.terhitung, second.rerata.jumlah, second.rerata.nilai) == (2, 3, Decimal("85.00"))
    other = row("Lain", measured("Tindak lanjut", 10, "dokumen"), measured("Sendiri", 10))
    assert len(shared_indikator(overview(AJUNG, other))) == 0
    summary = table_rows(body, "tabel-indikator-sebanding")
    assert summary[1][2:] == ["2 dari 3", "85,00%", "100,00% (Ajung)", "70,00% (Balung)"]
    assert table_rows(body, "tabel-matriks-1") == [
        ["Ajung", "90,00%", "100,00%"],
        ["Balung", "60,00%", "70,00%"],
        ["Kalisat", "80,00%", "tidak tersedia"],
        ["Rata-rata", "76,67%", "85,00%"],
    ]


def test_causes_are_quoted_with_their_source_and_what_is_not_written_is_said(body: Part) -> None:
    causes = prose(part_of(body, "sebab-indikator"))
    assert "Capaian tertinggi: 90,00%, Kecamatan Ajung." in causes
    assert "Capaian terendah: 60,00%, Kecamatan Balung." in causes
    assert (
        "Faktor pendorong: “Rapat diadakan setiap bulan.” (LKIP Kecamatan Ajung tahun 2023 versi 1)."
        in causes
    )
    assert "Faktor penghambat: “Petugas kurang” (LKIP Kecamatan Balung tahun 2023, konsep)." in causes
    assert "Belum dicatat untuk indikator itu: solusi yang telah dilakukan (Kecamatan Balung)." in causes
    by_mean = prose(part_of(body, "sebab-rata-rata"))
    assert "Kecamatan Balung: 65,00%, urutan 2 dari 2" in by_mean
    assert "Kalisat" not in by_mean


def test_what_nobody_confirmed_is_marked_in_a_quotation() -> None:
    unread = Quote(place="pendorong", text="Salinan tahun lalu", read=False)
    assert AJUNG.facts is not None
    copied = replace(AJUNG.facts.indikator[0], quotes=(unread,))
    facts = replace(AJUNG.facts, indikator=(copied, *AJUNG.facts.indikator[1:]))
    document = overview_document(overview(replace(AJUNG, facts=facts), BALUNG))
    quoted = [
        text(block.content)
        for part in document.body
        for block in blocks_from(part)
        if isinstance(block, ParagraphBlock) and "Salinan tahun lalu" in text(block.content)
    ]
    assert quoted
    assert all("[belum ditinjau]" in one for one in quoted)


def test_money_is_added_of_those_whose_amounts_are_all_known(body: Part) -> None:
    rows = table_rows(body, "tabel-serapan")
    assert rows[2][:4] == ["Kalisat", "500.000", "belum diisi", "belum diisi"]
    # 900.000 + 1.500.000 of 1.000.000 + 2.000.000
    assert rows[3][:4] == ["Jumlah 2 kecamatan", "3.000.000", "2.400.000", "80,00%"]
    assert (
        "Anggaran program tahun 2023 pada 2 dari 4 (empat) kecamatan yang pagu dan realisasinya lengkap sebesar "
        "Rp3.000.000" in prose(body)
    )


def test_lateness_findings_and_what_is_missing_are_counted(body: Part) -> None:
    assert table_rows(body, "tabel-ketepatan") == [["LKIP", "29 Februari 2024", "1", "0", "3", "0", "0"]]
    assert table_rows(body, "tabel-terlambat") == [["Balung, Kalisat, dan Silo", "–", "LKIP (5 hari)"]]
    assert "Tanpa batas waktu yang ditetapkan, jadi tidak dinilai: PK." in prose(body)
    assert table_rows(body, "tabel-temuan")[0][0::2] == ["R-sum", "6", "3"]
    assert "6 kesalahan, yang menahan pengajuan sampai diperbaiki, dan 3 peringatan" in prose(body)
    assert table_rows(body, "tabel-belum-ada") == [
        ["Balung", "PK: tanggal."],
        ["Silo", "Belum ada catatan tahun 2023."],
    ]
    assert table_rows(body, "tabel-tanpa-capaian") == [
        ["Kepuasan", "tidak tersedia: survei tidak diadakan", "Kalisat"]
    ]


def test_it_is_a_draft_as_long_as_one_report_is(body: Part) -> None:
    assert FOUR.konsep
    assert not overview(AJUNG, SILO).konsep
    assert "Kecamatan Balung dan Kalisat bersumber pada catatan yang LKIP-nya belum ditandatangani" in prose(
        body
    )


def test_nothing_at_all_is_said_in_sentences() -> None:
    document = overview_document(overview(SILO))
    words = "\n".join(prose(part) for part in document.body)
    assert "Capaian kinerja tahun 2023 belum dapat disimpulkan" in words
    assert "belum ada kecamatan yang capaiannya terhitung" in words
    assert not any(isinstance(block, Figure) for part in document.body for block in blocks_from(part))
    for part in document.body:
        assert defect(prose(part).replace(" […]", "")) == []


def test_the_same_content_has_the_same_key_and_survives_being_stored() -> None:
    again = read(write(FOUR), Overview)
    assert again == FOUR
    assert content_key(again) == content_key(FOUR)
    assert content_key(replace(FOUR, day=date(2024, 3, 6))) != content_key(FOUR)


def test_facts_are_those_of_the_report_with_what_was_written_in_it() -> None:
    facts = year_facts(NASKAH, signed=True, ties={})
    results = NASKAH.results
    assert results is not None
    assert facts.rerata == results.rerata
    assert [one.nama for one in facts.indikator] == [i.nama for s in results.sasaran for i in s.indikator]
    written = {(quote.place, quote.text) for one in facts.indikator for quote in one.quotes}
    assert written == {("pendorong", "Patroli dilaksanakan rutin"), ("penghambat", "Personel terbatas")}
    assert [quote.place for quote in facts.quotes] == ["kendala", "langkah"]


def test_a_long_text_is_cut_after_a_sentence_and_says_so() -> None:
    html = "<p>Satu dua tiga. Empat lima.</p><ol><li>Enam</li><li>Tujuh</li></ol>"
    assert quoted_text(html) == "Satu dua tiga. Empat lima. Enam; Tujuh"
    assert quoted_text(html, 20) == "Satu dua tiga. […]"
    assert quoted_text("<p>tanpa batas sama sekali</p>", 12) == "tanpa batas […]"
