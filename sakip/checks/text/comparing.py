"""Words that compare: which sentences say of which indikator that it rose, fell, stayed, or stands above its target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sakip.capaian.results import IndikatorResult
from sakip.checks.material import CheckedYear, Passage
from sakip.checks.text.anaphora import told_sentences
from sakip.checks.text.headings import told
from sakip.checks.text.subjects import Subjects, subjects_of
from sakip.text.reading.figures import FigureKind, figures
from sakip.text.reading.words import LIGHT, says_any, word_set

_UNDERGOES: Final = (
    r"(?:mengalami|terjadi|terdapat|ada|merupakan|menunjukkan|terlihat|tampak|melainkan)(?:\s+adanya)?"
    r"(?:\s+(?:suatu|sebuah|tren))*\s+"
)
_THAN_YEAR: Final = (
    r"(?:\s+\d+(?:,\d+)?\s+poin)?\s+(?:dari(?:pada)?|dibanding(?:kan)?(?:\s+dengan)?)\s+"
    r"(?:(?:nilai|capaian|realisasi|hasil|kinerja|indeks|angka|pada|di|perolehan|[A-Z]{3,5})(?:nya)?\s+)*(?:tahun|th\.?)\s"
)
_UP: Final = (
    r"(?:meningkat|naik|bertambah|membaik|tumbuh|terangkat|melonjak|meroket|melesat|menanjak|terdongkrak|"
    rf"{_UNDERGOES}(?:kenaikan|peningkatan|perbaikan|penguatan|kemajuan)(?!\s+maupun)|"
    r"tren(?:d)?(?:nya)?\s+(?:yang\s+)?(?:positif|naik|meningkat|membaik)|positif(?=\s*(?:$|[,.;]))|"
    rf"lebih\s+(?:tinggi|baik|besar|bagus)(?={_THAN_YEAR}))"
)
_DOWN: Final = (
    rf"(?:menurun|turun|berkurang|merosot|memburuk|melemah|anjlok|melorot|susut|menyusut|terkoreksi|merosot|{_UNDERGOES}(?:penurunan|kemerosotan|pelemahan|kemunduran)(?!\s+maupun)|"
    r"tren(?:d)?(?:nya)?\s+(?:yang\s+)?(?:negatif|turun|menurun|memburuk)|negatif(?=\s*(?:$|[,.;]))|"
    rf"lebih\s+(?:rendah|buruk|kecil|jelek)(?={_THAN_YEAR}))"
)
#: "Tetap meningkat" stays nothing.
_SAME: Final = (
    r"(?:tetap(?=\s*(?:$|[,.;)]|sama\b|di\b|pada\b|sebesar\b|dibanding|seperti\b|dari\b|menjadi\b|bila\b|jika\b|apabila\b|\d))|stagnan|tidak\s+berubah|"
    r"tidak\s+mengalami\s+perubahan|sama(?:\s+dengan\s+(?:nilai\s+|capaian\s+|realisasi\s+)?tahun\b|\s+seperti\s+tahun\b))"
)
MOVE: Final = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<same>{_SAME}))\b", re.IGNORECASE)
#: Parts of the words that say so.
MOVES: Final = (
    *("ningkat", "naik", "tambah", "turun", "nurun", "kurang"),
    *("rosot", "tetap", "stagnan", "berubah", "sama", "baik", "tumbuh", "buruk", "lemah", "anjlok", "angkat"),
    *("tren", "penguatan", "kemajuan", "kemunduran", "lemahan"),
    *("positi", "negati"),
    *("lebih", "ubah", "lonjak", "roket", "lesat", "nanjak", "dongkrak", "lorot", "susut", "koreksi"),
)
#: What is hoped for, planned, denied or conditional says nothing of what was.
NOT_SAID: Final = re.compile(
    r"\b(?:akan|agar|supaya|untuk|dapat|perlu|harus|diharapkan|harapan|rencana|direncanakan|upaya|berupaya|tidak|"
    r"belum|bukan|jika|apabila|bila|kalau|seandainya|seharusnya|guna|mampu|ingin|dalam\s+rangka)\b[^,.;]*$",
    re.IGNORECASE,
)
#: How a sentence begins that says what a table shows, or with what it compares.
_SHOWN: Final = re.compile(
    r"\bdapat\s+(?:disimpulkan|dilihat|diketahui|dikatakan|dijelaskan)|\b(?:jika|bila|apabila)(?=\s+di(?:banding|sanding))",
    re.IGNORECASE,
)
#: What is measured; anything else that rises is not the indikator.
_MEASURED: Final = re.compile(
    r"\b(?:realisasi|capaian|pencapaian|nilai|kinerja|indeks|hasil|angka|indikator(?=\s+(?:ini|tersebut)))(?:nya)?\b",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:renstra|jangka\s+menengah|rpjmd|provinsi|nasional|kabupaten|triwulan|semester|rkt)\b",
    re.IGNORECASE,
)
#: What an indikator is made of rises and falls by itself.
_COMPONENT: Final = re.compile(r"\b(?:unsur|komponen|aspek|dimensi|subkomponen)\b[^.;]*$", re.IGNORECASE)
_OF_CAPAIAN: Final = re.compile(r"\b(?:pen)?capaian(?:nya)?\b[^.;,]*$", re.IGNORECASE)
_AGAINST: Final = re.compile(
    r"\b(?:di(?:banding|sanding)(?:kan)?|dari(?:pada)?|terhadap)\b[^.;,]*?\b(?:tahun\s+)?\d{4}", re.IGNORECASE
)
_WORDS: Final = re.compile(r"[^\W\d_]+")
_BETWEEN: Final = LIGHT | word_set(
    "kinerja kinerjanya terus kembali sedikit sangat dibandingkan dibanding mencapai cenderung tren trend berada",
    "persen prosen realisasi capaian nilai tercapai diperoleh dicapai diraih indikator indicator sebelumnya n tipis",
    "menunjukkan memperlihatkan mencatat",
    "signifikan tajam nyata indeks angka hasil poin mengalami laporan pelaporan berhasil jauh mampu",
)
#: A text about one indikator may compare before it says a word of it.
_OPENING: Final = _BETWEEN | word_set(
    "bila jika apabila dibandingkan disandingkan tahun sebelumnya lalu maka"
)
_ALONE: Final = re.compile(r"\s*(?:$|[,.;]|\d|sebesar\b|dari\b|dibanding)", re.IGNORECASE)
#: "Meskipun turun 5 poin dari tahun 2022, realisasi indikator ini"
_ALTHOUGH: Final = re.compile(r"^\W*(?:meski|meskipun|walau|walaupun|kendati|setelah)\s+$", re.IGNORECASE)
_THEN: Final = re.compile(
    r"[^,;]{0,60},\s*(?:(?:realisasi|capaian|nilai|hasil)\s+)?(?:indi[ck]ator|realisasi|capaian|nilai)\s+(?:ini|tersebut)\b",
    re.IGNORECASE,
)
#: Between "kenaikan" and what rose.
_OBJECT: Final = LIGHT | word_set("realisasi capaian nilai indikator indicator kinerja pada dari atas")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A word that compares, of an indikator that its sentence names clearly; ``group`` is that of its pattern,
    ``of_capaian`` where it may be said of the capaian rather than of what was measured."""

    word: str
    group: str
    indikator: IndikatorResult
    of_capaian: bool = False


