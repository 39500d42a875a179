"""What changed since somebody looked: which lines of the trail, in which section, and what of a long text."""

from __future__ import annotations

from typing import Any

import pytest

from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.desk import changes
from reports.desk.changes import Changes, changed_words, changes_since
from reports.desk.looks import last_look, looked
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
    return changes_since(since, kecamatan=mini, tahun=2023, reader=reader, naskah=naskah, dokumen=dokumen)


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
    assert (found.count, found.newest, found.left_out) == (4, last.pk, 0)


def test_neither_his_own_nor_the_steps_nor_another_year(
    mini: Kecamatan, camat: Pengguna, budi: Pengguna
) -> None:
    before = told(mini, budi, "sakip.anggaran")
    told(mini, camat, "reports.catatanreviu")
    told(mini, budi, "reports.laporan", tindakan="laporan.diajukan")
    told(mini, budi, "sakip.anggaran", tahun=2022)
    assert read(mini, camat, before.pk) == Changes(sections=(), count=0, newest=0)


def test_only_so_many_are_shown(
    mini: Kecamatan, camat: Pengguna, budi: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "MOST", 2)
    before = told(mini, budi, "sakip.anggaran")
    columns = {f"Kolom {n}": "x" for n in range(9)}
    for _ in range(5):
        told(mini, budi, "sakip.anggaran", sebelum=None, sesudah=columns)
    found = read(mini, camat, before.pk)
    assert (found.count, found.left_out) == (5, 3)
    (section,) = found.sections
    assert [(len(one.columns), one.more) for one in section.changes] == [(6, 3), (6, 3)]


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
        looked(pengguna=camat, until=until, kecamatan=mini, tahun=2023)
        look = last_look(pengguna=camat, kecamatan=mini, tahun=2023)
        assert (look and look.jejak) == kept
    assert last_look(pengguna=budi, kecamatan=mini, tahun=2023) is None
