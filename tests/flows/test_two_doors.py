"""The table of texts that ended differently at two doors, and those that real documents forced: one verdict each.

A row names a place, a text, and what must come of it at every door that leads there: the columns that are stored, or
the sentence. What several rows of a year contradict (two camat on one day, sums, versions, Aceh) is asked of every
door by ``tests/sakip/checks/test_doors.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal as D
from itertools import cycle
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from reports.workbook.exchange import workbook_export
from reports.workbook.fixtures import fixtures_load
from tests.conftest import of_module
from tests.factory import make_pengguna
from tests.flows.doors import Case, Doors, Place, kecamatan
from tests.flows.doors_files import Files
from tests.flows.doors_places import (
    DATE,
    GRADE,
    PAGU,
    RKT_TARGET,
    TWINS,
    WORLD,
    YEAR,
    fact,
    narrative_of,
    officer,
    target_of,
    value_of,
)
from tests.loaded_files import write_json

#: What a text becomes is judged before a row is written, and a judge that let it through would be seen on SQLite, which
#: stores whatever it is given; that what was judged is stored on both engines, the writes of each record test.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def same(verdicts: dict[str, Any], case: Case) -> None:
    """Every door said the expected thing."""
    wanted = (case.expected,) if case.refused else case.expected
    for door, verdict in verdicts.items():
        if isinstance(wanted, dict) and isinstance(verdict, dict):
            verdict = {name: verdict[name] for name in wanted}
        assert verdict == wanted, door


LETTERED = (
    'ubah dahulu Jenis nilai indikatornya menjadi Huruf, beserta rumus "Huruf pada skala" dan skalanya, pada'
    " Renstra"
)


def measured_in(unit: str, text: str, printed: str = "") -> str:
    """What is said of words where a number is measured."""
    remedy = (
        f"{printed}; bila dinilai dengan huruf, {LETTERED}."
        if printed
        else f"Bila dinilai dengan huruf, {LETTERED}; bila tidak, tulis angkanya."
    )
    return f'"{text}" bukan angka. Indikator ini diukur dengan {unit}. {remedy}'


def figure(value: str | int) -> dict[str, Any]:
    return {"angka": D(value), "huruf": "", "cetak": ""}


def letter(code: str, printed: str = "") -> dict[str, Any]:
    return {"angka": None, "huruf": code, "cetak": printed}


def span(low: int, high: int) -> dict[str, Any]:
    return {"angka": None, "huruf": "", "bawah": D(low), "atas": D(high)}


def fraction(above: int, below: int) -> dict[str, Any]:
    return {"keadaan": "terisi", "angka": None, "pembilang": D(above), "penyebut": D(below)}


def unavailable(reason: str) -> dict[str, Any]:
    return {"keadaan": "tidak tersedia", "angka": None, "huruf": "", "alasan": reason}


def no_percent(unit: str, text: str) -> str:
    """What is said of a percentage where things or rupiah are counted."""
    return (
        f'"{text}" adalah persentase, sedangkan satuannya {unit}. Tulis angkanya tanpa tanda persen, atau perbaiki'
        " dahulu satuannya."
    )


def no_money(unit: str, text: str) -> str:
    """What is said of an amount of rupiah where something else is measured."""
    return (
        f'"{text}" adalah jumlah uang, sedangkan satuannya {unit}. Tulis angkanya tanpa Rp, atau perbaiki dahulu'
        " satuannya."
    )


def printed_as(value: str | int, text: str) -> str:
    return f'Tulis {value}, lalu tulis "{text}" pada "Seperti tercetak"'


SPAN = (
    "80–90 adalah rentang, sedangkan indikator ini diukur dengan angka (%). Tulis satu target, atau pilih rumus"
    ' "Terbaik di dalam rentang" pada indikatornya.'
)
UPSIDE_DOWN = '"90-80" terbalik: batas bawah ditulis lebih dahulu. Tulis 80 s.d. 90.'
BOTH = (
    '"83.125" meragukan: titik hanya memisahkan ribuan, koma memisahkan desimal. Tulis 83,125 atau 83125, mana yang'
    " dimaksud."
)
READINGS = (
    '"98.5" meragukan: titik hanya memisahkan ribuan, koma memisahkan desimal. Maksud Anda 98,5 atau 985?'
)
GROUPS = (
    '"9.23.268.085" meragukan: kelompok "23" tidak memuat tiga angka. Maksud Anda 923.268.085, atau ada angka yang'
    " kurang atau lebih pada kelompok itu?"
)
ENGLISH = '"11,320,367,649" meragukan: koma hanya memisahkan desimal. Maksud Anda 11.320.367.649?'
NO_VALUE = 'Kosongkan bila belum ada, atau tulis "tidak tersedia: " beserta alasannya.'
SENTENCE = "SKM bernilai baik (>80)"
NO_YEAR = "bukan tahun. Tulis empat angka antara 2000 dan 2100, misalnya 2026."
NO_DAY = (
    "bukan tanggal. Tulis seperti 17/8/2026 atau 17 Agustus 2026. Bila harinya tidak diketahui, tulis pada"
    ' "Tanggal seperti tercetak".'
)
UNREADABLE = (
    'Isian memuat karakter yang tidak dapat dibaca (U+{}) pada "ab". Hapus karakter itu, atau ketik ulang.'
)
MEANT = "bukan angka. Maksud Anda {}?"
NO_CELL = "adalah galat Excel, bukan isian. Tulis nilainya, atau kosongkan."
PERSEN, SHARE, LETTERS = target_of("persen"), target_of("bagian"), target_of("sakip")
DONE, GRADED, INDEX = value_of("persen"), value_of("sakip"), value_of("skm")

Row = tuple[Place, str, Any]
"""Place, text, verdict."""

#: The rows of the table of what ended differently: place, text, verdict.
TABLE: tuple[Row, ...] = (
    (PERSEN, "XYZ", measured_in("angka (%)", "XYZ")),
    (PERSEN, "BB", measured_in("angka (%)", "BB")),
    (PERSEN, "-5", '"-5" negatif, sedangkan % tidak mungkin negatif. Tulis 0 atau lebih.'),
    (
        target_of("dokumen"),
        "-5",
        '"-5" negatif, sedangkan dokumen tidak mungkin negatif. Tulis 0 atau lebih.',
    ),
    (target_of("uang"), "-5", figure(-5)),
    (SHARE, "80-90", SPAN),
    (SHARE, "80 - 90", SPAN),
    (SHARE, "80–90", SPAN),
    (SHARE, "80 s.d. 90", SPAN),
    (target_of("rentang"), "80-90", span(80, 90)),
    (target_of("rentang"), "80 - 90", span(80, 90)),
    (target_of("rentang"), "80–90", span(80, 90)),
    (target_of("rentang"), "80 s.d. 90", span(80, 90)),
    (target_of("rentang"), "90-80", UPSIDE_DOWN),
    (LETTERS, "bb", letter("BB")),
    (LETTERS, "Sangat Baik", letter("BB")),
    (LETTERS, "B (80)", letter("B", "B (80)")),
    (
        LETTERS,
        SENTENCE,
        f'"{SENTENCE}" tidak ada pada skala "Kategori nilai AKIP (Permen PANRB 88/2021)". Maksud Anda B? Tulis B, lalu'
        f' tulis "{SENTENCE}" pada "Seperti tercetak".',
    ),
    (DONE, "45/50", fraction(45, 50)),
    (DONE, "tidak tersedia: survei belum", unavailable("survei belum")),
    (DONE, "BB", measured_in("angka (%)", "BB")),
    (GRADED, "Baik", letter("B")),
    (
        DONE,
        "12345678901234",
        '"12345678901234" terlalu besar: lebih dari 11 angka di depan koma. Periksa angkanya.',
    ),
    (DONE, "83.125", BOTH),
    (INDEX, "83.125", BOTH),
    (value_of("uang"), "83.125", figure(83_125)),
    (target_of("dokumen"), "83.125", figure(83_125)),
    (DONE, "98.5", READINGS),
    (DONE, "9.23.268.085", GROUPS),
    (DONE, "11,320,367,649", ENGLISH),
    (RKT_TARGET, "98.5", READINGS),
    (fact("nilai"), "61.125", {"nilai": D(61_125)}),  # of things that are counted
    (RKT_TARGET, "16 Orang", '"16 Orang" memuat satuan. Tulis 16, dan "Orang" pada Satuan.'),
    (YEAR, "1999", f'"1999" {NO_YEAR}'),
    (YEAR, "2150", f'"2150" {NO_YEAR}'),
    (YEAR, "20 23", f'"20 23" {NO_YEAR}'),
    (fact("uraian"), "a\x01b", UNREADABLE.format("0001")),
    (fact("uraian"), "a\ufffeb", UNREADABLE.format("FFFE")),
    (fact("satuan"), "a\x00b", UNREADABLE.format("0000")),
    (fact("uraian"), "Pasar\u200b  desa", {"uraian": "Pasar desa"}),
    (
        INDEX,
        "45/50",
        '"45/50" tidak dapat dihitung: indikator ini bersatuan "indeks" dan belum mempunyai pengali. Tulis nilainya'
        " saja, atau isi dahulu pengalinya pada Renstra, misalnya 100 atau 10.000.",
    ),
    (
        RKT_TARGET,
        "61.125",
        {"target": "61.125"},  # dokumen
    ),
    (INDEX, "1e400", '"1e400" bukan angka. Tulis angka, misalnya 98,5 atau 1.234.567.'),
    *((INDEX, text, measured_in("angka (indeks)", text)) for text in ("NaN", "INF")),
    (fact("uraian"), "a\uffffb", UNREADABLE.format("FFFF")),
    (fact("uraian"), "a\x1fb", UNREADABLE.format("001F")),
    (target_of("persen"), "61.125", BOTH.replace("83", "61")),
    (PERSEN, "80\x00", UNREADABLE.format("0000").replace('"ab"', '"80"')),
)

#: Texts that documents forced into their tables; each is a value, or a sentence that says where the text belongs.
FORCED: tuple[Row, ...] = (
    (PERSEN, "100 %", figure(100)),
    (PERSEN, "9000000", figure(9_000_000)),
    (PERSEN, ">80", f'">80" memuat tanda banding. {printed_as(80, ">80")}.'),
    (PERSEN, "B (80)", measured_in("angka (%)", "B (80)", printed_as(80, "B (80)"))),
    (PERSEN, SENTENCE, measured_in("angka (%)", SENTENCE, printed_as(80, SENTENCE))),
    (PERSEN, "n/a", '"n/a" bukan target. Kosongkan bila belum ada.'),
    (PERSEN, "minimal 80 %", measured_in("angka (%)", "minimal 80 %", printed_as(80, "minimal 80 %"))),
    (PERSEN, "Lebih dari 80", measured_in("angka (%)", "Lebih dari 80", printed_as(80, "Lebih dari 80"))),
    (PERSEN, "tidak tersedia", '"tidak tersedia" bukan target. Kosongkan bila belum ada.'),
    (PERSEN, "#REF!", f'"#REF!" {NO_CELL}'),
    (PERSEN, "\uff18\uff10", f'"\uff18\uff10" {MEANT.format("80")}'),
    (
        target_of("dokumen"),
        "1,000",
        '"1,000" meragukan: koma memisahkan desimal, titik memisahkan ribuan. Tulis 1.000 atau 1, mana yang dimaksud.',
    ),
    (target_of("dokumen"), "5 %", no_percent("dokumen", "5 %")),
    (target_of("dokumen"), "5%", no_percent("dokumen", "5%")),
    (target_of("uang"), "5 %", no_percent("Rp", "5 %")),
    (value_of("dokumen"), "5 %", no_percent("dokumen", "5 %")),
    (value_of("uang"), "12,5 %", no_percent("Rp", "12,5 %")),
    (fact("nilai"), "5 %", no_percent("unit", "5 %")),
    (target_of("dokumen"), "Rp 5", no_money("dokumen", "Rp 5")),
    (PERSEN, "Rp85", no_money("%", "Rp85")),
    (fact("nilai"), "Rp 5", no_money("unit", "Rp 5")),
    (DONE, "Rp 85", {"angka": D(85), "cetak": "Rp 85"}),  # asked about until somebody answers
    (target_of("dokumen"), "1 Dokumen", '"1 Dokumen" bukan angka. Tulis 1.'),
    (target_of("dokumen"), "12 bulan", '"12 bulan" bukan angka. Tulis 12.'),
    (target_of("uang"), "Rp. 3.239.088.691,-", figure(3_239_088_691)),
    (GRADED, "B (80)", letter("B", "B (80)")),
    (GRADED, "Sangat Baik", letter("BB")),
    (
        DONE,
        "-",
        f'"-" bukan nilai. {NO_VALUE}',
    ),
    *((DONE, text, f'"{text}" bukan nilai. {NO_VALUE}') for text in ("N/A", "n.a.", "tidak ada data")),
    (DONE, "#DIV/0!", f'"#DIV/0!" {NO_CELL}'),
    (DONE, "45 dari 50", '"45 dari 50" bukan angka. Tulis 45/50.'),
    (DONE, "80 s/d 90", '"80 s/d 90" adalah rentang, bukan satu nilai. Tulis nilai yang dicapai.'),
    (DONE, "'98,5", f'"\'98,5" {MEANT.format("98,5")}'),
    (DONE, "98,5\n(Baik)", f'"98,5 (Baik)" bukan angka. {printed_as("98,5", "98,5 (Baik)")}.'),
    (PAGU, " Rp -   ", '"Rp -" bukan angka. Maksud Anda 0?'),
    (
        PAGU,
        "(1.000.000)",
        '"(1.000.000)" bukan angka. Maksud Anda -1.000.000? Tulis jumlah rupiah nol atau lebih.',
    ),
    (PAGU, "Rp. 3.239.088.691,-", {"realisasi": D(3_239_088_691)}),
    (PAGU, "1,5 juta", f'"1,5 juta" {MEANT.format("1.500.000")}'),
    (PAGU, "9000000", {"realisasi": D(9_000_000)}),
    (
        PAGU,
        "211.100.00",
        '"211.100.00" meragukan: titik hanya memisahkan ribuan, koma memisahkan desimal. Maksud Anda 211.100,00 atau'
        " 21.110.000?",
    ),
    (PAGU, "100 %", '"100 %" adalah persentase, bukan jumlah uang. Tulis jumlah rupiah.'),
    (RKT_TARGET, "100%", {"target": "100%"}),
    (RKT_TARGET, "Sangat Baik", {"target": "Sangat Baik"}),
    (DATE, "Mei 2021", f'"Mei 2021" {NO_DAY}'),
    (
        DATE,
        "02 Januari 2021",
        "SITI AMINAH, S.Sos., Camat Balung tidak menjabat pada tanggal dokumen, 2 Januari 2021: masa jabatannya sejak"
        " 1 Januari 2022. Perbaiki tanggal dokumen atau masa jabatannya.",
    ),
    (DATE, "01 Pebruari 2023", {"tanggal": date(2023, 2, 1)}),
    (
        DATE,
        "10-01-23",
        '"10-01-23" bukan tanggal: tahun harus empat angka. Tulis seperti 17/8/2026 atau 17 Agustus 2026.',
    ),
    (DATE, "17-Agu-22", '"17-Agu-22" bukan tanggal. Maksud Anda 17 Agustus 2022?'),
    (DATE, "44256", '"44256" bukan tanggal. Maksud Anda 1 Maret 2021?'),
    (DATE, "-", '"-" bukan tanggal. Kosongkan bila belum ada.'),
    (YEAR, "-", '"-" bukan tahun. Kosongkan bila belum ada.'),
    (GRADE, "-", '"-" bukan golongan. Kosongkan bila belum ada.'),
    (officer("nip"), "-", '"-" bukan NIP. Kosongkan bila belum ada.'),
    (GRADE, "Pembina TK I", '"Pembina TK I" adalah pangkat, bukan golongan. Tulis IV/b.'),
    (GRADE, "IV/b", {"golongan": "IV/b"}),
    (officer("golongan"), "Pembina TK I", '"Pembina TK I" adalah pangkat, bukan golongan. Tulis IV/b.'),
    (officer("nip"), "19700101 199001 2 002", {"nip": "197001011990012002"}),
    (
        officer("nip"),
        "19700101 199001 2",
        '"19700101 199001 2" bukan NIP: 15 angka, seharusnya 18. Periksa pada SK atau kartu pegawai.',
    ),
    (fact("uraian"), "#N/A", f'"#N/A" {NO_CELL}'),
    (fact("nilai"), "12 unit", '"12 unit" bukan angka. Tulis 12.'),
)


def spread(table: Iterable[Row]) -> Iterator[Row]:
    """What is refused at one place again and again, each at another of its kind: a file then holds more of them."""
    places = {
        id(place): cycle([target(key) for key in TWINS["persen"]])
        for place, target in ((PERSEN, target_of), (DONE, value_of))
    }
    for place, text, expected in table:
        refused = isinstance(expected, str) and id(place) in places
        yield (next(places[id(place)]) if refused else place), text, expected


#: A number with a format: 98,5 however its percent sign is written.
PERCENT: tuple[tuple[float, str], ...] = (
    (0.985, "0.0%"),
    (98.5, '0.00"%"'),
    (98.5, r"0.00\%"),
    (98.5, 'General"%"'),
)

#: A printed form beside another value. A cell of the grid has none: what is printed goes with its value.
PRINTED = 'Tercetak "85", padahal nilainya 40. Sesuaikan bentuk cetaknya, atau kosongkan.'

GRID = (
    '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
    "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
)
#: One dialect of narrative; what it cannot hold is refused.
TEXTS: tuple[tuple[str, Any], ...] = (
    ("*tebal* dan _miring_", {"isi": "<p><strong>tebal</strong> dan <em>miring</em></p>"}),
    ("5. Kelima\n6. Keenam", {"isi": '<ol start="5"><li>Kelima</li><li>Keenam</li></ol>'}),
    ("- a\n  - b", {"isi": "<ul><li>a<ul><li>b</li></ul></li></ul>"}),
    ("| a | b |\n| --- | --- |\n| 1 | 2 |", {"isi": GRID}),
    ("satu\ndua", {"isi": "<p>satu<br>dua</p>"}),
    ("a\x01b", {"isi": "<p>ab</p>"}),
    ("a\ufffeb", {"isi": "<p>ab</p>"}),
    (
        "5. a\n\ntengah\n\n6. b",
        {"isi": '<ol start="5"><li>a</li></ol><p>tengah</p><ol start="6"><li>b</li></ol>'},
    ),
    ("2021. a", {"isi": "<p>2021. a</p>"}),
)

ENDS_ALIKE, HAS_A_PLACE = (
    [Case(place=place, text=text, expected=expected) for place, text, expected in spread(table)]
    for table in (TABLE, FORCED)
)
IS_PERCENT = [Case(place=SHARE, text=cell, typed="98,5", expected=figure("98.5")) for cell in PERCENT]
#: The same on things that are counted: refused as the text is.
IS_NO_PERCENT = [
    Case(place=target_of("dokumen"), text=cell, typed="5%", expected=no_percent("dokumen", "5%"))
    for cell in ((0.05, "0%"), (5, '0"%"'))
]
IS_PRINTED = [Case(place=p, text="40", expected=PRINTED, also={"cetak": "85"}) for p in (PERSEN, DONE)]
IS_NARRATIVE = [
    Case(place=narrative_of(key), text=text, expected=expected)
    for key, (text, expected) in zip(
        cycle(("skm", "persen", "bagian", "dokumen", "uang")), TEXTS, strict=False
    )
]
ALL = (*ENDS_ALIKE, *HAS_A_PLACE, *IS_PERCENT, *IS_NO_PERCENT, *IS_PRINTED, *IS_NARRATIVE)


@pytest.fixture(scope="module")
def filed(
    referensi_of_module: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, dict[Case, Any]]]:
    """The year in the database, and what its workbook and its fixture make of every text."""
    folder = tmp_path_factory.mktemp("dunia")
    write_json(folder / "mini.json", WORLD)
    with of_module(django_db_blocker):
        fixtures_load(folder=folder)
        book = workbook_export(kecamatan=kecamatan(), tahun=2023)
        yield Files(book=book, world=WORLD, folder=folder, cases=ALL).verdicts(ALL)


@pytest.fixture(scope="module")
def seen() -> dict[str, Any]:
    return {}


Verdicts = Callable[[Case], dict[str, Any]]


@pytest.fixture
def verdicts(filed: dict[str, dict[Case, Any]], seen: dict[str, Any], db: None, client: Client) -> Verdicts:
    """The verdict of every door."""
    client.force_login(make_pengguna("operator", kecamatan=kecamatan()))
    doors = Doors(client=client, seen=seen)
    return lambda case: (
        {door: by_case[case] for door, by_case in filed.items() if case in by_case} | doors(case)
    )


def each(cases: list[Case]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [pytest.param(c, id=repr(c.text)[:40]) for c in cases])


@each(ENDS_ALIKE)
def test_a_text_ends_alike_at_every_door(verdicts: Verdicts, case: Case) -> None:
    same(verdicts(case), case)


@each(HAS_A_PLACE)
def test_what_a_document_forced_has_a_value_or_a_place(verdicts: Verdicts, case: Case) -> None:
    same(verdicts(case), case)


@each(IS_PERCENT)
def test_only_a_percent_sign_that_scales_makes_percent_of_a_number(verdicts: Verdicts, case: Case) -> None:
    same(verdicts(case), case)


@each(IS_NO_PERCENT)
def test_a_percentage_of_what_is_counted_is_refused_as_a_number_too(verdicts: Verdicts, case: Case) -> None:
    same(verdicts(case), case)


@each(IS_PRINTED)
def test_a_printed_form_says_the_value_it_stands_for(verdicts: Verdicts, case: Case) -> None:
    same(verdicts(case), case)


@each(IS_NARRATIVE)
def test_a_narrative_is_one_dialect_at_every_door(verdicts: Verdicts, case: Case) -> None:
    same(verdicts(case), case)


def test_every_door_of_the_browser_is_asked(client: Client) -> None:
    doors = Doors(client=client, seen={})
    asked = Counter(name for case in ALL for name in doors.leading_to(case))
    assert asked == {
        "formulir": 127,
        "kisi": 29,
        "kisi tanpa skrip": 29,
        "tabel anggaran": 7,
    }
