"""Abbreviations that people read in an LKIP, with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

#: Written as offices write them. What can mean two things in one office (PD, ST, IPP) is left out.
SINGKATAN: Final[dict[str, str]] = {
    "ADD": "Alokasi Dana Desa",
    "AKIP": "Akuntabilitas Kinerja Instansi Pemerintah",
    "APBD": "Anggaran Pendapatan dan Belanja Daerah",
    "APBDes": "Anggaran Pendapatan dan Belanja Desa",
    "ASN": "Aparatur Sipil Negara",
    "BMD": "Barang Milik Daerah",
    "BPD": "Badan Permusyawaratan Desa",
    "BUMDes": "Badan Usaha Milik Desa",
    "DAU": "Dana Alokasi Umum",
    "DBHCHT": "Dana Bagi Hasil Cukai Hasil Tembakau",
    "DPA": "Dokumen Pelaksanaan Anggaran",
    "Forkopimcam": "Forum Koordinasi Pimpinan di Kecamatan",
    "IKM": "Indeks Kepuasan Masyarakat",
    "IKU": "Indikator Kinerja Utama",
    "KTP": "Kartu Tanda Penduduk",
    "LAKIP": "Laporan Akuntabilitas Kinerja Instansi Pemerintah",
    "LHE": "Laporan Hasil Evaluasi",
    "Linmas": "Perlindungan Masyarakat",
    "LKIP": "Laporan Kinerja Instansi Pemerintah",
    "Musrenbang": "Musyawarah Perencanaan Pembangunan",
    "OPD": "Organisasi Perangkat Daerah",
    "PAD": "Pendapatan Asli Daerah",
    "PANRB": "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "PATEN": "Pelayanan Administrasi Terpadu Kecamatan",
    "PBB": "Pajak Bumi dan Bangunan",
    "PK": "Perjanjian Kinerja",
    "PKK": "Pemberdayaan dan Kesejahteraan Keluarga",
    "PMKS": "Penyandang Masalah Kesejahteraan Sosial",
    "PNS": "Pegawai Negeri Sipil",
    "Polri": "Kepolisian Negara Republik Indonesia",
    "Posyandu": "Pos Pelayanan Terpadu",
    "PPPK": "Pegawai Pemerintah dengan Perjanjian Kerja",
    "Renstra": "Rencana Strategis",
    "RKA": "Rencana Kerja dan Anggaran",
    "RKPD": "Rencana Kerja Pemerintah Daerah",
    "RKT": "Rencana Kinerja Tahunan",
    "RPJMD": "Rencana Pembangunan Jangka Menengah Daerah",
    "RT": "Rukun Tetangga",
    "RW": "Rukun Warga",
    "SAKIP": "Sistem Akuntabilitas Kinerja Instansi Pemerintah",
    "SDM": "Sumber Daya Manusia",
    "SIPD": "Sistem Informasi Pemerintahan Daerah",
    "SKM": "Survei Kepuasan Masyarakat",
    "SKPD": "Satuan Kerja Perangkat Daerah",
    "SOP": "Standar Operasional Prosedur",
    "SPM": "Standar Pelayanan Minimal",
    "TNI": "Tentara Nasional Indonesia",
    "UMKM": "Usaha Mikro, Kecil, dan Menengah",
}

_WORD: Final = re.compile(r"[^\W\d_]+")

#: Texts of which is known what stands in them: those of several reports.
_TEXTS: Final = 1024


def abbreviations_in(texts: Iterable[str], own: Mapping[str, str] | None = None) -> dict[str, str]:
    """Those of :data:`SINGKATAN`, and of the kabupaten's ``own``, that stand in the texts as words of their own, with
    what they stand for. What the kabupaten calls otherwise than the list is as it has it; its own may be of several
    words and hold any sign."""
    texts = tuple(texts)
    words = frozenset[str]().union(*map(words_listed, texts))
    known = {word: meaning for word, meaning in SINGKATAN.items() if word in words}
    if own:
        # Longest first, or "SIP" would be found where "SIP PINTAR" stands.
        either = "|".join(re.escape(one) for one in sorted(own, key=len, reverse=True))
        pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)")
        found = {one for text in texts for one in pattern.findall(text)}
        known |= {one: meaning for one, meaning in own.items() if one in found}
    return known


@lru_cache(_TEXTS)
def words_listed(text: str) -> frozenset[str]:
    """Those of :data:`SINGKATAN` that stand in a text; each text is read once."""
    return frozenset(SINGKATAN.keys() & _WORD.findall(text))
