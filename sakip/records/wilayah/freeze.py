"""The kecamatan with its desa and organisation, as it is frozen."""

from __future__ import annotations

from kecamatan import models as m
from sakip.snapshot.typed import frozen
from sakip.snapshot.types import Berkas, Desa, Kabupaten, Kecamatan, UnitKerja


def kecamatan(row: m.Kecamatan, *, with_content: bool = True) -> Kecamatan:
    """The kecamatan with its desa and units (2 queries; kabupaten must be selected), or by name alone."""
    return frozen(
        Kecamatan,
        row,
        kabupaten=kabupaten(row.kabupaten),
        lambang=_lambang(row),
        desa=tuple(frozen(Desa, d) for d in row.desa.all()) if with_content else (),
        unit_kerja=_unit(list(row.unit_kerja.all())) if with_content else (),
    )


def kabupaten(row: m.Kabupaten) -> Kabupaten:
    """The kabupaten alone (0 queries)."""
    return frozen(Kabupaten, row, lambang=_lambang(row))


def _lambang(row: m.Kabupaten | m.Kecamatan) -> Berkas | None:
    if not row.lambang.name:
        return None
    return Berkas(
        nama=row.lambang.name,
        sha256=row.lambang_sha256,
        lebar=row.lambang_lebar or 0,
        tinggi=row.lambang_tinggi or 0,
    )


def _unit(rows: list[m.UnitKerja]) -> tuple[UnitKerja, ...]:
    keys = {u.pk: u.kunci for u in rows}
    return tuple(
        frozen(UnitKerja, u, induk=keys.get(u.induk_id, "") if u.induk_id is not None else "") for u in rows
    )
