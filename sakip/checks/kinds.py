"""The kinds of record that checks point to: on which page, in which sheet and part of the snapshot each is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

#: Stands in an address for an empty part of a row's key.
NO_KEY: Final = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of record, named by the code of its form.

    ``document`` is the code of the page on which it stands, ``sheet`` its sheet in the workbook, ``model`` the label
    of its model. ``parts`` are the fields of the snapshot into which a row of it goes. ``form`` is the kind whose
    form writes it, where that is another, and ``field`` its field there, in braces what the row's key says (a target is
    typed in the form of its indikator, in the field of its year). ``cells`` holds where no form does: a row is written
    in the cells of a grid, and at a page of its own. ``route`` names the address of its page, where the row is found
    there by its key.
    """

    document: str
    sheet: str
    model: str
    parts: tuple[str, ...]
    form: str = ""
    field: str = ""
    cells: bool = False
    route: str = ""


def _kind(document: str, sheet: str, model: str, *parts: str, **written: Any) -> Kind:
    return Kind(document=document, sheet=sheet, model=model, parts=parts, **written)


SIGNED: Final = ("rkt", "pk", "iku", "rencana_aksi")
_TERM: Final = ("jabatan", *SIGNED)
_PLAN: Final = ("renstra", "rencana")
_TARGET: Final = "target_{tahun}"
_DEFINED: Final = ("renstra", "pk", "realisasi", "pembanding")

