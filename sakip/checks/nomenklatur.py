"""Checks about the nomenklatur in which programs, kegiatan and sub kegiatan are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sakip.checks.base import Found, check
from sakip.checks.material import CheckedYear, Place
from sakip.checks.places import anggaran_place, pk_program_place, place_of, rkt_row_place, support_place
from sakip.snapshot.parts.source import is_aceh
from sakip.snapshot.types import NomenklaturReference, Snapshot

_CODED = ("rkt", "rencana_aksi", "anggaran", "pk", "dukungan")
_CODED_KINDS = ("baris-rkt", "kegiatan-rencana-aksi", "anggaran", "anggaran-pk", "dukungan")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coded:
    place: Place
    reference: NomenklaturReference
    behind: int = 0  # how many years the edition may lag


def _coded(snapshot: Snapshot) -> Iterator[_Coded]:
    """Rows that are written in the nomenklatur."""
    for row in snapshot.rkt.baris if snapshot.rkt else ():
        if row.nomenklatur:
            # An RKT is written the year before, and may still use the nomenklatur of then.
            yield _Coded(place=rkt_row_place(row), reference=row.nomenklatur, behind=1)
    for planned in snapshot.rencana_aksi.baris if snapshot.rencana_aksi else ():
        for work in planned.kegiatan:
            if work.nomenklatur:
                name = work.nama_sub_kegiatan or work.nama_kegiatan or work.nama_program
                kind, words = "kegiatan-rencana-aksi", f"rencana aksi, {name}"
                place = place_of(kind, work, words=words, indikator=work.indikator)
                yield _Coded(place=place, reference=work.nomenklatur)
    for spent in snapshot.anggaran:
        if spent.nomenklatur:
            yield _Coded(place=anggaran_place(spent), reference=spent.nomenklatur)
    for pk in snapshot.pk:
        for agreed in pk.anggaran:
            if agreed.nomenklatur:
                yield _Coded(place=pk_program_place(pk, agreed), reference=agreed.nomenklatur)
    for support in snapshot.dukungan:
        for program in support.baris:
            yield _Coded(place=support_place(support, program), reference=program.nomenklatur)


def not_in_force(reference: NomenklaturReference, tahun: int, *, behind: int = 0) -> str:
    """What is wrong with an edition in a year, and the remedy; empty when in force, or so ``behind`` years ago."""
    last = reference.tahun_akhir
    if reference.tahun_awal <= tahun and (last is None or last >= tahun - behind):
        return ""
    return f"{reference.versi} tidak berlaku tahun {tahun}. Pilih program dari nomenklatur tahun itu."


def for_aceh_alone(reference: NomenklaturReference, provinsi: str) -> Iterator[tuple[str, str]]:
    """The levels of a row that a kecamatan of this provinsi cannot use, each with what is said about it."""
    if not is_aceh(provinsi):
        for level, name in reference.khusus_aceh:
            yield level, f"{name} hanya untuk Aceh. Pilih {level} lain."


def addition_not_here(
    reference: NomenklaturReference, kabupaten: str, tahun: int, *, behind: int = 0
) -> Iterator[tuple[str, str]]:
    """The levels of a row that another kabupaten added, or that are not in use in the year (or so many years before),
    each with what is said about it; ``kabupaten`` is the kode of the kecamatan's own."""
    for added in reference.tambahan:
        remedy = f"Pilih {added.tingkat} lain."
        if added.kode_kabupaten != kabupaten:
            yield added.tingkat, f"{added.nama} adalah tambahan {added.nama_kabupaten}. {remedy}"
        elif added.tahun_awal > tahun:
            yield (
                added.tingkat,
                f"{added.nama} (tambahan {added.nama_kabupaten}) baru dipakai sejak tahun {added.tahun_awal}. {remedy}",
            )
        elif added.tahun_akhir is not None and added.tahun_akhir < tahun - behind:
            yield (
                added.tingkat,
                f"{added.nama} (tambahan {added.nama_kabupaten}) dipakai sampai tahun {added.tahun_akhir}. {remedy}",
            )


@check(
    "nomenklatur-semasa",
    rule="R-nomen",
    basis="Kode dan nama menurut nomenklatur yang berlaku (Permendagri Nomor 90 Tahun 2019 dan pemutakhirannya).",
    example="Program menurut Permendagri Nomor 13 Tahun 2006 dalam anggaran 2023.",
    reads=_CODED,
    apart=True,
    kinds=_CODED_KINDS,
)
def codes_are_in_force(year: CheckedYear) -> Found:
    """Codes are of the nomenklatur in force in the document's year."""
    tahun = year.snapshot.tahun
    for row in _coded(year.snapshot):
        if message := not_in_force(row.reference, tahun, behind=row.behind):
            yield replace(row.place, column="program"), message


@check(
    "nomenklatur-sejenjang",
    rule="R-nomen",
    basis="Kegiatan adalah bagian program, sub kegiatan bagian kegiatan (Permendagri Nomor 90 Tahun 2019).",
    example="Sub kegiatan 7.01.02.2.01.0001 di bawah program 7.01.03.",
    reads=_CODED,
    apart=True,
    kinds=("baris-rkt", "kegiatan-rencana-aksi", "anggaran"),
)
def codes_hang_together(year: CheckedYear) -> Found:
    """A kegiatan is one of the row's program, a sub kegiatan one of the row's kegiatan."""
    for row in _coded(year.snapshot):
        for branch in row.reference.terputus:
            above = f" {branch.nama_induk}" if branch.nama_induk else " barisnya"
            yield (
                replace(row.place, column=branch.tingkat.replace(" ", "_")),
                f"{branch.nama} bukan {branch.tingkat}{above}. Perbaiki salah satunya.",
            )


@check(
    "khusus-aceh",
    rule="R-term",
    basis="Sebagian program dan kegiatan dalam nomenklatur hanya untuk Aceh (Permendagri Nomor 90 Tahun 2019).",
    example="Kegiatan pemerintahan mukim dalam anggaran kecamatan di Jawa Timur.",
    reads=_CODED,
    apart=True,
    kinds=_CODED_KINDS,
)
def what_is_for_aceh_stays_there(year: CheckedYear) -> Found:
    """Rows of the nomenklatur that exist for Aceh alone are used there alone."""
    for row in _coded(year.snapshot):
        for level, message in for_aceh_alone(row.reference, year.snapshot.kecamatan.kabupaten.provinsi):
            yield replace(row.place, column=level.replace(" ", "_")), message


@check(
    "nomenklatur-tambahan",
    rule="R-nomen",
    basis="Program, kegiatan, dan sub kegiatan tambahan dipakai di kabupaten yang mencatatnya, selama masa berlakunya.",
    example="Sub kegiatan tambahan Kabupaten Jombang dipakai kecamatan di Kabupaten Jember.",
    reads=_CODED,
    apart=True,
    kinds=_CODED_KINDS,
)
def additions_are_used_where_and_while_they_hold(year: CheckedYear) -> Found:
    """What a kabupaten added to the nomenklatur is used by its own kecamatan, in the years of its use."""
    kabupaten, tahun = year.snapshot.kecamatan.kabupaten.kode, year.snapshot.tahun
    for row in _coded(year.snapshot):
        for level, message in addition_not_here(row.reference, kabupaten, tahun, behind=row.behind):
            yield replace(row.place, column=level.replace(" ", "_")), message
