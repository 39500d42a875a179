"""An operator of one unit writes what is measured of its indikator and nothing else, whatever door he finds open."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core import serializers
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kecamatan.models import Jejak, Keanggotaan, Pengguna, UnitKerja
from kecamatan.permissions import NARROWED, NoRight, NotItsUnit
from sakip.entry.writer import Act, New, copy_row, writing
from sakip.models import (
    BarisPK,
    BuktiDukung,
    Indikator,
    KebijakanPengukuran,
    KomentarRealisasi,
    Realisasi,
)
from tests.factory import make, make_pengguna, make_realisasi, make_renstra, make_sasaran
from tests.responses import closed
from tests.sakip.records.realisasi.measured_year import TAHUN, GridWorld

pytestmark = pytest.mark.django_db


def of_unit(world: GridWorld, unit: str) -> Pengguna:
    person = make_pengguna("operator", kecamatan=world.kecamatan, username=unit)
    place = {"kecamatan": world.kecamatan}
    head = UnitKerja.objects.filter(induk=None).first() or make(
        UnitKerja, **place, kunci="camat", nama="Camat"
    )
    row = make(UnitKerja, **place, kunci=unit, nama=unit, jenis="seksi", induk=head)
    Keanggotaan.objects.get(pengguna=person).unit.add(row)
    return person


@pytest.fixture
def versions(world: GridWorld) -> tuple[Indikator, Indikator]:
    """One indikator: of trantib in the first Renstra, of pmd in the changed one, which the year is measured by. Its
    value was recorded under the first, with evidence."""
    first = world.indikator(penanggung_jawab=["trantib"])
    changed = make_renstra(kecamatan=world.kecamatan, versi=1)
    sasaran = make_sasaran(tujuan=changed.tujuan.create(kunci="t1", uraian="Tujuan"))
    second = sasaran.indikator.create(
        renstra=changed, kunci="skm", nama="Indikator skm", satuan="indeks", penanggung_jawab=["pmd"]
    )
    value = make_realisasi(indikator=first, tahun=TAHUN, triwulan=1, angka=Decimal(70))
    make(BuktiDukung, realisasi=value)
    make(KomentarRealisasi, indikator=first, tahun=TAHUN, pengguna=world.operator)
    return first, second


def posts(world: GridWorld, indikator: Indikator) -> list[tuple[str, dict[str, Any]]]:
    """Every address that writes about an indikator, with what writes something there."""
    place = (world.kecamatan.slug, TAHUN)
    value = Realisasi.objects.get()
    file = SimpleUploadedFile("bukti.pdf", b"%PDF-1.7 bukti")
    names: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
        ("realisasi-sel", (), {"indikator": indikator.pk, "triwulan": 2, "teks": "71", "sidik": ""}),
        ("realisasi-nilai", (indikator.pk, 2), {"nilai": "71", "sidik": ""}),
        ("realisasi-komentar", (indikator.pk,), {"isi": "Periksa", "triwulan": "1"}),
        ("komentar-selesai", (KomentarRealisasi.objects.get().pk,), {}),
        ("bukti-unggah", (indikator.pk,), {"realisasi": value.pk, "triwulan": 1, "berkas": file}),
        ("bukti-hapus", (BuktiDukung.objects.get().pk,), {"alasan": "Keliru"}),
    ]
    return [(reverse(name, args=(*place, *arguments)), sent) for name, arguments, sent in names]


def answers(client: Client, world: GridWorld, indikator: Indikator) -> list[int]:
    result = []
    for address, sent in posts(world, indikator):
        answer = client.post(address, sent)
        closed(answer)
        result.append(answer.status_code)
    return result


def written() -> tuple[int, int, int, int]:
    return (
        Realisasi.objects.count(),
        BuktiDukung.objects.count(),
        KomentarRealisasi.objects.filter(selesai=None).count(),
        Jejak.objects.count(),
    )


def test_whose_an_indikator_is_says_the_renstra_that_the_year_is_measured_by(
    client: Client, world: GridWorld, versions: tuple[Indikator, Indikator]
) -> None:
    """Who had it before finds no way in by the number of its older row."""
    client.force_login(of_unit(world, "trantib"))
    for indikator in versions:
        assert answers(client, world, indikator) == [403] * 6
    assert written() == (1, 1, 1, 0)


def test_a_value_of_an_older_version_is_that_of_the_unit_that_has_the_indikator_now(
    client: Client, world: GridWorld, versions: tuple[Indikator, Indikator]
) -> None:
    client.force_login(of_unit(world, "pmd"))
    assert 403 not in answers(client, world, versions[1])
    first, second = Realisasi.objects.order_by("triwulan").values_list("angka", flat=True)
    assert (first, second) == (70, 71)


Deed = Callable[[Act, BarisPK], object]

#: What an act does, by the method and what it is used for.
DEEDS: dict[tuple[str, str], Deed] = {
    ("put", "form"): lambda act, row: act.put(row),
    ("put", "move"): lambda act, row: act.put(row, columns=("urut",)),
    ("put", "confirm"): lambda act, row: act.put(row, columns=("ditinjau",)),
    ("change", ""): lambda act, row: act.change(row, ("satuan",)),
    ("add", ""): lambda act, row: act.add([New(row=copy_row(row, indikator="Lain", urut=9))]),
    ("remove", ""): lambda act, row: act.remove(row),
    ("bring_back", ""): lambda act, row: act.bring_back(
        next(iter(serializers.deserialize("python", serializers.serialize("python", [row])))), taken=""
    ),
}


def test_who_works_for_the_kabupaten_as_well_is_not_narrowed_in_what_is_its(world: GridWorld) -> None:
    world.indikator(penanggung_jawab=["trantib"])
    person = of_unit(world, "trantib")
    make(
        Keanggotaan, pengguna=person, kabupaten=world.kecamatan.kabupaten, kecamatan=None, peran="organisasi"
    )
    policy = KebijakanPengukuran.objects.get()
    policy.dasar = "Keputusan Bupati"
    with writing(world.scope, by=person) as act:
        act.put(policy)
    with pytest.raises(NoRight), writing(world.scope, by=person) as act:
        act.put(BarisPK.objects.get())


def test_everything_that_an_act_does_is_tried() -> None:
    done = {name for name, value in vars(Act).items() if callable(value) and not name.startswith("_")}
    assert {method for method, _ in DEEDS} == done - {"finish", "tell", "tell_many"}


@pytest.mark.parametrize("deed", DEEDS)
def test_the_writer_lets_nobody_further_than_his_own(world: GridWorld, deed: tuple[str, str]) -> None:
    """Whichever door forgets to ask: no record but what is measured, and that of his indikator alone."""
    world.indikator(penanggung_jawab=["trantib"])
    row, narrowed = BarisPK.objects.get(), of_unit(world, "trantib")
    with pytest.raises(NoRight) as refused, writing(world.scope, by=narrowed) as act:
        DEEDS[deed](act, row)
    assert str(refused.value) == NARROWED
    with pytest.raises(NotItsUnit), writing(world.scope, by=of_unit(world, "pmd")) as act:
        act.put(Realisasi(indikator=Indikator.objects.get(), tahun=TAHUN, triwulan=1, angka=1))
    with writing(world.scope, by=narrowed) as act:
        act.put(Realisasi(indikator=Indikator.objects.get(), tahun=TAHUN, triwulan=1, angka=1))
    assert (BarisPK.objects.count(), Realisasi.objects.count()) == (1, 1)
