"""Wholes and their parts in a sentence: "12 orang, terdiri atas 8 laki-laki dan 4 perempuan", "3 rapat dan 4 pelatihan,
seluruhnya 7". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from sakip.text.reading.figures import Figure, FigureKind, figures
from sakip.text.reading.words import says_any, word_set


class Breakdown(NamedTuple):
    """A whole that a text states, and the parts of which it says that it is made."""

    whole: Figure
    parts: tuple[Figure, ...]

    @property
    def total(self) -> Decimal:
        """What the parts come to."""
        return sum((p.value for p in self.parts if p.value is not None), Decimal(0))

    @property
    def exact(self) -> bool:
        """Whether all of them come to the whole, as far as their decimals tell."""
        return self._comes_to(self.parts)

    @property
    def adds_up(self) -> bool:
        """Whether they do, or the first of them do and those behind say more of the same ("12 orang: 8 laki-laki, 4
        perempuan, 5 sarjana")."""
        return any(self._comes_to(self.parts[:size]) for size in range(_LEAST, len(self.parts) + 1))

    def _comes_to(self, parts: Sequence[Figure]) -> bool:
        together = sum((p.value or 0 for p in parts), Decimal(0))
        slack = sum(_step(figure) for figure in (self.whole, *parts)) / 2
        return self.whole.value is not None and abs(together - self.whole.value) <= slack


#: What leads from a whole to its parts; the former says so of all of them, the latter may lead to others.
_CONSISTS: Final = (
    r"terdiri\s+(?:atas|dari)|terbagi\s+(?:atas|dalam|menjadi|ke\s+dalam)|dirinci(?:\s+menjadi)?|"
    r"(?:dengan|adapun)\s+rincian(?:nya)?|rinciannya|komposisi(?:nya)?"
)
_NAMELY: Final = r"yaitu|yakni|meliputi|mencakup|masing[\s-]*masing"
_LEADS: Final = re.compile(rf"\b(?:(?P<consists>{_CONSISTS})|(?P<namely>{_NAMELY}))\b", re.IGNORECASE)
#: What leads from parts to their whole.
_TOGETHER: Final = re.compile(
    r"(?:(?:total|jumlah)(?:nya)?(?:\s+(?:total|se(?:luruh|mua)nya|keseluruhan(?:nya)?))?|se(?:luruh|mua)nya|"
    r"keseluruhan(?:nya)?|berjumlah)(?:\s+(?:ada|adalah|sebanyak|sebesar|sejumlah|menjadi|mencapai|berjumlah|yaitu))*\s*[:=]?\s*$",
    re.IGNORECASE,
)
_TOGETHER_PARTS: Final = ("total", "jumlah", "seluruh", "semuanya")
#: Numbers beside these are no parts of one whole: of another kind of amount, of another time, some among others.
_NO_PARTS: Final = re.compile(
    r"\b(?:realisasi\w*|terealisasi\w*|terserap|serapan|penyerapan|target\w*|ditargetkan|dibanding\w*|menjadi|naik|turun|"
    r"meningkat|menurun|sisa|selisih|rata[\s-]*rata|setiap|tiap|per|dari\s+(?:total|target|pagu|anggaran|rencana|jumlah)|"
    r"antara\s+lain|di\s?antaranya|termasuk|sebagian|lebih\s+dari|kurang\s+lebih|sekitar|hampir|seperti|misalnya|"
    r"capaian\w*|mencapai|minimal|maksimal|paling|hingga|sampai|s/d|selama|bernilai|masing[\s-]*masing)\b|±",
    re.IGNORECASE,
)
#: Between two parts; so many words may tell what the first of them is.
_LINK: Final = re.compile(r"[,;&]|\b(?:dan|serta|maupun|sedangkan|ditambah|juga)\b", re.IGNORECASE)
_MOST_WORDS: Final = 14
_WORD: Final = re.compile(r"[^\W\d_]+")
#: What is made of other things, of which one counts each: a program of kegiatan. Its parts bear its own name.
_LEVELS: Final = word_set(
    "program kegiatan sub subkegiatan tujuan sasaran indikator indicator misi desa kelurahan kecamatan dusun dukuh rw",
    "rt kk keluarga seksi subbag subbagian bidang tahun bulan hari minggu jam triwulan orang jiwa",
)
_PEOPLE: Final = word_set(
    "orang jiwa pegawai personil personel penduduk aparatur asn pns anggota peserta responden warga karyawan tenaga",
    "petugas",
)
#: Such a thing has its own of each.
_CONTAINERS: Final = word_set(
    "tim kelompok regu kelas paket set gedung unit lantai posyandu rangkap lembaga misi bab tahun"
)
_LEAST: Final = 2
#: No sentence names more parts of one whole.
_MOST: Final = 30


def breakdowns(sentence: str) -> Iterator[Breakdown]:
    """The wholes of a sentence, counts and amounts, with the parts that it gives them."""
    for kind in (FigureKind.NUMBER, FigureKind.RUPIAH):
        counted = [f for f in figures(sentence) if f.value is not None and f.kind is kind]
        if len(counted) <= _LEAST:
            continue
        summed = says_any(sentence, _TOGETHER_PARTS)
        for at, whole in enumerate(counted):
            behind, before = counted[at + 1 : at + 1 + _MOST], counted[max(0, at - _MOST) : at]
            if len(behind) >= _LEAST and (found := _behind(sentence, whole, behind)):
                yield found
            if summed and len(before) >= _LEAST and (found := _before(sentence, whole, before)):
                yield found


def fits_whole(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether these can be parts of such a whole by what they count."""
    if whole.kind is not FigureKind.NUMBER:
        return True
    own, units = _unit(whole), {_unit(part) for part in parts}
    if own in _CONTAINERS or any(
        p.value is not None and whole.value is not None and p.value > whole.value for p in parts
    ):
        return False
    if own in _PEOPLE:
        return not units & (_LEVELS - _PEOPLE)
    return units == {own} or not ((units - {own}) & _LEVELS)


def _behind(text: str, whole: Figure, others: Sequence[Figure]) -> Breakdown | None:
    """A whole whose parts follow it."""
    first = others[0]
    leads = list(_LEADS.finditer(text, whole.end, first.start))
    if not leads or len(_WORD.findall(text, whole.end, first.start)) > _MOST_WORDS:
        return None
    if _NO_PARTS.search(text, whole.end, leads[-1].start()):
        return None
    parts = run_of(text, leads[-1].end(), others)
    sure = (
        leads[-1]["consists"]
        or whole.kind is not FigureKind.NUMBER
        or {_unit(p) for p in parts} == {_unit(whole)}
    )
    return Breakdown(whole, parts) if len(parts) >= _LEAST and sure and fits_whole(whole, parts) else None


def _before(text: str, whole: Figure, others: Sequence[Figure]) -> Breakdown | None:
    """A whole that sums up what stands before it."""
    between = _TOGETHER.search(text, others[-1].end, whole.start)
    if between is None or len(_WORD.findall(text, others[-1].end, whole.start)) > _MOST_WORDS:
        return None
    parts: list[Figure] = []
    for figure in reversed(others):
        end = parts[0].start if parts else between.start()
        if _NO_PARTS.search(text, figure.end, end) or (parts and not _LINK.search(text, figure.end, end)):
            break
        parts.insert(0, figure)
    units = {_unit(p) for p in parts}
    mixed = len(units & _LEVELS) > 1 or (_unit(whole) in _LEVELS - _PEOPLE and units != {_unit(whole)})
    if len(parts) < _LEAST or mixed or not fits_whole(whole, parts):
        return None
    for size in range(_LEAST, len(parts)):  # more may stand before them
        if sum((p.value or 0 for p in parts[-size:]), Decimal(0)) == whole.value:
            return None
    return Breakdown(whole, tuple(parts))


def run_of(text: str, begin: int, parts: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures that follow one another as parts, from where they begin; none where something else stands there."""
    taken: list[Figure] = []
    for figure in parts:
        if taken and (
            not _LINK.search(text, begin, figure.start) or _TOGETHER.search(text, begin, figure.start)
        ):
            break
        if _NO_PARTS.search(text, begin, figure.start):
            return ()
        if len(_WORD.findall(text, begin, figure.start)) > _MOST_WORDS:
            break
        taken.append(figure)
        begin = figure.end
    after = text[begin : begin + 40]
    return () if taken and _NO_PARTS.match(after.lstrip(" ,(")) else tuple(taken)


def linked(text: str, start: int, end: int) -> bool:
    """Whether what stands there is what stands between two parts."""
    return _LINK.search(text, start, end) is not None


def _unit(figure: Figure) -> str:
    return "" if figure.unit in ("dan", "serta", "yang", "dengan", "pada", "di", "untuk") else figure.unit


def _step(figure: Figure) -> Decimal:
    return Decimal(1).scaleb(-figure.decimals) if figure.decimals else Decimal(0)
