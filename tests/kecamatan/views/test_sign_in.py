"""Signing in and out: words, error summary, the way back, the lock-out."""

import pytest
from django.test import Client
from pytest_django import Settings

from kecamatan.models import Pengguna
from tests.factory import make_kecamatan, make_pengguna

pytestmark = pytest.mark.django_db

SANDI = "kata-sandi-uji"


@pytest.fixture
def operator() -> Pengguna:
    pengguna = make_pengguna(
        "operator", kecamatan=make_kecamatan(), username="operator.balung", nama="Budi Santoso"
    )
    pengguna.set_password(SANDI)
    pengguna.save()
    return pengguna


def masuk(client: Client, nama: str = "operator.balung", sandi: str = SANDI, **lain: str) -> str:
    return client.post("/masuk/", {"username": nama, "password": sandi, **lain}, follow=True).content.decode()


def test_signing_in_leads_to_the_first_page_with_name_and_role(client: Client, operator: Pengguna) -> None:
    halaman = masuk(client)
    assert "<h1>Kecamatan dan tahun</h1>" in halaman
    assert "Budi Santoso" in halaman
    assert "Operator kecamatan" in halaman


def test_signing_in_leads_back_to_the_page_that_was_asked_for(client: Client, operator: Pengguna) -> None:
    jawaban = client.post(
        "/masuk/", {"username": "operator.balung", "password": SANDI, "next": "/?tahun=2021"}
    )
    assert jawaban["Location"] == "/?tahun=2021"


def test_signing_in_never_leads_to_another_site(client: Client, operator: Pengguna) -> None:
    for asing in ("https://contoh.net/", "//contoh.net/", "javascript:alert(1)"):
        client.logout()
        jawaban = client.post("/masuk/", {"username": "operator.balung", "password": SANDI, "next": asing})
        assert jawaban["Location"] == "/"


@pytest.mark.parametrize(
    ("nama", "sandi", "pesan", "sasaran"),
    [
        ("", SANDI, "Isi nama pengguna.", "#id_username"),
        ("operator.balung", "", "Isi kata sandi.", "#id_password"),
        (
            "operator.balung",
            "salah",
            "Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.",
            "#id_username",
        ),
        (
            "tidak.ada",
            SANDI,
            "Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.",
            "#id_username",
        ),
    ],
    ids=["no name", "no password", "wrong password", "unknown name"],
)
def test_what_is_wrong_is_said_above_and_linked(
    client: Client, operator: Pengguna, nama: str, sandi: str, pesan: str, sasaran: str
) -> None:
    halaman = masuk(client, nama, sandi)
    assert "<title>Kesalahan: Masuk – SAKIP Kecamatan</title>" in halaman
    assert "Ada masalah" in halaman
    assert f'<a href="{sasaran}">{pesan}</a>' in halaman
    assert halaman.index("Ada masalah") < halaman.index("<h1>Masuk</h1>")
    assert f'value="{nama}"' in halaman or not nama


def test_a_closed_account_gets_the_same_words_as_a_wrong_password(client: Client, operator: Pengguna) -> None:
    operator.is_active = False
    operator.save()
    assert "Nama pengguna atau kata sandi tidak cocok." in masuk(client)


def test_a_password_is_never_sent_back(client: Client, operator: Pengguna) -> None:
    assert "rahasia-saya" not in masuk(client, sandi="rahasia-saya")


def test_the_fifth_failure_locks_with_a_page_in_indonesian(
    client: Client, operator: Pengguna, settings: Settings
) -> None:
    settings.AXES_ENABLED = True
    for _ in range(4):
        assert client.post("/masuk/", {"username": "operator.balung", "password": "salah"}).status_code == 200
    terkunci = client.post("/masuk/", {"username": "operator.balung", "password": "salah"})
    assert terkunci.status_code == 429
    assert "Terlalu banyak percobaan" in terkunci.content.decode()
    assert client.post("/masuk/", {"username": "operator.balung", "password": SANDI}).status_code == 429


def test_signing_out_ends_the_session(client: Client, operator: Pengguna) -> None:
    masuk(client)
    assert client.post("/keluar/")["Location"] == "/masuk/"
    assert client.get("/")["Location"] == "/masuk/?next=/"


def test_who_has_signed_in_is_not_asked_again(client: Client, operator: Pengguna) -> None:
    masuk(client)
    assert client.get("/masuk/")["Location"] == "/"


def test_signing_in_works_behind_a_socket_that_tells_no_address(
    client: Client, operator: Pengguna, settings: Settings
) -> None:
    """A server on a Unix socket hands on no address, and PostgreSQL's column of addresses takes no "-"."""
    settings.AXES_ENABLED = True
    data = {"username": operator.username, "password": SANDI}
    assert client.post("/masuk/", data, REMOTE_ADDR="").status_code == 302
