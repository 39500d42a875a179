"""Tables that count staff as offices have them: by what they count is said by their head, or by what stands in them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kecamatan.ground.texts import Refused
from sakip.entry.number_kinds import Whole
from sakip.records.profil.counted_twice import counted_plainly
from sakip.text.reading.grades import golongan_spelled, says_grade
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.pasted import Block, Cells, Known, Pasted, Undecided, without_mark

_EDUCATION: Final = re.compile(
    r"(?:s|d|strata|diploma)\W{0,2}(?:[1-4]|iv|i{1,3})\b.*|sd|sltp|smp|slta|sma|smk|mts?|ma"
    r"|(?:sarjana|magister|doktor|sma|smp|sd)\b.*|.*\bsederajat\b.*",
    re.IGNORECASE,
)
_PEOPLE: Final = re.compile(r"(?<=\d)\s*(?:orang|org)\s*\.?$", re.IGNORECASE)
#: Columns of those who are ASN as well.
_OTHERS: Final = frozenset({"pppk", "cpns"})
_GRADE: Final = re.compile(r"\bgol(?:ongan|\b)")
_RANK: Final = re.compile(r"\bpangkat\b")
_TOTAL: Final = re.compile(r"(?:jumlah|total)\b", re.IGNORECASE)


#: Above what is no count of people: who each of them is, in which unit things are counted.
_NO_COUNT: Final = re.compile(r"\bnip\b|^nama(?!\s+(?:jabatan|gol\w*|pangkat|unit)\b)\b|^satuan$")


def _grouped(block: Block) -> Block:
    """What is counted: a table of golongan alone is one of those; and by what. A list of persons, or of things with
    their unit, counts no staff."""
    if any(_NO_COUNT.search(folded(head)) for head in block.heads):
        return replace(block, columns=("",) * len(block.columns))
    heads = dict(zip(block.columns, map(folded, block.heads), strict=False))
    if _OTHERS & heads.keys() and re.search(r"\basn\b", heads.get("asn", "")):  # they are counted there
        block = replace(block, columns=tuple("" if key in _OTHERS else key for key in block.columns))
    if "uraian" not in block.columns and (both := _pangkat_and_golongan(block)):
        columns = ("" if key == "golongan" else key for key in block.columns)
        block = replace(block, columns=tuple(both.get(at, key) for at, key in enumerate(columns)))
    if "uraian" not in block.columns and "golongan" in block.columns:
        rank = [
            at for at, head in enumerate(block.heads) if _RANK.search(folded(head)) and not block.columns[at]
        ]
        moved = dict.fromkeys(rank[:1], "uraian") or {block.columns.index("golongan"): "uraian"}
        block = replace(block, columns=tuple(moved.get(at, key) for at, key in enumerate(block.columns)))
    if "kelompok" not in block.columns and (kelompok := _kelompok(block)):
        block = replace(block, constants={"kelompok": kelompok})
        if kelompok == "golongan":  # nobody else has one
            block = replace(
                block, columns=tuple("asn" if key == "jumlah@?" else key for key in block.columns)
            )
    return block


def _pangkat_and_golongan(block: Block) -> dict[int, str]:
    """The columns of the two where they stand beside each other, the name first: "Pangkat | Gol/Ruang"."""
    heads = [folded(head) for head in block.heads]
    grade = [at for at, head in enumerate(heads) if _GRADE.search(head)]
    rank = [at for at, head in enumerate(heads) if _RANK.search(head) and at not in grade]
    return {rank[0]: "uraian", grade[0]: "golongan"} if rank and grade else {}


def _kelompok(block: Block) -> str:
    """What a table of people counts them by; empty where it does not tell."""
    at = block.columns.index("uraian") if "uraian" in block.columns else -1
    head = folded(block.heads[at]) if at >= 0 else ""
    for word in ("pendidikan", "jabatan"):
        if word in head:
            return word
    if "golongan" in head or "pangkat" in head:
        return "golongan"
    said = [row[at] for row in block.rows if row[at] and not _TOTAL.match(row[at])]
    if said and all(_EDUCATION.fullmatch(one) for one in said):
        return "pendidikan"
    if said and all(map(says_grade, said)):
        return "golongan"
    return ""


def _with_others(_known: Known, row: Cells) -> Cells:
    """Who is to become one, and employees with a contract of the state, are ASN as well: those of a column of their own
    are added."""
    if not _OTHERS & row.keys():
        return {}
    count, total = Whole(), 0
    for said in (str(row[key]) for key in ("asn", *sorted(_OTHERS)) if key in row):
        try:
            total += count.parse(said)
        except Refused:
            return {"asn": said}  # to be refused in its own words
    return {"asn": count.text(total)}


#: By which word of a head a list is of which kind of items.
_ITEMS: Final = {"tugas": "tugas", "fungsi": "fungsi", "kedudukan": "kedudukan", "isu": "isu_strategis"}


def _one_list(block: Block) -> Block:
    """A list of tugas, fungsi or isu strategis says above it which it is."""
    head = folded(" ".join(block.heads))
    said = [kind for word, kind in _ITEMS.items() if re.search(rf"\b{word}\b", head)]
    alone = "jenis" not in block.columns and len(said) == 1
    return replace(block, constants={"jenis": said[0]}) if alone else block


_WITH_UNIT: Final = re.compile(r"\s*(?:km\W*\w?|kilo\s*meter.*|jiwa|orang)\s*\.?$", re.IGNORECASE)


def _bare(text: str) -> str:
    """A number without its unit, which the sheet says itself."""
    return _WITH_UNIT.sub("", text)


#: The profile as offices list it, a line for each thing.
PROFILE: Final = Pasted(
    lines=(
        (r"^luas\b", "luas_km2"),
        (r"^(?:penduduk\s+|jumlah\s+(?:penduduk\s+)?)?laki\W*laki$", "penduduk_laki_laki"),
        (r"^(?:penduduk\s+|jumlah\s+(?:penduduk\s+)?)?perempuan$", "penduduk_perempuan"),
        (r"^(?:jumlah\s+)?penduduk$", "penduduk"),
        *(
            (rf"^(?:batas\s+)?(?:(?:di\s+)?(?:wilayah\s+)?sebelah\s+)?{side}$", f"batas_{side}")
            for side in ("utara", "timur", "selatan", "barat")
        ),
        (r"^alamat\b", "alamat"),
        (r"^(?:no\w*\W*)?(?:telp|telepon)\b", "telepon"),
        (r"^kode\s*pos$", "kode_pos"),
        (r"^(?:surel|e\W*mail)\b", "surel"),
        (r"^ibu\s*kota\b", "ibu_kota"),
    ),
    spelled={
        "luas_km2": _bare,
        **dict.fromkeys(("penduduk", "penduduk_laki_laki", "penduduk_perempuan"), _bare),
    },
)

ITEMS: Final = Pasted(
    words=(
        (
            r"^(?:uraian|butir|rincian)?\W*(?:tugas|fungsi|kedudukan|isu(?:\s+strategis)?)?(?:\s+pokok)?$",
            "uraian",
        ),
    ),
    spelled={"uraian": without_mark},
    finds=_one_list,
)

STAFF: Final = Pasted(
    words=(
        (r"non\W*(?:asn|pns)|honor|ptt|thl|kontrak|sukwan|outsourc", "non_asn"),
        (r"\bpppk\b|\bp3k\b", "pppk"),
        (r"^c\W?pns$|^calon\s+(?:pns|pegawai)\b", "cpns"),
        (r"\b(?:asn|pns)\b", "asn"),
        (r"^(?!.*\b(?:sarana|fasilitas)\b).*pendidikan|\bjabatan\b|^uraian", "uraian"),
        (r"gol(?:ongan|\b)|pangkat", "golongan"),
        (r"^(?:kebutuhan|kurang|kekurangan|formasi|lowong|abk)\b", ""),
        (r"^jumlah|^banyak|^(?:terisi|bezetting|eksisting|riil)\b", "jumlah@?"),
    ),
    undecided=(
        Undecided(key="jumlah@?", question="Jumlah: ASN atau non-ASN?", sum_of=frozenset({"asn", "non_asn"})),
    ),
    looks={"golongan": says_grade},
    besides={"pppk": "PPPK, bersama PNS sebagai ASN", "cpns": "CPNS, bersama PNS sebagai ASN"},
    spelled={
        "golongan": golongan_spelled,
        **dict.fromkeys(("asn", "non_asn", "pppk", "cpns"), lambda text: _PEOPLE.sub("", text)),
    },
    finds=_grouped,
    reread=_with_others,
    plainly=counted_plainly,
)
