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
from kecamatan.permissions import NARROWED, Hak, is_narrowed, kabupaten_rights, narrowed_to
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
from sakip.snapshot.one_moment import at_one_moment
from sakip.text.dates import format_tanggal
from sakip.workbook.cells import parse_workbook
from sakip.workbook.cells.row import ParsedBook
from sakip.workbook.locate import as_error
from sakip.workbook.preview import (
    ChangedCell,
    ChangedRow,
    changes,
    changes_fingerprint,
    total_differences,
    trail_row,
)
from sakip.workbook.reader import RawBook, SheetError, read_workbook
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.run import Run, SheetRefusal, refusal_of
from sakip.workbook.safety import Deadline, WorkbookUnsafe
from sakip.workbook.sheets.sheet import SPELLING
from sakip.workbook.writer import write_workbook

log = logging.getLogger(__name__)

#: Seconds that reading one workbook may take.
READ_LIMIT: Final = 60.0

#: Longest message that is kept of one error.
_MESSAGE_LENGTH: Final = 500
MOST_ERRORS: Final = 1000


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What a workbook would change, or what is wrong with it. ``fingerprint`` is of the changes, ``jumlah`` what the
    whole budget is before and after them, ``warnings`` what should be looked at with them and does not stand in the
    way."""

    kecamatan: Kecamatan
    tahun: int
    changes: list[ChangedRow] = field(default_factory=list)
    jumlah: list[ChangedCell] = field(default_factory=list)
    errors: list[SheetError] = field(default_factory=list)
    warnings: list[SheetError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    applied: bool = False

    @property
    def fingerprint(self) -> str:
        """Tells this preview from another."""
        return changes_fingerprint(self.changes)

    def plain(self) -> dict[str, Any]:
        """As JSON: for the row of an upload and for ``impor --format json``."""
        return {
            "kecamatan": self.kecamatan.kode,
            "tahun": self.tahun,
            "diterapkan": self.applied,
            "hitungan": asdict(self.tally),
            "perubahan": [asdict(u) for u in self.changes],
            "jumlah": [asdict(b) for b in self.jumlah],
            "galat": [asdict(g) | {"kalimat": str(g)} for g in self.errors],
            "peringatan": [asdict(g) | {"kalimat": str(g)} for g in self.warnings],
            "catatan": self.notes,
            "sidik": self.fingerprint,
        }


class WorkbookRefused(InputError):
    """The workbook cannot be applied; ``preview`` has every error, ``str()`` their number and the first."""

    def __init__(self, preview: Preview) -> None:
        errors = preview.errors
        head = f"{len(errors)} kesalahan. Yang pertama: " if len(errors) > 1 else ""
        super().__init__(f"{head}{errors[0]}")
        self.preview = preview


class WorkbookChanged(InputError):
    """The records are not what they were at the preview; nothing was written. ``preview`` is the new preview."""

    def __init__(self, preview: Preview) -> None:
        super().__init__(
            "Catatan di situs berubah sejak pratinjau, sehingga hasilnya akan berbeda."
            " Periksa pratinjau yang baru, lalu terapkan."
        )
        self.preview = preview


# -- out -------------------------------------------------------------------------------------------


def buku_ekspor(*, kecamatan: Kecamatan, tahun: int) -> bytes:
    """The filled workbook, of one moment."""
    with at_one_moment():
        recorded = RecordedBook(kecamatan, tahun)
    return write_workbook(recorded)


# -- in --------------------------------------------------------------------------------------------


def buku_impor(
    *,
    content: bytes,
    nama: str,
    by: Pengguna | None = None,
    place: tuple[Kecamatan, int] | None = None,
    apply_changes: bool = False,
    fingerprint: str | None = None,
    kabupaten: bool = False,
    progress: Callable[[int], object] = lambda persen: None,
    before_save: Callable[[Preview], object] = lambda preview: None,
    batas: float | None = READ_LIMIT,
) -> Preview:
    """Preview a workbook, or with ``apply_changes`` write it, all or nothing.

    ``place`` is the kecamatan and year that it must be of; without one, the workbook itself says. ``fingerprint`` is
    that of the preview that is to be applied. ``kabupaten`` lets it change what belongs to the kabupaten (RPJMD, kepala
    daerah), as a user with that right may. ``before_save`` is called with what was written as the last thing of
    the transaction; what it raises takes everything back. Raises :class:`WorkbookRefused`, :class:`WorkbookChanged`
    (nothing is written) and :class:`sakip.workbook.safety.WorkbookUnsafe`.
    """
    raw = read_workbook(content, deadline=Deadline(batas), progress=lambda persen: progress(persen * 6 // 10))
    kecamatan, tahun = _place(raw.meta, place)
    progress(60)
    result = tables_import(
        tables=raw,
        place=(kecamatan, tahun),
        name=nama,
        by=by,
        apply=apply_changes,
        shown=fingerprint,
        kabupaten=kabupaten or (by is not None and Hak.ATUR in kabupaten_rights(by, kecamatan.kabupaten)),
        last=before_save,
    )
    if result.applied:
        progress(100)
    return result


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
    last: Callable[[Preview], object] = lambda preview: None,
) -> Preview:
    """Preview tables, or with ``apply`` write them, all or nothing: what every file ends in, workbook and fixture.

    ``shown`` is the fingerprint of the preview that is to be applied; ``trail`` is False where the caller writes the
    trail as a whole. Raises :class:`WorkbookRefused` and :class:`WorkbookChanged`.
    """
    kecamatan, tahun = place
    run = _ImportRun(kecamatan=kecamatan, tahun=tahun, by=by, kabupaten=kabupaten, nama=name, note=trail)
    try:
        with writing(Scope(kecamatan=kecamatan, tahun=tahun, pengguna=by), by=by) as act:
            versions = tables.meta.get("nomenklatur", ""), tables.meta.get("nomenklatur_rkt", "")
            now = RecordedBook(kecamatan, tahun, versions)
            _refuse_unknown(versions, now.references.nomenklatur)
            uraian = parse_workbook(tables, now)
            messages = [*uraian.notes, *_age(tables.meta, now)]
            if uraian.errors:
                raise _RolledBack(run.preview(uraian.errors, messages))
            result = run.fits(uraian, now, messages, apply_changes=apply)
            if result.errors or not apply:
                raise _RolledBack(result)
            if shown is not None and result.fingerprint != shown:
                raise WorkbookChanged(result)
            if trail:
                act.tell_many(trail_row(run.sync.changed_rows), why=f"Impor buku kerja {name}")
            last(result)
            return result
    except YearClosed as closed:
        cancelled = run.preview([SheetError(pesan=str(closed))], [])
    except _RolledBack as stopped:
        cancelled = stopped.preview
    if apply:
        raise WorkbookRefused(cancelled)
    return cancelled


class _RolledBack(Exception):
    """Takes the transaction back with what it found."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self.preview = preview


