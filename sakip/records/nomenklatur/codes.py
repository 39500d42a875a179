"""The nomenklatur of a year as a tree, and searching it by code or words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from kecamatan.models import Kecamatan
from sakip import models as m
from sakip.snapshot.parts.source import is_aceh
from sakip.snapshot.rows import JENJANG

MODEL: Final[dict[str, type[Any]]] = {
    "program": m.Program,
    "kegiatan": m.Kegiatan,
    "sub_kegiatan": m.SubKegiatan,
}

_NUMBER = re.compile(r"[0-9]{1,18}")
_KODE = re.compile(r"[0-9][0-9.]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeNode:
    """A program, kegiatan or sub kegiatan with what stands below it. ``kode`` is empty where none is printed."""

    level: str
    pk: int
    kode: str
    nama: str
    indikator: str = ""
    satuan: str = ""
    above: tuple[int, ...] = ()
    children: tuple[TreeNode, ...] = ()

    @property
    def key(self) -> str:
        """Level and number, as a form sends them: "kegiatan-12"."""
        return f"{self.level}-{self.pk}"

    @property
    def sebutan(self) -> str:
        """Code and name."""
        return f"{self.kode} {self.nama}".strip()

    @property
    def jenjang(self) -> dict[str, int | None]:
        """The three columns of a row that belongs to the hierarchy, as numbers."""
        nomor: tuple[int | None, ...] = (*self.above, self.pk, None, None)
        return {f"{nama}_id": nomor[n] for n, nama in enumerate(JENJANG)}

    def traverse(self) -> Iterator[TreeNode]:
        """The node and everything below it, top down."""
        yield self
        for child in self.children:
            yield from child.traverse()


def is_offered(provinsi: str, *levels: Any) -> bool:
    """Whether a kecamatan of this provinsi may be offered a row of the nomenklatur, given it and the rows above it:
    what is marked for Aceh alone is used nowhere else."""
    return is_aceh(provinsi) or not any(row.khusus_aceh for row in levels)


def tree(*, kecamatan: Kecamatan, tahun: int) -> tuple[TreeNode, ...]:
    """Programs in which the year's budget of the kecamatan is written (3 queries)."""
    provinsi = kecamatan.kabupaten.provinsi
    program = (
        m.Program.objects.filter(versi__in=m.VersiNomenklatur.objects.for_tahun(tahun))
        .prefetch_related("kegiatan__sub_kegiatan")
        .order_by("versi__tahun_awal", "kode")
    )

    def used(row: Any) -> bool:
        return is_offered(provinsi, row)

    return tuple(_tree(p, JENJANG, (), used) for p in program if used(p))


def find(nodes: Iterable[TreeNode], word: str) -> tuple[TreeNode, ...]:
    """What fits every word, in any order and case, each below what it belongs to; without words everything.

    A word of digits is the beginning of a code, with or without its dots.
    """
    words = word.casefold().split()
    if not words:
        return tuple(nodes)
    return tuple(result for one in nodes if (result := _filter(one, words)) is not None)


def wording_of(key: str) -> str:
    """Code and name of any row of the nomenklatur, of whatever year; the key itself where there is none (1 query)."""
    return str(_node(key) or key)


@dataclass(frozen=True, slots=True)
class Levels:
    """Any row of the nomenklatur with the rows above it, as a record that names it has them."""

    program: m.Program
    kegiatan: m.Kegiatan | None = None
    sub_kegiatan: m.SubKegiatan | None = None


def row_of(key: str) -> Levels | None:
    """The row of a key, of whatever year; None where there is none (1 query)."""
    match _node(key):
        case m.SubKegiatan() as sub:
            return Levels(sub.kegiatan.program, sub.kegiatan, sub)
        case m.Kegiatan() as kegiatan:
            return Levels(kegiatan.program, kegiatan)
        case m.Program() as program:
            return Levels(program)
    return None


def _node(key: str) -> Any:
    level, _, pk = key.partition("-")
    if level not in MODEL or not _NUMBER.fullmatch(pk):
        return None
    above = {"program": "versi", "kegiatan": "program__versi", "sub_kegiatan": "kegiatan__program__versi"}
    return MODEL[level]._default_manager.select_related(above[level]).filter(pk=pk).first()


def _tree(row: Any, levels: tuple[str, ...], above: tuple[int, ...], used: Callable[[Any], bool]) -> TreeNode:
    """A row with what is used below it; ``levels`` are its own and those below, by which its rows are named."""
    own, *below = levels
    rows = getattr(row, below[0]).all() if below else ()
    return TreeNode(
        level=own,
        pk=row.pk,
        kode="" if row.tanpa_kode else row.kode,
        nama=row.nama,
        indikator=getattr(row, "indikator", ""),
        satuan=getattr(row, "satuan", ""),
        above=above,
        children=tuple(_tree(r, tuple(below), (*above, row.pk), used) for r in rows if used(r)),
    )


def _filter(node: TreeNode, words: list[str]) -> TreeNode | None:
    children = tuple(result for one in node.children if (result := _filter(one, words)) is not None)
    return replace(node, children=children) if children or _matches(node, words) else None


def _matches(node: TreeNode, words: list[str]) -> bool:
    text = f"{node.nama} {node.indikator}".casefold()
    return all(one in text or (_KODE.fullmatch(one) and _code_start(node.kode, one)) for one in words)


def _code_start(kode: str, word: str) -> bool:
    return kode.startswith(word) or kode.replace(".", "").startswith(word.replace(".", ""))
