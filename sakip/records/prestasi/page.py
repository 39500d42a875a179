"""Entry of inovasi, prestasi, and penghargaan."""

from __future__ import annotations

from sakip.entry.page import list_page

PAGE = list_page(
    code="prestasi",
    title="Inovasi, prestasi, dan penghargaan",
    kind="prestasi",
    columns=("jenis", "nama", "uraian", "pemberi", "tanggal"),
    intro="Yang dihasilkan atau diterima dalam tahun ini; LKIP mencetaknya dalam satu tabel pada BAB III.",
    add="Tambah inovasi, prestasi, atau penghargaan",
)
