"""Every sasaran has its seven analyses, and what went otherwise than planned its cause."""

from __future__ import annotations

from datetime import date
from typing import Any

from reports.publish.naskah import Narasi
from sakip.capaian.inputs import Lingkup, Pembanding
from sakip.snapshot.types import DukunganProgram, PembandingIndikator, Snapshot, TindakLanjut
from tests.reports.lkip.naskah_material import angka, filled, indikator, not_available, pk, realisasi
from tests.sakip.checks.report.material import RENSTRA, findings, found, text, with_sasaran_changed, year
from tests.table_tests import each_row


def measured(ikm: str | None, **content: Any) -> Snapshot:
    """IKM of 80 promised alone, and what was reached."""
    value = not_available("tidak ada survei") if ikm is None else filled(ikm)
    return year(
        pk=(pk(2023, RENSTRA, {"ikm": angka("80")}),), realisasi=(realisasi("ikm", 2023, value),), **content
    )


FOLLOWED = TindakLanjut(
    kunci_indikator="ikm",
    indikator="IKM",
    tahun=2023,
    tindakan="Menambah loket",
    penanggung_jawab=(),
    batas_waktu=date(2024, 6, 30),
    keadaan="Belum dilaksanakan",
    hasil="",
)


@each_row(
    ("ikm", "written", "said"),
    [
        ("60", (), "Capaian 75,00% belum disertai penyebab dan solusi atau rencana tindak lanjut."),
        (
            "60",
            ("pendorong",),
            "Capaian 75,00% belum disertai penyebab dan solusi atau rencana tindak lanjut.",
        ),
        ("60", ("penghambat",), "Capaian 75,00% belum disertai solusi atau rencana tindak lanjut."),
        ("60", ("solusi",), "Capaian 75,00% belum disertai penyebab."),
        ("79.99", ("solusi",), "Capaian 99,99% belum disertai penyebab."),
        ("97", (), "Capaian 121,25% belum disertai penyebab."),  # printed as 100,00: the kebijakan caps it
        ("97", ("solusi",), "Capaian 121,25% belum disertai penyebab."),
    ],
)
def test_what_is_not_explained_is_found(ikm: str, written: tuple[str, ...], said: str) -> None:
    texts = [text(bagian, "ikm") for bagian in written]
    assert found("capaian-dijelaskan", measured(ikm), *texts) == [
        f"IKM: {said} Tulis pada analisis indikator ini."
    ]


@each_row(
    ("ikm", "written"),
    [
        ("60", ("penghambat", "solusi")),
        ("60", ("penghambat", "rencana-aksi")),
        ("80", ()),
        ("96", ()),  # 120,00: as far as that nobody asks
        ("97", ("pendorong",)),
        ("97", ("penghambat",)),
        (None, ()),
    ],
)
def test_what_is_explained_or_as_planned_stays_silent(ikm: str | None, written: tuple[str, ...]) -> None:
    assert found("capaian-dijelaskan", measured(ikm), *(text(bagian, "ikm") for bagian in written)) == []


def test_a_recorded_follow_up_is_a_plan() -> None:
    content = measured("60", tindak_lanjut=(FOLLOWED,))
    assert found("capaian-dijelaskan", content, text("penghambat", "ikm")) == []


def test_the_link_leads_to_the_text_that_lacks() -> None:
    (one,) = findings("capaian-dijelaskan", measured("60"), text("penghambat", "ikm"))
    assert one.place.key == (("bagian", "solusi"), ("kunci", "ikm"))


def test_the_text_of_another_indikator_explains_nothing() -> None:
    assert (
        len(found("capaian-dijelaskan", measured("60"), text("penghambat", "trantib"), text("solusi"))) == 1
    )


def whole(**change: Any) -> Snapshot:
    """IKM with all that its seven analyses are made of."""
    compared = Pembanding(lingkup=Lingkup.NASIONAL, tahun=2023, nilai=not_available("tidak ada"), sumber="")
    content: dict[str, Any] = {
        "pk": (pk(2023, RENSTRA, {"ikm": angka("80")}),),
        "realisasi": (realisasi("ikm", 2022, filled("78")), realisasi("ikm", 2023, filled("80"))),
        "pembanding": (PembandingIndikator(kunci_indikator="ikm", nilai=(compared,)),),
        "dukungan": (DukunganProgram(kunci_sasaran="s1", program=("7.01.02",)),),
    }
    return year(**(content | change))


WRITTEN = (text("pendorong", "ikm"), text("efisiensi", "s1"))


@each_row(
    ("change", "written", "lacks", "asked"),
    [
        ({}, WRITTEN, "", ""),
        ({}, WRITTEN[1:], "penyebab", "analisis 5 (kriteria 7)"),
        ({}, WRITTEN[:1], "analisis efisiensi", "analisis 6 (kriteria 8)"),
        ({"dukungan": ()}, WRITTEN, "program pendukung", "analisis 7"),
        ({"pembanding": ()}, WRITTEN, "data pembanding", "analisis 4 (kriteria 6)"),
        (
            {"realisasi": (realisasi("ikm", 2023, filled("80")),)},
            WRITTEN,
            "realisasi tahun sebelumnya",
            "analisis 2 (kriteria 5)",
        ),
        (
            {
                "realisasi": (
                    realisasi("ikm", 2022, not_available("baru")),
                    realisasi("ikm", 2023, filled("80")),
                )
            },
            WRITTEN,
            "",
            "",
        ),
        (
            {"pembanding": (), "dukungan": ()},
            WRITTEN[1:],
            "data pembanding; penyebab; program pendukung",
            "analisis 4 (kriteria 6), analisis 5 (kriteria 7), dan analisis 7",
        ),
    ],
)
def test_one_line_says_what_the_analyses_of_a_sasaran_lack(
    change: dict[str, Any], written: tuple[Narasi, ...], lacks: str, asked: str
) -> None:
    said = (
        f"Sasaran “Meningkatnya kepuasan masyarakat”: Belum ada: {lacks}. Isi, atau nyatakan tidak tersedia beserta "
        f"alasannya. Diminta oleh {asked}."
    )
    assert found("analisis-lengkap", whole(**change), *written) == ([said] if lacks else [])


def test_the_link_leads_to_what_is_lacking_first() -> None:
    """To a value or a target of the indikator, to the list of comparisons, to the list of programs."""
    without_end = with_sasaran_changed(
        RENSTRA, "s1", indikator=(indikator("ikm", "IKM", satuan="Indeks", target={2023: angka("80")}),)
    )
    for change, kind in (
        ({"realisasi": (realisasi("ikm", 2023, filled("80")),)}, "realisasi"),
        ({"renstra": (without_end,)}, "target-renstra"),
        ({"pembanding": ()}, "pembanding"),
        ({"dukungan": ()}, "dukungan"),
    ):
        (one,) = findings("analisis-lengkap", whole(**change), *WRITTEN)
        assert one.place.kind == kind


def test_of_several_indikator_the_one_is_named() -> None:
    content = whole(pk=(pk(2023, RENSTRA, {"ikm": angka("80"), "ipp": angka("4")}),))
    (said,) = found("analisis-lengkap", content, *WRITTEN)
    assert "Belum ada: realisasi tahun sebelumnya (IPP); data pembanding (IPP). Isi" in said


def test_a_missed_target_without_cause_is_told_by_its_own_check_alone() -> None:
    content = whole(realisasi=(realisasi("ikm", 2022, filled("78")), realisasi("ikm", 2023, filled("60"))))
    assert found("analisis-lengkap", content, text("efisiensi", "s1")) == []
