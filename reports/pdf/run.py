"""Blocks that flow over pages, cut where a page happened to begin with a new one.

A chapter has no page breaks of its own, so its parts are found by printing it: where a page began with a block, what
follows depends on nothing before it. A part is asked for by its own blocks and by as many of those after it as the
break before them was decided by; when text grows or shrinks, only pages up to the next such break are made again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice
from typing import Final

#: Elements whose children are blocks: sections, and the text that people wrote.
_CONTAINERS: Final = re.compile(r'<(?:section\b|div class="narasi")')

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^>]*?(/?)>")
_VOID: Final = frozenset(("br", "col", "hr", "img", "input", "link", "meta", "wbr"))
_OPENING: Final = re.compile(r"<[a-z0-9]+")

#: Fills the page before the first block, which so begins a page as it does in the whole document.
_FILLER: Final = '<div class="isian-halaman" data-label="{}"></div>'
FILLER_STYLE: Final = (
    '<style media="print">.isian-halaman { height: 9999mm; string-set: bab attr(data-label) }</style>'
)
LABEL: Final = re.compile(r'class="[^"]*\b(?:judul-1|formulir-utama)\b[^"]*" data-label="([^"]*)"')

#: Blocks of a part and after it that may have a say in where it ends; where more have, it is laid out each time.
_SAY: Final = 160
#: CSS pixels that a block may be lower on a page that it begins.
_SPARE: Final = 60.0
#: So many blocks more are read at once, as that takes no longer than to read on should they be needed.
_NEAR: Final = 10
#: Blocks that are read beyond the place where the pages are expected to be as they were.
_BEYOND: Final = 8
#: Characters of HTML that most pages have less of; where one has more, it is laid out again.
_PAGE: Final = 6_000


@dataclass(frozen=True, slots=True)
class Block:
    """A block: what opens before it, itself, and the elements that it lies in."""

    before: str
    content: str
    within: tuple[str, ...]

    @property
    def whole(self) -> str:
        """Everything that makes it what it is, as one text."""
        return "\x00".join((*self.within, self.before, self.content))


@dataclass(frozen=True)
class Run:
    """The blocks of a chapter, and the document around them: ``begin`` for the first page, ``go_on`` for others.

    ``label`` is what the running header said before.
    """

    blocks: tuple[Block, ...]
    begin: str
    go_on: str
    end: str
    label: str

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What the running header says before each block, and after the last."""
        labels = [self.label]
        for block in self.blocks:
            labels.append([labels[-1], *LABEL.findall(block.content)][-1])
        return tuple(labels)

    def html(self, start: int, stop: int) -> str:
        """A document of the blocks from ``start`` up to ``stop``, each marked by its place among them."""
        first = self.blocks[start]
        head = (
            self.go_on + "".join(first.within) + _FILLER.format(self.labels[start])
            if start
            else self.begin + first.before
        )
        return self._document(head, start, stop, start)

    def html_between(self, start: int, stop: int, origin: int) -> str:
        """A document of the blocks from ``start`` up to ``stop``, marked by their places from ``origin`` on: what comes
        next where those before were read, so no page begins with it."""
        return self._document(self.go_on + "".join(self.blocks[start].within), start, stop, origin)

    def _document(self, head: str, start: int, stop: int, origin: int) -> str:
        pieces = [head, _marked(self.blocks[start].content, start - origin)]
        for place in range(start + 1, stop):
            pieces += [self.blocks[place].before, _marked(self.blocks[place].content, place - origin)]
        pieces += [f"</{_name(tag)}>" for tag in reversed(self.blocks[stop - 1].within)]
        return "".join([*pieces, self.end])


def _marked(content: str, place: int) -> str:
    opening = _OPENING.match(content)
    return f'{opening[0]} data-blok="{place}"{content[opening.end() :]}' if opening else content


def _name(tag: str) -> str:
    found = _OPENING.match(tag)
    return found[0][1:] if found else ""


