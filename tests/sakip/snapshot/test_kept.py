"""Definitions kept per process: never older than what is committed, whoever changed it and from wherever."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kecamatan.ground.trail import trail_add
from kecamatan.models import Jejak, Kecamatan
from sakip.entry.form import Scope
from sakip.entry.save import record_save
from sakip.entry.shown import values_fingerprint
from sakip.models import BarisPK, KebijakanPengukuran
from sakip.records.kebijakan.form import KebijakanForm
from sakip.records.pk.form import BarisPKForm
from sakip.records.realisasi.cell import CellMaterial
from sakip.records.realisasi.grid import GridMaterial, GridReader
from sakip.snapshot import kept
from sakip.snapshot.build import build_definitions
from sakip.snapshot.types import Snapshot
from tests.factory import make, make_kecamatan, make_realisasi
from tests.sakip.records.realisasi.measured_year import TAHUN, GridWorld, make_grid

pytestmark = pytest.mark.django_db

#: What is asked between the lines has to be committed; inside a transaction nothing is kept.
committed = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    kept.forget()
    yield
    kept.forget()


@pytest.fixture
def world(request: pytest.FixtureRequest) -> GridWorld:
    # The transactional marker of a test comes after that of the module; its database has to be there first.
    marker = request.node.get_closest_marker("django_db")
    request.getfixturevalue("transactional_db" if marker and marker.kwargs.get("transaction") else "db")
    return make_grid()


def neighbour_of(kecamatan: Kecamatan, name: str = "Rambipuji") -> Kecamatan:
    kode = f"{kecamatan.kode[:-2]}{70 + len(name)}"
    return make_kecamatan(kabupaten=kecamatan.kabupaten, kode=kode, nama=name, slug=name.lower())


def elsewhere(act: Callable[[], Any]) -> None:
    """Let another process do it: with a connection of its own, committed when this returns."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            act()
        except BaseException as error:  # told below, in the thread of the test
            failed.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]


def definitions(kecamatan: Kecamatan) -> Snapshot:
    return kept.kept_definitions(kecamatan=kecamatan, tahun=TAHUN)


