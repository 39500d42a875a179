"""A table pasted into a document of the year: understood, looked through, then applied, all or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kecamatan.ground.errors import InputError
from kecamatan.permissions import Hak
from reports.paste.block_form import (
    COLUMN,
    MARK,
    NAMED,
    START,
    SentBlock,
    SentTable,
    asked_constants,
    shared_mark,
    signature,
)
from reports.paste.headings import choices, title_of
from reports.paste.reading import Reading
from reports.paste.rows import Told, told_tables
from reports.paste.said_once import said_once
from reports.workbook.exchange import TablesImport, WorkbookChanged, WorkbookRefused
from reports.workbook.import_run import Preview
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID
from sakip.lists.sipd.writes import pasted_columns, pasted_remember
from sakip.snapshot.one_moment import at_one_moment
from sakip.workbook.of_page import sheets_of_page
from sakip.workbook.overlay import LaidRow, overlaid
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.safety import Deadline
from sakip.workbook.sheets.sheet import Sheet

#: Seconds that a block may take: somebody waits for it.
_TIME_LIMIT: Final = 25.0

#: The page whose tables come from one system: how their columns were chosen is remembered for the whole kabupaten.
SHARED: Final = "anggaran"

#: Rows of the block shown above the choice of its columns.
_SHOWN_ROWS: Final = 4


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: HttpRequest, slug: str, tahun: int, kode: str) -> HttpResponse:
    """The place to paste into; a POST shows what the block would change, or writes what was shown."""
    here = place_or_404(request, slug, tahun)
    sheets = sheets_of_page(kode)
    if not sheets:
        raise Http404(f"tempel {kode}")
    here.ensure_right(Hak.REALISASI)
    page = _Page(request, here, kode, sheets)
    if request.method != "POST":
        wanted = request.GET.get("lembar", "")
        return page.answer({"wanted": wanted, "starts": _starts(request, sheets, wanted)})
    if here.closed:
        return page.answer({"error": here.closed}, CLOSED)
    try:
        return page.posted()
    except InputError as error:
        return page.answer({"error": str(error)}, INVALID)


class _Page:
    """One request."""

    def __init__(self, request: HttpRequest, here: EntryPlace, kode: str, sheets: Sequence[Sheet]) -> None:
        self.request = request
        self.here = here
        self.kode = kode
        self.sheets = sheets
        sent = {name: str(value) for name, value in request.POST.items()}
        self.block = SentBlock(
            text=sent.get("teks", ""), sheets=sheets, wanted=sent.get("lembar", ""), sent=sent
        )

    def posted(self) -> HttpResponse:
        """The columns to be chosen, the names to be told, what it changes, or the page where it was written."""
        shared = pasted_columns(self.here) if self.kode == SHARED else {}
        tables = [(one, self._read(one, shared)) for one in self.block.tables]
        shown: dict[str, Any] = {"readings": [self._of_reading(*one) for one in tables]}
        if any(one["asks"] for one in shown["readings"]):
            return self.answer(shown)
        readings = [reading for _, reading in tables]
        place = self.here.kecamatan, self.here.tahun
        with at_one_moment():
            recorded = RecordedBook(*place)
            told = told_tables(readings, recorded, self.block.answers)
        notes = dict.fromkeys(note for one in told for note in one.notes)
        shown |= {"notes": list(notes), "questions": self._questions(told)}
        if any(not one["answered"] for one in shown["questions"]):
            return self.answer(shown)
        rows: dict[str, list[LaidRow]] = {}
        for reading, one in zip(readings, told, strict=True):
            rows.setdefault(reading.sheet.nama, []).extend(one.rows)
        names = ", ".join(rows)
        book = overlaid(recorded, rows, replaced=list(rows) if self.block.sent.get("ganti") else [])
        fingerprint = self.block.sent.get("sidik", "")
        applies = self.block.sent.get("langkah") == "terapkan" and bool(fingerprint)
        try:
            pasted = TablesImport(
                tables=book,
                place=place,
                name=names,
                why=f"Tempel tabel {names}",
                by=self.here.pengguna,
                deadline=Deadline(_TIME_LIMIT),
            )
            result = pasted.apply(fingerprint) if applies else pasted.preview()
        except WorkbookChanged as error:
            return self.answer(shown | {"error": str(error)} | _of_result(error.preview), CONFLICT)
        except WorkbookRefused as error:
            return self.answer(shown | _of_result(error.preview), INVALID)
        if result.applied:
            for table, reading in tables if self.kode == SHARED and Hak.ISI in self.here.hak else ():
                if reading.chosen and any(reading.heads):
                    pasted_remember(
                        mark=shared_mark(signature(reading, table.table.rows)),
                        headings=reading.heads,
                        columns=reading.columns,
                        here=self.here,
                        by=self.here.pengguna,
                    )
            tally = result.tally
            messages.success(
                self.request,
                f"Tabel ditempel: {tally.baru} baris baru, {tally.berubah} berubah, {tally.dihapus} dihapus.",
            )
            return redirect(self._back())
        return self.answer(shown | _of_result(result), INVALID if result.errors else 200)

    def _back(self) -> str:
        """The page of the document that is filled."""
        place = self.here.kecamatan.slug, self.here.tahun
        return (
            reverse("realisasi-isi", args=place)
            if self.kode == "realisasi"
            else reverse("isi", args=(*place, self.kode))
        )

    def _read(self, table: SentTable, shared: Mapping[str, Mapping[int, str]]) -> Reading:
        """How a table is read. Raises InputError where it is of no table of the page, or says nothing."""
        reading = table.reading(self.request.session, shared)
        where = "Tempelan ini" if table.first == 1 else f"Tempelan mulai baris {table.first}"
        if reading is None:
            raise InputError(f"{where} tidak dikenali. Pilih tabelnya, lalu periksa lagi.")
        if not reading.body:
            raise InputError(f"{where} hanya berisi baris judul. Tempel beserta baris isinya.")
        return reading

    def _questions(self, told: Sequence[Told]) -> list[dict[str, Any]]:
        """Names that are near to others, those that were answered before with their answer."""
        sent = self.block.sent
        return [
            {
                "name": f"{NAMED}{one.code}",
                "question": one,
                "chosen": sent.get(f"{NAMED}{one.code}", ""),
                "answered": bool(sent.get(f"{NAMED}{one.code}")),
            }
            for table in told
            for one in table.questions
        ]

    def _of_reading(self, table: SentTable, reading: Reading) -> dict[str, Any]:
        """How the block is read, and what may be chosen instead."""
        offered = list(choices(reading.sheet))
        known = {key for key, _ in offered}
        columns = []
        for at, key in enumerate(reading.columns):
            more = [] if key in known or not key else [(key, title_of(key, reading.sheet))]
            columns.append(
                {
                    "name": table.named(COLUMN, at),
                    "number": at + 1,
                    "head": reading.heads[at],
                    "key": key,
                    "title": title_of(key, reading.sheet),
                    "offered": [*more, *offered],
                }
            )
        rows = [
            {"number": row.at.line, "cells": [row[at] for at in range(len(columns))]}
            for row in reading.body[:_SHOWN_ROWS]
        ]
        return {
            "read_as": reading.sheet.nama,
            "lacking": [column.title for column in reading.lacking]
            + (["kolom mana berisi angka yang mana"] if reading.undecided else [])
            + [f"satu kolom saja untuk {title_of(key, reading.sheet)}" for key in reading.twice],
            "asks": bool(reading.lacking or reading.twice) or reading.undecided,
            "mark": (table.named(MARK), signature(reading, table.table.rows)),
            "columns": columns,
            "sample": rows,
            "constants": asked_constants(table, reading),
        }

    def answer(self, shown: dict[str, Any], status: int = 200) -> HttpResponse:
        """The page."""
        content = page_context(self.here, active=self.kode) | {
            "kode": self.kode,
            "sheets": [(sheet.nama, sheet.content) for sheet in self.sheets],
            "text": self.block.text,
            "wanted": self.block.wanted,
            "starts": [(name, said) for name, said in self.block.sent.items() if name.startswith(START)],
            "replaces": bool(self.block.sent.get("ganti")),
            "back_address": self._back(),
        }
        return render(self.request, "reports/paste/paste.html", content | shown, status=status)


def _starts(request: HttpRequest, sheets: Sequence[Sheet], wanted: str) -> list[tuple[str, str]]:
    """What the address says of every row of the table that is wanted."""
    keys = [column.key for sheet in sheets if sheet.nama == wanted for column in sheet.columns]
    return [(f"{START}{key}", request.GET[key]) for key in keys if key in request.GET]


def _of_result(preview: Preview) -> dict[str, Any]:
    """What the preview of a workbook shows as well."""
    result = preview.plain()
    galat = said_once(result["galat"])
    moved = [one for one in preview.changes if one.move]
    changed = [one for one in result["perubahan"] if not _only_moved(one)]
    return {
        "result": result | {"galat": galat},
        "page": galat,
        "groups": [(name, list(rows)) for name, rows in groupby(changed, key=lambda one: str(one["lembar"]))],
        "moved": [(name, len(list(rows))) for name, rows in groupby(moved, key=lambda one: one.lembar)],
    }


def _only_moved(change: dict[str, Any]) -> bool:
    return change["jenis"] == "berubah" and all(one["judul"] == "urut" for one in change["kolom"])
