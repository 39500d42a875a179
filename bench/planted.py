"""How many planted errors the review finds, and how often it cries wolf.

    script/bench planted                  every form of planted_wrong.txt in the three contoh that have results
    script/bench planted --benih 7        other values and spellings
    script/bench planted --luput          the sentences that were missed, and the clean ones that were found

A sentence is filled from the records of a contoh, once right and once with each of its marked values wrong; the right
ones and those of planted_clean.txt are the clean text. Records are changed one value at a time, and paragraphs of the
contoh are given to another kecamatan in other words.
"""

from __future__ import annotations

import argparse
import os
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from bench._planted_records import changed
from bench._planted_world import Subject, World, can_fill, filled, world_of
from bench._site import own_process
from sakip.checks import CHECKS, Check, Finding, find_all
from sakip.checks.material import Passage, Place, Shape

_HERE: Final = Path(__file__).resolve().parent
_PLACE: Final = Place(kind="narasi", key=(("bagian", "profil"), ("kunci", "")), column="isi", words="narasi")
#: Between the passages of one form.
_NEXT: Final = " // "
_CONTOH: Final = (("Jombang", 2023), ("Balung", 2020), ("Umbulsari", 2021))


@dataclass(frozen=True, slots=True)
class Planted:
    """A text in which one field is wrong ("" where nothing is), under the rule that it breaks."""

    rule: str
    field: str
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """All that it says."""
        return _NEXT.join(one.text for one in self.passages)


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
                        yield Planted(rule, field, _passages(text, subject.kunci if form[0] == "@" else ""))


def _subjects(form: str, world: World) -> Iterator[Subject]:
    year, *others = world.subjects
    if form.startswith("@"):
        yield from (s for s in others if s.kunci and s.sasaran == form.startswith("@sasaran "))
    elif can_fill(form, year):
        yield year
    else:
        yield from others


def _passages(text: str, about: str) -> tuple[Passage, ...]:
    """The paragraphs, items ("- ") and rows of a table (" | ", what stands above them behind "#") of a form."""
    body, _, above = text.partition("#")
    heads = tuple(head.strip() for head in above.split("|")) if above else ()
    parts = body.split(_NEXT)
    return tuple(_passage(part, heads, about, number) for number, part in enumerate(parts))


def _passage(text: str, heads: tuple[str, ...], about: str, number: int) -> Passage:
    if " | " in text:
        cells = tuple(cell.strip() for cell in text.split("|"))
        return Passage(
            place=_PLACE,
            text=" | ".join(cells),
            shape=Shape.ROW,
            cells=cells,
            heads=heads or ("",) * len(cells),
            about=about,
            block=1,
        )
    if text.startswith("- "):
        item = text.removeprefix("- ")
        return Passage(place=_PLACE, text=item, shape=Shape.ITEM, about=about, block=1, number=number)
    return Passage(place=_PLACE, text=text, about=about)


def found_in(world: World, texts: Sequence[Planted]) -> list[list[Finding]]:
    """What is found in each of these texts, each at a place of its own."""
    places = [replace(_PLACE, key=(*_PLACE.key, ("nomor", number))) for number in range(len(texts))]
    passages = tuple(
        replace(passage, place=place)
        for one, place in zip(texts, places, strict=True)
        for passage in one.passages
    )
    found: dict[Place, list[Finding]] = {place: [] for place in places}
    for finding in _ask(world, passages, _of_texts()):
        found.get(finding.place, []).append(finding)
    return [found[place] for place in places]


def find_in_texts(world: World, passages: tuple[Passage, ...]) -> list[Finding]:
    """What the checks that read texts find in these."""
    places = {one.place for one in passages}
    return [one for one in _ask(world, passages, _of_texts()) if one.place in places]


def _of_texts() -> list[Check]:
    return [check for check in CHECKS.values() if "passages" in check.reads]


def _ask(world: World, passages: tuple[Passage, ...], checks: Sequence[Check]) -> tuple[Finding, ...]:
    from reports.review.found import checked_year

    return find_all(checks, checked_year(world.naskah, passages, world.around))


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
        tally = Tally(tell=args.luput)
        for world in worlds(_CONTOH):
            choose = random.Random(args.benih)  # noqa: S311
            tally.sentences(world, choose)
            tally.records(world)
            tally.copies(world, choose)
        tally.show()


def worlds(contoh: Sequence[tuple[str, int]]) -> Iterator[World]:
    """The contoh in a fresh database; one in which nothing was measured fills no forms."""
    from django.core.management import call_command

    from kecamatan.models import Kecamatan
    from reports.publish.assemble import build_draft, numbered_of
    from reports.review.around import surroundings

    with open(os.devnull, "w", encoding="utf-8") as quiet:
        for command in ("siapkan", "muat_contoh"):
            call_command(command, stdout=quiet)
    for name, tahun in contoh:
        kecamatan = Kecamatan.objects.get(nama=name)
        naskah = build_draft(kecamatan=kecamatan, tahun=tahun)
        signed = date(tahun + 1, 2, 1)
        around = surroundings(kecamatan=kecamatan, tahun=tahun, signed=signed)
        around = replace(around, dated=(signed, signed), numbered=numbered_of(naskah))
        yield world_of(name, naskah, around) if naskah.results else World(name, naskah, around, ())


