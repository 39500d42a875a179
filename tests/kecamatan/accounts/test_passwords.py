"""Links that work once, first passwords that must be changed, and what ends with them."""

import re
import threading
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client

from kecamatan.accounts.demo import DEMO_PASSWORD
from kecamatan.accounts.passwords import (
    InvitationExpired,
    first_password_create,
    invitation_create,
    invitation_for,
    invitation_use,
    password_change,
    random_password,
)
from kecamatan.authority import NotPermitted
from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak, Pengguna, Undangan
from tests.factory import make_kecamatan, make_pengguna

PASSWORD = "empat kata tak berhubungan"
MOMENT = datetime(2026, 8, 17, 3, 0, tzinfo=UTC)


@pytest.fixture
def organisasi(db: None) -> Pengguna:
    return make_pengguna("organisasi", kabupaten=make_kecamatan().kabupaten, username="organisasi")


@pytest.fixture
def operator(organisasi: Pengguna) -> Pengguna:
    kabupaten = organisasi.keanggotaan.get().kabupaten
    assert kabupaten is not None
    pengguna = make_pengguna("operator", kecamatan=kabupaten.kecamatan.get(), username="operator.balung")
    pengguna.set_password("sandi yang lama sekali")
    pengguna.save()
    return pengguna


def fresh(pengguna: Pengguna) -> Pengguna:
    return Pengguna.objects.get(pk=pengguna.pk)


@pytest.mark.one_engine
def test_a_link_gives_its_person_a_password_once(organisasi: Pengguna, operator: Pengguna) -> None:
    token = invitation_create(pengguna=operator, by=organisasi).token
    assert invitation_for(token=token) == operator
    assert invitation_use(token=token, password=PASSWORD) == operator
    assert fresh(operator).check_password(PASSWORD)
    with pytest.raises(InvitationExpired):
        invitation_use(token=token, password="kata sandi orang kedua")
    with pytest.raises(InvitationExpired):
        invitation_for(token=token)
    assert fresh(operator).check_password(PASSWORD)
    assert [j.tindakan for j in Jejak.objects.order_by("pk")] == ["undangan.dibuat", "undangan.dipakai"]


def test_only_the_hash_of_a_token_is_kept(organisasi: Pengguna, operator: Pengguna) -> None:
    token = invitation_create(pengguna=operator, by=organisasi).token
    assert len(token) >= 43  # 256 bits
    undangan = Undangan.objects.get()
    assert re.fullmatch(r"[0-9a-f]{64}", undangan.token_sha256)
    content = [str(n) for n in (*vars(undangan).values(), *(vars(j) for j in Jejak.objects.all()))]
    assert not any(token in text for text in content)


@pytest.mark.one_engine
def test_a_link_ends_the_former_password_and_the_former_link(
    organisasi: Pengguna, operator: Pengguna
) -> None:
    first = invitation_create(pengguna=operator, by=organisasi).token
    assert not fresh(operator).has_usable_password()
    second = invitation_create(pengguna=operator, by=organisasi).token
    with pytest.raises(InvitationExpired):
        invitation_use(token=first, password=PASSWORD)
    invitation_use(token=second, password=PASSWORD)


@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("old", "in_force"), [(timedelta(days=7, seconds=-1), True), (timedelta(days=7), False)]
)
def test_a_link_lasts_seven_days(
    organisasi: Pengguna, operator: Pengguna, old: timedelta, in_force: bool
) -> None:
    with time_machine.travel(MOMENT, tick=False) as moment:
        token = invitation_create(pengguna=operator, by=organisasi).token
        moment.shift(old)
        if in_force:
            invitation_use(token=token, password=PASSWORD)
        else:
            with pytest.raises(InvitationExpired):
                invitation_for(token=token)
            with pytest.raises(InvitationExpired):
                invitation_use(token=token, password=PASSWORD)
            assert not fresh(operator).has_usable_password()


