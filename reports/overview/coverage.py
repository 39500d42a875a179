"""A. and G.: of which reports the ikhtisar is made, and what is missing of them and why. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from reports.document.builders import cell, columns, header, row
from reports.document.numbering import counted
from reports.document.tree import Block, ParagraphBlock, Part, TableBlock
from reports.official.signatures import nama_kabupaten
from reports.overview.facts import Overview, OverviewRow
from reports.overview.words import alike, named, noted, say, source, things
from reports.prose.capitals import begin_large
from reports.prose.language import chain, clause, count_of, paragraph, sentence
from sakip.capaian.results import Capaian
from sakip.text.dates import format_tanggal
from sakip.text.states import say_state

#: Of what is missing in one document so many pieces are named.
_MOST_PIECES: Final = 3


def coverage_part(overview: Overview) -> Part:
    """What the figures rest on: signed reports, drafts, and kecamatan without records."""
    return Part(
        key="cakupan",
        title="Cakupan dan Keadaan Data",
        level=2,
        content=(
            ParagraphBlock(content=coverage_text(overview)),
            _states(overview),
            noted(
                "Cara menghitung capaian, rata-rata, predikat, dan serapan: seperti dalam LKIP setiap "
                f"{things(overview)}. Yang belum diketahui: disebut menurut keadaannya, tidak ikut dalam rata-rata, "
                "dan tidak dianggap nol."
            ),
        ),
    )


def coverage_text(overview: Overview) -> str:
    """How many reports are signed, how many are drafts and may still change, how many are not begun."""
    place, day = nama_kabupaten(overview.kabupaten), format_tanggal(overview.day)
    signed = [one for one in overview.rows if one.facts and one.facts.signed]
    drafts = [one for one in overview.rows if one.draft]
    without = [one for one in overview.rows if one.facts is None]
    return paragraph(
        say(
            overview,
            1,
            ("Ikhtisar ini meliputi", "Ikhtisar ini mencakup", "Yang diikhtisarkan di sini adalah"),
            (f"{count_of(len(overview.rows), things(overview))} di {place}",),
            (
                f"menurut keadaan per {day}",
                f", dengan keadaan per {day}",
                f"sebagaimana keadaannya per {day}",
            ),
        ),
        _from(overview, 2, signed, ("LKIP yang sudah ditandatangani",)) if signed else "",
        _from(
            overview,
            3,
            drafts,
            tuple(
                f"catatan yang LKIP-nya belum ditandatangani (konsep){end}"
                for end in (
                    " dan masih dapat berubah",
                    ", sehingga masih dapat berubah",
                    "; masih dapat berubah",
                )
            ),
        )
        if drafts
        else "",
        _nothing_from(overview, named(without, overview)) if without else "",
    )


def _from(overview: Overview, place: int, rows: Sequence[OverviewRow], origin: Sequence[str]) -> str:
    """Where what is told of them comes from."""
    names = named(rows, overview)
    subjects = (f"Data {names}", f"Angka dan uraian tentang {names}", f"Yang disajikan tentang {names}")
    return say(overview, place, subjects, ("berasal dari", "diambil dari", "bersumber pada"), origin)


def _nothing_from(overview: Overview, names: str) -> str:
    """That of some there is nothing that could be told."""
    said = f"catatan tahun {overview.tahun} yang dapat dibaca"
    return say(
        overview,
        4,
        (
            f"{names} belum mempunyai {said}",
            f"Belum ada {said} dari {names}",
            f"Dari {names} belum ada {said}",
            f"{begin_large(said)} belum ada dari {names}",
            f"{names} belum memiliki {said}",
            f"Untuk {names} belum tersedia {said}",
        ),
    )


#: How far a report may be, the farthest first; what is none of these comes behind them.
_FARTHEST: Final = (
    "diterima",
    "ditandatangani",
    "diajukan",
    "dikembalikan",
    "dibuka kembali",
    "draf",
    "belum",
)


def _distance(state: str) -> int:
    return next((n for n, word in enumerate(_FARTHEST) if state.startswith(word)), len(_FARTHEST))


def _states(overview: Overview) -> TableBlock:
    counts = Counter(one.laporan for one in overview.rows)
    by_state = {
        state: [one for one in overview.rows if one.laporan == state]
        for state in sorted(counts, key=lambda one: (_distance(one), one))
    }
    return TableBlock(
        key="tabel-keadaan",
        title=f"Keadaan LKIP {overview.sebutan} Tahun {overview.tahun}",
        columns=columns(26, (14, "kanan"), 60),
        heads=header("Keadaan LKIP", f"Jumlah {things(overview)}", overview.sebutan),
        rows=(
            *(
                row(
                    cell(begin_large(state), head=True),
                    cell(len(rows)),
                    cell(chain([one.name for one in rows])),
                )
                for state, rows in by_state.items()
            ),
            row(cell("Jumlah", head=True), cell(len(overview.rows)), cell(""), kind="jumlah"),
        ),
        sumber=f"Alur LKIP per {format_tanggal(overview.day)}",
        size="kecil",
    )


# -- what is missing --------------------------------------------------------------------------------------


def missing_part(overview: Overview) -> Part:
    """What is missing of the documents, then the indikator without a capaian."""
    return Part(
        key="belum-ada",
        title="Yang Belum Ada dan Sebabnya",
        level=2,
        children=counted(_documents(overview), _unmeasured(overview)),
    )


def _documents(overview: Overview) -> Part:
    rows = [(one, told) for one in overview.rows if (told := _lacking(one))]
    content: list[Block] = [ParagraphBlock(content=missing_text(overview))]
    if rows:
        content.append(
            TableBlock(
                key="tabel-belum-ada",
                title=f"Dokumen yang Belum Lengkap Tahun {overview.tahun}",
                columns=columns(30, 70),
                heads=header(overview.sebutan, "Dokumen dan yang belum ada di dalamnya"),
                rows=tuple(row(names, cell(told)) for names, told in alike(rows)),
                sumber=f"Pemantauan per {format_tanggal(overview.day)}",
                size="kecil",
            )
        )
    return Part(key="belum-ada-dokumen", title="Dokumen yang Belum Lengkap", level=3, content=tuple(content))


def missing_text(overview: Overview) -> str:
    """In how many kecamatan something is missing."""
    less = lacking(overview)
    thing, whole = things(overview), len(overview.rows) - len(less)
    if not less:
        return say(
            overview,
            5,
            (f"Dokumen seluruh {thing} lengkap", f"Seluruh {thing} sudah melengkapi dokumennya"),
            ("", f"untuk tahun {overview.tahun}", f"pada tahun {overview.tahun}"),
        )
    if not whole:
        return say(
            overview,
            6,
            (
                f"Belum ada {thing} yang semua dokumennya lengkap",
                f"Belum satu {thing} pun melengkapi semua dokumennya",
            ),
            ("", f"untuk tahun {overview.tahun}", f"pada tahun {overview.tahun}"),
        )
    return say(
        overview,
        7,
        (
            f"Dokumen {count_of(len(less), thing)} belum lengkap",
            f"Belum lengkap dokumen {count_of(len(less), thing)}",
            f"{count_of(len(less), thing)} belum melengkapi dokumennya",
        ),
        (
            f", sedangkan {count_of(whole, thing)} lainnya lengkap",
            f"; {count_of(whole, thing)} lainnya lengkap",
            f", dan {count_of(whole, thing)} lainnya sudah lengkap",
        ),
    )


def lacking(overview: Overview) -> list[OverviewRow]:
    """Those of which some document is not complete."""
    return [one for one in overview.rows if _lacking(one)]


def _lacking(one: OverviewRow) -> str:
    """Every document that is not complete, with what it lacks; of a kecamatan without records why."""
    if one.facts is None:
        return one.alasan or "Belum ada catatan."
    lines = [
        sentence(f"{state.title}: {_pieces(state.missing) or state.said}")
        for state in one.documents
        if state.asked and not state.complete
    ]
    return paragraph(one.facts.alasan, *lines)


def _pieces(missing: tuple[str, ...]) -> str:
    shown, rest = missing[:_MOST_PIECES], len(missing) - _MOST_PIECES
    return f"{', '.join(shown)}, dan {rest} lainnya" if rest > 0 else ", ".join(shown)


def _unmeasured(overview: Overview) -> Part:
    found: dict[tuple[str, str], list[OverviewRow]] = {}
    for one, i in overview.measurements():
        if i.capaian.nilai is None:
            found.setdefault((i.nama, _why(i.capaian)), []).append(one)
    key, title = "belum-ada-capaian", "Indikator tanpa Capaian"
    if not found:
        return Part(key=key, title=title, level=3, content=(ParagraphBlock(content=_all_measured(overview)),))
    places = {one.kode for rows in found.values() for one in rows}
    some = count_of(len(places), things(overview))
    opening = say(
        overview,
        9,
        (
            f"Pada {some} ada indikator tanpa capaian",
            f"{some} mempunyai indikator tanpa capaian",
            f"Indikator tanpa capaian terdapat pada {some}",
        ),
        ("; indikator itu tidak ikut dalam rata-rata", ", yang tidak diperhitungkan dalam rata-rata"),
    )
    table = TableBlock(
        key="tabel-tanpa-capaian",
        title=f"Indikator tanpa Capaian Tahun {overview.tahun}",
        columns=columns(36, 32, 32),
        heads=header("Indikator kinerja", "Keadaan dan sebabnya", overview.sebutan),
        rows=tuple(
            row(cell(nama, head=True), cell(why), cell(chain([one.name for one in rows])))
            for (nama, why), rows in found.items()
        ),
        sumber=source(overview, "LKIP dan catatan kinerja"),
        size="kecil",
    )
    return Part(key=key, title=title, level=3, content=(ParagraphBlock(content=opening), table))


def _all_measured(overview: Overview) -> str:
    if not any(overview.measurements()):
        return say(
            overview,
            8,
            ("Belum ada indikator yang tercatat", "Indikatornya belum tercatat"),
            ("", f"untuk tahun {overview.tahun}", f"pada tahun {overview.tahun}"),
        )
    return say(
        overview,
        8,
        ("Seluruh indikator mempunyai capaian", "Capaian seluruh indikator diketahui"),
        ("", f"pada tahun {overview.tahun}", f"untuk tahun {overview.tahun}"),
    )


def _why(capaian: Capaian) -> str:
    state, why = say_state(capaian.keadaan), clause(capaian.alasan, "")
    return f"{state}: {why}" if why and why != state else state
