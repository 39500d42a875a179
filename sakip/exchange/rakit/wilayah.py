"""Who and where."""

from __future__ import annotations

from collections.abc import Iterable

from sakip.exchange.lembar import PROFIL
from sakip.exchange.rakit.dasar import Isi, Perakit, ambil
from sakip.exchange.urai import kunci_pejabat


def tegak(p: Perakit, kolom: Iterable[str]) -> Isi:
    """Fields of the sheet that has a line per field."""
    baris = {k: b for b in p.tabel["Profil"] for k in b.nilai}
    hasil = p.isi({k: baris[k][k] for k in kolom if k in baris}, "Profil")
    return hasil


def profil(p: Perakit) -> Isi | None:
    isi = tegak(p, PROFIL)
    hukum = [b["peraturan"] for b in p.tabel["DasarHukum"] if b["untuk"] == "profil"]
    butir: dict[str, list[str]] = {}
    for b in p.tabel["ProfilButir"]:
        butir.setdefault(b["jenis"], []).append(b["uraian"])
    fakta = [
        Isi(ambil(b, "kelompok", "uraian", "nilai", "satuan", "teks", "sumber"), b)
        for b in p.tabel["ProfilFakta"]
    ]
    if not (isi or hukum or butir or fakta or p.catatan.berprofil):
        return None
    return p.isi({**isi, "dasar_hukum": hukum, **butir, "fakta": fakta}, "Profil")


def pejabat(p: Perakit) -> list[Isi]:
    """Persons in order of their first row, each with the terms."""
    orang: dict[str, Isi] = {}
    for b in p.tabel["Pejabat"]:
        kunci = kunci_pejabat(p.tabel["Pejabat"], b["nama"], b["nip"] or "")
        isi = orang.setdefault(
            kunci, Isi({"kunci": kunci, "nama": b["nama"], "nip": b["nip"] or "", "masa": []}, b)
        )
        isi["masa"].append(Isi(ambil(b, "jabatan", "mulai", "sampai", "golongan"), b))
    return list(orang.values())
