"""Rows of the kecamatan app: who and where."""

from kecamatan.models.akun_pejabat import AkunPejabat
from kecamatan.models.backup_run import BackupRun
from kecamatan.models.jejak import Jejak
from kecamatan.models.kept_form import KeptForm
from kecamatan.models.kunci_sistem import KunciSistem
from kecamatan.models.organisasi import UnitKerja
from kecamatan.models.pejabat import MasaJabatan, Pangkat, Pejabat
from kecamatan.models.pengguna import Keanggotaan, Pengguna, Undangan
from kecamatan.models.peraturan import Peraturan
from kecamatan.models.profil import ButirProfil, DasarHukumProfil, FaktaProfil, ProfilKecamatan
from kecamatan.models.sdm import KomposisiSDM
from kecamatan.models.submission import Submission
from kecamatan.models.wilayah import DesaKelurahan, Kabupaten, Kecamatan, Provinsi
from kecamatan.models.worker_pulse import WorkerPulse

__all__ = [
    "AkunPejabat",
    "BackupRun",
    "ButirProfil",
    "DasarHukumProfil",
    "DesaKelurahan",
    "FaktaProfil",
    "Jejak",
    "Kabupaten",
    "Keanggotaan",
    "Kecamatan",
    "KeptForm",
    "KomposisiSDM",
    "KunciSistem",
    "MasaJabatan",
    "Pangkat",
    "Pejabat",
    "Pengguna",
    "Peraturan",
    "ProfilKecamatan",
    "Provinsi",
    "Submission",
    "Undangan",
    "UnitKerja",
    "WorkerPulse",
]
