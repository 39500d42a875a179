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
    sebesar,
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
from sakip.capaian.rumus import rumus_definition
from sakip.capaian.values import KeadaanNilai
from sakip.text.states import no_conclusion, say_state
from sakip.text.working import persen

_ZERO = Decimal(0)

# -- earlier years ---------------------------------------------------------------------------------


def perubahan_sentence(
    indikator: IndikatorResult, perubahan: Perubahan, tahun: int, *, single: bool, ordering: int = 0
) -> str:
    """Change of realisasi against one earlier year and, kept apart from it, the change of capaian."""
    subject = say_indikator(indikator, single)
    if perubahan.selisih_realisasi is None:
        alasan = _alasan_tahun(perubahan.alasan, perubahan.tahun, indikator.capaian.alasan)
        return sentence(
            f"Perbandingan {subject} dengan tahun {perubahan.tahun} {no_conclusion(perubahan.keadaan)} karena {alasan}"
        )
    previous = with_satuan(perubahan.realisasi_cetak, indikator.satuan)
    current = realisasi_indikator(indikator)
    movement = selisih_movement(perubahan.selisih_realisasi, perubahan.satuan)
    effect = _effect(perubahan.arah)
    if perubahan.selisih_realisasi == _ZERO:
        choices: tuple[str, ...] = (
            f"Realisasi {subject} tetap {current} seperti pada tahun {perubahan.tahun}",
            f"Dibandingkan dengan tahun {perubahan.tahun}, realisasi {subject} tetap, yaitu {current}",
        )
        if previous != current:
            # Two printed forms of one value ("B" and "B (63)") must not read as a misprint.
            choices = (
                f"Realisasi {subject} tetap: {previous} pada tahun {perubahan.tahun} dan {current} pada tahun {tahun}",
            )
    else:
        choices = (
            f"Dibandingkan dengan tahun {perubahan.tahun}, realisasi {subject} {movement}, dari {previous} menjadi "
            f"{current}{f', sehingga kinerja {effect}' if effect else ''}",
            f"Realisasi {subject} {movement} terhadap tahun {perubahan.tahun}, yakni dari {previous} menjadi "
            f"{current}{f', sehingga kinerjanya {effect}' if effect else ''}",
            f"Pada tahun {perubahan.tahun} realisasi {subject} tercatat {previous}. Realisasi tahun {tahun} "
            f"{sebesar(current)} "
            f"berarti {movement}{f' dan menunjukkan kinerja yang {effect}' if effect else ''}",
        )
    return paragraph(
        sentence(variety(ordering, *choices)), perubahan_capaian_sentence(indikator, perubahan, ordering)
    )


def perubahan_capaian_sentence(indikator: IndikatorResult, perubahan: Perubahan, ordering: int = 0) -> str:
    """Change of capaian in percentage points against the same kind of target, or why it cannot be told."""
    (target, current), (before, previous) = indikator.compared(), indikator.compared(perubahan)
    selisih = perubahan.selisih_capaian
    if selisih is None or current.nilai is None or previous.nilai is None:
        alasan = _alasan_tahun(previous.alasan, perubahan.tahun, current.alasan)
        without = no_conclusion((previous if previous.nilai is None else current).keadaan)
        if current.nilai is not None and previous.nilai is not None:
            without = TIDAK_DAPAT_DISIMPULKAN
            alasan = (
                f"target tahun {perubahan.tahun} ditetapkan dalam {perubahan.asal}, sedangkan target tahun ini dalam "
                f"{indikator.asal}"
            )
        return sentence(
            variety(
                ordering,
                f"Perubahan capaian kinerjanya {without} karena {alasan}",
                f"Karena {alasan}, perubahan capaian kinerjanya {without}",
            )
        )
    base = "Terhadap target Renstra, capaian kinerjanya" if shows_renstra(indikator) else "Capaian kinerjanya"
    if selisih == _ZERO:
        return sentence(f"{base} tetap {persen(current.nilai)}")
    movement = selisih_movement(selisih, "poin")
    numbers = f"dari {persen(previous.nilai)} menjadi {persen(current.nilai)}"
    changed = before != target
    source, to = (with_satuan(t, indikator.satuan) for t in (before, target))
    if changed and _contrary(perubahan.arah, selisih):
        # A target that moved the same way, and further, makes capaian and realisasi part.
        return sentence(
            f"Namun, {base[:1].lower()}{base[1:]} {movement}, {numbers}, karena targetnya berubah dari {source} "
            f"menjadi {to}"
        )
    target_said = f", dengan target yang berubah dari {source} menjadi {to}" if changed else ""
    if shows_renstra(indikator):
        return sentence(f"{base} {movement}, {numbers}{target_said}")
    return sentence(
        variety(
            ordering,
            f"{base} {movement}, {numbers}{target_said}",
            f"Dari segi capaian kinerja, nilainya {movement}, yaitu {numbers}{target_said}",
        )
    )


def shows_renstra(indikator: IndikatorResult) -> bool:
    """Whether the capaian of all years are shown against the Renstra, and that is another target than the measured."""
    other = indikator.terhadap_renstra
    return indikator.by_renstra and other is not None and other in indikator.differing_targets


