"""The nomenklatur of a year: which rows are offered where, and how they are found."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Kabupaten, Kecamatan
from reports.workbook.exchange import workbook_export
from sakip.models import BarisRKT, Kegiatan, Program, SubKegiatan, VersiNomenklatur
from sakip.records.nomenklatur.codes import TreeNode, find, is_offered, tree, wording_of
from sakip.records.nomenklatur.of_year import NomenklaturOfYear
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture(autouse=True)
def nomenklatur() -> None:
    """Two programs of 2021, one of them with a sub kegiatan for Aceh alone; one of the years before."""
    old = make(VersiNomenklatur, kode="pra-2021", tahun_awal=2006, tahun_akhir=2020)
    make(Program, versi=old, kode="lama.01", nama="Program Pelayanan Administrasi", tanpa_kode=True)
    versi = make(VersiNomenklatur, kode="2021", tahun_awal=2021)
    penunjang = make(Program, versi=versi, kode="7.01.01", nama="Program Penunjang Urusan Pemerintahan")
    make(Kegiatan, program=penunjang, kode="7.01.01.2.02", nama="Administrasi Keuangan")
    publik = make(Program, versi=versi, kode="7.01.02", nama="Program Pelayanan Publik")
    kegiatan = make(Kegiatan, program=publik, kode="7.01.02.2.03", nama="Koordinasi Pemeliharaan Sarana")
    make(
        SubKegiatan,
        kegiatan=kegiatan,
        kode="7.01.02.2.03.01",
        nama="Sinergi dengan Instansi Vertikal",
        indikator="Jumlah dokumen sinergi",
        satuan="Dokumen",
    )
    make(SubKegiatan, kegiatan=kegiatan, kode="7.01.02.2.03.09", nama="Pembinaan Mukim", khusus_aceh=True)


def traverse(results: tuple[TreeNode, ...]) -> Iterator[TreeNode]:
    for one in results:
        yield from one.traverse()


def nama(results: tuple[TreeNode, ...]) -> list[str]:
    return [s.nama for s in traverse(results)]


SINERGI_PATH = [
    "Program Pelayanan Publik",
    "Koordinasi Pemeliharaan Sarana",
    "Sinergi dengan Instansi Vertikal",
]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("7.01.02", SINERGI_PATH),
        ("70102", SINERGI_PATH),
        ("7.01.02.2.03.01", SINERGI_PATH),
        ("VERTIKAL sinergi", SINERGI_PATH),  # any case, any order
        ("jumlah dokumen", SINERGI_PATH),  # by its indikator
        ("7.01.02 vertikal", SINERGI_PATH),
        ("pelayanan", ["Program Pelayanan Publik"]),
        ("keuangan vertikal", []),  # every word, in one row
        ("01.02", []),  # the beginning of a code
        ("8", []),
    ],
)
def test_rows_are_found_by_code_and_by_words(balung: Kecamatan, word: str, found: list[str]) -> None:
    assert nama(find(tree(kecamatan=balung, tahun=2021), word)) == found


def test_without_words_everything_of_the_year_is_there(balung: Kecamatan) -> None:
    nodes = tree(kecamatan=balung, tahun=2021)
    assert find(nodes, "  ") == nodes
    assert nama(nodes) == [
        "Program Penunjang Urusan Pemerintahan",
        "Administrasi Keuangan",
        *SINERGI_PATH,
    ]


def test_names_without_an_official_code_show_none(balung: Kecamatan) -> None:
    (old,) = tree(kecamatan=balung, tahun=2020)
    assert (old.kode, old.sebutan) == ("", "Program Pelayanan Administrasi")


@pytest.mark.parametrize(("provinsi", "shown"), [("Aceh", True), ("Jawa Timur", False)])
def test_rows_for_aceh_are_offered_in_aceh_alone(client: Client, provinsi: str, shown: bool) -> None:
    """In the tree, in the choices of a form, by the search, in the workbook's sheet that its drop-downs show."""
    kecamatan = make_kecamatan(kabupaten=make_kabupaten(provinsi=provinsi))
    assert ("Pembinaan Mukim" in nama(tree(kecamatan=kecamatan, tahun=2021))) is shown
    client.force_login(make_pengguna("operator", kecamatan=kecamatan))
    for page in ("isi/anggaran/baru/", "nomenklatur/?q=mukim"):
        answer = client.get(f"/kecamatan/{kecamatan.slug}/2021/{page}")
        assert ("Pembinaan Mukim" in answer.content.decode()) is shown, page
    sheet = load_workbook(BytesIO(workbook_export(kecamatan=kecamatan, tahun=2021)), read_only=True)[
        "Nomenklatur"
    ]
    codes = [row[0] for row in sheet.iter_rows(min_row=3, values_only=True)]
    assert ("7.01.02.2.03.09" in codes) is shown
    assert "7.01.02.2.03.01" in codes


