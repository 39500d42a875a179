"""The realisasi grid as a page needs it: groups, rows, cells with their fingerprints, and what the engine says of them.

Made from the records as they are now, by the one engine; nothing here computes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from kecamatan.models import Kecamatan
from kecamatan.permissions import is_within
from sakip.capaian.aggregates import InvalidWeight
from sakip.capaian.engine import compute
from sakip.capaian.inputs import Akumulasi, KeadaanNilai
from sakip.capaian.nilai import print_measured_target, print_measured_value
from sakip.capaian.results import IndikatorResult, Rerata, Results
from sakip.capaian.triwulan import ROMAN, TAHUNAN, TRIWULAN
from sakip.checks import CheckedYear, Finding, checks_of_document, find_all
from sakip.entry.shown import values_fingerprint
from sakip.models import Indikator, KomentarRealisasi, Realisasi, RealisasiTujuan
from sakip.querysets import of_year
from sakip.records.realisasi.form import nilai_columns, nilai_hint, nilai_text, realisasi_shown
from sakip.records.realisasi.freeze import key_of, realisasi_rows, realisasi_tujuan_rows
from sakip.records.realisasi.on_plan import NO_PLAN, QuarterPlan, quarter_plans, way_to_target
from sakip.snapshot import types as pieces
from sakip.snapshot.build import build_definitions, with_realisasi
from sakip.snapshot.kept import kept_definitions
from sakip.snapshot.one_moment import at_one_moment
from sakip.snapshot.to_engine import MAXIMUM_PREVIOUS_YEARS, capaian_input
from sakip.text.akumulasi import say_akumulasi
from sakip.text.working import persen, say_kategori, say_predikat, shown

NAMA_TRIWULAN: Final = {TAHUNAN: "Setahun", **{n: f"Triwulan {ROMAN[n - 1]}" for n in TRIWULAN}}
SHOWN_PREVIOUS_YEARS: Final = 2

#: How the year's value follows from the last triwulan that is measured, in a column of ten characters.
_OF_THE_LAST: Final = {
    Akumulasi.TERAKHIR: "nilai triwulan {}",
    Akumulasi.KUMULATIF: "kumulatif s.d. triwulan {}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell. ``text`` is the stored value as typed, ``fingerprint`` the fingerprint that a save must bring back,
    ``plan`` what the rencana aksi sets for its triwulan.

    ``remarks`` counts open comments, ``bukti`` evidence. ``available`` is False for "tidak tersedia".
    ``measured``: the indikator is measured in this triwulan.
    """

    triwulan: int
    measured: bool
    text: str
    fingerprint: str
    available: bool
    remarks: int
    bukti: int
    plan: QuarterPlan = NO_PLAN

    @property
    def nama(self) -> str:
        """ "Triwulan II"."""
        return NAMA_TRIWULAN[self.triwulan]


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """An indikator. ``closed`` says why the reader cannot enter it, empty where they can.

    ``computed``: the year's value follows from the triwulan. ``keterangan`` is what must be said of the year's value,
    ``way`` how far the triwulan have come to its target.
    """

    pk: int | None
    nama: str
    satuan: str
    huruf: bool
    hint: str
    cells: tuple[GridCell, ...]
    computed: bool
    whole_year: str
    keterangan: str
    way: str
    target: str
    previous: tuple[str, ...]
    capaian: str
    predikat: str
    alasan: str
    remarks: int
    closed: str

    @property
    def whole_year_cell(self) -> GridCell:
        """The cell of the year's value."""
        return self.cells[-1]

    @property
    def with_pecahan(self) -> bool:
        """Whether a phone's keyboard must offer the stroke of a fraction."""
        return "pembilang" in self.hint


