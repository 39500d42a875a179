"""What one person may write in the records of a kecamatan and year: everything, or, narrowed to some units, what is
measured of their indikator.

A door asks before it shows a form, the writer before it writes a row, an import of every row that a file changed: what
waits for the worker was asked for by somebody who may have lost the right by the time it comes. Whose an indikator is
says the Renstra that the year is measured by: an older version may name another unit, and values that were recorded
under it are those of the same indikator.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import Final

from django.db.models import Model

from kecamatan.ground.constraints import BelowKecamatan
from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import (
    Hak,
    NoRight,
    ensure_for_unit,
    is_narrowed,
    is_within,
    narrowed_to,
    owns,
    rights_in,
)
from sakip import models as m
from sakip.records.renstra.in_force import plan_of_year

#: With one of these a row is written whose model names no other right: what a kecamatan records is its operator's, and
#: what the kabupaten keeps in it (desa, templates of IKU, the budget) that of the kabupaten.
_RECORDS: Final = (Hak.ISI, Hak.ATUR)


class Reach:
    """Of one person; of None, who is the installation itself, everything. Whose an indikator is, is read only for who
    is narrowed."""

    def __init__(self, user: Pengguna | None, kecamatan: Kecamatan, tahun: int) -> None:
        self._user, self._kecamatan, self._tahun = user, kecamatan, tahun

    def ensure_row(self, row: Model) -> None:
        """Raise 403 unless the person may write this row: :class:`kecamatan.permissions.NoRight` for who has none of
        :func:`rights_to_write`, and for who is narrowed where nothing is measured,
        :class:`kecamatan.permissions.NotItsUnit` for an indikator of another unit. Who works for the kabupaten as well
        is not narrowed in what is the kabupaten's."""
        if self._user is None:
            return
        rights = rights_in(self._user, self._kecamatan)
        needed = rights_to_write(type(row))
        if rights.isdisjoint(needed):
            raise NoRight(needed[0], narrowed=is_narrowed(self._user, self._kecamatan))
        if not is_narrowed(self._user, self._kecamatan):
            return
        match row:
            case m.Realisasi():
                self.ensure_for(Hak.REALISASI, row.indikator)
            case m.BuktiDukung():
                self.ensure_for(Hak.REALISASI, row.realisasi.indikator)
            case _ if not self.is_shared(row):
                raise NoRight(Hak.ISI, narrowed=True)

    def is_shared(self, row: Model) -> bool:
        """Whether the row is the kabupaten's, and the person writes it for the kabupaten."""
        may = self._user is None or owns(self._user, Hak.ATUR, self._kecamatan)
        return may and _is_of_kabupaten(row)

    def ensure_for(self, hak: Hak, indikator: m.Indikator) -> None:
        """Raise 403 unless the person has the right here for this indikator."""
        if self._user is not None:
            ensure_for_unit(self._user, hak, self._kecamatan, self._responsible(hak, indikator))

    def includes(self, hak: Hak, indikator: m.Indikator) -> bool:
        """Whether the person has a right here, and not narrowed to others than this indikator."""
        if self._user is not None and hak not in rights_in(self._user, self._kecamatan):
            return False
        return is_within(self._units(hak), self._responsible(hak, indikator))

    def _units(self, hak: Hak) -> frozenset[str] | None:
        return None if self._user is None else narrowed_to(self._user, hak, self._kecamatan)

    def _responsible(self, hak: Hak, indikator: m.Indikator) -> Collection[str]:
        """Kunci of the units whose it is."""
        if self._units(hak) is None:
            return ()
        return self._measured_by.get(indikator.kunci, indikator.penanggung_jawab)

    @cached_property
    def _measured_by(self) -> dict[str, list[str]]:
        """The same by kunci of the indikator, of those that the year is measured by."""
        plan = plan_of_year(self._kecamatan, self._tahun).measured
        rows = m.Indikator.objects.filter(renstra=plan).values_list("kunci", "penanggung_jawab")
        return dict(rows)


def rights_to_write(kind: type[Model]) -> tuple[Hak, ...]:
    """The rights of which one is needed to write a row of this kind, the likeliest first: those that its model names
    (``written_with``), else those to the records."""
    named: tuple[Hak, ...] = getattr(kind, "written_with", _RECORDS)
    return named


def _is_of_kabupaten(row: Model) -> bool:
    """Whether the row belongs to no kecamatan; a term of office names either."""
    return not isinstance(row, BelowKecamatan) or getattr(row, "kecamatan_id", row) is None
