"""Documents are dated when they are made, with a day; the report after its year, in time, by who holds the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sakip.checks.material import Surroundings
from sakip.snapshot.types import RencanaAksi
from tests.sakip.checks.report.material import RENSTRA, agreed, found, iku, rkt, year
from tests.table_tests import each_row


def plan(tanggal: date | None) -> RencanaAksi:
    return RencanaAksi(
        tahun=2023, tempat="Jember", tanggal=tanggal, tanggal_cetak="", penandatangan=None, baris=()
    )


@each_row(
    ("content", "said"),
    [
        (
            {"rkt": rkt(date(2023, 12, 3))},
            "RKT: Bertanggal 3 Desember 2023, di luar 1 April 2022 sampai 31 Maret 2023: RKT disusun sebelum atau pada "
            "permulaan tahunnya.",
        ),
        (
            {"pk": (agreed(month="Januari 2022"),)},
            "PK murni: Bertanggal Januari 2022, di luar 1 Oktober 2022 sampai 31 Maret 2023: PK disusun paling lambat "
            "satu bulan setelah dokumen anggaran disahkan.",
        ),
        (
            {"pk": (agreed(date(2024, 1, 5), versi=1),)},
            "PK perubahan 1: Bertanggal 5 Januari 2024, di luar 1 Januari 2023 sampai 31 Desember 2023: PK perubahan "
            "dibuat dalam tahunnya.",
        ),
        (
            {"pk": (agreed(date(2023, 1, 20)),), "rencana_aksi": plan(date(2023, 1, 6))},
            "Rencana aksi: Bertanggal 6 Januari 2023, di luar 20 Januari 2023 sampai 31 Desember 2023: rencana aksi "
            "melaksanakan PK, sehingga tidak mendahuluinya.",
        ),
        (
            {"pk": (agreed(date(2023, 1, 20)),), "rkt": rkt(date(2023, 2, 1))},
            "RKT: Bertanggal 1 Februari 2023, di luar 1 April 2022 sampai 20 Januari 2023: PK dijabarkan dari RKT, "
            "sehingga tidak mendahuluinya.",
        ),
        (
            {"iku": iku(tanggal=date(2024, 1, 4))},
            "SK IKU: Bertanggal 4 Januari 2024, di luar 1 Januari 2018 sampai 31 Desember 2023: IKU ditetapkan sebelum "
            "diukur.",
        ),
    ],
)
def test_a_date_outside_its_window_is_found(content: dict[str, Any], said: str) -> None:
    assert found("tanggal-dalam-masanya", year(**content)) == [f"{said} Perbaiki tanggalnya bila keliru."]


@each_row(
    "content",
    [
        {"rkt": rkt(date(2022, 7, 15))},
        {"rkt": rkt(month="Januari 2023")},
        {"rkt": rkt(month="Januari 2023"), "pk": (agreed(date(2023, 1, 20)),)},
        {"pk": (agreed(date(2022, 12, 30)), agreed(date(2023, 11, 21), versi=1))},
        {"pk": (agreed(date(2023, 3, 31)),)},
        {"pk": (agreed(),)},
        {"pk": (agreed(month="awal tahun"),)},
        {"pk": (agreed(month="Januari 2023"),), "rencana_aksi": plan(date(2023, 1, 2))},
        {"pk": (), "rencana_aksi": plan(date(2023, 2, 1))},
        {"pk": (agreed(), agreed(date(2023, 11, 1), versi=1)), "rencana_aksi": plan(date(2023, 1, 6))},
        {
            "pk": (agreed(date(2023, 11, 1), versi=1),),
            "rencana_aksi": plan(date(2023, 1, 6)),
        },  # its murni is not known
        {"iku": iku(tanggal=date(2023, 4, 5))},
        {"iku": iku(tanggal=date(2021, 1, 4))},  # decided before, and still counted by
        {"iku": iku(tanggal=date(2019, 1, 4), tahun=2019)},  # judged in its own first year
    ],
)
def test_a_date_in_its_window_stays_silent(content: dict[str, Any]) -> None:
    assert found("tanggal-dalam-masanya", year(**content)) == []


@each_row(
    ("content", "said"),
    [
        (
            {"pk": (agreed(month="Januari 2023"),)},
            ["PK murni: Bertanggal Januari 2023 tanpa hari. Isi tanggalnya."],
        ),
        ({"pk": (agreed(),)}, ["PK murni: Belum bertanggal. Isi tanggalnya."]),
        ({"pk": (agreed(date(2023, 1, 3)),)}, []),
        ({"pk": (replace(agreed(), dikutip=True),)}, []),
        (
            {"pk": (), "rkt": rkt(month="Juli 2022")},
            ["RKT: Bertanggal Juli 2022 tanpa hari. Isi tanggalnya."],
        ),
    ],
)
def test_a_document_without_a_day_is_found(content: dict[str, Any], said: list[str]) -> None:
    assert found("tanggal-lengkap", year(**content)) == said


def around(first: date | None, last: date | None = None, *, signed: date | None = None) -> Surroundings:
    """A report with that date, else signed that day, due on 29 February 2024."""
    own = (first, last or first) if first else None
    return Surroundings(
        deadline=date(2024, 2, 29), dated=own, signed=signed or (own[1] if own else None)
    )  # fmt: skip


MONTH = around(date(2024, 1, 1), date(2024, 1, 31))


def test_a_report_with_a_month_alone_is_found() -> None:
    content = year(pk=())
    assert found("tanggal-lengkap", content, around=MONTH) == [
        "Tanggal laporan: Tanggal laporan tanpa hari, dalam Januari 2024. Isi tanggalnya."
    ]
    assert found("tanggal-lengkap", content, around=around(None)) == []


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (around(date(2023, 12, 3)), ["Tanggal laporan: Bertanggal 3 Desember 2023, sebelum tahun 2023 berakhir. "
                                     "Perbaiki tanggalnya."]),
        (around(date(2024, 1, 1)), []),
        (around(None, signed=date(2023, 6, 1)), []),  # a draft of a year that goes on
        (MONTH, []),
    ],
)  # fmt: skip
def test_a_report_is_dated_after_its_year(own: Surroundings, said: list[str]) -> None:
    assert found("laporan-setelah-tahunnya", year(), around=own) == said


@each_row(
    ("own", "said"),
    [
        (around(date(2024, 3, 5)), ["Tanggal laporan: Bertanggal 5 Maret 2024, sesudah batas waktu 29 Februari 2024. "
                                    "Terangkan keterlambatannya."]),
        (around(None, signed=date(2024, 3, 1)), ["Tanggal laporan: Belum bertanggal, sedangkan batas waktunya 29 "
                                                 "Februari 2024 sudah lewat. Terangkan keterlambatannya."]),
        (around(date(2024, 2, 29)), []),
        (around(date(2024, 2, 1), date(2024, 2, 29)), []),
        (around(None, signed=date(2024, 2, 29)), []),
        (Surroundings(signed=date(2030, 1, 1)), []),  # no deadline is known
    ],
)  # fmt: skip
def test_a_report_is_in_time(own: Surroundings, said: list[str]) -> None:
    assert found("tepat-waktu", year(), around=own) == said


@each_row(
    ("versi", "tanggal", "window"),
    [
        (1, date(2024, 1, 2), "2021 sampai 2023"),  # the year 2023 is measured by it
        (1, date(2020, 12, 31), "2021 sampai 2023"),
        (0, date(2012, 9, 1), "2020 sampai 2022"),
        (1, date(2022, 7, 1), ""),
        (0, date(2022, 1, 3), ""),  # decided late, after the RPJMD
        (0, None, ""),
    ],
)
def test_a_renstra_is_dated_in_its_period(versi: int, tanggal: date | None, window: str) -> None:
    content = year(renstra=(replace(RENSTRA, versi=versi, tanggal=tanggal),))
    told = found("renstra-dalam-masanya", content)
    assert [one.partition("di luar tahun ")[2] for one in told] == (
        [f"{window}. Perbaiki tanggalnya bila keliru."] if window else []
    )


def test_a_report_dated_where_nobody_was_camat_is_found() -> None:
    code, nobody = "camat-pada-tanggal-laporan", year(camat=None)
    assert found(code, nobody) == [
        "Tanggal laporan: Tidak ada camat yang menjabat pada 21 Februari 2024. Lengkapi masa jabatannya, atau perbaiki "
        "tanggalnya."
    ]
    assert found(code, nobody, around=around(None)) == []
    assert found(code, year()) == []
