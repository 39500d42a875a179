"""What bench/faults.py measures, once Django is set up and the contoh are there."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from django.core.management import call_command

from bench._paper_faults import Fault, as_text, kinds, planted
from bench._paper_files import pdf_file, word_file
from reports.examine.base import PaperFinding
from reports.examine.run import examine_file
from reports.papers.read import read_paper

LKIP: Final = (("35.09.10", "Balung", 2020), ("35.09.05", "Umbulsari", 2021), ("35.09.01", "Jombang", 2023))
_NEEDLE: Final = 60


def main(rounds: int, missing: bool) -> None:
    """Print the figures."""
    found: dict[str, Counter[str]] = {}
    tried: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as place:
        for kode, nama, tahun in LKIP:
            word, pdf = (Path(place) / f"{nama}.{kind}" for kind in ("docx", "pdf"))
            call_command("lkip", kode, str(tahun), pdf=pdf, docx=word, verbosity=0)
            paper = read_paper(word.read_bytes(), word.name)
            clean = {"docx": word.read_bytes(), "pdf": pdf.read_bytes(), "txt": as_text(paper)}
            known: set[tuple[str, str]] = set()
            for form, content in clean.items():
                said = examine_file(content, f"lkip.{form}").findings
                known |= {(one.code, one.recorded) for one in said}
                print(f"bersih: {nama} {tahun}, {form}: {len(said)} temuan keliru")
                for one in said if missing else ():
                    print(f"    {one.code} | {one} | {one.quotation[:80]}")
            for seed in range(rounds):
                wrong, faults = planted(paper, seed, nama, tahun)
                files = {"txt": as_text(wrong), "docx": word_file(wrong)}
                if not seed:
                    files["pdf"] = pdf_file(wrong)
                for form, content in files.items():
                    said = examine_file(content, f"lkip.{form}").findings
                    for fault in faults:
                        hit = _found(fault, said, known)
                        tried.setdefault(form, Counter())[fault.kind] += 1
                        found.setdefault(form, Counter())[fault.kind] += hit
                        if missing and not hit:
                            print(f"    luput {nama} {form} {fault.kind}: {fault.needle[:100]}")
    _print(found, tried)


def _print(found: dict[str, Counter[str]], tried: dict[str, Counter[str]]) -> None:
    print("| kesalahan | " + " | ".join(tried) + " |")
    for kind in kinds():
        print(
            f"| {kind} | "
            + " | ".join(f"{found[form][kind]} dari {tried[form][kind]}" for form in tried)
            + " |"
        )
    totals = {form: (found[form].total(), tried[form].total()) for form in tried}
    print(
        "| seluruhnya | "
        + " | ".join(f"{hit} dari {of} ({hit / of:.0%})" for hit, of in totals.values())
        + " |"
    )


def _found(fault: Fault, said: Sequence[PaperFinding], known: set[tuple[str, str]]) -> bool:
    """Whether something is said by one of its rules that quotes its place, and was not said of the clean paper."""
    needle = _compact(fault.needle)[:_NEEDLE]
    for one in said:
        if one.rule in fault.rules and (one.code, one.recorded or None) not in known:
            places = [_compact(seen.quotation) for seen in one.seen]
            if any(needle in place or (len(place) > _NEEDLE / 3 and place in needle) for place in places):
                return True
    return False


def _compact(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold().removesuffix("…"))