def _place(meta: dict[str, str], requested: tuple[Kecamatan, int] | None) -> tuple[Kecamatan, int]:
    """The kecamatan and year that the workbook is of. Raises WorkbookUnsafe."""
    kode, tahun = meta.get("kecamatan", ""), meta.get("tahun", "")
    if requested is not None:
        kecamatan, requested_year = requested
        if (kode, tahun) != (kecamatan.kode, str(requested_year)):
            raise WorkbookUnsafe(
                f"Buku kerja ini milik Kecamatan {shorten(meta.get('nama') or kode)} tahun {shorten(tahun)}, bukan"
                f" {kecamatan} tahun {requested_year}. Unggah di halaman kecamatan dan tahun itu, atau unduh"
                " buku kerja dari halaman ini."
            )
        return requested
    return kecamatan_and_year(meta)


def kecamatan_and_year(
    meta: dict[str, str], remedy: str = "Unduh ulang buku kerja."
) -> tuple[Kecamatan, int]:
    """The kecamatan and year that tables say they are of. Raises WorkbookUnsafe, with what helps."""
    kode, tahun = meta.get("kecamatan", ""), meta.get("tahun", "")
    present = Kecamatan.objects.select_related("kabupaten").filter(kode=kode).first()
    if present is None:
        raise WorkbookUnsafe(f'Kecamatan "{shorten(kode)}" dalam berkas ini tidak dikenal. {remedy}')
    if not (tahun.isascii() and tahun.isdigit() and YEAR_FIRST <= int(tahun) <= YEAR_LAST):
        raise WorkbookUnsafe(f'Tahun "{shorten(tahun)}" dalam berkas ini tidak dikenal. {remedy}')
    return present, int(tahun)


