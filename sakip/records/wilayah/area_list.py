"""A list of kecamatan, or of desa and kelurahan, as it stands in a spreadsheet: its rows read, each with what is
wrong with it. Pure but for the rows that it is compared with.

The first row may name the columns; without it they are taken in the order that the page says. Kode are those of
Kemendagri, with or without their dots: 36.03.01 is a kecamatan, 36.03.01.2001 a desa of it, 36.03.01.1001 a kelurahan.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kecamatan.ground.texts import Refused, tidy_text
from kecamatan.models import DesaKelurahan, Kabupaten, Kecamatan
from sakip.entry.value_kinds import shorten

MOST_ROWS: Final = 2000
"""The kabupaten with the most desa has some 850 of them."""

KECAMATAN: Final = "kecamatan"
DESA: Final = "desa"

#: By kind of list: its columns in the order in which they stand without a heading.
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    KECAMATAN: ("kode", "nama", "ibu kota"),
    DESA: ("kode", "nama"),
}

#: What headings are called, by the column that they mean; jenis and kecamatan stand for a kode that is not known.
_TITLES: Final = {
    "kode": ("kode", "kode wilayah", "kode kecamatan", "kode desa", "kode desa/kelurahan", "kode kemendagri"),
    "nama": ("nama", "nama kecamatan", "nama desa", "nama desa/kelurahan", "desa/kelurahan", "nama wilayah"),
    "ibu kota": ("ibu kota", "ibukota", "ibu kota kecamatan"),
    "kecamatan": ("kecamatan",),
    "jenis": ("jenis", "desa atau kelurahan", "status"),
}

_ROMAN: Final = re.compile(r"[IVX]+")
_KELURAHAN_FIRST: Final = "1"
_DESA_FIRST: Final = "2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the list: its number there, what stands in it by column, and what is wrong with it."""

    number: int
    cells: Mapping[str, str]
    problem: str = ""

    def of(self, column: str) -> str:
        """What stands there; empty where nothing does."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What a row of the list comes to: ``state`` in words, and the row to be written, None where nothing is."""

    line: Line
    name: str
    place: str = ""
    state: str
    new: Kecamatan | DesaKelurahan | None = None
    problem: str = ""


def read_lines(rows: Sequence[Sequence[str]], kind: str) -> list[Line]:
    """The rows that are not blank, by their columns."""
    found: list[Line] = []
    columns: Sequence[str] = COLUMNS[kind]
    begun = False
    for number, cells in enumerate(rows, start=1):
        texts, unreadable = _tidied(cells)
        if not any(texts):
            continue
        if not begun and (named := _named(texts, kind)):
            columns, begun = named, True
            continue
        begun = True
        there = {name: text for name, text in zip(columns, texts, strict=False) if name and text}
        too_many = [text for text in texts[len(columns) :] if text]
        problem = unreadable
        if too_many and not problem:
            problem = f'"{shorten(too_many[0])}" berada di luar kolom yang dikenal. Hapus isinya.'
        found.append(Line(number=number, cells=there, problem=problem))
    return found


def _tidied(cells: Sequence[str]) -> tuple[list[str], str]:
    """The texts of a row, and what cannot be stored of it."""
    try:
        return [" ".join(tidy_text(cell).split()) for cell in cells], ""
    except Refused as problem:
        return [" ".join(cell.split()) for cell in cells], str(problem)


def _named(texts: Sequence[str], kind: str) -> list[str]:
    """The columns that a row of headings names, empty for those that are not read; nothing where it is none."""
    by_title = {title: column for column, titles in _TITLES.items() for title in titles}
    if kind == KECAMATAN:
        by_title["kecamatan"] = "nama"
    columns = [by_title.get(text.casefold().replace("_", " ").rstrip(".:"), "") for text in texts]
    return columns if "nama" in columns else []


def dotted(text: str) -> str:
    """A kode with its dots, whatever stood between its figures: "36 03 01" and "360301" are 36.03.01."""
    figures = re.sub(r"[\s.\-]", "", text)
    if not figures.isascii() or not figures.isdigit():
        return text
    parts = [figures[:2], figures[2:4], figures[4:6], figures[6:]]
    return ".".join(part for part in parts if part)


def plan_kecamatan(lines: Sequence[Line], kabupaten: Kabupaten, stored: Sequence[Kecamatan]) -> list[Planned]:
    """What each row comes to: a new kecamatan, or one that is there; a name that differs is changed by hand."""
    by_kode = {one.kode: one for one in stored}
    by_name = {one.nama.casefold(): one for one in stored}
    seen: dict[str, int] = {}
    results = []
    for line in lines:
        kode, name = dotted(line.of("kode")), _without(line.of("nama"), "kecamatan")
        problem = line.problem or _kecamatan_problem(kode, name, kabupaten)
        there = by_kode.get(kode)
        if not problem and there is None and name.casefold() in by_name:
            other = by_name[name.casefold()]
            problem = f"{other} sudah ada dengan kode {other.kode}. Periksa kodenya."
        for mark in () if problem else (kode, name.casefold()):
            if mark in seen:
                problem = f"sama dengan baris {seen[mark]}. Hapus salah satu."
                break
        seen.update(dict.fromkeys((kode, name.casefold()), line.number))
        new = None
        state = "ditolak" if problem else "sudah ada"
        if not problem and there is None:
            state = "baru"
            new = Kecamatan(kabupaten=kabupaten, kode=kode, nama=name, ibu_kota=line.of("ibu kota"))
        elif not problem and there is not None and there.nama != name:
            state = f"sudah ada dengan nama {there.nama}; tidak diubah"
        results.append(Planned(line=line, name=name, place=kode, state=state, new=new, problem=problem))
    return results


