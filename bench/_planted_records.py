"""Errors planted in the records of a year: each changes one value of its snapshot, or of what lies around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from sakip.capaian.values import Target
from sakip.checks.material import Surroundings
from sakip.snapshot.types import RKT, Snapshot


class Changed(NamedTuple):
    """A year in which one value is wrong: the rule that it breaks, and what was changed."""

    rule: str
    what: str
    snapshot: Snapshot
    around: Surroundings


def changed(snapshot: Snapshot, around: Surroundings) -> Iterator[Changed]:
    """Every change that these records allow."""
    for make in (_of_pk, _of_rkt, _of_renstra, _of_iku, _of_budget):
        for rule, what, other in make(snapshot, around):
            yield Changed(rule, what, other, around)
    if around.deadline and around.dated:
        late = around.deadline + timedelta(days=1)
        yield Changed("R-late", "tanggal laporan", snapshot, replace(around, signed=late, dated=(late, late)))


_Change = tuple[str, str, Snapshot]


def _other(target: Target | None) -> Target | None:
    """Another target of the same kind; None for one that is no number."""
    if target is None or target.angka is None:
        return None
    other = Decimal(str(target.angka)) - Decimal("3.5")
    return replace(target, angka=other, cetak=f"{other}".replace(".", ","))


def _swap(rows: tuple[Any, ...], row: Any, **values: Any) -> tuple[Any, ...]:
    return tuple(replace(one, **values) if one is row else one for one in rows)


def _promised(snapshot: Snapshot, without: object) -> set[str]:
    """The kunci of indikator for which another document than this one has a target of the year."""
    documents = [d for d in (snapshot.rkt, *snapshot.pk) if d is not None and d is not without]
    rows: list[Any] = [row for d in documents for row in (d.sasaran if isinstance(d, RKT) else d.indikator)]
    plan = [i for r in snapshot.renstra[-1:] for t in r.tujuan for s in t.sasaran for i in s.indikator]
    planned = {i.kunci for i in plan if any(t.tahun == snapshot.tahun for t in i.target)}
    return ({row.kunci_indikator for row in rows} | planned) - {""}


def _of_pk(snapshot: Snapshot, around: Surroundings) -> Iterator[_Change]:
    pk = snapshot.pk_in_force
    if pk is None:
        return

    def put(**values: Any) -> Snapshot:
        return replace(snapshot, pk=_swap(snapshot.pk, pk, **values))

    neighbour = around.neighbours[0].nama
    for row in pk.indikator:
        if (other := _other(row.target)) and row.kunci_indikator in _promised(snapshot, pk):
            yield (
                "R-target",
                f"PK, target {row.indikator}",
                put(indikator=_swap(pk.indikator, row, target=other)),
            )
        unknown = _swap(pk.indikator, row, kunci_indikator="", indikator=f"{row.indikator} lainnya")
        yield "R-cascade", f"PK, indikator {row.indikator}", put(indikator=unknown)
        named = _swap(pk.indikator, row, indikator=f"{row.indikator} di Kecamatan {neighbour}")
        yield "R-name", f"PK, indikator {row.indikator}", put(indikator=named)
        opened = _swap(pk.indikator, row, sasaran=f"{row.sasaran} ……")
        yield "R-blank", f"PK, sasaran {row.sasaran}", put(indikator=opened)
    for line in pk.anggaran:
        more = _swap(pk.anggaran, line, anggaran=line.anggaran + 1_000_000)
        yield "R-xdoc", f"PK, anggaran {line.nama}", put(anggaran=more)
    if pk.tanggal:
        later = pk.tanggal.replace(year=snapshot.tahun + 2, day=1)
        yield "R-year", "PK, tanggal", put(tanggal=later)


def _of_rkt(snapshot: Snapshot, around: Surroundings) -> Iterator[_Change]:
    rkt = snapshot.rkt
    if rkt is None:
        return
    for row in rkt.sasaran:
        if (other := _other(row.target)) and row.kunci_indikator in _promised(snapshot, rkt):
            changed_rkt = replace(rkt, sasaran=_swap(rkt.sasaran, row, target=other))
            yield "R-target", f"RKT, target {row.indikator}", replace(snapshot, rkt=changed_rkt)
        aceh = _swap(rkt.sasaran, row, indikator=f"{row.indikator} sesuai qanun")
        yield "R-term", f"RKT, {row.indikator}", replace(snapshot, rkt=replace(rkt, sasaran=aceh))


def _of_renstra(snapshot: Snapshot, around: Surroundings) -> Iterator[_Change]:
    renstra = snapshot.renstra[-1]

    def put(tujuan: Any, sasaran: Any, **values: Any) -> Snapshot:
        rows = _swap(tujuan.sasaran, sasaran, **values)
        plan = replace(renstra, tujuan=_swap(renstra.tujuan, tujuan, sasaran=rows))
        return replace(snapshot, renstra=(*snapshot.renstra[:-1], plan))

    for tujuan in renstra.tujuan:
        for sasaran in tujuan.sasaran:
            name = sasaran.uraian
            yield "R-cascade", f"Renstra, sasaran {name} tanpa indikator", put(tujuan, sasaran, indikator=())
            yield (
                "R-name",
                f"Renstra, sasaran {name}",
                put(tujuan, sasaran, uraian=f"{name} Kabupaten Camaru"),
            )
            for one in sasaran.indikator:
                same = _swap(sasaran.indikator, one, pembilang="Jumlah laporan", penyebut="Jumlah laporan")
                yield "R-formula", f"Renstra, rumus {one.nama}", put(tujuan, sasaran, indikator=same)


def _of_iku(snapshot: Snapshot, around: Surroundings) -> Iterator[_Change]:
    iku = snapshot.iku
    if iku is None:
        return
    other = around.neighbours[0].kode
    for nomor in (
        "",
        f"900/ /{snapshot.kecamatan.kode}/{iku.tahun}",
        f"065/12/{other}/{iku.tahun}",
        "065/…/2023",
    ):
        yield "R-code", f"SK IKU, nomor “{nomor}”", replace(snapshot, iku=replace(iku, nomor=nomor))
    for row in iku.baris:
        bare = _swap(iku.baris, row, formulasi="", pembilang="", penyebut="", penjelasan=(), sumber_data="")
        yield "R-formula", f"SK IKU, {row.indikator}", replace(snapshot, iku=replace(iku, baris=bare))


def _of_budget(snapshot: Snapshot, around: Surroundings) -> Iterator[_Change]:
    for row in snapshot.anggaran:
        if row.pagu and row.rinci:
            more = _swap(snapshot.anggaran, row, realisasi=row.pagu + 500_000)
            yield (
                "R-sum",
                f"anggaran, realisasi {row.sub_kegiatan or row.kegiatan or row.program}",
                replace(snapshot, anggaran=more),
            )
    groups = {b.induk for b in snapshot.belanja if b.induk}
    for group in snapshot.belanja:
        if group.kode in groups and group.pagu is not None:
            wrong = _swap(snapshot.belanja, group, pagu=group.pagu + 1)
            yield "R-sum", f"belanja {group.nama}", replace(snapshot, belanja=wrong)
    for support in snapshot.dukungan:
        rest = tuple(one for one in snapshot.dukungan if one is not support)
        yield "R-cascade", f"dukungan {support.kunci_sasaran}", replace(snapshot, dukungan=rest)
    for compared in snapshot.pembanding:
        for value in compared.nilai:
            later = _swap(compared.nilai, value, tahun=snapshot.tahun + 1)
            rows = _swap(snapshot.pembanding, compared, nilai=later)
            yield "R-year", f"pembanding {compared.kunci_indikator}", replace(snapshot, pembanding=rows)
