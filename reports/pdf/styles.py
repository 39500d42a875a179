"""A piece of HTML with its stylesheets, which are read once per process: the parts of a document have them in common.

Reading them takes as long as laying out a page. So have they most styles: the table in one is as the table in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import islice
from typing import Any, Final, Protocol

import weasyprint
from cssselect2 import ElementWrapper  # type: ignore[import-untyped]
from tinycss2 import parse_stylesheet  # type: ignore[import-untyped]
from weasyprint import layout as engine_layout
from weasyprint.css import StyleFor, find_stylesheets
from weasyprint.css.counters import CounterStyle
from weasyprint.css.media_queries import evaluate_media_query
from weasyprint.css.targets import TargetCollector
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.html import UA
from weasyprint.images import get_image_from_uri
from weasyprint.layout import LayoutContext
from weasyprint.layout.page import make_all_pages
from weasyprint.text.fonts import FontConfiguration

from reports.pdf.fetch import OwnFetcher
from reports.pdf.kinds import Kind, Known, Selectors
from reports.pdf.notes import Notes, recorded
from reports.pdf.tree import well_formed
from reports.pdf.words import Dividers

_STYLE: Final = re.compile(r'<style(?: media="([^"]*)")?>(.*?)</style>', re.DOTALL)
_START: Final = re.compile(r'<ol\b[^>]*? start="([0-9]{1,3})"')

#: Sheets that are kept: those of elements, two of each setting of pages, and those of some running headers.
_SHEETS: Final = 64

#: Styles that are kept, twice each; a report has some 700, of which another has all but a hundred. Then all go.
_STYLES: Final = 3000

#: Kinds of elements that are kept; a report has some thousand.
_KINDS: Final = 10_000

#: Lengths that depend on the page, so the style does.
_OF_PAGE: Final = re.compile(r"[0-9]p?[sld]?v(?:w|h|i|b|min|max)\b")

#: What is read from attributes of the element, each time anew: its language; its name and where it leads, which what
#: lies within it does not have.
_READ: Final = ("lang",)
_NAMES: Final = ("anchor", "link")

_MEDIUM: Final = "print"


class Course(Protocol):
    """What has a say in how far is laid out; ``root`` holds the boxes that have been read."""

    def begun(self, root: Any) -> None:
        """Told once, before the first page."""

    def enough(self, pages: list[Any], root: Any, at: Mapping[int, Any]) -> bool:
        """Whether these pages are enough; ``at``: where in the root the next would begin."""

    def more(self, root: Any, at: Mapping[int, Any] | None) -> str | None:
        """The HTML of what comes next, if too little has been read for the next page; no ``at``: all is laid out."""

    def added(self, root: Any, more: Any) -> None:
        """Put behind what the root holds what was read of it, by the root of that."""


class Source(weasyprint.HTML):
    """HTML whose stylesheets were read before, under a leaner sheet of defaults; ``notes``: what was wrong with them.

    The engine's own defaults give every element a marker and five pseudo-elements for footnotes, each with its computed
    style: 17,000 of 18,000 styles in a report that has no footnote, an eighth of the time.
    """

    def __init__(self, html: str, base_url: str, fetcher: OwnFetcher) -> None:
        head, _, content = html.partition("<body")
        rest = without_sheets(html)
        tree = well_formed(rest)
        if tree is None:
            super().__init__(string=rest, base_url=base_url, url_fetcher=fetcher)
        else:
            self.base_url, self.url_fetcher, self.media_type = base_url, fetcher, _MEDIUM
            self.wrapper_element = ElementWrapper.from_html_root(tree, content_language=None)
            self.etree_element = self.wrapper_element.etree_element
        texts = [_first_numbers(content)]
        texts += [text for media, text in _STYLE.findall(head) if _printed(media)]
        self._sheets = [_sheet(rules, base_url) for text in texts for rules in _apart(text)]
        self._others = "<style" in rest or "<link" in rest
        self.of_page = self._others or bool(_OF_PAGE.search(rest)) or any(one.of_page for one in self._sheets)
        self.notes: Notes = [note for sheet in self._sheets for note in sheet.notes]

    def laid_out(
        self, font_config: FontConfiguration, variant: str, course: Course | None = None
    ) -> weasyprint.Document:
        """The pages, as far as the ``course`` says; all of them without one."""
        self.course = course
        options = weasyprint.DEFAULT_OPTIONS | {"pdf_variant": variant}
        document: weasyprint.Document = _Document._render(self, font_config, None, None, options)
        return document

    def sheets(
        self, font_config: FontConfiguration, counters: CounterStyle, colors: dict[str, Any]
    ) -> list[weasyprint.CSS]:
        """The sheets of the document, after the defaults; their kinds of ``counters`` are added to those."""
        for known in (*self._ua_counter_style(), *(sheet.counters for sheet in self._sheets)):
            counters.update(known)
        others: list[weasyprint.CSS] = []
        if self._others:
            asked = self.wrapper_element, _MEDIUM, self.url_fetcher, self.base_url
            others += find_stylesheets(*asked, font_config, counters, colors, [], [])
        return [*self._sheets, *others]


def _pages_until_enough(context: LayoutContext, root: Any, html: Source, pages: list[Any]) -> Iterator[Any]:
    """The engine's pages, one after the other, with more read as they come near its end; none after enough."""
    course: Course | None = getattr(context, "course", None)
    if course is None:
        yield from make_all_pages(context, root, html, pages)
        return
    if not pages:
        course.begun(root)
    made: list[Any] = []
    unfinished = True
    while unfinished:
        unfinished = False
        for page in islice(make_all_pages(context, root, html, made or pages), len(made), None):
            resume_at, *_, remake = context.page_maker[len(made) + 1]
            if resume_at is None and _read_on(context, root, html, course):
                # The page has room for more: once more, with that.
                context.page_maker[len(made)][-1]["content_changed"] = unfinished = True
                break
            made.append(page)
            yield page
            if resume_at and course.enough(made, root, resume_at):
                remake["content_changed"] = False
                return
            _read_on(context, root, html, course, resume_at)


