"""One's own account: password, second step, and what is asked of somebody before anything else."""

from base64 import b32decode
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_otp.oath import totp
from pytest_django import Settings

from kecamatan.accounts.second_step import nomor_perangkat, recovery_codes_left, second_factor_attach
from kecamatan.models import Pengguna
from tests.factory import make_kecamatan, make_pengguna

#: Pages over services and row sets that are tried on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

PASSWORD = "kata sandi uji coba"
NEW = "empat kata tak berhubungan"
KEY = "0123456789abcdef0123456789abcdef01234567"
MOMENT = datetime(2026, 8, 17, 3, 0, tzinfo=UTC)


def kode(key: str = KEY) -> str:
    return f"{totp(bytes.fromhex(key)):06d}"


def person(peran: str = "operator", **change: Any) -> Pengguna:
    """A person of that peran with a password."""
    kecamatan = make_kecamatan()
    places = (
        {"kecamatan": kecamatan} if peran in ("operator", "camat") else {"kabupaten": kecamatan.kabupaten}
    )
    pengguna = make_pengguna(peran, username="budi", nama="Budi Santoso", **places, **change)
    pengguna.set_password(PASSWORD)
    pengguna.save()
    return pengguna


@pytest.fixture
def moment() -> Any:
    with time_machine.travel(MOMENT, tick=False) as journey:
        yield journey


def sign_in(client: Client, tujuan: str = "") -> Any:
    return client.post("/masuk/", {"username": "budi", "password": PASSWORD, "next": tujuan})


def swap(client: Client, **change: str) -> Any:
    return client.post("/akun/sandi/", {"lama": PASSWORD, "sandi": NEW, "ulangan": NEW} | change)


# --- Account and password ---


def test_the_account_page_says_who_i_am_here(client: Client) -> None:
    client.force_login(person("organisasi", email="budi@contohkab.go.id"))
    page = client.get("/akun/").content.decode()
    for word in ("Budi Santoso", "budi@contohkab.go.id", "Bagian Organisasi, Kabupaten Jember"):
        assert word in page
    assert '<a href="/pengguna/">Pengguna</a>' in page


def test_who_keeps_no_accounts_has_no_link_to_them(client: Client) -> None:
    client.force_login(person("camat"))
    assert '"/pengguna/"' not in client.get("/akun/").content.decode()


def test_a_password_is_changed_and_other_sessions_end(client: Client) -> None:
    budi = person()
    other = Client()
    for one in (client, other):
        one.force_login(budi)
    answer = swap(client)
    assert answer["Location"] == "/akun/"
    assert "Kata sandi Anda sudah diganti." in client.get("/akun/").content.decode()
    assert other.get("/akun/")["Location"] == "/masuk/?next=/akun/"
    assert Pengguna.objects.get(pk=budi.pk).check_password(NEW)


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"lama": ""}, "lama", "Isi kata sandi yang sekarang."),
        ({"lama": "salah"}, "lama", "Kata sandi yang sekarang tidak cocok."),
        ({"sandi": "", "ulangan": ""}, "sandi", "Isi kata sandi baru."),
        ({"sandi": "pendek1", "ulangan": "pendek1"}, "sandi", "Isi kata sandi sedikitnya 12 karakter."),
        ({"sandi": "7391824650372", "ulangan": "7391824650372"}, "sandi", "Tambahkan huruf;"),
        (
            {"sandi": "budi santoso 1", "ulangan": "budi santoso 1"},
            "sandi",
            "Pilih kata sandi yang tidak mirip",
        ),
        ({"sandi": "password1234", "ulangan": "password1234"}, "sandi", "Pilih kata sandi lain;"),
        ({"ulangan": "lain sama sekali"}, "ulangan", "Kedua kata sandi baru tidak sama."),
        (
            {"sandi": PASSWORD, "ulangan": PASSWORD},
            "sandi",
            "Pilih kata sandi yang berbeda dari yang sekarang.",
        ),
    ],
)
def test_what_is_wrong_with_a_new_password_is_said_beside_it(
    client: Client, change: dict[str, str], field: str, message: str
) -> None:
    budi = person()
    client.force_login(budi)
    page = swap(client, **change).content.decode()
    assert "<title>Kesalahan: Ganti kata sandi – SAKIP Kecamatan</title>" in page
    assert f'<a href="#id_{field}">{message}' in page
    assert page.index("Ada masalah") < page.index("<h1>")
    assert NEW not in page
    assert Pengguna.objects.get(pk=budi.pk).check_password(PASSWORD)


