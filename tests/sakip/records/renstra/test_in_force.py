"""Which Renstra counts in a year, where several cover it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from kecamatan.models import Jejak
from reports.pages import SCREEN_PAGES
from sakip import models as m
from sakip.capaian.engine import compute
from sakip.capaian.rounding import decimal_text
from sakip.checks import CheckedYear, find_all, over_records
from sakip.entry.form import Scope
from sakip.entry.judge import judge
from sakip.records.pages import PAGES
from sakip.records.pk.differences import pk_differences
from sakip.records.pk.form import PKForm
from sakip.records.pk.writes import pk_from_rkt, pk_perubahan
from sakip.records.renstra.in_force import plan_of_year
from sakip.records.renstra.indikator_form import IndikatorForm
from sakip.records.renstra.writes import renstra_copy_perubahan
from sakip.records.rkt.writes import sasaran_rkt_from_renstra
from sakip.records.rpjmd.in_effect import in_effect
from sakip.snapshot.build import build
from sakip.snapshot.to_engine import capaian_input
from tests.factory import build as build_row
from tests.factory import (
    make,
    make_indikator,
    make_kecamatan,
    make_pengguna,
    make_pk,
    make_realisasi,
    make_renstra,
    make_sasaran,
)

pytestmark = pytest.mark.django_db


def _plan(first: int, last: int, versi: int = 0, since: date | None = None) -> SimpleNamespace:
    return SimpleNamespace(tahun_awal=first, tahun_akhir=last, versi=versi, berlaku_sejak=since)


OLD, NEW = _plan(2021, 2026), _plan(2025, 2029)


@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("plans", "tahun", "expected"),
    [
        ([OLD, NEW], 2024, OLD),
        ([OLD, NEW], 2025, NEW),  # nothing recorded: each from its first day on
        ([NEW, OLD], 2026, NEW),
        ([OLD, NEW], 2027, NEW),
        ([OLD, NEW], 2030, None),
        ([OLD, late := _plan(2025, 2029, since=date(2026, 1, 1))], 2025, OLD),
        ([OLD, late], 2026, late),
        ([OLD, within := _plan(2025, 2029, since=date(2025, 9, 19))], 2025, within),
        ([late], 2025, late),  # nothing else covers the year
        ([OLD, changed := _plan(2021, 2026, versi=1)], 2021, changed),  # as before: the latest version
        ([OLD, from_2023 := _plan(2021, 2026, versi=1, since=date(2023, 5, 2))], 2022, OLD),
        ([OLD, from_2023], 2023, from_2023),
        ([from_2023, second := _plan(2021, 2026, versi=2)], 2023, second),
        ([OLD, from_2023, second], 2022, OLD),  # an undated perubahan counts from the version before it
    ],
)
def test_the_plan_that_took_effect_last_by_the_end_of_the_year_counts(
    plans: list[SimpleNamespace], tahun: int, expected: SimpleNamespace | None
) -> None:
    assert in_effect(plans, tahun) is expected


def _indikator(renstra: m.Renstra, kunci: str, tahun: int, target: int, last: int) -> m.Indikator:
    tujuan = renstra.tujuan.get_or_create(kunci="t1", defaults={"uraian": "Tujuan"})[0]
    found = renstra.sasaran.filter(kunci=f"s-{kunci}").first()
    sasaran = found or make_sasaran(tujuan=tujuan, kunci=f"s-{kunci}", uraian=f"Sasaran {kunci}")
    indikator = make_indikator(sasaran=sasaran, kunci=kunci, nama=f"Indikator {kunci}")
    for year, value in ((tahun, target), (renstra.tahun_akhir, last)):
        make(m.TargetRenstra, indikator=indikator, tahun=year, angka=Decimal(value))
    return indikator


def _row(pk: m.PerjanjianKinerja, indikator: m.Indikator, target: int) -> None:
    pk.baris.create(
        sasaran=indikator.sasaran.uraian,
        acuan_sasaran=indikator.sasaran,
        indikator=indikator.nama,
        acuan_indikator=indikator,
        angka=Decimal(target),
        urut=pk.baris.count() + 1,
    )


def _overlapping() -> tuple[Any, m.Renstra, m.Renstra, dict[str, m.Indikator]]:
    """Renstra 2021–2026 (ikm 85, desa 90 in 2026) and 2024–2026 (ikm 88, trantib 95); PK 2024 murni on the first."""
    kecamatan = make_kecamatan()
    old = make_renstra(kecamatan=kecamatan, tahun_awal=2021, tahun_akhir=2026)
    new = make_renstra(kecamatan=kecamatan, tahun_awal=2024, tahun_akhir=2026)
    known = {
        "ikm lama": _indikator(old, "ikm", 2024, 83, 85),
        "desa": _indikator(old, "desa", 2024, 80, 90),
        "ikm": _indikator(new, "ikm", 2024, 86, 88),
        "trantib": _indikator(new, "trantib", 2024, 90, 95),
    }
    _row(make_pk(kecamatan=kecamatan, tahun=2024), known["desa"], 80)
    make(m.KategoriSkala, kode="D", batas=None)
    make(m.KebijakanPengukuran, tahun=2024)
    return kecamatan, old, new, known


def test_a_year_is_measured_by_the_renstra_that_its_latest_pk_refers_to() -> None:
    """Cases: 87 of 86 = 101,16; 90 of 90; against the end 87 of 88 = 98,86 and 90 of 95 = 94,74."""
    kecamatan, _, new, known = _overlapping()
    pk = make_pk(kecamatan=kecamatan, tahun=2024, versi=1, jenis="perubahan")
    _row(pk, known["ikm"], 86)
    _row(pk, known["trantib"], 90)
    make_realisasi(indikator=known["ikm"], tahun=2024, angka=Decimal(87))
    make_realisasi(indikator=known["trantib"], tahun=2024, angka=Decimal(90))
    snapshot = build(kecamatan=kecamatan, tahun=2024)
    assert [r.pk for r in snapshot.renstra] == [new.pk]
    inputs = capaian_input(snapshot)
    assert inputs is not None
    results = compute(inputs)
    measured = [i for s in results.sasaran for i in s.indikator]
    assert [i.capaian.nilai and decimal_text(i.capaian.nilai, 2) for i in measured] == ["101,16", "100,00"]
    assert [i.kemajuan.nilai and decimal_text(i.kemajuan.nilai, 2) for i in measured] == ["98,86", "94,74"]


@pytest.mark.one_engine
def test_documents_keep_the_renstra_they_were_made_from_and_new_ones_are_made_from_that_in_force() -> None:
    kecamatan, old, new, _ = _overlapping()
    plan = plan_of_year(kecamatan, 2024)
    assert (plan.in_force, plan.measured, plan.decision) == (new, old, None)
    assert [r.pk for r in build(kecamatan=kecamatan, tahun=2024).renstra] == [old.pk]
    assert plan_of_year(kecamatan, 2025).measured == new  # without a PK


@pytest.mark.one_engine
def test_a_person_decides_with_date_and_reason() -> None:
    kecamatan, old, new, _ = _overlapping()
    decision = make(m.RenstraBerlaku, kecamatan=kecamatan, tahun=2025, renstra=old)
    plan = plan_of_year(kecamatan, 2025)
    assert (plan.in_force, plan.measured, plan.decision) == (old, old, decision)
    assert plan_of_year(kecamatan, 2026).in_force == new


def test_a_version_that_takes_effect_later_is_no_part_of_the_years_before_it() -> None:
    kecamatan = make_kecamatan()
    first = make_renstra(kecamatan=kecamatan)
    second = make_renstra(kecamatan=kecamatan, versi=1, berlaku_sejak=date(2023, 5, 2))
    assert [r.pk for r in build(kecamatan=kecamatan, tahun=2022).renstra] == [first.pk]
    assert [r.pk for r in build(kecamatan=kecamatan, tahun=2023).renstra] == [first.pk, second.pk]


# -- what is made from it ---------------------------------------------------------------------------


@pytest.mark.one_engine
def test_rkt_and_pk_are_made_from_the_renstra_in_force_with_its_targets() -> None:
    kecamatan, _, _, known = _overlapping()
    pk = m.PerjanjianKinerja.objects.get()
    pk.delete()
    rkt = make(m.RKT, kecamatan=kecamatan, tahun=2024)
    rows = sasaran_rkt_from_renstra(rkt=rkt, by=None)
    assert [(r.acuan_indikator, r.angka) for r in rows] == [(known["ikm"], 86), (known["trantib"], 90)]
    made = pk_from_rkt(kecamatan=kecamatan, tahun=2024, by=None)
    assert [b.acuan_indikator for b in made.perjanjian.baris.all()] == [known["ikm"], known["trantib"]]
    assert made.left_behind == ()


@pytest.mark.one_engine
def test_a_pk_perubahan_refers_to_the_renstra_in_force_where_that_has_the_indikator() -> None:
    kecamatan, _, _, known = _overlapping()
    murni = m.PerjanjianKinerja.objects.get()
    _row(murni, known["ikm lama"], 84)
    scope = Scope(kecamatan=kecamatan, tahun=2024, pengguna=None)
    empty = m.PerjanjianKinerja(kecamatan=kecamatan, tahun=2024, jenis="perubahan", versi=1)
    form = PKForm({"alasan": "c", "tempat": "Balung"}, instance=empty, scope=scope)
    assert form.is_valid(), form.errors
    changed = pk_perubahan(form=form, by=None)
    rows = list(changed.baris.select_related("acuan_indikator"))
    assert [(b.acuan_indikator, b.angka) for b in rows] == [(known["desa"], 80), (known["ikm"], 84)]
    assert pk_differences(rows, (), others=list(murni.baris.all()), other_anggaran=()) == ()
    said = [
        f.message
        for f in find_all(over_records(), CheckedYear(snapshot=build(kecamatan=kecamatan, tahun=2024)))
        if f.code == "acuan-serencana"
    ]
    assert said == [
        "Mengacu pada Renstra Kecamatan Balung 2021–2026, sedangkan tahun 2024 diukur menurut Renstra Kecamatan"
        " Balung 2024–2026. Pilih acuannya dari Renstra yang berlaku."
    ]


@pytest.mark.one_engine
def test_where_the_pk_was_made_from_the_former_renstra_it_is_said() -> None:
    kecamatan, *_ = _overlapping()
    (said,) = find_all(over_records(), CheckedYear(snapshot=build(kecamatan=kecamatan, tahun=2024)))
    assert (said.code, said.words) == ("acuan-serencana", "PK murni")
    assert said.message.startswith(
        "Mengacu pada Renstra Kecamatan Balung 2021–2026, sedangkan yang berlaku tahun 2024 adalah Renstra"
    )


def test_the_kunci_of_an_indikator_follows_it_into_the_next_renstra() -> None:
    kecamatan, _, new, known = _overlapping()
    scope = Scope(kecamatan=kecamatan, tahun=2024, pengguna=None)
    row: Any = IndikatorForm.build({"sasaran": known["ikm"].sasaran})
    typed = {"nama": "indikator DESA", "jenis_nilai": "angka", "rumus": "positif", "akumulasi": "terakhir"}
    form = IndikatorForm(typed | {"irama": "", "desimal": 2}, instance=row, scope=scope)
    assert form.is_valid(), form.errors
    assert (row.renstra_id, row.kunci) == (new.pk, "desa")


# -- pages and workbook -------------------------------------------------------------------------------


@pytest.mark.one_engine
def test_a_decision_is_entered_on_the_page_and_shown_on_every_page_of_the_year(client: Client) -> None:
    kecamatan, old, new, _ = _overlapping()
    client.force_login(make_pengguna("operator", kecamatan=kecamatan))
    base = f"/kecamatan/{kecamatan.slug}/2024/"
    addresses = [
        *(f"{code}/isi/" for code in PAGES.keys() | {"realisasi"}),
        *(f"{code}/" for code in SCREEN_PAGES),
        *("", "dokumen/lkip/", "buku-kerja/", "salin/", "riwayat/", "rkt/perbedaan/", "isi/rkt/baru/"),
    ]
    for address in addresses:
        text = " ".join(client.get(f"{base}{address}").content.decode().split())
        assert (
            f'Renstra yang berlaku tahun 2024: <a href="{base}renstra/isi/#renstra-{new.pk}">2024–2026</a>'
            in text
        ), address
    address = f"{base}isi/renstra-berlaku/baru/"
    answer = client.post(
        address, {"renstra": old.pk, "tanggal": "2 Januari 2024", "alasan": "Surat Edaran Bupati."}
    )
    assert answer.status_code == 302
    assert plan_of_year(kecamatan, 2024).in_force == old
    page = client.get(f"{base}renstra/isi/").content.decode()
    assert "menurut keputusan tanggal 2 Januari 2024: Surat Edaran Bupati." in page
    (line,) = Jejak.objects.filter(objek_jenis="sakip.renstraberlaku")
    assert line.tahun == 2024


def test_a_decision_can_be_withdrawn(client: Client) -> None:
    kecamatan, old, new, _ = _overlapping()
    decision = make(m.RenstraBerlaku, kecamatan=kecamatan, tahun=2026, renstra=old)
    client.force_login(make_pengguna("operator", kecamatan=kecamatan))
    address = f"/kecamatan/{kecamatan.slug}/2026/isi/renstra-berlaku/{decision.pk}/hapus/"
    seen = client.get(address).content.decode().partition('name="sidik" value="')[2].partition('"')[0]
    assert client.post(address, {"sidik": seen}).status_code == 302
    plan = plan_of_year(kecamatan, 2026)
    assert (plan.in_force, plan.measured, plan.decision) == (new, new, None)
    (line,) = Jejak.objects.filter(objek_jenis="sakip.renstraberlaku")
    assert line.tindakan == "catatan.dihapus"


@pytest.mark.one_engine
def test_a_day_of_effect_that_measures_recorded_realisasi_anew_is_asked_about(client: Client) -> None:
    """44 against the last target: of 80 in the perubahan 55 %, of 88 in the first version, which counts again, 50 %."""
    kecamatan, first, _, known = _overlapping()
    m.PerjanjianKinerja.objects.all().delete()
    m.Renstra.objects.exclude(pk=first.pk).delete()
    changed = make_renstra(kecamatan=kecamatan, tahun_awal=2021, tahun_akhir=2026, versi=1)
    own = _indikator(changed, "ikm", 2024, 83, 80)
    known["ikm lama"].target.filter(tahun=2026).update(angka=88)
    _row(make_pk(kecamatan=kecamatan, tahun=2024), own, 44)
    make_realisasi(indikator=own, tahun=2024, angka=Decimal(44))
    client.force_login(make_pengguna("operator", kecamatan=kecamatan))
    address = f"/kecamatan/{kecamatan.slug}/2024/isi/renstra/{changed.pk}/"
    answer = client.post(address, {"tahun_akhir": 2026, "berlaku_sejak": "2 Januari 2025"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "55,00%" in page
    assert "50,00%" in page
    assert plan_of_year(kecamatan, 2024).measured == changed


def test_the_version_in_force_stands_open_though_a_later_one_is_recorded(client: Client) -> None:
    kecamatan = make_kecamatan()
    make_renstra(kecamatan=kecamatan)
    make_renstra(kecamatan=kecamatan, versi=1, berlaku_sejak=date(2023, 5, 2))
    client.force_login(make_pengguna("operator", kecamatan=kecamatan))
    for tahun, folded in ((2022, 0), (2023, 1)):
        page = client.get(f"/kecamatan/{kecamatan.slug}/{tahun}/renstra/isi/").content.decode()
        assert page.count("Matriks versi yang sudah diganti") == folded, tahun


def test_the_rpjmd_of_the_renstra_in_force_is_said_to_be_in_force(client: Client) -> None:
    kecamatan, *_ = _overlapping()
    old = make(m.PeriodeRPJMD, kabupaten=kecamatan.kabupaten, tahun_awal=2021, tahun_akhir=2026)
    new = make(m.PeriodeRPJMD, kabupaten=kecamatan.kabupaten, tahun_awal=2024, tahun_akhir=2029)
    client.force_login(make_pengguna("operator", kecamatan=kecamatan))
    address = f"/kecamatan/{kecamatan.slug}/2024/renstra/isi/"
    for referred, said, other in ((None, new, old), (old, old, new)):
        m.Renstra.objects.filter(tahun_awal=2024).update(periode_rpjmd=referred)
        page = client.get(address).content.decode()
        for period, words in ((said, "; berlaku tahun 2024</dd>"), (other, "</dd>")):
            assert f"<dt>Berlaku sejak</dt><dd>1 Januari {period.tahun_awal}{words}" in page
    assert ", menurut RPJMD 2021–2026; capaian diukur" in " ".join(page.split())


@pytest.mark.one_engine
@pytest.mark.parametrize("tahun_awal", [2027, 2010])
def test_a_decision_names_a_renstra_of_the_year(tahun_awal: int) -> None:
    outside = make_renstra(tahun_awal=tahun_awal, tahun_akhir=tahun_awal + 4)
    row = build_row(m.RenstraBerlaku, renstra=outside, tahun=2024)
    assert [p.column for p in judge(row)] == ["renstra"]


def test_day_of_effect_lies_in_the_period() -> None:
    outside = build_row(m.Renstra, berlaku_sejak=date(2031, 3, 1))
    assert [p.message for p in judge(outside)] == [
        "1 Maret 2031 di luar masa 2021–2026. Isi tanggal dalam masa itu."
    ]
    assert judge(build_row(m.PeriodeRPJMD, berlaku_sejak=date(2020, 12, 30))) == []


@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("versi", "day", "said"),
    [
        (1, date(2023, 5, 1), "1 Mei 2023 mendahului 2021–2026, yang berlaku sejak 2 Mei 2023."),
        (1, date(2023, 5, 2), None),
        (
            1,
            date(2024, 6, 4),
            "4 Juni 2024 sesudah 2021–2026, perubahan ke-2, yang berlaku sejak 3 Juni 2024.",
        ),
    ],
)
def test_a_perubahan_takes_effect_between_its_neighbours(versi: int, day: date, said: str | None) -> None:
    kecamatan = make_kecamatan()
    make_renstra(kecamatan=kecamatan, berlaku_sejak=date(2023, 5, 2))
    make_renstra(kecamatan=kecamatan, versi=2, berlaku_sejak=date(2024, 6, 3))
    make_renstra(kecamatan=kecamatan, tahun_awal=2022, berlaku_sejak=date(2026, 1, 1))  # of another period
    row = build_row(m.Renstra, kecamatan=kecamatan, versi=versi, berlaku_sejak=day)
    advice = " Isi tanggal menurut urutan versinya."
    assert [p.message for p in judge(row)] == ([said + advice] if said else [])


@pytest.mark.one_engine
def test_the_day_of_effect_of_a_perubahan_is_its_own() -> None:
    first = make_renstra(berlaku_sejak=date(2021, 9, 1))
    assert renstra_copy_perubahan(renstra=first, tahun=2021, by=None).berlaku_sejak is None
