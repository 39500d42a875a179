"""What a kabupaten adds to the nomenklatur: recorded by Bagian Organisasi, used in its years by its own kecamatan."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kecamatan.models import Kecamatan
from reports.tables.rkt import kegiatan_rkt_table
from sakip.models import (
    RKT,
    Anggaran,
    BarisRKT,
    Kegiatan,
    Program,
    SubKegiatan,
    VersiNomenklatur,
)
from sakip.records.nomenklatur.codes import tree
from sakip.records.nomenklatur.of_year import NomenklaturOfYear
from sakip.records.reference import nomenklatur_load
from sakip.snapshot.build import build
from sakip.snapshot.leaves import in_code_order
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna
from tests.sakip.records.nomenklatur.added import MARK, PERBUP, added

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

BASE = "/kecamatan/balung/2023/"
PROGRAM = {
    "kode": "8.01.02",
    "nama": "Program Penguatan Ideologi Pancasila",
    "dasar": PERBUP,
    "tahun_awal": "2022",
}


@pytest.fixture
def installed() -> dict[str, Any]:
    """Two editions, a program of each, a kegiatan of the first."""
    first = make(VersiNomenklatur, kode="2021", nama="Kepmendagri 2021", tahun_awal=2021, tahun_akhir=2023)
    second = make(VersiNomenklatur, kode="2023", nama="Kepmendagri 2023", tahun_awal=2024)
    program = make(Program, versi=first)
    make(Program, versi=second)
    return {"program": program, "kegiatan": make(Kegiatan, program=program), "second": second}


@pytest.fixture
def organisasi(client: Client, balung: Kecamatan) -> Client:
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    return client


@pytest.fixture
def tangerang() -> Kecamatan:
    kabupaten = make_kabupaten(kode="36.03", nama="Tangerang", provinsi="Banten")
    return make_kecamatan(kabupaten=kabupaten, kode="36.03.01", nama="Balaraja", slug="balaraja")


def add(client: Client, kind: str, **data: object) -> str:
    answer = client.post(f"{BASE}isi/{kind}-tambahan/baru/", data, follow=True)
    return answer.content.decode()


def seen_on(client: Client, address: str) -> dict[str, str]:
    """The fingerprint of the row that a page shows."""
    page = client.get(address).content.decode()
    return {"sidik": page.split('name="sidik" value="', 1)[1].split('"', 1)[0]}


def codes(kecamatan: Kecamatan, tahun: int) -> list[str]:
    return [node.kode for program in tree(kecamatan=kecamatan, tahun=tahun) for node in program.traverse()]


# -- recording ---------------------------------------------------------------------------------------


def test_each_level_is_recorded_and_listed(
    organisasi: Client, balung: Kecamatan, installed: dict[str, Any]
) -> None:
    add(organisasi, "program", **PROGRAM)
    program = Program.objects.get(kode="8.01.02")
    assert (program.kabupaten, program.versi.kode) == (balung.kabupaten, "2021")
    add(organisasi, "kegiatan", program=program.pk, **PROGRAM | {"kode": "8.01.02.2.01", "nama": "Perumusan"})
    kegiatan = Kegiatan.objects.get(kode="8.01.02.2.01")
    below = PROGRAM | {"kode": "8.01.02.2.01.03", "nama": "Pembinaan", "satuan": "Laporan"}
    add(organisasi, "sub-kegiatan", kegiatan=kegiatan.pk, indikator="Jumlah laporan", **below)
    later = PROGRAM | {"kode": "7.01.02.2.01.09", "nama": "Sub baru"}
    shown = add(organisasi, "sub-kegiatan", kegiatan=installed["kegiatan"].pk, **later)
    assert [s.satuan for s in SubKegiatan.objects.filter(kabupaten=balung.kabupaten).order_by("kode")] == [
        "",
        "Laporan",
    ]
    place = [
        shown.index(f'id="{kind}-tambahan-{row.pk}"')
        for kind, row in (
            ("sub-kegiatan", SubKegiatan.objects.get(kode="7.01.02.2.01.09")),
            ("program", program),
            ("kegiatan", kegiatan),
        )
    ]
    assert place == sorted(place)
    assert "Jumlah laporan (Laporan)" in shown
    assert PERBUP in shown


def test_an_operator_records_none(client: Client, operator: object, installed: dict[str, Any]) -> None:
    client.force_login(operator)  # type: ignore[arg-type]
    assert client.post(f"{BASE}isi/program-tambahan/baru/", PROGRAM).status_code == 403
    assert not Program.objects.filter(kode="8.01.02").exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kode": "Kesbangpol"}, "Kesbangpol&quot; bukan kode program. Tulis seperti dalam daftarnya"),
        ({"kode": "7.01.02"}, "Kode ini sudah terpasang: 7.01.02 Program Penyelenggaraan Pemerintahan."),
        ({"dasar": ""}, "Isi sumber."),
        ({"tahun_awal": "2019"}, "Nomenklatur tahun 2019 belum terpasang."),
        ({"tahun_akhir": "2021"}, "Isi tahun akhir yang tidak lebih awal"),
        ({"tahun_akhir": "2024"}, "Isi 2023 atau sebelumnya: Kepmendagri 2021 berlaku sampai tahun itu."),
    ],
)
def test_a_program_that_cannot_be_is_refused(
    organisasi: Client, installed: dict[str, Any], change: dict[str, str], message: str
) -> None:
    assert message in add(organisasi, "program", **PROGRAM | change)
    assert not Program.objects.filter(kabupaten__isnull=False).exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kode": "7.01.02.2.09"}, "bukan kode di bawah 8.01.02 Ideologi. Awali dengan 8.01.02."),
        ({"tahun_awal": "2021"}, "Isi 2022 atau sesudahnya: 8.01.02 Ideologi berlaku sejak tahun itu."),
        ({"tahun_akhir": "2024"}, "Isi 2023 atau sebelumnya: 8.01.02 Ideologi berlaku sampai tahun itu."),
        ({"kode": "8.01.02.2.01"}, "Kode kegiatan ini sudah ada pada program yang sama."),
    ],
)
def test_a_kegiatan_stays_within_its_program(
    organisasi: Client, balung: Kecamatan, installed: dict[str, Any], change: dict[str, str], message: str
) -> None:
    program = added(balung.kabupaten, tahun_akhir=2023)["program"]
    own = PROGRAM | {"kode": "8.01.02.2.02", "program": program.pk}
    assert message in add(organisasi, "kegiatan", **own | change)


def test_a_code_stays_while_rows_below_begin_with_it(
    organisasi: Client, balung: Kecamatan, installed: dict[str, Any]
) -> None:
    program = added(balung.kabupaten)["program"]
    address = f"{BASE}isi/program-tambahan/{program.pk}/"
    seen = seen_on(organisasi, address)
    refused = organisasi.post(address, seen | PROGRAM | {"kode": "8.01.03"})
    assert "Kode ini awal kode kegiatan di bawahnya." in refused.content.decode()
    assert organisasi.post(address, seen | PROGRAM | {"nama": "Nama baru"}).status_code == 302


def test_what_documents_use_is_not_deleted(
    organisasi: Client, balung: Kecamatan, installed: dict[str, Any]
) -> None:
    own = added(balung.kabupaten)
    row = make(Anggaran, kecamatan=balung, tahun=2023, **own)
    address = f"{BASE}isi/program-tambahan/{own['program'].pk}/hapus/"
    shown = organisasi.get(address).content.decode()
    assert "anggaran" in shown
    assert 'name="sidik"' not in shown
    organisasi.post(address, {"alasan": "keliru"})
    assert Program.objects.filter(pk=own["program"].pk).exists()
    row.delete()
    assert organisasi.post(address, seen_on(organisasi, address) | {"alasan": "keliru"}).status_code == 302
    assert not SubKegiatan.objects.filter(kabupaten=balung.kabupaten).exists()


# -- where it is offered -----------------------------------------------------------------------------


def test_it_is_offered_in_its_kabupaten_and_years(
    balung: Kecamatan, tangerang: Kecamatan, installed: dict[str, Any]
) -> None:
    added(balung.kabupaten)
    everywhere = ["7.01.02", "7.01.02.2.01"]
    own = ["8.01.02", "8.01.02.2.01", "8.01.02.2.01.03"]
    assert codes(balung, 2023) == [*everywhere, *own]
    assert codes(balung, 2021) == everywhere  # before its first year
    assert codes(balung, 2024) == ["7.01.02"]  # another edition
    assert codes(tangerang, 2023) == everywhere


@pytest.mark.parametrize("page", ["isi/anggaran/baru/", "nomenklatur/?q=8.01", "isi/kegiatan-tambahan/baru/"])
def test_it_is_marked_with_its_source_where_it_is_chosen(
    organisasi: Client, balung: Kecamatan, installed: dict[str, Any], page: str
) -> None:
    added(balung.kabupaten)
    operator = Client()
    operator.force_login(make_pengguna("operator", kecamatan=balung))
    reader = organisasi if "tambahan" in page else operator
    shown = reader.get(f"{BASE}{page}").content.decode()
    assert f"8.01.02 Ideologi{MARK}" in shown
    assert f"Program Penyelenggaraan Pemerintahan{MARK}" not in shown


def test_what_another_kabupaten_added_is_refused_with_the_reason(
    client: Client, balung: Kecamatan, operator: object, tangerang: Kecamatan, installed: dict[str, Any]
) -> None:
    foreign = added(tangerang.kabupaten)["sub_kegiatan"]
    client.force_login(operator)  # type: ignore[arg-type]
    chosen = {"nomenklatur": f"sub_kegiatan-{foreign.pk}", "pagu_murni": "1.000", "rinci": "on"}
    refused = client.post(f"{BASE}isi/anggaran/baru/", chosen)
    assert "adalah tambahan Kabupaten Tangerang. Pilih program lain." in refused.content.decode()
    assert not Anggaran.objects.exists()
    own = added(balung.kabupaten)["sub_kegiatan"]
    accepted = client.post(f"{BASE}isi/anggaran/baru/", chosen | {"nomenklatur": f"sub_kegiatan-{own.pk}"})
    assert accepted.status_code == 302
    assert Anggaran.objects.get().sub_kegiatan == own


def test_who_chooses_what_is_installed_by_now_is_told(
    client: Client, organisasi: Client, balung: Kecamatan, installed: dict[str, Any]
) -> None:
    own = added(balung.kabupaten)["program"]
    make(Program, versi=own.versi, kode="8.01.02", nama="Ideologi dan Kebangsaan")
    assert [p.nama for p in tree(kecamatan=balung, tahun=2023)] == [
        "Program Penyelenggaraan Pemerintahan",
        "Ideologi dan Kebangsaan",
    ]
    message = "Kode ini sudah terpasang: 8.01.02 Ideologi dan Kebangsaan."
    assert message in organisasi.get(reverse("isi", args=["balung", 2023, "pengaturan"])).content.decode()
    operator = Client()
    operator.force_login(make_pengguna("operator", kecamatan=balung))
    refused = operator.post(f"{BASE}isi/anggaran/baru/", {"nomenklatur": f"program-{own.pk}", "rinci": "on"})
    assert f"{message} Pilih yang terpasang." in refused.content.decode()


# -- the list that is installed ----------------------------------------------------------------------


def test_loading_the_list_leaves_additions_alone(balung: Kecamatan, tmp_path: Path) -> None:
    def load(*kegiatan: str) -> str:
        levels = {"khusus_aceh": False, "tanpa_kode": False}
        program = levels | {
            "kode": "7.01.02",
            "nama": "Program",
            "kegiatan": [levels | {"kode": kode, "nama": kode, "sub_kegiatan": []} for kode in kegiatan],
        }
        edition = {
            "kode": "2021",
            "nama": "Kepmendagri",
            "dasar": "",
            "tahun_awal": 2021,
            "tahun_akhir": None,
        }
        file = tmp_path / "nomenklatur.json"
        file.write_text(json.dumps({"versi": [edition | {"program": [program]}]}))
        return str(nomenklatur_load(file=file))

    load("7.01.02.2.01", "7.01.02.2.02")
    own = added(balung.kabupaten)
    kegiatan = Kegiatan.objects.get(kode="7.01.02.2.01")
    whose = {"kabupaten": balung.kabupaten, "dasar": PERBUP, "tahun_awal": 2022}
    sub = make(SubKegiatan, kegiatan=kegiatan, kode="7.01.02.2.01.09", nama="Sub baru", **whose)
    load("7.01.02.2.03")  # both kegiatan have left the list; one has something below it
    assert sorted(Kegiatan.objects.filter(kabupaten=None).values_list("kode", flat=True)) == [
        "7.01.02.2.01",
        "7.01.02.2.03",
    ]
    assert set(SubKegiatan.objects.all()) == {sub, own["sub_kegiatan"]}
    assert Program.objects.filter(pk=own["program"].pk).exists()


# -- last year's rows --------------------------------------------------------------------------------


def test_a_copy_takes_it_along_while_it_holds(balung: Kecamatan, installed: dict[str, Any]) -> None:
    own = added(balung.kabupaten, tahun_akhir=2022)
    row = BarisRKT(rkt=RKT(), **own)
    assert NomenklaturOfYear(balung, 2022).jenjang(row) == {f"{k}_id": v.pk for k, v in own.items()}
    assert NomenklaturOfYear(balung, 2023).jenjang(row) is None
    assert NomenklaturOfYear(balung, 2023).why_not(row) == f"8.01.02 Ideologi{MARK} tidak berlaku tahun 2023"
    # The next edition has its code by itself.
    second = make(Program, versi=installed["second"], kode="8.01.02", nama="Ideologi dan Kebangsaan")
    program_only = BarisRKT(rkt=RKT(), program=own["program"])
    assert NomenklaturOfYear(balung, 2024).jenjang(program_only) == {
        "program_id": second.pk,
        "kegiatan_id": None,
        "sub_kegiatan_id": None,
    }


# -- in print ----------------------------------------------------------------------------------------


def test_it_is_printed_in_the_order_of_its_code(balung: Kecamatan, installed: dict[str, Any]) -> None:
    whose = {"kabupaten": balung.kabupaten, "dasar": PERBUP, "tahun_awal": 2022}
    first = make(Program, versi=installed["program"].versi, kode="1.05.02", nama="Trantibum", **whose)
    rkt = make(RKT, kecamatan=balung, tahun=2023)
    amounts = ((added(balung.kabupaten)["program"], 300), (installed["program"], 200), (first, 100))
    for program, amount in amounts:
        make(BarisRKT, rkt=rkt, program=program, anggaran=Decimal(amount))
        make(Anggaran, kecamatan=balung, tahun=2023, program=program, pagu_murni=Decimal(amount))
    snapshot = build(kecamatan=balung, tahun=2023)
    assert snapshot.rkt is not None
    table = kegiatan_rkt_table(snapshot, snapshot.rkt, key="k", title="t")
    assert [str(row.cells[0].content) for row in table.rows][:3] == ["1.05.02", "7.01.02", "8.01.02"]
    assert "tambahan" not in str(table)  # it is printed like any other
    assert [row.program for row in in_code_order(snapshot.anggaran)] == ["1.05.02", "7.01.02", "8.01.02"]
