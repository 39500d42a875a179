"""What one inovasi, prestasi or penghargaan must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.entry.judge import Problem, rule
from sakip.models import Prestasi
from sakip.text.dates import format_tanggal


@rule(Prestasi)
def of_its_year(row: Prestasi) -> Iterator[Problem]:
    """What is dated is of the year that reports it."""
    if row.tanggal is not None and row.tahun is not None and row.tanggal.year != row.tahun:
        yield Problem(
            "tanggal",
            f"{format_tanggal(row.tanggal)} bukan tanggal dalam tahun {row.tahun}. Isi tanggal dalam tahun"
            f" {row.tahun}, atau catat pada tahun {row.tanggal.year}.",
        )


@rule(Prestasi)
def says_who_honours(row: Prestasi) -> Iterator[Problem]:
    """An honour is given by somebody."""
    if row.jenis == Prestasi.Jenis.PENGHARGAAN and not row.pemberi:
        yield Problem("pemberi", "Isi siapa yang memberikan penghargaan ini dan pada tingkat apa.")
