"""Reference data of the performance domain, and the loading of the whole folder ``fixtures/referensi``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from kecamatan.ground.errors import BrokenReference
from kecamatan.ground.row_changes import Tally
from kecamatan.ground.row_sync import Rest, RowSync
from kecamatan.ground.strict_json import JsonObject, read_list, read_object
from kecamatan.ground.trail import trail_add
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
            kunci={"kode": s.teks_wajib("kode")},
            nilai={name: s.teks_wajib(name) for name in ("nama", "dasar", "untuk")},
        )
        selaras.daftar(
            m.KategoriSkala,
            [
                (
                    k,
                    {
                        "kode": k.teks_wajib("kode"),
                        "label": k.teks_wajib("label"),
                        "batas": k.angka("batas"),
                        "tertutup": k.benar("tertutup", bawaan=False),
                        "rentang_cetak": k.teks("rentang_cetak"),
                    },
                )
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
    selaras = RowSync(writer=ROWS)
    kabupaten = {k.kode: k for k in Kabupaten.objects.all()}
    skala = {s.kode: s for s in m.Skala.objects.all()}
    for k in read_list(berkas):
        selaras.satu(
            m.KebijakanPengukuran,
            k,
            kunci={"kabupaten": _acuan(k, "kabupaten", kabupaten), "tahun": k.required_integer("tahun")},
            nilai={
                "skala": _acuan(k, "skala", skala),
                "batas_atas": k.angka("batas_atas"),
                "batas_bawah": k.angka("batas_bawah"),
                "desimal": k.required_integer("desimal"),
                "dasar": k.teks("dasar"),
                "batas_waktu_lkip": k.tanggal("batas_waktu_lkip"),
                "rumus": _rumus(k),
            },
            suntingan=True,
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
            kunci={"kode": v.teks_wajib("kode")},
            nilai={
                "nama": v.teks_wajib("nama"),
                "dasar": v.teks("dasar"),
                "tahun_awal": v.required_integer("tahun_awal"),
                "tahun_akhir": v.bulat("tahun_akhir"),
            },
        )
        daftar_program = v.daftar("program")
        program = _tingkat(selaras, m.Program, daftar_program, asal=v, induk={"versi": versi})
        for p, isi_program in zip(program, daftar_program, strict=True):
            daftar_kegiatan = isi_program.daftar("kegiatan")
            kegiatan = _tingkat(selaras, m.Kegiatan, daftar_kegiatan, asal=isi_program, induk={"program": p})
            for k, isi_kegiatan in zip(kegiatan, daftar_kegiatan, strict=True):
                sub = isi_kegiatan.daftar("sub_kegiatan")
                _tingkat(selaras, m.SubKegiatan, sub, asal=isi_kegiatan, induk={"kegiatan": k})
    asal.selesai()
    return selaras.hitungan


def _tingkat(
    selaras: RowSync, model: type[Any], daftar: list[JsonObject], *, asal: JsonObject, induk: dict[str, Any]
) -> list[Any]:
    kolom = _kolom_sub if model is m.SubKegiatan else _kolom
    return selaras.daftar(
        model, [(o, kolom(o)) for o in daftar], asal=asal, induk=induk, kunci=("kode",), sisa=Rest.BILA_BEBAS
    )


def _kolom(asal: JsonObject) -> dict[str, object]:
    return {
        "kode": asal.teks_wajib("kode"),
        "nama": asal.teks_wajib("nama"),
        "khusus_aceh": asal.benar("khusus_aceh", bawaan=False),
        "tanpa_kode": asal.benar("tanpa_kode", bawaan=False),
    }


def _kolom_sub(asal: JsonObject) -> dict[str, object]:
    return _kolom(asal) | {
        "indikator": asal.teks("indikator"),
        "satuan": asal.teks("satuan"),
        "kode_dikonfirmasi": asal.benar("kode_dikonfirmasi", bawaan=False),
    }
