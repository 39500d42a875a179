"""What the years of :mod:`tests.reports.lkip.odd_years` share: their kecamatan, its parties and its programs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from sakip.capaian.inputs import Kebijakan
from sakip.capaian.values import Target
from sakip.snapshot.types import Anggaran, Renstra, Snapshot
from tests.reports.lkip.example_kecamatan import KECAMATAN, PROFIL, SDM
from tests.reports.lkip.example_plan import BUPATI, RPJMD, anggaran_pk
from tests.reports.lkip.naskah_material import CAMAT, anggaran_row, keluaran, pk, snapshot
from tests.sakip.capaian.example_scales import FIVE_LEVELS

OPEN: Final = Kebijakan(tahun=2023, skala=FIVE_LEVELS, batas_atas=None, batas_bawah=None, desimal=2, dasar="")
PELAYANAN: Final = ("7.01.02", "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik")
TRANTIB: Final = ("7.01.04", "Program Koordinasi Ketentraman dan Ketertiban Umum")
PENUNJANG: Final = ("7.01.01", "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota")


def year_of(tahun: int, rencana: Renstra, agreed: dict[str, Target], **content: object) -> Snapshot:
    """A year of Kecamatan Jombang with its parties and profile, and what is given."""
    promised = replace(
        pk(tahun, rencana, agreed),
        tanggal=date(tahun, 1, 31),
        pihak_pertama=CAMAT,
        pihak_kedua=BUPATI,
        anggaran=(
            anggaran_pk(*PENUNJANG, 900_000_000, "APBD"),
            anggaran_pk(*PELAYANAN, 100_000_000, "APBD"),
            anggaran_pk(*TRANTIB, 50_000_000, "APBD"),
        ),
    )
    usual: dict[str, object] = {
        "kecamatan": KECAMATAN,
        "kepala_daerah": BUPATI,
        "profil": PROFIL,
        "sdm": SDM,
        "rpjmd": RPJMD,
        "kebijakan": replace(OPEN, tahun=tahun),
        "renstra": (rencana,),
        "pk": (promised,),
    }
    return snapshot("Jombang", "35.09.01", tahun, **(usual | content))


def programs(*realised: int | None) -> tuple[Anggaran, ...]:
    pagu = (900_000_000, 100_000_000, 50_000_000)
    return tuple(
        anggaran_row(
            program,
            amount,
            spent,
            kegiatan=(f"{program[0]}.2.01", f"Kegiatan {program[0]}"),
            sub=(f"{program[0]}.2.01.01", f"Sub kegiatan {program[0]}"),
            keluaran=(keluaran(f"Laporan {program[0]}", "laporan", "12", None if spent is None else "10"),),
        )
        for program, amount, spent in zip((PENUNJANG, PELAYANAN, TRANTIB), pagu, realised, strict=True)
    )
