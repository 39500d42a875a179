"""PK berjenjang made from the camat's: the rows that somebody chose of what was proposed, and the heads they need."""

from __future__ import annotations

from collections.abc import Collection

from kecamatan.models import Kecamatan, Pengguna, UnitKerja
from sakip.entry.form import Scope
from sakip.entry.writer import New, RecordRefused, writing
from sakip.models import BarisPKUnit, PerjanjianKinerja, PKUnit
from sakip.records.pk.writes import latest_pk
from sakip.records.pk_berjenjang.proposal import Proposal, propose
from sakip.snapshot.build import build
from sakip.snapshot.of_units import office_of_head
from sakip.snapshot.types import Snapshot

_PARTS = ("kecamatan", "renstra", "pk", "rkt", "baris_pk_unit")


def proposal_of(kecamatan: Kecamatan, tahun: int) -> Proposal:
    """What may be taken over now (a fixed number of queries)."""
    return propose(_read(kecamatan, tahun))


def _read(kecamatan: Kecamatan, tahun: int) -> Snapshot:
    return build(kecamatan=kecamatan, tahun=tahun, parts=_PARTS)


def derive(
    *, kecamatan: Kecamatan, tahun: int, marks: Collection[str], by: Pengguna | None
) -> list[BarisPKUnit]:
    """Add the proposed rows of these marks, and for each of their units a head with place and date of the camat's PK.

    Raises :class:`sakip.entry.writer.RecordRefused` where there is no PK, nothing was chosen or what was shown is no
    longer proposed, and as :func:`sakip.entry.writer.writing` does.
    """
    with writing(Scope(kecamatan=kecamatan, tahun=tahun, pengguna=by), by=by, hold=kecamatan) as act:
        pk = latest_pk(kecamatan, tahun)
        if pk is None:
            raise RecordRefused(f"PK camat tahun {tahun} belum dicatat. Isi dahulu halaman PK.")
        snapshot = _read(kecamatan, tahun)
        chosen = [one for one in propose(snapshot).rows if one.mark in marks]
        if not marks:
            raise RecordRefused("Belum ada baris yang dipilih. Pilih sekurang-kurangnya satu.")
        if len(chosen) != len(set(marks)):
            raise RecordRefused(
                "Usulan berubah sejak halaman dibuka. Periksa usulan yang sekarang, lalu simpan."
            )
        units = {u.kunci: u for u in UnitKerja.objects.for_kecamatan(kecamatan)}
        supported = {b.pk: b.acuan_indikator for b in pk.baris.select_related("acuan_indikator")}
        why = f"Diturunkan dari {pk}."
        there = set(
            PKUnit.objects.for_kecamatan(kecamatan).for_tahun(tahun).values_list("unit__kunci", flat=True)
        )
        fresh = {one.unit.kunci: one.unit for one in chosen if one.unit.kunci not in there}
        heads = [_head(pk, units[kunci], office_of_head(snapshot, unit)) for kunci, unit in fresh.items()]
        act.add([New(row=head, source=pk) for head in heads], why=why)
        rows = [
            New(
                row=BarisPKUnit(
                    kecamatan=kecamatan,
                    tahun=tahun,
                    unit=units[one.unit.kunci],
                    indikator=supported[one.supports.pk],
                    kinerja=one.kinerja,
                    ukuran=one.ukuran,
                    target=one.target,
                    satuan=one.satuan,
                ),
                source=pk,
            )
            for one in chosen
        ]
        return act.add(rows, why=why)


def _head(pk: PerjanjianKinerja, unit: UnitKerja, jabatan: str) -> PKUnit:
    return PKUnit(
        kecamatan=pk.kecamatan,
        tahun=pk.tahun,
        unit=unit,
        jabatan=jabatan,
        tempat=pk.tempat,
        tanggal=pk.tanggal,
        tanggal_cetak=pk.tanggal_cetak,
    )
