"""One run of tables against the records: what each record's ``sheet.py`` needs to write its own rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar, cast

from django.db import models

from kecamatan.ground.row_changes import Change
from kecamatan.ground.row_changes import Wanted as Pair
from kecamatan.ground.row_sync import Rest, RowSync
from kecamatan.ground.strict_json import InvalidFile
from kecamatan.models import Kecamatan, MasaJabatan, UnitKerja
from sakip import models as m
from sakip.checks.signatures import not_in_office
from sakip.entry.measured import NO_TARGET
from sakip.records.nested_rows import parents_first, tree_numbers
from sakip.records.pejabat.named import officials, parse_pejabat
from sakip.records.pejabat.terms import document_span, in_office
from sakip.text.dates import InvalidDate, format_tanggal
from sakip.workbook.cells.row import SheetRow, Tables
from sakip.workbook.in_force import other_renstra
from sakip.workbook.lookups import LEVELS
from sakip.workbook.reader import SheetError
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from sakip.workbook.sheets.said import stored_from
from sakip.workbook.sheets.sheet import Sheet

M = TypeVar("M", bound=models.Model)


class SheetRefusal(InvalidFile):
    """A refusal with its place in the tables."""

    def __init__(self, place: SheetError) -> None:
        super().__init__(str(place))
        self.error = place


@dataclass(frozen=True)
class SheetPlace:
    """Where a wanted row comes from: a row of a sheet, or a sheet as a whole.

    ``names`` leads from columns of the record to columns of the sheet that have another name there.
    """

    sheet: Sheet
    row: SheetRow | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    def error(self, message: str, key: str = "") -> SheetRefusal:
        """The refusal of one column, or of the row."""
        title = self.sheet.title_of(self.names.get(key, key))
        number = self.row.nomor if self.row else None
        return SheetRefusal(SheetError(pesan=message, lembar=self.sheet.nama, baris=number, kolom=title))


def refusal_of(change: Change, message: str) -> SheetError:
    """What is said against a change, where the row that it comes from stands."""
    return cast(SheetRefusal, change.origin.error(message)).error


@dataclass(frozen=True)
class Upright:
    """A sheet that has a line per field, as one row."""

    sheet: Sheet
    rows: list[SheetRow]

    def values(self, *columns: str) -> dict[str, Any]:
        """Those of the fields that were filled in."""
        return {c: r[c] for r in self.rows for c in columns if r[c] is not None}

    def error(self, message: str, key: str = "") -> SheetRefusal:
        """The refusal of a field, at its line."""
        row = next((r for r in self.rows if key in r.nilai), None)
        return SheetPlace(self.sheet, row).error(message, key)


@dataclass(kw_only=True)
class Run:
    """Tables on their way into the records, inside a transaction that the caller keeps or takes back.

    ``sasaran``, ``indikator`` and ``indikator_tujuan`` (by kunci of its tujuan and number) are filled by the Renstra,
    ``units`` by the organisation, ``terms`` by the officials; what comes later refers to them by key.
    """

    table: Tables
    current: RecordedBook
    sync: RowSync
    units: dict[str, UnitKerja] = field(default_factory=dict)
    terms: dict[str, list[MasaJabatan]] = field(default_factory=dict)
    sasaran: dict[str, m.Sasaran] = field(default_factory=dict)
    indikator: dict[str, m.Indikator] = field(default_factory=dict)
    indikator_tujuan: dict[tuple[str, int], m.IndikatorTujuan] = field(default_factory=dict)
    of_plan: dict[tuple[str, str, int], Any] = field(default_factory=dict)
    """Sasaran and indikator of each Renstra by "sasaran" or "indikator", kunci and its first year."""
    elsewhere: bool = field(default=False, init=False)
    """Whether those of other periods are known as well."""

    @property
    def kecamatan(self) -> Kecamatan:
        """Whose tables they are."""
        return self.current.kecamatan

    @property
    def tahun(self) -> int:
        """Of which year."""
        return self.current.tahun

    @property
    def own(self) -> dict[str, Any]:
        """Columns of everything that belongs to this kecamatan and year."""
        return {"kecamatan": self.kecamatan, "tahun": self.tahun}

    # -- where things stand ------------------------------------------------------------------------

    def sheet(self, name: str) -> SheetPlace:
        """A sheet as a whole."""
        return SheetPlace(RECORD_SHEETS[name].sheet)

    def place(self, row: SheetRow, **names: str) -> SheetPlace:
        """A row of a sheet."""
        return SheetPlace(row.sheet, row, names)

    def upright(self, name: str) -> Upright:
        """The fields of a sheet."""
        return Upright(self.sheet(name).sheet, self.table[name])

    def rows(self, name: str, **columns: Any) -> list[SheetRow]:
        """The rows of a sheet that have these values."""
        return self.table.find(name, tuple(columns), tuple(columns.values()))

    def head(self, kind: str) -> SheetRow | None:
        """The row of the year's document of a kind on the sheet of documents."""
        return next(iter(self.rows("Dokumen", dokumen=kind)), None)

    # -- writing -----------------------------------------------------------------------------------

    def write(
        self,
        model: type[M],
        rows: Sequence[Pair],
        *,
        at: SheetPlace,
        parent: dict[str, Any],
        stock: Iterable[M],
        key: Collection[str] = ("urut",),
        rest: Rest = Rest.HAPUS,
    ) -> list[M]:
        """Make the stored rows (``stock``, read before) the wanted ones."""
        return self.sync.listing(
            model, rows, origin=at, parents=parent, keys=key, stock=list(stock), rest=rest
        )

    def write_rows(
        self,
        model: type[M],
        rows: Iterable[SheetRow],
        *,
        also: Callable[[SheetRow], dict[str, Any]] = lambda _row: {},
        names: Mapping[str, str] = MappingProxyType({}),
        **where: Any,
    ) -> list[M]:
        """The same of rows of a sheet: the columns of the model that it holds, and what each says ``also``."""
        wanted = [(self.place(r, **names), columns(r, model) | also(r)) for r in rows]
        return self.write(model, wanted, **where)

    def write_below(
        self, owner: models.Model, relation: str, rows: Iterable[SheetRow], **how: Any
    ) -> list[Any]:
        """The same of the rows below a row of a record: of its ``relation``, fetched along with it."""
        below: Any = owner._meta.get_field(relation)
        parent, stock = {below.field.name: owner}, self.below(owner, relation)
        return self.write_rows(below.related_model, rows, parent=parent, stock=stock, **how)

    def document(
        self,
        kind: str,
        model: type[M],
        stored: M | None,
        *,
        said: bool,
        columns: Collection[str] = (),
        values: Collection[str] = (),
    ) -> M | None:
        """The year's document of a kind by its head on the sheet of documents; none where neither that nor, as
        ``said`` tells, any other sheet says anything of it. ``columns`` are texts of its own, ``values`` others."""
        head = self.head(kind)
        at = self.place(head) if head else self.sheet("Dokumen")
        content = (
            dated(head) | texts(head, *columns) | {name: head[name] if head else None for name in values}
        )
        content["penandatangan"] = self.signer(head, "penandatangan", self.tahun)
        written = self.write(
            model,
            [(at, content)] if head or said else [],
            at=self.sheet("Dokumen"),
            parent=self.own,
            stock=[stored] if stored else [],
            key=(),
        )
        return written[0] if written else None

    def tree(
        self,
        model: type[M],
        name: str,
        *,
        key: str,
        parent: dict[str, Any],
        stock: Iterable[M],
        above: str,
    ) -> dict[str, M]:
        """The rows of a sheet of which each may name another before it as its ``parents``, one after another.

        ``above`` is what is said of one that names none of those before it.
        """
        rows = self.table[name]
        stored: dict[str, Any] = {getattr(b, key): b for b in parents_first(cast(Any, stock))}
        known: dict[str, M] = {}
        for order, r in zip(tree_numbers([r[key] for r in rows], stored), rows, strict=True):
            if r["induk"] and r["induk"] not in known:
                raise self.place(r).error(f'"{r["induk"]}" tidak dikenal. {above}', "induk")
            own = {"induk": known[r["induk"]] if r["induk"] else None, "urut": order}
            known[r[key]] = self.sync.one(
                model,
                self.place(r),
                keys=parent | {key: r[key]},
                nilai=columns(r, model) | own,
                stock=[stored[r[key]]] if r[key] in stored else [],
            )
        gone = [b for name_, b in stored.items() if name_ not in known]
        self.write(model, [], at=self.sheet(name), parent={}, stock=gone, key=(key,))
        return known

    def below(self, row: models.Model, relation: str) -> list[Any]:
        """Stored rows below a stored row, fetched along with it; a new row has none."""
        fetched = getattr(row, "_prefetched_objects_cache", {})
        return list(getattr(row, relation).all()) if relation in fetched else []

    # -- references --------------------------------------------------------------------------------

    def levels(self, row: SheetRow) -> dict[str, Any]:
        """Program, kegiatan and sub kegiatan that the row's code names; None below its level and without a code."""
        if not row["kode"]:
            return dict.fromkeys(LEVELS)
        found = self.current.references.find(row["kode"], row.sheet.edition(self.current, row))
        if found is None:
            raise self.place(row).error(f'"{row["kode"]}" tidak ada dalam nomenklatur.', "kode")
        return found

    def sasaran_of(self, row: SheetRow, column: str, recorded: Iterable[Any] = ()) -> m.Sasaran | None:
        """The sasaran that a column names; of several Renstra that of the row's column ``renstra``, else that to which
        the stored rows of the document (``recorded``) refer, else the one in force."""
        return self._named(row, column, "sasaran", recorded)

    def indikator_of(
        self, row: SheetRow, column: str = "kunci_indikator", recorded: Iterable[Any] = ()
    ) -> m.Indikator | None:
        """The same of an indikator."""
        return self._named(row, column, "indikator", recorded)

    def indikator_needed(self, row: SheetRow) -> m.Indikator:
        """The indikator that the row is about."""
        found = self.indikator_of(row)
        if found is None:
            raise self.place(row).error("Isi kunci indikator.", "kunci_indikator")
        return found

    def unit_of(self, row: SheetRow) -> UnitKerja:
        """The unit that the row is of."""
        if row["unit"] not in self.units:
            raise self.place(row).error(
                f'"{row["unit"]}" tidak dikenal. Isi kunci salah satu unit kerja dalam berkas ini.', "unit"
            )
        return self.units[row["unit"]]

    def _named(self, row: SheetRow, column: str, kind: str, recorded: Iterable[Any]) -> Any:
        """The sasaran or indikator of a kunci; of other periods what the tables have no such kunci for."""
        key, known = row[column], getattr(self, kind)
        year: int = row["renstra"] or _plan_recorded(recorded, kind, key)
        if key and (key not in known or (year and (kind, key, year) not in self.of_plan)):
            self._look_elsewhere()
        if row["renstra"] and key in known and (kind, key, year) not in self.of_plan:
            raise self.place(row).error(
                f'"{key}" tidak ada dalam Renstra {year}. Isi tahun awal Renstra yang memuatnya, atau kosongkan.',
                "renstra",
            )
        if key and key not in known:
            choices = ", ".join(sorted(known)) or "(belum ada)"
            raise self.place(row).error(
                f'"{key}" bukan kunci {kind} Renstra. Isi salah satu dari {choices}.', column
            )
        return self.of_plan.get((kind, key, year), known[key]) if key else None

    def _look_elsewhere(self) -> None:
        """Know the Renstra of other periods as well (3 queries, once)."""
        if self.elsewhere:
            return
        self.elsewhere = True
        for renstra in other_renstra(self.current):
            for kind, known in (("sasaran", self.sasaran), ("indikator", self.indikator)):
                for one in getattr(renstra, kind).all():
                    known.setdefault(one.kunci, one)
                    self.of_plan.setdefault((kind, one.kunci, renstra.tahun_awal), one)

    def regulation(self, row: SheetRow) -> dict[str, Any]:
        """The regulation that a row names."""
        found = self.current.references.regulations.get(row["peraturan"])
        if found is None:
            raise self.place(row).error(f'"{row["peraturan"]}" tidak dikenal.', "peraturan")
        return {"peraturan": found}

    def units_of(self, row: SheetRow, column: str = "penanggung_jawab") -> list[str]:
        """Kunci of responsible units."""
        for key in row[column] or ():
            if key not in self.units:
                raise self.place(row).error(
                    f'"{key}" tidak dikenal. Isi kunci salah satu unit kerja dalam berkas ini.', column
                )
        return list(row[column] or ())

    # -- who signs ---------------------------------------------------------------------------------

    def signer(self, row: SheetRow | None, column: str, year: int) -> MasaJabatan | None:
        """The term in which the person named in a document's row held office when it can have been signed."""
        if row is None or not row[column]:
            return None
        name, term = parse_pejabat(row[column])
        keys = self.table.once(officials).find(name)
        place = self.place(row)
        if not keys or keys[0] not in self.terms:
            raise place.error(f'"{name}" tidak dikenal. Isi nama salah satu pejabat.', column)
        terms = self.terms[keys[0]]
        if term is not None:
            return _exact_term(place, column, name, terms, *term)
        try:
            first, last = document_span(row["tanggal"], row["tanggal_cetak"] or "", year)
        except InvalidDate as problem:
            raise place.error(str(problem), "tanggal_cetak") from problem
        found = in_office(terms, first, last)
        if found is None:
            who, last_term = f"{name}, {terms[-1].sebutan}", terms[-1]
            span = (last_term.mulai, last_term.sampai)
            raise place.error(not_in_office(who, (first, last), span), column)
        return found


