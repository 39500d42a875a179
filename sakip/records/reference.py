"""Reference data of the performance domain, and the loading of the whole folder ``fixtures/referensi``."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction

from kecamatan.ground.errors import BrokenReference
from kecamatan.ground.row_changes import Tally
from kecamatan.ground.row_sync import Rest, RowSync
from kecamatan.ground.strict_json import JsonObject, read_list, read_object
from kecamatan.ground.trail import record_history, trail_add
from kecamatan.models import Kabupaten
from kecamatan.reference import pangkat_load, peraturan_load, wilayah_load
from sakip import models as m
from sakip.entry.writer import ROWS
from sakip.records.kebijakan.freeze import skala as frozen_scale
from sakip.records.kebijakan.models import known_rumus, offered_by_default


@transaction.atomic
def reference_load(*, folder: Path) -> dict[str, Tally]:
    """Load every file of the folder, all or nothing; returns what happened per file name.

    A second run changes nothing. Raises :class:`kecamatan.ground.strict_json.InvalidFile`.
    """
    hasil = {
        nama: muat(berkas=folder / f"{nama}.json")
        for nama, muat in (
            ("wilayah", wilayah_load),
            ("pangkat", pangkat_load),
            ("peraturan", peraturan_load),
            ("skala", skala_load),
            ("kebijakan", kebijakan_load),
            ("nomenklatur", nomenklatur_load),
        )
    }
    if sum(h.perubahan for h in hasil.values()):
        trail_add(
            tindakan="referensi.dimuat",
            objek="fixtures/referensi",
            sebutan="referensi",
            sesudah={nama: str(h) for nama, h in hasil.items()},
        )
    return hasil


@transaction.atomic
def skala_load(*, berkas: Path) -> Tally:
    """Load the scales with their categories."""
    selaras = RowSync(writer=ROWS)
    for s in read_list(berkas):
        skala = selaras.satu(
            m.Skala,
            s,
            kunci=s.columns(m.Skala, "kode"),
            nilai=s.columns(m.Skala, "nama", "dasar", "untuk"),
        )
        selaras.daftar(
            m.KategoriSkala,
            [
                (k, k.columns(m.KategoriSkala, "kode", "label", "batas", "tertutup", "rentang_cetak"))
                for k in s.daftar("kategori")
            ],
            asal=s,
            induk={"skala": skala},
            kunci=("kode",),
        )
        s.selesai()
        try:
            frozen_scale(m.Skala.objects.prefetch_related("kategori").get(pk=skala.pk))
        except BrokenReference as galat:
            raise s.galat(str(galat)) from galat
    return selaras.hitungan


@transaction.atomic
def kebijakan_load(*, berkas: Path) -> Tally:
    """Load the measuring policies. A policy that the kabupaten has changed, or made itself, is left alone."""
    selaras = RowSync(writer=ROWS, left_alone=lambda policy: record_history(policy).exists())
    kabupaten = {k.kode: k for k in Kabupaten.objects.all()}
    skala = {s.kode: s for s in m.Skala.objects.all()}
    for k in read_list(berkas):
        selaras.satu(
            m.KebijakanPengukuran,
            k,
            kunci={"kabupaten": _acuan(k, "kabupaten", kabupaten), "tahun": k.required_integer("tahun")},
            nilai={"skala": _acuan(k, "skala", skala)}
            | k.columns(
                m.KebijakanPengukuran, "batas_atas", "batas_bawah", "desimal", "dasar", "batas_waktu_lkip"
            )
            | {"rumus": _rumus(k)},
        )
        k.selesai()
    return selaras.hitungan


def _rumus(asal: JsonObject) -> list[str]:
    kode = asal.daftar_teks("rumus") or offered_by_default()
    try:
        known_rumus(kode)
    except ValidationError as galat:
        raise asal.galat(" ".join(galat.messages), "rumus") from galat
    return kode


def _acuan(asal: JsonObject, kunci: str, pilihan: dict[str, Any]) -> Any:
    kode = asal.teks_wajib(kunci)
    if kode not in pilihan:
        raise asal.galat(f'"{kode}" tidak dikenal. Isi salah satu dari {", ".join(sorted(pilihan))}.', kunci)
    return pilihan[kode]


@transaction.atomic
def nomenklatur_load(*, berkas: Path) -> Tally:
    """Load the versions of the nomenklatur. A code that is gone stays where documents use it."""
    asal = read_object(berkas)
    selaras = RowSync(writer=ROWS)
    for v in asal.daftar("versi"):
        versi = selaras.satu(
            m.VersiNomenklatur,
            v,
            kunci=v.columns(m.VersiNomenklatur, "kode"),
            nilai=v.columns(m.VersiNomenklatur, "nama", "dasar", "tahun_awal", "tahun_akhir"),
        )
        for p, program in _level(selaras, m.Program, v, "program", versi=versi):
            for k, kegiatan in _level(selaras, m.Kegiatan, program, "kegiatan", program=p):
                _level(selaras, m.SubKegiatan, kegiatan, "sub_kegiatan", *_OF_SUB_KEGIATAN, kegiatan=k)
    asal.selesai()
    return selaras.hitungan


_OF_SUB_KEGIATAN: Final = ("indikator", "satuan", "kode_dikonfirmasi")


def _level(
    selaras: RowSync, model: type[Any], asal: JsonObject, kunci: str, *more: str, **induk: Any
) -> list[tuple[Any, JsonObject]]:
    """The rows of one level below a row, each with its object; ``more`` are columns that only this level has."""
    daftar = asal.daftar(kunci)
    rows = selaras.daftar(
        model,
        [(o, o.columns(model, "kode", "nama", "khusus_aceh", "tanpa_kode", *more)) for o in daftar],
        asal=asal,
        induk=induk,
        kunci=("kode",),
        sisa=Rest.BILA_BEBAS,
    )
    return list(zip(rows, daftar, strict=True))
