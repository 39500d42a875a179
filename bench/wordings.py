"""Errors in sentences as other offices word them, each written once, by hand, about a contoh: how many are found.

    script/bench wordings            prints the figures of bench/HASIL.md
    script/bench wordings --luput    names what was missed, and every finding in what is right

Every line of wordings_wrong.txt is asked about right and wrong, and wordings_clean.txt must stay silent.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from bench._planted_world import World
from bench._site import own_process
from bench.planted import find_in_texts, worlds
from reports.publish.naskah import Narasi
from sakip.checks import Finding

_HERE: Final = Path(__file__).resolve().parent
_MARKED: Final = re.compile(r"\[\[(.*?)=>(.*?)\]\](?!\])")
CONTOH: Final = (("Jombang", 2023), ("Balung", 2020), ("Umbulsari", 2021), ("Jelbuk", 2024))


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence about a contoh; ``rule`` is what ``wrong`` breaks, both empty where nothing is wrong."""

    heading: str
    kecamatan: str
    kunci: str
    rule: str
    right: str
    wrong: str


def wordings(name: str) -> Iterator[Wording]:
    """The lines of a file, in order."""
    heading = ""
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        elif line and not line.startswith("#"):
            head, text = line.split(" | ", 1)
            where, _, rule = head.partition(" ")
            kecamatan, _, kunci = where.partition(":")
            right, wrong = (_MARKED.sub(rf"\{group}", text) for group in (1, 2))
            yield Wording(heading, kecamatan, kunci, rule, right, wrong if rule else "")


def found_in_narrative(world: World, kunci: str, texts: Sequence[str]) -> list[list[Finding]]:
    """What is found in each of these texts, as the narrative that they stand in by themselves."""
    from reports.review.passages import passages_of

    about_sasaran = any(
        s.kunci == kunci for s in (world.naskah.results.sasaran if world.naskah.results else ())
    )
    bagian = "latar-belakang" if not kunci else "efisiensi" if about_sasaran else "pendorong"
    found = []
    for text in texts:
        html = text if text.startswith("<") else f"<p>{text}</p>"
        narasi = Narasi(bagian=bagian, kunci=kunci, isi=html)
        found.append(find_in_texts(world, passages_of(replace(world.naskah, narasi=(narasi,), foto=()))))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="script/bench wordings", description="Kesalahan dalam kata-kata kantor lain."
    )
    parser.add_argument("--luput", action="store_true", help="sebut yang luput dan yang keliru ditemukan")
    args = parser.parse_args()
    counts: dict[str, Counter[str]] = {}
    with own_process():
        of = {world.name: world for world in worlds(CONTOH)}
        for one in (*wordings("wordings_wrong.txt"), *wordings("wordings_clean.txt")):
            count = counts.setdefault(f"{one.heading} {one.rule or 'kalimat benar'}", Counter())
            right, wrong = found_in_narrative(
                of[one.kecamatan], one.kunci, (one.right, one.wrong or one.right)
            )
            count["benar"] += 1
            count["keliru"] += bool(right)
            if one.rule:
                missed = not [f for f in wrong if f.message not in {r.message for r in right}]
                count["ditanam"] += 1
                count["ditemukan"] += not missed
                if missed and args.luput:
                    print(f"luput {one.rule} [{one.kecamatan}] {one.wrong}")
            for finding in right if args.luput else ():
                print(f"keliru [{one.kecamatan}] {finding.code}: {one.right}\n    {finding.message}")
    print("| kalimat | ditanam | ditemukan | kalimat benar | dengan temuan keliru |\n|---|---|---|---|---|")
    for name, count in (*counts.items(), ("seluruhnya", sum(counts.values(), Counter()))):
        columns = (count[column] for column in ("ditanam", "ditemukan", "benar", "keliru"))
        print(f"| {name} | {' | '.join(map(str, columns))} |")


if __name__ == "__main__":
    main()
