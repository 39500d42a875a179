"""The workbook of one kecamatan-year: out with everything that is recorded, in all or nothing.

A preview is the same run as applying, in a transaction that is taken back: what it shows is what would happen, and
nothing else. A fixture is the same tables as JSON, and goes the same way.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from django.db import DataError, IntegrityError, transaction
from django.utils.timezone import localtime

from kecamatan.ground.errors import InputError
from kecamatan.ground.row_changes import Change, ChangeKind, Tally
from kecamatan.ground.row_sync import KeyedReference, RowSync
from kecamatan.ground.strict_json import InvalidFile
from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from kecamatan.models import Jejak, Kecamatan, MasaJabatan, Pejabat, Pengguna
from kecamatan.permissions import Hak, kabupaten_rights, unit_operator
from reports.workbook import narrative, report_head  # noqa: F401  # each registers its rows
from sakip import models as m
from sakip.checks import Level
from sakip.entry.form import Scope
from sakip.entry.lock import YearClosed, closed_reason
from sakip.entry.value_kinds import shorten
from sakip.entry.watch import Watch
from sakip.entry.writer import ROWS, writing
from sakip.records.anggaran.freeze import budget_totals
from sakip.records.sheets import apply_records
from sakip.snapshot.one_moment import satu_pandangan
from sakip.text.dates import format_tanggal
from sakip.workbook.cells import parse_workbook
from sakip.workbook.cells.row import ParsedBook
from sakip.workbook.locate import as_galat
from sakip.workbook.preview import (
    ChangedCell,
    ChangedRow,
    beda_jumlah,
    changes_fingerprint,
    trail_row,
    ubahan,
)
from sakip.workbook.reader import RawBook, SheetError, read_workbook
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.run import Run, SheetRefusal, refusal_of
from sakip.workbook.safety import Tenggat, WorkbookUnsafe
from sakip.workbook.sheets.sheet import SPELLING
from sakip.workbook.writer import write_workbook

log = logging.getLogger(__name__)

#: Seconds that reading one workbook may take.
BATAS_BACA: Final = 60.0

#: Longest message that is kept of one error.
_PANJANG_PESAN: Final = 500
GALAT_TERBANYAK: Final = 1000


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What a workbook would change, or what is wrong with it. ``sidik`` is of the changes, ``jumlah`` what the whole
    budget is before and after them, ``peringatan`` what should be looked at with them and does not stand in the way."""

    kecamatan: Kecamatan
    tahun: int
    ubahan: list[ChangedRow] = field(default_factory=list)
    jumlah: list[ChangedCell] = field(default_factory=list)
    galat: list[SheetError] = field(default_factory=list)
    peringatan: list[SheetError] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)
    hitungan: Tally = field(default_factory=Tally)
    diterapkan: bool = False

    @property
    def sidik(self) -> str:
        """Tells this preview from another."""
        return changes_fingerprint(self.ubahan)

    def polos(self) -> dict[str, Any]:
        """As JSON: for the row of an upload and for ``impor --format json``."""
        return {
            "kecamatan": self.kecamatan.kode,
            "tahun": self.tahun,
            "diterapkan": self.diterapkan,
            "hitungan": asdict(self.hitungan),
            "perubahan": [asdict(u) for u in self.ubahan],
            "jumlah": [asdict(b) for b in self.jumlah],
            "galat": [asdict(g) | {"kalimat": str(g)} for g in self.galat],
            "peringatan": [asdict(g) | {"kalimat": str(g)} for g in self.peringatan],
            "catatan": self.catatan,
            "sidik": self.sidik,
        }


class WorkbookRefused(InputError):
    """The workbook cannot be applied; ``tinjauan`` has every error, ``str()`` their number and the first."""

    def __init__(self, tinjauan: Preview) -> None:
        galat = tinjauan.galat
        kepala = f"{len(galat)} kesalahan. Yang pertama: " if len(galat) > 1 else ""
        super().__init__(f"{kepala}{galat[0]}")
        self.tinjauan = tinjauan


class WorkbookChanged(InputError):
    """The records are not what they were at the preview; nothing was written. ``tinjauan`` is the new preview."""

    def __init__(self, tinjauan: Preview) -> None:
        super().__init__(
            "Catatan di situs berubah sejak pratinjau, sehingga hasilnya akan berbeda."
            " Periksa pratinjau yang baru, lalu terapkan."
        )
        self.tinjauan = tinjauan


# -- out -------------------------------------------------------------------------------------------


def buku_ekspor(*, kecamatan: Kecamatan, tahun: int) -> bytes:
    """The filled workbook, of one moment."""
    with satu_pandangan():
        recorded = RecordedBook(kecamatan, tahun)
    return write_workbook(recorded)


# -- in --------------------------------------------------------------------------------------------


