"""An SK IKU decided in one year and used in others: it counts until its last year, or until another takes its place."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from kecamatan.models import Kecamatan
from reports.official.documents import DOKUMEN_KINDS
from reports.publish.assemble import build_draft
from sakip.models import BarisIKU, KeputusanIKU
from sakip.snapshot.build import build
from tests.factory import make, make_renstra

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.usefixtures("signed_in")]


def number(kecamatan: Kecamatan, tahun: int) -> str | None:
    iku = build(kecamatan=kecamatan, tahun=tahun).iku
    return None if iku is None else iku.nomor


@pytest.fixture
def decided_2018(balung: Kecamatan) -> KeputusanIKU:
    decided = make(
        KeputusanIKU,
        kecamatan=balung,
        tahun=2018,
        nomor="065/18",
        tanggal=date(2018, 3, 5),
        berlaku_sampai=2021,
    )
    make(BarisIKU, keputusan=decided, indikator="Indeks kepuasan")
    return decided


def test_it_counts_from_its_first_year_to_its_last(balung: Kecamatan, decided_2018: KeputusanIKU) -> None:
    assert [number(balung, tahun) for tahun in range(2017, 2023)] == [None, *["065/18"] * 4, None]
    make(KeputusanIKU, kecamatan=balung, tahun=2020, nomor="065/20")
    # Of two that count the later one does; what it took the place of does not come back when it ends.
    assert [number(balung, tahun) for tahun in range(2018, 2023)] == [
        "065/18",
        "065/18",
        "065/20",
        None,
        None,
    ]
    KeputusanIKU.objects.filter(tahun=2020).update(berlaku_sampai=2024)
    assert [number(balung, tahun) for tahun in (2019, 2021, 2024, 2025)] == [
        "065/18",
        "065/20",
        "065/20",
        None,
    ]


def test_a_decision_without_a_last_year_counts_in_its_own(balung: Kecamatan) -> None:
    make(KeputusanIKU, kecamatan=balung, tahun=2020, nomor="065/20")
    assert [number(balung, tahun) for tahun in (2019, 2020, 2021)] == [None, "065/20", None]


def test_the_report_of_a_later_year_prints_it_by_its_own_date(
    balung: Kecamatan, decided_2018: KeputusanIKU
) -> None:
    naskah = build_draft(kecamatan=balung, tahun=2021)
    document = DOKUMEN_KINDS["sk-iku"].arrange(naskah)
    assert document is not None
    assert document.title.startswith("Keputusan Camat tentang Indikator Kinerja Utama Tahun 2018")
    report = DOKUMEN_KINDS["lkip"].arrange(naskah)
    assert report is not None
    assert "Keputusan Camat tentang IKU Tahun 2018" in [part.title for part in report.lampiran]


def test_its_page_in_a_later_year_leads_to_where_it_is_recorded(
    client: Client, balung: Kecamatan, decided_2018: KeputusanIKU
) -> None:
    shown = client.get("/kecamatan/balung/2021/iku/isi/").content.decode()
    assert "(Nomor 065/18) berlaku sampai tahun 2021 dan dipakai dalam laporan tahun 2021." in shown
    assert '<a href="/kecamatan/balung/2018/iku/isi/">' in shown
    assert "<li>Indeks kepuasan</li>" in shown
    assert "Buat keputusan IKU" in shown
    assert "berlaku sampai tahun" not in client.get("/kecamatan/balung/2022/iku/isi/").content.decode()


def test_a_new_one_counts_as_long_as_the_renstra(client: Client, balung: Kecamatan) -> None:
    make_renstra(kecamatan=balung)  # 2021–2026
    form = client.get("/kecamatan/balung/2021/isi/iku/baru/").context["form"]
    assert form["berlaku_sampai"].value() == "2026"
    answer = client.post("/kecamatan/balung/2021/isi/iku/baru/", {"nomor": "1", "berlaku_sampai": "2020"})
    assert "Isi tahun terakhir yang tidak lebih awal" in answer.content.decode()
    assert not KeputusanIKU.objects.exists()