def _plan_recorded(recorded: Iterable[Any], kind: str, key: str | None) -> int:
    """First year of the Renstra whose sasaran or indikator of this kunci the stored rows of the document refer to;
    0 where none of them does, or they refer to several."""
    references = (getattr(row, f"acuan_{kind}", None) for row in recorded)
    years = {one.renstra.tahun_awal for one in references if one is not None and one.kunci == key}
    return years.pop() if len(years) == 1 else 0


def _exact_term(
    place: SheetPlace, column: str, name: str, terms: Iterable[MasaJabatan], office: str, since: date
) -> MasaJabatan:
    for term in terms:
        if (term.kind_of_office.casefold(), term.mulai) == (office.casefold(), since):
            return term
    raise place.error(
        f'"{name}" tidak tercatat menjabat {office} sejak {format_tanggal(since)}.'
        " Perbaiki, atau tulis namanya saja.",
        column,
    )


def columns(row: SheetRow, model: type[models.Model]) -> dict[str, Any]:
    """Columns of the model that the row's sheet holds."""
    return stored_from(row.sheet, row.nilai, model)


def target_columns(row: SheetRow, column: str = "target", printed: str = "cetak") -> dict[str, Any]:
    """Columns of a target; all empty where there is none."""
    return NO_TARGET | (row[column] or {}) | {"cetak": row[printed] or ""}


def value_columns(row: SheetRow) -> dict[str, Any]:
    """Columns of a recorded value; what was left out follows from what is there."""
    value = row["nilai"] or {}
    state = row["keadaan"] or ("tidak tersedia" if row["alasan"] and not value else "terisi")
    return {
        "keadaan": state,
        "angka": value.get("angka"),
        "huruf": value.get("huruf") or "",
        "pembilang": row["pembilang"],
        "penyebut": row["penyebut"],
        "alasan": row["alasan"] or "",
        "cetak": row["cetak"] or "",
    }


def texts(row: SheetRow | None, *columns: str) -> dict[str, str]:
    """Text columns; empty where nothing was written."""
    return {c: (row[c] if row else None) or "" for c in columns}


def dated(row: SheetRow | None) -> dict[str, Any]:
    """Columns of place and date of a document."""
    return texts(row, "tempat", "tanggal_cetak") | {"tanggal": row["tanggal"] if row else None}
