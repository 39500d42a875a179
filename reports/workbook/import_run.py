"""One run of a workbook against the records, and what there is to say of it: the preview."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db import DataError, IntegrityError, transaction
from django.db.models import Model

from kecamatan.ground.row_changes import Change, ChangeKind, Tally
from kecamatan.ground.row_sync import KeyedReference, RowSync
from kecamatan.ground.row_write import Problem, RowWriter
from kecamatan.ground.strict_json import InvalidFile
from kecamatan.models import Kecamatan, MasaJabatan, Pejabat, Pengguna
from reports.workbook.narrative import marker_warnings
from sakip import models as m
from sakip.checks import Level
from sakip.entry.agreed import Agreed, DocumentClosed
from sakip.entry.capaian_changes import MEASURED_BY, CapaianChange, CapaianWatch
from sakip.entry.lock import closed_reason
from sakip.entry.reach import Reach
from sakip.entry.watch import Watch
from sakip.entry.writer import ROWS
from sakip.records.anggaran.freeze import budget_totals
from sakip.records.sheets import apply_records
from sakip.workbook.cells.row import MOST_ERRORS, ParsedBook
from sakip.workbook.locate import as_error
from sakip.workbook.preview import (
    ChangedCell,
    ChangedRow,
    ToldClash,
    changes,
    changes_fingerprint,
    told_clash,
    total_differences,
)
from sakip.workbook.reader import SheetError
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.run import Run, SheetRefusal, refusal_of
from sakip.workbook.safety import Deadline

log = logging.getLogger(__name__)

#: Longest message that is kept of one error.
_MESSAGE_LENGTH: Final = 500


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What a workbook would change, or what is wrong with it.

    ``fingerprint`` is of the changes, ``jumlah`` what the whole budget is before and after them, ``capaian`` what was
    measured and comes out otherwise, ``warnings`` what should be looked at and does not stand in the way. ``clashes``
    are to be chosen before it can be applied; here they are as the site has them.
    """

    kecamatan: Kecamatan
    tahun: int
    changes: list[ChangedRow] = field(default_factory=list)
    jumlah: list[ChangedCell] = field(default_factory=list)
    capaian: list[CapaianChange] = field(default_factory=list)
    errors: list[SheetError] = field(default_factory=list)
    warnings: list[SheetError] = field(default_factory=list)
    clashes: list[ToldClash] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    applied: bool = False

    @property
    def fingerprint(self) -> str:
        """Tells this preview from another."""
        return changes_fingerprint(self.changes, self.capaian)

    def plain(self) -> dict[str, Any]:
        """As JSON: for the row of an upload and for ``impor --format json``."""
        return {
            "kecamatan": self.kecamatan.kode,
            "tahun": self.tahun,
            "diterapkan": self.applied,
            "hitungan": asdict(self.tally),
            "perubahan": [asdict(u) for u in self.changes],
            "jumlah": [asdict(b) for b in self.jumlah],
            "capaian": [asdict(c) for c in self.capaian],
            "galat": [asdict(g) | {"kalimat": str(g)} for g in self.errors],
            "peringatan": [asdict(g) | {"kalimat": str(g)} for g in self.warnings],
            "bentrok": [asdict(c) for c in self.clashes],
            "catatan": self.notes,
            "sidik": self.fingerprint,
        }


