"""The end of BAB III: last year's evaluation and what became of its recommendations."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from reports.lkip.bab3 import bab3
from reports.lkip.ikhtisar import ikhtisar
from sakip.snapshot.types import LHE, RekomendasiLHE
from tests.reports.lkip.example_naskah import naskah_jombang, snapshot_jombang
from tests.reports.lkip.naskah_material import naskah
from tests.reports.lkip.read_part import all_sentences, all_tables, part_of, prose

VALUE = LHE(
    nomor="700/31/2023",
    tanggal=date(2023, 6, 5),
    nilai=Decimal("66.4"),
    predikat="B",
    perencanaan=Decimal("20.1"),
    pengukuran=Decimal("19.8"),
    pelaporan=Decimal("9.75"),
    evaluasi=Decimal("16.75"),
)


def recommended(status: str, tindakan: str = "Disusun") -> RekomendasiLHE:
    return RekomendasiLHE(
        rekomendasi="Lengkapi definisi",
        tindakan=tindakan,
        bukti="",
        penanggung_jawab=("Sekretariat",),
        status=status,
    )


def test_without_an_evaluation_there_is_no_part() -> None:
    assert "tindak-lanjut-lhe" not in {part.key for part in bab3(naskah_jombang()).children}


def test_value_components_and_recommendations_stand_once() -> None:
    rows = (recommended("Selesai"), recommended("Selesai"), recommended("Belum", ""))
    year = replace(snapshot_jombang(), lhe=(VALUE,), rekomendasi_lhe=rows)
    part = part_of(bab3(naskah(year)), "tindak-lanjut-lhe")
    assert (part.nomor, part.title) == ("D.", "Tindak Lanjut Hasil Evaluasi Tahun 2022")
    assert all_sentences(part) == [
        "Evaluasi atas akuntabilitas kinerja Kecamatan Jombang tahun 2022 menghasilkan nilai 66,40 dengan predikat B, "
        "sebagaimana tertuang dalam Laporan Hasil Evaluasi (LHE) Nomor 700/31/2023 tanggal 5 Juni 2023. Dari 3 (tiga) "
        "rekomendasi hasil evaluasi itu, 2 selesai ditindaklanjuti dan 1 belum ditindaklanjuti."
    ]
    components, followed = all_tables(part).values()
    assert [str(r.cells[-1].content) for r in components.rows] == ["20,10", "19,80", "9,75", "16,75", "66,40"]
    assert [[str(c.content) for c in r.cells] for r in followed.rows][-1] == [
        "3",
        "Lengkapi definisi",
        "–",
        "–",
        "Sekretariat",
        "Belum",
    ]


def test_the_day_by_which_it_was_due_stands_where_one_is_recorded() -> None:
    rows = (replace(recommended("Selesai"), batas_waktu=date(2023, 6, 30)), recommended("Belum"))
    year = replace(snapshot_jombang(), rekomendasi_lhe=rows)
    (table,) = all_tables(part_of(bab3(naskah(year)), "tindak-lanjut-lhe")).values()
    assert [str(one.content) for one in table.heads[0]][-2:] == ["Batas waktu", "Status"]
    assert [[str(c.content) for c in r.cells][-2:] for r in table.rows] == [
        ["30 Juni 2023", "Selesai"],
        ["–", "Belum"],
    ]


def test_the_page_at_a_glance_says_what_became_of_each() -> None:
    rows = (recommended("Selesai"), recommended("Dalam proses"), recommended("Belum"), recommended("Belum"))
    said = (
        "Dari 4 (empat) rekomendasi hasil evaluasi tahun 2022, 1 selesai ditindaklanjuti, 1 dalam proses, dan "
        "2 belum ditindaklanjuti."
    )
    assert said in prose(ikhtisar(naskah(replace(snapshot_jombang(), rekomendasi_lhe=rows))))
    assert "rekomendasi" not in prose(ikhtisar(naskah_jombang()))


def test_what_is_not_recorded_is_not_printed() -> None:
    year = replace(snapshot_jombang(), rekomendasi_lhe=(recommended("Dalam proses"),))
    part = part_of(bab3(naskah(year)), "tindak-lanjut-lhe")
    assert all_sentences(part) == ["Rekomendasi hasil evaluasi itu dalam proses."]
    assert list(all_tables(part)) == ["tabel-lhe"]
    without = replace(VALUE, nomor="", tanggal=None, predikat="", evaluasi=None)
    part = part_of(bab3(naskah(replace(snapshot_jombang(), lhe=(without,)))), "tindak-lanjut-lhe")
    assert all_sentences(part)[0].endswith(
        "nilai 66,40, sebagaimana tertuang dalam Laporan Hasil Evaluasi (LHE)."
    )
    (components,) = all_tables(part).values()
    assert len(components.rows) == 3  # no sum of what is not all there
