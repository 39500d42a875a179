"""The appendices of the LKIP: the documents of the year, whole. The chapters sum them up and say where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reports.document.tree import Part
from reports.lkip.arrangement import appendix_mark, in_order
from reports.official.pk import pk_part
from reports.official.pk_unit import pk_unit_parts
from reports.official.sk_iku import keputusan_part, lampiran_part
from reports.official.yearly_plans import matriks_renstra_part, rencana_aksi_part, rkt_part
from reports.publish.naskah import Naskah
from reports.tables.definisi import definisi_table
from reports.tables.pk import nama_pk
from reports.tables.pohon_kinerja import draw_tree, has_tree
from sakip.snapshot.reads import kept

#: Key of the table of what the PK measures where no SK IKU defines anything.
_DEFINISI: Final = "definisi-operasional"


@kept
def lampiran(naskah: Naskah) -> tuple[Part, ...]:
    """The appendices that exist, numbered without gaps: a document that is not recorded is not promised."""
    return tuple(
        part for key, nomor in appendix_numbers(naskah).items() for part in _parts(naskah, key, nomor)
    )


def appendix_numbers(naskah: Naskah) -> dict[str, str]:
    """Which document stands in which appendix ("Lampiran 2"), in their order: renstra, rkt, pohon-kinerja, each PK by
    its name, pk-berjenjang, rencana-aksi, iku; without those that are not recorded or that the kabupaten does not
    print."""
    snapshot = naskah.snapshot
    recorded = (
        ("renstra", "renstra", snapshot.renstra_in_force),
        ("rkt", "rkt", snapshot.rkt),
        ("pohon-kinerja", "pohon-kinerja", snapshot.rkt and has_tree(snapshot, snapshot.rkt)),
        *(("pk", nama_pk(pk), pk) for pk in snapshot.pk),
        ("pk-berjenjang", "pk-berjenjang", snapshot.baris_pk_unit),
        ("rencana-aksi", "rencana-aksi", snapshot.rencana_aksi),
        ("iku", "iku", snapshot.iku or definisi_table(snapshot, key=_DEFINISI)),
    )
    printed = in_order(
        naskah.susunan, (one for one in recorded if one[2]), key=lambda one: f"lampiran-{one[0]}"
    )
    return {
        key: f"Lampiran {appendix_mark(naskah.susunan, n)}" for n, (_, key, _) in enumerate(printed, start=1)
    }


def _parts(naskah: Naskah, key: str, nomor: str) -> Iterator[Part]:
    """The document that :func:`appendix_numbers` calls by this key."""
    snapshot = naskah.snapshot
    if key == "renstra" and snapshot.renstra_in_force:
        yield matriks_renstra_part(naskah, snapshot.renstra_in_force, nomor=nomor)
    if key == "rkt" and snapshot.rkt:
        yield rkt_part(naskah, snapshot.rkt, nomor=nomor)
    if key == "pohon-kinerja" and snapshot.rkt:
        yield Part(
            key="pohon-kinerja",
            title=f"Pohon Kinerja Tahun {snapshot.tahun}",
            level=1,
            nomor=nomor,
            content=draw_tree(snapshot, snapshot.rkt),
            landscape=True,
        )
    yield from (pk_part(naskah, pk, nomor=nomor) for pk in snapshot.pk if nama_pk(pk) == key)
    if key == "pk-berjenjang":
        # One appendix: the others follow its first without a number of their own.
        first, *others = pk_unit_parts(naskah)
        yield replace(first, nomor=nomor)
        yield from others
    if key == "rencana-aksi" and snapshot.rencana_aksi:
        yield rencana_aksi_part(naskah, snapshot.rencana_aksi, nomor=nomor)
    if key == "iku":
        yield from _iku(naskah, nomor)


def _iku(naskah: Naskah, nomor: str) -> Iterator[Part]:
    """The decree with its lampiran; where nothing is decreed, how what is measured is worked out. What is measured
    beside a decree is defined in BAB III: alone behind the signature of the decree it would take a page."""
    snapshot = naskah.snapshot
    if snapshot.iku:
        yield keputusan_part(naskah, snapshot.iku, nomor=nomor)
        # Without a number of its own: it is the lampiran of the decree before it.
        yield lampiran_part(naskah, snapshot.iku)
    elif definisi := definisi_table(snapshot, key=_DEFINISI):
        yield Part(
            key=f"lampiran-{_DEFINISI}",
            title=definisi.title,
            level=1,
            nomor=nomor,
            content=(definisi,),
            landscape=True,
        )
