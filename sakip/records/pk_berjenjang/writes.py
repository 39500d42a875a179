"""PK berjenjang made from the camat's: the rows that somebody chose of what was proposed, and the heads they need."""

from __future__ import annotations

from collections.abc import Collection

from kecamatan.models import Kecamatan, Pengguna, UnitKerja
from sakip.entry.form import Scope
from sakip.entry.writer import New, RecordRefused, writing
from sakip.models import BarisPKUnit, PerjanjianKinerja, PKUnit
from sakip.records.pk.writes import latest_pk
from sakip.records.pk_berjenjang.proposal import Proposal, propose
from sakip.records.renstra.of_year import RenstraOfYear
from sakip.snapshot.build import build

_PARTS = ("kecamatan", "renstra", "pk", "rkt", "baris_pk_unit")


def proposal_of(kecamatan: Kecamatan, tahun: int) -> Proposal:
    """What may be taken over now (a fixed number of queries)."""
    return propose(build(kecamatan=kecamatan, tahun=tahun, parts=_PARTS))


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
        chosen = [one for one in proposal_of(kecamatan, tahun).rows if one.mark in marks]
        if not marks:
            raise RecordRefused("Belum ada baris yang dipilih. Pilih sekurang-kurangnya satu.")
        if len(chosen) != len(set(marks)):
            raise RecordRefused(
                "Usulan berubah sejak halaman dibuka. Periksa usulan yang sekarang, lalu simpan."
            )
        units = {u.kunci: u for u in UnitKerja.objects.for_kecamatan(kecamatan)}
        indikator = RenstraOfYear(kecamatan, tahun, measured=True).indikator
        why = f"Diturunkan dari {pk}."
        named = {one.unit.kunci for one in chosen}
        there = PKUnit.objects.for_kecamatan(kecamatan).for_tahun(tahun).values_list("unit__kunci", flat=True)
        heads = [unit for kunci, unit in units.items() if kunci in named - set(there)]
        act.add([New(row=_head(pk, unit), source=pk) for unit in heads], why=why)
        rows = [
            New(
                row=BarisPKUnit(
                    kecamatan=kecamatan,
                    tahun=tahun,
                    unit=units[one.unit.kunci],
                    indikator=indikator[one.supports.kunci_indikator],
                    kinerja=one.kinerja,
                    ukuran=one.ukuran,
                    target=one.target,
                    satuan=one.satuan,
                ),
                source=pk,
            )
            for one in chosen
            if one.supports.kunci_indikator in indikator
        ]
        return act.add(rows, why=why)


def _head(pk: PerjanjianKinerja, unit: UnitKerja) -> PKUnit:
    return PKUnit(
        kecamatan=pk.kecamatan,
        tahun=pk.tahun,
        unit=unit,
        jabatan=office_of(unit),
        tempat=pk.tempat,
        tanggal=pk.tanggal,
        tanggal_cetak=pk.tanggal_cetak,
    )


def office_of(unit: UnitKerja) -> str:
    """Who heads the unit, as its PK prints the office."""
    kecamatan = unit.kecamatan
    match unit.jenis:
        case UnitKerja.Jenis.SEKRETARIAT:
            return f"Sekretaris {kecamatan.sebutan} {kecamatan.nama}"
        case UnitKerja.Jenis.KELURAHAN:
            return f"Lurah {unit.nama.removeprefix(f'{kecamatan.kabupaten.sebutan_kelurahan} ')}"
        case UnitKerja.Jenis.SEKSI | UnitKerja.Jenis.SUBBAGIAN:
            return f"Kepala {unit.nama}"
        case _:
            return unit.nama
