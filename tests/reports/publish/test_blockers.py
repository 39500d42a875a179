"""What keeps a report from being submitted."""

from __future__ import annotations

from dataclasses import replace

from reports.publish.blockers import Blocker, blockers
from reports.publish.naskah import Narasi
from tests.reports.lkip.example_naskah import naskah_balung, naskah_jombang, naskah_umbulsari


def test_a_report_that_was_read_may_be_submitted() -> None:
    for naskah in (naskah_jombang(), naskah_balung(), naskah_umbulsari()):
        assert blockers(naskah) == ()


def test_each_reason_is_named_with_its_page() -> None:
    naskah = replace(
        naskah_jombang(),
        unread_rows=(("rkt", 52), ("pk", 4)),
        narasi=(
            Narasi(bagian="kendala", kunci="", isi="<p>{capain: IKM} dan {capain: IKM}</p>", ditinjau=False),
            Narasi(bagian="langkah", kunci="", isi="<p>Dibaca.</p>"),
            Narasi(bagian="solusi", kunci="ikm", isi="<ul><li>{lihat} <em>{capaian: Lama}</em></li></ul>"),
            Narasi(bagian="penghambat", kunci="ikm", isi="", ditinjau=False),
        ),
    )
    assert blockers(naskah) == (
        Blocker(words="52 baris belum ditinjau", page="rkt"),
        Blocker(words="4 baris belum ditinjau", page="pk"),
        Blocker(words="1 tulisan belum ditinjau", page="narasi"),
        Blocker(
            words="{capain: IKM} dalam “Kendala (ikhtisar dan penutup)” tidak dikenal",
            page="narasi",
            text=("kendala", ""),
        ),
        Blocker(
            words="{capaian: Lama} dalam “Solusi yang telah dilakukan” tidak dikenal",
            page="narasi",
            text=("solusi", "ikm"),
        ),
    )
