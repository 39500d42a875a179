"""The one table of a sasaran: its indikator year by year, against the Renstra and wider areas, and its money.

Every number of the seven analyses that Permen PANRB 53/2014 asks for stands here once; the texts below it say what the
rows do not show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, TableBlock, TableCell, TableRow
from reports.lkip.bab3.pengukuran import capaian_cells, mean_rows
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.sources import nama_renstra, sumber_anggaran, sumber_realisasi
from reports.lkip.bab3.survei import surveyed, with_mutu
from reports.official.signatures import nama_kabupaten, nama_kecamatan
from reports.prose.comparison_sentences import dasar_sentence, shows_renstra
from reports.prose.efisiensi_sentences import efisiensi_level
from reports.prose.language import difference_size, quoted, say_years, tidy, unique, with_minus, with_satuan
from reports.prose.sentences import needs_working, realisasi_indikator
from reports.publish.naskah import MedianKecamatan, Naskah
from reports.tables.pk import nama_pk
from reports.tables.printed import EMPTY, print_money
from sakip.capaian.inputs import AsalTarget, KeadaanNilai, Lingkup
from sakip.capaian.results import Capaian, IndikatorResult, PembandingResult, Perubahan, SasaranResult
from sakip.capaian.rounding import round_half_up
from sakip.capaian.skm import SINCE
from sakip.snapshot.types import Snapshot
from sakip.text.numbers import format_angka
from sakip.text.states import say_state
from sakip.text.working import persen, shown, shown_decimals

_COLUMNS = 6
#: The formula that a reader sees in two numbers beside each other.
_MARKS = {AsalTarget.PK: "PK", AsalTarget.RENSTRA: "R"}


def kinerja_blocks(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> tuple[Block, ...]:
    """The table and the notes that its cells need."""
    marked = _marked(sasaran, location)
    legend = "; ".join(
        [
            *(["(PK) target Perjanjian Kinerja; (R) target Renstra"] if marked else []),
            *_by_renstra(sasaran),
        ]
    )
    return (
        _table(naskah, sasaran, location, marked=marked),
        *((ParagraphBlock(content=f"Keterangan: {legend}.", style="catatan"),) if legend else ()),
        *_notes(sasaran, location),
    )


def compared_years(indikator: Iterable[IndikatorResult]) -> tuple[int, ...]:
    """Earlier years for which at least one indikator has a realisasi or a target, oldest first, at most four."""
    tahun = {p.tahun for i in indikator for p in i.perubahan if filled(p)}
    return tuple(sorted(tahun))[-4:]


def filled(perubahan: Perubahan) -> bool:
    """Whether anything is known of an earlier year: its realisasi or its target."""
    has_realisasi = perubahan.realisasi is not None and perubahan.realisasi.keadaan is KeadaanNilai.TERISI
    return has_realisasi or perubahan.capaian.target is not None


def known_pembanding(i: IndikatorResult) -> list[PembandingResult]:
    """Values of wider areas that exist, compared or not."""
    return [p for p in i.pembanding if p.keadaan is KeadaanNilai.TERISI]


def scope_name(naskah: Naskah, scope: Lingkup) -> str:
    """ "Kabupaten Jember", "Provinsi Jawa Timur", "nasional"."""
    kabupaten = naskah.snapshot.kecamatan.kabupaten
    return {
        Lingkup.KABUPATEN: nama_kabupaten(kabupaten),
        Lingkup.PROVINSI: f"Provinsi {kabupaten.provinsi}",
        Lingkup.NASIONAL: "nasional",
    }[scope]


def signed(selisih: Decimal) -> str:
    """A difference with its sign: "+5,00", "−2,50", "0,00"."""
    return f"{_sign(selisih)}{format_angka(abs(selisih), max(2, shown_decimals(selisih)))}"


def signed_persen(selisih: Decimal) -> str:
    """A difference of two shown percentages with its sign, in their decimals: "+14,7"."""
    return f"{_sign(selisih)}{format_angka(abs(selisih), shown_decimals(selisih))}"


def _sign(selisih: Decimal) -> str:
    return "+" if selisih > 0 else "−" if selisih < 0 else ""


def _table(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition, *, marked: bool) -> TableBlock:
    tahun = (*compared_years(sasaran.indikator), location.tahun)
    goal = _head(f"Tujuan: {tidy(sasaran.tujuan)}") if sasaran.tujuan else None
    rows = (
        *((goal,) if goal else ()),
        *(b for i in sasaran.indikator for b in _indikator(naskah, i, location, tahun[:-1], marked=marked)),
        *(row(*mean.cells, cell(EMPTY), kind=mean.kind) for mean in mean_rows(sasaran.rerata, left=3)),
        *_anggaran(sasaran),
    )
    return TableBlock(
        key=f"tabel-kinerja-{location.key}",
        title=f"Target, Realisasi, dan Capaian Sasaran {location.nomor} Tahun {say_years(tahun)}",
        columns=columns(35, (15, "kanan"), (15, "kanan"), (10, "kanan"), (14, "tengah"), (11, "kanan")),
        heads=header("Uraian", "Target", "Realisasi", "Capaian", "Predikat", "Selisih"),
        rows=rows,
        sumber=_sumber(naskah, sasaran, tahun),
        size="kecil",
    )


def _head(text: str) -> TableRow:
    return row(TableCell(content=text, column=_COLUMNS, head=True), kind="kelompok")


def _indikator(
    naskah: Naskah, i: IndikatorResult, location: SectionPosition, earlier: tuple[int, ...], *, marked: bool
) -> Iterator[TableRow]:
    yield _head(tidy(i.nama))
    ikm = bool(surveyed(naskah.snapshot, i.kunci))
    previous = [p for t in earlier if (p := _of_year(i, t)) is not None and filled(p)]
    for p in previous:
        yield from _earlier(i, p, marked=marked, ikm=ikm)
    change = previous[-1].selisih_capaian if previous else None
    yield from _this_year(
        i, location.tahun, EMPTY if change is None else signed_persen(change), marked=marked, ikm=ikm
    )
    for known in known_pembanding(i):
        yield _pembanding(naskah, i, known)
    if (median := naskah.median_of(i.kunci)) is not None:
        yield _median(naskah, i, median)


def _earlier(i: IndikatorResult, p: Perubahan, *, marked: bool, ikm: bool) -> Iterator[TableRow]:
    """An earlier year by its own target, and by the Renstra's where that is what years are compared by."""
    label, realisasi = f"Tahun {p.tahun}", with_satuan(p.realisasi_cetak, i.satuan)
    if ikm and p.tahun >= SINCE:
        realisasi = with_mutu(realisasi, p.realisasi)
    known = marked and p.capaian.target is not None
    # Nobody will set the target of a year that is over.
    target = EMPTY if p.capaian.target is None else _target(i, p.target_cetak, p.asal, marked=known)
    yield _line(label, target, realisasi, p.capaian)
    if shows_renstra(i) and p.asal is not AsalTarget.RENSTRA and p.terhadap_renstra is not None:
        target = _target(i, p.target_renstra_cetak, AsalTarget.RENSTRA, marked=marked)
        yield _line(f"{label} terhadap Renstra", target, realisasi, p.terhadap_renstra)


