"""Cells of the realisasi grid: stored one by one, each locked against others and audited."""

from __future__ import annotations

from typing import Final

from django.db.models import QuerySet

from kecamatan.ground.prepared import PreparedRows
from kecamatan.ground.trail import record_history
from kecamatan.models import Pengguna
from sakip.capaian.triwulan import TAHUNAN
from sakip.entry.form import Scope
from sakip.entry.save import Conflict, form_delete, form_save
from sakip.entry.writer import Act, RecordRefused, writing
from sakip.models import Indikator, Realisasi
from sakip.records.realisasi.form import DetailedRealisasiForm, RealisasiForm


class InvalidValue(RecordRefused):
    """The text of a cell is no value; ``str()`` says what to write instead."""


def stored_realisasi(
    *, indikator: Indikator, tahun: int, for_update: bool = False
) -> dict[int, list[Realisasi]]:
    """Stored rows of the indikator by triwulan, over all Renstra versions; the last one counts.

    1 query, and 2 more for indikator of other versions than ``indikator`` itself, which rows of its own bring along.
    ``for_update`` takes the rows, inside a transaction.
    """
    read = _TAKEN if for_update else _STORED
    rows = read(indikator.renstra.kecamatan_id, indikator.kunci, tahun)
    of_versions = {indikator.pk: indikator}
    if others := {row.indikator_id for row in rows} - {indikator.pk}:
        known = Indikator.objects.select_related("renstra", "skala").prefetch_related("skala__kategori")
        of_versions |= known.in_bulk(others)
    results: dict[int, list[Realisasi]] = {}
    for row in rows:
        row.indikator = of_versions[row.indikator_id]
        results.setdefault(row.triwulan, []).append(row)
    return results


def _rows_of(kecamatan: int, kunci: str, tahun: int) -> QuerySet[Realisasi]:
    return Realisasi.objects.filter(
        indikator__kunci=kunci, indikator__renstra__kecamatan=kecamatan, tahun=tahun
    ).order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi", "triwulan")


_STORED: Final = PreparedRows(_rows_of)
_TAKEN: Final = PreparedRows(lambda *keys: _rows_of(*keys).select_for_update(of=("self",)))


def cell_emptied(cell: Realisasi) -> Conflict:
    """The conflict over a cell whose row is gone, with who emptied it; ``cell`` need not be stored (1 query)."""
    return Conflict(stored={"nilai": ""}, jejak=record_history(cell).first(), deleted=True)


def realisasi_save(
    *, scope: Scope, indikator: Indikator, triwulan: int, text: str, fingerprint: str, by: Pengguna
) -> Realisasi | None:
    """Store what was typed into a cell; an empty text empties it. Returns the row, without a number where it is gone
    now, None where there was none.

    ``fingerprint`` is the fingerprint of the row that the typist saw, empty where the cell was. What is stored already
    is a success, so that a cell sent twice is written once. Raises :class:`InvalidValue`,
    :class:`sakip.entry.writer.RecordRefused`, :class:`sakip.entry.save.Conflict` and
    :class:`sakip.entry.lock.YearClosed`.
    """
    try:
        return _save(scope, indikator, triwulan, text, fingerprint, by)
    except InvalidValue:
        raise
    except RecordRefused:
        # Somebody filled the empty cell between our look and our write: now there is a row to compare with.
        if fingerprint or not stored_realisasi(indikator=indikator, tahun=scope.tahun).get(triwulan):
            raise
        return _save(scope, indikator, triwulan, text, fingerprint, by)


def _save(
    scope: Scope, indikator: Indikator, triwulan: int, text: str, fingerprint: str, by: Pengguna
) -> Realisasi | None:
    with writing(scope, by=by) as act:
        stored = stored_realisasi(indikator=indikator, tahun=scope.tahun, for_update=True)
        rows = stored.get(triwulan, [])
        if not text.strip():
            _empty_all(act, rows, fingerprint)
            return rows[-1] if rows else None
        empty = Realisasi(indikator=indikator, tahun=scope.tahun, triwulan=triwulan)
        if rows:
            row = rows[-1]
        elif fingerprint:
            raise cell_emptied(empty)
        else:
            row = empty
            _ensure_one_year(triwulan, stored)
        form = RealisasiForm(data={"nilai": text}, instance=row, scope=scope)
        if not form.is_valid():
            raise InvalidValue(" ".join(str(p) for listing in form.errors.values() for p in listing))
        result = form_save(act, form, fingerprint=fingerprint, held=True)
    assert isinstance(result, Realisasi)  # noqa: S101  # what the form is about
    return result


def realisasi_save_detailed(*, form: DetailedRealisasiForm, fingerprint: str, by: Pengguna) -> None:
    """Store a value with its notes and source from a page of its own; the form must be valid. Raises as above."""
    row = form.instance
    with writing(form.scope, by=by) as act:
        if row.pk is None:
            _ensure_one_year(row.triwulan, stored_realisasi(indikator=row.indikator, tahun=form.scope.tahun))
        form_save(act, form, fingerprint=fingerprint)


def _ensure_one_year(triwulan: int, stored: dict[int, list[Realisasi]]) -> None:
    """The year's value is entered directly only where no triwulan is: two of them could contradict each other."""
    if triwulan == TAHUNAN and any(stored):
        raise RecordRefused(
            "Nilai setahun mengikuti triwulan yang sudah diisi. Ubah nilai triwulan,"
            " atau kosongkan semua triwulan untuk mengisi nilai setahun langsung."
        )


def _empty_all(act: Act, rows: list[Realisasi], fingerprint: str) -> None:
    """Delete the row of a cell, and with it the rows of earlier Renstra versions that it stood before."""
    for one in reversed(rows):
        form = RealisasiForm(instance=one, scope=act.place)
        form_delete(act, form, fingerprint=fingerprint if one is rows[-1] else form.fingerprint)
