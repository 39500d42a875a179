"""BAB III.B.1: target, realisasi, capaian and predikat of every indikator of the year, with the bar chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reports.charts import CapaianBar, capaian_bar
from reports.document.builders import cell, columns, header, listing, row
from reports.document.tree import Block, Figure, ParagraphBlock, Part, TableBlock, TableCell, TableRow
from reports.lkip.bab3.sources import all_indikator, nama_renstra, sumber_data
from reports.prose.language import compose, sentence, tidy
from reports.prose.position import apart, wording_number
from reports.prose.sentences import rounding_sentence
from reports.prose.target_sentences import differing, target_difference_sentence
from reports.publish.naskah import Naskah
from reports.tables.printed import EMPTY
from sakip.capaian.results import (
    Capaian,
    IndikatorResult,
    Rerata,
    Results,
    SasaranResult,
)
from sakip.capaian.rumus import rumus_definition
from sakip.capaian.values import KeadaanNilai
from sakip.snapshot.reads import kept
from sakip.text.states import say_state
from sakip.text.working import persen, say_predikat, shown

_PENDING = KeadaanNilai.BELUM_DIISI
#: So many bars stand on one page whatever the length of their names.
_MOST_BARS: Final = 14


@kept
def pengukuran_capaian(naskah: Naskah, results: Results) -> Part:
    """The table that the whole report rests on, its mean over n of m indikator, and its chart."""
    tahun = naskah.snapshot.tahun
    indikator = all_indikator(results)
    rounded = rounding_sentence(
        results.rerata, [i.capaian for i in indikator], wording_number(naskah.snapshot, 3)
    )
    return Part(
        key="pengukuran-capaian",
        title=f"Pengukuran Capaian Kinerja Tahun {tahun}",
        level=3,
        content=(
            pengukuran_table(naskah, results),
            *((ParagraphBlock(content=rounded, style="catatan"),) if rounded else ()),
            *target_blocks(indikator, wording_number(naskah.snapshot)),
            *_charts(naskah, results),
            *_without_years(naskah, indikator),
        ),
    )


def _without_years(naskah: Naskah, indikator: tuple[IndikatorResult, ...]) -> tuple[Block, ...]:
    """That no indikator can be compared with earlier years, said once: Permen PANRB 53/2014 asks for it of each."""
    if any(
        p.realisasi is not None and p.realisasi.keadaan is not _PENDING
        for i in indikator
        for p in i.perubahan
    ):
        return ()
    tahun, renstra = naskah.snapshot.tahun, naskah.snapshot.renstra_in_force
    first = renstra is not None and renstra.tahun_awal == tahun
    why = (
        f"tahun {tahun} merupakan tahun pertama {nama_renstra(naskah.snapshot)}"
        if first
        else "realisasi tahun-tahun sebelumnya tidak tercatat"
    )
    said = compose(
        wording_number(naskah.snapshot),
        (
            "Realisasi dan capaian belum dapat dibandingkan dengan tahun-tahun sebelumnya",
            "Perbandingan dengan tahun-tahun sebelumnya belum dapat disajikan",
            "Capaian tahun ini belum dapat dibandingkan dengan tahun-tahun sebelumnya",
            "Perkembangan antartahun belum dapat digambarkan",
            "Kinerja tahun ini belum dapat disandingkan dengan tahun-tahun sebelumnya",
            "Perubahan terhadap tahun-tahun sebelumnya belum dapat diukur",
        ),
        (f"karena {why}", f"sebab {why}", f"; {why}"),
    )
    return (ParagraphBlock(content=sentence(said)),)


def target_blocks(indikator: tuple[IndikatorResult, ...], ordering: int = 0) -> tuple[Block, ...]:
    """What the capaian above would be against the targets of the plan, where the PK promises another."""
    sentences = [
        target_difference_sentence(i, ordering + apart(n)) for n, i in enumerate(differing(indikator))
    ]
    if len(sentences) <= 1:
        return tuple(ParagraphBlock(content=s) for s in sentences)
    return (listing(sentences),)


def pengukuran_table(naskah: Naskah, results: Results) -> TableBlock:
    """No | Sasaran | Indikator | Satuan | Target | Realisasi | Capaian | Predikat, with the mean of several last."""
    tahun = naskah.snapshot.tahun
    return TableBlock(
        key="tabel-pengukuran",
        title=f"Pengukuran Capaian Kinerja Tahun {tahun}",
        columns=columns((4, "tengah"), 26, 24, (8, "tengah"), (8, "kanan"), (9, "kanan"), (9, "kanan"), 12),
        heads=header(
            "No.",
            "Sasaran strategis",
            "Indikator kinerja",
            "Satuan",
            "Target",
            "Realisasi",
            "Capaian",
            "Predikat",
        ),
        rows=(
            *(b for nomor, s in enumerate(results.sasaran, start=1) for b in _sasaran_rows(nomor, s)),
            *mean_rows(results.rerata, left=6),
        ),
        sumber=sumber_data(naskah, all_indikator(results)),
        column_numbers=True,
        size="kecil",
    )


def _sasaran_rows(nomor: int, sasaran: SasaranResult) -> list[TableRow]:
    n = len(sasaran.indikator)
    return [
        row(
            *((cell(nomor, row=n), cell(tidy(sasaran.uraian), row=n)) if ordering == 0 else ()),
            cell(tidy(i.nama), head=True),
            *size_cells(i),
        )
        for ordering, i in enumerate(sasaran.indikator)
    ]


def size_cells(i: IndikatorResult) -> tuple[TableCell, ...]:
    """Satuan, target, realisasi, capaian and predikat of an indikator."""
    return (
        cell(_satuan(i)),
        cell(tidy(i.target_cetak)),
        cell(tidy(i.realisasi_cetak)),
        *capaian_cells(i.capaian),
    )


def _satuan(i: IndikatorResult) -> str:
    """The recorded unit; a target in letters is one of the scale's predikat and has no other."""
    lettered = rumus_definition(i.capaian.rumus).berperingkat and i.target_cetak[:1].isalpha()
    return tidy(i.satuan) or ("predikat" if lettered else EMPTY)


