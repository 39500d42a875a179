"""Fill an empty database with a country: the contoh, repeated in as many kecamatan and years as are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Final

from django.conf import settings
from django.db import connection
from django.db.models import Min

from kecamatan.accounts.demo import ensure_demo
from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan
from reports.models import Laporan
from reports.simulation.originals import Original, original_of
from reports.simulation.places import make_kabupaten, make_kecamatan, make_people, make_policies
from reports.simulation.repeat import Copy, repeat, write_plan
from reports.simulation.signed import sign
from reports.simulation.supplements import supplement
from reports.simulation.work import (
    answer_evaluations,
    finish_plans,
    hand_in,
    keep_states,
    measure_quarters,
    tell_trail,
)
from reports.workbook.fixtures import Loaded, fixtures_load
from sakip.models import Renstra

#: The first year of the simulation, and how many fit into a Renstra.
FIRST: Final = 2021
MOST_YEARS: Final = 5
MOST_KABUPATEN: Final = 514
#: Two digits number the kecamatan of a kabupaten.
MOST_PER_KABUPATEN: Final = 99

#: By how many hundredths the values of a kecamatan-year may be lower than those of the contoh. They are few: what
#: follows from them is worked out for each of them once.
_LOWERED: Final = (0, 9, 24)


def simulate(*, kabupaten: int, kecamatan: int, years: int, seed: int, say: Callable[[str], None]) -> int:
    """Fill the database; how many rows were added to what the contoh hold.

    So many kecamatan over so many kabupaten, each with ``years`` years from :data:`FIRST`; the same ``seed`` makes the
    same records. Raises InputError in production, where records are there already, and for sizes that cannot be.
    """
    ensure_demo()
    _ensure_size(kabupaten, kecamatan, years)
    if Renstra.objects.exists() or Laporan.objects.exists():
        raise InputError(
            "Basis data sudah berisi catatan. Simulasi hanya mengisi basis data yang baru disiapkan; pakai yang lain."
        )
    loaded = fixtures_load(folder=Path(settings.BASE_DIR) / "fixtures" / "contoh")
    supplement(loaded)
    originals = [found for one in loaded if (found := _original(one))]
    taken = {one.kecamatan.pk for one in loaded}
    areas = make_kabupaten(kabupaten)
    places = [one for one in make_kecamatan(areas, kecamatan) if one.pk not in taken]
    operators = make_people(areas, places)
    make_policies(areas, range(FIRST, FIRST + years))
    chance = Random(seed)  # noqa: S311  # what it chooses guards nothing
    copies = list(_copies(originals, places, operators, years, chance))
    write_plan(copies, years)
    say(f"{len(areas)} kabupaten, {len(places)} kecamatan, {years} tahun: menyalin catatan.")
    count = repeat(originals, say) + measure_quarters() + answer_evaluations(copies)
    finish_plans(FIRST + years - 1)
    count += hand_in(copies) + tell_trail()
    say(f"{count} baris: menandatangani dan menghitung.")
    count += sign(copies) + keep_states(copies)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # Plans are made of what it finds; and an index answers alone for what is known to be seen by everybody.
            cursor.execute("ANALYZE" if connection.in_atomic_block else "VACUUM (ANALYZE)")
    return count


def _ensure_size(kabupaten: int, kecamatan: int, years: int) -> None:
    if not 1 <= kabupaten <= MOST_KABUPATEN:
        raise InputError(f"--kabupaten {kabupaten}: tulis 1 sampai {MOST_KABUPATEN}.")
    if not kabupaten + 4 <= kecamatan <= kabupaten * MOST_PER_KABUPATEN:
        raise InputError(
            f"--kecamatan {kecamatan}: untuk {kabupaten} kabupaten tulis {kabupaten + 4} sampai"
            f" {kabupaten * MOST_PER_KABUPATEN}."
        )
    if not 1 <= years <= MOST_YEARS:
        raise InputError(f"--tahun {years}: tulis 1 sampai {MOST_YEARS}, sebanyak tahun sebuah Renstra.")


def _original(loaded: Loaded) -> Original | None:
    """What is repeated of a contoh; None of one that has no Renstra, of which hardly anything was recorded."""
    kecamatan = loaded.kecamatan
    plans = Renstra.objects.filter(
        kecamatan=kecamatan, tahun_awal__lte=loaded.tahun, tahun_akhir__gte=loaded.tahun
    )
    begins = plans.aggregate(first=Min("tahun_awal"))["first"]
    return original_of(kecamatan, loaded.tahun, begins) if begins else None


def _copies(
    originals: list[Original], places: list[Kecamatan], operators: dict[int, int], years: int, chance: Random
) -> Iterator[Copy]:
    for number, place in enumerate(places, start=1):
        original = chance.choice(originals)
        for turn in range(years):
            yield Copy(
                original=original,
                kecamatan=place,
                number=number,
                turn=turn,
                tahun=FIRST + turn,
                first=FIRST,
                lowered=chance.choice(_LOWERED),
                operator=operators[place.pk],
            )
