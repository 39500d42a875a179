"""An inventory as offices have it: how many are in which state, or a column or a mark that says the state of all of a
line."""

from __future__ import annotations

import re
from typing import Final

from sakip.text.reading.marks import is_mark
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.pasted import Cells, Known, Pasted

_STATES: Final = (
    (re.compile(r"(?:kondisi\s+)?(?:sangat\s+)?baik|b"), "baik"),
    (re.compile(r"(?:kondisi\s+)?rusak\s+ringan|kurang\s+baik|rr|kb"), "rusak_ringan"),
    (re.compile(r"(?:kondisi\s+)?rusak\s+berat|rb"), "rusak_berat"),
)


def _of_one_state(_known: Known, row: Cells) -> Cells:
    """All of a line are in the state that it says; words that are no single state stay its remark."""
    said = str(row.get("kondisi") or "")
    if not said:
        marked = [key for _, key in _STATES if is_mark(str(row.get(key) or ""))]
        return {marked[0]: row["jumlah"]} if len(marked) == 1 and row.get("jumlah") else {}
    state = next((key for words, key in _STATES if words.fullmatch(folded(said).strip(" ."))), "")
    if state and row.get("jumlah"):
        return {} if row.get(state) else {state: row["jumlah"]}
    return {"keterangan": "; ".join(filter(None, (str(row.get("keterangan") or ""), f"Kondisi: {said}")))}


INVENTORY: Final = Pasted(
    words=(
        (r"^(?:kode|no\w*\W*(?:kode|reg\w*)|merk|type|tipe|harga|tahun|asal)\b", ""),
        (r"rusak\s+berat|\brb$", "rusak_berat"),
        (r"rusak\s+ringan|kurang\s+baik|\brr$", "rusak_ringan"),
        (r"\bbaik\b|\bb$", "baik"),
        (r"^(?:kondisi|keadaan)(?:\s+(?:awal|akhir|barang|saat ini))?$", "kondisi"),
        (r"jumlah|banyak|volume", "jumlah"),
        (r"nama|jenis|barang|uraian|sarana", "nama"),
    ),
    besides={"kondisi": "Kondisi seluruhnya (Baik, Rusak ringan, Rusak berat)"},
    reread=_of_one_state,
)
