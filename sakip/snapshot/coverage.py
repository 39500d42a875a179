"""What the plan, the IKU and the PK of one year say of the same indikator, and what the PK leaves out of them.

Pure, over the snapshot: the engine measures by it, documents print it, checks ask it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sakip.capaian.inputs import AsalTarget, OtherTarget, Target
from sakip.capaian.results import IndikatorResult
from sakip.snapshot.parts.documents import PrintedIndikator
from sakip.snapshot.types import (
    Indikator,
    IndikatorTujuan,
    PerjanjianKinerja,
    Sasaran,
    Snapshot,
    Tujuan,
)

RKT: Final = "RKT"
SK_IKU: Final = "SK IKU"


def pk_name(pk: PerjanjianKinerja) -> str:
    """ "PK murni", "PK perubahan 1": how a version is called beside other documents."""
    return f"PK perubahan {pk.versi}" if pk.versi else "PK murni"


def target_of(indikator: Indikator | IndikatorTujuan, tahun: int) -> Target | None:
    """The Renstra's target of a year."""
    return next((t.target for t in indikator.target if t.tahun == tahun), None)


def document_targets(
    snapshot: Snapshot, indikator: Indikator, *, without: PerjanjianKinerja | None = None
) -> tuple[OtherTarget, ...]:
    """The targets of the year in Renstra, RKT and every PK but one, in this order; who has none is absent."""
    found = [(AsalTarget.RENSTRA.value, target_of(indikator, snapshot.tahun))]
    if snapshot.rkt:
        found += [(RKT, row.target) for row in snapshot.rkt.sasaran if is_of(row, indikator)][:1]
    for pk in snapshot.pk:
        if pk is not without:
            found += [(pk_name(pk), row.target) for row in pk.indikator if is_of(row, indikator)][:1]
    return tuple(OtherTarget(dokumen=name, target=target) for name, target in found if target is not None)


