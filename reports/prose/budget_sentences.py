"""Generated sentences about money and what it bought: serapan, efisiensi, proporsi, supporting programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from reports.prose.language import (
    besar_selisih,
    count_of,
    gerak_selisih,
    kalimat,
    klausa,
    paragraf,
    persen,
    ragam,
    rangkai,
    rapi,
)
from sakip.capaian.levels import ControlDifference
from sakip.capaian.results import (
    TIDAK_DAPAT_DISIMPULKAN,
    BarisSerapan,
    Efisiensi,
    Rerata,
    Serapan,
    SerapanLalu,
    SerapanSebagian,
    walk_rows,
)
from sakip.capaian.rounding import SERATUS
from sakip.snapshot.types import Anggaran
from sakip.text.in_words import bilangan
from sakip.text.numbers import format_rupiah

_NOL = Decimal(0)


def kalimat_serapan(serapan: Serapan, subjek: str, urutan: int = 0) -> str:
    """Pagu, realisasi, serapan and what is left of ``subjek`` ("Anggaran Kecamatan Balung tahun 2020").

    Where a part is not known, the serapan of the known part and of what it is.
    """
    if serapan.pagu is None or serapan.realisasi is None or serapan.nilai is None:
        alasan = klausa(serapan.alasan)
        if serapan.pagu is None:
            utama = kalimat(f"Serapan {_awal_kecil(subjek)} {TIDAK_DAPAT_DISIMPULKAN} karena {alasan}")
        else:
            utama = kalimat(
                f"{subjek} sebesar {format_rupiah(serapan.pagu)}, sedangkan serapannya {TIDAK_DAPAT_DISIMPULKAN} "
                f"karena {alasan}"
            )
        return paragraf(utama, kalimat_sebagian(serapan.sebagian))
    sisa = serapan.pagu - serapan.realisasi
    if sisa == _NOL:
        return kalimat(
            f"{subjek} sebesar {format_rupiah(serapan.pagu)} terserap seluruhnya ({persen(serapan.nilai)})"
        )
    if sisa > _NOL:
        akhir = f"sehingga tersisa {format_rupiah(sisa)}"
    else:
        akhir = f"melampaui pagu sebesar {format_rupiah(-sisa)}"
    pagu, terealisasi, nilai = (
        format_rupiah(serapan.pagu),
        format_rupiah(serapan.realisasi),
        persen(serapan.nilai),
    )
    return kalimat(
        ragam(
            urutan,
            f"{subjek} sebesar {pagu} terealisasi {terealisasi} atau {nilai}, {akhir}",
            f"{subjek} berjumlah {pagu}, dengan realisasi {terealisasi} ({nilai}), {akhir}",
        )
    )


def kalimat_sebagian(sebagian: SerapanSebagian | None) -> str:
    """Serapan of the known part of a sum, and of what it is; empty where no part is known."""
    if sebagian is None:
        return ""
    return kalimat(
        f"Bagian yang sudah lengkap, yaitu {bilangan(sebagian.baris)} dari {count_of(sebagian.dari, 'baris')} dengan "
        f"pagu {format_rupiah(sebagian.pagu)}, terealisasi {format_rupiah(sebagian.realisasi)} atau "
        f"{persen(sebagian.nilai)}"
    )


def kalimat_selisih_rincian(kolom: str, tempat: str, beda: ControlDifference[Anggaran]) -> str:
    """That a recorded sum is not that of its details, with both and the difference, and which of them is counted."""
    rincian = "rinciannya" if beda.complete else "rinciannya yang sudah diketahui"
    dipakai = "jumlah rinciannya" if beda.complete else "jumlah yang tercatat"
    return kalimat(
        f"Catatan: {kolom} {tempat} tercatat {format_rupiah(beda.stated)}, sedangkan {rincian} berjumlah "
        f"{format_rupiah(beda.parts)}, berbeda {format_rupiah(beda.gap)}; tabel memuat {dipakai}"
    )


def kalimat_serapan_ekstrem(program: Sequence[BarisSerapan]) -> str:
    """The programs with the highest and the lowest serapan; empty where there is nothing to tell apart."""
    terhitung = [p for p in program if p.serapan.nilai is not None]
    nilai = [p.serapan.nilai for p in terhitung if p.serapan.nilai is not None]
    if len(terhitung) < 2:
        return ""
    if min(nilai) == max(nilai):
        return kalimat(f"Serapan seluruh program sama, yaitu {persen(nilai[0])}")
    tertinggi, terendah = (
        _say_program([p.nama for p in terhitung if p.serapan.nilai == batas])
        for batas in (max(nilai), min(nilai))
    )
    return kalimat(
        f"Serapan tertinggi terdapat pada {tertinggi} ({persen(max(nilai))}), sedangkan serapan terendah terdapat pada "
        f"{terendah} ({persen(min(nilai))})"
    )


def kalimat_anggaran_lalu(total: Serapan, lalu: SerapanLalu, tahun: int) -> str:
    """Serapan against an earlier year's, in percentage points."""
    if lalu.selisih is None or lalu.serapan.nilai is None or total.nilai is None:
        alasan = f"pada tahun {lalu.tahun} {lalu.serapan.alasan}" if lalu.serapan.alasan else total.alasan
        return kalimat(
            f"Perbandingan serapan anggaran dengan tahun {lalu.tahun} {TIDAK_DAPAT_DISIMPULKAN} karena {klausa(alasan)}"
        )
    if lalu.selisih == _NOL:
        return kalimat(
            f"Serapan anggaran tahun {tahun} sama dengan tahun {lalu.tahun}, yaitu {persen(total.nilai)}"
        )
    return kalimat(
        f"Serapan anggaran {gerak_selisih(lalu.selisih, 'poin')} dibandingkan dengan tahun {lalu.tahun}, dari "
        f"{persen(lalu.serapan.nilai)} menjadi {persen(total.nilai)}"
    )


