"""Signing in and out: words, error summary, the way back, the lock-out."""

import pytest
from django.test import Client
from pytest_django import Settings

from kecamatan.models import Pengguna
from tests.factory import make_kecamatan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

PASSWORD = "kata-sandi-uji"


@pytest.fixture
def operator() -> Pengguna:
    pengguna = make_pengguna(
        "operator", kecamatan=make_kecamatan(), username="operator.balung", nama="Budi Santoso"
    )
    pengguna.set_password(PASSWORD)
    pengguna.save()
    return pengguna


def sign_in(client: Client, nama: str = "operator.balung", password: str = PASSWORD, **others: str) -> str:
    return client.post(
        "/masuk/", {"username": nama, "password": password, **others}, follow=True
    ).content.decode()


def test_signing_in_leads_to_the_first_page_with_name_and_role(client: Client, operator: Pengguna) -> None:
    page = sign_in(client)
    assert "<h1>Kecamatan dan tahun</h1>" in page
    assert "Budi Santoso" in page
    assert "Operator kecamatan" in page


@pytest.mark.parametrize("name", ["Operator.Balung", "OPERATOR.BALUNG", " operator.balung "])
def test_a_name_signs_in_however_its_letters_are_typed(client: Client, operator: Pengguna, name: str) -> None:
    assert "Budi Santoso" in sign_in(client, name)


@pytest.mark.both_engines
def test_a_name_with_capitals_of_old_signs_in_as_well(client: Client, operator: Pengguna) -> None:
    Pengguna.objects.filter(pk=operator.pk).update(username="Operator.Balung")
    assert "Budi Santoso" in sign_in(client, "operator.balung")


def test_signing_in_leads_back_to_the_page_that_was_asked_for(client: Client, operator: Pengguna) -> None:
    answer = client.post(
        "/masuk/", {"username": "operator.balung", "password": PASSWORD, "next": "/?tahun=2021"}
    )
    assert answer["Location"] == "/?tahun=2021"


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_the_page_of_signing_in_is_read_and_sent_like_every_other(
    client: Client, operator: Pengguna, method: str
) -> None:
    assert getattr(client, method)("/masuk/").status_code == 405


def test_signing_in_never_leads_to_another_site(client: Client, operator: Pengguna) -> None:
    for foreign in ("https://contoh.net/", "//contoh.net/", "javascript:alert(1)"):
        client.logout()
        answer = client.post(
            "/masuk/", {"username": "operator.balung", "password": PASSWORD, "next": foreign}
        )
        assert answer["Location"] == "/"


@pytest.mark.parametrize(
    ("nama", "password", "message", "sasaran"),
    [
        ("", PASSWORD, "Isi nama pengguna.", "#id_username"),
        ("operator.balung", "", "Isi kata sandi.", "#id_password"),
        (
            "operator.balung",
            "salah",
            "Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.",
            "#id_username",
        ),
        (
            "tidak.ada",
            PASSWORD,
            "Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.",
            "#id_username",
        ),
        (
            "a" * 100_000,
            PASSWORD,
            "Nama pengguna paling panjang 150 karakter. Tulis nama pengguna saja.",
            "#id_username",
        ),
    ],
    ids=["no name", "no password", "wrong password", "unknown name", "endless name"],
)
def test_what_is_wrong_is_said_above_and_linked(
    client: Client, operator: Pengguna, nama: str, password: str, message: str, sasaran: str
) -> None:
    page = sign_in(client, nama, password)
    assert "<title>Kesalahan: Masuk – SAKIP Kecamatan</title>" in page
    assert "Ada masalah" in page
    assert f'<a href="{sasaran}">{message}</a>' in page
    assert page.index("Ada masalah") < page.index("<h1>Masuk</h1>")
    assert f'value="{nama}"' in page or not nama


def test_a_closed_account_gets_the_same_words_as_a_wrong_password(client: Client, operator: Pengguna) -> None:
    operator.is_active = False
    operator.save()
    assert "Nama pengguna atau kata sandi tidak cocok." in sign_in(client)


def test_a_password_is_never_sent_back(client: Client, operator: Pengguna) -> None:
    assert "rahasia-saya" not in sign_in(client, password="rahasia-saya")


def test_the_fifth_failure_locks_with_a_page_in_indonesian(
    client: Client, operator: Pengguna, settings: Settings
) -> None:
    settings.AXES_ENABLED = True
    for _ in range(4):
        assert client.post("/masuk/", {"username": "operator.balung", "password": "salah"}).status_code == 200
    closed = client.post("/masuk/", {"username": "operator.balung", "password": "salah"})
    assert closed.status_code == 429
    assert "Terlalu banyak percobaan" in closed.content.decode()
    assert client.post("/masuk/", {"username": "operator.balung", "password": PASSWORD}).status_code == 429


def test_capitals_do_not_start_the_count_anew(client: Client, operator: Pengguna, settings: Settings) -> None:
    settings.AXES_ENABLED = True
    names = ("operator.balung", "Operator.Balung", "OPERATOR.balung", "operator.Balung", "Operator.balung")
    codes = [client.post("/masuk/", {"username": one, "password": "salah"}).status_code for one in names]
    assert codes == [200, 200, 200, 200, 429]


def test_signing_out_ends_the_session(client: Client, operator: Pengguna) -> None:
    sign_in(client)
    assert client.post("/keluar/")["Location"] == "/masuk/"
    assert client.get("/")["Location"] == "/masuk/?next=/"


def test_who_has_signed_in_is_not_asked_again(client: Client, operator: Pengguna) -> None:
    sign_in(client)
    assert client.get("/masuk/")["Location"] == "/"


def test_signing_in_works_behind_a_socket_that_tells_no_address(
    client: Client, operator: Pengguna, settings: Settings
) -> None:
    """A server on a Unix socket hands on no address, and PostgreSQL's column of addresses takes no "-"."""
    settings.AXES_ENABLED = True
    data = {"username": operator.username, "password": PASSWORD}
    assert client.post("/masuk/", data, REMOTE_ADDR="").status_code == 302
