"""Generated sentences of comparison: with earlier years, with the Renstra's last year, with wider areas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from reports.prose.language import (
    chain,
    clause,
    count_of,
    difference_size,
    paragraph,
    selisih_movement,
    sentence,
    tidy,
    variety,
    with_satuan,
)
from reports.prose.sentences import realisasi_indikator, say_indikator, say_shortfall
from sakip.capaian.results import (
    TIDAK_DAPAT_DISIMPULKAN,
    Arah,
    Capaian,
    IndikatorResult,
    PembandingResult,
    Perubahan,
)
from sakip.capaian.rounding import HUNDRED
from sakip.capaian.values import KeadaanNilai
from sakip.text.states import no_conclusion, say_state

_ZERO = Decimal(0)

# -- earlier years ---------------------------------------------------------------------------------


def perubahan_sentence(
    indikator: IndikatorResult, perubahan: Perubahan, tahun: int, *, single: bool, ordering: int = 0
) -> str:
    """How realisasi and kinerja moved since one earlier year; both values stand in the table."""
    subject, before = say_indikator(indikator, single), f"tahun {perubahan.tahun}"
    if perubahan.selisih_realisasi is None:
        alasan = _alasan_tahun(perubahan.alasan, perubahan.tahun, indikator.capaian.alasan)
        return sentence(
            f"Perbandingan {subject} dengan {before} {no_conclusion(perubahan.keadaan)} karena {alasan}"
        )
    movement = selisih_movement(perubahan.selisih_realisasi, perubahan.satuan)
    effect = _effect(perubahan.arah)
    if perubahan.selisih_realisasi == _ZERO:
        choices: tuple[str, ...] = (
            f"Realisasi {subject} tetap seperti pada {before}",
            f"Dibandingkan dengan {before}, realisasi {subject} tetap",
            f"Realisasi {subject} tetap dari {before}",
            f"Sejak {before} realisasi {subject} tetap",
            f"Terhadap {before}, realisasi {subject} tetap",
            f"Seperti {before}, realisasi {subject} tetap",
        )
        previous = with_satuan(perubahan.realisasi_cetak, indikator.satuan)
        current = realisasi_indikator(indikator)
        if previous != current:
            # Two printed forms of one value ("B" and "B (63)") must not read as a misprint.
            choices = (
                f"Realisasi {subject} tetap: {previous} pada {before} dan {current} pada tahun {tahun}",
            )
    else:
        so = f", sehingga kinerja {effect}" if effect else ""
        because = f"Kinerja {subject} {effect}: realisasinya {movement} dari {before}"
        choices = (
            f"Dibandingkan dengan {before}, realisasi {subject} {movement}{so}",
            f"Realisasi {subject} {movement} terhadap {before}{so}",
            because if effect else f"Realisasi {subject} {movement} dari {before}",
            f"Dalam perbandingan dengan {before}, realisasi {subject} {movement}{so}",
            f"Realisasi {subject} {movement} sejak {before}{so}",
            f"Terhadap {before}, realisasi {subject} {movement}{so}",
        )
    return paragraph(sentence(variety(ordering, *choices)), perubahan_capaian_sentence(indikator, perubahan))


def perubahan_capaian_sentence(indikator: IndikatorResult, perubahan: Perubahan) -> str:
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
        return sentence(f"Perubahan capaian kinerjanya {without} karena {alasan}")
    if before == target or not _contrary(perubahan.arah, selisih):
        return ""
    # A target that moved the same way, and further, makes capaian and realisasi part.
    source, to = (with_satuan(t, indikator.satuan) for t in (before, target))
    movement = "naik" if selisih > _ZERO else "turun"
    return sentence(
        f"Namun, capaian kinerjanya {movement} karena targetnya berubah dari {source} menjadi {to}"
    )


def shows_renstra(indikator: IndikatorResult) -> bool:
    """Whether the capaian of all years are shown against the Renstra, and that is another target than the measured."""
    other = indikator.terhadap_renstra
    return indikator.by_renstra and other is not None and other in indikator.differing_targets


def dasar_sentence(indikator: IndikatorResult) -> str:
    """By which targets the capaian of several years are compared; empty where they are the measured ones."""
    if not shows_renstra(indikator) or indikator.capaian.nilai is None:
        return ""
    return sentence(
        "Perubahan capaian dihitung terhadap target Renstra karena target tahun sebelumnya tidak tercatat dalam "
        "Perjanjian Kinerja"
    )


def _contrary(direction: Arah, selisih: Decimal) -> bool:
    """Whether the capaian went the other way than the kinerja that the realisasi shows."""
    return (direction is Arah.MEMBAIK and selisih < _ZERO) or (direction is Arah.MENURUN and selisih > _ZERO)


def tren_sentence(indikator: IndikatorResult, tahun: int) -> str:
    """Course of the realisasi over three years or more; empty when fewer are known or the units differ."""
    series = [p for p in indikator.perubahan if p.selisih_realisasi is not None]
    if len(series) < 2 or len({p.satuan for p in series}) > 1:
        return ""
    # Each difference is this year minus that year, so its negation places the years on one line ending at 0.
    locations = [-p.selisih_realisasi for p in series if p.selisih_realisasi is not None] + [_ZERO]
    movement = _series_direction([b - a for a, b in pairwise(locations)])
    effect = _effect(series[0].arah) if movement not in _WITHOUT_DIRECTION else ""
    return sentence(
        f"Sepanjang {count_of(len(locations), 'tahun')} yang tercatat antara {series[0].tahun} dan {tahun}, realisasi "
        f"indikator ini {movement}{f', yang berarti kinerja {effect}' if effect else ''}"
    )


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


def _effect(direction: Arah) -> str:
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


# -- end of the Renstra ----------------------------------------------------------------------------


def progress_sentence(
    indikator: IndikatorResult, tahun: int, *, ranks: int | None = None, single: bool, ordering: int = 0
) -> str:
    """What is still to be done until the Renstra's last year; ``ranks`` are those of the scale that are missing."""
    progress = indikator.kemajuan
    subject = say_indikator(indikator, single)
    end = f" tahun {indikator.tahun_akhir}" if indikator.tahun_akhir is not None else ""
    if progress.nilai is None or progress.letak is None:
        return sentence(
            f"Tingkat kemajuan {subject} terhadap target akhir Renstra{end} {no_conclusion(progress.keadaan)} karena "
            f"{clause(progress.alasan)}"
        )
    if progress.letak >= 0:
        done = "telah melampaui" if progress.letak else "telah memenuhi"
        return sentence(
            variety(
                ordering,
                f"Realisasi {subject} {done} target akhir Renstra{end}",
                f"Target akhir Renstra{end} untuk {subject} {_passive(progress)}",
                f"Realisasi {subject} sudah {'di atas' if progress.letak else 'sama dengan'} target akhir Renstra{end}",
            )
        )
    years = indikator.tahun_akhir - tahun if indikator.tahun_akhir is not None else 0
    if years <= 0:
        short = f"kurang {_ranks_short(ranks)}" if ranks else say_shortfall(progress.nilai)
        return sentence(f"Target akhir Renstra{end} untuk {subject} belum terpenuhi, {short}")
    rest = f"{count_of(years, 'tahun')}"
    if ranks:
        gap = _ranks_short(ranks)
        return sentence(
            variety(
                ordering,
                f"Realisasi {subject} masih {gap} di bawah target akhir Renstra; sisa waktunya {rest}",
                f"Dalam {rest} lagi realisasi {subject} perlu naik {gap} untuk memenuhi target akhir Renstra",
                f"Menuju target akhir Renstra{end}, predikat {subject} perlu naik {gap} dalam {rest}",
            )
        )
    less = HUNDRED - progress.nilai
    if not less:
        return sentence(f"Target akhir Renstra{end} untuk {subject} {say_shortfall(progress.nilai)}")
    gap = difference_size(less, "poin")
    return sentence(
        variety(
            ordering,
            f"Sisa {gap} menuju target akhir Renstra untuk {subject} dikejar dalam {rest}",
            f"Untuk memenuhi target akhir Renstra{end}, {subject} masih kurang {gap} dengan sisa waktu {rest}",
            f"Kekurangan {gap} terhadap target akhir Renstra untuk {subject} diselesaikan sampai dengan tahun "
            f"{indikator.tahun_akhir}",
            f"Dalam {rest} ke depan {subject} masih perlu mengejar {gap} menuju target akhir Renstra",
            f"Jarak {subject} ke target akhir Renstra{end} tinggal {gap}, dengan sisa waktu {rest}",
            f"Masih ada {gap} yang harus dikejar {subject} sampai dengan akhir Renstra{end}",
        )
    )


