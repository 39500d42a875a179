"""What one row of a PK berjenjang must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from kecamatan.models import UnitKerja
from sakip.entry.judge import Problem, rule
from sakip.models import IKI, BarisPKUnit, PKUnit


@rule(PKUnit, BarisPKUnit, IKI)
def is_below_the_camat(row: PKUnit | BarisPKUnit | IKI) -> Iterator[Problem]:
    """The camat promises the kepala daerah, in the PK of the kecamatan."""
    if row.unit_id and row.unit.jenis == UnitKerja.Jenis.CAMAT:
        yield Problem(
            "unit",
            f'"{row.unit}" adalah unit camat, yang kinerjanya dicatat pada halaman PK. Pilih unit di bawahnya.',
        )


@rule(PKUnit)
def number_has_a_name(row: PKUnit) -> Iterator[Problem]:
    """A NIP is somebody's."""
    if row.nip and not row.nama:
        yield Problem("nama", f"NIP {row.nip} tanpa nama. Isi nama pejabatnya, atau kosongkan NIP.")