@pytest.mark.one_engine
def test_a_closed_account_gets_no_way_in(organisasi: Pengguna, operator: Pengguna) -> None:
    token = invitation_create(pengguna=operator, by=organisasi).token
    Pengguna.objects.filter(pk=operator.pk).update(is_active=False)
    for attempt in (invitation_for, lambda token: invitation_use(token=token, password=PASSWORD)):
        with pytest.raises(InvitationExpired):
            attempt(token=token)
    assert Undangan.objects.get().dipakai_pada is None
    for make in (invitation_create, first_password_create):
        with pytest.raises(InputError, match="Akun ini nonaktif"):
            make(pengguna=operator, by=organisasi)


def test_an_unknown_token_opens_nothing(organisasi: Pengguna) -> None:
    for token in ("", "x", "a" * 5000, "\x00"):
        with pytest.raises(InvitationExpired):
            invitation_use(token=token, password=PASSWORD)


@pytest.mark.one_engine
def test_a_first_password_must_be_changed_and_ends_what_was(organisasi: Pengguna, operator: Pengguna) -> None:
    token = invitation_create(pengguna=operator, by=organisasi).token
    password = first_password_create(pengguna=operator, by=organisasi)
    person = fresh(operator)
    assert person.check_password(password)
    assert person.wajib_ganti_sandi
    with pytest.raises(InvitationExpired):
        invitation_use(token=token, password=PASSWORD)
    assert not any(password in str(vars(j)) for j in Jejak.objects.all())
    password_change(pengguna=person, password=PASSWORD)
    assert fresh(operator).check_password(PASSWORD)
    assert not fresh(operator).wajib_ganti_sandi


@pytest.mark.one_engine
@pytest.mark.parametrize("make", [invitation_create, first_password_create])
def test_a_new_way_in_ends_open_sessions(
    client: Client, organisasi: Pengguna, operator: Pengguna, make: object
) -> None:
    client.force_login(operator)
    assert client.get("/akun/").status_code == 200
    assert callable(make)
    make(pengguna=operator, by=organisasi)
    assert client.get("/akun/")["Location"] == "/masuk/?next=/akun/"


@pytest.mark.one_engine
def test_nobody_makes_a_way_into_an_account_they_do_not_keep(organisasi: Pengguna) -> None:
    admin = make_pengguna("admin", username="admin", password="utuh")
    for make in (invitation_create, first_password_create):
        for person in (admin, organisasi):
            with pytest.raises(NotPermitted):
                make(pengguna=person, by=organisasi)
    assert fresh(admin).password == "utuh"
    assert not Undangan.objects.exists()


def test_a_first_password_can_be_read_from_paper_and_is_none_of_the_demo() -> None:
    passwords = {random_password() for _ in range(200)}
    assert len(passwords) == 200
    for one in passwords:
        assert re.fullmatch(r"([bdfghjkmnprstvwz][aeiu]){2}(-([bdfghjkmnprstvwz][aeiu]){2}){3}-[2-9]{2}", one)
        assert not DEMO_PASSWORD.fullmatch(one)


@pytest.mark.django_db(transaction=True)
def test_of_two_uses_at_once_one_succeeds(organisasi: Pengguna, operator: Pengguna) -> None:
    token = invitation_create(pengguna=operator, by=organisasi).token
    results: list[str] = []
    start = threading.Barrier(2)

    def use(password: str) -> None:
        start.wait()
        try:
            invitation_use(token=token, password=password)
            results.append(password)
        except InvitationExpired:
            results.append("")
        finally:
            connection.close()

    thread = [threading.Thread(target=use, args=(f"kata sandi nomor {n}",)) for n in (1, 2)]
    for one in thread:
        one.start()
    for one in thread:
        one.join()
    (berhasil,) = [one for one in results if one]
    assert len(results) == 2
    assert fresh(operator).check_password(berhasil)
