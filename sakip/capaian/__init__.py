"""The capaian engine: frozen input in, results with their working out. Pure standard library.

No Django, no I/O, no clock; README.md holds the worked tables. Begin at :func:`compute`.
"""

from sakip.capaian.aggregates import InvalidWeight
from sakip.capaian.engine import VERSI_MESIN, compute
from sakip.capaian.export import hasil_to_dict, hasil_to_json
from sakip.capaian.inputs import (
    Akumulasi,
    AnggaranMasukan,
    AnggaranTahun,
    IndikatorMasukan,
    Kategori,
    KeadaanNilai,
    Kebijakan,
    Lingkup,
    Masukan,
    Nilai,
    Pembanding,
    Rumus,
    SasaranMasukan,
    Skala,
    TahunLalu,
    Target,
)
from sakip.capaian.predikat import klasifikasi, peringkat
from sakip.capaian.results import (
    AnggaranLalu,
    Arah,
    BarisSerapan,
    Capaian,
    Efisiensi,
    Hasil,
    HasilAnggaran,
    HasilIndikator,
    HasilPembanding,
    HasilSasaran,
    HasilTujuan,
    HitunganKategori,
    Keadaan,
    Perubahan,
    Rerata,
    Serapan,
    SerapanSebagian,
)
from sakip.capaian.skm import HasilSKM, compute_skm
from sakip.capaian.triwulan import akumulasi

__all__ = [
    "VERSI_MESIN",
    "Akumulasi",
    "AnggaranLalu",
    "AnggaranMasukan",
    "AnggaranTahun",
    "Arah",
    "BarisSerapan",
    "Capaian",
    "Efisiensi",
    "Hasil",
    "HasilAnggaran",
    "HasilIndikator",
    "HasilPembanding",
    "HasilSKM",
    "HasilSasaran",
    "HasilTujuan",
    "HitunganKategori",
    "IndikatorMasukan",
    "InvalidWeight",
    "Kategori",
    "Keadaan",
    "KeadaanNilai",
    "Kebijakan",
    "Lingkup",
    "Masukan",
    "Nilai",
    "Pembanding",
    "Perubahan",
    "Rerata",
    "Rumus",
    "SasaranMasukan",
    "Serapan",
    "SerapanSebagian",
    "Skala",
    "TahunLalu",
    "Target",
    "akumulasi",
    "compute",
    "compute_skm",
    "hasil_to_dict",
    "hasil_to_json",
    "klasifikasi",
    "peringkat",
]
