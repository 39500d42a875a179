"""Measured values and money: what is wrong with a sheet as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sakip.entry.values import one_of, shorten
from sakip.snapshot.to_engine import TAHUN_LALU_MAKSIMUM
from sakip.workbook.cells.row import Baris, Pemeriksa, PeriksaLembar


def dukungan_program(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    for b in semua:
        kolom = p.jenjang(b)
        if kolom and kolom["kegiatan"]:
            p.refuse(b, "kode", "Tulis kode program, bukan kegiatan atau sub kegiatan.")


def _check_value(p: Pemeriksa, semua: Sequence[Baris], kolom_nilai: str) -> None:
    for b in semua:
        if b.rusak & {"keadaan", "nilai", "pembilang", "penyebut"}:
            continue
        cara = sum((b["nilai"] is not None, b["pembilang"] is not None or b["penyebut"] is not None))
        if (b["keadaan"] or ("tidak tersedia" if b["alasan"] and not cara else "terisi")) == "terisi":
            if cara != 1:
                p.refuse(
                    b,
                    kolom_nilai,
                    "Isi nilai dengan satu cara saja: angka, huruf, atau pembilang dan penyebut."
                    if cara
                    else 'Isi nilainya, atau pilih keadaan "Tidak tersedia" dan isi alasannya.',
                )
            elif b["alasan"]:
                p.refuse(b, "alasan", 'Kosongkan alasan, atau pilih keadaan "Tidak tersedia".')
            elif b["nilai"] is None:
                _check_fraction_value(p, b)
        elif cara:
            p.refuse(b, kolom_nilai, 'Kosongkan nilainya, atau pilih keadaan "Terisi".')
        elif not b["alasan"]:
            p.refuse(b, "alasan", "Isi alasan nilai tidak tersedia.")


def _check_fraction_value(p: Pemeriksa, b: Baris) -> None:
    for kolom in ("pembilang", "penyebut"):
        if b[kolom] is None:
            p.refuse(b, kolom, f"Isi {kolom}.")
    if b["penyebut"] is not None and float(b["penyebut"]) <= 0:
        p.refuse(b, "penyebut", "Isi penyebut lebih dari 0.")


def realisasi(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    _check_value(p, semua, "nilai")
    awal = p.catatan.tahun - TAHUN_LALU_MAKSIMUM
    for b in semua:
        if b["tahun"] is not None and not awal <= b["tahun"] <= p.catatan.tahun:
            p.refuse(b, "tahun", f"Isi tahun antara {awal} dan {p.catatan.tahun}.")


def pembanding(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    _check_value(p, semua, "nilai")


def anggaran(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    for b in semua:
        if not b["kode"] and b["rinci"] is not False and "kode" not in b.rusak:
            p.refuse(
                b,
                "kode",
                "Isi kode program; hanya sisa yang tidak dirinci (Dirinci: Tidak) boleh tanpa kode.",
            )


def _unit_remedy(unit: str, known: set[str]) -> str:
    """What to write where no budget row of the code is carried out by that unit."""
    named = [f'"{shorten(u)}"' for u in sorted(known) if u]
    if not named:
        return "Kosongkan; kode ini pada lembar Anggaran tidak dirinci menurut unit."
    said = f'"{shorten(unit)}" tidak ada untuk kode ini pada lembar Anggaran. ' if unit else ""
    return f"{said}Isi {one_of(named)}{', atau kosongkan' if unit and '' in known else ''}."


def keluaran(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    tanpa_kode = any(not b["kode"] for b in p.tabel["Anggaran"])
    units: dict[str, set[str]] = {}
    for row in p.tabel["Anggaran"]:
        units.setdefault(row["kode"] or "", set()).add(row["unit"] or "")
    for b in semua:
        if not b["kode"] and not tanpa_kode:
            p.refuse(b, "kode", "Isi kode pada lembar Anggaran.")
        known = units.get(b["kode"] or "", set())
        if known and (b["unit"] or "") not in known and not b.rusak & {"kode", "unit"}:
            p.refuse(b, "unit", _unit_remedy(b["unit"] or "", known))
        terisi = b["realisasi"] is not None or bool(b["realisasi_cetak"])
        if "realisasi" not in b.rusak and b["keadaan"] and (b["keadaan"] == "terisi") != terisi:
            p.refuse(b, "keadaan", 'Isi realisasi dan pilih keadaan "Terisi", atau kosongkan realisasi.')


def anggaran_lalu(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    for b in semua:
        if b["tahun"] is not None and b["tahun"] >= p.catatan.tahun:
            p.refuse(b, "tahun", f"Isi tahun sebelum {p.catatan.tahun}.")


PERIKSA: Final[Mapping[str, PeriksaLembar]] = {
    "Realisasi": realisasi,
    "Pembanding": pembanding,
    "Anggaran": anggaran,
    "Keluaran": keluaran,
    "AnggaranLalu": anggaran_lalu,
    "DukunganProgram": dukungan_program,
}
