"""Tables of the Renstra as offices paste them: rows of the plan in force, and of what they are called."""

from __future__ import annotations

from typing import Final

from sakip.workbook.in_force import stored_plan
from sakip.workbook.sheets.pasted import Cells, Codes, Known, Level, Pasted, Spread


def _plan_meant(known: Known, _row: Cells) -> Cells:
    """First year and version of the Renstra in force, or of the last one that the block brings."""
    brought = [one for one in known.brought("Renstra") if one.get("tahun_awal")]
    if brought:
        return {"tahun_awal": int(brought[-1]["tahun_awal"]), "versi": int(brought[-1].get("versi") or 0)}
    plan = stored_plan(known.recorded).in_force
    return {"tahun_awal": plan.tahun_awal, "versi": plan.versi} if plan else {}


def _year_of(known: Known, number: int, of: int) -> int | None:
    """The year that "tahun ke-n" is of the plan that is meant, where the table counts as many as the plan has."""
    first = _plan_meant(known, {}).get("tahun_awal")
    plans = [
        one for one in known.rows("Renstra") if one.get("tahun_awal") == first and one.get("tahun_akhir")
    ]
    if first is None or not plans or int(plans[-1]["tahun_akhir"]) - first + 1 != of:
        return None
    return int(first) + number - 1


_BY_YEAR: Final = Spread("target", "tahun", counted=_year_of)
#: What a matrix says of the indikator of a tujuan is no indikator of a sasaran, unless both have one column.
_OF_TUJUAN: Final = r"indi[kc]ator\s+(?:kinerja\s+)?tujuan(?!\s*(?:[/,&]|dan)\s*sasaran)"

TUJUAN: Final = Pasted(words=((r"^tujuan", "uraian"),), called="uraian", new_key="tujuan", place=_plan_meant)
INDIKATOR_TUJUAN: Final = Pasted(
    words=((r"indi[kc]ator", "nama"), (r"^tujuan", "tujuan")),
    numbered=True,
    called="nama",
    place=_plan_meant,
)
TARGET_TUJUAN: Final = Pasted(
    words=((_OF_TUJUAN, "nama_indikator"), (r"^tujuan", "tujuan"), (r"indi[kc]ator", "")),
    spread=_BY_YEAR,
    numbered=True,
    merged=frozenset({"nama_indikator"}),
    page="renstra",
    place=_plan_meant,
)
SASARAN: Final = Pasted(
    words=((r"^sasaran", "uraian"), (r"^tujuan", "tujuan")),
    called="uraian",
    new_key="sasaran",
    place=_plan_meant,
)
INDIKATOR: Final = Pasted(
    words=((_OF_TUJUAN, ""), (r"indi[kc]ator|^iku\b", "nama"), (r"^sasaran", "sasaran")),
    called="nama",
    new_key="indikator",
    place=_plan_meant,
)
TARGET: Final = Pasted(
    words=((_OF_TUJUAN, ""),),
    spread=_BY_YEAR,
    page="renstra",
    beside=("Tujuan", "Sasaran", "Indikator"),
    levels=(
        Level(r"^tujuan", ("IndikatorTujuan", "TargetTujuan"), own=_OF_TUJUAN),
        Level(r"^sasaran", ("Indikator", "TargetRenstra")),
        Level(r"^(?:kode|program|kegiatan|sub\s*-?\s*kegiatan)\b", ()),
    ),
    codes=Codes(
        left_out="{} baris program dan kegiatan tidak dibaca; Renstra dicatat sampai indikator sasarannya."
    ),
    place=_plan_meant,
)
