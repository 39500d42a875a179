"""Lists of desa and kelurahan as offices have them: "Desa Sumberjo" in a cell, or one kind alone, named in the head.
Units as tables call them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sakip.text.key_names import squeezed
from sakip.text.reading.short_units import ABOVE, Unit, jenis_of, may_be, named_apart
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.pasted import Block, Cells, Known, Pasted

_MOST_WORDS: Final = 4
_KIND: Final = re.compile(r"desa|kelurahan", re.IGNORECASE)
_NAME: Final = re.compile(r"^nama\b")
_NAMED: Final = re.compile(r"(?P<jenis>desa|ds\.|kelurahan|kel\.)\s+(?P<nama>.+)", re.IGNORECASE)


def _is_a_name(text: str) -> bool:
    """Whether a cell without a head above it may name a desa: a few words, no item of a list and no sentence."""
    return len(text.split()) <= _MOST_WORDS and not re.search(r"\d|[;:.]$", text)


def _says_kinds(cells: Sequence[str]) -> bool:
    return bool(cells) and all(_KIND.fullmatch(cell) for cell in cells if cell) and any(cells)


def _one_kind(block: Block) -> Block:
    """A list of kelurahan alone says so above it; in a column that says nothing but one or the other is the kind."""
    kinds = [at for at in range(len(block.columns)) if _says_kinds([row[at] for row in block.rows])]
    if "jenis" not in block.columns and len(kinds) == 1:
        named = (at for at, head in enumerate(block.heads) if at not in kinds and _NAME.search(folded(head)))
        meant = {kinds[0]: "jenis", **dict.fromkeys(list(named)[:1], "nama")}
        return replace(block, columns=tuple(meant.get(at, key) for at, key in enumerate(block.columns)))
    head = folded(" ".join(block.heads))
    alone = "jenis" not in block.columns and "kelurahan" in head and "desa" not in head
    return replace(block, constants={"jenis": "kelurahan"}) if alone else block


def _divided(known: Known, row: Cells) -> Cells:
    """The kind that is written before the name, else the one that a desa of this name can only have."""
    if "nama" not in row:
        return {}
    said: dict[str, str] = {}
    nama = str(row["nama"])
    if found := _NAMED.fullmatch(nama):
        nama = found["nama"]
        said = {
            "nama": nama,
            "jenis": "desa" if found["jenis"].casefold() in ("desa", "ds.") else "kelurahan",
        }
    if jenis := row.get("jenis") or said.get("jenis") or _known_kind(known, nama):
        said["jenis"] = str(jenis)
    return said


def _known_kind(known: Known, nama: str) -> str:
    """As it is recorded, or as there is no other in this kecamatan by the reference; empty where both may be."""
    for one in known.recorded.content["Desa"]:
        if squeezed(str(one.get("nama"))) == squeezed(nama):
            return str(one.get("jenis"))
    here = known.recorded.kecamatan
    if here.jumlah_kelurahan == 0 and here.jumlah_desa:
        return "desa"
    return "kelurahan" if here.jumlah_desa == 0 and here.jumlah_kelurahan else ""


#: What desa are classified as, by the IDM or by how they develop.
_CLASSES: Final = re.compile(
    r"(?:desa\s+)?(?:(?:sangat\s+)?tertinggal|berkembang|maju|mandiri|swadaya|swakarya|swasembada)",
    re.IGNORECASE,
)


def _is_of_desa(block: Block) -> bool | None:
    """Whether what is called by a name is desa: by its head or the title, by their kind or class, or by the word before
    each. Names alone may be of anything; without a head, beside other words, they are none."""
    said = block.below("nama")
    if not said:  # what is called by a name here is something else
        return not any(_NAME.search(folded(head)) for head in block.heads)
    above = folded(block.above("nama"))
    if _KIND.search(above) or _KIND.search(block.title) or block.below("jenis"):
        return True
    classes = block.below("status")
    if (classes and all(_CLASSES.fullmatch(one) for one in classes)) or all(map(_NAMED.fullmatch, said)):
        return True
    if any(_NAME.search(folded(cell)) for cell in (*block.heads, *block.rows[0]) if folded(cell) != "nama"):
        return False  # "Nama Barang"
    words = [at for at in range(len(block.columns)) if any(_says_words(row[at]) for row in block.rows)]
    return None if above == "nama" or len(words) == 1 else False


def _says_words(cell: str) -> bool:
    return any(char.isalpha() for char in cell)


DESA: Final = Pasted(
    words=(
        (
            r"^(?!.*\b(?:skor|nilai|indeks|pegawai|kepegawaian)\b).*(?:status|tingkat|klasifikasi|\bidm\b|kemandirian|perkembangan)",
            "status",
        ),
        (r"^(?:nama\s+)?(?:desa|kelurahan)(?:\s*(?:/|dan|atau)\s*(?:desa|kelurahan))?$|^nama$", "nama"),
        (r"^nama\b", ""),  # of whatever else
    ),
    is_of=_is_of_desa,
    found_out=frozenset({"jenis"}),
    others=re.compile(r"\bnip\b|\bpegawai\b|\bpejabat\b|\bjabatan\b"),
    looks={"nama": _is_a_name, "status": lambda text: not re.search(r"\d", text)},
    finds=_one_kind,
    reread=_divided,
)


def _units_meant(said: str, rows: Sequence[Cells]) -> list[str]:
    """Which units are meant by "Sekcam" or "Kasi Trantib"."""
    units = [
        Unit(*(str(row.get(key) or "") for key in ("kunci", "jenis", "nama")))
        for row in rows
        if row.get("kunci")
    ]
    return [one.kunci for one in may_be(said, units)]


def _as_named(known: Known, row: Cells) -> Cells:
    """The jenis that the name of a unit says, and of a new one the unit above it, where there is one of that kind."""
    named = str(row.get("nama") or "")
    recorded = known.recorded.content["UnitKerja"]
    if not named or any(squeezed(str(one.get("nama"))) == squeezed(named) for one in recorded):
        return {}
    said = {"jenis": str(jenis)} if (jenis := row.get("jenis") or jenis_of(named)) else {}
    above = [one["kunci"] for one in recorded if one.get("jenis") == ABOVE.get(str(jenis), "camat")]
    if "induk" not in row and jenis and jenis != "camat" and len(above) == 1:
        said["induk"] = str(above[0])
    return said


def _is_of_units(block: Block) -> bool | None:
    """Whether what is called by a name is units: by the head, or as the names of most begin with what kind of unit it
    is."""
    said = block.below("nama")
    if not said or folded(block.above("nama")) != "nama":
        return True
    return True if 2 * sum(bool(jenis_of(one)) for one in said) > len(said) else None


UNITS: Final = Pasted(
    words=(
        (r"\b(?:atasan|induk)\b|di bawah", "induk"),
        (r"^(?!.*\b(?:jabatan|pegawai|pejabat)\b).*(?:unit|seksi|bagian|bidang)|^nama$", "nama"),
        (r"^nama\b", ""),
    ),
    is_of=_is_of_units,
    called="nama",
    new_key="unit",
    found_out=frozenset({"jenis"}),
    reread=_as_named,
    looks={"nama": lambda text: bool(jenis_of(text))},
    may_be=_units_meant,
    apart=named_apart,
)
