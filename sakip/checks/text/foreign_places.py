"""Checks of names that no record knows: of a kecamatan whose office is told of, of a desa that is told as its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import takewhile
from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Surroundings
from sakip.checks.text.lists import lists_of
from sakip.checks.text.names import names_rightly
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, every_text
from sakip.snapshot.types import Kecamatan
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import says_any, word_set

_KINDS: Final = ("narasi", "dokumentasi", *KINDS_OF_RECORDS)
_AREA: Final = r"(?:[Kk]ecamatan|KECAMATAN|Kec\.|[Dd]istrik|[Kk]apanewon)"
_NAME: Final = r"(?P<name>[A-Z][A-Za-z]{2,}(?:\s+(?:[A-Z][a-z]{2,}|[A-Z]{3,}))?)\b"
#: What is the office's own: its documents, people, house and duties.
_OWN: Final = (
    r"(?i:laporan\s+kinerja|lkj?ip|lakip|renstra|rencana\s+strategis|perjanjian\s+kinerja|rencana\s+kinerja\s+tahunan|rkt|"
    r"indikator\s+kinerja\s+utama|iku|rencana\s+aksi|dpa|camat|sekretaris|pemerintah|kantor|opd|skpd|pd|perangkat\s+daerah|"
    r"lingkungan|lingkup|aparatur|sotk|susunan\s+organisasi|struktur\s+organisasi|visi|misi|tujuan|sasaran|capaian|"
    r"realisasi|profil|tugas\s+pokok|keputusan\s+camat|sumber\s*daya\s+manusia|gambaran\s+umum|kondisi\s+geografis|"
    r"jumlah\s+penduduk|secara\s+administratif|anggaran)"
)
_OF_OFFICE: Final = re.compile(
    rf"\b{_OWN}(?:\s+(?i:kinerja|anggaran|opd|pd|di|pada|tahunan|umum|daerah|wilayah|kantor|camat)|,)*\s+{_AREA}\s+{_NAME}"
)
#: So the report speaks of its own kecamatan, or ends in its name.
_SPEAKS: Final = re.compile(
    rf"^{_AREA}\s+{_NAME}\s+(?i:merupakan|adalah|telah|membawahi|terdiri|mempunyai|memiliki|terletak|dipimpin|"
    r"melaksanakan|didukung|menaungi|dibentuk|menetapkan|berupaya)\b"
)
#: Words that follow "Kecamatan", "Desa" or stand within headings, and are no name.
_NO_NAMES: Final = word_set(
    "dan atau yang dengan dalam untuk pada tahun se sebagai serta oleh dari ke di agar adalah merupakan telah ini",
    "itu tersebut lain lainnya setempat masing kabupaten kota provinsi kecamatan desa kelurahan camat lurah",
    "berbasis menuju terbaik sehat layak bersih mandiri maju berkembang tertinggal siaga wisata tangguh digital",
    "binaan ramah pintar cerdas inovatif adat persiapan terpilih antar serentak terkait beserta bersama maupun",
    "hingga sesuai melalui guna bagi tentang dapat akan harus sudah belum tidak hanya juga terhadap antara sampai",
    "per tiap setiap seluruh semua wilayah unsur nomor bupati kepala perangkat pemerintah pemerintahan masyarakat",
    "anggaran program kegiatan sub bidang seksi bagian tingkat definitif pemekaran induk penyangga sasaran",
    "prioritas lokus rawan tanggap hukum sadar damai berdaya membangun meliputi terdiri tanggal bulan januari",
    "februari maret april mei juni juli agustus september oktober november desember yaitu yakni dimana menjadi",
    "kasubag kasi sekretaris seksi selaku secara lingkungan hasil laporan rencana indikator perjanjian",
)
#: So a sentence of its introduction speaks of it: "… , Kecamatan Sukamaju selaku unsur pembantu pimpinan …".
_IN_OFFICE_OF: Final = re.compile(
    rf"\b{_AREA}\s+{_NAME}\s*,?\s+(?i:selaku|sebagai)\s+(?i:salah\s+satu\s+)?(?i:unsur|perangkat|skpd|opd|satuan|instansi)\b"
)
_VILLAGE: Final = r"(?:[Dd]esa|DESA|[Kk]elurahan|Ds\.|Kel\.)"
_ONE: Final = r"[A-Z][a-z]{2,}(?:\s+[A-Z][a-z]{2,})?"
#: Desa with the names that go on behind "dan" and commas.
_NAMED: Final = (
    rf"{_VILLAGE}\s+(?P<names>{_ONE}(?:\s*(?:,|,?\s*\b(?:dan|serta|&))\s*(?:{_VILLAGE}\s+)?{_ONE})*)"
)
_IN_OFFICE: Final = re.compile(
    rf"\b(?:(?:di|[Kk]epala|[Pp]emerintah(?:an)?|[Bb]alai|[Kk]antor|BPD|[Ww]arga|[Ww]ilayah|[Mm]asyarakat|[Pp]erangkat)\s+){_NAMED}"
)
_OF_KECAMATAN: Final = r"\s*,?\s*(?:yang\s+ada\s+)?(?:di\s+(?:wilayah\s+)?)?(?:Kecamatan|Kec\.)\s+"
_BETWEEN: Final = re.compile(rf"\s*(?:,|&|\bdan\b|\bserta\b|\b{_VILLAGE})\s*")
_COUNTED: Final = re.compile(r"\b(?:desa|kelurahan)\b", re.IGNORECASE)
_ALL_OF: Final = re.compile(
    r"\b(?:membawahi|menaungi|terdiri\s+(?:atas|dari)|meliputi|terbagi|wilayah\s+kerja)\b", re.IGNORECASE
)
_MOST_CAPITALS: Final = 0.6


@check(
    "kecamatan-tidak-dikenal",
    rule="R-name",
    basis="Laporan, camat, kantor, dan rencana yang disebut adalah milik kecamatannya sendiri.",
    example="Renstra Kecamatan Sukamaju dalam laporan Kecamatan Jombang.",
    reads=("passages", "around", *PARTS),
    kinds=_KINDS,
    level=Level.PERINGATAN,
)
def the_office_is_that_of_the_report(year: CheckedYear) -> Found:
    """Documents, people and duties of the office are told of no kecamatan that neither this one nor a neighbour is."""
    own, around = year.snapshot.kecamatan, year.around or Surroundings()
    known = {_plain(name) for name in (own.nama, own.kabupaten.nama, *(a.nama for a in around.neighbours))}
    known |= {_plain(d.nama) for d in own.desa}
    for passage in every_text(year):
        for sentence in sentences(passage.text) if says_any(passage.text, _AREAS) else ():
            for pattern in (_OF_OFFICE, _SPEAKS, _IN_OFFICE_OF):
                for found in pattern.finditer(sentence.text):
                    name = _name(found["name"])
                    if not name or _known(name, known) or names_rightly(sentence.text):
                        continue
                    said = f"“{found[0].strip()}” bukan kecamatan ini. Seharusnya {own.sebutan} {own.nama}?"
                    yield passage.place, Said(said, name, own.nama)


_AREAS: Final = ("kec", "distrik", "kapanewon")


@check(
    "perangkat-daerah-lain",
    rule="R-name",
    basis="Laporan, rencana, dan tugas yang disebut adalah milik kecamatan, bukan perangkat daerah lain.",
    example="Laporan Kinerja Dinas Sosial Kabupaten Jember dalam laporan Kecamatan Jombang.",
    reads=("passages", "kecamatan"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def the_office_is_a_kecamatan(year: CheckedYear) -> Found:
    """Nothing that is the report's own is told of a dinas or a badan."""
    own = year.snapshot.kecamatan
    for passage in year.passages or ():
        for sentence in sentences(passage.text) if says_any(passage.text, _OFFICES) else ():
            found = _OF_OTHER_OFFICE.search(sentence.text)
            if found and not names_rightly(sentence.text):
                said = f"“{found['name']}” bukan kecamatan ini. Seharusnya {own.sebutan} {own.nama}?"
                yield passage.place, Said(said, found["name"], own.nama)