def blocks_of(html: str) -> tuple[Block, ...]:
    """The blocks of a chapter, whose outermost element is a section; empty where something else lies among them."""
    blocks: list[Block] = []
    within: list[str] = []
    depth, begin, before = 0, 0, 0
    for tag in _TAG.finditer(html):
        if depth:
            if tag[1]:
                depth -= 1
            elif not tag[3] and tag[2].lower() not in _VOID:
                depth += 1
            if depth:
                continue
            blocks.append(Block(html[before:begin], html[begin : tag.end()], tuple(within)))
            before = tag.end()
        elif tag[1]:
            if not within:
                return ()
            within.pop()
        elif _CONTAINERS.match(tag[0]):
            within.append(tag[0])
        elif tag[3] or tag[2].lower() in _VOID:
            return ()
        else:
            depth, begin = 1, tag.start()
    return tuple(blocks) if not within and not depth and _only_tags(blocks, html[before:]) else ()


def _only_tags(blocks: Sequence[Block], after: str) -> bool:
    return bool(blocks) and not _TAG.sub("", "".join([*(block.before for block in blocks), after])).strip()


class Keys:
    """By what the parts of a run are asked for; ``seal`` names a text with everything that it needs to be printed."""

    def __init__(self, run: Run, seal: Callable[[str], str]) -> None:
        self._run = run
        self._marks = [seal(block.whole).encode() for block in run.blocks]
        self._around = [seal(head + run.end).encode() for head in (run.begin, run.go_on)]

    def key(self, start: int, say: int, broken: str = "") -> str:
        """Of the part from ``start``, or from where that is ``broken``, decided by the blocks up to ``say``."""
        return next(islice(self._keys(start, broken), say - start - 1, None))

    def found(self, start: int, among: Container[str], broken: str = "") -> str | None:
        """The key of the part from there that is ``among`` those that are kept."""
        return next((key for key in islice(self._keys(start, broken), _SAY) if key in among), None)

    def _keys(self, start: int, broken: str) -> Iterator[str]:
        """Of what begins there: decided by one block, by two, and so on."""
        label = self._run.labels[start]
        told = hashlib.sha256("\x00".join((broken, label)).encode() + b"\x00" + self._around[bool(start)])
        for mark in self._marks[start:-1]:
            told.update(b"\x00" + mark)
            yield told.hexdigest()
        told.update(b"\x00" + self._marks[-1] + b"\x00akhir")
        yield told.hexdigest()

    def stop(self, start: int, among: Container[str]) -> int:
        """Up to where to read: a little beyond the next block with which a part that is kept begins; to the end where
        that is near."""
        blocks = len(self._marks)
        stop = next((at for at in range(start + 1, blocks) if self.found(at, among)), blocks) + _BEYOND
        return stop if blocks - stop > _NEAR else blocks


class Reading:
    """The blocks of a run as they are laid out, from ``start`` on: read up to ``stop``, and further when the pages come
    near it. ``reach`` says up to where to read from a block on.

    What stands beside a block has a say in how it looks, so each time one more is read on either side and let go again.
    """

    def __init__(self, run: Run, start: int, reach: Callable[[int], int]) -> None:
        self._run = run
        self._reach = reach
        self._lengths = [0, *accumulate(len(block.content) for block in run.blocks)]
        self.start = start
        self.stop = reach(start)

    @property
    def blocks(self) -> int:
        """How many have been read."""
        return self.stop - self.start

    @property
    def whole(self) -> bool:
        """Whether there are no more of them."""
        return self.stop == len(self._run.blocks)

    def html(self) -> str:
        """The document to begin with; the block at the place of :attr:`blocks` does not belong to it."""
        return self._run.html(self.start, self._beside())

    def more(self, place: int | None) -> str | None:
        """What comes next, from the last block before it on, where what is read from a place on may not fill a page."""
        at = self.stop if place is None else self.start + place
        if self.whole or at == self.start or (place is not None and self._fills(at)):
            return None
        before = self.stop
        while self.stop == before or not (self.whole or self._fills(at)):
            self.stop = self._reach(self.stop)
        return self._run.html_between(before - 1, self._beside(), self.start)

    def _fills(self, at: int) -> bool:
        return self._lengths[self.stop] - self._lengths[at] >= _PAGE

    def _beside(self) -> int:
        return min(self.stop + 1, len(self._run.blocks))