def test_no_demo_password_is_chosen_in_production(client: Client, settings: Settings) -> None:
    client.force_login(person())
    settings.IS_PRODUCTION = True
    demo = "demo-jember-sakip"
    assert (
        "Pilih kata sandi lain; yang ini tercantum" in swap(client, sandi=demo, ulangan=demo).content.decode()
    )


def test_guessing_the_present_password_locks_as_the_sign_in_does(client: Client, settings: Settings) -> None:
    settings.AXES_ENABLED = True
    client.force_login(person())
    for _ in range(4):
        assert swap(client, lama="salah").status_code == 200
    closed = swap(client, lama="salah")
    assert closed.status_code == 429
    assert "Tunggu 15 menit, lalu coba lagi." in closed.content.decode()


# --- The first password ---


def test_with_a_first_password_only_its_change_and_the_way_out_are_open(client: Client) -> None:
    person(wajib_ganti_sandi=True)
    sign_in(client)
    assert client.get("/")["Location"] == "/akun/sandi/"
    for address in ("/akun/", "/kecamatan/balung/2021/", "/pengguna/"):
        assert client.get(address)["Location"] == f"/akun/sandi/?next={address.replace('/', '%2F')}"
    sent = client.post("/kecamatan/balung/2021/dokumen/rkt/berkas/")["Location"]
    assert sent.startswith("/akun/sandi/?next=%2Fkecamatan%2Fbalung%2F2021%2Fdokumen%2Frkt%2F%3Flanjut%3D")
    assert "diketahui orang yang membuatnya" in client.get("/akun/sandi/").content.decode()
    assert client.get("/sehat/").status_code == 200
    assert swap(client, next="/akun/")["Location"] == "/akun/"
    assert client.get("/akun/").status_code == 200


def test_a_script_that_asks_for_json_is_told_so_instead_of_being_led(client: Client) -> None:
    client.force_login(person(wajib_ganti_sandi=True))
    answer = client.post("/akun/", {}, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()) == (401, {"pesan": "Selesaikan dahulu cara masuk Anda."})


def test_the_way_out_stays_open_to_who_must_change_the_password(client: Client) -> None:
    client.force_login(person(wajib_ganti_sandi=True))
    assert client.post("/keluar/")["Location"] == "/masuk/"


# --- The second step ---


def prove(client: Client, tujuan: str = "") -> Any:
    """Give the password, without which no second step is set up."""
    return client.post("/akun/langkah-kedua/", {"lama": PASSWORD, "next": tujuan})


def test_it_is_set_up_by_who_knows_the_password_only(client: Client, moment: Any) -> None:
    """A machine that was left alone must not be turned into an account that its owner cannot enter any more."""
    budi = person()
    client.force_login(budi)
    page = client.get("/akun/langkah-kedua/").content.decode()
    assert "kunci-ketik" not in page
    assert "Isi kata sandi Anda dahulu." in page
    for without in ({"kode": kode()}, {"lama": "salah", "kode": kode()}):
        page = client.post("/akun/langkah-kedua/", without).content.decode()
        assert "<title>Kesalahan: Pasang langkah kedua" in page
        assert "kunci-ketik" not in page
    assert nomor_perangkat(budi) is None
    assert prove(client, "/panduan/")["Location"] == "/akun/langkah-kedua/?next=%2Fpanduan%2F"
    page = client.get("/akun/langkah-kedua/?next=%2Fpanduan%2F").content.decode()
    assert "kunci-ketik" in page
    assert 'name="next" value="/panduan/"' in page


def test_the_password_is_asked_again_after_a_quarter_of_an_hour(client: Client, moment: Any) -> None:
    client.force_login(person())
    prove(client)
    moment.shift(15 * 60)
    assert "kunci-ketik" in client.get("/akun/langkah-kedua/").content.decode()
    moment.shift(1)
    assert "kunci-ketik" not in client.get("/akun/langkah-kedua/").content.decode()


