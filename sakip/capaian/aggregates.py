"""Means and counts over indikator: only a terhitung capaian enters, and how many did is always said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sakip.capaian.arithmetic import fixed_precision, weighted_mean
from sakip.capaian.inputs import Kebijakan, SasaranInput
from sakip.capaian.predikat import read_number
from sakip.capaian.results import Capaian, KategoriCount, Rerata
from sakip.capaian.rounding import HUNDRED, Angka, decimal_text, round_half_up
from sakip.capaian.values import Kategori, Keadaan

_ONE = Decimal(1)


class InvalidWeight(ValueError):
    """Bobot that cannot weigh anything; ``str()`` names the place, the sum and the remedy, in Indonesian."""


@dataclass(frozen=True, slots=True)
class SasaranShare:
    """A sasaran as a part of a wider mean: its capaian, its own mean and its bobot (None = not weighted)."""

    capaian: tuple[Capaian, ...]
    rerata: Rerata
    bobot: Decimal | None
    berbobot_di_dalam: bool


@fixed_precision
def rerata_capaian(
    capaian: Sequence[Capaian], kebijakan: Kebijakan, bobot: Sequence[Decimal] | None = None
) -> Rerata:
    """Mean of the capped, unrounded capaian (percent), rounded once at the end.

    With ``bobot`` (one per capaian, see :func:`valid_weight`) the mean is weighted; the bobot of a capaian that
    cannot be concluded falls away and the others keep their proportion.
    """
    weights = bobot if bobot is not None else [_ONE] * len(capaian)
    pairs: list[tuple[Angka, Decimal]] = [
        (c.terbatas, b) for c, b in zip(capaian, weights, strict=True) if c.terbatas is not None
    ]
    return _rerata(pairs, kebijakan, capaian, computed=len(pairs), weighted=bobot is not None)


@fixed_precision
def combined_rerata(parts: Sequence[SasaranShare], kebijakan: Kebijakan) -> Rerata:
    """Mean over several sasaran: of a tujuan, or of the kecamatan.

    Without any bobot it is the plain mean of all indikator. Where bobot exist it is the mean of the sasaran's
    means, each with its sasaran's bobot or, if only indikator are weighted, with its number of terhitung
    indikator: so a sasaran counts as much as in the plain mean, and its own bobot still hold inside it.
    """
    capaian = [c for b in parts for c in b.capaian]
    if not any(b.bobot is not None or b.berbobot_di_dalam for b in parts):
        return rerata_capaian(capaian, kebijakan)
    pairs: list[tuple[Angka, Decimal]] = [
        (b.rerata.mentah, b.bobot if b.bobot is not None else Decimal(b.rerata.terhitung))
        for b in parts
        if b.rerata.mentah is not None
    ]
    computed = sum(b.rerata.terhitung for b in parts)
    return _rerata(pairs, kebijakan, capaian, computed=computed, weighted=True)


def valid_weight(bobot: Sequence[Decimal | None], sebutan: str) -> tuple[Decimal, ...] | None:
    """The bobot if they were entered, None if none was.

    ``sebutan`` begins the message ('Bobot indikator pada sasaran "X"'). Raises InvalidWeight if only
    some were entered, one is negative, or they do not sum to 100.
    """
    filled = [b for b in bobot if b is not None]
    if not filled:
        return None
    if len(filled) < len(bobot):
        raise InvalidWeight(
            f"{sebutan} baru terisi {len(filled)} dari {len(bobot)}. "
            "Isi seluruhnya, atau kosongkan seluruhnya agar semua dihitung sama."
        )
    if any(b < 0 for b in filled):
        raise InvalidWeight(f"{sebutan} ada yang negatif. Isi bobot nol atau lebih.")
    jumlah = sum(filled, Decimal(0))
    if jumlah != HUNDRED:
        word = "tambahkan" if jumlah < HUNDRED else "kurangi"
        raise InvalidWeight(
            f"{sebutan} berjumlah {decimal_text(jumlah)}. "
            f"Jumlahnya harus 100; {word} {decimal_text(abs(HUNDRED - jumlah))}."
        )
    return tuple(filled)


def bobot_indikator(sasaran: SasaranInput) -> tuple[Decimal, ...] | None:
    """Bobot of the sasaran's indikator; raises InvalidWeight as :func:`valid_weight` does."""
    return valid_weight(
        [i.bobot for i in sasaran.indikator], f'Bobot indikator pada sasaran "{sasaran.uraian}"'
    )


