"""The matrix of a Renstra: tujuan, sasaran, indikator and the target of each year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Final

from reports.examine.cells import read_value, says_none, whole_name
from reports.papers.paper import Paper, Row
from reports.papers.roles import Role
from reports.reading.desk import Desk, Named, Names, bare, measured_as, shared, target_cells, unit_of
from reports.reading.lines import unit as in_words
from reports.reading.placed import PlacedTable, aligned
from sakip.lists.sipd.kode import read_kode
from sakip.text.numbers import format_angka

_PERIOD: Final = re.compile(
    r"(?:renstra|rencana\s+strategis)\D{0,60}(20\d\d)\s*[-–—/]\s*(20\d\d)", re.IGNORECASE
)
_BEFORE: Final = re.compile(r"sebelum\s+perubahan", re.IGNORECASE)
_CHANGED: Final = re.compile(
    r"(?:setelah|sesudah)\s+perubahan|renstra\s+perubahan|perubahan\s+renstra", re.IGNORECASE
)
_TUJUAN: Final = re.compile(r"^(?:[-–•]\s*)?tujuan(?:\s+\d{1,2})?\s*[:.]\s*(.{10,})", re.IGNORECASE)
_INDIKATOR_TUJUAN: Final = re.compile(r"^(?:[-–•]\s*)?indikator\s+tujuan\s*[:.]\s*(.{2,})", re.IGNORECASE)
#: What a new indikator is taken to be until somebody says otherwise.
ASSUMED: Final = ("jenis_nilai", "rumus", "iku", "dalam_renstra", "satuan")
#: Years of targets that make a table a matrix of a Renstra.
_LEAST_YEARS: Final = 4
#: Columns that name a program, kegiatan or sub kegiatan below a sasaran.
_OF_PROGRAM: Final = (Role.KODE, Role.ACTIVITY)
#: A tujuan or sasaran that stands alone in its row.
_AIM: Final = re.compile(r"(?:me|ter)[a-z]+\s.{8,}", re.IGNORECASE | re.DOTALL)
_OF_KABUPATEN: Final = re.compile(r"^\W*(?:sasaran\s+)?rpjmd\s*:?\s*|^\W*sasaran\s*:\s*", re.IGNORECASE)
_ALIKE: Final = 0.8
_OTHER_MATRIX: Final = "Dokumen memuat matriks Renstra lain dengan rumusan berbeda ({}). Pilih salah satu."


#: The targets of a tujuan behind the name of its indikator: "IPP (2021: 72; 2022: 74)".
_WITH_TARGETS: Final = re.compile(r"\s*\((20\d\d\s*:[^;():]+(?:;\s*20\d\d\s*:[^;():]+)*)\)\s*$")


def is_matrix(table: PlacedTable) -> bool:
    """Whether a table is the matrix of a Renstra."""
    years = {(head.year, head.ordinal) for head in table.headed.heads if head.role is Role.TARGET} - {(0, 0)}
    return (
        {Role.SASARAN, Role.INDIKATOR} <= table.has
        and len(years) >= _LEAST_YEARS - (Role.TUJUAN in table.has or table.has >= {*_OF_PROGRAM})
        and Role.REALISASI not in table.has
    )


def read_matrices(desk: Desk, paper: Paper, tables: Sequence[PlacedTable]) -> None:
    """Propose what the matrices say; one of the same versi that words it otherwise is held back as a whole."""
    matrices = [table for table in tables if is_matrix(table)]
    period = _period(desk, paper, matrices)
    if period is None:
        for table in matrices:
            desk.unplaced(table.headed.table.rows[0], "Masa Renstra tidak terbaca dari dokumen.")
        return
    if not desk.renstra:
        desk.renstra = (*period, 0)
    first: dict[int, PlacedTable] = {}
    versi = 0
    for table in matrices:
        if _CHANGED.search(table.title):
            versi = 1
        elif _BEFORE.search(table.title) or Role.TUJUAN in table.has:
            versi = 0
        again = versi in first and Role.TUJUAN in table.has
        other = _OTHER_MATRIX.format(first[versi].headed.table.at.words) if again else ""
        first.setdefault(versi, table)
        _Matrix(desk, table, (*period, versi), other).read()
    if first:
        desk.renstra = (*period, max(first))


def _period(desk: Desk, paper: Paper, matrices: Sequence[PlacedTable]) -> tuple[int, int] | None:
    if desk.renstra:
        return desk.renstra[:2]
    told = Counter(
        (int(found[1]), int(found[2]))
        for text in paper.texts
        for found in _PERIOD.finditer(text.text)
        if 3 <= int(found[2]) - int(found[1]) <= 6
    )
    fitting = [one for one, _ in told.most_common() if one[0] <= desk.tahun <= one[1]]
    if fitting:
        return fitting[0]
    years = [
        head.year
        for table in matrices
        for head in table.headed.heads
        if head.role is Role.TARGET and head.year
    ]
    return (min(years), max(years)) if years else None


@dataclass
class _Matrix:
    desk: Desk
    table: PlacedTable
    renstra: tuple[int, int, int]
    other: str

    def read(self) -> None:
        desk, head = self.desk, self.table.headed
        self.here: list[Named] = []
        self.worded = ""
        start, end, versi = self.renstra
        self.own: dict[str, Any] = {"tahun_awal": start, "versi": versi}
        self._say("Renstra", head.table.rows[0], self.own | {"tahun_akhir": end})
        at = {role: head.column(role) for role in Role}
        self.aims: dict[str, list[str]] = {}
        self.upstream = ""
        tujuan = self._above(_TUJUAN)
        ahead = self._above(_INDIKATOR_TUJUAN)
        self.tujuan = self._tujuan(head.table.rows[0], tujuan, ahead) if tujuan else ""
        sasaran, of_tujuan = "", False
        for row in aligned(head):
            if len(row.filled) < 2 and not any(
                at[role] >= 0 and _AIM.match(row[at[role]]) for role in (Role.TUJUAN, Role.SASARAN)
            ):
                continue  # "Sebelum Perubahan", a misi
            if at[Role.TUJUAN] >= 0 and len(row[at[Role.TUJUAN]]) > 5:
                aim = row[at[Role.INDIKATOR_TUJUAN]] if at[Role.INDIKATOR_TUJUAN] >= 0 else ""
                before = self.tujuan
                self.tujuan = self._tujuan(row, bare(row[at[Role.TUJUAN]]), bare(aim))
                if self.tujuan != before:
                    sasaran, of_tujuan = "", False
            self.upstream = next((row[x] for x in head.columns(Role.UPSTREAM) if row[x]), self.upstream)
            if self._is_of_program(row):
                if text := bare(row[at[Role.SASARAN]]):
                    sasaran = self._sasaran(row, text, at)
                if sasaran:
                    self._program(row, sasaran)
                continue
            name = bare(row[at[Role.INDIKATOR]])
            if text := bare(row[at[Role.SASARAN]]):
                if re.match(r"sasaran\b", text, re.IGNORECASE):
                    text = bare(re.sub(r"^sasaran\s*\d*\s*:?\s*", "", text, flags=re.IGNORECASE))
                if name and self._is_tujuan(text):
                    self._aim_alone(row, name)
                    continue
                sasaran = self._sasaran(row, text, at)
            elif at[Role.TUJUAN] >= 0 and name and (row[at[Role.TUJUAN]] or (of_tujuan and not sasaran)):
                of_tujuan = True
                self._aim_alone(row, name)
                continue
            if not name or not sasaran:
                if len(row.filled) > 1:
                    desk.unplaced(row, "Indikator atau sasarannya tidak terbaca.")
                continue
            self._indikator(row, name, sasaran)

    def _is_of_program(self, row: Row) -> bool:
        """Whether what a row measures is a program or kegiatan: it names one before what is measured, or no sasaran."""
        head = self.table.headed
        told = [x for x in head.columns(*_OF_PROGRAM) if row[x]]
        return bool(told) and (told[0] < head.column(Role.INDIKATOR) or not row[head.column(Role.SASARAN)])

    def _program(self, row: Row, sasaran: str) -> None:
        """A row below a sasaran that names a program: it supports it. Of kegiatan and sub kegiatan nothing is kept."""
        desk, head = self.desk, self.table.headed
        cells = [row[x] for x in head.columns(*_OF_PROGRAM)]
        if (first := head.column(Role.KODE)) >= 0:  # a code may stand in several columns under one head
            parts = takewhile(lambda x: x == first or not head.heads[x].text, range(first, len(head.heads)))
            cells.insert(0, ".".join(row[x].replace(",", ".") for x in parts if row[x]))
        kode = next((told.key for cell in cells if (told := read_kode(cell)) and told.level), ())
        found = desk.written(kode) if kode else None
        if found is None:
            named = (desk.code(cell, level="program") for cell in cells if not read_kode(cell))
            found = next(((one[0], "program") for one in named if one and one[2]), None)
        if found and found[1] == "program":
            cell = {"sasaran": sasaran, "kode": found[0]}
            desk.propose("DukunganProgram", row, cell, fact=("sasaran", "kode"))

    def _known(self, names: Names, text: str) -> Named | None:
        """What has this name already; of what this very matrix named, only what is worded just so."""
        known, sure = names.find(text)
        return known if sure or known not in self.here else None

    def _above(self, pattern: re.Pattern[str]) -> str:
        for text in self.table.before:
            if found := pattern.match(text):
                return bare(found[1])
        return ""

    def _is_tujuan(self, text: str) -> bool:
        """Whether what stands where a sasaran should is the tujuan said again: its targets are those of the tujuan."""
        return text.casefold() == self.worded

    def _say(
        self,
        sheet: str,
        row: Row,
        cells: Mapping[str, Any],
        notes: Sequence[str] = (),
        doubts: Sequence[str] = (),
    ) -> None:
        doubts = [*filter(None, [self.other]), *doubts]
        self.desk.propose(sheet, row, cells, assumed=ASSUMED, notes=notes, doubts=doubts)

    def _tujuan(self, row: Row, text: str, aim: str) -> str:
        desk = self.desk
        known = self._known(desk.tujuan, text)
        self.worded = text.casefold()
        kunci = known.kunci if known else desk.key(desk.tujuan, text, "tujuan")
        if known is None:
            self.here.append(desk.tujuan.add(kunci, text))
        self._say("Tujuan", row, self.own | {"kunci": kunci, "uraian": text})
        if aim:
            told = _WITH_TARGETS.search(aim)
            targets = [one.split(":", 1) for one in told[1].split(";")] if told else []
            name = aim[: told.start()].strip() if told else aim
            self._aim(row, kunci, name, [(int(year), text.strip()) for year, text in targets])
        return kunci

    def _aim_alone(self, row: Row, name: str) -> None:
        """A row that gives the targets of the tujuan itself."""
        self._aim(row, self.tujuan, name, [(year, row[x]) for x, year in self._years()])

    def _aim(self, row: Row, tujuan: str, name: str, targets: Sequence[tuple[int, str]]) -> None:
        """An indikator of a tujuan, with its target of each year."""
        told = self.aims.setdefault(tujuan, [])
        if name not in told:
            told.append(name)
        number = told.index(name) + 1
        unit = next((unit_of(name, read_value(text)) for _, text in targets if text), unit_of(name))
        cells = self.own | {"tujuan": tujuan, "nomor": number, "nama": name, "satuan": unit}
        if any((said := read_value(text)) and said.letter for _, text in targets):
            cells |= self.desk.in_letters(unit)
        self._say("IndikatorTujuan", row, cells)
        for year, text in targets:
            if value := target_cells(text, name):
                cells = self.own | {"tujuan": tujuan, "nomor": number, "tahun": year} | value
                self._say("TargetTujuan", row, cells, (), self._counted)

    def _years(self) -> list[tuple[int, int]]:
        heads = self.table.headed.heads
        columns = [(x, head.year) for x, head in enumerate(heads) if head.role is Role.TARGET]
        years = [year for _, year in columns]
        start, end, _ = self.renstra
        if any(heads[x].ordinal for x, _ in columns):
            last = max(heads[x].ordinal for x, _ in columns)
            return [(x, end - last + heads[x].ordinal) for x, _ in columns if heads[x].ordinal]
        if len(set(years)) < len(years) and len(years) == end - start + 1 and years == sorted(years):
            return [(x, start + number) for number, (x, _) in enumerate(columns)]
        return [(x, year) for x, year in columns if start <= year <= end and years.count(year) == 1]

    @property
    def _counted(self) -> list[str]:
        """What is doubtful of years that are counted: which is the first, where the plan has more of them."""
        start, end, _ = self.renstra
        heads = self.table.headed.heads
        told = [head.ordinal for head in heads if head.role is Role.TARGET and head.ordinal]
        if not told or max(told) == end - start + 1:
            return []
        return [
            f'Kepala tabel menulis "tahun ke-{min(told)}" sampai "ke-{max(told)}", sedangkan masa Renstra'
            f" {start}–{end}. Pastikan tahunnya."
        ]

    @property
    def _moved(self) -> list[str]:
        """What to say where the years of the head are not those that are taken."""
        heads = self.table.headed.heads
        taken = self._years()
        return [
            f"Kepala tabel menulis {heads[x].year} untuk dua kolom; diurutkan menurut masa Renstra."
            for x, year in taken
            if heads[x].year not in (0, year)
        ][:1]

    def _sasaran(self, row: Row, text: str, at: Mapping[Role, int]) -> str:
        desk = self.desk
        known = self._known(desk.sasaran, text)
        kunci = known.kunci if known else desk.key(desk.sasaran, text, "sasaran")
        if known is None:
            self.here.append(desk.sasaran.add(kunci, text, self.tujuan))
        cells = self.own | {"tujuan": self.tujuan, "kunci": kunci, "uraian": text}
        strategy = at[Role.STRATEGY]
        # A year too many in the rows moves what stands behind the targets one cell on.
        moved = 1 if strategy >= 0 and read_value(row[strategy]) is not None and row[strategy] else 0
        for role, column in (
            (Role.STRATEGY, "strategi"),
            (Role.POLICY, "kebijakan"),
            (Role.PROGRAM, "program"),
        ):
            if at[role] >= 0 and (said := bare(row[at[role] + moved])):
                cells[column] = said
        if above := self._of_kabupaten():
            cells["sasaran_rpjmd"] = above
        self._say("Sasaran", row, cells)
        return kunci

    def _of_kabupaten(self) -> str:
        """The recorded sasaran of the kabupaten that the matrix names beside what it plans; empty where that is not
        sure."""
        words = whole_name(_OF_KABUPATEN.sub("", self.upstream))
        rows = self.desk.recorded.content["RPJMD"] if words else ()
        told = {str(one["uraian"]) for one in rows if one["jenis"] == "sasaran"}
        alike = [one for one in told if shared(words, whole_name(one)) >= _ALIKE]
        return alike[0] if len(alike) == 1 else ""

    def _indikator(self, row: Row, name: str, sasaran: str) -> None:
        desk = self.desk
        known, sure = desk.indikator.find(name)
        kunci = known.kunci if known else desk.key(desk.indikator, name, "indikator")
        if known is None:
            desk.indikator.add(kunci, name, sasaran)
        values = [(year, row[x], target_cells(row[x], name)) for x, year in self._years()]
        letters = any(
            value and isinstance(value["target"], str) and value["target"].isalpha() for _, _, value in values
        )
        told = next((read_value(cell) for _, cell, value in values if value), None)
        stated = next((row[x] for x in self.table.headed.columns(Role.UNIT) if row[x].strip(" -–")), "")
        unit = in_words(stated) if stated else unit_of(name, told)
        cells = self.own | {
            "sasaran": sasaran,
            "kunci": kunci,
            "nama": name,
            "satuan": unit,
            **measured_as(letters=letters),
            "iku": "tidak",
            "dalam_renstra": "ya",
        }
        notes = (
            []
            if sure or known is None
            else [f'Dianggap sama dengan indikator "{kunci}" karena namanya mirip.']
        )
        self._say("Indikator", row, cells, [*notes, *_falling([value for _, _, value in values if value])])
        for year, cell, value in values:
            if value is None:
                if not says_none(cell):
                    desk.unplaced(row, f'Target {year} "{cell}" bukan satu angka atau huruf.')
                continue
            target = self.own | {"kunci_indikator": kunci, "tahun": year} | value
            if unit == "%" and isinstance(value["target"], int):
                target["cetak"] = f"{value['target']}%"
            self._say("TargetRenstra", row, target, self._moved, self._counted)


def _falling(values: Sequence[Mapping[str, Any]]) -> list[str]:
    """What to say of targets that go down from year to year: less may be better, and the rumus is taken to be the other
    one until somebody says so."""
    told = [read_value(str(value["target"])) for value in values]
    numbers = [one.number for one in told if one is not None and one.number is not None]
    if (
        len(numbers) < _LEAST_YEARS - 1
        or numbers != sorted(numbers, reverse=True)
        or numbers[0] == numbers[-1]
    ):
        return []
    first, last = (format_angka(number) for number in (numbers[0], numbers[-1]))
    return [
        f"Targetnya turun dari {first} ke {last}. Bila makin kecil makin baik, ganti rumusnya dengan yang negatif."
    ]
