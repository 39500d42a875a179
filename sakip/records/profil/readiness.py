"""When the profile of a year and its tables of people are complete."""

from __future__ import annotations

from sakip.entry.readiness import Asked, ReadinessRule, counted, each
from sakip.snapshot.types import Snapshot


def _asks(snapshot: Snapshot) -> list[Asked] | None:
    """What BAB I prints: who the office is, what it does, where, for how many, with whom."""
    profil = snapshot.profil
    if profil is None and not snapshot.sdm:
        return None
    asked = each(
        [("camat yang menjabat", snapshot.camat), ("susunan organisasi", snapshot.kecamatan.unit_kerja)]
    )
    if profil is None:
        asked += each([("profil tahun ini", None)])
    else:
        asked += each(
            [
                ("luas wilayah", profil.luas_km2),
                ("jumlah penduduk", profil.penduduk),
                ("dasar hukum", profil.dasar_hukum),
                ("kedudukan", profil.kedudukan),
                ("tugas", profil.tugas),
                ("fungsi", profil.fungsi),
                ("isu strategis", profil.isu_strategis),
            ]
        )
    asked += each([("tabel pegawai", snapshot.sdm)])
    return asked + counted(
        "jumlah pegawai", (row.asn is None and row.non_asn is None for row in snapshot.sdm), "baris"
    )


READINESS = ReadinessRule(code="profil", asks=_asks)
