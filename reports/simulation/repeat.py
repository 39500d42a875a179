"""The rows of a few contoh, repeated by the database: a statement per table, however many kecamatan there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import DateField, DateTimeField, Field, Model, TextField

from kecamatan.ground.constraints import OfKabupaten
from kecamatan.models import Kabupaten, Kecamatan, Pejabat
from reports.simulation.originals import Original, models_in_order, references, year_columns
from sakip.models import Anggaran, Belanja, Realisasi, SurveiKepuasan
from sakip.records.survei_kepuasan.models import COLUMNS

#: The keys of what is repeated are those of the original and a multiple of this: what refers to it follows by itself.
STRIDE: Final = 1_000_000

#: The IKM of a survey, of its unsur.
_IKM: Final = f"(({' + '.join(f'r.{column}' for column in COLUMNS)}) * 25.0 / {len(COLUMNS)})"

#: By how much of a hundred the measured values of a kecamatan-year stay below the original: the same for all money of
#: the year, so that sums stay sums, and for every value above ten.
_LOWERED: Final[dict[tuple[type[Model], str], str]] = {
    (Anggaran, "realisasi"): "{0} * (100 - s.kurang) / 100",
    (Belanja, "realisasi"): "{0} * (100 - s.kurang) / 100",
    (Realisasi, "angka"): "CASE WHEN {0} > 10 THEN ROUND({0} * (100.0 - s.kurang) / 100) ELSE {0} END",
    # What was printed of the original is no longer what the value is.
    (Realisasi, "cetak"): "CASE WHEN r.angka > 10 AND s.kurang > 0 THEN '' ELSE {0} END",
    # Every unsur by as much as their mean, so that the IKM stays the realisasi.
    **{
        (
            SurveiKepuasan,
            column,
        ): f"ROUND({{0}} - ({_IKM} - ROUND({_IKM} * (100.0 - s.kurang) / 100)) / 25, 4)"
        for column in COLUMNS
    },
}

#: The table of what is to be filled, there for this connection alone.
PLAN: Final = "simulasi"


@dataclass(frozen=True, kw_only=True)
class Copy:
    """A kecamatan-year to be filled: whose rows it repeats, the number of the kecamatan and of the year in it (from 0),
    its calendar year, and by how many hundredths its values are lower."""

    original: Original
    kecamatan: Kecamatan
    number: int
    turn: int
    tahun: int
    first: int
    lowered: int
    operator: int


def write_plan(copies: Iterable[Copy], years: int) -> None:
    """Keep for this connection what is to be filled."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE {PLAN} (sumber bigint, ke bigint, sekali bigint, tahunan bigint, kecamatan bigint,"
            " kabupaten bigint, tahun int, geser_sekali int, geser_tahunan int, kurang int, operator bigint, urut int,"
            " nama text)"
        )
        rows = [
            (
                one.original.kecamatan.pk,
                one.turn,
                one.number * (years + 1) * STRIDE,
                (one.number * (years + 1) + one.turn + 1) * STRIDE,
                one.kecamatan.pk,
                one.kecamatan.kabupaten_id,
                one.tahun,
                one.first - one.original.begins,
                one.tahun - one.original.tahun,
                one.lowered,
                one.operator,
                one.number,
                one.kecamatan.nama,
            )
            for one in copies
        ]
        places = ", ".join(["%s"] * 13)
        for start in range(0, len(rows), 5000):
            cursor.executemany(f"INSERT INTO {PLAN} VALUES ({places})", rows[start : start + 5000])  # noqa: S608


def repeat(originals: list[Original], say: Callable[[str], None]) -> int:
    """Repeat every row of the originals in every kecamatan of the plan; how many there are now.

    A table is one transaction: of so many rows in a single one the database would keep too much to undo.
    """
    count = 0
    for model in models_in_order():
        with transaction.atomic(), connection.cursor() as cursor:
            added = 0
            for original in originals:
                for keys, yearly in ((original.once, False), (original.yearly, True)):
                    if keys.get(model):
                        cursor.execute(_statement(model, original, keys[model], yearly=yearly))
                        added += cursor.rowcount
            for statement in connection.ops.sequence_reset_sql(no_style(), [model]):
                cursor.execute(statement)
        if added:
            say(f"{model._meta.label}: {added}")
        count += added
    return count


def _statement(model: type[Model], original: Original, keys: list[int], *, yearly: bool) -> str:
    table = model._meta.db_table
    fields = model._meta.concrete_fields
    values = ", ".join(_value(model, original, one, yearly=yearly) for one in fields)
    columns = ", ".join(f'"{one.column}"' for one in fields)
    once = "" if yearly else " AND s.ke = 0"
    return (
        f'INSERT INTO "{table}" ({columns}) SELECT {values} FROM "{table}" r JOIN {PLAN} s'  # noqa: S608
        f" ON s.sumber = {original.kecamatan.pk}{once} WHERE r.id IN ({_listed(keys)})"
    )


def _value(model: type[Model], original: Original, one: Field[Any, Any], *, yearly: bool) -> str:
    own = f'r."{one.column}"'
    named = dict(references(model)).get(str(one.column))
    years = "s.geser_tahunan" if yearly else "s.geser_sekali"
    if one.primary_key:
        return f"{own} + {'s.tahunan' if yearly else 's.sekali'}"
    if named is Kecamatan:
        return "s.kecamatan"
    if named is Kabupaten:
        return f"CASE WHEN {own} IS NULL THEN NULL ELSE s.kabupaten END"
    if named is not None and issubclass(named, OfKabupaten) and one.null:
        # What one kabupaten decided for itself is not there for another.
        return f"CASE WHEN s.kabupaten = {original.kecamatan.kabupaten_id} THEN {own} END"
    if named is not None:
        return _followed(own, original, named)
    if one.column in year_columns(model):
        return f"{own} + {years}"
    if isinstance(one, DateField) and not isinstance(one, DateTimeField):
        if connection.vendor == "sqlite":
            return f"date({own}, {years} || ' years')"
        return f"({own} + make_interval(years => {years}))::date"
    if model is Pejabat and one.name == "nip":
        # Another day of birth, and a number above those that are given: as many as there are kecamatan.
        day, last = _padded("s.urut % 28 + 1", 2), _padded("s.urut / 28 + 101", 3)
        return f"CASE WHEN {own} = '' THEN '' ELSE substr({own}, 1, 6) || {day} || substr({own}, 9, 7) || {last} END"
    if model is Pejabat and one.name == "nama":
        return f"""CASE WHEN r."nip" = '' THEN {own} || ' ' || s.urut ELSE {own} END"""
    if lowered := _LOWERED.get((model, one.name)):
        return lowered.format(own)
    if isinstance(one, TextField) or one.name == "instansi":  # a text names its kecamatan
        return f"replace({own}, '{original.kecamatan.nama}', s.nama)"
    return own


def _followed(own: str, original: Original, named: type[Model]) -> str:
    """Where a column of a repeated row leads: to the repeated row if there is one, else where the original leads."""
    cases = ""
    for keys, step in ((original.yearly.get(named), "s.tahunan"), (original.once.get(named), "s.sekali")):
        if keys:
            cases += f" WHEN {own} IN ({_listed(keys)}) THEN {own} + {step}"
    return f"CASE{cases} ELSE {own} END" if cases else own


def _padded(number: str, width: int) -> str:
    return (
        f"substr('000' || ({number}), -{width})"
        if connection.vendor == "sqlite"
        else (f"lpad(({number})::text, {width}, '0')")
    )


def _listed(keys: Iterable[int]) -> str:
    return ", ".join(map(str, keys))
