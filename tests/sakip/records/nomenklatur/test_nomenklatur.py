"""The nomenklatur of a year: which rows are offered where, and how they are found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Kecamatan
from sakip.models import Kegiatan, Program, SubKegiatan, VersiNomenklatur
from sakip.records.nomenklatur.codes import TreeNode, find, tree, wording_of
from tests.factory import make, make_kabupaten, make_kecamatan

pytestmark = pytest.mark.django_db


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
def test_rows_for_aceh_are_offered_in_aceh_alone(provinsi: str, shown: bool) -> None:
    kecamatan = make_kecamatan(kabupaten=make_kabupaten(provinsi=provinsi))
    assert ("Pembinaan Mukim" in nama(tree(kecamatan=kecamatan, tahun=2021))) is shown


def test_a_sub_kegiatan_brings_its_kegiatan_and_program(balung: Kecamatan) -> None:
    sub = SubKegiatan.objects.get(nama="Sinergi dengan Instansi Vertikal")
    node = next(s for s in traverse(tree(kecamatan=balung, tahun=2021)) if s.key == f"sub_kegiatan-{sub.pk}")
    assert node.jenjang == {
        "program_id": sub.kegiatan.program_id,
        "kegiatan_id": sub.kegiatan_id,
        "sub_kegiatan_id": sub.pk,
    }


def test_a_choice_of_any_year_has_a_name(balung: Kecamatan) -> None:
    program = Program.objects.get(kode="7.01.01")
    assert wording_of(f"program-{program.pk}") == "7.01.01 Program Penunjang Urusan Pemerintahan"
    assert wording_of("bukan-1") == "bukan-1"
    assert wording_of("program-0") == "program-0"


def test_the_tree_costs_three_queries(
    balung: Kecamatan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    many: dict[str, Any] = {"kegiatan": Kegiatan.objects.get(kode="7.01.01.2.02")}
    for n in range(20):
        make(SubKegiatan, **many, kode=f"7.01.01.2.02.{n:02}", nama=f"Sub {n}")
    assert balung.kabupaten.provinsi
    with django_assert_num_queries(3):
        tree(kecamatan=balung, tahun=2021)
