"""BAB III Akuntabilitas Kinerja: how kinerja is measured, the capaian with its seven analyses, the budget.

Order and content: Permen PANRB 53/2014 Lampiran II (A. Capaian Kinerja Organisasi, seven comparisons for every
sasaran; B. Realisasi Anggaran), preceded by the frame of measurement as the LKIP of Jember print it. Each part
is a pure function in a module of its own.
"""

from __future__ import annotations

from reports.document.numbering import lettered
from reports.document.tree import Part
from reports.lkip.bab3.anggaran import realisasi_anggaran
from reports.lkip.bab3.capaian import capaian_kinerja
from reports.lkip.bab3.evaluasi import hasil_evaluasi
from reports.lkip.bab3.kerangka_pengukuran import kerangka_pengukuran
from reports.publish.naskah import Naskah


def bab3(naskah: Naskah) -> Part:
    """The whole chapter. A part whose data are missing says so in one sentence; none is ever empty."""
    return Part(
        key="bab-3",
        title="Akuntabilitas Kinerja",
        level=1,
        nomor="BAB III",
        children=lettered(
            kerangka_pengukuran(naskah),
            capaian_kinerja(naskah),
            realisasi_anggaran(naskah),
            *hasil_evaluasi(naskah),
        ),
    )
