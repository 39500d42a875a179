"""What the examination of a LKIP in a file finds, on real ones, on variants of them, and in other kinds of files.

    script/bench papers FOLDER     the folder with the texts of the three LKIPs (000, 001, 004)

Found: of the contradictions that people found in them and that can be seen in the text alone (papers_expected.txt) how
many. False alarms: of what is said how much was judged wrong by hand (papers_judged.txt), or stands at a place that
nobody has judged. A variant has other names, years or amounts at the same lines, or its tables and their indikator in
another order; a Word file or a PDF is made of the text, with real tables. The same is expected of each, at the lines of
the text from which the quotation of a finding comes.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

from bench._site import ROOT, own_environment

#: What is to be reached, in percent.
LEAST_FOUND, MOST_FALSE = 70, 10
DOCUMENTS: Final = ("000", "001", "004")

_EXAMINED = """
import json, sys
from pathlib import Path
import django
django.setup()
from django.core.management import call_command
call_command("siapkan", verbosity=0)
from bench import _paper_files
from reports.examine.run import examine_file
from reports.papers.read import read_paper
MADE = {".docx": _paper_files.word_file, ".pdf": _paper_files.pdf_file, ".office.pdf": _paper_files.office_pdf}
for line in sys.stdin:
    name, kind = json.loads(line)
    path = Path(name)
    content = path.read_bytes()
    if kind:
        content = MADE[kind](read_paper(content, path.name))
    if content is None:
        continue
    done = examine_file(content, path.stem + (kind or ".txt"))
    found = [
        [one.code, one.rule, [[s.at.line, s.quotation] for s in one.seen], one.message] for one in done.findings
    ]
    print("=" + json.dumps({"berkas": path.name + kind, "temuan": found}), flush=True)
