"""Perjanjian Kinerja of the year, and of earlier years where a document prints their targets."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from kecamatan.bacaan import Objek
from sakip import models as m
from sakip.services.contoh.konteks import Konteks, Nomenklatur, kolom_target


def perjanjian(konteks: Konteks) -> None:
    """Write PK murni and perubahan of the year and, apart from them, those of ``pk_lalu``."""
    _setahun(konteks, konteks.tahun, konteks.asal.daftar("pk"), konteks.nomenklatur, dikutip=False)
    lalu: dict[int, list[Objek]] = {}
    if konteks.selaras.utuh:
        lalu = {tahun: [] for tahun in _dikutip(konteks).values_list("tahun", flat=True).distinct()}
    for asal in konteks.asal.daftar("pk_lalu"):
        tahun = asal.bulat_wajib("tahun")
        if tahun >= konteks.tahun:
            raise asal.galat(
                f"tahun {tahun} tidak lebih awal daripada {konteks.tahun}. Pindahkan ke pk.", "tahun"
            )
        lalu.setdefault(tahun, []).append(asal)
    for tahun, daftar in sorted(lalu.items()):
        _setahun(konteks, tahun, daftar, _nomenklatur(konteks, tahun), dikutip=True)


def _dikutip(konteks: Konteks) -> QuerySet[m.PerjanjianKinerja]:
    """PK of earlier years that are known only from later documents."""
    return m.PerjanjianKinerja.objects.for_kecamatan(konteks.kecamatan).filter(
        tahun__lt=konteks.tahun, dikutip=True
    )


def _nomenklatur(konteks: Konteks, tahun: int) -> Nomenklatur:
    versi = m.VersiNomenklatur.objects.for_tahun(tahun).first()
    return konteks.nomenklatur if versi in (None, konteks.nomenklatur.versi) else Nomenklatur(versi)


def _setahun(
    konteks: Konteks, tahun: int, daftar: list[Objek], nomenklatur: Nomenklatur, *, dikutip: bool
) -> None:
    induk = {"kecamatan": konteks.kecamatan, "tahun": tahun}
    milik_sendiri = m.PerjanjianKinerja.objects.filter(**induk, dikutip=False)
    if dikutip and konteks.selaras.utuh and daftar and milik_sendiri.exists():
        raise daftar[0].galat(f"PK tahun {tahun} dicatat pada tahun itu sendiri. Ubah di sana.", "tahun")
    pk = konteks.selaras.daftar(
        m.PerjanjianKinerja,
        [(asal, _kolom(konteks, asal, tahun) | {"dikutip": dikutip}) for asal in daftar],
        asal=konteks.asal,
        induk=induk,
        kunci=("versi",),
    )
    for baris, asal in zip(pk, daftar, strict=True):
        _indikator(konteks, baris, asal)
        _anggaran(konteks, baris, asal, nomenklatur)


def _kolom(konteks: Konteks, asal: Objek, tahun: int) -> dict[str, Any]:
    versi = asal.bulat_wajib("versi")
    jenis = m.PerjanjianKinerja.Jenis
    return {
        "versi": versi,
        "jenis": (jenis.PERUBAHAN if versi else jenis.MURNI).value,
        "alasan": asal.teks("alasan"),
        "pihak_pertama": konteks.penanda(asal, "pihak_pertama", tahun=tahun),
        "pihak_kedua": konteks.penanda(asal, "pihak_kedua", tahun=tahun),
        "sumber": asal.teks("sumber"),
    } | konteks.bertanggal(asal)


def _indikator(konteks: Konteks, pk: m.PerjanjianKinerja, asal: Objek) -> None:
    konteks.selaras.daftar(
        m.BarisPK,
        [
            (
                b,
                {
                    "sasaran": b.teks_wajib("sasaran"),
                    "acuan_sasaran": konteks.acuan_sasaran(b, "kunci_sasaran"),
                    "indikator": b.teks_wajib("indikator"),
                    "acuan_indikator": konteks.acuan_indikator(b),
                    "satuan": b.teks("satuan"),
                }
                | kolom_target(b.objek("target")),
            )
            for b in asal.daftar("indikator")
        ],
        asal=asal,
        induk={"perjanjian": pk},
    )


def _anggaran(konteks: Konteks, pk: m.PerjanjianKinerja, asal: Objek, nomenklatur: Nomenklatur) -> None:
    konteks.selaras.daftar(
        m.AnggaranPK,
        [
            (
                a,
                {
                    "program": nomenklatur.program(a),
                    "nama": a.teks_wajib("nama"),
                    "anggaran": a.angka("anggaran"),
                    "sumber_dana": a.teks("sumber_dana"),
                },
            )
            for a in asal.daftar("anggaran")
        ],
        asal=asal,
        induk={"perjanjian": pk},
    )
