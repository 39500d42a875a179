"""The one definition of the LKIP: its parts in the order of Permen PANRB 53/2014 as Jember uses it."""

from __future__ import annotations

from dataclasses import replace

from reports.document.tree import Cover, Dokumen
from reports.lkip.appendices import lampiran
from reports.lkip.arrangement import arranged
from reports.lkip.bab1 import bab1
from reports.lkip.bab2 import bab2
from reports.lkip.bab3 import bab3
from reports.lkip.bab4 import bab4
from reports.lkip.front import cover, kata_pengantar
from reports.lkip.ikhtisar import ikhtisar
from reports.official.signatures import full_name, nama_kecamatan
from reports.publish.naskah import Naskah
from sakip.snapshot.types import Snapshot


def frame(snapshot: Snapshot, *, konsep: bool) -> Dokumen:
    """The LKIP without its content: the words that run along its pages, for which nobody has to read the records."""
    return Dokumen(
        key=f"lkip-{snapshot.kecamatan.slug}-{snapshot.tahun}",
        title=f"Laporan Kinerja Instansi Pemerintah (LKIP) {full_name(snapshot)} Tahun {snapshot.tahun}",
        head=f"LKIP {nama_kecamatan(snapshot)} Tahun {snapshot.tahun}",
        cover=Cover(titles=(), instansi=(), tahun=str(snapshot.tahun)),
        body=(),
        konsep=konsep,
    )


def lkip(naskah: Naskah) -> Dokumen:
    """The whole LKIP, cover to lampiran."""
    return replace(
        frame(naskah.snapshot, konsep=naskah.konsep),
        cover=cover(naskah),
        front=(kata_pengantar(naskah), ikhtisar(naskah)),
        body=arranged(naskah.susunan, (bab1(naskah), bab2(naskah), bab3(naskah), bab4(naskah))),
        lampiran=lampiran(naskah),
    )