def _read_on(
    context: LayoutContext, root: Any, html: Source, course: Course, at: Mapping[int, Any] | None = None
) -> bool:
    """Read more where the next page needs it; says whether."""
    more = course.more(root, at)
    if more is None:
        return False
    source, targets = Source(more, html.base_url, html.url_fetcher), TargetCollector()
    styles = _styles(source, context.font_config, context.counter_style, {}, targets)
    course.added(
        root,
        build_formatting_structure(
            *(source.etree_element, styles, context.get_image_from_uri, source.base_url),
            *(targets, context.counter_style, context.footnotes),
        ),
    )
    return True


def without_sheets(html: str) -> str:
    """The HTML without what is read as sheets."""
    head, body, content = html.partition("<body")
    return _STYLE.sub("", head) + body + content


class _Document(weasyprint.Document):
    @classmethod
    def _build_layout_context(
        cls,
        html: Source,
        font_config: FontConfiguration,
        counters: CounterStyle,
        colors: dict[str, Any],
        options: dict[str, Any],
    ) -> LayoutContext:
        """The engine's, but for the sheets and where words are divided."""
        targets = TargetCollector()
        styles = _styles(html, font_config, counters, colors, targets)
        pictures = partial(get_image_from_uri, cache={}, url_fetcher=html.url_fetcher, options=options)
        context = LayoutContext(styles, pictures, font_config, counters, targets)
        context.course = html.course
        context.dictionaries = Dividers()
        return context


def _styles(
    html: Source,
    font_config: FontConfiguration,
    counters: CounterStyle,
    colors: dict[str, Any],
    targets: TargetCollector,
) -> _Styles:
    """The styles of what the HTML holds. Its sheets remain the author's: a user's would count for less than the size
    that a drawing says of itself."""
    own = [(sheet, "author", None) for sheet in html.sheets(font_config, counters, colors)]
    return _Styles(html, [(_default_style(), "user agent", None), *own], False, font_config, targets)