def kalimat_efisiensi(efisiensi: Efisiensi, rerata: Rerata, urutan: int = 0) -> str:
    """Capaian against serapan and the verdict: efisien only if capaian is not below serapan."""
    if efisiensi.efisien is None or efisiensi.capaian is None or efisiensi.serapan is None:
        alasan = klausa(efisiensi.alasan)
        if efisiensi.capaian is None and rerata.jumlah:
            # The engine's reason counts indikator, which reads oddly for a sasaran that has only one.
            alasan = (
                f"capaian {'indikatornya' if rerata.jumlah == 1 else 'seluruh indikatornya'} belum diketahui"
            )
        return kalimat(
            f"Efisiensi penggunaan sumber daya pada sasaran ini {TIDAK_DAPAT_DISIMPULKAN} karena {alasan}"
        )
    capaian, serapan = persen(efisiensi.capaian), persen(efisiensi.serapan)
    jarak = _jarak(efisiensi)
    putusan = tingkat_efisiensi(efisiensi).lower()
    utama = ragam(
        urutan,
        f"Capaian kinerja sasaran ini {capaian}, sedangkan serapan anggarannya {serapan}. Karena capaian {jarak} "
        f"serapan, penggunaan sumber daya dinilai {putusan}",
        f"Dengan serapan anggaran {serapan}, sasaran ini menghasilkan capaian kinerja {capaian}. Capaian {jarak} "
        f"serapan, sehingga penggunaan sumber daya dinilai {putusan}",
        f"Penggunaan sumber daya pada sasaran ini dinilai {putusan} karena capaian kinerja {capaian} {jarak} serapan "
        f"anggaran {serapan}",
    )
    return paragraf(kalimat(utama), _cakupan(rerata))


def tingkat_efisiensi(efisiensi: Efisiensi) -> str:
    """The verdict as the table prints it."""
    if efisiensi.efisien is None:
        return TIDAK_DAPAT_DISIMPULKAN.capitalize()
    return "Efisien" if efisiensi.efisien else "Tidak efisien"


