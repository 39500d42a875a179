"""RPJMD of the kabupaten: shared by all its kecamatan."""

from __future__ import annotations

from typing import Any

from kecamatan.bacaan import Objek
from kecamatan.selaras import Sisa
from sakip import models as m
from sakip.services.contoh.konteks import Konteks


def rpjmd(konteks: Konteks) -> m.PeriodeRPJMD | None:
    """Write the period with misi, tujuan and sasaran, or nothing where the file has none."""
    asal = konteks.asal.objek("rpjmd")
    if asal is None:
        return None
    periode = konteks.selaras.satu(
        m.PeriodeRPJMD,
        asal,
        kunci={"kabupaten": konteks.kecamatan.kabupaten, "tahun_awal": asal.bulat_wajib("tahun_awal")},
        nilai={
            "tahun_akhir": asal.bulat_wajib("tahun_akhir"),
            "visi": asal.teks("visi"),
            "dasar": asal.teks("dasar"),
        },
    )
    daftar_misi = asal.daftar("misi")
    misi = konteks.selaras.daftar(
        m.MisiRPJMD,
        [(o, {"nomor": o.bulat_wajib("nomor"), "uraian": o.teks_wajib("uraian")}) for o in daftar_misi],
        asal=asal,
        induk={"periode": periode},
        kunci=("nomor",),
        sisa=Sisa.TUNDA,
    )
    for baris_misi, isi_misi in zip(misi, daftar_misi, strict=True):
        daftar_tujuan = isi_misi.daftar("tujuan")
        tujuan = _bertingkat(konteks, m.TujuanRPJMD, daftar_tujuan, asal=isi_misi, induk={"misi": baris_misi})
        for baris_tujuan, isi_tujuan in zip(tujuan, daftar_tujuan, strict=True):
            _bertingkat(
                konteks,
                m.SasaranRPJMD,
                isi_tujuan.daftar("sasaran"),
                asal=isi_tujuan,
                induk={"tujuan": baris_tujuan},
            )
    return periode


def _bertingkat(
    konteks: Konteks, model: type[Any], daftar: list[Objek], *, asal: Objek, induk: dict[str, Any]
) -> list[Any]:
    return konteks.selaras.daftar(
        model,
        [(o, {"uraian": o.teks_wajib("uraian"), "indikator": o.daftar_teks("indikator")}) for o in daftar],
        asal=asal,
        induk=induk,
        kunci=("uraian",),
        sisa=Sisa.TUNDA,
    )
