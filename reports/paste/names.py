"""What a pasted block calls by a name where the sheet has a key: looked up exactly, and asked where it is near."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Any, Final

from kecamatan.ground.texts import Refused
from sakip.checks.text.subjects import names_one_thing
from sakip.lists.sipd.kode import key_of, read_kode
from sakip.text.key_names import squeezed
from sakip.workbook.lookups import CodePlace
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from sakip.workbook.sheets.said import Cells
from sakip.workbook.sheets.sheet import PERATURAN, Sheet

#: How alike two names are that may be one, and how many of them are offered.
_NEAR: Final = 0.78
_MOST_OFFERED: Final = 5
_LEVEL_WORDS: Final = re.compile(r"^(?:sub\s*kegiatan|kegiatan|program)\s*:?\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A name that is near to others: which of them is meant is asked. ``offered`` are their keys with their names."""

    row: int
    column: str
    said: str
    offered: tuple[tuple[str, str], ...]

    @property
    def code(self) -> str:
        """Tells it from others, also when it is asked again."""
        return sha256(f"{self.column}\n{squeezed(self.said)}".encode()).hexdigest()[:12]


@dataclass(kw_only=True)
class Names:
    """What is recorded, or stands in a table of the same block, and may be named. ``answers`` say, by the code of the
    question, which key is meant."""

    recorded: RecordedBook
    answers: Mapping[str, str]
    questions: dict[str, Question] = field(default_factory=dict, init=False)
    numbers: dict[int, int] = field(default_factory=dict, init=False)
    """By the row of the block the number by which what it names is told apart."""
    _lists: dict[str, dict[str, list[tuple[str, str]]]] = field(default_factory=dict, init=False)
    _named: dict[tuple[str, str], Mapping[str, Sequence[tuple[str, str]]]] = field(
        default_factory=dict, init=False
    )
    _near: dict[tuple[str, str, str], Sequence[str]] = field(default_factory=dict, init=False)
    _learnt: dict[str, list[Cells]] = field(default_factory=dict, init=False)

    def learn(self, sheet: Sheet, rows: Iterable[Mapping[str, Any]]) -> None:
        """Rows of a table of the block, as they would be typed: others may name them as those that are recorded."""
        self._learnt.setdefault(sheet.nama, []).extend(dict(_read(sheet, row)) for row in rows)
        self._lists.clear()

    def rows(self, sheet: str) -> Sequence[Cells]:
        """What is recorded on a sheet, and what the block brought before."""
        return [*self.recorded.content[sheet], *self.brought(sheet)]

    def brought(self, sheet: str) -> Sequence[Cells]:
        """What the block brought for a sheet."""
        return self._learnt.get(sheet, ())

    def key(self, sheet: str, said: str, *, row: int, column: str) -> str:
        """The key of what is called so on that sheet; the text itself where it is a key, or where nothing is found."""
        called = self._called(sheet)
        if not called or any(said == key for rows in called.values() for key, _ in rows):
            return said
        return self._one(sheet, said, row=row, column=column) or said

    def is_key(self, sheet: str, said: str) -> bool:
        """Whether a row of that sheet has this key, of whatever plan or year."""
        if sheet == PERATURAN:
            return said in self.recorded.references.regulations
        key = RECORD_SHEETS[sheet].sheet.key
        return any(str(row.get(key)) == said for row in self.rows(sheet))

    def known(self, sheet: str, said: str) -> str:
        """The key of what is called exactly so, nothing where none or several are."""
        found = {key for key, _ in self._called(sheet).get(squeezed(said), ())}
        return found.pop() if len(found) == 1 else ""

    def all_of(self, sheet: str) -> list[str]:
        """What the rows of that sheet are called."""
        return [name for rows in self._called(sheet).values() for _, name in rows]

    def has_names(self, sheet: str) -> bool:
        """Whether rows of that sheet can be named otherwise than by their key."""
        return sheet == PERATURAN or _is_called(sheet)

    def _called(self, sheet: str) -> dict[str, list[tuple[str, str]]]:
        if sheet not in self._lists:
            names: dict[str, list[tuple[str, str]]] = {}
            for key, name in self._of(sheet):
                names.setdefault(squeezed(name), []).append((key, name))
            self._lists[sheet] = names
        return self._lists[sheet]

    def _of(self, sheet: str) -> Iterator[tuple[str, str]]:
        if sheet == PERATURAN:
            yield from ((kode, str(one)) for kode, one in self.recorded.references.regulations.items())
        elif _is_called(sheet):
            one = RECORD_SHEETS[sheet].sheet
            place, name, key = one.pasted.place(self, {}), one.pasted.called, one.key
            for row in self.rows(sheet):
                if all(row.get(k, v) == v for k, v in place.items()) and row.get(name) and row.get(key):
                    yield str(row[key]), str(row[name])

    def several(self, sheet: str, said: str) -> Sequence[str]:
        """What a text names of that sheet, where it is more than one: apart."""
        if self.known(sheet, said) or sheet not in RECORD_SHEETS:
            return (said,)
        return RECORD_SHEETS[sheet].sheet.pasted.apart(said)

    def _offered(self, sheet: str, said: str, everyone: Mapping[str, str]) -> dict[str, str]:
        """What a text may mean that is like none of the names, as the sheet itself knows."""
        if sheet not in RECORD_SHEETS:
            return {}
        found = RECORD_SHEETS[sheet].sheet.pasted.may_be(said, self.rows(sheet))
        return {key: everyone[key] for key in found if key in everyone}

    def _one(self, sheet: str, said: str, *, row: int, column: str) -> str:
        called = self._called(sheet)
        text = squeezed(said)
        exact = dict(called.get(text, ()))
        if len(exact) == 1:
            return next(iter(exact))
        near = exact or dict(one for name in _nearest(text, called) for one in called[name])
        if not exact:
            everyone = [one for rows in called.values() for one in rows]
            near |= {key: name for key, name in everyone if names_one_thing(said, name)}
            near |= self._offered(sheet, said, dict(everyone)) if not near else {}
        return self.chosen(near, said, row=row, column=column)

    def written_else(
        self, sheet: Sheet, column: str, said: str, others: Collection[str], *, row: int, within: Cells
    ) -> str:
        """What the one row is called that is named otherwise by ``said``, in full or by its initials, if the person
        says that it is meant; ``said`` where it is a name of its own. Rows that the table names itself (``others``)
        and those of another place than ``within`` are none of them."""
        text = squeezed(said)
        names = [
            str(one[column])
            for one in self.rows(sheet.nama)
            if one.get(column)
            and all(str(one.get(key, value)) == str(value) for key, value in within.items())
        ]
        if any(squeezed(name) == text for name in names):
            return said
        offered = {
            name: name for name in names if squeezed(name) not in others and names_one_thing(said, name)
        }
        return self.chosen(offered, said, row=row, column=sheet[column].title) or said

    def chosen(self, offered: Mapping[str, str], said: str, *, row: int, column: str) -> str:
        """The key that was chosen of these; empty where nobody has been asked yet, or none of them is meant."""
        if not offered:
            return ""
        question = Question(row=row, column=column, said=said, offered=tuple(offered.items()))
        self.questions.setdefault(question.code, question)
        chosen = self.answers.get(question.code, "")
        return chosen if chosen in offered else ""

    # -- codes of the nomenklatur ------------------------------------------------------------------

    def place(self, versi: str, kode: str) -> CodePlace | None:
        """Where a code stands."""
        return self.recorded.references.nomenklatur.get(versi, {}).get(kode)

    def kode(self, versi: str, said: str, *, level: str = "", above: str = "", row: int, column: str) -> str:
        """The code that a cell says, or whose name it says: of that ``level`` where one is known, of several those
        below ``above``. The text itself where neither is found."""
        places = self.recorded.references.nomenklatur.get(versi, {})
        if said in places:
            return said
        if (kode := read_kode(said)) is not None and kode.level:
            return self._spelled(versi).get(kode.key, kode.text)
        named = self._of_level(versi, level)
        text = squeezed(said)
        found = named.get(text) or named.get(_LEVEL_WORDS.sub("", text))
        if found:
            below = [one for one in found if _below(places[one[0]], above)] or found
            if len(below) == 1:
                return below[0][0]
            return self.chosen(dict(below[:_MOST_OFFERED]), said, row=row, column=column) or said
        if level and (other := self._of_another_level(places, text)):
            return other
        if (versi, level, text) not in self._near:
            self._near[versi, level, text] = _nearest(text, named)
        near = dict(one for name in self._near[versi, level, text] for one in named[name])
        return self.chosen(dict(list(near.items())[:_MOST_OFFERED]), said, row=row, column=column) or said

    def _of_level(self, versi: str, level: str) -> Mapping[str, Sequence[tuple[str, str]]]:
        """The codes of a level, or of all, with their names, by how they are called: asked for each row of a table."""
        if (versi, level) not in self._named:
            named: dict[str, list[tuple[str, str]]] = {}
            for code, place in self.recorded.references.nomenklatur.get(versi, {}).items():
                if not place.repeated and level in ("", place.level):
                    for name in {squeezed(place.nama), _bare(place.nama)}:
                        named.setdefault(name, []).append((code, f"{code} {place.nama}"))
            self._named[versi, level] = named
        return self._named[versi, level]

    def _of_another_level(self, places: Mapping[str, CodePlace], text: str) -> str:
        """The one code of that name, whatever its level: offices call a sub kegiatan a kegiatan."""
        bare = _LEVEL_WORDS.sub("", text)
        found = [code for code, place in places.items() if not place.repeated and _bare(place.nama) == bare]
        return found[0] if len(found) == 1 else ""

    def kegiatan_of(self, versi: str, said: str) -> str:
        """The code of the kegiatan that a text names behind its program, as a rencana aksi prints them above their sub
        kegiatan ("Program: Kegiatan"); empty where it names none, or several."""
        places = self.recorded.references.nomenklatur.get(versi, {})
        pairs = {
            (_bare(said[: found.start()]), _bare(said[found.end() :])) for found in re.finditer(r":\s", said)
        }
        found = [
            code
            for code, place in places.items()
            if pairs and place.level == "kegiatan" and place.program in places and not place.repeated
            if (_bare(places[place.program].nama), _bare(place.nama)) in pairs
        ]
        return found[0] if len(found) == 1 else ""

    def _spelled(self, versi: str) -> Mapping[tuple[int, ...], str]:
        return {key_of(code): code for code in self.recorded.references.nomenklatur.get(versi, {})}


