"""The kinds of record that checks point to: on which page, in which sheet and part of the snapshot each is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of record, named by the code of its form.

    ``document`` is the code of the page on which it stands, ``sheet`` its sheet in the workbook, ``model`` the label
    of its model. ``parts`` are the fields of the snapshot into which a row of it goes. ``form`` is the kind whose
    form writes it, where that is another (a target is typed in the form of its indikator).
    """

    document: str
    sheet: str
    model: str
    parts: tuple[str, ...]
    form: str = ""


SIGNED: Final = ("rkt", "pk", "iku", "rencana_aksi")
_TERM: Final = ("jabatan", *SIGNED)
_DEFINED: Final = ("renstra", "pk", "realisasi", "pembanding")

KINDS: Final[dict[str, Kind]] = {
    "kecamatan": Kind(document="profil", sheet="Profil", model="kecamatan.kecamatan", parts=("kecamatan",)),
    "profil": Kind(document="profil", sheet="Profil", model="kecamatan.profilkecamatan", parts=("profil",)),
    "desa": Kind(document="profil", sheet="Desa", model="kecamatan.desakelurahan", parts=("kecamatan",)),
    "unit-kerja": Kind(
        document="profil", sheet="UnitKerja", model="kecamatan.unitkerja", parts=("kecamatan",)
    ),
    "pejabat": Kind(document="profil", sheet="Pejabat", model="kecamatan.masajabatan", parts=_TERM),
    "kepala-daerah": Kind(document="pengaturan", sheet="Pejabat", model="kecamatan.masajabatan", parts=_TERM),
    "renstra": Kind(
        document="renstra", sheet="Renstra", model="sakip.renstra", parts=("renstra", "realisasi", *SIGNED)
    ),
    "tujuan": Kind(document="renstra", sheet="Tujuan", model="sakip.tujuan", parts=("renstra",)),
    "indikator-tujuan": Kind(
        document="renstra", sheet="IndikatorTujuan", model="sakip.indikatortujuan", parts=("renstra",)
    ),
    "target-tujuan": Kind(
        document="renstra",
        sheet="TargetTujuan",
        model="sakip.targettujuan",
        parts=("renstra",),
        form="indikator-tujuan",
    ),
    "sasaran": Kind(
        document="renstra", sheet="Sasaran", model="sakip.sasaran", parts=("renstra", "pk", "dukungan")
    ),
    "indikator": Kind(document="renstra", sheet="Indikator", model="sakip.indikator", parts=_DEFINED),
    "target-renstra": Kind(
        document="renstra",
        sheet="TargetRenstra",
        model="sakip.targetrenstra",
        parts=("renstra",),
        form="indikator",
    ),
    "rkt": Kind(document="rkt", sheet="Dokumen", model="sakip.rkt", parts=("rkt",)),
    "sasaran-rkt": Kind(document="rkt", sheet="RKT", model="sakip.sasaranrkt", parts=("rkt",)),
    "baris-rkt": Kind(document="rkt", sheet="RKTKegiatan", model="sakip.barisrkt", parts=("rkt",)),
    "pk": Kind(document="pk", sheet="Dokumen", model="sakip.perjanjiankinerja", parts=("pk",)),
    "baris-pk": Kind(document="pk", sheet="PK", model="sakip.barispk", parts=("pk",)),
    "anggaran-pk": Kind(document="pk", sheet="PKAnggaran", model="sakip.anggaranpk", parts=("pk",)),
    "iku": Kind(document="iku", sheet="Dokumen", model="sakip.keputusaniku", parts=("iku",)),
    "baris-iku": Kind(document="iku", sheet="IKU", model="sakip.barisiku", parts=("iku",)),
    "rencana-aksi": Kind(
        document="rencana-aksi", sheet="Dokumen", model="sakip.rencanaaksi", parts=("rencana_aksi",)
    ),
    "baris-rencana-aksi": Kind(
        document="rencana-aksi", sheet="RencanaAksi", model="sakip.barisrencanaaksi", parts=("rencana_aksi",)
    ),
    "kegiatan-rencana-aksi": Kind(
        document="rencana-aksi",
        sheet="RencanaAksiKegiatan",
        model="sakip.kegiatanrencanaaksi",
        parts=("rencana_aksi",),
    ),
    "realisasi": Kind(document="realisasi", sheet="Realisasi", model="sakip.realisasi", parts=("realisasi",)),
    "pembanding": Kind(
        document="pembanding", sheet="Pembanding", model="sakip.pembandingindikator", parts=("pembanding",)
    ),
    "anggaran": Kind(document="anggaran", sheet="Anggaran", model="sakip.anggaran", parts=("anggaran",)),
    "belanja": Kind(document="anggaran", sheet="Belanja", model="sakip.belanja", parts=("belanja",)),
    "anggaran-lalu": Kind(
        document="anggaran", sheet="AnggaranLalu", model="sakip.anggaranlalu", parts=("anggaran_lalu",)
    ),
    "dukungan": Kind(
        document="anggaran", sheet="DukunganProgram", model="sakip.dukunganprogram", parts=("dukungan",)
    ),
}


def parts_of(models: Iterable[str]) -> frozenset[str]:
    """The parts of the snapshot into which rows of these models go; a model that no check knows goes into none."""
    wanted = set(models)
    return frozenset(part for kind in KINDS.values() if kind.model in wanted for part in kind.parts)
