"""Faults that people make in a LKIP, each planted at some place of a paper that has none."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, cast

from reports.examine.cells import decimal_of, read_value
from reports.papers.headed import HeadedTable, headed
from reports.papers.paper import Block, Paper, Row, Spot, Table, Text
from reports.papers.roles import Role
from sakip.text.in_words import terbilang


@dataclass(frozen=True, slots=True)
class Fault:
    """What was planted: its kind, the rules by which it may be found, and words of the place where it stands."""

    kind: str
    rules: frozenset[str]
    needle: str


@dataclass(slots=True)
class Ground:
    """A paper in which faults are planted one after another, none of them in a place that has one already."""

    blocks: list[Block]
    rng: random.Random
    nama: str
    tahun: int
    used: set[int]

    def tables(self, *roles: Role) -> list[tuple[int, HeadedTable]]:
        """Its tables that hold all of these, in no order."""
        found = [
            (at, table)
            for at, block in enumerate(self.blocks)
            if isinstance(block, Table) and at not in self.used and len(block.rows) > 1
            if set(roles) <= (table := headed(block)).roles
        ]
        return self.rng.sample(found, len(found))

    def texts(self, pattern: str) -> list[tuple[int, re.Match[str]]]:
        """Its texts in which this stands, in no order."""
        found = [
            (at, match)
            for at, block in enumerate(self.blocks)
            if isinstance(block, Text) and not block.contents and at not in self.used
            if (match := re.search(pattern, block.text))
        ]
        return self.rng.sample(found, len(found))

    def cell(self, at: int, row: Row, column: int, text: str) -> str:
        """Write a cell; the row as it is quoted."""
        table = cast("Table", self.blocks[at])
        cells = tuple(text if x == column else cell for x, cell in enumerate(row.cells))
        new = replace(row, cells=cells)
        self.blocks[at] = replace(table, rows=tuple(new if one is row else one for one in table.rows))
        self.used.add(at)
        return new.text

    def say(self, at: int, match: re.Match[str], instead: str) -> str:
        """Write something else where this stands in a text."""
        text = cast("Text", self.blocks[at])
        new = text.text[: match.start()] + instead + text.text[match.end() :]
        self.blocks[at] = replace(text, text=new)
        self.used.add(at)
        return new

    def add(self, sentence: str) -> str:
        """A new paragraph behind some long one."""
        places = [
            at for at, block in enumerate(self.blocks) if isinstance(block, Text) and len(block.text) > _LONG
        ]
        at = self.rng.choice(places[len(places) // 4 :]) + 1
        self.blocks.insert(at, Text(text=sentence, at=Spot(line=at)))
        self.used = {one + (one >= at) for one in self.used} | {at}
        return sentence


_LONG: Final = 150
_Planter = Callable[[Ground], str | None]
_KINDS: dict[str, tuple[frozenset[str], _Planter]] = {}


def _kind(name: str, *rules: str) -> Callable[[_Planter], _Planter]:
    def register(plant: _Planter) -> _Planter:
        _KINDS[name] = frozenset(rules), plant
        return plant

    return register


def planted(paper: Paper, seed: int, nama: str, tahun: int) -> tuple[Paper, list[Fault]]:
    """The paper with one fault of every kind for which it has a place."""
    ground = Ground(list(paper.blocks), random.Random(seed), nama, tahun, set())  # noqa: S311
    faults = []
    for kind, (rules, plant) in _KINDS.items():
        needle = plant(ground)
        if needle is not None:
            faults.append(Fault(kind, rules, needle))
    return replace(paper, blocks=tuple(ground.blocks)), faults


def kinds() -> tuple[str, ...]:
    """All kinds of faults."""
    return tuple(_KINDS)


def _money(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def _rows(table: HeadedTable, column: int) -> Iterator[tuple[Row, Any]]:
    for row in table.rows:
        value = read_value(row[column])
        if value is not None and value.number is not None:
            yield row, value


def _other(ground: Ground, role: Role, *with_: Role, by: int = 7) -> str | None:
    """Another number in a cell of the year in some table of indikator."""
    for at, table in ground.tables(role, *with_):
        columns = [x for x in table.columns(role) if not table.heads[x].quarter]
        columns = [x for x in columns if table.heads[x].year in (0, ground.tahun)]
        for column in columns[:1]:
            rows = [(row, value) for row, value in _rows(table, column) if value.number > 0]
            if rows:
                row, value = ground.rng.choice(rows)
                new = str(value.number - by if value.number > by * 2 else value.number + by).replace(".", ",")
                return ground.cell(at, row, column, new + ("%" if "%" in row[column] else ""))
    return None


@_kind("target lain dalam satu tabel", "R-target", "R-sum", "R-cascade")
def _target(ground: Ground) -> str | None:
    return _other(ground, Role.TARGET, Role.INDIKATOR, Role.REALISASI)


@_kind("realisasi lain dalam satu tabel", "R-real", "R-sum")
def _realisasi(ground: Ground) -> str | None:
    return _other(ground, Role.REALISASI, Role.INDIKATOR, by=9)


@_kind("capaian bukan hasil bagi", "R-sum")
def _capaian(ground: Ground) -> str | None:
    return _other(ground, Role.CAPAIAN, Role.TARGET, Role.REALISASI, by=6)


@_kind("sel realisasi dan capaian kosong", "R-blank")
def _empty(ground: Ground) -> str | None:
    for at, table in ground.tables(Role.INDIKATOR, Role.TARGET, Role.REALISASI):
        column = table.column(Role.REALISASI)
        rows = list(_rows(table, column))
        if rows:
            return ground.cell(at, ground.rng.choice(rows)[0], column, "")
    return None


@_kind("jumlah tabel anggaran keliru", "R-sum", "R-xdoc")
def _total(ground: Ground) -> str | None:
    for at, table in ground.tables(Role.MONEY):
        column = table.column(Role.MONEY)
        for row, value in _rows(table, column):
            if re.match(r"\W*(?:jumlah|total)", row.filled[0], re.IGNORECASE) and value.number > _SUM:
                return ground.cell(at, row, column, _money(int(value.number) + 1_250_000))
    return None


_SUM: Final = 10_000_000


@_kind("pagu satu baris keliru", "R-sum", "R-xdoc")
def _pagu(ground: Ground) -> str | None:
    for at, table in ground.tables(Role.MONEY, Role.SPENT):
        column = table.column(Role.MONEY)
        rows = [(row, value) for row, value in _rows(table, column) if value.number > _SUM]
        if len(rows) > 3:
            row, value = ground.rng.choice(rows[:-1])
            return ground.cell(at, row, column, _money(int(value.number) + 3_400_000))
    return None


@_kind("persen serapan keliru", "R-sum", "R-eff")
def _share(ground: Ground) -> str | None:
    for role in (Role.SHARE, Role.CAPAIAN):
        for at, table in ground.tables(Role.MONEY, Role.SPENT, role):
            column = table.column(role)
            rows = [(row, value) for row, value in _rows(table, column) if value.number > 20]
            if rows:
                row, value = ground.rng.choice(rows)
                return ground.cell(at, row, column, str(value.number - 11).replace(".", ","))
    return None


@_kind("baris anggaran ditulis dua kali", "R-sum", "R-dup", "R-num")
def _twice(ground: Ground) -> str | None:
    for at, table in ground.tables(Role.MONEY):
        rows = [row for row, value in _rows(table, table.column(Role.MONEY)) if value.number > 100_000]
        rows = [row for row in rows if not re.match(r"\W*(?:jumlah|total)", row.filled[0], re.IGNORECASE)]
        if len(rows) > 2:
            row = ground.rng.choice(rows)
            block = cast("Table", ground.blocks[at])
            place = block.rows.index(row) + 1
            ground.blocks[at] = replace(block, rows=(*block.rows[:place], replace(row), *block.rows[place:]))
            ground.used.add(at)
            return row.text
    return None


@_kind("predikat lain daripada skala", "R-scale")
def _predikat(ground: Ground) -> str | None:
    labels = (
        "Sangat Rendah",
        "Rendah",
        "Sedang",
        "Tinggi",
        "Sangat Tinggi",
        "Baik",
        "Sangat Baik",
        "Cukup",
        "Kurang",
    )
    for at, table in ground.tables(Role.CAPAIAN, Role.PREDIKAT):
        column = table.column(Role.PREDIKAT)
        rows = [row for row in table.rows if row[column] in labels]
        if rows:
            row = ground.rng.choice(rows)
            known = sorted(
                {one[column] for _, other in ground.tables(Role.PREDIKAT) for one in other.rows} & set(labels)
            )
            new = next((one for one in known if one != row[column]), "Sangat Rendah")
            return ground.cell(at, row, column, new)
    return None


@_kind("celah dalam skala", "R-scale")
def _gap(ground: Ground) -> str | None:
    for at, block in enumerate(ground.blocks):
        if (
            isinstance(block, Table)
            and at not in ground.used
            and "interval" in " ".join(block.rows[0].cells).casefold()
        ):
            for row in block.rows[2:]:
                for column, cell in enumerate(row.cells):
                    found = re.search(r"\d+(?:,\d+)?$", cell.strip(" ≤<"))
                    if found and re.search(r"\d.*\D.*\d", cell):
                        number = decimal_of(found[0])
                        if number is not None:
                            return ground.cell(at, row, column, cell.replace(found[0], str(int(number) - 6)))
    return None


@_kind("terbilang keliru", "R-words")
def _words(ground: Ground) -> str | None:
    amount = ground.rng.randrange(20, 900) * 1_000_000
    words = terbilang(amount + 100_000)
    return ground.add(
        f"Biaya rapat koordinasi tahun {ground.tahun} adalah Rp{_money(amount)} ({words} rupiah)."
    )


@_kind("anggaran seluruhnya lain dalam kalimat", "R-xdoc", "R-sum")
def _whole(ground: Ground) -> str | None:
    for _, table in ground.tables(Role.MONEY):
        for row, value in _rows(table, table.column(Role.MONEY)):
            if re.match(r"\W*(?:jumlah|total)", row.filled[0], re.IGNORECASE) and value.number > _SUM:
                amount = _money(int(value.number) + 2_715_000)
                return ground.add(
                    f"Total anggaran Kecamatan {ground.nama} tahun {ground.tahun} sebesar Rp{amount}."
                )
    return None


@_kind("anggaran program lain dalam kalimat", "R-xdoc", "R-sum")
def _program(ground: Ground) -> str | None:
    for _, table in ground.tables(Role.MONEY):
        name = table.column(Role.ACTIVITY, Role.PROGRAM)
        rows = [] if name < 0 else list(_rows(table, table.column(Role.MONEY)))
        rows = [(row, value) for row, value in rows if re.match(r"program\s", row[name], re.IGNORECASE)]
        if rows:
            row, value = ground.rng.choice(rows)
            amount = _money(int(value.number) + 5_150_000)
            return ground.add(f"{row[name]} didukung anggaran sebesar Rp{amount} pada tahun {ground.tahun}.")
    return None


@_kind("seribu kali", "R-format", "R-sum", "R-xdoc")
def _thousandfold(ground: Ground) -> str | None:
    for at, match in ground.texts(r"(?<=Rp)\d{2,3}(?:\.\d{3}){2}(?![.\d])"):
        return ground.say(at, match, f"{match[0]}.000")
    return None


@_kind("jumlah program keliru", "R-count")
def _programs(ground: Ground) -> str | None:
    count = ground.rng.randrange(13, 19)
    return ground.add(f"Pada tahun {ground.tahun} Kecamatan {ground.nama} melaksanakan {count} program.")


@_kind("jumlah indikator keliru", "R-count")
def _indikator(ground: Ground) -> str | None:
    return ground.add(
        f"Dalam laporan tahun {ground.tahun} dievaluasi capaian terhadap 1 (satu) indikator kinerja dari sasaran."
    )


@_kind("rata-rata keliru", "R-sum")
def _mean(ground: Ground) -> str | None:
    return ground.add(f"Rata-rata capaian kinerja sasaran tahun {ground.tahun} sebesar 61,37%.")


@_kind("realisasi lain dalam kalimat", "R-real", "R-sum")
def _claim(ground: Ground) -> str | None:
    for _, table in ground.tables(Role.INDIKATOR, Role.REALISASI, Role.TARGET):
        rows = [
            row
            for row, _ in _rows(table, table.column(Role.REALISASI))
            if "ersentase" in row[table.column(Role.INDIKATOR)]
        ]
        if rows:
            row = ground.rng.choice(rows)
            name = row[table.column(Role.INDIKATOR)]
            return ground.add(f"Realisasi {name} tahun {ground.tahun} sebesar 41,5%.")
    return None


@_kind("nomor tabel dua kali", "R-num")
def _number(ground: Ground) -> str | None:
    found = ground.texts(r"^Tabel (\d)\.(\d+)(?!.*\s\d+$)")
    for at, match in found:
        before = [other for _, other in found if other[1] == match[1] and int(other[2]) == int(match[2]) - 1]
        if before:
            return ground.say(at, match, before[0][0])
    return None


@_kind("acuan ke tabel yang tidak ada", "R-num", "R-ref")
def _reference(ground: Ground) -> str | None:
    return ground.add(f"Perbandingan dengan tahun sebelum {ground.tahun} disajikan dalam Tabel 3.97.")


@_kind("huruf judul dua kali", "R-num")
def _letter(ground: Ground) -> str | None:
    for at, match in ground.texts(r"^[B-H](?=\. [A-Z]{4})"):
        return ground.say(at, match, chr(ord(match[0]) - 1))
    return None


@_kind("diktum terlewat", "R-num")
def _diktum(ground: Ground) -> str | None:
    for at, match in ground.texts(r"^KEDUA\b"):
        return ground.say(at, match, "KEEMPAT")
    return None


@_kind("tahun lain dalam judul", "R-year")
def _year(ground: Ground) -> str | None:
    for at, match in ground.texts(rf"(?<=[Tt]ahun ){ground.tahun}$|(?<=TAHUN ){ground.tahun}$"):
        text = ground.blocks[at]
        if (
            isinstance(text, Text)
            and len(text.text) < _LONG
            and re.search("capaian|kinerja|anggaran", text.text, re.I)
        ):
            return ground.say(at, match, str(ground.tahun - 2))
    return None


@_kind("masa Renstra lain", "R-year")
def _period(ground: Ground) -> str | None:
    for at, match in ground.texts(r"(?<=Renstra )(?:[^.;]{0,40}?)(20\d\d)\s?[-–]\s?(20\d\d)"):
        first, last = int(match[1]), int(match[2])
        return ground.say(
            at, match, match[0].replace(str(first), str(first - 1)).replace(str(last), str(last - 2))
        )
    return None


@_kind("NIP lain", "R-nip")
def _nip(ground: Ground) -> str | None:
    found = ground.texts(r"(?<=NIP )\d{8} \d{6} \d \d{3}|(?<=NIP\. )\d{8} \d{6} \d \d{3}")
    if len(found) < 2:
        return None
    at, match = found[0]
    digit = str((int(match[0][-1]) + 3) % 10)
    return ground.say(at, match, match[0][:-1] + digit)


@_kind("pangkat yang tidak ada", "R-nip")
def _rank(ground: Ground) -> str | None:
    for at, match in ground.texts(r"^(?:Pembina|Penata)(?=\s(?:Tk|Tingkat))"):
        return ground.say(at, match, "Penasihat")
    return None


@_kind("kode kecamatan lain dalam nomor", "R-code")
def _code(ground: Ground) -> str | None:
    for at, match in ground.texts(r"(?<=/)35\.09\.\d\d(?=/)"):
        return ground.say(at, match, "35.09.28" if match[0] != "35.09.28" else "35.09.27")
    return None


@_kind("nama kecamatan lain", "R-name")
def _name(ground: Ground) -> str | None:
    for at, match in ground.texts(
        rf"(?<=[Kk]ecamatan ){ground.nama}(?= (?:tahun|telah|tetap|dalam|pada|merupakan))"
    ):
        return ground.say(at, match, "Puger")
    return None


@_kind("peraturan yang dicabut", "R-law")
def _repealed(ground: Ground) -> str | None:
    return ground.add(
        "Susunan kecamatan mengikuti Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah yang berlaku."
    )


@_kind("tahun undang-undang keliru", "R-law")
def _law(ground: Ground) -> str | None:
    return ground.add(
        "Kecamatan dibentuk menurut Undang-Undang Nomor 23 Tahun 2015 tentang Pemerintahan Daerah."
    )


@_kind("isian yang tertinggal", "R-blank")
def _blank(ground: Ground) -> str | None:
    return ground.add(
        f"Pada tahun {ground.tahun} pelayanan dilakukan terhadap …… orang pemohon di kantor kecamatan."
    )


def as_text(paper: Paper) -> bytes:
    """The paper as a text file, its cells divided by tabs."""
    parts: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Table):
            width = block.width
            rows: Sequence[Row] = block.rows
            parts += ["\t".join((*row.cells, *[""] * (width - len(row.cells)))) for row in rows]
            parts.append("")
        else:
            parts += [f"{block.text}{'.' * 20}12" if block.contents else block.text, ""]
    return "\n".join(parts).encode()