# -- what the PK leaves out ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of how many."""

    n: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmeasuredIndikator:
    """An indikator that the PK in force leaves out, and the documents that hold it; ``kunci`` is its Renstra's.

    ``dropped`` holds where an earlier PK of the year promised it; ``alasan`` is why it is not measured, as recorded.
    """

    nama: str
    dokumen: tuple[str, ...]
    kunci: str = ""
    dropped: bool = False
    alasan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmeasuredGroup:
    """Unmeasured indikator of one sasaran. ``tujuan`` is empty outside the Renstra; ``whole_tujuan`` and
    ``whole_sasaran`` hold where nothing of it is measured."""

    tujuan: str
    sasaran: str
    whole_tujuan: bool
    whole_sasaran: bool
    indikator: tuple[UnmeasuredIndikator, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmeasured:
    """What the PK in force leaves out: counts of what is not measured, and the indikator by sasaran."""

    iku: Count
    tujuan: Count
    sasaran: Count
    indikator: Count
    groups: tuple[UnmeasuredGroup, ...]


@dataclass(frozen=True, slots=True)
class _Measured:
    """What the PK in force measures: by kunci, and by its words where a row is tied to no Renstra."""

    indikator: frozenset[str]
    sasaran: frozenset[str]
    names: frozenset[str]

    def has(self, row: PrintedIndikator) -> bool:
        return row.kunci_indikator in self.indikator or comparable(row.indikator) in self.names

    def has_sasaran(self, sasaran: Sasaran) -> bool:
        return sasaran.kunci in self.sasaran or any(i.kunci in self.indikator for i in sasaran.indikator)


def comparable(nama: str) -> str:
    """How names are compared: capitals, spaces and a full stop at the end say nothing."""
    return " ".join(nama.split()).rstrip(" .").casefold()


def unmeasured(snapshot: Snapshot) -> Unmeasured | None:
    """What Renstra, RKT, SK IKU and earlier PK hold and the PK in force leaves out; None without a PK."""
    pk = snapshot.pk_in_force
    if pk is None or not pk.indikator:
        return None
    measured = _Measured(
        frozenset(row.kunci_indikator for row in pk.indikator if row.kunci_indikator),
        frozenset(row.kunci_sasaran for row in pk.indikator if row.kunci_sasaran),
        frozenset(comparable(row.indikator) for row in pk.indikator),
    )
    renstra = snapshot.renstra_in_force
    tujuan = renstra.tujuan if renstra else ()
    sasaran = [s for t in tujuan for s in t.sasaran]
    indikator = [i for s in sasaran for i in s.indikator if i.dalam_renstra]
    iku = snapshot.iku.baris if snapshot.iku else ()
    return Unmeasured(
        iku=Count(n=sum(not measured.has(row) for row in iku), of=len(iku)),
        tujuan=Count(n=sum(_is_whole(t, measured) for t in tujuan), of=len(tujuan)),
        sasaran=Count(n=sum(not measured.has_sasaran(s) for s in sasaran), of=len(sasaran)),
        indikator=Count(n=sum(i.kunci not in measured.indikator for i in indikator), of=len(indikator)),
        groups=(*_of_renstra(snapshot, tujuan, measured), *_others(snapshot, measured)),
    )


def outside_pk(snapshot: Snapshot) -> tuple[Indikator, ...]:
    """The indikator of the Renstra in force that the PK in force leaves out."""
    pk, renstra = snapshot.pk_in_force, snapshot.renstra_in_force
    if pk is None or renstra is None:
        return ()
    measured = {row.kunci_indikator for row in pk.indikator}
    return tuple(i for t in renstra.tujuan for s in t.sasaran for i in s.indikator if i.kunci not in measured)


def _is_whole(tujuan: Tujuan, measured: _Measured) -> bool:
    return not any(measured.has_sasaran(s) for s in tujuan.sasaran)


def _of_renstra(
    snapshot: Snapshot, tujuan: tuple[Tujuan, ...], measured: _Measured
) -> Iterator[UnmeasuredGroup]:
    for t in tujuan:
        whole_tujuan = _is_whole(t, measured)
        for s in t.sasaran:
            missing = tuple(
                _left_out(snapshot, i.nama, _holding(snapshot, i), i.kunci)
                for i in s.indikator
                if i.kunci not in measured.indikator
            )
            whole = not measured.has_sasaran(s)
            if missing or whole:
                yield UnmeasuredGroup(
                    tujuan=t.uraian,
                    sasaran=s.uraian,
                    whole_tujuan=whole_tujuan,
                    whole_sasaran=whole,
                    indikator=missing,
                )


def _documents(snapshot: Snapshot) -> list[tuple[str, tuple[PrintedIndikator, ...]]]:
    """The documents of the year beside the PK in force, with their rows about indikator."""
    return [
        *([(RKT, snapshot.rkt.sasaran)] if snapshot.rkt else []),
        *((pk_name(pk), pk.indikator) for pk in snapshot.pk[:-1]),
        *([(SK_IKU, snapshot.iku.baris)] if snapshot.iku else []),
    ]


def _left_out(snapshot: Snapshot, nama: str, dokumen: Iterable[str], kunci: str = "") -> UnmeasuredIndikator:
    held = tuple(dict.fromkeys(dokumen))
    promised = {pk_name(pk) for pk in snapshot.pk[:-1]}
    return UnmeasuredIndikator(
        nama=nama,
        dokumen=held,
        kunci=kunci,
        dropped=not promised.isdisjoint(held),
        alasan=_reason(snapshot, kunci),
    )


def _reason(snapshot: Snapshot, kunci: str) -> str:
    """Why nothing was measured in the year, else what is noted about it; empty where nobody says."""
    rows = [
        r for r in snapshot.realisasi if kunci and r.kunci_indikator == kunci and r.tahun == snapshot.tahun
    ]
    said = (text.strip() for r in rows for text in (r.tahunan.alasan, r.catatan))
    return next((text for text in said if text), "")


def _holding(snapshot: Snapshot, indikator: Indikator) -> Iterator[str]:
    if indikator.dalam_renstra:
        yield AsalTarget.RENSTRA.value
    for name, rows in _documents(snapshot):
        if any(is_of(row, indikator) for row in rows):
            yield name


def is_of(row: PrintedIndikator, indikator: Indikator | IndikatorResult) -> bool:
    """Whether a row is about the indikator: by kunci, by its words where it is tied to none."""
    if row.kunci_indikator:
        return row.kunci_indikator == indikator.kunci
    return comparable(row.indikator) == comparable(indikator.nama)


def _others(snapshot: Snapshot, measured: _Measured) -> Iterator[UnmeasuredGroup]:
    """Rows that no indikator of the Renstra in force stands behind, those of one name together, by sasaran."""
    renstra = snapshot.renstra_in_force
    known = [i for t in (renstra.tujuan if renstra else ()) for s in t.sasaran for i in s.indikator]
    found: dict[str, tuple[PrintedIndikator, list[str]]] = {}
    for name, rows in _documents(snapshot):
        for row in rows:
            if not measured.has(row) and not any(is_of(row, i) for i in known):
                _, holding = found.setdefault(comparable(row.indikator), (row, []))
                holding.append(name)
    groups: dict[str, list[tuple[PrintedIndikator, list[str]]]] = {}
    for row, holding in found.values():
        groups.setdefault(comparable(row.sasaran), []).append((row, holding))
    for rows_of_sasaran in groups.values():
        yield UnmeasuredGroup(
            tujuan="",
            sasaran=rows_of_sasaran[0][0].sasaran,
            whole_tujuan=False,
            whole_sasaran=False,
            indikator=tuple(_left_out(snapshot, row.indikator, holding) for row, holding in rows_of_sasaran),
        )