_OFFICES: Final = ("dinas", "badan")
#: The report and what it accounts for; "sesuai dengan Renstra Dinas …" tells of another's rightly.
_OF_OTHER_OFFICE: Final = re.compile(
    r"\b(?i:(?:laporan\s+(?:akuntabilitas\s+)?kinerja|lkj?ip|lakip|laporan)(?:\s+ini)?(?:\s+[^\W\d_]+){0,2}\s+"
    r"pertanggungjawaban|^(?:laporan\s+(?:akuntabilitas\s+)?kinerja|lkj?ip|lakip)|camat\s+pada)\s+"
    r"(?P<name>(?:Dinas|Badan)\s+[A-Z][a-z]+(?:\s+(?:dan\s+)?[A-Z][a-z]+)*)"
)


def _name(found: str) -> str:
    """The words of a name, without those that go on behind it; empty where it is none."""
    return " ".join(own_words(found))


def own_words(found: str) -> list[str]:
    """The words of what stands behind "Kecamatan" or "Kabupaten" up to one that is part of no name ("Tahun")."""
    return list(takewhile(lambda word: word.casefold() not in _NO_NAMES, found.split()))


def _known(name: str, known: set[str]) -> bool:
    """Whether it is a known name, or begins with one ("Jombang Tahun")."""
    return any(_plain(name).startswith(one) for one in known) or _plain(name.split()[0]) in known


