"""A part of the LKIP is made anew where something that it prints was edited, and only there."""

from __future__ import annotations

from reports.lkip.lkip import lkip
from reports.publish.naskah import Narasi
from tests.reports.lkip.example_naskah import snapshot_jombang
from tests.reports.lkip.naskah_material import naskah


def test_what_an_edited_text_does_not_reach_is_the_very_part_that_it_was() -> None:
    before = lkip(naskah(snapshot_jombang()))
    kendala = Narasi(bagian="kendala", kunci="", isi="<p>Jaringan terputus.</p>")
    after = lkip(naskah(snapshot_jombang(), narasi=(kendala,)))
    assert after.lampiran
    assert all(map(_is, after.lampiran, before.lampiran))
    assert _is(after.front[0], before.front[0])
    assert after.body != before.body


def _is(one: object, other: object) -> bool:
    return one is other