"""

_YEAR: Final = re.compile(r"(?<![\d/])(?<!\d\.)(20[12]\d)(?!\d|/\d|\.\d)")
#: Before the year of a regulation: "Nomor 53 tahun ".
_LAW: Final = re.compile(r"\b(?:nom[oe]r|no\.?)\s*:?\s*\S+\s+tahun\s+$", re.IGNORECASE)
_MONEY: Final = re.compile(r"(?<![\d,])(?<!\d\.)\d{1,3}(?:\.\d{3}){2,}(?!\d|\.\d)")
#: Of people and places, told apart by what stands in these papers; any other would do.
_OTHER: Final = {
    "Umbulsari": "Semboro",
    "Balung": "Wuluhan",
    "Jombang": "Kencong",
    "M. YUSUF": "R. HASAN",
    "WIDAYAKA": "SUBAGYO",
    "NURYADI": "MULYONO",
}


def named(text: str) -> str:
    """The same of other kecamatan and people."""
    for one, other in _OTHER.items():
        text = text.replace(one, other).replace(one.upper(), other.upper())
    return text


def later(text: str) -> str:
    """The same a year later; citations of the law keep their years."""
    return _YEAR.sub(
        lambda found: found[1] if _LAW.search(text[: found.start()][-40:]) else str(int(found[1]) + 1), text
    )


def dearer(text: str) -> str:
    """The same with three times every amount: sums and percentages stay as right or wrong as they were."""
    return _MONEY.sub(lambda found: f"{int(found[0].replace('.', '')) * 3:,}".replace(",", "."), text)


def turned(text: str) -> str:
    """The same with its indikator in another order, and each two tables that follow one another exchanged."""
    lines = text.split("\n")
    parts: list[list[str]] = []
    for line in lines:
        if parts and bool(_ROW.search(line)) == bool(_ROW.search(parts[-1][-1])):
            parts[-1].append(line)
        else:
            parts.append([line])
    for part in parts:
        if len(part) > _LEAST_ROWS and _ROW.search(part[0]) and "indikator" in part[0].casefold():
            part[:] = _rotated(part)
    captioned = [
        at for at, part in enumerate(parts) if at and _ROW.search(part[0]) and _caption_of(parts[at - 1])
    ]
    for one, other in zip(captioned[::2], captioned[1::2], strict=False):
        above, below = (len(_caption_of(parts[at - 1])) for at in (one, other))
        first, second = parts[one - 1][-above:], parts[other - 1][-below:]
        parts[one - 1][-above:], parts[other - 1][-below:] = second, first
        parts[one], parts[other] = parts[other], parts[one]
    return "\n".join(line for part in parts for line in part)


#: A row of a table; the head of one and the line below it; what closes it.
_ROW: Final = re.compile(r"\t|^\s*\|.*\|")
_HEAD: Final = re.compile(r"indi[kc]ator|sasaran|\(?1\)?\s*[\t|]|target|20\d\d|^[\s|:+=_-]*$", re.IGNORECASE)
_CLOSED: Final = re.compile(r"^[\s|\d.]*(?:jumlah|total|rata)", re.IGNORECASE)
_CAPTION: Final = re.compile(r"^\W*tabel\s+\d", re.IGNORECASE)
_LEAST_ROWS: Final = 3


def _caption_of(part: list[str]) -> list[str]:
    """The lines right above a table from that which begins with "Tabel"."""
    return next(
        (part[-count:] for count in (1, 2, 3, 4) if count <= len(part) and _CAPTION.match(part[-count])), []
    )


def _rotated(rows: list[str]) -> list[str]:
    """The rows below the head, those of the last number first; a row without a number is of that above."""
    head = next((at for at, row in enumerate(rows) if at and not _HEAD.search(row)), len(rows))
    end = next((at for at, row in enumerate(rows) if at >= head and _CLOSED.match(row)), len(rows))
    groups: list[list[str]] = []
    for row in rows[head:end]:
        if re.match(r"[\s|]*\d{1,2}\s*\.?\s*[\t|]", row) or not groups:
            groups.append([row])
        else:
            groups[-1].append(row)
    return rows[:head] + [row for group in groups[-1:] + groups[:-1] for row in group] + rows[end:]


VARIANTS: Final[dict[str, tuple[Callable[[str], str], str]]] = {
    "asli, TXT": (lambda text: text, ""),
    "nama lain": (named, ""),
    "setahun kemudian": (later, ""),
    "jumlah lain": (dearer, ""),
    "urutan lain": (turned, ""),
    "asli, DOCX": (lambda text: text, ".docx"),
    "asli, PDF": (lambda text: text, ".pdf"),
    "asli, PDF dari Word": (lambda text: text, ".office.pdf"),
}


def _compact(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold().removesuffix("…"))


def places(changed: str, original: str) -> Callable[[int, str, bool], frozenset[int]]:
    """Tells at which lines of the original text something stands, by its line or by its quotation."""
    same: dict[str, list[int]] = {}
    for number, line in enumerate(original.split("\n"), start=1):
        same.setdefault(_compact(line), []).append(number)
    lines = changed.split("\n")
    moved = [[number] for number in range(1, len(lines) + 1)]
    if sorted(lines) == sorted(original.split("\n")):  # only their order is another
        moved = [same.get(_compact(line), []) for line in lines]
    told = [(text, numbers) for text, numbers in same.items() if len(text) > 3]

    def find(line: int, quotation: str, by_line: bool) -> frozenset[int]:
        if by_line:
            return frozenset(moved[line - 1]) if 0 < line <= len(moved) else frozenset()
        words = _compact(quotation)
        found = {
            number
            for text, numbers in told
            for number in numbers
            if text[:_QUOTED].startswith(words)
            or words.startswith(text)
            or (len(text) > _SURE and text[:_QUOTED] in words)
        }
        if not found:
            likely = [
                (SequenceMatcher(None, words, text[:_QUOTED]).ratio(), numbers) for text, numbers in told
            ]
            ratio, numbers = max(likely, key=lambda one: one[0])
            found = set(numbers) if ratio > _ALIKE else set()
        if not found:  # it may be quoted without the number of the item: the longest line that it goes on
            numbered = [(text.lstrip("0123456789"), numbers) for text, numbers in told if text[:1].isdigit()]
            before = [(len(one), n) for one, n in numbered if len(one) > _SURE and words.startswith(one)]
            found = set(max(before, key=lambda one: one[0])[1]) if before else set()
        return frozenset(found)

    return find


_QUOTED: Final = 100
_SURE: Final = 25
_ALIKE: Final = 0.7


def expected() -> Iterator[tuple[str, str, frozenset[int], frozenset[str]]]:
    """Document, number, lines and rules of what can be seen in the text."""
    for line in (ROOT / "bench/papers_expected.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "#-":
            document, number, lines, rules = (part.strip() for part in line.split("|"))
            yield document, number, frozenset(map(int, lines.split(","))), frozenset(rules.split(","))


def judged() -> dict[tuple[str, int, str], str]:
    """What was judged by hand of the rest."""
    found: dict[tuple[str, int, str], str] = {}
    for line in (ROOT / "bench/papers_judged.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            document, at, code, verdict = (part.strip() for part in line.split("|"))
            found[document, int(at), code] = verdict
    return found


def examined(files: list[tuple[Path, str]]) -> dict[str, list[Any]]:
    """What is found in each file, in a site of its own with nothing but the reference data."""
    with own_environment() as environment:
        run = subprocess.run(
            [sys.executable, "-c", _EXAMINED],
            input="\n".join(json.dumps([str(path), kind]) for path, kind in files),
            text=True,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env=environment,
            check=True,
        )
    results = [json.loads(line[1:]) for line in run.stdout.splitlines() if line.startswith("=")]
    return {one["berkas"]: one["temuan"] for one in results}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--luput", action="store_true", help="name what is missed and what nobody has judged")
    parser.add_argument("--hanya", choices=tuple(VARIANTS), help="one of the variants")
    options = parser.parse_args()
    chosen = {name: VARIANTS[name] for name in VARIANTS if options.hanya in (None, name)}
    originals = {
        document: next(options.folder.glob(f"{document}_*.txt")).read_text(encoding="utf-8")
        for document in DOCUMENTS
    }
    with tempfile.TemporaryDirectory() as place:
        files = []
        for document, text in originals.items():
            for number, (change, kind) in enumerate(chosen.values()):
                file = Path(place) / f"{document}-{number}.txt"
                file.write_text(change(text), encoding="utf-8")
                files.append((file, kind))
        found = examined(files)
    for number, (variant, (change, kind)) in enumerate(chosen.items()):
        said = {document: found.get(f"{document}-{number}.txt{kind}") for document in DOCUMENTS}
        if None in said.values():
            print(f"{variant}: tidak dapat dibuat pada mesin ini")
            continue
        _print(
            variant,
            {d: _placed(said[d] or [], change(t), t, kind) for d, t in originals.items()},
            options.luput,
        )


_Placed = tuple[str, str, frozenset[int], frozenset[int], str]
"""A finding: its code, its rule, the lines of all its places and of its first, its words."""


def _placed(said: list[Any], changed: str, original: str, kind: str) -> list[_Placed]:
    find = places(changed, original)
    by_line = not kind
    result = []
    for code, rule, seen, message in said:
        each = [find(line, quotation, by_line) for line, quotation in seen]
        result.append((code, rule, frozenset().union(*each), each[0] if each else frozenset(), message))
    return result


def _print(variant: str, found: dict[str, list[_Placed]], missing: bool) -> None:
    wanted, known = list(expected()), judged()
    hits = said = wrong = 0
    parts = []
    for document, findings in found.items():
        mine = [(n, lines, rules) for d, n, lines, rules in wanted if d == document]
        missed = [n for n, lines, rules in mine if not any(f[1] in rules and lines & f[2] for f in findings)]
        others = [
            f
            for f in findings
            if not any(f[1] in rules and lines & f[2] for _, lines, rules in mine)
            and not any(known.get((document, at, f[0])) == "benar" for at in f[3])
        ]
        hits, said, wrong = hits + len(mine) - len(missed), said + len(findings), wrong + len(others)
        parts.append(f"{document} {len(mine) - len(missed)}/{len(mine)}, {len(others)} keliru")
        if missing:
            print(f"  {variant} {document}: luput {', '.join(missed) or '–'}")
            for f in others:
                verdict = next(
                    (known[document, at, f[0]] for at in f[3] if (document, at, f[0]) in known), "?"
                )
                print(f"    {document} | {min(f[3], default=0)} | {f[0]} | {verdict} | {f[4][:160]}")
    share, false = 100 * hits / len(wanted), 100 * wrong / max(1, said)
    print(
        f"{variant}: ditemukan {hits} dari {len(wanted)} ({share:.1f}%, paling sedikit {LEAST_FOUND}%);",
        end=" ",
    )
    print(
        f"{wrong} dari {said} temuan keliru ({false:.1f}%, paling banyak {MOST_FALSE}%); {'; '.join(parts)}"
    )


if __name__ == "__main__":
    main()
