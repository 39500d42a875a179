"""The pages of the way of a report: every state × peran × step by its address, what is shown, and closed doors."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.models import Laporan
from reports.views import workflow
from reports.workflow import acts
from reports.workflow.table import SHARED_PAGE, STEPS
from sakip.text.dates import format_tanggal
from sakip.text.numbers import format_angka
from tests.factory import TAHUN, make_laporan, make_pengguna
from tests.reports.workflow.test_acts import ALLOWED, PERAN, everybody, laporan

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

WAY = f"/kecamatan/balung/{TAHUN}/alur/"
TOMORROW = format_tanggal(timezone.localdate() + timedelta(days=1))
SENT = {"catatan": "Perbaiki tabel 3.1.", "batas_waktu": TOMORROW}
WITH_A_PAGE = [code.value for code, step in STEPS.items() if step.page == SHARED_PAGE]


@pytest.fixture
def nothing_found(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (acts, workflow):
        monkeypatch.setattr(room, "hindering", lambda _review: ())


def signed_in(who: Pengguna) -> Client:
    client = Client()
    client.force_login(who)
    return client


@pytest.mark.usefixtures("nothing_found")
@pytest.mark.parametrize("status", ALLOWED)
def test_every_peran_and_step_by_its_address(balung: Kecamatan, status: str) -> None:
    people = everybody(balung)
    laporan(status, balung)
    for peran in PERAN:
        client = signed_in(people[peran])
        way = client.get(WAY)
        assert way.status_code == (404 if peran == "orang_luar" else 200)
        for code in WITH_A_PAGE:
            may = code in ALLOWED[status].get(peran, set())
            if peran == "akar":  # may all that is not the camat's own
                may = code != "kembalikan" and any(code in codes for codes in ALLOWED[status].values())
            if way.status_code == 200:
                assert (f'href="{WAY}{code}/"' in way.content.decode()) is may, (peran, code)
            with transaction.atomic():
                before = Jejak.objects.count()
                answer = client.post(f"{WAY}{code}/", SENT)
                assert (answer.status_code == 302) is may, (peran, code, answer.status_code)
                assert (Jejak.objects.count() > before) is may
                transaction.set_rollback(True)


@pytest.mark.usefixtures("nothing_found")
def test_the_way_of_a_report_on_its_pages(balung: Kecamatan) -> None:
    people = everybody(balung)
    operator, camat, office = (signed_in(people[peran]) for peran in ("operator", "camat", "organisasi"))
    assert "LKIP masih disusun di kecamatan." in page(operator, WAY)
    assert "Sesudah diajukan, catatan dan tulisan tahun ini terkunci" in page(operator, f"{WAY}ajukan/")
    sent = operator.post(f"{WAY}ajukan/", follow=True).content.decode()
    assert "LKIP tahun 2021 diajukan kepada camat." in sent
    assert "Budi Santoso mengajukan LKIP kepada camat pada" in sent
    assert "Sekarang menunggu camat." in sent
    days = (timezone.localdate() - date(2022, 2, 28)).days
    assert f"Batas waktu: 28 Februari 2022 (terlambat {format_angka(days)} hari)." in sent

    empty = camat.post(f"{WAY}kembalikan/", {"catatan": " "})
    assert (empty.status_code, "Isi catatan: apa yang perlu diperbaiki." in empty.content.decode()) == (
        422,
        True,
    )
    camat.post(f"{WAY}kembalikan/", {"catatan": "Perbaiki tabel 3.1.\nLalu ajukan lagi."})
    summary = page(operator, f"/kecamatan/balung/{TAHUN}/")
    assert "Siti Aminah mengembalikan LKIP" in summary
    assert "Perbaiki tabel 3.1.<br>Lalu ajukan lagi." in summary

    operator.post(f"{WAY}ajukan/")
    acts.mark_signed(Laporan.objects.get(), by=people["camat"], at=datetime(2022, 2, 20, 3, 0, tzinfo=UTC))
    received = office.post(f"{WAY}terima/", follow=True).content.decode()
    assert "LKIP tahun 2021 diterima: tepat waktu." in received
    assert "Penyampaiannya tepat waktu." in received
    late = office.post(f"{WAY}buka-kembali/", {"catatan": "Pagu keliru.", "batas_waktu": "1/3/2022"})
    assert (late.status_code, "1 Maret 2022 sudah lewat" in late.content.decode()) == (422, True)
    opened = office.post(
        f"{WAY}buka-kembali/", {"catatan": "Pagu keliru.", "batas_waktu": TOMORROW}, follow=True
    )
    content = opened.content.decode()
    assert "versi 2 dimulai sebagai draf" in content
    assert "Versi 2 menggantikan versi sebelumnya (“Pagu keliru.”). Sekarang menunggu operator." in content
    assert f"Batas waktu: {TOMORROW}." in content
    assert "127.0.0.1" in content


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.usefixtures("nothing_found")
def test_a_step_that_somebody_took_already(balung: Kecamatan) -> None:
    people = everybody(balung)
    one = laporan("diajukan", balung)
    camat = signed_in(people["camat"])
    acts.kembalikan(one, by=people["camat"], catatan="Perbaiki.")
    answer = camat.post(f"{WAY}kembalikan/", {"catatan": "Perbaiki."})
    assert answer.status_code == 409
    assert "Siti Aminah sudah mengembalikan LKIP pada" in answer.content.decode()
    asked = camat.get(f"{WAY}kembalikan/", follow=True).content.decode()
    assert "Siti Aminah sudah mengembalikan LKIP pada" in asked
    assert "keadaannya sekarang tampil pada Alur LKIP." in asked
    Laporan.objects.all().delete()
    none = camat.get(f"{WAY}kembalikan/", follow=True).content.decode()
    assert "LKIP tahun 2021 belum dimulai, jadi belum dapat diproses." in none


def test_the_camats_own_step_and_unknown_ones_have_no_page_here(balung: Kecamatan) -> None:
    camat = signed_in(make_pengguna("camat", kecamatan=balung))
    for code in ("tandatangani", "hapus"):
        assert camat.get(f"{WAY}{code}/").status_code == 404
        assert camat.post(f"{WAY}{code}/").status_code == 404


def test_a_closed_year_says_who_holds_it_and_what_helps(balung: Kecamatan) -> None:
    operator = make_pengguna("operator", kecamatan=balung, nama="Budi Santoso")
    make_laporan(
        kecamatan=balung,
        tahun=TAHUN,
        status="diajukan",
        diajukan_oleh=operator,
        diajukan_pada=datetime(2022, 2, 1, 3, 0, tzinfo=UTC),
    )
    content = page(signed_in(operator), f"/kecamatan/balung/{TAHUN}/rkt/isi/")
    assert (
        "Catatan tahun 2021 terkunci karena LKIP sudah diajukan oleh Budi Santoso pada 1 Februari 2022 dan sekarang"
        " ada pada camat. Minta camat mengembalikannya dengan catatan, lalu perbaiki." in content
    )


def test_the_document_shows_the_way_too(balung: Kecamatan) -> None:
    operator = make_pengguna("operator", kecamatan=balung)
    content = page(signed_in(operator), f"/kecamatan/balung/{TAHUN}/dokumen/lkip/")
    assert f'href="{WAY}ajukan/"' in content
    assert content.count("tombol-utama") == 1


#: Written out once more: for whom a report waits in which state, and for what.
WAITS = {
    "draf": {},
    "dikembalikan": {"operator": "lalu ajukan lagi"},
    "diajukan": {"camat": "lalu tanda tangani atau kembalikan"},
    "ditandatangani": {"organisasi": "terima, atau buka kembali"},
    "diterima": {},
}


@pytest.mark.parametrize("status", WAITS)
def test_home_names_what_waits_for_whom(balung: Kecamatan, status: str) -> None:
    people = everybody(balung)
    laporan(status, balung)
    for peran in ("operator", "operator_unit", "camat", "organisasi", "pengawas", "orang_luar"):
        content = page(signed_in(people[peran]), "/")
        words = WAITS[status].get(peran, "")
        assert ("Menunggu Anda" in content) is bool(words), peran
        assert words in content


def test_a_version_that_was_opened_again_waits_for_the_operator_until_its_day(balung: Kecamatan) -> None:
    people = everybody(balung)
    old = laporan("ditandatangani", balung)
    day = timezone.localdate() + timedelta(days=1)
    acts.buka_kembali(old, by=people["organisasi"], alasan="Pagu keliru.", batas_waktu=day)
    content = page(signed_in(people["operator"]), "/")
    assert f"Paling lambat {TOMORROW}." in content
    assert "Menunggu Anda" not in page(signed_in(people["organisasi"]), "/")
