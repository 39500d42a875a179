"""Reference data of the performance domain, and the loading of the whole folder ``fixtures/referensi``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction

from kecamatan.ground.errors import BrokenReference
from kecamatan.ground.row_changes import Tally
from kecamatan.ground.row_sync import Rest, RowSync
from kecamatan.ground.strict_json import JsonObject, read_list, read_object
from kecamatan.ground.trail import record_history, trail_add
from kecamatan.models import Kabupaten
from kecamatan.reference import pangkat_load, peraturan_load, provinsi_load, wilayah_load
from sakip import models as m
from sakip.entry.writer import ROWS
from sakip.records.kebijakan.freeze import skala as frozen_scale
from sakip.records.kebijakan.models import known_rumus, offered_by_default
from sakip.records.kebijakan.scale_save import scale_use

#: What the trail says of a load: nobody has entered anything.
LOADED: Final = "referensi.dimuat"


@transaction.atomic
def reference_load(*, folder: Path) -> dict[str, Tally]:
    """Load every file of the folder, all or nothing; returns what happened per file name.

    A second run changes nothing. Raises :class:`kecamatan.ground.strict_json.InvalidFile`.
    """
    results = {
        nama: fits(file=folder / f"{nama}.json")
        for nama, fits in (
            ("provinsi", provinsi_load),
            ("wilayah", wilayah_load),
            ("pangkat", pangkat_load),
            ("peraturan", peraturan_load),
            ("skala", skala_load),
            ("kebijakan", kebijakan_load),
            ("nomenklatur", nomenklatur_load),
        )
    }
    if sum(h.perubahan for h in results.values()):
        trail_add(
            action=LOADED,
            subject="fixtures/referensi",
            sebutan="referensi",
            after={nama: str(h) for nama, h in results.items()},
        )
    return results


@transaction.atomic
def skala_load(*, file: Path) -> Tally:
    """Load the scales with their categories. One by which something is measured cannot change: another has its own
    kode."""
    sync = RowSync(writer=ROWS)
    before = {one.kode: one for one in m.Skala.objects.prefetch_related("kategori")}
    for s in read_list(file):
        skala = sync.one(
            m.Skala,
            s,
            keys=s.columns(m.Skala, "kode"),
            nilai=s.columns(m.Skala, "nama", "dasar", "untuk"),
        )
        sync.listing(
            m.KategoriSkala,
            [
                (k, k.columns(m.KategoriSkala, "kode", "label", "batas", "tertutup", "rentang_cetak"))
                for k in s.listing("kategori")
            ],
            origin=s,
            parents={"skala": skala},
            keys=("kode",),
        )
        s.done()
        try:
            after = frozen_scale(m.Skala.objects.prefetch_related("kategori").get(pk=skala.pk))
            stored = before.get(after.kode)
            used = scale_use(stored) if stored and frozen_scale(stored) != after else None
        except BrokenReference as error:
            raise s.error(str(error)) from error
        if used:
            raise s.error(f'skala "{stored}" {used.by}, jadi tidak dapat diubah. Beri skala baru kode lain.')
    return sync.tally


@transaction.atomic
def kebijakan_load(*, file: Path) -> Tally:
    """Load the measuring policies. A policy that the kabupaten has changed, or made itself, is left alone."""
    sync = RowSync(writer=ROWS, left_alone=lambda policy: record_history(policy).exists())
    kabupaten = {k.kode: k for k in Kabupaten.objects.all()}
    skala = {s.kode: s for s in m.Skala.objects.all()}
    for k in read_list(file):
        sync.one(
            m.KebijakanPengukuran,
            k,
            keys={"kabupaten": _reference(k, "kabupaten", kabupaten), "tahun": k.required_integer("tahun")},
            nilai={"skala": _reference(k, "skala", skala)}
            | k.columns(
                m.KebijakanPengukuran,
                *("batas_atas", "batas_bawah", "batas_efisien", "desimal", "dasar", "batas_waktu_lkip"),
            )
            | {"rumus": _rumus(k)},
        )
        k.done()
    return sync.tally


def _rumus(origin: JsonObject) -> list[str]:
    kode = origin.text_list("rumus") or offered_by_default()
    try:
        known_rumus(kode)
    except ValidationError as error:
        raise origin.error(" ".join(error.messages), "rumus") from error
    return kode


def _reference(origin: JsonObject, key: str, choices: dict[str, Any]) -> Any:
    kode = origin.required_text(key)
    if kode not in choices:
        raise origin.error(f'"{kode}" tidak dikenal. Isi salah satu dari {", ".join(sorted(choices))}.', key)
    return choices[kode]


@transaction.atomic
def nomenklatur_load(*, file: Path) -> Tally:
    """Load the versions of the nomenklatur. A code that is gone stays where documents use it."""
    return nomenklatur_write(read_object(file))


@transaction.atomic
def nomenklatur_write(origin: JsonObject, *, ended: Mapping[str, int] = MappingProxyType({})) -> Tally:
    """Write versions of the nomenklatur; ``ended`` are others that end now, by their code with their last year.

    A version whose end is not told ends where a later one begins that is recorded here and nowhere else.
    """
    sync = RowSync(writer=ROWS)
    for kode, last in ended.items():
        sync.one(m.VersiNomenklatur, origin, keys={"kode": kode}, nilai={"tahun_akhir": last})
    for v in origin.listing("versi"):
        nilai = v.columns(m.VersiNomenklatur, "nama", "dasar", "tahun_awal", "tahun_akhir")
        later = m.VersiNomenklatur.objects.filter(tahun_awal__gt=nilai["tahun_awal"]).order_by("tahun_awal")
        if nilai["tahun_akhir"] is None and (following := later.first()) is not None:
            nilai["tahun_akhir"] = following.tahun_awal - 1
        versi = sync.one(m.VersiNomenklatur, v, keys=v.columns(m.VersiNomenklatur, "kode"), nilai=nilai)
        for p, program in _level(sync, m.Program, v, "program", versi=versi):
            for k, kegiatan in _level(sync, m.Kegiatan, program, "kegiatan", program=p):
                _level(sync, m.SubKegiatan, kegiatan, "sub_kegiatan", *_OF_SUB_KEGIATAN, kegiatan=k)
    origin.done()
    return sync.tally


_OF_SUB_KEGIATAN: Final = ("indikator", "satuan", "kode_dikonfirmasi")


def _level(
    sync: RowSync, model: type[Any], origin: JsonObject, key: str, *more: str, **parents: Any
) -> list[tuple[Any, JsonObject]]:
    """The rows of one level below a row, each with its object; ``more`` are columns that only this level has."""
    listing = origin.listing(key)
    rows = sync.listing(
        model,
        [(o, o.columns(model, "kode", "nama", "khusus_aceh", "tanpa_kode", *more)) for o in listing],
        origin=origin,
        parents={"kabupaten": None} | parents,  # what a kabupaten added is none of the list's
        keys=("kode",),
        rest=Rest.BILA_BEBAS,
    )
    return list(zip(rows, listing, strict=True))
