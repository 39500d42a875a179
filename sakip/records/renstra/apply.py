"""Sheets of the Renstra → versions, tujuan, sasaran, indikator and their targets per year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Model

from kecamatan.ground.row_changes import Wanted as Pair
from kecamatan.ground.row_sync import Rest
from sakip import models as m
from sakip.capaian.rumus import rumus_bawaan
from sakip.records.kebijakan.offered_rumus import offered_rumus, refuse_rumus
from sakip.records.renstra.sheet import DECISION, stored_decision
from sakip.records.rpjmd.in_effect import in_effect
from sakip.records.rpjmd.sheet import period_of, sasaran_of_period
from sakip.workbook.cells.row import SheetRow
from sakip.workbook.in_force import stored_renstra
from sakip.workbook.run import Run, columns, target_columns


def apply_renstra(run: Run, rpjmd: Sequence[m.PeriodeRPJMD]) -> None:
    """Every version, and which is in force; remembers sasaran and indikator by kunci: of two versions those of the
    one in force count, else the later one's."""
    periods: dict[int, list[Pair]] = {}
    versions: list[m.Renstra] = []
    for r in run.table["Renstra"]:
        own = columns(r, m.Renstra) | _rpjmd_of(run, r, rpjmd)
        periods.setdefault(r["tahun_awal"], []).append((run.place(r), own))
    for first_year, rows in periods.items():
        versions += run.write(
            m.Renstra,
            rows,
            at=run.sheet("Renstra"),
            parent={"kecamatan": run.kecamatan, "tahun_awal": first_year},
            stock=[s for s in stored_renstra(run.current) if s.tahun_awal == first_year],
            key=("versi",),
            rest=Rest.TUNDA,
        )
    in_force = _decided(run, versions) or in_effect(versions, run.tahun)
    for version in sorted(versions, key=lambda r: (r is in_force, r.tahun_awal, r.versi)):
        _version(run, version)
    gone = [s for s in stored_renstra(run.current) if s.tahun_awal not in periods]
    at = run.sheet("Renstra")
    run.write(m.Renstra, [], at=at, parent={}, stock=gone, key=("tahun_awal", "versi"), rest=Rest.TUNDA)


def _decided(run: Run, versions: Iterable[m.Renstra]) -> m.Renstra | None:
    """The version that a person decided to be in force in the year; None where none did."""
    known = {(r.tahun_awal, r.versi): r for r in versions}
    written = run.write_rows(
        m.RenstraBerlaku,
        run.table[DECISION],
        at=run.sheet(DECISION),
        also=lambda r: {"renstra": known[r["tahun_awal"], r["versi"]]},
        parent=run.own,
        stock=stored_decision(run.current),
        key=(),
    )
    return written[0].renstra if written else None


def _rpjmd_of(run: Run, row: SheetRow, rpjmd: Iterable[m.PeriodeRPJMD]) -> dict[str, Any]:
    """RPJMD and misi that this version refers to, by first year and number."""
    year, number = row["rpjmd"], row["misi_diacu"]
    if year is None:
        return {"periode_rpjmd": None, "misi_diacu": None}
    found = next((p for p in rpjmd if p.tahun_awal == year), None) or period_of(run.current, year)
    if found is None:
        raise run.place(row).error(
            f"RPJMD {year} tidak dikenal. Isi tahun awal RPJMD yang tercatat.", "rpjmd"
        )
    if number is None:
        return {"periode_rpjmd": found, "misi_diacu": None}
    read = next((x for x in run.below(found, "misi") if x.nomor == number), None)
    misi = read or found.misi.filter(nomor=number).first()
    if misi is None:
        raise run.place(row).error(
            f"misi {number} tidak ada dalam RPJMD {year}. Isi nomor salah satu misinya.", "misi_diacu"
        )
    return {"periode_rpjmd": found, "misi_diacu": misi}


def _of(run: Run, sheet: str, version: m.Renstra, **cells: Any) -> list[SheetRow]:
    return run.rows(sheet, tahun_awal=version.tahun_awal, versi=version.versi, **cells)


