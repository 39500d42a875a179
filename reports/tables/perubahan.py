"""What a changed Renstra changed, so that nobody has to compare two matrices by eye."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from reports.document.builders import line_rows
from reports.document.tree import Inline
from reports.prose.language import tidy
from reports.tables.printed import EMPTY, print_target
from sakip.snapshot.types import Indikator, Renstra, Sasaran, TargetTahun, Tujuan

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChange:
    """One difference between two versions; an empty side means that the version does not have it.

    ``unsur``: tujuan, indikator tujuan, sasaran, indikator sasaran or target.
    """

    unsur: str
    before: Inline
    after: Inline

    @property
    def trait(self) -> Literal["ditambahkan", "dihapus", "diubah"]:
        """What happened to it, in a word."""
        if not self.before:
            return "ditambahkan"
        return "diubah" if self.after else "dihapus"


def perubahan_renstra(old: Renstra, new: Renstra) -> tuple[VersionChange, ...]:
    """Differences of wording, of what there is and of targets, in the order of the new version.

    Tujuan, sasaran and indikator are recognised by their kunci, which is stable over versions; an indikator
    tujuan, which has none, by its name.
    """
    tujuan = _parallel({t.kunci: t for t in old.tujuan}, {t.kunci: t for t in new.tujuan})
    sasaran = _parallel(_sasaran(old), _sasaran(new))
    indikator = _parallel(_indikator(old), _indikator(new))
    return (
        *_texts("tujuan", tujuan, lambda t: t.uraian),
        *_indikator_tujuan(tujuan),
        *_texts("sasaran", sasaran, lambda s: s.uraian),
        *_texts("indikator sasaran", indikator, lambda i: i.nama),
        *_target_sasaran(indikator),
    )


def _parallel(old: Mapping[str, T], new: Mapping[str, T]) -> list[tuple[T | None, T | None]]:
    """Both versions of everything: first what the new one has, in its order, then what it has dropped."""
    return [(old.get(k), b) for k, b in new.items()] + [(a, None) for k, a in old.items() if k not in new]


def _sasaran(renstra: Renstra) -> dict[str, Sasaran]:
    return {s.kunci: s for t in renstra.tujuan for s in t.sasaran}


def _indikator(renstra: Renstra) -> dict[str, Indikator]:
    return {i.kunci: i for t in renstra.tujuan for s in t.sasaran for i in s.indikator if i.dalam_renstra}


def _texts(
    unsur: str, pairs: list[tuple[T | None, T | None]], uraian: Callable[[T], str]
) -> Iterator[VersionChange]:
    for old, new in pairs:
        before, after = (tidy(uraian(content)) if content is not None else "" for content in (old, new))
        if before != after:
            yield VersionChange(unsur=unsur, before=before, after=after)


def _indikator_tujuan(tujuan: list[tuple[Tujuan | None, Tujuan | None]]) -> Iterator[VersionChange]:
    for old, new in tujuan:
        before = {tidy(i.nama): i for i in old.indikator} if old else {}
        after = {tidy(i.nama): i for i in new.indikator} if new else {}
        lost = [nama for nama in before if nama not in after]
        appears = [nama for nama in after if nama not in before]
        if lost or appears:
            yield VersionChange(unsur="indikator tujuan", before=line_rows(lost), after=line_rows(appears))
        for nama, indikator in after.items():
            if nama in before:
                yield from _target(nama, before[nama].target, indikator.target, indikator.satuan)


def _target_sasaran(indikator: list[tuple[Indikator | None, Indikator | None]]) -> Iterator[VersionChange]:
    for old, new in indikator:
        if old and new:
            yield from _target(tidy(new.nama), old.target, new.target, new.satuan)


def _target(
    nama: str, old: tuple[TargetTahun, ...], new: tuple[TargetTahun, ...], satuan: str
) -> Iterator[VersionChange]:
    """The years in which the target differs, under the name of the indikator; nothing when all agree."""
    before = {t.tahun: print_target(t.target, satuan) for t in old}
    after = {t.tahun: print_target(t.target, satuan) for t in new}
    differences = [t for t in sorted(before | after) if before.get(t) != after.get(t)]
    if differences:
        yield VersionChange(
            unsur="target",
            before=_by_tahun(nama, before, differences),
            after=_by_tahun(nama, after, differences),
        )


def _by_tahun(nama: str, target: Mapping[int, str], tahun: list[int]) -> Inline:
    return line_rows([f"{nama}:", "; ".join(f"{t}: {target.get(t, EMPTY)}" for t in tahun)])