def _refuse_unknown(versions: tuple[str, str], known: Collection[str]) -> None:
    """The nomenklatur in which codes are written has to be one that is recorded. Raises WorkbookUnsafe."""
    for one in versions:
        if one not in known:
            raise WorkbookUnsafe(
                f'Nomenklatur "{shorten(one)}" dalam berkas ini tidak dikenal. Unduh ulang buku kerja.'
            )


def _age(meta: dict[str, str], now: RecordedBook) -> Iterator[str]:
    """What to say when the records have changed since the workbook was downloaded."""
    if not meta.get("sidik") or meta["sidik"] == now.fingerprint:
        return
    if meta.get("narasi") != SPELLING:
        # Its fingerprint is of records as they were written down then: it says nothing of what changed since.
        yield (
            "Buku kerja ini diunduh dari versi aplikasi sebelumnya, sehingga tidak diketahui apakah catatan di situs"
            " sudah diubah orang lain sejak itu. Periksa setiap perubahan di bawah sebelum menerapkannya."
        )
        return
    last = (
        Jejak.objects.for_kecamatan(now.kecamatan)
        .for_tahun(now.tahun)
        .select_related("pengguna")
        .order_by("-waktu", "-id")
        .first()
    )
    who = ""
    if last is not None:
        moment = localtime(last.waktu)
        tanggal = format_tanggal(moment.date())
        who = f" Terakhir oleh {last.pengguna or 'sistem'} pada {tanggal} pukul {moment:%H.%M}."
    yield (
        f"Catatan di situs berbeda dengan keadaan saat buku kerja ini diunduh.{who}"
        " Periksa bahwa perubahan di bawah tidak mengembalikan isian orang lain."
    )


