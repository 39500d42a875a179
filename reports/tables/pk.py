"""Tables of the Perjanjian Kinerja: indikator with targets, programs with amounts (Permen PANRB 53/2014)."""

from __future__ import annotations

from decimal import Decimal

from reports.document.builders import berkelompok, header, kolom, of_group, row, sel
from reports.document.tree import Tabel
from reports.prose.language import rapi, unik
from reports.tables.printed import KOSONG, print_money, print_target
from sakip.snapshot.types import PerjanjianKinerja

#: Why a PK is changed, by the code of the record, as the clause that follows "karena".
ALASAN_PERUBAHAN = {
    "a": "terjadi pergantian atau mutasi pejabat",
    "b": "terjadi perubahan strategi yang memengaruhi pencapaian tujuan dan sasaran, yaitu perubahan program, "
    "kegiatan, atau alokasi anggaran",
    "c": "terjadi perubahan prioritas atau asumsi yang berakibat signifikan terhadap pencapaian kinerja",
}


def nama_pk(pk: PerjanjianKinerja) -> str:
    """ "Perjanjian Kinerja Tahun 2020", "Perjanjian Kinerja Perubahan Tahun 2021" (the n-th: "Perubahan Ke-2")."""
    perubahan = "" if not pk.perubahan else " Perubahan" if pk.versi == 1 else f" Perubahan Ke-{pk.versi}"
    return f"Perjanjian Kinerja{perubahan} Tahun {pk.tahun}"


def tabel_indikator_pk(pk: PerjanjianKinerja, *, kunci: str, judul: str, bernomor: bool = True) -> Tabel:
    """No | Sasaran strategis | Indikator kinerja | Target, as the lampiran of the PK prescribes."""
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom((7, "tengah"), 38, 40, (15, "tengah")),
        kepala=header("No.", "Sasaran strategis", "Indikator kinerja", "Target"),
        baris=tuple(
            row(
                *of_group(nomor, rapi(b.sasaran), pertama),
                sel(rapi(b.indikator)),
                sel(print_target(b.target, b.satuan)),
            )
            for nomor, pertama, b in berkelompok(pk.indikator, lambda b: b.sasaran)
        ),
        sumber=nama_pk(pk) if bernomor else "",
        bernomor=bernomor,
        judul_tampil=bernomor,
        nomor_kolom=True,
    )


def jumlah_anggaran_pk(pk: PerjanjianKinerja) -> Decimal:
    """Σ of the program amounts (rupiah): computed, never typed."""
    return sum((a.anggaran for a in pk.anggaran), Decimal(0))


def tabel_anggaran_pk(pk: PerjanjianKinerja, *, kunci: str, judul: str, bernomor: bool = True) -> Tabel:
    """Program | Anggaran | Keterangan (fund source), with the computed total."""
    sumber_dana = unik([a.sumber_dana for a in pk.anggaran])
    semua_sama = len(sumber_dana) == 1 and all(a.sumber_dana for a in pk.anggaran)
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom((7, "tengah"), 51, (25, "kanan"), (17, "tengah")),
        kepala=header("No.", "Program", "Anggaran (Rp)", "Keterangan"),
        baris=(
            *(
                row(
                    sel(str(n)),
                    sel(rapi(a.nama), kepala=True),
                    sel(print_money(a.anggaran)),
                    sel(rapi(a.sumber_dana) or KOSONG),
                )
                for n, a in enumerate(pk.anggaran, start=1)
            ),
            row(
                sel("Jumlah", kolom=2, kepala=True),
                sel(print_money(jumlah_anggaran_pk(pk))),
                sel(sumber_dana[0] if semua_sama else KOSONG),
                jenis="jumlah",
            ),
        ),
        sumber=nama_pk(pk) if bernomor else "",
        bernomor=bernomor,
        judul_tampil=bernomor,
    )
