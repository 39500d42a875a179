"""The history of a cell: found by the key of its record, whatever its indikator is called and however often it was
emptied."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from sakip.models import Indikator, Realisasi, Sasaran, Tujuan
from tests.factory import make, make_indikator, make_pengguna, make_renstra
from tests.sakip.records.realisasi.measured_year import DuniaKisi

pytestmark = pytest.mark.django_db

#: Umbulsari 2021, 166 characters.
PANJANG = (
    "Persentase rekomendasi hasil bidang pemerintahan, ketertiban dan keamanan, pemberdayaan masyarakat, dan"
    " kesejahteraan sosial yang ditindaklanjuti dalam 1 (satu) tahun"
)


def ketik(client: Client, dunia: DuniaKisi, milik: Indikator, teks: str, sidik: str = "") -> Any:
    isian = {"indikator": milik.pk, "triwulan": 1, "teks": teks, "sidik": sidik}
    return client.post(f"{dunia.alamat}sel/", isian).json()


def orang(dunia: DuniaKisi, username: str, nama: str) -> Client:
    """Another operator, signed in."""
    client = Client()
    client.force_login(make_pengguna("operator", kecamatan=dunia.kecamatan, username=username, nama=nama))
    return client


def riwayat(client: Client, dunia: DuniaKisi, milik: Indikator) -> list[tuple[str, str]]:
    """What the page says was done, latest first: the act, and the value before and after."""
    halaman = client.get(f"{dunia.alamat}indikator/{milik.pk}/").content.decode()
    tabel = re.search(r'<table class="riwayat">.*?<tbody>(.*?)</tbody>', halaman, re.DOTALL)
    hasil = []
    for satu in re.findall(r"<tr>.*?</tr>", tabel[1] if tabel else "", re.DOTALL):
        tindakan, perubahan = re.findall(r"<td.*?</td>", satu, re.DOTALL)[2:4]
        nilai = re.findall(r"<(?:del|ins)>.*?</(?:del|ins)>", perubahan)
        hasil.append((re.sub(r"<[^>]*>", "", tindakan), " ".join(nilai)))
    return hasil


def test_a_cell_of_a_long_name_keeps_its_history_over_emptying(operator: Client, dunia: DuniaKisi) -> None:
    assert len(PANJANG) == 166
    indikator = dunia.indikator("rekomendasi", nama=PANJANG)
    lain = dunia.indikator("rekomendasi-lain", nama=f"{PANJANG} berjalan")
    ketik(operator, dunia, lain, "11")
    sidik = ketik(operator, dunia, indikator, "70")["sidik"]
    ketik(operator, dunia, indikator, "", sidik)
    ketik(operator, dunia, indikator, "72")
    assert riwayat(operator, dunia, indikator) == [
        ("Dibuat", "<ins>72</ins>"),
        ("Dihapus", "<del>70</del>"),
        ("Dibuat", "<ins>70</ins>"),
    ]


@pytest.mark.parametrize("halaman", ["sel/", "isi/", "nilai"])
def test_who_emptied_a_cell_of_a_long_name_is_named(operator: Client, dunia: DuniaKisi, halaman: str) -> None:
    indikator = dunia.indikator("rekomendasi", nama=PANJANG * 2)
    senama = dunia.indikator("rekomendasi-lain", nama=f"{PANJANG * 2} berjalan")
    siti, lain = orang(dunia, "siti", "Siti Aminah"), orang(dunia, "adi", "Adi Wijaya")
    sidik = ketik(operator, dunia, indikator, "70")["sidik"]
    ketik(siti, dunia, indikator, "", sidik)
    ketik(lain, dunia, senama, "", ketik(lain, dunia, senama, "70")["sidik"])
    sel = f"{indikator.pk}-1"
    alamat, kiriman = {
        "sel/": ("sel/", {"indikator": indikator.pk, "triwulan": 1, "teks": "71", "sidik": sidik}),
        "isi/": ("isi/", {"asal": f'{{"{sel}": ["70", "{sidik}"]}}', f"sel-{sel}": "71"}),
        "nilai": (f"indikator/{indikator.pk}/nilai/1/", {"nilai": "71", "sidik": sidik}),
    }[halaman]
    jawaban = operator.post(f"{dunia.alamat}{alamat}", kiriman)
    assert jawaban.status_code == 409
    isi = jawaban.content.decode()
    assert "Siti Aminah" in isi
    assert re.search(r"pukul \d\d\.\d\d", isi)
    assert not Realisasi.objects.exists()


def test_a_cell_is_one_over_the_versions_of_the_renstra(operator: Client, dunia: DuniaKisi) -> None:
    """The kunci leads over versions; the wording of the perubahan need not be that of the first."""
    lama = dunia.indikator("skm", nama="Indeks kepuasan")
    ketik(operator, dunia, lama, "70")
    renstra = lama.renstra
    baru = make_renstra(
        kecamatan=dunia.kecamatan, tahun_awal=renstra.tahun_awal, tahun_akhir=renstra.tahun_akhir, versi=1
    )
    sasaran = make(Sasaran, renstra=baru, tujuan=make(Tujuan, renstra=baru))
    penerus = make_indikator(sasaran=sasaran, kunci="skm", nama="Nilai survei kepuasan")
    assert riwayat(operator, dunia, penerus) == [("Dibuat", "<ins>70</ins>")]
