"""A reading → the tables that are imported: what is taken of it laid over what is recorded, and what of it is taken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kecamatan.models import Kecamatan, Pengguna
from reports.examine.subject import SubjectUnknown, read_subject
from reports.examine.surroundings import known_areas
from reports.papers.paper import Paper
from reports.papers.read import read_paper
from reports.reading.contradicted import paper_material
from reports.reading.proposal import Proposal, Reading
from reports.reading.read import read_tables
from reports.reading.scale import scale_notes
from reports.workbook.exchange import TablesImport
from reports.workbook.import_run import Preview
from sakip.entry.value_kinds import shorten
from sakip.workbook.overlay import LaidRow, overlaid
from sakip.workbook.reader import RawBook
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.safety import Deadline
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS

#: Rounds in which rows that cannot be recorded are left out: what refers to them follows in the next.
_ROUNDS: Final = 8
#: What of a row's cells is shown of it.
_SHOWN: Final = 6

#: Under which name of what was chosen the tujuan stands that a person says for the whole paper.
TUJUAN: Final = "tujuan"
TAKE: Final = "pakai"
LEAVE: Final = "tinggalkan"


@dataclass(kw_only=True)
class PaperPreview:
    """What the paper changes when what is ``taken`` of it is applied, and why rows were left out (``refused``, by their
    number)."""

    reading: Reading
    preview: Preview
    taken: frozenset[int]
    refused: Mapping[int, str] = field(default_factory=dict)
    tujuan: str = ""

    def plain(self) -> dict[str, Any]:
        """As JSON: the preview, its places told as those of the paper, and under ``dokumen`` what it was made of."""
        plain = self.preview.plain()
        places = {one.number: f"{one.sheet}, {one.at.words}" for one in self.reading.proposals}
        for about in ("galat", "peringatan"):
            for one in plain[about]:
                if one["baris"] in places:
                    one["kalimat"] = f"{places[one['baris']]}: {one['pesan']}"
        plain["dokumen"] = {
            "usulan": [self._told(one) for one in self.reading.proposals],
            "sisa": [
                {"tempat": one.at.words, "kutipan": one.quote, "alasan": one.why}
                for one in self.reading.unplaced
            ],
            "tabel": self.reading.found,
            "dikenali": self.reading.tables,
            "tanpa_tujuan": self.reading.aimless,
            "tujuan": self.tujuan,
        }
        return plain

    def _told(self, one: Proposal) -> dict[str, Any]:
        return {
            "nomor": one.number,
            "lembar": one.sheet,
            "hal": one.fact,
            "isi": said(one),
            "tempat": one.at.words,
            "kutipan": one.quote,
            "catatan": list(one.notes),
            "ragu": list(one.doubts),
            "dipakai": one.number in self.taken,
            "alasan": self.refused.get(one.number, ""),
        }


def said(one: Proposal) -> str:
    """A proposed row in one line, by the headings of its columns: what people know it by, then its keys."""
    sheet = RECORD_SHEETS[one.sheet].sheet
    ordered = sorted(one.cells.items(), key=lambda cell: _technical(cell[0]))
    cells = [(sheet[key].title, value) for key, value in ordered]
    return "; ".join(f"{title}: {shorten(str(value))}" for title, value in cells[:_SHOWN])


def _technical(column: str) -> bool:
    return column.startswith("kunci") or column in ("tahun_awal", "versi", "nomor", "keadaan", "triwulan")


def taken_at_first(reading: Reading) -> frozenset[int]:
    """What is taken unless a person says otherwise: all that is not doubtful."""
    return frozenset(one.number for one in reading.proposals if not one.doubts)


def laid_book(reading: Reading, recorded: RecordedBook, taken: Collection[int]) -> RawBook:
    """The tables with these proposals laid over what is recorded."""
    rows: dict[str, list[LaidRow]] = {}
    whole = [one for one in reading.proposals if one.number in taken and not one.apart]
    parts = [one for one in reading.proposals if one.number in taken and one.apart]
    for one in whole:
        # A part that says nothing else than the row is laid on it; a second one of the same is a twin, and refused.
        cells = dict(one.cells)
        for part in [part for part in parts if (part.sheet, part.fact) == (one.sheet, one.fact)]:
            if all(cells.get(key, value) == value for key, value in part.cells.items()):
                cells |= part.cells
                parts.remove(part)
        rows.setdefault(one.sheet, []).append(LaidRow(number=one.number, cells=cells, broken={}))
    for one in parts:
        rows.setdefault(one.sheet, []).append(LaidRow(number=one.number, cells=one.cells, broken={}))
    book = overlaid(recorded, rows)
    book.notes += reading.notes
    return book


def paper_preview(
    *,
    content: bytes,
    name: str,
    place: tuple[Kecamatan, int],
    by: Pengguna | None,
    chosen: Mapping[str, str],
    progress: Callable[[int], object] = lambda persen: None,
) -> PaperPreview:
    """Read a paper and preview what it says. ``chosen`` is what a person took or left, by the number of the proposal,
    and the :data:`TUJUAN` that they said. A row that cannot be recorded is left out with the reason. Raises
    :class:`reports.papers.paper.PaperUnreadable` and :class:`sakip.workbook.safety.TimedOut`."""
    deadline = Deadline()
    tujuan = chosen.get(TUJUAN, "")
    reading, recorded = _read(content, name, place, deadline, tujuan)
    progress(60)
    taken = {
        one.number
        for one in reading.proposals
        if chosen.get(str(one.number), LEAVE if one.doubts else TAKE) == TAKE
    }
    refused: dict[int, str] = {}
    for _ in range(_ROUNDS):
        tables = laid_book(reading, recorded, taken)
        preview = TablesImport(tables=tables, place=place, name=name, by=by, deadline=deadline).preview()
        wrong = {error.baris: error.pesan for error in preview.errors if error.baris in taken}
        if not wrong:
            break
        for number, why in wrong.items():
            if number is not None:
                refused[number] = why
                taken.discard(number)
    return PaperPreview(
        reading=reading, preview=preview, taken=frozenset(taken), refused=refused, tujuan=tujuan
    )


def paper_apply(
    *,
    content: bytes,
    name: str,
    place: tuple[Kecamatan, int],
    by: Pengguna | None,
    taken: Collection[int],
    fingerprint: str,
    tujuan: str = "",
    last: Callable[[Preview], object] = lambda preview: None,
) -> Preview:
    """Write what was taken, as the preview showed it. Raises as :meth:`reports.workbook.exchange.TablesImport.apply`
    does; then nothing is written."""
    deadline = Deadline()
    reading, recorded = _read(content, name, place, deadline, tujuan)
    tables = laid_book(reading, recorded, taken)
    return TablesImport(tables=tables, place=place, name=name, by=by, deadline=deadline).apply(
        fingerprint, last=last
    )


def _read(
    content: bytes, name: str, place: tuple[Kecamatan, int], deadline: Deadline, tujuan: str
) -> tuple[Reading, RecordedBook]:
    paper = read_paper(content, name, check=deadline.check)
    recorded = RecordedBook(*place)
    reading = read_tables(paper, recorded, tujuan=tujuan)
    reading.notes += filter(None, [paper.unread])
    reading.notes += _elsewhere(paper, *place)
    reading.notes += scale_notes(paper_material(recorded, paper), *place)
    return reading, recorded


def _elsewhere(paper: Paper, kecamatan: Kecamatan, tahun: int) -> list[str]:
    """What to say of a paper that tells of another kecamatan or year than the one it would fill."""
    areas = Kecamatan.objects.filter(kabupaten=kecamatan.kabupaten_id).select_related("kabupaten")
    try:
        told = read_subject(paper, known_areas(areas))
    except SubjectUnknown:
        return []
    if (told.nama.casefold(), told.tahun) == (kecamatan.nama.casefold(), tahun):
        return []
    return [
        f"Dokumen ini tampaknya milik {kecamatan.sebutan} {told.nama} tahun {told.tahun}, sedangkan isiannya diusulkan"
        f" untuk {kecamatan} tahun {tahun}. Pastikan dokumen dan tahunnya benar sebelum menerapkannya."
    ]
