"""BAB III.C.1: the whole budget and its composition by jenis belanja."""

from __future__ import annotations

from reports.document.builders import header, kolom, row, sel
from reports.document.tree import Blok, Paragraf, Sel, Tabel
from reports.lkip.bab3.sources import sumber_anggaran
from reports.official.signatures import nama_kecamatan
from reports.prose.budget_sentences import kalimat_serapan
from reports.prose.language import kalimat, lower_first, paragraf, persen, rangkai, rapi
from reports.publish.naskah import Naskah
from reports.tables.printed import print_money, print_persen
from sakip.capaian.anggaran import compute_serapan
from sakip.capaian.arithmetic import jumlah_lengkap
from sakip.capaian.results import Serapan
from sakip.capaian.rounding import share_by_largest_remainder
from sakip.snapshot.types import Belanja
from sakip.text.numbers import format_rupiah


def jumlah_belanja(naskah: Naskah) -> Serapan | None:
    """The sum of the top groups of belanja (rupiah); None where no composition is recorded.

    An amount that one group lacks makes that sum unknown.
    """
    puncak = _puncak(naskah)
    if not puncak:
        return None
    return compute_serapan(
        jumlah_lengkap(b.pagu for b in puncak), jumlah_lengkap(b.realisasi for b in puncak)
    )


def sel_serapan(serapan: Serapan) -> tuple[Sel, ...]:
    """Pagu, realisasi and serapan."""
    return (
        sel(print_money(serapan.pagu)),
        sel(print_money(serapan.realisasi)),
        sel(print_persen(serapan.nilai)),
    )


def isi_belanja(naskah: Naskah) -> tuple[Blok, ...]:
    """How much there was and of what kinds."""
    kecamatan, tahun = nama_kecamatan(naskah.snapshot), naskah.snapshot.tahun
    jumlah = jumlah_belanja(naskah)
    if jumlah is None:
        return (
            Paragraf(
                isi=kalimat(f"Komposisi belanja {kecamatan} tahun {tahun} menurut jenisnya belum dicatat")
            ),
        )
    return (
        Paragraf(isi=paragraf(_kalimat_jumlah(naskah, jumlah), _kalimat_komposisi(_puncak(naskah)))),
        _tabel(naskah, jumlah),
    )


def _kalimat_jumlah(naskah: Naskah, jumlah: Serapan) -> str:
    """The whole amount, and what part of it the table per program covers when that is another amount."""
    subjek = f"Keseluruhan anggaran belanja {nama_kecamatan(naskah.snapshot)} tahun {naskah.snapshot.tahun}"
    if jumlah.pagu is None:
        return kalimat(f"{subjek} belum dapat dijumlahkan karena pagu salah satu jenis belanja belum dicatat")
    utama = (
        kalimat(f"{subjek} sebesar {format_rupiah(jumlah.pagu)}")
        if jumlah.realisasi is None
        else kalimat_serapan(jumlah, subjek)
    )
    program = naskah.hasil.anggaran.total.pagu if naskah.hasil else None
    if program is None or program == jumlah.pagu:
        return utama
    return paragraf(
        utama,
        kalimat(f"Dari jumlah tersebut, yang dirinci menurut program sebesar {format_rupiah(program)}")
        if program < jumlah.pagu
        else kalimat(f"Anggaran yang dirinci menurut program berjumlah {format_rupiah(program)}"),
    )


def _kalimat_komposisi(puncak: list[Belanja]) -> str:
    pagu = [b.pagu for b in puncak if b.pagu is not None]
    if len(puncak) < 2 or len(pagu) < len(puncak) or not any(pagu):
        return ""
    bagian = [
        f"{lower_first(b.nama)} {persen(p)}"
        for b, p in zip(puncak, share_by_largest_remainder(pagu), strict=True)
    ]
    return kalimat(f"Komposisinya terdiri atas {rangkai(bagian)}")


def _tabel(naskah: Naskah, jumlah: Serapan) -> Tabel:
    """Jenis belanja | Pagu, with realisasi and serapan where any row has a realisasi."""
    baris = _urut(naskah)
    lengkap = any(b.realisasi is not None for b, _ in baris)

    def angka(serapan: Serapan) -> tuple[Sel, ...]:
        return sel_serapan(serapan) if lengkap else sel_serapan(serapan)[:1]

    return Tabel(
        kunci="tabel-belanja",
        judul=f"Komposisi Belanja Tahun {naskah.snapshot.tahun}",
        kolom=kolom(46, (21, "kanan"), (21, "kanan"), (12, "kanan")) if lengkap else kolom(65, (35, "kanan")),
        kepala=header("Jenis belanja", "Pagu (Rp)", *(("Realisasi (Rp)", "Serapan") if lengkap else ())),
        baris=(
            *(
                row(
                    sel(rapi(b.nama), kepala=True),
                    *angka(compute_serapan(b.pagu, b.realisasi)),
                    jenis="subjumlah" if inden == 0 else "biasa",
                    inden=inden,
                )
                for b, inden in baris
            ),
            row(sel("Jumlah", kepala=True), *angka(jumlah), jenis="jumlah"),
        ),
        sumber=sumber_anggaran(naskah),
    )


def _puncak(naskah: Naskah) -> list[Belanja]:
    kode = {b.kode for b in naskah.snapshot.belanja}
    return [b for b in naskah.snapshot.belanja if b.induk not in kode]


def _urut(naskah: Naskah) -> list[tuple[Belanja, int]]:
    """Every group followed by its parts, with its depth."""

    def descend(b: Belanja, inden: int) -> list[tuple[Belanja, int]]:
        anak = [a for a in naskah.snapshot.belanja if a.induk == b.kode]
        return [(b, inden), *(pasangan for a in anak for pasangan in descend(a, inden + 1))]

    return [pasangan for b in _puncak(naskah) for pasangan in descend(b, 0)]
