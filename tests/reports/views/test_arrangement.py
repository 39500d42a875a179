"""Bagian Organisasi arranges the LKIP of its kecamatan, from a year on; what is demanded stays."""

import re
from typing import Any

import pytest
from django.test import Client

from kecamatan.models import Jejak, Kecamatan
from reports.lkip.arrangement import COLUMNS, parts_of, write_lines
from reports.models import SusunanLaporan
from tests.factory import make, make_pengguna

#: Pages over the writer, which is tried on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

ROWS = "/kecamatan/balung/2021/isi/susunan-laporan/baru/"
PAGE = "/kecamatan/balung/2021/susunan-laporan/isi/"
WHOLE = write_lines(one.key for one in parts_of("bagian"))
SHORT = (
    "Kedudukan, Tugas, Fungsi, dan Susunan Organisasi\nIsu Strategis\nLatar Belakang\nPerjanjian Kinerja\n"
    "Rencana Strategis"
)


#: Every list as the form begins it, but for the first.
LISTS = {column: write_lines(one.key for one in parts_of(column)) for column in COLUMNS}


def fields(**change: Any) -> dict[str, Any]:
    return (
        LISTS
        | {
            "penomoran": "angka",
            "penomoran_lampiran": "romawi",
            "bagian": SHORT,
            "tahun_awal": "2021",
            "tahun_akhir": "",
        }
        | change
    )


def headings(client: Client, tahun: int) -> dict[str, str]:
    """The contents beside the LKIP of a year, BAB I and BAB II: the anchor of each part with its number."""
    page = client.get(f"/kecamatan/balung/{tahun}/dokumen/lkip/").text
    beside = page.partition('aria-label="Bagian dokumen"')[2].partition("</nav>")[0]
    chapters = beside.partition('href="#bab-1"')[2].partition('href="#bab-3"')[0]
    return {key: number for key, number in re.findall(r'href="#([^"]+)">(\S+) ', chapters) if key != "bab-2"}


def test_bagian_organisasi_arranges_the_reports_from_a_year_on(client: Client, balung: Kecamatan) -> None:
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    begun = client.get(ROWS).text
    assert all(one.name in begun for one in parts_of("bagian"))
    assert "tidak boleh dihilangkan: Kedudukan, Tugas, Fungsi, dan Susunan Organisasi; Isu Strategis" in begun
    assert client.post(ROWS, fields()).status_code == 302
    page = client.get(PAGE).text
    assert "Angka: 1.1, lalu 1.1.1; Angka Romawi: Lampiran I, Lampiran II; dipakai tahun 2021." in page
    assert "<li>2.1 Perjanjian Kinerja" in page
    assert list(headings(client, 2021).items()) == [
        ("kedudukan", "1.1"),
        ("isu-strategis", "1.2"),
        ("latar-belakang", "1.3"),
        ("pk", "2.1"),
        ("renstra", "2.2"),
    ]
    assert headings(client, 2020)["latar-belakang"] == "A."
    (line,) = Jejak.objects.filter(objek_jenis="reports.susunanlaporan")
    assert line.sesudah is not None
    assert SHORT in line.sesudah.values()  # as it is read, not as it is stored


def test_the_page_tells_what_a_change_does_to_the_later_chapters_and_the_appendices(
    client: Client, balung: Kecamatan
) -> None:
    """An arrangement of before there was a list of BAB III is read with every part, and told as it was changed."""
    row = make(
        SusunanLaporan, kabupaten=balung.kabupaten, bagian="\n".join(one.key for one in parts_of("bagian"))
    )
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    page = client.get(PAGE).text
    assert "Tidak ada yang berubah dalam laporan ini." in page
    address = f"/kecamatan/balung/2021/isi/susunan-laporan/{row.pk}/"
    form = client.get(address)
    assert "- Analisis Setiap Sasaran" in form.text
    changed = fields(
        bagian=WHOLE,
        penomoran="huruf",
        bagian_bab3="Realisasi Anggaran\n- Realisasi Anggaran per Program\nCapaian Kinerja\n"
        "- Analisis Setiap Sasaran\n- Pengukuran Capaian Kinerja\n- Cakupan Pengukuran",
        bagian_bab4="Simpulan Umum\nLangkah Perbaikan",
        lampiran="Perjanjian Kinerja",
        sidik=form.context["fingerprint"],
    )
    assert client.post(address, changed).status_code == 302
    page = client.get(PAGE).text
    assert "Perubahan dari susunan bawaan" in page
    assert "Tidak dicetak: BAB III A Kerangka Pengukuran Kinerja; BAB IV B Kendala." in page
    assert "Realisasi Anggaran: BAB III C menjadi BAB III A" in page
    refused = client.post(ROWS, changed | {"bagian_bab4": "Simpulan Umum", "lampiran": "Rencana Aksi"})
    assert refused.status_code == 422
    assert "Bagian “Langkah Perbaikan” tidak boleh dihilangkan" in refused.text
    assert "Bagian “Perjanjian Kinerja” tidak boleh dihilangkan" in refused.text


def test_what_a_regulation_demands_is_not_left_out(client: Client, balung: Kecamatan) -> None:
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    refused = client.post(ROWS, fields(bagian=WHOLE.replace("Isu Strategis\n", "")))
    assert refused.status_code == 422
    assert "Bagian “Isu Strategis” tidak boleh dihilangkan: Permen PANRB Nomor 53 Tahun 2014" in refused.text
    assert not SusunanLaporan.objects.exists()


def test_others_read_it_alone(client: Client, balung: Kecamatan) -> None:
    make(SusunanLaporan, kabupaten=balung.kabupaten, tahun_awal=2022, tahun_akhir=None)
    client.force_login(make_pengguna("operator", kecamatan=balung))
    assert client.post(ROWS, fields()).status_code == 403
    page = client.get(PAGE).text
    assert "Laporan tahun 2022–sekarang" in page
    assert "Belum ada susunan sendiri untuk laporan tahun 2021" in page
