"""Rows of the reports app: narrative, photos, the report's way through the office, and what was signed."""

from reports.models.arrangement import SusunanLaporan
from reports.models.arsip import Arsip, Penandatanganan, TandaTangan
from reports.models.boilerplate import TeksBaku
from reports.models.bulk import IkhtisarKabupaten, IsiPaket, PaketLaporan
from reports.models.capaian import CapaianLaporan
from reports.models.content import Dokumentasi, FotoMasuk, Narasi
from reports.models.dokumen import BerkasLaporan, PengaturanDokumen
from reports.models.imports import ImporBuku
from reports.models.kunci import KunciTandaTangan, OtoritasSertifikat
from reports.models.laporan import CatatanReviu, Laporan, TemuanDiakui
from reports.models.look import LastLook
from reports.models.nik import NikPenandaTangan
from reports.models.pantauan import Pantauan
from reports.models.pengingat import Pengingat
from reports.models.periksa import PeriksaBerkas
from reports.models.permintaan import Permintaan
from reports.models.salinan import SalinanPublik
from reports.models.singkatan import Singkatan

__all__ = [
    "Arsip",
    "BerkasLaporan",
    "CapaianLaporan",
    "CatatanReviu",
    "Dokumentasi",
    "FotoMasuk",
    "IkhtisarKabupaten",
    "ImporBuku",
    "IsiPaket",
    "KunciTandaTangan",
    "Laporan",
    "LastLook",
    "Narasi",
    "NikPenandaTangan",
    "OtoritasSertifikat",
    "PaketLaporan",
    "Pantauan",
    "Penandatanganan",
    "PengaturanDokumen",
    "Pengingat",
    "PeriksaBerkas",
    "Permintaan",
    "SalinanPublik",
    "Singkatan",
    "SusunanLaporan",
    "TandaTangan",
    "TeksBaku",
    "TemuanDiakui",
]
