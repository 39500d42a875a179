"""What people write: what is wrong with the sheet as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sakip.exchange.urai.dasar import Baris, Pemeriksa, PeriksaLembar


def narasi(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    pertama: dict[tuple[Any, ...], Baris] = {}
    for b in semua:
        tanda = (b["bagian"], b["kunci"] or "")
        if b["bagian"] is None:
            continue
        if b["lanjutan"]:
            if tanda not in pertama:
                p.tolak(b, "lanjutan", "Tidak ada baris dengan bagian dan kunci ini di atasnya.")
            continue
        lain = pertama.setdefault(tanda, b)
        if lain is not b:
            p.tolak(b, "bagian", f"sudah ditulis pada baris {lain.nomor}. Gabungkan, atau hapus salah satu.")


PERIKSA: Final[Mapping[str, PeriksaLembar]] = {
    "Narasi": narasi,
}
