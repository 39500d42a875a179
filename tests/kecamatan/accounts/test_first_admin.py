"""The first admin of an empty installation."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from kecamatan.models import Jejak, Pengguna

pytestmark = pytest.mark.django_db


def buat_admin(*argumen: str) -> str:
    keluaran = StringIO()
    call_command("buat_admin", *argumen, stdout=keluaran)
    return keluaran.getvalue()


def test_it_prints_a_first_password_that_must_be_changed(client: Client) -> None:
    keluaran = buat_admin("Siti.Aminah", "--nama", "Siti Aminah")
    (sandi,) = re.findall(r"^Kata sandi pertama: (\S+)$", keluaran, re.M)
    admin = Pengguna.objects.get()
    assert (admin.username, admin.nama, admin.is_superuser) == ("siti.aminah", "Siti Aminah", False)
    assert [(k.peran, k.kecamatan, k.kabupaten) for k in admin.keanggotaan.all()] == [("admin", None, None)]
    client.post("/masuk/", {"username": "siti.aminah", "password": sandi})
    assert client.get("/")["Location"] == "/akun/sandi/"
    assert all(j.pengguna is None for j in Jejak.objects.all())
    assert Jejak.objects.count() == 3


def test_it_prints_a_link_instead(client: Client) -> None:
    keluaran = buat_admin("siti.aminah", "--tautan", "https://sakip.contohkab.go.id/")
    (jalan,) = re.findall(r"https://sakip\.contohkab\.go\.id(/undangan/[\w-]+/)$", keluaran, re.M)
    assert client.get(jalan).status_code == 200
    assert not Pengguna.objects.get().has_usable_password()


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("siti.aminah",), 'Nama pengguna "siti.aminah" sudah dipakai.'),
        (("s",), "Isi nama pengguna 3–50 karakter"),
        (("budi", "--tautan", "sakip.contohkab.go.id"), "bukan alamat situs"),
    ],
)
def test_what_it_cannot_do_changes_nothing(argumen: tuple[str, ...], pesan: str) -> None:
    buat_admin("siti.aminah")
    sebelum = list(Pengguna.objects.values())
    with pytest.raises(CommandError, match=pesan):
        buat_admin(*argumen)
    assert list(Pengguna.objects.values()) == sebelum
