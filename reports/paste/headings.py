"""What the columns of a pasted block fill in a sheet: told by the words above them.

Words of its own are declared with the sheet (:class:`sakip.workbook.sheets.pasted.Pasted`); those here mean the same
everywhere.

A column is named as ``key``; where a block has a column for each year, triwulan or level, as ``key@which``
("target@2024", "nilai@2", "kode@program"): its cells are rows of their own, or one of several parts of a cell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from reports.papers.headed import Heading, heading, in_quarters, ordinal_of
from reports.papers.roles import Role, role_of
from reports.paste.labelled import NAMED_AND_LABELLED
from sakip.text.reading.roman import counted
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.sheet import Sheet

#: Levels of the nomenklatur that have a column of their own.
LEVELS: Final = {
    Role.PROGRAM: "kode@program",
    Role.KEGIATAN: "kode@kegiatan",
    Role.SUB_KEGIATAN: "kode@sub_kegiatan",
}
#: What a role is called on the sheets, the first that a sheet has.
_KEYS: Final[Mapping[Role, tuple[str, ...]]] = {
    Role.TUJUAN: ("tujuan",),
    Role.INDIKATOR_TUJUAN: ("nama_indikator", "nama"),
    Role.SASARAN: ("sasaran",),
    Role.INDIKATOR: ("indikator", "nama_indikator"),
    Role.INDIKATOR_PROGRAM: ("uraian", "indikator"),
    Role.INDIKATOR_KEGIATAN: ("uraian", "indikator"),
    Role.INDIKATOR_SUB: ("uraian", "indikator"),
    Role.ACTIVITY: ("nama_kode",),
    Role.KODE: ("kode",),
    Role.TARGET: ("target",),
    Role.REALISASI: ("nilai", "realisasi"),
    Role.SPENT: ("realisasi",),
    Role.MONEY: ("anggaran", "pagu"),
    Role.FORMULA: ("formulasi", "penjelasan"),
    Role.ANSWERABLE: ("penanggung_jawab",),
    Role.SOURCE: ("sumber_data", "sumber"),
    Role.STRATEGY: ("strategi",),
    Role.POLICY: ("kebijakan",),
    Role.UNIT: ("satuan",),
    Role.JABATAN: ("jabatan",),
    Role.GOLONGAN: ("golongan",),
    Role.NIP: ("nip",),
    Role.NAME: ("nama",),
    Role.COUNT: ("jumlah",),
    Role.REMARK: ("keterangan", "catatan"),
}

_PERSONS: Final = re.compile(r"\b(?:lengkap|jelas|pegawai|pejabat|aparatur|asn|pns|nip|gelar)\b")
#: Before the number of a year that is counted: "target@ke-1".
COUNTED: Final = "ke-"
#: What these columns hold is of another plan or another time than the rows.
_OF_OTHERS: Final = (Role.UPSTREAM, Role.BASELINE, Role.TARGET_END)
#: Of these a block may have as many columns as it likes.
_IGNORED: Final = frozenset({Role.NUMBER, Role.SHARE, Role.CAPAIAN, Role.PREDIKAT, Role.KEMAJUAN})
_BRACKETS: Final = re.compile(r"\s*\((?:rp\.?|%|\d{1,2}|orang|jiwa)\)\s*")
_YEAR: Final = re.compile(r"\b(20\d\d)\b")
_QUARTER: Final = re.compile(r"(?:\b(?:tw|tri\s*wulan|target|realisasi)\.?\s*|\b)(iv|iii|ii|i|[1-4])\b\s*$")
_NAMES_QUARTER: Final = re.compile(r"\b(?:tw|tri\s*wulan|semester)(?:\b|(?=[1-4i]))")
#: What is counted otherwise than triwulan.
_COUNTED_ELSE: Final = re.compile(
    r"\b(?:minggu|pekan|tahap|termin|tahun|bulan|sasaran|tujuan|misi|indikator|golongan)\W*(?:ke\W*)?"
    r"(?:iv|iii|ii|i|[1-4])\s*$"
)
#: What is no target of a triwulan, though it names one.
_NO_TARGET: Final = frozenset({Role.MONEY, Role.SPENT, Role.REALISASI, Role.CAPAIAN, Role.SHARE})


def plain(words: str) -> str:
    """Words as they are compared: small letters, without what stands in brackets or numbers the column."""
    return _BRACKETS.sub(" ", folded(words)).strip(" .:*")


def is_own_heading(words: str, sheet: Sheet) -> str:
    """The column of the sheet that is called exactly so; empty where none is."""
    text = folded(words).strip(" .:*")
    for column in sheet.columns:
        if text in (folded(column.title), column.key):
            return column.key
    bare = plain(words)
    return next(
        (
            column.key
            for column in sheet.columns
            if bare and bare in {plain(column.title), plain(_label(column.field()))}
        ),
        "",
    )


def _label(field: object) -> str:
    return str(getattr(field, "verbose_name", ""))


def column_of(words: Sequence[str], sheet: Sheet) -> str:
    """The column of the sheet below these words, from the top down; empty where they say none."""
    whole = " ".join(words)
    head = heading(list(words)) if words else Heading(text="")
    if whole and (key := is_own_heading(whole, sheet)):
        return key
    if role_of(whole) is Role.SHARE:  # "Serapan (%)", which is no amount without its brackets either
        return ""
    if spread := _spread(plain(whole), sheet, head.role, ordinal_of(words)):
        return spread
    if quarter := _quarter_above(words, sheet):
        return quarter
    if head.role in _OF_OTHERS:
        return ""
    for said in reversed(words):
        if said and (key := is_own_heading(said, sheet)):
            return key
    keys = {column.key for column in sheet.columns}
    if head.role is Role.MONEY and role_of(whole) is Role.TARGET:  # "Rp" below "Target kinerja dan pendanaan"
        own = (key for pattern, key in sheet.pasted.words if re.search(pattern, plain(whole)))
        return next((key for key in _KEYS[Role.MONEY] if key in keys), next(own, ""))
    if words and _is_none(plain(words[-1]), sheet):
        return ""
    for said in (whole, *reversed(words)):
        if key := _by_words(plain(said), sheet, keys):
            return key
    return ""


def _quarter_above(words: Sequence[str], sheet: Sheet) -> str:
    """The triwulan above a column that says below it that it holds the target, or what was realised of it."""
    above = plain(" ".join(words[:-1]))
    wanted = Role.REALISASI if sheet.pasted.spread else Role.TARGET
    if not above or not _QUARTER.search(above) or role_of(plain(words[-1])) is not wanted:
        return ""
    return _spread(above, sheet, Role.OTHER, 0)


def _is_none(text: str, sheet: Sheet) -> bool:
    """Whether the sheet declares that what is called so is none of its columns, whatever stands above it."""
    return next((not key for pattern, key in sheet.pasted.words if re.search(pattern, text)), False)


def _by_words(text: str, sheet: Sheet, keys: Collection[str]) -> str:
    role = role_of(text)
    if not text or role in _IGNORED:
        return "nomor" if role is Role.NUMBER and sheet.pasted.numbered else ""
    for pattern, key in sheet.pasted.words:
        if re.search(pattern, text):
            return key
    if role in LEVELS and "kode" in keys:
        return LEVELS[role]
    if role is Role.NAME and not _names_rows(text, sheet, keys):
        return ""
    return next((key for key in _KEYS.get(role, ()) if key in keys), "")


def _names_rows(text: str, sheet: Sheet, keys: Collection[str]) -> bool:
    """Whether "nama …" names the rows of the sheet: it says no more than that, or of what they are. Of persons it is
    said in many ways."""
    of = text.removeprefix("nama").strip()
    said = folded(" ".join((sheet.content, *(column.title for column in sheet.columns))))
    return not of or ("nip" in keys and bool(_PERSONS.search(of))) or any(one in said for one in of.split())


def _spread(text: str, sheet: Sheet, role: Role, ordinal: int) -> str:
    """A column for a year or triwulan; one that surely holds something else of that year is none."""
    text = in_quarters(text)
    if sheet.pasted.spread:
        value, apart, *_ = sheet.pasted.spread
        if which := sheet.pasted.spread.which(text):
            return f"{value}@{which}"
        if role is not Role.OTHER and value not in _KEYS.get(role, ()):
            return ""
        if apart == "tahun" and ordinal:
            return f"{value}@{COUNTED}{ordinal}"
        if apart == "tahun" and (found := _YEAR.search(text)):
            return f"{value}@{found[1]}"
        if apart == "triwulan" and _COUNTED_ELSE.search(text):
            return ""
        if apart == "triwulan" and "target" not in text and (found := _QUARTER.search(text)):
            return f"{value}@{counted(found[1])}"
        of_year = apart == "triwulan" and "target" not in text and not _NAMES_QUARTER.search(text)
        if of_year and (found := _YEAR.search(text)) and "tahun" in {one.key for one in sheet.columns}:
            return f"{value}@{found[1]}"
        return ""
    keys = {column.key for column in sheet.columns}
    if _COUNTED_ELSE.search(text):
        return ""
    if role not in _NO_TARGET and (found := _QUARTER.search(text)):
        quarter = counted(found[1])
        return next((key for key in (f"target_{quarter}", f"triwulan_{quarter}") if key in keys), "")
    return ""


def choices(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Every column that a person may choose, with its words."""
    for column in sheet.columns:
        if column.is_read or column.key in ("nama_kode", "nama_indikator"):
            yield column.key, column.title
    yield from sheet.pasted.besides.items()
    if any(column.key == "kode" for column in sheet.columns):
        yield "kode@program", "Program (nama atau kode)"
        yield "kode@kegiatan", "Kegiatan (nama atau kode)"
        yield "kode@sub_kegiatan", "Sub kegiatan (nama atau kode)"
    if labels := sheet.pasted.labelled:
        kinds = ", ".join(kind for _, kind in labels.words if kind)
        yield NAMED_AND_LABELLED, f"Program sampai sub kegiatan dengan {kinds} di bawahnya"
    if sheet.pasted.below:
        for key in sheet.pasted.below.named:
            yield f"nomor@{key}", f"{key.capitalize()} pada lembar {sheet.pasted.below.sheet}"


def title_of(key: str, sheet: Sheet) -> str:
    """What a column is called."""
    known = dict(choices(sheet)) | {one.key: one.question for one in sheet.pasted.undecided}
    if key in known:
        return known[key]
    value, _, which = key.partition("@")
    of = "triwulan " if len(which) == 1 else "tahun " if which.startswith(COUNTED) else ""
    return f"{sheet[value].title} {of}{which}" if which else ""
