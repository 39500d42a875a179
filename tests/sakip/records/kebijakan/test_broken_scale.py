"""A scale that was broken past the program: every page answers, and says which scale it is and what helps."""

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from kecamatan.models import Kecamatan
from reports.official.documents import DOKUMEN_KINDS
from reports.pages import SCREEN_PAGES
from sakip.models import Indikator, KategoriSkala, KebijakanPengukuran, Skala
from sakip.records.pages import PAGES
from tests.factory import make, make_pengguna

#: What pages say of a scale that is not whole is decided once it has been read.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

PLACE = ("balung", 2023)


def empty(skala: Skala) -> str:
    skala.kategori.all().delete()
    return f"Skala {skala.kode} belum memiliki kategori. Isi kategorinya."


def without_a_lowest(skala: Skala) -> str:
    skala.kategori.filter(batas=None).update(batas=Decimal("-5"))
    return f"Skala {skala.kode} memiliki 0 kategori tanpa batas bawah. Sisakan tepat satu."


def one_letter_twice(skala: Skala) -> str:
    highest = skala.kategori.exclude(batas=None)[0]
    make(KategoriSkala, skala=skala, kode=highest.kode.lower(), label="Lain", batas=Decimal("1.5"))
    return (
        f'Skala {skala.kode} memiliki lebih dari satu kategori "{highest.kode.lower()}".'
        " Beri setiap kategori kode sendiri."
    )


def pages() -> Iterator[str]:
    yield "/"
    yield reverse("tahun", args=PLACE)
    for kode in dict.fromkeys([*SCREEN_PAGES, *PAGES]):
        yield reverse("isi", args=[*PLACE, kode])
    for kode in SCREEN_PAGES:
        yield reverse("halaman", args=[*PLACE, kode])
    for kode in DOKUMEN_KINDS:
        yield reverse("dokumen", args=[*PLACE, kode])
    for name in ("salin", "buku-kerja", "nomenklatur", "riwayat-tahun"):
        yield reverse(name, args=PLACE)
    yield reverse("narasi-ubah", args=[*PLACE, "kendala", "-"])
    for indikator in Indikator.objects.filter(renstra__kecamatan__slug="balung"):
        yield reverse("baris-ubah", args=[*PLACE, "indikator", indikator.pk])
        yield reverse("realisasi-rincian", args=[*PLACE, indikator.pk])


def scale_of_the_kebijakan(mini: Kecamatan) -> Skala:
    return KebijakanPengukuran.objects.get(kabupaten=mini.kabupaten_id, tahun=2023).skala


def scale_of_an_indikator(mini: Kecamatan) -> Skala:
    skala = Skala.objects.filter(untuk=Skala.Untuk.HURUF).order_by("kode")[0]
    indikator = Indikator.objects.filter(renstra__kecamatan=mini).order_by("pk")[0]
    Indikator.objects.filter(pk=indikator.pk).update(jenis_nilai="huruf", rumus="predikat", skala=skala)
    return skala


@pytest.mark.parametrize("scale", [scale_of_the_kebijakan, scale_of_an_indikator])
def test_every_page_of_a_year_answers(
    client: Client, mini: Kecamatan, scale: Callable[[Kecamatan], Skala]
) -> None:
    said = empty(scale(mini))
    client.force_login(make_pengguna("operator", kecamatan=mini))
    answers = {address: client.get(address) for address in pages()}
    assert {answer.status_code for answer in answers.values()} == {200, 422}
    assert answers["/"].status_code == 200  # the way back
    refused = [answer for answer in answers.values() if answer.status_code == 422]
    assert len(refused) > 20
    for answer in refused:
        assert answer.context["message"] == said
        assert "<h1>Data rujukan tidak utuh</h1>" in answer.content.decode()


@pytest.mark.parametrize("scale", [scale_of_the_kebijakan, scale_of_an_indikator])
@pytest.mark.parametrize("break_it", [without_a_lowest, one_letter_twice])
@pytest.mark.parametrize("name", ["tahun", "dokumen", "isi"])
def test_whatever_is_broken_is_said(
    client: Client,
    mini: Kecamatan,
    name: str,
    scale: Callable[[Kecamatan], Skala],
    break_it: Callable[[Skala], str],
) -> None:
    said = break_it(scale(mini))
    client.force_login(make_pengguna("operator", kecamatan=mini))
    page = {"tahun": (), "dokumen": ("lkip",), "isi": ("realisasi",)}[name]
    answer = client.get(reverse(name, args=[*PLACE, *page]))
    assert (answer.status_code, answer.context["message"]) == (422, said)


def test_the_script_of_the_grid_is_told_in_words(client: Client, mini: Kecamatan) -> None:
    said = empty(scale_of_the_kebijakan(mini))
    indikator = Indikator.objects.filter(renstra__kecamatan=mini).order_by("pk")[0]
    client.force_login(make_pengguna("operator", kecamatan=mini))
    answer = client.post(
        reverse("realisasi-sel", args=PLACE),
        {"indikator": indikator.pk, "triwulan": "1", "teks": "70", "sidik": ""},
        headers={"accept": "application/json"},
    )
    assert (answer.status_code, answer.json()) == (422, {"pesan": said})
