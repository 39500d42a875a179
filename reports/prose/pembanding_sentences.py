"""Sentences on kabupaten, provinsi and nation beside the kecamatan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from reports.prose.comparison_sentences import uncomparable
from reports.prose.language import (
    because,
    chain,
    clause,
    compose,
    paragraph,
    sentence,
    tidy,
)
from reports.prose.sentences import say_indikator
from sakip.capaian.results import (
    Arah,
    IndikatorResult,
    PembandingResult,
    Perubahan,
)
from sakip.capaian.values import KeadaanNilai
from sakip.text.states import say_state


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
            by_position.setdefault(_position(p.selisih, p.arah), []).append(wilayah)
    parts = [f"{position} {chain(areas)}" for position, areas in by_position.items()]
    # Of one area each the two are a plain pair; "dan" within one of them needs a stronger joint between both.
    said = chain(parts) if all(len(areas) == 1 for areas in by_position.values()) else ", serta ".join(parts)
    # Its position is not what is lower, and better, where less is better.
    position = "Realisasi" if any(_turned(p.selisih, p.arah) for _, p in values) else "Kedudukan"
    return paragraph(
        sentence(
            compose(
                ordering,
                (
                    f"Realisasi {subject}",
                    f"Dibandingkan dengan wilayah yang lebih luas, realisasi {subject}",
                    f"Pada tahun yang dibandingkan, realisasi {subject}",
                    f"Hasil {subject}",
                    f"Dilihat dari wilayah yang lebih luas, nilai {subject}",
                    f"Menurut data pembanding, realisasi {subject}",
                    f"Jika disandingkan dengan wilayah yang lebih luas, hasil {subject}",
                    f"Menurut data pembanding, nilai {subject}",
                    f"Dalam perbandingan antarwilayah, hasil {subject}",
                    f"Dalam perbandingan antarwilayah, realisasi {subject}",
                    f"{position} {subject}",
                    f"Nilai {subject}",
                ),
                ("", "tercatat", "ternyata"),
                (said,),
            )
        )
        if said
        else "",
        *(
            uncomparable(f"{subject} dengan {wilayah}", p.keadaan_selisih, clause(p.alasan), ordering + n)
            for n, (wilayah, p) in enumerate(values)
            if p.selisih is None
        ),
    )


def median_sentence(selisih: Decimal, arah: Arah, sebutan: str, ordering: int = 0) -> str:
    """Where the realisasi that was spoken of stands to the median of other kecamatan ("Kecamatan", "Distrik"); the
    table has both values."""
    position, others = _position(selisih, arah), f"{sebutan.lower()} lain"
    return sentence(
        compose(
            ordering,
            (
                "Realisasinya",
                f"Di antara sesama {sebutan.lower()}, realisasinya",
                "Menurut LKIP yang sudah ditandatangani, realisasinya",
                "Pada tahun yang sama realisasinya",
                "Hasilnya",
                "Pada tahun yang sama hasilnya",
                "Nilainya",
                "Kedudukannya",
            ),
            ("", "tercatat", "ternyata"),
            (f"{position} median {others}", f"{position} nilai tengah {others}"),
        )
    )


def _position(selisih: Decimal, arah: Arah) -> str:
    """ "di bawah", with what that means where the rumus turns the usual reading round."""
    if not selisih:
        return "setara dengan"
    if _turned(selisih, arah):
        return (
            "lebih tinggi, sehingga kinerjanya di bawah"
            if selisih > 0
            else "lebih rendah, sehingga kinerjanya di atas"
        )
    return "di atas" if selisih > 0 else "di bawah"


def _turned(selisih: Decimal | None, arah: Arah) -> bool:
    """Whether more is worse, or less is better."""
    if selisih is None or not selisih:
        return False
    return arah is (Arah.MENURUN if selisih > 0 else Arah.MEMBAIK)


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
                f"pada tingkat {said}",
                f"pada lingkup {said}",
                f"di tingkat {said}",
                f"dari tingkat {said}",
                f"di lingkup {said}",
                f"menurut tingkat {said}",
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
                    _for_the_same(keadaan) if _told(indikator, alasan) else _state_choices(keadaan, alasan),
                )
            )
            for n, ((keadaan, alasan), tahun) in enumerate(by_reason.items())
        )
    )


def _told(indikator: IndikatorResult, alasan: str) -> bool:
    """Whether the reason is the one that was just given for having no capaian this year."""
    return (
        bool(tidy(alasan))
        and indikator.capaian.nilai is None
        and clause(alasan) == clause(indikator.capaian.alasan)
    )


def _for_the_same(keadaan: KeadaanNilai) -> tuple[str, ...]:
    state = say_state(keadaan)
    return (
        f"{state} karena sebab yang sama",
        f"juga {state}; sebabnya sama",
        f"{state} dengan sebab yang sama",
        f"{state} oleh sebab yang sama",
        f"{state}, juga karena sebab itu",
        f"pun {state} karena hal yang sama",
    )


def _state_choices(keadaan: KeadaanNilai, alasan: str) -> tuple[str, ...]:
    # To a reader nothing is a form to be filled.
    state = "belum tersedia" if keadaan is KeadaanNilai.BELUM_DIISI else say_state(keadaan)
    return tuple(f"{state} {reason}".rstrip() for reason in because(_explained(keadaan, alasan)))


def _state_with_reason(keadaan: KeadaanNilai, alasan: str) -> str:
    return _state_choices(keadaan, alasan)[0]


def _explained(keadaan: KeadaanNilai, alasan: str) -> str:
    """The reason as a clause; one that only repeats that the data are not available explains nothing."""
    return clause(alasan) if tidy(alasan) and not tidy(alasan).endswith(keadaan.value) else ""
