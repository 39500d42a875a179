"""Who and where, frozen: kabupaten, kecamatan, office holders, staff, profile."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sakip.snapshot.parts.source import MasaJabatan, PeraturanReference, unstored


@dataclass(frozen=True, slots=True, kw_only=True)
class Berkas:
    """A stored file (lambang, photo): media-relative name, SHA-256 and pixel size, never its bytes."""

    nama: str
    sha256: str
    lebar: int
    tinggi: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kabupaten:
    """The kabupaten that the kecamatan belongs to; ``sebutan`` and those like it are what areas and offices are called
    there ("Kota", "Wali Kota", "Kalurahan")."""

    kode: str
    nama: str
    sebutan: str
    provinsi: str
    ibu_kota: str
    sebutan_kepala_daerah: str
    lambang: Berkas | None
    sebutan_desa: str = "Desa"
    sebutan_kelurahan: str = "Kelurahan"


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
    pk: int = unstored(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pejabat:
    """An office holder as named in a document of a certain date (name with gelar, pangkat, golongan, NIP)."""

    nama: str
    jabatan: str  # "Camat Balung", "Pjs. Bupati Jember", "Sekretaris Daerah a.n. Bupati Jember"
    nip: str  # 18 digits; empty for a bupati
    pangkat: str
    golongan: str
    atas_nama: str = ""  # the office signed for ("Bupati Jember"), where it is not the person's own
    masa: MasaJabatan | None = unstored(None)

    @property
    def signs_as(self) -> tuple[str, ...]:
        """The office as it stands above the signature: who signs a.n. puts the office signed for first."""
        if not self.atas_nama:
            return (self.jabatan,)
        signed_for = f"a.n. {self.atas_nama}"
        return (signed_for, self.jabatan.removesuffix(signed_for).rstrip())


@dataclass(frozen=True, slots=True, kw_only=True)
class SDMRow:
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
    ditinjau: bool = True


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
    ditinjau: bool = True  # of boundaries, area and people
    unread: tuple[str, ...] = ()  # texts of dasar_hukum … isu_strategis that are copies nobody has confirmed
    pk: int = unstored(0)
    peraturan: tuple[PeraturanReference, ...] = unstored(())


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
    sebutan: str = "Kecamatan"  # "Distrik", "Kapanewon", "Kemantren"
    sebutan_camat: str = "Camat"
    jumlah_desa: int | None = None  # as Kemendagri counts them
    jumlah_kelurahan: int | None = None
    lambang: Berkas | None = None  # its own, beside that of the kabupaten

    @property
    def jumlah_resmi(self) -> int | None:
        """Desa and kelurahan that Kemendagri counts, None where it is not known of both."""
        if self.jumlah_desa is None or self.jumlah_kelurahan is None:
            return None
        return self.jumlah_desa + self.jumlah_kelurahan

    @property
    def desa_kinds(self) -> tuple[str, ...]:
        """Which of "desa" and "kelurahan" it has: those recorded, else those that Kemendagri counts; empty: unknown.

        Where there is none of one and the other is not known, it has the other.
        """
        recorded = {d.jenis for d in self.desa}
        counted = {"desa": self.jumlah_desa, "kelurahan": self.jumlah_kelurahan}
        kinds = tuple(kind for kind, n in counted.items() if (kind in recorded if recorded else n))
        return kinds or tuple(kind for kind, n in counted.items() if n is None and 0 in counted.values())
