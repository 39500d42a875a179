"""Entry of who else contributes to each sasaran."""

from __future__ import annotations

from sakip.entry.page import list_page

PAGE = list_page(
    code="lintas-sektor",
    title="Dukungan lintas sektor",
    kind="lintas-sektor",
    columns=("sasaran", "instansi", "peran"),
    intro="Perangkat daerah dan instansi lain yang ikut menentukan tercapainya sasaran, dan perannya masing-masing.",
    add="Tambah instansi",
)
