"""The rows of a pasted block as rows of its sheet: merged cells filled, levels understood, names made keys, and what
says "Jumlah" compared with what stands above it and not stored."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from kecamatan.ground.texts import Refused
from reports.papers.paper import Row
from reports.paste.headings import NUMBERED, SPREAD, title_of
from reports.paste.names import Names, Question, squeezed
from reports.paste.reading import Reading
from sakip.entry.measured import Planned
from sakip.entry.value_kinds import Lines, Number, Rupiah, Year
from sakip.text.key_names import new_key
from sakip.text.numbers import format_angka
from sakip.workbook.overlay import LaidRow
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from sakip.workbook.sheets.sheet import NOMENKLATUR, PERATURAN, Sheet

_TOTAL: Final = re.compile(r"(?:grand\s+|sub\s*)?(?:jumlah|total)\b.{0,60}", re.IGNORECASE)
_SOURCE: Final = re.compile(r"(?:sumber|keterangan|catatan)\s*(?:data)?\s*:.*", re.IGNORECASE)
_NOTHING: Final = re.compile(r"[-–—\s]*")
_WITH_UNIT: Final = re.compile(r"([\d.,]+)\s*(%|[^\W\d][^\d]*)")
_KIND_OF_AREA: Final = re.compile(r"(?P<jenis>desa|ds\.|kelurahan|kel\.)\s+(?P<nama>.+)", re.IGNORECASE)
_RANK: Final = re.compile(r"(?:gol(?:ongan|\.)?\s*)?(iv|iii|ii|i)\s*[/ ]\s*([a-e])", re.IGNORECASE)
_LEVELS: Final = ("program", "kegiatan", "sub_kegiatan")

#: Columns of which a cell that is empty, because it is merged with the one above, says what that says.
_MERGED: Final = frozenset(
    {"sasaran", "kunci_sasaran", "tujuan", "kelompok", "jenis", "untuk", "kunci_indikator"}
    | {"nama_indikator", "dokumen", "tahun_awal", "lingkup"}
)
#: The same of one sheet alone: elsewhere an empty cell of that name says something of its own.
_MERGED_IN: Final[Mapping[str, frozenset[str]]] = {
    "PKUnitBaris": frozenset({"unit", "kinerja"}),
    "IKI": frozenset({"unit", "tugas"}),
}
#: Of these sheets a row says something by its code alone.
_BY_CODE_ALONE: Final = frozenset({"RKTKegiatan", "DukunganProgram", "PKAnggaran"})
#: Of these a row with rows below it is their sum.
_SUMMED: Final = frozenset({"Anggaran", "SumberDana"})
#: Made of the words of which column, where a table has no key of its own.
_KEY_OF: Final[Mapping[str, tuple[str, str, str]]] = {
    "UnitKerja": ("kunci", "nama", "unit"),
    "Tujuan": ("kunci", "uraian", "tujuan"),
    "Sasaran": ("kunci", "uraian", "sasaran"),
    "Indikator": ("kunci", "nama", "indikator"),
    "Belanja": ("kode", "nama", "belanja"),
}
#: How the columns of a code are told from what a row says of it.
_CODE: Final = ("kode", "nama_kode", "kode@program", "kode@kegiatan", "kode@sub_kegiatan")
_MOST_TOLD: Final = 10


@dataclass(kw_only=True)
class Told:
    """What a block comes to: rows, questions that are open, and what its reader should know."""

    rows: list[LaidRow]
    questions: list[Question]
    notes: list[str]


def told_tables(
    readings: Sequence[Reading], recorded: RecordedBook, answers: Mapping[str, str]
) -> list[Told]:
    """The rows of each table of a block, as :mod:`sakip.workbook.overlay` lays them over what is recorded. A table may
    name what another one brings, wherever it stands."""
    names, order = Names(recorded=recorded, answers=answers), list(RECORD_SHEETS)
    found: dict[int, Told] = {}
    for at, reading in sorted(enumerate(readings), key=lambda one: order.index(one[1].sheet.nama)):
        found[at] = told = _Teller(reading=reading, recorded=recorded, names=names).told()
        names.learn(reading.sheet, (row.cells for row in told.rows))
    return [found[at] for at in range(len(readings))]


@dataclass(kw_only=True)
class _Teller:
    reading: Reading
    recorded: RecordedBook
    names: Names
    notes: list[str] = field(default_factory=list)
    _above: dict[str, str] = field(default_factory=dict)
    _levels: dict[str, str] = field(default_factory=dict)
    _kode: str = ""
    _keys: dict[str, str] = field(default_factory=dict)
    _numbers: dict[str, Any] = field(default_factory=dict)

    @property
    def sheet(self) -> Sheet:
        return self.reading.sheet

    def told(self) -> Told:
        asked = len(self.names.questions)
        laid: list[LaidRow] = []
        totals: list[Row] = []
        skipped = 0
        for row in self.reading.body:
            if self._is_total(row):
                totals.append(row)
                continue
            if len(row.filled) == 1 and _SOURCE.fullmatch(row.filled[0]):
                continue
            cells = self._cells(row)
            if cells is None:
                skipped += 1
                continue
            laid += self._spread(row, cells)
        laid = self._without_sums(laid)
        for row in totals:
            self._compare(row, laid)
        if skipped and self.sheet.nama == "PKAnggaran":
            self.notes.append(
                f"{skipped} baris kegiatan atau sub kegiatan tidak dibaca: PK memuat anggaran program."
            )
        questions = list(self.names.questions.values())[asked:]
        return Told(rows=laid, questions=questions, notes=self.notes[:_MOST_TOLD])

    # -- one row -----------------------------------------------------------------------------------

    def _is_total(self, row: Row) -> bool:
        texts = [cell for cell in row.filled if not re.fullmatch(r"[\d.,()%\sRrPp:\-–—]+", cell)]
        return len(texts) == 1 and bool(_TOTAL.fullmatch(texts[0])) and len(row.filled) > 1

    def _cells(self, row: Row) -> dict[str, Any] | None:
        """What the row says by column; None of a row that says only below what the next ones stand."""
        raw = {
            key: row[at]
            for at, key in enumerate(self.reading.columns)
            if key and row[at] and not (_NOTHING.fullmatch(row[at]) and not self._says(key, row[at]))
        }
        cells: dict[str, Any] = dict(raw)
        if not cells:
            return None
        own = _MERGED_IN.get(self.sheet.nama, frozenset())
        for key in self.reading.columns:
            merged = key in _MERGED | own or (key == "nomor" and self.sheet.nama in NUMBERED)
            if merged and key not in self._own():
                if key in cells:
                    self._above[key] = cells[key]
                elif key in self._above:
                    cells[key] = self._above[key]
        for key, value in self.reading.constants.items():
            cells.setdefault(key, value)
        self._place(cells)
        coded = any(key in self.reading.columns for key in _CODE) or self.sheet.nama == "PKAnggaran"
        if coded and not self._code(row, cells):
            return None
        self._units(cells)
        self._special(cells)
        self._references(row, cells)
        self._own_key(cells)
        return cells

    def _own(self) -> tuple[str, ...]:
        """Columns that tell the rows apart: an empty one is no merged one."""
        return ("uraian", "nama") if self.sheet.nama != "DukunganProgram" else ("kode",)

    def _says(self, key: str, text: str) -> bool:
        return bool(text.strip(" -–—"))

    def _place(self, cells: dict[str, Any]) -> None:
        """Year and version, where a table does not say them: those of the Renstra in force, of the year and its PK."""
        keys = {column.key for column in self.sheet.columns}
        if self.sheet.nama in ("PK", "PKAnggaran"):
            cells.setdefault("tahun", self.recorded.tahun)
            cells.setdefault(
                "versi", self._pk_version() if str(cells["tahun"]) == str(self.recorded.tahun) else 0
            )
        elif {"tahun_awal", "versi"} <= keys and self.sheet.nama not in ("Renstra", "RenstraBerlaku"):
            for key, value in self.names.plan.items():
                cells.setdefault(key, value)
        elif "tahun" in keys and self.sheet.nama in ("Realisasi", "RealisasiTujuan"):
            cells.setdefault("tahun", self.recorded.tahun)
            if "triwulan" in keys and not any("@" in key for key in cells):
                cells.setdefault("triwulan", self.sheet["triwulan"].kind.text(0))

    def _pk_version(self) -> int:
        versions = {
            row.get("versi") or 0
            for name in ("PK", "Dokumen")
            for row in self.names.rows(name)
            if row.get("tahun") == self.recorded.tahun and row.get("dokumen", "pk") == "pk"
        }
        return max(versions, default=0)

    def _units(self, cells: dict[str, Any]) -> None:
        """ "12 Dokumen" where satuan has no column of its own."""
        if "satuan" in self.reading.columns or "satuan" not in {column.key for column in self.sheet.columns}:
            return
        for column in self.sheet.columns:
            if column.key not in cells or not (
                isinstance(column.kind, Planned | Number) or column.key == "target"
            ):
                continue
            if isinstance(column.kind, Year | Rupiah) or not isinstance(cells[column.key], str):
                continue
            if found := _WITH_UNIT.fullmatch(cells[column.key]):
                cells[column.key] = found[1]
                cells.setdefault("satuan", found[2].strip())

    def _special(self, cells: dict[str, Any]) -> None:
        """What tables of one kind write otherwise than the sheet."""
        if self.sheet.nama == "Desa" and "nama" in cells:
            if found := _KIND_OF_AREA.fullmatch(cells["nama"]):
                cells["nama"] = found["nama"]
                cells.setdefault(
                    "jenis", "desa" if found["jenis"].casefold() in ("desa", "ds.") else "kelurahan"
                )
            if "jenis" not in cells and (jenis := self._jenis(cells["nama"])):
                cells["jenis"] = jenis
        if found := _RANK.fullmatch(str(cells.get("golongan", ""))):
            cells["golongan"] = f"{found[1].upper()}/{found[2].lower()}"

    def _jenis(self, nama: str) -> str:
        """Desa or kelurahan: as recorded, or as there is no other in this kecamatan by the reference."""
        for row in self.recorded.content["Desa"]:
            if squeezed(str(row.get("nama"))) == squeezed(nama):
                return str(row.get("jenis"))
        here = self.recorded.kecamatan
        if here.jumlah_kelurahan == 0 and here.jumlah_desa:
            return "desa"
        return "kelurahan" if here.jumlah_desa == 0 and here.jumlah_kelurahan else ""

    # -- names and keys ----------------------------------------------------------------------------

    def _references(self, row: Row, cells: dict[str, Any]) -> None:
        keys = {column.key for column in self.sheet.columns}
        said = cells.pop("nama_indikator", "")
        if said and "kunci_indikator" in keys and "kunci_indikator" not in cells:
            cells["kunci_indikator"] = self.names.key(
                "Indikator", said, row=row.at.line, column="Nama indikator"
            )
            keys.discard("kunci_indikator")
        elif said and {"tujuan", "nomor"} <= keys and not {"tujuan", "nomor"} <= cells.keys():
            for one in self.names.rows("IndikatorTujuan"):
                if squeezed(str(one.get("nama"))) == squeezed(said):
                    cells |= {"tujuan": one["tujuan"], "nomor": one["nomor"]}
        if (
            "indikator" in cells
            and (key := self.names.known("Indikator", cells["indikator"]))
            and "kunci_indikator" in keys
        ):
            cells.setdefault("kunci_indikator", key)
        for column in self.sheet.readable:
            name = PERATURAN if column.reference == PERATURAN else column.reference
            if column.key not in cells or name in ("", NOMENKLATUR) or not self.names.has_names(name):
                continue
            if name == self.sheet.nama or column.key not in keys:
                continue
            parts = [str(cells[column.key])]
            if isinstance(column.kind, Lines):
                parts = [part.strip() for part in re.split(r"[\n;]", parts[0]) if part.strip()]
            found = [self.names.key(name, part, row=row.at.line, column=column.title) for part in parts]
            cells[column.key] = "\n".join(found)

    def _own_key(self, cells: dict[str, Any]) -> None:
        """The key of a row that has none: of the row that is called the same, else a new one."""
        if self.sheet.nama not in _KEY_OF:
            return
        key, name, default = _KEY_OF[self.sheet.nama]
        if key in cells or name not in cells:
            return
        said = squeezed(cells[name])
        if said not in self._keys:
            stored = {str(row[key]) for row in self.names.rows(self.sheet.nama) if row.get(key)}
            self._keys[said] = self.names.known(self.sheet.nama, cells[name]) or new_key(
                cells[name], stored | set(self._keys.values()), default=default
            )
        cells[key] = self._keys[said]

    # -- codes -------------------------------------------------------------------------------------

    def _code(self, row: Row, cells: dict[str, Any]) -> bool:
        """Make code, name, or program, kegiatan and sub kegiatan one code; False where the row is not stored."""
        about: defaultdict[str, Any] = defaultdict(lambda: None, cells)
        about["tahun"] = _year(about["tahun"])
        versi = self.sheet.edition(self.recorded, about)
        said = [(level, cells.pop(f"kode@{level}", "")) for level in _LEVELS]
        name = cells.pop("nama_kode", "")
        own = ("", cells.get("kode", "") or name)
        if self.sheet.nama == "PKAnggaran" and not own[1]:
            own = ("program", cells.get("nama", ""))
        steps = [one for one in (*said, own) if one[1]]
        kode = ""
        for level, text in steps:
            above = self._levels.get("kegiatan") or self._levels.get("program") or ""
            if level == "kegiatan":
                above = self._levels.get("program", "")
            kode = self.names.kode(
                versi,
                str(text),
                level=level,
                above=above,
                row=row.at.line,
                column=title_of("kode", self.sheet),
            )
            if (place := self.names.place(versi, kode)) is not None:
                self._levels = {one: value for one in _LEVELS if (value := getattr(place, one))}
        place = self.names.place(versi, kode)
        if self.sheet.nama == "PKAnggaran":
            if place is not None and place.level != "program":
                return False
            if place is None:
                cells.pop("kode", None)
            else:
                cells["kode"] = kode
                cells.setdefault("nama", place.nama)
            return True
        rest = (
            cells.keys()
            - {"kode"}
            - self.reading.constants.keys()
            - _MERGED
            - {"tahun", "tahun_awal", "versi"}
        )
        if kode:
            cells["kode"] = kode
            first = kode != self._kode
            self._kode = kode
            if not rest and self.sheet.nama not in _BY_CODE_ALONE:
                return False
        else:
            first = False
            if self._kode and not (self.sheet.nama == "RKTKegiatan" and "nomor" in cells):
                cells["kode"] = self._kode
        if self.sheet.nama == "RKTKegiatan" and "nomor" not in cells and self._kode:
            self._numbered(cells, first=first)
        return True

    def _numbered(self, cells: dict[str, Any], *, first: bool) -> None:
        """The number by which indikator of one program, kegiatan or sub kegiatan belong together."""
        if not self._numbers:
            rows = self.names.rows("RKTKegiatan")
            self._numbers = {str(one.get("kode")): one.get("nomor") for one in rows if one.get("kode")}
            self._numbers[""] = max((one.get("nomor") or 0 for one in rows), default=0)
        if self._kode not in self._numbers:
            self._numbers[""] += 1
            self._numbers[self._kode] = self._numbers[""]
        cells["nomor"] = self._numbers[self._kode]
        if not first:
            for key in ("kode", "sasaran", "anggaran", "penanggung_jawab"):
                cells.pop(key, None)

    # -- several rows of one -----------------------------------------------------------------------

    def _spread(self, row: Row, cells: dict[str, Any]) -> list[LaidRow]:
        """A row with a column for each year or triwulan is a row for each."""
        number = row.at.line
        remarks = {column.key for column in self.sheet.columns if not column.is_read}
        cells = {key: value for key, value in cells.items() if key not in remarks}
        spread = [key for key in cells if "@" in key]
        if not spread:
            return [LaidRow(number=number, cells=cells, broken={})]
        value, apart = SPREAD[self.sheet.nama]
        shared = {key: one for key, one in cells.items() if "@" not in key}
        return [
            LaidRow(
                number=number, cells=shared | {value: cells[key], apart: key.partition("@")[2]}, broken={}
            )
            for key in spread
        ]

    # -- sums --------------------------------------------------------------------------------------

    def _without_sums(self, rows: list[LaidRow]) -> list[LaidRow]:
        """Of a budget the rows that are not the sum of those below them; a sum that is none is told."""
        if self.sheet.nama not in _SUMMED:
            return rows
        stored = {row.get("kode") for row in self.recorded.content[self.sheet.nama]}
        result = []
        for one in rows:
            kode = str(one.cells.get("kode", ""))
            below = _leaves(kode, rows)
            # A program may be recorded beside its sub kegiatan; a table with a column for it says which row is what.
            if not below or kode in stored or "rinci" in one.cells:
                result.append(one)
            else:
                self._differences(f"Baris {one.number} ({kode})", one.cells, below, side="di bawahnya")
        return result

    def _compare(self, row: Row, rows: Sequence[LaidRow]) -> None:
        """A row that says Jumlah, with the rows above it."""
        said = {key: row[at] for at, key in enumerate(self.reading.columns) if key and row[at]}
        self._differences(f"Baris {row.at.line} (Jumlah)", said, [r for r in rows if r.number < row.at.line])

    def _differences(
        self, where: str, said: Mapping[str, Any], rows: Sequence[LaidRow], *, side: str = "di atasnya"
    ) -> None:
        for key, text in said.items():
            if "@" in key or not isinstance(kind := self.sheet[key].kind, Number) or isinstance(kind, Year):
                continue
            if (written := _number(kind, text)) is None:
                continue
            numbers = [(r, n) for r in rows if (n := _number(kind, r.cells.get(key))) is not None]
            sums = {sum((n for _, n in some), Decimal(0)) for some in _groups(numbers)}
            if sums and written not in sums:
                total = sum((n for _, n in numbers), Decimal(0))
                self.notes.append(
                    f"{where}: {self.sheet[key].title} tertulis {format_angka(written)}, jumlah baris {side}"
                    f" {format_angka(total)}. Baris jumlah tidak disimpan; periksa angkanya."
                )


def _leaves(kode: str, rows: Sequence[LaidRow]) -> list[LaidRow]:
    """The rows below a code that have none below themselves."""
    codes = [str(row.cells.get("kode", "")) for row in rows]
    return [
        row
        for row, own in zip(rows, codes, strict=True)
        if kode and own.startswith(f"{kode}.") and not any(one.startswith(f"{own}.") for one in codes)
    ]


def _groups(numbers: Sequence[tuple[LaidRow, Decimal]]) -> list[list[tuple[LaidRow, Decimal]]]:
    """What a sum may be of: all rows, those of one level, the last ones up to any."""
    levels: dict[int, list[tuple[LaidRow, Decimal]]] = {}
    for one in numbers:
        levels.setdefault(str(one[0].cells.get("kode", "")).count("."), []).append(one)
    return [*levels.values(), *(list(numbers[at:]) for at in range(len(numbers)))]


def _year(raw: Any) -> int | None:
    return int(raw) if str(raw or "").isdecimal() else None


def _number(kind: Number, raw: Any) -> Decimal | None:
    try:
        return None if raw in (None, "") else Decimal(kind.parse(raw))
    except Refused:
        return None