def compute_kategori(capaian: Sequence[Capaian], kebijakan: Kebijakan) -> tuple[KategoriCount, ...]:
    """Number and share of indikator per category, highest first; equal counts have equal shares.

    Those without a capaian are rows of their own at the end, one for each state that there is. Without any
    indikator every share is 0: there is nothing to share.
    """
    computed = Counter(c.kategori for c in capaian if c.kategori is not None)
    kinds: list[tuple[Kategori | None, str, Keadaan]] = [
        (k, k.label, Keadaan.TERHITUNG) for k in kebijakan.skala.kategori
    ]
    without = _states(capaian)
    kinds += [(None, state.value.capitalize(), state) for state, _ in without]
    jumlah = [*(computed[k] for k in kebijakan.skala.kategori), *(n for _, n in without)]
    zero = round_half_up(Decimal(0), kebijakan.desimal)
    total = sum(jumlah)
    porsi = [round_half_up(n * HUNDRED / total, kebijakan.desimal) if total else zero for n in jumlah]
    return tuple(
        KategoriCount(kategori=k, label=label, jumlah=n, porsi=p, keadaan=state)
        for (k, label, state), n, p in zip(kinds, jumlah, porsi, strict=True)
    )


def _states(capaian: Sequence[Capaian]) -> tuple[tuple[Keadaan, int], ...]:
    """How many have no value in each state, of those states that there are."""
    counted = Counter(c.keadaan for c in capaian if c.nilai is None)
    return tuple((state, counted[state]) for state in Keadaan if counted[state])


def _state_of_all(states: Iterable[Keadaan]) -> Keadaan:
    """Of a mean without a value: first what the kecamatan can still fill, then what is declared to be unavailable."""
    present = set(states)
    for keadaan in (Keadaan.BELUM_DIISI, Keadaan.TIDAK_TERSEDIA):
        if keadaan in present:
            return keadaan
    return Keadaan.TIDAK_DAPAT_DIHITUNG


def _rerata(
    pairs: list[tuple[Angka, Decimal]],
    kebijakan: Kebijakan,
    capaian: Sequence[Capaian],
    *,
    computed: int,
    weighted: bool,
) -> Rerata:
    alasan, jumlah = "", len(capaian)
    if jumlah == 0:
        alasan = "belum ada indikator"
    elif not pairs:
        alasan = f"tidak satu pun dari {jumlah} indikator memiliki capaian yang terhitung"
    elif not any(bobot for _, bobot in pairs):
        alasan = "seluruh indikator yang terhitung berbobot nol"
    if alasan:
        return Rerata(
            nilai=None,
            terhitung=computed,
            jumlah=jumlah,
            kategori=None,
            langkah="",
            alasan=alasan,
            keadaan=_state_of_all(c.keadaan for c in capaian) if capaian else Keadaan.BELUM_DIISI,
            lainnya=_states(capaian),
        )
    raw = weighted_mean(pairs)
    nilai = round_half_up(raw, kebijakan.desimal)
    return Rerata(
        nilai=nilai,
        terhitung=computed,
        jumlah=jumlah,
        # A predikat is a verdict on the whole; of a part there is only its mean.
        kategori=read_number(raw, kebijakan.skala) if computed == jumlah else None,
        langkah=(
            f"{_step(pairs, kebijakan.desimal, weighted)} = {decimal_text(nilai, kebijakan.desimal)}; "
            f"rata-rata {computed} dari {jumlah} indikator"
        ),
        mentah=raw,
        lainnya=_states(capaian),
    )


def _step(pairs: list[tuple[Angka, Decimal]], desimal: int, weighted: bool) -> str:
    terms = [_term_text(nilai, desimal) for nilai, _ in pairs]
    if weighted:
        terms = [f"{text} × {decimal_text(bobot)}" for text, (_, bobot) in zip(terms, pairs, strict=True)]
    divisor = sum((bobot for _, bobot in pairs), Decimal(0))
    content = " + ".join(terms)
    return f"{f'({content})' if len(terms) > 1 else content} ÷ {decimal_text(divisor)}"


def _term_text(nilai: Angka, desimal: int) -> str:
    # The mean is taken before rounding; two more decimals let a reader arrive at the same last digit.
    return decimal_text(nilai, desimal if round_half_up(nilai, desimal) == nilai else desimal + 2)
