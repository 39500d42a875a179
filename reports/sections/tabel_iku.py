"""The IKU table: indikator with its formulation (fractions set as fractions), responsible units and source."""

from __future__ import annotations

from collections.abc import Sequence

from reports.dokumen import Baris, BarisTabel, Pecahan, Potongan, Sebaris, Tabel, Tebal
from reports.sections.cetak import KOSONG
from reports.sections.susun import baris_baris, kepala, kolom, sel
from sakip.snapshot.types import BarisIKU


def tabel_iku(
    baris: Sequence[BarisIKU], *, kunci: str, judul: str, sumber: str = "", bernomor: bool = True
) -> Tabel:
    """Columns as the lampiran of the SK has them; a sasaran is printed on its first row only."""
    hasil: list[BarisTabel] = []
    sebelumnya = None
    nomor = 0
    for b in baris:
        baru = b.sasaran != sebelumnya
        nomor += baru
        sebelumnya = b.sasaran
        hasil.append(
            BarisTabel(
                sel=(
                    sel(str(nomor) if baru else ""),
                    sel(b.sasaran if baru else "", kepala=baru),
                    sel(b.indikator),
                    sel(formulasi(b)),
                    sel(baris_baris(b.penanggung_jawab) or KOSONG),
                    sel(b.sumber_data or KOSONG),
                )
            )
        )
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom((5, "tengah"), 19, 19, 27, 15, 15),
        kepala=(
            kepala(
                "No.",
                "Kinerja utama",
                "Indikator kinerja utama",
                "Formulasi perhitungan dan penjelasan",
                "Penanggung jawab",
                "Sumber data",
            ),
        ),
        baris=tuple(hasil),
        sumber=sumber,
        bernomor=bernomor,
        judul_tampil=bernomor,
        ukuran="kecil",
    )


def formulasi(baris: BarisIKU) -> Sebaris:
    """The fraction or the words of the formulation, then the numbered explanation."""
    isi: list[Potongan] = []
    if baris.pembilang and baris.penyebut:
        isi.append(Pecahan(baris.pembilang, baris.penyebut))
    elif baris.formulasi:
        isi.append(baris.formulasi)
    if baris.penjelasan:
        if isi:
            isi.append(Baris())
            isi += [Tebal("Penjelasan:"), Baris()]
        banyak = len(baris.penjelasan) > 1
        for nomor, butir in enumerate(baris.penjelasan, start=1):
            if nomor > 1:
                isi.append(Baris())
            isi.append(f"{nomor}. {butir}" if banyak else butir)
    return tuple(isi) if isi else "Formulasi belum ditetapkan."
