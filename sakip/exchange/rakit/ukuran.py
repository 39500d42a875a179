"""Money with what it was spent for."""

from __future__ import annotations

from sakip.exchange.rakit.dasar import Isi, Perakit, ambil


def anggaran(p: Perakit) -> list[Isi]:
    return [
        Isi(
            ambil(b, "unit", "rinci", "pagu_murni", "pagu_perubahan", "realisasi", "keterangan")
            | p.jenjang(b)
            | {
                "keluaran": [
                    Isi(
                        ambil(
                            o,
                            "uraian",
                            "satuan",
                            "target",
                            "target_cetak",
                            "realisasi",
                            "realisasi_cetak",
                            "keadaan",
                            "keterangan",
                        )
                        | {"jenis": o["jenis"] or "output"},
                        o,
                    )
                    for o in p.tabel["Keluaran"]
                    if (o["kode"] or "", o["unit"] or "") == (b["kode"] or "", b["unit"] or "")
                ]
            },
            b,
        )
        for b in p.tabel["Anggaran"]
    ]
