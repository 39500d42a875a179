"""The nomenklatur of a year as a tree, and searching it by code or words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from kecamatan.models import Kabupaten, Kecamatan
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
    """A program, kegiatan or sub kegiatan with what stands below it. ``kode`` is empty where none is printed;
    ``tambahan`` marks what the kabupaten added, with its source."""

    level: str
    pk: int
    kode: str
    nama: str
    indikator: str = ""
    satuan: str = ""
    tambahan: str = ""
    above: tuple[int, ...] = ()
    children: tuple[TreeNode, ...] = ()

    @property
    def key(self) -> str:
        """Level and number, as a form sends them: "kegiatan-12"."""
        return f"{self.level}-{self.pk}"

    @property
    def sebutan(self) -> str:
        """Code and name, with the mark of an addition."""
        return f"{self.kode} {self.nama}".strip() + self.tambahan

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


def is_offered(kabupaten: Kabupaten, tahun: int, *levels: Any) -> bool:
    """Whether the kecamatan of this kabupaten may be offered a row of the nomenklatur in the year, given it and the
    rows above it: what is marked for Aceh alone is used nowhere else, what a kabupaten added in its years there alone.
    """
    return all(
        (is_aceh(kabupaten.provinsi) or not row.khusus_aceh)
        and row.kabupaten_id in (None, kabupaten.pk)
        and (row.tahun_awal is None or row.tahun_awal <= tahun)
        and (row.tahun_akhir is None or row.tahun_akhir >= tahun)
        for row in levels
    )


def offered(kabupaten: Kabupaten, tahun: int, rows: Iterable[Any]) -> list[Any]:
    """Of rows that stand below one row, those that are offered: an addition no longer where the list that is installed
    has its code by now."""
    kept = [row for row in rows if is_offered(kabupaten, tahun, row)]
    installed = {row.kode for row in kept if row.kabupaten_id is None}
    results = [row for row in kept if row.kabupaten_id is None or row.kode not in installed]
    for row in results:
        if row.kabupaten_id is not None:
            row.kabupaten = kabupaten  # its mark names it
    return results


def offered_programs(kabupaten: Kabupaten, tahun: int, *below: str) -> list[m.Program]:
    """Programs in which the budget of the year is written (2 queries, and those of ``below``)."""
    in_force = m.VersiNomenklatur.objects.for_tahun(tahun)
    rows = m.Program.objects.filter(versi__in=in_force).prefetch_related(*below)
    return offered(kabupaten, tahun, rows.order_by("versi__tahun_awal", "kode"))


def tree(*, kecamatan: Kecamatan, tahun: int) -> tuple[TreeNode, ...]:
    """Programs in which the year's budget of the kecamatan is written (3 queries)."""
    kabupaten = kecamatan.kabupaten
    program = offered_programs(kabupaten, tahun, "kegiatan__sub_kegiatan")
    return tuple(_tree(p, JENJANG, (), kabupaten, tahun) for p in program)


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
    row = _node(key)
    return f"{row}{row.tambahan}" if row else key


#: By level the path to the edition that its rows belong to.
EDITION: Final = {
    "program": "versi",
    "kegiatan": "program__versi",
    "sub_kegiatan": "kegiatan__program__versi",
}


def installed_by_now(level: str, rows: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Of what was added to one level each row that its edition has installed by now, with the installed one (at most 1
    query). The rows above must be selected."""
    added = list(rows)
    if not added:
        return []
    installed = MODEL[level]._default_manager.filter(kabupaten=None, kode__in={row.kode for row in added})
    known = {(_edition_of(row), row.kode): row for row in installed.select_related(EDITION[level])}
    return [(row, known[key]) for row in added if (key := (_edition_of(row), row.kode)) in known]


def _edition_of(row: Any) -> int | None:
    match row:
        case m.SubKegiatan():
            row = row.kegiatan.program
        case m.Kegiatan():
            row = row.program
    number: int | None = row.versi_id
    return number


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
    return MODEL[level]._default_manager.select_related("kabupaten", EDITION[level]).filter(pk=pk).first()


def _tree(
    row: Any, levels: tuple[str, ...], above: tuple[int, ...], kabupaten: Kabupaten, tahun: int
) -> TreeNode:
    """A row with what is offered below it; ``levels`` are its own and those below, by which its rows are named."""
    own, *below = levels
    rows = offered(kabupaten, tahun, getattr(row, below[0]).all()) if below else []
    return TreeNode(
        level=own,
        pk=row.pk,
        kode="" if row.tanpa_kode else row.kode,
        nama=row.nama,
        indikator=getattr(row, "indikator", ""),
        satuan=getattr(row, "satuan", ""),
        tambahan=row.tambahan,
        above=above,
        children=tuple(_tree(r, tuple(below), (*above, row.pk), kabupaten, tahun) for r in rows),
    )


def _filter(node: TreeNode, words: list[str]) -> TreeNode | None:
    children = tuple(result for one in node.children if (result := _filter(one, words)) is not None)
    return replace(node, children=children) if children or _matches(node, words) else None


def _matches(node: TreeNode, words: list[str]) -> bool:
    text = f"{node.nama} {node.indikator}".casefold()
    return all(one in text or (_KODE.fullmatch(one) and _code_start(node.kode, one)) for one in words)


def _code_start(kode: str, word: str) -> bool:
    return kode.startswith(word) or kode.replace(".", "").startswith(word.replace(".", ""))