@dataclass(frozen=True, slots=True, kw_only=True)
class GridGroup:
    """The rows of a sasaran with their mean; ``uraian`` is empty for those that the PK does not measure."""

    nomor: int
    uraian: str
    rerata: str
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The whole grid. ``alasan`` says why no capaian can be computed at all, empty where it can; ``findings`` are
    those of the realisasi."""

    groups: tuple[GridGroup, ...]
    earlier_tahun: tuple[int, ...]
    rerata: str
    alasan: str
    findings: tuple[Finding, ...]

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """All rows in order."""
        return tuple(b for k in self.groups for b in k.rows)

    @property
    def origin(self) -> dict[str, tuple[str, str]]:
        """Text and fingerprint by name of the cell ("12-1"), only of filled ones."""
        return {
            f"{b.pk}-{s.triwulan}": (s.text, s.fingerprint)
            for b in self.rows
            for s in b.cells
            if s.fingerprint
        }

    def find(self, pk: int) -> tuple[GridGroup, GridRow] | None:
        """The row of an indikator with its group."""
        return next(((k, b) for k in self.groups for b in k.rows if b.pk == pk), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridReader:
    """Who looks: ``closed`` closes every row, ``unit`` all but the rows of these units."""

    closed: str = ""
    unit: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GridMaterial:
    """Everything read, before anything is put in words."""

    snapshot: pieces.Snapshot
    results: Results | None
    alasan: str
    indikator: dict[str, Indikator]
    stored: dict[tuple[str, int], Realisasi]
    of_tujuan: dict[int, RealisasiTujuan]
    komentar: Counter[tuple[str, int | None]]

    @classmethod
    def read(cls, kecamatan: Kecamatan, tahun: int) -> GridMaterial:
        """Read it all at one moment (22 queries at most, 6 where the definitions are kept). ``kecamatan`` needs its
        kabupaten."""
        with at_one_moment() as committed:
            definitions = measured_definitions(kecamatan, tahun, committed=committed)
            rows = realisasi_rows(kecamatan, range(tahun - MAXIMUM_PREVIOUS_YEARS, tahun + 1))
            renstra = definitions.renstra_in_force
            indikator = Indikator.objects.for_kecamatan(kecamatan).select_related("skala")
            in_force = (
                indikator.filter(renstra__tahun_awal=renstra.tahun_awal, renstra__versi=renstra.versi)
                if renstra
                else indikator.none()
            )
            komentar = of_year(KomentarRealisasi, kecamatan, tahun).filter(selesai=None).order_by()
            material = cls.uncomputed(
                definitions,
                rows,
                of_tujuan=realisasi_tujuan_rows(kecamatan, range(tahun - 1, tahun + 1)),
                indikator=in_force.prefetch_related("skala__kategori"),
                komentar=komentar.values_list("indikator__kunci", "triwulan"),
            )
        results, alasan = _compute(material.snapshot)
        return replace(material, results=results, alasan=alasan)

    @classmethod
    def uncomputed(
        cls,
        definitions: pieces.Snapshot,
        rows: Iterable[Realisasi],
        *,
        of_tujuan: Iterable[RealisasiTujuan] = (),
        indikator: Iterable[Indikator] = (),
        komentar: Iterable[tuple[str, int | None]] = (),
    ) -> GridMaterial:
        """Without results. Of two Renstra versions the later one's cells stand."""
        snapshot = with_realisasi(definitions, rows, of_tujuan)
        return cls(
            snapshot=snapshot,
            results=None,
            alasan="",
            indikator={i.kunci: i for i in indikator},
            stored={(key_of(r), r.triwulan): r for r in rows if r.tahun == snapshot.tahun},
            of_tujuan={r.pk: r for r in of_tujuan},
            komentar=Counter(komentar),
        )

    def grid(self, reader: GridReader) -> Grid:
        """The grid of it."""
        tahun = _tahun_lalu(self.snapshot)
        definition = {d.kunci: d for d in self.definitions()}
        sasaran = self.results.sasaran if self.results else ()
        groups = [
            GridGroup(
                nomor=nomor,
                uraian=s.uraian,
                rerata=say_mean(s.rerata),
                rows=tuple(self.row(i.kunci, i, definition.get(i.kunci), tahun, reader) for i in s.indikator),
            )
            for nomor, s in enumerate(sasaran, start=1)
        ]
        others = definition.keys() - {i.kunci for s in sasaran for i in s.indikator}
        if others:
            grid_rows = tuple(
                self.row(key, None, d, tahun, reader) for key, d in definition.items() if key in others
            )
            groups.append(GridGroup(nomor=len(groups) + 1, uraian="", rerata="", rows=grid_rows))
        return Grid(
            groups=tuple(groups),
            earlier_tahun=tahun,
            rerata=self.rerata,
            alasan=self.alasan,
            findings=find_all(checks_of_document("realisasi"), CheckedYear(snapshot=self.snapshot)),
        )

    @property
    def rerata(self) -> str:
        """The mean of all sasaran in words; empty where nothing can be computed."""
        return say_mean(self.results.rerata) if self.results else ""

    def indikator_result(self, key: str) -> IndikatorResult | None:
        """What the engine says of one indikator; None where the PK does not measure it."""
        all_indikator = (i for s in (self.results.sasaran if self.results else ()) for i in s.indikator)
        return next((i for i in all_indikator if i.kunci == key), None)

    def definitions(self) -> list[pieces.Indikator]:
        """The indikator of the Renstra in force."""
        renstra = self.snapshot.renstra_in_force
        return [i for t in renstra.tujuan for s in t.sasaran for i in s.indikator] if renstra else []

    def row(
        self,
        key: str,
        result: IndikatorResult | None,
        definition: pieces.Indikator | None,
        tahun: tuple[int, ...],
        reader: GridReader,
    ) -> GridRow:
        """The row of an indikator with what the engine says of it; ``tahun`` are the earlier years shown beside."""
        indikator = self.indikator.get(key)
        measured = (*(definition.triwulan_measured if definition else TRIWULAN), TAHUNAN)
        plans = quarter_plans(self.snapshot, definition, result)
        cells = tuple(self._cell(key, n, n in measured, plans.get(n, NO_PLAN)) for n in (*TRIWULAN, TAHUNAN))
        has_triwulan = any(s.text for s in cells[:-1])
        computed = has_triwulan and not cells[-1].text
        satuan = result.satuan if result else definition.satuan if definition else ""
        target = result.target_cetak if result else self._target(definition)
        return GridRow(
            pk=indikator.pk if indikator else None,
            nama=result.nama if result else definition.nama if definition else key,
            satuan=satuan,
            huruf=definition is not None and definition.jenis_nilai == Indikator.JenisNilai.HURUF,
            hint=nilai_hint(indikator) if indikator else "",
            cells=cells,
            computed=computed,
            whole_year=self._previous(key, definition, satuan, self.snapshot.tahun) if computed else "",
            keterangan=_keterangan(
                definition, computed=computed, direct=bool(has_triwulan and cells[-1].text)
            ),
            way=way_to_target(self.snapshot, definition, target),
            target=target,
            previous=tuple(self._previous(key, definition, satuan, t) for t in tahun),
            **_capaian(result),
            remarks=sum(n for (k, _), n in self.komentar.items() if k == key),
            closed=_close(indikator, reader),
        )

    def _cell(self, key: str, triwulan: int, measured: bool, plan: QuarterPlan) -> GridCell:
        grid_rows = self.stored.get((key, triwulan))
        return GridCell(
            triwulan=triwulan,
            measured=measured,
            text=nilai_text(nilai_columns(grid_rows)) if grid_rows else "",
            fingerprint=values_fingerprint(realisasi_shown(grid_rows)) if grid_rows else "",
            available=grid_rows is None or grid_rows.keadaan == KeadaanNilai.TERISI,
            remarks=self.komentar[key, triwulan],
            bukti=grid_rows.jumlah_bukti if grid_rows else 0,  # type: ignore[attr-defined]  # annotated above
            plan=plan,
        )

    def _previous(self, key: str, definition: pieces.Indikator | None, satuan: str, tahun: int) -> str:
        nilai = next(
            (r.tahunan for r in self.snapshot.realisasi if r.kunci_indikator == key and r.tahun == tahun),
            None,
        )
        if nilai is None or definition is None:
            return ""
        if nilai.keadaan is KeadaanNilai.BELUM_DIISI and nilai.alasan:
            return nilai.alasan
        return print_measured_value(nilai, satuan, definition.desimal, definition.pengali_pecahan)

    def _target(self, definition: pieces.Indikator | None) -> str:
        """The target where the engine has not spoken: the PK's, else the Renstra's with its name."""
        if definition is None:
            return ""
        pk = self.snapshot.pk_in_force
        from_pk = (
            next((b for b in pk.indikator if b.kunci_indikator == definition.kunci), None) if pk else None
        )
        if from_pk is not None:
            return print_measured_target(from_pk.target, from_pk.satuan or definition.satuan)
        target = next((t.target for t in definition.target if t.tahun == self.snapshot.tahun), None)
        return f"{print_measured_target(target, definition.satuan)} (Renstra)" if target else ""


