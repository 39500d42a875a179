"""The first admin of an empty installation."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from kecamatan.models import Jejak, Pengguna

pytestmark = pytest.mark.django_db


def buat_admin(*arguments: str) -> str:
    keluaran = StringIO()
    call_command("buat_admin", *arguments, stdout=keluaran)
    return keluaran.getvalue()


@pytest.mark.one_engine
def test_it_prints_a_first_password_that_must_be_changed(client: Client) -> None:
    keluaran = buat_admin("Siti.Aminah", "--nama", "Siti Aminah")
    (password,) = re.findall(r"^Kata sandi pertama: (\S+)$", keluaran, re.M)
    admin = Pengguna.objects.get()
    assert (admin.username, admin.nama, admin.is_superuser) == ("siti.aminah", "Siti Aminah", False)
    assert [(k.peran, k.kecamatan, k.kabupaten) for k in admin.keanggotaan.all()] == [("admin", None, None)]
    client.post("/masuk/", {"username": "siti.aminah", "password": password})
    assert client.get("/")["Location"] == "/akun/sandi/"
    assert all(j.pengguna is None for j in Jejak.objects.all())
    assert Jejak.objects.count() == 3


def test_it_prints_a_link_instead(client: Client) -> None:
    keluaran = buat_admin("siti.aminah", "--tautan", "https://sakip.contohkab.go.id/")
    (run,) = re.findall(r"https://sakip\.contohkab\.go\.id(/undangan/[\w-]+/)$", keluaran, re.M)
    assert client.get(run).status_code == 200
    assert not Pengguna.objects.get().has_usable_password()


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        (("siti.aminah",), 'Nama pengguna "siti.aminah" sudah dipakai.'),
        (("s",), "Isi nama pengguna 3–50 karakter"),
        (("budi", "--tautan", "sakip.contohkab.go.id"), "bukan alamat situs"),
    ],
)
def test_what_it_cannot_do_changes_nothing(argument: tuple[str, ...], message: str) -> None:
    buat_admin("siti.aminah")
    before = list(Pengguna.objects.values())
    with pytest.raises(CommandError, match=message):
        buat_admin(*argument)
    assert list(Pengguna.objects.values()) == before
