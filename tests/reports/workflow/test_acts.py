"""Every state × peran × act by the service, what each act keeps, and two at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from kecamatan.ground.caller import called_from
from kecamatan.models import Jejak, Kecamatan, Pengguna, UnitKerja
from reports.models import Laporan
from reports.workflow import acts
from reports.workflow.acts import Overtaken, StepRefused, ajukan, buka_kembali, kembalikan, terima
from reports.workflow.table import STEPS, StepCode
from sakip.entry.form import Scope
from sakip.entry.writer import writing
from tests.factory import (
    TAHUN,
    make,
    make_kecamatan,
    make_laporan,
    make_pengguna,
)

pytestmark = pytest.mark.django_db

Status = Laporan.Status
SIGNED_AT = datetime(2022, 2, 20, 3, 0, tzinfo=UTC)

#: Written out once more: state → peran → what he may do. What is not here is refused.
ALLOWED: dict[str, dict[str, set[str]]] = {
    "draf": {"operator": {"ajukan"}},
    "dikembalikan": {"operator": {"ajukan"}},
    "diajukan": {"camat": {"kembalikan", "tandatangani"}},
    "ditandatangani": {"organisasi": {"terima", "buka-kembali"}},
    "diterima": {"organisasi": {"buka-kembali"}},
    "dibuka_kembali": {},
}
PERAN = ("operator", "operator_unit", "camat", "organisasi", "pengawas", "admin", "akar", "orang_luar")


@pytest.fixture(autouse=True)
def nothing_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the review finds is tested below; here a report of an empty year may be submitted."""
    monkeypatch.setattr(acts, "hindrances", lambda **_: ())


@pytest.fixture
def people(balung: Kecamatan) -> dict[str, Pengguna]:
    return everybody(balung)


def everybody(kecamatan: Kecamatan) -> dict[str, Pengguna]:
    neighbour = make_kecamatan(kabupaten=kecamatan.kabupaten, kode="35.09.11", slug="puger", nama="Puger")
    narrowed = make_pengguna("operator", kecamatan=kecamatan, username="unit")
    narrowed.keanggotaan.get().unit.add(make(UnitKerja, kecamatan=kecamatan))
    return {
        "operator": make_pengguna("operator", kecamatan=kecamatan, nama="Budi Santoso"),
        "operator_unit": narrowed,
        "camat": make_pengguna("camat", kecamatan=kecamatan, nama="Siti Aminah"),
        "organisasi": make_pengguna("organisasi", kabupaten=kecamatan.kabupaten, nama="Rina"),
        "pengawas": make_pengguna("pengawas", kabupaten=kecamatan.kabupaten),
        "admin": make_pengguna("admin"),
        "akar": make_pengguna(username="akar", is_superuser=True),
        "orang_luar": make_pengguna("camat", kecamatan=neighbour, username="luar"),
    }


def laporan(status: str, kecamatan: Kecamatan, **change: Any) -> Laporan:
    if status not in ("draf", "dikembalikan"):
        change = {"diajukan_oleh": make_pengguna("operator", kecamatan=kecamatan)} | change
    if status in ("ditandatangani", "diterima", "dibuka_kembali"):
        change = {"ditandatangani_pada": SIGNED_AT} | change
    return make_laporan(kecamatan=kecamatan, tahun=TAHUN, status=status, **change)


def do(code: str, one: Laporan, by: Pengguna) -> Laporan:
    match StepCode(code):
        case StepCode.AJUKAN:
            return ajukan(kecamatan=one.kecamatan, tahun=one.tahun, by=by)
        case StepCode.KEMBALIKAN:
            return kembalikan(one, by=by, catatan="Perbaiki tabel 3.1.")
        case StepCode.TANDATANGANI:
            return acts.mark_signed(one, by=by, at=SIGNED_AT)
        case StepCode.TERIMA:
            return terima(one, by=by)
        case StepCode.BUKA_KEMBALI:
            return buka_kembali(one, by=by, alasan="Pagu keliru.", batas_waktu=timezone.localdate())


