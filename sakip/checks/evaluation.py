"""Checks of last year's evaluation: every recommendation is followed up, and what is done can be shown."""

from __future__ import annotations

from datetime import date
from typing import Final

from sakip.checks.base import Found, Level, check
from sakip.checks.material import WHOLE_REPORT, CheckedYear
from sakip.checks.places import recommendation_place
from sakip.text.dates import format_tanggal

_ABOUT: Final = {
    "reads": ("rekomendasi_lhe",),
    "kinds": ("rekomendasi-lhe",),
    "level": Level.PERINGATAN,
}
_BELUM: Final = "Belum"
_SELESAI: Final = "Selesai"


@check(
    "rekomendasi-ditindaklanjuti",
    rule="R-cause",
    basis="Rekomendasi hasil evaluasi ditindaklanjuti (Permen PANRB Nomor 88 Tahun 2021).",
    example="Rekomendasi LHE tanpa tindak lanjut.",
    **_ABOUT,
)
def every_recommendation_is_answered(year: CheckedYear) -> Found:
    """A recommendation says what is done about it; one that says so has been begun."""
    for row in year.snapshot.rekomendasi_lhe:
        if not row.tindakan.strip():
            yield (
                recommendation_place(row, "tindakan"),
                "Rekomendasi ini belum ditindaklanjuti. Isi tindak lanjutnya.",
            )
        elif row.status == _BELUM:
            yield (
                recommendation_place(row, "status"),
                "Tindak lanjut sudah diisi, tetapi statusnya Belum. Ubah statusnya, atau kosongkan tindak lanjutnya.",
            )


@check(
    "rekomendasi-tepat-waktu",
    rule="R-cause",
    basis="Hasil evaluasi ditindaklanjuti (Permen PANRB Nomor 88 Tahun 2021), paling lambat pada batas waktunya.",
    example="Batas waktu rekomendasi LHE 30 Juni sudah lewat, dan statusnya Dalam proses.",
    reads=("rekomendasi_lhe", WHOLE_REPORT),
    kinds=("rekomendasi-lhe",),
    level=Level.PERINGATAN,
)
def what_is_due_is_done(year: CheckedYear) -> Found:
    """A recommendation whose day of this year has passed is settled; of one that is still to come nobody can tell."""
    end = date(year.snapshot.tahun, 12, 31)
    today = year.around.signed if year.around else None
    for row in year.snapshot.rekomendasi_lhe if today else ():
        due = row.batas_waktu
        if due and due <= end and today and due < today and row.status != _SELESAI and row.tindakan.strip():
            yield (
                recommendation_place(row, "status"),
                f"Batas waktunya {format_tanggal(due)} sudah lewat, tetapi statusnya {row.status}. Perbarui statusnya,"
                " atau jelaskan sebabnya pada tindak lanjut dan tetapkan batas waktu yang baru.",
            )


@check(
    "rekomendasi-berbukti",
    rule="R-bukti",
    basis="Tindak lanjut yang selesai dapat ditunjukkan (Permen PANRB Nomor 88 Tahun 2021).",
    example="Rekomendasi LHE berstatus Selesai tanpa bukti.",
    **_ABOUT,
)
def what_is_done_can_be_shown(year: CheckedYear) -> Found:
    """A recommendation that is settled names its evidence."""
    for row in year.snapshot.rekomendasi_lhe:
        if row.status == _SELESAI and not row.bukti.strip():
            yield (
                recommendation_place(row, "bukti"),
                "Status Selesai tanpa bukti. Isi nama atau nomor dokumen buktinya.",
            )
