"""Rows of the performance domain: rows and invariants only."""

from sakip.models.anggaran import Anggaran, AnggaranLalu, Belanja, DukunganProgram, Keluaran
from sakip.models.iku import BarisIKU, ButirIKU, KeputusanIKU, MengingatIKU
from sakip.models.indikator import Indikator, TargetRenstra
from sakip.models.kebijakan import KebijakanPengukuran
from sakip.models.nomenklatur import Kegiatan, Program, SubKegiatan, VersiNomenklatur
from sakip.models.pembanding import PembandingIndikator
from sakip.models.perjanjian import AnggaranPK, BarisPK, PerjanjianKinerja
from sakip.models.realisasi import BuktiDukung, KomentarRealisasi, Realisasi
from sakip.models.rencana_aksi import BarisRencanaAksi, KegiatanRencanaAksi, RencanaAksi, TargetTriwulan
from sakip.models.renstra import IndikatorTujuan, Renstra, Sasaran, TargetTujuan, Tujuan
from sakip.models.rkt import RKT, BarisRKT, IndikatorBarisRKT, SasaranRKT
from sakip.models.rpjmd import MisiRPJMD, PeriodeRPJMD, SasaranRPJMD, TujuanRPJMD
from sakip.models.skala import KategoriSkala, Skala

__all__ = [
    "RKT",
    "Anggaran",
    "AnggaranLalu",
    "AnggaranPK",
    "BarisIKU",
    "BarisPK",
    "BarisRKT",
    "BarisRencanaAksi",
    "Belanja",
    "BuktiDukung",
    "ButirIKU",
    "DukunganProgram",
    "Indikator",
    "IndikatorBarisRKT",
    "IndikatorTujuan",
    "KategoriSkala",
    "KebijakanPengukuran",
    "Kegiatan",
    "KegiatanRencanaAksi",
    "Keluaran",
    "KeputusanIKU",
    "KomentarRealisasi",
    "MengingatIKU",
    "MisiRPJMD",
    "PembandingIndikator",
    "PeriodeRPJMD",
    "PerjanjianKinerja",
    "Program",
    "Realisasi",
    "RencanaAksi",
    "Renstra",
    "Sasaran",
    "SasaranRKT",
    "SasaranRPJMD",
    "Skala",
    "SubKegiatan",
    "TargetRenstra",
    "TargetTriwulan",
    "TargetTujuan",
    "Tujuan",
    "TujuanRPJMD",
    "VersiNomenklatur",
]
