"""How wide a text is, and where it breaks, without asking the machine for its fonts.

Widths are those of Liberation Sans, which equal Arial's and Helvetica's, in thousandths of the font size.
Measuring by table keeps the drawings identical everywhere and pure; kerning, which only narrows, is ignored.
"""

from typing import Final


def _tables(groups: dict[int, str]) -> dict[str, int]:
    return {huruf: width for width, member in groups.items() for huruf in member}


_PLAIN: Final = _tables(
    {
        191: "'",
        222: "ijl‘’",
        260: "|",
        278: " !,./:;I[\\]ft\u00a0",
        333: "()-`r“”²³",
        334: "{}",
        350: "•",
        355: '"',
        389: "*",
        400: "°",
        469: "^",
        500: "Jcksvxyz",
        549: "≥≤",
        556: "#$0123456789?L_abdeghnopqué–",
        584: "+<=>~×−",
        611: "FTZ",
        667: "&ABEKPSVXY",
        722: "CDHNRUw",
        778: "GOQ",
        833: "Mm",
        834: "½",
        889: "%",
        944: "W",
        1015: "@",
    }
)
_BOLD: Final = _tables(
    {
        238: "'",
        278: " ,./I\\ijl‘’\u00a0",
        280: "|",
        333: "!()-:;[]`ft²³",
        350: "•",
        389: "*r{}",
        400: "°",
        474: '"',
        500: "z“”",
        549: "≥≤",
        556: "#$0123456789J_aceksvxyé–",
        584: "+<=>^~×−",
        611: "?FLTZbdghnopqu",
        667: "EPSVXY",
        722: "&ABCDHKNRU",
        778: "GOQw",
        833: "M",
        834: "½",
        889: "%m",
        944: "W",
        975: "@",
    }
)
# For a letter without an entry; no Latin letter is wider, so a box may be too roomy but never too narrow.
_OTHER: Final = 1000

ELLIPSIS: Final = "…"


def text_width(text: str, size: int, *, bold: bool = False) -> int:
    """Width of one line in the unit of ``size``, rounded up."""
    tables = _BOLD if bold else _PLAIN
    return -(-sum(tables.get(huruf, _OTHER) for huruf in text) * size // 1000)


def wrap(
    text: str, width: int, size: int, *, bold: bool = False, max_rows: int | None = None
) -> tuple[str, ...]:
    """Break a text into lines no wider than ``width``.

    Lines break at spaces and after a slash ("Koordinasi/Sinergi"); a single piece that is too wide is broken
    between letters. With ``max_rows`` what does not fit is replaced by "…". An empty text has no lines.
    """
    rows: list[str] = []
    current = ""
    for word in text.split():
        join = " " if current else ""
        for cut in _pieces(word):
            if _load(current + join + cut, width, size, bold):
                current += join + cut
            else:
                if current:
                    rows.append(current)
                current = cut
                while not _load(current, width, size, bold) and len(current) > 1:
                    n = _how_many_fit(current, width, size, bold)
                    rows.append(current[:n])
                    current = current[n:]
            join = ""
    if current:
        rows.append(current)
    if max_rows is not None and len(rows) > max_rows:
        rows[max_rows - 1 :] = [_ellipsis(rows[max_rows - 1], width, size, bold)]
    return tuple(rows)


def _ellipsis(row: str, width: int, size: int, bold: bool) -> str:
    """The line shortened by words, or by letters if it is a single word, so that "…" fits behind it."""
    while row and not _load(row + ELLIPSIS, width, size, bold):
        row = row.rpartition(" ")[0] or row[:-1]
    return row.rstrip(" /,;:") + ELLIPSIS


def _load(text: str, width: int, size: int, bold: bool) -> bool:
    return text_width(text, size, bold=bold) <= width


def _how_many_fit(word: str, width: int, size: int, bold: bool) -> int:
    """How many letters fit on a line; at least one, or breaking would never end."""
    return next((n for n in range(len(word) - 1, 1, -1) if _load(word[:n], width, size, bold)), 1)


def _pieces(word: str) -> list[str]:
    """A word cut after each slash; the slash stays with what precedes it."""
    parts = word.split("/")
    return [f"{b}/" for b in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
