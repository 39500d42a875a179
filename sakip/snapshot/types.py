"""Frozen dataclasses of one kecamatan-year: what every page, document and check reads.

Pure: no Django, no I/O, no clock. Money is rupiah as :class:`decimal.Decimal`. ``None`` means *belum diisi*;
an empty tuple means that the record has no rows. Order is the printed order. The engine's own value types
(:class:`sakip.capaian.inputs.Target`, ``Nilai`` …) are used as they are.

The records themselves are in :mod:`sakip.snapshot.parts`, one module per kind; this is the door to all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sakip.capaian.inputs import Kebijakan
from sakip.capaian.results import Results
from sakip.snapshot.parts.cascade import IKI, BarisPKUnit, PKUnit
from sakip.snapshot.parts.documents import (
    LHE,
    RKT,
    AnggaranPK,
    BarisIKU,
    BarisPK,
    BarisRencanaAksi,
    BarisRKT,
    DatedDocument,
    IndikatorKegiatan,
    KegiatanRencanaAksi,
    KeputusanIKU,
    LangkahRencanaAksi,
    PerjanjianKinerja,
    RekomendasiLHE,
    RencanaAksi,
    SasaranRKT,
    TindakLanjut,
)
from sakip.snapshot.parts.measures import (
    Anggaran,
    AnggaranLalu,
    Belanja,
    DukunganProgram,
    Keluaran,
    PembandingIndikator,
    Penegasan,
    Realisasi,
    RealisasiTujuan,
    SumberDana,
)
from sakip.snapshot.parts.plan import (
    Indikator,
    IndikatorTujuan,
    MisiRPJMD,
    PeriodeRPJMD,
    Renstra,
    Sasaran,
    SasaranRPJMD,
    TargetTahun,
    Tujuan,
    TujuanRPJMD,
)
from sakip.snapshot.parts.source import (
    MasaJabatan,
    NomenklaturReference,
    PlanReference,
    RenstraReference,
    rows_of,
    unstored,
)
from sakip.snapshot.parts.supplements import LintasSektor, Prestasi, SaranaPrasarana, SurveiKepuasan
from sakip.snapshot.parts.wilayah import (
    Berkas,
    Desa,
    Fakta,
    Kabupaten,
    Kecamatan,
    Pejabat,
    Profil,
    SDMRow,
    UnitKerja,
)
from sakip.snapshot.reads import asked_whole, viewed

__all__ = [
    "IKI",
    "LHE",
    "RKT",
    "Anggaran",
    "AnggaranLalu",
    "AnggaranPK",
    "BarisIKU",
    "BarisPK",
    "BarisPKUnit",
    "BarisRKT",
    "BarisRencanaAksi",
    "Belanja",
    "Berkas",
    "DatedDocument",
    "Desa",
    "DukunganProgram",
    "Fakta",
    "Indikator",
    "IndikatorKegiatan",
    "IndikatorTujuan",
    "Kabupaten",
    "Kecamatan",
    "KegiatanRencanaAksi",
    "Keluaran",
    "KeputusanIKU",
    "LangkahRencanaAksi",
    "LintasSektor",
    "MasaJabatan",
    "MisiRPJMD",
    "NomenklaturReference",
    "PKUnit",
    "Pejabat",
    "PembandingIndikator",
    "Penegasan",
    "PeriodeRPJMD",
    "PerjanjianKinerja",
    "Prestasi",
    "Profil",
    "Realisasi",
    "RealisasiTujuan",
    "RekomendasiLHE",
    "RencanaAksi",
    "Renstra",
    "RenstraReference",
    "SDMRow",
    "SaranaPrasarana",
    "Sasaran",
    "SasaranRKT",
    "SasaranRPJMD",
    "Snapshot",
    "SumberDana",
    "SurveiKepuasan",
    "TargetTahun",
    "TindakLanjut",
    "Tujuan",
    "TujuanRPJMD",
    "UnitKerja",
]


#: What was computed is no record; who reads one field of it does not read the others.
viewed(Results)


@viewed
@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything recorded about one kecamatan and year, frozen.

    ``renstra`` holds the versions of that to which the year's PK refers, first to last; ``pk`` murni then perubahan.
    The target that a report measures is the latest PK's (:attr:`pk_in_force`).
    """

    versi_format: int
    tahun: int
    kecamatan: Kecamatan
    camat: Pejabat | None  # in office on the report's date
    kepala_daerah: Pejabat | None
    profil: Profil | None
    sdm: tuple[SDMRow, ...] = rows_of("kecamatan.KomposisiSDM")
    kebijakan: Kebijakan | None
    rpjmd: PeriodeRPJMD | None
    renstra: tuple[Renstra, ...]
    rkt: RKT | None
    pk: tuple[PerjanjianKinerja, ...]
    pk_lalu: tuple[PerjanjianKinerja, ...]
    iku: KeputusanIKU | None
    rencana_aksi: RencanaAksi | None
    realisasi: tuple[Realisasi, ...]
    realisasi_tujuan: tuple[RealisasiTujuan, ...] = ()
    pembanding: tuple[PembandingIndikator, ...]
    anggaran: tuple[Anggaran, ...]
    anggaran_lalu: tuple[AnggaranLalu, ...]
    belanja: tuple[Belanja, ...]
    dukungan: tuple[DukunganProgram, ...]
    tindak_lanjut: tuple[TindakLanjut, ...] = ()
    survei: tuple[SurveiKepuasan, ...] = rows_of("sakip.SurveiKepuasan")
    prestasi: tuple[Prestasi, ...] = rows_of("sakip.Prestasi")
    lintas_sektor: tuple[LintasSektor, ...] = rows_of("sakip.LintasSektor")
    sarana: tuple[SaranaPrasarana, ...] = rows_of("sakip.SaranaPrasarana")
    lhe: tuple[LHE, ...] = rows_of("sakip.LHE")  # one at most
    rekomendasi_lhe: tuple[RekomendasiLHE, ...] = ()
    pk_unit: tuple[PKUnit, ...] = ()
    baris_pk_unit: tuple[BarisPKUnit, ...] = rows_of("sakip.BarisPKUnit")
    iki: tuple[IKI, ...] = rows_of("sakip.IKI")
    penegasan: tuple[Penegasan, ...] = rows_of("sakip.Penegasan", stored=False)
    rencana: PlanReference | None = unstored(None)
    jabatan: tuple[Pejabat, ...] = unstored(())  # every term of the kecamatan and of its kepala daerah

    @asked_whole
    def realisasi_of(self, kunci: str, tahun: int) -> tuple[Realisasi, ...]:
        """What is recorded of an indikator in a year."""
        return tuple(r for r in self.realisasi if r.kunci_indikator == kunci and r.tahun == tahun)

    @asked_whole
    def anggaran_of(self, program: tuple[str, ...]) -> tuple[Anggaran, ...]:
        """The rows of the budget of these programs (by code, or by name before codes existed)."""
        return tuple(a for a in self.anggaran if (a.program or a.nama_program) in program)

    @property
    def renstra_in_force(self) -> Renstra | None:
        """The Renstra by which the year is measured: its latest perubahan, else the first."""
        return self.renstra[-1] if self.renstra else None

    @property
    def iku_of_this_year(self) -> KeputusanIKU | None:
        """The SK IKU that begins to count in this year; one that still counts is judged in its own first year."""
        return self.iku if self.iku is not None and self.iku.tahun == self.tahun else None

    @property
    def pk_in_force(self) -> PerjanjianKinerja | None:
        """The PK that the report measures: the latest perubahan, else murni."""
        return self.pk[-1] if self.pk else None
