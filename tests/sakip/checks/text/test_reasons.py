"""What was typed beside a value is held against it like any text about its indikator."""

from __future__ import annotations

from dataclasses import replace

from reports.publish.naskah import Naskah
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found_in
from tests.table_tests import each_row


def _noted(note: str, *, tahun: int = 2023, quarter: str = "") -> Naskah:
    """IKM 80 in 2022 and 85 in 2023, target 85, with a note beside the value of that year."""
    naskah = naskah_jombang()
    rows = tuple(
        replace(row, catatan=note, triwulan=tuple(replace(row.tahunan, alasan=quarter) for _ in range(4)))
        if (row.kunci_indikator, row.tahun) == ("ikm", tahun)
        else row
        for row in naskah.snapshot.realisasi
    )
    return replace(naskah, snapshot=replace(naskah.snapshot, realisasi=rows))


@each_row(
    ("code", "note", "message"),
    [
        (
            "angka-sesuai-catatan",
            "Realisasi tahun 2023 sebesar 80,67.",
            "Realisasi IKM tahun 2023 ditulis 80,67; tercatat 85. Perbaiki kalimat atau catatannya.",
        ),
        (
            "arah-sesuai-angka",
            "Realisasi menurun dibandingkan tahun sebelumnya.",
            "IKM disebut menurun; tercatat naik dari 80 (2022) menjadi 85.",
        ),
        (
            "letak-sesuai-target",
            "Realisasi tahun ini di bawah target.",
            "IKM disebut di bawah target; tercatat sama dengan target (realisasi 85, target 85).",
        ),
        ("angka-sesuai-catatan", "Realisasi tahun 2023 sebesar 85.", ""),
        ("angka-sesuai-catatan", "Survei diikuti 150 responden dari 9 unsur.", ""),
        ("arah-sesuai-angka", "Jumlah responden menurun.", ""),
        ("letak-sesuai-target", "Sesuai target PK.", ""),
    ],
)
def test_a_note_of_the_year_is_read(code: str, note: str, message: str) -> None:
    assert found_in(_noted(note), code) == ([message] if message else [])


def test_notes_of_other_years_and_of_triwulan_are_not_of_the_year() -> None:
    wrong = "Realisasi sebesar 40,5."
    assert found_in(_noted(wrong, tahun=2022), "angka-sesuai-catatan") == []
    assert found_in(_noted("", quarter=wrong), "angka-sesuai-catatan") == []


def test_a_remark_of_the_budget_is_held_against_it() -> None:
    naskah = naskah_jombang()
    first, *others = naskah.snapshot.anggaran
    program = first.nama_program
    remark = replace(first, keterangan=f"{program} terserap 12,5%.")
    snapshot = replace(naskah.snapshot, anggaran=(remark, *others))
    (message,) = found_in(replace(naskah, snapshot=snapshot), "angka-sesuai-catatan")
    assert message.startswith(f"Serapan {program} tahun 2023 ditulis 12,5%; tercatat ")
