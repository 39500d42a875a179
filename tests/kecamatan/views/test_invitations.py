"""A link that is opened by nobody who has signed in, and what it tells to whom."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kecamatan.accounts.passwords import invitation_create
from kecamatan.models import Pengguna, Undangan
from tests.factory import make_kecamatan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

PASSWORD = "empat kata tak berhubungan"


@pytest.fixture
def operator() -> Pengguna:
    return make_pengguna(
        "operator", kecamatan=make_kecamatan(), username="siti.aminah", nama="Siti Aminah", password="!"
    )


@pytest.fixture
def address(operator: Pengguna) -> str:
    return f"/undangan/{invitation_create(pengguna=operator, by=None).token}/"


def test_a_person_chooses_a_password_and_signs_in(client: Client, operator: Pengguna, address: str) -> None:
    page = client.get(address)
    assert "Selamat datang, Siti Aminah." in page.content.decode()
    assert "<strong>siti.aminah</strong>" in page.content.decode()
    stored = client.post(address, {"sandi": PASSWORD, "ulangan": PASSWORD}, follow=True)
    assert stored.redirect_chain == [("/masuk/", 302)]
    assert "Kata sandi Anda tersimpan. Silakan masuk." in stored.content.decode()
    sign_in = client.post("/masuk/", {"username": "siti.aminah", "password": PASSWORD})
    assert sign_in["Location"] == "/"


def test_whoever_was_signed_in_at_that_machine_is_signed_out(
    client: Client, operator: Pengguna, address: str
) -> None:
    client.force_login(make_pengguna("admin", username="admin"))
    client.post(address, {"sandi": PASSWORD, "ulangan": PASSWORD})
    assert client.get("/")["Location"] == "/masuk/?next=/"


def test_looking_uses_nothing_up(client: Client, operator: Pengguna, address: str) -> None:
    for _ in range(3):
        assert client.get(address).status_code == 200
    assert client.head(address).status_code == 200
    assert Undangan.objects.get().dipakai_pada is None


@pytest.mark.parametrize(
    ("password", "repetition", "message"),
    [
        ("", "", "Isi kata sandi baru."),
        ("pendek", "pendek", "Isi kata sandi sedikitnya 12 karakter."),
        (PASSWORD, "lain sama sekali", "Kedua kata sandi baru tidak sama."),
        ("siti.aminah1", "siti.aminah1", "Pilih kata sandi yang tidak mirip"),
    ],
)
def test_a_refused_password_leaves_the_link_open(
    client: Client, operator: Pengguna, address: str, password: str, repetition: str, message: str
) -> None:
    page = client.post(address, {"sandi": password, "ulangan": repetition}).content.decode()
    assert "<title>Kesalahan: Pilih kata sandi – SAKIP Kecamatan</title>" in page
    assert message in page
    assert client.post(address, {"sandi": PASSWORD, "ulangan": PASSWORD}).status_code == 302


def test_sent_twice_it_counts_once(client: Client, operator: Pengguna, address: str) -> None:
    assert client.post(address, {"sandi": PASSWORD, "ulangan": PASSWORD}).status_code == 302
    second = client.post(address, {"sandi": "kata sandi orang lain", "ulangan": "kata sandi orang lain"})
    assert second.status_code == 410
    assert Pengguna.objects.get(pk=operator.pk).check_password(PASSWORD)


@pytest.mark.both_engines
def test_unknown_used_withdrawn_and_old_links_say_the_same(
    client: Client, operator: Pengguna, address: str
) -> None:
    answers = {"asing": client.get("/undangan/asing/")}
    for nama, change in (
        ("lewat", {"berlaku_sampai": timezone.now() - timedelta(seconds=1)}),
        ("dicabut", {"dicabut_pada": timezone.now()}),
        ("dipakai", {"dipakai_pada": timezone.now()}),
    ):
        original = Undangan.objects.values("berlaku_sampai", "dicabut_pada", "dipakai_pada").get()
        Undangan.objects.update(**change)
        answers[nama] = client.get(address)
        answers[f"{nama} kirim"] = client.post(address, {"sandi": PASSWORD, "ulangan": PASSWORD})
        Undangan.objects.update(**original)
    Pengguna.objects.update(is_active=False)
    answers["nonaktif"] = client.get(address)
    assert {j.status_code for j in answers.values()} == {410}
    # A page that answers a form says so to the script, and no more.
    for sent in (True, False):
        assert len({j.content for nama, j in answers.items() if nama.endswith("kirim") is sent}) == 1
    assert (
        answers["lewat kirim"].content.decode().replace(" data-jawaban", "")
        == answers["lewat"].content.decode()
    )
    assert "mintalah tautan baru kepada Bagian Organisasi" in answers["asing"].content.decode()
    assert not Pengguna.objects.get(pk=operator.pk).has_usable_password()


def test_the_address_and_the_page_stay_secret(client: Client, address: str) -> None:
    for one in (address, "/undangan/asing/"):
        answer = client.get(one)
        assert answer["Referrer-Policy"] == "strict-origin"
        assert "no-store" in answer["Cache-Control"]


def test_a_form_from_elsewhere_is_refused(operator: Pengguna, address: str) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post(address, {"sandi": PASSWORD, "ulangan": PASSWORD}).status_code == 403
    assert not Pengguna.objects.get(pk=operator.pk).has_usable_password()
