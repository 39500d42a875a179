"""The page of one indikator: its working, values, remarks and history, for those who may see it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Jejak
from sakip.entry.form import values_fingerprint
from sakip.models import KomentarRealisasi, Realisasi
from sakip.records.realisasi.form import DetailedRealisasiForm, potret_realisasi
from tests.factory import make, make_laporan, make_pengguna, make_realisasi
from tests.responses import element_texts
from tests.sakip.records.realisasi.measured_year import TAHUN, DuniaKisi

pytestmark = pytest.mark.django_db


def teks(jawaban: Any) -> str:
    return re.sub(r"\s+", " ", jawaban.content.decode())


def sidik_rinci(baris: Realisasi) -> str:
    return values_fingerprint(potret_realisasi(baris, DetailedRealisasiForm.tampak))


def test_it_says_how_the_capaian_follows(operator: Client, dunia: DuniaKisi) -> None:
    indikator = dunia.indikator(target=82.5)
    make_realisasi(indikator=indikator, tahun=TAHUN, angka=Decimal("88.94"), sumber="Survei")
    make_realisasi(indikator=indikator, tahun=TAHUN - 1, angka=Decimal(80))
    halaman = teks(operator.get(f"{dunia.alamat}indikator/{indikator.pk}/"))
    assert "realisasi 88,94 ÷ target 82,5 × 100 = 107,81" in halaman
    assert "<dt>Tahun 2020</dt><dd>target belum ditetapkan, realisasi 80,00" in halaman
    assert "Sumber: Survei" in halaman


def test_remarks_mark_their_cell_until_they_are_settled(operator: Client, dunia: DuniaKisi) -> None:
    indikator = dunia.indikator()
    alamat = f"{dunia.alamat}indikator/{indikator.pk}/"
    for _ in range(2):  # a double click
        operator.post(f"{alamat}komentar/", {"triwulan": "2", "isi": " Periksa <b> pembilangnya. "})
    komentar = KomentarRealisasi.objects.get()
    assert (komentar.isi, komentar.triwulan, komentar.pengguna) == (
        "Periksa <b> pembilangnya.",
        2,
        dunia.operator,
    )
    assert "Periksa &lt;b&gt; pembilangnya." in teks(operator.get(alamat))
    assert teks(operator.get(f"{dunia.alamat}isi/")).count("ada catatan") == 1
    camat = Client()
    camat.force_login(make_pengguna("camat", kecamatan=dunia.kecamatan, username="camat"))
    camat.post(f"{dunia.alamat}komentar/{komentar.pk}/selesai/")
    assert "ada catatan" not in teks(operator.get(f"{dunia.alamat}isi/"))
    assert [j.tindakan for j in Jejak.objects.order_by("pk")] == ["komentar.ditulis", "komentar.diselesaikan"]
    assert "Periksa &lt;b&gt; pembilangnya." in teks(operator.get(alamat))  # it is not gone


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("", "Isi komentar."),
        ("x" * 2001, "2001 karakter, paling banyak 2000. Ringkas."),
        ("Satu\0.", "(U+0000) pada &quot;Satu.&quot;"),
    ],
)
def test_a_remark_has_to_say_something(operator: Client, dunia: DuniaKisi, isi: str, pesan: str) -> None:
    indikator = dunia.indikator()
    jawaban = operator.post(
        f"{dunia.alamat}indikator/{indikator.pk}/komentar/", {"isi": isi, "triwulan": "3"}
    )
    halaman = teks(jawaban)
    assert (jawaban.status_code, pesan in halaman) == (422, True)
    assert [t.strip() for t in element_texts(halaman, "textarea") if t.strip()] == ([isi] if isi else [])
    assert '<option value="3" selected>' in halaman


def test_a_remark_is_kept_without_what_no_database_keeps(operator: Client, dunia: DuniaKisi) -> None:
    indikator = dunia.indikator()
    operator.post(
        f"{dunia.alamat}indikator/{indikator.pk}/komentar/",
        {"isi": "Satu_x000B_.\r\nDua\u200b.", "triwulan": "0"},
    )
    komentar = KomentarRealisasi.objects.get()
    assert (komentar.isi, komentar.triwulan) == ("Satu\n.\nDua.", 0)


def test_a_closed_year_still_takes_remarks(operator: Client, dunia: DuniaKisi) -> None:
    indikator = dunia.indikator()
    make_laporan(kecamatan=dunia.kecamatan, tahun=TAHUN, status="diajukan")
    operator.post(f"{dunia.alamat}indikator/{indikator.pk}/komentar/", {"isi": "Lihat bukti."})
    assert KomentarRealisasi.objects.get().triwulan is None


def test_the_page_of_one_value(operator: Client, dunia: DuniaKisi) -> None:
    indikator = dunia.indikator(satuan="%", pembilang="Desa tepat waktu", penyebut="Semua desa")
    alamat = f"{dunia.alamat}indikator/{indikator.pk}/nilai/4/"
    halaman = teks(operator.get(alamat))
    assert "Desa tepat waktu" in halaman
    salah = operator.post(alamat, {"pembilang": "5", "penyebut": "", "sumber": "Laporan desa"})
    assert (salah.status_code, "Isi penyebut." in teks(salah), "Laporan desa" in teks(salah)) == (
        422,
        True,
        True,
    )
    baik = operator.post(alamat, {"pembilang": "5", "penyebut": "8", "sumber": "Laporan desa"}, follow=True)
    assert "5/8" in teks(baik)
    baris = Realisasi.objects.get()
    assert (baris.pembilang, baris.penyebut, baris.sumber) == (5, 8, "Laporan desa")
    assert sidik_rinci(baris) in teks(operator.get(alamat))
    # Somebody else was faster: both values, who, when; then on purpose.
    kiriman = {"pembilang": "6", "penyebut": "8", "sidik": ""}
    bentrok = operator.post(alamat, kiriman)
    assert bentrok.status_code == 409
    assert re.search(r"Budi Santoso mengubah catatan ini pada .* nilai tersimpan kini 5/8\.", teks(bentrok))
    assert 'value="6"' in teks(bentrok)
    assert operator.post(alamat, kiriman | {"sidik": sidik_rinci(baris)}).status_code == 302
    assert Realisasi.objects.get().pembilang == 6


def test_a_value_that_was_emptied_meanwhile_is_said_to_be(operator: Client, dunia: DuniaKisi) -> None:
    indikator = dunia.indikator()
    alamat = f"{dunia.alamat}indikator/{indikator.pk}/nilai/1/"
    jawaban = operator.post(alamat, {"nilai": "5", "sidik": "a" * 64})
    assert (jawaban.status_code, "dikosongkan orang lain" in teks(jawaban)) == (409, True)
    assert operator.post(alamat, {"nilai": "5", "sidik": ""}).status_code == 302


def test_a_closed_year_refuses_a_value(operator: Client, dunia: DuniaKisi) -> None:
    indikator = dunia.indikator()
    make_laporan(kecamatan=dunia.kecamatan, tahun=TAHUN, status="ditandatangani")
    jawaban = operator.post(f"{dunia.alamat}indikator/{indikator.pk}/nilai/1/", {"nilai": "5"})
    assert (jawaban.status_code, Realisasi.objects.count()) == (423, 0)


@pytest.mark.parametrize("triwulan", [5, 99])
def test_there_are_five_values(operator: Client, dunia: DuniaKisi, triwulan: int) -> None:
    indikator = dunia.indikator()
    assert operator.get(f"{dunia.alamat}indikator/{indikator.pk}/nilai/{triwulan}/").status_code == 404


def test_the_history_holds_emptied_values_too(operator: Client, dunia: DuniaKisi) -> None:
    indikator, lain = dunia.indikator("a"), dunia.indikator("b")
    for milik, ketik in ((indikator, "70"), (lain, "71")):
        isian = {"indikator": milik.pk, "triwulan": 1, "teks": ketik, "sidik": ""}
        sidik = operator.post(f"{dunia.alamat}sel/", isian).json()["sidik"]
        operator.post(f"{dunia.alamat}sel/", isian | {"teks": "", "sidik": sidik})
    halaman = teks(operator.get(f"{dunia.alamat}indikator/{indikator.pk}/"))
    # Written, then emptied; of the other indikator nothing.
    assert "70" in element_texts(halaman, "ins")
    assert "70" in element_texts(halaman, "del")
    assert not [nilai for nilai in element_texts(halaman, "ins", "del") if "71" in nilai]


def test_the_number_of_queries_is_fixed(operator: Client, dunia: DuniaKisi) -> None:
    banyak = []
    for jumlah in (1, 10):
        for nomor in range(jumlah):
            indikator = dunia.indikator(
                f"{jumlah}-{nomor}", jenis_nilai="huruf", rumus="predikat", skala=dunia.akip
            )
        for triwulan in range(5 if jumlah > 1 else 1):
            make_realisasi(indikator=indikator, tahun=TAHUN, triwulan=triwulan, angka=Decimal(70))
        for _ in range(jumlah):
            make(KomentarRealisasi, indikator=indikator, tahun=TAHUN, pengguna=dunia.operator)
        with CaptureQueriesContext(connection) as kueri:
            assert operator.get(f"{dunia.alamat}indikator/{indikator.pk}/").status_code == 200
        banyak.append(len(kueri))
    assert banyak[0] == banyak[1], banyak
