"""Generated sentences of comparison with earlier years."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from reports.prose.language import (
    because,
    clause,
    compose,
    count_of,
    difference_size,
    paragraph,
    selisih_movement,
    sentence,
    with_satuan,
)
from reports.prose.sentences import realisasi_indikator, say_indikator
from sakip.capaian.results import (
    TIDAK_DAPAT_DISIMPULKAN,
    Arah,
    IndikatorResult,
    Perubahan,
)
from sakip.capaian.values import Keadaan, KeadaanNilai
from sakip.text.states import no_conclusion, say_state

_ZERO = Decimal(0)


def perubahan_sentence(
    indikator: IndikatorResult,
    perubahan: Perubahan,
    tahun: int,
    *,
    single: bool,
    ordering: int = 0,
    since: bool = False,
) -> str:
    """How realisasi and kinerja moved since one earlier year; both values stand in the table. ``since``: in none of the
    years from that one on did it move."""
    subject, before = say_indikator(indikator, single), f"tahun {perubahan.tahun}"
    if perubahan.selisih_realisasi is None:
        own = indikator.realisasi
        missing = own is None or own.keadaan is not KeadaanNilai.TERISI
        alasan = (
            # Why this year has none was said above, where its target is told.
            f"realisasi tahun {tahun} {say_state(indikator.capaian.keadaan)}"
            if missing and clause(perubahan.alasan) == clause(indikator.capaian.alasan)
            else _alasan_tahun(perubahan.alasan, perubahan.tahun, indikator.capaian.alasan)
        )
        return uncomparable(f"{subject} dengan {before}", perubahan.keadaan, alasan, ordering)
    movement = selisih_movement(perubahan.selisih_realisasi, perubahan.satuan)
    effect = effect_of(perubahan.arah)
    opening = (
        f"Dibandingkan dengan {before},",
        f"Terhadap {before},",
        f"Sejak {before}",
        f"Jika dibandingkan dengan {before},",
        f"Dalam perbandingan dengan {before},",
        f"Dari {before} ke tahun {tahun}",
    )
    if perubahan.selisih_realisasi == _ZERO:
        previous = with_satuan(perubahan.realisasi_cetak, indikator.satuan)
        current = realisasi_indikator(indikator)
        # Two printed forms of one value ("B" and "B (63)") must not read as a misprint.
        values = (
            f", yaitu {previous} pada {before} dan {current} pada tahun {tahun}"
            if previous != current
            else ""
        )
        said = compose(
            ordering,
            (
                f"Sejak {before}",
                f"Sepanjang tahun {perubahan.tahun} sampai dengan {tahun}",
                f"Dari {before} sampai dengan tahun {tahun}",
                f"Selama tahun {perubahan.tahun}–{tahun}",
            )
            if since
            else opening,
            (
                f"realisasi {subject} tetap",
                f"realisasi {subject} tidak berubah",
                f"{subject} bertahan pada realisasi yang sama",
                f"tidak ada perubahan realisasi {subject}",
                f"{subject} tidak mengalami perubahan realisasi",
                f"realisasi {subject} bertahan",
            ),
            (values,),
        )
    else:
        up = perubahan.selisih_realisasi > _ZERO
        size = difference_size(perubahan.selisih_realisasi, perubahan.satuan)
        change = "kenaikan" if up else "penurunan"
        said = compose(
            ordering,
            opening,
            (
                f"realisasi {subject} {movement}",
                f"{subject} mengalami {change} {size}",
                f"realisasi {subject} bergerak {movement}",
                f"terjadi {change} {size} pada {subject}",
                f"{subject} mencatat {change} {size}",
                f"realisasi {subject} mengalami {change} {size}",
            ),
            say_effect(effect) if effect else ("",),
        )
    return paragraph(sentence(said), perubahan_capaian_sentence(indikator, perubahan, ordering))


def say_effect(effect: str) -> tuple[str, ...]:
    """The ways to say what a change means for kinerja, after the change."""
    return (
        f", sehingga kinerja {effect}",
        f"dan kinerjanya {effect}",
        f", yang berarti kinerja {effect}",
        f"; kinerjanya {effect}",
        f", dengan kinerja yang {effect}",
        f"; dengan demikian kinerja {effect}",
    )


def uncomparable(pair: str, keadaan: Keadaan, alasan: str, ordering: int) -> str:
    """That two values cannot be compared ("indikator ini dengan tahun 2022"), and why."""
    return sentence(
        compose(
            ordering,
            (
                f"Perbandingan {pair}",
                f"Hasil perbandingan {pair}",
                f"Untuk perbandingan {pair} hasilnya",
                f"Selisih {pair}",
                f"Perubahan menurut perbandingan {pair}",
                f"Dari perbandingan {pair}, hasilnya",
            ),
            (no_conclusion(keadaan),),
            because(alasan),
        )
    )


def perubahan_capaian_sentence(indikator: IndikatorResult, perubahan: Perubahan, ordering: int = 0) -> str:
    """Why the capaian moved the other way than the kinerja, or cannot be compared; empty where the table says all."""
    (target, current), (before, previous) = indikator.compared(), indikator.compared(perubahan)
    selisih = perubahan.selisih_capaian
    if selisih is None or current.nilai is None or previous.nilai is None:
        if previous.target is None or current.nilai is None:  # a finding, and said with the table
            return ""
        alasan = _alasan_tahun(previous.alasan, perubahan.tahun, current.alasan)
        without = no_conclusion((previous if previous.nilai is None else current).keadaan)
        if current.nilai is not None and previous.nilai is not None:
            without = TIDAK_DAPAT_DISIMPULKAN
            alasan = (
                f"target tahun {perubahan.tahun} ditetapkan dalam {perubahan.asal}, sedangkan target tahun ini dalam "
                f"{indikator.asal}"
            )
        return sentence(
            compose(
                ordering,
                (
                    f"Perubahan capaian kinerjanya {without}",
                    f"Perubahan capaiannya {without}",
                    f"Adapun perubahan capaiannya {without}",
                    f"Untuk capaian, perubahannya {without}",
                    f"Naik turunnya capaian {without}",
                    f"Perbandingan capaiannya {without}",
                ),
                because(alasan),
            )
        )
    if before == target or not _contrary(perubahan.arah, selisih):
        return ""
    # A target that moved the same way, and further, makes capaian and realisasi part.
    source, to = (with_satuan(t, indikator.satuan) for t in (before, target))
    movement = "naik" if selisih > _ZERO else "turun"
    return sentence(
        compose(
            ordering,
            (
                f"Namun, capaian kinerjanya {movement}",
                f"Meskipun demikian, capaian kinerjanya {movement}",
                f"Di sisi lain, capaian kinerjanya {movement}",
                f"Capaian kinerjanya justru {movement}",
                f"Akan tetapi, capaiannya {movement}",
                f"Walaupun begitu, capaiannya {movement}",
            ),
            (
                f"karena targetnya berubah dari {source} menjadi {to}",
                f"sebab targetnya berubah dari {source} menjadi {to}",
                f"karena target diubah dari {source} menjadi {to}",
                f"akibat perubahan target dari {source} menjadi {to}",
                f"karena targetnya tidak lagi {source}, melainkan {to}",
                f"karena target yang semula {source} menjadi {to}",
            ),
        )
    )


def contrary_movement(indikator: IndikatorResult, perubahan: Perubahan) -> str | None:
    """Which way the capaian went where that is the other way than the kinerja: "naik", "turun", empty where it is not;
    None where there is more to say of it (:func:`perubahan_capaian_sentence`)."""
    (target, current), (before, previous) = indikator.compared(), indikator.compared(perubahan)
    selisih = perubahan.selisih_capaian
    if selisih is None or current.nilai is None or previous.nilai is None:
        return None if perubahan_capaian_sentence(indikator, perubahan) else ""
    if before == target or not _contrary(perubahan.arah, selisih):
        return ""
    return "naik" if selisih > _ZERO else "turun"


def shows_renstra(indikator: IndikatorResult) -> bool:
    """Whether the capaian of all years are shown against the Renstra, and that is another target than the measured."""
    other = indikator.terhadap_renstra
    return indikator.by_renstra and other is not None and other in indikator.differing_targets


def dasar_sentence(indikator: IndikatorResult) -> str:
    """By which targets the capaian of several years are compared; empty where they are the measured ones."""
    if not shows_renstra(indikator) or indikator.capaian.nilai is None:
        return ""
    return (
        "selisih capaian dihitung terhadap target Renstra karena target tahun sebelumnya tidak tercatat dalam "
        "Perjanjian Kinerja"
    )


def _contrary(direction: Arah, selisih: Decimal) -> bool:
    """Whether the capaian went the other way than the kinerja that the realisasi shows, or went where that stayed."""
    if direction is Arah.TETAP:
        return selisih != _ZERO
    return (direction is Arah.MEMBAIK and selisih < _ZERO) or (direction is Arah.MENURUN and selisih > _ZERO)


def tren_sentence(
    indikator: IndikatorResult, tahun: int, ordering: int = 0, *, told: Sequence[Arah] = ()
) -> str:
    """Course of the realisasi over three years or more; empty when fewer are known or the units differ. What it means
    for kinerja is not said again where that was ``told`` just before."""
    course = course_of(indikator)
    if course is None:
        return ""
    many, first, movement = course
    direction = next(p.arah for p in indikator.perubahan if p.tahun == first)
    directed = movement not in _WITHOUT_DIRECTION and direction not in told
    effect = effect_of(direction) if directed else ""
    years = count_of(many, "tahun")
    return sentence(
        compose(
            ordering,
            (
                f"Sepanjang {years} yang tercatat antara {first} dan {tahun},",
                f"Selama {years} yang tercatat dari {first} sampai dengan {tahun},",
                f"Dilihat dari {years} yang tercatat antara {first} dan {tahun},",
                f"Menurut catatan {years} antara {first} dan {tahun},",
                f"Dari {first} sampai dengan {tahun}, yakni {years} yang tercatat,",
                f"Dalam {years} yang tercatat sejak {first} sampai dengan {tahun},",
            ),
            (
                f"realisasi indikator ini {movement}",
                f"realisasinya {movement}",
                f"nilai indikator ini {movement}",
            ),
            (
                f", yang berarti kinerja {effect}",
                f"dan kinerjanya {effect}",
                f", sehingga kinerja {effect}",
                f"; kinerjanya {effect}",
            )
            if effect
            else ("",),
        )
    )


def course_of(indikator: IndikatorResult) -> tuple[int, int, str] | None:
    """Of how many years and since which the realisasi is known, and which way it went; None of fewer than three, or
    where the units differ."""
    series = [p for p in indikator.perubahan if p.selisih_realisasi is not None]
    if len(series) < 2 or len({p.satuan for p in series}) > 1:
        return None
    # Each difference is this year minus that year, so its negation places the years on one line ending at 0.
    locations = [-p.selisih_realisasi for p in series if p.selisih_realisasi is not None] + [_ZERO]
    movement = _series_direction([b - a for a, b in pairwise(locations)])
    return len(locations), series[0].tahun, movement


_WITHOUT_DIRECTION = ("tidak berubah", "berfluktuasi")


def _series_direction(steps: Sequence[Decimal]) -> str:
    """Words for a series by its steps from year to year."""
    if not any(steps):
        return "tidak berubah"
    if all(n >= _ZERO for n in steps):
        return "terus naik" if all(steps) else "cenderung naik"
    if all(n <= _ZERO for n in steps):
        return "terus turun" if all(steps) else "cenderung turun"
    return "berfluktuasi"


def effect_of(direction: Arah) -> str:
    """What a change means for kinerja; empty where that cannot be told."""
    return "" if direction is Arah.TIDAK_DAPAT_DISIMPULKAN else str(direction.value)


def _alasan_tahun(alasan: str, tahun: int, current: str) -> str:
    """The reason, naming the year it belongs to; ``current`` is this year's own where the earlier year has none."""
    if not alasan:
        return clause(current)
    if alasan == "target belum ditetapkan":  # nobody will set the target of a year that is over
        return f"target tahun {tahun} belum diisi"
    return (
        clause(alasan)
        if str(tahun) in alasan or alasan == current
        else f"pada tahun {tahun} {clause(alasan)}"
    )
