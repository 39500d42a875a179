"""The sheet of inovasi, prestasi, and penghargaan."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sakip.models import Prestasi
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.pasted import Block, Pasted
from sakip.workbook.sheets.record_sheet import list_sheet, register

_KINDS: Final = tuple(str(one.value) for one in Prestasi.Jenis)


def _one_kind(block: Block) -> Block:
    """A list of inovasi, prestasi or penghargaan alone says so above it."""
    head = folded(" ".join(block.heads))
    said = [kind for kind in _KINDS if re.search(rf"\b{kind}\b", head)]
    alone = "jenis" not in block.columns and len(said) == 1
    return replace(block, constants={"jenis": said[0]}) if alone else block


register(
    list_sheet(
        Prestasi,
        name="Prestasi",
        about="Inovasi, prestasi, dan penghargaan",
        columns=("jenis", "nama", "uraian", "pemberi", "tanggal", "sasaran", "bukti"),
        unique=("jenis", "nama"),
        pasted=Pasted(
            words=(
                (r"pemberi|penyelenggara", "pemberi"),
                (r"^(?:deskripsi|uraian|penjelasan|ringkasan)", "uraian"),
                (r"tingkat", "pemberi"),
                (r"prestasi|penghargaan|inovasi|^nama", "nama"),
            ),
            finds=_one_kind,
        ),
    )
)
