"""Ikhtisar eksekutif: goals, capaian per sasaran, counts, shares, budget; the numbers of the chapters."""

from dataclasses import replace

from reports.document.tree import Figure
from reports.lkip.ikhtisar import ikhtisar
from reports.prose.conclusion import efisiensi_text
from reports.publish.naskah import ReviewFollowUp
from sakip.capaian.inputs import AsalTarget
from sakip.capaian.results import OtherTargetResult, TargetPosition
from tests.reports.lkip.example_naskah import (
    empty_naskah,
    naskah_balung,
    naskah_jombang,
    naskah_umbulsari,
    snapshot_jombang,
    snapshot_umbulsari,
)
from tests.reports.lkip.naskah_material import naskah
from tests.reports.lkip.read_part import all_sentences, blocks_from, narasi, prose, table_heads, table_rows


def test_goals_and_capaian_of_every_sasaran() -> None:
    content = ikhtisar(naskah_jombang())
    assert (content.title, content.level, content.nomor) == ("Ikhtisar Eksekutif", 1, "")
    whole, best = "AA (Sangat Memuaskan)", "A (Memuaskan)"
    assert table_rows(content, "tabel-sekilas") == [
        [
            "1",
            "Terjaganya ketertiban umum dan ketentraman masyarakat",
            "95,00%",
            whole,
            "99,07%",
            "Tidak efisien",
        ],
        ["2", "Meningkatnya kepuasan masyarakat", "100,00%", whole, "99,94%", "Efisien"],
        ["3", "Terselenggaranya pemerintahan kecamatan", "100,00%", whole, "92,06%", "Efisien"],
        ["4", "Meningkatnya fasilitasi kesejahteraan masyarakat", "85,00%", best, "99,92%", "Tidak efisien"],
        ["Kecamatan Jombang", "95,00%", whole, "94,50%", ""],
    ]
    drawing, course = [b for b in blocks_from(content) if isinstance(b, Figure)]
    assert "Sasaran 1 capaian 95,00% dan serapan 99,07%" in drawing.alt
    # 90 ÷ 100, 80 ÷ 100 and 80 ÷ 100 of 2022; no target of sasaran 3 is known of that year, but its predikat is.
    assert course.alt == (
        "Perkembangan Capaian per Sasaran Tahun 2022–2023. Sasaran 1: 90,00% pada 2022 dan 95,00% pada 2023. "
        "Sasaran 2: 80,00% pada 2022 dan 100,00% pada 2023. Sasaran 3: Nilai SAKIP: B pada 2022 dan B pada 2023. "
        "Sasaran 4: 80,00% pada 2022 dan 85,00% pada 2023."
    )
    assert (
        "Renstra Kecamatan Jombang Tahun 2021–2026 menetapkan 4 (empat) sasaran strategis untuk mewujudkan "
        "2 (dua) tujuan." in prose(content)
    )


def test_it_says_how_many_sasaran_are_measured() -> None:
    content = ikhtisar(naskah_jombang())
    assert "laporan ini mengukur 4 (empat) sasaran strategis dengan 4 (empat) indikator." in prose(content)


def test_no_course_is_drawn_that_ends_in_another_capaian_than_the_table_has() -> None:
    """The years of the first sasaran can only be compared by targets of the Renstra, by which it is another."""
    known = naskah_jombang()
    assert known.results is not None
    first, *others = known.results.sasaran
    (measured,) = first.indikator
    higher = OtherTargetResult(
        dokumen=AsalTarget.RENSTRA,
        cetak="120%",
        capaian=measured.capaian,
        letak=TargetPosition.LEBIH_TINGGI,
    )
    measured = replace(measured, dasar=AsalTarget.RENSTRA, asal=AsalTarget.PK, target_lain=(higher,))
    results = replace(known.results, sasaran=(replace(first, indikator=(measured,)), *others))
    (_, course) = [b for b in blocks_from(ikhtisar(replace(known, results=results))) if isinstance(b, Figure)]
    assert "Sasaran 1" not in course.alt
    assert "Sasaran 2: 80,00% pada 2022 dan 100,00% pada 2023." in course.alt


def test_partial_and_unknown_sasaran_say_what_they_are() -> None:
    assert table_rows(ikhtisar(naskah_balung()), "tabel-sekilas")[1:] == [
        [
            *("2", "Meningkatnya koordinasi bidang pemerintahan", "79,00%", "rata-rata 1 dari 2 indikator"),
            *("78,83%", "–"),
        ],
        ["Kecamatan Balung", "72,83%", "rata-rata 2 dari 3 indikator", "84,34%", ""],
    ]
    assert table_rows(ikhtisar(naskah_umbulsari()), "tabel-sekilas")[1] == [
        *("2", "Meningkatnya koordinasi wilayah", "–", "tidak tersedia", "100,00%", "–")
    ]


