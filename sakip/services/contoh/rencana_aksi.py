"""Rencana Aksi with targets per triwulan."""

from __future__ import annotations

from typing import Any

from kecamatan.bacaan import Objek
from sakip import models as m
from sakip.services.contoh.konteks import Konteks, kolom_target

TRIWULAN = 4


def rencana_aksi(konteks: Konteks) -> None:
    """Write the year's rencana aksi, or remove it where the file has none."""
    asal = konteks.asal.objek("rencana_aksi")
    tercatat = konteks.selaras.daftar(
        m.RencanaAksi,
        [(asal, konteks.bertanggal(asal) | {"penandatangan": konteks.penanda(asal)})] if asal else [],
        asal=konteks.asal,
        induk=konteks.induk,
        kunci=(),
    )
    if asal is None:
        return
    (induk,) = tercatat
    daftar = asal.daftar("baris")
    baris = konteks.selaras.daftar(
        m.BarisRencanaAksi,
        [
            (
                b,
                {
                    "sasaran": b.teks_wajib("sasaran"),
                    "indikator": b.teks_wajib("indikator"),
                    "acuan_indikator": konteks.acuan_indikator(b),
                    "satuan": b.teks("satuan"),
                    "akumulasi": b.teks_wajib("akumulasi"),
                },
            )
            for b in daftar
        ],
        asal=asal,
        induk={"rencana_aksi": induk},
    )
    for tercatat_baris, isi in zip(baris, daftar, strict=True):
        _target(konteks, tercatat_baris, isi)
        _kegiatan(konteks, tercatat_baris, isi)


def _empat(asal: Objek, isi: list[Any]) -> list[Any]:
    """Four triwulan or none."""
    if len(isi) not in (0, TRIWULAN):
        raise asal.galat(f"{len(isi)} triwulan. Isi empat, dengan null untuk yang kosong.", "triwulan")
    return isi


def _target(konteks: Konteks, baris: m.BarisRencanaAksi, asal: Objek) -> None:
    triwulan = _empat(asal, asal.daftar_opsional("triwulan"))
    konteks.selaras.daftar(
        m.TargetTriwulan,
        [(t, {"triwulan": nomor} | kolom_target(t)) for nomor, t in enumerate(triwulan, start=1) if t],
        asal=asal,
        induk={"baris": baris},
        kunci=("triwulan",),
    )


def _kegiatan(konteks: Konteks, baris: m.BarisRencanaAksi, asal: Objek) -> None:
    konteks.selaras.daftar(
        m.KegiatanRencanaAksi,
        [
            (
                k,
                konteks.nomenklatur.jenjang(k)
                | {"indikator": k.teks("indikator"), "satuan": k.teks("satuan")}
                | {
                    f"triwulan_{nomor}": nilai
                    for nomor, nilai in enumerate(
                        _empat(k, k.daftar_angka("triwulan")) or [None] * TRIWULAN, start=1
                    )
                },
            )
            for k in asal.daftar("kegiatan")
        ],
        asal=asal,
        induk={"baris": baris},
    )