#: Code → page, sheet, model, and the parts of the snapshot.
KINDS: Final[dict[str, Kind]] = {
    "kecamatan": _kind("profil", "Profil", "kecamatan.kecamatan", "kecamatan"),
    "profil": _kind("profil", "Profil", "kecamatan.profilkecamatan", "profil"),
    "dasar-hukum": _kind("profil", "DasarHukum", "kecamatan.dasarhukumprofil", "profil"),
    "mengingat-iku": _kind("iku", "DasarHukum", "sakip.mengingatiku", "iku"),
    "desa": _kind("profil", "Desa", "kecamatan.desakelurahan", "kecamatan"),
    "sdm": _kind("profil", "SDM", "kecamatan.komposisisdm", "sdm"),
    "unit-kerja": _kind("profil", "UnitKerja", "kecamatan.unitkerja", "kecamatan"),
    "pejabat": _kind("profil", "Pejabat", "kecamatan.masajabatan", *_TERM),
    "kepala-daerah": _kind("pengaturan", "Pejabat", "kecamatan.masajabatan", *_TERM),
    "renstra": _kind("renstra", "Renstra", "sakip.renstra", *_PLAN, "realisasi", *SIGNED),
    "renstra-berlaku": _kind("renstra", "RenstraBerlaku", "sakip.renstraberlaku", *_PLAN),
    "tujuan": _kind("renstra", "Tujuan", "sakip.tujuan", "renstra"),
    "indikator-tujuan": _kind("renstra", "IndikatorTujuan", "sakip.indikatortujuan", "renstra"),
    "target-tujuan": _kind(
        "renstra", "TargetTujuan", "sakip.targettujuan", "renstra", form="indikator-tujuan", field=_TARGET
    ),
    "sasaran": _kind("renstra", "Sasaran", "sakip.sasaran", "renstra", "pk", "dukungan"),
    "indikator": _kind("renstra", "Indikator", "sakip.indikator", *_DEFINED),
    "target-renstra": _kind(
        "renstra", "TargetRenstra", "sakip.targetrenstra", "renstra", form="indikator", field=_TARGET
    ),
    "rkt": _kind("rkt", "Dokumen", "sakip.rkt", "rkt"),
    "sasaran-rkt": _kind("rkt", "RKT", "sakip.sasaranrkt", "rkt"),
    "baris-rkt": _kind("rkt", "RKTKegiatan", "sakip.barisrkt", "rkt"),
    "pk": _kind("pk", "Dokumen", "sakip.perjanjiankinerja", "pk"),
    "baris-pk": _kind("pk", "PK", "sakip.barispk", "pk", *_PLAN),
    "anggaran-pk": _kind("pk", "PKAnggaran", "sakip.anggaranpk", "pk"),
    "pk-berjenjang": _kind("pk-berjenjang", "PKUnit", "sakip.pkunit", "pk_unit"),
    "baris-pk-unit": _kind("pk-berjenjang", "PKUnitBaris", "sakip.barispkunit", "baris_pk_unit"),
    "iki": _kind("pk-berjenjang", "IKI", "sakip.iki", "iki"),
    "iku": _kind("iku", "Dokumen", "sakip.keputusaniku", "iku"),
    "baris-iku": _kind("iku", "IKU", "sakip.barisiku", "iku"),
    "rencana-aksi": _kind("rencana-aksi", "Dokumen", "sakip.rencanaaksi", "rencana_aksi"),
    "baris-rencana-aksi": _kind("rencana-aksi", "RencanaAksi", "sakip.barisrencanaaksi", "rencana_aksi"),
    "kegiatan-rencana-aksi": _kind(
        "rencana-aksi", "RencanaAksiKegiatan", "sakip.kegiatanrencanaaksi", "rencana_aksi"
    ),
    "langkah-rencana-aksi": _kind(
        "rencana-aksi", "RencanaAksiLangkah", "sakip.langkahrencanaaksi", "rencana_aksi"
    ),
    "realisasi": _kind("realisasi", "Realisasi", "sakip.realisasi", "realisasi", cells=True),
    "realisasi-tujuan": _kind("realisasi", "RealisasiTujuan", "sakip.realisasitujuan", "realisasi_tujuan"),
    "pembanding": _kind("pembanding", "Pembanding", "sakip.pembandingindikator", "pembanding"),
    "anggaran": _kind("anggaran", "Anggaran", "sakip.anggaran", "anggaran"),
    "keluaran": _kind("anggaran", "Keluaran", "sakip.keluaran", "anggaran"),
    "sumber-dana": _kind("anggaran", "SumberDana", "sakip.sumberdana", "anggaran"),
    "belanja": _kind("anggaran", "Belanja", "sakip.belanja", "belanja"),
    "anggaran-lalu": _kind("anggaran", "AnggaranLalu", "sakip.anggaranlalu", "anggaran_lalu"),
    "tindak-lanjut": _kind("tindak-lanjut", "TindakLanjut", "sakip.tindaklanjut", "tindak_lanjut"),
    "tindak-lanjut-tujuan": _kind(
        "tindak-lanjut", "TindakLanjutTujuan", "sakip.tindaklanjuttujuan", "tindak_lanjut"
    ),
    "survei-kepuasan": _kind("survei-kepuasan", "SurveiKepuasan", "sakip.surveikepuasan", "survei"),
    "prestasi": _kind("prestasi", "Prestasi", "sakip.prestasi", "prestasi"),
    "lintas-sektor": _kind("lintas-sektor", "LintasSektor", "sakip.lintassektor", "lintas_sektor"),
    "sarana-prasarana": _kind("sarana-prasarana", "SaranaPrasarana", "sakip.saranaprasarana", "sarana"),
    "lhe": _kind("lhe", "LHE", "sakip.lhe", "lhe"),
    "rekomendasi-lhe": _kind("lhe", "RekomendasiLHE", "sakip.rekomendasilhe", "rekomendasi_lhe"),
    "narasi": _kind("narasi", "Narasi", "reports.narasi", route="narasi-ubah"),
    "laporan": _kind("narasi", "", "reports.laporan"),
    "dokumentasi": _kind("dokumentasi", "", "reports.dokumentasi"),
    "dukungan": _kind("anggaran", "DukunganProgram", "sakip.dukunganprogram", "dukungan"),
}


def parts_of(models: Iterable[str]) -> frozenset[str]:
    """The parts of the snapshot into which rows of these models go; a model that no check knows goes into none."""
    wanted = set(models)
    return frozenset(part for kind in KINDS.values() if kind.model in wanted for part in kind.parts)