def buku_impor(
    *,
    isi: bytes,
    nama: str,
    oleh: Pengguna | None = None,
    tempat: tuple[Kecamatan, int] | None = None,
    apply_changes: bool = False,
    sidik: str | None = None,
    kabupaten: bool = False,
    kemajuan: Callable[[int], object] = lambda persen: None,
    sebelum_simpan: Callable[[Preview], object] = lambda tinjauan: None,
    batas: float | None = BATAS_BACA,
) -> Preview:
    """Preview a workbook, or with ``apply_changes`` write it, all or nothing.

    ``tempat`` is the kecamatan and year that it must be of; without one, the workbook itself says. ``sidik`` is that
    of the preview that is to be applied. ``kabupaten`` lets it change what belongs to the kabupaten (RPJMD, kepala
    daerah), as a user with that right may. ``sebelum_simpan`` is called with what was written as the last thing of
    the transaction; what it raises takes everything back. Raises :class:`WorkbookRefused`, :class:`WorkbookChanged`
    (nothing is written) and :class:`sakip.workbook.safety.WorkbookUnsafe`.
    """
    mentah = read_workbook(isi, tenggat=Tenggat(batas), kemajuan=lambda persen: kemajuan(persen * 6 // 10))
    kecamatan, tahun = _tempat(mentah.meta, tempat)
    kemajuan(60)
    hasil = tables_import(
        tables=mentah,
        place=(kecamatan, tahun),
        name=nama,
        by=oleh,
        apply=apply_changes,
        shown=sidik,
        kabupaten=kabupaten or (oleh is not None and Hak.ATUR in kabupaten_rights(oleh, kecamatan.kabupaten)),
        last=sebelum_simpan,
    )
    if hasil.diterapkan:
        kemajuan(100)
    return hasil


def tables_import(
    *,
    tables: RawBook,
    place: tuple[Kecamatan, int],
    name: str,
    by: Pengguna | None = None,
    apply: bool = False,
    shown: str | None = None,
    kabupaten: bool = False,
    trail: bool = True,
    last: Callable[[Preview], object] = lambda tinjauan: None,
) -> Preview:
    """Preview tables, or with ``apply`` write them, all or nothing: what every file ends in, workbook and fixture.

    ``shown`` is the fingerprint of the preview that is to be applied; ``trail`` is False where the caller writes the
    trail as a whole. Raises :class:`WorkbookRefused` and :class:`WorkbookChanged`.
    """
    kecamatan, tahun = place
    jalan = _Jalan(kecamatan=kecamatan, tahun=tahun, oleh=by, kabupaten=kabupaten, nama=name, note=trail)
    try:
        with writing(Scope(kecamatan=kecamatan, tahun=tahun, pengguna=by), by=by) as act:
            versions = tables.meta.get("nomenklatur", ""), tables.meta.get("nomenklatur_rkt", "")
            sekarang = RecordedBook(kecamatan, tahun, versions)
            _refuse_unknown(versions, sekarang.acuan.nomenklatur)
            uraian = parse_workbook(tables, sekarang)
            pesan = [*uraian.catatan, *_usia(tables.meta, sekarang)]
            if uraian.galat:
                raise _Batal(jalan.hasil(uraian.galat, pesan))
            hasil = jalan.muat(uraian, sekarang, pesan, apply_changes=apply)
            if hasil.galat or not apply:
                raise _Batal(hasil)
            if shown is not None and hasil.sidik != shown:
                raise WorkbookChanged(hasil)
            if trail:
                act.tell_many(trail_row(jalan.selaras.perubahan), why=f"Impor buku kerja {name}")
            last(hasil)
            return hasil
    except YearClosed as closed:
        batal = jalan.hasil([SheetError(pesan=str(closed))], [])
    except _Batal as stopped:
        batal = stopped.tinjauan
    if apply:
        raise WorkbookRefused(batal)
    return batal


class _Batal(Exception):
    """Takes the transaction back with what it found."""

    def __init__(self, tinjauan: Preview) -> None:
        super().__init__()
        self.tinjauan = tinjauan


def _tempat(meta: dict[str, str], diminta: tuple[Kecamatan, int] | None) -> tuple[Kecamatan, int]:
    """The kecamatan and year that the workbook is of. Raises WorkbookUnsafe."""
    kode, tahun = meta.get("kecamatan", ""), meta.get("tahun", "")
    if diminta is not None:
        kecamatan, tahun_diminta = diminta
        if (kode, tahun) != (kecamatan.kode, str(tahun_diminta)):
            raise WorkbookUnsafe(
                f"Buku kerja ini milik Kecamatan {shorten(meta.get('nama') or kode)} tahun {shorten(tahun)}, bukan"
                f" {kecamatan} tahun {tahun_diminta}. Unggah di halaman kecamatan dan tahun itu, atau unduh"
                " buku kerja dari halaman ini."
            )
        return diminta
    return place_of(meta)


def place_of(meta: dict[str, str], remedy: str = "Unduh ulang buku kerja.") -> tuple[Kecamatan, int]:
    """The kecamatan and year that tables say they are of. Raises WorkbookUnsafe, with what helps."""
    kode, tahun = meta.get("kecamatan", ""), meta.get("tahun", "")
    ada = Kecamatan.objects.select_related("kabupaten").filter(kode=kode).first()
    if ada is None:
        raise WorkbookUnsafe(f'Kecamatan "{shorten(kode)}" dalam berkas ini tidak dikenal. {remedy}')
    if not (tahun.isascii() and tahun.isdigit() and YEAR_FIRST <= int(tahun) <= YEAR_LAST):
        raise WorkbookUnsafe(f'Tahun "{shorten(tahun)}" dalam berkas ini tidak dikenal. {remedy}')
    return ada, int(tahun)


def _refuse_unknown(versions: tuple[str, str], known: Collection[str]) -> None:
    """The nomenklatur in which codes are written has to be one that is recorded. Raises WorkbookUnsafe."""
    for one in versions:
        if one not in known:
            raise WorkbookUnsafe(
                f'Nomenklatur "{shorten(one)}" dalam berkas ini tidak dikenal. Unduh ulang buku kerja.'
            )


def _usia(meta: dict[str, str], sekarang: RecordedBook) -> Iterator[str]:
    """What to say when the records have changed since the workbook was downloaded."""
    if not meta.get("sidik") or meta["sidik"] == sekarang.sidik:
        return
    if meta.get("narasi") != SPELLING:
        # Its fingerprint is of records as they were written down then: it says nothing of what changed since.
        yield (
            "Buku kerja ini diunduh dari versi aplikasi sebelumnya, sehingga tidak diketahui apakah catatan di situs"
            " sudah diubah orang lain sejak itu. Periksa setiap perubahan di bawah sebelum menerapkannya."
        )
        return
    terakhir = (
        Jejak.objects.for_kecamatan(sekarang.kecamatan)
        .for_tahun(sekarang.tahun)
        .select_related("pengguna")
        .order_by("-waktu", "-id")
        .first()
    )
    siapa = ""
    if terakhir is not None:
        waktu = localtime(terakhir.waktu)
        tanggal = format_tanggal(waktu.date())
        siapa = f" Terakhir oleh {terakhir.pengguna or 'sistem'} pada {tanggal} pukul {waktu:%H.%M}."
    yield (
        f"Catatan di situs berbeda dengan keadaan saat buku kerja ini diunduh.{siapa}"
        " Periksa bahwa perubahan di bawah tidak mengembalikan isian orang lain."
    )


@dataclass(kw_only=True)
class _Jalan:
    """One run of a workbook against the records; inside a transaction that the caller keeps or takes back."""

    kecamatan: Kecamatan
    tahun: int
    oleh: Pengguna | None
    kabupaten: bool
    nama: str
    note: bool
    galat: list[InvalidFile] = field(default_factory=list, init=False)

    @cached_property
    def selaras(self) -> RowSync:
        """What makes the stored rows the wanted ones."""
        return RowSync(note=self.note, galat=self.galat, acuan=_acuan(self.kecamatan), writer=ROWS)

    def hasil(
        self,
        galat: list[SheetError],
        pesan: list[str],
        *,
        jumlah: Sequence[ChangedCell] = (),
        peringatan: Sequence[SheetError] = (),
        diterapkan: bool = False,
    ) -> Preview:
        """What there is to say now."""
        return Preview(
            kecamatan=self.kecamatan,
            tahun=self.tahun,
            ubahan=[] if galat else ubahan(self.selaras.perubahan),
            jumlah=list(jumlah),
            galat=_kept(galat),
            peringatan=_kept(peringatan),
            catatan=pesan,
            hitungan=Tally() if galat else self.selaras.hitungan,
            diterapkan=diterapkan,
        )

    def muat(
        self, uraian: ParsedBook, sekarang: RecordedBook, pesan: list[str], *, apply_changes: bool
    ) -> Preview:
        """Write everything, and say what that changed or what stood in its way."""
        money = m.Anggaran._meta.label_lower in uraian.models
        semula = budget_totals(self.kecamatan, self.tahun) if money else None
        watch = Watch(kecamatan=self.kecamatan, tahun=self.tahun, models=uraian.models)
        try:
            with transaction.atomic():
                apply_records(Run(table=uraian.tabel, current=sekarang, sync=self.selaras))
                if not self.galat:
                    self.selaras.discard_stale()
        except InvalidFile as galat:
            self.galat += [g for g in galat.semua if g not in self.galat]
        except (DataError, IntegrityError):
            log.exception("buku kerja %s ditolak basis data", self.nama)
            self.galat.append(SheetRefusal(SheetError(pesan=_DITOLAK_BASIS_DATA)))
        semua = [g.galat if isinstance(g, SheetRefusal) else SheetError(pesan=str(g)) for g in self.galat]
        semua += self._tanpa_wewenang()
        temuan = () if semua else watch.news()
        semua += [as_galat(f, uraian.tabel) for f in temuan if f.level is Level.GALAT]
        sesudah = budget_totals(self.kecamatan, self.tahun) if money and not semua else semula
        return self.hasil(
            semua,
            pesan,
            jumlah=beda_jumlah(semula, sesudah),
            peringatan=[as_galat(f, uraian.tabel) for f in temuan if f.level is Level.PERINGATAN],
            diterapkan=apply_changes and not semua,
        )

    # -- who may -----------------------------------------------------------------------------------

    def _tanpa_wewenang(self) -> list[SheetError]:
        """Changes that this user may not make."""
        unit = unit_operator(self.oleh, self.kecamatan) if self.oleh else None
        hasil = []
        for p in self.selaras.perubahan:
            pesan = self._larangan_kabupaten(p) if not self.kabupaten else ""
            if isinstance(p.baris, m.Realisasi):
                pesan = pesan or self._larangan_realisasi(p.baris, unit)
            if pesan:
                hasil.append(refusal_of(p, pesan))
        return hasil

    def _larangan_kabupaten(self, p: Change) -> str:
        if isinstance(p.baris, MODEL_RPJMD):
            return (
                f'{p.model._meta.verbose_name} "{_cut(p.sebutan, 80)}" milik kabupaten dan hanya dapat diubah oleh'
                " Bagian Organisasi. Kembalikan isinya."
            )
        if isinstance(p.baris, MasaJabatan) and p.baris.kabupaten_id is not None:
            return "masa jabatan kepala daerah hanya dapat diubah oleh Bagian Organisasi. Kembalikan isinya."
        if isinstance(p.baris, Pejabat) and p.jenis is ChangeKind.BERUBAH and self._pejabat_bersama(p.baris):
            return (
                "pejabat ini juga tercatat di luar kecamatan ini, sehingga nama dan NIP-nya hanya dapat diubah oleh"
                " Bagian Organisasi. Periksa NIP-nya, atau kembalikan isinya."
            )
        return ""

    def _pejabat_bersama(self, pejabat: Pejabat) -> bool:
        return MasaJabatan.objects.filter(pejabat=pejabat).exclude(kecamatan=self.kecamatan).exists()

    def _larangan_realisasi(self, realisasi: m.Realisasi, unit: frozenset[str] | None) -> str:
        if realisasi.tahun != self.tahun and (terkunci := closed_reason(self.kecamatan, realisasi.tahun)):
            return f"{terkunci} Kembalikan realisasi tahun itu."
        if unit is not None and not unit & set(realisasi.indikator.penanggung_jawab):
            return "realisasi indikator ini bukan tanggung jawab unit Anda. Kembalikan isinya."
        return ""


MODEL_RPJMD: Final = (m.PeriodeRPJMD, m.MisiRPJMD, m.TujuanRPJMD, m.SasaranRPJMD)

_DITOLAK_BASIS_DATA: Final = (
    "isi buku kerja ditolak basis data, dan tidak ada yang disimpan."
    " Hubungi admin dengan menyertakan berkasnya."
)


def _acuan(kecamatan: Kecamatan) -> dict[type[Any], KeyedReference]:
    """References that mean the same in every Renstra version (3 queries)."""
    sasaran = m.Sasaran.objects.for_kecamatan(kecamatan).values_list("pk", "kunci")
    indikator = m.Indikator.objects.for_kecamatan(kecamatan).values_list("pk", "kunci")
    rpjmd = m.SasaranRPJMD.objects.filter(tujuan__misi__periode__kabupaten=kecamatan.kabupaten_id)
    return {
        m.Sasaran: KeyedReference(tersimpan=dict(sasaran), tanda=lambda s: s.kunci),
        m.Indikator: KeyedReference(tersimpan=dict(indikator), tanda=lambda i: i.kunci),
        m.SasaranRPJMD: KeyedReference(
            tersimpan={
                pk: (periode, uraian)
                for pk, periode, uraian in rpjmd.values_list("pk", "tujuan__misi__periode", "uraian")
            },
            tanda=lambda s: (s.tujuan.misi.periode_id, s.uraian),
        ),
    }


def _kept(galat: Sequence[SheetError]) -> list[SheetError]:
    return [replace(g, pesan=_cut(g.pesan, _PANJANG_PESAN)) for g in galat[:GALAT_TERBANYAK]]


def _cut(teks: str, longest: int) -> str:
    return teks if len(teks) <= longest else f"{teks[: longest - 1]}…"
