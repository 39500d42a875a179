"""BAB III.C.3: how the pagu is divided over the sasaran through the programs that support them."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from reports.document.builders import baris_baris, header, kolom, row, sel
from reports.document.tree import Blok, Paragraf, Sel, Tabel
from reports.lkip.bab3.analisis_program import program_sasaran
from reports.lkip.bab3.sources import sumber_anggaran
from reports.prose.budget_sentences import kalimat_proporsi
from reports.prose.language import kalimat, paragraf, rapi
from reports.publish.naskah import Naskah
from reports.tables.printed import KOSONG, print_money, print_persen
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, BarisSerapan, Hasil
from sakip.capaian.rounding import share_by_largest_remainder


def isi_proporsi(naskah: Naskah) -> tuple[Blok, ...]:
    """Pagu and share per sasaran."""
    hasil = naskah.hasil
    if hasil is None or not any(s.anggaran.pagu is not None for s in hasil.sasaran):
        teks = (
            f"Proporsi anggaran per sasaran {TIDAK_DAPAT_DISIMPULKAN} karena keterkaitan program dengan sasaran atau "
            f"pagunya belum dicatat"
        )
        return (Paragraf(isi=kalimat(teks)),)
    porsi, tidak_terkait = porsi_pagu(hasil)
    bernilai = [(n, p) for n, p in enumerate(porsi, start=1) if p is not None]
    return (
        Paragraf(
            isi=paragraf(
                kalimat_proporsi(bernilai, tidak_terkait),
                kalimat(
                    "Program yang mendukung lebih dari satu sasaran dihitung penuh pada setiap sasaran, sehingga "
                    "jumlah proporsi dapat melebihi 100%"
                )
                if _bertumpuk(hasil)
                else "",
            )
        ),
        _tabel(naskah, hasil, porsi, tidak_terkait),
    )


def porsi_pagu(hasil: Hasil) -> tuple[list[Decimal | None], Decimal | None]:
    """Share of the pagu per sasaran, and that of the programs tied to none (None if there are none), percent.

    Where every program belongs to at most one sasaran and all pagu are known the shares sum to 100 (largest
    remainder). Otherwise each is the engine's own proporsi.
    """
    lain = _tanpa_sasaran(hasil)
    pagu = [s.anggaran.pagu for s in hasil.sasaran]
    sisa = [b.serapan.pagu for b in lain]
    semua = [p for p in (*pagu, *sisa) if p is not None]
    if _bertumpuk(hasil) or len(semua) < len(pagu) + len(sisa) or not any(semua):
        proporsi = [b.proporsi for b in lain]
        diketahui = [p for p in proporsi if p is not None]
        jumlah = sum(diketahui, Decimal(0)) if diketahui and len(diketahui) == len(proporsi) else None
        return [s.proporsi for s in hasil.sasaran], jumlah
    bagian = [p for p in pagu if p is not None] + (
        [sum((p for p in sisa if p is not None), Decimal(0))] if lain else []
    )
    terbagi = share_by_largest_remainder(bagian)
    return list(terbagi[: len(pagu)]), terbagi[-1] if lain else None


def _tanpa_sasaran(hasil: Hasil) -> list[BarisSerapan]:
    terkait = {kode for s in hasil.sasaran for kode in s.program}
    return [b for b in hasil.anggaran.program if (b.kode or b.nama) not in terkait]


def _bertumpuk(hasil: Hasil) -> bool:
    return any(n > 1 for n in Counter(kode for s in hasil.sasaran for kode in s.program).values())


def _tabel(naskah: Naskah, hasil: Hasil, porsi: list[Decimal | None], tidak_terkait: Decimal | None) -> Tabel:
    lain = _tanpa_sasaran(hasil)
    baris = [
        row(
            sel(n),
            sel(rapi(s.uraian), kepala=True),
            sel(baris_baris(rapi(b.nama) for b in program_sasaran(naskah, s)) or KOSONG),
            sel(print_money(s.anggaran.pagu)),
            sel(print_persen(p)),
        )
        for n, (s, p) in enumerate(zip(hasil.sasaran, porsi, strict=True), start=1)
    ]
    if lain:
        pagu = [b.serapan.pagu for b in lain if b.serapan.pagu is not None]
        baris.append(
            row(
                sel(len(baris) + 1),
                sel("Tidak dikaitkan dengan satu sasaran", kepala=True),
                sel(baris_baris(rapi(b.nama) for b in lain)),
                sel(print_money(sum(pagu, Decimal(0)) if len(pagu) == len(lain) else None)),
                sel(print_persen(tidak_terkait)),
            )
        )
    if not _bertumpuk(hasil):
        nilai = [p for p in (*porsi, *([tidak_terkait] if lain else [])) if p is not None]
        lengkap = len(nilai) == len(baris)
        baris.append(
            row(
                Sel(isi="Jumlah", kolom=3, kepala=True),
                sel(print_money(hasil.anggaran.total.pagu)),
                sel(print_persen(sum(nilai, Decimal(0)) if lengkap else None)),
                jenis="jumlah",
            )
        )
    return Tabel(
        kunci="tabel-proporsi",
        judul=f"Proporsi Anggaran per Sasaran Tahun {naskah.snapshot.tahun}",
        kolom=kolom((6, "tengah"), 32, 32, (18, "kanan"), (12, "kanan")),
        kepala=header("No.", "Sasaran strategis", "Program pendukung", "Pagu (Rp)", "Proporsi"),
        baris=tuple(baris),
        sumber=sumber_anggaran(naskah),
        ukuran="kecil",
    )
