"""The budget table: amounts of many rows stored in one act, and rows taken over from the RKT."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from kecamatan.models import Kecamatan, Pengguna
from sakip.entry.copying import alike
from sakip.entry.form import Scope
from sakip.entry.save_many import Entry, record_save_many
from sakip.entry.shown import values_fingerprint
from sakip.entry.writer import New, RecordRefused, writing
from sakip.models import RKT, Anggaran, BarisRKT, IndikatorBarisRKT, Keluaran
from sakip.records.anggaran.form import TotalForm
from sakip.snapshot.leaves import jenjang_keys, leaves
from sakip.text.numbers import InvalidNumber, format_angka, parse_number


def anggaran_save_totals(*, rows: Iterable[tuple[TotalForm, str]], scope: Scope, by: Pengguna | None) -> int:
    """Store the amounts that were changed, all or none; returns how many rows changed.

    Each form (valid) comes with the ``fingerprint`` of the row that the page showed. A row in which nothing was typed
    is left alone, whoever changed it meanwhile. Raises as :func:`sakip.entry.save_many.record_save_many` does.
    """
    typed = [
        Entry(name=str(form.instance), form=form, fingerprint=fingerprint)
        for form, fingerprint in rows
        if values_fingerprint(form.shown_of_fields()) != fingerprint
    ]
    record_save_many(entries=typed, scope=scope, by=by)
    # What stood there already is no change.
    return sum(values_fingerprint(e.form.shown_of_fields()) != e.form.fingerprint for e in typed)


@dataclass(frozen=True, slots=True, kw_only=True)
class FromRKT:
    """The rows that were added, the outputs that were added to rows without any, and in sentences where an output that
    was there says otherwise than the RKT."""

    rows: tuple[Anggaran, ...]
    outputs: tuple[Keluaran, ...]
    differing: tuple[str, ...]


def anggaran_from_rkt(*, kecamatan: Kecamatan, tahun: int, by: Pengguna | None) -> FromRKT:
    """Add the undivided rows of the RKT that the budget does not have yet, with their amount as pagu murni, and to
    rows without outputs the indikator of the RKT with target and satuan.

    A row that the budget divides further stays out. What is there stays, and is compared. A second time adds nothing.
    Raises :class:`sakip.entry.writer.RecordRefused` without an RKT, and as :func:`sakip.entry.writer.writing` does.
    """
    scope = Scope(kecamatan=kecamatan, tahun=tahun, pengguna=by)
    with writing(scope, by=by, hold=kecamatan) as act:
        rkt = RKT.objects.filter(kecamatan=kecamatan, tahun=tahun).first()
        if rkt is None:
            raise RecordRefused(f"RKT tahun {tahun} belum dicatat. Isi dahulu RKT.")
        levels = ("program", "kegiatan", "sub_kegiatan")
        origins = leaves(list(rkt.baris.select_related(*levels).prefetch_related("indikator")))
        rows = list(
            Anggaran.objects.filter(kecamatan=kecamatan, tahun=tahun)
            .select_related(*levels)
            .prefetch_related("keluaran")
        )
        why = f"Ditambahkan dari {rkt}."
        added = act.add(_missing(kecamatan, tahun, rows, origins), why=why)
        outputs, differing = _outputs([*rows, *added], origins)
        return FromRKT(
            rows=tuple(added), outputs=tuple(act.add(outputs, why=why)), differing=tuple(differing)
        )


def _missing(
    kecamatan: Kecamatan, tahun: int, rows: Sequence[Anggaran], origins: Iterable[BarisRKT]
) -> list[New[Anggaran]]:
    present = {
        keys[:n] + (None,) * (3 - n) for keys in map(jenjang_keys, rows) for n in (1, 2, 3) if keys[n - 1]
    }
    order = max((row.urut for row in rows), default=0)
    new: list[New[Anggaran]] = []
    for origin in origins:
        if jenjang_keys(origin) in present:
            continue
        # The same row may serve two sasaran in the RKT; the budget knows it once.
        present.add(jenjang_keys(origin))
        row = Anggaran(
            kecamatan=kecamatan,
            tahun=tahun,
            program=origin.program,
            kegiatan=origin.kegiatan,
            sub_kegiatan=origin.sub_kegiatan,
            pagu_murni=origin.anggaran,
            urut=order + len(new) + 1,
        )
        new.append(New(row=row, source=origin))
    return new


def _outputs(rows: Iterable[Anggaran], origins: Iterable[BarisRKT]) -> tuple[list[New[Keluaran]], list[str]]:
    """New outputs of rows that have none, and how those that are there differ from the RKT. A sub kegiatan that several
    units carry out stays out: the RKT does not say whose output it is."""
    planned: dict[Hashable, dict[str, IndikatorBarisRKT]] = {}
    for origin in origins:
        own = planned.setdefault(jenjang_keys(origin), {})
        for one in origin.indikator.all():
            own.setdefault(alike(one.uraian), one)
    new: list[New[Keluaran]] = []
    differing: list[str] = []
    for row in rows:
        wanted = planned.get(jenjang_keys(row), {})
        if row.unit or not wanted:
            continue
        present = {alike(k.uraian): k for k in row.keluaran.all()}
        made = {words: _output(row, one, n) for n, (words, one) in enumerate(wanted.items(), start=1)}
        if not present:
            new.extend(New(row=made[words], source=one) for words, one in wanted.items())
        for words in made.keys() & present.keys():
            here, there = (_said(k) for k in (present[words], made[words]))
            if here != there:
                differing.append(f"{present[words]}: target keluaran {here}, sedangkan RKT {there}.")
    return new, sorted(differing)


def _output(row: Anggaran, one: IndikatorBarisRKT, order: int) -> Keluaran:
    """What the RKT plans for a program is its outcome, below it an output. What is no number stays as printed."""
    target, printed = None, one.target
    with suppress(InvalidNumber):
        target, printed = parse_number(one.target), ""
    return Keluaran(
        anggaran=row,
        jenis=Keluaran.Jenis.OUTPUT if row.kegiatan_id else Keluaran.Jenis.OUTCOME,
        uraian=one.uraian,
        satuan=one.satuan,
        target=target,
        target_cetak=printed,
        urut=order,
    )


def _said(output: Keluaran) -> str:
    """ "5 dokumen", or that it is not there."""
    number = "" if output.target is None else format_angka(output.target)
    return f"{output.target_cetak or number} {output.satuan}".strip() or "tanpa target"
