"""The doors of the browser, each sending one text to one place of one kecamatan-year.

A door answers with what is stored then, or with the sentences that refuse it, without the place that each door puts
before them. Nothing that a door stored stays. The doors of files: ``doors_files``.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.test import Client

from kecamatan.models import Kecamatan
from tests.loaded_files import mini

BASE = "/kecamatan/balung/2023/"

Stored = Mapping[str, Any]
Verdict = Any
"""Columns as stored, or a tuple of sentences."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """One value: its row (``find``), where the doors reach it, and which columns are looked at.

    ``sheet`` and ``key`` tell the row of the workbook and of the fixture, ``column`` is the sheet's column. ``address``
    is the page of the row's form, ``field`` the field there. ``cell`` is the indikator whose cell of the grid it is.
    """

    find: Callable[[], models.Model | None]
    columns: tuple[str, ...]
    sheet: str
    key: Mapping[str, Any]
    column: str
    field: str = ""
    address: Callable[[], str] | None = None
    cell: Callable[[], models.Model] | None = None
    in_table: bool = False
    clears: tuple[str, ...] = ()
    """Columns of the sheet that say the same value in another way, emptied beforehand."""


def stored(place: Place) -> Verdict:
    """What the row holds."""
    row = place.find()
    if row is None:
        return "tidak ada"
    return {name: getattr(row, name) for name in place.columns}


@dataclass(frozen=True, kw_only=True, eq=False)
class Case:
    """A text for a place, and what must come of it: columns by name, or the sentence.

    ``text`` is a pair of number and format where a sheet holds a number so, and ``typed`` what is typed elsewhere.
    ``also`` are other columns of the same row, by the names that form and sheet share.
    """

    place: Place
    text: Any
    expected: Verdict
    typed: str = ""
    also: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def refused(self) -> bool:
        return isinstance(self.expected, str)

    @property
    def words(self) -> str:
        """What is typed."""
        return self.typed or str(self.text)


@dataclass
class Doors:
    """A browser in which the operator of the kecamatan-year has signed in."""

    client: Client
    seen: dict[str, Any]
    """Pages as they are before anything is sent; the same for every test of a module."""

    def __call__(self, case: Case) -> dict[str, Verdict]:
        """The verdict of every door that leads to the place; one text, typed alike, is sent there once."""
        return self._once(repr((case.place, case.words, case.also)), lambda: self._sent(case))

    def _sent(self, case: Case) -> dict[str, Verdict]:
        result = {}
        for name, door in self.leading_to(case).items():
            with transaction.atomic():
                result[name] = door()
                transaction.set_rollback(True)
        return result

    def leading_to(self, case: Case) -> dict[str, Callable[[], Verdict]]:
        """The doors, by name."""
        place, text = case.place, case.words
        doors: dict[str, Callable[[], Verdict]] = {}
        if place.address:
            doors["formulir"] = lambda: self.form(place, text, case.also)
        if place.cell and not case.also:
            doors["kisi"] = lambda: self.grid(place, text)
            doors["kisi tanpa skrip"] = lambda: self.plain_grid(place, text)
        if place.in_table and not case.also:
            doors["tabel anggaran"] = lambda: self.table(place, text)
        return doors

    def form(self, place: Place, text: str, also: Mapping[str, str]) -> Verdict:
        """The page of the row, opened, changed and sent."""
        assert place.address
        address = place.address()
        data = self._once(address, lambda: self._shown_at(address))
        emptied = dict.fromkeys((name for name in place.clears if name in data), "")
        typed = data | emptied | {place.field: text} | also
        answer = self.client.post(address, typed)
        if (
            asked := answer.status_code == 409 and answer.context["asked"]
        ):  # what it does to capaian is agreed to
            answer = self.client.post(address, typed | {"disetujui": asked.mark})
        if answer.status_code == 302:
            return stored(place)
        assert answer.status_code == 422, answer.status_code
        said = [m for messages in answer.context["form"].errors.values() for m in messages]
        return tuple(re.sub(r"^Target \w+( [IV]+)?: ", "", m) for m in said)

    def grid(self, place: Place, text: str) -> Verdict:
        """The cell of the grid; its fingerprint as the page sent it."""
        assert place.cell
        indikator = place.cell()
        _, mark = self._once("kisi", self._grid).get(f"{indikator.pk}-0", ["", ""])
        answer = self.client.post(
            f"{BASE}realisasi/sel/",
            {"indikator": indikator.pk, "triwulan": 0, "teks": text, "sidik": mark},
            headers={"accept": "application/json"},
        )
        return stored(place) if answer.status_code == 200 else (answer.json()["pesan"],)

    def plain_grid(self, place: Place, text: str) -> Verdict:
        """The same cell without the script: the whole grid sent as one form, with this text in it."""
        assert place.cell
        name = f"{place.cell().pk}-0"
        origin = self._once("kisi", self._grid)
        cells = {f"sel-{cell}": shown for cell, (shown, _) in origin.items()}
        answer = self.client.post(
            f"{BASE}realisasi/isi/", cells | {"asal": json.dumps(origin), f"sel-{name}": text}
        )
        if answer.status_code == 302:
            return stored(place)
        assert [place for place, _, _ in answer.context["failed"]] == [f"#sel-{name}"]
        return tuple(message for _, _, message in answer.context["failed"])

    def table(self, place: Place, text: str) -> Verdict:
        """The budget table, all amounts of which are sent together."""
        row = place.find()
        assert row is not None
        data = self._once("tabel anggaran", self._amounts)
        answer = self.client.post(f"{BASE}anggaran/simpan/", data | {f"baris-{row.pk}-{place.field}": text})
        if answer.status_code == 302:
            return stored(place)
        return tuple(message.removeprefix(f"{row}: ") for _, message in answer.context["errors"])

    def _amounts(self) -> dict[str, str]:
        """What the budget table would send, unchanged."""
        data = {}
        for line in self.client.get(f"{BASE}anggaran/isi/").context["lines"]:
            if line.row:
                data[f"baris-{line.row.pk}-sidik"] = line.fingerprint
                data |= {cell.field.html_name: cell.field.value() or "" for cell in line.cells}
        return data

    def _once(self, name: str, read: Callable[[], Any]) -> Any:
        if name not in self.seen:
            self.seen[name] = read()
        return self.seen[name]

    def _shown_at(self, address: str) -> dict[str, Any]:
        """What the form on a page would send, unchanged."""
        page = self.client.get(address)
        assert page.status_code == 200, address
        form = page.context["form"]
        data: dict[str, Any] = {"sidik": page.context["fingerprint"]}
        for name in form.fields:
            value = form[name].value()
            if value is True:
                data[name] = "on"
            elif value is not False:
                data[name] = "" if value is None else value
        return data

    def _grid(self) -> dict[str, list[str]]:
        """Text and fingerprint of every cell, as the grid's page has them."""
        page = self.client.get(f"{BASE}realisasi/isi/").content.decode()
        found = re.search(r'name="asal" value="([^"]*)"', page)
        assert found
        origin: dict[str, list[str]] = json.loads(found[1].replace("&quot;", '"').replace("&#x27;", "'"))
        return origin


def world_of(*changes: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """The small kecamatan-year, changed."""
    content = mini()
    for change in changes:
        change(content)
    return content


def kecamatan() -> Kecamatan:
    """Whose year it is."""
    return Kecamatan.objects.get(kode="35.09.10")