def dasar_sentence(indikator: IndikatorResult, tahun: int) -> str:
    """By which targets the capaian of several years were made comparable; empty where they are the measured ones."""
    if not shows_renstra(indikator) or indikator.capaian.nilai is None:
        return ""
    return sentence(
        f"Agar sebanding, capaian setiap tahun dihitung terhadap target Renstra tahunnya karena target tahun "
        f"sebelumnya tidak tercatat dalam Perjanjian Kinerja; terhadap Perjanjian Kinerja tahun {tahun} capaiannya "
        f"{persen(indikator.capaian.nilai)}"
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


def progress_sentence(indikator: IndikatorResult, tahun: int, *, single: bool, ordering: int = 0) -> str:
    """Tingkat kemajuan against the target of the Renstra's last year."""
    progress = indikator.kemajuan
    subject = say_indikator(indikator, single)
    end = f" tahun {indikator.tahun_akhir}" if indikator.tahun_akhir is not None else ""
    if progress.nilai is None:
        return sentence(
            f"Tingkat kemajuan {subject} terhadap target akhir Renstra{end} {no_conclusion(progress.keadaan)} karena "
            f"{clause(progress.alasan)}"
        )
    target = sebesar(with_satuan(indikator.target_akhir_cetak, indikator.satuan))
    realisasi, nilai = realisasi_indikator(indikator), persen(progress.nilai)
    keterangan = _progress_keterangan(progress, tahun, indikator.tahun_akhir)
    return sentence(
        variety(
            ordering,
            f"Renstra menetapkan target akhir{end} {target} untuk {subject}. Realisasi tahun {tahun} "
            f"{sebesar(realisasi)} menempatkan tingkat kemajuan pada {nilai}, {keterangan}",
            f"Terhadap target akhir Renstra{end} {target}, realisasi {subject} {sebesar(realisasi)} "
            f"menunjukkan tingkat kemajuan {nilai}, {keterangan}",
            f"Tingkat kemajuan {subject} sampai dengan tahun {tahun} adalah {nilai}, dihitung dari realisasi "
            f"{realisasi} terhadap target akhir Renstra{end} {target}, {keterangan}",
        )
    )


def _progress_keterangan(progress: Capaian, tahun: int, tahun_akhir: int | None) -> str:
    if progress.letak is None or progress.nilai is None:
        return ""
    if progress.letak > 0:
        return "sehingga target akhir periode telah terlampaui"
    if progress.letak == 0:
        return "sehingga target akhir periode telah terpenuhi"
    if rumus_definition(progress.rumus).berperingkat:
        # What is missing are ranks of the scale; the working beside the table names them.
        if tahun_akhir is not None and tahun >= tahun_akhir:
            return "sehingga peringkat yang ditargetkan pada akhir periode belum terpenuhi"
        return "sehingga peringkat predikatnya masih perlu ditingkatkan sampai akhir periode"
    shortfall = say_shortfall(progress.nilai)
    if tahun_akhir is not None and tahun >= tahun_akhir:
        return f"sehingga target akhir periode belum terpenuhi, {shortfall}"
    return f"sehingga masih {shortfall} sampai akhir periode"


# -- kabupaten, provinsi, nasional -----------------------------------------------------------------


def pembanding_sentence(
    indikator: IndikatorResult, pembanding: PembandingResult, wilayah: str, *, single: bool, ordering: int = 0
) -> str:
    """Realisasi against the value of ``wilayah`` ("Kabupaten Jember", "nasional") where both are known."""
    subject, realisasi = say_indikator(indikator, single), sebesar(realisasi_indikator(indikator))
    reference = (
        f"{wilayah} tahun {pembanding.tahun} {sebesar(with_satuan(pembanding.cetak, indikator.satuan))}"
    )
    if pembanding.selisih is None:
        return sentence(
            f"Perbandingan {subject} dengan nilai {reference} {no_conclusion(pembanding.keadaan_selisih)} karena "
            f"{clause(pembanding.alasan)}"
        )
    if pembanding.selisih == _ZERO:
        return sentence(
            variety(
                ordering,
                f"Realisasi {subject} {realisasi} setara dengan nilai {reference}",
                f"Dibandingkan dengan nilai {reference}, realisasi {subject} {realisasi} adalah setara",
            )
        )
    location = "di atas" if pembanding.selisih > _ZERO else "di bawah"
    distance = difference_size(pembanding.selisih, pembanding.satuan)
    effect = {
        Arah.MEMBAIK: ", atau lebih baik",
        Arah.MENURUN: ", sehingga masih perlu ditingkatkan",
    }.get(pembanding.arah, "")
    return sentence(
        variety(
            ordering,
            f"Realisasi {subject} {realisasi} berada {distance} {location} nilai {reference}{effect}",
            f"Dibandingkan dengan nilai {reference}, realisasi {subject} {realisasi} berada {distance} {location} "
            "nilai tersebut"
            f"{effect}",
        )
    )


def no_pembanding_sentence(
    indikator: IndikatorResult, groups: Sequence[tuple[Sequence[str], KeadaanNilai, str]], *, single: bool
) -> str:
    """What is said of levels without a value, those of one state and reason together, each with its own reason.

    ``groups`` are names of levels, their state, and the recorded reason.
    """
    subject = say_indikator(indikator, single)
    first, *others = [
        f"tingkat {chain(levels)} {_state_with_reason(keadaan, alasan)}" for levels, keadaan, alasan in groups
    ]
    rest = f", sedangkan pada {'; pada '.join(others)}" if others else ""
    return sentence(f"Data pembanding {subject} pada {first}{rest}")


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
