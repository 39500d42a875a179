"""Reference data of the house: wilayah, pangkat and peraturan. What they do not mention, they do not touch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.db import transaction

from kecamatan import models as m
from kecamatan.ground.row_changes import Tally
from kecamatan.ground.row_sync import ALREADY_WRITTEN, Rest, RowSync
from kecamatan.ground.strict_json import JsonObject, read_list, read_object

_KECAMATAN: Final = ("kode", "nama", "slug", "jumlah_desa", "jumlah_kelurahan")


def _mentioned(content: JsonObject, *names: str) -> Iterator[str]:
    """Those of the columns that the file says: what it does not mention is kept as Bagian Organisasi wrote it."""
    return (name for name in names if name in content.content)


@transaction.atomic
def wilayah_load(*, file: Path) -> Tally:
    """Load the kabupaten and its kecamatan. Addresses, which the offices keep themselves, stay as they are."""
    origin = read_object(file)
    sync = RowSync()
    content = origin.inner("kabupaten")
    if content is None:
        raise origin.error('kunci "kabupaten" belum diisi. Isi kabupaten beserta kodenya.')
    kabupaten = sync.one(
        m.Kabupaten,
        content,
        keys=content.columns(m.Kabupaten, "kode"),
        nilai=content.columns(
            m.Kabupaten,
            *("nama", "sebutan", "provinsi", "sebutan_kepala_daerah", "ibu_kota"),
            *_mentioned(content, "sebutan_desa", "sebutan_kelurahan"),
        ),
    )
    sync.listing(
        m.Kecamatan,
        [
            (k, k.columns(m.Kecamatan, *_KECAMATAN, *_mentioned(k, "sebutan", "sebutan_camat")))
            for k in origin.listing("kecamatan")
        ],
        origin=origin,
        parents={"kabupaten": kabupaten},
        keys=("kode",),
        rest=Rest.BIARKAN,
    )
    origin.done()
    return sync.tally


@transaction.atomic
def pangkat_load(*, file: Path) -> Tally:
    """Load pangkat and golongan."""
    sync = RowSync()
    for p in read_list(file):
        sync.one(
            m.Pangkat,
            p,
            keys=p.columns(m.Pangkat, "golongan"),
            nilai=p.columns(m.Pangkat, "pangkat", "urut"),
        )
        p.done()
    return sync.tally


_PERATURAN: Final = (
    *("sebutan", "jenis", "nomor", "tahun", "tentang"),
    *("berlaku_mulai", "berlaku_sampai", "catatan"),
)


@transaction.atomic
def peraturan_load(*, file: Path) -> Tally:
    """Load the regulations; those that a kabupaten added itself stay."""
    sync = RowSync()
    listing: dict[str, tuple[int, JsonObject]] = {}
    for read_order, row in enumerate(read_list(file), start=1):
        if listing.setdefault(row.required_text("kode"), (read_order, row))[1] is not row:
            raise row.error(ALREADY_WRITTEN)
    recorded: dict[str, m.Peraturan] = {}

    def of_kabupaten(p: JsonObject) -> m.Kabupaten | None:
        """Whose it is, by the code of the kabupaten; none of the nation's."""
        kode = p.text("kabupaten")
        found = m.Kabupaten.objects.filter(kode=kode).first() if kode else None
        if kode and found is None:
            raise p.error(f'"{kode}" bukan kode kabupaten yang tercatat.', "kabupaten")
        return found

    def note(kode: str, named: tuple[str, ...] = ()) -> m.Peraturan:
        """The regulation that revokes another one is written before it."""
        if kode in recorded:
            return recorded[kode]
        order, p = listing[kode]
        revoker = p.text("dicabut_oleh")
        if revoker and (revoker not in listing or revoker in (*named, kode)):
            raise p.error(
                f'"{revoker}" tidak dikenal. Isi kode peraturan lain dalam berkas ini.', "dicabut_oleh"
            )
        recorded[kode] = sync.one(
            m.Peraturan,
            p,
            keys={"kode": kode},
            nilai=p.columns(m.Peraturan, *_PERATURAN)
            | {
                "urut": order,
                "kabupaten": of_kabupaten(p),
                "dicabut_oleh": note(revoker, (*named, kode)) if revoker else None,
            },
        )
        p.done()
        return recorded[kode]

    for kode in listing:
        note(kode)
    return sync.tally
