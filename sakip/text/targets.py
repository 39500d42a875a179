"""How a target stands to those of other documents, in words that checks and documents share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sakip.capaian.results import TargetPosition


def say_difference(others: Iterable[tuple[str, str, TargetPosition]]) -> str:
    """ "lebih rendah daripada Renstra dan RKT (100)", "lebih tinggi daripada Renstra (85) dan PK murni (98)".

    ``others`` are document, printed target and position of the measured target to it; who agrees is not named.
    """
    said: dict[TargetPosition, dict[str, list[str]]] = {}
    for dokumen, cetak, letak in others:
        if letak is not TargetPosition.SAMA:
            said.setdefault(letak, {}).setdefault(cetak, []).append(dokumen)
    return chain([f"{letak} {_documents(by_target)}" for letak, by_target in said.items()])


def _documents(by_target: dict[str, list[str]]) -> str:
    groups = [f"{chain(dokumen)} {in_brackets(cetak)}" for cetak, dokumen in by_target.items()]
    # Where a group has an "dan" of its own, another would read as if it were one of them.
    return chain(groups, "dan" if all(len(dokumen) == 1 for dokumen in by_target.values()) else "serta")


def in_brackets(cetak: str) -> str:
    """A printed target between brackets: "(85)", "(80; B)" of one that has brackets of its own."""
    return f"({cetak.replace(' (', '; ').replace('(', '').replace(')', '')})"


def chain(words: Sequence[str], link: str = "dan") -> str:
    """Words as a sentence lists them: "a", "a dan b", "a, b, dan c"."""
    if len(words) <= 2:
        return f" {link} ".join(words)
    return f"{', '.join(words[:-1])}, {link} {words[-1]}"
