"""The simulation: as many places as asked, records that hold together, and nothing where anything could be lost."""

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from kecamatan.models import Jejak, Kabupaten, Kecamatan, MasaJabatan, Pengguna
from reports.models import Laporan, Narasi
from reports.simulation.fill import simulate
from sakip.integrity import run_rules
from sakip.models import Realisasi, Renstra
from sakip.selectors import recorded_years
from tests.factory import make_renstra


@pytest.mark.django_db
def test_every_kecamatan_has_records_of_its_own_in_every_year() -> None:
    call_command("siapkan")
    said: list[str] = []
    count = simulate(kabupaten=2, kecamatan=35, years=2, seed=3, say=said.append)
    assert "2 kabupaten, 31 kecamatan, 2 tahun: menyalin catatan." in said
    assert Kabupaten.objects.count() == 2
    assert Kecamatan.objects.count() == 35
    assert not run_rules()
    assert count > 31 * 2 * 150
    far = Kecamatan.objects.order_by("pk").last()
    assert far is not None
    assert recorded_years(kecamatan=far) == [2021, 2022]
    # Each refers to the copies that are its own, and is spoken of by its own name.
    measured = Realisasi.objects.for_kecamatan(far).for_tahun(2022)
    assert {one.triwulan for one in measured} == {0, 1, 2, 3, 4}
    assert {one.indikator.renstra.kecamatan for one in measured} == {far}
    assert MasaJabatan.objects.filter(kecamatan=far).exclude(pejabat__masa__kecamatan=far).count() == 0
    texts = " ".join(Narasi.objects.for_kecamatan(far).values_list("isi", flat=True))
    assert far.nama in texts
    assert not {"Jombang", "Umbulsari", "Balung"} - {far.nama} & set(texts.split())
    assert Jejak.objects.for_kecamatan(far).for_tahun(2021).filter(objek_jenis="sakip.realisasi").count() == (
        Realisasi.objects.for_kecamatan(far).for_tahun(2021).count()
    )
    # A draft of the latest year, and what was handed in of the year before.
    states = dict(Laporan.objects.for_kecamatan(far).values_list("tahun", "status"))
    assert states[2022] == "draf"
    assert states[2021] in ("diajukan", "dikembalikan")
    operator = Pengguna.objects.get(username=f"simulasi.operator.{far.kode}")
    assert {one.kecamatan for one in Renstra.objects.for_user(operator)} == {far}
    with pytest.raises(CommandError, match="sudah berisi catatan"):
        call_command("buat_simulasi", "--kabupaten", "1", "--kecamatan", "31")


@pytest.mark.django_db
@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--tahun", "6"), "tulis 1 sampai 5"),
        (("--kabupaten", "515"), "tulis 1 sampai 514"),
        (("--kabupaten", "2", "--kecamatan", "199"), "tulis 6 sampai 198"),
    ],
)
def test_sizes_that_cannot_be_are_refused(words: tuple[str, ...], message: str) -> None:
    with pytest.raises(CommandError, match=message):
        call_command("buat_simulasi", *words)
    assert not Kecamatan.objects.exists()


@pytest.mark.django_db
@pytest.mark.one_engine
def test_nothing_is_filled_in_production_or_beside_records(settings: Settings) -> None:
    make_renstra()
    with pytest.raises(CommandError, match="sudah berisi catatan"):
        call_command("buat_simulasi")
    settings.IS_PRODUCTION = True
    with pytest.raises(CommandError, match="hanya untuk demo"):
        call_command("buat_simulasi")
    assert Renstra.objects.count() == 1
