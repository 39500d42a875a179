"""What the columns of a pasted block fill in a sheet: told by the words above them.

A column is named as ``key``; where a block has a column for each year, triwulan or level, as ``key@which``
("target@2024", "nilai@2", "kode@program"): its cells are rows of their own, or one of several parts of a cell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from reports.papers.headed import Role, role_of
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.sheet import Sheet

#: Levels of the nomenklatur that have a column of their own.
LEVELS: Final = {
    Role.PROGRAM: "kode@program",
    Role.KEGIATAN: "kode@kegiatan",
    Role.SUB_KEGIATAN: "kode@sub_kegiatan",
}
#: Sheets whose rows are of one year or triwulan: the value, and what tells the rows apart.
SPREAD: Final[Mapping[str, tuple[str, str]]] = {
    "TargetRenstra": ("target", "tahun"),
    "TargetTujuan": ("target", "tahun"),
    "Realisasi": ("nilai", "triwulan"),
}

#: What columns may be one of two: which is asked, never guessed.
UNDECIDED: Final = {
    "pagu@?": "Pagu: murni atau perubahan?",
    "jumlah@?": "Jumlah: ASN atau non-ASN?",
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

#: What tables of one kind call their columns, where their words say it nowhere else: pattern and column, by sheet.
_OWN: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "SDM": (
        (r"non\W*(?:asn|pns)|honor|ptt|thl|kontrak|sukwan|outsourc", "non_asn"),
        (r"\b(?:asn|pns)\b", "asn"),
        (r"pendidikan|\bjabatan\b|^uraian", "uraian"),
        (r"gol(?:ongan|\b)|pangkat", "golongan"),
        (r"^jumlah|^banyak", "jumlah@?"),
    ),
    "Desa": (
        (r"status|tingkat|klasifikasi|\bidm\b|kemandirian|perkembangan", "status"),
        (r"^(?:nama\s+)?(?:desa|kelurahan)(?:\s*(?:/|dan|atau)\s*(?:desa|kelurahan))?$|^nama$", "nama"),
    ),
    "UnitKerja": ((r"unit|seksi|bagian|bidang|^nama", "nama"),),
    "Tujuan": ((r"^tujuan", "uraian"),),
    "Sasaran": ((r"^sasaran", "uraian"), (r"^tujuan", "tujuan")),
    "Indikator": ((r"indi[kc]ator|^iku\b", "nama"), (r"^sasaran", "sasaran")),
    "IndikatorTujuan": ((r"indi[kc]ator", "nama"), (r"^tujuan", "tujuan")),
    "RKTKegiatan": ((r"indi[kc]ator", "uraian"), (r"^sasaran", "sasaran")),
    "Keluaran": (
        (r"realisa", "realisasi"),
        (r"target", "target"),
        (r"indi[kc]ator|keluaran|output|tolok", "uraian"),
    ),
    "PKAnggaran": (
        (r"sumber", "sumber_dana"),
        (r"^ket", "sumber_dana"),
        (r"program|uraian", "nama"),
        (r"anggaran|pagu|jumlah|rp", "anggaran"),
    ),
    "PK": ((r"^sasaran|kinerja utama", "sasaran"),),
    "PKUnit": (
        (r"^unit|seksi|bagian", "unit"),
        (r"pangkat|golongan", "pangkat"),
        (r"jabatan", "jabatan"),
        (r"^nama|pejabat", "nama"),
    ),
    "PKUnitBaris": (
        (r"^unit|seksi|subbag|penanggung", "unit"),
        (r"mendukung|camat|atasan", "nama_indikator"),
        (r"indi[kc]ator|ukuran", "ukuran"),
        (r"sasaran|kinerja|kegiatan|program|uraian", "kinerja"),
    ),
    "IKI": (
        (r"^unit|seksi|subbag|jabatan", "unit"),
        (r"indi[kc]ator|\biki\b", "ukuran"),
        (r"tugas|fungsi|kinerja|uraian", "tugas"),
    ),
    "Anggaran": (
        (r"realisa", "realisasi"),
        (r"(?:anggaran|pagu).*(?:perubahan|setelah|sesudah)|dppa|p-?apbd", "pagu_perubahan"),
        (r"(?:anggaran|pagu).*(?:murni|sebelum|induk|awal|semula)", "pagu_murni"),
        (r"kelurahan|\bunit\b|skpd", "unit"),
        (r"anggaran|\bpagu\b|alokasi", "pagu@?"),
        (r"uraian|^nama|program.*kegiatan", "nama_kode"),
    ),
    "Belanja": (
        (r"realisa", "realisasi"),
        (r"anggaran|pagu", "pagu"),
        (r"uraian|jenis belanja|^belanja|^nama", "nama"),
    ),
    "SumberDana": ((r"realisa", "realisasi"), (r"sumber", "sumber")),
    "SaranaPrasarana": (
        (r"rusak\s+berat", "rusak_berat"),
        (r"rusak\s+ringan", "rusak_ringan"),
        (r"\bbaik\b", "baik"),
        (r"jumlah|banyak|volume", "jumlah"),
        (r"nama|jenis|barang|uraian|sarana", "nama"),
    ),
    "RekomendasiLHE": (
        (r"tindak", "tindakan"),
        (r"rekomendasi|saran|catatan", "rekomendasi"),
    ),
    "TindakLanjut": (
        (r"batas|waktu|jadwal", "batas_waktu"),
        (r"tindak|rencana|aksi", "tindakan"),
        (r"hasil", "hasil"),
    ),
    "Prestasi": ((r"pemberi|tingkat", "pemberi"), (r"prestasi|penghargaan|inovasi|^nama", "nama")),
    "LintasSektor": ((r"instansi|perangkat|opd|lembaga", "instansi"), (r"peran|dukungan", "peran")),
    "ProfilFakta": ((r"uraian|^data\b", "uraian"), (r"jumlah|nilai|besaran", "nilai")),
}
#: Of these a block may have as many columns as it likes.
_IGNORED: Final = frozenset({Role.NUMBER, Role.SHARE, Role.CAPAIAN, Role.PREDIKAT, Role.KEMAJUAN})
_BRACKETS: Final = re.compile(r"\s*\((?:rp\.?|%|\d{1,2}|orang|jiwa)\)\s*")
_YEAR: Final = re.compile(r"\b(20\d\d)\b")
_QUARTER: Final = re.compile(r"\b(?:(?:tw|tri\s*wulan|target|realisasi)\.?\s*)?\b(iv|iii|ii|i|[1-4])\b\s*$")
_QUARTERS: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "1": "1", "2": "2", "3": "3", "4": "4"}


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
    for said in (whole, *reversed(words)):
        if said and (key := is_own_heading(said, sheet)):
            return key
    if spread := _spread(plain(whole), sheet):
        return spread
    keys = {column.key for column in sheet.columns}
    for said in (whole, *reversed(words)):
        if key := _by_words(plain(said), sheet.nama, keys):
            return key
    return ""


def _by_words(text: str, name: str, keys: Collection[str]) -> str:
    role = role_of(text)
    if not text or role in _IGNORED:
        return "nomor" if role is Role.NUMBER and name in NUMBERED else ""
    for pattern, key in _OWN.get(name, ()):
        if re.search(pattern, text):
            return key
    if role in LEVELS and "kode" in keys:
        return LEVELS[role]
    return next((key for key in _KEYS.get(role, ()) if key in keys), "")


#: Sheets whose rows belong together, or to those of another, by the number that the printed table has as well.
NUMBERED: Final = frozenset({"RencanaAksiKegiatan", "RencanaAksiLangkah", "IndikatorTujuan", "TargetTujuan"})


def _spread(text: str, sheet: Sheet) -> str:
    """A column for a year or triwulan."""
    if sheet.nama in SPREAD:
        value, apart = SPREAD[sheet.nama]
        if apart == "tahun" and (found := _YEAR.search(text)):
            return f"{value}@{found[1]}"
        if apart == "triwulan" and "target" not in text and (found := _QUARTER.search(text)):
            return f"{value}@{_QUARTERS[found[1]]}"
        return ""
    keys = {column.key for column in sheet.columns}
    if found := _QUARTER.search(text):
        quarter = _QUARTERS[found[1]]
        return next((key for key in (f"target_{quarter}", f"triwulan_{quarter}") if key in keys), "")
    return ""


def choices(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Every column that a person may choose, with its words."""
    for column in sheet.columns:
        if column.is_read or column.key in ("nama_kode", "nama_indikator"):
            yield column.key, column.title
    if any(column.key == "kode" for column in sheet.columns):
        yield "kode@program", "Program (nama atau kode)"
        yield "kode@kegiatan", "Kegiatan (nama atau kode)"
        yield "kode@sub_kegiatan", "Sub kegiatan (nama atau kode)"


def title_of(key: str, sheet: Sheet) -> str:
    """What a column is called."""
    known = dict(choices(sheet)) | UNDECIDED
    if key in known:
        return known[key]
    value, _, which = key.partition("@")
    return f"{sheet[value].title} {'triwulan ' if len(which) == 1 else ''}{which}" if which else ""