@dataclass(kw_only=True)
class ImportRun:
    """One run of a workbook against the records; inside a transaction that the caller keeps or takes back.

    ``measured``: whether it tells which capaian come out otherwise.
    """

    kecamatan: Kecamatan
    tahun: int
    by: Pengguna | None
    kabupaten: bool
    nama: str
    measured: bool
    deadline: Deadline
    errors: list[InvalidFile] = field(default_factory=list, init=False)

    @cached_property
    def sync(self) -> RowSync:
        """What makes the stored rows the wanted ones."""
        return RowSync(note=True, errors=self.errors, writer=self._writer())

    def _writer(self) -> RowWriter:
        """The writer of records, for as long as there is time."""

        def judged(row: Model) -> Sequence[Problem]:
            self.deadline.check()
            return ROWS.judge(row)

        return RowWriter(judge=judged)

    def preview(
        self,
        errors: list[SheetError],
        messages: list[str],
        *,
        jumlah: Sequence[ChangedCell] = (),
        capaian: Sequence[CapaianChange] = (),
        warnings: Sequence[SheetError] = (),
        applied: bool = False,
    ) -> Preview:
        """What there is to say now."""
        return Preview(
            kecamatan=self.kecamatan,
            tahun=self.tahun,
            changes=[] if errors else changes(self.sync.changed_rows),
            jumlah=list(jumlah),
            capaian=list(capaian),
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
        measured = CapaianWatch(self.kecamatan)
        self.sync.references = _references(now)
        if self.measured and uraian.models & _MEASURED_BY:
            measured.expect_all()
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
        warnings = [as_error(f, uraian.tables) for f in temuan if f.level is Level.PERINGATAN]
        if not everything:
            warnings += marker_warnings(uraian.tables, self.kecamatan, self.tahun)
        after = budget_totals(self.kecamatan, self.tahun) if money and not everything else original
        result = self.preview(
            everything,
            messages,
            jumlah=total_differences(original, after),
            capaian=() if everything else measured.changes(),
            warnings=warnings,
            applied=apply_changes and not everything,
        )
        return replace(
            result, clashes=[told_clash(sheet, clash) for sheet, clash in uraian.clashes[:MOST_ERRORS]]
        )

    # -- who may -----------------------------------------------------------------------------------

    def _without_authority(self) -> list[SheetError]:
        """Changes that this user may not make."""
        reach = Reach(self.by, self.kecamatan, self.tahun)
        agreed = Agreed(self.kecamatan)
        results = []
        for p in self.sync.changed_rows:
            message = self._kabupaten_ban(p) if not self.kabupaten else ""
            if isinstance(p.row, m.Realisasi | m.RealisasiTujuan):
                message = message or self._closed_ban(p.row.tahun)
            if isinstance(p.row, m.TindakLanjut | m.TindakLanjutTujuan) and not _only_state(p):
                message = message or self._closed_ban(p.row.tahun, "tindak lanjut")
            try:
                reach.ensure_row(p.row)
                agreed.ensure_row(p.row, pk=p.pk)
                if p.kinds is ChangeKind.DIHAPUS:
                    agreed.ensure_not_kept(type(p.row), p.pk)
            except (PermissionDenied, DocumentClosed) as refused:
                message = message or f"{refused} Kembalikan isinya."
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

    def _closed_ban(self, tahun: int, what: str = "realisasi") -> str:
        """Values of earlier years stand in the workbook as well."""
        if tahun != self.tahun and (closed := closed_reason(self.kecamatan, tahun)):
            return f"{closed} Kembalikan {what} tahun itu."
        return ""


def _only_state(change: Change) -> bool:
    """Whether only what became of a follow-up is written: that goes on when its year is closed."""
    return change.kinds is ChangeKind.BERUBAH and {*change.before, *change.after} <= {"keadaan", "hasil"}


MODEL_RPJMD: Final = (m.PeriodeRPJMD, m.MisiRPJMD, m.TujuanRPJMD, m.SasaranRPJMD)

_MEASURED_BY: Final = frozenset(model._meta.label_lower for model in MEASURED_BY)

_REFUSED_BY_THE_DATABASE: Final = (
    "isi buku kerja ditolak basis data, dan tidak ada yang disimpan."
    " Hubungi admin dengan menyertakan berkasnya."
)


def _references(now: RecordedBook) -> dict[type[Any] | str, KeyedReference]:
    """References that mean the same in every Renstra version (2 queries); those of a document in every version of one
    Renstra, as it keeps the one that it was made from."""
    kecamatan, sasaran, indikator = now.kecamatan, now.references.sasaran, now.references.indikator
    of_tujuan = m.IndikatorTujuan.objects.for_kecamatan(kecamatan).values_list("pk", "tujuan__kunci", "nama")
    rpjmd = m.SasaranRPJMD.objects.filter(tujuan__misi__periode__kabupaten=kecamatan.kabupaten_id)
    return {
        m.Sasaran: KeyedReference(stored={row.pk: row.kunci for row in sasaran}, mark=lambda s: s.kunci),
        m.Indikator: KeyedReference(stored={row.pk: row.kunci for row in indikator}, mark=lambda i: i.kunci),
        "acuan_sasaran": KeyedReference(
            stored={row.pk: (row.kunci, row.first) for row in sasaran}, mark=_of_plan
        ),
        "acuan_indikator": KeyedReference(
            stored={row.pk: (row.kunci, row.first) for row in indikator}, mark=_of_plan
        ),
        m.IndikatorTujuan: KeyedReference(
            stored={pk: (tujuan, nama) for pk, tujuan, nama in of_tujuan},
            mark=lambda i: (i.tujuan.kunci, i.nama),
        ),
        m.SasaranRPJMD: KeyedReference(
            stored={
                pk: (periode, uraian)
                for pk, periode, uraian in rpjmd.values_list("pk", "tujuan__misi__periode", "uraian")
            },
            mark=lambda s: (s.tujuan.misi.periode_id, s.uraian),
        ),
    }


def _of_plan(row: m.Sasaran | m.Indikator) -> tuple[str, int]:
    return row.kunci, row.renstra.tahun_awal


def _kept(errors: Sequence[SheetError]) -> list[SheetError]:
    return [replace(g, pesan=_cut(g.pesan, _MESSAGE_LENGTH)) for g in errors[:MOST_ERRORS]]


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
