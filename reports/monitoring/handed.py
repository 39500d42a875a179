"""When each document of a year was handed in: that of an agreed one is told by the trail, once and for all.

A plan is handed in when it was agreed for the first time; that it was opened later makes it no later. The realisasi of
a triwulan is there when the last of its values was entered for the first time; corrections make it no later either.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Final

from kecamatan.models import Jejak, Kecamatan
from sakip.capaian.triwulan import TAHUNAN, TRIWULAN
from sakip.entry.agreed import AGREED
from sakip.entry.readiness import Readiness, State
from sakip.models import RKT, KeputusanIKU, PerjanjianKinerja, Realisasi, RencanaAksi
from sakip.records.realisasi.readiness import asked_in_triwulan
from sakip.snapshot.types import Snapshot

_REALISASI: Final = Realisasi._meta.label_lower


def handed_in(
    kecamatan: Kecamatan, snapshot: Snapshot, states: Mapping[str, Readiness]
) -> dict[str, datetime | None]:
    """By its code when each document that was handed in was so; None of one that is there, but the trail does not say
    since when, because it came with a fixture (2 queries)."""
    heads = dict(_heads(snapshot))
    agreed: dict[tuple[str, int], datetime] = {}
    told = Jejak.objects.filter(
        kecamatan=kecamatan, tindakan=AGREED, objek_jenis__in={kind for kind, _ in heads}
    )
    for kind, pk, moment in told.order_by("-waktu").values_list("objek_jenis", "objek_pk", "waktu"):
        agreed[kind, pk or 0] = moment  # the first is the last to be put there
    found: dict[str, datetime | None] = {code: agreed[head] for head, code in heads.items() if head in agreed}
    complete = [n for n in TRIWULAN if states[f"realisasi-{n}"].state is State.COMPLETE]
    return found | (_measured(kecamatan, snapshot, complete) if complete else {})


def _heads(snapshot: Snapshot) -> Iterator[tuple[tuple[str, int], str]]:
    """The head of each document by its model label and number, with its code."""
    for model, row, code in (
        (RKT, snapshot.rkt, "rkt"),
        (KeputusanIKU, snapshot.iku, "iku"),
        (RencanaAksi, snapshot.rencana_aksi, "rencana-aksi"),
        *(
            (PerjanjianKinerja, pk, "pk-perubahan" if pk.perubahan else "pk-murni")
            for pk in snapshot.pk
            if not pk.dikutip
        ),
    ):
        if row is not None:
            yield (model._meta.label_lower, row.pk), code


def _measured(
    kecamatan: Kecamatan, snapshot: Snapshot, complete: Collection[int]
) -> dict[str, datetime | None]:
    first: dict[tuple[str, int], datetime] = {}
    lines = Jejak.objects.filter(kecamatan=kecamatan, objek_jenis=_REALISASI).order_by("waktu")
    for key, moment in lines.values_list("record_key", "waktu"):
        if key and key["tahun"] == snapshot.tahun:
            first.setdefault((key["indikator"], key["triwulan"]), moment)
    found: dict[str, datetime | None] = {}
    for nomor in complete:
        moments = [
            first.get((asked.key, TAHUNAN if asked.at_once else nomor))
            for asked in asked_in_triwulan(nomor, snapshot)
        ]
        known = [one for one in moments if one is not None]
        found[f"realisasi-{nomor}"] = max(known) if known and len(known) == len(moments) else None
    return found
