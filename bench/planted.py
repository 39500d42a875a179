"""How many planted errors the review finds, and how often it cries wolf.

    script/bench planted                  every form of planted_wrong.txt in the three contoh that have results
    script/bench planted --benih 7        other values and spellings
    script/bench planted --luput          the sentences that were missed, and the clean ones that were found

A sentence is filled from the records of a contoh, once right and once with each of its marked values wrong; the right
ones and those of planted_clean.txt are the clean text.
"""

from __future__ import annotations

import argparse
import os
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from bench._planted_world import Subject, World, can_fill, filled, world_of
from bench._site import own_process
from sakip.checks import CHECKS, Check, CheckedYear, Finding, find_all
from sakip.checks.material import Passage, Place, Shape

_HERE: Final = Path(__file__).resolve().parent
_PLACE: Final = Place(kind="narasi", key=(("bagian", "profil"), ("kunci", "")), column="isi", words="narasi")
_CONTOH: Final = (("Jombang", 2023), ("Balung", 2020), ("Umbulsari", 2021))


@dataclass(frozen=True, slots=True)
class Planted:
    """A text in which one field is wrong ("" where nothing is), under the rule that it breaks."""

    rule: str
    field: str
    passage: Passage


def forms(name: str) -> dict[str, list[str]]:
    """The forms of a file by their headings."""
    found: dict[str, list[str]] = {}
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            under = found.setdefault(line.removeprefix("## "), [])
        elif line and not line.startswith("# "):
            under.append(line)
    return found


def planted(world: World, choose: random.Random, name: str = "planted_wrong.txt") -> Iterator[Planted]:
    """Every form filled about everything that it can be about: right, and with each marked field wrong."""
    for rule, lines in forms(name).items():
        for form in lines:
            seen: set[str] = set()
            for subject in _subjects(form, world):
                for text, field in filled(form.removeprefix("@sasaran ").removeprefix("@"), subject, choose):
                    if text not in seen:
                        seen.add(text)
                        yield Planted(
                            rule, field, _passage(text, subject.kunci if form.startswith("@") else "")
                        )


def _subjects(form: str, world: World) -> Iterator[Subject]:
    year, *others = world.subjects
    if form.startswith("@"):
        yield from (s for s in others if s.kunci and s.sasaran == form.startswith("@sasaran "))
    elif can_fill(form, year):
        yield year
    else:
        yield from others


def _passage(text: str, about: str) -> Passage:
    body, _, above = text.partition("#")
    if " | " not in body:
        return Passage(place=_PLACE, text=body, about=about)
    cells = tuple(cell.strip() for cell in body.split("|"))
    heads = tuple(head.strip() for head in above.split("|")) if above else ("",) * len(cells)
    return Passage(
        place=_PLACE, text=" | ".join(cells), shape=Shape.ROW, cells=cells, heads=heads, about=about
    )


def text_checks() -> tuple[Check, ...]:
    """The checks that read texts."""
    return tuple(c for c in CHECKS.values() if "passages" in c.reads)


def found_in(world: World, texts: Sequence[Planted]) -> list[list[Finding]]:
    """What is found in each of these texts, each at a place of its own."""
    places = [replace(_PLACE, key=(*_PLACE.key, ("nomor", number))) for number in range(len(texts))]
    passages = tuple(replace(one.passage, place=place) for one, place in zip(texts, places, strict=True))
    year = CheckedYear(snapshot=world.snapshot, results=world.results, passages=passages, around=world.around)
    found: dict[Place, list[Finding]] = {place: [] for place in places}
    for finding in find_all(text_checks(), year):
        found.get(finding.place, []).append(finding)
    return [found[place] for place in places]


def hits(one: Planted, findings: Sequence[Finding]) -> bool:
    """Whether what was found is what was planted."""
    return any(f.rule == one.rule for f in findings)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="script/bench planted", description="Tanam kesalahan, hitung temuannya."
    )
    parser.add_argument("--benih", type=int, default=1, help="benih pilihan acak (bawaan: 1)")
    parser.add_argument("--luput", action="store_true", help="sebut yang luput dan yang keliru ditemukan")
    args = parser.parse_args()
    with own_process():
        worlds = list(_worlds())
        _measure(worlds, args.benih, tell=args.luput)


def _worlds() -> Iterator[World]:
    from datetime import date

    from django.core.management import call_command

    from kecamatan.models import Kecamatan
    from reports.publish.assemble import build_draft
    from reports.review.around import surroundings

    with open(os.devnull, "w", encoding="utf-8") as quiet:
        for command in ("siapkan", "muat_contoh"):
            call_command(command, stdout=quiet)
    for name, tahun in _CONTOH:
        kecamatan = Kecamatan.objects.get(nama=name)
        naskah = build_draft(kecamatan=kecamatan, tahun=tahun)
        around = surroundings(kecamatan=kecamatan, tahun=tahun, signed=date(tahun + 1, 2, 1))
        if naskah.results is not None:
            yield world_of(name, naskah.snapshot, naskah.results, around)


def _measure(worlds: list[World], seed: int, *, tell: bool) -> None:
    tally: dict[str, Counter[str]] = {}
    clean = 0
    for world in worlds:
        choose = random.Random(seed)  # noqa: S311
        texts = (*planted(world, choose), *planted(world, choose, "planted_clean.txt"))
        for one, findings in zip(texts, found_in(world, texts), strict=True):
            count = tally.setdefault(one.rule, Counter())
            if one.field:
                count["ditanam"] += 1
                count["ditemukan"] += hits(one, findings)
                if tell and not hits(one, findings):
                    print(f"luput {one.rule} [{world.name}] <{one.field}> {one.passage.text}")
            else:
                clean += 1
                count["keliru"] += len(findings)
                for f in findings if tell else ():
                    print(f"keliru {one.rule} [{world.name}] {f.code}: {one.passage.text}\n    {f.message}")
    _print(tally, clean)


def _print(tally: dict[str, Counter[str]], clean: int) -> None:
    print("| aturan | ditanam | ditemukan | temuan keliru pada kalimat yang benar |")
    print("|---|---|---|---|")
    whole: Counter[str] = Counter()
    for rule, count in tally.items():
        whole.update(count)
        planted_here = (str(count[column]) if count["ditanam"] else "" for column in ("ditanam", "ditemukan"))
        print(f"| {rule} | {' | '.join(planted_here)} | {count['keliru']} |")
    share = f"{100 * whole['ditemukan'] / whole['ditanam']:.1f}".replace(".", ",")
    print(f"| seluruhnya | {whole['ditanam']} | {whole['ditemukan']} ({share}%) | {whole['keliru']} |")
    print(f"\nKalimat yang benar: {clean}")


if __name__ == "__main__":
    main()
