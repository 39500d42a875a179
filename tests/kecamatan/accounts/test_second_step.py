"""The second step: setting it up, right and wrong codes, spare codes, taking it away."""

from base64 import b32decode
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from kecamatan.accounts.second_step import (
    check_digits,
    draw_qr,
    new_key,
    nomor_perangkat,
    recovery_codes_create,
    recovery_codes_left,
    second_factor_attach,
    second_factor_detach,
    typed_key,
)
from kecamatan.authority import NotPermitted
from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak, Pengguna
from tests.factory import make_kecamatan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

MOMENT = datetime(2026, 8, 17, 3, 0, tzinfo=UTC)
KEY = "0123456789abcdef0123456789abcdef01234567"


def kode(shift: int = 0) -> str:
    """What the application shows now, or so many steps of 30 seconds later."""
    return f"{totp(bytes.fromhex(KEY), drift=shift):06d}"


@pytest.fixture
def camat() -> Pengguna:
    return make_pengguna("camat", kecamatan=make_kecamatan(), username="camat.balung")


@pytest.fixture
def moment() -> Any:
    with time_machine.travel(MOMENT, tick=False) as journey:
        yield journey


def install(person: Pengguna) -> list[str]:
    return second_factor_attach(pengguna=person, key=KEY, kode=kode()).recovery


@pytest.mark.both_engines
def test_one_right_code_sets_it_up_with_ten_spare_codes(camat: Pengguna, moment: Any) -> None:
    installed = second_factor_attach(pengguna=camat, key=KEY, kode=kode())
    assert nomor_perangkat(camat) == installed.perangkat
    assert len(set(installed.recovery)) == recovery_codes_left(camat) == 10
    assert Jejak.objects.get().tindakan == "langkah_kedua.dipasang"


@pytest.mark.parametrize("wrong", ["000000", "12345", "abcdef", "", "١٢٣٤٥٦"])
def test_a_wrong_code_sets_up_nothing(camat: Pengguna, moment: Any, wrong: str) -> None:
    with pytest.raises(InputError, match="Kode tidak cocok"):
        second_factor_attach(pengguna=camat, key=KEY, kode=wrong)
    assert nomor_perangkat(camat) is None
    assert not Jejak.objects.exists()


def test_it_is_set_up_once(camat: Pengguna, moment: Any) -> None:
    install(camat)
    with pytest.raises(InputError, match="sudah terpasang"):
        install(camat)
    assert TOTPDevice.objects.count() == 1


def test_a_code_works_once(camat: Pengguna, moment: Any) -> None:
    install(camat)
    assert not check_digits(pengguna=camat, kode=kode()).matches  # it was used to set it up
    moment.shift(60)
    assert check_digits(pengguna=camat, kode=kode()).matches
    assert not check_digits(pengguna=camat, kode=kode()).matches


@pytest.mark.both_engines
def test_a_clock_half_a_minute_off_is_forgiven(camat: Pengguna, moment: Any) -> None:
    install(camat)
    moment.shift(300)
    assert check_digits(pengguna=camat, kode=kode(-1)).matches
    moment.shift(300)
    assert not check_digits(pengguna=camat, kode=kode(-5)).matches


@pytest.mark.both_engines
def test_wrong_codes_make_one_wait_longer_each_time(camat: Pengguna, moment: Any) -> None:
    install(camat)
    moment.shift(60)
    for wait in (1, 2, 4, 8, 16):
        assert check_digits(pengguna=camat, kode="000000").wait_until is None
        held = check_digits(pengguna=camat, kode=kode())
        assert not held.matches
        assert held.wait_until is not None
        moment.shift(wait)
    assert check_digits(pengguna=camat, kode=kode()).matches
    assert TOTPDevice.objects.get().throttling_failure_count == 0


def test_the_wait_is_said_with_the_hour(camat: Pengguna, moment: Any) -> None:
    install(camat)
    moment.shift(60)
    assert check_digits(pengguna=camat, kode="000000").message.startswith("Kode tidak cocok. ")
    assert check_digits(pengguna=camat, kode="000000").message == (
        "Terlalu banyak kode yang salah. Tunggu sampai pukul 10.01.02, lalu isi kode lagi."
    )


@pytest.mark.both_engines
def test_a_spare_code_works_once_however_it_is_typed(camat: Pengguna, moment: Any) -> None:
    first, second, *_ = install(camat)
    assert check_digits(pengguna=camat, kode=first).matches
    assert not check_digits(pengguna=camat, kode=first).matches
    moment.shift(2)
    assert check_digits(pengguna=camat, kode=second.upper().replace("-", "")).matches
    assert recovery_codes_left(camat) == 8
    assert Jejak.objects.filter(tindakan="kode_cadangan.dipakai").count() == 2


def test_nobody_uses_the_spare_code_of_somebody_else(camat: Pengguna, moment: Any) -> None:
    of_camat = install(camat)
    other = make_pengguna(username="lain")
    assert not check_digits(pengguna=other, kode=of_camat[0]).matches
    assert not check_digits(pengguna=other, kode=kode()).matches
    assert recovery_codes_left(camat) == 10


@pytest.mark.both_engines
def test_new_spare_codes_replace_the_old(camat: Pengguna, moment: Any) -> None:
    with pytest.raises(InputError, match="Pasang dahulu langkah kedua"):
        recovery_codes_create(pengguna=camat)
    old = install(camat)
    new = recovery_codes_create(pengguna=camat)
    assert not set(old) & set(new)
    assert {t.token for t in StaticToken.objects.all()} == {b.replace("-", "") for b in new}


def test_it_is_taken_away_by_its_owner_and_by_who_keeps_the_account(camat: Pengguna, moment: Any) -> None:
    keanggotaan = camat.keanggotaan.get()
    assert keanggotaan.kecamatan is not None
    organisasi = make_pengguna("organisasi", kabupaten=keanggotaan.kecamatan.kabupaten)
    for by in (camat, organisasi):
        install(camat)
        for _ in range(2):  # sent twice
            second_factor_detach(pengguna=camat, by=by, alasan="Ponsel hilang.")
        assert nomor_perangkat(camat) is None
        assert recovery_codes_left(camat) == 0
    assert [j.pengguna for j in Jejak.objects.filter(tindakan="langkah_kedua.dilepas").order_by("pk")] == [
        camat,
        organisasi,
    ]


def test_nobody_takes_it_from_an_account_they_do_not_keep(camat: Pengguna, moment: Any) -> None:
    keanggotaan = camat.keanggotaan.get()
    assert keanggotaan.kecamatan is not None
    organisasi = make_pengguna("organisasi", kabupaten=keanggotaan.kecamatan.kabupaten)
    admin = make_pengguna("admin")
    install(admin)
    with pytest.raises(NotPermitted):
        second_factor_detach(pengguna=admin, by=organisasi)
    assert nomor_perangkat(admin) is not None


def test_the_drawing_and_the_words_hold_the_same_secret_and_no_style(camat: Pengguna) -> None:
    key = new_key()
    typed = typed_key(key)
    assert b32decode(typed.replace(" ", "")).hex() == key
    svg = draw_qr(pengguna=camat, key=key)
    assert svg.startswith('<svg viewBox="0 0 ')
    assert "style" not in svg
    assert "<title>Kode QR</title>" in svg
