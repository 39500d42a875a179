"""What cells may refer to outside the workbook: nomenklatur, scales, regulations, ranks, and keys of other years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Final, NamedTuple

from kecamatan.ground.prepared import Prepared, PreparedRows
from kecamatan.models import Kecamatan, Pangkat, Peraturan
from sakip import models as m
from sakip.records.kebijakan.offered_rumus import offered_rumus
from sakip.workbook.sheets.sheet import PERATURAN

LEVELS = ("program", "kegiatan", "sub_kegiatan")

OTHER_VERSIONS = ":"
"""Between the version and the code of a row that is written in another version than the others."""

REPEATED = " (tambahan)"
"""After the code of a row that the kabupaten added, where the list that is installed has that code by now."""

ARROW = " > "
"""Between the levels of a row whose kegiatan is not the one its sub kegiatan belongs to."""


@dataclass(frozen=True)
class CodePlace:
    """Where a code stands: the codes of its program, kegiatan and sub kegiatan, empty below its own level."""

    program: str
    kegiatan: str = ""
    sub_kegiatan: str = ""
    nama: str = ""
    rows: Mapping[str, Any] = field(default_factory=dict, compare=False)
    """The stored row of its own level, and of those above it."""

    @property
    def kode(self) -> str:
        """The code itself."""
        return self.sub_kegiatan or self.kegiatan or self.program

    @property
    def tambahan(self) -> str:
        """The mark of what the kabupaten added."""
        mark: str = self.rows[self.level].tambahan
        return mark

    @property
    def repeated(self) -> bool:
        """Whether it, or what it stands below, was added and is installed by now: it is known, but offered no more."""
        return any(getattr(self, level).endswith(REPEATED) for level in LEVELS)

    @property
    def level(self) -> str:
        """Its own level."""
        return next(level for level in reversed(LEVELS) if getattr(self, level))


class PlanRow(NamedTuple):
    """A sasaran or an indikator of a Renstra: its number, its kunci, and the first and last year of that Renstra."""

    pk: int
    kunci: str
    first: int
    last: int


@dataclass(frozen=True, kw_only=True)
class References:
    """Reference data at one moment (a fixed number of queries)."""

    nomenklatur: Mapping[str, Mapping[str, CodePlace]]
    """Version → code → its place."""

    versi_tahun: tuple[tuple[str, int, int | None], ...]
    """Versions with their first and last year."""

    regulations: Mapping[str, Peraturan]
    scales: Mapping[str, m.Skala]
    grades: Mapping[str, Pangkat]
    huruf: Mapping[str, str]
    sasaran: tuple[PlanRow, ...]
    indikator: tuple[PlanRow, ...]
    """Those of every Renstra of the kecamatan."""

    elsewhere: Mapping[str, frozenset[str]]
    """By the name of their sheet, keys of Renstra that are not in force in the year."""

    rumus: frozenset[str]
    """Codes that the year's kebijakan offers, and those in use."""

    @cached_property
    def _repeated(self) -> Mapping[Any, str]:
        """Rows that the kabupaten added and that are installed by now → how their code is written."""
        places = (place for codes in self.nomenklatur.values() for place in codes.values())
        return {p.rows[p.level]: p.kode for p in places if p.kode.endswith(REPEATED)}

    @property
    def lists(self) -> Mapping[str, Mapping[str, Any]]:
        """What is no sheet of its own, by the name under which columns refer to it."""
        return {"Golongan": self.grades, "Skala": self.scales, PERATURAN: self.regulations}

    @property
    def names(self) -> tuple[object, ...]:
        """What a cell is judged by: everything but the rows that it leads to."""
        return (
            self.nomenklatur,
            self.versi_tahun,
            [self.regulations.keys(), self.scales.keys(), self.grades.keys()],
            self.huruf,
            self.elsewhere,
            self.rumus,
        )

    def find(self, text: str, versi: str) -> dict[str, Any] | None:
        """The rows of program, kegiatan and sub kegiatan that a code names; None if it is unknown."""
        named = self._named(text, versi)
        if named is None:
            return None
        return dict.fromkeys(LEVELS) | {level: place.rows[level] for level, (_, place) in named.items()}

    def version_for(self, tahun: int) -> str:
        """The version in which a year's budget is written, the first if several, empty if none."""
        return next(
            (
                kode
                for kode, start, end in self.versi_tahun
                if start <= tahun and (end is None or tahun <= end)
            ),
            "",
        )

    def parse_code(self, text: str, versi: str) -> dict[str, str] | None:
        """ "7.01.02.2.01" → the codes of program, kegiatan, sub_kegiatan, empty below its level; None if unknown.

        "2023:7.01.02" is of another version; "a > b > c" names every level.
        """
        named = self._named(text, versi)
        if named is None:
            return None
        return dict.fromkeys(LEVELS, "") | {level: code for level, (code, _) in named.items()}

    def _named(self, text: str, versi: str) -> dict[str, tuple[str, CodePlace]] | None:
        """By each level that is named its code, and the place whose row it is."""
        results: dict[str, tuple[str, CodePlace]] = {}
        parts = [b.strip() for b in text.split(ARROW.strip())]
        if len(parts) > len(LEVELS):
            return None
        for one in parts:
            nama_versi, present, kode = one.rpartition(OTHER_VERSIONS)
            jenjang = self.nomenklatur.get(nama_versi or versi, {}).get(kode)
            if jenjang is None:
                return None
            for level in LEVELS if len(parts) == 1 else (jenjang.level,):
                if own := getattr(jenjang, level):
                    results[level] = f"{nama_versi}{present}{own}", jenjang
        return results

    def write_code(
        self, versi: str, program: m.Program | None, kegiatan: m.Kegiatan | None, sub: m.SubKegiatan | None
    ) -> tuple[str, str]:
        """The cell for a row's levels, and the name of the deepest. Inverse of :meth:`parse_code`."""
        if program is None:
            return "", ""
        own: list[tuple[str, Any]] = [(program.versi.kode, program)]
        if kegiatan is not None:
            own.append((kegiatan.program.versi.kode, kegiatan))
        if sub is not None:
            own.append((sub.kegiatan.program.versi.kode, sub))
        written = [(v, self._repeated.get(b, b.kode)) for v, b in own]
        kode = [kode if v == versi else f"{v}{OTHER_VERSIONS}{kode}" for v, kode in written]
        meant = dict.fromkeys(LEVELS, "") | dict(zip(LEVELS, kode, strict=False))
        short = kode[-1]
        return (short if self.parse_code(short, versi) == meant else ARROW.join(kode)), own[-1][1].nama


