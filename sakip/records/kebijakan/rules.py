"""What the measuring policy of a year must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.entry.judge import Problem, rule
from sakip.models import KebijakanPengukuran


@rule(KebijakanPengukuran)
def the_scale_is_offered_here(row: KebijakanPengukuran) -> Iterator[Problem]:
    """Of what is installed, or the kabupaten's own."""
    chosen: int | None = row.skala_id
    if chosen is not None and row.skala.kabupaten_id not in (None, row.kabupaten_id):
        yield Problem("skala", f"Skala ini milik {row.skala.kabupaten}. Pilih skala lain.")
