"""The doors through which a value comes in, each sending one text to one place of one kecamatan-year.

A door answers with what is stored then, or with the sentences that refuse it, without the place that each door puts
before them. Nothing that a door stored stays.
"""

from __future__ import annotations

import copy
import dataclasses
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import models, transaction
from django.test import Client
from openpyxl import Workbook, load_workbook

from kecamatan.models import Kecamatan
from reports.workbook.exchange import BUKU, WorkbookRefused, buku_impor
from reports.workbook.fixtures import fixtures_load
from sakip.workbook.fixture import FixtureRefused
from sakip.workbook.sheets import META
from tests.buku_kerja import kolom
from tests.muatan import mini, write_json

AWAL = "/kecamatan/balung/2023/"

Stored = Mapping[str, Any]
Verdict = Any
"""Columns as stored, or a tuple of sentences."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """One value: its row (``find``), where the doors reach it, and which columns are looked at.

    ``sheet`` and ``key`` tell the row of the workbook and of the fixture, ``column`` is the sheet's column. ``address``
    is the page of the row's form, ``field`` the field there; ``lines`` the page of pasted lines, with a line before
    and behind the text. ``cell`` is the indikator whose cell of the grid it is. ``form_hides`` are fields that an
    answer at the form names otherwise.
    """

    find: Callable[[], models.Model | None]
    columns: tuple[str, ...]
    sheet: str
    key: Mapping[str, Any]
    column: str
    field: str = ""
    address: Callable[[], str] | None = None
    cell: Callable[[], models.Model] | None = None
    lines: Callable[[], str] | None = None
    line: tuple[str, ...] = ()
    lines_with: Mapping[str, str] = dataclasses.field(default_factory=dict)
    clears: tuple[str, ...] = ()
    """Columns of the sheet that say the same value in another way, emptied beforehand."""


def stored(place: Place) -> Verdict:
    """What the row holds."""
    row = place.find()
    if row is None:
        return "tidak ada"
    return {name: getattr(row, name) for name in place.columns}


@dataclass
class Doors:
    """All doors of one kecamatan-year: a browser in which its operator has signed in, and its workbook."""

    client: Client
    book: bytes
    world: dict[str, Any]
    folder: Path
    seen: dict[str, Any]
    """Pages and sheets as they are before anything is sent; the same for every test of a module."""

    def __call__(self, place: Place, text: Any, *, typed: str = "", **also: str) -> dict[str, Verdict]:
        """The verdict of every door that leads to the place. ``also`` are other columns of the same row, by the
        names that form and sheet share; ``typed`` is what is typed where the workbook has a number with a format."""
        open_doors: dict[str, Callable[[], Verdict]] = {
            "buku kerja": lambda: self.workbook(place, text, also),
            "fixture": lambda: self.fixture(place, typed or text, also),
        }
        if place.address:
            open_doors["formulir"] = lambda: self.form(place, typed or text, also)
        if place.cell and not also:
            open_doors["kisi"] = lambda: self.grid(place, typed or text)
        if place.lines and not also:
            open_doors["tempel"] = lambda: self.paste(place, text)
        result = {}
        for name, door in open_doors.items():
            with transaction.atomic():
                result[name] = door()
                transaction.set_rollback(True)
        return result

    # -- browser -------------------------------------------------------------------------------------

    def form(self, place: Place, text: str, also: Mapping[str, str]) -> Verdict:
        """The page of the row, opened, changed and sent."""
        assert place.address
        address = place.address()
        data = self._once(address, lambda: self._shown_at(address))
        emptied = dict.fromkeys((name for name in place.clears if name in data), "")
        answer = self.client.post(address, data | emptied | {place.field: text} | also)
        if answer.status_code == 302:
            return stored(place)
        assert answer.status_code == 422, answer.status_code
        said = [m for messages in answer.context["form"].errors.values() for m in messages]
        return tuple(re.sub(r"^Target \w+( [IV]+)?: ", "", m) for m in said)

    def grid(self, place: Place, text: str) -> Verdict:
        """The cell of the grid; its fingerprint as the page sent it."""
        assert place.cell
        indikator = place.cell()
        origin = self._once("kisi", self._grid)
        _, mark = origin.get(f"{indikator.pk}-0", ["", ""])
        answer = self.client.post(
            f"{AWAL}realisasi/sel/",
            {"indikator": indikator.pk, "triwulan": 0, "teks": text, "sidik": mark},
            headers={"accept": "application/json"},
        )
        return stored(place) if answer.status_code == 200 else (answer.json()["pesan"],)

    def _once(self, name: str, read: Callable[[], Any]) -> Any:
        if name not in self.seen:
            self.seen[name] = read()
        return self.seen[name]

    def _shown_at(self, address: str) -> dict[str, Any]:
        """What the form on a page would send, unchanged."""
        page = self.client.get(address)
        assert page.status_code == 200, address
        form = page.context["form"]
        data: dict[str, Any] = {"sidik": page.context["sidik"]}
        for name in form.fields:
            value = form[name].value()
            if value is True:
                data[name] = "on"
            elif value is not False:
                data[name] = "" if value is None else value
        return data

    def _grid(self) -> dict[str, list[str]]:
        """Text and fingerprint of every cell, as the grid's page has them."""
        page = self.client.get(f"{AWAL}realisasi/isi/").content.decode()
        found = re.search(r'name="asal" value="([^"]*)"', page)
        assert found
        origin: dict[str, list[str]] = json.loads(found[1].replace("&quot;", '"').replace("&#x27;", "'"))
        return origin

    def paste(self, place: Place, text: str) -> Verdict:
        """A pasted line, which becomes a row of its own."""
        assert place.lines
        line = "\t".join(text if part == "…" else part for part in place.line)
        answer = self.client.post(f"{AWAL}{place.lines()}", {"teks": line, **place.lines_with})
        if answer.status_code == 302:
            return stored(place)
        said = [m for messages in answer.context["form"].errors.values() for m in messages]
        return tuple(re.sub(r"^Baris 1(, [^:]*)?: ", "", m) for m in said)

    # -- files ---------------------------------------------------------------------------------------

    def workbook(self, place: Place, text: Any, also: Mapping[str, str]) -> Verdict:
        """A cell as text, or (value, number format) as Excel holds a number."""
        book = load_workbook(io.BytesIO(self._once(place.sheet, lambda: self._only(place.sheet))))
        sheet = next(s for s in BUKU.lembar if s.nama == place.sheet)
        row = _row_of(book, place)
        for key, value in {place.column: text, **also, **dict.fromkeys(place.clears)}.items():
            cell = book[place.sheet].cell(row, kolom(book, place.sheet, sheet[key].judul))
            if isinstance(value, tuple):
                cell.value, cell.number_format = value
            elif value is None:
                cell.value = None
            else:
                cell.value, cell.data_type = _escaped(str(value)), "s"
        content = io.BytesIO()
        book.save(content)
        try:
            buku_impor(isi=content.getvalue(), nama="uji.xlsx", apply_changes=True, kabupaten=True)
        except WorkbookRefused as refused:
            return tuple(g.pesan for g in refused.tinjauan.galat)
        return stored(place)

    def _only(self, sheet: str) -> bytes:
        """The workbook with one sheet; what the others hold stays as it is."""
        book = load_workbook(io.BytesIO(self.book))
        for name in book.sheetnames:
            if name not in (sheet, META):
                del book[name]
        content = io.BytesIO()
        book.save(content)
        return content.getvalue()

    def fixture(self, place: Place, text: Any, also: Mapping[str, str]) -> Verdict:
        """The same text in the file of the year."""
        content = copy.deepcopy(self.world)
        rows = content["lembar"][place.sheet]
        row = next(r for r in rows if all(r.get(k) == v for k, v in place.key.items()))
        for name in place.clears:
            row.pop(name, None)
        row |= {place.column: text, **also}
        write_json(self.folder / "mini.json", content)
        try:
            fixtures_load(folder=self.folder)
        except FixtureRefused as refused:
            if not isinstance(refused.__cause__, WorkbookRefused):
                raise
            return tuple(g.pesan for g in refused.__cause__.tinjauan.galat)
        return stored(place)


def _row_of(book: Workbook, place: Place) -> int:
    sheet = next(s for s in BUKU.lembar if s.nama == place.sheet)
    wanted = {
        kolom(book, place.sheet, sheet[k].judul): _shown(sheet[k].jenis, v) for k, v in place.key.items()
    }
    for number in range(3, book[place.sheet].max_row + 1):
        if all(book[place.sheet].cell(number, c).value == v for c, v in wanted.items()):
            return number
    raise AssertionError(f"{place.sheet}: {place.key}")


def _shown(kind: Any, value: Any) -> Any:
    return kind.cell(value) if hasattr(kind, "choices") else value


def _escaped(text: str) -> str:
    """Control characters as Excel writes them into a file."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", lambda m: f"_x{ord(m[0]):04X}_", text)


def world_of(*changes: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """The small kecamatan-year, changed."""
    content = mini()
    for change in changes:
        change(content)
    return content


def kecamatan() -> Kecamatan:
    """Whose year it is."""
    return Kecamatan.objects.get(kode="35.09.10")
