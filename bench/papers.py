"""What the examination of a LKIP in a file finds, on real ones and on variants of them.

    script/bench papers FOLDER     the folder with the texts of the three LKIPs (000, 001, 004)

Found: of the contradictions that people found in them and that can be seen in the text alone (papers_expected.txt) how
many. False alarms: of what is said how much was judged wrong by hand (papers_judged.txt), or stands at a place that
nobody has judged. A variant has other names, years or amounts at the same lines, so the same is expected of it.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
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
from reports.examine.run import examine_file
for line in sys.stdin:
    path = Path(line.strip())
    done = examine_file(path.read_bytes(), path.name)
    print("=" + json.dumps({"berkas": path.name, "temuan": [
        [one.code, one.rule, sorted({s.at.line for s in one.seen}), one.seen[0].at.line] for one in done.findings
    ]}), flush=True)
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


VARIANTS: Final[dict[str, Callable[[str], str]]] = {
    "asli": lambda text: text,
    "nama lain": named,
    "setahun kemudian": later,
    "jumlah lain": dearer,
}


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


def examined(files: list[Path]) -> dict[str, list[Any]]:
    """What is found in each file, in a site of its own with nothing but the reference data."""
    with own_environment() as environment:
        run = subprocess.run(
            [sys.executable, "-c", _EXAMINED],
            input="\n".join(map(str, files)),
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
    options = parser.parse_args()
    wanted, known = list(expected()), judged()
    with tempfile.TemporaryDirectory() as place:
        files = []
        for document in DOCUMENTS:
            (source,) = options.folder.glob(f"{document}_*.txt")
            for number, change in enumerate(VARIANTS.values()):
                file = Path(place) / f"{document}-{number}.txt"
                file.write_text(change(source.read_text(encoding="utf-8")), encoding="utf-8")
                files.append(file)
        found = examined(files)
    for number, variant in enumerate(VARIANTS):
        hits = said = wrong = 0
        for document in DOCUMENTS:
            findings = found[f"{document}-{number}.txt"]
            mine = [(n, lines, rules) for d, n, lines, rules in wanted if d == document]
            missed = [
                n
                for n, lines, rules in mine
                if not any(f[1] in rules and lines & set(f[2]) for f in findings)
            ]
            others = [
                f
                for f in findings
                if not any(f[1] in rules and lines & set(f[2]) for _, lines, rules in mine)
                and known.get((document, f[3], f[0])) != "benar"
            ]
            hits, said, wrong = hits + len(mine) - len(missed), said + len(findings), wrong + len(others)
            if options.luput:
                print(f"  {variant} {document}: luput {', '.join(missed) or '–'}")
                for f in others:
                    print(f"    {document} | {f[3]} | {f[0]} | {known.get((document, f[3], f[0]), '?')}")
        share, false = 100 * hits / len(wanted), 100 * wrong / said
        print(
            f"{variant}: ditemukan {hits} dari {len(wanted)} ({share:.1f}%, paling sedikit {LEAST_FOUND}%);",
            end=" ",
        )
        print(f"{wrong} dari {said} temuan keliru ({false:.1f}%, paling banyak {MOST_FALSE}%)")


if __name__ == "__main__":
    main()
