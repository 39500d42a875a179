"""Documents of their own: PK (murni, perubahan), SK IKU, RKT, matriks Renstra, rencana aksi.

They are made of the very parts that the LKIP has as lampiran, so the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reports.document.tree import Dokumen, Part
from reports.lkip.lkip import frame as lkip_frame
from reports.lkip.lkip import lkip
from reports.official.lembar_reviu import lembar_reviu_part
from reports.official.pk import pk_part
from reports.official.pk_unit import pk_unit_parts
from reports.official.signatures import full_name
from reports.official.sk_iku import keputusan_part, lampiran_part, title_of_decree
from reports.official.yearly_plans import matriks_renstra_part, rencana_aksi_part, rkt_part
from reports.publish.naskah import Naskah
from reports.tables.pk import nama_pk
from sakip.snapshot.types import PerjanjianKinerja, Snapshot

Composer = Callable[[Naskah], Dokumen | None]


def _frame(snapshot: Snapshot, *, konsep: bool) -> Dokumen:
    """What runs along the pages of each but the LKIP."""
    return Dokumen(
        key="",
        title="",
        head=full_name(snapshot),  # the title itself is the other half of the running header
        body=(),
        konsep=konsep,
        contents=False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DokumenKind:
    """A kind of document: its stable code, its name on screen and how it is built (None: nothing recorded).

    ``reviewed`` says that it prints what a review found (:func:`reports.review.sheet.draft_of`), ``by_parts`` that each
    of its parts is a document that is signed by itself. ``frame`` is the
    document without its content, of a snapshot that needs to hold no more than whose it is.
    """

    kode: str
    nama: str
    arrange: Composer
    reviewed: bool = False
    by_parts: bool = False
    frame: Callable[..., Dokumen] = _frame


def _dokumen(naskah: Naskah, key: str, title: str, parts: tuple[Part, ...]) -> Dokumen:
    snapshot = naskah.snapshot
    return replace(
        _frame(snapshot, konsep=naskah.konsep),
        key=f"{key}-{snapshot.kecamatan.slug}-{snapshot.tahun}",
        title=f"{title}, {full_name(snapshot)}",
        body=parts,
    )


def _pk_murni(naskah: Naskah) -> Dokumen | None:
    pk = next((p for p in naskah.snapshot.pk if not p.perubahan), None)
    return _dokumen(naskah, "pk-murni", nama_pk(pk), (_signed_pk(naskah, pk),)) if pk else None


def _signed_pk(naskah: Naskah, pk: PerjanjianKinerja) -> Part:
    return pk_part(naskah, pk, pengesahan=naskah.pengesahan)


def _pk_perubahan(naskah: Naskah) -> Dokumen | None:
    """The latest perubahan: an earlier one is no longer in force."""
    pk = naskah.snapshot.pk_in_force
    if pk is None or not pk.perubahan:
        return None
    return _dokumen(naskah, "pk-perubahan", nama_pk(pk), (_signed_pk(naskah, pk),))


def _pk_berjenjang(naskah: Naskah) -> Dokumen | None:
    """Every PK below the camat's, one after another."""
    parts, tahun = pk_unit_parts(naskah, perubahan=False), naskah.snapshot.tahun
    return _dokumen(naskah, "pk-berjenjang", f"PK Berjenjang Tahun {tahun}", parts) if parts else None


def _pk_unit_perubahan(naskah: Naskah) -> Dokumen | None:
    """The same of the latest perubahan of each."""
    parts, tahun = pk_unit_parts(naskah, perubahan=True), naskah.snapshot.tahun
    if not parts:
        return None
    return _dokumen(naskah, "pk-unit-perubahan", f"PK Berjenjang Perubahan Tahun {tahun}", parts)


def _sk_iku(naskah: Naskah) -> Dokumen | None:
    iku = naskah.snapshot.iku
    if iku is None:
        return None
    parts = (
        keputusan_part(naskah, iku, pengesahan=naskah.pengesahan),
        lampiran_part(naskah, iku, pengesahan=naskah.pengesahan),
    )
    return _dokumen(
        naskah,
        "sk-iku",
        f"{title_of_decree(naskah.snapshot)} Indikator Kinerja Utama Tahun {iku.tahun_keputusan}",
        parts,
    )


def _rkt(naskah: Naskah) -> Dokumen | None:
    rkt = naskah.snapshot.rkt
    if rkt is None:
        return None
    return _dokumen(
        naskah, "rkt", f"Rencana Kinerja Tahunan (RKT) Tahun {rkt.tahun}", (rkt_part(naskah, rkt),)
    )


def _renstra(naskah: Naskah) -> Dokumen | None:
    renstra = naskah.snapshot.renstra_in_force
    if renstra is None:
        return None
    title = f"Matriks Rencana Strategis Tahun {renstra.tahun_awal}–{renstra.tahun_akhir}"
    return _dokumen(naskah, "renstra", title, (matriks_renstra_part(naskah, renstra),))


def _rencana_aksi(naskah: Naskah) -> Dokumen | None:
    rencana = naskah.snapshot.rencana_aksi
    if rencana is None:
        return None
    parts = (rencana_aksi_part(naskah, rencana),)
    return _dokumen(naskah, "rencana-aksi", f"Rencana Aksi Kinerja Tahun {rencana.tahun}", parts)


def _lembar_reviu(naskah: Naskah) -> Dokumen | None:
    if naskah.review is None:
        return None
    part = lembar_reviu_part(naskah, naskah.review)
    return _dokumen(naskah, "lembar-reviu", f"Lembar Reviu LKIP Tahun {naskah.snapshot.tahun}", (part,))


#: Every document that can be made of one kecamatan-year, by stable code.
DOKUMEN_KINDS: dict[str, DokumenKind] = {
    j.kode: j
    for j in (
        DokumenKind(kode="lkip", nama="Laporan Kinerja (LKIP)", arrange=lkip, frame=lkip_frame),
        DokumenKind(kode="renstra", nama="Matriks Renstra", arrange=_renstra),
        DokumenKind(kode="rkt", nama="Rencana Kinerja Tahunan", arrange=_rkt),
        DokumenKind(kode="pk-murni", nama="Perjanjian Kinerja", arrange=_pk_murni),
        DokumenKind(kode="pk-perubahan", nama="Perjanjian Kinerja Perubahan", arrange=_pk_perubahan),
        DokumenKind(kode="pk-berjenjang", nama="PK Berjenjang", arrange=_pk_berjenjang, by_parts=True),
        DokumenKind(
            kode="pk-unit-perubahan",
            nama="PK Berjenjang Perubahan",
            arrange=_pk_unit_perubahan,
            by_parts=True,
        ),
        DokumenKind(kode="sk-iku", nama="Keputusan Camat tentang IKU", arrange=_sk_iku),
        DokumenKind(kode="rencana-aksi", nama="Rencana Aksi", arrange=_rencana_aksi),
        DokumenKind(kode="lembar-reviu", nama="Lembar Reviu", arrange=_lembar_reviu, reviewed=True),
    )
}