def _this_year(
    i: IndikatorResult, tahun: int, selisih: str, *, marked: bool, ikm: bool
) -> Iterator[TableRow]:
    """The year by its measured target, by the Renstra's where that is another, and by the Renstra's last; the change
    stands in the row of the target by which years are compared."""
    realisasi, by_renstra = realisasi_indikator(i), shows_renstra(i)
    if ikm:
        realisasi = with_mutu(realisasi, i.realisasi)
    yield row(
        cell(f"Tahun {tahun}", head=True),
        cell(_target(i, i.target_cetak, i.asal, marked=marked and i.capaian.target is not None)),
        cell(realisasi),
        *capaian_cells(i.capaian),
        cell(EMPTY if by_renstra else selisih),
        indent=1,
    )
    selisih = selisih if by_renstra else EMPTY
    end = i.kemajuan if i.kemajuan.target is not None else None
    other = i.terhadap_renstra if i.terhadap_renstra in i.differing_targets else None
    # In the last year of the Renstra its target of the year is the one at its end.
    same = (
        end is not None and i.tahun_akhir == tahun and other is not None and end.nilai == other.capaian.nilai
    )
    if other is not None and not same:
        target = _target(i, other.cetak, AsalTarget.RENSTRA, marked=marked)
        yield _line(f"Tahun {tahun} terhadap Renstra", target, realisasi, other.capaian, selisih)
    if end is not None:
        target = _target(i, i.target_akhir_cetak, AsalTarget.RENSTRA, marked=marked)
        label = f"Tingkat kemajuan terhadap akhir Renstra ({i.tahun_akhir})"
        yield _line(label, target, realisasi, end, selisih if same else EMPTY)


