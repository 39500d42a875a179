"""The ikhtisar of a kabupaten: put together of what its kecamatan told, and printed once of the same content."""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import QuerySet

from reports.models import IkhtisarKabupaten, IsiPaket, PaketLaporan
from reports.overview.document import content_key, overview_document
from reports.overview.facts import Overview, YearFacts
from reports.overview.gather import overview_of
from reports.publish.assemble import Assembled, read_media
from reports.publish.files import publish
from sakip.snapshot.codec import read, write

#: The kind of document, beside those of one kecamatan.
IKHTISAR = "ikhtisar"

_UNREADABLE = (
    "LKIP yang ditandatangani tidak terbaca lagi oleh versi ini; yang berlaku berkas dalam arsipnya."
)


def overview_make(*, paket: PaketLaporan, items: Sequence[IsiPaket]) -> IkhtisarKabupaten:
    """The ikhtisar of what was found of the kecamatan: as it was made before, else made now.

    Raises what :func:`reports.publish.files.publish` and :func:`reports.publish.assemble.read_media` raise.
    """
    overview = _gathered(paket, items)
    key = content_key(overview)
    own = IkhtisarKabupaten.objects.filter(kabupaten=paket.kabupaten, tahun=paket.tahun, kunci_isi=key)
    made = own.first()
    if made is not None and default_storage.exists(made.berkas.name or ""):
        return made
    dokumen = overview_document(overview)
    media = read_media(dokumen)
    result = publish(
        Assembled(kind=IKHTISAR, dokumen=dokumen, settings=overview.pengaturan, media=media), "pdf"
    )
    return _keep(own, made, paket, overview, key, result.content, result.page or 0)


def _keep(
    own: QuerySet[IkhtisarKabupaten],
    made: IkhtisarKabupaten | None,
    paket: PaketLaporan,
    overview: Overview,
    key: str,
    pdf: bytes,
    pages: int,
) -> IkhtisarKabupaten:
    row = made or IkhtisarKabupaten(kabupaten=paket.kabupaten, tahun=paket.tahun, kunci_isi=key)
    row.berkas.save(f"{key}.pdf", ContentFile(pdf), save=False)
    values = {
        "naskah": write(overview),
        "konsep": overview.konsep,
        "berkas": row.berkas.name,
        "ukuran": len(pdf),
        "halaman": pages,
    }
    # Two workers that make the same at once keep one.
    kept, _ = own.update_or_create(
        kabupaten=paket.kabupaten, tahun=paket.tahun, kunci_isi=key, defaults=values
    )
    return kept


def _gathered(paket: PaketLaporan, items: Sequence[IsiPaket]) -> Overview:
    facts: dict[int, YearFacts] = {}
    without: dict[int, str] = {}
    for one in items:
        told = (one.hasil or {}).get("facts")
        if told:
            facts[one.kecamatan_id] = read(json.dumps(told), YearFacts)
        else:
            without[one.kecamatan_id] = one.pesan or _UNREADABLE
    return overview_of(paket.kabupaten, paket.tahun, facts, without)


def overview_read(row: IkhtisarKabupaten) -> Overview:
    """What the document was made from. Raises :class:`sakip.snapshot.codec.InvalidSnapshot` where another version of
    the program made it."""
    return read(row.naskah, Overview)
