"""How documents look is set by Bagian Organisasi, once for the kabupaten."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from reports.models import PengaturanDokumen
from tests.factory import make_kabupaten, make_kecamatan, make_pengguna

pytestmark = pytest.mark.django_db

BASE = "/kecamatan/balung/2021/"


def test_page_setting_begins_with_what_holds_without_one(client: Client) -> None:
    balung = make_kecamatan(kabupaten=make_kabupaten())
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    assert "Atur bentuk dokumen" in client.get(f"{BASE}pengaturan/isi/").content.decode()
    address = f"{BASE}isi/pengaturan-dokumen/baru/"
    content = client.get(address).content.decode()
    assert 'value="1,5"' in content
    data = {
        "kertas": "A4",
        "huruf": "Arial",
        "ukuran": "12",
        "spasi": "1,15",
        "cara_tanda_tangan": "instalasi",
    }
    data |= {f"margin_{side}": "25" for side in ("atas", "kanan", "bawah", "kiri")}
    wrong = client.post(address, data | {"margin_kiri": "5"})
    assert "Isi margin kiri antara 10 dan 60 mm." in wrong.content.decode()
    assert client.post(address, data).status_code == 302
    settings = PengaturanDokumen.objects.get()
    assert (settings.kabupaten, settings.kertas, settings.spasi) == (
        balung.kabupaten,
        "A4",
        Decimal("1.15"),
    )
    page = client.get(f"{BASE}pengaturan/isi/").content.decode()
    assert "A4 (210 × 297 mm)" in page
    assert "Atur bentuk dokumen" not in page


@pytest.mark.one_engine
def test_an_operator_does_not_set_it(client: Client) -> None:
    balung = make_kecamatan(kabupaten=make_kabupaten())
    client.force_login(make_pengguna("operator", kecamatan=balung))
    assert client.get(f"{BASE}isi/pengaturan-dokumen/baru/").status_code == 403
    assert "Atur bentuk dokumen" not in client.get(f"{BASE}pengaturan/isi/").content.decode()
