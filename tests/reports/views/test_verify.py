"""The public page of a signed report: what anybody learns without signing in, and what nobody does."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from axes.models import AccessAttempt
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from kecamatan.accounts.public_budget import Budget
from kecamatan.accounts.sign_in_budget import forget_old_attempts
from kecamatan.models import Kecamatan, Pejabat
from reports.models import Laporan, Penandatanganan, PengaturanDokumen, TandaTangan
from reports.public.selectors import _signature
from reports.views import verify
from tests.factory import make, make_laporan, make_pengguna
from tests.reports.signing.archives import archived, tamper
from tests.reports.signing.signers import NAME, signed_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

PAGE = "/verifikasi/"
FIRST, SECOND = signed_pdf(), signed_pdf("Versi dua")
MOMENT = datetime(2024, 1, 15, 3, 5, tzinfo=UTC)  # 10.05 in Jakarta


def signed(balung: Kecamatan, content: bytes, **change: object) -> TandaTangan:
    laporan = make_laporan(kecamatan=balung, tahun=2023, status="ditandatangani", **change)
    return archived(laporan, content, waktu=MOMENT)


@pytest.fixture
def first(balung: Kecamatan) -> TandaTangan:
    return signed(balung, FIRST)


def replaced_by_second(first: TandaTangan) -> TandaTangan:
    laporan = first.arsip.laporan
    assert laporan
    return signed(laporan.kecamatan, SECOND, versi=2, menggantikan=laporan, alasan_dibuka="Salah hitung")


def address(row: TandaTangan | Penandatanganan) -> str:
    return f"{PAGE}{row.token}/"


def words(client: Client, at: str, content: bytes | None = None, *, status: int = 200) -> str:
    """The page, or the page after a file was given to be compared."""
    sent = {} if content is None else {"berkas": SimpleUploadedFile("lkip.pdf", content)}
    answer = client.get(at) if content is None else client.post(at, sent)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def test_a_stranger_reads_who_signed_what_and_when(client: Client, first: TandaTangan) -> None:
    page = words(client, address(first))
    for said in (
        "LKIP Kecamatan Balung Tahun 2023 versi 1",
        "<dd>35.09.10/2023/1</dd>",
        '<span class="status status-ditandatangani">Asli</span>',
        "<dd>Drs. BAMBANG SAPUTRO, M.Si.</dd>",
        "<dd>Camat Balung</dd>",
        "15 Januari 2024 pukul 10.05 WIB (jam server)",
        f"<dd>{NAME}</dd>",  # who gave itself the certificate
        ">1267</dd>",  # 4711 in hexadecimal
        first.sidik,
        "bukan oleh BSrE",
    ):
        assert said in page
    assert "sessionid" not in client.cookies


def test_a_time_stamp_is_said_to_be_one(first: TandaTangan) -> None:
    stamped = replace(_signature(first), stamped=MOMENT + timedelta(minutes=2))
    assert stamped.when == "15 Januari 2024 pukul 10.07 WIB (cap waktu)"


@pytest.mark.parametrize(
    "change",
    [
        {"penerbit": "Balai Besar Sertifikasi Elektronik"},
        {"nomor_seri": "1f"},
        {"cap_waktu": MOMENT},
        {"nama": "Drs. ORANG LAIN"},
    ],
)
def test_what_the_pdf_does_not_say_is_not_shown_as_genuine(
    client: Client, first: TandaTangan, change: dict[str, object]
) -> None:
    """The database refuses such a change; one that was tampered with has it all the same."""
    tamper(first, **change)
    for page in (words(client, address(first)), words(client, PAGE, FIRST)):
        assert "Tidak dapat dipastikan" in page
        assert ">Asli<" not in page
        assert "LKIP Kecamatan Balung" not in page


@pytest.mark.both_engines
def test_the_page_never_tells_a_nip(client: Client, first: TandaTangan) -> None:
    nip = Pejabat.objects.get(masa=first.masa_jabatan).nip
    assert len(nip) == 18
    for page in (words(client, address(first)), words(client, PAGE, FIRST)):
        assert nip not in page.replace(" ", "")


def test_a_report_that_was_replaced_says_by_which_version(client: Client, first: TandaTangan) -> None:
    second = replaced_by_second(first)
    assert "Sudah diganti versi 2" in words(client, address(first))
    assert "Sudah diganti" not in words(client, address(second))
    assert "sudah diganti versi 2" in words(client, PAGE, FIRST)


def test_a_report_opened_again_is_public_as_before_until_the_next_is_signed(
    client: Client, first: TandaTangan
) -> None:
    """That a new version is being written is nobody's matter but the office's."""
    before = words(client, address(first))
    Laporan.objects.filter(arsip=first.arsip).update(status="dibuka_kembali")
    make_laporan(
        kecamatan=first.arsip.kecamatan,
        tahun=2023,
        versi=2,
        menggantikan=first.arsip.laporan,
        alasan_dibuka="Rahasia dapur",
    )
    assert _without_token(words(client, address(first))) == _without_token(before)


def _without_token(page: str) -> str:
    start = page.index('name="csrfmiddlewaretoken"')
    return page[:start] + page[page.index(">", start) :]


def test_nothing_of_what_is_not_signed(client: Client, balung: Kecamatan) -> None:
    """The QR stands in the file before it is signed."""
    waiting = make(Penandatanganan, laporan=make_laporan(kecamatan=balung, tahun=2023, status="diajukan"))
    page = words(client, address(waiting), status=404)
    assert "Tidak dikenal" in page
    assert "Kecamatan Balung" not in page
    foreign = words(client, f"{PAGE}{'x' * 43}/", status=404)
    assert _without_token(foreign) == _without_token(page)


@pytest.mark.parametrize("token", ["x", "x" * 500, "..", "'; --", "é"])
def test_any_token_gets_an_answer(client: Client, first: TandaTangan, token: str) -> None:
    assert "Tidak dikenal" in words(client, f"{PAGE}{token}/", status=404)


def test_a_file_is_compared_with_the_report_of_the_page(client: Client, first: TandaTangan) -> None:
    page = words(client, address(first), FIRST)
    assert "sama, byte demi byte, dengan LKIP Kecamatan Balung Tahun 2023 versi 1" in page
    changed = words(client, address(first), FIRST + b" ")
    assert "Berbeda" in changed
    assert "bukan LKIP Kecamatan Balung Tahun 2023 versi 1 yang ditandatangani" in changed
    assert hashlib.sha256(FIRST + b" ").hexdigest() in changed
    assert ">Asli<" not in changed


def test_the_file_of_another_report_is_told(client: Client, first: TandaTangan) -> None:
    second = replaced_by_second(first)
    page = words(client, address(second), FIRST)
    assert "Dokumen yang lain" in page
    assert (
        "berisi LKIP Kecamatan Balung Tahun 2023 versi 1, bukan LKIP Kecamatan Balung Tahun 2023 versi 2"
        in page
    )
    assert "Dokumen itu sudah diganti versi 2." in page


def test_a_file_is_recognised_without_its_address(client: Client, first: TandaTangan) -> None:
    page = words(client, PAGE, FIRST)
    assert "sama, byte demi byte" in page
    assert "<dd>Camat Balung</dd>" in page
    assert "Tidak dikenal" in words(client, PAGE, b"%PDF-1.7 asing")


def test_a_file_is_compared_also_where_the_address_is_unknown(client: Client, first: TandaTangan) -> None:
    assert "sama, byte demi byte" in words(client, f"{PAGE}asing/", FIRST)


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "bukan PDF"), (b"PK\x03\x04", "bukan PDF. Pilih berkas PDF")]
)
def test_what_is_no_pdf_is_refused(client: Client, first: TandaTangan, content: bytes, said: str) -> None:
    page = words(client, address(first), content, status=422)
    assert said in page
    assert "<title>Kesalahan: Verifikasi dokumen" in page


def test_no_file_is_asked_for(client: Client) -> None:
    answer = client.post(PAGE)
    assert answer.status_code == 422
    assert "Pilih berkas PDF yang hendak dibandingkan." in answer.content.decode()


def test_an_upload_needs_the_token_of_the_page(first: TandaTangan) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post(PAGE, {"berkas": SimpleUploadedFile("a.pdf", FIRST)}).status_code == 403
    client.get(PAGE)
    token = client.cookies["csrftoken"].value
    sent = {"berkas": SimpleUploadedFile("a.pdf", FIRST), "csrfmiddlewaretoken": token}
    assert client.post(PAGE, sent).status_code == 200


def test_who_has_signed_in_sees_the_same(client: Client, first: TandaTangan) -> None:
    client.force_login(make_pengguna("operator", kecamatan=first.arsip.kecamatan))
    assert "<dd>Camat Balung</dd>" in words(client, address(first))


def test_a_page_costs_few_queries(
    client: Client, first: TandaTangan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        client.get(address(first))


@pytest.mark.both_engines
def test_the_start_page_leads_to_what_is_public(client: Client, balung: Kecamatan) -> None:
    assert "/publik/" not in words(client, PAGE)
    make(PengaturanDokumen, kabupaten=balung.kabupaten, publik=True)
    assert 'href="/publik/"' in words(client, PAGE)


@pytest.fixture
def small_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "VERIFYING", Budget("publik", 3))


def test_guessing_ends_and_the_wait_does_not_grow(
    client: Client, first: TandaTangan, small_budget: None
) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for n in range(3):
            words(client, f"{PAGE}tebakan-{n}/", status=404)
        for at in (f"{PAGE}tebakan-4/", address(first), PAGE):
            assert "Terlalu banyak pemeriksaan" in words(client, at, status=429)
        assert "Terlalu banyak pemeriksaan" in words(client, PAGE, FIRST, status=429)
        clock.shift(timedelta(minutes=15, seconds=1))
        assert "Camat Balung" in words(client, address(first))
        words(client, f"{PAGE}tebakan-5/", status=404)
        assert AccessAttempt.objects.get().failures_since_start == 1


def test_reading_costs_nothing_and_comparing_does(
    client: Client, first: TandaTangan, small_budget: None
) -> None:
    for _ in range(5):
        words(client, address(first))
    for _ in range(3):
        words(client, address(first), FIRST)
    words(client, address(first), FIRST, status=429)
    assert "Camat Balung" in words(Client(REMOTE_ADDR="203.0.113.9"), address(first))


def test_who_uses_up_the_budget_keeps_nobody_from_signing_in(client: Client, small_budget: None) -> None:
    budi = make_pengguna(username="budi")
    budi.set_password("kuda-laut-senja-47")
    budi.save()
    for n in range(40):
        client.get(f"{PAGE}tebakan-{n}/")
    answer = client.post("/masuk/", {"username": "budi", "password": "kuda-laut-senja-47"})
    assert answer.status_code == 302
    words(client, PAGE, status=429)


def test_old_counts_are_swept_away(client: Client) -> None:
    words(client, f"{PAGE}tebakan/", status=404)
    assert forget_old_attempts() == 0
    with time_machine.travel(timezone.now() + timedelta(minutes=16), tick=False):
        assert forget_old_attempts() == 1
