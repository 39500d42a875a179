"""A. and G.: of which reports the ikhtisar is made, and what is missing of them and why. Pure."""

from __future__ import annotations

from collections import Counter
from typing import Final

from reports.document.builders import cell, columns, header, row
from reports.document.numbering import counted
from reports.document.tree import Block, ParagraphBlock, Part, TableBlock
from reports.official.signatures import nama_kabupaten
from reports.overview.facts import Overview, OverviewRow
from reports.overview.words import alike, named, source, things
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
            ParagraphBlock(
                content="Capaian, rata-rata, predikat, dan serapan dihitung dengan cara yang sama seperti dalam LKIP "
                f"setiap {things(overview)}. Yang belum diketahui disebut menurut keadaannya dan tidak ikut dalam "
                "rata-rata; tidak ada yang dianggap nol."
            ),
            _states(overview),
        ),
    )


def coverage_text(overview: Overview) -> str:
    """How many reports are signed, how many are drafts and may still change, how many are not begun."""
    place, day = nama_kabupaten(overview.kabupaten), format_tanggal(overview.day)
    signed = [one for one in overview.rows if one.facts and one.facts.signed]
    drafts = [one for one in overview.rows if one.draft]
    without = [one for one in overview.rows if one.facts is None]
    return paragraph(
        sentence(
            f"Ikhtisar ini meliputi {count_of(len(overview.rows), things(overview))} di {place} menurut keadaan "
            f"per {day}"
        ),
        sentence(f"Data {named(signed, overview)} berasal dari LKIP yang sudah ditandatangani")
        if signed
        else "",
        sentence(
            f"Data {named(drafts, overview)} berasal dari catatan yang LKIP-nya belum ditandatangani (konsep) dan "
            "masih dapat berubah"
        )
        if drafts
        else "",
        sentence(
            f"{named(without, overview)} belum mempunyai catatan tahun {overview.tahun} yang dapat dibaca"
        )
        if without
        else "",
    )


def _states(overview: Overview) -> TableBlock:
    counts = Counter(one.laporan for one in overview.rows)
    by_state = {state: [one for one in overview.rows if one.laporan == state] for state in counts}
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
    lacking = [one for one in overview.rows if _lacking(one)]
    if not lacking:
        return sentence(f"Dokumen seluruh {things(overview)} lengkap")
    whole = len(overview.rows) - len(lacking)
    return paragraph(
        sentence(f"Dokumen {count_of(len(lacking), things(overview))} belum lengkap"),
        sentence(f"Dokumen {count_of(whole, things(overview))} lainnya lengkap") if whole else "",
    )


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
        words = (
            "Seluruh indikator mempunyai capaian" if any(overview.measurements()) else "Belum ada indikator"
        )
        return Part(key=key, title=title, level=3, content=(ParagraphBlock(content=sentence(words)),))
    places = {one.kode for rows in found.values() for one in rows}
    opening = (
        f"{count_of(len(places), things(overview))} mempunyai indikator tanpa capaian, yang tidak ikut dalam "
        "rata-rata, dengan sebab sebagaimana tabel berikut"
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
    return Part(key=key, title=title, level=3, content=(ParagraphBlock(content=sentence(opening)), table))


def _why(capaian: Capaian) -> str:
    state, why = say_state(capaian.keadaan), clause(capaian.alasan, "")
    return f"{state}: {why}" if why and why != state else state
