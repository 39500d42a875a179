"""Which program supports which sasaran, where a paper says so in sentences or lists. What it gives for it is looked at:
an amount that is that of another program makes the program doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from reports.examine.cells import LEAST_MONEY, whole_name
from reports.papers.paper import Paper, Row, Text, quoted
from reports.reading.desk import FROM_SENTENCE, Desk, bare, rupiah, shared
from sakip.text.numbers import format_angka
from sakip.text.reading.roman import counted

_NUMBER: Final = r"(?:\d{1,2}|[ivx]{1,4})"
#: "Sasaran 3 Meningkatnya … dalam Program …", in one sentence.
_WITHIN: Final = re.compile(
    rf"^\W*(?:(?:[a-z]|\d)\s*[.)]\s*)?(?:untuk\s+)?sasaran(?:\s+strategis)?\s+{_NUMBER}\s*[:.]?\s*(?P<aim>[A-Z].{{8,}}?)"
    r"\s+(?:dalam|melalui|didukung\s+(?:oleh|dengan))\s+(?P<rest>program\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
#: "Untuk Sasaran Strategis I : Meningkatnya … Didukung oleh :", above a list.
_OPENS: Final = re.compile(
    rf"^\W*(?:(?:[a-z]|\d)\s*[.)]\s*)?(?:untuk\s+)?sasaran(?:\s+strategis)?\s+{_NUMBER}\s*:\s*(?P<aim>[A-Z].{{8,}}?)"
    r"(?P<led>\s+didukung\s+(?:oleh|dengan)(?:\s+program)?\s*:)?\s*$",
    re.IGNORECASE,
)
_LED: Final = re.compile(r"^\W*didukung\s+(?:oleh|dengan)(?:\s+program)?\s*:\s*$", re.IGNORECASE)
#: "Program dan kegiatan … mendukung … sasaran 1 terdiri dari …", above a list.
_OF_NUMBER: Final = re.compile(
    rf"\bprogram\b.*\bmendukung\b.*\bsasaran(?:\s+strategis)?\s+(?P<number>{_NUMBER})\b.*:\s*$", re.IGNORECASE
)
_DEFINED: Final = re.compile(
    rf"^\W*sasaran(?:\s+strategis)?\s+(?P<number>{_NUMBER})\s*:\s*(?P<aim>[A-Z].{{8,}})$", re.IGNORECASE
)
_ITEM: Final = re.compile(
    r"^\W*(?:(?:\d{1,2}|[a-z])\s*[.)]?\s+)?program\b\s*:?\s*(?P<rest>\S.{5,})$", re.IGNORECASE
)
_PROGRAM: Final = re.compile(
    r"\bprogram\s+(?P<name>[^\W\d].{5,}?)\s*(?=\byang\s+menjadi\b|\bdidukung\b|\bsebesar\b|,?\s*\bdengan\s+anggaran\b|[;:]|,\s*dan\s+program\b|$)"
    r"(?P<behind>(?:(?!\bprogram\b)[^;])*)",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(r"\brp\s*\.?\s*(?P<amount>\d{1,3}(?:\.\d{3})+)", re.IGNORECASE)
_SAME: Final = 0.8


def read_supports(desk: Desk, paper: Paper) -> None:
    """Propose DukunganProgram; to be asked when the budget has been read."""
    texts = paper.running_texts
    numbered = _numbered(desk, texts)
    given = _given(desk)
    aim, led = "", False
    for text in texts:
        if found := _WITHIN.match(text.text):
            _say(desk, text, found["aim"], found["rest"], given)
            aim, led = "", False
        elif found := _OF_NUMBER.search(text.text):
            aim, led = numbered.get(_number(found["number"]), ""), True
        elif found := _OPENS.match(text.text):
            aim, led = found["aim"], bool(found["led"])
        elif _LED.match(text.text):
            led = bool(aim)
        elif led and aim and (found := _ITEM.match(text.text)):
            _say(desk, text, aim, f"Program {found['rest']}", given)
        elif re.match(r"^\W*bab\s+[ivx\d]", text.text, re.IGNORECASE):
            aim, led = "", False


def _say(desk: Desk, text: Text, said: str, programs: str, given: Mapping[str, frozenset[int]]) -> None:
    """The programs that a text names for a sasaran."""
    aim, sure = desk.sasaran.find(bare(said))
    for found in _PROGRAM.finditer(programs):
        name = bare(found["name"])
        row = Row(cells=(quoted(text.text),), at=text.at)
        code = desk.code(name, level="program")
        if aim is None or code is None:
            what = f'Sasaran "{bare(said)}" tidak cocok dengan sasaran mana pun.' if aim is None else ""
            desk.unplaced(
                row,
                what or f'"Program {name}" tidak ditemukan dalam nomenklatur tahun {desk.tahun}.',
            )
            continue
        notes = [FROM_SENTENCE]
        if not sure:
            notes.append(f'Dianggap sama dengan sasaran "{aim.kunci}" karena bunyinya mirip: "{bare(said)}".')
        if not code[2]:
            notes.append(f'Nama dalam dokumen: "{name}".')
        amount, near = _others(code[0], found["behind"], given)
        meant = ", ".join(title for kode, title in _programs(desk) if kode in near)
        far = (
            f"Anggaran yang disebut, {format_angka(amount)}, jauh dari anggaran program ini dan dekat dengan anggaran"
            f" {meant}. Pastikan programnya."
        )
        desk.propose(
            "DukunganProgram",
            row,
            {"sasaran": aim.kunci, "kode": code[0]},
            fact=("sasaran", "kode"),
            notes=notes,
            doubts=[far] if near else [],
        )
        for other in near:
            by_amount = (
                f"Dokumen menyebut Program {name}, tetapi anggarannya, {format_angka(amount)}, dekat dengan anggaran"
                " program ini. Pilih yang benar."
            )
            desk.propose(
                "DukunganProgram",
                row,
                {"sasaran": aim.kunci, "kode": other},
                fact=("sasaran", "kode"),
                notes=notes[:1],
                doubts=[by_amount],
            )


def _others(kode: str, behind: str, given: Mapping[str, frozenset[int]]) -> tuple[int, list[str]]:
    """The amount that is named, and the programs that have about as much, where the one that is named has another."""
    found = _AMOUNT.search(behind)
    amount = rupiah(found["amount"]) if found else None
    if not amount or kode not in given or _near(amount, given[kode]):
        return 0, []
    return amount, [other for other, amounts in given.items() if other != kode and _near(amount, amounts)]


def _near(amount: int, amounts: Iterable[int]) -> bool:
    return any(max(amount, one) <= 2 * min(amount, one) for one in amounts)


def _given(desk: Desk) -> dict[str, frozenset[int]]:
    """What each program is given as it is proposed: its own amounts, where it has none the sums of those below it."""
    found: dict[str, set[int]] = {}
    sums: dict[tuple[str, str], int] = {}
    for _, one in desk.proposed("Anggaran", "PKAnggaran", "RKTKegiatan"):
        kode = str(one.cells.get("kode", ""))
        program = next((code for code, _ in _programs(desk) if f"{kode}.".startswith(f"{code}.")), "")
        for key in ("pagu_murni", "pagu_perubahan", "anggaran"):
            amount = one.cells.get(key)
            if not program or one.doubts or not isinstance(amount, int) or amount < LEAST_MONEY:
                continue
            if kode == program:
                found.setdefault(program, set()).add(amount)
            else:
                sums[program, f"{one.sheet} {key}"] = sums.get((program, f"{one.sheet} {key}"), 0) + amount
    for program in {program for program, _ in sums} - found.keys():
        found[program] = {amount for (of, _), amount in sums.items() if of == program}
    return {program: frozenset(amounts) for program, amounts in found.items()}


def _programs(desk: Desk) -> list[tuple[str, str]]:
    places = desk.recorded.references.nomenklatur.get(desk.recorded.versi, {})
    return [(kode, place.nama) for kode, place in places.items() if place.level == "program"]


def _numbered(desk: Desk, texts: Sequence[Text]) -> dict[str, str]:
    """By its number the sasaran that a paper calls so, where it calls one alone so."""
    told: dict[str, list[str]] = {}
    for text in texts:
        found = _DEFINED.match(text.text)
        if found and desk.sasaran.find(bare(found["aim"]))[0] is not None:
            told.setdefault(_number(found["number"]), []).append(bare(found["aim"]))
    return {
        number: names[0]
        for number, names in told.items()
        if all(
            desk.sasaran.find(name)[0] is desk.sasaran.find(names[0])[0]
            or shared(whole_name(name), whole_name(names[0])) >= _SAME
            for name in names
        )
    }


def _number(said: str) -> str:
    """III and 3 are one number; what is neither stands for itself."""
    return str(counted(said) or said.casefold())
