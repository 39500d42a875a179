"""One indikator measured: state, raw value, cap, shown value and category, with the working."""

from __future__ import annotations

from fractions import Fraction

from sakip.capaian.arithmetic import presisi_tetap
from sakip.capaian.inputs import IndikatorMasukan, Kebijakan, Nilai, Target
from sakip.capaian.nilai import NotComputable, complete, langkah_pecahan, require_filled
from sakip.capaian.predikat import read_number
from sakip.capaian.results import Capaian
from sakip.capaian.rounding import round_half_up, teks_desimal
from sakip.capaian.rumus import Hitungan, definisi_rumus
from sakip.capaian.values import Keadaan


@presisi_tetap
def measure_capaian(
    indikator: IndikatorMasukan,
    kebijakan: Kebijakan,
    *,
    target: Target | None,
    realisasi: Nilai,
    sebutan: str = "realisasi",
) -> Capaian:
    """Capaian of ``realisasi`` against ``target`` (percent), capped and classified by the kebijakan.

    Target and realisasi are arguments because earlier years are measured by the same indikator's rumus.
    ``sebutan`` names the realisasi in the reason when there is none. Never raises for a value that is missing
    or unfit: the answer then carries the state and the reason.
    """
    try:
        hitungan = _compute(indikator, target, realisasi, sebutan)
    except NotComputable as galat:
        return _tanpa_nilai(indikator, target, galat)
    terbatas, batas = _limit(hitungan.mentah, kebijakan)
    nilai = round_half_up(terbatas, kebijakan.desimal)
    langkah = f"{hitungan.langkah} = {teks_desimal(hitungan.mentah, kebijakan.desimal)}"
    if batas:
        langkah += f"; melewati {batas} sehingga dihitung {teks_desimal(nilai, kebijakan.desimal)}"
    return Capaian(
        keadaan=Keadaan.TERHITUNG,
        rumus=indikator.rumus,
        target=target,
        mentah=hitungan.mentah,
        terbatas=terbatas,
        nilai=nilai,
        batas=batas,
        letak=_letak(hitungan.mentah, realisasi, indikator),
        kategori=read_number(terbatas, kebijakan.skala),
        langkah=langkah,
    )


@presisi_tetap
def measure_progress(indikator: IndikatorMasukan, kebijakan: Kebijakan) -> Capaian:
    """Tingkat kemajuan: this year's realisasi against the Renstra's last-year target, by the same rumus.

    Neither capped nor classified: caps and scale are rules for the capaian of a year, while a Renstra target
    may well be passed before its last year, and the report has to show by how much.
    """
    target = indikator.target_akhir
    try:
        if target is None:
            raise NotComputable("target akhir Renstra belum ditetapkan")
        hitungan = _compute(indikator, target, indikator.realisasi, "realisasi")
    except NotComputable as galat:
        return _tanpa_nilai(indikator, target, galat)
    nilai = round_half_up(hitungan.mentah, kebijakan.desimal)
    return Capaian(
        keadaan=Keadaan.TERHITUNG,
        rumus=indikator.rumus,
        target=target,
        mentah=hitungan.mentah,
        terbatas=hitungan.mentah,
        nilai=nilai,
        letak=_letak(hitungan.mentah, indikator.realisasi, indikator),
        langkah=f"{hitungan.langkah} = {teks_desimal(nilai, kebijakan.desimal)}",
    )


def _compute(indikator: IndikatorMasukan, target: Target | None, realisasi: Nilai, sebutan: str) -> Hitungan:
    # The state of the realisasi is asked first: "belum diisi" is what the kecamatan itself can mend.
    require_filled(realisasi, sebutan)
    if target is None:
        raise NotComputable("target belum ditetapkan")
    definisi = definisi_rumus(indikator.rumus)
    hitungan = definisi.fungsi(target, complete(realisasi, indikator.pengali_pecahan), indikator.skala)
    pecahan = langkah_pecahan(realisasi, indikator.pengali_pecahan)
    return Hitungan(hitungan.mentah, f"{pecahan}; {hitungan.langkah}") if pecahan else hitungan


def _letak(mentah: Fraction, realisasi: Nilai, indikator: IndikatorMasukan) -> int:
    """Above, at or below 100. A quotient is judged as it is shown: two thirds meet a target of 66,67."""
    dihitung = isinstance(complete(realisasi, indikator.pengali_pecahan).angka, Fraction)
    jarak = (Fraction(round_half_up(mentah)) if dihitung else mentah) - 100
    return (jarak > 0) - (jarak < 0)


def _limit(mentah: Fraction, kebijakan: Kebijakan) -> tuple[Fraction, str]:
    """The capped value and the name of the cap that applied, empty if none did."""
    if kebijakan.batas_atas is not None and mentah > kebijakan.batas_atas:
        return Fraction(kebijakan.batas_atas), f"batas atas {teks_desimal(kebijakan.batas_atas)}"
    if kebijakan.batas_bawah is not None and mentah < kebijakan.batas_bawah:
        return Fraction(kebijakan.batas_bawah), f"batas bawah {teks_desimal(kebijakan.batas_bawah)}"
    return mentah, ""


def _tanpa_nilai(indikator: IndikatorMasukan, target: Target | None, galat: NotComputable) -> Capaian:
    return Capaian(keadaan=galat.keadaan, rumus=indikator.rumus, target=target, alasan=str(galat))
