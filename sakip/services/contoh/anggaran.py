"""Anggaran with output and outcome, belanja, totals of earlier years and supporting programs."""

from __future__ import annotations

from typing import Any

from kecamatan.bacaan import Objek
from kecamatan.services.contoh import induk_dahulu, nomor_urut
from sakip import models as m
from sakip.services.contoh.konteks import Konteks


def anggaran(konteks: Konteks) -> None:
    """Write everything about money."""
    daftar = konteks.asal.daftar("anggaran")
    baris = konteks.selaras.daftar(
        m.Anggaran,
        [
            (
                a,
                {
                    **konteks.nomenklatur.jenjang(a),
                    "unit": a.teks("unit"),
                    "rinci": a.benar("rinci", bawaan=True),
                    **{k: a.angka(k) for k in ("pagu_murni", "pagu_perubahan", "realisasi")},
                    "keterangan": a.teks("keterangan"),
                },
            )
            for a in daftar
        ],
        asal=konteks.asal,
        induk=konteks.induk,
        kunci=("program", "kegiatan", "sub_kegiatan", "unit"),
    )
    for tercatat, isi in zip(baris, daftar, strict=True):
        konteks.selaras.daftar(
            m.Keluaran,
            [(k, _keluaran(k)) for k in isi.daftar("keluaran")],
            asal=isi,
            induk={"anggaran": tercatat},
        )
    _lalu(konteks)
    _belanja(konteks)
    _dukungan(konteks)


def _keluaran(asal: Objek) -> dict[str, Any]:
    realisasi, cetak = asal.angka("realisasi"), asal.teks("realisasi_cetak")
    terisi = realisasi is not None or cetak != ""
    keadaan = m.Keluaran.Keadaan
    return {
        "jenis": asal.teks_wajib("jenis"),
        "uraian": asal.teks_wajib("uraian"),
        "satuan": asal.teks("satuan"),
        "target": asal.angka("target"),
        "target_cetak": asal.teks("target_cetak"),
        "realisasi": realisasi,
        "realisasi_cetak": cetak,
        "keadaan": asal.teks("keadaan") or (keadaan.TERISI if terisi else keadaan.BELUM_DIISI).value,
        "keterangan": asal.teks("keterangan"),
    }


def _lalu(konteks: Konteks) -> None:
    tercatat = []
    for a in konteks.asal.daftar("anggaran_lalu"):
        tahun = a.bulat_wajib("tahun")
        if tahun >= konteks.tahun:
            raise a.galat(
                f"tahun {tahun} tidak lebih awal daripada {konteks.tahun}. Perbaiki tahunnya.", "tahun"
            )
        tercatat.append(tahun)
        konteks.selaras.satu(
            m.AnggaranLalu,
            a,
            kunci={"kecamatan": konteks.kecamatan, "tahun": tahun},
            nilai={"pagu": a.angka("pagu"), "realisasi": a.angka("realisasi"), "sumber": a.teks("sumber")},
        )
    if konteks.selaras.utuh:
        konteks.selaras.daftar(
            m.AnggaranLalu,
            [],
            asal=konteks.asal,
            induk={},
            lingkup=m.AnggaranLalu.objects.for_kecamatan(konteks.kecamatan)
            .filter(tahun__lt=konteks.tahun)
            .exclude(tahun__in=tercatat),
            kunci=("tahun",),
        )


def _belanja(konteks: Konteks) -> None:
    """One after another, because each names its group among those before it."""
    tercatat: dict[str, m.Belanja] = {}
    daftar = konteks.asal.daftar("belanja")
    semua = m.Belanja.objects.filter(**konteks.induk) if konteks.selaras.utuh else ()
    nomor = nomor_urut([b.teks("kode") for b in daftar], {b.kode: b for b in induk_dahulu(semua)})
    for urut, b in zip(nomor, daftar, strict=True):
        kode, induk = b.teks_wajib("kode"), b.teks("induk")
        if kode in tercatat:
            raise b.galat(f'"{kode}" tertulis dua kali. Hapus salah satu.', "kode")
        if induk and induk not in tercatat:
            raise b.galat(f'"{induk}" tidak dikenal. Tulis kelompoknya lebih dahulu dalam daftar.', "induk")
        tercatat[kode] = konteks.selaras.satu(
            m.Belanja,
            b,
            kunci=konteks.induk | {"kode": kode},
            nilai={
                "nama": b.teks_wajib("nama"),
                "induk": tercatat[induk] if induk else None,
                "pagu": b.angka("pagu"),
                "realisasi": b.angka("realisasi"),
                "di_luar_program": b.benar("di_luar_program", bawaan=False),
                "urut": urut,
            },
        )
    konteks.selaras.daftar(
        m.Belanja,
        [],
        asal=konteks.asal,
        induk={},
        lingkup=m.Belanja.objects.filter(**konteks.induk).exclude(kode__in=tercatat),
        kunci=("kode",),
    )


def _dukungan(konteks: Konteks) -> None:
    baris = []
    for d in konteks.asal.daftar("dukungan"):
        d.teks_wajib("sasaran")
        sasaran = konteks.acuan_sasaran(d, "sasaran")
        baris += [
            (d, {"sasaran": sasaran, "program": konteks.nomenklatur.cari_program(d, kode)})
            for kode in d.daftar_teks("program")
        ]
    konteks.selaras.daftar(
        m.DukunganProgram,
        baris,
        asal=konteks.asal,
        induk=konteks.induk,
        kunci=("sasaran", "program"),
    )
