"""The catalogue of rules by which a report is reviewed: every check belongs to one of them."""

from typing import Final

#: Code → what the rule asks, in the words that users read.
RULES: Final[dict[str, str]] = {
    "R-target": "Satu indikator mempunyai satu target dalam Renstra, RKT, PK, dan IKU; perbedaannya disebut.",
    "R-cascade": "Setiap sasaran berindikator, setiap indikator berasal dari Renstra, dan setiap program mendukung "
    "sasaran.",
    "R-xdoc": "Anggaran dalam RKT, PK, dan Bab III menyebut jumlah yang sama.",
    "R-sum": "Rincian menjumlah ke totalnya, bagian ke 100 persen, dan realisasi tidak melebihi pagu.",
    "R-real": "Angka dalam kalimat sama dengan target, realisasi, atau capaian yang dicatat.",
    "R-trend": "Kata naik, turun, tetap, di atas, atau di bawah sesuai dengan angkanya.",
    "R-scale": "Predikat ada dalam skala tahun itu dan sesuai dengan nilainya.",
    "R-eff": "Kata efisien hanya untuk capaian yang setara dengan serapannya atau lebih tinggi.",
    "R-name": "Nama kecamatan, desa, kabupaten, dan perangkat daerah lain tidak tertinggal dari dokumen lain.",
    "R-term": "Istilah desa, kelurahan, qanun, dan mukim sesuai dengan wilayahnya.",
    "R-code": "Nomor surat lengkap, dan kode wilayah di dalamnya milik kecamatan itu.",
    "R-year": "Tahun dan tanggal sesuai dengan tahun laporan dan masa dokumennya.",
    "R-count": "Jumlah yang disebut sama dengan banyaknya yang dicatat, dalam angka dan dalam kata.",
    "R-num": "Butir bernomor berurutan, dan tabel serta gambar yang diacu ada dalam laporan.",
    "R-words": "Terbilang sama dengan jumlah di depannya.",
    "R-nip": "NIP berisi 18 angka yang masuk akal, satu untuk setiap orang; pangkat sesuai golongan.",
    "R-sign": "Penanda tangan memegang jabatannya pada tanggal dokumen.",
    "R-blank": "Tidak ada bagian kosong, titik-titik, pilihan yang belum dicoret, atau kalimat terpotong.",
    "R-format": "Jumlah uang dan angka tertulis benar.",
    "R-law": "Peraturan dikutip dengan tahunnya yang benar dan masih berlaku.",
    "R-nomen": "Program, kegiatan, dan sub kegiatan ada dalam nomenklatur yang berlaku tahun itu.",
    "R-formula": "Rumus indikator lengkap: pembilang lain dari penyebut, dan sumber datanya disebut.",
    "R-cause": "Capaian di bawah atau jauh di atas target disertai penyebab dan solusinya.",
    "R-bukti": "Realisasi disertai bukti dukung.",
    "R-std": "Analisis yang diminta Permen PANRB Nomor 53 Tahun 2014 lengkap untuk setiap sasaran.",
    "R-late": "Laporan ditandatangani sebelum batas waktunya.",
    "R-dup": "Paragraf tidak disalin dari kecamatan lain atau tahun lalu tanpa dibaca ulang.",
}
