"""The desk at which a paper is read: who it is of, what is known already, and what has been proposed so far."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Any, Final, TypeVar

from reports.examine.cells import Value, alike, plain_name, read_value, whole_name, words_of
from reports.papers.paper import Row, Spot
from reports.papers.scales import scale_for
from reports.reading.proposal import Proposal, Reading, Unplaced
from sakip.capaian.rumus import rumus_bawaan
from sakip.entry.number_kinds import Rupiah
from sakip.lists.sipd.kode import key_of
from sakip.text.key_names import new_key
from sakip.text.reading.slips import mistyped
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS

_PREFIX: Final = re.compile(r"^(?:(?:sub\s*-?\s*kegiatan|kegiatan|program)\s*:?\s+)", re.IGNORECASE)
_ORDER: Final = re.compile(r"^(?:[-–•]\s*)?(?:[a-z]|\d{1,2}|[ivx]{1,4})\s*[.)]\s*", re.IGNORECASE)
_INDEX: Final = re.compile(r"\b(?:skm|ikm)\b|kepuasan\s+masyarakat", re.IGNORECASE)
_PERCENT: Final = re.compile(r"^(?:%|(?:per|pro|pra|pre)s[ea]n)", re.IGNORECASE)
#: Numbers of columns that were written before the text of the first row.
_COLUMN: Final = re.compile(r"^\d{1,2}\s+(?=[^\W\d])")


#: What offices shorten in one table and write in full in another.
_SHORT: Final = (
    (re.compile(r"\bkesos\b", re.IGNORECASE), "kesejahteraan sosial"),
    (re.compile(r"\b(?:trantibum|trantib)\b", re.IGNORECASE), "ketenteraman ketertiban umum"),
    (re.compile(r"\bketentraman\b", re.IGNORECASE), "ketenteraman"),
)


def _named(name: str) -> frozenset[str]:
    for short, meant in _SHORT:
        name = short.sub(meant, name)
    return words_of(name)


@dataclass(slots=True)
class Named:
    """What is called by a name: its key, the words of the names it has, and the key of what it belongs to."""

    kunci: str
    names: list[frozenset[str]]
    above: str = ""


@dataclass
class Names:
    """What of one kind is known by name: recorded, or proposed from this paper."""

    known: list[Named] = field(default_factory=list)

    def find(self, name: str) -> tuple[Named | None, bool]:
        """What has this name or one like it, and whether it surely is the one meant; nothing where two may be."""
        words = _named(name)
        if not words:
            return None, False
        for one in self.known:
            if words in one.names:
                return one, True
        scored = [(max(_near(words, other) for other in one.names), one) for one in self.known]
        best = _leading([(share, one) for share, one in scored if share >= _NEAR], _LEAD)
        return best, False

    def add(self, kunci: str, name: str, above: str = "") -> Named:
        """Know one more."""
        one = Named(kunci, [_named(name)], above)
        self.known.append(one)
        return one

    @property
    def keys(self) -> set[str]:
        """The keys in use."""
        return {one.kunci for one in self.known}


@dataclass(kw_only=True)
class Desk:
    """One reading. Rows are proposed by :meth:`propose`; of two that say one fact otherwise both are held back."""

    recorded: RecordedBook
    reading: Reading = field(default_factory=Reading)
    tujuan: Names = field(default_factory=Names)
    sasaran: Names = field(default_factory=Names)
    indikator: Names = field(default_factory=Names)
    renstra: tuple[int, int, int] | None = None
    """Its first and last year and its versi."""
    above: dict[str, str] = field(default_factory=dict)
    """The codes of the program and kegiatan that were named last, by their level."""
    larger: Mapping[Spot, str] = field(default_factory=dict)
    """Rows of tables whose amounts are no whole rupiah, with what they are: "ribuan"."""
    _asked: dict[tuple[frozenset[str], str, str, str], tuple[str, str, bool] | None] = field(
        default_factory=dict, init=False
    )
    """What names meant that were asked for already: a paper says each many times."""

    def __post_init__(self) -> None:
        content = self.recorded.content
        for one in content["Tujuan"]:
            self.tujuan.add(one["kunci"], one["uraian"])
        for one in content["Sasaran"]:
            self.sasaran.add(one["kunci"], one["uraian"], one["tujuan"])
        for one in content["Indikator"]:
            self.indikator.add(one["kunci"], one["nama"], one["sasaran"])
        for one in content["Renstra"]:
            self.renstra = one["tahun_awal"], one["tahun_akhir"], one["versi"] or 0

    @property
    def tahun(self) -> int:
        """The year that is filled."""
        return self.recorded.tahun

    # -- what is proposed -----------------------------------------------------------------------------

    def propose(
        self,
        sheet: str,
        row: Row,
        cells: Mapping[str, Any],
        *,
        fact: Iterable[str] | None = None,
        assumed: Iterable[str] = (),
        notes: Iterable[str] = (),
        doubts: Iterable[str] = (),
        apart: bool = False,
    ) -> Proposal | None:
        """A row of that sheet. ``fact`` are the names of the columns that tell which fact it is, where these are not
        those by which the sheet tells rows apart: what says it alike is said once, what says it otherwise holds both
        back. ``assumed`` are columns that the paper does not say itself:
        they are for a row that is new. What stands ``apart`` is a part of a fact that waits alone, and whatever else is
        said of it does not. Returns what was added."""
        full = {key: value for key, value in cells.items() if value not in (None, "", [])}
        names = RECORD_SHEETS[sheet].sheet.tells if fact is None else tuple(fact)
        notes, doubts = list(notes), list(doubts)
        if (multiple := self.larger.get(row.at, "")) and _money(sheet) & full.keys():
            doubts.append(
                f"Tabelnya dalam {multiple} rupiah, sedangkan yang dicatat rupiah penuh. Isi dari dokumen lain."
            )
        if self._is_recorded(sheet, full, names):
            full = {key: value for key, value in full.items() if key not in set(assumed)}
        for at, one in self.proposed(sheet):
            if apart or one.apart or not names or any(one.cells.get(n) != full.get(n) for n in names):
                continue
            if differing := self._differing(one.cells, full):
                doubts.append(self._two_values(one.at, one.cells, differing))
                other = self._two_values(row.at, full, differing)
                self.reading.proposals[at] = _held(one, other)
                continue
            merged = {**full, **one.cells}
            one = self.reading.proposals[at] = replace(one, also=(*one.also, row.at))
            said = [*self._worded(one.cells, full, row), *(notes if merged.keys() - one.cells.keys() else ())]
            if merged != one.cells or said:
                self.reading.proposals[at] = replace(
                    one, cells=merged, notes=(*one.notes, *(note for note in said if note not in one.notes))
                )
            return None
        one = Proposal(
            number=len(self.reading.proposals) + 1,
            sheet=sheet,
            cells=full,
            at=row.at,
            quote=row.text,
            notes=tuple(notes),
            doubts=tuple(doubts),
            fact=" ".join(str(full.get(name, "")) for name in names),
            apart=apart,
        )
        self.reading.proposals.append(one)
        return one

    def proposed(self, *sheets: str) -> list[tuple[int, Proposal]]:
        """What is proposed for these sheets so far, each with its place in the reading."""
        return [(at, one) for at, one in enumerate(self.reading.proposals) if one.sheet in sheets]

    def _is_recorded(self, sheet: str, cells: Mapping[str, Any], names: tuple[str, ...]) -> bool:
        return bool(names) and any(
            all((row.get(name) or 0) == (cells.get(name) or 0) for name in names)
            for row in self.recorded.content[sheet]
        )

    @staticmethod
    def _differing(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
        """The columns of values in which two rows of one fact differ; texts may be worded otherwise."""
        return sorted(key for key in one.keys() & other.keys() & _VALUES if one[key] != other[key])

    @staticmethod
    def _worded(one: Mapping[str, Any], other: Mapping[str, Any], row: Row) -> list[str]:
        """What to say where two rows of one fact word it otherwise: the first is taken."""
        return [
            f'Dokumen juga menulis "{other[key]}" pada {row.at.words}.'
            for key in sorted(one.keys() & other.keys() & _WORDED)
            if whole_name(str(one[key])) != whole_name(str(other[key]))
        ]

    @staticmethod
    def _two_values(at: Spot, cells: Mapping[str, Any], columns: list[str]) -> str:
        said = ", ".join(f"{column.replace('_', ' ')} {cells[column]}" for column in columns)
        return f"Dokumen menyebut nilai lain pada {at.words}: {said}. Pilih salah satu."

    def unplaced(self, row: Row, why: str) -> None:
        """A row of which nothing is made."""
        self.reading.unplaced.append(Unplaced(at=row.at, quote=row.text, why=why))

    # -- names and keys -------------------------------------------------------------------------------

    def key(self, names: Names, name: str, default: str) -> str:
        """A new key for that name."""
        return new_key(name, names.keys, default=default)

    def unit(self, kunci: str, name: str) -> str:
        """The satuan of an indikator: proposed, recorded, or told by its name."""
        for _, one in self.proposed("Indikator"):
            if one.cells["kunci"] == kunci:
                return str(one.cells.get("satuan", ""))
        told = (one["satuan"] for one in self.recorded.content["Indikator"] if one["kunci"] == kunci)
        return next(told, unit_of(name)) or ""

    def plan_indikator(self, row: Row, sasaran: str, name: str, cell: str, *, note: str = "") -> None:
        """An indikator of a sasaran in the RKT, with its target where a cell says one."""
        known, sure = self.indikator.find(name)
        value = target_cells(cell, name) or {}
        unit = unit_of(name, read_value(cell))
        notes = (
            []
            if sure or known is None
            else [f'Dianggap sama dengan indikator "{known.kunci}" karena namanya mirip.']
        )
        if known is None:
            notes.append(
                "Tidak cocok dengan indikator Renstra mana pun; hubungkan sendiri setelah diterapkan."
            )
        if note:
            notes.append(
                f'Satu target "{note}" tertulis untuk beberapa indikator; periksa targetnya masing-masing.'
            )
        if unit == "%" and isinstance(value.get("target"), int):
            value["cetak"] = f"{value['target']}%"
        cells = {
            "sasaran": sasaran,
            "indikator": name,
            "kunci_indikator": known.kunci if known else "",
            "satuan": unit,
        }
        self.propose(
            "RKT", row, cells | value, fact=("kunci_indikator" if known else "indikator",), notes=notes
        )

    @staticmethod
    def changed(one: Proposal, cells: Mapping[str, Any]) -> Proposal:
        """A proposal of which another table says more."""
        return replace(one, cells={**one.cells, **cells})

    def in_letters(self, unit: str) -> dict[str, str]:
        """How an indikator is measured by letters: on the usual scale for its unit, where there is one."""
        scale = scale_for(self.recorded.references.scales, unit)
        return measured_as(letters=True) | ({"skala": scale} if scale else {})

    # -- nomenklatur ----------------------------------------------------------------------------------

    @cached_property
    def _codes(self) -> dict[str, list[tuple[str, str, str, frozenset[str]]]]:
        """By nomenklatur: code, level, name, words of the name."""
        return {
            versi: [
                (kode, place.level, place.nama, whole_name(_PREFIX.sub("", place.nama)))
                for kode, place in codes.items()
                if not place.repeated
            ]
            for versi, codes in self.recorded.references.nomenklatur.items()
        }

    def written(self, key: tuple[int, ...]) -> tuple[str, str] | None:
        """The code of the year's nomenklatur that a budget writes so, by its parts as numbers, and its level."""
        places = self.recorded.references.nomenklatur.get(self.recorded.versi, {})
        return next(
            ((kode, place.level) for kode, place in places.items() if key and key_of(kode) == key), None
        )

    def version_of(self, words: Sequence[str]) -> str:
        """The nomenklatur in which most of these are names: that of the year, unless another has more of them."""
        own = self.recorded.versi_rkt
        names = {text: whole_name(_PREFIX.sub("", bare(text))) for text in words if len(text) > _SHORTEST}
        counted = {versi: Counter(one[3] for one in codes) for versi, codes in self._codes.items()}
        told = {
            versi: {text for text, name in names.items() if at_once[name] == 1}
            for versi, at_once in counted.items()
        }
        best = max(told, key=lambda versi: len(told[versi]), default=own)
        return best if len(told.get(best, ())) > len(told.get(own, ())) else own

    def code(
        self, name: str, *, versi: str = "", below: str = "", level: str = ""
    ) -> tuple[str, str, bool] | None:
        """The code of that name in the year's nomenklatur (or ``versi``), its official name, and whether it is written
        just so. ``below`` is the code that it stands under, ``level`` what it must be. None where none or two fit."""
        asked = whole_name(_PREFIX.sub("", bare(name))), versi, below, level
        if asked not in self._asked:
            self._asked[asked] = self._code(*asked)
        return self._asked[asked]

    def _code(
        self, words: frozenset[str], versi: str, below: str, level: str
    ) -> tuple[str, str, bool] | None:
        offered = [
            one
            for one in self._codes.get(versi or self.recorded.versi, ())
            if (not level or one[1] == level) and (not below or one[0].startswith(f"{below}."))
        ]
        exact = [one for one in offered if one[3] == words]
        if len(exact) > 1 and not level:
            return None
        if exact:
            return (exact[0][0], exact[0][2], True) if len(exact) == 1 else None
        scored = [(shared(words, one[3]), one) for one in offered]
        best = _leading([(share, one) for share, one in scored if share >= _NEAR_CODE], _LEAD_CODE)
        return (best[0], best[2], False) if best else None