def statements(act: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


def save_form(kind: type[Any], row: Any, scope: Scope, **typed: Any) -> None:
    """Change fields of a row through the one writer, as its page does."""
    shown = kind(instance=row, scope=scope)
    data = {**shown.shown_values(), **typed}
    form = kind(data=data, instance=row, scope=scope)
    assert form.is_valid(), form.errors
    record_save(form=form, by=None, fingerprint=values_fingerprint(shown.shown_values()))


def answer(client: Client, world: GridWorld, pk: int, text: str, triwulan: int) -> dict[str, Any]:
    data = {"indikator": pk, "triwulan": triwulan, "teks": text, "sidik": ""}
    response = client.post(f"{world.address}sel/", data)
    assert response.status_code == 200, response.content
    shown: dict[str, Any] = response.json()["tampil"]
    return shown


# -- what is kept ------------------------------------------------------------------------------------


def test_the_second_time_only_the_trail_is_asked(world: GridWorld) -> None:
    world.indikator()
    first = definitions(world.kecamatan)
    assert first == build_definitions(kecamatan=world.kecamatan, tahun=TAHUN)
    assert statements(lambda: definitions(world.kecamatan)) == 1
    assert definitions(world.kecamatan) is first


@pytest.mark.one_engine
def test_typing_cells_discards_nothing(client: Client, world: GridWorld) -> None:
    indikator = world.indikator()
    client.force_login(world.operator)
    before = definitions(world.kecamatan)
    answer(client, world, indikator.pk, "70", 1)
    assert definitions(world.kecamatan) is before


@pytest.mark.one_engine
def test_of_more_than_fit_the_one_not_asked_for_longest_goes(
    world: GridWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept.kept_definitions, "most", 2)
    places = [world.kecamatan, *(neighbour_of(world.kecamatan, name) for name in ("Ambulu", "Wuluhan"))]
    first, second = (definitions(place) for place in places[:2])
    assert definitions(places[0]) is first
    definitions(places[2])
    assert definitions(places[0]) is first
    assert definitions(places[1]) is not second


# -- what is never shown -----------------------------------------------------------------------------


@committed
def test_a_target_changed_by_another_process_is_in_the_next_answer(client: Client, world: GridWorld) -> None:
    """Realisasi 69,8: against 80 it is 87,25 %, against 100 69,80 %."""
    indikator = world.indikator(target="80")
    client.force_login(world.operator)
    assert answer(client, world, indikator.pk, "69,8", 4)[f"capaian-{indikator.pk}"] == "87,25%"
    elsewhere(lambda: save_form(BarisPKForm, BarisPK.objects.get(), world.scope, target="100"))
    assert answer(client, world, indikator.pk, "10", 3)[f"capaian-{indikator.pk}"] == "69,80%"


@pytest.mark.one_engine
def test_a_kebijakan_changed_from_the_page_of_another_kecamatan_is_seen(world: GridWorld) -> None:
    world.indikator()
    neighbour = neighbour_of(world.kecamatan)
    before = definitions(world.kecamatan).kebijakan
    assert before
    assert before.desimal == 2
    scope = Scope(kecamatan=neighbour, tahun=TAHUN, pengguna=None)
    kebijakan = KebijakanPengukuran.objects.get()
    save_form(KebijakanForm, kebijakan, scope, desimal="1", rumus=kebijakan.rumus)
    after = definitions(world.kecamatan).kebijakan
    assert after
    assert after.desimal == 1


@pytest.mark.one_engine
@pytest.mark.parametrize("word", ["fixtures/contoh", "fixtures/referensi"])
def test_files_that_were_loaded_are_read_again(world: GridWorld, word: str) -> None:
    """They may hold what several kecamatan share; the line stands under another kecamatan, or under none."""
    before = definitions(world.kecamatan)
    place = neighbour_of(world.kecamatan) if word == "fixtures/contoh" else None
    trail_add(action="berkas.dimuat", subject=word, sebutan="berkas", kecamatan=place)
    assert definitions(world.kecamatan) is not before


def test_a_line_with_a_lower_number_that_is_committed_later_counts(world: GridWorld) -> None:
    """On PostgreSQL the number is given when the line is written, not when it is committed."""
    last = make(Jejak, kecamatan=world.kecamatan, objek_jenis="sakip.barispk", pk=900)
    before = definitions(world.kecamatan)
    make(Jejak, kecamatan=world.kecamatan, objek_jenis="sakip.barispk", pk=last.pk - 1)
    assert definitions(world.kecamatan) is not before


@committed
def test_what_may_be_taken_back_is_not_kept(world: GridWorld) -> None:
    """A change and its line are taken back; another change with one line then meets the same number of lines."""
    indikator = world.indikator(target="80")
    row = BarisPK.objects.get()

    def grid_target() -> str:
        grid = GridMaterial.read(world.kecamatan, TAHUN).grid(GridReader())
        found = grid.find(indikator.pk)
        assert found
        return found[1].target

    with transaction.atomic():
        save_form(BarisPKForm, BarisPK.objects.get(), world.scope, target="85")
        assert grid_target() == "85"
        transaction.set_rollback(True)
    save_form(BarisPKForm, BarisPK.objects.get(pk=row.pk), world.scope, target="90")
    assert grid_target() == "90"


# -- the answer --------------------------------------------------------------------------------------


@pytest.mark.one_engine
def test_the_answer_to_a_cell_says_what_the_grid_says(world: GridWorld) -> None:
    """Also of an indikator that the PK does not measure, and of values of earlier years."""
    indikator = [world.indikator(key, in_pk=key != "c") for key in ("a", "b", "c")]
    for number, one in enumerate(indikator, start=1):
        make_realisasi(indikator=one, tahun=TAHUN, triwulan=number, angka=Decimal(60 + number))
        make_realisasi(indikator=one, tahun=TAHUN - 1, angka=Decimal(70))
    make_realisasi(indikator=indikator[0], tahun=TAHUN, triwulan=4, angka=Decimal(75))
    grid = GridMaterial.read(world.kecamatan, TAHUN).grid(GridReader())
    for one in indikator:
        brief = CellMaterial.read(world.kecamatan, TAHUN, one.kunci)
        assert brief.rerata == grid.rerata
        found, told = grid.find(one.pk), brief.row_of(one.pk)
        assert found
        assert told
        group, row = found
        assert told[:2] == (group.nomor, group.rerata)
        for name in ("cells", "computed", "whole_year", "keterangan", "capaian", "predikat", "alasan"):
            assert getattr(told[2], name) == getattr(row, name), name
        assert brief.row_of(0) is None


@committed
def test_saving_a_cell_asks_the_same_however_much_there_is(client: Client, world: GridWorld) -> None:
    """Session, user, kecamatan, keanggotaan, indikator; lock, rows, value, trail in one transaction; mark and values
    of the year in another. PostgreSQL is told in a statement more to keep others from closing the year meanwhile, and
    in one to show one moment."""
    asked = 15 + 2 * (connection.vendor == "postgresql")
    client.force_login(world.operator)
    first = world.indikator()
    answer(client, world, first.pk, "70", 1)
    answer(client, world, first.pk, "71", 2)
    assert statements(lambda: answer(client, world, first.pk, "72", 3)) == asked
    for number in range(20):
        indikator = world.indikator(f"i{number}")
        make_realisasi(indikator=indikator, tahun=TAHUN, triwulan=1, angka=Decimal(70))
    assert statements(lambda: answer(client, world, first.pk, "73", 4)) == asked
