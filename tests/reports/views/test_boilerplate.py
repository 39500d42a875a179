"""Texts of a kabupaten: written once, filled with the names of each kecamatan, where a narrative starts."""

from typing import Any

import pytest
from django.test import Client

from kecamatan.models import Kecamatan
from reports.models import Narasi, TeksBaku
from reports.publish.assemble import build_draft
from reports.writing.to_document import worded_for
from tests.factory import make, make_pengguna

#: Pages over the writer, which is tried on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

PLACE = "/kecamatan/balung/2021/narasi/isi/langkah/-/"
ROWS = "/kecamatan/balung/2021/isi/teks-baku/baru/"
TEXT = "{Kecamatan} di {kabupaten} menetapkan langkah tahun {tahun depan}: rata-rata {rata-rata}."
STARTED = "Kecamatan Balung di Kabupaten Jember menetapkan langkah tahun 2022: rata-rata {rata-rata}."


def fields(**change: Any) -> dict[str, Any]:
    return {"bagian": "langkah", "isi": TEXT, "tahun_awal": "2021", "tahun_akhir": ""} | change


@pytest.fixture
def text(balung: Kecamatan) -> TeksBaku:
    return make(
        TeksBaku,
        kabupaten=balung.kabupaten,
        bagian="langkah",
        isi=f"<p>{TEXT}</p>",
        tahun_awal=2021,
        tahun_akhir=None,
    )


def test_bagian_organisasi_writes_it_and_sees_it_filled(client: Client, balung: Kecamatan) -> None:
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    refused = client.post(ROWS, fields(isi=" "))
    assert refused.status_code == 422
    assert "Tulis teksnya." in refused.content.decode()
    assert client.post(ROWS, fields()).status_code == 302
    page = client.get("/kecamatan/balung/2021/teks-baku/isi/").content.decode()
    assert "Kecamatan Balung di Kabupaten Jember menetapkan langkah tahun 2022" in page
    # Nothing was measured, so the live value is named as one that is not there yet.
    assert "{rata-rata}: nilainya belum ada karena data tahun ini belum lengkap." in page
    client.force_login(make_pengguna("operator", kecamatan=balung))
    assert client.post(ROWS, fields(tahun_awal="2022")).status_code == 403


def test_an_empty_place_starts_with_it_says_so_and_waits_for_a_reader(
    client: Client, balung: Kecamatan, text: TeksBaku
) -> None:
    client.force_login(make_pengguna("operator", kecamatan=balung))
    page = client.get(PLACE)
    shown = page.content.decode()
    assert "Tulisan ini mulai dari teks baku Kabupaten Jember (sejak laporan tahun 2021)" in shown
    assert STARTED in shown
    assert not Narasi.objects.exists()
    client.post(PLACE, {"isi": STARTED, "ditinjau": "False", "sidik": "", "tindakan": "simpan"})
    row = Narasi.objects.get()
    assert (row.isi, row.ditinjau) == (f"<p>{STARTED}</p>", False)
    assert "mulai dari teks baku" not in client.get(PLACE).content.decode()


@pytest.mark.parametrize(
    ("years", "starts"), [((2020, None), True), ((2020, 2020), False), ((2022, None), False)]
)
def test_it_holds_for_its_years_alone(
    client: Client, balung: Kecamatan, text: TeksBaku, years: tuple[int, int | None], starts: bool
) -> None:
    text.tahun_awal, text.tahun_akhir = years
    text.save()
    client.force_login(make_pengguna("operator", kecamatan=balung))
    assert ("mulai dari teks baku" in client.get(PLACE).content.decode()) is starts


def test_who_does_not_write_here_sees_an_empty_place(
    client: Client, balung: Kecamatan, text: TeksBaku
) -> None:
    client.force_login(make_pengguna("camat", kecamatan=balung))
    assert "menetapkan langkah" not in client.get(PLACE).content.decode()


def test_usual_words_are_printed_as_they_are_until_the_kecamatan_writes_its_own(balung: Kecamatan) -> None:
    def printed(bagian: str) -> str:
        naskah = build_draft(kecamatan=balung, tahun=2021)
        return str(worded_for(naskah, bagian))

    assert printed("kata-pengantar") == "()"
    for bagian in ("kata-pengantar", "langkah"):
        make(
            TeksBaku,
            kabupaten=balung.kabupaten,
            bagian=bagian,
            isi="<p>Pengantar {Kecamatan} tahun {tahun}.</p>",
            tahun_awal=2021,
            tahun_akhir=None,
        )
    assert "Pengantar Kecamatan Balung tahun 2021." in printed("kata-pengantar")
    assert printed("langkah") == "()", "what is to be done is written by who does it"
    Narasi.objects.create(
        kecamatan=balung, tahun=2021, bagian="kata-pengantar", kunci="", isi="<p>Kata kami.</p>"
    )
    assert "Kata kami." in printed("kata-pengantar")
    assert "Pengantar" not in printed("kata-pengantar")


def test_a_report_that_is_shown_follows_the_text(client: Client, balung: Kecamatan) -> None:
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    page = "/kecamatan/balung/2021/dokumen/lkip/"
    assert "Puji syukur" in client.get(page).content.decode()
    assert client.post(ROWS, fields(bagian="kata-pengantar", isi="Pengantar {kecamatan}.")).status_code == 302
    shown = client.get(page).content.decode()
    assert "Pengantar Kecamatan Balung." in shown
    assert "Puji syukur" not in shown
