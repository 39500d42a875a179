"""Rules of what a paper numbers: headings, tables and the list of them, the diktum of a decision, rows told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reports.examine.base import Flaw, Line, Material, paper_rule, seen_row
from reports.examine.cells import LEAST_MONEY, read_value
from sakip.checks import Level

_TABLE: Final = re.compile(r"^\s*tab(?:el|le)\s+(?P<number>\d{1,2}\.\d{1,2})(?![\d.]*\d)", re.IGNORECASE)
_CHAPTER: Final = re.compile(r"^\s*BAB\s+(?P<roman>[IVX]+)\b")
_LETTERED: Final = re.compile(r"^(?P<letter>[A-H])\.\s*(?P<title>[A-Z][A-Z ,()/&-]{5,})")
#: Of a program, kegiatan or sub kegiatan.
_CODE: Final = re.compile(r"[\dX]{1,2}(?:\.\d{1,4}){2,}")
#: May stand below every kegiatan.
_REST: Final = re.compile(
    r"\W*(?:tidak\s+dirinci|lain\s*-\s*lain|(?:sub\s*)?(?:jumlah|total))\b", re.IGNORECASE
)
_CAPITALS: Final = 0.8
_DIKTUM: Final = (
    "KESATU",
    "KEDUA",
    "KETIGA",
    "KEEMPAT",
    "KELIMA",
    "KEENAM",
    "KETUJUH",
    "KEDELAPAN",
    "KESEMBILAN",
    "KESEPULUH",
)


def caption_numbers(material: Material) -> dict[str, list[Line]]:
    """The numbers of its tables with the lines that give them: "Tabel 3.1" above a table, and in no list of tables."""
    found: dict[str, list[Line]] = {}
    for line in material.lines:
        if line.table < 0 and not line.contents and (number := _TABLE.match(line.text)):
            found.setdefault(number["number"], []).append(line)
    return found


@paper_rule(
    "berkas-nomor-tabel",
    rule="R-num",
    basis="Setiap tabel mempunyai nomor sendiri.",
    example="Tabel 3.2 ada dua kali.",
    level=Level.PERINGATAN,
)
def tables_have_their_own_number(material: Material) -> Iterator[Flaw]:
    """No number of a table is given twice."""
    for number, lines in caption_numbers(material).items():
        if len(lines) > 1:
            where = ", ".join(line.at.words for line in lines)
            message = f"Nomor Tabel {number} dipakai {len(lines)} kali: {where}. Beri nomor lain."
            yield Flaw(seen=(*(line.seen for line in lines[1:]), lines[0].seen), message=message)


@paper_rule(
    "berkas-daftar-tabel",
    rule="R-num",
    basis="Daftar tabel memuat setiap tabel.",
    example="Tabel 3.1 tidak ada dalam daftar tabel.",
    level=Level.PERINGATAN,
)
def list_of_tables_is_whole(material: Material) -> Iterator[Flaw]:
    """Where the list in front names tables, it names all that are numbered, and none that is not there."""
    listed = {
        found["number"]: line
        for line in material.lines
        if line.contents and (found := _TABLE.match(line.text))
    }
    there = caption_numbers(material)
    if not listed or not there:
        return
    first = next(iter(listed.values())).seen
    if missing := [number for number in there if number not in listed]:
        message = f"Tabel {', '.join(missing)} tidak ada dalam daftar tabel. Lengkapi daftarnya."
        yield Flaw(seen=(first, *(there[number][0].seen for number in missing)), message=message)
    if gone := [number for number in listed if number not in there]:
        message = f"Daftar tabel memuat Tabel {', '.join(gone)} yang tidak ada dalam dokumen."
        yield Flaw(seen=(listed[gone[0]].seen,), message=message)


@paper_rule(
    "berkas-huruf-judul",
    rule="R-num",
    basis="Judul dalam satu bab berhuruf urut.",
    example="Dua judul berhuruf B dalam Bab III.",
    level=Level.PERINGATAN,
)
def headings_are_lettered_in_order(material: Material) -> Iterator[Flaw]:
    """Headings in capitals below a chapter follow one another from A."""
    chapter, last, before = "", "", None
    for line in material.lines:
        if line.table >= 0 or line.contents:
            continue
        if found := _CHAPTER.match(line.text):
            chapter, last, before = found["roman"], "", None
            continue
        lettered = _LETTERED.match(line.text) if chapter else None
        if lettered is None or not _capital(line.text):
            continue
        letter = lettered["letter"]
        if last and letter != chr(ord(last) + 1) and before is not None:
            expected = chr(ord(last) + 1)
            what = "ada dua kali" if letter == last else f"sesudah {last}"
            message = f"Judul berhuruf {letter} {what} dalam Bab {chapter}; seharusnya {expected}."
            seen = (line.seen, before.seen)
            yield Flaw(seen=seen, message=message, recorded=letter, expected=expected)
        last, before = letter, line


def _capital(text: str) -> bool:
    letters = [one for one in text if one.isalpha()]
    return sum(one.isupper() for one in letters) >= _CAPITALS * len(letters)


@paper_rule(
    "berkas-urutan-diktum",
    rule="R-num",
    basis="Diktum keputusan berurutan.",
    example="KEEMPAT diikuti KEENAM.",
    level=Level.PERINGATAN,
)
def dictums_are_in_order(material: Material) -> Iterator[Flaw]:
    """KESATU, KEDUA … of a decision leave none out."""
    last, before = 0, None
    for line in material.lines:
        word = re.match(r"[\W_]*([A-Z]+)\b", line.text)
        at = _DIKTUM.index(word[1]) + 1 if word and word[1] in _DIKTUM else 0
        if not at:
            continue
        if last and at > last + 1 and before is not None:
            expected = _DIKTUM[last]
            message = f"Diktum {_DIKTUM[at - 1]} sesudah {_DIKTUM[last - 1]}; {expected} terlewat."
            seen = (line.seen, before.seen)
            yield Flaw(seen=seen, message=message, recorded=_DIKTUM[at - 1], expected=expected)
        last, before = at, line


@paper_rule(
    "berkas-baris-ganda",
    rule="R-sum",
    basis="Satu kegiatan berdiri satu kali dalam tabel anggaran.",
    example="Kegiatan Pemeliharaan Barang Milik Daerah Rp182.832.900 ditulis dua kali.",
    level=Level.PERINGATAN,
)
def rows_are_told_once(material: Material) -> Iterator[Flaw]:
    """No table has two rows of money with the same words and the same amounts, nor other rows with the same amounts."""
    for table in material.tables:
        seen: dict[tuple[str, ...], list[int]] = {}
        for at, row in enumerate(table.rows):
            amounts = [
                cell for cell in row.cells if (v := read_value(cell)) and (v.number or 0) >= LEAST_MONEY
            ]
            name = max(row.filled, key=len, default="")
            if amounts and len(name) > len(amounts[0]) and not _REST.match(name):
                codes = [cell for cell in row.cells if _CODE.match(cell)]
                key = (" ".join(name.casefold().split()), *codes, *amounts)
                seen.setdefault(key, []).append(at)
        for rows in seen.values():
            if len(rows) > 1:
                places = tuple(seen_row(table.rows[at]) for at in reversed(rows))
                where = ", ".join(table.rows[at].at.words for at in rows)
                message = f"Baris yang sama ditulis {len(rows)} kali ({where}). Hapus yang berlebih."
                yield Flaw(seen=places, message=message)
