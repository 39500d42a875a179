"""A recorded value that was written in one cell: fraction and state go to the columns of their own."""

from __future__ import annotations

from collections.abc import Sequence

from sakip.workbook.cells.row import SheetChecker, SheetRow

_OTHERS = {"pembilang": "pembilang", "penyebut": "penyebut", "alasan": "alasan tidak tersedia"}


def spread_value(p: SheetChecker, row: SheetRow) -> None:
    """ "45/50" and "tidak tersedia: …" say what the columns beside them say; both at once would be two values."""
    value = row["nilai"] or {}
    said = {name: value[name] for name in _OTHERS if value.get(name) not in (None, "")}
    if not said:
        return
    for name in said:
        if name in row.nilai:
            p.refuse(row, name, f"Kosongkan; {_OTHERS[name]} sudah ditulis pada nilainya.")
    del row.nilai["nilai"]
    if "alasan" in said and row.nilai.get("keadaan", "tidak tersedia") != "tidak tersedia":
        p.refuse(row, "keadaan", 'Pilih "Tidak tersedia", atau kosongkan alasannya.')
    if "alasan" in said:
        row.nilai["keadaan"] = "tidak tersedia"
    row.nilai |= said


def check_recorded(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    """A value is recorded in one way, or declared unavailable with a reason."""
    for b in rows:
        if b.broken & {"keadaan", "nilai", "pembilang", "penyebut"}:
            continue
        way = sum((b["nilai"] is not None, b["pembilang"] is not None or b["penyebut"] is not None))
        if (b["keadaan"] or ("tidak tersedia" if b["alasan"] and not way else "terisi")) == "terisi":
            if way != 1:
                p.refuse(
                    b,
                    "nilai",
                    "Isi nilai dengan satu cara saja: angka, huruf, atau pembilang dan penyebut."
                    if way
                    else 'Isi nilainya, atau pilih keadaan "Tidak tersedia" dan isi alasannya.',
                )
            elif b["alasan"]:
                p.refuse(b, "alasan", 'Kosongkan alasan, atau pilih keadaan "Tidak tersedia".')
            elif b["nilai"] is None and None in (b["pembilang"], b["penyebut"]):
                empty = "penyebut" if b["penyebut"] is None else "pembilang"
                p.refuse(b, empty, f"Isi {empty}.")
        elif way:
            p.refuse(b, "nilai", 'Kosongkan nilainya, atau pilih keadaan "Terisi".')
        elif not b["alasan"]:
            p.refuse(b, "alasan", "Isi alasan nilai tidak tersedia.")
