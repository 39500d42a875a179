"""What each column of a budget file is: recognised by the words of its heading and by what stands below it.

Nothing is guessed: where two columns may be the same, or the heading says nothing, somebody maps them by hand, and the
kabupaten remembers it for files with the same headings (:func:`signature`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sakip.lists.sipd.kode import read_kode, rekening_code, unit_code
from sakip.text.dates import NAMA_BULAN
from sakip.text.units import multiple_of_rupiah, multiple_of_rupiah_above
from sakip.workbook.grid import Grid, letter
from sakip.workbook.raw_cells import folded


class Role(StrEnum):
    """What a column is. Several of ``UNIT``, ``RINCIAN`` and ``BAGIAN`` may be there; several of one amount are added
    up."""

    KODE = "kode"
    BAGIAN = "bagian"
    URUSAN = "urusan"
    BIDANG = "bidang"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB = "sub"
    NAMA = "nama"
    UNIT = "unit"
    RINCIAN = "rincian"
    PAGU = "pagu"
    PAGU_MURNI = "pagu_murni"
    PAGU_PERUBAHAN = "pagu_perubahan"
    REALISASI = "realisasi"
    SETORAN = "setoran"


LABELS: Final[Mapping[str, str]] = {
    Role.KODE: "Kode (semua jenjang dalam satu kolom)",
    Role.BAGIAN: "Bagian kode (kode terbagi dalam beberapa kolom)",
    Role.URUSAN: "Kode urusan",
    Role.BIDANG: "Kode bidang urusan",
    Role.PROGRAM: "Program (kode atau nama)",
    Role.KEGIATAN: "Kegiatan (kode atau nama)",
    Role.SUB: "Sub kegiatan (kode atau nama)",
    Role.NAMA: "Nama atau uraian",
    Role.UNIT: "Unit: SKPD, sub unit, kelurahan",
    Role.RINCIAN: "Rincian: rekening, dokumen, sumber dana",
    Role.PAGU: "Pagu",
    Role.PAGU_MURNI: "Pagu murni",
    Role.PAGU_PERUBAHAN: "Pagu perubahan",
    Role.REALISASI: "Realisasi",
    Role.SETORAN: "Pengembalian (mengurangi realisasi)",
}

LEVELS: Final = (Role.URUSAN, Role.BIDANG, Role.PROGRAM, Role.KEGIATAN, Role.SUB)
AMOUNTS: Final = (Role.PAGU, Role.PAGU_MURNI, Role.PAGU_PERUBAHAN, Role.REALISASI, Role.SETORAN)
PAGU: Final = (Role.PAGU, Role.PAGU_MURNI, Role.PAGU_PERUBAHAN)
#: Of these a file has one column, unless somebody says otherwise.
_ONE: Final = (Role.KODE, *LEVELS, Role.NAMA, *AMOUNTS)

#: A heading stands in one of these rows, and has at most so many lines.
_LOWEST_HEADING: Final = 40
_MOST_LINES: Final = 4
_KODE_ABOVE: Final = re.compile(r"\b(?:kode|rekening)\b")
_CODE_LIKE: Final = re.compile(r"[0-9X][0-9X. ]*", re.IGNORECASE)
#: Rows by which the content of a column is judged.
_SAMPLE: Final = 200

_NOTHING: Final = re.compile(
    r"%|\b(?:persen|persentase|prosentase|sisa|selisih|fisik|serapan|capaian|target|keluaran|indikator|volume|satuan"
    r"|lokasi|spd|sp2d|spm|spp|tahapan|nip|pegawai|tanggal|keterangan|periode|jenis|fungsi|maju|lalu|dpt|no|tahun"
    r"|pergeseran|kas|rak|bertambah|berkurang)\b"
)
_UNIT: Final = re.compile(r"\b(?:skpd|opd|unit|perangkat daerah|organisasi|kelurahan|kecamatan)\b")
_DETAIL: Final = re.compile(
    r"\b(?:rekening|akun|sumber dana|paket|kelompok|(?:nomor|no\.?) dokumen|no\.? bukti)\b"
)
_SUB: Final = re.compile(r"\bsub[ _-]?(?:kegiatan|giat)\b")
_KEGIATAN: Final = re.compile(r"\b(?:kegiatan|giat)\b")
_PROGRAM: Final = re.compile(r"\bprogram\b")
_KODE: Final = re.compile(r"\b(?:kode|kd)\b")
_NAME: Final = re.compile(r"\b(?:nama|uraian|nomenklatur)\b")
_BACK: Final = re.compile(r"\b(?:setoran|pengembalian|contra pos|sts)\b")
_SPENT: Final = re.compile(r"\brealisasi\b")
_BUDGET: Final = re.compile(r"\b(?:pagu|anggaran|alokasi|dpa|dppa|apbd|plafon)\b")
_CHANGED: Final = re.compile(
    r"\b(?:perubahan|setelah|sesudah|menjadi|dppa|papbd|apbdp)\b|\bp[ -]?apbd\b|\bapbd[ -]p\b"
)
_FIRST: Final = re.compile(r"\b(?:murni|sebelum|induk|awal|semula)\b")
#: Of an amount these say nothing: it is of this year anyway.
_YEAR: Final = re.compile(r"\btahun(?: anggaran)?\b|\bperiode\b")
#: Of several columns of one amount the one that is meant: the whole, up to now.
_PREFERRED: Final = (
    re.compile(r"\b(?:jumlah|total)\b"),
    re.compile(r"\b(?:kumulatif|sampai dengan|s\.?\s?[/.]?\s?d)\b"),
)
_SAME_EACH_MONTH: Final = re.compile(
    rf"\b(?:{'|'.join(nama.casefold() for nama in NAMA_BULAN)}|i{{1,3}}|iv|[0-9]+)\b|[0-9]+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its place, the words of its heading, the role by which it is read, empty where it is not."""

    at: int
    heading: str
    role: str = ""

    @property
    def letter(self) -> str:
        """As Excel calls it."""
        return letter(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sheet with its heading: rows from ``first`` to ``last`` of the grid (places in the list, not Excel's numbers).

    ``problems`` say why the columns have to be mapped by hand; empty where nothing is missing.
    """

    grid: Grid
    first: int
    last: int
    columns: Sequence[Column]
    problems: Sequence[str] = ()

    @property
    def signature(self) -> str:
        """Of its headings."""
        return signature([column.heading for column in self.columns])

    def of(self, *roles: str) -> list[int]:
        """Where the columns of these roles stand."""
        return [column.at for column in self.columns if column.role in roles]

    @property
    def titles(self) -> list[str]:
        """What stands above the heading."""
        texts = ([row.text(at) for at in range(len(row.cells))] for row in self.grid.rows[: self.first])
        return [" ".join(filter(None, one)) for one in texts]


def signature(headings: Sequence[str]) -> str:
    """The same for files that differ by their month alone."""
    said = [f"{at}:{_SAME_EACH_MONTH.sub('', folded(text))}" for at, text in enumerate(headings) if text]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def known(grids: Sequence[Grid], signatures: Collection[str]) -> Table | None:
    """The sheet and heading that a kabupaten remembers; None where it knows none of them."""
    for grid in grids if signatures else ():
        for first in range(min(_LOWEST_HEADING, len(grid.rows))):
            for last in range(first + 1, min(first + _MOST_LINES, len(grid.rows) - 1) + 1):
                if signature(_headings(grid, first, last)) in signatures:
                    return with_heading(grid, first, last)
    return None


def recognise(grids: Sequence[Grid]) -> Table:
    """The sheet and heading of which the most columns are known."""
    best: tuple[tuple[int, int, int], Grid] | None = None
    for grid in grids:
        for first in range(min(_LOWEST_HEADING, len(grid.rows))):
            for lines in range(1, _MOST_LINES + 1):
                last = first + lines
                if last >= len(grid.rows) or _is_data(grid, last - 1):
                    break
                # Of two that tell the same the smaller one: a title above it is no part of it.
                score = _score(_headings(grid, first, last)), -lines, -first
                if score[0] and (best is None or score > best[0]):
                    best = score, grid
    if best is None:
        grid = max(grids, key=lambda one: len(one.rows))
        first = max(
            range(min(_LOWEST_HEADING, len(grid.rows))),
            key=lambda n: sum(isinstance(cell, str) for cell in grid.rows[n].cells),
        )
        return with_heading(grid, first, first + 1)
    (_, lines, first), grid = best
    return with_heading(grid, -first, -first - lines)


def with_heading(grid: Grid, first: int, last: int) -> Table:
    """The sheet with the heading in these rows, its columns as far as they are known."""
    headings = _headings(grid, first, last)
    title = " ".join(
        text for row in grid.rows[:first] for at in range(len(row.cells)) if (text := row.text(at))
    )
    roles, problems = _roles(grid, headings, last, title)
    columns = [Column(at=at, heading=text, role=roles.get(at, "")) for at, text in enumerate(headings)]
    return Table(grid=grid, first=first, last=last, columns=columns, problems=problems)


def mapped(table: Table, roles: Mapping[int, str]) -> Table:
    """The table with its columns as somebody mapped them."""
    columns = [Column(at=c.at, heading=c.heading, role=roles.get(c.at, "")) for c in table.columns]
    problems = _lacking({c.at: c.role for c in columns if c.role})
    return Table(grid=table.grid, first=table.first, last=table.last, columns=columns, problems=problems)


def _holds_codes(grid: Grid, last: int, at: int) -> bool:
    texts = [text for row in grid.rows[last : last + _SAMPLE] if (text := row.text(at))]
    return bool(texts) and all(_CODE_LIKE.fullmatch(text) for text in texts)


def _is_data(grid: Grid, n: int) -> bool:
    """Whether a row is one of the table already: it has an amount or a code."""
    cells = grid.rows[n].cells
    if any(isinstance(cell, int | float) and abs(cell) >= 1000 for cell in cells):
        return True
    texts = [cell for cell in cells if isinstance(cell, str)]
    return any((kode := read_kode(text)) is not None and kode.level != "" for text in texts)


def _headings(grid: Grid, first: int, last: int) -> list[str]:
    """The words above each column, from its highest line down; a merged cell stands above all that it covers."""
    lines = [[row.text(at) for at in range(grid.width)] for row in grid.rows[first:last]]
    for n, line in enumerate(lines[:-1]):
        for at in range(1, len(line)):
            below = any(other[at] for other in lines[n + 1 :])
            starts = any(other[at] and not other[at - 1] for other in lines[:n])
            if not line[at] and below and not starts:
                line[at] = line[at - 1]
    headings = [" ".join(dict.fromkeys(filter(None, words))) for words in zip(*lines, strict=True)]
    for at in range(1, len(headings)):
        # "Kode" stands once above all the columns over which a code is spread.
        if not headings[at] and _KODE_ABOVE.search(folded(headings[at - 1])) and _holds_codes(grid, last, at):
            headings[at] = headings[at - 1]
    return headings


def _score(headings: Sequence[str]) -> int:
    """How much a heading tells; nothing where it has no amount or nothing that names a row."""
    roles = [_by_words(folded(heading)) for heading in headings if len(heading) <= 120]
    known = {role for role in roles if role}
    if not known & set(AMOUNTS) or not known & {Role.KODE, Role.SUB, Role.NAMA, Role.KEGIATAN}:
        return 0
    return 10 * len(known) + sum(bool(role) for role in roles)


def _by_words(heading: str) -> str:
    """What a column is by its heading alone; empty where it says nothing of use."""
    if not heading:
        return ""
    text = heading.replace("_", " ")
    if _BACK.search(text) and not _DETAIL.search(text):
        return Role.SETORAN
    if _SPENT.search(text):
        return "" if _NOTHING.search(_YEAR.sub("", text)) else Role.REALISASI
    if _DETAIL.search(text) and not _BUDGET.search(_DETAIL.sub("", text)):
        return Role.RINCIAN
    if _SUB.search(text):
        levels = _SUB.sub("", text)
        if _NAME.search(text):
            return Role.NAMA
        if _KODE.search(text):
            return Role.KODE if _KEGIATAN.search(levels) or _PROGRAM.search(levels) else Role.SUB
        if _PROGRAM.search(levels) and _KEGIATAN.search(levels):
            return Role.NAMA
        if not _BUDGET.search(text):
            return "" if _NOTHING.search(levels) else Role.SUB
    if _UNIT.search(text) and not _BUDGET.search(text):
        return Role.UNIT
    if _BUDGET.search(text):
        return _pagu(text)
    for shape, role in ((_KEGIATAN, Role.KEGIATAN), (_PROGRAM, Role.PROGRAM)):
        if shape.search(text):
            return "" if _NAME.search(text) or _NOTHING.search(text) else role
    if re.search(r"\burusan\b|\bbidang\b", text):
        return "" if _NAME.search(text) else Role.BIDANG if "bidang" in text else Role.URUSAN
    if _NOTHING.search(text):
        return ""
    return Role.KODE if _KODE.search(text) else Role.NAMA if _NAME.search(text) else ""


def _pagu(text: str) -> str:
    if _NOTHING.search(_YEAR.sub("", text)):
        return ""
    if _CHANGED.search(text):
        # "Sebelum perubahan" is the pagu before it.
        return Role.PAGU_MURNI if re.search(r"\bsebelum\b", text) else Role.PAGU_PERUBAHAN
    return Role.PAGU_MURNI if _FIRST.search(text) else Role.PAGU


def _roles(grid: Grid, headings: Sequence[str], last: int, title: str) -> tuple[dict[int, str], list[str]]:
    """The role of each column that has one, and why somebody has to map them."""
    roles = {at: role for at, heading in enumerate(headings) if (role := _by_words(folded(heading)))}
    roles = {at: role for at, role in (roles | _by_content(grid, last, roles)).items() if role}
    has_kode = {Role.KODE, Role.BAGIAN} & set(roles.values())
    problems: list[str] = []
    for at in [at for at, role in roles.items() if role in AMOUNTS]:
        if multiple := multiple_of_rupiah(headings[at]) or multiple_of_rupiah_above(title):
            problems.append(
                f'Kolom {letter(at)} "{headings[at]}" dalam {multiple} rupiah, sedangkan yang dicatat rupiah penuh.'
                " Unggah berkas dengan rupiah penuh."
            )
            del roles[at]
    for role in _ONE:
        places = [at for at, one in roles.items() if one == role]
        if role in AMOUNTS:
            places = _narrowed(places, headings)
        elif role in LEVELS and len(places) > 1:
            coded = [at for at in places if _KODE.search(folded(headings[at]))]
            places = coded or places
        if len(places) > 1 and role not in AMOUNTS:
            places = places[:1]
        for at in [at for at, one in roles.items() if one == role and at not in places]:
            del roles[at]
        if len(places) > 1:
            named = ", ".join(f'{letter(at)} "{headings[at]}"' for at in places)
            problems.append(f"Ada {len(places)} kolom {LABELS[role].lower()}: {named}. Pilih yang dipakai.")
            for at in places:
                del roles[at]
    if has_kode and not [at for at, one in roles.items() if one == Role.NAMA]:
        roles |= {at: Role.NAMA.value for at, one in roles.items() if one == Role.SUB}
    return roles, [*problems, *_lacking(roles)]


def _narrowed(places: list[int], headings: Sequence[str]) -> list[int]:
    for wanted in _PREFERRED:
        if len(places) > 1:
            places = [at for at in places if wanted.search(folded(headings[at]))] or places
    return places


def _by_content(grid: Grid, last: int, roles: Mapping[int, str]) -> dict[int, str]:
    """What the cells say against the headings: one word ("Kode rekening") is printed above codes of every kind."""
    found: dict[int, str] = {}
    rows = grid.rows[last : last + _SAMPLE]
    several = [at for at, role in roles.items() if role in (Role.KODE, Role.RINCIAN)]
    for at in range(grid.width):
        texts = [text for row in rows if (text := row.text(at))]
        if not texts or roles.get(at, "") not in ("", Role.KODE, Role.RINCIAN, Role.NAMA):
            continue
        levels = [kode for text in texts if (kode := read_kode(text)) is not None and kode.level]
        coded = sum(kode.level == "sub kegiatan" for kode in levels)
        if coded and (len(levels) * 2 > len(texts) or (roles.get(at) != "" and coded * 10 > len(texts))):
            if roles.get(at) != Role.NAMA or Role.KODE not in roles.values():
                found[at] = Role.KODE
        elif roles.get(at) in (Role.KODE, Role.RINCIAN):
            if sum(bool(unit_code(text)) for text in texts) * 2 > len(texts):
                found[at] = Role.UNIT
            elif sum(bool(rekening_code(text)) for text in texts) * 2 > len(texts):
                found[at] = Role.RINCIAN
            elif len(several) > 2 and all(re.fullmatch(r"[0-9]{1,4}|[0-9]\.[0-9]{1,2}", t) for t in texts):
                found[at] = Role.BAGIAN
    if Role.KODE in found.values():  # beside codes that are whole, parts are of nothing
        found = {at: role for at, role in found.items() if role != Role.BAGIAN} | {
            at: "" for at, role in found.items() if role == Role.BAGIAN
        }
        found |= {at: "" for at, role in roles.items() if role == Role.KODE and at not in found}
    elif Role.BAGIAN in found.values():
        found |= {at: "" for at, role in roles.items() if role == Role.KODE and at not in found}
    return found


def _lacking(roles: Mapping[int, str]) -> list[str]:
    there = set(roles.values())
    problems = []
    if not there & {Role.KODE, Role.BAGIAN, Role.SUB, Role.NAMA}:
        problems.append("Kolom kode atau nama sub kegiatan belum dikenali.")
    elif not there & {Role.KODE, Role.BAGIAN, Role.SUB}:
        problems.append(
            "Kolom kode sub kegiatan belum dikenali. Tanpa kode, pilih kolom nama sub kegiatan sebagai"
            f" “{LABELS[Role.SUB]}”."
        )
    if not there & {*PAGU, Role.REALISASI}:
        problems.append("Kolom pagu atau realisasi belum dikenali.")
    return problems
