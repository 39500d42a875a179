"""Elements that look alike because they stand alike: their styles are found once.

The engine matches every element with the selectors of every sheet, and puts together what they say, a tenth of its
time. What an element looks like follows from its name, its attributes and what it lies in, but where a selector asks
for what stands beside it, or the element says of itself how it looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from types import CodeType
from typing import Any, Final

from cssselect2 import Matcher  # type: ignore[import-untyped]

#: Of an element that has one of these the style is its own.
_OWN: Final = frozenset(("style", "id", "name", "href", "lang"))

#: Attributes that no selector may ask for without being loose.
_UNASKED: Final = frozenset(("alt", "src", "tabindex", "title"))
_UNASKED_KINDS: Final = ("data-", "aria-")

#: What a selector asks for that is the same for all elements of a kind.
_ALIKE: Final = frozenset(
    (
        *("ancestors", "parent", "classes", "local_name", "tag", "etree_element", "attrib", "get"),
        *("in_html_document", "all", "any", "len", "lower", "next"),
    )
)


class Selectors(Matcher):
    """The selectors of a sheet. ``loose`` are those that tell apart elements of one kind."""

    def __init__(self) -> None:
        super().__init__()
        self.loose = Matcher()

    def add_selector(self, selector: Any, payload: Any) -> None:
        """Add a selector to these, and to the loose ones if it is one."""
        super().add_selector(selector, payload)
        if not all(map(_asks_alike, _codes(selector.test.__code__))):
            self.loose.add_selector(selector, payload)


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _codes(one)


def _asks_alike(code: CodeType) -> bool:
    names = (one for one in code.co_consts if isinstance(one, str))
    return _ALIKE.issuperset(code.co_names) and not any(map(_is_unasked, names))


def _is_unasked(name: str) -> bool:
    return name in _UNASKED or name.startswith(_UNASKED_KINDS)


class Kind:
    """Elements of one name and attributes that lie in elements of one kind; ``styles``: of the element and of what is
    before and after it, by the style of what it lies in, which is beside it so that it lives as long. ``below``: of the
    topmost, how many kinds there are."""

    __slots__ = ("below", "kinds", "styles")

    def __init__(self) -> None:
        self.below = 0
        self.kinds: dict[tuple[Any, ...], Kind] = {}
        self.styles: dict[int, tuple[Any, dict[str | None, Any]]] = {}


class Known:
    """A document as the engine is to match it: without the elements whose styles are ``known``.

    It is asked for as the engine goes on, so what an element lies in has its style by then.
    """

    def __init__(
        self, html: Any, top: Kind, sheets: Sequence[Any], computed: Callable[[], dict[Any, Any]]
    ) -> None:
        self.etree_element, self.base_url = html.etree_element, html.base_url
        self.wrapper_element = self
        self._html = html
        self._loose = [sheet.matcher.loose for sheet in sheets if sheet.matcher.loose.order]
        self._computed = computed
        self._top = top
        self._kinds: dict[Any, Kind] = {None: top}
        self._new: list[tuple[Any, Kind, Any]] = []

    def iter_subtree(self) -> Iterator[Any]:
        """The elements whose styles have to be found, in the order of the document."""
        for element in self._html.wrapper_element.iter_subtree():
            tree, above = element.etree_element, element.parent and element.parent.etree_element
            if tree.tag.startswith("{"):  # of a drawing: each is of a kind of its own
                yield element
                continue
            kind = self._kind(tree, above)
            if not _OWN.isdisjoint(tree.attrib) or any(one.match(element) for one in self._loose):
                yield element
                continue
            computed = self._computed()
            around = computed.get((above, None))
            known = kind.styles.get(id(around))
            if known is None:
                self._new.append((tree, kind, around))
                yield element
                continue
            for pseudo, style in known[1].items():
                computed[tree, pseudo] = style

    def _kind(self, tree: Any, above: Any) -> Kind:
        kinds = self._kinds[above].kinds
        key = (
            tree.tag,
            *chain.from_iterable(pair for pair in tree.attrib.items() if not _is_unasked(pair[0])),
        )
        kind = kinds.get(key)
        if kind is None:
            kind = kinds[key] = Kind()
            self._top.below += 1
        self._kinds[tree] = kind
        return kind

    def learn(self) -> None:
        """Know the styles that were found."""
        computed = self._computed()
        found: dict[Any, dict[str | None, Any]] = {tree: {} for tree, _, _ in self._new}
        for (tree, pseudo), style in computed.items() if found else ():
            if tree in found:
                found[tree][pseudo] = style
        for tree, kind, around in self._new:
            kind.styles[id(around)] = around, found[tree]
