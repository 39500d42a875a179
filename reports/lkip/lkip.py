"""The one definition of the LKIP: its parts in the order of Permen PANRB 53/2014 as Jember uses it."""

from __future__ import annotations

from reports.document.tree import Dokumen, Part
from reports.lkip.bab1 import bab1
from reports.lkip.bab2 import bab2
from reports.lkip.bab3 import bab3
from reports.lkip.bab4 import bab4
from reports.lkip.front import cover, kata_pengantar
from reports.lkip.ikhtisar import ikhtisar
from reports.official.pk import pk_part
from reports.official.signatures import full_name, nama_kecamatan
from reports.official.sk_iku import keputusan_part, lampiran_part
from reports.official.yearly_plans import matriks_renstra_part, rencana_aksi_part, rkt_part
from reports.publish.naskah import Naskah


def lkip(naskah: Naskah) -> Dokumen:
    """The whole LKIP, cover to lampiran."""
    snapshot = naskah.snapshot
    return Dokumen(
        key=f"lkip-{snapshot.kecamatan.slug}-{snapshot.tahun}",
        title=f"Laporan Kinerja Instansi Pemerintah (LKIP) {full_name(snapshot)} Tahun {snapshot.tahun}",
        head=f"LKIP {nama_kecamatan(snapshot)} Tahun {snapshot.tahun}",
        cover=cover(naskah),
        front=(kata_pengantar(naskah), ikhtisar(naskah)),
        body=(bab1(naskah), bab2(naskah), bab3(naskah), bab4(naskah)),
        lampiran=lampiran(naskah),
        konsep=naskah.konsep,
    )


def lampiran(naskah: Naskah) -> tuple[Part, ...]:
    """The appendices that exist, numbered without gaps: a document that is not recorded is not promised."""
    snapshot = naskah.snapshot
    parts: list[Part] = []

    def nomor() -> str:
        return f"Lampiran {len(parts) + 1}"

    if snapshot.renstra_in_force:
        parts.append(matriks_renstra_part(naskah, snapshot.renstra_in_force, nomor=nomor()))
    if snapshot.rkt:
        parts.append(rkt_part(naskah, snapshot.rkt, nomor=nomor()))
    for pk in snapshot.pk:
        parts.append(pk_part(naskah, pk, nomor=nomor()))
    if snapshot.rencana_aksi:
        parts.append(rencana_aksi_part(naskah, snapshot.rencana_aksi, nomor=nomor()))
    if snapshot.iku:
        parts.append(keputusan_part(naskah, snapshot.iku, nomor=nomor()))
        # Last and without a number of its own: it is the lampiran of the decree before it.
        parts.append(lampiran_part(naskah, snapshot.iku))
    return tuple(parts)
