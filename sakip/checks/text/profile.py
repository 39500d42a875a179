"""Checks of what texts tell of the kecamatan itself: its people, its area, its staff, its facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sakip.capaian.values import in_percent
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Passage
from sakip.snapshot.types import Fakta, Profil, Snapshot
from sakip.text.numbers import format_angka
from sakip.text.reading.figures import Figure, FigureKind, figures
from sakip.text.reading.sentences import sentences
from sakip.text.reading.stems import stem
from sakip.text.reading.words import LIGHT, word_set

_PEOPLE: Final = frozenset({"jiwa", "orang", "penduduk"})
_SEXES: Final = frozenset({"laki", "perempuan"})
_SEXES_TOLD: Final = ("laki-laki", "perempuan")
_SEX_BEHIND: Final = re.compile(
    r"\s*(?:jiwa|orang|penduduk)?\s*(?:berjenis\s+kelamin\s+)?(laki[- ]laki|perempuan)\b", re.IGNORECASE
)
#: Behind the number: people of whom it says more are some.
_PART_BEHIND: Final = re.compile(
    r"\s*(?:jiwa|orang|penduduk)?\s+(?!jiwa|orang|penduduk|dan\b|yang\s+terdiri|dengan|serta|pada|di\b|terdiri|atau|tersebar|berdasarkan|menurut)"
    r"[a-z]"
)
_PLACE_WITHIN: Final = re.compile(r"\b(?i:desa|dusun|kelurahan|lingkungan|RW|RT)\s+[A-Z\d]")
_STAFF: Final = frozenset({"orang", "pegawai", "personel", "personil", "aparatur"})
_OF_AREA: Final = re.compile(r"[ \u00a0]*(?:km(?:2|²|\b)|kilometer\s+persegi)", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
#: Words that lead from what is counted to the number, without making it a part.
_LEADING: Final = LIGHT | word_set(
    "jumlah jumlahnya berjumlah total sebanyak mencapai tercatat kecamatan wilayah keseluruhan terdiri terbagi",
    "meliputi berpenduduk penduduknya jiwa orang penduduk memiliki mempunyai berjenis kelamin luas luasnya seluas",
)
_ALL: Final = re.compile(
    r"\b(?:sumber\s*daya\s+manusia|SDM|pegawai|personel|personil|aparatur)\b[^.;,\d]{0,60}\b(?:seluruh(?:nya)?|total(?:nya)?|"
    r"keseluruhan|berjumlah|sejumlah|sebanyak)\s*$|\b(?:seluruh|total|jumlah\s+(?:seluruh|keseluruhan))\s+(?:pegawai|personel|"
    r"personil|aparatur|SDM)\b[^.;,\d]{0,40}$",
    re.IGNORECASE,
)
_ASN: Final = re.compile(
    r"(?P<non>\bnon[\s-]*)?(?:ASN|PNS|pegawai\s+negeri(?:\s+sipil)?)\b(?:\s+(?:kecamatan|ini|yang|bertugas|ada|tahun|\d{4}|[A-Z][a-z]+))*\s+"
    r"(?:sebanyak|berjumlah|sejumlah|adalah)\s*$",
    re.IGNORECASE,
)
#: Some of the staff, or what was wanted.
_SOME: Final = re.compile(
    r"\b(?:seksi|subbag\w*|kebutuhan|ideal|formasi|kekurangan|laki|perempuan|golongan|pendidikan|desa|struktural|pelaksana|"
    r"fungsional|pensiun|diklat|pelatihan)\b",
    re.IGNORECASE,
)
#: Roots that a fact has to share with the words around a number, without its unit.
_LEAST_ROOTS: Final = 2


@check(
    "profil-sesuai-catatan",
    rule="R-count",
    basis="Penduduk, luas wilayah, pegawai, dan data profil dalam kalimat sama dengan yang dicatat.",
    example="Penduduk sebanyak 28.905 perempuan, padahal tercatat 28.095.",
    reads=("passages", "profil", "sdm", "kecamatan"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def the_profile_is_told_as_recorded(year: CheckedYear) -> Found:
    """Numbers of people, area and staff, and facts of the profile, are the recorded ones."""
    snapshot = year.snapshot
    for passage in year.passages or ():
        for sentence in sentences(passage.text):
            told = figures(sentence.text)
            if {f.value for f in told if f.kind is FigureKind.YEAR} - {snapshot.tahun, snapshot.tahun + 1}:
                continue
            begin = 0
            for figure in told:
                if figure.value is None or figure.kind is FigureKind.YEAR:
                    continue
                right = _right(sentence.text, begin, figure, snapshot, passage)
                begin = figure.end
                if right and not any(figure.agrees_with(value) for _, value in right):
                    what, value = right[0]
                    expected = format_angka(value)
                    message = f"{what} ditulis {figure.text}; tercatat {expected}."
                    yield passage.place, Said(message, figure.text, expected)


def _right(
    text: str, begin: int, figure: Figure, snapshot: Snapshot, passage: Passage
) -> list[tuple[str, Decimal]]:
    """What the number is of and what is recorded; empty where that is not clear."""
    before = text[begin : figure.start]
    profil = snapshot.profil
    if passage.about or _PLACE_WITHIN.search(before):
        return []
    if profil is not None and figure.kind is FigureKind.NUMBER:
        if person := _person(before, text[figure.end :], figure, profil, snapshot.kecamatan.nama):
            return person
        if profil.luas_km2 is not None and _OF_AREA.match(text, figure.end) and _of(before, "luas", snapshot):
            return [("Luas wilayah", Decimal(profil.luas_km2))]
    if figure.unit in _STAFF and _ALL.search(before) and not _SOME.search(text):
        return _staff(snapshot)
    if figure.kind is FigureKind.NUMBER and (told := _ASN.search(before)) and not _SOME.search(text):
        return _staff(snapshot, "non_asn" if told["non"] else "asn")
    facts = profil.fakta if profil is not None else ()
    after = re.split(r"[,;.]|\bdan\b", text[figure.end :], maxsplit=1)[0]
    return [("Data profil", value) for value in _facts(before, after, figure, facts)]


def _person(before: str, after: str, figure: Figure, profil: Profil, own: str) -> list[tuple[str, Decimal]]:
    """Of how many people the number tells: of all, of men or of women."""
    if figure.unit not in _PEOPLE | _SEXES:
        return []
    words = [w.casefold() for w in _WORD.findall(before.replace(own, " "))]
    follows = _SEX_BEHIND.match(after)
    sex = (
        re.sub(r"\s", "-", follows[1].casefold())
        if follows
        else next((w for w in words if w in _SEXES_TOLD), "")
    )
    if not all(w in _LEADING or w == sex for w in words):
        return []
    people = "penduduk" in words or bool(re.match(r"\s*(?:jiwa|penduduk)\b", after, re.IGNORECASE))
    of = {
        "laki-laki": ("Penduduk laki-laki", profil.penduduk_laki_laki),
        "perempuan": ("Penduduk perempuan", profil.penduduk_perempuan),
        "": (
            "Jumlah penduduk",
            profil.penduduk if "penduduk" in words and not _PART_BEHIND.match(after) else None,
        ),
    }
    name, recorded = of.get(sex, ("", None))
    return [(name, Decimal(recorded))] if people and recorded is not None else []


def _of(before: str, noun: str, snapshot: Snapshot) -> bool:
    words = [w.casefold() for w in _WORD.findall(before.replace(snapshot.kecamatan.nama, " "))]
    at = max((i for i, w in enumerate(words) if w.startswith(noun) or w.endswith(noun)), default=None)
    return at is not None and all(w in _LEADING for w in words[at + 1 :])


def _staff(snapshot: Snapshot, only: str = "") -> list[tuple[str, Decimal]]:
    """How many there are by each of the tables of people, with and without those who are no ASN, or of these alone."""
    found: dict[int, str] = {}
    for table in dict.fromkeys(row.kelompok for row in snapshot.sdm):
        rows = [row for row in snapshot.sdm if row.kelompok == table]
        asn, others = sum(row.asn or 0 for row in rows), sum(row.non_asn or 0 for row in rows)
        for count in {"": (asn + others, asn), "asn": (asn,), "non_asn": (others,)}[only]:
            found.setdefault(count, "Jumlah pegawai")
    return [(what, Decimal(count)) for count, what in sorted(found.items(), reverse=True) if count]


def _facts(before: str, after: str, figure: Figure, facts: tuple[Fakta, ...]) -> Iterator[Decimal]:
    """The values of the only fact that tells what stands around a number."""
    around = {stem(word) for word in _WORD.findall(f"{before} {after}") if word.casefold() not in LIGHT}
    around.add(stem(figure.unit))
    for fact in facts:
        if fact.nilai is None or not _same_unit(figure, fact.satuan):
            continue
        roots = {stem(w) for w in _WORD.findall(fact.uraian) if w.casefold() not in LIGHT}
        whole = roots <= around or (_SO_MANY.search(before) and roots - _STATUS <= around)
        if len(roots - _STATUS) >= _LEAST_ROOTS and whole:
            yield Decimal(fact.nilai)


_STATUS: Final = frozenset({stem("berstatus"), stem("status"), stem("jumlah")})
#: So a number of all begins.
_SO_MANY: Final = re.compile(r"\b(?:berjumlah|sebanyak|sejumlah|terdapat|memiliki|ada)\s*$", re.IGNORECASE)


def _same_unit(figure: Figure, satuan: str) -> bool:
    if in_percent(satuan):
        return figure.kind is FigureKind.PERCENT
    return figure.kind is FigureKind.NUMBER and (
        figure.unit == satuan.casefold() or {figure.unit, satuan.casefold()} <= _PEOPLE
    )
