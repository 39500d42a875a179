"""What people write: rows put together into texts, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sakip.workbook.cells.row import SheetChecker, SheetRow
from sakip.workbook.sheets import SPELLING, join_pieces


def join_texts(p: SheetChecker) -> None:
    """Put the rows of each text together in the first; a text of a workbook of before is spelled anew."""
    old = "Narasi" in p.mentah.lembar and p.mentah.meta.get("narasi") != SPELLING
    texts: dict[tuple[Any, ...], list[SheetRow]] = {}
    for b in p.tabel["Narasi"]:
        if b["lanjutan"]:
            texts.get(_place(b), []).append(b)
        else:
            texts.setdefault(_place(b), [b])
    for first, *others in texts.values():
        if pieces := [b["isi"] for b in (first, *others) if b["isi"]]:
            text = join_pieces(pieces, old=old)
            first.nilai["isi"] = p.catatan.buku.narasi.from_old(text) if old else text


def check_texts(p: SheetChecker, semua: Sequence[SheetRow]) -> None:
    """Rows that go on follow the text they go on with, places are written once, and every text can be printed."""
    pertama: dict[tuple[Any, ...], SheetRow] = {}
    for b in semua:
        if b["bagian"] is None:
            continue
        if b["lanjutan"]:
            if _place(b) not in pertama:
                p.refuse(b, "lanjutan", "Tidak ada baris dengan bagian dan kunci ini di atasnya.")
            elif b["ditinjau"] is not None:
                p.refuse(b, "ditinjau", "Kosongkan; yang berlaku adalah baris pertama teks ini.")
            continue
        lain = pertama.setdefault(_place(b), b)
        if lain is not b:
            p.refuse(b, "bagian", f"sudah ditulis pada baris {lain.nomor}. Gabungkan, atau hapus salah satu.")
    recorded = _recorded(p)
    for place, b in pertama.items():
        if place not in recorded:
            _judge_key(p, b)
        # What is on the site already stays there as it is.
        if (
            b["isi"]
            and b["isi"] != recorded.get(place)
            and (refusal := p.catatan.buku.narasi.refusal(b["isi"]))
        ):
            p.refuse(b, "isi", refusal)


def _judge_key(p: SheetChecker, b: SheetRow) -> None:
    """A place that exists once has no key, and one of each sasaran or indikator needs it: else no page prints it."""
    written_per = p.catatan.buku.written_per.get(b["bagian"])
    if b["kunci"] and written_per is None:
        p.refuse(b, "kunci", "Kosongkan; bagian ini tidak ditulis per sasaran atau per indikator.")
    elif not b["kunci"] and written_per is not None:
        p.refuse(b, "kunci", f"Isi kunci {written_per.lower()}; bagian ini ditulis untuk masing-masing.")


def _place(b: SheetRow) -> tuple[Any, ...]:
    return b["bagian"], b["kunci"] or ""


def _recorded(p: SheetChecker) -> dict[tuple[Any, ...], str]:
    pieces: dict[tuple[Any, ...], list[str]] = {}
    for one in p.catatan.isi["Narasi"]:
        pieces.setdefault((one["bagian"], one["kunci"]), []).append(one["isi"])
    return {place: join_pieces(texts, old=False) for place, texts in pieces.items()}
