"""Regulations of a kabupaten: recorded by Bagian Organisasi, offered to its own kecamatan and to nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from kecamatan.models import DasarHukumProfil, Jejak, Kabupaten, Kecamatan, Peraturan, ProfilKecamatan
from reports.workbook.exchange import workbook_export
from sakip.entry.judge import judge
from sakip.models import KeputusanIKU, MengingatIKU
from sakip.workbook.lookups import references
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna
from tests.workbook_edits import opened

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

BASE = "/kecamatan/balung/2021/"
PERBUP = {
    "jenis": "Peraturan Bupati Jember",
    "nomor": "29",
    "tahun": "2021",
    "tentang": "Kedudukan dan Tugas Kecamatan",
}


@pytest.fixture
def organisasi(client: Client, balung: Kecamatan) -> Client:
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    return client


def add(client: Client, **data: str) -> str:
    return client.post(f"{BASE}isi/peraturan/baru/", PERBUP | data, follow=True).content.decode()


def test_it_is_recorded_by_its_parts_and_listed(organisasi: Client, balung: Kecamatan) -> None:
    shown = add(organisasi)
    recorded = Peraturan.objects.get()
    citation = "Peraturan Bupati Jember Nomor 29 Tahun 2021 tentang Kedudukan dan Tugas Kecamatan"
    assert (recorded.sebutan, recorded.kabupaten, recorded.berlaku_mulai) == (
        citation,
        balung.kabupaten,
        2021,
    )
    assert recorded.kode == "peraturan-bupati-jember-29-2021"
    assert f'<th scope="row">{citation}</th>' in shown
    assert "sudah tercatat. Ubah catatan yang ada." in add(organisasi)
    assert "sudah tercatat. Ubah catatan yang ada." in add(organisasi, nomor="No. 29", tentang="tentang X")
    assert "Isi tentang." in add(organisasi, nomor="30", tentang="")


def test_what_revokes_it_ends_it(organisasi: Client, balung: Kecamatan) -> None:
    new = make(
        Peraturan, kode="baru", kabupaten=balung.kabupaten, tahun=2023, sebutan="Perbup Nomor 3 Tahun 2023"
    )
    add(organisasi, dicabut_oleh=str(new.pk))
    old = Peraturan.objects.get(nomor="29")
    assert (old.berlaku_sampai, old.dicabut_oleh) == (2023, new)
    refused = add(organisasi, nomor="30", tahun="2024", dicabut_oleh=str(new.pk))
    assert "Perbup Nomor 3 Tahun 2023 lebih dahulu daripada peraturan ini." in refused
    assert "Isi 2021 atau sesudahnya" in add(organisasi, nomor="31", berlaku_mulai="2020")
    longer = add(organisasi, nomor="32", dicabut_oleh=str(new.pk), berlaku_sampai="2024")
    assert (
        "Isi 2023 atau sebelumnya: Perbup Nomor 3 Tahun 2023 yang mencabutnya berlaku mulai 2023." in longer
    )
    Peraturan.objects.filter(pk=new.pk).update(berlaku_mulai=2024)  # decided in 2023, in force a year later
    add(organisasi, nomor="33", dicabut_oleh=str(new.pk))
    assert Peraturan.objects.get(nomor="33").berlaku_sampai == 2024


def test_an_operator_records_none(client: Client, balung: Kecamatan, operator: object) -> None:
    client.force_login(operator)  # type: ignore[arg-type]
    assert client.post(f"{BASE}isi/peraturan/baru/", PERBUP).status_code == 403
    assert not Peraturan.objects.exists()


@pytest.fixture
def tangerang() -> Kabupaten:
    return make_kabupaten(kode="36.03", nama="Tangerang", provinsi="Banten")


@pytest.fixture
def recorded(balung: Kecamatan, tangerang: Kabupaten) -> dict[str, Peraturan]:
    new = make(Peraturan, kode="baru", sebutan="Perbup Jember Nomor 3 Tahun 2021 tentang B", tahun=2021)
    texts = {"kode": "lama", "sebutan": "Perbup Jember Nomor 1 Tahun 2016 tentang A"}
    return {
        "nation": make(Peraturan),
        "Jember": make(Peraturan, **texts, kabupaten=balung.kabupaten, berlaku_sampai=2021, dicabut_oleh=new),
        "Tangerang": make(Peraturan, kode="lain", sebutan="Perbup Tangerang Nomor 2", kabupaten=tangerang),
    }


@pytest.mark.parametrize("kind", ["dasar-hukum", "mengingat-iku"])
def test_documents_are_offered_those_of_the_nation_and_their_own(
    client: Client, balung: Kecamatan, operator: object, recorded: dict[str, Peraturan], kind: str
) -> None:
    parents: dict[str, Any] = {"dasar-hukum": ProfilKecamatan, "mengingat-iku": KeputusanIKU}
    client.force_login(operator)  # type: ignore[arg-type]
    address = f"{BASE}isi/{kind}/baru/?induk={make(parents[kind], kecamatan=balung).pk}"
    shown = client.get(address).content.decode()
    assert "Undang-Undang Nomor 23 Tahun 2014" in shown
    # What is revoked says so where it is chosen.
    assert (
        "Perbup Jember Nomor 1 Tahun 2016 tentang A (dicabut dengan Perbup Jember Nomor 3 Tahun 2021;"
        " berlaku sampai tahun 2021)" in shown
    )
    assert "Tangerang" not in shown
    assert client.post(address, {"peraturan": str(recorded["Tangerang"].pk)}).status_code == 422
    assert client.post(address, {"peraturan": str(recorded["Jember"].pk)}).status_code == 302


def test_the_workbook_and_the_judge_hold_to_it(
    balung: Kecamatan, recorded: dict[str, Peraturan], tangerang: Kabupaten
) -> None:
    assert sorted(references(balung, 2021).regulations) == ["baru", "lama", "uu-23-2014"]
    elsewhere = make_kecamatan(kabupaten=tangerang, kode="36.03.01", nama="Balaraja", slug="balaraja")
    assert sorted(references(elsewhere, 2021).regulations) == ["baru", "lain", "uu-23-2014"]
    profil = make(ProfilKecamatan, kecamatan=balung)
    decree = make(KeputusanIKU, kecamatan=balung)
    for place, expected in (("nation", 0), ("Jember", 0), ("Tangerang", 1)):
        for row in (
            DasarHukumProfil(profil=profil, peraturan=recorded[place]),
            MengingatIKU(keputusan=decree, peraturan=recorded[place]),
        ):
            assert [p.column for p in judge(row)] == ["peraturan"] * expected


def test_the_list_of_the_workbook_says_what_is_revoked(
    balung: Kecamatan, recorded: dict[str, Peraturan]
) -> None:
    listing = opened(workbook_export(kecamatan=balung, tahun=2021))["Peraturan"]
    assert {row[0].value: row[1].value for row in listing.iter_rows(min_row=3)} == {
        "baru": "Perbup Jember Nomor 3 Tahun 2021 tentang B",
        "lama": "Perbup Jember Nomor 1 Tahun 2016 tentang A (dicabut dengan Perbup Jember Nomor 3 Tahun 2021;"
        " berlaku sampai tahun 2021)",
        "uu-23-2014": "Undang-Undang Nomor 23 Tahun 2014",
    }


def test_a_citation_comes_back_after_its_regulation_and_each_by_who_keeps_it(
    organisasi: Client, balung: Kecamatan
) -> None:
    add(organisasi)
    profil = make(ProfilKecamatan, kecamatan=balung)
    cited = make(DasarHukumProfil, profil=profil, peraturan=Peraturan.objects.get())
    operator = Client()
    operator.force_login(make_pengguna("operator", kecamatan=balung))

    def deleted(client: Client, kind: str, pk: int) -> str:
        address = f"{BASE}isi/{kind}/{pk}/hapus/"
        seen = client.get(address).content.decode().split('name="sidik" value="')[1].split('"')[0]
        client.post(address, {"sidik": seen})
        return f"{BASE}pulihkan/{Jejak.objects.latest('pk').pk}/"

    citation = deleted(operator, "dasar-hukum", cited.pk)
    regulation = deleted(organisasi, "peraturan", cited.peraturan_id)
    asked = operator.post(citation, follow=True).content.decode()
    assert "Pulihkan dahulu peraturan" in asked
    assert "Yang dapat memulihkannya: Bagian Organisasi." in asked
    assert regulation not in asked
    assert operator.post(regulation).status_code == 403
    assert "Peraturan dipulihkan." in organisasi.post(regulation, follow=True).content.decode()
    assert "Dasar hukum dipulihkan." in operator.post(citation, follow=True).content.decode()
    assert DasarHukumProfil.objects.get().peraturan == Peraturan.objects.get()
