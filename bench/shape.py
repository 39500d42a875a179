"""What the LKIPs of the contoh cost their reader: pages, torn tables, empty space, gaps in lines, cells printed twice.

    script/bench shape            prints the table of bench/HASIL.md
    script/bench shape --luput    names the tables and pages that count, to look at

Counted in the document tree where that says it, else in the PDF that a kecamatan gets: its words by pdftotext, the rows
of its tables by their tags.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pikepdf

from bench._shape import (
    Word,
    has_wide_gap,
    has_written,
    joined,
    justified,
    lines_of,
    numbered_tables,
    one_row_tables,
    opened_by_a_torn_table,
    repeated_cells,
    torn_tables,
    unused,
    written_runs,
)
from bench._site import own_process

CONTOH: Final = (("jombang", 2023), ("balung", 2020), ("umbulsari", 2021), ("jelbuk", 2024))
_MM: Final = 72 / 25.4
_WORD: Final = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', re.DOTALL
)
_PAGE: Final = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the PDF: its size in points and its words."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def signed(self) -> bool:
        """Whether it ends in a signature, below which nothing may stand."""
        return any(w.text == "NIP" for w in self.words[-30:])


@dataclass(frozen=True, slots=True)
class Shape:
    """One column of the table, in the order of :data:`HEADS`, and the places that were counted."""

    name: str
    figures: tuple[str, ...]
    places: tuple[str, ...]


HEADS: Final = (
    "halaman",
    "tabel bernomor",
    "tabel sebaris",
    "tabel ≤ 6 baris yang terpotong",
    "halaman yang dibuka potongan tabel",
    "ruang kosong (halaman)",
    "baris rata bercelah > 8 pt",
    "sel lampiran yang mengulang BAB II",
    "halaman tanpa kalimat orang",
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/bench shape", description="Hitung bentuk LKIP contoh.")
    parser.add_argument("--luput", action="store_true", help="sebutkan tabel dan halaman yang dihitung")
    args = parser.parse_args()
    with own_process():
        shapes = list(_shapes())
    print(report(shapes))
    for shape in shapes if args.luput else ():
        print("", shape.name, *shape.places, sep="\n")


def _shapes() -> Iterator[Shape]:
    from django.core.management import call_command

    from kecamatan.models import Kecamatan
    from reports.publish.assemble import build_draft

    with open(os.devnull, "w", encoding="utf-8") as quiet:
        call_command("siapkan", stdout=quiet)
        call_command("muat_contoh", stdout=quiet)
    for slug, tahun in CONTOH:
        yield measure(build_draft(kecamatan=Kecamatan.objects.get(slug=slug), tahun=tahun))


def measure(naskah: Any) -> Shape:
    """Count one LKIP, printed as a kecamatan gets it."""
    from reports.publish.assemble import arrange
    from reports.publish.files import publish_pdf

    assembled = arrange(naskah, "lkip")
    dokumen, settings, snapshot = assembled.dokumen, assembled.settings, naskah.snapshot
    content = publish_pdf(assembled).content
    pages, rows = pages_of(content), table_rows(content)
    edge, top, bottom = (
        float(m) * _MM for m in (settings.margin_kanan, settings.margin_atas, settings.margin_bawah)
    )
    body = [[w for w in p.words if top - 1 <= w.top and w.bottom <= p.height - bottom + 1] for p in pages]
    empty = {
        n: unused(words, top, p.height - bottom)
        for n, (p, words) in enumerate(zip(pages, body, strict=True), start=1)
        if n > 1 and not p.signed
    }
    full = [
        line
        for p, words in zip(pages, body, strict=True)
        for line in justified(lines_of(words), p.width - edge)
    ]
    gaps = sum(has_wide_gap(line) for line in full)
    runs = written_runs(dokumen)
    silent = [n for n, words in enumerate(body, start=1) if not has_written(_text(words), runs)]
    tables, torn, opened = numbered_tables(dokumen), torn_tables(rows), opened_by_a_torn_table(rows)
    single = one_row_tables(tables)
    repeated, cells = repeated_cells(dokumen)
    kecamatan = snapshot.kecamatan
    return Shape(
        name=f"{kecamatan.nama} {snapshot.tahun}",
        figures=(
            str(len(pages)),
            str(len(tables)),
            str(len(single)),
            str(len(torn)),
            str(len(opened)),
            f"{sum(empty.values()):.1f}".replace(".", ","),
            f"{gaps} dari {len(full)} ({_share(gaps / len(full) if full else 0)})",
            f"{repeated} dari {cells}",
            str(len(silent)),
        ),
        places=(
            *(f"tabel sebaris: {t.title}" for t in single),
            *(f"terpotong: {len(r)} baris pada halaman {sorted(set(r))}" for r in torn),
            f"dibuka potongan tabel: {sorted(opened)}",
            *(f"halaman {n}: {_share(part)} kosong" for n, part in empty.items() if part > 0.15),
            f"tanpa kalimat orang: {silent}",
        ),
    )


def report(shapes: Sequence[Shape]) -> str:
    """The table, as bench/HASIL.md holds it."""
    lines = [f"| | {' | '.join(s.name for s in shapes)} |", f"|---|{'---|' * len(shapes)}"]
    lines += [f"| {head} | {' | '.join(s.figures[i] for s in shapes)} |" for i, head in enumerate(HEADS)]
    return "\n".join(lines)


def _share(part: float) -> str:
    return f"{part * 100:.1f}%".replace(".", ",")


def _text(words: Sequence[Word]) -> str:
    return "\n".join(" ".join(w.text for w in line) for line in lines_of(words))


def pages_of(content: bytes) -> list[Page]:
    """The words of every page with their places."""
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as place:
        file = Path(place) / "lkip.pdf"
        file.write_bytes(content)
        said = subprocess.run(
            ["pdftotext", "-bbox", file, "-"], check=True, stdout=subprocess.PIPE, text=True
        ).stdout
    return [
        Page(
            float(width),
            float(height),
            tuple(
                Word(unescape(text), *(float(n) for n in (left, top, right, bottom)))
                for left, top, right, bottom, text in _WORD.findall(inside)
            ),
        )
        for width, height, inside in _PAGE.findall(said)
    ]


def table_rows(content: bytes) -> list[list[int]]:
    """Of every table with a head the page of each of its rows, the head apart."""
    with pikepdf.open(BytesIO(content)) as pdf:
        numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages, start=1)}
        tables = [t for t in _tagged(pdf.Root.StructTreeRoot, "/Table") if any(_tagged(t, "/THead"))]
        pieces = [
            (
                any(_tagged(table, "/Caption")),
                len(list(_tagged(next(_tagged(table, "/TR")), "/TH"))),
                [numbers[_page(row)] for body in _tagged(table, "/TBody") for row in _tagged(body, "/TR")],
            )
            for table in tables
        ]
    return joined(pieces)


def _tagged(element: Any, tag: str) -> Iterator[Any]:
    """Elements of this kind below another one, those within one of them left out."""
    for kid in _kids(element):
        if kid.get("/S") == tag:
            yield kid
        else:
            yield from _tagged(kid, tag)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    several = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in several if isinstance(kid, pikepdf.Dictionary)]


def _page(element: Any) -> Any:
    """Where the first content of an element stands."""
    for kid in _kids(element):
        return _page(kid)
    return element.Pg.objgen


if __name__ == "__main__":
    main()
