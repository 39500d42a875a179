"""Live values: ``{capaian: nama indikator}`` in a text stands for the number that the table prints.

Numbers written by hand drift away from the record. A marker is stored as text, and becomes the number wherever the
text is shown; what the table says, it says. Pure: from the results alone, no Django.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final, NamedTuple

from reports.prose.language import tidy
from reports.writing.blocks import Block, Inline, contents, inline, map_contents, words
from sakip.capaian.levels import NOT_DETAILED
from sakip.capaian.results import (
    IndikatorResult,
    Results,
    SasaranResult,
    Serapan,
    walk_rows,
)
from sakip.text.numbers import format_rupiah
from sakip.text.states import BELUM_DIISI
from sakip.text.working import say_predikat, shown

#: What can be said of an indikator; without a name, of the one that the text is about.
KINDS_OF_INDIKATOR: Final = ("capaian", "realisasi", "target", "predikat")
#: What can be said of a sasaran; without a name, of the one that the text is about, else of the whole year.
KINDS_OF_SASARAN: Final = ("rata-rata", "predikat rata-rata")
#: What can be said of money: of a program, kegiatan, sub kegiatan or sasaran; without a name, likewise.
KINDS_OF_ANGGARAN: Final = ("serapan", "pagu", "realisasi anggaran")
KINDS: Final = (*KINDS_OF_INDIKATOR, *KINDS_OF_SASARAN, *KINDS_OF_ANGGARAN)

#: What stands in braces, also with too many of them, torn by a line break, or never closed.
_BRACES: Final = re.compile(
    r"\{{1,3}\s*(?P<kind>[^\s{}:;][^{}:;]{0,200}?)"
    r"(?:(?P<sign>\s*[:;])(?P<name>[^{}]*)(?P<closed>\}{1,3})?|\s*\}{1,3})"
)
#: Words, and not the letters, numbers and signs of a formula.
_WORDS: Final = re.compile(r"[^\W\d_][^\W_]+(?:[ -][^\W_]{2,})*")
_DASHES: Final = str.maketrans("–—‑_", "--- ")


class MarkerChoice(NamedTuple):
    """A marker that may be put into a text, and what it shows now."""

    marker: str
    value: str


class ChoiceGroup(NamedTuple):
    """What can be said of one indikator, sasaran or program."""

    title: str
    choices: tuple[MarkerChoice, ...]


@dataclass(slots=True)
class LiveValues:
    """Every value that a text of one kecamatan and year may name, by kind and by name.

    A name that several records share names none of them: they are told apart by their kunci.
    """

    groups: list[ChoiceGroup] = field(default_factory=list)
    _values: dict[tuple[str, str], str] = field(default_factory=dict)
    _shared: set[tuple[str, str]] = field(default_factory=set)
    _markers: dict[str, str] = field(default_factory=dict)

    def find(self, kind: str, name: str, about: str = "") -> str | None:
        """The value, None when it is not known. Without a name it is that of the indikator or sasaran whose kunci
        is ``about``, else of the whole year."""
        if wanted := _comparable(name):
            return None if self.is_shared(kind, name) else self._values.get((kind, wanted))
        own = (kind, _comparable(about))
        if own in self._values and own not in self._shared:
            return self._values[own]
        return self._values.get((kind, ""))

    def is_shared(self, kind: str, name: str) -> bool:
        """Whether several records bear that name."""
        return (kind, _comparable(name)) in self._shared

    def nearest(self, marker: str) -> str | None:
        """The known marker that is written most like this one; None where none is near."""
        close = difflib.get_close_matches(_comparable(marker), self._markers, n=1, cutoff=0.7)
        return self._markers[close[0]] if close else None

    def _note(
        self, title: str, names: tuple[str, ...], values: dict[str, str], *, offered: bool = True
    ) -> None:
        """Make the values known under each of the names; the first is the one that a marker is written with.

        What is not ``offered`` may still be written: a list of every sub kegiatan helps nobody.
        """
        for kind, value in values.items():
            for name in dict.fromkeys(_comparable(n) for n in names if n or names == ("",)):
                if (kind, name) in self._values:
                    self._shared.add((kind, name))
                self._values[kind, name] = value
            self._markers.setdefault(_comparable(f"{kind}: {names[0]}"), marker_for(kind, names[0]))
        if offered:
            choices = (MarkerChoice(marker_for(kind, names[0]), value) for kind, value in values.items())
            self.groups.append(ChoiceGroup(title, tuple(choices)))


def marker_for(kind: str, name: str = "") -> str:
    """The marker as it is written."""
    held = _holdable(name)
    return f"{{{kind}: {held}}}" if held else f"{{{kind}}}"


def live_values(results: Results | None) -> LiveValues:
    """What the results let a text say; nothing where nothing was measured."""
    values = LiveValues()
    if results is None:
        return values
    values._note(
        "Seluruh kecamatan",
        ("",),
        {
            "rata-rata": shown(results.rerata),
            "predikat rata-rata": say_predikat(results.rerata),
            **(_money(results.anggaran.total) if results.anggaran.program else {}),
        },
    )
    for sasaran in results.sasaran:
        for indikator in sasaran.indikator:
            values._note(
                f"Indikator: {tidy(indikator.nama)}",
                (indikator.nama, indikator.kunci),
                _of_indikator(indikator),
            )
    for sasaran in results.sasaran:
        values._note(
            f"Sasaran: {tidy(sasaran.uraian)}", (sasaran.uraian, sasaran.kunci), _of_sasaran(sasaran)
        )
    for row, _ in walk_rows(results.anggaran.program):
        if row.tingkat == "unit" or (row.nama == NOT_DETAILED and not row.kode):
            continue  # a kelurahan's part, or the remainder, of its parent: there may be many of one name
        values._note(
            tidy(row.nama), (row.nama, row.kode), _money(row.serapan), offered=row.tingkat == "program"
        )
    return values


def _of_indikator(i: IndikatorResult) -> dict[str, str]:
    """As the table of measurement prints them (:func:`reports.lkip.bab3.pengukuran.size_cells`)."""
    return {
        "capaian": shown(i.capaian),
        "realisasi": tidy(i.realisasi_cetak),
        "target": tidy(i.target_cetak),
        "predikat": say_predikat(i.capaian),
    }


def _of_sasaran(s: SasaranResult) -> dict[str, str]:
    return {
        "rata-rata": shown(s.rerata),
        "predikat rata-rata": say_predikat(s.rerata),
        **_money(s.anggaran),
    }


def _money(serapan: Serapan) -> dict[str, str]:
    return {
        "serapan": shown(serapan),
        "pagu": _rupiah(serapan.pagu),
        "realisasi anggaran": _rupiah(serapan.realisasi),
    }


def _rupiah(nilai: Decimal | None) -> str:
    return BELUM_DIISI if nilai is None else format_rupiah(nilai)


# -- in a text ---------------------------------------------------------------------------------------


def fill(blocks: Iterable[Block], values: LiveValues, *, about: str = "") -> tuple[Block, ...]:
    """The blocks with every known marker shown as its value; what is not known stays as it was written."""

    def changed(content: Inline) -> Inline:
        if not any("{" in piece.text for piece in content):
            return content
        return inline(replace(piece, text=fill_text(piece.text, values, about=about)) for piece in content)

    return map_contents(blocks, changed)


def fill_text(text: str, values: LiveValues, *, about: str = "") -> str:
    """The same of a line of plain text."""

    def shown(one: str | _Marker) -> str:
        if isinstance(one, str):
            return one
        said = one.said(values, about)
        return one.text if said is None else said

    return "".join(map(shown, _pieces(text)))


@dataclass(frozen=True, slots=True)
class _Marker:
    """Words in braces that are meant for a live value: they name one, or look like it.

    ``name`` is None where no sign parts it from the kind; ``whole`` says that it is spelled as a marker is.
    """

    text: str
    kind: str
    name: str | None
    whole: bool

    def said(self, values: LiveValues, about: str) -> str | None:
        """What stands for it; None where there is no value for it."""
        return values.find(self.kind, self.name or "", about) if self.whole and self.kind in KINDS else None


def _pieces(text: str) -> Iterator[str | _Marker]:
    """The text in pieces: its markers, and what stands between them."""
    done = 0
    for found in _BRACES.finditer(text) if "{" in text else ():
        if (marker := _marker(found)) is not None:
            if found.start() > done:
                yield text[done : found.start()]
            yield marker
            done = found.start() + len(marker.text)
    if done < len(text):
        yield text[done:]


def _marker(found: re.Match[str]) -> _Marker | None:
    """What is found in braces as a marker; None where it is none: a formula, a set, an aside.

    A sign that stands apart divides one quantity by another, unless one of ours stands before it.
    """
    kind, sign = " ".join(found["kind"].translate(_DASHES).lower().split()), found["sign"]
    if not _WORDS.fullmatch(kind):
        return None
    if sign is None:
        if not _near(kind) and not _near(kind.split()[0]):
            return None
        return _Marker(found[0], kind, None, whole=True)
    closed = found["closed"] is not None
    if not _near(kind) and not (closed and sign == ":"):
        return None
    text = found[0] if closed else found.string[found.start() : found.end("sign")]
    return _Marker(text, kind, found["name"].strip(), whole=closed and sign.strip() == ":")


def _near(kind: str) -> str | None:
    """The kind of value that is written like this; None where none is."""
    return next(iter(difflib.get_close_matches(kind, KINDS, n=1, cutoff=0.8)), None)


def unknown_markers(text: str) -> Iterator[tuple[str, bool]]:
    """A text into which the values were put, in pieces: each with whether it is a marker that was left over."""
    for one in _pieces(text):
        yield (one.text, True) if isinstance(one, _Marker) else (one, False)


def marker_messages(blocks: Iterable[Block], values: LiveValues, *, about: str = "") -> list[str]:
    """What is wrong with the markers of a text, one line each: the marker, the reason, the remedy."""
    messages = (
        f"{one.text}{'' if one.whole else ' …'}: {wrong}"
        for content in contents(blocks)
        for one in _pieces(words(content))
        if isinstance(one, _Marker) and (wrong := _wrong(one, values, about))
    )
    return list(dict.fromkeys(messages))


def _wrong(marker: _Marker, values: LiveValues, about: str) -> str:
    """What is wrong with one marker, and the remedy; empty where nothing is."""
    kind, name = marker.kind, marker.name or ""
    if marker.said(values, about) is not None:
        return ""
    if kind in KINDS and values.is_shared(kind, name):
        return "nama itu dipakai lebih dari satu catatan. Tulis kunci atau kodenya."
    near = _nearest(marker, values, about)
    remedy = f" Maksud Anda {near}?" if near else ""
    if not marker.whole:
        return f"penandanya tidak lengkap. Tulis jenis nilai, titik dua, nama, lalu kurung tutup.{remedy}"
    if kind in KINDS:
        return f"{_unknown(kind, name)}{remedy}"
    offer = f" Pakai salah satu: {', '.join(KINDS)}; atau, bila bukan nilai, kurung biasa."
    return f"nilai “{kind}” tidak dikenal.{remedy or offer}"


def _nearest(marker: _Marker, values: LiveValues, about: str) -> str | None:
    """The known marker that was probably meant; without a name that of what the text is about."""
    if marker.name is not None or not _near(marker.kind):
        return values.nearest(f"{marker.kind}: {marker.name}" if marker.name is not None else marker.kind)
    near = _near(marker.kind)
    return marker_for(near) if near and values.find(near, "", about) is not None else None


def _unknown(kind: str, name: str) -> str:
    if kind in KINDS_OF_INDIKATOR:
        if not name:
            return "sebutkan nama indikatornya, misalnya {capaian: nama indikator}."
        return (
            f"Indikator “{name}” tidak dikenal. Pilih dari daftar nilai, atau tulis namanya seperti dalam PK."
        )
    if not name:
        return "nilainya belum ada karena data tahun ini belum lengkap."
    if kind in KINDS_OF_SASARAN:
        return (
            f"Sasaran “{name}” tidak dikenal. Pilih dari daftar nilai, atau tulis uraiannya seperti dalam PK."
        )
    return (
        f"Program, kegiatan, atau sub kegiatan “{name}” tidak dikenal. Pilih dari daftar nilai, atau tulis namanya "
        f"seperti dalam anggaran."
    )


def _holdable(name: str) -> str:
    """A name as a marker can hold it."""
    return tidy(re.sub(r"[{}<>]", " ", name))


def _comparable(name: str) -> str:
    """How names are compared: capitals, spaces, quotation marks and a full stop at the end say nothing."""
    return _holdable(name).strip(" .“”\"'").casefold()
