"""The simulation: as many places as asked, records that hold together, and nothing where anything could be lost."""

from collections import Counter

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from pytest_django import Settings

from kecamatan.models import (
    Jejak,
    Kabupaten,
    Keanggotaan,
    Kecamatan,
    MasaJabatan,
    Pengguna,
    UnitKerja,
)
from reports.models import Arsip, Dokumentasi, Laporan, Narasi, SalinanPublik
from reports.monitoring.overview import Level, read_overview
from reports.signing.freeze import make
from reports.simulation import signed
from reports.simulation.fill import simulate
from sakip.capaian.skm import compute_skm
from sakip.integrity import run_rules
from sakip.models import (
    LangkahRencanaAksi,
    LintasSektor,
    Prestasi,
    Realisasi,
    RekomendasiLHE,
    Renstra,
    SurveiKepuasan,
    TindakLanjut,
)
from sakip.selectors import recorded_years
from tests.factory import make_renstra
from tests.loaded_files import TAHUN_CONTOH, row_counts
from tests.reports.signing.conftest import made_small

#: On PostgreSQL simulates tests/flows/test_plans.py.
pytestmark = pytest.mark.one_engine


@pytest.mark.usefixtures("referensi")
def test_every_kecamatan_has_records_of_its_own_in_every_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a kabupaten with six kecamatan besides those of the contoh, and another with four."""
    # The Word document that all of them share takes half of the time: its pages are counted by printing it.
    monkeypatch.setattr(
        signed, "make", lambda frozen, shape: (made_small if shape == "docx" else make)(frozen, shape)
    )
    contoh = {kode for kode, _ in TAHUN_CONTOH}
    others = Kecamatan.objects.exclude(kode__in=contoh)
    others.exclude(pk__in=list(others.order_by("pk").values_list("pk", flat=True)[:6])).delete()
    said: list[str] = []
    count = simulate(kabupaten=2, kecamatan=len(contoh) + 10, years=2, seed=3, say=said.append)
    assert "2 kabupaten, 10 kecamatan, 2 tahun: menyalin catatan." in said
    assert Kabupaten.objects.count() == 2
    assert Kecamatan.objects.count() == len(contoh) + 10
    assert not run_rules()
    assert count > 10 * 2 * 150
    far = Kecamatan.objects.order_by("pk").last()
    assert far is not None
    assert recorded_years(kecamatan=far) == [2021, 2022]
    # Each refers to the copies that are its own, and is spoken of by its own name.
    measured = Realisasi.objects.for_kecamatan(far).for_tahun(2022)
    assert {one.triwulan for one in measured} == {0, 1, 2, 3, 4}
    assert {one.indikator.renstra.kecamatan for one in measured} == {far}
    assert MasaJabatan.objects.filter(kecamatan=far).exclude(pejabat__masa__kecamatan=far).count() == 0
    # What no contoh holds is there too, dated in its own year and tied to what is its own.
    assert {
        one.tanggal.year if one.tanggal else None
        for one in Prestasi.objects.for_kecamatan(far).for_tahun(2022)
    } == {2022}
    assert {one.sasaran.renstra.kecamatan for one in LintasSektor.objects.for_kecamatan(far)} == {far}
    assert SurveiKepuasan.objects.filter(tahun=2022).exists()
    # Photos too: of the year of each copy, each with its file, which all copies share.
    photos = Dokumentasi.objects.for_kecamatan(far).for_tahun(2022)
    assert len(photos) == len({one.sha256 for one in photos}) == 5
    assert all(default_storage.exists(one.foto.name or "") for one in photos)
    assert far.nama in " ".join(one.keterangan for one in photos)
    # A value that was lowered is not printed as it was before, and the survey behind an IKM comes to it.
    surveys = SurveiKepuasan.objects.filter(tahun=2022).select_related("indikator")
    ikm = {one.indikator_id: one for one in Realisasi.objects.filter(tahun=2022, triwulan=0)}
    assert {round(compute_skm(one.unsur).ikm - (ikm[one.indikator_id].angka or 0), 2) for one in surveys} == {
        0
    }
    assert {ikm[one.indikator_id].cetak for one in surveys} > {""}
    # Plans that name the measure of their success, and by whose units they are carried out.
    assert {one.batas_waktu.year for one in TindakLanjut.objects.for_kecamatan(far).for_tahun(2021)} == {2022}
    units = set(UnitKerja.objects.for_kecamatan(far).values_list("kunci", flat=True))
    steps = LangkahRencanaAksi.objects.for_kecamatan(far).for_tahun(2022)
    recommended = RekomendasiLHE.objects.for_kecamatan(far).for_tahun(2022)
    assert {key for one in steps for key in one.penanggung_jawab} <= units
    assert {key for one in recommended for key in one.penanggung_jawab} <= units
    assert all(one.ukuran for one in steps)
    assert {one.status for one in recommended} == {"selesai", "proses", "belum"}
    texts = " ".join(Narasi.objects.for_kecamatan(far).values_list("isi", flat=True))
    assert far.nama in texts
    assert not {"Jombang", "Umbulsari", "Balung"} - {far.nama} & set(texts.split())
    assert Jejak.objects.for_kecamatan(far).for_tahun(2021).filter(objek_jenis="sakip.realisasi").count() == (
        Realisasi.objects.for_kecamatan(far).for_tahun(2021).count()
    )
    # Of ten reports of the year before seven are signed, of the latest three.
    operators = Keanggotaan.objects.filter(pengguna__username__startswith="simulasi.operator.")
    own = Laporan.objects.filter(kecamatan__in=operators.values("kecamatan"))
    assert Counter(own.values_list("tahun", "status")) == {
        (2021, "diajukan"): 2,
        (2021, "dikembalikan"): 1,
        (2021, "ditandatangani"): 3,
        (2021, "diterima"): 4,
        (2022, "draf"): 3,
        (2022, "diajukan"): 2,
        (2022, "dikembalikan"): 1,
        (2022, "ditandatangani"): 2,
        (2022, "diterima"): 1,
    }
    # The 3rd and the 9th are signed on the 28th day after the first of February, or later.
    assert own.filter(tahun=2021, tepat_waktu=False).count() == 2
    # Each of the signed ones has an archive in the chain, whose rules found nothing, and a copy for everybody.
    assert Arsip.objects.count() == SalinanPublik.objects.filter(status="selesai").count() == 10
    last = Arsip.objects.latest("urut")
    assert last.kecamatan.nama in last.snapshot
    seen = read_overview(None, 2021, Level.KABUPATEN)
    assert seen.total.signed == 7
    assert {one.predikat for one in seen.total.predikat} > {"Belum berpredikat (baru sebagian indikator)"}
    operator = Pengguna.objects.get(username=f"simulasi.operator.{far.kode}")
    assert {one.kecamatan for one in Renstra.objects.for_user(operator)} == {far}
    with pytest.raises(CommandError, match="sudah berisi catatan"):
        call_command("buat_simulasi", "--kabupaten", "1", "--kecamatan", "31")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--tahun", "6"), "tulis 1 sampai 5"),
        (("--kabupaten", "515"), "tulis 1 sampai 514"),
        (("--kabupaten", "2", "--kecamatan", "199"), "tulis 6 sampai 198"),
    ],
)
def test_sizes_that_cannot_be_are_refused(words: tuple[str, ...], message: str) -> None:
    before = row_counts()
    with pytest.raises(CommandError, match=message):
        call_command("buat_simulasi", *words)
    assert row_counts() == before


@pytest.mark.django_db
def test_nothing_is_filled_in_production_or_beside_records(settings: Settings) -> None:
    make_renstra()
    with pytest.raises(CommandError, match="sudah berisi catatan"):
        call_command("buat_simulasi")
    settings.IS_PRODUCTION = True
    with pytest.raises(CommandError, match="hanya untuk demo"):
        call_command("buat_simulasi")
    assert Renstra.objects.count() == 1
