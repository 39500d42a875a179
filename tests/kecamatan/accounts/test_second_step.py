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
    draw_qr,
    kode_periksa,
    kunci_baru,
    kunci_ketik,
    nomor_perangkat,
    recovery_codes_create,
    recovery_codes_left,
    second_factor_attach,
    second_factor_detach,
)
from kecamatan.authority import NotPermitted
from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak, Pengguna
from tests.factory import make_kecamatan, make_pengguna

pytestmark = pytest.mark.django_db

SAAT = datetime(2026, 8, 17, 3, 0, tzinfo=UTC)
KUNCI = "0123456789abcdef0123456789abcdef01234567"


def kode(geser: int = 0) -> str:
    """What the application shows now, or so many steps of 30 seconds later."""
    return f"{totp(bytes.fromhex(KUNCI), drift=geser):06d}"


@pytest.fixture
def camat() -> Pengguna:
    return make_pengguna("camat", kecamatan=make_kecamatan(), username="camat.balung")


@pytest.fixture
def waktu() -> Any:
    with time_machine.travel(SAAT, tick=False) as perjalanan:
        yield perjalanan


def install(orang: Pengguna) -> list[str]:
    return second_factor_attach(pengguna=orang, kunci=KUNCI, kode=kode()).cadangan


def test_one_right_code_sets_it_up_with_ten_spare_codes(camat: Pengguna, waktu: Any) -> None:
    terpasang = second_factor_attach(pengguna=camat, kunci=KUNCI, kode=kode())
    assert nomor_perangkat(camat) == terpasang.perangkat
    assert len(set(terpasang.cadangan)) == recovery_codes_left(camat) == 10
    assert Jejak.objects.get().tindakan == "langkah_kedua.dipasang"


@pytest.mark.parametrize("salah", ["000000", "12345", "abcdef", "", "١٢٣٤٥٦"])
def test_a_wrong_code_sets_up_nothing(camat: Pengguna, waktu: Any, salah: str) -> None:
    with pytest.raises(InputError, match="Kode tidak cocok"):
        second_factor_attach(pengguna=camat, kunci=KUNCI, kode=salah)
    assert nomor_perangkat(camat) is None
    assert not Jejak.objects.exists()


def test_it_is_set_up_once(camat: Pengguna, waktu: Any) -> None:
    install(camat)
    with pytest.raises(InputError, match="sudah terpasang"):
        install(camat)
    assert TOTPDevice.objects.count() == 1


def test_a_code_works_once(camat: Pengguna, waktu: Any) -> None:
    install(camat)
    assert not kode_periksa(pengguna=camat, kode=kode()).cocok  # it was used to set it up
    waktu.shift(60)
    assert kode_periksa(pengguna=camat, kode=kode()).cocok
    assert not kode_periksa(pengguna=camat, kode=kode()).cocok


def test_a_clock_half_a_minute_off_is_forgiven(camat: Pengguna, waktu: Any) -> None:
    install(camat)
    waktu.shift(300)
    assert kode_periksa(pengguna=camat, kode=kode(-1)).cocok
    waktu.shift(300)
    assert not kode_periksa(pengguna=camat, kode=kode(-5)).cocok


def test_wrong_codes_make_one_wait_longer_each_time(camat: Pengguna, waktu: Any) -> None:
    install(camat)
    waktu.shift(60)
    for tunggu in (1, 2, 4, 8, 16):
        assert kode_periksa(pengguna=camat, kode="000000").tunggu_sampai is None
        tertahan = kode_periksa(pengguna=camat, kode=kode())
        assert not tertahan.cocok
        assert tertahan.tunggu_sampai is not None
        waktu.shift(tunggu)
    assert kode_periksa(pengguna=camat, kode=kode()).cocok
    assert TOTPDevice.objects.get().throttling_failure_count == 0


def test_the_wait_is_said_with_the_hour(camat: Pengguna, waktu: Any) -> None:
    install(camat)
    waktu.shift(60)
    assert kode_periksa(pengguna=camat, kode="000000").pesan.startswith("Kode tidak cocok. ")
    assert kode_periksa(pengguna=camat, kode="000000").pesan == (
        "Terlalu banyak kode yang salah. Tunggu sampai pukul 10.01.02, lalu isi kode lagi."
    )


def test_a_spare_code_works_once_however_it_is_typed(camat: Pengguna, waktu: Any) -> None:
    pertama, kedua, *_ = install(camat)
    assert kode_periksa(pengguna=camat, kode=pertama).cocok
    assert not kode_periksa(pengguna=camat, kode=pertama).cocok
    waktu.shift(2)
    assert kode_periksa(pengguna=camat, kode=kedua.upper().replace("-", "")).cocok
    assert recovery_codes_left(camat) == 8
    assert Jejak.objects.filter(tindakan="kode_cadangan.dipakai").count() == 2


def test_nobody_uses_the_spare_code_of_somebody_else(camat: Pengguna, waktu: Any) -> None:
    milik_camat = install(camat)
    lain = make_pengguna(username="lain")
    assert not kode_periksa(pengguna=lain, kode=milik_camat[0]).cocok
    assert not kode_periksa(pengguna=lain, kode=kode()).cocok
    assert recovery_codes_left(camat) == 10


def test_new_spare_codes_replace_the_old(camat: Pengguna, waktu: Any) -> None:
    with pytest.raises(InputError, match="Pasang dahulu langkah kedua"):
        recovery_codes_create(pengguna=camat)
    lama = install(camat)
    baru = recovery_codes_create(pengguna=camat)
    assert not set(lama) & set(baru)
    assert {t.token for t in StaticToken.objects.all()} == {b.replace("-", "") for b in baru}


def test_it_is_taken_away_by_its_owner_and_by_who_keeps_the_account(camat: Pengguna, waktu: Any) -> None:
    keanggotaan = camat.keanggotaan.get()
    assert keanggotaan.kecamatan is not None
    organisasi = make_pengguna("organisasi", kabupaten=keanggotaan.kecamatan.kabupaten)
    for oleh in (camat, organisasi):
        install(camat)
        for _ in range(2):  # sent twice
            second_factor_detach(pengguna=camat, oleh=oleh, alasan="Ponsel hilang.")
        assert nomor_perangkat(camat) is None
        assert recovery_codes_left(camat) == 0
    assert [j.pengguna for j in Jejak.objects.filter(tindakan="langkah_kedua.dilepas").order_by("pk")] == [
        camat,
        organisasi,
    ]


def test_nobody_takes_it_from_an_account_they_do_not_keep(camat: Pengguna, waktu: Any) -> None:
    keanggotaan = camat.keanggotaan.get()
    assert keanggotaan.kecamatan is not None
    organisasi = make_pengguna("organisasi", kabupaten=keanggotaan.kecamatan.kabupaten)
    admin = make_pengguna("admin")
    install(admin)
    with pytest.raises(NotPermitted):
        second_factor_detach(pengguna=admin, oleh=organisasi)
    assert nomor_perangkat(admin) is not None


def test_the_drawing_and_the_words_hold_the_same_secret_and_no_style(camat: Pengguna) -> None:
    kunci = kunci_baru()
    ketikan = kunci_ketik(kunci)
    assert b32decode(ketikan.replace(" ", "")).hex() == kunci
    svg = draw_qr(pengguna=camat, kunci=kunci)
    assert svg.startswith('<svg viewBox="0 0 ')
    assert "style" not in svg
    assert "<title>Kode QR</title>" in svg