def references(kecamatan: Kecamatan, tahun: int) -> References:
    """Read the reference data (10 queries; 3 more where the nomenklatur is not what it was)."""
    versi_tahun = tuple(_VERSIONS.tuples())
    scales = {s.kode: s for s in _SCALES()}
    sasaran = [PlanRow(*row) for row in _SASARAN.tuples(kecamatan.pk)]
    measured = _INDIKATOR.tuples(kecamatan.pk)
    indikator = [PlanRow(*row) for *row, _ in measured]
    return References(
        nomenklatur=_nomenklatur([kode for kode, _, _ in versi_tahun], kecamatan.kabupaten_id),
        versi_tahun=versi_tahun,
        regulations={p.kode: p for p in _REGULATIONS(kecamatan.kabupaten_id)},
        scales=scales,
        grades={p.golongan: p for p in _GRADES()},
        huruf={k.kode.casefold(): k.kode for s in scales.values() for k in s.kategori.all()},
        sasaran=tuple(sasaran),
        indikator=tuple(indikator),
        elsewhere={
            sheet: frozenset(row.kunci for row in rows if not row.first <= tahun <= row.last)
            for sheet, rows in (("Sasaran", sasaran), ("Indikator", indikator))
        },
        rumus=offered_rumus(kecamatan.kabupaten_id, tahun) | {rumus for *_, rumus in measured},
    )


