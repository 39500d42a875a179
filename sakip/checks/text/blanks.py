"""Checks of what was left open: dots, empty brackets, alternatives nobody chose, sentences cut off, markers, copies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.kinds import KINDS
from sakip.checks.material import CheckedYear, Shape
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, every_text
from sakip.text.dates import NAMA_BULAN
from sakip.text.reading.words import word_set

_MONTHS: Final = "|".join(NAMA_BULAN)
_UNCHOSEN: Final = "pilihan yang belum dicoret"
#: What stands in every such place, the place itself, and what it is called.
_LEFT_OPEN: Final = (
    (
        ("..", ". .", "…", ".\u00a0."),
        # Not what leads to the page in a table of contents.
        re.compile(r"(?:(?:\.[ \u00a0]?){4,}|(?:…[ \u00a0]?){2,}\.*)(?![\s|]*(?:\d+|[ivxl]+)\s*$)(?!\.)"),
        "titik-titik yang belum diisi",
    ),
    # Not the line of a fraction: "_____ x 100%".
    (("___",), re.compile(r"_{3,}(?![_\s]*[x×]\s*100)", re.IGNORECASE), "garis yang belum diisi"),
    (("/ ", "/\u00a0"), re.compile(r"/[ \u00a0]+/"), "bagian nomor yang kosong"),
    (("( ", "()", "(\u00a0", "[ ", "[]"), re.compile(r"\([ \u00a0]*\)|\[[ \u00a0]*\]"), "kurung yang kosong"),
    (("nihil",), re.compile(r"\(\s*nihil\s*\)", re.IGNORECASE), "isian contoh “(Nihil)”"),
    (
        ("xx", "lorem", " di sini"),
        # Not the Roman twenty of "Bab XX".
        re.compile(
            r"\b(?:x{3,}|lorem ipsum|isi di sini|tulis di sini)\b|"
            r"(?<!bab )(?<!abad )(?<!pasal )(?<![/-])\bxx\b(?![/-])",
            re.IGNORECASE,
        ),
        "isian contoh",
    ),
    (
        ("isi", "tulis", "lengkapi", "sebutkan", "masukkan"),
        re.compile(
            r"[\[(<{]\s*(?:di)?(?:isi(?:kan)?|tulis(?:kan)?|lengkapi|sebutkan|masukkan)\b[^\])>}]{0,60}[\])>}]",
            re.IGNORECASE,
        ),
        "petunjuk pengisian",
    ),
    (
        ("[",),
        re.compile(
            r"\[\s*(?:nama|nomor|tanggal|tahun|jumlah|angka|nilai|indikator|sasaran|program|kecamatan|desa|sumber)\b[^\]]{0,40}\]",
            re.IGNORECASE,
        ),
        "petunjuk pengisian",
    ),
    (
        ("nomor",),
        re.compile(r"\b(?:nomor|no\.)\s+tahun\s+(?:19|20)\d\d\b", re.IGNORECASE),
        "nomor yang belum diisi",
    ),
    (("todo", "tbd", "fixme"), re.compile(r"\b(?:TODO|TBD|FIXME)\b"), "catatan penulis"),
    (("…", ".."), re.compile(r"(?:…|\.{2,})\s*/\s*(?:…|\.{2,}|\d)"), "bagian nomor yang kosong"),
    (("rp",), re.compile(r"\bsebesar\s+Rp\.?\s*(?:[-–…_]|\.{2,})", re.IGNORECASE), "jumlah yang belum diisi"),
    (
        ("tangani", "tetapkan", "sahkan"),
        re.compile(
            rf"\bdi(?:tandatangani|tetapkan|sahkan)\b(?:(?!bulan)[^.;\d]){{0,40}},?\s+(?<!\d\s)(?:{_MONTHS})\s+\d{{4}}",
            re.IGNORECASE,
        ),
        "tanggal tanpa hari",
    ),
    (
        ("/",),
        re.compile(
            r"\b(?:naik\s*/\s*turun|tercapai\s*/\s*(?:tidak|belum)(?:\s+tercapai)?|di\s*atas\s*/\s*di\s*bawah|"
            r"meningkat\s*/\s*menurun|ya\s*/\s*tidak|ada\s*/\s*tidak(?:\s+ada)?|efisien\s*/\s*tidak\s+efisien|"
            r"baik\s*/\s*(?:cukup|kurang|sangat)|sudah\s*/\s*belum|bertambah\s*/\s*berkurang)\b",
            re.IGNORECASE,
        ),
        _UNCHOSEN,
    ),
    (("/",), re.compile(r"\b[a-e]/\s*[a-e]/\s*[a-e]\b"), _UNCHOSEN),
    (
        ("tanggal",),
        re.compile(rf"\btanggal\s+(?:{_MONTHS})\s+\d{{4}}", re.IGNORECASE),
        "tanggal tanpa hari",
    ),
    # The line above who signs: "Balung, Januari 2021".
    (
        (",",),
        re.compile(rf"^[A-Z][A-Za-z ]{{2,30}},\s+(?:{_MONTHS})\s+\d{{4}}\s*$", re.IGNORECASE),
        "tanggal tanpa hari",
    ),
    (("sebanyak",), re.compile(r"\bsebanyak\s+jumlah\b", re.IGNORECASE), "jumlah yang belum diisi"),
)
#: What a list may follow.
_INTRODUCES: Final = word_set("adalah yaitu yakni antara")
#: No sentence ends with these.
_CUT_OFF: Final = _INTRODUCES | word_set(
    "dan atau serta yang dengan untuk dari di ke pada sebesar sebanyak karena oleh bahwa agar dalam",
    "terhadap tentang sehingga maupun bagi",
)
#: The end of all but the last item of a list.
_LISTED: Final = re.compile(r"[;,]\s*(?:dan|atau|serta)\s*$")
_LONGEST_WORD: Final = 40
_LAST_WORD: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\s*[.]?\s*$")


@check(
    "tidak-ada-yang-terbuka",
    rule="R-blank",
    basis="Laporan yang ditandatangani tidak memuat isian contoh atau bagian kosong.",
    example="Permasalahan: …… (Nihil)",
    reads=("passages", *PARTS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_RECORDS),
)
def nothing_is_left_open(year: CheckedYear) -> Found:
    """No dots, empty brackets, sample entries or alternatives stand in a text, nor in a record that prints like one."""
    for passage in every_text(year):
        for found, what in _open_places(passage.text):
            yield passage.place, Said(f"“{found}”: {what}. Isi, atau hapus.", found, "")


def _open_places(text: str) -> Iterator[tuple[str, str]]:
    small = text.casefold()
    told: list[tuple[int, int]] = []
    for hints, pattern, what in _LEFT_OPEN:
        for match in pattern.finditer(text) if any(hint in small for hint in hints) else ():
            if any(match.start() < end and start < match.end() for start, end in told):
                continue  # the same place by another pattern
            told.append(match.span())
            around = text[max(0, match.start() - 20) : match.end() + 10].strip()
            yield around, what


@check(
    "kalimat-selesai",
    rule="R-blank",
    basis="Setiap kalimat selesai.",
    example="Jumlah indikator yang tercapai sebanyak",
    reads=("passages",),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def sentences_are_finished(year: CheckedYear) -> Found:
    """No paragraph ends with a word after which something must follow."""
    passages = year.passages or ()
    for passage, following in zip_longest(passages, passages[1:]):
        if passage.shape not in (Shape.PARAGRAPH, Shape.ITEM):
            continue
        last = _LAST_WORD.search(passage.text, max(0, len(passage.text) - _LONGEST_WORD))
        word = last[1].casefold() if last and last[1].islower() else ""
        goes_on = following is not None and following.place == passage.place
        if word in _CUT_OFF and not (goes_on and (word in _INTRODUCES or _LISTED.search(passage.text))):
            end = passage.text[-60:].strip()
            yield passage.place, Said(f"“…{end}” terpotong. Selesaikan kalimatnya.", end, "")


@check(
    "tulisan-ditinjau",
    rule="R-dup",
    basis="Tulisan yang disalin atau disusun dari angka dibaca ulang sebelum diajukan.",
    example="Narasi salinan tahun lalu yang belum ditinjau.",
    reads=("passages",),
    kinds=("narasi",),
)
def copies_were_read_again(year: CheckedYear) -> Found:
    """No text is a copy or a draft that nobody has confirmed."""
    told = set()
    for passage in year.passages or ():
        if passage.unread and passage.place not in told:
            told.add(passage.place)
            yield (
                passage.place,
                "Tulisan salinan atau konsep ini belum ditinjau. Baca, lalu nyatakan sudah ditinjau.",
            )


@check(
    "penanda-dikenal",
    rule="R-blank",
    basis="Penanda nilai tercetak sebagai angkanya.",
    example="{capain: IKM}",
    reads=("passages",),
    kinds=("narasi", "dokumentasi"),
)
def markers_are_known(year: CheckedYear) -> Found:
    """Every marker of a live value has its value."""
    for passage in year.passages or ():
        for marker in passage.unknown:
            yield (
                passage.place,
                Said(f"{marker} tidak dikenal. Pilih nilainya dari daftar, atau hapus.", marker, ""),
            )


@check(
    "penanda-dalam-catatan",
    rule="R-blank",
    basis="Penanda nilai tercetak sebagai angkanya hanya dalam narasi dan keterangan foto.",
    example="Nama program: Program {pagu: A}",
    reads=("unsettled",),
    kinds=KINDS.keys(),
)
def records_hold_no_markers(year: CheckedYear) -> Found:
    """No marker of a live value was typed into a record."""
    for place, marker in year.unsettled.markers if year.unsettled else ():
        yield (
            place,
            Said(
                f"{marker} dalam catatan tercetak apa adanya. Tulis nilainya, atau hapus penandanya.",
                marker,
                "",
            ),
        )


@check(
    "baris-ditinjau",
    rule="R-dup",
    basis="Baris yang disalin dari tahun atau dokumen lain dibaca ulang sebelum diajukan.",
    example="Baris RKT salinan tahun lalu yang belum ditinjau.",
    reads=("unsettled",),
    kinds=KINDS.keys(),
)
def copied_rows_were_read_again(year: CheckedYear) -> Found:
    """No row is a copy that nobody has confirmed."""
    for place, count in year.unsettled.unread if year.unsettled else ():
        yield place, f"{count} baris salinan belum ditinjau. Baca, perbaiki, lalu nyatakan sudah benar."
