"""A link that is opened by nobody who has signed in, and what it tells to whom."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kecamatan.accounts.passwords import invitation_create
from kecamatan.models import Pengguna, Undangan
from tests.factory import make_kecamatan, make_pengguna

pytestmark = pytest.mark.django_db

SANDI = "empat kata tak berhubungan"


@pytest.fixture
def operator() -> Pengguna:
    return make_pengguna(
        "operator", kecamatan=make_kecamatan(), username="siti.aminah", nama="Siti Aminah", password="!"
    )


@pytest.fixture
def alamat(operator: Pengguna) -> str:
    return f"/undangan/{invitation_create(pengguna=operator, oleh=None).token}/"


def test_a_person_chooses_a_password_and_signs_in(client: Client, operator: Pengguna, alamat: str) -> None:
    halaman = client.get(alamat)
    assert "Selamat datang, Siti Aminah." in halaman.content.decode()
    assert "<strong>siti.aminah</strong>" in halaman.content.decode()
    tersimpan = client.post(alamat, {"sandi": SANDI, "ulangan": SANDI}, follow=True)
    assert tersimpan.redirect_chain == [("/masuk/", 302)]
    assert "Kata sandi Anda tersimpan. Silakan masuk." in tersimpan.content.decode()
    masuk = client.post("/masuk/", {"username": "siti.aminah", "password": SANDI})
    assert masuk["Location"] == "/"


def test_whoever_was_signed_in_at_that_machine_is_signed_out(
    client: Client, operator: Pengguna, alamat: str
) -> None:
    client.force_login(make_pengguna("admin", username="admin"))
    client.post(alamat, {"sandi": SANDI, "ulangan": SANDI})
    assert client.get("/")["Location"] == "/masuk/?next=/"


def test_looking_uses_nothing_up(client: Client, operator: Pengguna, alamat: str) -> None:
    for _ in range(3):
        assert client.get(alamat).status_code == 200
    assert client.head(alamat).status_code == 200
    assert Undangan.objects.get().dipakai_pada is None


@pytest.mark.parametrize(
    ("sandi", "ulangan", "pesan"),
    [
        ("", "", "Isi kata sandi baru."),
        ("pendek", "pendek", "Isi kata sandi sedikitnya 12 karakter."),
        (SANDI, "lain sama sekali", "Kedua kata sandi baru tidak sama."),
        ("siti.aminah1", "siti.aminah1", "Pilih kata sandi yang tidak mirip"),
    ],
)
def test_a_refused_password_leaves_the_link_open(
    client: Client, operator: Pengguna, alamat: str, sandi: str, ulangan: str, pesan: str
) -> None:
    halaman = client.post(alamat, {"sandi": sandi, "ulangan": ulangan}).content.decode()
    assert "<title>Kesalahan: Pilih kata sandi – SAKIP Kecamatan</title>" in halaman
    assert pesan in halaman
    assert client.post(alamat, {"sandi": SANDI, "ulangan": SANDI}).status_code == 302


def test_sent_twice_it_counts_once(client: Client, operator: Pengguna, alamat: str) -> None:
    assert client.post(alamat, {"sandi": SANDI, "ulangan": SANDI}).status_code == 302
    kedua = client.post(alamat, {"sandi": "kata sandi orang lain", "ulangan": "kata sandi orang lain"})
    assert kedua.status_code == 410
    assert Pengguna.objects.get(pk=operator.pk).check_password(SANDI)


def test_unknown_used_withdrawn_and_old_links_say_the_same(
    client: Client, operator: Pengguna, alamat: str
) -> None:
    jawaban = {"asing": client.get("/undangan/asing/")}
    for nama, change in (
        ("lewat", {"berlaku_sampai": timezone.now() - timedelta(seconds=1)}),
        ("dicabut", {"dicabut_pada": timezone.now()}),
        ("dipakai", {"dipakai_pada": timezone.now()}),
    ):
        semula = Undangan.objects.values("berlaku_sampai", "dicabut_pada", "dipakai_pada").get()
        Undangan.objects.update(**change)
        jawaban[nama] = client.get(alamat)
        jawaban[f"{nama} kirim"] = client.post(alamat, {"sandi": SANDI, "ulangan": SANDI})
        Undangan.objects.update(**semula)
    Pengguna.objects.update(is_active=False)
    jawaban["nonaktif"] = client.get(alamat)
    assert {j.status_code for j in jawaban.values()} == {410}
    assert len({j.content for j in jawaban.values()}) == 1
    assert "mintalah tautan baru kepada Bagian Organisasi" in jawaban["asing"].content.decode()
    assert not Pengguna.objects.get(pk=operator.pk).has_usable_password()


def test_the_address_and_the_page_stay_secret(client: Client, alamat: str) -> None:
    for satu in (alamat, "/undangan/asing/"):
        jawaban = client.get(satu)
        assert jawaban["Referrer-Policy"] == "strict-origin"
        assert "no-store" in jawaban["Cache-Control"]


def test_a_form_from_elsewhere_is_refused(operator: Pengguna, alamat: str) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post(alamat, {"sandi": SANDI, "ulangan": SANDI}).status_code == 403
    assert not Pengguna.objects.get(pk=operator.pk).has_usable_password()
