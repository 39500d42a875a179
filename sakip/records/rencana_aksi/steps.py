"""Last year's plan of improvement made into steps of the rencana aksi: shown before, and nothing made twice."""

from __future__ import annotations

from dataclasses import dataclass

from kecamatan.models import Pengguna
from sakip.entry.form import Scope
from sakip.entry.writer import New, last_place, writing
from sakip.models import BarisRencanaAksi, Indikator, LangkahRencanaAksi, RencanaAksi, TindakLanjut
from sakip.records.renstra.in_force import plan_of_year

Keadaan = TindakLanjut.Keadaan


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementStep:
    """A step planned last year that the rencana aksi does not have yet.

    ``row`` is the one it goes below; None where that is made along with it, of ``indikator``; where both are None the
    Renstra of the year has no such indikator, and the step stays behind.
    """

    planned: TindakLanjut
    row: BarisRencanaAksi | None
    indikator: Indikator | None

    @property
    def triwulan(self) -> int:
        """In which it is taken: that of its day; what was due before the year at once, what is due later at its end."""
        day = self.planned.batas_waktu
        own = self.planned.tahun + 1
        return 1 if day.year < own else 4 if day.year > own else (day.month - 1) // 3 + 1

    @property
    def left_behind(self) -> bool:
        """Whether there is no indikator to which it belongs."""
        return self.row is None and self.indikator is None


def improvement_steps(rencana: RencanaAksi) -> list[ImprovementStep]:
    """What last year's missed targets led to and is not finished, in its order (4 queries at most)."""
    planned = list(
        TindakLanjut.objects.for_kecamatan(rencana.kecamatan)
        .for_tahun(rencana.tahun - 1)
        .filter(keadaan__in=(Keadaan.BELUM, Keadaan.BERJALAN))
        .select_related("indikator")
    )
    if not planned:
        return []
    rows = list(rencana.baris.select_related("acuan_indikator").prefetch_related("langkah"))
    below = {row.acuan_indikator.kunci: row for row in rows if row.acuan_indikator}
    present = {(kunci, _words(step.uraian)) for kunci, row in below.items() for step in row.langkah.all()}
    in_force = plan_of_year(rencana.kecamatan, rencana.tahun).in_force
    known = (
        {i.kunci: i for i in Indikator.objects.filter(renstra=in_force).select_related("sasaran")}
        if in_force
        else {}
    )
    return [
        ImprovementStep(
            planned=one, row=below.get(one.indikator.kunci), indikator=known.get(one.indikator.kunci)
        )
        for one in planned
        if (one.indikator.kunci, _words(one.tindakan)) not in present
    ]


def steps_from_improvement(*, rencana: RencanaAksi, by: Pengguna | None) -> list[ImprovementStep]:
    """Add them, each below the row of its indikator, which is added where it lacks; returns all, those left behind
    included. A second time adds nothing. Raises as :func:`sakip.entry.writer.writing` and its ``add`` do."""
    scope = Scope(kecamatan=rencana.kecamatan, tahun=rencana.tahun, pengguna=by)
    why = f"Dari rencana perbaikan tahun {rencana.tahun - 1}."
    with writing(scope, by=by, hold=rencana) as act:
        steps = improvement_steps(rencana)
        lacking = {
            one.indikator.kunci: one.indikator
            for one in steps
            if one.row is None and one.indikator is not None
        }
        order = last_place(rencana.baris)
        new = [
            New(row=_row(rencana, indikator, order + n))
            for n, indikator in enumerate(lacking.values(), start=1)
        ]
        below = dict(zip(lacking, act.add(new, why=why), strict=True))
        places = dict.fromkeys(below, 0)
        for one in steps:
            if one.row is not None:
                kunci = one.planned.indikator.kunci
                below[kunci] = one.row
                places[kunci] = max((step.urut for step in one.row.langkah.all()), default=0)
        made = []
        for one in steps:
            kunci = one.planned.indikator.kunci
            if one.left_behind:
                continue
            places[kunci] += 1
            made.append(New(row=_step(one, below[kunci], places[kunci]), source=one.planned))
        act.add(made, why=why)
    return steps


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.casefold().split())


def _row(rencana: RencanaAksi, indikator: Indikator, order: int) -> BarisRencanaAksi:
    return BarisRencanaAksi(
        rencana_aksi=rencana,
        sasaran=indikator.sasaran.uraian,
        indikator=indikator.nama,
        acuan_indikator=indikator,
        satuan=indikator.satuan,
        akumulasi=indikator.akumulasi,
        urut=order,
    )


def _step(one: ImprovementStep, row: BarisRencanaAksi, order: int) -> LangkahRencanaAksi:
    return LangkahRencanaAksi(
        baris=row,
        uraian=one.planned.tindakan,
        ukuran=one.planned.ukuran,
        penanggung_jawab=list(one.planned.penanggung_jawab),
        triwulan=one.triwulan,
        urut=order,
    )