def _kecamatan_problem(kode: str, name: str, kabupaten: Kabupaten) -> str:
    if not kode:
        return "kode wilayah belum diisi. Isi seperti " + f"{kabupaten.kode}.01."
    if not re.fullmatch(r"\d\d\.\d\d\.\d\d", kode):
        return f'"{shorten(kode)}" bukan kode kecamatan. Tulis enam angka, misalnya {kabupaten.kode}.01.'
    if not kode.startswith(f"{kabupaten.kode}."):
        return f"kode {kode} bukan di {kabupaten}, yang kodenya {kabupaten.kode}. Periksa kodenya."
    return _name_problem(name)


def _name_problem(name: str) -> str:
    if not name:
        return "nama belum diisi."
    if len(name) > 100:
        return f'nama "{shorten(name)}" lebih panjang daripada 100 huruf. Singkatkan.'
    if not re.search(r"[^\W\d]", name):
        return f'"{shorten(name)}" bukan nama. Periksa urutan kolomnya.'
    return ""


def _without(name: str, word: str) -> str:
    """The name without the word before it; a name in capitals alone is written as names are."""
    bare = re.sub(rf"\A{word}\s+", "", name, flags=re.IGNORECASE)
    if not bare.isupper() or len(bare) <= 3:
        return bare
    return " ".join(part if _ROMAN.fullmatch(part) else part.title() for part in bare.split(" "))


def plan_desa(
    lines: Sequence[Line],
    kabupaten: Kabupaten,
    kecamatan: Sequence[Kecamatan],
    stored: Mapping[int, Sequence[DesaKelurahan]],
) -> list[Planned]:
    """What each row comes to: a new desa or kelurahan of the kecamatan that its kode, or its column, names.

    ``stored`` are those that are there, by the number of their kecamatan.
    """
    by_kode = {one.kode: one for one in kecamatan}
    by_name = {one.nama.casefold(): one for one in kecamatan}
    there = {(one.kecamatan_id, one.jenis, one.nama.casefold()) for rows in stored.values() for one in rows}
    last = {pk: max((one.urut for one in rows), default=0) for pk, rows in stored.items()}
    seen: dict[tuple[int, str, str], int] = {}
    results = []
    for line in lines:
        kode = dotted(line.of("kode"))
        named = line.of("kecamatan")
        owner = by_kode.get(dotted(named)) or by_name.get(_without(named, "kecamatan").casefold())
        owner = by_kode.get(kode[:8]) if kode else owner
        jenis, name = _jenis(line, kode)
        problem = (
            line.problem or _owner_problem(kode, named, owner, kabupaten, jenis, line) or _name_problem(name)
        )
        state, new = "ditolak", None
        if not problem and owner is not None:
            key = (owner.pk, jenis, name.casefold())
            if key in seen:
                problem = f"sama dengan baris {seen[key]}. Hapus salah satu."
            elif key in there:
                state = "sudah ada"
            else:
                state = "baru"
                last[owner.pk] = last.get(owner.pk, 0) + 1
                new = DesaKelurahan(kecamatan=owner, jenis=jenis, nama=name, urut=last[owner.pk])
            seen.setdefault(key, line.number)
        results.append(
            Planned(
                line=line,
                name=f"{dict(DesaKelurahan.Jenis.choices).get(jenis, '')} {name}".strip(),
                place=str(owner or named or kode),
                state=state,
                new=new,
                problem=problem,
            )
        )
    return results


def _jenis(line: Line, kode: str) -> tuple[str, str]:
    """Desa or kelurahan, by the kode, else by the column, else by the word before the name; empty where none says."""
    name = line.of("nama")
    found = re.match(r"(desa|kelurahan)\s+(.+)", name, flags=re.IGNORECASE)
    bare = _without(found[2] if found else name, "desa")
    by_kode = {_KELURAHAN_FIRST: DesaKelurahan.Jenis.KELURAHAN, _DESA_FIRST: DesaKelurahan.Jenis.DESA}
    if len(kode) == 13:
        return by_kode.get(kode[9], ""), bare
    said = line.of("jenis").casefold() or (found[1].casefold() if found else "")
    return said if said in DesaKelurahan.Jenis.values else "", bare


def _owner_problem(
    kode: str, named: str, owner: Kecamatan | None, kabupaten: Kabupaten, jenis: str, line: Line
) -> str:
    if kode and not re.fullmatch(r"\d\d\.\d\d\.\d\d\.\d{4}", kode):
        return f'"{shorten(kode)}" bukan kode desa. Tulis sepuluh angka, misalnya {kabupaten.kode}.01.2001.'
    if owner is None and kode:
        return (
            f"kecamatan berkode {kode[:8]} belum ada di {kabupaten}. Tambahkan dahulu, atau periksa kodenya."
        )
    if owner is None and named:
        return (
            f'kecamatan "{shorten(named)}" belum ada di {kabupaten}. Tambahkan dahulu, atau periksa namanya.'
        )
    if owner is None:
        return "kode belum diisi. Isi kode desa, atau kolom Kecamatan dan Jenis."
    if not jenis and kode:
        return f"angka pertama sesudah kode kecamatan pada {kode} harus 1 (kelurahan) atau 2 (desa). Periksa kodenya."
    if not jenis:
        return f'jenis "{shorten(line.of("jenis"))}" tidak dikenal. Isi Desa atau Kelurahan.'
    return ""
