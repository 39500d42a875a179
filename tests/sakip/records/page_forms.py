"""Forms as a browser sends them back: what the page shows, with what the test changes."""

from __future__ import annotations

from typing import Any

from django.test import Client

from kecamatan.models import Kecamatan
from tests.factory import make_pengguna


def sign_in(peran: str, kecamatan: Kecamatan) -> Client:
    """A browser in which somebody with that peran has signed in."""
    client = Client()
    places: dict[str, Any] = (
        {"kabupaten": kecamatan.kabupaten} if peran == "organisasi" else {"kecamatan": kecamatan}
    )
    client.force_login(make_pengguna(peran, **places))
    return client


def fill_form(client: Client, address: str, **change: Any) -> dict[str, Any]:
    """What would be posted from the form at the address, changed as the test asks."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    form = answer.context["form"]
    data: dict[str, Any] = {"sidik": answer.context["fingerprint"]}
    for nama in form.fields:
        nilai = form[nama].value()
        if nilai is True:
            data[nama] = "on"
        elif nilai is not False:
            data[nama] = "" if nilai is None else nilai
    return data | change


def store(client: Client, address: str, **change: Any) -> None:
    """Open the form at the address, change it, save it."""
    answer = client.post(address, fill_form(client, address, **change))
    assert answer.status_code == 302, dict(answer.context["form"].errors)


def errors(client: Client, address: str, **change: Any) -> dict[str, list[str]]:
    """What the form at the address says of what it refuses."""
    answer = client.post(address, fill_form(client, address, **change))
    assert answer.status_code == 422
    return {nama: list(message) for nama, message in answer.context["form"].errors.items()}