#: Columns whose values are facts; the others are words, which a paper may put otherwise.
_VALUES: Final = frozenset(
    {"target", "nilai", "anggaran", "pagu", "pagu_murni", "pagu_perubahan", "realisasi", "asn", "non_asn"}
)


#: Columns of words of which it is said where a paper puts them otherwise.
_WORDED: Final = frozenset({"sasaran", "indikator", "formulasi", "pembilang", "penyebut", "sumber_data"})


#: Letters of what may name a program.
_SHORTEST: Final = 7
#: Words of a name that may lack or have one more.
_LONG: Final = 3
#: How much of their words two names share to be near, and how far the nearest must lead the next.
_NEAR: Final = 0.6
_NEAR_CODE: Final = 0.65
_LEAD: Final = 0.12
_LEAD_CODE: Final = 0.05

#: A note beside what no table says.
FROM_SENTENCE: Final = "Diambil dari kalimat, bukan dari tabel."

T = TypeVar("T")


def _money(sheet: str) -> set[str]:
    """The columns of a sheet that hold rupiah."""
    return {column.key for column in RECORD_SHEETS[sheet].sheet.columns if isinstance(column.kind, Rupiah)}


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two names share: 1 where their words are the same; a slip of the pen counts as the word."""
    if not one or not other:
        return 0.0
    same = one & other
    slips = sum(any(mistyped(word, meant) for meant in other - same) for word in one - same)
    return 2 * (len(same) + slips) / (len(one) + len(other))


def _near(one: frozenset[str], other: frozenset[str]) -> float:
    """The same; of short names ("SKM", "SKM Aparatur") one word more is another thing."""
    return shared(one, other) if min(len(one), len(other)) >= _LONG or alike(one, other) else 0.0


def _leading(scored: Sequence[tuple[float, T]], lead: float) -> T | None:
    """The best of them, where it leads the next."""
    ordered = sorted(scored, key=lambda one: -one[0])
    if not ordered or (len(ordered) > 1 and ordered[0][0] - ordered[1][0] < lead):
        return None
    return ordered[0][1]


def _held(one: Proposal, doubt: str) -> Proposal:
    return one if doubt in one.doubts else replace(one, doubts=(*one.doubts, doubt))


# -- cells ----------------------------------------------------------------------------------------------


def bare(name: str) -> str:
    """A name without the number, letter or mark before it."""
    text = _COLUMN.sub("", " ".join(name.split()))
    return plain_name(_ORDER.sub("", text))


def typed(number: Decimal) -> Any:
    """A number as it would be typed."""
    return int(number) if number == number.to_integral_value() else f"{number:f}".replace(".", ",")


def measured_as(*, letters: bool) -> dict[str, str]:
    """Kind of value and rumus of an indikator that a paper measures so, as the registry has it where nobody chose."""
    kind = "huruf" if letters else "angka"
    return {"jenis_nilai": kind, "rumus": rumus_bawaan(kind).value}


def unit_of(name: str, value: Value | None = None) -> str:
    """The satuan that a name or a value tells; empty where none does."""
    if _PERCENT.match(name.strip()):
        return "%"
    if _INDEX.search(name):
        return "indeks"
    if value is not None and value.percent:
        return "%"
    if value is not None and value.letter:
        return ""
    first = name.casefold().split(" ", 1)[0]
    return (
        {"indeks": "indeks", "nilai": "nilai"}.get(first, "") if "ipp" not in name.casefold().split() else ""
    )


def target_cells(cell: str, name: str, column: str = "target") -> dict[str, Any] | None:
    """A target or a realisasi as its columns hold it; None where the cell has no single number or letter."""
    value = read_value(cell)
    if value is None:
        return None
    if value.letter:
        return {column: value.letter, "cetak": value.letter}
    if value.number is None:
        return None
    number = typed(value.number)
    shown = str(number)
    return {column: number, "cetak": f"{shown}%" if unit_of(name, value) == "%" else shown}


def rupiah(cell: str) -> int | None:
    """An amount in whole rupiah: None for an empty cell, a dash, or what is no amount."""
    text = re.sub(r"[,.]\s*-+\s*$|^[:\s]*rp\.?\s*", "", cell.strip(), flags=re.IGNORECASE).strip()
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}(?:\.0{1,2})?|\d{1,3}(?:,\d{3})+\.0{2}", text):
        text = text.partition(".")[0].replace(",", "")
    if not re.fullmatch(r"\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?|\d+", text):
        return None
    whole, _, cents = text.partition(",")
    return int(whole.replace(".", "")) if cents.strip("0") == "" else None
