"""Forms as a browser sends them back: what the page shows, with what the test changes."""

from __future__ import annotations

from typing import Any

from django.test import Client

from kecamatan.models import Kecamatan
from tests.factory import make_pengguna


def masuk(peran: str, kecamatan: Kecamatan) -> Client:
    """A browser in which somebody with that peran has signed in."""
    client = Client()
    tempat: dict[str, Any] = (
        {"kabupaten": kecamatan.kabupaten} if peran == "organisasi" else {"kecamatan": kecamatan}
    )
    client.force_login(make_pengguna(peran, **tempat))
    return client


def fill_form(client: Client, alamat: str, **change: Any) -> dict[str, Any]:
    """What would be posted from the form at the address, changed as the test asks."""
    jawaban = client.get(alamat)
    assert jawaban.status_code == 200, alamat
    form = jawaban.context["form"]
    data: dict[str, Any] = {"sidik": jawaban.context["sidik"]}
    for nama in form.fields:
        nilai = form[nama].value()
        if nilai is True:
            data[nama] = "on"
        elif nilai is not False:
            data[nama] = "" if nilai is None else nilai
    return data | change


def store(client: Client, alamat: str, **change: Any) -> None:
    """Open the form at the address, change it, save it."""
    jawaban = client.post(alamat, fill_form(client, alamat, **change))
    assert jawaban.status_code == 302, dict(jawaban.context["form"].errors)


def galat(client: Client, alamat: str, **change: Any) -> dict[str, list[str]]:
    """What the form at the address says of what it refuses."""
    jawaban = client.post(alamat, fill_form(client, alamat, **change))
    assert jawaban.status_code == 422
    return {nama: list(pesan) for nama, pesan in jawaban.context["form"].errors.items()}
