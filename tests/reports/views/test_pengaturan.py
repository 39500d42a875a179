"""How documents look is set by Bagian Organisasi, once for the kabupaten."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from reports.models import PengaturanDokumen
from tests.factory import make_kabupaten, make_kecamatan, make_pengguna

pytestmark = pytest.mark.django_db

AWAL = "/kecamatan/balung/2021/"


def test_page_setting_begins_with_what_holds_without_one(client: Client) -> None:
    balung = make_kecamatan(kabupaten=make_kabupaten())
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    assert "Atur bentuk dokumen" in client.get(f"{AWAL}pengaturan/isi/").content.decode()
    alamat = f"{AWAL}isi/pengaturan-dokumen/baru/"
    isi = client.get(alamat).content.decode()
    assert 'value="1,5"' in isi
    data = {"kertas": "A4", "huruf": "Arial", "ukuran": "12", "spasi": "1,15"}
    data |= {f"margin_{sisi}": "25" for sisi in ("atas", "kanan", "bawah", "kiri")}
    salah = client.post(alamat, data | {"margin_kiri": "5"})
    assert "Isi margin kiri antara 10 dan 60 mm." in salah.content.decode()
    assert client.post(alamat, data).status_code == 302
    pengaturan = PengaturanDokumen.objects.get()
    assert (pengaturan.kabupaten, pengaturan.kertas, pengaturan.spasi) == (
        balung.kabupaten,
        "A4",
        Decimal("1.15"),
    )
    halaman = client.get(f"{AWAL}pengaturan/isi/").content.decode()
    assert "A4 (210 × 297 mm)" in halaman
    assert "Atur bentuk dokumen" not in halaman


def test_an_operator_does_not_set_it(client: Client) -> None:
    balung = make_kecamatan(kabupaten=make_kabupaten())
    client.force_login(make_pengguna("operator", kecamatan=balung))
    assert client.get(f"{AWAL}isi/pengaturan-dokumen/baru/").status_code == 403
    assert "Atur bentuk dokumen" not in client.get(f"{AWAL}pengaturan/isi/").content.decode()
