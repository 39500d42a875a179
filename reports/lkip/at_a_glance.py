"""What a reader of one page sees of the year: capaian and serapan of every sasaran, drawn and in figures, their course
over the years, and what became of the recommendations of last year's evaluation and of the review of this report."""

from __future__ import annotations

from dataclasses import replace

from reports.charts import MOST_BESIDE, CapaianBar, Pair, Trend, capaian_bar, pair_bars, small_trends
from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, Figure, TableBlock, TableCell
from reports.lkip.bab3.evaluasi import say_recommendations
from reports.lkip.bab3.sources import sumber_anggaran
from reports.lkip.bab3.tabel_sasaran import compared_years
from reports.lkip.bab3.tren import predikat_course
from reports.official.signatures import nama_kecamatan
from reports.prose.comparison_sentences import shows_renstra
from reports.prose.language import (
    chain,
    compose,
    count_of,
    paragraph,
    part_of,
    say_years,
    sentence,
    tidy,
)
from reports.prose.position import wording_number
from reports.publish.naskah import Naskah, ReviewFollowUp
from reports.tables.printed import EMPTY
from sakip.capaian.results import Efisiensi, Rerata, Results, SasaranResult, Serapan
from sakip.text.numbers import format_angka
from sakip.text.states import say_state
from sakip.text.working import persen, say_kategori, shown_decimals

_EFISIEN = {True: "Efisien", False: "Tidak efisien", None: EMPTY}
#: Of so many years a course can be told, and so many stand beside each other.
_FEWEST, _MOST = 2, 5
#: Of so few years four drawings have room beside each other.
_FEW, _FOUR = 3, 4


def glanced_at(results: Results) -> bool:
    """Whether there is a table of the sasaran: of a single one capaian is that of the kecamatan."""
    return len(results.sasaran) > 1


def has_money(results: Results) -> bool:
    """Whether money is known of any sasaran; where no program is tied to one, none is, and nothing can be judged."""
    return any(s.anggaran.pagu is not None or s.anggaran.realisasi is not None for s in results.sasaran)


def at_a_glance(naskah: Naskah, results: Results) -> tuple[Block, ...]:
    """The drawing and the table behind it, if there is one; of a single sasaran the drawing alone, beside the money of
    the kecamatan."""
    tahun = naskah.snapshot.tahun
    money = has_money(results)
    if not glanced_at(results):
        return _drawing(naskah, results, f"Capaian dan Serapan Anggaran Tahun {tahun}") if money else ()
    title = f"Capaian {'dan Serapan Anggaran ' if money else ''}per Sasaran Tahun {tahun}"
    table = TableBlock(
        key="tabel-sekilas",
        title=title,
        columns=columns(
            (5, "tengah"),
            45 if money else 59,
            (10, "kanan") if money else (14, "kanan"),
            (16, "tengah") if money else (22, "tengah"),
            *(((10, "kanan"), (14, "tengah")) if money else ()),
        ),
        heads=header(
            "No.", "Sasaran strategis", "Capaian", "Predikat", *(("Serapan", "Efisiensi") if money else ())
        ),
        rows=(
            *(
                row(
                    cell(str(n)),
                    cell(tidy(s.uraian), head=True),
                    *_capaian_cells(s.rerata),
                    *((cell(_serapan(s.anggaran)), cell(_efisiensi(s.efisiensi))) if money else ()),
                )
                for n, s in enumerate(results.sasaran, start=1)
            ),
            row(
                cell(nama_kecamatan(naskah.snapshot), column=2, head=True),
                *_capaian_cells(results.rerata),
                *((cell(_serapan(results.anggaran.total)), cell("")) if money else ()),
                kind="jumlah",
            ),
        ),
        sumber=f"Pengukuran kinerja dalam BAB III{f'; {sumber_anggaran(naskah)}' if money else ''}",
        size="kecil",
    )
    return (*_drawing(naskah, results, title), table)