class Tally:
    """What was planted and found, by rule."""

    def __init__(self, *, tell: bool) -> None:
        self.tell, self.clean = tell, 0
        self.count: dict[str, Counter[str]] = {}

    def sentences(self, world: World, choose: random.Random) -> None:
        """The forms, and the contoh's own narratives among the clean."""
        from reports.review.passages import passages_of

        texts = (*planted(world, choose), *planted(world, choose, "planted_clean.txt"))
        texts += tuple(Planted("narasi contoh", "", (one,)) for one in passages_of(world.naskah))
        for one, findings in zip(texts, found_in(world, texts), strict=True):
            if one.field:
                self._add(one.rule, f"[{world.name}] <{one.field}> {one.text}", hits(one, findings))
                continue
            self.clean += 1
            self._of(one.rule)["keliru"] += len(findings)
            for finding in findings if self.tell else ():
                print(f"keliru {one.rule} [{world.name}] {finding.code}: {one.text}\n    {finding.message}")

    def records(self, world: World) -> None:
        """One value of the records at a time; what the untouched year has is no finding of it."""
        checks = [c for c in CHECKS.values() if c.code not in _ASK_THE_TEXTS]
        before = {(f.rule, f.mark) for f in _ask(world, (), checks)}
        for rule, what, snapshot, around in changed(world.naskah.snapshot, world.around):
            other = replace(world, naskah=replace(world.naskah, snapshot=snapshot), around=around)
            new = {(f.rule, f.mark) for f in _ask(other, (), checks)} - before
            self._add(f"{rule} (catatan)", f"[{world.name}] {what}", rule in {r for r, _ in new})

    def copies(self, world: World, choose: random.Random) -> None:
        """Paragraphs of the contoh, given to another kecamatan with other names, numbers and some other words."""
        from kecamatan.models import Kecamatan
        from reports.models import Narasi
        from reports.review.passages import passages_of
        from reports.review.similar import similar_texts

        own = Kecamatan.objects.get(nama=world.name)
        tahun, passages = world.naskah.snapshot.tahun, passages_of(world.naskah)
        long = [p for p in passages if len(p.text.split()) >= _LONG and p.shape is Shape.PARAGRAPH]
        copied = choose.sample(long, min(len(long), 10))
        before = {one.place for one in similar_texts(kecamatan=own, tahun=tahun, passages=passages)}
        other = Kecamatan.objects.exclude(pk=own.pk).get(kode="35.09.20")
        html = "".join(f"<p>{_reworded(p.text, world.name, other.nama, choose)}</p>" for p in copied)
        row = Narasi.objects.create(kecamatan=other, tahun=tahun, bagian="profil", kunci="", isi=html)
        found = {one.text for one in similar_texts(kecamatan=own, tahun=tahun, passages=passages)}
        row.delete()
        for one in copied:
            self._add("R-dup", f"[{world.name}] {one.text}", one.text in found)
        self._of("R-dup")["keliru"] += len(before)

    def show(self) -> None:
        """The table of bench/HASIL.md."""
        print("| aturan | ditanam | ditemukan | temuan keliru pada kalimat yang benar |")
        print("|---|---|---|---|")
        whole: Counter[str] = Counter()
        for rule, count in self.count.items():
            whole.update(count)
            here = (str(count[column]) if count["ditanam"] else "" for column in ("ditanam", "ditemukan"))
            print(f"| {rule} | {' | '.join(here)} | {count['keliru']} |")
        share = f"{100 * whole['ditemukan'] / whole['ditanam']:.1f}".replace(".", ",")
        print(f"| seluruhnya | {whole['ditanam']} | {whole['ditemukan']} ({share}%) | {whole['keliru']} |")
        print(f"\nKalimat yang benar: {self.clean}")

    def _of(self, rule: str) -> Counter[str]:
        return self.count.setdefault(rule, Counter())

    def _add(self, rule: str, what: str, found: bool) -> None:
        self._of(rule)["ditanam"] += 1
        self._of(rule)["ditemukan"] += found
        if self.tell and not found:
            print(f"luput {rule} {what}")


#: Checks of a report without texts would find that it has none.
_ASK_THE_TEXTS: Final = frozenset({"bagian-terisi", "capaian-dijelaskan", "analisis-lengkap"})
#: Words of a paragraph that says enough to be known again.
_LONG: Final = 20


def _reworded(text: str, name: str, other: str, choose: random.Random) -> str:
    """The text of another kecamatan: its name, other digits, and every fifteenth word another."""
    words = ["".join(choose.choice("123456789") if c.isdigit() else c for c in w) for w in text.split()]
    for at in range(choose.randrange(15), len(words), 15):
        words[at] = "tersebut"
    return " ".join(words).replace(name, other).replace(name.upper(), other.upper())


if __name__ == "__main__":
    main()
