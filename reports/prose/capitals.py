"""Which capitals of entered text a sentence may lower: only those of words that are known not to be a name.

"Jember Berbagi belum dinilai" is a programme of that name and "Pemalang" a place; "Melaksanakan pembinaan desa" begins
with a capital only because it stood at the beginning of a line. Nothing is lowered by guessing: what is not known stays
as it was typed.
"""

from __future__ import annotations

import re
from typing import Final

#: Names of bodies and documents: a word before one of them is no part of a name for that.
_NAMES: Final = """
Aplikasi Badan Bagian Bappeda Bupati Camat Daerah Desa Dinas Distrik Gampong Inspektorat Kabupaten Kalurahan
Kampung Kapanewon Kecamatan Kelurahan Kemantren Kementerian Kota Lampiran Lurah Mantri Nagari Panewu Pemerintah
Peraturan Perjanjian Provinsi Rencana Renstra Tabel Wali
"""

#: Words with which reasons, duties, functions, strategies, kinds of spending and of equipment begin.
_ORDINARY: Final = """
ada adanya agar akibat akses alat alokasi anggaran angka antara antusiasme aparatur arahan atas bahan bahwa banyak
banyaknya belanja belum berdasarkan berkurangnya bertambahnya besarnya biaya bimbingan bobot bukti capaian cara cuaca
cukup dalam dampak dana dari data debit dengan diklat disiplin dokumen dua dukungan efisiensi empat enam evaluasi
fasilitasi formulasi gangguan gedung gempa genset hambatan hanya harga hari hasil indikator informasi inovasi jadwal
jaringan jumlah kajian kamera kapasitas karena kebijakan kebutuhan kegiatan kehadiran kekurangan kelengkapan kenaikan
kendala kendaraan kepatuhan kepuasan kerja kerusakan kesadaran keterbatasan keterlambatan ketersediaan kinerja
komitmen kompetensi komputer komunikasi koordinasi kualitas kurang kurangnya kursi laporan laptop layanan lemari
lembar lima logistik lokasi masih masyarakat materi meja mekanisme melaksanakan melakukan melaporkan melayani
melibatkan memantapkan memantau membangun membantu memberdayakan memberikan membina memelihara memenuhi memfasilitasi
memperbaiki memperkuat mempersiapkan mempertahankan menangani menata mencapai mendampingi mendorong mendukung
menerapkan menetapkan mengadakan mengajukan mengalokasikan mengawasi mengelola mengembangkan mengendalikan
mengevaluasi menggalakkan menghimpun mengkoordinasikan mengoordinasikan mengoptimalkan mengumpulkan menilai
meningkatkan meningkatnya menjaga menyampaikan menyediakan menyelenggarakan menyelesaikan menyiapkan menyosialisasikan
menyusun mesin metode mewujudkan minimnya mobil monitoring motor nilai operator optimalisasi orientasi pagu pandemi
partisipasi patroli pegawai pelaksanaan pelaporan pelatihan pelayanan peluang pemadam pemanfaatan pemantauan pembagian
pembahasan pembangunan pembayaran pemberdayaan pemberian pembinaan pembuatan pemeliharaan pemenuhan pemerataan
pemutakhiran penambahan penanganan penataan pencapaian pencetak pendampingan pendataan pendingin penegakan penerapan
penetapan pengadaan pengaduan pengawasan pengelolaan pengembangan pengendalian pengeras penggunaan penghapusan
penghitungan pengoordinasian penguatan pengukuran pengumpulan penilaian peningkatan penurunan penyaluran penyampaian
penyebaran penyediaan penyelenggaraan penyelesaian penyerapan penyusunan perahu peran perangkat perbaikan perbedaan
percepatan perekaman pergantian perhitungan perilaku permohonan persiapan personel persyaratan perubahan peserta
petugas petunjuk pompa printer produk program proses proyektor rata-rata realisasi refocusing rekomendasi responden
sampai sarana sasaran satu sebab sebagian sejak selama seluruh semua sepeda sesuai setiap sistem situasi sosialisasi
sumber surat survei tahun target tenaga tenda terbatasnya terdapat terhadap terjadi terjadinya terlambatnya
tersedianya terwujudnya tidak tiga tim tindak tingginya tingkat triwulan truk tugas tunjangan tuntutan unit untuk
usulan waktu warga wilayah
"""

#: Words of which the names of kinds of spending are made (Permendagri 77/2020 and the rules before it).
_SPENDING: Final = """
aset bagi bangunan bantuan barang belanja bunga dan dinas gedung hasil hibah irigasi jalan jaringan jasa
keuangan lainnya langsung mesin modal operasi pegawai pemeliharaan peralatan perjalanan sosial subsidi tak tanah
terduga tetap tidak transfer
"""

#: Names of which the first word is ordinary elsewhere, and the next one the name of a body.
_NAMED: Final = re.compile(r"Dana (?:Desa|Gampong|Kalurahan|Kampung|Kelurahan|Nagari)\b")

_NAME_WORDS: Final = frozenset(_NAMES.split())
_ORDINARY_WORDS: Final = frozenset(_ORDINARY.split())
_SPENDING_WORDS: Final = frozenset(_SPENDING.split())

#: What somebody does to something is ordinary too, and no name of a place has this shape: "memutakhirkan".
_DOES: Final = re.compile(r"me(?:[lmnrwy]|ng|ny)\w{2,}kan")

_OWN_SPELLING = re.compile(r"[a-z]+-?[A-Z]")
"""Words that begin small wherever they stand: e-KTP, pH."""


def begin_small(text: str) -> str:
    """The text as it goes on inside a sentence: its first letter lowered where that word is known to be ordinary and
    what follows does not read on as a name."""
    first, _, rest = text.partition(" ")
    following = rest.split(" ", 1)[0].strip(",;:.()")
    goes_on = following[:1].isupper() and following[1:].islower() and following not in _NAME_WORDS
    word = first.strip(",;:").partition("/")[0].casefold()  # "Biaya/tarif"
    ordinary = (word in _ORDINARY_WORDS or _DOES.fullmatch(word)) and first[1:].islower()
    return f"{text[0].lower()}{text[1:]}" if ordinary and not goes_on and not _NAMED.match(text) else text


def begin_large(text: str) -> str:
    """The text at the beginning of a sentence; a word that has a spelling of its own keeps it."""
    return text if _OWN_SPELLING.match(text) else f"{text[:1].upper()}{text[1:]}"


def spending_in_words(nama: str) -> str:
    """A kind of spending ("Belanja Tidak Langsung") as running text; one with a name in it stays as it was typed."""
    words = nama.split()
    known = all(word.isupper() or word.casefold() in _SPENDING_WORDS for word in words)
    return " ".join(word if word.isupper() else word.lower() for word in words) if known else nama
