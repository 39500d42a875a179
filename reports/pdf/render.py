"""HTML → PDF/UA-1, in parts that are made apart, kept, and joined.

The same HTML and pictures give the same bytes, in every process, whatever is kept: there is no date and the identifier
is computed from the input. Nothing is read but what is handed in, and parts that were made before.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import accumulate, chain
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import weasyprint

from reports.html.media import SCHEME
from reports.pdf import store
from reports.pdf.closer import AGAIN, Trial, page_count, trials
from reports.pdf.cut import Cut, Piece, cut
from reports.pdf.engine import VARIANT, Keeping, at_work, draw, draw_list, draw_run
from reports.pdf.fetch import PdfError
from reports.pdf.fonts import FontGone
from reports.pdf.installed import installed_fonts
from reports.pdf.join import Whole, join
from reports.pdf.lines import STAND_IN, filled
from reports.pdf.numbers import page_numbers, written_numbers
from reports.pdf.part import BrokenPart, Part
from reports.pdf.run import InVain, Keys, Opening, Place, Reading, Run, Stretch
from reports.pdf.side import share
from reports.pdf.ways import MEASURED, Either, Way

__all__ = ["MAKER", "PdfError", "PdfResult", "render_pdf"]

#: What decides, beside HTML and fonts, which bytes come out.
MAKER: Final = f"WeasyPrint {weasyprint.__version__}"

_PICTURE: Final = re.compile(rf'\b{SCHEME}:([^"\')\s&]+)')

#: Characters of parts that are missing, from which on a second process is worth its beginning: some twelve pages.
_MUCH: Final = 60_000

#: Pages of the usual LKIP: in the body, and in front.
_USUAL: Final = (50, 10)

#: Before the key of what was laid out closer for nothing.
_VAIN: Final = "jarang-"

#: How often the lists are laid out anew because their own length has changed the numbers in them.
_ROUNDS: Final = 4


@dataclass(frozen=True, slots=True)
class PdfResult:
    """The file, its number of pages, what the engine complained about (empty for a sound document), and the number
    printed on the page of each anchor."""

    content: bytes
    page: int
    warnings: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)


def render_pdf(
    html: str,
    *,
    title: str,
    language: str = "id",
    media: Mapping[str, bytes] | None = None,
    attachments: Mapping[str, bytes] | None = None,
) -> PdfResult:
    """Render the HTML of :func:`reports.html.render_html` as tagged PDF/UA-1.

    ``media`` maps the names of the report's own pictures (:attr:`Berkas.nama`) to their bytes, JPEG or PNG. Raises
    :class:`PdfError` when the HTML asks for anything else: a missing picture, a file, an address on the network.
    ``attachments`` are files to be carried inside, by their names, which tell their types.
    """
    media, attachments = media or {}, attachments or {}
    identifier = _identifier(html, title, language, {**media, **attachments})
    whole = Whole(title, language, identifier, attachments)
    maker = _Maker(media)
    with at_work():
        try:
            return maker.make(cut(html), whole)
        except FontGone:
            maker = _Maker(media, afresh=True)
            return maker.make(cut(html), whole)
        finally:
            if maker.drawn:
                store.tidy()


class _Maker:
    """Makes a document; ``drawn`` counts the parts that were not there. ``afresh``: takes none that is kept."""

    def __init__(self, media: Mapping[str, bytes], *, afresh: bool = False) -> None:
        self._media = media
        self._made: dict[str, bytes] = {}
        self._keys_of: dict[int, Keys] = {}  # the pieces live as long as this
        self.drawn = 0
        self.afresh = afresh
        self._there = self._known()

    def make(self, made: Cut, whole: Whole) -> PdfResult:
        self._begin_with_two(made)
        fitted = [self._fitted(piece) for piece in made.pieces]
        pieces, parts = (
            [piece for piece, _ in fitted],
            {at: several for at, (_, several) in enumerate(fitted)},
        )
        numbers, places = self._lists(pieces, parts)
        ordered = [part for at in range(len(pieces)) for part in parts[at]]
        labels = self._labels(made, *_counts(numbers)) if any(numbers) else Part()
        content = join(ordered, numbers, labels, whole)
        warnings = tuple(dict.fromkeys(one for part in ordered for one in part.warnings))
        return PdfResult(content, len(numbers), warnings, places)

    def _begin_with_two(self, made: Cut) -> None:
        """Where much is missing, draw it in two processes; the rest of the way it is there."""
        missing = [piece for piece in made.pieces if not self._begun(piece)]
        if self.afresh:
            return  # what is drawn beside would be taken for old
        if len(missing) < 2 or sum(len(piece.html) - len(made.head) for piece in missing) < _MUCH:
            return  # the pages of one are shared when they are drawn
        missing.sort(key=lambda piece: -len(piece.html))
        share([*(partial(self._fitted, piece) for piece in missing), partial(self._labels, made, *_USUAL)])
        self._there |= self._known()

    def _known(self) -> set[str]:
        """The keys of all parts that need not be drawn, as far as is known; one that is gone meanwhile is drawn."""
        return set() if self.afresh else store.names()

    def _begun(self, piece: Piece) -> bool:
        if piece.run:
            return self._keys(piece.run).found(0, self._there) is not None
        return (self._list_key(*_first(piece)) if piece.targets else self._key(piece.html)) in self._there

    def _keys(self, run: Run) -> Keys:
        mark = id(run)
        if mark not in self._keys_of:
            self._keys_of[mark] = Keys(run, self._key)
        return self._keys_of[mark]

    def _fitted(self, piece: Piece) -> tuple[Piece, list[Part]]:
        """A piece with its parts: closer in its last pages where the last would be nearly empty, and closer lines do
        without it."""
        parts = self._printed(piece)
        for gain, closer in piece.closer:
            for asked in trials(parts, gain):
                if others := self._closer(closer, asked):
                    return closer, [*self._all_drawn(piece, asked.kept), *others]
        return piece, self._all_drawn(piece, parts)

    def _all_drawn(self, piece: Piece, parts: Sequence[Part]) -> list[Part]:
        """The parts, from the first of the piece on, with those that waited."""
        if all(part.drawn for part in parts) or not piece.run:
            return list(parts)
        stop = sum(part.blocks for part in parts)
        every = self._run(piece.run, Way(drawn=True))
        ends = accumulate(part.blocks for part in every)
        return [part for part, end in zip(every, ends, strict=True) if end <= stop]

    def _closer(self, piece: Piece, asked: Trial) -> list[Part] | None:
        """The parts with closer lines; none where they spare no page, which is kept, too."""
        if not piece.run:
            others = self._printed(piece)
            return others if page_count(others) < asked.now else None
        vain = self._vain(piece.run, asked)
        others = [] if vain in self._there else self._run(piece.run, Way(asked.in_vain), asked.start)
        if not others and vain not in self._there:
            self._there.add(vain)
            store.put(vain, b"")
        return others or None

    def _vain(self, run: Run, asked: Trial) -> str:
        return f"{_VAIN}{self._keys(run).key(asked.start, len(run.blocks))}"

    def _waits(
        self, piece: Piece, before: Sequence[Part], new: Sequence[Part], after: Sequence[Part] | None
    ) -> int:
        """Which of the new parts of a piece need not be drawn yet: the first of those that may be closer."""
        if after is None:
            return len(new)
        for gain, closer in piece.closer:
            for asked in trials([*before, *new, *after], gain):
                if closer.run and self._vain(closer.run, asked) not in self._there:
                    return min(max(len(asked.kept) - len(before), 0), len(new))
        return len(new)

    def _printed(self, piece: Piece) -> list[Part]:
        if piece.targets:
            return [self._list(*_first(piece))]
        if not piece.run:
            return [self._part(piece.html)]
        return self._run(piece.run, Way(wait=partial(self._waits, piece)))

    def _run(self, run: Run, way: Way, begin: int = 0) -> list[Part]:
        """The parts of a run from a block on: those that are kept, and between them what has to be laid out anew; none
        where that is in vain."""
        keys = self._keys(run)
        parts: list[Part] = []
        places: list[Place] = [(begin, "")]
        while places[-1][0] < len(run.blocks):
            start, broken = places[-1]
            part = self._found(keys, start, broken, drawn=way.drawn)
            new = [part] if part else self._laid_out(run, keys, places, parts, way)
            if not new:
                return []
            for one in new:
                parts.append(one)
                places.append((places[-1][0] + one.blocks, one.goes_on))
            if way.in_vain(places[-1], page_count(parts)):
                return []
        return parts

    def _laid_out(self, run: Run, keys: Keys, places: list[Place], parts: list[Part], way: Way) -> list[Part]:
        """The parts from the last place on, up to one that is kept. What begins within a block is laid out with it:
        those before it are taken away, as they come again."""
        while places[-1][1]:
            places.pop()
            parts.pop()
        start = places[-1][0]

        def key(stretch: Stretch) -> str:
            return keys.key(start + stretch.start[0], start + stretch.say, stretch.start[1])

        def opening(place: Place) -> Opening | None:
            return self._opening(keys, (start + place[0], place[1]), drawn=way.drawn)

        def following(last: Sequence[Part]) -> list[Part] | None:
            at = start + sum(part.blocks for part in last)
            return self._last_ones(keys, (at, last[-1].goes_on), len(run.blocks))

        keeping = Keeping(
            lambda stretch: self._kept(key(stretch)) or self._kept(MEASURED + key(stretch)),
            lambda stretch, part: self._keep(key(stretch) if part.drawn else MEASURED + key(stretch), part),
            beside=not self.afresh,  # what is drawn beside would be taken for old
            wait=lambda last: way.wait(parts, last, following(last)),
        )
        among = self._there if way.drawn else Either(self._there)
        reading = Reading(run, start, lambda at: keys.stop(at, among))
        return draw_run(reading, self._media, keeping, opening, _after(page_count(parts), way.in_vain))

    def _last_ones(self, keys: Keys, place: Place, end: int) -> list[Part] | None:
        """What is kept from there to the end; None where it is not, or is more than may be closer."""
        parts: list[Part] = []
        while place[0] < end:
            part = self._found(keys, *place, drawn=False)
            if part is None or len(parts) == AGAIN:
                return None
            parts.append(part)
            place = place[0] + part.blocks, part.goes_on
        return parts

    def _found(self, keys: Keys, start: int, broken: str, *, drawn: bool) -> Part | None:
        """What is kept of a run from there on; if need not be ``drawn``, it may only be measured."""
        key = keys.found(start, self._there if drawn else Either(self._there), broken)
        return self._kept(key) or (None if drawn or not key else self._kept(MEASURED + key))

    def _opening(self, keys: Keys, place: Place, *, drawn: bool) -> Opening | None:
        """How the page is that is kept for a place, if those after it are, too, as long as they begin within blocks."""
        first = part = self._found(keys, *place, drawn=drawn)
        while part and part.goes_on:
            place = place[0] + part.blocks, part.goes_on
            part = self._found(keys, *place, drawn=drawn)
        return first.opening if first and part else None

    def _lists(
        self, pieces: Sequence[Piece], parts: dict[int, list[Part]]
    ) -> tuple[list[str], dict[str, str]]:
        """Write the pages of what they name into the lists; returns the number on every page, and of every anchor.

        Where a list has to be laid out with its own numbers, it may become longer, and they others.
        """
        lists = {at: parts[at] for at, piece in enumerate(pieces) if piece.targets}
        for _ in range(_ROUNDS):
            ordered = [lists.get(at, parts[at]) for at in range(len(pieces))]
            numbers = page_numbers(
                page.kind for several in ordered for part in several for page in part.pages
            )
            pages = _numbered(ordered, numbers)
            missing = False
            for at, (part,) in lists.items():
                with_numbers = filled(part, pages)
                if with_numbers:
                    parts[at] = [with_numbers]
                else:
                    missing = True
                    lists[at] = [self._list(pieces[at].with_pages(pages), *_counts(numbers))]
            if not missing:
                return numbers, pages
        raise PdfError("Panjang daftar isi tidak dapat ditetapkan.")

    def _list(self, html: str, plain: int, front: int) -> Part:
        """A list that can be filled with so many numbers, and some more."""
        key = self._list_key(html, plain, front)
        numbers = written_numbers(plain, front)
        return self._kept(key) or self._keep(key, draw_list(html, self._media, numbers))

    def _list_key(self, html: str, plain: int, front: int) -> str:
        return self._key(html, f"daftar {' '.join(written_numbers(plain, front)[-1:])}")

    def _labels(self, made: Cut, plain: int, front: int) -> Part:
        """How the numbers of pages look, some more of each kind than asked for."""
        return self._part(made.numbers(written_numbers(plain, front)), labels=True)

    def _part(self, html: str, *, labels: bool = False) -> Part:
        """The part that was made of this HTML before, or a new one."""
        key = self._key(html, "angka" if labels else "")
        return self._kept(key) or self._keep(key, draw(html, self._media, labels=labels))

    def _kept(self, key: str | None) -> Part | None:
        if key is None:
            return None
        content = self._made.get(key)
        if content is None and not self.afresh:
            content = store.get(key)
        if content is None:
            return None
        try:
            return Part.read(content)
        except BrokenPart:
            return None

    def _keep(self, key: str, part: Part) -> Part:
        """Keep a new part, and give it as it will be read: whether it was there shall make no difference."""
        self.drawn += 1
        content = part.write()
        self._made[key] = content
        self._there.add(key)
        store.put(key, content)
        return Part.read(content)

    def _key(self, html: str, kind: str = "") -> str:
        """Everything that a part is made of: HTML with its styles, pictures, engine, fonts and this program."""
        fingerprint = hashlib.sha256(f"{_makers()}:{kind}:{html}".encode())
        pictures = _PICTURE.findall(html) if f"{SCHEME}:" in html else ()
        for name in sorted({unquote(found) for found in pictures}):
            content = hashlib.sha256(self._media[name]).hexdigest() if name in self._media else "-"
            fingerprint.update(f":{name}={content}".encode())
        return fingerprint.hexdigest()


def _after(before: int, in_vain: InVain) -> InVain:
    """The same where so many pages have come before."""
    return lambda place, pages: in_vain(place, before + pages)


def _first(piece: Piece) -> tuple[str, int, int]:
    """A list before its numbers are known."""
    return piece.with_pages(dict.fromkeys(piece.targets, STAND_IN)), *_USUAL


def _numbered(ordered: Iterable[Sequence[Part]], numbers: Sequence[str]) -> dict[str, str]:
    """The number of the page on which each anchor is."""
    pages: dict[str, str] = {}
    start = 0
    for part in chain.from_iterable(ordered):
        for name, page, *_ in part.names:
            pages.setdefault(name, numbers[start + page])
        start += len(part.pages)
    return pages


def _counts(numbers: Iterable[str]) -> tuple[int, int]:
    """How many there are in plain figures, and in Roman ones."""
    written = list(numbers)
    return sum(map(str.isdigit, written)), sum(map(str.isalpha, written))


@cache
def _makers() -> str:
    own = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        own.update(file.read_bytes())
    return f"{MAKER}:{VARIANT}:{own.hexdigest()}:{installed_fonts()}"


def _identifier(html: str, title: str, language: str, media: Mapping[str, bytes]) -> bytes:
    """The file identifier: what went in decides it, so equal documents are equal files."""
    fingerprint = hashlib.sha256()
    for part in (html, title, language):
        fingerprint.update(hashlib.sha256(part.encode()).digest())
    for nama in sorted(media):
        fingerprint.update(hashlib.sha256(nama.encode()).digest() + hashlib.sha256(media[nama]).digest())
    return fingerprint.hexdigest()[:32].encode("ascii")
