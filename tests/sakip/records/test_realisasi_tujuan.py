"""Indikator tujuan are measured: typed in the browser or a workbook, frozen, computed by the engine."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from kecamatan.models import Jejak, Kecamatan
from reports.publish.assemble import build_draft
from reports.workbook.exchange import workbook_export, workbook_import
from sakip.models import (
    BarisPK,
    IndikatorTujuan,
    KategoriSkala,
    KebijakanPengukuran,
    PerjanjianKinerja,
    RealisasiTujuan,
    Skala,
    TargetTujuan,
    Tujuan,
    VersiNomenklatur,
)
from sakip.records.renstra.writes import renstra_copy_perubahan
from tests.factory import make, make_laporan, make_pk, make_renstra
from tests.responses import main_text
from tests.workbook_edits import edited, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in"), pytest.mark.one_engine]

GRID = "/kecamatan/balung/2021/realisasi/isi/"
ROW = "/kecamatan/balung/2021/isi/realisasi-tujuan/"


@pytest.fixture
def indikator(balung: Kecamatan) -> IndikatorTujuan:
    """Target 0,08, the lower the better, printed with four decimals."""
    skala = make(Skala, kode="akip-2021", untuk="capaian")
    make(KategoriSkala, skala=skala, kode="AA", label="Sangat Memuaskan", batas=Decimal(90))
    make(KategoriSkala, skala=skala, kode="D", label="Kurang", batas=None)
    make(KebijakanPengukuran, kabupaten=balung.kabupaten, tahun=2021, skala=skala)
    make(BarisPK, perjanjian=make_pk(kecamatan=balung, tahun=2021), acuan_indikator=None)
    tujuan = make(Tujuan, renstra=make_renstra(kecamatan=balung))
    row = make(
        IndikatorTujuan, tujuan=tujuan, nama="Angka kematian", satuan="%", rumus="negatif", desimal=4, urut=1
    )
    make(TargetTujuan, indikator=row, tahun=2021, angka=Decimal("0.08"))
    return row


def results(balung: Kecamatan) -> list[tuple[str, str, str]]:
    found = build_draft(kecamatan=balung, tahun=2021).results
    assert found is not None
    return [
        (i.nama, i.realisasi_cetak, str(i.capaian.nilai or i.capaian.keadaan.value))
        for t in found.indikator_tujuan
        for i in t.indikator
    ]


@pytest.mark.both_engines
def test_a_value_is_typed_beside_the_grid(
    client: Client, balung: Kecamatan, indikator: IndikatorTujuan
) -> None:
    # (0,08 − (0,0572 − 0,08)) ÷ 0,08 × 100 = 128,50
    assert results(balung) == [("Angka kematian", "belum diisi", "belum diisi")]
    assert "belum diisi" in main_text(client, GRID).partition("Indikator tujuan")[2]
    answer = client.post(f"{ROW}baru/?induk={indikator.pk}", {"nilai": "0,0572"})
    assert answer.status_code == 302
    assert results(balung) == [("Angka kematian", "0,0572%", "128.50")]
    words = main_text(client, GRID).partition("Indikator tujuan")[2]
    assert "0,08% 0,0572% 128,50%, AA (Sangat Memuaskan)" in words
    assert Jejak.objects.filter(objek_jenis="sakip.realisasitujuan", tahun=2021).count() == 1


def test_its_target_is_shown_before_there_is_a_pk(
    client: Client, balung: Kecamatan, indikator: IndikatorTujuan
) -> None:
    BarisPK.objects.all().delete()
    PerjanjianKinerja.objects.all().delete()
    make(RealisasiTujuan, indikator=indikator, tahun=2021, angka=Decimal("0.0572"))
    assert "0,08% 0,0572% –" in main_text(client, GRID).partition("Indikator tujuan")[2]


@pytest.mark.both_engines
def test_a_fraction_a_reason_and_nonsense(
    client: Client, balung: Kecamatan, indikator: IndikatorTujuan
) -> None:
    fraction = client.post(f"{ROW}baru/?induk={indikator.pk}", {"pembilang": "110", "penyebut": "192.322"})
    assert fraction.status_code == 302
    assert results(balung) == [("Angka kematian", "0,0572%", "128.51")]  # computed from the quotient
    RealisasiTujuan.objects.all().delete()
    assert client.post(f"{ROW}baru/?induk={indikator.pk}", {"nilai": "baik"}).status_code == 422
    reason = client.post(f"{ROW}baru/?induk={indikator.pk}", {"alasan": "survei tertunda"})
    assert reason.status_code == 302
    assert results(balung) == [("Angka kematian", "tidak tersedia", "tidak tersedia")]
    again = client.post(f"{ROW}baru/?induk={indikator.pk}", {"nilai": "1"})
    assert again.status_code == 409


def test_a_value_that_looks_like_a_slip_is_asked_about_until_answered(
    client: Client, balung: Kecamatan, indikator: IndikatorTujuan
) -> None:
    answer = client.post(f"{ROW}baru/?induk={indikator.pk}", {"nilai": "572"}, follow=True)
    assert "Pastikan: 572% di luar 0 sampai 100%; 572 jauh dari target 0,08." in " ".join(
        answer.content.decode().split()
    )
    page = "/kecamatan/balung/2021/penegasan/isi/"
    open_questions = main_text(client, page).partition("Sudah ditegaskan")[0]
    assert "Indikator tujuan Angka kematian, realisasi 2021" in open_questions
    (mark,) = re.findall(r"tanda=([0-9a-f]{64})", client.get(page).content.decode())
    answered = client.post("/kecamatan/balung/2021/isi/penegasan/baru/", {"tanda": mark})
    assert answered.status_code == 302
    assert "Angka kematian" not in main_text(client, page).partition("Sudah ditegaskan")[0]


def test_a_closed_year_takes_no_value(client: Client, balung: Kecamatan, indikator: IndikatorTujuan) -> None:
    make_laporan(kecamatan=balung, tahun=2021, status="ditandatangani")
    assert client.post(f"{ROW}baru/?induk={indikator.pk}", {"nilai": "1"}).status_code == 423


def test_a_perubahan_of_the_renstra_keeps_what_was_measured(
    balung: Kecamatan, indikator: IndikatorTujuan
) -> None:
    make(RealisasiTujuan, indikator=indikator, tahun=2021, angka=Decimal("0.0572"))
    renstra_copy_perubahan(renstra=indikator.tujuan.renstra, tahun=2021, by=None)
    assert results(balung) == [("Angka kematian", "0,0572%", "128.50")]
    assert _imported(balung, _book(balung)).changes == []


def test_the_workbook_there_and_back(balung: Kecamatan, indikator: IndikatorTujuan) -> None:
    book = _book(balung)
    changed = edited(
        book,
        write("RealisasiTujuan", 3, "Realisasi", 0.0572),
        write("IndikatorTujuan", 3, "Jumlah desimal", 3),
    )
    assert _imported(balung, changed, apply_changes=True).errors == []
    assert results(balung) == [("Angka kematian", "0,0572%", "128.50")]
    assert IndikatorTujuan.objects.get().desimal == 3
    assert _imported(balung, _book(balung)).changes == []


def _book(balung: Kecamatan) -> bytes:
    if not VersiNomenklatur.objects.exists():
        make(VersiNomenklatur)
    return workbook_export(kecamatan=balung, tahun=2021)


def _imported(balung: Kecamatan, content: bytes, **how: Any) -> Any:
    return workbook_import(content=content, nama="b.xlsx", place=(balung, 2021), **how)