@dataclass(kw_only=True)
class _ImportRun:
    """One run of a workbook against the records; inside a transaction that the caller keeps or takes back."""

    kecamatan: Kecamatan
    tahun: int
    by: Pengguna | None
    kabupaten: bool
    nama: str
    note: bool
    errors: list[InvalidFile] = field(default_factory=list, init=False)

    @cached_property
    def sync(self) -> RowSync:
        """What makes the stored rows the wanted ones."""
        return RowSync(
            note=self.note, errors=self.errors, references=_references(self.kecamatan), writer=ROWS
        )

    def preview(
        self,
        errors: list[SheetError],
        messages: list[str],
        *,
        jumlah: Sequence[ChangedCell] = (),
        warnings: Sequence[SheetError] = (),
        applied: bool = False,
    ) -> Preview:
        """What there is to say now."""
        return Preview(
            kecamatan=self.kecamatan,
            tahun=self.tahun,
            changes=[] if errors else changes(self.sync.changed_rows),
            jumlah=list(jumlah),
            errors=_kept(errors),
            warnings=_kept(warnings),
            notes=messages,
            tally=Tally() if errors else self.sync.tally,
            applied=applied,
        )

    def fits(
        self, uraian: ParsedBook, now: RecordedBook, messages: list[str], *, apply_changes: bool
    ) -> Preview:
        """Write everything, and say what that changed or what stood in its way."""
        money = m.Anggaran._meta.label_lower in uraian.models
        original = budget_totals(self.kecamatan, self.tahun) if money else None
        watch = Watch(kecamatan=self.kecamatan, tahun=self.tahun, models=uraian.models)
        try:
            with transaction.atomic():
                apply_records(Run(table=uraian.tables, current=now, sync=self.sync))
                if not self.errors:
                    self.sync.discard_stale()
        except InvalidFile as error:
            self.errors += [g for g in error.everything if g not in self.errors]
        except (DataError, IntegrityError):
            log.exception("buku kerja %s ditolak basis data", self.nama)
            self.errors.append(SheetRefusal(SheetError(pesan=_REFUSED_BY_THE_DATABASE)))
        everything = [
            g.error if isinstance(g, SheetRefusal) else SheetError(pesan=str(g)) for g in self.errors
        ]
        everything += self._without_authority()
        temuan = () if everything else watch.news()
        everything += [as_error(f, uraian.tables) for f in temuan if f.level is Level.GALAT]
        after = budget_totals(self.kecamatan, self.tahun) if money and not everything else original
        return self.preview(
            everything,
            messages,
            jumlah=total_differences(original, after),
            warnings=[as_error(f, uraian.tables) for f in temuan if f.level is Level.PERINGATAN],
            applied=apply_changes and not everything,
        )

    # -- who may -----------------------------------------------------------------------------------

    def _without_authority(self) -> list[SheetError]:
        """Changes that this user may not make."""
        unit = narrowed_to(self.by, Hak.REALISASI, self.kecamatan) if self.by else None
        narrowed = self.by is not None and is_narrowed(self.by, self.kecamatan)
        results = []
        for p in self.sync.changed_rows:
            message = self._kabupaten_ban(p) if not self.kabupaten else ""
            if isinstance(p.row, m.Realisasi):
                message = message or self._realisasi_ban(p.row, unit)
            elif narrowed:
                message = f"{NARROWED} Kembalikan isinya."
            if message:
                results.append(refusal_of(p, message))
        return results

    def _kabupaten_ban(self, p: Change) -> str:
        if isinstance(p.row, MODEL_RPJMD):
            return (
                f'{p.model._meta.verbose_name} "{_cut(p.sebutan, 80)}" milik kabupaten dan hanya dapat diubah oleh'
                " Bagian Organisasi. Kembalikan isinya."
            )
        if isinstance(p.row, MasaJabatan) and p.row.kabupaten_id is not None:
            return "masa jabatan kepala daerah hanya dapat diubah oleh Bagian Organisasi. Kembalikan isinya."
        if isinstance(p.row, Pejabat) and p.kinds is ChangeKind.BERUBAH and self._shared_pejabat(p.row):
            return (
                "pejabat ini juga tercatat di luar kecamatan ini, sehingga nama dan NIP-nya hanya dapat diubah oleh"
                " Bagian Organisasi. Periksa NIP-nya, atau kembalikan isinya."
            )
        return ""

    def _shared_pejabat(self, pejabat: Pejabat) -> bool:
        return MasaJabatan.objects.filter(pejabat=pejabat).exclude(kecamatan=self.kecamatan).exists()

    def _realisasi_ban(self, realisasi: m.Realisasi, unit: frozenset[str] | None) -> str:
        if realisasi.tahun != self.tahun and (closed := closed_reason(self.kecamatan, realisasi.tahun)):
            return f"{closed} Kembalikan realisasi tahun itu."
        if unit is not None and not unit & set(realisasi.indikator.penanggung_jawab):
            return "realisasi indikator ini bukan tanggung jawab unit Anda. Kembalikan isinya."
        return ""


MODEL_RPJMD: Final = (m.PeriodeRPJMD, m.MisiRPJMD, m.TujuanRPJMD, m.SasaranRPJMD)

_REFUSED_BY_THE_DATABASE: Final = (
    "isi buku kerja ditolak basis data, dan tidak ada yang disimpan."
    " Hubungi admin dengan menyertakan berkasnya."
)


def _references(kecamatan: Kecamatan) -> dict[type[Any], KeyedReference]:
    """References that mean the same in every Renstra version (3 queries)."""
    sasaran = m.Sasaran.objects.for_kecamatan(kecamatan).values_list("pk", "kunci")
    indikator = m.Indikator.objects.for_kecamatan(kecamatan).values_list("pk", "kunci")
    rpjmd = m.SasaranRPJMD.objects.filter(tujuan__misi__periode__kabupaten=kecamatan.kabupaten_id)
    return {
        m.Sasaran: KeyedReference(stored=dict(sasaran), mark=lambda s: s.kunci),
        m.Indikator: KeyedReference(stored=dict(indikator), mark=lambda i: i.kunci),
        m.SasaranRPJMD: KeyedReference(
            stored={
                pk: (periode, uraian)
                for pk, periode, uraian in rpjmd.values_list("pk", "tujuan__misi__periode", "uraian")
            },
            mark=lambda s: (s.tujuan.misi.periode_id, s.uraian),
        ),
    }


def _kept(errors: Sequence[SheetError]) -> list[SheetError]:
    return [replace(g, pesan=_cut(g.pesan, _MESSAGE_LENGTH)) for g in errors[:MOST_ERRORS]]


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
