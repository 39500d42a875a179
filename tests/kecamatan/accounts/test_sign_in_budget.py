"""How many wrong passwords are looked at: per name, per address, and never at the cost of who is at home."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from axes.models import AccessAttempt, AccessLog
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import signing
from django.test import Client
from pytest_django import Settings

from kecamatan.accounts.known_browser import COOKIE
from kecamatan.accounts.sign_in_budget import counted_address, forget_old_attempts
from kecamatan.models import Pengguna
from tests.factory import make_kecamatan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

PASSWORD = "kata sandi uji coba"
START = datetime(2026, 1, 15, 2, 0, tzinfo=UTC)
PER_ADDRESS, PER_NAME = 12, 7
OFFICE, ELSEWHERE = "10.0.0.1", "203.0.113.7"


@pytest.fixture(autouse=True)
def _locks(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """On, and with budgets that are spent sooner."""
    settings.AXES_ENABLED = True
    monkeypatch.setattr("kecamatan.accounts.sign_in_budget.PER_ADDRESS", PER_ADDRESS)
    monkeypatch.setattr("kecamatan.accounts.sign_in_budget.PER_NAME", PER_NAME)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


@pytest.fixture
def hashes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every password that was hashed, to be compared or stored."""
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    return hashed


@pytest.fixture
def camat() -> Pengguna:
    camat = make_pengguna("camat", kecamatan=make_kecamatan(), username="camat.balung", nama="Camat Balung")
    camat.set_password(PASSWORD)
    camat.save()
    return camat


def attempt(name: str, word: str = "salah", address: str = ELSEWHERE) -> int:
    """Status of the answer: 200 for a wrong password that was looked at, 302 for the right one, 429 when refused."""
    data = {"username": name, "password": word}
    return Client().post("/masuk/", data, REMOTE_ADDR=address).status_code


@pytest.mark.both_engines
def test_what_is_refused_costs_no_hash_and_no_write(camat: Pengguna, hashes: list[str]) -> None:
    assert [attempt("camat.balung") for _ in range(5)] == [200, 200, 200, 200, 429]
    counted = AccessAttempt.objects.values_list("failures_since_start", "attempt_time").get()
    hashes.clear()
    assert [attempt("camat.balung", one) for one in ("salah", PASSWORD, "salah")] == [429] * 3
    assert hashes == []
    assert (
        AccessAttempt.objects.values_list("failures_since_start", "attempt_time").get()
        == counted
        == (5, START)
    )


def test_the_wait_does_not_grow_while_somebody_keeps_trying(
    camat: Pengguna, clock: time_machine.Traveller
) -> None:
    for _ in range(5):
        attempt("camat.balung")
    clock.move_to(START + timedelta(minutes=14))
    assert attempt("camat.balung") == 429
    clock.move_to(START + timedelta(minutes=15, seconds=1))
    assert attempt("camat.balung", PASSWORD) == 302


def test_many_names_from_one_address_are_stopped(camat: Pengguna, hashes: list[str]) -> None:
    """Names that do not exist cost a hash each, lest the time that an answer takes tell which do."""
    answers = [attempt(f"orang.{n}") for n in range(PER_ADDRESS + 5)]
    assert answers == [200] * PER_ADDRESS + [429] * 5
    assert len(hashes) == PER_ADDRESS
    assert attempt("camat.balung", PASSWORD) == 429
    assert attempt("camat.balung", PASSWORD, "203.0.113.8") == 302


def test_an_office_works_on_while_a_colleague_tries_every_name(camat: Pengguna) -> None:
    assert attempt("camat.balung", PASSWORD, OFFICE) == 302
    for n in range(PER_ADDRESS):
        attempt(f"orang.{n}", address=OFFICE)
    assert attempt("orang.baru", address=OFFICE) == 429
    assert attempt("camat.balung", PASSWORD, OFFICE) == 302
    # Who is at home has five tries there, as always.
    assert [attempt("camat.balung", address=OFFICE) for _ in range(6)] == [200] * 4 + [429] * 2


def test_one_name_from_everywhere_is_stopped_but_not_at_home(camat: Pengguna, hashes: list[str]) -> None:
    assert attempt("Camat.Balung", PASSWORD, OFFICE) == 302
    hashes.clear()
    answers = [attempt("camat.balung", address=f"203.0.113.{n}") for n in range(PER_NAME + 3)]
    assert answers == [200] * PER_NAME + [429] * 3
    assert len(hashes) == PER_NAME
    assert attempt("camat.balung", PASSWORD, "198.51.100.1") == 429
    assert attempt("camat.balung", PASSWORD, OFFICE) == 302


def sign_in(browser: Client, word: str = PASSWORD, address: str = OFFICE, name: str = "camat.balung") -> int:
    return browser.post("/masuk/", {"username": name, "password": word}, REMOTE_ADDR=address).status_code


@pytest.fixture
def phone(camat: Pengguna) -> Client:
    """The camat's browser, in which he has signed in once; then strangers spend the budget of his name."""
    phone = Client()
    assert sign_in(phone, name="Camat.Balung") == 302
    phone.post("/keluar/")
    for n in range(PER_NAME):
        attempt("camat.balung", address=f"203.0.113.{n}")
    return phone


