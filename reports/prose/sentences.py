"""Generated sentences about capaian: every statement with a number is made here, from the results, once.

Direction words come from the results: the movement of the number (naik, turun) from its sign, the judgement
(membaik, menurun) from :class:`sakip.capaian.results.Arah`, which follows the rumus. So prose and tables cannot
disagree. Each pattern has several wordings, chosen by position (:func:`reports.prose.language.ragam`), so that
many analyses in a row still read like a report. Comparisons with other years and areas are in
:mod:`reports.prose.comparison_sentences`, sentences on money in :mod:`reports.prose.budget_sentences`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reports.prose.language import (
    besar_selisih,
    count_of,
    dengan_satuan,
    kalimat,
    klausa,
    paragraf,
    persen,
    petik,
    ragam,
    rangkai,
    say_kategori,
)
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, Capaian, HasilIndikator, HitunganKategori, Rerata
from sakip.capaian.rounding import SERATUS
from sakip.capaian.rumus import definisi_rumus
from sakip.capaian.values import Keadaan
from sakip.text.numbers import format_persen


def tercapai(capaian: Capaian) -> bool | None:
    """Whether the target was met (capaian before caps at least 100); None without a capaian."""
    return None if capaian.letak is None else capaian.letak >= 0


def posisi_target(capaian: Capaian) -> str:
    """Verb phrase for the realisasi against its target; empty without a capaian."""
    if capaian.letak is None:
        return ""
    return definisi_rumus(capaian.rumus).posisi.name_of(capaian.letak)


def say_indikator(indikator: HasilIndikator, tunggal: bool) -> str:
    """ "indikator ini" where a sasaran has only one, else its name in quotation marks."""
    return "indikator ini" if tunggal else f"indikator {petik(indikator.nama)}"


def target_indikator(indikator: HasilIndikator) -> str:
    """Target with its unit, as a sentence says it."""
    return dengan_satuan(indikator.target_cetak, indikator.satuan)


def realisasi_indikator(indikator: HasilIndikator) -> str:
    """Realisasi with its unit, as a sentence says it."""
    return dengan_satuan(indikator.realisasi_cetak, indikator.satuan)


# -- this year -------------------------------------------------------------------------------------


def kalimat_realisasi(indikator: HasilIndikator, tahun: int, urutan: int = 0) -> str:
    """Target, realisasi, capaian and predikat of one indikator, or why there is none."""
    capaian = indikator.capaian
    if capaian.nilai is None:
        return _tanpa_capaian(indikator, tahun, urutan)
    nama, target = petik(indikator.nama), target_indikator(indikator)
    realisasi = realisasi_indikator(indikator)
    nilai, predikat = persen(capaian.nilai), say_kategori(capaian.kategori)
    posisi = posisi_target(capaian)
    if definisi_rumus(capaian.rumus).sebesar_target:
        ketiga = f"Realisasinya, yaitu {realisasi}, {posisi} sebesar {target}"
    else:
        ketiga = f"Realisasinya, yaitu {realisasi} dengan target {target}, {posisi}"
    utama = ragam(
        urutan,
        f"Pada tahun {tahun} indikator {nama} terealisasi {realisasi} dengan target {target}. Realisasi tersebut "
        f"{posisi} dan menghasilkan capaian {nilai} dengan predikat {predikat}",
        f"Indikator {nama} ditargetkan {target} dan terealisasi {realisasi} pada tahun {tahun}. Realisasi itu "
        f"{posisi}, sehingga capaian kinerjanya {nilai} dengan predikat {predikat}",
        f"Capaian indikator {nama} tahun {tahun} sebesar {nilai} termasuk predikat {predikat}. {ketiga}",
    )
    return paragraf(kalimat(utama), _pengingat(capaian), kalimat_batas(capaian))


def _tanpa_capaian(indikator: HasilIndikator, tahun: int, urutan: int) -> str:
    nama, alasan = petik(indikator.nama), klausa(indikator.capaian.alasan)
    if indikator.capaian.keadaan is Keadaan.BELUM_DIISI:
        return kalimat(f"Capaian indikator {nama} tahun {tahun} belum dapat dihitung karena {alasan}")
    if indikator.capaian.target is None:
        return kalimat(f"Capaian indikator {nama} tahun {tahun} {TIDAK_DAPAT_DISIMPULKAN} karena {alasan}")
    target = target_indikator(indikator)
    return kalimat(
        ragam(
            urutan,
            f"Indikator {nama} ditargetkan {target} pada tahun {tahun}, tetapi capaiannya "
            f"{TIDAK_DAPAT_DISIMPULKAN} karena {alasan}",
            f"Untuk indikator {nama} dengan target {target}, capaian tahun {tahun} {TIDAK_DAPAT_DISIMPULKAN} "
            f"karena {alasan}",
        )
    )


def _pengingat(capaian: Capaian) -> str:
    """Which way is good, where the rumus turns the usual reading round."""
    pengingat = definisi_rumus(capaian.rumus).pengingat
    if not pengingat:
        return ""
    hasil = "terpenuhi" if tercapai(capaian) else "belum terpenuhi"
    return kalimat(f"Karena {pengingat}, target indikator ini {hasil}")


def kalimat_batas(capaian: Capaian) -> str:
    """That a cap of the kebijakan applied, with the value before it; empty when none did."""
    if not capaian.batas or capaian.mentah is None or capaian.nilai is None:
        return ""
    return kalimat(
        f"Hasil perhitungan sebesar {format_persen(capaian.mentah)} dinyatakan sebagai {persen(capaian.nilai)} "
        f"sesuai dengan {capaian.batas} dalam kebijakan pengukuran"
    )


def kalimat_rerata(rerata: Rerata, subjek: str, urutan: int = 0) -> str:
    """Mean capaian of ``subjek`` ("sasaran ini", "Kecamatan Balung tahun 2020"), always saying over how many."""
    if rerata.nilai is None:
        alasan = (
            # The engine's reason counts indikator, which reads oddly for one alone.
            "satu-satunya indikator yang mengukurnya tidak memiliki capaian yang terhitung"
            if rerata.jumlah == 1
            else klausa(rerata.alasan, "belum ada indikator yang terhitung")
        )
        return kalimat(f"Rata-rata capaian {subjek} {TIDAK_DAPAT_DISIMPULKAN} karena {alasan}")
    nilai, predikat = persen(rerata.nilai), say_kategori(rerata.kategori)
    if rerata.lengkap:
        cakupan = count_of(rerata.jumlah, "indikator")
        return kalimat(
            ragam(
                urutan,
                f"Rata-rata capaian {subjek} sebesar {nilai} dengan predikat {predikat}, dihitung dari {cakupan}",
                f"Dari {cakupan}, rata-rata capaian {subjek} mencapai {nilai} dan berpredikat {predikat}",
            )
        )
    cakupan = f"rata-rata {rerata.terhitung} dari {rerata.jumlah} indikator"
    sisa = f"{count_of(rerata.jumlah - rerata.terhitung, 'indikator')} lainnya {TIDAK_DAPAT_DISIMPULKAN}"
    return kalimat(
        ragam(
            urutan,
            f"Rata-rata capaian {subjek} sebesar {nilai} dengan predikat {predikat}. Nilai tersebut merupakan "
            f"{cakupan}, sedangkan {sisa}",
            f"Sebagai {cakupan}, capaian {subjek} mencapai {nilai} dan berpredikat {predikat}; {sisa}",
        )
    )


def kalimat_hitungan(hitungan: Sequence[HitunganKategori], urutan: int = 0) -> str:
    """Counts and shares of indikator per predikat; the shares are the engine's and sum to 100."""
    ada = [h for h in hitungan if h.jumlah]
    jumlah = sum(h.jumlah for h in ada)
    if not jumlah:
        return kalimat("Belum ada indikator yang dapat dikelompokkan menurut predikat")
    if len(ada) == 1:
        (satu,) = ada
        subjek = (
            "Satu-satunya indikator"
            if jumlah == 1
            else f"Seluruh indikator, yaitu {count_of(jumlah, 'indikator')},"
        )
        return kalimat(f"{subjek} {_hasil_kategori(satu)} ({persen(satu.porsi)})")
    butir = rangkai([butir_hitungan(h) for h in ada])
    return kalimat(
        ragam(urutan, f"Dari {count_of(jumlah, 'indikator')}, {butir}", f"Menurut skala predikat, {butir}")
    )