def capaian_course(results: Results) -> tuple[Block, ...]:
    """The capaian of every sasaran over the years, where two or more are known, on one axis. Where the years can only
    be compared by other targets than those by which this one is measured, that would be another capaian than the table
    has: BAB III compares them. What is measured by predikat is shown in those that it reached."""
    courses = [*enumerate(results.sasaran, start=1)]
    numbered = [(n, s) for n, s in courses if _has_course(s)]
    steps = [
        (n, i, years)
        for n, s in courses
        if not _has_course(s)
        for i in s.indikator
        if predikat_course(i, years := (*compared_years([i]), results.tahun))
    ]
    known = {year.tahun for _, s in numbered for year in s.perkembangan}
    years = tuple(sorted(known.union(*(some for _, _, some in steps))))[-_MOST:]
    if not years:
        return ()
    single = len(results.sasaran) == 1
    drawn = [(n, _trend(f"Sasaran {n}", s, years)) for n, s in numbered]
    for n, i, _ in steps:
        if one := predikat_course(i, years):
            nama = f"Predikat {one.nama}" if single else f"Sasaran {n}: {one.nama}"
            drawn.append((n, replace(one, nama=nama, targets=(None,) * len(years), apart=True)))
    trends = [one for _, one in sorted(drawn, key=lambda one: one[0])]
    title = f"Perkembangan Capaian{'' if single else ' per'} Sasaran Tahun {say_years(years)}"
    return (
        Figure(
            key="gambar-sekilas-tren",
            title=title,
            svg=small_trends(
                years,
                trends,
                name="Capaian (persen)" if numbered else "Predikat",
                alike=True,
                beside=_FOUR if len(years) <= _FEW else MOST_BESIDE,
            ),
            alt=f"{title}. {' '.join(_say_trend(one, years) for one in trends)}",
        ),
    )


def _has_course(sasaran: SasaranResult) -> bool:
    return len(sasaran.perkembangan) >= _FEWEST and not any(map(shows_renstra, sasaran.indikator))


def _trend(nama: str, sasaran: SasaranResult, years: tuple[int, ...]) -> Trend:
    known = {year.tahun: year.rerata.nilai for year in sasaran.perkembangan}
    values = tuple(known.get(year) for year in years)
    said = tuple("" if value is None else format_angka(value, shown_decimals(value)) for value in values)
    return Trend(nama=nama, values=values, targets=(None,) * len(years), said=said)


def _say_trend(trend: Trend, years: tuple[int, ...]) -> str:
    unit = "" if trend.apart else "%"
    values = zip(years, trend.values, trend.said, strict=True)
    return f"{trend.nama}: {chain([f'{said}{unit} pada {year}' for year, value, said in values if value is not None])}."


def answered(naskah: Naskah) -> str:
    """What became of the recommendations of last year's evaluation and of the review of this report; empty where there
    were none."""
    snapshot = naskah.snapshot
    rows, evaluation = snapshot.rekomendasi_lhe, f"evaluasi tahun {snapshot.tahun - 1}"
    return paragraph(say_recommendations(rows, evaluation, wording_number(snapshot)), _review(naskah))


def _review(naskah: Naskah) -> str:
    """What became of the notes of the review, and how many findings stand with a reason."""
    told = naskah.tindak_lanjut_reviu
    if told is None:
        return ""
    ordering = wording_number(naskah.snapshot, 3)
    return paragraph(_notes(told, ordering), _reasons(told.beralasan, ordering))


#: What is said of so many notes: of those that are settled, answered and open.
_SETTLED = (
    ("selesai ditindaklanjuti", "dijawab", "belum dijawab"),
    ("telah ditindaklanjuti", "dijawab", "belum dijawab"),
    ("sudah ditindaklanjuti", "sudah dijawab", "belum dijawab"),
    ("tuntas ditindaklanjuti", "baru dijawab", "belum dijawab"),
    ("telah selesai", "telah dijawab", "menunggu jawaban"),
    ("sudah selesai", "sudah dijawab", "masih menunggu jawaban"),
)


