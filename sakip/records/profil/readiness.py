"""When the profile of a year and its tables of people are complete."""

from __future__ import annotations

from sakip.entry.readiness import ReadinessRule, counted, each
from sakip.snapshot.types import Snapshot


def _lacks(snapshot: Snapshot) -> list[str] | None:
    """What BAB I prints: who the office is, what it does, where, for how many, with whom."""
    profil = snapshot.profil
    if profil is None and not snapshot.sdm:
        return None
    missing = each(
        [("camat yang menjabat", snapshot.camat), ("susunan organisasi", snapshot.kecamatan.unit_kerja)]
    )
    if profil is None:
        missing.append("profil tahun ini")
    else:
        missing += each(
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
    missing += each([("tabel pegawai", snapshot.sdm)])
    return missing + counted(
        "jumlah pegawai", (row.asn is None and row.non_asn is None for row in snapshot.sdm), "baris"
    )


READINESS = ReadinessRule(code="profil", lacks=_lacks)