def say_triwulan(triwulan: int) -> str:
    """ "triwulan II", "setahun": inside a sentence."""
    nama = NAMA_TRIWULAN[triwulan]
    return f"{nama[:1].lower()}{nama[1:]}"


def say_mean(rerata: Rerata) -> str:
    """ "95,00%, AA (Sangat Memuaskan); rata-rata 4 dari 4 indikator"."""
    coverage = f"{rerata.terhitung} dari {rerata.jumlah} indikator"
    if rerata.nilai is None:
        return f"{shown(rerata)}; terhitung {coverage}"
    return f"{persen(rerata.nilai)}, {say_predikat(rerata)}; rata-rata {coverage}"


def say_term(triwulan: int | None) -> str:
    """ "Triwulan II", or "Seluruh tahun" for what is about the whole row."""
    return "Seluruh tahun" if triwulan is None else NAMA_TRIWULAN[triwulan]


def measured_definitions(kecamatan: Kecamatan, tahun: int, *, committed: bool) -> pieces.Snapshot:
    """What the year is measured by: kept where nothing that is not committed is seen."""
    read = kept_definitions if committed else build_definitions
    return read(kecamatan=kecamatan, tahun=tahun)


def _compute(snapshot: pieces.Snapshot) -> tuple[Results | None, str]:
    inputs = capaian_input(snapshot)
    if inputs is not None:
        try:
            return compute(inputs), ""
        except InvalidWeight as error:
            return None, f"Capaian belum dapat dihitung: {error}"
    if snapshot.pk_in_force is None:
        return (
            None,
            "Capaian dihitung setelah Perjanjian Kinerja tahun ini dicatat. Realisasi dapat diisi dahulu.",
        )
    return None, (
        "Capaian dihitung setelah Bagian Organisasi menetapkan kebijakan pengukuran tahun ini."
        " Realisasi dapat diisi dahulu."
    )