def test_guessing_the_password_there_locks_as_the_sign_in_does(client: Client, settings: Settings) -> None:
    settings.AXES_ENABLED = True
    client.force_login(person())
    codes = [client.post("/akun/langkah-kedua/", {"lama": "salah"}).status_code for _ in range(6)]
    assert codes == [200, 200, 200, 200, 429, 429]


def install(client: Client) -> Any:
    """Set it up as a person does: give the password, read the secret from the page, give the code of the phone."""
    prove(client)
    page = client.get("/akun/langkah-kedua/").content.decode()
    typed = page.split('<code class="kunci-ketik">')[1].split("</code>")[0]
    return client.post("/akun/langkah-kedua/", {"kode": kode(b32decode(typed.replace(" ", "")).hex())})


def test_setting_it_up_shows_the_spare_codes_once(client: Client, moment: Any) -> None:
    budi = person()
    client.force_login(budi)
    installed = install(client)
    page = installed.content.decode()
    assert page.count("<li><code>") == 10
    assert "no-store" in installed["Cache-Control"]
    assert nomor_perangkat(budi) is not None
    assert "<li><code>" not in client.get("/akun/").content.decode()
    assert client.get("/akun/langkah-kedua/")["Location"] == "/akun/"  # this session is through


def test_the_secret_stays_while_the_code_is_looked_for(client: Client, moment: Any) -> None:
    client.force_login(person())
    prove(client)
    pages = [client.get("/akun/langkah-kedua/").content.decode() for _ in range(2)]
    pages.append(client.post("/akun/langkah-kedua/", {"kode": "000 000"}).content.decode())
    assert len({one.split("kunci-ketik")[1].split("</code>")[0] for one in pages}) == 1
    assert "<title>Kesalahan: Pasang langkah kedua" in pages[2]
    assert "style=" not in "".join(pages)


def test_signing_in_then_asks_for_a_code_before_anything_else(client: Client, moment: Any) -> None:
    budi = person()
    second_factor_attach(pengguna=budi, key=KEY, kode=kode())
    moment.shift(60)
    assert sign_in(client, "/akun/")["Location"] == "/akun/"
    assert client.get("/akun/")["Location"] == "/masuk/kode/?next=%2Fakun%2F"
    sent = client.post("/akun/sandi/", {})["Location"]
    assert sent.startswith("/masuk/kode/?next=%2Fakun%2Fsandi%2F%3Flanjut%3D")
    wrong = client.post("/masuk/kode/", {"kode": "000000", "next": "/akun/"}).content.decode()
    assert '<a href="#id_kode">Kode tidak cocok.' in wrong
    held = client.post("/masuk/kode/", {"kode": kode()}).content.decode()
    assert "Terlalu banyak kode yang salah. Tunggu sampai pukul 10.01.02" in held
    assert client.get("/akun/").status_code == 302
    moment.shift(2)
    angka = kode()
    right_answer = client.post("/masuk/kode/", {"kode": f"{angka[:3]} {angka[3:]}", "next": "/akun/"})
    assert right_answer["Location"] == "/akun/"
    assert client.get("/akun/").status_code == 200
    assert client.get("/masuk/kode/")["Location"] == "/"


def test_the_code_page_never_leads_to_another_site(client: Client, moment: Any) -> None:
    second_factor_attach(pengguna=person(), key=KEY, kode=kode())
    moment.shift(60)
    sign_in(client)
    answer = client.post("/masuk/kode/", {"kode": kode(), "next": "https://contoh.net/"})
    assert answer["Location"] == "/"


@pytest.mark.parametrize("tujuan", ["tidak-ada", "akun", "../", "2023", "?a=1"])
def test_a_page_to_go_to_is_an_address_and_nothing_else(client: Client, tujuan: str) -> None:
    person()
    sign_in(client)
    assert client.post("/masuk/kode/", {"next": tujuan})["Location"] == "/"


def test_a_spare_code_opens_as_well(client: Client, moment: Any) -> None:
    budi = person()
    recovery = second_factor_attach(pengguna=budi, key=KEY, kode=kode()).recovery
    sign_in(client)
    assert "Kode cadangan" in client.get("/masuk/kode/?cara=cadangan").content.decode()
    client.post("/masuk/kode/", {"kode": recovery[0], "cara": "cadangan"})
    assert client.get("/akun/").status_code == 200
    assert recovery_codes_left(budi) == 9


