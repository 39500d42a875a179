"""What the Renstra refers to of the kabupaten's RPJMD: its period and visi, misi, tujuan and sasaran.

Where the period is recorded already nothing of it is proposed: what a kecamatan says is which misi its Renstra serves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from reports.examine.cells import whole_name
from reports.papers.headed import HeadedTable
from reports.papers.paper import Paper, Row, Text
from reports.papers.roles import Role
from reports.reading.desk import Desk, bare, shared
from reports.reading.placed import PlacedTable

_PERIOD: Final = re.compile(
    r"(?:\brpjmd\b|rencana\s+pembangunan\s+jangka\s+menengah\s+daerah|\bvisi\s+(?:pembangunan|kabupaten|kota|bupati)\b)"
    r"[^.;:]{0,80}?\b(?P<first>20\d\d)\s*[-–—/]\s*(?P<last>20\d\d)",
    re.IGNORECASE,
)
_VISI: Final = re.compile(
    r"\bvisi\s+(?:pembangunan|kabupaten|kota|bupati)\b[^:“\"]{0,80}?(?:yaitu|adalah|:)\s*:?\s*[“\"'”]\s*(?P<visi>[^“”\"]{15,250}?)"
    r"\s*[“\"'”]",
    re.IGNORECASE,
)
#: "Misi ke – 2 (dua): …", and a list of them below the visi of the kabupaten.
_NUMBERED: Final = re.compile(
    r"\bmisi\s+ke\s*[-–]?\s*(?P<number>\d)(?:\s*\([^)]*\))?\s*:\s*(?P<name>.{15,})", re.IGNORECASE
)
_LISTED: Final = re.compile(r"\bmisi\b[^:]{0,40}:\s*$", re.IGNORECASE)
_OF_KABUPATEN: Final = re.compile(
    r"\bvisi\b.*\b(?:kabupaten|kota|pembangunan|bupati|walikota)\b", re.IGNORECASE
)
_ITEM: Final = re.compile(r"[-–•]?\s*(?P<number>\d)\s*[).]\s*(?P<name>.{10,})")
_TUJUAN: Final = re.compile(
    r"(?:[-–•]\s*)?(?:(?:\d|[a-z])\s*[).]\s*)?tujuan\s*:\s*(?P<name>.{15,})", re.IGNORECASE
)
_SASARAN: Final = re.compile(
    r"(?:[-–•]\s*)?(?:(?:\d|[a-z])\s*[).]\s*)?sasaran\s+(?:strategis\s+)?(?:kabupaten|kota|daerah|rpjmd)\s*:\s*(?P<name>.*)",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(r"(?:misi|tujuan|sasaran)\b", re.IGNORECASE)
_BULLET: Final = re.compile(r"[-–•]\s*(?P<name>.{10,})")
_ABOVE: Final = 3
_SAME: Final = 0.8
_QUOTES: Final = " “”\"'*."


@dataclass
class _Aim:
    """A tujuan or sasaran of the kabupaten: its row, words and indikator."""

    row: Row
    name: str
    indikator: list[str] = field(default_factory=list)


@dataclass
class _Misi(_Aim):
    number: int = 0
    also: list[str] = field(default_factory=list)
    aims: list[tuple[_Aim, list[_Aim]]] = field(default_factory=list)


def read_upstream(desk: Desk, paper: Paper, tables: Sequence[PlacedTable]) -> None:
    """Propose RPJMD, or say which of the recorded misi the Renstra refers to."""
    texts = paper.running_texts
    stated = list(_stated(texts))
    tabled = [one for table in tables for one in _tabled(table.headed)]
    if any(one["jenis"] == "periode" for one in desk.recorded.content["RPJMD"]):
        _refer(desk, [one for one in stated if one.aims] or tabled)
        return
    period = next((found for text in texts if (found := _PERIOD.search(text.text))), None)
    if not stated:
        for one in tabled:
            desk.unplaced(one.row, "Nomor misi RPJMD-nya tidak tertulis; isi sendiri.")
        return
    if period is None:
        desk.unplaced(stated[0].row, "Masa RPJMD tidak terbaca dari dokumen.")
        return
    notes: dict[int, list[str]] = {}
    for one in tabled:
        misi = next((other for other in stated if _alike(other.name, one.name)), None)
        if misi is None:
            said = f'Tabel RPJMD pada {one.row.at.words} menyebut misi lain: "{one.name}".'
            notes.setdefault(stated[-1].number, []).append(said)
            desk.unplaced(
                one.row, "Misi RPJMD dalam tabel ini lain daripada misi dalam uraian; pilih sendiri."
            )
        elif not misi.aims:
            misi.aims = one.aims
    _propose(desk, texts, period, stated, notes)


def _propose(
    desk: Desk,
    texts: Sequence[Text],
    period: re.Match[str],
    stated: Sequence[_Misi],
    notes: dict[int, list[str]],
) -> None:
    at = next(text for text in texts if period.string == text.text)
    visi = next((found["visi"] for text in texts if (found := _VISI.search(text.text))), "")
    cells: dict[str, Any] = {"jenis": "periode", "nomor": int(period["first"])}
    cells |= {"tahun_akhir": int(period["last"]), "uraian": visi.strip(_QUOTES)}
    note = "RPJMD dicatat Bagian Organisasi. Sesudah tercatat, baca dokumen ini lagi agar Renstra merujuknya."
    desk.propose("RPJMD", Row(cells=(at.text,), at=at.at), cells, fact=("jenis", "nomor"), notes=[note])
    for misi in stated:
        own = {"jenis": "misi", "nomor": misi.number, "uraian": misi.name}
        desk.propose(
            "RPJMD", misi.row, own, fact=("jenis", "nomor"), notes=[*misi.also, *notes.get(misi.number, ())]
        )
        for tujuan, below in misi.aims:
            for kind, one in (("tujuan", tujuan), *(("sasaran", sasaran) for sasaran in below)):
                told = {"jenis": kind, "uraian": one.name, "indikator": "\n".join(one.indikator)}
                desk.propose("RPJMD", one.row, told, fact=("jenis", "uraian"))


def _refer(desk: Desk, told: Sequence[_Misi]) -> None:
    """Say with the Renstra which of the recorded misi it refers to, where that is sure and nobody said so yet."""
    rows = desk.recorded.content["RPJMD"]
    for at, one in desk.proposed("Renstra"):
        start, end = one.cells["tahun_awal"], one.cells.get("tahun_akhir")
        stored = [row for row in desk.recorded.content["Renstra"] if row["tahun_awal"] == start]
        if end is None or any(row.get("rpjmd") for row in stored):
            continue
        misi: dict[int, list[tuple[int, str]]] = {}
        periods: dict[int, int] = {}
        for row in rows:
            if row["jenis"] == "periode":
                periods[row["nomor"]] = row["tahun_akhir"]
            elif row["jenis"] == "misi":
                misi.setdefault(max(periods), []).append((row["nomor"], str(row["uraian"])))
        fitting = [
            first for first, last in periods.items() if first <= start <= last or start <= first <= end
        ]
        if len(fitting) != 1:
            continue
        meant = {
            number
            for number, name in misi.get(fitting[0], ())
            if any(_alike(name, other.name) and other.number in (0, number) for other in told)
        }
        cells = {"rpjmd": fitting[0]} | ({"misi_diacu": meant.pop()} if len(meant) == 1 else {})
        note = f"Dihubungkan dengan RPJMD {fitting[0]}–{periods[fitting[0]]}, satu-satunya yang tercatat untuk masanya."
        desk.reading.proposals[at] = replace(one, cells={**one.cells, **cells}, notes=(*one.notes, note))


def _alike(one: str, other: str) -> bool:
    return shared(whole_name(one), whole_name(other)) >= _SAME


# -- in sentences and lists ------------------------------------------------------------------------------


def _stated(texts: Sequence[Text]) -> Iterator[_Misi]:
    """The misi that a paper numbers, the first time that it does."""
    found: dict[int, _Misi] = {}

    def add(misi: _Misi) -> None:
        first = found.setdefault(misi.number, misi)
        if not _alike(first.name, misi.name):
            first.also.append(f'Dokumen juga menulis "{misi.name}" pada {misi.row.at.words}.')

    for at, text in enumerate(texts):
        if numbered := _NUMBERED.search(text.text):
            misi = _misi(text, int(numbered["number"]), numbered["name"])
            misi.aims = list(_aims(texts[at + 1 : at + 12]))
            add(misi)
        elif _LISTED.search(text.text) and any(
            _OF_KABUPATEN.search(one.text) for one in texts[max(0, at - _ABOVE) : at + 1]
        ):
            for below in texts[at + 1 :]:
                item = _ITEM.fullmatch(below.text)
                if item is None or _OTHER.match(item["name"]):
                    break
                add(_misi(below, int(item["number"]), item["name"]))
    return iter(sorted(found.values(), key=lambda one: one.number))


def _misi(text: Text, number: int, name: str) -> _Misi:
    return _Misi(Row(cells=(text.text,), at=text.at), _words(name), number=number)


def _words(name: str) -> str:
    return " ".join(name.split()).strip(_QUOTES)


def _aims(texts: Sequence[Text]) -> Iterator[tuple[_Aim, list[_Aim]]]:
    """Tujuan and sasaran that are listed right below a misi."""
    tujuan: _Aim | None = None
    below: list[_Aim] = []
    listing = False
    for text in texts:
        row = Row(cells=(text.text,), at=text.at)
        if found := _TUJUAN.fullmatch(text.text):
            if tujuan is not None:
                break
            tujuan = _Aim(row, _words(found["name"]))
        elif tujuan is not None and (found := _SASARAN.fullmatch(text.text)):
            listing = True
            if len(found["name"]) > _LEAST:
                below.append(_Aim(row, _words(found["name"])))
        elif listing and (found := _BULLET.fullmatch(text.text)):
            below.append(_Aim(row, _words(found["name"])))
        else:
            break
    if tujuan is not None:
        yield tujuan, below


_LEAST: Final = 10


# -- in the small table above a RKT ----------------------------------------------------------------------


def _tabled(head: HeadedTable) -> Iterator[_Misi]:
    """Misi, tujuan and sasaran of "Misi | Tujuan RPJMD | Indikator Tujuan | Sasaran RPJMD | Indikator Sasaran"."""
    names = [(one.role, one.text.casefold()) for one in head.heads]
    at = {
        "misi": next((x for x, (role, _) in enumerate(names) if role is Role.MISSION), -1),
        "tujuan": next((x for x, (role, text) in enumerate(names) if _is_of(role, text, "tujuan")), -1),
        "sasaran": next((x for x, (role, text) in enumerate(names) if _is_of(role, text, "sasaran")), -1),
    }
    if min(at.values()) < 0:
        return
    for row in head.rows:
        # The word above the whole table may stand in its first column: then all others stand one too far right.
        first = row[0] and names[0][1].strip() == "rpjmd" and row[len(names) - 1] in ("", head.heads[-1].text)
        cells = {key: row[x - bool(first)] for key, x in at.items()}
        if not cells["misi"] or not cells["tujuan"]:
            continue
        beside = {
            key: [name for name in [bare(row[at[key] - bool(first) + 1])] if len(name) > 2]
            for key in ("tujuan", "sasaran")
            if at[key] + 1 < len(names) and names[at[key] + 1][1].startswith("indikator")
        }
        tujuan = _Aim(row, _words(cells["tujuan"]), beside.get("tujuan", []))
        sasaran = [_Aim(row, _words(cells["sasaran"]), beside.get("sasaran", []))] if cells["sasaran"] else []
        yield _Misi(row, _words(cells["misi"]), aims=[(tujuan, sasaran)])


def _is_of(role: Role, text: str, level: str) -> bool:
    return role is Role.UPSTREAM and text.startswith(level)