@pytest.mark.one_engine
@pytest.mark.parametrize("status", ALLOWED)
def test_every_peran_and_act_in_a_state(balung: Kecamatan, people: dict[str, Pengguna], status: str) -> None:
    one = laporan(status, balung)
    may: dict[str, set[str]] = {}
    for peran in PERAN:
        for code in StepCode:
            before = Jejak.objects.count()
            with transaction.atomic():
                try:
                    do(code, one, people[peran])
                except (StepRefused, PermissionDenied):
                    assert Jejak.objects.count() == before
                    assert Laporan.objects.get().status == status
                else:
                    may.setdefault(peran, set()).add(code.value)
                    assert Laporan.objects.get(pk=one.pk).status == STEPS[code].to
                transaction.set_rollback(True)
    # Who keeps the installation may do all but what is the camat's own.
    root = {code for by_peran in ALLOWED[status].values() for code in by_peran} - {
        "kembalikan",
        "tandatangani",
    }
    assert may == ALLOWED[status] | ({"akar": root} if root else {})


def test_the_way_of_a_report_and_its_trail(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    operator, camat, office = people["operator"], people["camat"], people["organisasi"]
    with called_from("203.0.113.7"):
        one = ajukan(kecamatan=balung, tahun=TAHUN, by=operator)
        assert (one.versi, one.status, one.diajukan_oleh) == (1, "diajukan", operator)
        kembalikan(one, by=camat, catatan="  Perbaiki tabel 3.1. ")
        ajukan(kecamatan=balung, tahun=TAHUN, by=operator)
        acts.mark_signed(one, by=camat, at=SIGNED_AT)
        terima(one, by=office)
        new = buka_kembali(one, by=office, alasan="Pagu keliru.", batas_waktu=date(2100, 1, 31))
    one.refresh_from_db()
    assert (one.status, one.ditandatangani_pada, one.tepat_waktu) == ("dibuka_kembali", SIGNED_AT, True)
    assert (new.versi, new.status, new.menggantikan, new.alasan_dibuka, new.batas_waktu) == (
        *(2, "draf", one, "Pagu keliru."),
        date(2100, 1, 31),
    )
    told = list(acts.laporan_steps([one, new]).values_list("tindakan", "pengguna__nama", "alasan", "dari"))
    assert told[::-1] == [
        ("laporan.diajukan", "Budi Santoso", "", "203.0.113.7"),
        ("laporan.dikembalikan", "Siti Aminah", "Perbaiki tabel 3.1.", "203.0.113.7"),
        ("laporan.diajukan", "Budi Santoso", "", "203.0.113.7"),
        ("laporan.ditandatangani", "Siti Aminah", "", "203.0.113.7"),
        ("laporan.diterima", "Rina", "", "203.0.113.7"),
        ("laporan.dibuka_kembali", "Rina", "Pagu keliru.", "203.0.113.7"),
        ("laporan.draf", "Rina", "Pagu keliru.", "203.0.113.7"),
    ]


@pytest.mark.one_engine
def test_who_submits_does_not_sign(balung: Kecamatan) -> None:
    both = make_pengguna("operator", kecamatan=balung)
    make(type(both.keanggotaan.get()), pengguna=both, peran="camat", kecamatan=balung)
    one = ajukan(kecamatan=balung, tahun=TAHUN, by=both)
    for sign in (
        lambda: acts.ensure_may_sign(one, by=both),
        lambda: acts.mark_signed(one, by=both, at=SIGNED_AT),
    ):
        with pytest.raises(StepRefused, match="yang mengajukan tidak menandatangani"):
            sign()
    assert Laporan.objects.get().status == "diajukan"
    acts.ensure_may_sign(one, by=make_pengguna("camat", kecamatan=balung, username="camat"))


def test_who_comes_second_learns_who_did_what(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    one = laporan("diajukan", balung)
    seen = Laporan.objects.get(pk=one.pk)
    kembalikan(one, by=people["camat"], catatan="Perbaiki.")
    with pytest.raises(
        Overtaken, match=r"^Siti Aminah sudah mengembalikan LKIP pada \d+ \w+ \d{4} pukul \d\d\.\d\d\."
    ):
        acts.mark_signed(seen, by=people["camat"], at=SIGNED_AT)
    with pytest.raises(Overtaken, match="masih draf, jadi belum dapat dipilih “Terima”"):
        terima(laporan("draf", Kecamatan.objects.get(slug="puger")), by=people["organisasi"])


def test_the_last_step_is_the_last_also_where_the_clock_was_set_back(
    balung: Kecamatan, people: dict[str, Pengguna], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = ajukan(kecamatan=balung, tahun=TAHUN, by=people["operator"])
    monkeypatch.setattr(Jejak._meta.get_field("waktu"), "_get_default", lambda: SIGNED_AT)
    kembalikan(one, by=people["camat"], catatan="Perbaiki.")
    assert [step.tindakan for step in acts.laporan_steps([one])] == [
        "laporan.dikembalikan",
        "laporan.diajukan",
    ]


@pytest.mark.one_engine
@pytest.mark.parametrize("catatan", ["", " \n "])
def test_what_an_act_asks_for(balung: Kecamatan, people: dict[str, Pengguna], catatan: str) -> None:
    with pytest.raises(StepRefused, match=r"^Isi catatan: apa yang perlu diperbaiki\.$"):
        kembalikan(laporan("diajukan", balung), by=people["camat"], catatan=catatan)
    signed = laporan("ditandatangani", Kecamatan.objects.get(slug="puger"))
    office, today = people["organisasi"], timezone.localdate()
    with pytest.raises(StepRefused, match=r"^Isi alasan membuka kembali\.$"):
        buka_kembali(signed, by=office, alasan=catatan, batas_waktu=today)
    with pytest.raises(StepRefused, match=r"^Batas waktu perbaikan 1 Maret 2022 sudah lewat\."):
        buka_kembali(signed, by=office, alasan="Pagu keliru.", batas_waktu=date(2022, 3, 1))
    assert {one.status for one in Laporan.objects.all()} == {"diajukan", "ditandatangani"}


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_wins(balung: Kecamatan) -> None:
    people = everybody(balung)
    one = laporan("diajukan", balung)
    results = together(
        lambda: kembalikan(Laporan.objects.get(pk=one.pk), by=people["camat"], catatan="Perbaiki."),
        lambda: acts.mark_signed(Laporan.objects.get(pk=one.pk), by=people["camat"], at=SIGNED_AT),
    )
    [done] = [word for word in results if not isinstance(word, Overtaken)]
    assert sum(isinstance(word, Overtaken) for word in results) == 1
    assert Laporan.objects.get().status == done
    assert acts.laporan_steps([one]).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_submit_the_first_report_of_a_year_one_wins(balung: Kecamatan) -> None:
    people = everybody(balung)
    results = together(*[lambda: ajukan(kecamatan=balung, tahun=TAHUN, by=people["operator"])] * 2)
    assert sorted(isinstance(word, Overtaken) for word in results) == [False, True]
    assert [(one.versi, one.status) for one in Laporan.objects.all()] == [(1, "diajukan")]


@pytest.mark.skipif(connection.vendor == "sqlite", reason="there a transaction that writes is alone")
@pytest.mark.django_db(transaction=True)
def test_who_submits_waits_for_who_writes_in_any_year(balung: Kecamatan) -> None:
    """What is written on the page of another year may stand in this report as well."""
    operator = make_pengguna("operator", kecamatan=balung)
    other = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11", slug="puger", nama="Puger")
    neighbour = make_pengguna("operator", kecamatan=other, username="tetangga")
    begun, end = threading.Event(), threading.Event()

    def write() -> None:
        with writing(Scope(kecamatan=balung, tahun=TAHUN + 1, pengguna=None), by=None):
            begun.set()
            end.wait()
        connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    begun.wait()
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '100ms'")
            with pytest.raises(OperationalError, match="lock timeout"):
                ajukan(kecamatan=balung, tahun=TAHUN, by=operator)
        assert ajukan(kecamatan=other, tahun=TAHUN, by=neighbour).status == "diajukan"
    finally:
        end.set()
        thread.join()
    assert ajukan(kecamatan=balung, tahun=TAHUN, by=operator).status == "diajukan"


def together(*acts_: Callable[[], Laporan]) -> list[str | Exception]:
    """What became of each: the state it led to, or why it was refused."""
    results: list[str | Exception] = []

    def run(act: Callable[[], Laporan]) -> None:
        try:
            results.append(act().status)
        except StepRefused as refused:
            results.append(refused)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts_]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
