"""Frozen dataclasses of one kecamatan-year: what every page, document and check reads.

Pure: no Django, no I/O, no clock. Money is rupiah as :class:`~decimal.Decimal`. ``None`` means *belum diisi*;
an empty tuple means that the record has no rows. Order is the printed order. The engine's own value types
(:class:`~sakip.capaian.inputs.Target`, ``Nilai`` …) are used as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sakip.capaian.inputs import Akumulasi, Kebijakan, Nilai, Pembanding, Rumus, Skala, Target

# -- who and where ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Berkas:
    """A stored file (lambang, photo): media-relative name, SHA-256 and pixel size, never its bytes."""

    nama: str
    sha256: str
    lebar: int
    tinggi: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kabupaten:
    """The kabupaten that the kecamatan belongs to; ``sebutan_kepala_daerah`` is "Bupati" or "Wali Kota"."""

    kode: str
    nama: str
    sebutan: str
    provinsi: str
    ibu_kota: str
    sebutan_kepala_daerah: str
    lambang: Berkas | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desa:
    """A desa or kelurahan; ``status`` is its tingkat kemandirian ("Maju", "Mandiri"), empty when not known."""

    nama: str
    jenis: str  # "desa" | "kelurahan"
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitKerja:
    """A part of the organisation. ``jenis``: camat, sekretariat, subbagian, seksi, fungsional. ``induk`` is a kunci."""

    kunci: str
    nama: str
    jenis: str
    induk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pejabat:
    """An office holder as named in a document of a certain date (name with gelar, pangkat, golongan, NIP)."""

    nama: str
    jabatan: str  # "Camat Balung", "Plt. Camat Balung", "Bupati Jember"
    nip: str  # 18 digits; empty for a bupati
    pangkat: str
    golongan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSDM:
    """A row of a SDM table. ``kelompok``: jabatan, golongan or pendidikan. Counts are people; None = not given."""

    kelompok: str
    uraian: str
    golongan: str
    asn: int | None
    non_asn: int | None
    keterangan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fakta:
    """A figure of the profile ("Luas wilayah", 50.05, "km²"); ``teks`` when it is words. ``sumber`` may be empty."""

    kelompok: str  # "geografi" | "penduduk" | "mata pencaharian" | "sarana" | "lainnya"
    uraian: str
    nilai: Decimal | None
    satuan: str
    teks: str
    sumber: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profil:
    """Profile of the kecamatan in one year. ``dasar_hukum`` are regulation names that set up the organisation."""

    dasar_hukum: tuple[str, ...]
    kedudukan: tuple[str, ...]
    tugas: tuple[str, ...]
    fungsi: tuple[str, ...]
    batas_utara: str
    batas_timur: str
    batas_selatan: str
    batas_barat: str
    luas_km2: Decimal | None
    penduduk: int | None
    penduduk_laki_laki: int | None
    penduduk_perempuan: int | None
    fakta: tuple[Fakta, ...]
    isu_strategis: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kecamatan:
    """Identity and address; ``nama`` without the word "Kecamatan"."""

    kode: str
    nama: str
    slug: str
    alamat: str
    telepon: str
    kode_pos: str
    surel: str
    ibu_kota: str
    kabupaten: Kabupaten
    desa: tuple[Desa, ...]
    unit_kerja: tuple[UnitKerja, ...]


# -- plan ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranRPJMD:
    """A sasaran of the kabupaten with the names of its indikator."""

    uraian: str
    indikator: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TujuanRPJMD:
    uraian: str
    indikator: tuple[str, ...]
    sasaran: tuple[SasaranRPJMD, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MisiRPJMD:
    """A misi; ``diacu`` marks the one that the kecamatan's Renstra refers to."""

    nomor: int
    uraian: str
    diacu: bool
    tujuan: tuple[TujuanRPJMD, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodeRPJMD:
    tahun_awal: int
    tahun_akhir: int
    visi: str
    dasar: str
    misi: tuple[MisiRPJMD, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetTahun:
    """Renstra target of one year; a year without a target is absent."""

    tahun: int
    target: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator:
    """An indikator sasaran with everything needed to measure and explain it.

    ``kunci`` is stable over Renstra versions and years. ``dalam_renstra`` is False for an indikator that a PK or
    SK IKU uses but the Renstra matrix does not print (finding R-cascade, shown, not hidden).
    ``pembilang``/``penyebut`` are the words of the fraction; ``formulasi`` is used where there is no fraction.
    """

    kunci: str
    nama: str
    satuan: str
    jenis_nilai: str  # "angka" | "huruf" | "rentang"
    rumus: Rumus
    skala: Skala | None
    desimal: int
    akumulasi: Akumulasi
    bobot: Decimal | None
    pembilang: str
    penyebut: str
    formulasi: str
    penjelasan: tuple[str, ...]
    penanggung_jawab: tuple[str, ...]
    sumber_data: str
    iku: bool
    dalam_renstra: bool
    target: tuple[TargetTahun, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sasaran:
    kunci: str
    uraian: str
    bobot: Decimal | None
    strategi: tuple[str, ...]
    kebijakan: tuple[str, ...]
    program: tuple[str, ...]  # program names as the Renstra matrix prints them
    indikator: tuple[Indikator, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorTujuan:
    nama: str
    satuan: str
    target: tuple[TargetTahun, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tujuan:
    kunci: str
    uraian: str
    indikator: tuple[IndikatorTujuan, ...]
    sasaran: tuple[Sasaran, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renstra:
    """Rencana Strategis; ``versi`` 0 is the first, n the n-th perubahan that replaces the former."""

    tahun_awal: int
    tahun_akhir: int
    versi: int
    dasar: str
    tanggal: date | None
    sumber: str
    tujuan: tuple[Tujuan, ...]

    @property
    def tahun(self) -> tuple[int, ...]:
        """The years of the period, first to last."""
        return tuple(range(self.tahun_awal, self.tahun_akhir + 1))


# -- year: documents -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranRKT:
    """A sasaran indikator of the RKT with the target printed there (kept apart from the PK's)."""

    sasaran: str
    indikator: str
    kunci_indikator: str  # empty when the RKT prints an indikator that the Renstra does not know
    target: Target | None
    satuan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorKegiatan:
    """Indikator of a program, kegiatan or sub kegiatan row, as printed (target text with its unit apart)."""

    uraian: str
    target: str
    satuan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisRKT:
    """A program, kegiatan or sub kegiatan row of the RKT. ``tingkat`` is the deepest level that is filled."""

    kunci_sasaran: str
    tingkat: str  # "program" | "kegiatan" | "sub kegiatan"
    program: str
    nama_program: str
    kegiatan: str
    nama_kegiatan: str
    sub_kegiatan: str
    nama_sub_kegiatan: str
    indikator: tuple[IndikatorKegiatan, ...]
    anggaran: Decimal | None
    penanggung_jawab: tuple[str, ...]

    @property
    def nama(self) -> str:
        """Name at the row's own level."""
        return self.nama_sub_kegiatan or self.nama_kegiatan or self.nama_program


@dataclass(frozen=True, slots=True, kw_only=True)
class RKT:
    tahun: int
    tempat: str
    tanggal: date | None
    tanggal_cetak: str  # "Januari 2021" where the document has no day
    penandatangan: Pejabat | None
    sasaran: tuple[SasaranRKT, ...]
    baris: tuple[BarisRKT, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPK:
    """An indikator row of the PK: the wording is the document's own; ``kunci_indikator`` ties it to the Renstra."""

    sasaran: str
    kunci_sasaran: str
    indikator: str
    kunci_indikator: str
    target: Target
    satuan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranPK:
    """A program row of the PK with the amount that the PK says (rupiah) and its fund source ("P-APBD")."""

    program: str
    nama: str
    anggaran: Decimal
    sumber_dana: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PerjanjianKinerja:
    """PK murni (``versi`` 0) or perubahan n. ``alasan`` a, b or c: why it was changed (empty for murni)."""

    tahun: int
    versi: int
    alasan: str
    tempat: str
    tanggal: date | None
    tanggal_cetak: str
    pihak_pertama: Pejabat | None
    pihak_kedua: Pejabat | None
    sumber: str
    indikator: tuple[BarisPK, ...]
    anggaran: tuple[AnggaranPK, ...]

    @property
    def perubahan(self) -> bool:
        """True for a PK perubahan."""
        return self.versi > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisIKU:
    """A row of the SK IKU: wording as decided. A fraction has ``pembilang`` and ``penyebut``; else ``formulasi``."""

    sasaran: str
    indikator: str
    kunci_indikator: str
    satuan: str
    pembilang: str
    penyebut: str
    formulasi: str
    penjelasan: tuple[str, ...]
    penanggung_jawab: tuple[str, ...]
    sumber_data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeputusanIKU:
    """Keputusan Camat tentang IKU with its lampiran."""

    tahun: int
    nomor: str
    tempat: str
    tanggal: date | None
    tanggal_cetak: str
    penandatangan: Pejabat | None
    mengingat: tuple[str, ...]
    instansi: str
    tugas: tuple[str, ...]
    fungsi: tuple[str, ...]
    tujuan: tuple[str, ...]
    indikator_tujuan: tuple[str, ...]
    baris: tuple[BarisIKU, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KegiatanRencanaAksi:
    """Output target per triwulan of a sub kegiatan (texts as printed, "1", "13")."""

    nama_program: str
    nama_kegiatan: str
    nama_sub_kegiatan: str
    indikator: str
    satuan: str
    triwulan: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisRencanaAksi:
    """Target of a sasaran's indikator per triwulan (four values) with how they add up over the year."""

    sasaran: str
    indikator: str
    kunci_indikator: str
    satuan: str
    akumulasi: Akumulasi
    triwulan: tuple[Target | None, ...]
    kegiatan: tuple[KegiatanRencanaAksi, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RencanaAksi:
    tahun: int
    tempat: str
    tanggal: date | None
    tanggal_cetak: str
    penandatangan: Pejabat | None
    baris: tuple[BarisRencanaAksi, ...]


# -- year: measurement -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Realisasi:
    """Realisasi of one indikator and year. ``triwulan`` has four values or none; ``tahunan`` is the year's value
    (entered, or following from the triwulan by the indikator's akumulasi). ``bukti`` counts attached evidence."""

    kunci_indikator: str
    tahun: int
    tahunan: Nilai
    triwulan: tuple[Nilai, ...]
    catatan: str
    sumber: str
    bukti: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PembandingIndikator:
    """Values of the kabupaten, provinsi and the nation for an indikator, each known or "tidak tersedia"."""

    kunci_indikator: str
    nilai: tuple[Pembanding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keluaran:
    """Output or outcome of a budget row: target and realisasi with a unit; either may be words only."""

    jenis: str  # "output" | "outcome"
    uraian: str
    satuan: str
    target: Decimal | None
    target_cetak: str
    realisasi: Decimal | None
    realisasi_cetak: str
    keadaan: str  # keadaan of the realisasi: KeadaanNilai value
    keterangan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Anggaran:
    """A budget row that is not split further (rupiah). Names are those of the nomenklatur, or the remainder's.

    ``tahun`` other than the snapshot's own appear only as totals in ``Snapshot.anggaran_lalu``.
    """

    program: str
    nama_program: str
    kegiatan: str
    nama_kegiatan: str
    sub_kegiatan: str
    nama_sub_kegiatan: str
    rinci: bool
    pagu_murni: Decimal | None
    pagu_perubahan: Decimal | None
    realisasi: Decimal | None
    keluaran: tuple[Keluaran, ...] = ()
    keterangan: str = ""

    @property
    def pagu(self) -> Decimal | None:
        """Pagu in force: perubahan where there is one, else murni."""
        return self.pagu_murni if self.pagu_perubahan is None else self.pagu_perubahan


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranLalu:
    tahun: int
    pagu: Decimal | None
    realisasi: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Belanja:
    """A row of the belanja composition. ``induk`` is the kode of the group it is part of (empty at the top)."""

    kode: str  # "operasi", "pegawai", "barang-jasa", "modal", "tidak-langsung", "langsung", …
    nama: str
    induk: str
    pagu: Decimal | None
    realisasi: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DukunganProgram:
    """Which programs support a sasaran (codes), for proportion, efficiency and analysis."""

    kunci_sasaran: str
    program: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything recorded about one kecamatan and year, frozen.

    ``renstra`` holds every version, first to last; ``pk`` murni then perubahan. The target that a report measures
    is the latest PK's (:attr:`pk_berlaku`).
    """

    versi_format: int
    tahun: int
    kecamatan: Kecamatan
    camat: Pejabat | None  # in office on the report's date
    kepala_daerah: Pejabat | None
    profil: Profil | None
    sdm: tuple[BarisSDM, ...]
    kebijakan: Kebijakan | None
    rpjmd: PeriodeRPJMD | None
    renstra: tuple[Renstra, ...]
    rkt: RKT | None
    pk: tuple[PerjanjianKinerja, ...]
    pk_lalu: tuple[PerjanjianKinerja, ...]
    iku: KeputusanIKU | None
    rencana_aksi: RencanaAksi | None
    realisasi: tuple[Realisasi, ...]
    pembanding: tuple[PembandingIndikator, ...]
    anggaran: tuple[Anggaran, ...]
    anggaran_lalu: tuple[AnggaranLalu, ...]
    belanja: tuple[Belanja, ...]
    dukungan: tuple[DukunganProgram, ...]

    @property
    def renstra_berlaku(self) -> Renstra | None:
        """The Renstra version in force: the latest perubahan, else the first."""
        return self.renstra[-1] if self.renstra else None

    @property
    def pk_berlaku(self) -> PerjanjianKinerja | None:
        """The PK that the report measures: the latest perubahan, else murni."""
        return self.pk[-1] if self.pk else None