def _is_called(name: str) -> bool:
    """Whether rows of the sheet of that name have a key, and are called by a name as well."""
    sheet = RECORD_SHEETS[name].sheet if name in RECORD_SHEETS else None
    return sheet is not None and bool(sheet.key and sheet.pasted.called)


def _read(sheet: Sheet, cells: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The cells of a row that can be read; what cannot is told where the row is judged."""
    for column in sheet.readable:
        try:
            value = column.kind.parse(cells[column.key]) if column.key in cells else None
        except Refused:
            continue
        if value is not None:
            yield column.key, value


def _bare(name: str) -> str:
    """A name of the nomenklatur as it is compared: without the word for its level."""
    return _LEVEL_WORDS.sub("", squeezed(name))


def _below(place: CodePlace, above: str) -> bool:
    return bool(above) and above in (place.program, place.kegiatan)


def _nearest(text: str, names: Iterable[str]) -> list[str]:
    """The names that are most alike, the nearest first."""
    found = []
    for name in names:
        matcher = SequenceMatcher(None, text, name, autojunk=False)
        if (
            matcher.real_quick_ratio() > _NEAR
            and matcher.quick_ratio() > _NEAR
            and (ratio := matcher.ratio()) > _NEAR
        ):
            found.append((ratio, name))
    return [name for _, name in sorted(found, reverse=True)[:_MOST_OFFERED]]