def test_a_camat_comes_in_from_anywhere_with_the_browser_he_knows(phone: Client) -> None:
    assert attempt("camat.balung", PASSWORD, "198.51.100.1") == 429
    assert sign_in(phone, address="198.51.100.1") == 302
    phone.post("/keluar/")
    # Known or not, a name has five tries at an address.
    assert [sign_in(phone, "salah", "198.51.100.2") for _ in range(6)] == [200] * 4 + [429] * 2
    assert sign_in(phone, PASSWORD, "198.51.100.2") == 429


@pytest.mark.both_engines
def test_a_browser_knows_who_signed_in_there_and_for_ninety_days(
    phone: Client, clock: time_machine.Traveller
) -> None:
    cookie = phone.cookies[COOKIE]
    assert (cookie["max-age"], cookie["httponly"], cookie["samesite"]) == (90 * 24 * 3600, True, "Lax")
    assert "balung" not in cookie.value
    other = Client()
    other.cookies[COOKIE] = signing.dumps(["0123456789abcdef"], salt="kecamatan.peramban-dikenal")
    forged = Client()
    forged.cookies[COOKIE] = cookie.value.replace(":", "x:", 1)
    assert [sign_in(one, address="198.51.100.1") for one in (other, forged)] == [429, 429]
    clock.move_to(START + timedelta(days=90, seconds=1))
    for n in range(PER_NAME):
        attempt("camat.balung", address=f"203.0.113.{n}")
    assert sign_in(phone, address="198.51.100.1") == 429


@pytest.mark.parametrize(("colleagues", "answer"), [(9, 302), (10, 429)])
def test_a_shared_machine_knows_the_last_ten(phone: Client, colleagues: int, answer: int) -> None:
    kecamatan = make_kecamatan(kode="35.09.01")
    for n in range(colleagues):
        colleague = make_pengguna("operator", kecamatan=kecamatan, username=f"orang.{n}")
        colleague.set_password(PASSWORD)
        colleague.save()
        assert sign_in(phone, name=f"orang.{n}") == 302
        phone.post("/keluar/")
    assert sign_in(phone, address="198.51.100.1") == answer


def test_home_is_where_a_name_signed_in_within_ninety_days(
    camat: Pengguna, clock: time_machine.Traveller
) -> None:
    assert attempt("camat.balung", PASSWORD, OFFICE) == 302
    for days, answer in ((90, 302), (181, 429)):  # the second is 91 days after the first's sign-in
        clock.move_to(START + timedelta(days=days))
        for n in range(PER_NAME):
            attempt("camat.balung", address=f"203.0.113.{n}")
        assert attempt("camat.balung", PASSWORD, OFFICE) == answer


def test_the_right_password_forgets_the_failures_of_that_name_there(camat: Pengguna) -> None:
    for _ in range(3):
        assert [attempt("camat.balung", one) for one in ("a", "b", "c", "d", PASSWORD)] == [200] * 4 + [302]


def test_a_machine_with_a_whole_network_is_one_address(camat: Pengguna) -> None:
    answers = [attempt("camat.balung", address=f"2001:db8:0:1::{n}") for n in range(1, 7)]
    assert answers == [200] * 4 + [429] * 2
    assert attempt("camat.balung", address="2001:db8:0:2::1") == 200
    assert counted_address("2001:db8:0:1:ffff::1") == "2001:db8:0:1::"
    assert (counted_address(OFFICE), counted_address(None)) == (OFFICE, None)


@pytest.mark.both_engines
def test_where_no_address_is_told_failures_are_counted_as_of_one(camat: Pengguna) -> None:
    assert [attempt("camat.balung", address="") for _ in range(6)] == [200] * 4 + [429] * 2
    assert attempt("camat.balung", PASSWORD, OFFICE) == 302


def test_no_other_spelling_of_a_name_starts_the_count_anew(camat: Pengguna) -> None:
    """The last is an i without its dot, which PostgreSQL takes for one when it looks for the name."""
    camat.username = "siti.aminah"
    camat.save()
    names = ("siti.aminah", "SITI.aminah", "ｓｉｔｉ.aminah", "ſiti.aminah", "sıtı.aminah")
    assert [attempt(one) for one in names] == [200] * 4 + [429]


def test_a_name_that_grows_when_it_is_written_in_capitals_is_counted_as_well(camat: Pengguna) -> None:
    names = ("İ" * 150, "ΐ" * 150)  # two and three letters each
    assert [attempt(one) for one in names for _ in range(5)] == ([200] * 4 + [429]) * 2


@pytest.mark.both_engines
def test_nothing_that_was_typed_is_kept_but_the_name(client: Client, camat: Pengguna) -> None:
    client.force_login(camat)
    new = "empat kata tak berhubungan"
    client.post("/akun/sandi/?x=rahasia", {"lama": "sandi lama saya", "sandi": new, "ulangan": new})
    kept = AccessAttempt.objects.values().get()
    assert (kept["username"], kept["get_data"], kept["post_data"]) == ("camat.balung", "", "")


def test_what_counts_no_more_is_forgotten(camat: Pengguna, clock: time_machine.Traveller) -> None:
    attempt("camat.balung")
    attempt("camat.balung", PASSWORD, OFFICE)
    assert (AccessAttempt.objects.count(), AccessLog.objects.count()) == (1, 1)
    clock.move_to(START + timedelta(minutes=15))
    assert forget_old_attempts() == 0
    clock.move_to(START + timedelta(minutes=15, seconds=1))
    assert forget_old_attempts() == 1
    clock.move_to(START + timedelta(days=90, seconds=1))
    assert forget_old_attempts() == 1
    assert (AccessAttempt.objects.count(), AccessLog.objects.count()) == (0, 0)