def comparisons(
    year: CheckedYear, words: re.Pattern[str], parts: tuple[str, ...]
) -> Iterator[tuple[Passage, Comparison]]:
    """What the texts of a year say by these words of the indikator that they name; one of ``parts`` stands in each of
    the words."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    for passage in told(year, subjects):
        for sentence, within in (
            told_sentences(passage.text, passage, subjects) if says_any(passage.text, parts) else ()
        ):
            for found in words.finditer(sentence.text):
                one = compared(sentence.text, found, within, subjects)
                if one is not None:
                    yield (
                        passage,
                        Comparison(
                            word=found[0],
                            group=found.lastgroup or "",
                            indikator=one,
                            of_capaian=bool(_OF_CAPAIAN.search(sentence.text, 0, found.start())),
                        ),
                    )


def compared(text: str, found: re.Match[str], passage: Passage, subjects: Subjects) -> IndikatorResult | None:
    """The indikator of which the word says what was; None where that is not clear."""
    if not said_of_the_year(text, found.start(), subjects):
        return None
    return _indikator(text, found, passage, subjects)


def said_of_the_year(text: str, at: int, subjects: Subjects) -> bool:
    """Whether what stands there is said of the report's year and its own area, as what was."""
    if _COMPONENT.search(text, 0, at):
        return False
    if _ELSEWHERE.search(subjects.without_names(text)) or NOT_SAID.search(_SHOWN.sub(" ", text[:at])):
        return False
    current = subjects.results.tahun
    years = {int(f.value or 0) for f in figures(_AGAINST.sub(" ", text)) if f.kind is FigureKind.YEAR}
    known = not years - {current, current - 1}
    return known and (not years or current in years or _AGAINST.search(text) is not None)


_SIGN: Final = re.compile(r"(?:posi|nega)tif", re.IGNORECASE)


def _indikator(
    text: str, found: re.Match[str], passage: Passage, subjects: Subjects
) -> IndikatorResult | None:
    """That named right before the word or right behind it; else that of the whole text, where a measured thing stands
    there."""
    mentions = subjects.mentions(text)
    if subjects.names_shared(text):
        return None
    at, end = found.span()
    bare = subjects.without_names(text)
    measured = list(_MEASURED.finditer(bare, 0, at))
    near = (measured and _near(bare, measured[-1].end(), at)) or bool(_MEASURED.match(bare, end + 1))
    near = near or (found[0].casefold().startswith("target") and _near(bare, 0, at))
    if _SIGN.fullmatch(found[0]) and "tren" not in text[:at].casefold():
        return None
    if not mentions:
        about = subjects.about(passage)
        near = near or bool(
            _near(bare, 0, at, _OPENING) and found[0].endswith("an") and _ALONE.match(bare, end)
        )
        near = near or bool(_ALTHOUGH.match(bare[:at]) and _THEN.match(bare, end))
        family = (about, *subjects.beside(about)) if about and near else ()
    elif (last := next((m for m in reversed(mentions) if m.end <= at), None)) is not None:
        whole = subjects.told(text)
        family = last.family if _near(bare, last.end, at) else whole if near else ()
    else:
        first = mentions[0]
        behind = found[0].casefold().endswith("an") and _near(bare, end, first.start, _OBJECT)
        family = first.family if behind else ()
    return next((one for one in family if isinstance(one, IndikatorResult)), None)


def _near(text: str, start: int, end: int, words: frozenset[str] = _BETWEEN) -> bool:
    return all(word.casefold() in words for word in _WORDS.findall(text[start:end]))
