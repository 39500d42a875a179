"""What a room of a record declares is found by itself: its models, its page, its sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.apps import apps

import sakip.records
from kecamatan.models import Kecamatan
from reports.pages import SCREEN_PAGES
from sakip.entry.number_kinds import Rupiah, Year
from sakip.entry.page import EntryPage
from sakip.entry.value_kinds import Text
from sakip.models import AnggaranLalu
from sakip.records import rooms
from sakip.records.pages import PAGES, titled_pages
from sakip.templatetags.entry_rows import title_of
from sakip.workbook.lookups import references as reference_data
from sakip.workbook.sheets import record_sheet
from sakip.workbook.sheets.record_sheet import list_sheet, register
from sakip.workbook.stored import Stored
from tests.factory import make

ROOMS = Path(sakip.records.__file__).parent


def example() -> record_sheet.RecordSheet:
    return list_sheet(
        AnggaranLalu,
        name="Uji",
        about="Jumlah tahun lalu",
        columns=("tahun", "pagu", "sumber"),
        unique=("tahun",),
    )


def test_every_room_with_models_is_known_to_django() -> None:
    known = {model.__module__ for model in apps.get_app_config("sakip").get_models()}
    assert {f"sakip.records.{p.parent.name}.models" for p in ROOMS.glob("*/models.py")} <= known


def test_every_room_with_a_page_has_its_address_and_its_template() -> None:
    assert {module.PAGE.code for module in rooms.load("page")} <= PAGES.keys()
    templates = ROOMS.parents[1] / "templates"
    assert [p.template_name for p in PAGES.values() if not (templates / p.template_name).exists()] == []
    assert titled_pages() == [p for p in PAGES.values() if p.title]


def test_a_page_of_entry_alone_is_called_by_its_title(monkeypatch: pytest.MonkeyPatch) -> None:
    page = EntryPage(code="tindak-lanjut", compose=lambda _: {}, title="Tindak Lanjut Hasil Evaluasi")
    monkeypatch.setitem(PAGES, page.code, page)
    assert title_of(SCREEN_PAGES.values(), "tindak-lanjut") == "Tindak Lanjut Hasil Evaluasi"
    assert title_of(SCREEN_PAGES.values(), "rkt") == "Rencana Kinerja Tahunan"
    assert title_of(SCREEN_PAGES.values(), "pembanding") == "Pembanding"


def test_a_misspelt_module_is_no_silence() -> None:
    with pytest.raises(ValueError, match="tidak ada ruang catatan dengan modul 'modles'"):
        rooms.load("modles")


def test_two_sheets_of_one_name_are_two_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_sheet, "RECORD_SHEETS", {})
    register(example())
    with pytest.raises(ValueError, match="nama lembar dipakai dua kali: 'Uji'"):
        register(example())


def test_the_columns_of_a_plain_table_are_those_of_the_model() -> None:
    sheet = example().sheet
    assert [(k.key, k.title, type(k.kind), k.meaning) for k in sheet.columns] == [
        ("tahun", "Tahun", Year, "tahun"),
        ("pagu", "Pagu (Rp)", Rupiah, ""),
        ("sumber", "Sumber", Text, ""),
    ]
    assert (sheet.model, sheet.unique) == (("sakip.anggaranlalu",), ("tahun",))


@pytest.mark.django_db
def test_a_plain_table_reads_the_rows_of_its_year() -> None:
    make(AnggaranLalu, tahun=2020, pagu=100, sumber="LKIP")
    make(AnggaranLalu, tahun=2019, pagu=90)
    kecamatan = Kecamatan.objects.get()
    data = Stored(kecamatan, 2020, reference_data(kecamatan, 2020), None)
    assert example().rows(data) == [{"tahun": 2020, "pagu": "100", "sumber": "LKIP"}]