def capaian_cells(capaian: Capaian | Rerata) -> tuple[TableCell, ...]:
    """A capaian, or a mean of them, and its predikat; one cell over both says why there is none."""
    if capaian.nilai is None:
        return (cell(say_state(capaian.keadaan), column=2, alignment="tengah"),)
    return (cell(persen(capaian.nilai)), cell(say_predikat(capaian)))


def mean_rows(rerata: Rerata, *, left: int) -> tuple[TableRow, ...]:
    """The mean as the last row of a table with ``left`` columns before the capaian; of one indikator there is none."""
    if rerata.jumlah <= 1:
        return ()
    scope = TableCell(content=say_scope(rerata), column=left, head=True)
    return (row(scope, *capaian_cells(rerata), kind="jumlah"),)


def say_scope(rerata: Rerata) -> str:
    """ "Rata-rata 2 dari 3 indikator", "Rata-rata 4 indikator" of all."""
    known = f"{rerata.terhitung} dari " if 0 < rerata.terhitung < rerata.jumlah else ""
    return f"Rata-rata {known}{rerata.jumlah} indikator"


def _charts(naskah: Naskah, results: Results) -> tuple[Figure, ...]:
    """The bars on paper: nothing where nothing is measured, and cut by sasaran where one drawing would pass a page."""
    indikator = all_indikator(results)
    if all(i.capaian.nilai is None for i in indikator):
        return ()
    if len(indikator) <= _MOST_BARS:
        return (capaian_chart(naskah, indikator),)
    return tuple(
        capaian_chart(naskah, rows, of=said, number=n)
        for n, (said, rows) in enumerate(_runs(results.sasaran), start=1)
    )


def _runs(sasaran: Sequence[SasaranResult]) -> Iterator[tuple[str, tuple[IndikatorResult, ...]]]:
    """What each drawing shows: as many whole sasaran as one has room for, or a part of a long one."""
    numbers: list[int] = []
    rows: list[IndikatorResult] = []
    for n, one in enumerate(sasaran, start=1):
        if rows and len(rows) + len(one.indikator) > _MOST_BARS:
            yield _say_run(numbers), tuple(rows)
            numbers, rows = [], []
        if len(one.indikator) <= _MOST_BARS:
            numbers, rows = [*numbers, n], [*rows, *one.indikator]
            continue
        for part, begin in enumerate(range(0, len(one.indikator), _MOST_BARS), start=1):
            yield f"Sasaran {n} (bagian {part})", one.indikator[begin : begin + _MOST_BARS]
    if rows:
        yield _say_run(numbers), tuple(rows)


def _say_run(numbers: Sequence[int]) -> str:
    first, last = numbers[0], numbers[-1]
    return f"Sasaran {first}" if first == last else f"Sasaran {first}–{last}"


def capaian_chart(
    naskah: Naskah, indikator: tuple[IndikatorResult, ...], *, of: str = "", number: int = 1
) -> Figure:
    """Bar chart of capaian per indikator against the line of 100 percent; ``of`` which sasaran, where it is one of
    several drawings."""
    title = f"Capaian Kinerja per Indikator {of} Tahun {naskah.snapshot.tahun}".replace("  ", " ")
    rinci = "; ".join(f"{tidy(i.nama)} {shown(i.capaian)}" for i in indikator)
    return Figure(
        key="gambar-capaian" if number == 1 else f"gambar-capaian-{number}",
        title=title,
        svg=capaian_bar(
            [
                CapaianBar(
                    nama=tidy(i.nama),
                    capaian=i.capaian.nilai,
                    without=say_state(i.capaian.keadaan),
                    said=shown(i.capaian),
                )
                for i in indikator
            ]
        ),
        alt=f"Grafik batang. {title}: {rinci}.",
    )
