"""What a regulation must satisfy, and a row that cites one."""

from __future__ import annotations

from collections.abc import Iterator

from kecamatan.models import DasarHukumProfil, Kecamatan, Peraturan
from sakip.entry.judge import Problem, rule
from sakip.models import MengingatIKU


@rule(Peraturan)
def it_holds_from_its_year_until_it_is_revoked(row: Peraturan) -> Iterator[Problem]:
    """It holds from its own year on, not longer than until another one that revokes it comes into force."""
    if row.tahun is not None and row.berlaku_mulai is not None and row.berlaku_mulai < row.tahun:
        yield Problem("berlaku_mulai", f"Isi {row.tahun} atau sesudahnya: peraturan ini tahun {row.tahun}.")
    revoker = row.dicabut_oleh
    if revoker is None:
        return
    if revoker.pk == row.pk:
        yield Problem("dicabut_oleh", "Pilih peraturan lain: peraturan tidak mencabut dirinya sendiri.")
    elif revoker.tahun is not None and row.tahun is not None and revoker.tahun < row.tahun:
        yield Problem(
            "dicabut_oleh",
            f"{revoker.short_name} lebih dahulu daripada peraturan ini. Pilih yang sesudahnya.",
        )
    elif (last := revoker.berlaku_mulai or revoker.tahun) is None:
        return
    elif row.berlaku_sampai is None:
        row.berlaku_sampai = last
    elif row.berlaku_sampai > last:
        yield Problem(
            "berlaku_sampai",
            f"Isi {last} atau sebelumnya: {revoker.short_name} yang mencabutnya berlaku mulai {last}.",
        )


@rule(DasarHukumProfil)
def the_profile_cites_what_holds_here(row: DasarHukumProfil) -> Iterator[Problem]:
    """Of the nation, or of the kecamatan's own kabupaten."""
    yield from _of_another(row, row.profil.kecamatan)


@rule(MengingatIKU)
def the_decree_cites_what_holds_here(row: MengingatIKU) -> Iterator[Problem]:
    """Of the nation, or of the kecamatan's own kabupaten."""
    yield from _of_another(row, row.keputusan.kecamatan)


def _of_another(row: DasarHukumProfil | MengingatIKU, kecamatan: Kecamatan) -> Iterator[Problem]:
    chosen: int | None = row.peraturan_id
    if chosen is None:  # what was chosen could not be read
        return
    if row.peraturan.kabupaten_id not in (None, kecamatan.kabupaten_id):
        yield Problem("peraturan", f"Peraturan ini milik {row.peraturan.kabupaten}. Pilih peraturan lain.")
