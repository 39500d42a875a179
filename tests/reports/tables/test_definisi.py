"""Definisi operasional of what the PK measures: once, where the SK IKU does not say it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reports.lkip.appendices import appendix_numbers, lampiran
from reports.lkip.bab3.kerangka_pengukuran import kerangka_pengukuran
from reports.tables.definisi import definisi_table
from sakip.snapshot.types import BarisIKU, BarisPK, KeputusanIKU, Snapshot
from tests.reports.lkip.example_naskah import snapshot_jombang
from tests.reports.lkip.naskah_material import naskah
from tests.reports.lkip.read_part import all_sentences, all_tables, table_rows, text


def promised(snapshot: Snapshot) -> BarisPK:
    pk = snapshot.pk_in_force
    assert pk is not None
    return pk.indikator[0]


def defined(**definition: Any) -> Snapshot:
    """Jombang, with a definition of the first indikator of its PK."""
    snapshot = snapshot_jombang()
    key = promised(snapshot).kunci_indikator
    renstra = snapshot.renstra[-1]
    tujuan = tuple(
        replace(
            t,
            sasaran=tuple(
                replace(
                    s,
                    indikator=tuple(replace(i, **definition) if i.kunci == key else i for i in s.indikator),
                )
                for s in t.sasaran
            ),
        )
        for t in renstra.tujuan
    )
    return replace(snapshot, renstra=(*snapshot.renstra[:-1], replace(renstra, tujuan=tujuan)))


def iku(*rows: BarisIKU) -> KeputusanIKU:
    nothing: dict[str, Any] = dict.fromkeys(("nomor", "instansi", "tempat", "tanggal_cetak"), "")
    empty: dict[str, Any] = dict.fromkeys(("mengingat", "tugas", "fungsi", "tujuan", "indikator_tujuan"), ())
    return KeputusanIKU(tahun=2023, tanggal=None, penandatangan=None, baris=rows, **nothing, **empty)


def test_what_no_decree_defines_is_defined_in_an_appendix_of_its_own() -> None:
    snapshot = defined(pembilang="Warga puas", penyebut="Semua responden", sumber_data="SKM")
    table = definisi_table(snapshot, key="d")
    assert table is not None
    (first,) = table.rows  # the others say nothing of how they are worked out
    assert [text(c.content) for c in first.cells[2:]] == [
        promised(snapshot).indikator,
        "Warga puas / Semua responden × 100%",
        "–",
        "SKM",
    ]
    (part,) = [one for one in lampiran(naskah(snapshot)) if "definisi-operasional" in all_tables(one)]
    assert part.nomor == appendix_numbers(naskah(snapshot))["iku"]
    assert part.title.endswith("Indikator Perjanjian Kinerja Tahun 2023")


def test_what_is_measured_beside_a_decree_is_defined_where_the_measuring_is_told() -> None:
    snapshot = replace(defined(formulasi="Nilai dari Inspektorat"), iku=iku())
    frame = kerangka_pengukuran(naskah(snapshot))
    assert all_sentences(frame)[-1] == (
        "Indikator yang diukur di luar Keputusan IKU memiliki definisi operasional berikut."
    )
    assert [row[2:4] for row in table_rows(frame, "tabel-definisi")] == [
        [promised(snapshot).indikator, "Nilai dari Inspektorat"]
    ]
    assert not [one for one in lampiran(naskah(snapshot)) if "definisi-operasional" in all_tables(one)]


def test_what_the_decree_defines_is_not_said_again() -> None:
    snapshot = defined(formulasi="Nilai dari Inspektorat")
    own = promised(snapshot)
    row = BarisIKU(
        **{name: getattr(own, name) for name in ("sasaran", "indikator", "kunci_indikator", "satuan")},
        pembilang="",
        penyebut="",
        pengali=None,
        formulasi="Nilai evaluasi",
        penjelasan=(),
        penanggung_jawab=(),
        sumber_data="",
    )
    assert definisi_table(snapshot, key="d") is not None
    assert definisi_table(replace(snapshot, iku=iku(row)), key="d") is None
