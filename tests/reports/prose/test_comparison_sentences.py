"""Generated sentences of comparison: direction words agree with the numbers, for every sign, rumus and wording."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.prose.comparison_sentences import perubahan_capaian_sentence, perubahan_sentence, tren_sentence
from reports.prose.pembanding_sentences import (
    no_pembanding_sentence,
    pembanding_sentence,
    unavailable_years_sentence,
)
from reports.prose.renstra_sentences import progress_sentence
from sakip.capaian.inputs import Lingkup, Pembanding, YearBefore
from sakip.capaian.results import IndikatorResult
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import KeadaanNilai, Nilai, Target
from tests.reports.lkip.naskah_material import VARIETY, measure, not_available
from tests.reports.lkip.read_part import defect
from tests.sakip.capaian.example_inputs import (
    angka,
    huruf,
    indikator,
    target,
)
from tests.sakip.capaian.example_scales import AKIP_2021

D = Decimal

nilai = st.decimals(min_value=0, max_value=10**6, places=2)
positif = st.decimals(min_value=D("0.01"), max_value=10**6, places=2)


def filled(n: Decimal) -> Nilai:
    return angka(str(n))


def previous(realisasi: Nilai, sasaran: Target | None = None, tahun: int = 2022) -> YearBefore:
    return YearBefore(tahun=tahun, target=sasaran, realisasi=realisasi)


def test_rise_of_realisasi_and_of_capaian_are_kept_apart() -> None:
    content = indikator(
        target(100), angka(74), satuan="indeks", desimal=0, previous=(previous(angka(70), target(85)),)
    )
    i = measure(content)
    assert perubahan_sentence(i, i.perubahan[0], 2023, single=True) == (
        "Dibandingkan dengan tahun 2022, realisasi indikator ini naik 4,00 poin, sehingga kinerja membaik. Namun, "
        "capaian kinerjanya turun karena targetnya berubah dari 85 menjadi 100."
    )


def test_the_same_target_explains_no_change() -> None:
    i = measure(
        indikator(
            target(100), angka(74), satuan="indeks", desimal=0, previous=(previous(angka(70), target(100)),)
        )
    )
    assert "target" not in perubahan_sentence(i, i.perubahan[0], 2023, single=True)


def test_letters_move_by_ranks() -> None:
    content = indikator(
        Target(huruf="B"),
        huruf("BB"),
        rumus=Rumus.PREDIKAT,
        skala=AKIP_2021,
        previous=(previous(huruf("B"), None),),
    )
    i = measure(content)
    text = perubahan_sentence(i, i.perubahan[0], 2023, single=True)
    assert "naik 1 (satu) peringkat, sehingga kinerja membaik." in text
    assert "belum diisi" not in text  # that 2022 has no target is a finding of the review


def test_a_missing_earlier_year_is_said_with_its_year() -> None:
    i = measure(indikator(target(100), angka(74), previous=(previous(not_available(), target(85)),)))
    assert perubahan_sentence(i, i.perubahan[0], 2023, single=False) == (
        "Perbandingan indikator “Indikator” dengan tahun 2022 tidak dapat disimpulkan karena data realisasi tahun 2022 "
        "tidak tersedia."
    )


@given(positif, nilai, nilai, st.sampled_from([Rumus.POSITIF, Rumus.NEGATIF]), st.integers(0, 215))
def test_direction_words_agree_with_the_numbers(
    t: Decimal, r: Decimal, r_last: Decimal, rumus: Rumus, ordering: int
) -> None:
    content = indikator(
        Target(angka=t), filled(r), rumus=rumus, previous=(previous(filled(r_last), Target(angka=t)),)
    )
    i = measure(content)
    perubahan = i.perubahan[0]
    text = perubahan_sentence(i, perubahan, 2023, single=True, ordering=ordering)
    # The target is the same, so the capaian goes where the kinerja goes and the table alone tells it.
    assert perubahan_capaian_sentence(i, perubahan) == ""
    words = set(re.findall(r"\w+", text.casefold()))
    assert bool(words & {"naik", "kenaikan"}) is (r > r_last)
    assert bool(words & {"turun", "penurunan"}) is (r < r_last)
    assert bool(words & {"tetap", "bertahan", "tidak"}) is (r == r_last)
    better = r > r_last if rumus is Rumus.POSITIF else r < r_last
    assert ("membaik" in text) is better
    assert ("menurun" in text) is (r != r_last and not better)
    assert not defect(text)


@pytest.mark.parametrize(
    ("series", "rumus", "word"),
    [
        ((70, 74, 80), Rumus.POSITIF, "terus naik, yang berarti kinerja membaik"),
        ((70, 70, 80), Rumus.POSITIF, "cenderung naik, yang berarti kinerja membaik"),
        ((9, 8, 5), Rumus.NEGATIF, "terus turun, yang berarti kinerja membaik"),
        ((80, 74, 70), Rumus.POSITIF, "terus turun, yang berarti kinerja menurun"),
        ((70, 80, 74), Rumus.POSITIF, "berfluktuasi."),
        ((70, 70, 70), Rumus.POSITIF, "tidak berubah."),
    ],
)
def test_the_course_over_years(series: tuple[int, int, int], rumus: Rumus, word: str) -> None:
    start, middle, end = series
    tahun = (previous(angka(start), target(80), 2021), previous(angka(middle), target(80), 2022))
    i = measure(indikator(target(80), angka(end), rumus=rumus, previous=tahun))
    text = tren_sentence(i, 2023)
    assert text.startswith(
        "Sepanjang 3 (tiga) tahun yang tercatat antara 2021 dan 2023, realisasi indikator ini "
    )
    assert word in text


def test_two_years_are_no_course() -> None:
    i = measure(indikator(target(80), angka(81), previous=(previous(angka(80), target(80)),)))
    assert tren_sentence(i, 2023) == ""


@pytest.mark.parametrize(
    ("r", "end", "tahun", "words"),
    [
        (74, 98, 2023, ("24,49 poin",)),  # 74 / 98 = 75,51
        (98, 98, 2023, ("memenuhi", "sama dengan", "mencapai", "menyamai", "sesuai dengan")),
        (99, 98, 2023, ("melampaui", "di atas", "melebihi", "melewati")),
        (74, 85, 2026, ("kurang 12,94 poin dari 100%.",)),  # 74 / 85 = 87,06
    ],
)
def test_kemajuan_against_the_end_of_the_renstra(
    r: int, end: int, tahun: int, words: tuple[str, ...]
) -> None:
    i = measure(indikator(target(80), angka(r), target_akhir=target(end)))
    for n in VARIETY:
        text = progress_sentence(i, tahun, single=True, ordering=n)
        assert any(word in text for word in words)
        assert "akhir Renstra" in text
        assert not defect(text)
    if tahun < 2026 and r < end:
        said = {progress_sentence(i, tahun, single=True, ordering=n) for n in VARIETY}
        assert all("3 (tiga) tahun" in text or "2026" in text for text in said)
        assert len(said) == 6


def test_what_is_short_at_the_end_is_the_kemajuan_and_not_the_number() -> None:
    # 9 of 12 laporan: 75 percent, so 25 points short of it and not of the target.
    i = measure(indikator(target(10), angka(9), satuan="laporan", target_akhir=target(12)))
    for n in VARIETY:
        text = progress_sentence(i, 2023, single=True, ordering=n)
        assert "ingkat kemajuan indikator ini" in text
        assert "25,00 poin" in text
        assert "tinggal" not in text  # it would say so of 100 points, too


@pytest.mark.parametrize(
    ("rumus", "r", "end", "satuan", "movement", "gap"),
    [
        # −1.000 percent of kemajuan would be 1.100 points short, which says nothing of 12 cases against 1.
        (Rumus.NEGATIF, 12, target(1), "kasus", "turun", "11 kasus"),
        (Rumus.NEGATIF, 2, target(0), "kasus", "turun", "2 kasus"),
        (Rumus.NEGATIF_BAGI, 4, target(3), "hari", "turun", "1 hari"),
        (Rumus.RENTANG, 28, Target(bawah=D(20), atas=D(25)), "berkas", "turun", "3 berkas"),
        (Rumus.RENTANG, 14, Target(bawah=D(20), atas=D(25)), "berkas", "naik", "6 berkas"),
        (Rumus.NEGATIF, 12, target(8), "%", "turun", "4,00 poin"),
    ],
)
def test_where_less_is_better_the_way_to_the_last_target_is_told_of_the_value(
    rumus: Rumus, r: int, end: Target, satuan: str, movement: str, gap: str
) -> None:
    i = measure(indikator(end, angka(r), rumus=rumus, satuan=satuan, target_akhir=end))
    for n in VARIETY:
        for tahun in (2023, 2026):
            text = progress_sentence(i, tahun, single=True, ordering=n)
            assert gap in text, text
            assert "ingkat kemajuan" not in text
            assert not defect(text), text
        assert re.search(
            {"turun": "turun|penurunan", "naik": "naik"}[movement],
            progress_sentence(i, 2023, single=True, ordering=n),
        )


def test_less_than_the_last_target_is_better_and_not_beyond_it() -> None:
    # At most 5 cases by the last year, 3 this year: (5 − (3 − 5)) ÷ 5 = 140 percent.
    i = measure(indikator(target(6), angka(3), rumus=Rumus.NEGATIF, satuan="kasus", target_akhir=target(5)))
    for n in range(36):
        text = progress_sentence(i, 2023, single=True, ordering=n)
        assert not re.search(r"di atas|melampaui|melebihi|melewati", text), text
        assert re.search(
            r"lebih baik|memenuhi target akhir Renstra[^.]* dengan nilai yang lebih rendah", text
        ), text
        assert not defect(text)


def test_nothing_equals_a_range() -> None:
    span = Target(bawah=D(80), atas=D(90))
    i = measure(indikator(span, angka(85), rumus=Rumus.RENTANG, target_akhir=span))
    for n in range(36):
        text = progress_sentence(i, 2023, single=True, ordering=n)
        assert not re.search(r"sama dengan|menyamai|melampaui|melebihi|di atas", text), text
        assert re.search(r"memenuhi|mencapai|rentang target akhir Renstra", text), text
        assert not defect(text)


def test_kemajuan_of_letters_is_short_of_ranks_not_of_points() -> None:
    content = indikator(Target(huruf="B"), huruf("B"), rumus=Rumus.PREDIKAT, skala=AKIP_2021)
    i = replace(measure(replace(content, target_akhir=Target(huruf="A"))), tahun_akhir=2026)
    for n in VARIETY:
        text = progress_sentence(i, 2023, ranks=2, single=True, ordering=n)
        assert "2 (dua) peringkat" in text
        assert "poin" not in text
    assert progress_sentence(i, 2026, ranks=2, single=True).endswith(
        "belum terpenuhi, kurang 2 (dua) peringkat."
    )


def test_kemajuan_without_a_target_has_a_reason() -> None:
    i = measure(indikator(target(80), angka(70)))
    assert progress_sentence(i, 2023, single=True) == (
        "Tingkat kemajuan indikator ini terhadap target akhir Renstra tidak dapat dihitung karena target akhir "
        "Renstra belum ditetapkan."
    )


def banding(r: Nilai, other: Nilai, rumus: Rumus = Rumus.POSITIF) -> IndikatorResult:
    content = indikator(target(80), r, rumus=rumus, satuan="indeks", desimal=0)
    pembanding = Pembanding(lingkup=Lingkup.KABUPATEN, tahun=2023, nilai=other, sumber="")
    return measure(replace(content, pembanding=(pembanding,)))


def test_areas_are_grouped_by_where_the_realisasi_stands() -> None:
    i = banding(angka(85), angka("86.34"))
    (kabupaten,) = i.pembanding
    assert pembanding_sentence(i, [("Kabupaten Jember", kabupaten)], single=True) == (
        "Realisasi indikator ini di bawah Kabupaten Jember."
    )
    (same,) = banding(angka(85), angka(85)).pembanding
    areas = [("Kabupaten Jember", kabupaten), ("Provinsi Jawa Timur", same), ("nasional", kabupaten)]
    assert pembanding_sentence(i, areas, single=True) == (
        "Realisasi indikator ini di bawah Kabupaten Jember dan nasional, serta setara dengan Provinsi Jawa Timur."
    )


@given(nilai, nilai, st.sampled_from([Rumus.POSITIF, Rumus.NEGATIF]), st.integers(0, 215))
def test_above_and_below_an_area_agree_with_the_numbers(
    r: Decimal, n: Decimal, rumus: Rumus, ordering: int
) -> None:
    i = banding(filled(r), filled(n), rumus)
    text = pembanding_sentence(i, [("Kabupaten Jember", i.pembanding[0])], single=True, ordering=ordering)
    better = r > n if rumus is Rumus.POSITIF else r < n
    assert (" di atas " in text) is better
    assert (" di bawah " in text) is (r != n and not better)
    assert ("setara" in text) is (r == n)
    assert (
        rumus is Rumus.POSITIF or "edudukan" not in text or r == n
    )  # a position that is lower is none that is better
    if rumus is Rumus.NEGATIF:  # the kinerja is the better one where the number is the lower one
        assert ("lebih rendah" in text) is (r < n)
    assert not defect(text)


def _group(state: KeadaanNilai, alasan: str, *levels: str) -> tuple[Sequence[str], KeadaanNilai, str]:
    return levels, state, alasan


PENDING, UNAVAILABLE = KeadaanNilai.BELUM_DIISI, KeadaanNilai.TIDAK_TERSEDIA


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (
            [_group(UNAVAILABLE, "data nasional tahun 2023 tidak tersedia", "kabupaten", "nasional")],
            "tingkat kabupaten dan nasional tidak tersedia.",
        ),
        (
            [_group(UNAVAILABLE, "Belum ada standar nasional.", "nasional")],
            "tingkat nasional tidak tersedia karena belum ada standar nasional.",
        ),
        (
            [_group(PENDING, "", "kabupaten", "provinsi", "nasional")],
            "tingkat kabupaten, provinsi, dan nasional belum tersedia.",
        ),
        (
            [
                _group(PENDING, "", "kabupaten"),
                _group(UNAVAILABLE, "angkanya tidak disajikan", "provinsi"),
                _group(UNAVAILABLE, "belum ada standar nasional", "nasional"),
            ],
            "tingkat kabupaten belum tersedia; tingkat provinsi tidak tersedia karena angkanya tidak disajikan; "
            "tingkat nasional tidak tersedia karena belum ada standar nasional.",
        ),
    ],
)
def test_every_level_has_its_own_state_and_reason(groups: list[Any], said: str) -> None:
    i = measure(indikator(target(80), angka(70)))
    text = no_pembanding_sentence(i, groups, single=True)
    assert text == f"Data pembanding indikator ini pada {said}"
    assert not defect(text)


def test_earlier_years_that_are_unavailable_keep_their_reasons() -> None:
    def year(tahun: int, nilai: Nilai) -> YearBefore:
        return YearBefore(tahun=tahun, target=target(80), realisasi=nilai)

    i = measure(
        indikator(
            target(80),
            angka(70),
            previous=(
                year(
                    2018,
                    Nilai(keadaan=KeadaanNilai.TIDAK_DAPAT_DIHITUNG, alasan='triwulan II "B" berupa huruf'),
                ),
                year(2019, not_available("survei belum dilaksanakan")),
                year(2020, not_available("survei belum dilaksanakan")),
                year(2021, angka(60)),
                year(2022, Nilai(keadaan=PENDING)),
            ),
        )
    )
    assert unavailable_years_sentence(i, i.perubahan, single=True) == (
        'Realisasi indikator ini tahun 2018 tidak dapat dihitung karena triwulan II "B" berupa huruf. Untuk'
        " tahun 2019 dan 2020, realisasi indikator ini tidak tersedia, sebab survei belum dilaksanakan."
    )
