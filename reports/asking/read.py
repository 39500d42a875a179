"""What is asked, as pages show it: at the document that it is about, of one person at home, and as a list."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import QuerySet
from django.urls import reverse

from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import Hak, duties_in, has_duty, kecamatan_with
from reports.asking.table import OPEN, AskAct, Keadaan, acts_on_asked
from reports.models import Permintaan
from reports.monitoring.columns import COLUMNS, LKIP, Column

#: Columns by their code.
BY_CODE: Final = {column.code: column for column in COLUMNS}

#: Pages of a year that tell of all its documents, and those that are about the report.
_ALL: Final = frozenset({"ringkasan", "pemantauan"})
_REPORT: Final = frozenset({"meja", "lkip", "alur"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Something asked, what it is about, what its reader may do with it, and by how many days it is late."""

    row: Permintaan
    acts: tuple[AskAct, ...]
    late: int

    @property
    def title(self) -> str:
        """The document."""
        column = BY_CODE.get(self.row.dokumen)
        return column.title if column else self.row.dokumen

    @property
    def link(self) -> str:
        """Where it is done."""
        column = BY_CODE.get(self.row.dokumen)
        if column is None:
            return ""
        if column.address == "halaman" and column.page:
            return reverse("isi", args=[self.row.kecamatan.slug, self.row.tahun, column.page])
        return column.link(self.row.kecamatan, self.row.tahun)


def show_asked(rows: Iterable[Permintaan], reader: Pengguna, today: date) -> list[Shown]:
    """Each with what the reader may do, and by how many days what nobody answered is late."""
    return [
        Shown(
            row=row,
            acts=acts_on_asked(row, reader),
            late=max((today - row.batas_waktu).days, 0) if row.keadaan == Keadaan.TERBUKA else 0,
        )
        for row in rows
    ]


def asked_at(kecamatan: Kecamatan, tahun: int, active: str) -> list[Permintaan]:
    """What is asked of the kecamatan and not done with, as far as the page of that code is about it (1 query, none
    where no document is)."""
    if not any(is_about(active, column) for column in COLUMNS):
        return []
    found = [one for one in _OPEN(kecamatan.pk, tahun) if is_about(active, BY_CODE.get(one.dokumen))]
    for one in found:
        one.kecamatan = kecamatan
    return found


def is_about(active: str, column: Column | None) -> bool:
    """Whether the page of that code tells of the document of that column."""
    if active in _ALL:
        return True
    if column is None:
        return False
    return active == (column.page or column.code) or (column is LKIP and active in _REPORT)


def asked_rows(reader: Pengguna) -> QuerySet[Permintaan]:
    """Whatever was asked of the kecamatan whose drafts the reader reads."""
    rows = Permintaan.objects.for_user(reader).filter(
        kecamatan__in=Kecamatan.objects.filter(kecamatan_with(reader, Hak.LIHAT))
    )
    return rows.select_related("kecamatan__kabupaten", "diminta_oleh", "dijawab_oleh")


def asked_of(reader: Pengguna) -> list[Permintaan]:
    """What waits for the reader's answer, the first last day first (1 query, none for who answers nothing)."""
    if not has_duty(reader, Hak.JAWAB):
        return []
    return [
        one
        for one in asked_rows(reader).filter(keadaan=Keadaan.TERBUKA)
        if Hak.JAWAB in duties_in(reader, one.kecamatan)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What who asks finds at home: how much nobody answered, how much of that is late, and what was answered."""

    open: int
    late: int
    answered: tuple[Permintaan, ...]

    @property
    def any(self) -> bool:
        """Whether there is anything to follow."""
        return bool(self.open or self.answered)


def followed_by(reader: Pengguna, today: date) -> Followed:
    """What the reader asked for, or a colleague, and is not done with (1 query, none for who asks nothing)."""
    if not has_duty(reader, Hak.TERIMA):
        return Followed(open=0, late=0, answered=())
    rows = [
        one
        for one in asked_rows(reader).filter(keadaan__in=OPEN)
        if Hak.TERIMA in duties_in(reader, one.kecamatan)
    ]
    unanswered = [one for one in rows if one.keadaan == Keadaan.TERBUKA]
    return Followed(
        open=len(unanswered),
        late=sum(one.batas_waktu < today for one in unanswered),
        answered=tuple(one for one in rows if one.keadaan == Keadaan.DIJAWAB),
    )


def asked_already(kecamatan: Collection[Kecamatan], tahun: int) -> dict[tuple[int, str], date]:
    """By kecamatan and document until when something is asked that nobody answered (1 query)."""
    rows = Permintaan.objects.filter(kecamatan__in=kecamatan, tahun=tahun, keadaan=Keadaan.TERBUKA)
    return {
        (pk, dokumen): until
        for pk, dokumen, until in rows.order_by("batas_waktu").values_list(
            "kecamatan", "dokumen", "batas_waktu"
        )
    }


_OPEN: Final = PreparedRows(
    lambda kecamatan, tahun: (
        Permintaan.objects.for_kecamatan(kecamatan)
        .for_tahun(tahun)
        .filter(keadaan__in=OPEN)
        .select_related("diminta_oleh", "dijawab_oleh")
    )
)
