"""Rules of sentences that tell the realisasi or capaian of an indikator which the tables tell as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reports.examine.base import Flaw, Line, Material, paper_rule
from reports.examine.cells import decimal_of, plain_name, words_of
from reports.examine.facts import Fact, MeasuredRow, facts_of, measured_rows
from reports.papers.roles import Role
from sakip.checks import Level

_CLAIM: Final = re.compile(
    r"\b(?P<what>realisasi|capaian)\b(?P<clause>[^.;%]{0,220}?)\b(?:sebesar|adalah|mencapai|yaitu|sebanyak)\s+"
    r"(?P<value>\d[\d.,]*)\s*(?P<percent>%|persen)",
    re.IGNORECASE,
)
_NOT_OF_IT: Final = re.compile(
    r"\b(?:anggaran|serapan|penyerapan|belanja|keuangan|nasional|provinsi|kabupaten|rata|selisih|kenaikan|penurunan|pbb|pajak)\b",
    re.IGNORECASE,
)
_INDIKATOR: Final = re.compile(
    r"^\W*indi[kc]ator(?:\s+(?:kinerja|sasaran))*\s*(?:\d\s*)?:\s*(?P<name>.+)", re.IGNORECASE
)
_SECTION: Final = re.compile(r"^\W*(?:sasaran|tujuan|bab|[A-H]\.)\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b20\d\d\b")
_MOST_WORDS: Final = 0.6
_NAME: Final = 90


@paper_rule(
    "berkas-nilai-kalimat",
    rule="R-real",
    basis="Realisasi dan capaian dalam kalimat adalah yang ada dalam tabel.",
    example="Realisasi tahun 2023 yaitu 100%, tabelnya 95%.",
)
def sentences_tell_the_tables_value(material: Material) -> Iterator[Flaw]:
    """A percentage that a sentence gives as realisasi or capaian of an indikator is one that a table gives."""
    rows = measured_rows(material)
    told = _values(material, rows)
    rows = tuple(row for row in rows if any(kind in told for kind in row.kinds))
    within: int | None = None
    for line in material.lines:
        if line.table >= 0 or line.contents:
            continue
        if named := _INDIKATOR.match(line.text):
            within = _kind(rows, words_of(plain_name(named["name"])))
        elif _SECTION.match(line.text):
            within = None
        for found in _CLAIM.finditer(line.text):
            kind = _of_clause(rows, found["clause"])
            if kind is None:
                kind = within if len(found["clause"]) < _NAME else None
            if kind is not None and kind in told:
                yield from _unlike(material, line, found, told[kind])


def _values(material: Material, rows: tuple[MeasuredRow, ...]) -> dict[int, list[Fact]]:
    """Realisasi and capaian of the year by indikator, as tables tell them."""
    found: dict[int, list[Fact]] = {}
    for fact in facts_of(rows):
        of_year = fact.year in (0, material.subject.tahun)
        if (
            of_year
            and fact.role in (Role.REALISASI, Role.CAPAIAN)
            and fact.value
            and fact.value.number is not None
        ):
            found.setdefault(fact.kind, []).append(fact)
    return found


def _kind(rows: tuple[MeasuredRow, ...], words: frozenset[str]) -> int | None:
    """The indikator of which most words are among these, the one of which the most are."""
    best: tuple[float, int] | None = None
    for row in rows:
        for kind, name in zip(row.kinds, row.names, strict=True):
            of_it = words_of(name)
            share = len(of_it & words) / len(of_it) if of_it else 0
            if (
                share >= _MOST_WORDS
                and (len(of_it & words) > 1 or words & {"skm", "sakip"})
                and share > (best or (0,))[0]
            ):
                best = share, kind
    return best[1] if best else None


def _of_clause(rows: tuple[MeasuredRow, ...], clause: str) -> int | None:
    return _kind(rows, words_of(clause))


def _unlike(material: Material, line: Line, found: re.Match[str], facts: list[Fact]) -> Iterator[Flaw]:
    clause = found["clause"]
    years = {int(year) for year in _YEAR.findall(clause)}
    if _NOT_OF_IT.search(clause) or "target" in clause.casefold() or years - {material.subject.tahun}:
        return
    wanted = [f for f in facts if f.role is Role.REALISASI or found["what"].casefold() == "capaian"]
    value = decimal_of(found["value"])
    if value is None or not wanted or any(f.value and f.value.number == value for f in wanted):
        if value is not None and (flaw := _below(line, found, facts)):
            yield flaw
        return
    first = wanted[0]
    shown = first.value.text if first.value else ""
    message = (
        f"{found['what'].capitalize()} “{first.name[:_NAME]}” dalam kalimat {found['value']}%, dalam tabel {shown}"
        f" ({first.row.at.words}). Samakan nilainya."
    )
    yield Flaw(seen=(line.seen, first.seen), message=message, recorded=f"{found['value']}%", expected=shown)


_UNDER: Final = re.compile(r"[^.;]{0,40}?\bdi\s*bawah\s+target\b", re.IGNORECASE)


def _below(line: Line, found: re.Match[str], facts: list[Fact]) -> Flaw | None:
    """ "tercapai di bawah target" of what reached it."""
    capaian = [f for f in facts if f.role is Role.CAPAIAN and f.value and (f.value.number or 0) >= 100]
    if not capaian or not _UNDER.match(line.text, found.end()):
        return None
    shown = capaian[0].value.text if capaian[0].value else ""
    of_what = f"“{capaian[0].name[:_NAME]}” {shown} ({capaian[0].row.at.words})"
    message = f"Disebut di bawah target, padahal capaian {of_what}."
    return Flaw(seen=(line.seen, capaian[0].seen), message=message, level=Level.PERINGATAN)