def test_the_prose_says_what_the_table_does_not() -> None:
    """Targets and rupiah; the mean, efisiensi and serapan of each sasaran stand in the table, last year in BAB III."""
    text = prose(ikhtisar(naskah_jombang()))
    assert "sebesar Rp3.427.455.027 terealisasi Rp3.239.088.691 atau 94,50%" in text
    assert "2 (dua) indikator belum mencapai target" in text
    assert "95,00%" not in text
    assert "efisien" not in text
    assert "0,05" not in text


def test_where_no_program_is_tied_to_a_sasaran_there_is_no_serapan_and_no_verdict() -> None:
    unlinked = naskah(replace(snapshot_jombang(), dukungan=()))
    content = ikhtisar(unlinked)
    assert table_heads(content, "tabel-sekilas") == [["No.", "Sasaran strategis", "Capaian", "Predikat"]]
    assert table_rows(content, "tabel-sekilas")[-1][0] == "Kecamatan Jombang"
    figure = next(b for b in blocks_from(content) if isinstance(b, Figure))
    assert figure.title == "Capaian per Sasaran Tahun 2023"
    assert "belum diisi" not in figure.svg
    assert "Serapan" not in figure.svg
    # What the money came to in all is still said, and BAB IV judges nothing.
    assert "sebesar Rp3.427.455.027 terealisasi Rp3.239.088.691 atau 94,50%" in prose(content)
    assert efisiensi_text(unlinked) == ""


def test_kendala_and_langkah_are_told_once_and_summed_up_here() -> None:
    content = ikhtisar(naskah_jombang())
    assert not narasi(content)
    last = all_sentences(content)[-1]
    assert last.startswith(
        "Pada tahun 2024 perbaikan diarahkan pada indikator yang targetnya belum tercapai, yaitu “"
    )
    assert last.endswith("Kendala dan langkah perbaikan diuraikan dalam BAB IV.")
    assert "BAB IV" not in prose(ikhtisar(naskah_balung()))


def test_without_records_it_is_sentences_with_reasons() -> None:
    assert all_sentences(ikhtisar(empty_naskah())) == [
        "Tujuan dan sasaran Renstra Kecamatan Jelbuk belum dicatat.",
        "Capaian kinerja Kecamatan Jelbuk tahun 2024 belum dapat disimpulkan karena Perjanjian Kinerja tahun 2024 "
        "belum dicatat.",
        "Serapan anggaran Kecamatan Jelbuk tahun 2024 belum dapat disimpulkan karena data anggaran tahun 2024 belum "
        "dicatat.",
        "Langkah perbaikan untuk tahun 2025 belum dicatat.",
    ]


def test_without_kebijakan_the_reason_is_the_kebijakan() -> None:
    assert (
        "belum dapat disimpulkan karena kebijakan pengukuran capaian tahun 2021 belum ditetapkan."
        in prose(ikhtisar(naskah(replace(snapshot_umbulsari(), kebijakan=None))))
    )


def test_it_says_what_became_of_the_review_and_nothing_where_there_was_none() -> None:
    plain = naskah_jombang()
    assert "reviu" not in prose(ikhtisar(plain))
    assert "pemeriksaan mandiri" not in prose(ikhtisar(plain))

    (before,) = [one for one in all_sentences(ikhtisar(plain)) if "Anggaran program" in one]

    def said(*counts: int) -> str:
        catatan, selesai, dijawab, beralasan = counts
        told = ReviewFollowUp(catatan=catatan, selesai=selesai, dijawab=dijawab, beralasan=beralasan)
        after = all_sentences(ikhtisar(replace(plain, tindak_lanjut_reviu=told)))
        return next(one for one in after if one.startswith(before)).removeprefix(before).strip()

    assert said(7, 5, 1, 2) == (
        "Dalam reviu atas laporan ini, 5 dari 7 (tujuh) catatan selesai ditindaklanjuti, 1 dijawab, "
        "dan 1 belum dijawab. Dari pemeriksaan mandiri, 2 (dua) temuan dijelaskan dengan alasan."
    )
    assert said(3, 3, 0, 0) == (
        "Dalam reviu atas laporan ini, seluruh 3 (tiga) catatan selesai ditindaklanjuti."
    )
    assert said(1, 0, 0, 0) == "Dalam reviu atas laporan ini, satu-satunya catatan belum dijawab."
    assert said(0, 0, 0, 1) == "Dari pemeriksaan mandiri, 1 (satu) temuan dijelaskan dengan alasan."
