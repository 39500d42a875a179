"""What a report adds to plan and measures: surveys per unsur, prestasi, other offices, sarana."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from kecamatan.models import Kecamatan
from reports.document.tree import Figure
from reports.lkip.bab1 import bab1
from reports.lkip.bab3 import bab3
from reports.publish.assemble import build_draft
from reports.workbook.exchange import workbook_export, workbook_import
from sakip.capaian.skm import mutu
from sakip.checks import CHECKS
from sakip.entry.watch import year_findings
from sakip.models import (
    BarisPK,
    Indikator,
    LintasSektor,
    Prestasi,
    SaranaPrasarana,
    SurveiKepuasan,
    VersiNomenklatur,
)
from tests.factory import make, make_measured
from tests.reports.lkip.read_part import all_tables
from tests.responses import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2022/"
#: Σ 30 ÷ 9 × 25 = 83,3333…: B. U4 is the best (4: 100, A), U9 the weakest (2,5: 62,50, D).
_NRR = ("3.4", "3.3", "3.2", "4", "3.4", "3.4", "3.5", "3.3", "2.5")
UNSUR = {f"u{n}": Decimal(value) for n, value in enumerate(_NRR, start=1)}


@pytest.fixture
def indikator(balung: Kecamatan) -> Indikator:
    """An IKM of 80 in 2021, of 85 in 2022."""
    made = make_measured(balung, {2021: (80, 80), 2022: (80, 85)}, nama="Indeks Kepuasan", satuan="indeks")
    BarisPK.objects.update(acuan_sasaran=made.sasaran)
    return made


@pytest.fixture
def everything(balung: Kecamatan, indikator: Indikator) -> None:
    own: dict[str, Any] = {"kecamatan": balung, "tahun": 2022}
    make(SurveiKepuasan, **own, indikator=indikator, periode="Semester I", responden=150, **UNSUR)
    make(Prestasi, **own, sasaran=indikator.sasaran, uraian="Antrean terurai.")
    make(LintasSektor, **own, sasaran=indikator.sasaran)
    make(LintasSektor, **own, sasaran=indikator.sasaran, instansi="Polsek", peran="Patroli bersama.")
    make(SaranaPrasarana, **own, satuan="unit", baik=3, rusak_ringan=2, rusak_berat=0)


def printed(balung: Kecamatan) -> dict[str, list[list[str]]]:
    naskah = build_draft(kecamatan=balung, tahun=2022)
    tables = all_tables(bab1(naskah)) | all_tables(bab3(naskah))
    return {key: [[words(c.content) for c in r.cells] for r in t.rows] for key, t in tables.items()}


def words(content: Any) -> str:
    if isinstance(content, str):
        return content
    return "".join(words(getattr(piece, "content", getattr(piece, "text", piece))) for piece in content)


@pytest.mark.parametrize(
    ("value", "letter"),
    [
        ("88.31", "A"),
        ("88.304", "B"),
        ("76.605", "B"),
        ("76.60", "C"),
        ("64.995", "C"),
        ("64.99", "D"),
        ("25", "D"),
    ],
)
@pytest.mark.one_engine
def test_mutu_is_of_the_value_in_two_decimals(value: str, letter: str) -> None:
    found = mutu(Decimal(value))
    assert found is not None
    assert found[0] == letter
    assert (mutu(Decimal("24.99")), mutu(Decimal("100.01"))) == (None, None)


@pytest.mark.one_engine
@pytest.mark.usefixtures("everything")
def test_the_lkip_prints_each_where_it_belongs(balung: Kecamatan) -> None:
    tables = printed(balung)
    (survey,) = [rows for key, rows in tables.items() if key.startswith("tabel-survei-")]
    assert survey[0] == ["U1 Persyaratan", "3,400", "0,378", "B"]
    assert [cells[-1] for cells in survey] == ["B", "B", "B", "A", "B", "B", "B", "B", "D", "B (Baik)"]
    assert survey[-1][1:3] == ["3,333", "83,33"]
    (measured,) = [rows for key, rows in tables.items() if key.startswith("tabel-kinerja-")]
    assert ["Tahun 2021", "80", "80,00 (mutu B)"] in [cells[:3] for cells in measured]
    assert ["Tahun 2022", "80", "85,00 (mutu B)"] in [cells[:3] for cells in measured]
    assert tables["tabel-prestasi"][0][2:] == [
        "Antrean terurai",
        "Sasaran 1",
    ]  # no column in which nobody wrote
    (others,) = [rows for key, rows in tables.items() if key.startswith("tabel-lintas-sektor-")]
    assert others == [["Dinas Sosial", "Memutakhirkan data keluarga miskin"], ["Polsek", "Patroli bersama"]]
    assert tables["tabel-sarana"] == [["1", "Komputer", "5 unit", "3", "2", "0"]]


@pytest.mark.one_engine
def test_a_survey_of_other_unsur_is_printed_as_it_asked(balung: Kecamatan, indikator: Indikator) -> None:
    own: dict[str, Any] = dict.fromkeys(UNSUR, None) | {"u1": Decimal("3.4"), "u4": Decimal(4)}
    lines = "Keamanan pelayanan: 3,2\nKenyamanan: 3"
    make(SurveiKepuasan, kecamatan=balung, tahun=2022, indikator=indikator, **own, unsur_lain=lines)
    (survey,) = [rows for key, rows in printed(balung).items() if key.startswith("tabel-survei-")]
    assert survey == [  # (3,4 + 4 + 3,2 + 3) ÷ 4 = 3,4; × 25 = 85
        ["U1 Persyaratan", "3,400", "0,850", "B"],
        ["U4 Biaya/tarif", "4,000", "1,000", "A"],
        ["U10 Keamanan pelayanan", "3,200", "0,800", "B"],
        ["U11 Kenyamanan", "3,000", "0,750", "C"],
        ["IKM (jumlah NRR tertimbang × 25) dan mutu pelayanan", "3,400", "85,00", "B (Baik)"],
    ]


@pytest.mark.one_engine
def test_a_single_office_is_told_in_a_sentence(balung: Kecamatan, indikator: Indikator) -> None:
    make(LintasSektor, kecamatan=balung, tahun=2022, sasaran=indikator.sasaran)
    assert not [key for key in printed(balung) if key.startswith("tabel-lintas-sektor-")]
    said = [
        b.content for b in _blocks(bab3(build_draft(kecamatan=balung, tahun=2022))) if hasattr(b, "content")
    ]
    assert any(
        "Dinas Sosial" in repr(one) and "memutakhirkan data keluarga miskin." in repr(one).casefold()
        for one in said
    )


@pytest.mark.one_engine
def test_what_is_not_recorded_is_not_printed(balung: Kecamatan, indikator: Indikator) -> None:
    tables = printed(balung)
    added = ("tabel-survei", "tabel-prestasi", "tabel-lintas-sektor", "tabel-sarana")
    assert [key for key in tables if key.startswith(added)] == []
    assert "mutu" not in repr(tables)


@pytest.mark.one_engine
def test_two_measured_years_are_drawn(balung: Kecamatan, indikator: Indikator) -> None:
    part = bab3(build_draft(kecamatan=balung, tahun=2022))
    drawn = [b for b in _blocks(part) if isinstance(b, Figure) and b.key.startswith("gambar-tren-")]
    assert [one.title for one in drawn] == ["Perkembangan Target dan Realisasi Sasaran 1 Tahun 2021–2022"]
    assert "Indeks Kepuasan: 80,00 pada 2021 dan 85,00 pada 2022." in drawn[0].alt


def _blocks(part: Any) -> list[Any]:
    return [*part.content, *(b for child in part.children for b in _blocks(child))]


@pytest.mark.usefixtures("everything")
def test_a_survey_that_says_otherwise_is_found(balung: Kecamatan) -> None:
    checks = [CHECKS["ikm-sesuai-survei"]]
    found = year_findings(kecamatan=balung, tahun=2022, checks=checks)
    assert [f.message for f in found] == [
        'Realisasi indikator "Indeks Kepuasan" tahun 2022 tercatat 85, sedangkan IKM dari nilai unsurnya 83,33.'
        " Samakan realisasinya, atau perbaiki nilai unsur."
    ]
    SurveiKepuasan.objects.update(**dict.fromkeys(UNSUR, Decimal("3.4")))  # 3,4 × 25 = 85
    assert year_findings(kecamatan=balung, tahun=2022, checks=checks) == ()


@pytest.mark.usefixtures("everything")
def test_the_workbook_there_and_back(balung: Kecamatan) -> None:
    make(VersiNomenklatur)
    content = workbook_export(kecamatan=balung, tahun=2022)
    assert workbook_import(content=content, nama="a.xlsx", apply_changes=True, kabupaten=False).changes == []
    for model in (SurveiKepuasan, Prestasi, LintasSektor, SaranaPrasarana):
        model.objects.all().delete()
    back = workbook_import(content=content, nama="a.xlsx", apply_changes=True, kabupaten=False)
    assert (back.errors, back.tally.perubahan) == ([], 5)
    survey = SurveiKepuasan.objects.get()
    assert (survey.responden, [nrr for _, nrr in survey.unsur]) == (150, [*UNSUR.values()])
    assert Prestasi.objects.get().sasaran_id == LintasSektor.objects.get(instansi="Polsek").sasaran_id


def test_each_is_entered_on_its_page(client: Client, balung: Kecamatan, indikator: Indikator) -> None:
    unsur = {name: str(value).replace(".", ",") for name, value in UNSUR.items()}
    typed: dict[str, dict[str, Any]] = {
        "survei-kepuasan": {"indikator": indikator.pk, "periode": "Semester I", "responden": "150", **unsur},
        "prestasi": {"jenis": "penghargaan", "nama": "Camat Terbaik", "pemberi": "Bupati Jember"},
        "lintas-sektor": {"sasaran": indikator.sasaran_id, "instansi": "Polsek Balung", "peran": "Menjaga."},
        "sarana-prasarana": {"nama": "Komputer", "satuan": "unit", "jumlah": "5", "baik": "5"},
    }
    shown = {
        "survei-kepuasan": "IKM 83,33 Mutu pelayanan B (Baik)",
        "prestasi": "Penghargaan Camat Terbaik",
        "lintas-sektor": "Polsek Balung Menjaga.",
        "sarana-prasarana": "Komputer unit 5 5",
    }
    for kind, data in typed.items():
        assert client.post(f"{BASE}isi/{kind}/baru/", data).status_code == 302, kind
        assert shown[kind] in main_text(client, f"{BASE}{kind}/isi/")


@pytest.mark.parametrize(
    ("kind", "data", "message"),
    [
        (
            "sarana-prasarana",
            {"nama": "Meja", "satuan": "unit", "jumlah": "5", "baik": "4", "rusak_ringan": "2"},
            "Jumlah 5, sedangkan yang baik, rusak ringan, dan rusak berat bersama-sama 6.",
        ),
        (
            "prestasi",
            {"jenis": "inovasi", "nama": "Loket", "tanggal": "2 Januari 2021"},
            "2 Januari 2021 bukan tanggal dalam tahun 2022.",
        ),
        ("prestasi", {"jenis": "penghargaan", "nama": "Piala"}, "Isi siapa yang memberikan penghargaan ini"),
        ("survei-kepuasan", {"periode": "2022", "responden": "9"}, "Isi nilai paling sedikit satu unsur."),
        (
            "survei-kepuasan",
            {"periode": "2022", "responden": "9", "unsur_lain": "Keamanan 3,5"},
            "“Keamanan 3,5” belum terbaca. Tulis nama unsur, titik dua, lalu nilainya.",
        ),
    ],
)
@pytest.mark.one_engine
def test_what_cannot_be_is_refused(
    client: Client, balung: Kecamatan, kind: str, data: dict[str, str], message: str
) -> None:
    answer = client.post(f"{BASE}isi/{kind}/baru/", data)
    assert (answer.status_code, message in answer.content.decode()) == (422, True)
