"""Values of sheets → the nested document that the loader of contoh files reads, each part knowing where it stands."""

from __future__ import annotations

from sakip.exchange.catatan import Catatan
from sakip.exchange.lembar import ALAMAT
from sakip.exchange.rakit import dokumen, narasi, rencana, ukuran, wilayah
from sakip.exchange.rakit.dasar import GalatBuku, Isi, ObjekBuku, Perakit, ambil, nilai
from sakip.exchange.urai import Uraian

__all__ = ["GalatBuku", "Isi", "ObjekBuku", "rakit"]


def rakit(uraian: Uraian, catatan: Catatan) -> ObjekBuku:
    """Put the document together. Call it only for values without errors."""
    return ObjekBuku(_dokumen(Perakit(uraian.tabel, catatan)), berkas="buku kerja")


def _dokumen(p: Perakit) -> Isi:
    """Everything the loader takes."""
    kepala = dokumen.kepala(p)
    return Isi(
        {
            "kecamatan": p.catatan.kecamatan.kode,
            "tahun": p.catatan.tahun,
            "nomenklatur": p.catatan.nomenklatur,
            "nomenklatur_rkt": p.catatan.nomenklatur_rkt,
            "alamat": wilayah.tegak(p, ALAMAT),
            "profil": wilayah.profil(p),
            "desa": [Isi(ambil(b, "nama", "jenis", "status"), b) for b in p.tabel["Desa"]],
            "unit_kerja": [Isi(ambil(b, "kunci", "nama", "jenis", "induk"), b) for b in p.tabel["UnitKerja"]],
            "sdm": [
                Isi(ambil(b, "kelompok", "uraian", "golongan", "asn", "non_asn", "keterangan"), b)
                for b in p.tabel["SDM"]
            ],
            "pejabat": wilayah.pejabat(p),
            "rpjmd": rencana.rpjmd(p),
            "misi_diacu": None,
            "renstra": [rencana.renstra(p, b) for b in p.tabel["Renstra"]],
            "rkt": dokumen.rkt(p, kepala.get("rkt")),
            "pk": dokumen.pk(p, lalu=False),
            "pk_lalu": dokumen.pk(p, lalu=True),
            "iku": dokumen.iku(p, kepala.get("iku")),
            "rencana_aksi": dokumen.rencana_aksi(p, kepala.get("rencana_aksi")),
            "realisasi": [
                Isi(ambil(b, "kunci_indikator", "tahun", "triwulan", "catatan", "sumber") | nilai(b), b)
                for b in p.tabel["Realisasi"]
            ],
            "pembanding": [
                Isi(ambil(b, "kunci_indikator", "lingkup", "tahun", "sumber") | nilai(b), b)
                for b in p.tabel["Pembanding"]
            ],
            "anggaran": ukuran.anggaran(p),
            "anggaran_lalu": [
                Isi(ambil(b, "tahun", "pagu", "realisasi", "sumber"), b) for b in p.tabel["AnggaranLalu"]
            ],
            "belanja": [
                Isi(ambil(b, "kode", "nama", "induk", "pagu", "realisasi", "di_luar_program"), b)
                for b in p.tabel["Belanja"]
            ],
            "dukungan": [
                Isi({"sasaran": b["sasaran"], "program": [p.jenjang(b)["program"]]}, b)
                for b in p.tabel["DukunganProgram"]
            ],
            "narasi": narasi.narasi(p),
            "laporan": dokumen.laporan(p, kepala.get("laporan")),
        }
    )
