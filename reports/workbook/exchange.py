"""The workbook of one kecamatan-year: out with everything that is recorded, in all or nothing.

A preview is the same run as applying, in a transaction that is taken back: what it shows is what would happen, and
nothing else. A fixture is the same tables as JSON, and goes the same way.

Nobody waits for a file that is read, judged or compared. Reading needs no database. Where the database has one lock for
everybody, a preview runs on a copy of it (:mod:`sakip.snapshot.apart`), and applying takes that lock with the first row
that it writes, when all of the file has been judged.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from django.db import OperationalError, connection
from django.utils.timezone import localtime

from kecamatan.ground.errors import InputError
from kecamatan.ground.whole_numbers import year
from kecamatan.models import Jejak, Kecamatan, Pengguna
from kecamatan.permissions import Hak, kabupaten_rights
from reports.workbook import narrative, report_head  # noqa: F401  # each registers its rows
from reports.workbook.import_run import ImportRun, Preview
from sakip.entry.form import Scope
from sakip.entry.lock import YearClosed
from sakip.entry.value_kinds import shorten
from sakip.entry.writer import Act, writing
from sakip.snapshot.apart import apart
from sakip.snapshot.one_moment import at_one_moment, without_write_lock
from sakip.text.dates import format_tanggal
from sakip.workbook.cells import parse_workbook
from sakip.workbook.cells.row import ParsedBook
from sakip.workbook.preview import trail_row
from sakip.workbook.reader import RawBook, SheetError, read_workbook
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.safety import Deadline, WorkbookUnsafe
from sakip.workbook.sheets.sheet import SPELLING
from sakip.workbook.writer import write_workbook

#: Seconds that one workbook may take, from its first byte to the last row that it writes.
TIME_LIMIT: Final = 60.0


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


def workbook_export(*, kecamatan: Kecamatan, tahun: int) -> bytes:
    """The filled workbook, of one moment."""
    with at_one_moment():
        recorded = RecordedBook(kecamatan, tahun)
    return write_workbook(recorded)


# -- in --------------------------------------------------------------------------------------------


def workbook_import(
    *,
    content: bytes,
    nama: str,
    by: Pengguna | None = None,
    place: tuple[Kecamatan, int] | None = None,
    kabupaten: bool = False,
    chosen: Mapping[str, str] = MappingProxyType({}),
    apply_changes: bool = False,
    fingerprint: str | None = None,
) -> Preview:
    """Preview a workbook, or with ``apply_changes`` write it, all or nothing.

    ``fingerprint`` is that of the preview that is to be applied; the rest, and what is raised, is as by
    :func:`workbook_read` and :class:`TablesImport`.
    """
    book = workbook_read(content, nama, by=by, place=place, kabupaten=kabupaten, chosen=chosen)
    return book.apply(fingerprint) if apply_changes else book.preview()


def workbook_read(
    content: bytes,
    nama: str,
    *,
    by: Pengguna | None = None,
    place: tuple[Kecamatan, int] | None = None,
    kabupaten: bool = False,
    chosen: Mapping[str, str] = MappingProxyType({}),
    progress: Callable[[int], object] = lambda persen: None,
    seconds: float = TIME_LIMIT,
) -> TablesImport:
    """The tables of a workbook, ready to be previewed or applied; reading is told as the first 60 percent of it all.

    ``place`` is the kecamatan and year that it must be of; without one, the workbook itself says. After ``seconds``
    seconds, counted from here, :class:`sakip.workbook.safety.TimedOut`. Raises
    :class:`sakip.workbook.safety.WorkbookUnsafe`.
    """
    deadline = Deadline(seconds)
    raw = read_workbook(content, deadline=deadline, progress=lambda persen: progress(persen * 6 // 10))
    place = _place(raw.meta, place)
    progress(60)
    return TablesImport(
        tables=raw, place=place, name=nama, by=by, kabupaten=kabupaten, chosen=chosen, deadline=deadline
    )


@dataclass(kw_only=True)
class TablesImport:
    """Tables on their way: what every file ends in, workbook, paper, pasted block and fixture. Judged once, as long as
    what they were judged against stays the same."""

    tables: RawBook
    place: tuple[Kecamatan, int]
    name: str
    by: Pengguna | None = None

    kabupaten: bool = False
    """They may change what belongs to the kabupaten (RPJMD, kepala daerah), as a user with that right may."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    """What was chosen where file and site both changed something since the download, by the key of the clash."""

    trail: bool = True
    """Each row is told in the trail; False where the caller tells it as a whole."""

    why: str = ""
    """What the trail says of each row."""

    deadline: Deadline = field(default_factory=Deadline)
    _judged: tuple[RecordedBook, ParsedBook] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.why = self.why or f"Impor buku kerja {self.name}"
        if self.by is not None and Hak.ATUR in kabupaten_rights(self.by, self.place[0].kabupaten):
            self.kabupaten = True

    def preview(self) -> Preview:
        """What they would change. Raises :class:`sakip.workbook.safety.TimedOut`."""
        with apart():
            return self._previewed()

    def apply(
        self, shown: str | None = None, *, last: Callable[[Preview], object] = lambda preview: None
    ) -> Preview:
        """Write them, all or nothing.

        ``shown`` is the fingerprint of the preview that is to be applied. ``last`` is called with what was written as
        the last thing of the transaction; what it raises takes everything back. Raises :class:`WorkbookRefused`,
        :class:`WorkbookChanged` and :class:`sakip.workbook.safety.TimedOut`; nothing is written then.
        """
        if connection.in_atomic_block:  # whoever opened it holds the lock already
            return self._applied(shown, last)
        try:
            with without_write_lock():
                return self._applied(shown, last)
        except OperationalError:
            # Somebody saved something while the file was judged. What was judged holds where that was something else.
            return self._applied(shown, last)

    def _previewed(self) -> Preview:
        """The same run as applying, in a transaction that is taken back."""
        run = self._run()
        try:
            with self._writing() as act:
                act.printed.expect(None)
                result = self._fit(run, apply_changes=False)
                act.printed.ensure_unchanged()
                raise _RolledBack(result)
        except YearClosed as closed:
            return run.preview([SheetError(pesan=str(closed))], [])
        except _RolledBack as stopped:
            return stopped.preview

    def _applied(self, shown: str | None, last: Callable[[Preview], object]) -> Preview:
        run = self._run()
        try:
            with self._writing() as act:
                act.printed.expect(None)
                result = self._fit(run, apply_changes=True)
                if result.clashes and shown is None:  # there is nobody who could choose
                    result.errors.extend(clash.error() for clash in result.clashes)
                if result.errors:
                    raise WorkbookRefused(result)
                if result.clashes or (shown is not None and result.fingerprint != shown):
                    raise WorkbookChanged(result)
                if self.trail:
                    act.tell_many(trail_row(run.sync.changed_rows), why=self.why)
                last(result)
                return result
        except YearClosed as closed:
            raise WorkbookRefused(run.preview([SheetError(pesan=str(closed))], [])) from closed

    def _run(self) -> ImportRun:
        kecamatan, tahun = self.place
        return ImportRun(
            kecamatan=kecamatan,
            tahun=tahun,
            by=self.by,
            kabupaten=self.kabupaten,
            nama=self.name,
            measured=self.trail,
            deadline=self.deadline,
        )

    def _writing(self) -> AbstractContextManager[Act]:
        kecamatan, tahun = self.place
        return writing(Scope(kecamatan=kecamatan, tahun=tahun, pengguna=self.by), by=self.by)

    def _fit(self, run: ImportRun, *, apply_changes: bool) -> Preview:
        now, parsed = self._judge()
        messages = [*parsed.notes, *_age(self.tables, now)]
        if parsed.errors:
            return run.preview(parsed.errors, messages)
        return run.fits(parsed, now, messages, apply_changes=apply_changes)

    def _judge(self) -> tuple[RecordedBook, ParsedBook]:
        """What is recorded now, and the tables judged against it."""
        versions = self.tables.meta.get("nomenklatur", ""), self.tables.meta.get("nomenklatur_rkt", "")
        now = RecordedBook(*self.place, versions)
        if self._judged is not None and self._judged[0].says_as_much_as(now):
            return now, self._judged[1]
        _refuse_unknown(versions, now.references.nomenklatur)
        parsed = parse_workbook(self.tables, now, deadline=self.deadline, chosen=self.chosen)
        self._judged = now, parsed
        return now, parsed


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
                f"Buku kerja ini milik {kecamatan.sebutan} {shorten(meta.get('nama') or kode)} tahun {shorten(tahun)},"
                f" bukan {kecamatan} tahun {requested_year}. Unggah di halaman kecamatan dan tahun itu, atau unduh"
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
    if (read := year(tahun)) is None:
        raise WorkbookUnsafe(f'Tahun "{shorten(tahun)}" dalam berkas ini tidak dikenal. {remedy}')
    return present, read


def _refuse_unknown(versions: tuple[str, str], known: Collection[str]) -> None:
    """The nomenklatur in which codes are written has to be one that is recorded. Raises WorkbookUnsafe."""
    for one in versions:
        if one not in known:
            raise WorkbookUnsafe(
                f'Nomenklatur "{shorten(one)}" dalam berkas ini tidak dikenal. Unduh ulang buku kerja.'
            )


_MERGED: Final = (
    "Yang tidak diubah dalam berkas tetap seperti di situs; di bawah hanya yang diubah dalam berkas."
)
_NOT_MERGED: Final = "Periksa bahwa perubahan di bawah tidak mengembalikan isian orang lain."


def _age(tables: RawBook, now: RecordedBook) -> Iterator[str]:
    """What to say when the records have changed since the workbook was downloaded."""
    meta = tables.meta
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
        f" {_MERGED if tables.base is not None else _NOT_MERGED}"
    )
