"""The budget: a tree whose every sum is computed from its rows, serapan, proporsi and efisiensi (rupiah)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sakip.capaian.aritmetika import bagi, jumlah_lengkap, presisi_tetap
from sakip.capaian.inputs import AnggaranMasukan, AnggaranTahun, SasaranMasukan
from sakip.capaian.pembulatan import SERATUS, bulatkan
from sakip.capaian.results import (
    AnggaranLalu,
    BarisSerapan,
    Efisiensi,
    HasilAnggaran,
    Keadaan,
    Rerata,
    Serapan,
)

TIDAK_DIRINCI = "Tidak dirinci dalam dokumen"
"""Name of a remainder that came without one."""

_TINGKAT = ("program", "kegiatan", "sub kegiatan")


@dataclass(frozen=True, slots=True)
class _Simpul:
    kode: str
    nama: str

    @property
    def kunci(self) -> str:
        # Before the nomenklatur of 2021 rows have names and no codes.
        return self.kode or self.nama


@dataclass(frozen=True, slots=True)
class _Daun:
    jalur: tuple[_Simpul, ...]
    baris: AnggaranMasukan


@presisi_tetap
def hitung_serapan(pagu: Decimal | None, realisasi: Decimal | None, desimal: int = 2) -> Serapan:
    """realisasi ÷ pagu × 100 (rupiah in, percent out). Never raises: an unknown amount is answered with the
    state and the reason, and is never taken as 0."""
    if pagu is None or realisasi is None:
        kurang = [nama for nama, nilai in (("pagu", pagu), ("realisasi", realisasi)) if nilai is None]
        alasan = f"{' dan '.join(kurang)} anggaran belum diisi"
        return Serapan(pagu=pagu, realisasi=realisasi, keadaan=Keadaan.BELUM_DIISI, alasan=alasan)
    if pagu == 0:
        return Serapan(
            pagu=pagu,
            realisasi=realisasi,
            keadaan=Keadaan.TIDAK_DAPAT_DIHITUNG,
            alasan="pagu anggaran bernilai nol",
        )
    mentah = bagi(realisasi * SERATUS, pagu)
    return Serapan(
        pagu=pagu,
        realisasi=realisasi,
        keadaan=Keadaan.TERHITUNG,
        mentah=mentah,
        nilai=bulatkan(mentah, desimal),
    )


@presisi_tetap
def serapan_baris(baris: Sequence[AnggaranMasukan], desimal: int = 2) -> Serapan:
    """Serapan of a sum of rows. One unknown row makes its sum unknown, and the reason says how many there are."""
    if not baris:
        return _tanpa_serapan("anggaran belum diisi")
    serapan = hitung_serapan(
        jumlah_lengkap(b.pagu for b in baris), jumlah_lengkap(b.realisasi for b in baris), desimal
    )
    if serapan.keadaan is not Keadaan.BELUM_DIISI or len(baris) == 1:
        return serapan
    kurang = [
        f"{nama} {n} dari {len(baris)} baris"
        for nama, n in (
            ("pagu", sum(1 for b in baris if b.pagu is None)),
            ("realisasi", sum(1 for b in baris if b.realisasi is None)),
        )
        if n
    ]
    return Serapan(
        pagu=serapan.pagu,
        realisasi=serapan.realisasi,
        keadaan=Keadaan.BELUM_DIISI,
        alasan=f"{' dan '.join(kurang)} anggaran belum diisi",
    )


@presisi_tetap
def hitung_anggaran(
    baris: Sequence[AnggaranMasukan], lalu: Sequence[AnggaranTahun], desimal: int = 2
) -> HasilAnggaran:
    """The tree program → kegiatan → sub kegiatan in the order of first appearance, its total, earlier years.

    A row stands at the level down to which its document splits. Where its siblings are split further, it is
    the part that the document leaves unexplained and appears among them as :data:`TIDAK_DIRINCI`.
    """
    total = serapan_baris(baris, desimal)
    return HasilAnggaran(
        total=total,
        program=_pohon([_Daun(_jalur(b), b) for b in baris], 0, total.pagu, desimal),
        lalu=tuple(_tahun_lalu(total, tahun, desimal) for tahun in lalu),
    )


@presisi_tetap
def anggaran_sasaran(
    sasaran: SasaranMasukan, baris: Sequence[AnggaranMasukan], total: Serapan, desimal: int = 2
) -> tuple[Serapan, Decimal | None]:
    """Serapan of the sasaran's supporting programs, and its proporsi of the total pagu (percent).

    A program that supports two sasaran counts in full for both, so proporsi may sum to more than 100: the
    documents give no key by which to split it.
    """
    if not sasaran.program:
        return _tanpa_serapan("program pendukung sasaran belum ditetapkan"), None
    tercatat = {_kunci_program(b) for b in baris}
    kurang = [kode for kode in sasaran.program if kode not in tercatat]
    if kurang:
        return _tanpa_serapan(f"anggaran program {', '.join(kurang)} belum diisi"), None
    milik = [b for b in baris if _kunci_program(b) in sasaran.program]
    serapan = serapan_baris(milik, desimal)
    return serapan, _proporsi(serapan.pagu, total.pagu, desimal)


@presisi_tetap
def hitung_efisiensi(rerata: Rerata, serapan: Serapan) -> Efisiensi:
    """capaian − serapan; efisien only if capaian ≥ serapan, both as shown, so that the verdict fits the print.

    The difference shown is that of the two shown values, so that the row can be checked by hand.
    """
    if rerata.mentah is None or rerata.nilai is None:
        return Efisiensi(
            capaian=None, serapan=serapan.nilai, selisih=None, efisien=None, alasan=rerata.alasan
        )
    if serapan.mentah is None or serapan.nilai is None:
        return Efisiensi(
            capaian=rerata.nilai, serapan=None, selisih=None, efisien=None, alasan=serapan.alasan
        )
    return Efisiensi(
        capaian=rerata.nilai,
        serapan=serapan.nilai,
        selisih=rerata.nilai - serapan.nilai,
        efisien=rerata.nilai >= serapan.nilai,
    )


def _tanpa_serapan(alasan: str) -> Serapan:
    return Serapan(pagu=None, realisasi=None, keadaan=Keadaan.BELUM_DIISI, alasan=alasan)


def _proporsi(pagu: Decimal | None, total: Decimal | None, desimal: int) -> Decimal | None:
    return None if pagu is None or not total else bulatkan(bagi(pagu * SERATUS, total), desimal)


def _tahun_lalu(total: Serapan, tahun: AnggaranTahun, desimal: int) -> AnggaranLalu:
    serapan = hitung_serapan(tahun.pagu, tahun.realisasi, desimal)
    selisih = None if total.nilai is None or serapan.nilai is None else total.nilai - serapan.nilai
    return AnggaranLalu(tahun=tahun.tahun, serapan=serapan, selisih=selisih)


def _kunci_program(baris: AnggaranMasukan) -> str:
    return _Simpul(baris.program, baris.nama_program).kunci


def _jalur(baris: AnggaranMasukan) -> tuple[_Simpul, ...]:
    """From the program down to the deepest level that the row names."""
    penuh = (
        _Simpul(baris.program, baris.nama_program),
        _Simpul(baris.kegiatan, baris.nama_kegiatan),
        _Simpul(baris.sub_kegiatan, baris.nama_sub_kegiatan),
    )
    dalam = next((n for n in (3, 2) if penuh[n - 1].kunci), 1)
    jalur = penuh[:dalam]
    # A remainder that ends at a row with a code is a part of that row, not the row itself.
    return jalur if baris.rinci or not jalur[-1].kode or dalam == 3 else (*jalur, _Simpul("", TIDAK_DIRINCI))


def _pohon(
    daun: Sequence[_Daun], tingkat: int, total: Decimal | None, desimal: int
) -> tuple[BarisSerapan, ...]:
    kelompok: dict[str, list[_Daun]] = {}
    for d in daun:
        kelompok.setdefault(d.jalur[tingkat].kunci, []).append(d)
    return tuple(_cabang(isi, tingkat, total, desimal) for isi in kelompok.values())


def _cabang(isi: list[_Daun], tingkat: int, total: Decimal | None, desimal: int) -> BarisSerapan:
    simpul = isi[0].jalur[tingkat]
    serapan = serapan_baris([d.baris for d in isi], desimal)
    terpecah = any(len(d.jalur) > tingkat + 1 for d in isi)
    if terpecah:
        isi = [
            d if len(d.jalur) > tingkat + 1 else _Daun((*d.jalur, _Simpul("", TIDAK_DIRINCI)), d.baris)
            for d in isi
        ]
    return BarisSerapan(
        tingkat=_TINGKAT[tingkat],
        kode=simpul.kode,
        nama=simpul.nama,
        rinci=terpecah or all(d.baris.rinci for d in isi),
        serapan=serapan,
        proporsi=_proporsi(serapan.pagu, total, desimal),
        anak=_pohon(isi, tingkat + 1, total, desimal) if terpecah else (),
    )