@dataclass(frozen=True, slots=True)
class Seen:
    """A block on a page, and how far below its top it ends."""

    place: int
    bottom: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A page as it was laid out: its blocks, how much room they had, and where the first is broken by its begin."""

    blocks: tuple[Seen, ...]
    height: float = 0.0
    broken: str = ""


#: How the first page of a part was laid out: place, bottom, and whether it goes on, of each block.
Opening = Sequence[tuple[int, float, bool]]


#: A block of a run, and where it is broken by the end of a page, if it is.
Place = tuple[int, str]

#: Whether it is in vain to go on where a page begins there after so many pages.
InVain = Callable[[Place, int], bool]


def never(_place: Place, _pages: int) -> bool:
    """What is laid out because it has to be."""
    return False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pages ``first`` up to ``last`` of what was laid out: from ``start`` up to ``stop``, decided by the blocks up to
    ``say``."""

    first: int
    last: int
    start: Place
    stop: Place
    say: int
    opening: Opening


def stretches(
    pages: Sequence[Laid], blocks: int, *, whole: bool, then: tuple[Place, Opening] | None = None
) -> list[Stretch]:
    """The pages that are as they would be in the whole document, cut at every page.

    ``blocks`` were laid out; ``whole`` says that there are no more of them. ``then`` is how the page after the last is
    known to begin: where, and how it was laid out.
    """
    found: list[Stretch] = []
    first, start = 0, (0, "")
    known = [*pages, *_following(*then)] if then else pages
    for at in range(1, len(pages) + bool(then)):
        stop = _begun(known, at)
        if stop is None:
            continue
        say = _last_say(known, at, stop[0])
        if say >= blocks:
            if not whole:
                break
            say = blocks
        found.append(Stretch(first, at, start, stop, say, _opening(known, first, start[0])))
        first, start = at, stop
    if whole and not then:
        opening = _opening(known, first, start[0])
        found.append(Stretch(first, len(pages), start, (blocks, ""), blocks, opening))
    return found


def _opening(pages: Sequence[Laid], at: int, start: int) -> Opening:
    after = _places(pages, at + 1)
    return [(one.place - start, one.bottom, one.place in after) for one in pages[at].blocks]


def _following(at: Place, opening: Opening) -> tuple[Laid, Laid]:
    """The page that opens so, and the one after it."""
    start, broken = at
    here = tuple(Seen(start + place, bottom) for place, bottom, _ in opening)
    return Laid(here, broken=broken), Laid(
        tuple(Seen(start + place, 0) for place, _, goes_on in opening if goes_on)
    )


def _places(pages: Sequence[Laid], at: int) -> set[int]:
    return {one.place for one in pages[at].blocks} if at < len(pages) else set()


def _begun(pages: Sequence[Laid], at: int) -> Place | None:
    """Where the page begins: with a block that was not there before, or where one is broken."""
    here = min(_places(pages, at), default=None)
    before = max(_places(pages, at - 1), default=None)
    if here is None or before is None or (here <= before and not pages[at].broken):
        return None
    return here, pages[at].broken


def _last_say(pages: Sequence[Laid], at: int, stop: int) -> int:
    """How many blocks had a say: those that would have filled what was left of the page before, and two more, which
    may hold fast to the last of them."""
    before = pages[at - 1]
    left = before.height - max((one.bottom for one in before.blocks), default=0.0) + _SPARE
    here, after = pages[at], _places(pages, at + 1)
    for one in here.blocks:
        if one.place in after or one.bottom > left:
            return one.place + 3
    return max((one.place for one in here.blocks), default=stop) + 4