def _tahun_lalu(snapshot: pieces.Snapshot) -> tuple[int, ...]:
    """The latest years before this one with anything to compare with, oldest first."""
    present = {r.tahun for r in snapshot.realisasi if r.tahun < snapshot.tahun}
    return tuple(sorted(present)[-SHOWN_PREVIOUS_YEARS:])


def _keterangan(definition: pieces.Indikator | None, *, computed: bool, direct: bool) -> str:
    if computed and definition:
        measured = definition.triwulan_measured
        short = _OF_THE_LAST.get(definition.akumulasi)
        said = say_akumulasi(definition.akumulasi, measured)
        return short.format(ROMAN[measured[-1] - 1]) if short else said
    return "diisi langsung; triwulan tidak dihitung" if direct else ""


def _capaian(result: IndikatorResult | None) -> dict[str, str]:
    if result is None:
        return {"capaian": "", "predikat": "", "alasan": ""}
    capaian = result.capaian
    if capaian.nilai is None:
        return {"capaian": capaian.keadaan.value, "predikat": "", "alasan": capaian.alasan}
    return {
        "capaian": persen(capaian.nilai),
        "predikat": say_kategori(capaian.kategori),
        "alasan": capaian.batas,
    }


def _close(indikator: Indikator | None, reader: GridReader) -> str:
    if indikator is None:
        return "belum ada dalam Renstra"
    if reader.closed:
        return reader.closed
    return "" if is_within(reader.unit, indikator.penanggung_jawab) else "bukan unit Anda"
