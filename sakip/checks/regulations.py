"""Checks about the regulations that documents cite."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.checks.base import Found, Level, check
from sakip.checks.material import CheckedYear
from sakip.checks.places import place_of
from sakip.snapshot.parts.source import PeraturanReference


@check(
    "peraturan-berlaku",
    rule="R-law",
    basis="Peraturan yang dikutip berlaku pada tahun dokumennya.",
    example="SK IKU 2021 mengingat Permendagri Nomor 13 Tahun 2006 yang sudah dicabut.",
    reads=("profil", "iku"),
    apart=True,
    level=Level.PERINGATAN,
    kinds=("dasar-hukum", "mengingat-iku"),
)
def regulations_hold_in_the_year_of_the_document(year: CheckedYear) -> Found:
    """What a document cites had come into force and was not yet revoked in its year: of a decree that of its date."""
    for kind, used_by, words, document_year, cited in _cited(year):
        for one in cited:
            if message := _not_in_force(one, document_year):
                place = {"untuk": used_by, "peraturan": one.kode}
                yield place_of(kind, one, "peraturan", words=words, **place), message


def _cited(year: CheckedYear) -> Iterator[tuple[str, str, str, int, tuple[PeraturanReference, ...]]]:
    profil, iku = year.snapshot.profil, year.snapshot.iku_of_this_year
    if profil is not None:
        yield "dasar-hukum", "profil", "dasar hukum", year.snapshot.tahun, profil.peraturan
    if iku is not None:
        yield "mengingat-iku", "iku", "mengingat SK IKU", iku.tahun_keputusan, iku.peraturan


def _not_in_force(cited: PeraturanReference, tahun: int) -> str:
    name = cited.sebutan.partition(" tentang ")[0]
    if cited.berlaku_sampai is not None and cited.berlaku_sampai < tahun:
        revoker = cited.dicabut_oleh.partition(" tentang ")[0]
        revoked = f", dicabut dengan {revoker}" if revoker else ""
        return (
            f"{name} berlaku sampai tahun {cited.berlaku_sampai}{revoked}, padahal dikutip dokumen tahun {tahun}."
            " Pilih peraturan yang berlaku."
        )
    if cited.berlaku_mulai is not None and cited.berlaku_mulai > tahun:
        return (
            f"{name} baru berlaku tahun {cited.berlaku_mulai}, padahal dikutip dokumen tahun {tahun}."
            " Pilih peraturan yang berlaku."
        )
    return ""