def test_a_code_is_asked_before_a_first_password_is_changed(client: Client, moment: Any) -> None:
    """A stolen sheet alone must not be enough."""
    budi = person(wajib_ganti_sandi=True)
    second_factor_attach(pengguna=budi, key=KEY, kode=kode())
    sign_in(client)
    assert client.get("/akun/sandi/")["Location"].startswith("/masuk/kode/")


def test_a_session_does_not_outlive_a_device_that_was_replaced(client: Client, moment: Any) -> None:
    budi = person()
    client.force_login(budi)
    install(client)
    assert client.get("/akun/").status_code == 200
    client.post("/akun/langkah-kedua/lepas/", {"lama": PASSWORD})
    second_factor_attach(pengguna=budi, key=KEY, kode=kode())
    assert client.get("/akun/")["Location"].startswith("/masuk/kode/")


@pytest.mark.parametrize("address", ["/akun/langkah-kedua/lepas/", "/akun/kode-cadangan/"])
def test_what_weakens_an_account_asks_for_the_password(client: Client, moment: Any, address: str) -> None:
    budi = person()
    client.force_login(budi)
    install(client)
    assert "Kata sandi yang sekarang tidak cocok." in client.post(address, {"lama": "salah"}).content.decode()
    assert (nomor_perangkat(budi) is not None, recovery_codes_left(budi)) == (True, 10)
    answer = client.post(address, {"lama": PASSWORD})
    if "lepas" in address:
        assert answer["Location"] == "/akun/"
        assert nomor_perangkat(budi) is None
    else:
        assert answer.content.decode().count("<li><code>") == 10


@pytest.mark.parametrize(
    ("peran", "requested"), [("camat", True), ("organisasi", True), ("operator", False), ("pengawas", False)]
)
def test_where_it_is_wajib_camat_and_bagian_organisasi_set_it_up_first(
    client: Client, settings: Settings, moment: Any, peran: str, requested: bool
) -> None:
    settings.SAKIP_TOTP = "wajib"
    client.force_login(person(peran))
    answer = client.get("/akun/")
    if not requested:
        assert answer.status_code == 200
        return
    assert answer["Location"] == "/akun/langkah-kedua/?next=%2Fakun%2F"
    assert "Untuk peran Anda, langkah kedua wajib" in client.get("/akun/langkah-kedua/").content.decode()
    assert install(client).status_code == 200
    assert client.get("/akun/").status_code == 200


def test_a_first_password_is_changed_before_it_is_set_up(client: Client, settings: Settings) -> None:
    settings.SAKIP_TOTP = "wajib"
    client.force_login(person("camat", wajib_ganti_sandi=True))
    assert client.get("/akun/")["Location"].startswith("/akun/sandi/")
    assert swap(client)["Location"] == "/"
    assert client.get("/")["Location"] == "/akun/langkah-kedua/"


def test_switched_off_it_is_neither_asked_nor_offered(
    client: Client, settings: Settings, moment: Any
) -> None:
    budi = person()
    second_factor_attach(pengguna=budi, key=KEY, kode=kode())
    settings.SAKIP_TOTP = "mati"
    client.force_login(budi)
    assert "Langkah kedua" not in client.get("/akun/").content.decode()
    for address in ("/akun/langkah-kedua/", "/akun/langkah-kedua/lepas/", "/akun/kode-cadangan/"):
        assert client.get(address).status_code == 404
    assert client.get("/masuk/kode/")["Location"] == "/"


def test_asking_whether_a_code_is_owed_costs_no_query_of_its_own(client: Client) -> None:
    client.force_login(person())
    with CaptureQueriesContext(connection) as query:
        client.get("/akun/sandi/")
    (about,) = [k["sql"] for k in query.captured_queries if "otp_totp" in k["sql"]]
    assert 'FROM "kecamatan_pengguna"' in about


def test_a_page_of_somebody_else_learns_that_its_reader_is_gone(client: Client) -> None:
    one, other = make_pengguna(username="satu"), make_pengguna(username="dua")
    client.force_login(one)
    assert client.get("/akun/aktif/").status_code == 204
    assert client.get(f"/akun/aktif/?pengguna={one.pk}").status_code == 204
    assert client.get(f"/akun/aktif/?pengguna={other.pk}").status_code == 409
