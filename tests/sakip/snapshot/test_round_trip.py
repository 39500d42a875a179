"""There and back: snapshot → JSON → snapshot is identity on everything real, and so are the results."""

import pytest

from kecamatan.models import Kecamatan
from sakip.capaian.engine import compute
from sakip.capaian.export import hasil_to_json
from sakip.snapshot.build import build
from sakip.snapshot.codec import read, sidik, write
from sakip.snapshot.to_engine import masukan_capaian
from sakip.snapshot.types import Snapshot
from tests.loaded_files import TAHUN_CONTOH

pytestmark = pytest.mark.django_db


@pytest.fixture
def snapshot_contoh(contoh: None) -> list[Snapshot]:
    return [build(kecamatan=Kecamatan.objects.get(kode=kode), tahun=tahun) for kode, tahun in TAHUN_CONTOH]


def test_snapshot_to_json_and_back_is_identity(snapshot_contoh: list[Snapshot]) -> None:
    for snapshot in snapshot_contoh:
        kembali = read(write(snapshot), Snapshot)
        assert kembali == snapshot
        assert write(kembali) == write(snapshot)


def test_results_from_the_stored_snapshot_are_byte_identical(snapshot_contoh: list[Snapshot]) -> None:
    dihitung = 0
    for snapshot in snapshot_contoh:
        masukan, masukan_kembali = masukan_capaian(snapshot), masukan_capaian(read(write(snapshot), Snapshot))
        if masukan is None or masukan_kembali is None:
            assert masukan is masukan_kembali is None
            continue
        dihitung += 1
        assert hasil_to_json(compute(masukan)) == hasil_to_json(compute(masukan_kembali))
    assert dihitung == 3  # Jelbuk has an SK IKU and no PK


def test_building_twice_gives_the_same_bytes(snapshot_contoh: list[Snapshot]) -> None:
    lagi = [build(kecamatan=Kecamatan.objects.get(kode=kode), tahun=tahun) for kode, tahun in TAHUN_CONTOH]
    assert [sidik(s) for s in lagi] == [sidik(s) for s in snapshot_contoh]