@pytest.mark.parametrize(
    ("provinsi", "named"), [("aceh ", True), ("Nanggroe Aceh Darussalam", True), ("Jawa Timur", False)]
)
def test_what_stands_below_a_row_for_aceh_is_for_aceh(provinsi: str, named: bool) -> None:
    everybody, aceh = SubKegiatan(), Kegiatan(khusus_aceh=True)
    kabupaten = Kabupaten(provinsi=provinsi)
    assert is_offered(kabupaten, 2021, aceh, everybody) is named
    assert is_offered(kabupaten, 2021, everybody)


@pytest.mark.both_engines
def test_a_name_that_aceh_repeats_leads_to_the_row_for_everybody() -> None:
    """The Aceh kegiatan of the nomenklatur repeat ordinary ones letter for letter."""
    old = SubKegiatan.objects.get(nama="Sinergi dengan Instansi Vertikal")
    versi = make(VersiNomenklatur, kode="2024", tahun_awal=2022)
    VersiNomenklatur.objects.filter(kode="2021").update(tahun_akhir=2021)
    program = make(Program, versi=versi, kode="7.01.02", nama="Program Pelayanan Publik")
    nama = old.kegiatan.nama
    own = make(Kegiatan, program=program, kode="7.01.02.2.04", nama=nama)
    make(Kegiatan, program=program, kode="7.01.02.2.05", nama=nama, khusus_aceh=True)
    row = BarisRKT(program=old.kegiatan.program, kegiatan=old.kegiatan)
    kecamatan = make_kecamatan()
    assert NomenklaturOfYear(kecamatan, 2022).jenjang(row) == {
        "program_id": program.pk,
        "kegiatan_id": own.pk,
        "sub_kegiatan_id": None,
    }


def test_a_sub_kegiatan_brings_its_kegiatan_and_program(balung: Kecamatan) -> None:
    sub = SubKegiatan.objects.get(nama="Sinergi dengan Instansi Vertikal")
    node = next(s for s in traverse(tree(kecamatan=balung, tahun=2021)) if s.key == f"sub_kegiatan-{sub.pk}")
    assert node.jenjang == {
        "program_id": sub.kegiatan.program_id,
        "kegiatan_id": sub.kegiatan_id,
        "sub_kegiatan_id": sub.pk,
    }


@pytest.mark.both_engines
def test_a_choice_of_any_year_has_a_name(balung: Kecamatan) -> None:
    program = Program.objects.get(kode="7.01.01")
    assert wording_of(f"program-{program.pk}") == "7.01.01 Program Penunjang Urusan Pemerintahan"
    assert wording_of("bukan-1") == "bukan-1"
    assert wording_of("program-0") == "program-0"


@pytest.mark.both_engines
def test_the_tree_costs_three_queries(
    balung: Kecamatan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    many: dict[str, Any] = {"kegiatan": Kegiatan.objects.get(kode="7.01.01.2.02")}
    for n in range(20):
        make(SubKegiatan, **many, kode=f"7.01.01.2.02.{n:02}", nama=f"Sub {n}")
    assert balung.kabupaten.provinsi
    with django_assert_num_queries(3):
        tree(kecamatan=balung, tahun=2021)
