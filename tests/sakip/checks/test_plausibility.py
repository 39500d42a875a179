"""Values that look like slips are kept and asked about, at every door, until a person says that they are so."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from kecamatan.models import Jejak, Kecamatan
from reports.workbook.exchange import workbook_export, workbook_import
from sakip.entry.questions import open_questions
from sakip.models import (
    BarisPK,
    Indikator,
    IndikatorTujuan,
    KategoriSkala,
    Keluaran,
    Penegasan,
    Realisasi,
    RealisasiTujuan,
    Skala,
    TargetRenstra,
    TargetTujuan,
    Tujuan,
    VersiNomenklatur,
)
from tests.factory import (
    make,
    make_anggaran,
    make_indikator,
    make_pk,
    make_realisasi,
    make_renstra,
    make_sasaran,
)
from tests.workbook_edits import edited, write

#: The checks are pure; an answer is asked for and kept on both engines by test_realisasi_tujuan.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2021/"


def measured(balung: Kecamatan, satuan: str, **change: object) -> Indikator:
    sasaran = make_sasaran(renstra=make_renstra(kecamatan=balung, tahun_awal=2019))
    return make_indikator(sasaran=sasaran, satuan=satuan, **change)


def asked(balung: Kecamatan) -> list[str]:
    return [
        f.message.removesuffix(" Perbaiki, atau tegaskan bila memang benar.")
        for f in open_questions(balung, 2021)
    ]


@pytest.mark.parametrize(
    ("satuan", "last", "value", "words"),
    [
        ("%", None, "100", []),
        ("%", None, "100.01", ["100,01% di luar 0 sampai 100%."]),
        ("persen", None, "-1", ["-1% di luar 0 sampai 100%."]),
        ("indeks", None, "100", []),
        ("indeks", None, "8258", ["8.258 melebihi nilai tertinggi 100."]),
        ("nilai (0–100)", None, "825.8", ["825,8 melebihi nilai tertinggi 100."]),
        ("indeks", "80", "41", []),
        ("indeks", "80", "40", ["40 jauh dari 80 pada tahun 2020."]),
        ("%", "41", "82", ["82 jauh dari 41 pada tahun 2020."]),
        ("menit", "30", "59", []),
        ("orang", "12", "119", []),
        ("orang", "12", "120", ["120 jauh dari 12 pada tahun 2020."]),
        ("rupiah", "1100000000", "110000000", ["110.000.000 jauh dari 1.100.000.000 pada tahun 2020."]),
        ("kasus", "12", "0", []),  # there may well be none
        ("kasus", "0", "12", []),
        ("%", "82", "0", ["0 jauh dari 82 pada tahun 2020."]),
        ("%", "0", "0", []),
        ("indeks", None, "-5", ["-5 di bawah 0."]),
    ],
)
def test_a_value_is_asked_about_from_its_threshold_on(
    balung: Kecamatan, satuan: str, last: str | None, value: str, words: list[str]
) -> None:
    indikator = measured(balung, satuan)
    if last is not None:
        make_realisasi(indikator=indikator, tahun=2020, angka=Decimal(last))
    make_realisasi(indikator=indikator, tahun=2021, angka=Decimal(value))
    assert asked(balung) == words


def test_a_fraction_above_one_and_a_tenth_of_the_target(balung: Kecamatan) -> None:
    ratio = measured(balung, "rasio", pengali=Decimal(100))
    make_realisasi(indikator=ratio, tahun=2021, angka=None, pembilang=Decimal(8), penyebut=Decimal(7))
    assert asked(balung) == ["Pembilang 8 melebihi penyebut 7."]
    Realisasi.objects.update(pembilang=None, penyebut=None, angka=Decimal("0.85"))
    make(TargetRenstra, indikator=ratio, tahun=2021, angka=Decimal(85))
    assert asked(balung) == ["0,85 jauh dari target 85."]
    make(BarisPK, perjanjian=make_pk(kecamatan=balung, tahun=2021), acuan_indikator=ratio, angka=Decimal(1))
    assert asked(balung) == []  # the target that is measured is the PK's


def test_the_top_is_that_of_the_scale(balung: Kecamatan) -> None:
    """Printed "3,53 – 4,00": 4 is the highest there is."""
    skala = make(Skala)
    make(KategoriSkala, skala=skala, kode="A", batas=Decimal("3.52"), rentang_cetak="3,53 – 4,00")
    make(KategoriSkala, skala=skala, kode="D", batas=None)
    indikator = measured(balung, "indeks", skala=skala)
    make_realisasi(indikator=indikator, tahun=2021, angka=Decimal("4"))
    assert asked(balung) == []
    Realisasi.objects.update(angka=Decimal("4.01"))
    assert asked(balung) == ["4,01 melebihi nilai tertinggi 4."]


def test_triwulan_that_are_parts_are_compared_as_their_sum(balung: Kecamatan) -> None:
    indikator = measured(balung, "dokumen", akumulasi="jumlah")
    make_realisasi(indikator=indikator, tahun=2020, angka=Decimal(40))
    for n, angka in enumerate((1, 1, 1, 397), start=1):
        make_realisasi(indikator=indikator, tahun=2021, triwulan=n, angka=Decimal(angka))
    assert asked(balung) == ["400 jauh dari 40 pada tahun 2020."]


@pytest.mark.parametrize(("akumulasi", "asked_in"), [("terakhir", 0), ("rata-rata", 1), ("kumulatif", 0)])
def test_what_is_reached_by_the_first_triwulan_is_no_year(
    balung: Kecamatan, akumulasi: str, asked_in: int
) -> None:
    indikator = measured(balung, "%", akumulasi=akumulasi)
    make_realisasi(indikator=indikator, tahun=2020, angka=Decimal(100))
    make_realisasi(indikator=indikator, tahun=2021, triwulan=1, angka=Decimal(20))
    assert asked(balung) == ["20 jauh dari 100 pada tahun 2020."][:asked_in]
    make_realisasi(indikator=indikator, tahun=2021, triwulan=4, angka=Decimal(30))
    assert "30 jauh dari 100 pada tahun 2020." in asked(balung)


@pytest.mark.parametrize(("satuan", "asks"), [("rupiah", 0), ("Rp/tahun", 0), ("juta (Rp.)", 0), ("", 1)])
def test_rupiah_are_asked_about_where_the_unit_is_another(balung: Kecamatan, satuan: str, asks: int) -> None:
    make_realisasi(indikator=measured(balung, satuan), tahun=2021, angka=Decimal(85), cetak="Rp 85")
    assert asked(balung) == ['Tertulis "Rp 85", sedangkan indikator ini tanpa satuan.'][:asks]


@pytest.mark.parametrize("quarters", [(2, 4), (3,)])
def test_the_year_is_whole_with_the_last_triwulan_of_its_rhythm(
    balung: Kecamatan, quarters: tuple[int, ...]
) -> None:
    """40 a half-year are 80, as last year; of one measurement a year it is that one."""
    indikator = measured(balung, "dokumen", akumulasi="jumlah", irama="".join(map(str, quarters)))
    make_realisasi(indikator=indikator, tahun=2020, angka=Decimal(8))
    for n in quarters:
        assert asked(balung) == []
        make_realisasi(indikator=indikator, tahun=2021, triwulan=n, angka=Decimal(80 // len(quarters)))
    assert asked(balung) == ["80 jauh dari 8 pada tahun 2020."]


def test_a_value_of_a_tujuan_is_asked_about_and_answered(client: Client, balung: Kecamatan) -> None:
    tujuan = make(Tujuan, renstra=make_renstra(kecamatan=balung, tahun_awal=2019))
    row = make(IndikatorTujuan, tujuan=tujuan, nama="Indeks desa", satuan="indeks")
    make(TargetTujuan, indikator=row, tahun=2021, angka=Decimal(900))
    make(RealisasiTujuan, indikator=row, tahun=2020, angka=Decimal(41))
    address = f"{BASE}isi/realisasi-tujuan/baru/?induk={row.pk}"
    said = client.post(address, {"nilai": "82,58"}, follow=True).content.decode()
    assert "Pastikan: 82,58 jauh dari 41 pada tahun 2020; 82,58 jauh dari target 900." in said
    assert asked(balung) == ["82,58 jauh dari 41 pada tahun 2020; 82,58 jauh dari target 900."]
    (question,) = open_questions(balung, 2021)
    client.post(f"{BASE}isi/penegasan/baru/", {"sidik": "", "tanda": question.mark, "alasan": ""})
    assert asked(balung) == []


def test_an_output_of_rupiah_against_a_count(balung: Kecamatan) -> None:
    row = make_anggaran(
        kecamatan=balung, tahun=2021, pagu_murni=Decimal(180_000_000), realisasi=Decimal(172_757_000)
    )
    make(
        Keluaran,
        anggaran=row,
        satuan="orang",
        target=Decimal(100),
        realisasi=Decimal(172_757_000),
        keadaan="terisi",
    )
    assert asked(balung) == [
        "172.757.000 sama dengan realisasi anggarannya; 172.757.000 jauh dari target 100."
    ]
    Keluaran.objects.update(realisasi=Decimal(98))
    assert asked(balung) == []


def test_rupiah_typed_for_an_index_are_kept_as_typed_and_asked_about(
    client: Client, balung: Kecamatan
) -> None:
    indikator = measured(balung, "indeks")
    answer = client.post(
        f"{BASE}realisasi/sel/", {"indikator": indikator.pk, "triwulan": "0", "teks": "Rp 85", "sidik": ""}
    )
    row = Realisasi.objects.get()
    assert (row.angka, row.cetak) == (Decimal(85), "Rp 85")
    assert answer.json()["tanya"].startswith('Pastikan: Tertulis "Rp 85", sedangkan satuannya "indeks".')
    grid = client.get(f"{BASE}realisasi/isi/").content.decode()
    assert "Memang benar" in grid


def test_an_answer_holds_until_the_value_changes(client: Client, balung: Kecamatan) -> None:
    indikator = measured(balung, "indeks")
    make_realisasi(indikator=indikator, tahun=2021, angka=Decimal(120))
    page = client.get(BASE).content.decode()  # Ringkasan
    (address,) = set(re.findall(r'href="([^"]*isi/penegasan/baru/\?tanda=[0-9a-f]{64})"', page))
    form = client.get(address).content.decode()
    assert "120 melebihi nilai tertinggi 100." in form
    mark = address.partition("tanda=")[2]
    typed = {"sidik": "", "tanda": mark, "alasan": "Skala kabupaten sampai 125."}
    assert client.post(f"{BASE}isi/penegasan/baru/", typed).status_code == 302
    row = Penegasan.objects.get()
    assert (row.pemeriksaan, row.alasan) == ("realisasi-lazim", "Skala kabupaten sampai 125.")
    assert Jejak.objects.filter(objek_jenis="sakip.penegasan", tindakan="catatan.dibuat").count() == 1
    assert asked(balung) == []
    assert "Skala kabupaten sampai 125." in client.get(f"{BASE}penegasan/isi/").content.decode()
    again = client.post(f"{BASE}isi/penegasan/baru/", typed | {"alasan": "lagi"})
    assert again.status_code == 422
    assert "sudah tidak berlaku" in again.content.decode()
    change = f"{BASE}isi/penegasan/{row.pk}/"
    shown = re.findall(r'name="sidik" value="([^"]*)"', client.get(change).content.decode())[0]
    assert client.post(change, typed | {"sidik": shown, "alasan": "Sampai 125."}).status_code == 302
    assert asked(balung) == []
    Realisasi.objects.update(angka=Decimal(121))
    assert asked(balung) == ["121 melebihi nilai tertinggi 100."]
    Realisasi.objects.update(angka=Decimal(120))
    client.post(f"{BASE}isi/penegasan/{row.pk}/hapus/", {"sidik": _shown(client, row)})
    assert asked(balung) == ["120 melebihi nilai tertinggi 100."]


def _shown(client: Client, row: Penegasan) -> str:
    page = client.get(f"{BASE}isi/penegasan/{row.pk}/hapus/").content.decode()
    return re.findall(r'name="sidik" value="([^"]*)"', page)[0]


def test_a_form_asks_as_it_stores(client: Client, balung: Kecamatan) -> None:
    row = make_anggaran(kecamatan=balung, tahun=2021)
    answer = client.post(
        f"{BASE}isi/keluaran/baru/?induk={row.pk}",
        {
            "jenis": "output",
            "uraian": "Peserta",
            "satuan": "orang",
            "target": "100",
            "realisasi": "172.757.000",
        },
        follow=True,
    )
    assert Keluaran.objects.get().realisasi == 172_757_000
    assert "Pastikan: 172.757.000 jauh dari target 100." in answer.content.decode()


def test_a_workbook_asks_in_its_preview_and_is_applied(balung: Kecamatan) -> None:
    make(VersiNomenklatur)
    measured(balung, "indeks")
    book = workbook_export(kecamatan=balung, tahun=2021)
    content = edited(
        book, write("Realisasi", 7, "Realisasi", 8258)
    )  # the year's row comes after four triwulan
    how: dict[str, Any] = {"content": content, "nama": "b.xlsx", "place": (balung, 2021)}
    preview = workbook_import(**how)
    assert [w.pesan for w in preview.warnings] == [
        "8.258 melebihi nilai tertinggi 100. Perbaiki, atau tegaskan bila memang benar."
    ]
    assert [(w.lembar, w.baris) for w in preview.warnings] == [("Realisasi", 7)]
    assert workbook_import(**how, apply_changes=True).applied
    assert asked(balung) == ["8.258 melebihi nilai tertinggi 100."]