def butir_hitungan(h: HitunganKategori) -> str:
    """ "3 (tiga) indikator (75,00%) berpredikat AA (Sangat Memuaskan)"."""
    return f"{count_of(h.jumlah, 'indikator')} ({persen(h.porsi)}) {_hasil_kategori(h)}"


def _hasil_kategori(h: HitunganKategori) -> str:
    return TIDAK_DAPAT_DISIMPULKAN if h.kategori is None else f"berpredikat {say_kategori(h.kategori)}"


def say_shortfall(nilai: Decimal) -> str:
    """How far a shown capaian that is below 100 stays behind; rounding may hide that it does."""
    kurang = SERATUS - nilai
    return besar_selisih(kurang, "poin") if kurang else "kurang dari 0,01 poin"


# -- causes ----------------------------------------------------------------------------------------


def kalimat_ketercapaian(indikator: HasilIndikator, tahun: int, urutan: int = 0) -> str:
    """Whether the target was met; opens the analysis of causes."""
    capaian = indikator.capaian
    if capaian.mentah is None or capaian.nilai is None:
        return kalimat(f"Ketercapaian target indikator ini pada tahun {tahun} {TIDAK_DAPAT_DISIMPULKAN}")
    if tercapai(capaian):
        return kalimat(
            ragam(
                urutan,
                f"Target indikator ini pada tahun {tahun} tercapai",
                f"Pada tahun {tahun} target indikator ini dapat dicapai",
            )
        )
    jarak = say_shortfall(capaian.nilai)
    return kalimat(
        ragam(
            urutan,
            f"Target indikator ini pada tahun {tahun} belum tercapai; capaiannya kurang {jarak} dari 100%",
            f"Pada tahun {tahun} target indikator ini belum dapat dicapai, dengan kekurangan capaian {jarak} terhadap "
            f"100%",
        )
    )


def kalimat_belum_dicatat(indikator: HasilIndikator, hal: Sequence[str], urutan: int = 0) -> str:
    """Names what people have not written about an indikator ("faktor pendorong", "solusi …")."""
    if indikator.capaian.nilai is None:
        return kalimat(f"Oleh karena itu, {rangkai(hal)} untuk indikator ini belum dapat diuraikan")
    return kalimat(
        ragam(
            urutan,
            f"Penjelasan mengenai {rangkai(hal)} untuk indikator ini belum dicatat",
            f"Untuk indikator ini, penjelasan mengenai {rangkai(hal)} belum dicatat",
        )
    )
