"""What changed since somebody looked: which lines of the trail, in which section, and what of a long text."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Jejak, Kecamatan, MasaJabatan, Pengguna
from reports.desk.changes import MOST, Changes, changed_words, changes_since
from reports.desk.looks import Mark, last_look, looked, mark_now, mark_of, read_mark
from reports.official.documents import DOKUMEN_KINDS
from reports.publish.assemble import LKIP, build_draft
from tests.factory import make, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

LONG = " ".join(f"kata{n}" for n in range(1, 41))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("80", "82,5", ("80", "82,5")),
        ("", "", ("", "")),
        (
            LONG,
            LONG.replace("kata20", "angka"),
            (
                "… kata14 kata15 kata16 kata17 kata18 kata19 kata20 kata21 kata22 kata23 kata24 kata25 kata26 …",
                "… kata14 kata15 kata16 kata17 kata18 kata19 angka kata21 kata22 kata23 kata24 kata25 kata26 …",
            ),
        ),
        (
            LONG,
            f"{LONG} akhir",
            (
                "… kata35 kata36 kata37 kata38 kata39 kata40",
                "… kata35 kata36 kata37 kata38 kata39 kata40 akhir",
            ),
        ),
        (LONG, "", (f"{LONG}", "")),
    ],
    ids=["short", "nothing", "one word", "added", "emptied"],
)
def test_of_a_long_text_what_differs(old: str, new: str, expected: tuple[str, str]) -> None:
    assert changed_words(old, new) == expected


@pytest.fixture
def camat(mini: Kecamatan) -> Pengguna:
    return make_pengguna("camat", kecamatan=mini)


@pytest.fixture
def budi(mini: Kecamatan) -> Pengguna:
    return make_pengguna("operator", kecamatan=mini, nama="Budi Santoso")


def told(mini: Kecamatan, by: Pengguna | None, kind: str, **change: Any) -> Jejak:
    given: dict[str, Any] = {
        "tindakan": "catatan.diubah",
        "sebelum": {"Nilai": "80"},
        "sesudah": {"Nilai": "82"},
        "kecamatan": mini,
        "tahun": 2023,
    }
    return make(Jejak, objek_jenis=kind, pengguna=by, **given | change)


def read(mini: Kecamatan, reader: Pengguna, since: int) -> Changes:
    naskah = build_draft(kecamatan=mini, tahun=2023)
    dokumen = DOKUMEN_KINDS[LKIP].arrange(naskah)
    return changes_since(
        Mark(since), kecamatan=mini, tahun=2023, reader=reader, naskah=naskah, dokumen=dokumen
    )


def test_by_section_of_the_report_the_newest_first(mini: Kecamatan, camat: Pengguna, budi: Pengguna) -> None:
    before = told(mini, budi, "sakip.anggaran")
    naskah = build_draft(kecamatan=mini, tahun=2023)
    assert naskah.results is not None
    indikator = naskah.results.sasaran[0].indikator[0].kunci
    kendala = {"bagian": "kendala", "kecamatan": mini.pk, "kunci": "", "tahun": 2023}
    told(mini, budi, "reports.narasi", record_key=kendala)
    told(mini, budi, "sakip.realisasi", record_key={"indikator": indikator, "tahun": 2023, "triwulan": 1})
    told(mini, budi, "kecamatan.peraturan", tindakan="catatan.dibuat", sebelum=None)
    last = told(mini, None, "reports.narasi", record_key=kendala)
    found = read(mini, camat, before.pk)
    assert [(one.title, one.anchor, len(one.changes)) for one in found.sections] == [
        ("B. Kendala", "kendala", 2),
        ("Peraturan", "", 1),
        ("3. Sasaran Strategis 1: Meningkatnya kepuasan warga", "analisis-s1", 1),
    ]
    assert found.sections[0].changes[0].columns == (("Nilai", "80", "82"),)
    assert (found.count, found.mark.until) == (4, last.pk)


def test_neither_his_own_nor_the_steps_nor_another_year(
    mini: Kecamatan, camat: Pengguna, budi: Pengguna
) -> None:
    before = told(mini, budi, "sakip.anggaran")
    told(mini, camat, "reports.catatanreviu")
    told(mini, budi, "reports.laporan", tindakan="laporan.diajukan")
    told(mini, budi, "sakip.anggaran", tahun=2022)
    found = read(mini, camat, before.pk)
    assert (found.sections, found.count) == ((), 0)


def test_what_it_shares_with_other_years_and_with_the_kabupaten_on_whatever_page(
    mini: Kecamatan, camat: Pengguna, budi: Pengguna
) -> None:
    neighbour = mini.kabupaten.kecamatan.exclude(pk=mini.pk).first()
    assert neighbour
    bupati = MasaJabatan.objects.get(jabatan="bupati")
    before = told(mini, budi, "sakip.anggaran")
    value = {"indikator": "skm", "triwulan": 0}
    for kind, place, tahun, change in (
        ("sakip.sasaran", mini, 2024, {"record_key": {"renstra": 1, "kunci": "s1"}}),
        ("sakip.targetrenstra", mini, 2024, {"record_key": {"indikator": 1, "tahun": 2026}}),
        ("sakip.realisasi", mini, 2022, {"record_key": value | {"tahun": 2022}}),
        ("kecamatan.desakelurahan", mini, 2024, {}),
        ("sakip.kebijakanpengukuran", neighbour, 2023, {}),
        ("sakip.misirpjmd", neighbour, 2024, {}),
        ("kecamatan.masajabatan", neighbour, 2024, {"objek_pk": bupati.pk}),
        # These are not about this report.
        ("sakip.realisasi", mini, 2024, {"record_key": value | {"tahun": 2024}}),
        ("sakip.barispk", mini, 2024, {}),
        ("sakip.sasaran", neighbour, 2023, {"record_key": {"renstra": 2, "kunci": "s1"}}),
        ("kecamatan.masajabatan", neighbour, 2023, {"objek_pk": bupati.pk + 1}),
    ):
        told(place, budi, kind, tahun=tahun, **change)
    found = read(mini, camat, before.pk)
    assert found.count == 7
    assert {one.title: one.count for one in found.sections} == {
        "E. Profil Kecamatan": 1,
        "1. Visi dan Misi Kabupaten Jember": 1,
        "C. Perjanjian Kinerja Tahun 2023": 1,  # its second party
        "1. Pengukuran Capaian Kinerja Tahun 2023": 1,
        "2. Tujuan dan Sasaran Kecamatan Balung": 2,
        "3. Sasaran Strategis 1: Meningkatnya kepuasan warga": 1,
    }


def test_an_import_of_hundreds_of_rows_hides_nothing_else(
    mini: Kecamatan, camat: Pengguna, budi: Pengguna
) -> None:
    before = told(mini, budi, "sakip.anggaran")
    kendala = {"bagian": "kendala", "kecamatan": mini.pk, "kunci": "", "tahun": 2023}
    told(mini, budi, "reports.narasi", record_key=kendala)
    about = {"pengguna": budi, "kecamatan": mini, "tahun": 2023, "tindakan": "impor.diubah"}
    columns = {f"Kolom {n}": "x" for n in range(9)}
    Jejak.objects.bulk_create(
        Jejak(objek_jenis="sakip.anggaran", objek_sebutan=str(n), sesudah=columns, **about)
        for n in range(300)
    )
    with CaptureQueriesContext(connection) as queries:
        found = changes_since(
            Mark(before.pk),
            kecamatan=mini,
            tahun=2023,
            reader=camat,
            naskah=(naskah := build_draft(kecamatan=mini, tahun=2023)),
            dokumen=DOKUMEN_KINDS[LKIP].arrange(naskah),
        )
    told_queries = [one for one in queries if "kecamatan_jejak" in one["sql"]]
    assert len(told_queries) == 5
    assert [(one.title, one.count, one.left_out) for one in found.sections] == [
        ("2. Realisasi Anggaran per Program, Kegiatan, dan Sub Kegiatan", 300, 300 - MOST),
        ("B. Kendala", 1, 0),
    ]
    assert [one.jejak.objek_sebutan for one in found.sections[0].changes][:2] == ["299", "298"]
    assert {(len(one.columns), one.more) for one in found.sections[0].changes} == {(6, 3)}


def test_a_look_is_kept_per_person_and_goes_only_forward(
    mini: Kecamatan, camat: Pengguna, budi: Pengguna
) -> None:
    first, second = told(mini, budi, "sakip.anggaran"), told(mini, budi, "sakip.anggaran")
    assert last_look(pengguna=camat, kecamatan=mini, tahun=2023) is None
    for until, kept in (
        (second.pk + 10, None),
        (first.pk, first.pk),
        (second.pk, second.pk),
        (first.pk, second.pk),
    ):
        looked(pengguna=camat, mark=Mark(until), kecamatan=mini, tahun=2023)
        look = last_look(pengguna=camat, kecamatan=mini, tahun=2023)
        assert (look and look.jejak) == kept
    assert last_look(pengguna=budi, kecamatan=mini, tahun=2023) is None


def test_a_mark_names_the_numbers_that_no_line_has_yet(mini: Kecamatan, camat: Pengguna) -> None:
    first = told(mini, camat, "sakip.anggaran")
    told(mini, camat, "sakip.anggaran", pk=first.pk + 3)
    last = told(mini, camat, "sakip.anggaran", pk=first.pk + 5)
    mark = mark_now()
    assert mark.until == last.pk
    assert mark.gaps[-2:] == ((first.pk + 1, first.pk + 2), (first.pk + 4, first.pk + 4))
    assert read_mark(str(mark)) == mark
    looked(pengguna=camat, mark=mark, kecamatan=mini, tahun=2023)
    look = last_look(pengguna=camat, kecamatan=mini, tahun=2023)
    assert look
    assert mark_of(look) == mark
    late = told(mini, camat, "sakip.anggaran", pk=first.pk + 2)
    assert list(Jejak.objects.filter(mark.after)) == [late]


@pytest.mark.parametrize("text", ["", "x", "-1", "1 2", "1 2-", "9" * 19, "1 2-3 "])
def test_what_is_no_mark_is_none(text: str) -> None:
    assert read_mark(text) is None
