"""RPJMD and Renstra."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sakip.capaian.rumus import rumus_bawaan
from sakip.exchange.rakit.dasar import Isi, Perakit, ambil, target
from sakip.exchange.urai import Baris


def rpjmd(p: Perakit) -> Isi | None:
    """The outline as a tree."""
    periode: Isi | None = None
    for b in p.tabel["RPJMD"]:
        match b["jenis"]:
            case "periode":
                periode = Isi(
                    {
                        "tahun_awal": b["nomor"],
                        "tahun_akhir": b["tahun_akhir"],
                        "visi": b["uraian"],
                        "dasar": b["dasar"],
                        "misi": [],
                    },
                    b,
                )
            case "misi" if periode is not None:
                periode["misi"].append(Isi({"nomor": b["nomor"], "uraian": b["uraian"], "tujuan": []}, b))
            case "tujuan" if periode is not None:
                periode["misi"][-1]["tujuan"].append(
                    Isi({"uraian": b["uraian"], "indikator": b["indikator"], "sasaran": []}, b)
                )
            case "sasaran" if periode is not None:
                periode["misi"][-1]["tujuan"][-1]["sasaran"].append(
                    Isi({"uraian": b["uraian"], "indikator": b["indikator"]}, b)
                )
    return periode


def renstra(p: Perakit, kepala: Baris) -> Isi:
    return Isi(
        ambil(
            kepala,
            "tahun_awal",
            "tahun_akhir",
            "versi",
            "dasar",
            "tanggal",
            "sumber",
            "rpjmd",
            "misi_diacu",
        )
        | {"tujuan": [_tujuan(p, t) for t in _milik(p, "Tujuan", kepala)]},
        kepala,
    )


def _milik(p: Perakit, lembar: str, induk: Baris, **kolom: Any) -> list[Baris]:
    """Rows of a Renstra sheet in the version of ``induk``, with those values."""
    dicari = {"tahun_awal": induk["tahun_awal"], "versi": induk["versi"]} | kolom
    return [b for b in p.tabel[lembar] if all(b[k] == nilai for k, nilai in dicari.items())]


def _tujuan(p: Perakit, t: Baris) -> Isi:
    return Isi(
        ambil(t, "kunci", "uraian")
        | {
            "indikator": [
                Isi(
                    ambil(i, "nama", "satuan")
                    | {
                        "target": _target_tahun(
                            p, _milik(p, "TargetTujuan", t, tujuan=t["kunci"], nomor=i["nomor"])
                        )
                    },
                    i,
                )
                for i in sorted(_milik(p, "IndikatorTujuan", t, tujuan=t["kunci"]), key=lambda i: i["nomor"])
            ],
            "sasaran": [_sasaran(p, s) for s in _milik(p, "Sasaran", t, tujuan=t["kunci"])],
        },
        t,
    )


def _sasaran(p: Perakit, s: Baris) -> Isi:
    return Isi(
        ambil(s, "kunci", "uraian", "bobot", "strategi", "kebijakan", "program", "sasaran_rpjmd")
        | {"indikator": [_indikator(p, i) for i in _milik(p, "Indikator", s, sasaran=s["kunci"])]},
        s,
    )


def _indikator(p: Perakit, i: Baris) -> Isi:
    jenis = i["jenis_nilai"] or "angka"
    return Isi(
        ambil(
            i,
            "kunci",
            "nama",
            "satuan",
            "skala",
            "desimal",
            "bobot",
            "pembilang",
            "penyebut",
            "pengali",
            "formulasi",
            "penjelasan",
            "penanggung_jawab",
            "sumber_data",
            "iku",
            "dalam_renstra",
        )
        | {
            "jenis_nilai": jenis,
            "rumus": i["rumus"] or rumus_bawaan(jenis).value,
            "akumulasi": i["akumulasi"] or "terakhir",
            "target": _target_tahun(p, _milik(p, "TargetRenstra", i, kunci_indikator=i["kunci"])),
        },
        i,
    )


def _target_tahun(p: Perakit, baris: Iterable[Baris]) -> dict[str, Isi]:
    return {str(b["tahun"]): target(b) or Isi({}, b) for b in baris}
