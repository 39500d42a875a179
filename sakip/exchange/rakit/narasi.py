"""What people wrote."""

from __future__ import annotations

from sakip.exchange.rakit.dasar import Isi, Perakit
from sakip.exchange.teks_narasi import ke_html, sambung


def narasi(p: Perakit) -> list[Isi]:
    """Texts; what was continued on another row is one text again."""
    teks: dict[tuple[str, str], Isi] = {}
    for b in p.tabel["Narasi"]:
        tanda = (b["bagian"], b["kunci"] or "")
        if b["lanjutan"]:
            teks[tanda]["isi"] = sambung(teks[tanda]["isi"], b["isi"])
        else:
            ditinjau = True if b["ditinjau"] is None else b["ditinjau"]
            teks[tanda] = Isi(
                {"bagian": b["bagian"], "kunci": tanda[1], "isi": b["isi"], "ditinjau": ditinjau}, b
            )
    for isi in teks.values():
        isi["isi"] = ke_html(isi["isi"])
    return list(teks.values())