def _pembanding(naskah: Naskah, i: IndikatorResult, p: PembandingResult) -> TableRow:
    name = scope_name(naskah, p.lingkup)
    return row(
        cell(f"{name[0].upper()}{name[1:]} ({p.tahun})", head=True),
        cell(EMPTY),
        cell(with_satuan(p.cetak, i.satuan)),
        cell(EMPTY),
        cell(EMPTY),
        cell(say_state(p.keadaan_selisih) if p.selisih is None else _distance(p.selisih, p.satuan)),
        indent=1,
    )


def _median(naskah: Naskah, i: IndikatorResult, median: MedianKecamatan) -> TableRow:
    decimals = naskah.results.kebijakan.desimal if naskah.results else 2
    return row(
        cell(f"Median {median.jumlah} {naskah.snapshot.kecamatan.sebutan.lower()} lain", head=True),
        cell(EMPTY),
        cell(with_satuan(median.cetak, i.satuan) if median.cetak else EMPTY),
        cell(persen(round_half_up(median.capaian, decimals))),
        cell(EMPTY),
        cell(EMPTY if median.selisih is None else _distance(median.selisih, median.satuan)),
        indent=1,
    )


def _line(label: str, target: str, realisasi: str, capaian: Capaian, selisih: str = EMPTY) -> TableRow:
    """A row without a predikat: that is given to the year's own capaian alone."""
    known = (cell(shown(capaian)), cell(EMPTY)) if capaian.nilai is not None else capaian_cells(capaian)
    return row(cell(label, head=True), cell(target), cell(realisasi), *known, cell(selisih), indent=1)


def _target(i: IndikatorResult, cetak: str, asal: AsalTarget, *, marked: bool) -> str:
    said = with_satuan(cetak, i.satuan)
    return f"{said} ({_MARKS[asal]})" if marked and asal in _MARKS else said


def _distance(selisih: Decimal, satuan: str) -> str:
    if satuan == "poin":
        return signed(selisih)
    size = f"{abs(selisih)} peringkat" if satuan == "peringkat" else difference_size(selisih, satuan)
    return f"{_sign(selisih)}{size}"


def _anggaran(sasaran: SasaranResult) -> tuple[TableRow, ...]:
    """Pagu, realisasi, serapan, the verdict, and capaian − serapan; left out where no money is recorded."""
    serapan, e = sasaran.anggaran, sasaran.efisiensi
    if serapan.pagu is None and serapan.realisasi is None:
        return ()
    return (
        row(
            cell("Anggaran program pendukung (Rp)", head=True),
            cell(print_money(serapan.pagu)),
            cell(print_money(serapan.realisasi)),
            cell(shown(serapan)),
            cell(efisiensi_level(e)),
            cell(EMPTY if e.selisih is None else signed_persen(e.selisih)),
            kind="subjumlah",
        ),
    )


def _of_year(i: IndikatorResult, tahun: int) -> Perubahan | None:
    return next((p for p in i.perubahan if p.tahun == tahun), None)


def _marked(sasaran: SasaranResult, location: SectionPosition) -> bool:
    """Whether the targets of the table come from several documents, so that each has to say which is its own."""
    sources = {
        p.asal
        for i in sasaran.indikator
        for p in i.perubahan
        if p.tahun in compared_years(sasaran.indikator) and p.capaian.target is not None
    }
    for i in sasaran.indikator:
        if i.capaian.target is not None:
            sources.add(i.asal)
        if i.kemajuan.target is not None or i.terhadap_renstra in i.differing_targets:
            sources.add(AsalTarget.RENSTRA)
    return len(sources) > 1


