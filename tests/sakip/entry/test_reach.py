"""What one person may write in a kecamatan and year, kind of row by kind of row, whatever door was open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Keanggotaan, Kecamatan, MasaJabatan, Pengguna, UnitKerja
from kecamatan.permissions import NARROWED, WHO, Hak, NoRight, NotItsUnit
from reports.models import CatatanReviu, Laporan, Permintaan
from sakip.entry.reach import Reach
from sakip.models import BarisRKT, BuktiDukung, Indikator, KomentarRealisasi, PeriodeRPJMD, Realisasi, Tujuan
from tests.factory import make, make_indikator, make_kecamatan, make_pengguna, make_renstra, make_sasaran

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TAHUN = 2024


@pytest.fixture
def balung() -> Kecamatan:
    return make_kecamatan()


@pytest.fixture
def skm(balung: Kecamatan) -> Indikator:
    """An indikator of the seksi pelayanan."""
    sasaran = make_sasaran(renstra=make_renstra(kecamatan=balung))
    return make_indikator(sasaran=sasaran, penanggung_jawab=["pelayanan"])


def rows(skm: Indikator) -> dict[str, Model]:
    """A row of every kind whose right differs, as it is before it is stored."""
    value = Realisasi(indikator=skm, tahun=TAHUN)
    return {
        "rkt": BarisRKT(),
        "rpjmd": PeriodeRPJMD(),
        "realisasi": value,
        "bukti": BuktiDukung(realisasi=value),
        "laporan": Laporan(kecamatan=skm.renstra.kecamatan),
        "catatan": CatatanReviu(),
        "komentar": KomentarRealisasi(),
        "permintaan": Permintaan(kecamatan=skm.renstra.kecamatan),
    }


def refusals(person: Pengguna | None, kecamatan: Kecamatan, skm: Indikator) -> dict[str, str]:
    """What is said of each row that the person may not write."""
    reach, said = Reach(person, kecamatan, TAHUN), {}
    for kind, row in rows(skm).items():
        try:
            reach.ensure_row(row)
        except PermissionDenied as refused:
            said[kind] = str(refused)
    return said


def only(hak: Hak) -> str:
    return f"Hanya {WHO[hak]} yang dapat melakukan ini."


TALK = ("laporan", "catatan", "komentar")
NO_MEASURE = dict.fromkeys(("realisasi", "bukti"), only(Hak.REALISASI))
NO_RECORD = dict.fromkeys(("rkt", "rpjmd"), only(Hak.ISI)) | NO_MEASURE
NOTHING = NO_RECORD | dict.fromkeys(TALK, only(Hak.KOMENTAR)) | {"permintaan": only(Hak.TERIMA)}


@pytest.mark.parametrize(
    ("peran", "refused"),
    [
        ("operator", {}),
        ("camat", NO_RECORD),  # who remarks writes no record
        ("organisasi", NO_MEASURE),  # what a kecamatan measured, the kabupaten does not say
        ("pengawas", NOTHING),
        ("bupati", NOTHING),
        ("admin", NOTHING),
    ],
)
def test_each_peran_writes_the_kinds_of_row_of_its_rights(
    balung: Kecamatan, skm: Indikator, peran: str, refused: dict[str, str]
) -> None:
    place = {"kecamatan": balung} if peran in ("operator", "camat") else {"kabupaten": balung.kabupaten}
    assert refusals(make_pengguna(peran, **place), balung, skm) == refused


def test_nobody_writes_in_another_kecamatan(balung: Kecamatan, skm: Indikator) -> None:
    puger = make_kecamatan(kode="35.09.08", kabupaten=balung.kabupaten)
    assert refusals(make_pengguna("operator", kecamatan=puger), balung, skm) == NOTHING


def test_the_installation_itself_and_who_keeps_it_write_everything(balung: Kecamatan, skm: Indikator) -> None:
    keeper = make_pengguna(is_superuser=True)
    for person in (None, keeper):
        reach = Reach(person, balung, TAHUN)
        assert refusals(person, balung, skm) == {}
        reach.ensure_for(Hak.REALISASI, skm)
        assert reach.includes(Hak.REALISASI, skm)
        assert reach.is_shared(PeriodeRPJMD())
        assert not reach.is_shared(BarisRKT())


@pytest.fixture
def of_unit(balung: Kecamatan) -> Callable[[str], Pengguna]:
    """An operator who is narrowed to a unit."""
    camat = make(UnitKerja, kecamatan=balung, kunci="camat", nama="Camat")

    def narrowed(kunci: str) -> Pengguna:
        person = make_pengguna("operator", kecamatan=balung)
        unit = make(UnitKerja, kecamatan=balung, kunci=kunci, nama=kunci, jenis="seksi", induk=camat)
        Keanggotaan.objects.get(pengguna=person).unit.add(unit)
        return person

    return narrowed


OTHERS = dict.fromkeys(("rkt", "rpjmd", *TALK, "permintaan"), NARROWED)


def test_who_is_narrowed_writes_what_is_measured_of_his_indikator(
    balung: Kecamatan, skm: Indikator, of_unit: Callable[[str], Pengguna]
) -> None:
    person = of_unit("pelayanan")
    assert refusals(person, balung, skm) == OTHERS
    reach = Reach(person, balung, TAHUN)
    reach.ensure_for(Hak.REALISASI, skm)
    assert reach.includes(Hak.REALISASI, skm)
    assert not reach.includes(Hak.ISI, skm)


def test_who_is_narrowed_writes_nothing_of_another_units_indikator(
    balung: Kecamatan, skm: Indikator, of_unit: Callable[[str], Pengguna]
) -> None:
    person = of_unit("trantib")
    assert refusals(person, balung, skm) == OTHERS | dict.fromkeys(("realisasi", "bukti"), str(NotItsUnit()))
    reach = Reach(person, balung, TAHUN)
    with pytest.raises(NotItsUnit):
        reach.ensure_for(Hak.REALISASI, skm)
    with pytest.raises(NoRight):
        reach.ensure_for(Hak.ISI, skm)
    assert not reach.includes(Hak.REALISASI, skm)


def test_who_works_for_the_kabupaten_as_well_is_not_narrowed_in_what_is_the_kabupatens(
    balung: Kecamatan, skm: Indikator, of_unit: Callable[[str], Pengguna]
) -> None:
    person = of_unit("pelayanan")
    make(Keanggotaan, pengguna=person, peran="organisasi", kabupaten=balung.kabupaten, kecamatan=None)
    person = Pengguna.objects.get(pk=person.pk)
    assert refusals(person, balung, skm) == {kind: NARROWED for kind in OTHERS if kind != "rpjmd"}
    reach = Reach(person, balung, TAHUN)
    assert reach.is_shared(PeriodeRPJMD())
    assert not reach.is_shared(BarisRKT())
    assert reach.is_shared(MasaJabatan())  # of the kepala daerah
    assert not reach.is_shared(MasaJabatan(kecamatan=balung))


def test_whose_an_indikator_is_no_other_kecamatan_says(
    balung: Kecamatan, skm: Indikator, of_unit: Callable[[str], Pengguna]
) -> None:
    last = make_kecamatan(kode="35.09.31", kabupaten=balung.kabupaten)
    renstra = make_renstra(kecamatan=last)
    sasaran = make_sasaran(tujuan=make(Tujuan, renstra=renstra))
    make_indikator(sasaran=sasaran, kunci=skm.kunci, penanggung_jawab=["trantib"])
    assert Reach(of_unit("pelayanan"), balung, TAHUN).includes(Hak.REALISASI, skm)
    assert not Reach(of_unit("trantib"), balung, TAHUN).includes(Hak.REALISASI, skm)


def test_whose_an_indikator_is_is_read_only_for_who_is_narrowed(
    balung: Kecamatan, skm: Indikator, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    person = make_pengguna("operator", kecamatan=balung)
    Reach(person, balung, TAHUN).ensure_for(Hak.REALISASI, skm)  # reads the memberships
    with django_assert_num_queries(0):
        reach = Reach(person, balung, TAHUN)
        reach.ensure_for(Hak.REALISASI, skm)
        assert reach.includes(Hak.REALISASI, skm)


def test_the_operator_shares_nothing_of_the_kabupaten(balung: Kecamatan) -> None:
    """What he writes of it is looked at by who watches what submitted reports print."""
    reach = Reach(make_pengguna("operator", kecamatan=balung), balung, TAHUN)
    assert not reach.is_shared(PeriodeRPJMD())