def _notes(told: ReviewFollowUp, ordering: int) -> str:
    counts = (told.selesai, told.dijawab, told.catatan - told.selesai - told.dijawab)
    if not told.catatan:
        return ""
    openings = (
        "dalam reviu atas laporan ini,",
        "pada reviu laporan ini,",
        "hasil reviu laporan ini:",
        "tindak lanjut reviu laporan ini:",
        "mengenai reviu laporan ini,",
        "dalam hal reviu atas laporan ini,",
    )
    said = []
    for words in _SETTLED:
        (first, so), *others = [one for one in zip(counts, words, strict=True) if one[0]]
        notes = f"{part_of(first, told.catatan, 'catatan')} {so}"
        said.append(chain([notes, *(f"{n} {words}" for n, words in others)]))
    return sentence(compose(ordering, openings, said))


def _reasons(many: int, ordering: int) -> str:
    """Findings of the checks that were answered, not mended."""
    found = count_of(many, "temuan")
    openings = (
        "dari pemeriksaan mandiri,",
        "pada pemeriksaan mandiri,",
        "dalam pemeriksaan mandiri,",
        "menurut pemeriksaan mandiri,",
        "dari hasil pemeriksaan mandiri,",
        "dalam hasil pemeriksaan mandiri,",
    )
    ends = (
        f"{found} dijelaskan dengan alasan",
        f"{found} dijawab dengan alasan",
        f"{found} diberi alasan",
        f"{found} dijawab beserta alasannya",
        f"{found} diterangkan dengan alasan",
        f"terhadap {found} disampaikan alasan",
    )
    return sentence(compose(ordering, openings, ends)) if many else ""


def sasaran_pairs(naskah: Naskah, results: Results) -> list[Pair]:
    """Capaian and serapan of every sasaran, and of the kecamatan."""
    return [
        *(_pair(f"Sasaran {n}", s.rerata, s.anggaran) for n, s in enumerate(results.sasaran, start=1)),
        _pair(naskah.snapshot.kecamatan.sebutan, results.rerata, results.anggaran.total),
    ]


#: What the two bars of a sasaran are.
PAIRED = ("Capaian kinerja", "Serapan anggaran")


def _drawing(naskah: Naskah, results: Results, title: str) -> tuple[Figure, ...]:
    pairs = sasaran_pairs(naskah, results)
    if not any(v is not None for p in pairs for v in p.values):
        return ()
    money = has_money(results)
    said = chain(
        [f"{p.nama} capaian {p.said[0]}{f' dan serapan {p.said[1]}' if money else ''}" for p in pairs]
    )
    return (
        Figure(
            key="gambar-sekilas",
            title=title,
            svg=pair_bars(pairs, PAIRED)
            if money
            else capaian_bar(
                [
                    CapaianBar(nama=p.nama, capaian=p.values[0], without=p.said[0], said=p.said[0])
                    for p in pairs
                ],
                what="Sasaran",
                dense=True,
            ),
            alt=f"{title}: {said}.",
        ),
    )


def _pair(nama: str, rerata: Rerata, anggaran: Serapan) -> Pair:
    return Pair(
        nama=nama,
        values=(rerata.nilai, anggaran.nilai),
        said=(
            say_state(rerata.keadaan) if rerata.nilai is None else persen(rerata.nilai),
            say_state(anggaran.keadaan) if anggaran.nilai is None else persen(anggaran.nilai),
        ),
    )


def _capaian_cells(rerata: Rerata) -> list[TableCell]:
    """Capaian and predikat; of a sasaran that is known in part how much of it is."""
    if rerata.nilai is None:
        return [cell(EMPTY), cell(say_state(rerata.keadaan))]
    part = f"rata-rata {rerata.terhitung} dari {rerata.jumlah} indikator"
    return [cell(persen(rerata.nilai)), cell(say_kategori(rerata.kategori) if rerata.complete else part)]


def _serapan(serapan: Serapan) -> str:
    return EMPTY if serapan.nilai is None else persen(serapan.nilai)


def _efisiensi(efisiensi: Efisiensi) -> str:
    return _EFISIEN[efisiensi.efisien]
