"""Cells that refer to another sheet."""

from __future__ import annotations

from collections.abc import Mapping

from sakip.entry.values import Lines, shorten
from sakip.records.pejabat.grades import grade_problem
from sakip.records.pejabat.named import find_pejabat, parse_pejabat
from sakip.workbook.cells.row import SheetChecker, SheetRow, versi_kode
from sakip.workbook.sheets import NOMENKLATUR, PERATURAN, Column


def check_references(p: SheetChecker, baris: SheetRow, kolom: Column) -> None:
    """Refuse what the sheet referred to does not have."""
    nilai = baris[kolom.kunci]
    if kolom.acuan == NOMENKLATUR:
        _acuan_kode(p, baris, kolom, nilai)
    elif kolom.acuan == "Pejabat":
        _acuan_pejabat(p, baris, kolom, nilai)
    else:
        pilihan = _pilihan(p, kolom.acuan, baris)
        for satu in nilai if isinstance(kolom.jenis, Lines) else [nilai]:
            if satu not in pilihan:
                meant = grade_problem(satu, p.rujukan.grades.values()) if kolom.acuan == "Golongan" else ""
                p.refuse(
                    baris, kolom.kunci, meant or f'"{shorten(satu)}" tidak dikenal. {_saran(kolom, pilihan)}'
                )
                break


def _pilihan(p: SheetChecker, acuan: str, baris: SheetRow) -> Mapping[str, object] | frozenset[str]:
    """Keys that a cell of this row may refer to."""
    match acuan:
        case "Skala":
            return p.rujukan.skala
        case "Golongan":
            return frozenset(p.rujukan.golongan)
        case _ if acuan == PERATURAN:
            return p.rujukan.peraturan
        case "SasaranIndikator":
            return _about_places(p, baris)
        case "Anggaran":
            return frozenset(b["kode"] or "" for b in p.tabel["Anggaran"])
        case "Belanja" | "UnitKerja":
            semua = p.tabel[acuan]
            if baris.lembar.nama == acuan:  # a group is written before what belongs to it
                semua = semua[: next(i for i, b in enumerate(semua) if b is baris)]
            return frozenset(b["kode" if acuan == "Belanja" else "kunci"] or "" for b in semua)
        case _:
            lain = {"Sasaran": p.rujukan.sasaran_lain, "Indikator": p.rujukan.indikator_lain}
            return _kunci_renstra(p, acuan, baris) | (
                lain.get(acuan, frozenset()) if "tahun_awal" not in baris.nilai else frozenset()
            )


def _about_places(p: SheetChecker, row: SheetRow) -> Mapping[str, object] | frozenset[str]:
    """Keys that a narrative of this place may be about; a text that is recorded stays, also when they are gone."""
    place = row["bagian"], row["kunci"] or ""
    written_per = p.catatan.buku.written_per.get(row["bagian"] or "")
    if written_per is None or any((n["bagian"], n["kunci"]) == place for n in p.catatan.isi["Narasi"]):
        return frozenset({place[1]})  # whether it may have a key at all is judged with the sheet
    return _pilihan(p, written_per, row)


def _kunci_renstra(p: SheetChecker, lembar: str, baris: SheetRow) -> frozenset[str]:
    """Keys of a Renstra sheet: of the row's own version where it says one, else of all."""
    versi = {k: baris[k] for k in ("tahun_awal", "versi")} if "tahun_awal" in baris.nilai else {}
    return frozenset(
        b["kunci"] for b in p.tabel[lembar] if b["kunci"] and all(b[k] == nilai for k, nilai in versi.items())
    )


def _acuan_kode(p: SheetChecker, baris: SheetRow, kolom: Column, kode: str) -> None:
    versi = versi_kode(p.catatan, baris)
    if p.rujukan.parse_code(kode, versi) is None:
        p.refuse(
            baris,
            kolom.kunci,
            f'"{shorten(kode)}" tidak ada dalam nomenklatur {versi}.'
            f" Salin kodenya dari lembar {NOMENKLATUR}, dan ketik sebagai teks.",
        )


def _acuan_pejabat(p: SheetChecker, baris: SheetRow, kolom: Column, teks: str) -> None:
    nama, _ = parse_pejabat(teks)
    kunci = find_pejabat(p.tabel["Pejabat"], nama)
    if len(kunci) == 1:
        return
    if kunci:
        pesan = f'ada beberapa pejabat bernama "{shorten(nama)}". Tulis NIP-nya: {", ".join(kunci)}.'
    else:
        ada = list(dict.fromkeys(b["nama"] for b in p.tabel["Pejabat"] if b["nama"]))
        pesan = (
            f'"{shorten(nama)}" tidak ada pada lembar Pejabat.'
            f" {'Tulis salah satu: ' + '; '.join(ada[:5]) + '.' if ada else 'Isi dahulu lembar Pejabat.'}"
        )
    p.refuse(baris, kolom.kunci, pesan)


def _saran(kolom: Column, pilihan: Mapping[str, object] | frozenset[str]) -> str:
    ada = sorted(p for p in pilihan if p)
    if not ada:
        return f"Isi dahulu lembar {kolom.acuan}."
    return f"Isi salah satu dari {', '.join(ada[:8])}{' …' if len(ada) > 8 else ''}."
