"""A recorded value that was written in one cell: fraction and state go to the columns of their own."""

from __future__ import annotations

from sakip.workbook.cells.row import Baris, Pemeriksa

_OTHERS = {"pembilang": "pembilang", "penyebut": "penyebut", "alasan": "alasan tidak tersedia"}


def spread_value(p: Pemeriksa, row: Baris) -> None:
    """ "45/50" and "tidak tersedia: …" say what the columns beside them say; both at once would be two values."""
    value = row.nilai.get("nilai")
    if not isinstance(value, dict) or "keadaan" not in value:
        return
    said = {name: value[name] for name in _OTHERS if value[name] not in (None, "")}
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
