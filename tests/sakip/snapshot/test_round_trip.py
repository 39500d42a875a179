"""There and back: snapshot → JSON → snapshot is identity on everything real, and so are the results."""

import pytest

from kecamatan.models import Kecamatan
from sakip.capaian.engine import compute
from sakip.capaian.export import results_to_json
from sakip.snapshot.build import build
from sakip.snapshot.codec import fingerprint, read, write
from sakip.snapshot.to_engine import capaian_input
from sakip.snapshot.types import Snapshot
from tests.loaded_files import TAHUN_CONTOH

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def snapshot_contoh(contoh: None) -> list[Snapshot]:
    return [build(kecamatan=Kecamatan.objects.get(kode=kode), tahun=tahun) for kode, tahun in TAHUN_CONTOH]


def test_snapshot_to_json_and_back_is_identity(snapshot_contoh: list[Snapshot]) -> None:
    for snapshot in snapshot_contoh:
        back = read(write(snapshot), Snapshot)
        assert back == snapshot
        assert write(back) == write(snapshot)


def test_results_from_the_stored_snapshot_are_byte_identical(snapshot_contoh: list[Snapshot]) -> None:
    computed = 0
    for snapshot in snapshot_contoh:
        inputs, input_again = capaian_input(snapshot), capaian_input(read(write(snapshot), Snapshot))
        if inputs is None or input_again is None:
            assert inputs is input_again is None
            continue
        computed += 1
        assert results_to_json(compute(inputs)) == results_to_json(compute(input_again))
    assert computed == 3  # Jelbuk has an SK IKU and no PK


def test_building_twice_gives_the_same_bytes(snapshot_contoh: list[Snapshot]) -> None:
    again = [build(kecamatan=Kecamatan.objects.get(kode=kode), tahun=tahun) for kode, tahun in TAHUN_CONTOH]
    assert [fingerprint(s) for s in again] == [fingerprint(s) for s in snapshot_contoh]