def _passive(progress: Capaian) -> str:
    return "telah terlampaui" if progress.letak else "telah terpenuhi"


def _ranks_short(ranks: int) -> str:
    return count_of(ranks, "peringkat")


# -- kabupaten, provinsi, nasional -----------------------------------------------------------------


def pembanding_sentence(
    indikator: IndikatorResult,
    values: Sequence[tuple[str, PembandingResult]],
    *,
    single: bool,
    ordering: int = 0,
) -> str:
    """Where the realisasi stands to wider areas ("Kabupaten Jember", "nasional") of known values; the values
    themselves stand in the table."""
    subject = say_indikator(indikator, single)
    by_position: dict[str, list[str]] = {}
    for wilayah, p in values:
        if p.selisih is not None:
            by_position.setdefault(_position(p), []).append(wilayah)
    said = [f"{position} {chain(areas)}" for position, areas in by_position.items()]
    return paragraph(
        sentence(
            variety(
                ordering,
                f"Realisasi {subject} {', serta '.join(said)}",
                f"Dibandingkan dengan wilayah yang lebih luas, realisasi {subject} {', serta '.join(said)}",
                f"Kedudukan realisasi {subject} adalah {', serta '.join(said)}",
            )
        )
        if said
        else "",
        *(
            sentence(
                f"Perbandingan {subject} dengan {wilayah} {no_conclusion(p.keadaan_selisih)} karena {clause(p.alasan)}"
            )
            for wilayah, p in values
            if p.selisih is None
        ),
    )


