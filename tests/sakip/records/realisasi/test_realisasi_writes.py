"""What is typed into a cell: how it is stored, what the engine makes of it, and who is told when two write at once."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kecamatan.models import Jejak
from sakip.entry.lock import YearClosed
from sakip.entry.save import Conflict
from sakip.entry.writer import RecordRefused
from sakip.models import BuktiDukung, Realisasi
from sakip.records.realisasi import writes as layanan
from sakip.records.realisasi.form import DetailedRealisasiForm
from sakip.records.realisasi.grid import GridMaterial, GridReader, GridRow
from sakip.records.realisasi.writes import (
    InvalidValue,
    realisasi_save,
    realisasi_save_detailed,
)
from tests.factory import make, make_laporan, make_pengguna, make_realisasi, make_renstra, make_sasaran
from tests.sakip.records.realisasi.measured_year import TAHUN, GridWorld, make_grid

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

HURUF: dict[str, Any] = {"jenis_nilai": "huruf", "rumus": "predikat", "satuan": "predikat"}
NEGATIF: dict[str, Any] = {"rumus": "negatif"}
RENTANG: dict[str, Any] = {"jenis_nilai": "rentang", "rumus": "rentang"}
PERSEN: dict[str, Any] = {"satuan": "%"}
B: dict[str, Any] = {"huruf": "B"}
EIGHT_NINE: dict[str, Any] = {"bawah": Decimal(80), "atas": Decimal(90)}


def store(
    world: GridWorld, indikator: Any, text: str, *, triwulan: int = 0, fingerprint: str = "", by: Any = None
) -> Realisasi | None:
    return realisasi_save(
        scope=world.scope,
        indikator=indikator,
        triwulan=triwulan,
        text=text,
        fingerprint=fingerprint,
        by=by or world.operator,
    )


def row(world: GridWorld, nomor: int = 0) -> GridRow:
    return GridMaterial.read(world.kecamatan, TAHUN).grid(GridReader()).rows[nomor]


# Targets, values and results worked by hand, as in sakip/capaian/README.md; what is typed is how an office writes it.
@pytest.mark.parametrize(
    ("indikator", "target", "typed", "recorded", "capaian"),
    [
        ({}, "80", "69,8", "69,8", "87,25%"),
        ({}, "100", " 84,85 ", "84,85", "84,85%"),
        ({}, "82.5", "88,94", "88,94", "107,81%"),
        ({}, "70", "66,670", "66,67", "95,24%"),
        (PERSEN, "70", "2/3", "2/3", "95,24%"),
        (PERSEN, "100", "1.900/2.000", "1.900/2.000", "95,00%"),
        (PERSEN, "70", "66,67 %", "66,67", "95,24%"),
        ({}, "0", "5", "5", "tidak dapat dihitung"),
        ({}, "85", "0", "0", "0,00%"),
        (NEGATIF, "10", "8", "8", "120,00%"),
        (NEGATIF, "10", "10", "10", "100,00%"),
        (NEGATIF, "10", "0", "0", "200,00%"),
        (NEGATIF, "10", "25", "25", "\u221250,00%"),
        (NEGATIF, "0", "3", "3", "0,00%"),
        (HURUF, B, "b", "B", "100,00%"),
        (HURUF, B, "BB", "BB", "125,00%"),
        (HURUF, B, "C", "C", "50,00%"),
        (HURUF, {"huruf": "BB"}, "B", "B", "80,00%"),
        (HURUF, B, "66", "66", "100,00%"),
        (RENTANG, EIGHT_NINE, "70", "70", "87,50%"),
        (RENTANG, EIGHT_NINE, "85", "85", "100,00%"),
        (RENTANG, EIGHT_NINE, "99", "99", "90,00%"),
        ({}, "80", "Tidak Tersedia - survei belum ada", "tidak tersedia: survei belum ada", "tidak tersedia"),
        ({}, "1", "1.234.567,1234", "1.234.567,1234", "123.456.712,34%"),
    ],
)
def test_typed_stored_computed(
    indikator: dict[str, Any], target: Any, typed: str, recorded: str, capaian: str
) -> None:
    world = make_grid()
    change = indikator | ({"skala": world.akip} if indikator is HURUF else {})
    store(world, world.indikator(target=target, **change), typed)
    result = row(world)
    assert (result.whole_year_cell.text, result.capaian) == (recorded, capaian)
    # The writer tells it from the form without reading the row anew; both say the same.
    stored = {"Nilai": recorded, "Seperti tercetak (opsional)": Realisasi.objects.get().cetak}
    told = Jejak.objects.get().sesudah
    assert told == {label: text for label, text in stored.items() if text}


@pytest.mark.parametrize(
    ("indikator", "typed", "message"),
    [
        ({}, "98.5", "titik hanya memisahkan ribuan, koma memisahkan desimal. Maksud Anda 98,5 atau 985?"),
        ({}, "delapan", "bukan angka. Indikator ini diukur dengan angka (indeks). Bila dinilai"),
        ({}, "1,23456", "paling banyak 4 desimal, misalnya 1,2346."),
        ({}, "123456789012", "terlalu besar"),
        ({}, "-", 'tulis "tidak tersedia: " beserta alasannya.'),
        ({}, "tidak tersedia", "Tulis alasannya"),
        ({}, "45/50", "belum mempunyai pengali"),
        (PERSEN, "45/0", "Isi penyebut lebih dari 0."),
        (PERSEN, "45/", "Isi pembilang dan penyebut"),
        (PERSEN, "-1/4", "Isi pembilang 0 atau lebih."),
        (PERSEN, "4.5/50", "Maksud Anda 4,5 atau 45?"),
        (HURUF, "E", "Tulis AA, A, BB, B, CC, C, atau D, atau angkanya."),
        ({}, "A", "bukan angka"),
    ],
)
def test_what_is_no_value_is_refused_with_what_to_write_instead(
    indikator: dict[str, Any], typed: str, message: str
) -> None:
    world = make_grid()
    change = indikator | ({"skala": world.akip} if indikator is HURUF else {})
    with pytest.raises(InvalidValue) as error:
        store(world, world.indikator(**change), typed)
    assert message in str(error.value)
    assert not Realisasi.objects.exists()


@pytest.mark.parametrize(
    ("akumulasi", "triwulan", "whole_year", "capaian"),
    [
        ("terakhir", ("10", "20", "", "60"), "60,00%", "75,00%"),
        ("jumlah", ("10", "20", "10", "20"), "60,00%", "75,00%"),
        ("rata-rata", ("50", "60", "60", "70"), "60,00%", "75,00%"),
        ("kumulatif", ("10", "30", "40", "60"), "60,00%", "75,00%"),
        # From the sums of the counts: 6/10, not the mean of 100, 50, 50 and 50 percent.
        ("rata-rata", ("2/2", "1/2", "1/2", "2/4"), "60,00%", "75,00%"),
        ("jumlah", ("10", "", "10", "20"), "triwulan II belum diisi", "belum diisi"),
    ],
)
def test_the_year_follows_from_the_triwulan(
    akumulasi: str, triwulan: tuple[str, ...], whole_year: str, capaian: str
) -> None:
    world = make_grid()
    indikator = world.indikator(akumulasi=akumulasi, **PERSEN)
    for nomor, typed in enumerate(triwulan, start=1):
        store(world, indikator, typed, triwulan=nomor)
    result = row(world)
    assert [s.text for s in result.cells[:-1]] == list(triwulan)
    assert (result.computed, result.whole_year, result.capaian) == (True, whole_year, capaian)


def test_the_year_is_entered_directly_only_where_no_triwulan_is() -> None:
    world = make_grid()
    indikator = world.indikator()
    store(world, indikator, "60", triwulan=1)
    with pytest.raises(RecordRefused, match="Ubah nilai triwulan"):
        store(world, indikator, "80")
    form = DetailedRealisasiForm(
        data={"nilai": "80"}, instance=Realisasi(indikator=indikator, tahun=TAHUN), scope=world.scope
    )
    assert form.is_valid()
    with pytest.raises(RecordRefused, match="Ubah nilai triwulan"):
        realisasi_save_detailed(form=form, fingerprint="", by=world.operator)
    # Where both are recorded the direct one counts, and is said to.
    make_realisasi(indikator=indikator, tahun=TAHUN, angka=Decimal(80))
    assert (row(world).capaian, row(world).keterangan) == (
        "100,00%",
        "diisi langsung; triwulan tidak dihitung",
    )


@pytest.mark.both_engines
def test_a_value_of_the_year_that_stands_beside_triwulan_can_be_corrected() -> None:
    """Both are stored where a document prints both: the rule is about a new one."""
    world = make_grid()
    indikator = world.indikator()
    for triwulan in (0, 1):
        make_realisasi(indikator=indikator, tahun=TAHUN, triwulan=triwulan, angka=Decimal(70))
    year = Realisasi.objects.get(triwulan=0)
    fingerprint = DetailedRealisasiForm(instance=year, scope=world.scope).fingerprint
    form = DetailedRealisasiForm(data={"nilai": "71"}, instance=year, scope=world.scope)
    assert form.is_valid(), form.errors
    realisasi_save_detailed(form=form, fingerprint=fingerprint, by=world.operator)
    assert Realisasi.objects.get(triwulan=0).angka == 71


def test_caps_scale_and_means_are_those_of_the_kebijakan() -> None:
    world = make_grid(batas_atas=Decimal(100), batas_bawah=Decimal(0))
    for key, typed in (("a", "95"), ("b", "120"), ("c", "100"), ("d", "85")):
        store(world, world.indikator(key, target=100), typed)
    grid = GridMaterial.read(world.kecamatan, TAHUN).grid(GridReader())
    assert [b.capaian for b in grid.rows] == ["95,00%", "100,00%", "100,00%", "85,00%"]
    assert grid.rerata.startswith("95,00%, ")
    assert grid.rerata.endswith("rata-rata 4 dari 4 indikator")
    assert grid.groups[0].rerata == grid.rerata
    assert grid.rows[1].alasan == "batas atas 100"


def test_a_stale_value_meets_the_stored_one_with_who_and_when() -> None:
    world = make_grid()
    indikator = world.indikator()
    siti = make_pengguna("operator", kecamatan=world.kecamatan, username="siti", nama="Siti Aminah")
    store(world, indikator, "70", by=siti)
    with pytest.raises(Conflict) as error:  # the page showed an empty cell
        store(world, indikator, "71")
    assert (error.value.stored["nilai"], error.value.by) == ("70", "Siti Aminah")
    assert error.value.moment == Jejak.objects.get().waktu
    fingerprint = row(world).whole_year_cell.fingerprint
    store(world, indikator, "72", fingerprint=fingerprint, by=siti)
    for typed in ("73", ""):
        with pytest.raises(Conflict) as error:
            store(world, indikator, typed, fingerprint=fingerprint)
        assert error.value.stored["nilai"] == "72"
    assert Realisasi.objects.get().angka == 72
    assert Jejak.objects.count() == 2


def test_a_cell_filled_between_our_look_and_our_write_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    world = make_grid()
    indikator = world.indikator()
    make_realisasi(indikator=indikator, tahun=TAHUN, triwulan=1, angka=Decimal(70))
    original = layanan.stored_realisasi
    view: list[dict[int, list[Realisasi]]] = [{}]  # the first look sees nothing yet

    def look(**others: Any) -> dict[int, list[Realisasi]]:
        return view.pop() if view else original(**others)

    monkeypatch.setattr(layanan, "stored_realisasi", look)
    with pytest.raises(Conflict) as error:
        store(world, indikator, "71", triwulan=1)
    assert error.value.stored["nilai"] == "70"
    assert Realisasi.objects.get().angka == 70


def test_a_value_emptied_meanwhile_is_told_as_well() -> None:
    world = make_grid()
    indikator = world.indikator()
    siti = make_pengguna("operator", kecamatan=world.kecamatan, username="siti", nama="Siti Aminah")
    store(world, indikator, "70", triwulan=2)
    fingerprint = row(world).cells[1].fingerprint
    store(world, indikator, "", triwulan=2, fingerprint=fingerprint, by=siti)
    assert not Realisasi.objects.exists()
    with pytest.raises(Conflict) as error:
        store(world, indikator, "71", triwulan=2, fingerprint=fingerprint)
    assert (error.value.stored["nilai"], error.value.by, error.value.deleted) == (
        "",
        "Siti Aminah",
        True,
    )
    store(world, indikator, "71", triwulan=2)
    assert Realisasi.objects.get().angka == 71


def test_a_cell_sent_twice_is_written_once() -> None:
    world = make_grid()
    indikator = world.indikator()
    for _ in range(2):
        store(world, indikator, "70", triwulan=1)
    fingerprint = row(world).cells[0].fingerprint
    for _ in range(2):
        store(world, indikator, "71", triwulan=1, fingerprint=fingerprint)
    assert [j.tindakan for j in Jejak.objects.order_by("pk")] == ["catatan.dibuat", "catatan.diubah"]
    assert Jejak.objects.order_by("pk").last().sebelum == {"Nilai": "70"}  # type: ignore[union-attr]
    fingerprint = row(world).cells[0].fingerprint
    for _ in range(2):
        store(world, indikator, "", triwulan=1, fingerprint=fingerprint)
    assert not Realisasi.objects.exists()
    assert Jejak.objects.filter(tindakan="catatan.dihapus").count() == 1


def test_a_value_with_evidence_is_not_emptied() -> None:
    world = make_grid()
    indikator = world.indikator()
    result = store(world, indikator, "70")
    make(BuktiDukung, realisasi=result)
    with pytest.raises(RecordRefused, match=r"Masih dipakai catatan lain \(bukti dukung\)"):
        store(world, indikator, "", fingerprint=row(world).whole_year_cell.fingerprint)
    assert Realisasi.objects.exists()


@pytest.mark.parametrize("typed", ["70", "", "bukan angka"])
def test_a_closed_year_takes_nothing(typed: str) -> None:
    world = make_grid()
    indikator = world.indikator()
    make_realisasi(indikator=indikator, tahun=TAHUN, angka=Decimal(60))
    fingerprint = row(world).whole_year_cell.fingerprint
    make_laporan(kecamatan=world.kecamatan, tahun=TAHUN, status="diajukan")
    with pytest.raises(YearClosed, match="LKIP sudah diajukan"):
        store(world, indikator, typed, fingerprint=fingerprint)
    assert Realisasi.objects.get().angka == 60
    assert not Jejak.objects.exists()


def test_a_value_of_an_earlier_renstra_version_is_changed_where_it_is() -> None:
    world = make_grid()
    old = world.indikator()
    make_realisasi(indikator=old, tahun=TAHUN, angka=Decimal(70))
    perubahan = make_renstra(kecamatan=world.kecamatan, versi=1)
    sasaran = make_sasaran(tujuan=perubahan.tujuan.create(kunci="t1", uraian="Tujuan"))
    new = sasaran.indikator.create(renstra=perubahan, kunci="skm", nama="Indikator skm", satuan="indeks")
    assert row(world).whole_year_cell.text == "70"
    store(world, new, "75", fingerprint=row(world).whole_year_cell.fingerprint)
    assert Realisasi.objects.get().angka == 75
    store(world, new, "", fingerprint=row(world).whole_year_cell.fingerprint)
    assert row(world).whole_year_cell.text == ""


def test_the_printed_form_goes_with_the_value_it_belonged_to() -> None:
    world = make_grid()
    indikator = world.indikator()
    make_realisasi(indikator=indikator, tahun=TAHUN, angka=Decimal(66), cetak="66 (baik)")
    fingerprint = row(world).whole_year_cell.fingerprint
    store(world, indikator, "66,0", fingerprint=fingerprint)
    assert Realisasi.objects.get().cetak == "66 (baik)"
    store(world, indikator, "67", fingerprint=fingerprint)
    assert Realisasi.objects.get().cetak == ""
    assert set(Jejak.objects.get().sebelum or ()) == {"Nilai", "Nilai seperti tercetak"}


def test_an_operator_of_one_unit_enters_its_indikator_alone() -> None:
    world = make_grid()
    world.indikator("a", penanggung_jawab=["seksi-umum"])
    world.indikator("b")
    grid = GridMaterial.read(world.kecamatan, TAHUN).grid(GridReader(unit=frozenset({"seksi-umum"})))
    assert [b.closed for b in grid.rows] == ["", "bukan unit Anda"]


@pytest.mark.both_engines
@pytest.mark.parametrize(
    ("data", "recorded"),
    [
        ({"nilai": "66,67"}, "66,67"),
        ({"pembilang": "1.900", "penyebut": "2.000"}, "1.900/2.000"),
        ({"alasan": "Survei\nbelum ada."}, "tidak tersedia: Survei belum ada."),
    ],
)
def test_the_page_of_one_value_stores_the_same(data: dict[str, str], recorded: str) -> None:
    world = make_grid()
    indikator = world.indikator(pembilang="Desa yang tepat waktu", penyebut="Semua desa", **PERSEN)
    for sumber in ("Laporan SKM", "Laporan SKM 2021"):
        old = Realisasi.objects.first() or Realisasi(indikator=indikator, tahun=TAHUN, triwulan=1)
        fingerprint = DetailedRealisasiForm(instance=old, scope=world.scope).fingerprint
        form = DetailedRealisasiForm(data=data | {"sumber": sumber}, instance=old, scope=world.scope)
        assert form.is_valid(), form.errors
        realisasi_save_detailed(form=form, fingerprint=fingerprint, by=world.operator)
    assert row(world).cells[0].text == recorded
    assert Realisasi.objects.get().sumber == "Laporan SKM 2021"
    assert Jejak.objects.first().sesudah == {"Sumber data": "Laporan SKM 2021"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("data", "location"),
    [
        ({}, "nilai"),
        ({"nilai": "50", "alasan": "Belum ada."}, "nilai"),
        ({"nilai": "50", "pembilang": "1", "penyebut": "2"}, "nilai"),
        ({"pembilang": "1"}, "penyebut"),
        ({"pembilang": "1", "penyebut": "0"}, "penyebut"),
        ({"pembilang": "-1", "penyebut": "2"}, "pembilang"),
        ({"nilai": "98.5"}, "nilai"),
    ],
)
def test_the_page_of_one_value_puts_the_message_beside_its_field(data: dict[str, str], location: str) -> None:
    world = make_grid()
    indikator = world.indikator(pembilang="Desa yang tepat waktu", penyebut="Semua desa", **PERSEN)
    old = Realisasi(indikator=indikator, tahun=TAHUN)
    form = DetailedRealisasiForm(data=data, instance=old, scope=world.scope)
    assert not form.is_valid()
    assert list(form.errors) == [location]
