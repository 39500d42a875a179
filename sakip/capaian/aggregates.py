"""Means and counts over indikator: only a terhitung capaian enters, and how many did is always said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sakip.capaian.arithmetic import presisi_tetap, rata_tertimbang
from sakip.capaian.inputs import Kebijakan, SasaranMasukan
from sakip.capaian.predikat import read_number
from sakip.capaian.results import Capaian, HitunganKategori, Rerata
from sakip.capaian.rounding import SERATUS, Angka, round_half_up, share_by_largest_remainder, teks_desimal
from sakip.capaian.values import Kategori

LABEL_TANPA_KESIMPULAN = "Tidak dapat disimpulkan"

_SATU = Decimal(1)


class InvalidWeight(ValueError):
    """Bobot that cannot weigh anything; ``str()`` names the place, the sum and the remedy, in Indonesian."""


@dataclass(frozen=True, slots=True)
class BagianSasaran:
    """A sasaran as a part of a wider mean: its capaian, its own mean and its bobot (None = not weighted)."""

    capaian: tuple[Capaian, ...]
    rerata: Rerata
    bobot: Decimal | None
    berbobot_di_dalam: bool


@presisi_tetap
def rerata_capaian(
    capaian: Sequence[Capaian], kebijakan: Kebijakan, bobot: Sequence[Decimal] | None = None
) -> Rerata:
    """Mean of the capped, unrounded capaian (percent), rounded once at the end.

    With ``bobot`` (one per capaian, see :func:`valid_weight`) the mean is weighted; the bobot of a capaian that
    cannot be concluded falls away and the others keep their proportion.
    """
    semua = bobot if bobot is not None else [_SATU] * len(capaian)
    pasangan: list[tuple[Angka, Decimal]] = [
        (c.terbatas, b) for c, b in zip(capaian, semua, strict=True) if c.terbatas is not None
    ]
    return _rerata(
        pasangan, kebijakan, jumlah=len(capaian), terhitung=len(pasangan), tertimbang=bobot is not None
    )


@presisi_tetap
def rerata_gabungan(bagian: Sequence[BagianSasaran], kebijakan: Kebijakan) -> Rerata:
    """Mean over several sasaran: of a tujuan, or of the kecamatan.

    Without any bobot it is the plain mean of all indikator. Where bobot exist it is the mean of the sasaran's
    means, each with its sasaran's bobot or, if only indikator are weighted, with its number of terhitung
    indikator: so a sasaran counts as much as in the plain mean, and its own bobot still hold inside it.
    """
    capaian = [c for b in bagian for c in b.capaian]
    if not any(b.bobot is not None or b.berbobot_di_dalam for b in bagian):
        return rerata_capaian(capaian, kebijakan)
    pasangan: list[tuple[Angka, Decimal]] = [
        (b.rerata.mentah, b.bobot if b.bobot is not None else Decimal(b.rerata.terhitung))
        for b in bagian
        if b.rerata.mentah is not None
    ]
    terhitung = sum(b.rerata.terhitung for b in bagian)
    return _rerata(pasangan, kebijakan, jumlah=len(capaian), terhitung=terhitung, tertimbang=True)


def valid_weight(bobot: Sequence[Decimal | None], sebutan: str) -> tuple[Decimal, ...] | None:
    """The bobot if they were entered, None if none was.

    ``sebutan`` begins the message ('Bobot indikator pada sasaran "X"'). Raises InvalidWeight if only
    some were entered, one is negative, or they do not sum to 100.
    """
    terisi = [b for b in bobot if b is not None]
    if not terisi:
        return None
    if len(terisi) < len(bobot):
        raise InvalidWeight(
            f"{sebutan} baru terisi {len(terisi)} dari {len(bobot)}. "
            "Isi seluruhnya, atau kosongkan seluruhnya agar semua dihitung sama."
        )
    if any(b < 0 for b in terisi):
        raise InvalidWeight(f"{sebutan} ada yang negatif. Isi bobot nol atau lebih.")
    jumlah = sum(terisi, Decimal(0))
    if jumlah != SERATUS:
        kata = "tambahkan" if jumlah < SERATUS else "kurangi"
        raise InvalidWeight(
            f"{sebutan} berjumlah {teks_desimal(jumlah)}. "
            f"Jumlahnya harus 100; {kata} {teks_desimal(abs(SERATUS - jumlah))}."
        )
    return tuple(terisi)


def bobot_indikator(sasaran: SasaranMasukan) -> tuple[Decimal, ...] | None:
    """Bobot of the sasaran's indikator; raises InvalidWeight as :func:`valid_weight` does."""
    return valid_weight(
        [i.bobot for i in sasaran.indikator], f'Bobot indikator pada sasaran "{sasaran.uraian}"'
    )


