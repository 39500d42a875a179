"""ORM → :class:`sakip.snapshot.types.Snapshot`: the only bridge, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import fields, replace
from datetime import date
from functools import cache
from typing import Any, Final, get_args, get_type_hints

from django.apps import apps
from django.db.models import Model

from kecamatan import models as wilayah_models
from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import MasaJabatan
from kecamatan.querysets import KecamatanQuerySet
from sakip import models as sakip_models
from sakip.models import Realisasi, RealisasiTujuan
from sakip.querysets import of_year
from sakip.records.anggaran.freeze import anggaran, anggaran_lalu, belanja, dukungan
from sakip.records.iku.freeze import keputusan_iku
from sakip.records.kebijakan.freeze import kebijakan
from sakip.records.lhe.freeze import rekomendasi_lhe
from sakip.records.pejabat.terms import TermsOf, document_span, in_charge_through
from sakip.records.pembanding.freeze import pembanding
from sakip.records.pk.freeze import perjanjian
from sakip.records.pk_berjenjang.freeze import pk_unit
from sakip.records.profil.freeze import profil
from sakip.records.realisasi.freeze import (
    measured_from,
    measured_tujuan_from,
    realisasi,
    realisasi_tujuan,
)
from sakip.records.rencana_aksi.freeze import quarter_targets, rencana_aksi
from sakip.records.renstra.freeze import frozen_plan
from sakip.records.renstra.in_force import plan_of_year
from sakip.records.rkt.freeze import rkt
from sakip.records.tindak_lanjut.freeze import tindak_lanjut
from sakip.records.wilayah.freeze import kecamatan as frozen_kecamatan
from sakip.snapshot.one_moment import at_one_moment
from sakip.snapshot.parts.source import ROWS_OF
from sakip.snapshot.reference import plan_reference
from sakip.snapshot.to_engine import MAXIMUM_PREVIOUS_YEARS
from sakip.snapshot.typed import frozen, pejabat
from sakip.snapshot.types import Indikator, Penegasan, Renstra, Snapshot
from sakip.text.dates import InvalidDate

VERSI_FORMAT = 1

#: The parts of a snapshot that can be asked for, by the names of its fields.
PARTS: Final = frozenset(f.name for f in fields(Snapshot)) - {"versi_format", "tahun"}

#: Models whose rows go into these parts of a year and no others: after a change to them these alone are read again.
HELD_IN: Final[dict[str, frozenset[str]]] = {
    label: frozenset(parts.split())
    for labels, parts in (
        ("kecamatan.desakelurahan", "kecamatan"),
        # The names of units stand beside what they answer for.
        (
            "kecamatan.unitkerja",
            "kecamatan renstra rpjmd rencana realisasi rkt rencana_aksi tindak_lanjut rekomendasi_lhe pk_unit"
            " baris_pk_unit iki",
        ),
        # Realisasi are read by the definitions of the Renstra; which Renstra those are may follow from the PK.
        ("sakip.targetrenstra sakip.targettujuan", "renstra rpjmd rencana realisasi"),
        ("sakip.tujuanrpjmd sakip.sasaranrpjmd", "rpjmd"),
        ("sakip.renstraberlaku", "renstra rpjmd rencana realisasi"),
        (
            "sakip.tujuan sakip.indikatortujuan",
            "renstra rpjmd rencana realisasi realisasi_tujuan tindak_lanjut",
        ),
        (
            "sakip.sasaran",
            "renstra rpjmd rencana realisasi pk pk_lalu rkt dukungan lintas_sektor prestasi",
        ),
        ("sakip.perjanjiankinerja sakip.barispk", "pk pk_lalu renstra rpjmd rencana realisasi"),
        ("sakip.anggaranpk", "pk pk_lalu"),
        ("sakip.pkunit", "pk_unit"),
        ("sakip.barispkunit", "baris_pk_unit"),
        ("sakip.iki", "iki"),
        ("sakip.keputusaniku sakip.barisiku", "iku"),
        ("sakip.kebijakanpengukuran", "kebijakan"),
        ("sakip.buktidukung", "realisasi"),
        ("kecamatan.profilkecamatan kecamatan.butirprofil kecamatan.faktaprofil", "profil"),
        ("kecamatan.dasarhukumprofil", "profil"),
        ("kecamatan.komposisisdm", "sdm"),
        (
            "kecamatan.pejabat kecamatan.masajabatan",
            "camat kepala_daerah rkt pk pk_lalu iku rencana_aksi jabatan",
        ),
        ("sakip.rkt sakip.sasaranrkt sakip.barisrkt sakip.indikatorbarisrkt", "rkt"),
        ("sakip.butiriku sakip.mengingatiku", "iku"),
        ("sakip.rencanaaksi sakip.barisrencanaaksi sakip.targettriwulan", "rencana_aksi"),
        ("sakip.kegiatanrencanaaksi sakip.langkahrencanaaksi", "rencana_aksi"),
        ("sakip.realisasi", "realisasi"),
        ("sakip.realisasitujuan", "realisasi_tujuan"),
        ("sakip.pembandingindikator", "pembanding"),
        ("sakip.anggaran", "anggaran anggaran_lalu"),
        ("sakip.keluaran sakip.sumberdana", "anggaran"),
        ("sakip.anggaranlalu", "anggaran_lalu"),
        ("sakip.belanja", "belanja"),
        ("sakip.dukunganprogram", "dukungan"),
        ("sakip.tindaklanjut sakip.tindaklanjuttujuan", "tindak_lanjut"),
        ("sakip.surveikepuasan", "survei"),
        ("sakip.prestasi", "prestasi"),
        ("sakip.lintassektor", "lintas_sektor"),
        ("sakip.saranaprasarana", "sarana"),
        ("sakip.lhe", "lhe"),
        ("sakip.rekomendasilhe", "rekomendasi_lhe"),
        ("sakip.penegasan", "penegasan"),
    )
    for label in labels.split()
}


@at_one_moment()
def build(
    *,
    kecamatan: wilayah_models.Kecamatan,
    tahun: int,
    tanggal: date | None = None,
    bulan: str = "",
    parts: Collection[str] = PARTS,
    base: Snapshot | None = None,
) -> Snapshot:
    """Freeze everything recorded about a kecamatan and year.

    ``tanggal`` is the date of the report, or ``bulan`` its month where it has no day: who is camat and kepala daerah
    on it, or through it, signs (default: 1 January of the next year). The number of queries does not depend on the
    number of rows; all show one moment, so that the parts belong together.

    ``parts`` are those of :data:`PARTS` that whoever asks will look at; the others are left empty and cost nothing,
    so that such a snapshot makes no document. Realisasi need the definitions of the Renstra: ask for both.
    """
    row = _kecamatan(kecamatan, with_content="kecamatan" in parts)
    identity = frozen_kecamatan(row, with_content="kecamatan" in parts)
    if base is not None and "kecamatan" not in parts:
        identity = base.kecamatan
    nama_unit = {u.kunci: u.nama for u in identity.unit_kerja}
    previous = range(tahun - MAXIMUM_PREVIOUS_YEARS, tahun)
    masa = TermsOf(row)
    days = _report_days(tahun, tanggal, bulan)
    plan = plan_of_year(row, tahun) if {"renstra", "rpjmd", "rencana"} & set(parts) else None
    found = (
        frozen_plan(plan, nama_unit, rpjmd="rpjmd" in parts)
        if plan and {"renstra", "rpjmd"} & set(parts)
        else None
    )
    renstra = found.versions if found else ()
    if base is not None and "renstra" not in parts:
        renstra = base.renstra
    pk = perjanjian(row, range(previous.start, tahun + 1), masa) if {"pk", "pk_lalu"} & set(parts) else []
    made = Snapshot(
        versi_format=VERSI_FORMAT,
        tahun=tahun,
        kecamatan=identity,
        camat=(
            pejabat(in_charge_through(masa, MasaJabatan.Jabatan.CAMAT, *days)) if "camat" in parts else None
        ),
        kepala_daerah=(
            pejabat(in_charge_through(masa, MasaJabatan.Jabatan.BUPATI, *days))
            if "kepala_daerah" in parts
            else None
        ),
        profil=profil(row, tahun) if "profil" in parts else None,
        kebijakan=kebijakan(row.kabupaten, tahun) if "kebijakan" in parts else None,
        rpjmd=found.rpjmd if found else None,
        renstra=renstra,
        rencana=plan_reference(plan) if plan else None,
        rkt=rkt(row, tahun, nama_unit, masa) if "rkt" in parts else None,
        pk=tuple(p for p in pk if p.tahun == tahun),
        pk_lalu=tuple(p for p in pk if p.tahun < tahun),
        pk_unit=pk_unit(row, tahun, masa) if "pk_unit" in parts else (),
        iku=keputusan_iku(row, tahun, masa) if "iku" in parts else None,
        rencana_aksi=rencana_aksi(row, tahun, nama_unit, masa) if "rencana_aksi" in parts else None,
        realisasi=(
            realisasi(row, range(previous.start, tahun + 1), _definition(renstra))
            if "realisasi" in parts
            else ()
        ),
        realisasi_tujuan=(
            realisasi_tujuan(row, range(previous.start, tahun + 1)) if "realisasi_tujuan" in parts else ()
        ),
        tindak_lanjut=tindak_lanjut(row, tahun, nama_unit) if "tindak_lanjut" in parts else (),
        rekomendasi_lhe=(rekomendasi_lhe(row, tahun, nama_unit) if "rekomendasi_lhe" in parts else ()),
        pembanding=pembanding(row, tahun) if "pembanding" in parts else (),
        anggaran=anggaran(row, tahun) if "anggaran" in parts else (),
        anggaran_lalu=anggaran_lalu(row, previous) if "anggaran_lalu" in parts else (),
        belanja=belanja(row, tahun) if "belanja" in parts else (),
        dukungan=dukungan(row, tahun) if "dukungan" in parts else (),
        jabatan=(
            tuple(p for m in reversed(tuple(masa)) if (p := pejabat(m)) is not None)
            if "jabatan" in parts
            else ()
        ),
        **{
            part: tuple(shape(one) for one in rows(row.pk, tahun)) if part in parts else ()
            for part, shape, rows in _lists()
        },
    )
    return made if base is None else replace(base, **{part: getattr(made, part) for part in parts})


def _report_days(tahun: int, tanggal: date | None, bulan: str) -> tuple[date, date]:
    """The first and the last day on which the report can be signed; a month that cannot be read says nothing."""
    with suppress(InvalidDate):
        if tanggal or bulan:
            return document_span(tanggal, bulan, tahun)
    first = date(tahun + 1, 1, 1)
    return first, first


@cache
def _lists() -> tuple[tuple[str, Callable[[Any], Any], PreparedRows[Any]], ...]:
    """The parts that are the rows of a model as they are: name, how a row is frozen, rows of a kecamatan and year."""
    shapes = get_type_hints(Snapshot)
    return tuple(
        (f.name, *_plain(get_args(shapes[f.name])[0], apps.get_model(f.metadata[ROWS_OF])))
        for f in fields(Snapshot)
        if ROWS_OF in f.metadata
    )


def _plain(shape: type[Any], model: type[Model]) -> tuple[Callable[[Any], Any], PreparedRows[Any]]:
    """How a row is frozen, and the rows with what they refer to: a field ``kunci_sasaran`` holds the kunci of what the
    column ``sasaran`` names, empty where that is nothing."""
    columns = {column.name for column in model._meta.concrete_fields if column.is_relation}
    named = {
        f.name: c for f in fields(shape) if (c := f.name.removeprefix(_KUNCI)) != f.name and c in columns
    }

    def rows(kecamatan: wilayah_models.Kecamatan | int, tahun: int) -> KecamatanQuerySet[Model]:
        found = of_year(model, kecamatan, tahun)
        return found.select_related(*named.values()) if named else found

    def freeze(row: Any) -> Any:
        return frozen(shape, row, **{field: _kunci(getattr(row, column)) for field, column in named.items()})

    return freeze, PreparedRows(rows)


_KUNCI: Final = "kunci_"


def _kunci(one: Any) -> str:
    return str(one.kunci) if one else ""


def _kecamatan(kecamatan: wilayah_models.Kecamatan, *, with_content: bool) -> wilayah_models.Kecamatan:
    """The row as it is stored now with desa and units (3 queries); where those are not asked for, as it is at hand."""
    if not with_content:
        return kecamatan
    (row,) = _KECAMATAN(kecamatan.pk)
    return row


_KECAMATAN: Final = PreparedRows(
    lambda pk: (
        wilayah_models.Kecamatan.objects.filter(pk=pk)
        .select_related("kabupaten")
        .prefetch_related("desa", "unit_kerja")
    )
)


def with_realisasi(
    definitions: Snapshot, rows: Iterable[Realisasi], of_tujuan: Iterable[RealisasiTujuan] = ()
) -> Snapshot:
    """:func:`build_definitions` with what was measured, rows of ``realisasi_rows`` and ``realisasi_tujuan_rows``."""
    return replace(
        definitions,
        realisasi=measured_from(rows, _definition(definitions.renstra)),
        realisasi_tujuan=measured_tujuan_from(of_tujuan),
    )


def build_definitions(
    *,
    kecamatan: wilayah_models.Kecamatan,
    tahun: int,
    as_judged: bool = False,
    beside: Collection[int] = (),
) -> Snapshot:
    """What capaian is computed by, without anything measured: kebijakan, the Renstra in force, PK, and the targets of
    the triwulan (19 queries at most).

    For answers while somebody types. Budget, profile, comparison with other areas and whoever signs are left out, so
    it makes no document; the answers to questions about values are there. With what was measured
    (:func:`with_realisasi`) the engine computes from it the capaian and means of :func:`build`. ``kecamatan`` needs its
    kabupaten. ``as_judged`` is for who measures in one moment with the checks of the year: what these read is asked in
    the same words, and the answers to questions are left out. ``beside`` are other years that are measured in that
    moment: what several of them need is asked once.
    """
    previous = range(tahun - MAXIMUM_PREVIOUS_YEARS, tahun)
    plan = plan_of_year(kecamatan, tahun)
    renstra = frozen_plan(plan, {}, last=not as_judged).versions[-1:]
    first, last = min((tahun, *beside)), max((tahun, *beside))
    pk = perjanjian(kecamatan, range(first - MAXIMUM_PREVIOUS_YEARS, last + 1), None)
    return Snapshot(
        versi_format=VERSI_FORMAT,
        tahun=tahun,
        kecamatan=frozen_kecamatan(kecamatan, with_content=False),
        camat=None,
        kepala_daerah=None,
        profil=None,
        kebijakan=kebijakan(kecamatan.kabupaten, tahun),
        rpjmd=None,
        renstra=renstra,
        rkt=None,
        pk=tuple(p for p in pk if p.tahun == tahun),
        pk_lalu=tuple(p for p in pk if p.tahun in previous),
        iku=None,
        rencana_aksi=quarter_targets(kecamatan, tahun, beside=beside),
        realisasi=(),
        pembanding=(),
        anggaran=(),
        anggaran_lalu=(),
        belanja=(),
        dukungan=(),
        penegasan=()
        if as_judged
        else tuple(frozen(Penegasan, one) for one in of_year(sakip_models.Penegasan, kecamatan, tahun)),
    )


def _definition(renstra: tuple[Renstra, ...]) -> dict[str, Indikator]:
    """Definitions by kunci, those of the version in force."""
    if not renstra:
        return {}
    return {i.kunci: i for t in renstra[-1].tujuan for s in t.sasaran for i in s.indikator}
