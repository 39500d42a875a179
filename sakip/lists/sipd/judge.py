"""What a budget file comes to beside the recorded budget of a year: row by row old and new, and what fits nothing."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final, Literal

from sakip.entry.place import EntryPlace
from sakip.lists.sipd.comparison import Cell, Judged, Line, Missing, TotalLine, falls
from sakip.lists.sipd.file_rows import FileRow, ReadFile
from sakip.lists.sipd.kode import key_of
from sakip.lists.sipd.whose import letters
from sakip.models import Anggaran, SubKegiatan
from sakip.records.anggaran.form import TotalForm
from sakip.records.anggaran.models import AMOUNTS
from sakip.records.anggaran.page import Totals, anggaran_rows, jumlah
from sakip.records.anggaran.totals import amount_in_words
from sakip.records.nomenklatur.codes import TreeNode, tree
from sakip.text.numbers import format_angka

Pagu = Literal["murni", "perubahan", ""]
"""Where the pagu of a file belongs that does not say it itself; empty where none is taken."""


_ALIKE: Final = "Mirip {}, tetapi kode dan namanya ditulis lain. Periksa tahun nomenklaturnya."
_ADDED_UP: Final = "Dijumlahkan dari sub kegiatan di bawahnya"


def judge_file(read: ReadFile, here: EntryPlace, pagu: Pagu) -> Judged:
    """What the file makes of the budget of the year (10 queries at most)."""
    return _Judge(read, here, pagu).result()


class _Judge:
    """One file against the recorded budget."""

    def __init__(self, read: ReadFile, here: EntryPlace, pagu: Pagu) -> None:
        self.read = read
        self.here = here
        self.pagu = pagu
        self.rows = anggaran_rows(here)
        self.by_kode: dict[tuple[int, ...], list[Anggaran]] = {}
        self.by_name: dict[str, list[Anggaran]] = {}
        for row in self.rows:
            node = row.sub_kegiatan or row.kegiatan or row.program
            if node is None or not row.rinci:
                continue
            if not node.tanpa_kode and (key := key_of(node.kode)):
                self.by_kode.setdefault(key, []).append(row)
            if row.sub_kegiatan:
                self.by_name.setdefault(letters(node.nama), []).append(row)
        self.found: dict[int, list[FileRow]] = {}
        self.remarks: dict[int, list[str]] = {}
        self.missing: list[tuple[FileRow, str]] = []
        own = here.kecamatan
        self.own_unit = f"{own.sebutan} {own.nama}"

    def result(self) -> Judged:
        """The comparison."""
        judged = Judged(read=self.read)
        if self.read.unclear:
            return judged
        for file in self.read.rows:
            self._match(file)
        for file in self.read.higher:
            self._higher(file)
        judged.lines = [self._line(row) for row in self.rows]
        judged.missing = self._missing()
        judged.totals = self._totals(judged)
        return judged

    # -- which row it is ---------------------------------------------------------------------------

    def _match(self, file: FileRow) -> None:
        """Give a row of the file to the recorded row that it is about."""
        if file.kode is not None:
            rows = self.by_kode.get(file.kode.key, [])
        else:
            rows = self.by_name.get(letters(file.nama), []) if file.nama else []
            if len({row.sub_kegiatan_id for row in rows}) > 1:
                self.missing.append(
                    (file, "Nama ini ada pada beberapa sub kegiatan, dan berkas tidak menulis kodenya.")
                )
                return
        if not rows:
            self._above(file)
            return
        sub: Any = rows[0].sub_kegiatan
        name, kode = sub.nama, sub.kode
        other_name = _other(file.nama, name)
        if file.kode is not None and file.kode.text != kode and other_name:
            self.missing.append((file, _ALIKE.format(f"{kode} {name}")))
            return
        row = self._of_unit(file, rows)
        if row is None:
            units = ", ".join(one.unit for one in rows if one.unit)
            said = f"“{file.unit}”" if file.unit else "satu jumlah tanpa unit"
            self.missing.append(
                (file, f"Sub kegiatan ini tercatat menurut unit ({units}), sedangkan berkas menyebut {said}.")
            )
            return
        self.found.setdefault(row.pk, []).append(file)
        if other_name:
            self.remarks.setdefault(row.pk, []).append(f"Namanya dalam berkas: {file.nama}")

    def _of_unit(self, file: FileRow, rows: Sequence[Anggaran]) -> Anggaran | None:
        """The row of the unit; one that is not divided has the sum of all units."""
        whole = next((row for row in rows if not row.unit), None)
        divided = [row for row in rows if row.unit]
        unit = _unit_letters(file.unit or self.own_unit)
        own = next((row for row in divided if _unit_letters(row.unit) == unit), None)
        if whole is not None and own is not None:  # a control total above its parts
            self.found.setdefault(whole.pk, []).append(file)
        return own or (None if divided else whole)

    def _above(self, file: FileRow) -> None:
        """A row that the budget has not: part of a kegiatan or program at which it stops, or missing."""
        if file.kode is None:
            self.missing.append((file, "Tidak berkode, dan namanya tidak ada dalam anggaran tahun ini."))
            return
        for level in ("kegiatan", "program"):
            above = file.kode.above(level)
            for row in self.by_kode.get(above.key, ()) if above else ():
                if not self._has_details(row):
                    self.found.setdefault(row.pk, []).append(file)
                    self.remarks.setdefault(row.pk, []).append(_ADDED_UP)
                    return
        self.missing.append((file, ""))

    def _has_details(self, row: Anggaran) -> bool:
        return any(
            other.pk != row.pk
            and other.program_id == row.program_id
            and (row.kegiatan_id is None or other.kegiatan_id == row.kegiatan_id)
            and (other.sub_kegiatan_id or (row.kegiatan_id is None and other.kegiatan_id))
            for other in self.rows
        )

    def _higher(self, file: FileRow) -> None:
        """What the file says of a whole program or kegiatan is that row's, where the budget has it."""
        if file.kode is None or len(self.read.ours) > 1:
            return
        for row in self.by_kode.get(file.kode.key, ()):
            self.found[row.pk] = [file]
            self.remarks.pop(row.pk, None)

    # -- what it says ------------------------------------------------------------------------------

    def _line(self, row: Anggaran) -> Line:
        files = self.found.get(row.pk, [])
        amounts = self._columns(files)
        cells = []
        for column in AMOUNTS:
            old = getattr(row, column)
            cells.append(Cell(column=column, old=old, new=amounts.get(column, old)))
        murni, changed = cells[0], cells[1]
        if changed.old is None and changed.new is not None and changed.new == murni.new:
            cells[1] = Cell(column=changed.column, old=None, new=None)  # empty says that it did not change
        remarks = list(dict.fromkeys(self.remarks.get(row.pk, ())))
        if falls(cells[2]):
            remarks.append("Realisasinya lebih kecil daripada yang tercatat")
        pagu = cells[0].new if cells[1].new is None else cells[1].new
        if pagu is not None and cells[2].new is not None and cells[2].new > pagu:
            remarks.append("Realisasinya melebihi pagu")
        source = "; ".join(file.rows_words + (f" {file.unit}" if file.unit else "") for file in files)
        return Line(row=row, cells=tuple(cells), source=source, remarks=tuple(remarks))

    def _columns(self, files: Iterable[FileRow]) -> dict[str, Decimal]:
        """Amounts by the column of the record, of all rows together."""
        result: dict[str, Decimal] = {}
        for file in files:
            for column, amount in self._of_file(file).items():
                result[column] = result.get(column, Decimal(0)) + amount
        return result

    def _of_file(self, file: FileRow) -> dict[str, Decimal]:
        found = {kind: amount for kind, amount in file.amounts.items() if kind in AMOUNTS}
        if not self.pagu:
            return {kind: amount for kind, amount in found.items() if kind == "realisasi"}
        if "pagu" in file.amounts:
            found.setdefault(f"pagu_{self.pagu}", file.amounts["pagu"])
        return found

    # -- what fits nothing -------------------------------------------------------------------------

    def _missing(self) -> list[Missing]:
        nodes = self._nodes() if any(not why for _, why in self.missing) else {}
        keys = {
            node.pk
            for file, why in self.missing
            if not why and file.kode and (node := nodes.get(file.kode.key))
        }
        subs: dict[int, SubKegiatan] = SubKegiatan.objects.select_related("kegiatan__program").in_bulk(keys)
        divided: dict[object, int] = {}
        for file, _ in self.missing:
            place = file.kode.key if file.kode else None
            divided[place] = divided.get(place, 0) + 1
        result = []
        for file, said in self.missing:
            node = nodes.get(file.kode.key) if file.kode and not said else None
            sub, why = (subs.get(node.pk) if node else None), said
            if not why and sub is None:
                why = f"Kode ini tidak ada dalam nomenklatur tahun {self.here.tahun}."
            elif sub and file.kode and file.kode.text != sub.kode and _other(file.nama, sub.nama):
                why, sub = _ALIKE.format(f"{sub.kode} {sub.nama}"), None
            elif sub and _other(file.nama, sub.nama):
                why = f"Nomenklatur: {sub.nama}"
            unit = ""
            if file.kode and divided[file.kode.key] > 1:
                unit = (file.unit or self.own_unit)[:100]
            result.append(Missing(file=file, amounts=self._of_file(file), why=why, sub=sub, unit=unit))
        return result

    def _nodes(self) -> dict[tuple[int, ...], TreeNode]:
        """What the nomenklatur of the year offers, by code (3 queries)."""
        programs = tree(kecamatan=self.here.kecamatan, tahun=self.here.tahun)
        return {
            key: node
            for program in programs
            for node in program.traverse()
            if node.level == "sub_kegiatan" and (key := key_of(node.kode))
        }

    # -- the sums ----------------------------------------------------------------------------------

    def _totals(self, judged: Judged) -> list[TotalLine]:
        """The sums of the budget before and after."""
        after = []
        for line in judged.lines:
            row = copy.copy(line.row)
            for cell in line.cells:
                setattr(row, cell.column, cell.new)
            after.append(row)
        new = [new_row(one, self.here) for one in judged.addable]
        sums = [jumlah(rows) if rows else None for rows in (self.rows, after, [*after, *new])]
        return [
            TotalLine(judul=label, lama=before, baru=then, with_new=whole)
            for label, (before, then, whole) in (
                ("Pagu murni", [_said(one, one and one.pagu_murni) for one in sums]),
                ("Pagu yang berlaku", [_said(one, one and one.pagu_in_force) for one in sums]),
                ("Realisasi", [_said(one, one and one.serapan.realisasi) for one in sums]),
            )
        ]


def new_row(missing: Missing, here: EntryPlace) -> Anggaran:
    """A row of the budget, not yet stored, out of one of the file that has its place in the nomenklatur."""
    sub: Any = missing.sub
    return Anggaran(
        kecamatan=here.kecamatan,
        tahun=here.tahun,
        program=sub.kegiatan.program,
        kegiatan=sub.kegiatan,
        sub_kegiatan=sub,
        unit=missing.unit,
        **missing.amounts,
    )


def amounts_form(line: Line, here: EntryPlace) -> TotalForm:
    """The amounts of a line as the table of the budget would bring them."""
    typed = {cell.column: "" if cell.new is None else format_angka(cell.new) for cell in line.cells}
    return TotalForm(typed, instance=line.row, scope=here.scope)


def _said(totals: Totals | None, amount: Any) -> str:
    return "belum ada" if totals is None else amount_in_words(amount)


def _other(name: str, other: str) -> bool:
    """Whether a file names a row otherwise; one that does not name it says nothing."""
    return bool(name) and letters(name) != letters(other)


def _unit_letters(text: str) -> str:
    words = text.casefold().split()
    return letters(" ".join(words[1:] if words and words[0] in ("kelurahan", "kel.", "kel") else words))
