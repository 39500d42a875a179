"""Who submits is told who will sign, and that he could not any more: a camat who left, with a Plt. in his place."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kecamatan.models import Kecamatan, MasaJabatan, Pejabat
from tests.factory import make, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

ADDRESS = "/kecamatan/balung/2023/alur/ajukan/"


@pytest.fixture
def term(mini: Kecamatan) -> MasaJabatan:
    return MasaJabatan.objects.get(kecamatan=mini, jabatan="camat")


def said(client: Client, mini: Kecamatan) -> str:
    client.force_login(make_pengguna("operator", kecamatan=mini))
    page = client.get(ADDRESS).content.decode()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.partition("<main")[2])).split())


def test_who_holds_the_office_is_named(client: Client, mini: Kecamatan, term: MasaJabatan) -> None:
    text = said(client, mini)
    assert f"Yang akan menandatangani: {term.pejabat.nama}, {term.sebutan}" in text
    assert "belum akan dapat" not in text


def test_a_camat_who_left_is_told_of_with_who_came(
    client: Client, mini: Kecamatan, term: MasaJabatan
) -> None:
    """The day of the report lies in his term, and today in that of the Plt."""
    today = timezone.localdate()
    term.sampai = today - timedelta(days=30)
    term.save()
    successor = make(Pejabat, nama="SRI HANDAYANI, S.Sos", nip="")
    make(
        MasaJabatan,
        pejabat=successor,
        jabatan="camat",
        status="plt",
        kecamatan=mini,
        mulai=today - timedelta(days=29),
    )
    text = said(client, mini)
    assert "LKIP ini belum akan dapat ditandatangani" in text
    assert f"{term.pejabat.nama} tercetak sebagai Camat Balung, tetapi hari ini" in text
    assert "yang tercatat menjabat SRI HANDAYANI, S.Sos, Plt. Camat Balung." in text
    assert "Yang akan menandatangani" not in text