def _position(p: PembandingResult) -> str:
    """ "di bawah", with what that means where the rumus turns the usual reading round."""
    if not p.selisih:
        return "setara dengan"
    if p.selisih > _ZERO:
        return "di atas" if p.arah is not Arah.MENURUN else "lebih tinggi, sehingga kinerjanya di bawah"
    return "di bawah" if p.arah is not Arah.MEMBAIK else "lebih rendah, sehingga kinerjanya di atas"


def no_pembanding_sentence(
    indikator: IndikatorResult, groups: Sequence[tuple[Sequence[str], KeadaanNilai, str]], *, single: bool
) -> str:
    """What is said of levels without a value, those of one state and reason together, each with its own reason.

    ``groups`` are names of levels, their state, and the recorded reason.
    """
    subject = say_indikator(indikator, single)
    first, *others = [
        f"{chain(levels)} {_state_with_reason(keadaan, alasan)}" for levels, keadaan, alasan in groups
    ]
    return sentence(
        "; ".join((f"Data pembanding {subject} tingkat {first}", *(f"tingkat {o}" for o in others)))
    )


def unavailable_years_sentence(
    indikator: IndikatorResult, years: Iterable[Perubahan], *, single: bool
) -> str:
    """Earlier years whose realisasi is declared to be unavailable or cannot be computed, each with its reason; empty
    without any."""
    by_reason: dict[tuple[KeadaanNilai, str], list[str]] = {}
    for p in years:
        if p.realisasi is not None and p.realisasi.keadaan not in (
            KeadaanNilai.TERISI,
            KeadaanNilai.BELUM_DIISI,
        ):
            by_reason.setdefault((p.realisasi.keadaan, p.realisasi.alasan), []).append(str(p.tahun))
    subject = say_indikator(indikator, single)
    return paragraph(
        *(
            sentence(f"Realisasi {subject} tahun {chain(tahun)} {_state_with_reason(keadaan, alasan)}")
            for (keadaan, alasan), tahun in by_reason.items()
        )
    )


def _state_with_reason(keadaan: KeadaanNilai, alasan: str) -> str:
    # A reason that only repeats that the data are not available explains nothing.
    explains = tidy(alasan) and not tidy(alasan).endswith(keadaan.value)
    return f"{say_state(keadaan)}{f' karena {clause(alasan)}' if explains else ''}"
