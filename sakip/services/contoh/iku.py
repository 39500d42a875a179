"""Keputusan Camat tentang IKU with its lampiran."""

from __future__ import annotations

from typing import Any

from kecamatan.bacaan import Objek
from kecamatan.services.contoh import peraturan
from sakip import models as m
from sakip.services.contoh.konteks import Konteks


def keputusan_iku(konteks: Konteks) -> None:
    """Write the year's SK IKU, or remove it where the file has none."""
    asal = konteks.asal.objek("iku")
    tercatat = konteks.selaras.daftar(
        m.KeputusanIKU,
        [(asal, _kolom(konteks, asal))] if asal else [],
        asal=konteks.asal,
        induk=konteks.induk,
        kunci=(),
    )
    if asal is None:
        return
    (keputusan,) = tercatat
    induk = {"keputusan": keputusan}
    konteks.selaras.daftar(
        m.MengingatIKU,
        [(asal, {"peraturan": baris}) for baris in peraturan(asal, "mengingat")],
        asal=asal,
        induk=induk,
    )
    for jenis in m.ButirIKU.Jenis:
        konteks.selaras.daftar(
            m.ButirIKU,
            [(asal, {"uraian": uraian}) for uraian in asal.daftar_teks(jenis.value)],
            asal=asal,
            induk=induk | {"jenis": jenis.value},
        )
    konteks.selaras.daftar(
        m.BarisIKU, [(b, _baris(konteks, b)) for b in asal.daftar("baris")], asal=asal, induk=induk
    )


def _kolom(konteks: Konteks, asal: Objek) -> dict[str, Any]:
    return {
        "nomor": asal.teks("nomor"),
        "instansi": asal.teks("instansi"),
        "penandatangan": konteks.penanda(asal),
    } | konteks.bertanggal(asal)


def _baris(konteks: Konteks, asal: Objek) -> dict[str, Any]:
    return {
        "sasaran": asal.teks_wajib("sasaran"),
        "indikator": asal.teks_wajib("indikator"),
        "acuan_indikator": konteks.acuan_indikator(asal),
        **{k: asal.teks(k) for k in ("satuan", "pembilang", "penyebut", "formulasi", "sumber_data")},
        "penjelasan": asal.daftar_teks("penjelasan"),
        "penanggung_jawab": asal.daftar_teks("penanggung_jawab"),
    }
