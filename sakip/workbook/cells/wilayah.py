"""Who and where: what is wrong with a sheet as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sakip.workbook.cells.row import Baris, Pemeriksa, PeriksaLembar


def unit_kerja(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    for b in semua:
        if b["jenis"] == "camat" and b["induk"]:
            p.refuse(b, "induk", "Kosongkan: camat tidak memiliki atasan dalam kecamatan.")
        elif b["jenis"] and b["jenis"] != "camat" and not b["induk"]:
            p.refuse(b, "induk", "Isi kunci atasan langsung unit ini; hanya camat yang tidak memilikinya.")
    camat = [b for b in semua if b["jenis"] == "camat"]
    for b in camat[1:]:
        p.refuse(b, "jenis", f"unit camat sudah ada pada baris {camat[0].nomor}. Hapus salah satu.")


def pejabat(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    nama_nip: dict[str, Baris] = {}
    masa: dict[tuple[Any, ...], Baris] = {}
    for b in semua:
        if b["nip"]:
            lain = nama_nip.setdefault(b["nip"], b)
            if lain["nama"] and b["nama"] and lain["nama"] != b["nama"]:
                p.refuse(b, "nama", f"NIP ini atas nama lain pada baris {lain.nomor}. Samakan namanya.")
        if b["mulai"] and b["sampai"] and b["sampai"] < b["mulai"]:
            p.refuse(
                b, "sampai", "Isi tanggal akhir jabatan yang tidak lebih awal daripada tanggal mulainya."
            )
        tanda = (b["nip"] or b["nama"], b["jabatan"], b["mulai"])
        lain = masa.setdefault(tanda, b)
        if lain is not b and None not in tanda:
            p.refuse(b, "mulai", f"masa jabatan ini sudah ada pada baris {lain.nomor}. Hapus salah satu.")


def profil_fakta(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    for b in semua:
        if b["nilai"] is None and not b["teks"] and "nilai" not in b.rusak:
            p.refuse(b, "nilai", "Isi nilai fakta dengan angka atau kata-kata.")


def profil(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    for b in semua:
        if b["luas_km2"] is not None and float(b["luas_km2"]) <= 0:
            p.refuse(b, "luas_km2", "Isi luas wilayah lebih dari 0 km².")


PERIKSA: Final[Mapping[str, PeriksaLembar]] = {
    "UnitKerja": unit_kerja,
    "Pejabat": pejabat,
    "ProfilFakta": profil_fakta,
    "Profil": profil,
}
