"""Rencana Kinerja Tahunan."""

from __future__ import annotations

from kecamatan.bacaan import Objek
from sakip import models as m
from sakip.services.contoh.konteks import Konteks, kolom_target


def rkt(konteks: Konteks) -> None:
    """Write the year's RKT, or remove it where the file has none."""
    asal = konteks.asal.objek("rkt")
    tercatat = konteks.selaras.daftar(
        m.RKT,
        [(asal, konteks.bertanggal(asal) | {"penandatangan": konteks.penanda(asal)})] if asal else [],
        asal=konteks.asal,
        induk=konteks.induk,
        kunci=(),
    )
    if asal is not None:
        (baris,) = tercatat
        _sasaran(konteks, baris, asal)
        _baris(konteks, baris, asal)


def _sasaran(konteks: Konteks, rkt: m.RKT, asal: Objek) -> None:
    konteks.selaras.daftar(
        m.SasaranRKT,
        [
            (
                s,
                {
                    "sasaran": s.teks_wajib("sasaran"),
                    "indikator": s.teks_wajib("indikator"),
                    "acuan_indikator": konteks.acuan_indikator(s),
                    "satuan": s.teks("satuan"),
                }
                | kolom_target(s.objek("target")),
            )
            for s in asal.daftar("sasaran")
        ],
        asal=asal,
        induk={"rkt": rkt},
    )


def _baris(konteks: Konteks, rkt: m.RKT, asal: Objek) -> None:
    daftar = asal.daftar("baris")
    baris = konteks.selaras.daftar(
        m.BarisRKT,
        [
            (
                b,
                {
                    "acuan_sasaran": konteks.acuan_sasaran(b, "sasaran"),
                    **konteks.nomenklatur_rkt.jenjang(b),
                    "anggaran": b.angka("anggaran"),
                    "penanggung_jawab": konteks.unit(b),
                },
            )
            for b in daftar
        ],
        asal=asal,
        induk={"rkt": rkt},
    )
    for tercatat, isi in zip(baris, daftar, strict=True):
        konteks.selaras.daftar(
            m.IndikatorBarisRKT,
            [
                (
                    i,
                    {
                        "uraian": i.teks_wajib("uraian"),
                        "target": i.teks("target"),
                        "satuan": i.teks("satuan"),
                    },
                )
                for i in isi.daftar("indikator")
            ],
            asal=isi,
            induk={"baris": tercatat},
        )