def _jarak(efisiensi: Efisiensi) -> str:
    selisih = efisiensi.selisih or _NOL
    if selisih == _NOL:
        return "sama dengan"
    return f"berada {besar_selisih(selisih, 'poin')} {'di atas' if selisih > _NOL else 'di bawah'}"


def _cakupan(rerata: Rerata) -> str:
    if rerata.lengkap or rerata.nilai is None:
        return ""
    return kalimat(f"Capaian tersebut merupakan rata-rata {rerata.terhitung} dari {rerata.jumlah} indikator")


def say_levels(program: Sequence[BarisSerapan]) -> str:
    """How many rows of each level there are: "2 (dua) program, 3 (tiga) kegiatan, dan 5 (lima) sub kegiatan"."""
    banyak = Counter(baris.tingkat for baris, _ in walk_rows(program) if baris.rinci)
    return rangkai([count_of(banyak[t], t) for t in ("program", "kegiatan", "sub kegiatan") if banyak[t]])


def kalimat_program(program: Sequence[BarisSerapan], anggaran: Serapan, urutan: int = 0) -> str:
    """How many programs, kegiatan and sub kegiatan support a sasaran, and their money."""
    daftar = say_levels(program)
    utama = ragam(
        urutan,
        f"Pencapaian sasaran ini didukung oleh {daftar}",
        f"Untuk mewujudkan sasaran ini dilaksanakan {daftar}",
        f"Sasaran ini ditunjang oleh {daftar}",
    )
    return paragraf(kalimat(utama), kalimat_serapan(anggaran, "Anggaran pendukungnya"))


def kalimat_keluaran(persentase: Sequence[Decimal | None]) -> str:
    """How many output met their target, of those where both numbers are known; empty without any output."""
    diketahui = [p for p in persentase if p is not None]
    if not persentase:
        return ""
    if not diketahui:
        return kalimat(
            "Ketercapaian keluarannya tidak dapat disimpulkan karena target atau realisasinya tidak tersedia"
        )
    terukur, tercapai = len(diketahui), sum(1 for p in diketahui if p >= SERATUS)
    if terukur == 1:
        hasil = f"Satu keluaran yang terukur {'mencapai' if tercapai else 'belum mencapai'} target"
    elif tercapai == terukur:
        hasil = f"Seluruh keluaran yang terukur, yaitu {count_of(terukur, 'keluaran')}, mencapai target"
    elif tercapai == 0:
        hasil = f"Tidak satu pun dari {count_of(terukur, 'keluaran')} yang terukur mencapai target"
    else:
        hasil = f"Dari {count_of(terukur, 'keluaran')} yang terukur, {count_of(tercapai, 'keluaran')} mencapai target"
    sisa = len(persentase) - terukur
    return kalimat(
        f"{hasil}; {count_of(sisa, 'keluaran')} lainnya {TIDAK_DAPAT_DISIMPULKAN}" if sisa else hasil
    )


def kalimat_proporsi(bagian: Sequence[tuple[int, Decimal]], tidak_terkait: Decimal | None) -> str:
    """Shares of the pagu per sasaran (its number, percent), and of the programs tied to no sasaran."""
    teks = [f"sasaran {nomor} sebesar {persen(nilai)}" for nomor, nilai in bagian]
    if tidak_terkait:
        teks.append(f"program yang tidak dikaitkan dengan satu sasaran sebesar {persen(tidak_terkait)}")
    return kalimat(f"Dari keseluruhan pagu, alokasi untuk {rangkai(teks)}") if teks else ""


def _say_program(nama: Sequence[str]) -> str:
    """Their names, or how many they are where the names would bury the sentence."""
    if len(nama) > 2:
        return count_of(len(nama), "program")
    bersih = [rapi(n) for n in nama]
    return rangkai([n if n.casefold().startswith("program") else f"Program {n}" for n in bersih])


def _awal_kecil(teks: str) -> str:
    return teks[:1].lower() + teks[1:]