_VERSIONS: Final = Prepared(
    lambda: m.VersiNomenklatur.objects.values_list("kode", "tahun_awal", "tahun_akhir")
)
#: Letters are read on no scale of a kabupaten's own.
_SCALES: Final = PreparedRows(lambda: m.Skala.objects.filter(kabupaten=None).prefetch_related("kategori"))
_OF_A_PLAN: Final = ("pk", "kunci", "renstra__tahun_awal", "renstra__tahun_akhir")
_SASARAN: Final = Prepared(
    lambda kecamatan: m.Sasaran.objects.for_kecamatan(kecamatan).values_list(*_OF_A_PLAN)
)
_INDIKATOR: Final = Prepared(
    lambda kecamatan: m.Indikator.objects.for_kecamatan(kecamatan).values_list(*_OF_A_PLAN, "rumus")
)
_REGULATIONS: Final = PreparedRows(
    lambda kabupaten: Peraturan.objects.offered_to(kabupaten).select_related("dicabut_oleh")
)
_GRADES: Final = PreparedRows(Pangkat.objects.all)


def _nomenklatur(versions: Sequence[str], kabupaten: int) -> Mapping[str, Mapping[str, CodePlace]]:
    """What is installed, and what the kabupaten added, in whatever year: a code leads to what is installed. Put
    together anew only where a row is not what it was: hundreds of them are asked for with every file, and one of them
    changes once in years."""
    stored = [list(versions), *(plain.tuples(kabupaten) for plain, _ in _LEVELS.values())]
    kept = _PUT_TOGETHER.get(kabupaten)
    if kept is None or kept[0] != stored:
        if len(_PUT_TOGETHER) >= _MOST_KEPT:
            _PUT_TOGETHER.clear()
        kept = _PUT_TOGETHER[kabupaten] = stored, _put_together(versions, kabupaten)
    return kept[1]


def _offered(model: Any, kabupaten: int) -> Any:
    choose = ("versi", "kabupaten") if model is m.Program else ("kabupaten",)
    return model.objects.select_related(*choose).offered_to(kabupaten)


#: The rows of each level, as the database has them and as rows.
_LEVELS: Final[dict[Any, tuple[Prepared, PreparedRows[Any]]]] = {
    model: (Prepared(partial(_offered, model)), PreparedRows(partial(_offered, model)))
    for model in (m.Program, m.Kegiatan, m.SubKegiatan)
}
#: By kabupaten what its codes were made of, and the places they lead to; of how many kabupaten.
_PUT_TOGETHER: Final[dict[int, tuple[list[Any], Mapping[str, Mapping[str, CodePlace]]]]] = {}
_MOST_KEPT: Final = 20


def _put_together(versions: Iterable[str], kabupaten: int) -> dict[str, dict[str, CodePlace]]:
    results: dict[str, dict[str, CodePlace]] = {kode: {} for kode in versions}
    written: dict[Any, str] = {}

    def note(versi: str, **levels: Any) -> None:
        own, known = [*levels.values()][-1], results[versi]
        added = own.kabupaten_id is not None and own.kode in known
        code = written[own] = f"{own.kode}{REPEATED}" if added else own.kode
        names = {level: written[row] for level, row in levels.items()}
        known.setdefault(code, CodePlace(**names, nama=own.nama, rows=levels))

    found = {model: {row.pk: row for row in rows(kabupaten)} for model, (_, rows) in _LEVELS.items()}
    # Each row of the nomenklatur is one object, whatever lies below it.
    _hang(found[m.Kegiatan], "program", found[m.Program])
    _hang(found[m.SubKegiatan], "kegiatan", found[m.Kegiatan])
    for p in _installed_first(found[m.Program]):
        note(p.versi.kode, program=p)
    for k in _installed_first(found[m.Kegiatan]):
        note(k.program.versi.kode, program=k.program, kegiatan=k)
    for s in _installed_first(found[m.SubKegiatan]):
        k = s.kegiatan
        note(k.program.versi.kode, program=k.program, kegiatan=k, sub_kegiatan=s)
    return {versi: dict(sorted(content.items())) for versi, content in results.items()}


def _hang(rows: Mapping[int, Any], column: str, above: Mapping[int, Any]) -> None:
    for row in rows.values():
        if found := above.get(getattr(row, f"{column}_id")):
            setattr(row, column, found)


def _installed_first(rows: Mapping[int, Any]) -> list[Any]:
    return sorted(rows.values(), key=lambda row: row.kabupaten_id is not None)


def most_used(versi: Iterable[str], default: str) -> str:
    """The version that most rows use."""
    counted = Counter(versi)
    return max(sorted(counted), key=lambda v: counted[v], default=default)
