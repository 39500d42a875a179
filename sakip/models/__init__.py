"""Rows of the performance domain: rows and invariants only.

Every ``models.py`` of a room of records is found by itself; the names below are those by which others refer to rows.
"""

from sakip.records import rooms
from sakip.records.anggaran.models import (
    Anggaran,
    AnggaranLalu,
    Belanja,
    DukunganProgram,
    Keluaran,
    SumberDana,
)
from sakip.records.hari_libur.models import HariLibur
from sakip.records.iku.models import BarisIKU, ButirIKU, KeputusanIKU, MengingatIKU
from sakip.records.kebijakan.models import KebijakanPengukuran
from sakip.records.kebijakan.scale import KategoriSkala, Skala
from sakip.records.lhe.models import LHE, RekomendasiLHE
from sakip.records.lintas_sektor.models import LintasSektor
from sakip.records.nomenklatur.models import Kegiatan, Program, SubKegiatan, VersiNomenklatur
from sakip.records.pembanding.models import PembandingIndikator
from sakip.records.penegasan.models import Penegasan
from sakip.records.penetapan.models import Penetapan
from sakip.records.pk.models import AnggaranPK, BarisPK, PerjanjianKinerja
from sakip.records.pk_berjenjang.models import IKI, BarisPKUnit, PKUnit
from sakip.records.prestasi.models import Prestasi
from sakip.records.realisasi.models import (
    BuktiDukung,
    KomentarRealisasi,
    Realisasi,
    RealisasiTujuan,
)
from sakip.records.rencana_aksi.models import (
    BarisRencanaAksi,
    KegiatanRencanaAksi,
    LangkahRencanaAksi,
    RencanaAksi,
    TargetTriwulan,
)
from sakip.records.renstra.indikator import Indikator, TargetRenstra
from sakip.records.renstra.models import (
    IndikatorTujuan,
    Renstra,
    RenstraBerlaku,
    Sasaran,
    TargetTujuan,
    Tujuan,
)
from sakip.records.rkt.models import RKT, BarisRKT, IndikatorBarisRKT, SasaranRKT
from sakip.records.rpjmd.models import MisiRPJMD, PeriodeRPJMD, SasaranRPJMD, TujuanRPJMD
from sakip.records.sarana_prasarana.models import SaranaPrasarana
from sakip.records.sipd.models import TataLetakSipd
from sakip.records.survei_kepuasan.models import SurveiKepuasan
from sakip.records.templat_iku.models import TautanTemplatIKU, TemplatIKU
from sakip.records.tindak_lanjut.models import TindakLanjut, TindakLanjutTujuan

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
    "BuktiDukung",
    "ButirIKU",
    "DukunganProgram",
    "HariLibur",
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
    "LangkahRencanaAksi",
    "LintasSektor",
    "MengingatIKU",
    "MisiRPJMD",
    "PKUnit",
    "PembandingIndikator",
    "Penegasan",
    "Penetapan",
    "PeriodeRPJMD",
    "PerjanjianKinerja",
    "Prestasi",
    "Program",
    "Realisasi",
    "RealisasiTujuan",
    "RekomendasiLHE",
    "RencanaAksi",
    "Renstra",
    "RenstraBerlaku",
    "SaranaPrasarana",
    "Sasaran",
    "SasaranRKT",
    "SasaranRPJMD",
    "Skala",
    "SubKegiatan",
    "SumberDana",
    "SurveiKepuasan",
    "TargetRenstra",
    "TargetTriwulan",
    "TargetTujuan",
    "TataLetakSipd",
    "TautanTemplatIKU",
    "TemplatIKU",
    "TindakLanjut",
    "TindakLanjutTujuan",
    "Tujuan",
    "TujuanRPJMD",
    "VersiNomenklatur",
]

rooms.load("models")
