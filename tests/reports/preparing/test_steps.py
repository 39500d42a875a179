"""What a kabupaten still has to prepare: each step done by what is recorded, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import DesaKelurahan, Kabupaten, MasaJabatan, Pejabat, Pengguna, Peraturan
from reports.preparing.steps import StepState, preparation
from sakip.models import HariLibur, KebijakanPengukuran, PeriodeRPJMD, VersiNomenklatur
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna, make_scale

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TAHUN = 2026

Prepare = Callable[[Kabupaten], object]


@pytest.fixture
def tangerang() -> Kabupaten:
    return make_kabupaten(kode="36.03", nama="Tangerang", provinsi="Banten")


def kecamatan(kabupaten: Kabupaten, name: str = "Balaraja", kode: str = "36.03.01") -> object:
    return make_kecamatan(kabupaten=kabupaten, kode=kode, nama=name, slug=name.lower())


def desa(kabupaten: Kabupaten) -> None:
    for one in kabupaten.kecamatan.all():
        make(DesaKelurahan, kecamatan=one)


def accounts(kabupaten: Kabupaten) -> None:
    for one in kabupaten.kecamatan.all():
        for peran in ("operator", "camat"):
            make_pengguna(peran, kecamatan=one)


def head(kabupaten: Kabupaten) -> None:
    person = make(Pejabat, nama="MOCH. MAESYAL RASYID", nip="")
    make(
        MasaJabatan,
        pejabat=person,
        jabatan="bupati",
        kabupaten=kabupaten,
        kecamatan=None,
        mulai=date(2025, 2, 20),
    )


#: What is recorded, in the order of the steps that it completes.
NEEDED: list[tuple[str, Prepare]] = [
    ("kecamatan", kecamatan),
    ("desa", desa),
    ("skala", lambda k: make_scale(kabupaten=k)),
    ("kebijakan", lambda k: make(KebijakanPengukuran, kabupaten=k, tahun=TAHUN, skala=k.skala.get())),
    ("peraturan", lambda k: make(Peraturan, kabupaten=k, kode="perbup", sebutan="Perbup 1/2020", tahun=2020)),
    ("kepala-daerah", head),
    ("rpjmd", lambda k: make(PeriodeRPJMD, kabupaten=k, tahun_awal=2025, tahun_akhir=2029)),
    ("nomenklatur", lambda _: make(VersiNomenklatur)),
    ("akun", accounts),
]


def test_a_new_kabupaten_has_everything_before_it_and_ends_with_nothing_left(tangerang: Kabupaten) -> None:
    left = [code for code, _ in NEEDED]
    for code, prepare in NEEDED:
        assert [step.code for step in preparation(tangerang, TAHUN).left] == left
        prepare(tangerang)
        left.remove(code)
    assert preparation(tangerang, TAHUN).left == []


def test_what_may_be_missing_is_never_left(tangerang: Kabupaten) -> None:
    steps = {step.code: step for step in preparation(tangerang, TAHUN).steps}
    assert steps["hari-libur"].state == StepState.OPTIONAL
    make(HariLibur, kabupaten=tangerang, tanggal=date(TAHUN, 1, 1))
    after = {step.code: step.state for step in preparation(tangerang, TAHUN).steps}
    assert after["hari-libur"] == StepState.DONE


def test_one_kecamatan_without_its_own_is_counted(tangerang: Kabupaten) -> None:
    kecamatan(tangerang)
    desa(tangerang)
    accounts(tangerang)
    kecamatan(tangerang, "Jayanti", "36.03.02")
    says = {step.code: step.says for step in preparation(tangerang, TAHUN).steps}
    assert says["desa"] == "Belum ada di 1 kecamatan."
    assert says["akun"] == "Belum lengkap di 1 kecamatan."


def test_what_ended_or_belongs_to_another_prepares_nothing(tangerang: Kabupaten) -> None:
    other = make_kabupaten()
    make(Peraturan, kabupaten=other, kode="a", sebutan="Perbup 1/2020")
    make(Peraturan, kabupaten=tangerang, kode="b", sebutan="Perbup 2/2020", berlaku_sampai=2025)
    make(PeriodeRPJMD, kabupaten=tangerang, tahun_awal=2019, tahun_akhir=2024)
    person = make(Pejabat, nama="X", nip="")
    make(
        MasaJabatan,
        pejabat=person,
        jabatan="bupati",
        kabupaten=tangerang,
        kecamatan=None,
        mulai=date(2018, 1, 1),
        sampai=date(2025, 2, 19),
    )
    assert {"peraturan", "rpjmd", "kepala-daerah"} <= {s.code for s in preparation(tangerang, TAHUN).left}


def test_the_steps_speak_the_words_of_the_place(tangerang: Kabupaten) -> None:
    make_kecamatan(
        kabupaten=tangerang, kode="36.03.01", nama="Balaraja", slug="balaraja", sebutan="Kapanewon"
    )
    Kabupaten.objects.update(sebutan_desa="Kalurahan")
    tangerang.refresh_from_db()
    steps = {step.code: step for step in preparation(tangerang, TAHUN).steps}
    assert steps["kecamatan"].title == "Kapanewon"
    assert (steps["desa"].title, steps["desa"].says) == (
        "Kalurahan dan kelurahan",
        "Belum ada di 1 kapanewon.",
    )


def test_the_steps_cost_the_same_for_any_number_of_kecamatan(
    tangerang: Kabupaten, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(1, 30):
        kecamatan(tangerang, f"Kecamatan-{number}", f"36.03.{number:02}")
    with django_assert_num_queries(14):
        preparation(tangerang, TAHUN)


def test_the_first_page_leads_to_the_next_step_until_nothing_is_left(
    client: Client, tangerang: Kabupaten
) -> None:
    client.force_login(make_pengguna("organisasi", kabupaten=tangerang))
    page = client.get(reverse("beranda"))
    assert page.context["preparation"].left[0].code == "kecamatan"
    assert reverse("persiapan", args=["36.03", page.context["preparation"].tahun]) in page.content.decode()


def test_an_empty_installation_leads_from_its_first_account_to_its_first_kabupaten(client: Client) -> None:
    assert "manage.py buat_admin" in client.get(reverse("masuk")).content.decode()
    client.force_login(make_pengguna("admin"))
    assert reverse("kabupaten-baru") in client.get(reverse("beranda")).content.decode()
    client.logout()
    assert "manage.py buat_admin" not in client.get(reverse("masuk")).content.decode()
    assert Pengguna.objects.count() == 1
