"""Entry of sarana and prasarana."""

from __future__ import annotations

from sakip.entry.page import list_page

PAGE = list_page(
    code="sarana-prasarana",
    title="Sarana dan prasarana",
    kind="sarana-prasarana",
    columns=("nama", "satuan", "jumlah", "baik", "rusak_ringan", "rusak_berat", "keterangan"),
    intro="Yang dipakai kantor dalam tahun ini, dan berapa di antaranya dalam setiap keadaan; dicetak dalam BAB I.",
    add="Tambah sarana atau prasarana",
)
