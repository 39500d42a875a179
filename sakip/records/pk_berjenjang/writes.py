"""PK berjenjang made from the camat's: the rows that somebody chose of what was proposed, with the heads they need, and
those of a perubahan."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

from kecamatan.models import Kecamatan, Pengguna, UnitKerja
from sakip.entry.copying import alike
from sakip.entry.fields import TARGET_COLUMNS, target_text
from sakip.entry.form import Scope
from sakip.entry.writer import New, RecordRefused, copy_row, writing
from sakip.models import BarisPK, BarisPKUnit, PerjanjianKinerja, PKUnit
from sakip.records.pk.writes import latest_pk
from sakip.records.pk_berjenjang.proposal import Proposal, propose
from sakip.snapshot.build import build
from sakip.snapshot.of_units import office_of_head
from sakip.snapshot.types import Snapshot

R = TypeVar("R", BarisPKUnit, PKUnit)

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
        heads_there = PKUnit.objects.for_kecamatan(kecamatan).for_tahun(tahun).filter(versi=pk.versi)
        there = set(heads_there.values_list("unit__kunci", flat=True))
        fresh = {one.unit.kunci: one.unit for one in chosen if one.unit.kunci not in there}
        heads = [_head(pk, units[kunci], office_of_head(snapshot, unit)) for kunci, unit in fresh.items()]
        act.add([New(row=head, source=pk) for head in heads], why=why)
        rows = [
            New(
                row=BarisPKUnit(
                    kecamatan=kecamatan,
                    tahun=tahun,
                    versi=pk.versi,
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


def renew(*, kecamatan: Kecamatan, tahun: int, by: Pengguna | None) -> list[BarisPKUnit]:
    """The PK of every unit that follows an earlier PK of the camat once more, as its next perubahan: with place and
    date of the camat's, and his targets where the unit promises the same indikator. What was agreed before stays.

    Raises as :func:`derive`.
    """
    with writing(Scope(kecamatan=kecamatan, tahun=tahun, pengguna=by), by=by, hold=kecamatan) as act:
        pk = latest_pk(kecamatan, tahun)
        rows = latest_of_units(
            BarisPKUnit.objects.for_kecamatan(kecamatan).for_tahun(tahun).select_related("unit")
        )
        old = [row for row in rows if pk is not None and row.versi < pk.versi]
        if pk is None or not old:
            raise RecordRefused(
                "PK setiap unit sudah mengikuti PK camat yang terakhir. Tidak ada yang diperbarui."
            )
        units = {row.unit_id for row in old}
        heads = latest_of_units(
            PKUnit.objects.for_kecamatan(kecamatan).for_tahun(tahun).select_related("unit")
        )
        dated = {
            "versi": pk.versi,
            "tempat": pk.tempat,
            "tanggal": pk.tanggal,
            "tanggal_cetak": pk.tanggal_cetak,
        }
        why = f"Diperbarui menurut {pk}."
        act.add(
            [
                New(row=copy_row(one, **dated), source=one)
                for one in heads
                if one.unit_id in units and one.versi < pk.versi
            ],
            why=why,
        )
        promised = {(b.acuan_indikator_id, alike(b.indikator)): b for b in pk.baris.all()}
        return act.add(
            [
                New(
                    row=copy_row(
                        one, versi=pk.versi, **_target(promised.get((one.indikator_id, alike(one.ukuran))))
                    ),
                    source=one,
                )
                for one in old
            ],
            why=why,
        )


def latest_of_units(rows: Iterable[R]) -> list[R]:
    """Of every unit those of its latest version."""
    every = list(rows)
    latest: dict[int, int] = {}
    for one in every:
        latest[one.unit_id] = max(one.versi, latest.get(one.unit_id, 0))
    return [one for one in every if one.versi == latest[one.unit_id]]


def _target(row: BarisPK | None) -> dict[str, str]:
    """What the camat promises of an indikator; nothing where he does not promise it."""
    if row is None:
        return {}
    return {"target": target_text({name: getattr(row, name) for name in TARGET_COLUMNS})}


def _head(pk: PerjanjianKinerja, unit: UnitKerja, jabatan: str) -> PKUnit:
    return PKUnit(
        kecamatan=pk.kecamatan,
        tahun=pk.tahun,
        versi=pk.versi,
        unit=unit,
        jabatan=jabatan,
        tempat=pk.tempat,
        tanggal=pk.tanggal,
        tanggal_cetak=pk.tanggal_cetak,
    )
