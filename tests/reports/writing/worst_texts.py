"""Short texts that come to very much, as somebody would write them who wants to stop the site."""

from __future__ import annotations

from math import isqrt
from typing import Final


def worst_html(part: int = 1) -> dict[str, str]:
    """By what they are; none is longer than what one text may have, or than the given part of that."""
    return {
        "spans": "<table>" + '<tr><td colspan="50" rowspan="50">a' * (90 // part) + "</table>",
        "wide": "<table><tr>" + '<td colspan="50">a' * (1000 // part) + "<tr><td>" * (300 // part),
        "tall": "<table>" + '<tr><td rowspan="50">a<td rowspan="50">b' * (2000 // part),
        "many cells": "<table>" + f"<tr>{'<td>' * 49}a" * (490 // part),
        "many tables": ("<table>" + f"<tr>{'<td>' * 49}a" * 4) * (100 // part),
        "rows": "<table>" + "<tr><td>a" * (10_000 // part),
        "paragraphs": "<p>a" * (25_000 // part),
        "line breaks": "<br>a" * (19_000 // part),
        "items": "<ul>" + "<li>a" * (19_000 // part),
        "numbers": "<ol>" + '<li value="9">a' * (6_000 // part),
        "levels": "<ul><li>a" * (11_000 // part),
        "tables in tables": "<table><tr><td>" * (6_600 // part),
        "repeated looks": "".join(f"<em a{i}><p>" for i in range(3_500 // part)) + "</em>" * (3_500 // part),
        "all looks": "<em><strong><p>" * (6_600 // part),
        "hidden looks": "".join(f'<em a{i}="<"><p>' for i in range(3_000 // part))
        + "</em>" * (3_000 // part),
        "unknown elements": "<x>" * (33_000 // part),
        "comments": "<!--" * (25_000 // part),
        "half a tag": "<a" * (50_000 // part),
        "ends": "</p>" * (24_000 // part),
        "headings": "<h1>a" * (19_000 // part),
        "signs": "<p>" + "&" * (29_000 // part) + "<p>" + "&" * (29_000 // part),
    }


def worst_text(part: int = 1) -> dict[str, str]:
    """The same of plain text."""
    return {
        "spans": "| [kolom 50, baris 50] a\n" * (3_900 // part),
        "wide": "| [kolom 50] a" * (7_000 // part),
        "pipes": "|" * (99_999 // part),
        "tabs": "a\t" * (49_000 // part),
        "rows": "|a\n" * (33_000 // part),
        "items": "- a\n" * (24_000 // part),
        "numbers": "1. a\n" * (19_000 // part),
        "levels": "".join(f"{' ' * (2 * i)}- a\n" for i in range(isqrt(90_000 // part))),
        "paragraphs": "a\n\n" * (33_000 // part),
        "lines": "a\n" * (49_000 // part),
        "breaks": "|" + "a[/]" * (24_000 // part),
        "signs": "*a_" * (9_000 // part),
    }


WORST_HTML: Final = worst_html()
WORST_TEXT: Final = worst_text()
