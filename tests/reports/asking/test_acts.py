"""What is asked by the service: who may what in which state, what is kept and told, and what stays as it was worked
out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from kecamatan.models import BackupRun, Jejak, Kecamatan, Pengguna
from reports.asking.acts import Asked, DayPassed, ask, ask_again, ask_answer, ask_done
from reports.asking.read import asked_of, followed_by
from reports.models import Permintaan
from reports.review.marks import marks_of
from reports.workflow.notices import send_notices
from sakip.entry.writer import RecordRefused
from tests.factory import TAHUN, make_kabupaten, make_kecamatan, make_laporan
from tests.reports.workflow.test_acts import PERAN, everybody

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TODAY, UNTIL = date(2022, 3, 1), date(2022, 3, 8)

#: Written out once more: peran → what he may do with what Bagian Organisasi asks.
ALLOWED: dict[str, set[str]] = {
    "operator": {"jawab"},
    "operator_unit": set(),
    "camat": {"jawab"},
    "organisasi": {"minta", "selesai", "lagi"},
    "pengawas": set(),
    "admin": set(),
    "akar": {"minta", "jawab", "selesai", "lagi"},
    "orang_luar": set(),
}


@pytest.fixture(autouse=True)
def today() -> object:
    with time_machine.travel("2022-03-01T10:00:00+07:00", tick=False):
        yield


@pytest.fixture
def people(balung: Kecamatan) -> dict[str, Pengguna]:
    return everybody(balung)


def asked(
    kecamatan: Kecamatan, by: Pengguna, isi: str = "Lengkapi target.", dokumen: str = "renstra"
) -> Permintaan:
    (row,) = ask([Asked(kecamatan=kecamatan, dokumen=dokumen, isi=isi)], tahun=TAHUN, until=UNTIL, by=by)
    return row


@pytest.mark.parametrize("peran", PERAN)
def test_who_may_what(balung: Kecamatan, people: dict[str, Pengguna], peran: str) -> None:
    by, office = people[peran], people["organisasi"]
    row = asked(balung, office)
    acts: dict[str, Callable[[], object]] = {
        "minta": lambda: asked(balung, by),
        "jawab": lambda: ask_answer(row, jawaban="Sudah.", by=by),
        "selesai": lambda: ask_done(row, by=by),
        "lagi": lambda: ask_again(row, isi="Belum semua.", until=UNTIL, by=by),
    }
    Permintaan.objects.filter(pk=row.pk).update(
        keadaan="dijawab", jawaban="Sudah.", dijawab_oleh=people["camat"], dijawab_pada=timezone.now()
    )
    row.refresh_from_db()
    for code, act in acts.items():
        before = Jejak.objects.count()
        if code in ALLOWED[peran]:
            act()
            assert Jejak.objects.count() == before + 1, code
        else:
            with pytest.raises(PermissionDenied):
                act()
            assert Jejak.objects.count() == before, code


def test_it_goes_to_and_fro_and_the_trail_tells_all(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    office, operator = people["organisasi"], people["operator"]
    row = asked(balung, office)
    ask_answer(row, jawaban="Sudah.", by=operator)
    ask_answer(row, jawaban="Sudah, juga indikator kedua.", by=people["camat"])
    ask_again(row, isi="Lengkapi juga target 2022.", until=date(2022, 3, 15), by=office)
    ask_answer(row, jawaban="Selesai.", by=operator)
    ask_done(row, by=office)
    ask_done(row, by=office)
    row.refresh_from_db()
    assert (row.keadaan, row.isi, row.jawaban) == ("selesai", "Lengkapi juga target 2022.", "Selesai.")
    told = Jejak.objects.filter(objek_jenis="reports.permintaan").order_by("pk")
    assert [(one.tindakan, str(one.pengguna)) for one in told] == [
        ("permintaan.diminta", "Rina"),
        ("permintaan.dijawab", "Budi Santoso"),
        ("permintaan.dijawab", "Siti Aminah"),
        ("permintaan.diminta_lagi", "Rina"),
        ("permintaan.dijawab", "Budi Santoso"),
        ("permintaan.diselesaikan", "Rina"),
    ]
    assert told[3].sebelum == {
        "Yang diminta": "Lengkapi target.",
        "Batas waktu": "8 Maret 2022",
        "Keadaan": "dijawab",
    }
    assert told[3].sesudah == {
        "Yang diminta": "Lengkapi juga target 2022.",
        "Batas waktu": "15 Maret 2022",
        "Keadaan": "terbuka",
    }
    assert told[1].sesudah == {"Jawaban": "Sudah.", "Keadaan": "dijawab"}


def test_what_is_done_with_is_answered_no_more_and_what_is_open_not_asked_again(
    balung: Kecamatan, people: dict[str, Pengguna]
) -> None:
    row = asked(balung, people["organisasi"])
    with pytest.raises(RecordRefused, match="kini terbuka"):
        ask_again(row, isi="Lagi.", until=UNTIL, by=people["organisasi"])
    ask_done(row, by=people["organisasi"])
    with pytest.raises(RecordRefused, match="kini selesai"):
        ask_answer(row, jawaban="Sudah.", by=people["operator"])
    row.refresh_from_db()
    assert (row.keadaan, row.jawaban) == ("selesai", "")


def test_nothing_is_asked_until_a_day_that_is_over(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    """Today is a day to come; of several none is asked."""
    wanted = [Asked(kecamatan=balung, dokumen="renstra", isi="Lengkapi.")]
    with pytest.raises(DayPassed, match="28 Februari 2022 sudah lewat"):
        ask(wanted, tahun=TAHUN, until=date(2022, 2, 28), by=people["organisasi"])
    assert not Permintaan.objects.exists()
    ask(wanted, tahun=TAHUN, until=TODAY, by=people["organisasi"])
    assert Permintaan.objects.get().batas_waktu == TODAY


def test_of_many_places_all_are_asked_or_none(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    banyuwangi = make_kabupaten(kode="35.10", nama="Banyuwangi")
    elsewhere = make_kecamatan(kabupaten=banyuwangi, kode="35.10.15", nama="Rogojampi", slug="rogojampi")
    both = [Asked(kecamatan=one, dokumen="renstra", isi="Lengkapi.") for one in (balung, elsewhere)]
    with pytest.raises(PermissionDenied):
        ask(both, tahun=TAHUN, until=UNTIL, by=people["organisasi"])
    assert not Permintaan.objects.exists()


def test_a_signed_year_takes_it(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    make_laporan(kecamatan=balung, tahun=TAHUN, status="ditandatangani")
    row = asked(balung, people["organisasi"], dokumen="lkip")
    ask_answer(row, jawaban="Akan dibuka kembali.", by=people["camat"])
    assert row.keadaan == "dijawab"


def test_nothing_is_worked_out_anew_because_of_it(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    """The matrix of thirty kecamatan would be told as old after each asking."""
    before = marks_of(balung)
    ask_answer(asked(balung, people["organisasi"]), jawaban="Sudah.", by=people["operator"])
    assert marks_of(balung) == before


def test_whom_it_waits_for(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    office = people["organisasi"]
    row = asked(balung, office)
    late = asked(balung, office, dokumen="rkt")
    Permintaan.objects.filter(pk=late.pk).update(batas_waktu=date(2022, 2, 20))
    waiting = {peran: len(asked_of(person)) for peran, person in people.items()}
    assert waiting == dict.fromkeys(PERAN, 0) | {"operator": 2, "camat": 2}
    assert (followed_by(office, TODAY).open, followed_by(office, TODAY).late) == (2, 1)
    ask_answer(row, jawaban="Sudah.", by=people["operator"])
    followed = followed_by(office, TODAY)
    assert (followed.open, followed.late, followed.answered) == (1, 1, (row,))
    assert [one.pk for one in asked_of(people["camat"])] == [late.pk]
    assert not followed_by(people["pengawas"], TODAY).any
    assert not followed_by(people["akar"], TODAY).any


def test_it_is_told_by_mail_without_its_words(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    BackupRun.objects.create(begun=timezone.now(), ended=timezone.now(), folder="/cadangan")
    office, operator = people["organisasi"], people["operator"]
    for person, address in ((office, "org@contoh.go.id"), (operator, "budi@contoh.go.id")):
        Pengguna.objects.filter(pk=person.pk).update(email=address)
    row = asked(balung, office, "Rahasia: lengkapi target.")
    assert send_notices().count == 1
    (told,) = mail.outbox
    assert told.to == ["budi@contoh.go.id"]
    assert (
        "Permintaan Bagian Organisasi kepada Kecamatan Balung: Renstra tahun 2021. Paling lambat 8 Maret 2022."
        in str(told.body)
    )
    assert f"/kecamatan/balung/2021/permintaan/{row.pk}/" in str(told.body)
    assert "Rahasia" not in str(told.body)
    assert send_notices().count == 0
    ask_answer(row, jawaban="Sudah.", by=operator)
    assert send_notices().count == 1
    assert mail.outbox[-1].to == ["org@contoh.go.id"]
    assert "Kecamatan Balung menjawab permintaan Anda: Renstra tahun 2021." in str(mail.outbox[-1].body)
    ask_again(row, isi="Belum.", until=date(2022, 3, 15), by=office)
    assert send_notices().count == 1
