"""The table of texts that ended differently at two doors, and those that real documents forced: one verdict each.

A row names a place, a text, and what must come of it at every door that leads there: the columns that are stored, or
the sentence. What several rows of a year contradict (two camat on one day, sums, versions, Aceh) is asked of every
door by ``tests/sakip/checks/test_doors.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal as D
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from kecamatan.models import FaktaProfil, KomposisiSDM, MasaJabatan
from reports.models import Narasi
from reports.workbook.exchange import buku_ekspor
from reports.workbook.fixtures import fixtures_load
from sakip.models import (
    Anggaran,
    AnggaranLalu,
    BarisPK,
    Indikator,
    IndikatorBarisRKT,
    KeputusanIKU,
    Realisasi,
)
from tests.conftest import semodul
from tests.flows.doors import AWAL, Doors, Place, kecamatan, world_of
from tests.muatan import write_json
from tests.pabrik import make_pengguna

pytestmark = pytest.mark.django_db

TARGET = ("angka", "huruf", "bawah", "atas", "cetak")
VALUE = ("keadaan", "angka", "huruf", "pembilang", "penyebut", "alasan", "cetak")

#: Indikator by what they measure: key, unit, kind of value, rumus, target of the PK, realisasi.
MEASURED: tuple[tuple[str, str, str, str, Any, Any], ...] = (
    ("persen", "%", "angka", "positif", 80, 70),
    ("dokumen", "dokumen", "angka", "positif", 12, 11),
    ("uang", "Rp", "angka", "positif", 1000, 900),
    ("rentang", "indeks", "rentang", "rentang", "75 s.d. 85", 80),
)


def add_indikator(content: dict[str, Any]) -> None:
    """One of each kind beside the two that are there, in Renstra, PK and realisasi."""
    sheets = content["lembar"]
    for key, unit, kind, rumus, target, value in MEASURED:
        version = {"tahun_awal": 2021, "versi": 0}
        sheets["Indikator"].append(
            version
            | {"sasaran": "s1", "kunci": key, "nama": f"Indikator {key}", "satuan": unit}
            | {"jenis_nilai": kind, "rumus": rumus, "iku": False}
        )
        sheets["TargetRenstra"].append(version | {"kunci_indikator": key, "tahun": 2023, "target": target})
        sheets["PK"].append(
            {"tahun": 2023, "versi": 0, "sasaran": "Meningkatnya kepuasan warga", "kunci_sasaran": "s1"}
            | {"indikator": f"Indikator {key}", "kunci_indikator": key, "satuan": unit, "target": target}
        )
        sheets["Realisasi"].append(
            {"kunci_indikator": key, "tahun": 2023, "triwulan": 0, "keadaan": "terisi", "nilai": value}
        )


WORLD = world_of(add_indikator)


@pytest.fixture(scope="module")
def book(
    referensi_modul: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[bytes]:
    """The year in the database, and its workbook."""
    folder = tmp_path_factory.mktemp("dunia")
    write_json(folder / "mini.json", WORLD)
    with semodul(django_db_blocker):
        fixtures_load(folder=folder)
        yield buku_ekspor(kecamatan=kecamatan(), tahun=2023)


@pytest.fixture(scope="module")
def seen() -> dict[str, Any]:
    return {}


@pytest.fixture
def doors(book: bytes, seen: dict[str, Any], db: None, client: Client, tmp_path: Path) -> Doors:
    client.force_login(make_pengguna("operator", kecamatan=kecamatan()))
    return Doors(client=client, book=book, world=WORLD, folder=tmp_path, seen=seen)


# -- places ------------------------------------------------------------------------------------------


def target_of(key: str) -> Place:
    """The target of an indikator in the PK."""

    def find() -> BarisPK:
        return BarisPK.objects.get(perjanjian__tahun=2023, acuan_indikator__kunci=key)

    return Place(
        find=find,
        columns=TARGET,
        sheet="PK",
        key={"tahun": 2023, "kunci_indikator": key},
        column="target",
        field="target",
        address=lambda: f"{AWAL}isi/baris-pk/{find().pk}/",
    )


def value_of(key: str) -> Place:
    """The realisasi of an indikator for the year."""

    def owner() -> Indikator:
        return Indikator.objects.get(kunci=key)

    return Place(
        find=lambda: Realisasi.objects.filter(tahun=2023, triwulan=0, indikator__kunci=key).first(),
        columns=VALUE,
        sheet="Realisasi",
        key={"kunci_indikator": key, "tahun": 2023, "triwulan": 0},
        column="nilai",
        field="nilai",
        address=lambda: f"{AWAL}realisasi/indikator/{owner().pk}/nilai/0/",
        cell=owner,
        clears=("keadaan", "alasan"),
    )


RKT_TARGET = Place(
    find=lambda: IndikatorBarisRKT.objects.get(),
    columns=("target", "satuan"),
    sheet="RKTKegiatan",
    key={"nomor": 1},
    column="target",
    field="target",
    address=lambda: f"{AWAL}isi/indikator-baris-rkt/{IndikatorBarisRKT.objects.get().pk}/",
)
PAGU = Place(
    find=lambda: Anggaran.objects.get(),
    columns=("realisasi",),
    sheet="Anggaran",
    key={"kode": "7.01.02.2.01"},
    column="realisasi",
    field="realisasi",
    address=lambda: f"{AWAL}isi/anggaran/{Anggaran.objects.get().pk}/",
)
YEAR = Place(
    find=lambda: AnggaranLalu.objects.get(),
    columns=("tahun",),
    sheet="AnggaranLalu",
    key={"tahun": 2022},
    column="tahun",
    field="tahun",
    address=lambda: f"{AWAL}isi/anggaran-lalu/{AnggaranLalu.objects.get().pk}/",
)
DATE = Place(
    find=lambda: KeputusanIKU.objects.get(),
    columns=("tanggal",),
    sheet="Dokumen",
    key={"dokumen": "iku"},
    column="tanggal",
    field="tanggal",
    address=lambda: f"{AWAL}isi/iku/{KeputusanIKU.objects.get().pk}/",
)


def fact(column: str) -> Place:
    """A figure or its words in the profile: lines may be pasted there."""
    line = {"uraian": ("…", "2"), "nilai": ("Puskesmas", "…"), "satuan": ("Puskesmas", "2", "…")}[column]
    return Place(
        find=lambda: FaktaProfil.objects.order_by("-pk").first(),
        columns=(column,),
        sheet="ProfilFakta",
        key={"kelompok": "sarana", "uraian": "Puskesmas"},
        column=column,
        field=column,
        address=lambda: f"{AWAL}isi/fakta-profil/{FaktaProfil.objects.get().pk}/",
        lines=lambda: f"isi/fakta-profil/sekaligus/?induk={FaktaProfil.objects.get().profil_id}",
        line=line,
        lines_with={"kelompok": "sarana"},
    )


GRADE = Place(
    find=lambda: KomposisiSDM.objects.order_by("-pk").first(),
    columns=("golongan",),
    sheet="SDM",
    key={"kelompok": "jabatan", "uraian": "Camat"},
    column="golongan",
    field="golongan",
    address=lambda: f"{AWAL}isi/sdm/{KomposisiSDM.objects.get().pk}/",
    lines=lambda: "isi/sdm/sekaligus/",
    line=("Camat", "…", "1"),
    lines_with={"kelompok": "jabatan"},
)


def officer(column: str) -> Place:
    """The camat and their term."""

    def find() -> MasaJabatan:
        return MasaJabatan.objects.get(jabatan="camat")

    def shown() -> Any:
        return find().pejabat if column == "nip" else find()

    return Place(
        find=shown,
        columns=("pangkat_id",) if column == "golongan" else (column,),
        sheet="Pejabat",
        key={"jabatan": "camat"},
        column=column,
        field=column,
        address=None if column == "golongan" else lambda: f"{AWAL}isi/pejabat/{find().pk}/",
    )


NARRATIVE = Place(
    find=lambda: Narasi.objects.get(),
    columns=("isi",),
    sheet="Narasi",
    key={"bagian": "pendorong", "kunci": "skm"},
    column="isi",
    field="isi",
    address=lambda: f"{AWAL}narasi/isi/pendorong/skm/",
)


def same(verdicts: dict[str, Any], expected: Any) -> None:
    """Every door said the expected thing: columns by name, or the sentence."""
    wanted = (expected,) if isinstance(expected, str) else expected
    for door, verdict in verdicts.items():
        if isinstance(wanted, dict) and isinstance(verdict, dict):
            verdict = {name: verdict[name] for name in wanted}
        assert verdict == wanted, door


def measured_in(unit: str, text: str, remedy: str = "Tulis angkanya") -> str:
    """What is said of words where a number is measured."""
    return (
        f'"{text}" bukan angka. Indikator ini diukur dengan {unit}. {remedy}; bila dinilai dengan huruf, ubah dahulu'
        " jenis nilai indikatornya pada Renstra."
    )


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
SENTENCE = "SKM bernilai baik (>80)"
NO_YEAR = "bukan tahun. Tulis empat angka antara 2000 dan 2100, misalnya 2026."
NO_DAY = (
    "bukan tanggal. Tulis seperti 17/8/2026 atau 17 Agustus 2026. Bila harinya tidak diketahui, tulis pada"
    ' "Tanggal seperti tercetak".'
)
UNREADABLE = (
    'Isian memuat karakter yang tidak dapat dibaca (U+{}) pada "ab". Hapus karakter itu, atau ketik ulang.'
)
PERSEN, LETTERS = target_of("persen"), target_of("sakip")
DONE, GRADED, INDEX = value_of("persen"), value_of("sakip"), value_of("skm")

#: The rows of the table of what ended differently: place, text, verdict.
TABLE: tuple[tuple[Place, str, Any], ...] = (
    (PERSEN, "XYZ", measured_in("angka (%)", "XYZ")),
    (PERSEN, "BB", measured_in("angka (%)", "BB")),
    (PERSEN, "-5", '"-5" negatif, sedangkan % tidak mungkin negatif. Tulis 0 atau lebih.'),
    (
        target_of("dokumen"),
        "-5",
        '"-5" negatif, sedangkan dokumen tidak mungkin negatif. Tulis 0 atau lebih.',
    ),
    (target_of("uang"), "-5", figure(-5)),
    (PERSEN, "80-90", SPAN),
    (PERSEN, "80 - 90", SPAN),
    (PERSEN, "80–90", SPAN),
    (PERSEN, "80 s.d. 90", SPAN),
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
        f'"{SENTENCE}" tidak ada pada skala akip-2021. Maksud Anda B? Tulis B, lalu tulis "{SENTENCE}" pada'
        ' "Seperti tercetak".',
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
    (RKT_TARGET, "16 Orang", '"16 Orang" memuat satuan. Tulis 16, dan "Orang" pada Satuan.'),
    (YEAR, "1999", f'"1999" {NO_YEAR}'),
    (YEAR, "2150", f'"2150" {NO_YEAR}'),
    (YEAR, "20 23", f'"20 23" {NO_YEAR}'),
    (fact("uraian"), "a\x01b", UNREADABLE.format("0001")),
    (fact("uraian"), "a\ufffeb", UNREADABLE.format("FFFE")),
    (fact("satuan"), "a\x00b", UNREADABLE.format("0000")),
    (fact("uraian"), "Pasar\u200b  desa", {"uraian": "Pasar desa"}),
    (INDEX, "1e400", '"1e400" bukan angka. Tulis angka, misalnya 98,5 atau 1.234.567.'),
    (INDEX, "NaN", measured_in("angka (indeks)", "NaN")),
)

#: Texts that documents forced into their tables; each is a value, or a sentence that says where the text belongs.
FORCED: tuple[tuple[Place, str, Any], ...] = (
    (PERSEN, "100 %", figure(100)),
    (PERSEN, "9000000", figure(9_000_000)),
    (PERSEN, ">80", f'">80" memuat tanda banding. {printed_as(80, ">80")}.'),
    (PERSEN, "B (80)", measured_in("angka (%)", "B (80)", printed_as(80, "B (80)"))),
    (PERSEN, SENTENCE, measured_in("angka (%)", SENTENCE, printed_as(80, SENTENCE))),
    (PERSEN, "n/a", '"n/a" bukan target. Kosongkan bila belum ada.'),
    (target_of("dokumen"), "1 Dokumen", '"1 Dokumen" bukan angka. Tulis 1.'),
    (target_of("dokumen"), "12 bulan", '"12 bulan" bukan angka. Tulis 12.'),
    (target_of("uang"), "Rp. 3.239.088.691,-", figure(3_239_088_691)),
    (GRADED, "B (80)", letter("B", "B (80)")),
    (GRADED, "Sangat Baik", letter("BB")),
    (
        DONE,
        "-",
        '"-" bukan nilai. Kosongkan bila belum ada, atau tulis "tidak tersedia: " beserta alasannya.',
    ),
    (PAGU, "Rp. 3.239.088.691,-", {"realisasi": D(3_239_088_691)}),
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
        "SITI AMINAH, S.Sos., Camat Balung tidak menjabat pada tanggal dokumen. Perbaiki tanggal dokumen atau masa"
        " jabatannya.",
    ),
    (DATE, "01 Pebruari 2023", {"tanggal": date(2023, 2, 1)}),
    (
        DATE,
        "10-01-23",
        '"10-01-23" bukan tanggal: tahun harus empat angka. Tulis seperti 17/8/2026 atau 17 Agustus 2026.',
    ),
    (GRADE, "Pembina TK I", '"Pembina TK I" adalah pangkat, bukan golongan. Tulis IV/b.'),
    (GRADE, "IV/b", {"golongan": "IV/b"}),
    (officer("golongan"), "Pembina TK I", '"Pembina TK I" adalah pangkat, bukan golongan. Tulis IV/b.'),
    (officer("nip"), "19700101 199001 2 002", {"nip": "197001011990012002"}),
    (
        officer("nip"),
        "19700101 199001 2",
        '"19700101 199001 2" bukan NIP: 15 angka, seharusnya 18. Periksa pada SK atau kartu pegawai.',
    ),
    (fact("nilai"), "12 unit", '"12 unit" bukan angka. Tulis 12.'),
)


@pytest.mark.parametrize(
    ("place", "text", "expected"), [pytest.param(*row, id=repr(row[1])[:40]) for row in TABLE]
)
def test_a_text_ends_alike_at_every_door(doors: Doors, place: Place, text: str, expected: Any) -> None:
    same(doors(place, text), expected)


@pytest.mark.parametrize(
    ("place", "text", "expected"), [pytest.param(*row, id=repr(row[1])[:40]) for row in FORCED]
)
def test_what_a_document_forced_has_a_value_or_a_place(
    doors: Doors, place: Place, text: str, expected: Any
) -> None:
    same(doors(place, text), expected)


@pytest.mark.parametrize(
    ("number", "number_format"), [(0.985, "0.0%"), (98.5, '0.00"%"'), (98.5, r"0.00\%"), (98.5, 'General"%"')]
)
def test_only_a_percent_sign_that_scales_makes_percent_of_a_number(
    doors: Doors, number: float, number_format: str
) -> None:
    same(doors(PERSEN, (number, number_format), typed="98,5"), figure("98.5"))


@pytest.mark.parametrize("place", [PERSEN, DONE], ids=["target", "realisasi"])
def test_a_printed_form_says_the_value_it_stands_for(doors: Doors, place: Place) -> None:
    """A cell of the grid has no printed form of its own: that of another value goes with that value."""
    same(
        doors(place, "40", cetak="85"),
        'Tercetak "85", padahal nilainya 40. Sesuaikan bentuk cetaknya, atau kosongkan.',
    )


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("*tebal* dan _miring_", "<p><strong>tebal</strong> dan <em>miring</em></p>"),
        ("5. Kelima\n6. Keenam", '<ol start="5"><li>Kelima</li><li>Keenam</li></ol>'),
    ],
)
def test_a_narrative_is_one_dialect_at_every_door(doors: Doors, text: str, stored: str) -> None:
    same(doors(NARRATIVE, text), {"isi": stored})


@pytest.mark.parametrize(
    "text",
    [
        "- a\n  - b",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "satu\ndua",
        "a\x01b",
        "a\ufffeb",
        "5. a\n\ntengah\n\n6. b",
        "2021. a",
    ],
)
def test_no_narrative_ends_differently(doors: Doors, text: str) -> None:
    verdicts = doors(NARRATIVE, text)
    assert len(verdicts) == 3
    first = verdicts.pop("formulir")
    assert all(verdict == first for verdict in verdicts.values()), (first, verdicts)
