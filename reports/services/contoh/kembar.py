"""Facts that several files tell must be told alike: one RPJMD, one Renstra, one person.

Checked before anything is written, so that the result never depends on the order of the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from kecamatan.bacaan import BerkasTidakSah, Objek

Fakta = tuple[str, tuple[Any, ...], Any]
"""What it is called, what tells it apart from others of its kind, and what is said about it."""


def periksa_kembar(berkas: Sequence[Objek]) -> None:
    """Raise BerkasTidakSah, naming both files, for the first fact that two files tell differently."""
    pertama: dict[str, tuple[Objek, str]] = {}
    for asal in berkas:
        for sebutan, tanda, isi in _fakta(asal.isi):
            # As words: a list in place of a name is refused by the loader, not by the dict.
            fakta = f"{sebutan} {' '.join(str(t) for t in tanda)}"
            teks = json.dumps(isi, ensure_ascii=False, sort_keys=True)
            lain, teks_lain = pertama.setdefault(fakta, (asal, teks))
            if lain is not asal and teks != teks_lain:
                raise BerkasTidakSah(
                    f"Berkas {asal.berkas} dan {lain.berkas} berbeda tentang {fakta}. Samakan isinya."
                )


def _fakta(isi: dict[str, Any]) -> Iterator[Fakta]:
    """The shared facts of a file. Shapes are not checked here: what is no list or object is refused by the loader."""
    kecamatan, tahun = str(isi.get("kecamatan")), str(isi.get("tahun"))
    yield "catatan", (kecamatan, tahun), isi
    for kunci in ("alamat", "desa", "unit_kerja"):
        if kunci in isi:
            yield kunci.replace("_", " "), (kecamatan,), isi[kunci]
    rpjmd = isi.get("rpjmd")
    if isinstance(rpjmd, dict):
        yield "RPJMD", (kecamatan[:5], rpjmd.get("tahun_awal")), rpjmd
    for renstra in _objek(isi, "renstra"):
        yield "Renstra", (kecamatan, renstra.get("tahun_awal"), "versi", renstra.get("versi")), renstra
    for pejabat in _objek(isi, "pejabat"):
        tanda = pejabat.get("nip") or pejabat.get("nama")
        yield "pejabat", (tanda,), {k: v for k, v in pejabat.items() if k != "kunci"}
    for realisasi in _objek(isi, "realisasi"):
        yield "realisasi", (kecamatan, realisasi.get("kunci_indikator"), realisasi.get("tahun")), realisasi


def _objek(isi: dict[str, Any], kunci: str) -> Iterator[dict[str, Any]]:
    daftar = isi.get(kunci)
    if isinstance(daftar, list):
        yield from (butir for butir in daftar if isinstance(butir, dict))
