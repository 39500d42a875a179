"""BAB I.C Susunan organisasi: the units as a list, and the chart of them."""

from __future__ import annotations

from reports.charts import ChartNode, NodeKind, organisasi_chart
from reports.document.builders import details
from reports.document.tree import Block, Figure, Item, ItemList, ParagraphBlock
from reports.official.signatures import full_name, nama_kecamatan
from reports.prose.language import chain, tidy
from sakip.snapshot.types import Snapshot, UnitKerja

_NODE_KINDS = {kinds.value: kinds for kinds in NodeKind}


def susunan_organisasi(snapshot: Snapshot) -> tuple[Block, ...]:
    """The list of the regulation and one chart for each head (there is one: the camat)."""
    unit = snapshot.kecamatan.unit_kerja
    if not unit:
        return (
            ParagraphBlock(
                content=f"Susunan organisasi {nama_kecamatan(snapshot)} belum dicatat untuk tahun ini."
            ),
        )
    keys = {u.kunci for u in unit}
    peak = [u for u in unit if u.induk not in keys]
    # The regulation lists the camat and what stands directly below him at one level.
    top_units = [u for p in peak for u in (p, *_subordinate(p, unit))]
    title = f"Bagan Susunan Organisasi {nama_kecamatan(snapshot)}"
    return (
        ParagraphBlock(content=f"Susunan organisasi {full_name(snapshot)} terdiri atas:", style="rapat"),
        _listing(top_units, unit, except_below=frozenset(p.kunci for p in peak)),
        *(
            Figure(
                key=f"gambar-organisasi-{nomor}",
                title=title,
                svg=organisasi_chart(_node(p, unit)),
                alt=f"{title}. {' '.join(_uraian(p, unit)) or tidy(p.nama) + '.'}",
            )
            for nomor, p in enumerate(peak, start=1)
        ),
    )


def _subordinate(u: UnitKerja, unit: tuple[UnitKerja, ...]) -> list[UnitKerja]:
    return [b for b in unit if b.induk == u.kunci]


def _listing(
    content: list[UnitKerja],
    unit: tuple[UnitKerja, ...],
    *,
    except_below: frozenset[str] = frozenset(),
    inside: int = 0,
    end: str = ".",
) -> ItemList:
    """Units with what is below them, except below ``except_below``, whose own units the list already names. The whole
    is one sentence: what goes on behind the units below one of them goes on behind the last of these (``end``)."""
    subordinate = [[] if u.kunci in except_below else _subordinate(u, unit) for u in content]
    nama = [f"{text.removesuffix('.')}{end}" if text.endswith(".") else text for text in _named(content)]
    return ItemList(
        items=tuple(
            Item(
                content=f"{tidy(u.nama)}, terdiri atas:" if b else text,
                children=(_listing(b, unit, inside=inside + 1, end=_mark(text)),) if b else (),
            )
            for u, b, text in zip(content, subordinate, nama, strict=True)
        ),
        kind="angka" if inside % 2 else "huruf",
    )


def _named(content: list[UnitKerja]) -> tuple[str, ...]:
    return details([u.nama for u in content], nama=True)


def _mark(text: str) -> str:
    """What stands behind an item: ";", "; dan" or "."."""
    return "; dan" if text.endswith("; dan") else text[-1:]


def _node(u: UnitKerja, unit: tuple[UnitKerja, ...]) -> ChartNode:
    return ChartNode(
        text=tidy(u.nama),
        kinds=_NODE_KINDS.get(u.jenis, NodeKind.SEKSI),
        children=tuple(_node(b, unit) for b in _subordinate(u, unit)),
    )


def _uraian(u: UnitKerja, unit: tuple[UnitKerja, ...]) -> list[str]:
    """The chart in sentences: every superior with those directly below."""
    subordinate = _subordinate(u, unit)
    if not subordinate:
        return []
    own = f"{tidy(u.nama)} membawahkan {chain([tidy(b.nama) for b in subordinate])}."
    return [own, *(k for b in subordinate for k in _uraian(b, unit))]