def compute_kategori(capaian: Sequence[Capaian], kebijakan: Kebijakan) -> tuple[HitunganKategori, ...]:
    """Number and share of indikator per category, highest first; shares sum to 100.

    Those that cannot be concluded are a row of their own at the end, only when there are any. Without any
    indikator every share is 0: there is nothing to share.
    """
    terhitung = Counter(c.kategori for c in capaian)
    semua: list[tuple[Kategori | None, str]] = [(k, k.label) for k in kebijakan.skala.kategori]
    if terhitung[None]:
        semua.append((None, LABEL_TANPA_KESIMPULAN))
    jumlah = [terhitung[k] for k, _ in semua]
    nol = round_half_up(Decimal(0), kebijakan.desimal)
    porsi = (
        share_by_largest_remainder(jumlah, desimal=kebijakan.desimal) if any(jumlah) else [nol] * len(jumlah)
    )
    return tuple(
        HitunganKategori(kategori=k, label=label, jumlah=n, porsi=p)
        for (k, label), n, p in zip(semua, jumlah, porsi, strict=True)
    )


def _rerata(
    pasangan: list[tuple[Angka, Decimal]],
    kebijakan: Kebijakan,
    *,
    jumlah: int,
    terhitung: int,
    tertimbang: bool,
) -> Rerata:
    alasan = ""
    if jumlah == 0:
        alasan = "belum ada indikator"
    elif not pasangan:
        alasan = f"tidak satu pun dari {jumlah} indikator memiliki capaian yang terhitung"
    elif not any(bobot for _, bobot in pasangan):
        alasan = "seluruh indikator yang terhitung berbobot nol"
    if alasan:
        return Rerata(
            nilai=None, terhitung=terhitung, jumlah=jumlah, kategori=None, langkah="", alasan=alasan
        )
    mentah = rata_tertimbang(pasangan)
    nilai = round_half_up(mentah, kebijakan.desimal)
    return Rerata(
        nilai=nilai,
        terhitung=terhitung,
        jumlah=jumlah,
        kategori=read_number(mentah, kebijakan.skala),
        langkah=(
            f"{_langkah(pasangan, kebijakan.desimal, tertimbang)} = {teks_desimal(nilai, kebijakan.desimal)}; "
            f"rata-rata {terhitung} dari {jumlah} indikator"
        ),
        mentah=mentah,
    )


def _langkah(pasangan: list[tuple[Angka, Decimal]], desimal: int, tertimbang: bool) -> str:
    suku = [_teks_suku(nilai, desimal) for nilai, _ in pasangan]
    if tertimbang:
        suku = [f"{teks} × {teks_desimal(bobot)}" for teks, (_, bobot) in zip(suku, pasangan, strict=True)]
    pembagi = sum((bobot for _, bobot in pasangan), Decimal(0))
    isi = " + ".join(suku)
    return f"{f'({isi})' if len(suku) > 1 else isi} ÷ {teks_desimal(pembagi)}"


def _teks_suku(nilai: Angka, desimal: int) -> str:
    # The mean is taken before rounding; two more decimals let a reader arrive at the same last digit.
    return teks_desimal(nilai, desimal if round_half_up(nilai, desimal) == nilai else desimal + 2)