class _Styles(StyleFor):
    """The styles of elements: the engine has one for all that look the same, we also for those of other parts."""

    def __init__(self, html: Source, sheets: Sequence[tuple[Any, ...]], *more: Any) -> None:
        if html.of_page:
            self._kept: dict[Any, Any] = {}
            super().__init__(html, sheets, *more)
            return
        self._kept, kinds = _kept_styles()
        said = tuple(sheet for sheet, *_ in sheets if sheet.matcher.order)
        known = Known(html, kinds.setdefault(said, Kind()), said, self.get_computed_styles)
        super().__init__(known, sheets, *more)
        known.learn()

    def set_computed_styles(
        self,
        element: Any,
        parent: Any,
        root: Any = None,
        pseudo_type: str | None = None,
        base_url: str | None = None,
        target_collector: TargetCollector | None = None,
    ) -> None:
        asked = element, parent, root, pseudo_type, base_url, target_collector
        computed = self.get_computed_styles()
        above = None if parent is None else computed[parent, None]
        cascaded = self.get_cascaded_styles().get((element, pseudo_type), {})
        # The style holds what has these ids, so no other thing can have them.
        like = (
            *(id(self.font_config if above is None else above.like), pseudo_type, base_url),
            *(
                (name, value if name in _READ else id(value), *weight[:2], *weight[2])
                for name, (value, weight) in cascaded.items()
                if name not in _NAMES
            ),
        )
        key = like, *(cascaded.get(name, (None,))[0] for name in _NAMES)
        style = self._kept.get(key)
        if style is None:
            super().set_computed_styles(*asked)
            style = self._kept[key] = computed[element, pseudo_type]
            # What lies within elements that differ by their names alone looks the same.
            style.like = self._kept.setdefault((like,), style)
            return
        computed[element, pseudo_type] = style
        if target_collector and style["anchor"]:
            target_collector.collect_anchor(style["anchor"])


@cache
def _every_style() -> tuple[dict[Any, Any], dict[Any, Kind]]:
    return {}, {}


def _kept_styles() -> tuple[dict[Any, Any], dict[Any, Kind]]:
    """The styles, and by the sheets that say something of elements the kinds of elements."""
    styles, kinds = _every_style()
    if len(styles) > _STYLES or len(kinds) > _SHEETS or sum(top.below for top in kinds.values()) > _KINDS:
        styles.clear()
        kinds.clear()
    return styles, kinds


class _Sheet(weasyprint.CSS):
    """A sheet, its kinds of counters, and what is wrong with it. It may read nothing."""

    def __init__(self, text: str, base_url: str | None = None) -> None:
        self.of_page = bool(_OF_PAGE.search(text))
        self.counters = CounterStyle()
        with recorded() as self.notes:
            super().__init__(
                string=text,
                base_url=base_url,
                media_type=_MEDIUM,
                url_fetcher=OwnFetcher({}),
                counter_style=self.counters,
                matcher=Selectors(),
            )


@lru_cache(maxsize=_SHEETS)
def _sheet(text: str, base_url: str) -> _Sheet:
    return _Sheet(text, base_url)


@lru_cache(maxsize=_SHEETS)
def _apart(text: str) -> tuple[str, ...]:
    """The rules of elements and those of pages. The pages of a report say its name, its elements look as those of any
    other, so their styles can be shared."""
    rules = parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    of_pages = [rule.type == "at-rule" and rule.lower_at_keyword == "page" for rule in rules]
    parted = (
        "\n".join(rule.serialize() for rule, of_page in zip(rules, of_pages, strict=True) if of_page is pages)
        for pages in (False, True)
    )
    return tuple(filter(None, parted)) if any(of_pages) else (text,)


@cache
def _default_style() -> _Sheet:
    without_notes = re.sub(r"(?m)^::(?:footnote|note)[^{]*\{[^}]*\}", "", UA)
    return _Sheet(re.sub(r"(?m)^::marker", "li::marker", without_notes))


def _printed(media: str) -> bool:
    return bool(evaluate_media_query([one.strip() for one in (media or "all").split(",")], _MEDIUM))


def _first_numbers(html: str) -> str:
    """What WeasyPrint does not take from ``<ol start="5">`` without all the other attributes of old HTML."""
    starts = sorted({int(n) for n in _START.findall(html)})
    return "".join(f'ol[start="{n}"] {{ counter-reset: list-item {n - 1} }}' for n in starts)


def pages_until_enough() -> None:
    """Let the engine stop where enough is laid out, in this process."""
    engine_layout.make_all_pages = _pages_until_enough
