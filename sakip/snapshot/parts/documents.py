"""The documents of a year, frozen: RKT, PK, SK IKU, rencana aksi."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sakip.capaian.inputs import Akumulasi, Target
from sakip.snapshot.parts.source import (
    LevelledRow,
    NomenklaturReference,
    PeraturanReference,
    RenstraReference,
    unstored,
)
from sakip.snapshot.parts.wilayah import Pejabat
from sakip.snapshot.reads import viewed
from sakip.text.dates import InvalidDate, parse_month


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedDocument:
    """A document of a year with its place and date."""

    tahun: int
    tempat: str
    tanggal: date | None
    tanggal_cetak: str  # "Januari 2021" where the document has no day
    pk: int = unstored(0)

    @property
    def signed_within(self) -> tuple[date, date] | None:
        """The first and the last day on which it can have been signed, None where it does not say."""
        if self.tanggal is not None:
            return self.tanggal, self.tanggal
        try:
            return parse_month(self.tanggal_cetak)
        except InvalidDate:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedIndikator:
    """A row about an indikator in the document's own words; ``kunci_indikator`` ties it to the Renstra."""

    sasaran: str
    indikator: str
    kunci_indikator: str  # empty when the document prints an indikator that the Renstra does not know
    satuan: str
    ditinjau: bool = True  # False for a copy that nobody has confirmed
    pk: int = unstored(0)
    acuan: tuple[RenstraReference, ...] = unstored(())


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranRKT(PrintedIndikator):
    """A sasaran indikator of the RKT with the target printed there (kept apart from the PK's)."""

    target: Target | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorKegiatan:
    """Indikator of a program, kegiatan or sub kegiatan row, as printed (target text with its unit apart)."""

    uraian: str
    target: str
    satuan: str
    ditinjau: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisRKT(LevelledRow):
    """A program, kegiatan or sub kegiatan row of the RKT. ``tingkat`` is the deepest level that is filled."""

    kunci_sasaran: str
    tingkat: str  # "program" | "kegiatan" | "sub kegiatan"
    indikator: tuple[IndikatorKegiatan, ...]
    anggaran: Decimal | None
    penanggung_jawab: tuple[str, ...]
    ditinjau: bool = True
    acuan: tuple[RenstraReference, ...] = unstored(())

    @property
    def nama(self) -> str:
        """Name at the row's own level."""
        return self.nama_sub_kegiatan or self.nama_kegiatan or self.nama_program


@viewed
@dataclass(frozen=True, slots=True, kw_only=True)
class RKT(DatedDocument):
    penandatangan: Pejabat | None
    sasaran: tuple[SasaranRKT, ...]
    baris: tuple[BarisRKT, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPK(PrintedIndikator):
    """An indikator row of the PK."""

    kunci_sasaran: str
    target: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranPK:
    """A program row of the PK with the amount that the PK says (rupiah) and its fund source ("P-APBD")."""

    program: str
    nama: str
    anggaran: Decimal
    sumber_dana: str
    ditinjau: bool = True
    pk: int = unstored(0)
    nomenklatur: NomenklaturReference | None = unstored(None)


@viewed
@dataclass(frozen=True, slots=True, kw_only=True)
class PerjanjianKinerja(DatedDocument):
    """PK murni (``versi`` 0) or perubahan n. ``alasan`` a, b or c: why it was changed (empty for murni)."""

    versi: int
    alasan: str
    pihak_pertama: Pejabat | None
    pihak_kedua: Pejabat | None
    sumber: str
    indikator: tuple[BarisPK, ...]
    anggaran: tuple[AnggaranPK, ...]
    dikutip: bool = unstored(False)

    @property
    def perubahan(self) -> bool:
        """True for a PK perubahan."""
        return self.versi > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisIKU(PrintedIndikator):
    """A row of the SK IKU: wording as decided. A fraction has ``pembilang`` and ``penyebut``; else ``formulasi``.

    ``pengali`` is the one of the indikator that the row refers to.
    """

    pembilang: str
    penyebut: str
    pengali: Decimal | None
    formulasi: str
    penjelasan: tuple[str, ...]
    penanggung_jawab: tuple[str, ...]
    sumber_data: str


@viewed
@dataclass(frozen=True, slots=True, kw_only=True)
class KeputusanIKU(DatedDocument):
    """Keputusan Camat tentang IKU with its lampiran."""

    nomor: str
    penandatangan: Pejabat | None
    mengingat: tuple[str, ...]
    instansi: str
    tugas: tuple[str, ...]
    fungsi: tuple[str, ...]
    tujuan: tuple[str, ...]
    indikator_tujuan: tuple[str, ...]
    baris: tuple[BarisIKU, ...]
    unread: tuple[str, ...] = ()  # texts of mengingat … indikator_tujuan that are copies nobody has confirmed
    peraturan: tuple[PeraturanReference, ...] = unstored(())

    @property
    def tahun_keputusan(self) -> int:
        """The year in which it was decided, by its own date; where that says none, the year that it is recorded in."""
        return self.signed_within[0].year if self.signed_within else self.tahun


@dataclass(frozen=True, slots=True, kw_only=True)
class KegiatanRencanaAksi:
    """Output target per triwulan of a sub kegiatan (texts as printed, "1", "13")."""

    nama_program: str
    nama_kegiatan: str
    nama_sub_kegiatan: str
    indikator: str
    satuan: str
    triwulan: tuple[Decimal | None, ...]
    pk: int = unstored(0)
    nomenklatur: NomenklaturReference | None = unstored(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class LangkahRencanaAksi:
    """A step by which a row is to be reached, and the number of its triwulan."""

    uraian: str
    ukuran: str
    penanggung_jawab: tuple[str, ...]
    triwulan: int
    pk: int = unstored(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisRencanaAksi(PrintedIndikator):
    """Target of a sasaran's indikator per triwulan (four values) with how they add up over the year."""

    akumulasi: Akumulasi
    triwulan: tuple[Target | None, ...]
    kegiatan: tuple[KegiatanRencanaAksi, ...]
    langkah: tuple[LangkahRencanaAksi, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TindakLanjut:
    """What is done because the target of an indikator was missed in ``tahun``; ``keadaan`` in words.

    ``of_tujuan`` where it is an indikator tujuan.
    """

    kunci_indikator: str
    indikator: str
    tahun: int
    tindakan: str
    penanggung_jawab: tuple[str, ...]
    batas_waktu: date
    keadaan: str
    hasil: str
    ukuran: str = ""
    of_tujuan: bool = unstored(False)
    pk: int = unstored(0)

    @property
    def kind(self) -> str:
        """The kind of its row."""
        return "tindak-lanjut-tujuan" if self.of_tujuan else "tindak-lanjut"


@dataclass(frozen=True, slots=True, kw_only=True)
class LHE:
    """The value that the evaluation of last year's akuntabilitas kinerja gave, with its components."""

    nomor: str
    tanggal: date | None
    nilai: Decimal
    predikat: str
    perencanaan: Decimal | None
    pengukuran: Decimal | None
    pelaporan: Decimal | None
    evaluasi: Decimal | None
    pk: int = unstored(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class RekomendasiLHE:
    """A recommendation of that evaluation and what is done about it; ``status`` in words."""

    rekomendasi: str
    tindakan: str
    bukti: str
    penanggung_jawab: tuple[str, ...]
    status: str
    batas_waktu: date | None = None
    pk: int = unstored(0)


@viewed
@dataclass(frozen=True, slots=True, kw_only=True)
class RencanaAksi(DatedDocument):
    penandatangan: Pejabat | None
    baris: tuple[BarisRencanaAksi, ...]
