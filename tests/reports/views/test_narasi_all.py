"""All texts of a year on one page: stored together, each judged by itself, nothing overwritten unseen."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from kecamatan.models import Kecamatan
from reports.models import Narasi
from sakip.records import forms as everything  # noqa: F401  # registers every kind of row
from tests.factory import make_pengguna

#: What a text is stored by is held on both engines by test_narasi.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

PAGE = "/kecamatan/balung/2023/narasi/semua/"


@pytest.fixture
def operator(mini: Kecamatan, client: Client) -> Client:
    client.force_login(make_pengguna("operator", kecamatan=mini))
    return client


def boxes(page: str) -> dict[str, str]:
    """What a browser would send of the page as it stands."""
    sent = dict(re.findall(r'<input type="hidden" name="(lihat[^"]+)" value="([^"]*)"', page))
    texts = re.findall(r'<textarea id="[^"]*" name="([^"]*)"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    return sent | {name: unescape(text) for name, text in texts}


def stored() -> dict[str, str]:
    return dict(Narasi.objects.filter(kecamatan__slug="balung", tahun=2023).values_list("bagian", "isi"))


def test_texts_are_stored_together_and_what_was_not_touched_stays(operator: Client) -> None:
    before = stored()
    sent = boxes(operator.get(PAGE).content.decode())
    sent |= {"isi.kendala.-": "Satu.\r\n\r\nDua.", "isi.langkah.-": "Tiga."}
    page = operator.post(PAGE, sent, follow=True).content.decode()
    assert "2 tulisan tersimpan." in page
    assert stored() == before | {"kendala": "<p>Satu.</p><p>Dua.</p>", "langkah": "<p>Tiga.</p>"}
    again = boxes(operator.get(PAGE).content.decode())
    assert again["isi.kendala.-"] == "Satu.\n\nDua."
    assert "Tidak ada tulisan yang berubah." in operator.post(PAGE, again, follow=True).content.decode()


def test_what_another_wrote_meanwhile_is_shown_and_only_overwritten_by_who_has_seen_it(
    operator: Client,
) -> None:
    seen = boxes(operator.get(PAGE).content.decode())
    operator.post(PAGE, seen | {"isi.kendala.-": "Dari orang lain."})
    untouched = operator.post(PAGE, seen | {"isi.langkah.-": "Tiga."}, follow=True).content.decode()
    assert "1 tulisan tersimpan." in untouched
    answer = operator.post(PAGE, seen | {"isi.kendala.-": "Tulisan saya."})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "mengubah tulisan ini pada" in page
    assert "Dari orang lain." in page
    assert boxes(page)["isi.kendala.-"] == "Tulisan saya."
    assert stored()["kendala"] == "<p>Dari orang lain.</p>"
    operator.post(PAGE, boxes(page))
    assert stored()["kendala"] == "<p>Tulisan saya.</p>"
