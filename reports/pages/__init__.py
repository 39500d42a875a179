"""Pages of one kecamatan-year: what is recorded in each document, made of the very parts that are printed.

A page is a :class:`reports.document.tree.Dokumen` without cover and front matter, so that screen and print cannot
disagree. Pure: from the Naskah alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reports.document.tree import Dokumen, Part
from reports.pages.folds import glance_of_records, glance_of_texts
from reports.pages.narasi import narasi_page
from reports.pages.pengukuran import anggaran_page, realisasi_page
from reports.pages.perencanaan import (
    iku_page,
    pk_page,
    profil_page,
    rencana_aksi_page,
    renstra_page,
    rkt_page,
)
from reports.publish.naskah import Naskah
from reports.writing.leftover import mark_leftovers
from sakip.checks.material import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenPage:
    """A page: stable code, short name for the navigation, title, one line that says what it holds.

    ``arrange`` returns the parts, none when nothing is recorded. ``kinds`` are the codes of the documents
    (:data:`reports.official.documents.DOKUMEN_KINDS`) that are made of the same records. ``tables`` says in which part
    the rows of a kind (:data:`sakip.checks.kinds.KINDS`) stand; what the key of a row tells it from others by may be
    asked for in braces. ``glance`` is of a page too long to be overseen, whose parts are folded away: what is said of
    a part, and whether something in it waits for a reader.
    """

    kode: str
    nama: str
    title: str
    uraian: str
    arrange: Callable[[Naskah], tuple[Part, ...]]
    kinds: tuple[str, ...] = ()
    tables: Mapping[str, str] = field(default_factory=dict)
    glance: Callable[[Part], tuple[str, bool]] | None = None


#: Every page by code, in the order of the year.
SCREEN_PAGES: dict[str, ScreenPage] = {
    h.kode: h
    for h in (
        ScreenPage(
            kode="profil",
            nama="Profil dan SDM",
            title="Profil dan Sumber Daya Manusia",
            uraian="Kedudukan, tugas, dan fungsi, susunan organisasi, pegawai, wilayah, serta isu strategis.",
            arrange=profil_page,
            tables={"unit-kerja": "kedudukan", "kecamatan": "profil", "profil": "profil", "desa": "profil"},
            glance=glance_of_records,
        ),
        ScreenPage(
            kode="renstra",
            nama="Renstra",
            title="RPJMD dan Rencana Strategis",
            uraian="Visi dan misi yang diacu, tujuan, sasaran, indikator, dan target setiap tahun Renstra.",
            arrange=renstra_page,
            kinds=("renstra",),
            tables={
                "renstra": "dokumen-renstra",
                "tujuan": "matriks-renstra",
                "indikator-tujuan": "matriks-renstra",
                "target-tujuan": "matriks-renstra",
                "sasaran": "matriks-renstra",
                "indikator": "matriks-renstra",
                "target-renstra": "matriks-renstra",
            },
            glance=glance_of_records,
        ),
        ScreenPage(
            kode="iku",
            nama="IKU",
            title="Indikator Kinerja Utama",
            uraian="Indikator kinerja utama dengan formulasi, penanggung jawab, dan sumber datanya.",
            arrange=iku_page,
            kinds=("sk-iku",),
            tables={"iku": "keputusan-iku", "baris-iku": "daftar-iku"},
        ),
        ScreenPage(
            kode="rkt",
            nama="RKT",
            title="Rencana Kinerja Tahunan",
            uraian="Sasaran dan target tahun ini beserta program, kegiatan, dan sub kegiatan pendukungnya.",
            arrange=rkt_page,
            kinds=("rkt",),
            tables={"rkt": "dokumen-rkt", "sasaran-rkt": "rkt", "baris-rkt": "rkt"},
            glance=glance_of_records,
        ),
        ScreenPage(
            kode="pk",
            nama="PK",
            title="Perjanjian Kinerja",
            uraian="Target dan anggaran yang diperjanjikan, murni dan perubahan.",
            arrange=pk_page,
            kinds=("pk-murni", "pk-perubahan", "pk-berjenjang", "pk-unit-perubahan"),
            tables={"pk": "pk-{versi}", "baris-pk": "pk-{versi}", "anggaran-pk": "pk-{versi}"},
        ),
        ScreenPage(
            kode="rencana-aksi",
            nama="Rencana Aksi",
            title="Rencana Aksi Kinerja",
            uraian="Target setiap triwulan untuk indikator sasaran dan sub kegiatan.",
            arrange=rencana_aksi_page,
            kinds=("rencana-aksi",),
            tables={
                "rencana-aksi": "dokumen-rencana-aksi",
                "baris-rencana-aksi": "aksi-sasaran",
                "kegiatan-rencana-aksi": "aksi-kegiatan",
                "langkah-rencana-aksi": "aksi-langkah",
            },
        ),
        ScreenPage(
            kode="realisasi",
            nama="Realisasi",
            title="Realisasi dan Capaian Kinerja",
            uraian="Realisasi setiap indikator, capaian, predikat, dan cara menghitungnya.",
            arrange=realisasi_page,
            tables={
                "realisasi": "grid-realisasi",
                "realisasi-tujuan": "indikator-tujuan",
                "pembanding": "grid-realisasi",
            },
            glance=glance_of_records,
        ),
        ScreenPage(
            kode="anggaran",
            nama="Anggaran",
            title="Anggaran dan Realisasinya",
            uraian="Pagu, realisasi, dan serapan menurut jenis belanja, program, kegiatan, dan sub kegiatan.",
            arrange=anggaran_page,
            tables={
                "belanja": "alokasi-belanja",
                "anggaran": "serapan-program",
                "keluaran": "serapan-program",
                "sumber-dana": "serapan-program",
                "dukungan": "proporsi-sasaran",
                "anggaran-lalu": "serapan-lalu",
            },
            glance=glance_of_records,
        ),
        ScreenPage(
            kode="narasi",
            nama="Narasi",
            title="Narasi dan Dokumentasi",
            uraian="Uraian yang ditulis untuk laporan: faktor pendorong dan penghambat, solusi, kendala, langkah.",
            arrange=narasi_page,
            tables={"dokumentasi": "dokumentasi"},
            glance=glance_of_texts,
        ),
    )
}


def page_of(place: Place) -> str:
    """The code of the page on which a place is read; that of its own page of entry where none shows it."""
    document = place.about.document
    if document in SCREEN_PAGES:
        return document
    return next((page.kode for page in SCREEN_PAGES.values() if place.kind in page.tables), document)


def build_page(naskah: Naskah, page: ScreenPage) -> Dokumen | None:
    """The page as a document tree; None when nothing is recorded."""
    parts = page.arrange(naskah)
    if not parts:
        return None
    dokumen = Dokumen(key=page.kode, title=page.title, body=parts, konsep=False, contents=False)
    return mark_leftovers(dokumen)
