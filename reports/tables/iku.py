"""The IKU table: indikator with its formulation (fractions set as fractions), responsible units and source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.document.builders import baris_baris, berkelompok, header, kolom, of_group, row, sel
from reports.document.tree import Baris, Pecahan, Potongan, Sebaris, Tabel, Tebal
from reports.prose.language import rapi
from reports.tables.printed import KOSONG
from sakip.capaian.rounding import SERATUS
from sakip.snapshot.types import BarisIKU
from sakip.text.numbers import format_angka

BELUM_DIFORMULASIKAN = "Formulasi belum ditetapkan."


def tabel_iku(
    baris: Sequence[BarisIKU], *, kunci: str, judul: str, sumber: str = "", bernomor: bool = True
) -> Tabel:
    """Columns as the lampiran of the SK has them; a sasaran is printed on its first row only."""
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom((5, "tengah"), 17, 15, 35, 14, 14),
        kepala=header(
            "No.",
            "Kinerja utama",
            "Indikator kinerja utama",
            "Formulasi perhitungan dan penjelasan",
            "Penanggung jawab",
            "Sumber data",
        ),
        baris=tuple(
            row(
                *of_group(nomor, rapi(b.sasaran), pertama),
                sel(rapi(b.indikator)),
                sel(formulasi(b)),
                sel(baris_baris(rapi(p) for p in b.penanggung_jawab) or KOSONG),
                sel(rapi(b.sumber_data) or KOSONG),
            )
            for nomor, pertama, b in berkelompok(baris, lambda b: b.sasaran)
        ),
        sumber=sumber,
        bernomor=bernomor,
        judul_tampil=bernomor,
        ukuran="kecil",
    )


def formulasi(baris: BarisIKU) -> Sebaris:
    """The fraction or the words of the formulation, then the numbered explanation."""
    isi: list[Potongan] = []
    if baris.pembilang and baris.penyebut:
        pecahan = Pecahan(rapi(baris.pembilang), rapi(baris.penyebut))
        if baris.pengali is not None and baris.pengali != SERATUS:
            pecahan = replace(pecahan, pengali=f"× {format_angka(baris.pengali)}")
        isi.append(pecahan)
    elif baris.formulasi:
        isi.append(rapi(baris.formulasi))
    if baris.penjelasan:
        if isi:
            isi += [Baris(), Tebal("Penjelasan:"), Baris()]
        banyak = len(baris.penjelasan) > 1
        for nomor, butir in enumerate(baris.penjelasan, start=1):
            if nomor > 1:
                isi.append(Baris())
            isi.append(f"{nomor}. {rapi(butir)}" if banyak else rapi(butir))
    return tuple(isi) if isi else BELUM_DIFORMULASIKAN
