"""What somebody who knows the office guesses first is no password; what nobody guesses is one, however plain."""

from __future__ import annotations

import pytest
from django.test import Client

from kecamatan.accounts.guessable import GuessableValidator, worth
from kecamatan.accounts.passwords import random_password
from kecamatan.models import DesaKelurahan, Pengguna
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine

PASSWORD = "kata sandi uji coba"


@each_row(
    ("password", "pieces"),
    [
        ("kecamatan2026", 2),  # the office, a year
        ("rahasia12345", 4),  # a common word (3), a row
        ("Kecamatan-2026!", 3),  # "!" is read as a letter
        ("K3c4m4t4n2026", 2),
        ("2026kecamatan2026", 3),
        ("rahasia rahasia rahasia", 3),  # said again, it is worth no more
        ("sangatrahasia1", 4),  # known as one (3), and a figure
        ("operator111111", 2),
        ("admin#123456789", 2),
        ("Bismillah_2021", 4),
        ("qwertyuiop09876", 4),  # the row 09876 backwards
        ("abcdefghijkl", 1),
        ("camat17081945", 2),  # a date
        ("camat198503122010011001", 2),  # a NIP
        ("merdeka 1945 1945", 5),
        pytest.param("kecamatan2026" * 1000, 2, id="said a thousand times"),
        ("password!!2024", 6),
        ("xkqvtzwpmrbn", 12),  # letters of nothing
        ("kuda lari toko biru", 16),  # no listed word
        ("rumah kopi langit motor", 12),  # four listed words
    ],
)
def test_a_password_is_worth_its_pieces(password: str, pieces: int) -> None:
    assert worth(password) == pieces


@pytest.fixture
def siti(db: None) -> Pengguna:
    """Of Umbulsari in Jember, where there is a desa Sukoreno."""
    umbulsari = make_kecamatan(kabupaten=make_kabupaten(nama="Jember"), nama="Umbulsari", slug="umbulsari")
    make(DesaKelurahan, kecamatan=umbulsari, nama="Suko Reno")
    siti = make_pengguna(
        "operator",
        kecamatan=umbulsari,
        username="siti.aminah",
        nama="Siti Nur Aminah",
        email="aminah.keu@contohkab.go.id",
    )
    siti.set_password(PASSWORD)
    siti.save()
    return siti


def choose(client: Client, password: str) -> str:
    """The page after the choice: with the error, or nothing when it was taken."""
    data = {"lama": PASSWORD, "sandi": password, "ulangan": password}
    return client.post("/akun/sandi/", data).content.decode()


@pytest.mark.parametrize(
    "password",
    [
        "kecamatan2026",
        "rahasia12345",
        "umbulsari2025",
        "Umbulsari@Jember",
        "kec.umbulsari.kab.jember",
        "sukoreno#2024",
        "suko-reno-12345",
        "aminah19850312",
        "operatorumbulsari",
        "lkip umbulsari 2021",
    ],
)
def test_local_words_are_refused_with_what_helps(client: Client, siti: Pengguna, password: str) -> None:
    client.force_login(siti)
    page = choose(client, password)
    assert f'<a href="#id_sandi">{GuessableValidator.message}' in page
    assert "Pilih empat kata yang tidak berhubungan" in page
    assert password not in page
    assert Pengguna.objects.get(pk=siti.pk).check_password(PASSWORD)


@pytest.mark.parametrize(
    "password",
    [
        "empat kata tak berhubungan",
        "kuda lari toko biru",
        "Tr7kq9-Wm2xp",
        # Named, as every process must know the test by one name.
        pytest.param(random_password(), id="made by the site"),
    ],
)
def test_what_nobody_guesses_is_taken(client: Client, siti: Pengguna, password: str) -> None:
    client.force_login(siti)
    assert choose(client, password) == ""
    assert Pengguna.objects.get(pk=siti.pk).check_password(password)
