"""Where in the report a place of a record is: as a path, and as an anchor of a document. Pure.

An anchor is the key of a part or of a table (:mod:`reports.document.tree`), which every document has as an id. A kind
of record may be printed in several documents and at several places of one: the first of its anchors that the document
has is where it is read.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from reports.publish.naskah import Naskah
from sakip.checks.material import Place

#: Kind of record → where it is printed, the narrowest first; in braces what the key of its row says, or the sasaran.
_ANCHORS: Final[dict[str, tuple[str, ...]]] = {
    "kecamatan": ("profil", "bab-1"),
    "profil": ("profil", "bab-1"),
    "dasar-hukum": ("kedudukan",),
    "mengingat-iku": ("sk-iku",),
    "desa": ("tabel-desa", "profil", "bab-1"),
    "unit-kerja": ("gambar-organisasi-1", "kedudukan"),
    "pejabat": ("kata-pengantar", "pk-{versi}", "sk-iku"),
    "kepala-daerah": ("pk-{versi}", "pk", "visi-misi"),
    "renstra": ("tujuan-sasaran", "renstra", "matriks-renstra"),
    "renstra-berlaku": ("tujuan-sasaran", "renstra", "matriks-renstra"),
    "tujuan": ("tujuan-sasaran", "matriks-renstra-tabel"),
    "indikator-tujuan": ("tabel-indikator-tujuan", "tujuan-sasaran", "matriks-renstra-tabel"),
    "target-tujuan": ("tabel-indikator-tujuan", "tujuan-sasaran", "matriks-renstra-tabel"),
    "sasaran": ("tujuan-sasaran", "matriks-renstra-tabel"),
    "indikator": ("tujuan-sasaran", "matriks-renstra-tabel"),
    "target-renstra": ("tujuan-sasaran", "matriks-renstra-tabel"),
    "rkt": ("rkt", "lampiran-rkt"),
    "sasaran-rkt": ("rkt-sasaran", "rkt"),
    "baris-rkt": ("rkt-kegiatan", "rkt"),
    "pk": ("pk", "pk-{versi}"),
    "baris-pk": ("tabel-target", "pk", "pk-{versi}-indikator", "pk-{versi}"),
    "anggaran-pk": ("tabel-pk-anggaran", "pk", "pk-{versi}-anggaran", "pk-{versi}"),
    "pk-berjenjang": ("pk-unit-{unit}", "pk"),
    "baris-pk-unit": ("pk-unit-{unit}", "pk"),
    "iki": ("pk-unit-{unit}", "pk"),
    "iku": ("iku", "sk-iku"),
    "baris-iku": ("sk-iku-tabel", "iku"),
    "rencana-aksi": ("rencana-aksi",),
    "baris-rencana-aksi": ("rencana-aksi-sasaran", "rencana-aksi"),
    "kegiatan-rencana-aksi": ("rencana-aksi-kegiatan", "rencana-aksi"),
    "langkah-rencana-aksi": ("rencana-aksi-langkah", "rencana-aksi"),
    "realisasi": ("tabel-kinerja-{sasaran}", "tabel-pengukuran", "capaian-kinerja"),
    "realisasi-tujuan": ("tabel-indikator-tujuan", "pengukuran-capaian", "capaian-kinerja"),
    "pembanding": ("analisis-{sasaran}-pembanding", "tabel-kinerja-{sasaran}", "capaian-kinerja"),
    "anggaran": ("tabel-anggaran", "realisasi-anggaran"),
    "keluaran": ("tabel-program-{sasaran}", "tabel-anggaran", "realisasi-anggaran"),
    "sumber-dana": ("tabel-anggaran", "realisasi-anggaran"),
    "belanja": ("tabel-belanja", "realisasi-anggaran"),
    "anggaran-lalu": ("tabel-anggaran-lalu", "serapan-lalu", "realisasi-anggaran"),
    "dukungan": ("analisis-{sasaran}-program", "analisis-{sasaran}", "tabel-proporsi", "realisasi-anggaran"),
    "dokumentasi": ("dokumentasi", "realisasi-anggaran"),
    "laporan": ("langkah", "kata-pengantar"),
    "sdm": ("sdm", "bab-1"),
    "tindak-lanjut": ("tindak-lanjut", "capaian-kinerja"),
    "tindak-lanjut-tujuan": ("tindak-lanjut", "capaian-kinerja"),
    "survei-kepuasan": ("tabel-survei-{sasaran}", "tabel-kinerja-{sasaran}", "capaian-kinerja"),
    "prestasi": ("tabel-prestasi", "capaian-kinerja"),
    "lintas-sektor": ("tabel-lintas-sektor-{sasaran}", "analisis-{sasaran}-program", "analisis-{sasaran}"),
    "sarana-prasarana": ("tabel-sarana", "sdm"),
    "lhe": ("tindak-lanjut-lhe", "bab-3"),
    "rekomendasi-lhe": ("tabel-lhe", "tindak-lanjut-lhe", "bab-3"),
    "narasi": (),  # by its place, below
}

#: Columns of a kind that are printed elsewhere than the rest of its row.
_COLUMNS: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("profil", "kedudukan"): ("kedudukan",),
    ("profil", "tugas"): ("kedudukan",),
    ("profil", "fungsi"): ("kedudukan",),
    ("profil", "isu_strategis"): ("isu-strategis",),
}

#: The same of a narrative, by its place.
_NARRATIVE: Final[dict[str, tuple[str, ...]]] = {
    "kata-pengantar": ("kata-pengantar",),
    "latar-belakang-pembuka": ("latar-belakang",),
    "latar-belakang": ("latar-belakang",),
    "dasar-hukum": ("dasar-hukum",),
    "maksud-tujuan": ("maksud-tujuan",),
    "sistematika": ("sistematika",),
    "profil": ("profil", "bab-1"),
    # An analysis of which nothing is written has no heading: then its sasaran is the place.
    "pendorong": ("analisis-{sasaran}-sebab", "analisis-{sasaran}"),
    "penghambat": ("analisis-{sasaran}-sebab", "analisis-{sasaran}"),
    "solusi": ("analisis-{sasaran}-sebab", "analisis-{sasaran}"),
    "rencana-aksi": ("analisis-{sasaran}-sebab", "analisis-{sasaran}"),
    "efisiensi": ("analisis-{sasaran}-efisiensi", "analisis-{sasaran}"),
    "program": ("analisis-{sasaran}-program", "analisis-{sasaran}"),
    "kendala": ("kendala",),
    "langkah": ("langkah",),
    "penutup": ("bab-4",),
    "perubahan-renstra": ("tujuan-sasaran",),
}


def location(place: Place) -> str:
    """A place as a path: page, kind of record, what finds the row, column."""
    key = [str(value) for _, value in place.key if str(value)]
    parts = [place.about.document, *([place.kind] if place.kind != place.about.document else []), *key]
    return "/".join([*parts, *([place.column] if place.column else [])])


def sasaran_of_indikator(naskah: Naskah) -> dict[str, str]:
    """Kunci of the sasaran by that of its indikator, and by its own."""
    rows = naskah.results.sasaran if naskah.results else ()
    own = {s.kunci: s.kunci for s in rows}
    return own | {i.kunci: s.kunci for s in rows for i in s.indikator}


def anchor_of(place: Place, present: Collection[str], sasaran: Mapping[str, str]) -> str:
    """Where in a document that has these anchors the place is read; empty where it is not printed there.

    ``sasaran`` is as :func:`sasaran_of_indikator` says.
    """
    key = {name: str(value) for name, value in place.key}
    about = next((key[name] for name in ("kunci_indikator", "sasaran", "kunci") if key.get(name)), "")
    words = {"versi": "", "unit": "", "sasaran": sasaran.get(about, about)} | {
        name: value for name, value in key.items() if name != "sasaran"
    }
    return next((a for one in _candidates(place, key) if (a := one.format(**words)) in present), "")


def _candidates(place: Place, key: Mapping[str, str]) -> tuple[str, ...]:
    if place.kind == "narasi":
        return _NARRATIVE.get(key.get("bagian", ""), ())
    return _COLUMNS.get((place.kind, place.column), ()) + _ANCHORS.get(place.kind, ())