def _plain(name: str) -> str:
    return "".join(name.casefold().split())


@check(
    "desa-tidak-tercatat",
    rule="R-name",
    basis="Desa dan kelurahan yang disebut sebagai wilayah kecamatan adalah yang tercatat.",
    example="Dilaksanakan di tujuh desa di Kecamatan Jombang, yakni Desa Pontang, Andongsari, dan Sabrang.",
    reads=("passages", "around", *PARTS),
    kinds=_KINDS,
    level=Level.PERINGATAN,
)
def villages_told_as_own_are_recorded(year: CheckedYear) -> Found:
    """Desa that a sentence, or the list below it, gives to the kecamatan are among those recorded, where all are."""
    own = year.snapshot.kecamatan
    official = own.jumlah_resmi
    if not own.desa or official is None or len(own.desa) < official:
        return
    around = year.around or Surroundings()
    of_others = {_plain(name) for area in around.neighbours for name in area.desa}
    recorded = {_plain(d.nama): d.nama for d in own.desa}
    given = re.compile(rf"\b{_NAMED}(?={_OF_KECAMATAN}(?i:{re.escape(own.nama)})\b)")
    given_before = re.compile(
        rf"(?:Kecamatan|Kec\.)\s+(?i:{re.escape(own.nama)})\b[^.;:]{{0,30}}?\b(?:yaitu|yakni|meliputi)\s*:?\s+{_NAMED}"
    )
    counted = re.compile(
        rf"\b(?i:{_ALL_OF.pattern})\s+(?:[^\W_]+\s+|\([^()]*\)\s*){{0,3}}desa\s*,?\s*(?:yaitu|yakni|meliputi)\s*:?\s+"
        rf"(?P<names>{_ONE}(?:\s*(?:,|,?\s*\b(?:dan|serta|&))\s*{_ONE})+)"
    )
    for passage in every_text(year):
        for sentence in sentences(passage.text) if says_any(passage.text, _VILLAGES) else ():
            text = sentence.text
            if (all_of := counted.search(text)) and re.search(rf"\b{re.escape(own.nama)}\b", text):
                names = sorted(_villages(all_of["names"]))
                yield from ((passage.place, said) for said in _foreign(text, names, recorded, set(), own))
                continue
            patterns = (given, given_before) if _mostly_capitals(text) else (given, given_before, _IN_OFFICE)
            named = {
                name for p in patterns for found in p.finditer(text) for name in _villages(found["names"])
            }
            yield from (
                (passage.place, said) for said in _foreign(text, sorted(named), recorded, of_others, own)
            )
    for listed in lists_of(year.passages or ()):
        if _COUNTED.search(listed.sentence) and _ALL_OF.search(listed.sentence):
            items = [re.sub(rf"^{_VILLAGE}\s+", "", item).strip(" .;,") for item in listed.items]
            named_items = [item for item in items if re.fullmatch(_ONE, item)]
            if len(named_items) == len(items):
                found = _foreign(listed.sentence, named_items, recorded, set(), own)
                yield from ((listed.intro.place, said) for said in found)


_VILLAGES: Final = ("desa", "kelurahan", "ds.", "kel.")


def _villages(names: str) -> Iterator[str]:
    for one in _BETWEEN.split(names):
        if one and (name := _name(one.strip())):
            yield name


def _foreign(
    text: str, named: list[str], recorded: dict[str, str], of_others: set[str], own: Kecamatan
) -> Iterator[Said]:
    """What is said of names that are not recorded; those of neighbours are told by the check of their names."""
    areas = {_plain(own.nama), _plain(own.kabupaten.nama)}
    strange = [n for n in named if not _known(n, recorded.keys() | areas) and _plain(n) not in of_others]
    if not strange or names_rightly(text):
        return
    near = [recorded[m] for n in strange for m in get_close_matches(_plain(n), recorded, 1, _NEAR)]
    meant = f" Maksudnya {', '.join(dict.fromkeys(near))}?" if near else " Periksa nama desanya."
    yield Said(
        f"{', '.join(strange)}: tidak tercatat sebagai desa {own.sebutan} {own.nama}.{meant}",
        ", ".join(strange),
        "",
    )


_NEAR: Final = 0.75


def _mostly_capitals(text: str) -> bool:
    """Whether it is a heading or a title: most of its words begin with a capital."""
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > _MOST_CAPITALS * len(words)
