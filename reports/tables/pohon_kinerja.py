"""The pohon kinerja: tujuan → sasaran → program → kegiatan → sub kegiatan with the responsible seksi, drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reports.charts import KinerjaNode, kinerja_tree
from reports.document.tree import Figure
from reports.prose.language import chain, count_of, quoted, tidy
from sakip.snapshot.leaves import CODE_WITHOUT_PRINTED
from sakip.snapshot.types import RKT, BarisRKT, Sasaran, Snapshot, Tujuan

#: Greatest height of a drawing in mm: two with their captions fit on an A4 page with the usual margins, and on F4
#: below a few lines of text, so that hardly any page ends half empty.
FIGURE_HEIGHT: Final = 105


def draw_tree(snapshot: Snapshot, rkt: RKT) -> tuple[Figure, ...]:
    """The cascade, each tujuan from a drawing of its own; empty without a Renstra or without RKT rows."""
    renstra = snapshot.renstra_in_force
    used = {b.kunci_sasaran for b in rkt.baris}
    tujuan = [t for t in (renstra.tujuan if renstra else ()) if any(s.kunci in used for s in t.sasaran)]
    return tuple(
        figure
        for nomor, t in enumerate(tujuan, start=1)
        for figure in _draw(rkt, t, nomor if len(tujuan) > 1 else None)
    )


def _draw(rkt: RKT, tujuan: Tujuan, nomor: int | None) -> Iterator[Figure]:
    """The drawings of one tujuan; ``nomor`` tells several apart."""
    root = _tujuan(tujuan, rkt)
    # Without the name of the kecamatan, which every page carries, the caption stays on one line.
    title = f"Pohon Kinerja Tahun {rkt.tahun}" + (f": Tujuan {nomor}" if nomor else "")
    key = f"gambar-pohon-{nomor or 1}"
    svg = kinerja_tree(root, max_height=FIGURE_HEIGHT)
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
    for nama in ("sasaran", "program", "kegiatan", "sub kegiatan"):
        layer = [child for node in layer for child in node.children]
        if layer:
            many.append(count_of(len(layer), nama))
    return (
        f"Tujuan {quoted(root.text)} dijabarkan menjadi {chain(many)}; nama, indikator, dan penanggung jawabnya "
        f"tercantum dalam tabel RKT."
    )


def _tujuan(tujuan: Tujuan, rkt: RKT) -> KinerjaNode:
    used = {b.kunci_sasaran for b in rkt.baris}
    return KinerjaNode(
        text=tidy(tujuan.uraian), children=tuple(_sasaran(s, rkt) for s in tujuan.sasaran if s.kunci in used)
    )


def _sasaran(sasaran: Sasaran, rkt: RKT) -> KinerjaNode:
    rows = [b for b in rkt.baris if b.kunci_sasaran == sasaran.kunci]
    program = dict.fromkeys(b.program for b in rows)
    return KinerjaNode(
        text=tidy(sasaran.uraian),
        children=tuple(_program(kode, [b for b in rows if b.program == kode]) for kode in program),
    )


def _program(kode: str, rows: list[BarisRKT]) -> KinerjaNode:
    own = next((b for b in rows if b.tingkat == "program"), None)
    kegiatan = dict.fromkeys(b.kegiatan for b in rows if b.kegiatan)
    return KinerjaNode(
        text=tidy(rows[0].nama_program),
        kode=_kode(kode),
        penanggung_jawab=_unit(own),
        children=tuple(_kegiatan(k, [b for b in rows if b.kegiatan == k]) for k in kegiatan),
    )


def _kegiatan(kode: str, rows: list[BarisRKT]) -> KinerjaNode:
    own = next((b for b in rows if b.tingkat == "kegiatan"), None)
    return KinerjaNode(
        text=tidy(rows[0].nama_kegiatan),
        kode=_kode(kode),
        penanggung_jawab=_unit(own),
        children=tuple(
            KinerjaNode(text=tidy(b.nama_sub_kegiatan), kode=_kode(b.sub_kegiatan), penanggung_jawab=_unit(b))
            for b in rows
            if b.sub_kegiatan
        ),
    )


def _unit(row: BarisRKT | None) -> str:
    return ", ".join(tidy(p) for p in row.penanggung_jawab) if row else ""


def _kode(kode: str) -> str:
    return "" if kode.startswith(CODE_WITHOUT_PRINTED) else kode
