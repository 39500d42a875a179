"""The appendices of the LKIP: the documents of the year, whole. The chapters sum them up and say where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reports.document.tree import Part
from reports.official.pk import pk_part
from reports.official.sk_iku import keputusan_part, lampiran_part
from reports.official.yearly_plans import matriks_renstra_part, rencana_aksi_part, rkt_part
from reports.publish.naskah import Naskah
from reports.tables.definisi import definisi_table
from reports.tables.pk import nama_pk
from reports.tables.pohon_kinerja import draw_tree, has_tree
from sakip.snapshot.types import Snapshot

#: Key of the table of what the PK measures and the SK IKU does not define.
_DEFINISI: Final = "definisi-operasional"


def lampiran(naskah: Naskah) -> tuple[Part, ...]:
    """The appendices that exist, numbered without gaps: a document that is not recorded is not promised."""
    return tuple(_parts(naskah, appendix_numbers(naskah.snapshot)))


def appendix_numbers(snapshot: Snapshot) -> dict[str, str]:
    """Which document stands in which appendix ("Lampiran 2"): renstra, rkt,
    pohon-kinerja, each PK by its name, rencana-aksi, iku."""
    recorded = (
        ("renstra", snapshot.renstra_in_force),
        ("rkt", snapshot.rkt),
        ("pohon-kinerja", snapshot.rkt and has_tree(snapshot, snapshot.rkt)),
        *((nama_pk(pk), pk) for pk in snapshot.pk),
        ("rencana-aksi", snapshot.rencana_aksi),
        ("iku", snapshot.iku or definisi_table(snapshot, key=_DEFINISI)),
    )
    return {key: f"Lampiran {n}" for n, key in enumerate((key for key, one in recorded if one), start=1)}


def _parts(naskah: Naskah, numbers: dict[str, str]) -> Iterator[Part]:
    snapshot = naskah.snapshot
    definisi = definisi_table(snapshot, key=_DEFINISI)
    if snapshot.renstra_in_force:
        yield matriks_renstra_part(naskah, snapshot.renstra_in_force, nomor=numbers["renstra"])
    if snapshot.rkt:
        yield rkt_part(naskah, snapshot.rkt, nomor=numbers["rkt"])
        if nomor := numbers.get("pohon-kinerja"):
            yield Part(
                key="pohon-kinerja",
                title=f"Pohon Kinerja Tahun {snapshot.tahun}",
                level=1,
                nomor=nomor,
                content=draw_tree(snapshot, snapshot.rkt),
                landscape=True,
            )
    for pk in snapshot.pk:
        yield pk_part(naskah, pk, nomor=numbers[nama_pk(pk)])
    if snapshot.rencana_aksi:
        yield rencana_aksi_part(naskah, snapshot.rencana_aksi, nomor=numbers["rencana-aksi"])
    if snapshot.iku:
        yield keputusan_part(naskah, snapshot.iku, nomor=numbers["iku"])
        # Last and without a number of its own: it is the lampiran of the decree before it.
        decided = lampiran_part(naskah, snapshot.iku)
        yield replace(decided, content=(*decided.content, *((definisi,) if definisi else ())))
    elif definisi:
        yield Part(
            key=f"lampiran-{_DEFINISI}",
            title=definisi.title,
            level=1,
            nomor=numbers["iku"],
            content=(definisi,),
            landscape=True,
        )
