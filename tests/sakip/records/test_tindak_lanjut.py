"""A missed target is answered by what will be done; its LKIP prints that, and the next one what became of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from kecamatan.models import Kecamatan, UnitKerja
from reports.lkip.bab4 import bab4
from reports.publish.assemble import build_draft
from reports.workbook.exchange import workbook_export, workbook_import
from sakip.models import (
    Indikator,
    IndikatorTujuan,
    RealisasiTujuan,
    TargetTujuan,
    TindakLanjut,
    TindakLanjutTujuan,
    VersiNomenklatur,
)
from tests.factory import (
    make,
    make_laporan,
    make_measured,
)
from tests.reports.lkip.read_part import all_tables
from tests.responses import main_text
from tests.workbook_edits import edited, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/{}/"
TYPED = {
    "tindakan": "Menambah loket pelayanan",
    "ukuran": "Antrean paling lama 10 menit",
    "penanggung_jawab": "umum",
    "batas_waktu": "30 Juni 2022",
    "keadaan": "belum",
    "hasil": "",
}


@pytest.fixture
def indikator(balung: Kecamatan) -> Indikator:
    """Target 80; 60 in 2021 misses it, 80 in 2022 does not."""
    camat = make(UnitKerja, kecamatan=balung)
    make(UnitKerja, kecamatan=balung, kunci="umum", nama="Seksi Pelayanan Umum", jenis="seksi", induk=camat)
    return make_measured(balung, {2021: (80, 60), 2022: (80, 80)}, nama="Indeks Kepuasan")


def printed(balung: Kecamatan, tahun: int) -> dict[str, Any]:
    """The tables of BAB IV by their title: the words of their rows."""
    tables = all_tables(bab4(build_draft(kecamatan=balung, tahun=tahun)))
    return {t.title: [[str(c.content) for c in r.cells] for r in t.rows] for t in tables.values()}


def test_a_missed_target_asks_for_it_and_the_lkip_prints_it(
    client: Client, balung: Kecamatan, indikator: Indikator
) -> None:
    page = BASE.format(2021) + "tindak-lanjut/isi/"
    assert "Indeks Kepuasan: capaian 75,00%, D (Kurang)." in main_text(client, page)
    assert "Belum ditindaklanjuti" not in main_text(client, BASE.format(2022) + "tindak-lanjut/isi/")
    assert printed(balung, 2021) == {}
    new = BASE.format(2021) + "isi/tindak-lanjut/baru/"
    assert client.post(new, TYPED | {"indikator": indikator.pk}).status_code == 302
    assert client.post(new, TYPED | {"indikator": indikator.pk, "tindakan": ""}).status_code == 422
    words = main_text(client, page)
    assert "Belum ditindaklanjuti" not in words
    assert "Menambah loket pelayanan Antrean paling lama 10 menit Seksi Pelayanan Umum 30 Juni 2022" in words
    (title,) = printed(balung, 2021)
    assert title == "Rencana Perbaikan atas Target Tahun 2021 yang Belum Tercapai"
    words = repr(printed(balung, 2021))
    for word in (
        "Indeks Kepuasan",
        "Menambah loket",
        "Antrean paling lama 10 menit",
        "Triwulan II 2022",
        "Seksi Pelayanan Umum",
        "30 Juni 2022",
    ):
        assert word in words


def test_the_next_lkip_reports_what_became_of_it_also_when_the_year_is_closed(
    client: Client, balung: Kecamatan, indikator: Indikator
) -> None:
    row = make(TindakLanjut, indikator=indikator, tahun=2021)
    make_laporan(kecamatan=balung, tahun=2021, status="ditandatangani")
    own = BASE.format(2021) + f"isi/tindak-lanjut/{row.pk}/"
    assert client.post(own, TYPED | {"indikator": indikator.pk}).status_code == 423
    state = BASE.format(2022) + f"isi/keadaan-tindak-lanjut/{row.pk}/"
    shown = client.get(state).content.decode()
    mark = shown.partition('name="sidik" value="')[2].partition('"')[0]
    refused = client.post(state, {"keadaan": "batal", "hasil": "", "sidik": mark})
    assert refused.status_code == 422
    assert (
        client.post(state, {"keadaan": "selesai", "hasil": "Dua loket dibuka.", "sidik": mark}).status_code
        == 302
    )
    assert list(printed(balung, 2022)) == ["Keadaan Tindak Lanjut atas Target Tahun 2021 yang Belum Tercapai"]
    words = repr(printed(balung, 2022))
    assert "Selesai" in words
    assert "Dua loket dibuka" in words
    assert client.get(BASE.format(2022) + f"isi/keadaan-tindak-lanjut/{row.pk}/hapus/").status_code == 404


@pytest.mark.one_engine
def test_the_workbook_there_and_back(balung: Kecamatan, indikator: Indikator) -> None:
    make(VersiNomenklatur)
    make(TindakLanjut, indikator=indikator, tahun=2021, penanggung_jawab=["umum"])
    make_laporan(kecamatan=balung, tahun=2021, status="ditandatangani")
    content = workbook_export(kecamatan=balung, tahun=2022)
    assert _read(balung, content).changes == []
    state = _edited(content, Keadaan="Selesai", Hasil="Dua loket dibuka.")
    assert _read(balung, state, apply_changes=True).errors == []
    assert TindakLanjut.objects.get().keadaan == "selesai"
    (error,) = _read(balung, _edited(content, Tindakan="Lain")).errors
    assert "terkunci" in error.pesan


def test_of_an_indikator_tujuan(client: Client, balung: Kecamatan, indikator: Indikator) -> None:
    tujuan = make(
        IndikatorTujuan, tujuan=indikator.sasaran.tujuan, nama="Indeks Layanan", satuan="indeks", urut=1
    )
    make(TargetTujuan, indikator=tujuan, tahun=2021, angka=80)
    make(RealisasiTujuan, indikator=tujuan, tahun=2021, angka=60)
    make(VersiNomenklatur)
    page = BASE.format(2021) + "tindak-lanjut/isi/"
    words = main_text(client, page)
    assert "Indeks Kepuasan: capaian 75,00%" in words
    assert "Indeks Layanan: capaian 75,00%" in words
    new = BASE.format(2021) + "isi/tindak-lanjut-tujuan/baru/"
    assert f'href="{new}?indikator={tujuan.pk}' in client.get(page).content.decode()
    assert client.post(new, TYPED | {"indikator": tujuan.pk}).status_code == 302
    words = main_text(client, page)
    assert "Indeks Kepuasan: capaian" in words  # answered for itself alone
    assert "Indeks Layanan: capaian" not in words
    assert (
        "Indeks Layanan Menambah loket pelayanan Antrean paling lama 10 menit Seksi Pelayanan Umum" in words
    )
    make(TindakLanjut, indikator=indikator, tahun=2021)
    ((_, first), (_, second)) = [row[:2] for row in printed(balung, 2021).popitem()[1]]
    assert (first, second) == ("Indeks Kepuasan", "Indeks Layanan")

    make_laporan(kecamatan=balung, tahun=2021, status="ditandatangani")
    content = workbook_export(kecamatan=balung, tahun=2022)
    assert _read(balung, content).changes == []
    state = _edited(content, "TindakLanjutTujuan", Keadaan="Selesai", Hasil="Standar ditetapkan.")
    assert _read(balung, state, apply_changes=True).errors == []
    assert TindakLanjutTujuan.objects.get().keadaan == "selesai"
    assert "Standar ditetapkan" in repr(printed(balung, 2022))
    (error,) = _read(balung, _edited(content, "TindakLanjutTujuan", Tindakan="Lain")).errors
    assert "terkunci" in error.pesan


def _edited(content: bytes, name: str = "TindakLanjut", **cells: str) -> bytes:
    return edited(content, *(write(name, 3, title, value) for title, value in cells.items()))


def _read(balung: Kecamatan, content: bytes, **how: Any) -> Any:
    return workbook_import(content=content, nama="b.xlsx", place=(balung, 2022), **how)
