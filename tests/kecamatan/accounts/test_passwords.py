"""Links that work once, first passwords that must be changed, and what ends with them."""

import re
import threading
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client

from kecamatan.accounts.demo import SANDI_DEMO
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

SANDI = "empat kata tak berhubungan"
SAAT = datetime(2026, 8, 17, 3, 0, tzinfo=UTC)


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


def segar(pengguna: Pengguna) -> Pengguna:
    return Pengguna.objects.get(pk=pengguna.pk)


def test_a_link_gives_its_person_a_password_once(organisasi: Pengguna, operator: Pengguna) -> None:
    token = invitation_create(pengguna=operator, oleh=organisasi).token
    assert invitation_for(token=token) == operator
    assert invitation_use(token=token, sandi=SANDI) == operator
    assert segar(operator).check_password(SANDI)
    with pytest.raises(InvitationExpired):
        invitation_use(token=token, sandi="kata sandi orang kedua")
    with pytest.raises(InvitationExpired):
        invitation_for(token=token)
    assert segar(operator).check_password(SANDI)
    assert [j.tindakan for j in Jejak.objects.order_by("pk")] == ["undangan.dibuat", "undangan.dipakai"]


def test_only_the_hash_of_a_token_is_kept(organisasi: Pengguna, operator: Pengguna) -> None:
    token = invitation_create(pengguna=operator, oleh=organisasi).token
    assert len(token) >= 43  # 256 bits
    undangan = Undangan.objects.get()
    assert re.fullmatch(r"[0-9a-f]{64}", undangan.token_sha256)
    isi = [str(n) for n in (*vars(undangan).values(), *(vars(j) for j in Jejak.objects.all()))]
    assert not any(token in teks for teks in isi)


def test_a_link_ends_the_former_password_and_the_former_link(
    organisasi: Pengguna, operator: Pengguna
) -> None:
    pertama = invitation_create(pengguna=operator, oleh=organisasi).token
    assert not segar(operator).has_usable_password()
    kedua = invitation_create(pengguna=operator, oleh=organisasi).token
    with pytest.raises(InvitationExpired):
        invitation_use(token=pertama, sandi=SANDI)
    invitation_use(token=kedua, sandi=SANDI)


@pytest.mark.parametrize(
    ("lama", "berlaku"), [(timedelta(days=7, seconds=-1), True), (timedelta(days=7), False)]
)
def test_a_link_lasts_seven_days(
    organisasi: Pengguna, operator: Pengguna, lama: timedelta, berlaku: bool
) -> None:
    with time_machine.travel(SAAT, tick=False) as waktu:
        token = invitation_create(pengguna=operator, oleh=organisasi).token
        waktu.shift(lama)
        if berlaku:
            invitation_use(token=token, sandi=SANDI)
        else:
            with pytest.raises(InvitationExpired):
                invitation_for(token=token)
            with pytest.raises(InvitationExpired):
                invitation_use(token=token, sandi=SANDI)
            assert not segar(operator).has_usable_password()


def test_a_closed_account_gets_no_way_in(organisasi: Pengguna, operator: Pengguna) -> None:
    token = invitation_create(pengguna=operator, oleh=organisasi).token
    Pengguna.objects.filter(pk=operator.pk).update(is_active=False)
    for coba in (invitation_for, lambda token: invitation_use(token=token, sandi=SANDI)):
        with pytest.raises(InvitationExpired):
            coba(token=token)
    assert Undangan.objects.get().dipakai_pada is None
    for buat in (invitation_create, first_password_create):
        with pytest.raises(InputError, match="Akun ini nonaktif"):
            buat(pengguna=operator, oleh=organisasi)


def test_an_unknown_token_opens_nothing(organisasi: Pengguna) -> None:
    for token in ("", "x", "a" * 5000, "\x00"):
        with pytest.raises(InvitationExpired):
            invitation_use(token=token, sandi=SANDI)


def test_a_first_password_must_be_changed_and_ends_what_was(organisasi: Pengguna, operator: Pengguna) -> None:
    token = invitation_create(pengguna=operator, oleh=organisasi).token
    sandi = first_password_create(pengguna=operator, oleh=organisasi)
    orang = segar(operator)
    assert orang.check_password(sandi)
    assert orang.wajib_ganti_sandi
    with pytest.raises(InvitationExpired):
        invitation_use(token=token, sandi=SANDI)
    assert not any(sandi in str(vars(j)) for j in Jejak.objects.all())
    password_change(pengguna=orang, sandi=SANDI)
    assert segar(operator).check_password(SANDI)
    assert not segar(operator).wajib_ganti_sandi


@pytest.mark.parametrize("buat", [invitation_create, first_password_create])
def test_a_new_way_in_ends_open_sessions(
    client: Client, organisasi: Pengguna, operator: Pengguna, buat: object
) -> None:
    client.force_login(operator)
    assert client.get("/akun/").status_code == 200
    assert callable(buat)
    buat(pengguna=operator, oleh=organisasi)
    assert client.get("/akun/")["Location"] == "/masuk/?next=/akun/"


def test_nobody_makes_a_way_into_an_account_they_do_not_keep(organisasi: Pengguna) -> None:
    admin = make_pengguna("admin", username="admin", password="utuh")
    for buat in (invitation_create, first_password_create):
        for orang in (admin, organisasi):
            with pytest.raises(NotPermitted):
                buat(pengguna=orang, oleh=organisasi)
    assert segar(admin).password == "utuh"
    assert not Undangan.objects.exists()


def test_a_first_password_can_be_read_from_paper_and_is_none_of_the_demo() -> None:
    sandi = {random_password() for _ in range(200)}
    assert len(sandi) == 200
    for satu in sandi:
        assert re.fullmatch(
            r"([bdfghjkmnprstvwz][aeiu]){2}(-([bdfghjkmnprstvwz][aeiu]){2}){3}-[2-9]{2}", satu
        )
        assert not SANDI_DEMO.fullmatch(satu)


@pytest.mark.django_db(transaction=True)
def test_of_two_uses_at_once_one_succeeds(organisasi: Pengguna, operator: Pengguna) -> None:
    token = invitation_create(pengguna=operator, oleh=organisasi).token
    hasil: list[str] = []
    mulai = threading.Barrier(2)

    def pakai(sandi: str) -> None:
        mulai.wait()
        try:
            invitation_use(token=token, sandi=sandi)
            hasil.append(sandi)
        except InvitationExpired:
            hasil.append("")
        finally:
            connection.close()

    utas = [threading.Thread(target=pakai, args=(f"kata sandi nomor {n}",)) for n in (1, 2)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    (berhasil,) = [satu for satu in hasil if satu]
    assert len(hasil) == 2
    assert segar(operator).check_password(berhasil)
