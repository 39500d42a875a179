"""Last year's plan of improvement becomes steps of the rencana aksi: seen before, made once."""

from __future__ import annotations

import pytest
from django.test import Client

from kecamatan.models import Kecamatan
from reports.official.documents import DOKUMEN_KINDS
from reports.publish.assemble import build_draft
from reports.workbook.exchange import workbook_export, workbook_import
from sakip.models import (
    BarisRencanaAksi,
    Indikator,
    LangkahRencanaAksi,
    RencanaAksi,
    TindakLanjut,
    VersiNomenklatur,
)
from tests.factory import make, make_indikator, make_renstra, make_sasaran
from tests.reports.lkip.read_part import all_tables
from tests.responses import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in")]

PAGE = "/kecamatan/balung/2021/rencana-aksi/isi/"
MAKE = "/kecamatan/balung/2021/rencana-aksi/dari-rencana-perbaikan/"


@pytest.fixture
def indikator(balung: Kecamatan) -> Indikator:
    """An empty rencana aksi of 2021; in 2020 a step for the second triwulan of 2021, one that was finished, and one
    that was due in 2020."""
    row = make_indikator(sasaran=make_sasaran(renstra=make_renstra(kecamatan=balung, tahun_awal=2020)))
    make(RencanaAksi, kecamatan=balung, tahun=2021)
    one = {"indikator": row, "tahun": 2020}
    make(TindakLanjut, **one, batas_waktu="2021-06-30", ukuran="Antrean paling lama 10 menit")
    make(TindakLanjut, **one, tindakan="Melatih petugas", batas_waktu="2021-03-01", keadaan="selesai")
    make(TindakLanjut, **one, tindakan="Menata arsip", batas_waktu="2020-12-01", keadaan="berjalan")
    return row


def test_it_is_seen_before_and_made_once(client: Client, balung: Kecamatan, indikator: Indikator) -> None:
    words = main_text(client, PAGE)
    assert "Menambah loket pelayanan (Survei Kepuasan Masyarakat): menjadi langkah triwulan 2" in words
    assert "Melatih petugas" not in words
    for _ in range(2):
        assert client.post(MAKE).status_code == 302
    (row,) = BarisRencanaAksi.objects.all()
    assert (row.acuan_indikator, row.indikator) == (indikator, indikator.nama)
    assert list(LangkahRencanaAksi.objects.values_list("uraian", "ukuran", "triwulan", "urut")) == [
        ("Menambah loket pelayanan", "Antrean paling lama 10 menit", 2, 1),
        ("Menata arsip", "", 1, 2),
    ]
    assert "Jadikan rencana aksi" not in main_text(client, PAGE)

    dokumen = DOKUMEN_KINDS["rencana-aksi"].arrange(build_draft(kecamatan=balung, tahun=2021))
    assert dokumen is not None
    (table,) = [t for b in dokumen.body for t in all_tables(b).values() if t.key == "rencana-aksi-langkah"]
    assert [[str(c.content) for c in r.cells[2:]] for r in table.rows] == [
        ["Menambah loket pelayanan", "Antrean paling lama 10 menit", "–", "II"],
        ["Menata arsip", "–", "–", "I"],
    ]


@pytest.mark.one_engine
def test_a_step_of_an_indikator_that_the_renstra_has_no_more_stays_behind(
    client: Client, balung: Kecamatan, indikator: Indikator
) -> None:
    old = make_renstra(kecamatan=balung, tahun_awal=2015, tahun_akhir=2019)
    gone = make_indikator(sasaran=make_sasaran(renstra=old), kunci="lama", nama="Indikator lama")
    TindakLanjut.objects.all().delete()
    make(TindakLanjut, indikator=gone, tahun=2020)
    assert "indikatornya tidak ada dalam Renstra tahun ini" in main_text(client, PAGE)
    said = client.post(MAKE, follow=True).content.decode()
    assert "indikator “Indikator lama” tidak ada dalam Renstra tahun 2021." in said
    assert not LangkahRencanaAksi.objects.exists()


@pytest.mark.one_engine
def test_the_workbook_there_and_back(balung: Kecamatan, indikator: Indikator) -> None:
    make(VersiNomenklatur)
    make(LangkahRencanaAksi, baris=make(BarisRencanaAksi, acuan_indikator=indikator))
    book = workbook_export(kecamatan=balung, tahun=2021)
    assert workbook_import(content=book, nama="b.xlsx", place=(balung, 2021)).changes == []
    LangkahRencanaAksi.objects.all().delete()
    assert workbook_import(content=book, nama="b.xlsx", place=(balung, 2021), apply_changes=True).errors == []
    assert list(LangkahRencanaAksi.objects.values_list("uraian", "triwulan")) == [("Menambah loket", 2)]
