"""What people wrote."""

from __future__ import annotations

from sakip.exchange.rakit.dasar import Isi, Perakit


def narasi(p: Perakit) -> list[Isi]:
    """Texts, as they are stored. Rows that go on have been put into the row above."""
    return [
        Isi(
            {
                "bagian": b["bagian"],
                "kunci": b["kunci"] or "",
                "isi": p.catatan.buku.narasi.read(b["isi"]),
                "ditinjau": True if b["ditinjau"] is None else b["ditinjau"],
            },
            b,
        )
        for b in p.tabel["Narasi"]
        if not b["lanjutan"]
    ]
