"""Short texts that come to very much, as somebody would write them who wants to stop the site."""

from __future__ import annotations

from typing import Final

#: By what they are; none is longer than what one text may have.
WORST_HTML: Final = {
    "spans": "<table>" + '<tr><td colspan="50" rowspan="50">a' * 90 + "</table>",
    "wide": "<table><tr>" + '<td colspan="50">a' * 1000 + "<tr><td>" * 300,
    "tall": "<table>" + '<tr><td rowspan="50">a<td rowspan="50">b' * 2000,
    "many cells": "<table>" + f"<tr>{'<td>' * 49}a" * 490,
    "many tables": ("<table>" + f"<tr>{'<td>' * 49}a" * 4) * 100,
    "rows": "<table>" + "<tr><td>a" * 10_000,
    "paragraphs": "<p>a" * 25_000,
    "line breaks": "<br>a" * 19_000,
    "items": "<ul>" + "<li>a" * 19_000,
    "numbers": "<ol>" + '<li value="9">a' * 6_000,
    "levels": "<ul><li>a" * 11_000,
    "tables in tables": "<table><tr><td>" * 6_600,
    "repeated looks": "".join(f"<em a{i}><p>" for i in range(3_500)) + "</em>" * 3_500,
    "all looks": "<em><strong><p>" * 6_600,
    "hidden looks": "".join(f'<em a{i}="<"><p>' for i in range(3_000)) + "</em>" * 3_000,
    "unknown elements": "<x>" * 33_000,
    "comments": "<!--" * 25_000,
    "half a tag": "<a" * 50_000,
    "ends": "</p>" * 24_000,
    "headings": "<h1>a" * 19_000,
    "signs": "<p>" + "&" * 29_000 + "<p>" + "&" * 29_000,
}
WORST_TEXT: Final = {
    "spans": "| [kolom 50, baris 50] a\n" * 3_900,
    "wide": "| [kolom 50] a" * 7_000,
    "pipes": "|" * 99_999,
    "tabs": "a\t" * 49_000,
    "rows": "|a\n" * 33_000,
    "items": "- a\n" * 24_000,
    "numbers": "1. a\n" * 19_000,
    "levels": "".join(f"{' ' * (2 * i)}- a\n" for i in range(300)),
    "paragraphs": "a\n\n" * 33_000,
    "lines": "a\n" * 49_000,
    "breaks": "|" + "a[/]" * 24_000,
    "signs": "*a_" * 9_000,
}
