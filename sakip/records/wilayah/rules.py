"""What a kabupaten and a kecamatan must satisfy: their kode is that of Kemendagri, one begins with the other."""

from __future__ import annotations

from collections.abc import Iterator

from kecamatan.models import Kecamatan
from sakip.entry.judge import Problem, rule


@rule(Kecamatan)
def its_kode_begins_with_that_of_its_kabupaten(row: Kecamatan) -> Iterator[Problem]:
    """Asked of a kode that is new: one that is recorded already stays as it is (1 query, of a stored row)."""
    if row.pk is not None and Kecamatan.objects.filter(pk=row.pk, kode=row.kode).exists():
        return
    if row.kode and not row.kode.startswith(f"{row.kabupaten.kode}."):
        yield Problem(
            "kode",
            f"Kode {row.kode} bukan kode di {row.kabupaten}. Awali dengan {row.kabupaten.kode}, misalnya"
            f" {row.kabupaten.kode}.01.",
        )