def _version(run: Run, version: m.Renstra) -> None:
    rows = _of(run, "Tujuan", version)
    keyed: dict[str, Any] = {"key": ("kunci",), "rest": Rest.TUNDA}
    written = run.write_below(version, "tujuan", rows, at=run.sheet("Tujuan"), **keyed)
    tujuan = {t.kunci: t for t in written}
    for t in written:
        _indikator_tujuan(run, version, t)
    # All sasaran of the version at once: kunci is unique within it, and one may have moved to another tujuan.
    below = run.write_below(
        version,
        "sasaran",
        [r for key in tujuan for r in _of(run, "Sasaran", version, tujuan=key)],
        at=run.sheet("Sasaran"),
        also=lambda r: {"tujuan": tujuan[r["tujuan"]], "sasaran_rpjmd": _sasaran_rpjmd(run, version, r)},
        **keyed,
    )
    sasaran = {s.kunci: s for s in below}
    run.sasaran |= sasaran
    run.of_plan |= {("sasaran", s.kunci, version.tahun_awal): s for s in below}
    rows = [r for key in sasaran for r in _of(run, "Indikator", version, sasaran=key)]
    _refuse_rumus(run, rows)
    indikator = run.write_below(
        version,
        "indikator",
        rows,
        at=run.sheet("Indikator"),
        also=lambda r: {"sasaran": sasaran[r["sasaran"]]} | _measuring(run, r),
        **keyed,
    )
    for i in indikator:
        targets = _of(run, "TargetRenstra", version, kunci_indikator=i.kunci)
        _targets(run, "TargetRenstra", i, targets)
    run.indikator |= {i.kunci: i for i in indikator}
    run.of_plan |= {("indikator", i.kunci, version.tahun_awal): i for i in indikator}


def _indikator_tujuan(run: Run, version: m.Renstra, tujuan: m.Tujuan) -> None:
    rows = sorted(_of(run, "IndikatorTujuan", version, tujuan=tujuan.kunci), key=lambda r: r["nomor"])
    written = run.write_below(
        tujuan,
        "indikator",
        rows,
        at=run.sheet("IndikatorTujuan"),
        also=lambda r: _scale_and_rumus(run, r, m.IndikatorTujuan),
        rest=Rest.TUNDA,
    )
    for indikator, r in zip(written, rows, strict=True):
        run.indikator_tujuan[tujuan.kunci, r["nomor"]] = indikator
        targets = _of(run, "TargetTujuan", version, tujuan=tujuan.kunci, nomor=r["nomor"])
        _targets(run, "TargetTujuan", indikator, targets)


def _targets(run: Run, sheet: str, indikator: Any, rows: Iterable[SheetRow]) -> None:
    run.write_below(
        indikator,
        "target",
        sorted(rows, key=lambda r: r["tahun"]),
        at=run.sheet(sheet),
        also=target_columns,
        key=("tahun",),
    )


def _sasaran_rpjmd(run: Run, version: m.Renstra, row: SheetRow) -> m.SasaranRPJMD | None:
    if not row["sasaran_rpjmd"]:
        return None
    found = sasaran_of_period(run.current, version.periode_rpjmd_id, row["sasaran_rpjmd"])
    if found is None:
        raise run.place(row).error(
            f'"{row["sasaran_rpjmd"]}" bukan sasaran RPJMD berkas ini. Salin uraiannya dengan tepat.',
            "sasaran_rpjmd",
        )
    return found


def _refuse_rumus(run: Run, rows: Iterable[SheetRow]) -> None:
    """A rumus that the year's kebijakan does not offer; what an indikator is measured by already stays."""
    if all(not row["rumus"] or row["rumus"] in run.current.references.rumus for row in rows):
        return
    offered = offered_rumus(run.kecamatan.kabupaten_id, run.tahun)
    stored = {(i.kunci, i.rumus) for r in stored_renstra(run.current) for i in r.indikator.all()}
    for row in rows:
        known = not row["rumus"] or (row["kunci"], row["rumus"]) in stored
        if not known and (problem := refuse_rumus(row["rumus"], offered, run.tahun)):
            raise run.place(row).error(problem, "rumus")


def _measuring(run: Run, row: SheetRow) -> dict[str, Any]:
    """Scale, rumus and units of an indikator."""
    return _scale_and_rumus(run, row, m.Indikator) | {"penanggung_jawab": run.units_of(row)}


def _scale_and_rumus(run: Run, row: SheetRow, model: type[Model]) -> dict[str, Any]:
    scale = run.current.references.scales.get(row["skala"] or "")
    if row["skala"] and scale is None:
        raise run.place(row).error(f'"{row["skala"]}" tidak dikenal. Isi kode salah satu skala.', "skala")
    kind = columns(row, model)["jenis_nilai"]
    return {"skala": scale, "rumus": row["rumus"] or rumus_bawaan(kind).value}
