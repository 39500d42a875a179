"""The tables of a document as data: numbers with a point, what is unknown empty, and what their schema says."""

import csv
import json
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest

from kecamatan.models import Kecamatan
from reports.open_data.catalogue import TABLES, tables_of
from reports.open_data.files import as_csv, as_json, data_package, json_schema
from reports.open_data.measured import ANGGARAN, CAPAIAN
from reports.publish.assemble import build_draft
from reports.publish.naskah import Naskah

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def naskah(mini: Kecamatan) -> Naskah:
    return build_draft(kecamatan=mini, tahun=2023)


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_both_shapes_say_what_the_engine_says(naskah: Naskah) -> None:
    assert naskah.results is not None
    measured = [one for sasaran in naskah.results.sasaran for one in sasaran.indikator]
    rows = CAPAIAN.of(naskah)
    lines, objects = read_csv(as_csv(CAPAIAN, rows)), json.loads(as_json(CAPAIAN, rows), parse_float=Decimal)
    assert len(measured) == len(lines) == len(objects) > 0
    for one, line, found in zip(measured, lines, objects, strict=True):
        assert (line["indikator"], line["satuan"], line["rumus"]) == (one.nama, one.satuan, one.capaian.rumus)
        assert found["capaian"] == one.capaian.nilai
        assert line["capaian"] == ("" if one.capaian.nilai is None else str(one.capaian.nilai))
        assert line["kode_kecamatan"] == "35.09.10"


def test_what_is_unknown_is_empty_and_never_zero() -> None:
    row: dict[str, Any] = dict.fromkeys(one.name for one in ANGGARAN.columns)
    row |= {"nama": "=HYPERLINK(1)", "pagu": "9999999999999.99", "realisasi": None, "serapan": "0"}
    (line,) = read_csv(as_csv(ANGGARAN, [row]))
    assert (line["pagu"], line["realisasi"], line["serapan"]) == ("9999999999999.99", "", "0")
    assert line["nama"] == "'=HYPERLINK(1)"  # no spreadsheet computes it
    text = as_json(ANGGARAN, [row])
    assert '"pagu":9999999999999.99,"realisasi":null,"serapan":0' in text
    assert json.loads(text)[0]["nama"] == "=HYPERLINK(1)"


def test_every_row_is_as_its_schema_says(naskah: Naskah) -> None:
    found = tables_of(naskah, "lkip")
    assert {"capaian", "triwulan", "anggaran", "perjanjian-kinerja", "iku"} == set(found) == set(TABLES)
    kinds: dict[str, tuple[type, ...]] = {"string": (str,), "integer": (int,), "number": (int, Decimal)}
    for code, rows in found.items():
        schema = json_schema(TABLES[code], f"/publik/skema/{code}.json")["items"]
        for row in json.loads(as_json(TABLES[code], rows), parse_float=Decimal):
            assert list(row) == schema["required"] == list(schema["properties"])
            for name, value in row.items():
                said = schema["properties"][name]["type"]
                if value is None:
                    assert "null" in said, (code, name)
                else:
                    assert isinstance(value, kinds[said if isinstance(said, str) else said[0]]), (code, name)


def test_a_document_of_its_own_holds_its_own_table(naskah: Naskah) -> None:
    assert set(tables_of(naskah, "pk-murni")) == {"perjanjian-kinerja"}
    assert set(tables_of(naskah, "sk-iku")) == {"iku"}


def test_the_package_describes_each_csv() -> None:
    addresses = {"capaian": {"csv": "capaian.csv"}}
    (resource,) = data_package(name="x", title="X", held=[CAPAIAN], addresses=addresses)["resources"]
    assert resource["path"] == "capaian.csv"
    fields = {one["name"]: one for one in resource["schema"]["fields"]}
    assert fields["capaian"]["type"] == "number"
    assert resource["schema"]["missingValues"] == [""]
