"""Reference data of the house: provinsi, wilayah, pangkat, peraturan. What they do not mention, they do not touch."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.db.models import Model

from kecamatan import models as m
from kecamatan.ground.row_changes import Tally
from kecamatan.ground.row_sync import ALREADY_WRITTEN, Rest, RowSync
from kecamatan.ground.strict_json import JsonObject, read_list, read_object
from kecamatan.ground.trail import record_history

_KECAMATAN: Final = ("kode", "nama", "slug", "jumlah_desa", "jumlah_kelurahan")

#: What areas and offices are called: Bagian Organisasi changes it in the browser.
_NAMES: Final = ("sebutan", "sebutan_kepala_daerah", "sebutan_camat", "sebutan_desa", "sebutan_kelurahan")


def _changed_by_people(row: Model | None) -> bool:
    """Whether somebody wrote the row: then it stays as it is."""
    return row is not None and record_history(row).exists()


@transaction.atomic
def wilayah_load(*, file: Path) -> Tally:
    """Load the kabupaten and its kecamatan.

    Addresses, which the offices keep themselves, stay as they are; so do the names of areas and offices that the file
    does not mention, or once people have written the row of the kabupaten.
    """
    origin = read_object(file)
    sync = RowSync()
    content = origin.inner("kabupaten")
    if content is None:
        raise origin.error('kunci "kabupaten" belum diisi. Isi kabupaten beserta kodenya.')
    keys = content.columns(m.Kabupaten, "kode")
    named_here = _changed_by_people(m.Kabupaten.objects.filter(**keys).first())

    def columns(origin: JsonObject, model: type[Model], *names: str) -> dict[str, Any]:
        mentioned = (name for name in _NAMES if name in origin.content)
        said = origin.columns(model, *dict.fromkeys((*names, *mentioned)))
        return {name: value for name, value in said.items() if not (named_here and name in _NAMES)}

    kabupaten = sync.one(
        m.Kabupaten,
        content,
        keys=keys,
        nilai=columns(
            content, m.Kabupaten, "nama", "sebutan", "provinsi", "sebutan_kepala_daerah", "ibu_kota"
        ),
    )
    sync.listing(
        m.Kecamatan,
        [(k, columns(k, m.Kecamatan, *_KECAMATAN)) for k in origin.listing("kecamatan")],
        origin=origin,
        parents={"kabupaten": kabupaten},
        keys=("kode",),
        rest=Rest.BIARKAN,
    )
    origin.done()
    return sync.tally


@transaction.atomic
def provinsi_load(*, file: Path) -> Tally:
    """Load the provinsi of Kemendagri."""
    sync = RowSync()
    for p in read_list(file):
        sync.one(m.Provinsi, p, keys=p.columns(m.Provinsi, "kode"), nilai=p.columns(m.Provinsi, "nama"))
        p.done()
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
    """Load the regulations; what a kabupaten added or changed itself stays, also where the file has it."""
    sync = RowSync(left_alone=_changed_by_people)
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
        values, owner = p.columns(m.Peraturan, *_PERATURAN), of_kabupaten(p)
        same = {name: values[name] for name in ("jenis", "nomor", "tahun")}
        rows = m.Peraturan.objects.exclude(kode__in=listing)
        by_hand = rows.filter(kabupaten=owner, **same).first() if owner else None
        recorded[kode] = sync.one(
            m.Peraturan,
            p,
            keys={"kode": by_hand.kode if by_hand else kode},
            nilai=values
            | {
                "urut": order,
                "kabupaten": owner,
                "dicabut_oleh": note(revoker, (*named, kode)) if revoker else None,
            },
        )
        p.done()
        return recorded[kode]

    for kode in listing:
        note(kode)
    return sync.tally