def _by_renstra(sasaran: SasaranResult) -> list[str]:
    """By which targets the years are compared, of each indikator that has two of its own."""
    single = len(sasaran.indikator) == 1
    return [
        said if single else f"untuk {quoted(i.nama)}, {said}"
        for i in sasaran.indikator
        if (said := dasar_sentence(i))
    ]


def _notes(sasaran: SasaranResult, location: SectionPosition) -> Iterator[ParagraphBlock]:
    """The working of what is no plain quotient of two numbers above."""
    single = len(sasaran.indikator) == 1
    for i in sasaran.indikator:
        own = "" if single else f" {quoted(i.nama)}"
        same = i.kemajuan.langkah == i.capaian.langkah
        steps = (
            [(f"Perhitungan capaian dan tingkat kemajuan{own}", i.capaian)]
            if same
            else [
                (f"Perhitungan capaian{own}", i.capaian),
                (f"Perhitungan tingkat kemajuan{own}", i.kemajuan),
            ]
        )
        for title, capaian in steps:
            if needs_working(capaian):
                yield ParagraphBlock(content=f"{title}: {with_minus(capaian.langkah)}.", style="catatan")


def _sumber(naskah: Naskah, sasaran: SasaranResult, tahun: tuple[int, ...]) -> str:
    """Where targets, realisasi, pembanding and money come from; each source says of which years."""
    snapshot = naskah.snapshot
    # The target of an earlier year is that year's latest PK's, else the Renstra's.
    pk = {p.tahun: p for p in sorted((*snapshot.pk_lalu, *snapshot.pk), key=lambda p: (p.tahun, p.versi))}
    renstra = nama_renstra(snapshot)
    target: dict[str, set[int]] = {}
    realisasi: dict[str, set[int]] = {}
    for i in sasaran.indikator:
        for t in tahun:
            previous = _of_year(i, t)
            of_year = i.capaian if t == snapshot.tahun else previous.capaian if previous else None
            asal = i.asal if t == snapshot.tahun else previous.asal if previous else None
            if of_year is not None and of_year.target is not None and asal is not None:
                source = nama_pk(pk[t]) if asal is AsalTarget.PK and t in pk else renstra
                target.setdefault(source, set()).add(t)
            for source in sumber_realisasi(naskah, i, t):
                realisasi.setdefault(source, set()).add(t)
        if i.terhadap_renstra in i.differing_targets:
            target.setdefault(renstra, set()).add(snapshot.tahun)
        if i.kemajuan.target is not None and i.tahun_akhir is not None:
            target.setdefault(renstra, set()).add(i.tahun_akhir)
    others = unique([p.sumber for i in sasaran.indikator for p in known_pembanding(i)])
    behind = sorted({m.jumlah for i in sasaran.indikator if (m := naskah.median_of(i.kunci))})
    others += [_signed_source(snapshot, behind[0], behind[-1])] if behind else []
    money = [sumber_anggaran(naskah)] if _anggaran(sasaran) else []
    said = "; ".join((*_of_years(target, tahun), *_of_years(realisasi, tahun), *others, *money))
    return said or f"Data kinerja {nama_kecamatan(snapshot)}"


def _signed_source(snapshot: Snapshot, fewest: int, most: int) -> str:
    """Where medians come from: the own kecamatan is not among them."""
    behind = str(most) if fewest == most else f"{fewest}–{most}"
    return (
        f"LKIP Tahun {snapshot.tahun} yang sudah ditandatangani dari {behind} {snapshot.kecamatan.sebutan.lower()} lain"
        f" di {nama_kabupaten(snapshot.kecamatan.kabupaten)} (median, tanpa {nama_kecamatan(snapshot)})"
    )


def _of_years(sources: dict[str, set[int]], tahun: tuple[int, ...]) -> Iterator[str]:
    """A source that is not of every year names its years, unless its own name does: "Laporan SKM (2021)"."""
    for source, years in sources.items():
        if years == set(tahun) or (
            len(years) == 1 and re.search(rf"(?<![–\d]){min(years)}(?![–\d])", source)
        ):
            yield source
        else:
            yield f"{source} ({', '.join(str(t) for t in sorted(years))})"
