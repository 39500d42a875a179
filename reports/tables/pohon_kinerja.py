"""The pohon kinerja: tujuan → sasaran → program → kegiatan, drawn: what each shall bring about, by
which indikator and target that is seen, and who is responsible (Permen PANRB 89/2021)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reports.charts import KinerjaNode, kinerja_tree
from reports.charts.svg import printed_height
from reports.document.tree import Figure
from reports.prose.language import chain, count_of, quoted, tidy, with_satuan
from reports.tables.printed import EMPTY, print_target
from sakip.snapshot.leaves import CODE_WITHOUT_PRINTED
from sakip.snapshot.types import (
    RKT,
    BarisRKT,
    Indikator,
    IndikatorTujuan,
    Sasaran,
    Snapshot,
    Tujuan,
)

#: Greatest height of a drawing in mm: with heading and caption it fits on an A4 page on its side.
FIGURE_HEIGHT: Final = 128

#: The height of such a page in mm, and what a caption takes of it.
_PAGE: Final = 160
_CAPTION: Final = 7


def has_tree(snapshot: Snapshot, rkt: RKT) -> bool:
    """Whether there is something to draw: RKT rows that serve a sasaran of the Renstra."""
    return bool(_drawn(snapshot, rkt))


def _drawn(snapshot: Snapshot, rkt: RKT) -> list[tuple[int, Tujuan]]:
    """Every tujuan that has a sasaran, with its number in the Renstra; none where the RKT serves none of them."""
    renstra = snapshot.renstra_in_force
    used = {b.kunci_sasaran for b in rkt.baris}
    every = [(n, t) for n, t in enumerate(renstra.tujuan if renstra else (), start=1) if t.sasaran]
    return every if any(s.kunci in used for _, t in every for s in t.sasaran) else []


def draw_tree(snapshot: Snapshot, rkt: RKT) -> tuple[Figure, ...]:
    """The cascade, each tujuan from a drawing of its own; empty without a Renstra or without RKT rows. A sasaran that
    no program of the RKT serves stands there alone: the plan has it."""
    drawn = _drawn(snapshot, rkt)
    roots = [_tujuan(t, rkt) for _, t in drawn]
    trees = [kinerja_tree(root, max_height=FIGURE_HEIGHT) for root in roots]
    return tuple(
        figure
        for at, (nomor, _) in enumerate(drawn)
        for figure in _draw(
            roots[at], rkt.tahun, nomor if len(drawn) > 1 else None, grow=_is_alone(trees, at)
        )
    )


def _is_alone(trees: Sequence[Sequence[str]], at: int) -> bool:
    """Whether none of those beside it has room on its page."""
    beside = [tree[-1] for tree in trees[max(at - 1, 0) : at]] + [tree[0] for tree in trees[at + 1 : at + 2]]
    own = printed_height(trees[at][0])
    return all(own + printed_height(other) + 2 * _CAPTION > _PAGE for other in beside)


def _draw(root: KinerjaNode, tahun: int, nomor: int | None, *, grow: bool) -> Iterator[Figure]:
    """The drawings of one tujuan; ``nomor``, that of the Renstra, tells several apart. One that has a page to itself
    may ``grow`` to fill it."""
    # Without the name of the kecamatan, which every page carries, the caption stays on one line.
    title = f"Pohon Kinerja Tahun {tahun}" + (f": Tujuan {nomor}" if nomor else "")
    key = f"gambar-pohon-{nomor or 1}"
    svg = kinerja_tree(root, max_height=FIGURE_HEIGHT, grow=grow)
    for order, pieces in enumerate(svg, start=1):
        part = f" (bagian {order} dari {len(svg)})" if len(svg) > 1 else ""
        yield Figure(
            key=f"{key}-{order}",
            title=f"{title}{part}",
            svg=pieces,
            alt=f"{title}{part}. {_uraian(root)}",
        )


def _uraian(root: KinerjaNode) -> str:
    """What the drawing shows, with the tables for those who cannot see it."""
    layer = [root]
    many: list[str] = []
    for nama in ("sasaran", "program", "kegiatan"):
        layer = [child for node in layer for child in node.children]
        if layer:
            many.append(count_of(len(layer), nama))
    if len(many) == 1:
        return (
            f"Tujuan {quoted(root.text)} dijabarkan menjadi {many[0]} yang belum didukung program dalam RKT."
        )
    return (
        f"Tujuan {quoted(root.text)} dijabarkan menjadi {chain(many)}; nama, indikator, target, dan penanggung "
        f"jawabnya tercantum dalam tabel RKT."
    )


def _tujuan(tujuan: Tujuan, rkt: RKT) -> KinerjaNode:
    return KinerjaNode(
        text=tidy(tujuan.uraian),
        children=tuple(_sasaran(s, rkt) for s in tujuan.sasaran),
        indikator=_planned(tujuan.indikator, rkt.tahun),
    )


def _sasaran(sasaran: Sasaran, rkt: RKT) -> KinerjaNode:
    rows = [b for b in rkt.baris if b.kunci_sasaran == sasaran.kunci]
    program = dict.fromkeys(b.program for b in rows)
    shared = {
        b.program for b in rkt.baris if b.kunci_sasaran not in ("", sasaran.kunci) and b.program in program
    }
    return KinerjaNode(
        text=tidy(sasaran.uraian),
        children=tuple(
            _program(kode, [b for b in rows if b.program == kode], shared=kode in shared) for kode in program
        ),
        indikator=_planned([i for i in sasaran.indikator if i.dalam_renstra], rkt.tahun),
    )


def _program(kode: str, rows: list[BarisRKT], *, shared: bool) -> KinerjaNode:
    own = next((b for b in rows if b.tingkat == "program"), None)
    kegiatan = dict.fromkeys(b.kegiatan for b in rows if b.kegiatan)
    return KinerjaNode(
        text=tidy(rows[0].nama_program),
        kode=_kode(kode),
        penanggung_jawab=_unit(own, "lintas sasaran" if shared else ""),
        indikator=_outputs(own),
        children=tuple(_kegiatan(k, [b for b in rows if b.kegiatan == k]) for k in kegiatan),
    )


def _kegiatan(kode: str, rows: list[BarisRKT]) -> KinerjaNode:
    own = next((b for b in rows if b.tingkat == "kegiatan"), None)
    return KinerjaNode(
        text=tidy(rows[0].nama_kegiatan),
        kode=_kode(kode),
        penanggung_jawab=_unit(own),
        indikator=_outputs(own),
    )


def _planned(indikator: Sequence[Indikator | IndikatorTujuan], tahun: int) -> tuple[str, ...]:
    """Each indikator of the Renstra with its target of the year; without one it stands alone."""
    return tuple(
        _with_target(
            i.nama, next((print_target(t.target, i.satuan) for t in i.target if t.tahun == tahun), "")
        )
        for i in indikator
    )


def _outputs(row: BarisRKT | None) -> tuple[str, ...]:
    return (
        tuple(_with_target(i.uraian, with_satuan(i.target, i.satuan)) for i in row.indikator) if row else ()
    )


def _with_target(nama: str, target: str) -> str:
    return f"{tidy(nama)}: {target}" if target not in ("", EMPTY) else tidy(nama)


def _unit(row: BarisRKT | None, mark: str = "") -> str:
    """Who is responsible; several units, and a program that serves several sasaran, are marked as crossing them."""
    units = [tidy(p) for p in row.penanggung_jawab] if row else []
    marks = chain([*(["lintas unit"] if len(units) > 1 else []), *([mark] if mark else [])])
    return " ".join([", ".join(units), *([f"({marks})"] if marks else [])]).strip()


def _kode(kode: str) -> str:
    return "" if kode.startswith(CODE_WITHOUT_PRINTED) else kode
