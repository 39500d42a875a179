"""The year's documents."""

from __future__ import annotations

from typing import Any

from sakip.exchange.rakit.dasar import Isi, Perakit, ambil, target
from sakip.exchange.urai import Baris


def kepala(p: Perakit) -> dict[str, Baris]:
    return {b["dokumen"]: b for b in p.tabel["Dokumen"] if b["dokumen"] != "pk"}


def rkt(p: Perakit, kepala: Baris | None) -> Isi | None:
    if not (kepala or p.tabel["RKT"] or p.tabel["RKTKegiatan"]):
        return None
    baris: dict[Any, Isi] = {}
    for urut, b in enumerate(p.tabel["RKTKegiatan"]):
        isi = baris.setdefault(
            ("tanpa nomor", urut) if b["nomor"] is None else b["nomor"],
            Isi(
                ambil(b, "sasaran", "anggaran", "penanggung_jawab") | p.jenjang(b) | {"indikator": []},
                b,
            ),
        )
        if b["uraian"]:
            isi["indikator"].append(Isi(ambil(b, "uraian", "target", "satuan"), b))
    return p.isi(
        p.bertanggal(kepala)
        | {
            "penandatangan": p.orang(kepala, "penandatangan"),
            "sasaran": [
                Isi(
                    ambil(b, "sasaran", "indikator", "kunci_indikator", "satuan") | {"target": target(b)},
                    b,
                )
                for b in p.tabel["RKT"]
            ],
            "baris": list(baris.values()),
        },
        "Dokumen",
        kepala,
    )


def pk(p: Perakit, *, lalu: bool) -> list[Isi]:
    """PK of the year, or of earlier ones; one that only has rows has an empty head."""
    kepala = {(b["tahun"], b["versi"]): b for b in p.tabel["Dokumen"] if b["dokumen"] == "pk"}
    semua = {(b["tahun"], b["versi"]): None for lembar in ("PK", "PKAnggaran") for b in p.tabel[lembar]}
    hasil = []
    for tahun, versi in sorted({*kepala, *semua}):
        if (tahun < p.catatan.tahun) is not lalu:
            continue
        b = kepala.get((tahun, versi))
        isi = p.bertanggal(b) | (ambil(b, "alasan", "sumber") if b else {})
        hasil.append(
            p.isi(
                isi
                | {
                    **({"tahun": tahun} if lalu else {}),
                    "versi": versi,
                    "pihak_pertama": p.orang(b, "penandatangan"),
                    "pihak_kedua": p.orang(b, "pihak_kedua"),
                    "indikator": [
                        Isi(
                            ambil(x, "sasaran", "kunci_sasaran", "indikator", "kunci_indikator", "satuan")
                            | {"target": target(x)},
                            x,
                        )
                        for x in p.tabel["PK"]
                        if (x["tahun"], x["versi"]) == (tahun, versi)
                    ],
                    "anggaran": [
                        Isi(
                            ambil(x, "nama", "anggaran", "sumber_dana")
                            | {"program": p.jenjang(x)["program"]},
                            x,
                        )
                        for x in p.tabel["PKAnggaran"]
                        if (x["tahun"], x["versi"]) == (tahun, versi)
                    ],
                },
                "Dokumen",
                b,
            )
        )
    return hasil


def iku(p: Perakit, kepala: Baris | None) -> Isi | None:
    mengingat = [b["peraturan"] for b in p.tabel["DasarHukum"] if b["untuk"] == "iku"]
    if not (kepala or mengingat or p.tabel["IKU"] or p.tabel["IKUButir"]):
        return None
    butir: dict[str, list[str]] = {}
    for b in p.tabel["IKUButir"]:
        butir.setdefault(b["jenis"], []).append(b["uraian"])
    return p.isi(
        p.bertanggal(kepala)
        | (ambil(kepala, "nomor", "instansi") if kepala else {})
        | {
            "penandatangan": p.orang(kepala, "penandatangan"),
            "mengingat": mengingat,
            **butir,
            "baris": [
                Isi(
                    ambil(
                        b,
                        "sasaran",
                        "indikator",
                        "kunci_indikator",
                        "satuan",
                        "pembilang",
                        "penyebut",
                        "formulasi",
                        "penjelasan",
                        "penanggung_jawab",
                        "sumber_data",
                    ),
                    b,
                )
                for b in p.tabel["IKU"]
            ],
        },
        "Dokumen",
        kepala,
    )


def rencana_aksi(p: Perakit, kepala: Baris | None) -> Isi | None:
    if not (kepala or p.tabel["RencanaAksi"]):
        return None
    return p.isi(
        p.bertanggal(kepala)
        | {
            "penandatangan": p.orang(kepala, "penandatangan"),
            "baris": [
                Isi(
                    ambil(b, "sasaran", "indikator", "kunci_indikator", "satuan")
                    | {
                        "akumulasi": b["akumulasi"] or "kumulatif",
                        "triwulan": [target(b, f"target_{n}", f"cetak_{n}") for n in range(1, 5)],
                        "kegiatan": [
                            Isi(
                                ambil(g, "indikator", "satuan")
                                | p.jenjang(g)
                                | {"triwulan": [g[f"triwulan_{n}"] for n in range(1, 5)]},
                                g,
                            )
                            for g in p.tabel["RencanaAksiKegiatan"]
                            if b["nomor"] is not None and g["nomor"] == b["nomor"]
                        ],
                    },
                    b,
                )
                for b in p.tabel["RencanaAksi"]
            ],
        },
        "Dokumen",
        kepala,
    )


def laporan(p: Perakit, kepala: Baris | None) -> Isi | None:
    if kepala is None and not p.catatan.berlaporan:
        return None
    return p.isi(p.bertanggal(kepala), "Dokumen", kepala)
