"""What the Renstra in force in a year has, for the documents of that year that take over from it."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Final

from django.db.models import QuerySet

from kecamatan.models import Kecamatan
from sakip.entry.writer import RecordRefused
from sakip.models import Indikator, Renstra, Sasaran, TargetRenstra
from sakip.records.renstra.in_force import plan_of_year

#: Indikator in the order in which the Renstra prints them.
_PRINTED: Final = ("sasaran__tujuan__urut", "sasaran__tujuan", "sasaran__urut", "sasaran", "urut", "pk")


class RenstraOfYear:
    """The Renstra in force in the year, or that by which it is ``measured``; each of its parts is read when it is
    asked for, once (1 query)."""

    def __init__(self, kecamatan: Kecamatan, tahun: int, *, measured: bool = False) -> None:
        self.kecamatan = kecamatan
        self.tahun = tahun
        self._measured = measured

    @cached_property
    def renstra(self) -> Renstra | None:
        """None where none covers the year."""
        plan = plan_of_year(self.kecamatan, self.tahun)
        return plan.measured if self._measured else plan.in_force

    @property
    def needed(self) -> Renstra:
        """The same. Raises :class:`sakip.entry.writer.RecordRefused` where none covers the year."""
        if self.renstra is None:
            raise RecordRefused(f"Renstra yang berlaku tahun {self.tahun} belum dicatat. Isi dahulu Renstra.")
        return self.renstra

    @cached_property
    def indikator(self) -> dict[str, Indikator]:
        """Its indikator as printed, by kunci."""
        return self._by_keys(Indikator.objects.select_related("sasaran", "renstra").order_by(*_PRINTED))

    @cached_property
    def sasaran(self) -> dict[str, Sasaran]:
        """Its sasaran, by kunci."""
        return self._by_keys(Sasaran.objects.all())

    def _by_keys(self, rows: QuerySet[Any]) -> dict[str, Any]:
        return {row.kunci: row for row in rows.filter(renstra=self.renstra)} if self.renstra else {}

    @cached_property
    def target(self) -> dict[str, TargetRenstra]:
        """Its targets of the year, by kunci of the indikator."""
        if self.renstra is None:
            return {}
        targets = TargetRenstra.objects.filter(indikator__renstra=self.renstra, tahun=self.tahun)
        return {t.indikator.kunci: t for t in targets.select_related("indikator")}

    def same(self, old: Indikator | None) -> Indikator | None:
        """The indikator that another Renstra has under the same kunci, else by the same name; None where this one no
        longer has it."""
        if old is None:
            return None
        name = old.nama.casefold().split()
        return self.indikator.get(old.kunci) or next(
            (i for i in self.indikator.values() if i.nama.casefold().split() == name), None
        )

    def lacks(self, old: Indikator | None) -> bool:
        """Whether this Renstra no longer has an indikator to which a row refers."""
        return old is not None and self.renstra is not None and self.same(old) is None

    def is_former(self, old: Indikator | None) -> bool:
        """Whether an indikator is of another period than this Renstra."""
        return (
            old is not None and self.renstra is not None and old.renstra.tahun_awal != self.renstra.tahun_awal
        )

    def printed(self, indikator: Indikator) -> dict[str, Any]:
        """What a row of a document that takes it over says of one of its indikator, by the columns of the row."""
        return {
            "acuan_indikator": indikator,
            "sasaran": indikator.sasaran.uraian,
            "indikator": indikator.nama,
            "satuan": indikator.satuan,
        }

    def target_of(self, reference: Indikator | None) -> tuple[TargetRenstra | None, str]:
        """The target of the year of one of its indikator; where there is none, also why."""
        if reference is None:
            return None, f"indikator ini tidak ada dalam Renstra yang berlaku tahun {self.tahun}."
        return self.target.get(
            reference.kunci
        ), f"Renstra tidak menetapkan targetnya untuk tahun {self.tahun}."

    def missing_from(self, rows: Any) -> QuerySet[Indikator]:
        """Its indikator of which none of these rows of a document speaks, as printed."""
        present = rows.exclude(acuan_indikator=None).values_list("acuan_indikator__kunci", flat=True)
        absent = Indikator.objects.filter(renstra=self.needed).exclude(kunci__in=set(present))
        return absent.select_related("sasaran").order_by(*_PRINTED)
