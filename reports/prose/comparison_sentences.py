"""Generated sentences of comparison: with earlier years, with the Renstra's last year, with wider areas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from reports.prose.language import (
    because,
    chain,
    clause,
    compose,
    count_of,
    difference_size,
    paragraph,
    selisih_movement,
    sentence,
    tidy,
    with_satuan,
)
from reports.prose.sentences import realisasi_indikator, say_indikator, say_shortfall
from sakip.capaian.results import (
    TIDAK_DAPAT_DISIMPULKAN,
    Arah,
    IndikatorResult,
    PembandingResult,
    Perubahan,
)
from sakip.capaian.rounding import HUNDRED
from sakip.capaian.values import Keadaan, KeadaanNilai
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
        return _uncomparable(f"{subject} dengan {before}", perubahan.keadaan, alasan, ordering)
    movement = selisih_movement(perubahan.selisih_realisasi, perubahan.satuan)
    effect = _effect(perubahan.arah)
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
            opening,
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
            (
                f", sehingga kinerja {effect}",
                f"dan kinerjanya {effect}",
                f", yang berarti kinerja {effect}",
                f"; kinerjanya {effect}",
                f", dengan kinerja yang {effect}",
                f"; dengan demikian kinerja {effect}",
            )
            if effect
            else ("",),
        )
    return paragraph(sentence(said), perubahan_capaian_sentence(indikator, perubahan, ordering))


def _uncomparable(pair: str, keadaan: Keadaan, alasan: str, ordering: int) -> str:
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
                f"Sebaliknya, capaian kinerjanya {movement}",
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
        "Perjanjian Kinerja."
    )


def _contrary(direction: Arah, selisih: Decimal) -> bool:
    """Whether the capaian went the other way than the kinerja that the realisasi shows."""
    return (direction is Arah.MEMBAIK and selisih < _ZERO) or (direction is Arah.MENURUN and selisih > _ZERO)


def tren_sentence(indikator: IndikatorResult, tahun: int, ordering: int = 0) -> str:
    """Course of the realisasi over three years or more; empty when fewer are known or the units differ."""
    series = [p for p in indikator.perubahan if p.selisih_realisasi is not None]
    if len(series) < 2 or len({p.satuan for p in series}) > 1:
        return ""
    # Each difference is this year minus that year, so its negation places the years on one line ending at 0.
    locations = [-p.selisih_realisasi for p in series if p.selisih_realisasi is not None] + [_ZERO]
    movement = _series_direction([b - a for a, b in pairwise(locations)])
    effect = _effect(series[0].arah) if movement not in _WITHOUT_DIRECTION else ""
    years, first = count_of(len(locations), "tahun"), series[0].tahun
    return sentence(
        compose(
            ordering,
            (
                f"Sepanjang {years} yang tercatat antara {first} dan {tahun},",
                f"Selama {years} yang tercatat dari {first} sampai dengan {tahun},",
                f"Dilihat dari {years} yang tercatat antara {first} dan {tahun},",
                f"Menurut catatan {years} antara {first} dan {tahun},",
                f"Dari {first} sampai dengan {tahun} ({years} yang tercatat),",
                f"Dalam {years} yang tercatat sejak {first} sampai dengan {tahun},",
            ),
            (
                f"realisasi indikator ini {movement}",
                f"realisasinya {movement}",
                f"indikator ini {movement}",
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
        beyond = bool(progress.letak)
        return sentence(
            compose(
                ordering,
                (
                    f"Pada tahun {tahun} realisasi {subject}",
                    f"Sampai dengan tahun {tahun} realisasi {subject}",
                    f"Dengan hasil tahun {tahun}, {subject}",
                    f"Realisasi {subject} tahun {tahun}",
                    f"Hasil {subject} pada tahun {tahun}",
                    f"Pada akhir tahun {tahun} {subject}",
                ),
                (
                    f"telah {'melampaui' if beyond else 'memenuhi'} target akhir Renstra{end}",
                    f"sudah {'di atas' if beyond else 'sama dengan'} target akhir Renstra{end}",
                    f"telah {'melebihi' if beyond else 'mencapai'} target akhir Renstra{end}",
                    f"sudah {'melampaui' if beyond else 'memenuhi'} yang ditargetkan pada akhir Renstra{end}",
                    f"{'melewati' if beyond else 'menyamai'} target akhir Renstra{end}",
                    f"{'melebihi' if beyond else 'sesuai dengan'} target akhir Renstra{end}",
                ),
            )
        )
    years = indikator.tahun_akhir - tahun if indikator.tahun_akhir is not None else 0
    if years <= 0:
        short = _ranks_short(ranks) if ranks else say_shortfall(progress.nilai)
        return sentence(
            compose(
                ordering,
                (
                    f"Target akhir Renstra{end} untuk {subject} belum terpenuhi",
                    f"Sampai akhir Renstra{end}, target {subject} belum terpenuhi",
                    f"Pada akhir Renstra{end} {subject} belum memenuhi target",
                    f"Target akhir Renstra{end} belum dicapai {subject}",
                    f"Sampai dengan tahun {tahun} target akhir Renstra untuk {subject} belum tercapai",
                    f"Realisasi {subject} belum memenuhi target akhir Renstra{end}",
                ),
                (
                    f", kurang {short}",
                    f"; kekurangannya {short}",
                    f"dan masih kurang {short}",
                    f", selisihnya {short}",
                    f"; jaraknya {short}",
                    f"dengan kekurangan {short}",
                )
                if ranks
                else (f", {say_shortfall(progress.nilai)}", f"; capaiannya {say_shortfall(progress.nilai)}"),
            )
        )
    rest = count_of(years, "tahun")
    time = (
        f"dengan sisa waktu {rest}",
        f"dalam {rest} ke depan",
        f"selama {rest} yang tersisa",
        f"dalam sisa waktu {rest}",
        f"dalam {rest} mendatang",
        f"pada {rest} berikutnya",
    )
    if ranks:
        gap = _ranks_short(ranks)
        return sentence(
            compose(
                ordering,
                (
                    f"Realisasi {subject} masih {gap} di bawah target akhir Renstra{end} dan perlu ditingkatkan",
                    f"Untuk memenuhi target akhir Renstra{end}, {subject} perlu naik {gap}",
                    f"Menuju target akhir Renstra{end}, predikat {subject} perlu naik {gap}",
                    f"Target akhir Renstra{end} untuk {subject} masih {gap} lebih tinggi dan dikejar",
                    f"Masih {gap} lagi sampai {subject} memenuhi target akhir Renstra{end}, yang diupayakan",
                    f"Target akhir Renstra{end} menuntut kenaikan {gap} untuk {subject}",
                ),
                time,
            )
        )
    less = HUNDRED - progress.nilai
    if not less:
        return sentence(f"Target akhir Renstra{end} untuk {subject} {say_shortfall(progress.nilai)}")
    gap = difference_size(less, "poin")
    return sentence(
        compose(
            ordering,
            (
                f"Sisa {gap} menuju target akhir Renstra{end} untuk {subject} dikejar",
                f"Untuk memenuhi target akhir Renstra{end}, {subject} masih perlu mengejar {gap}",
                f"Kekurangan {gap} terhadap target akhir Renstra{end} untuk {subject} diselesaikan",
                f"Jarak {subject} ke target akhir Renstra{end} tinggal {gap}, yang ditempuh",
                f"Masih ada {gap} menuju target akhir Renstra{end} yang harus dikejar {subject}",
                f"Tingkat kemajuan {subject} terhadap target akhir Renstra{end} masih kurang {gap}, yang diupayakan",
            ),
            time,
        )
    )


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
    said = ", serta ".join(f"{position} {chain(areas)}" for position, areas in by_position.items())
    return paragraph(
        sentence(
            compose(
                ordering,
                (
                    f"Realisasi {subject}",
                    f"Dibandingkan dengan wilayah yang lebih luas, realisasi {subject}",
                    f"Pada tahun yang dibandingkan, realisasi {subject}",
                    f"Hasil {subject}",
                    f"Dilihat dari wilayah yang lebih luas, {subject}",
                    f"Menurut data pembanding, realisasi {subject}",
                    f"Jika disandingkan dengan wilayah yang lebih luas, {subject}",
                    f"Menurut data pembanding, {subject}",
                    f"Dalam perbandingan antarwilayah, {subject}",
                    f"Dalam perbandingan antarwilayah, realisasi {subject}",
                    f"Kedudukan {subject}",
                    f"Nilai {subject}",
                ),
                ("", "tercatat", "ternyata"),
                (said,),
            )
        )
        if said
        else "",
        *(
            _uncomparable(f"{subject} dengan {wilayah}", p.keadaan_selisih, clause(p.alasan), ordering + n)
            for n, (wilayah, p) in enumerate(values)
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
    indikator: IndikatorResult,
    groups: Sequence[tuple[Sequence[str], KeadaanNilai, str]],
    *,
    single: bool,
    ordering: int = 0,
) -> str:
    """What is said of levels without a value, those of one state and reason together, each with its own reason.

    ``groups`` are names of levels, their state, and the recorded reason.
    """
    subject = say_indikator(indikator, single)
    said = "; tingkat ".join(
        f"{chain(levels)} {_state_with_reason(keadaan, alasan)}" for levels, keadaan, alasan in groups
    )
    return sentence(
        compose(
            ordering,
            (
                f"Data pembanding {subject}",
                f"Nilai pembanding {subject}",
                f"Untuk {subject}, data pembanding",
                f"Pembanding {subject}",
                f"Data wilayah lain untuk {subject}",
                f"Bagi {subject}, nilai pembanding",
            ),
            (
                f"tingkat {said}",
                f"pada tingkat {said}",
                f"untuk tingkat {said}",
                f"di tingkat {said}",
                f"dari tingkat {said}",
                f"bagi tingkat {said}",
            ),
        )
    )


def unavailable_years_sentence(
    indikator: IndikatorResult, years: Iterable[Perubahan], *, single: bool, ordering: int = 0
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
            sentence(
                compose(
                    ordering + n,
                    (
                        f"Realisasi {subject} tahun {chain(tahun)}",
                        f"Untuk tahun {chain(tahun)}, realisasi {subject}",
                        f"Data realisasi {subject} tahun {chain(tahun)}",
                        f"Pada tahun {chain(tahun)} realisasi {subject}",
                        f"Catatan realisasi {subject} tahun {chain(tahun)}",
                        f"Nilai {subject} tahun {chain(tahun)}",
                    ),
                    _state_choices(keadaan, alasan),
                )
            )
            for n, ((keadaan, alasan), tahun) in enumerate(by_reason.items())
        )
    )


def _state_choices(keadaan: KeadaanNilai, alasan: str) -> tuple[str, ...]:
    return tuple(f"{say_state(keadaan)} {reason}".rstrip() for reason in because(_explained(keadaan, alasan)))


def _state_with_reason(keadaan: KeadaanNilai, alasan: str) -> str:
    return _state_choices(keadaan, alasan)[0]


def _explained(keadaan: KeadaanNilai, alasan: str) -> str:
    """The reason as a clause; one that only repeats that the data are not available explains nothing."""
    return clause(alasan) if tidy(alasan) and not tidy(alasan).endswith(keadaan.value) else ""
