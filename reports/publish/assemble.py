"""Records → Naskah → Dokumen: the one way from the database to a document.

Queries are finished when :func:`build_draft` returns; everything after it is pure, or reads only the media files
that the document shows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from html import unescape
from typing import Any, Final

from django.core.files.storage import default_storage

from kecamatan.areas import own_words
from kecamatan.ground.errors import InputError
from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kecamatan
from reports import models as m
from reports.document.numbering import number_all, traverse
from reports.document.tree import Dokumen, FotoBlock, Kop
from reports.models.arrangement import arrangement_for
from reports.models.boilerplate import boilerplate_for
from reports.models.singkatan import own_abbreviations
from reports.official.documents import DOKUMEN_KINDS
from reports.peers.read import read_medians
from reports.publish.naskah import USUAL_WORDS, Foto, Narasi, Naskah, PageSettings, Susunan
from reports.review.follow_up import read_follow_up
from reports.selectors import latest_laporan
from reports.writing.blocks import Block, contents, words
from reports.writing.boilerplate import named
from reports.writing.html import read_html
from reports.writing.leftover import has_brace, mark_leftovers
from reports.writing.live import LiveValues, fill, fill_text, live_values, marker_messages
from reports.writing.spelled import write_html
from sakip.capaian.aggregates import InvalidWeight
from sakip.capaian.engine import compute
from sakip.capaian.inputs import Inputs
from sakip.capaian.results import Results
from sakip.querysets import of_year
from sakip.selectors import not_reviewed
from sakip.snapshot.build import HELD_IN, build
from sakip.snapshot.codec import fingerprint
from sakip.snapshot.one_moment import at_one_moment
from sakip.snapshot.reads import MOST, MOST_PARTS, Recent, kept_for, same, settled
from sakip.snapshot.rows import JENJANG, jenjang
from sakip.snapshot.to_engine import capaian_input
from sakip.snapshot.typed import angka
from sakip.snapshot.types import Berkas, Snapshot

#: Raised with every change of templates or sections that changes the printed document, so that a file made
#: before is not handed out as if it were made after.
VERSI_DOKUMEN = "26"


LKIP = "lkip"


class NoDokumen(InputError):
    """The kecamatan-year has no such document; ``str()`` says so in Indonesian, with what to record first."""


class FileMissing(InputError):
    """A picture of the document is recorded but gone from storage; ``str()`` names it and the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A document ready to be rendered: the tree, its page setting and its pictures."""

    kind: str
    dokumen: Dokumen
    settings: PageSettings
    media: Mapping[str, bytes]


def compute_snapshot(snapshot: Snapshot) -> Results | None:
    """The results of a snapshot; None when there is no PK, no kebijakan or no valid bobot to measure with."""
    try:
        return _compute(snapshot)
    except InvalidWeight:
        return None


def _compute(snapshot: Snapshot) -> Results | None:
    inputs = capaian_input(snapshot)
    if inputs is None:
        return None
    last = _COMPUTED.of(snapshot.kecamatan.kode, snapshot.tahun)
    made = last.made
    if made is None or not same(made[0], inputs):
        made = last.made = inputs, compute(inputs)
    return made[1]


@dataclass(slots=True)
class _Computed:
    """What was computed last of a year, and from what: an edit that reaches no number leads to the same."""

    made: tuple[Inputs, Results] | None = None


_COMPUTED: Final = Recent(_Computed, MOST)


def marker_news(blocks: Sequence[Block], kecamatan: Kecamatan, tahun: int, *, about: str = "") -> list[str]:
    """What is wrong with the markers of a text, by the records of a year; asks nothing where it has none."""
    if not any("{" in words(content) for content in contents(blocks)):
        return []
    return marker_messages(blocks, recorded_values(kecamatan, tahun), about=about)


def recorded_values(kecamatan: Kecamatan, tahun: int) -> LiveValues:
    """Every value that a text of the year may name."""
    return live_values(compute_snapshot(build(kecamatan=kecamatan, tahun=tahun)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What is recorded of a year, dated as its report is, and what came out of it."""

    snapshot: Snapshot
    results: Results | None


@at_one_moment()
def build_measured(*, kecamatan: Kecamatan, tahun: int) -> Measured:
    """Freeze what is recorded of a year, and compute it (a fixed number of queries)."""
    return _measured(kecamatan, tahun, latest_laporan(kecamatan, tahun))


@at_one_moment()
def measured_again(
    before: Measured, *, changed: Collection[str] | None, kecamatan: Kecamatan, tahun: int
) -> Measured:
    """The same of a year that was measured ``before``, since when rows of these models ``changed`` (None: nobody knows
    which). Only the parts that hold them are read; whatever says the same is the same object as before."""
    if changed is None or not HELD_IN.keys() >= set(changed):
        now = build_measured(kecamatan=kecamatan, tahun=tahun)
    else:
        parts = frozenset(part for label in changed for part in HELD_IN[label])
        now = _measured(kecamatan, tahun, latest_laporan(kecamatan, tahun), parts=parts, base=before.snapshot)
    return settled(now, before)


def _measured(kecamatan: Kecamatan, tahun: int, laporan: m.Laporan | None, **how: Any) -> Measured:
    tanggal, month = (laporan.tanggal, laporan.tanggal_cetak) if laporan else (None, "")
    snapshot = build(kecamatan=kecamatan, tahun=tahun, tanggal=tanggal, bulan=month, **how)
    return Measured(snapshot=snapshot, results=compute_snapshot(snapshot))


@at_one_moment()
def build_draft(*, kecamatan: Kecamatan, tahun: int, measured: Measured | None = None) -> Naskah:
    """Freeze everything a document of this kecamatan and year is made from (a fixed number of queries); what is
    ``measured`` is given where it is at hand."""
    laporan = latest_laporan(kecamatan, tahun)
    measured = measured or _measured(kecamatan, tahun, laporan)
    tanggal, month = (laporan.tanggal, laporan.tanggal_cetak) if laporan else (None, "")
    snapshot, results = measured.snapshot, measured.results
    texts = tuple(_TEXTS(kecamatan.pk, tahun))
    photos = tuple(_PHOTOS(kecamatan.pk, tahun))
    # Nobody asks for a value in whose texts none is named, as in most years.
    asked = any("{" in unescape(one.isi) for one in texts) or any("{" in one.keterangan for one in photos)
    nilai = live_values(results if asked else None)
    naskah = Naskah(
        snapshot=snapshot,
        results=results,
        narasi=tuple(
            Narasi(
                bagian=n.bagian,
                kunci=n.kunci,
                isi=write_html(fill(read_html(n.isi), nilai, about=n.kunci)),
                ditinjau=n.ditinjau,
                typed=n.isi,
            )
            for n in texts
        ),
        foto=_foto(photos, nilai),
        pengaturan=page_settings(kecamatan.kabupaten_id),
        versi=laporan.versi if laporan else 1,
        konsep=_is_konsep(laporan),
        tempat=(laporan.tempat if laporan else "") or snapshot.kecamatan.ibu_kota,
        tanggal=tanggal,
        tanggal_cetak=month,
        susunan=own.as_frozen if (own := arrangement_for(kecamatan.kabupaten_id, tahun)) else Susunan(),
        singkatan=own_abbreviations(kecamatan.kabupaten_id),
        unread_rows=tuple(not_reviewed(kecamatan=kecamatan, tahun=tahun).items()),
        median=read_medians(kecamatan, snapshot, results),
    )
    naskah = replace(naskah, baku=tuple(_usual_words(naskah, kecamatan)))
    if laporan is None:
        return naskah
    return replace(
        naskah, tindak_lanjut_reviu=read_follow_up(naskah, kecamatan=kecamatan, numbered=numbered_of)
    )


def _usual_words(naskah: Naskah, kecamatan: Kecamatan) -> Iterator[tuple[str, str]]:
    """The kabupaten's words for places where the kecamatan wrote none, with its names and values (1 query)."""
    texts = boilerplate_for(kecamatan.kabupaten_id, naskah.snapshot.tahun)
    for bagian in USUAL_WORDS:
        if bagian in texts and naskah.narasi_for(bagian) is None:
            blocks = named(read_html(texts[bagian].isi), naskah)
            asked = any("{" in words(content) for content in contents(blocks))
            yield bagian, write_html(fill(blocks, live_values(naskah.results if asked else None)))


_DITANDATANGANI = (
    m.Laporan.Status.DITANDATANGANI,
    m.Laporan.Status.DITERIMA,
    m.Laporan.Status.DIBUKA_KEMBALI,
)


def _is_konsep(laporan: m.Laporan | None) -> bool:
    return laporan is None or laporan.status not in _DITANDATANGANI


def page_frame(*, kecamatan: Kecamatan, tahun: int, kind: str) -> tuple[Dokumen, PageSettings]:
    """A document without its content and its page setting: what its stylesheet is made of (2 queries)."""
    konsep = _is_konsep(latest_laporan(kecamatan, tahun))
    empty = DOKUMEN_KINDS[kind].frame(build(kecamatan=kecamatan, tahun=tahun, parts=()), konsep=konsep)
    return empty, page_settings(kecamatan.kabupaten_id)


_TEXTS: Final = PreparedRows(partial(of_year, m.Narasi))
_PHOTOS: Final = PreparedRows(
    lambda kecamatan, tahun: of_year(m.Dokumentasi, kecamatan, tahun).select_related(*JENJANG)
)
_SETTINGS: Final = PreparedRows(lambda kabupaten: m.PengaturanDokumen.objects.filter(kabupaten=kabupaten))


def _foto(rows: Iterable[m.Dokumentasi], nilai: LiveValues) -> tuple[Foto, ...]:
    return tuple(
        Foto(
            **{level: kode for level, kode in jenjang(b).items() if level in JENJANG},
            keterangan=fill_text(b.keterangan, nilai),
            berkas=Berkas(nama=b.foto.name or "", sha256=b.sha256, lebar=b.lebar, tinggi=b.tinggi),
            pk=b.pk,
        )
        for b in rows
    )


def page_settings(kabupaten: int) -> PageSettings:
    """The kabupaten's page setting; the defaults where it has set none (1 query)."""
    row = _SETTINGS.first(kabupaten)
    if row is None:
        return PageSettings()
    return PageSettings(
        kertas=row.kertas,
        margin_atas=angka(row.margin_atas),
        margin_kanan=angka(row.margin_kanan),
        margin_bawah=angka(row.margin_bawah),
        margin_kiri=angka(row.margin_kiri),
        huruf=row.huruf,
        ukuran=angka(row.ukuran),
        spasi=angka(row.spasi),
    )


def arrange(naskah: Naskah, kind: str, part: str = "") -> Assembled:
    """Build one kind of document, or a part of it, with its pictures. Raises :class:`NoDokumen` and
    :class:`FileMissing`."""
    dokumen = build_dokumen(naskah, kind, part)
    return Assembled(kind=kind, dokumen=dokumen, settings=naskah.pengaturan, media=read_media(dokumen))


def build_dokumen(naskah: Naskah, kind: str, part: str = "") -> Dokumen:
    """Build the tree of one kind of document; of one whose parts are documents by themselves that of a ``part``, by
    its key.

    Raises :class:`NoDokumen` when nothing of it is recorded, and for an LKIP whose bobot do not sum to 100:
    it would say that nothing was measured.
    """
    dokumen = arrange_parts(naskah, kind)
    if part:
        dokumen = _part_alone(dokumen, kind, part)
    return mark_leftovers(dokumen) if _may_hold_markers(naskah) else dokumen


def _part_alone(dokumen: Dokumen, kind: str, part: str) -> Dokumen:
    found = next((one for one in dokumen.body if one.key == part), None)
    if found is None or not DOKUMEN_KINDS[kind].by_parts:
        raise NoDokumen(
            f"Bagian {part} tidak ada dalam {dokumen.title}. Muat ulang halaman, lalu pilih lagi."
        )
    return replace(
        dokumen, key=f"{dokumen.key}-{part}", title=f"{found.title}, {dokumen.head}", body=(found,)
    )


def _may_hold_markers(naskah: Naskah) -> bool:
    """Whether in anything that the document is made of there is what a marker begins with: a quick look, as nearly none
    has one that was left over. What was computed says no words but those of the snapshot."""
    own = (getattr(naskah, f.name) for f in fields(naskah) if f.name not in ("snapshot", "results"))
    parts = (getattr(naskah.snapshot, f.name) for f in fields(naskah.snapshot))
    return any(map(has_brace, own)) or any(map(_brace_in_part, parts))


@kept_for(MOST_PARTS)
def _brace_in_part(part: object) -> bool:
    return has_brace(part)


def arrange_parts(naskah: Naskah, kind: str) -> Dokumen:
    """The tree of one kind of document, in which nothing that was left over is marked: enough to number it.

    Raises as :func:`build_dokumen`.
    """
    if kind == LKIP and naskah.results is None:
        try:
            _compute(naskah.snapshot)
        except InvalidWeight as error:
            raise NoDokumen(f"LKIP belum dapat disusun. {error}") from error
    dokumen = DOKUMEN_KINDS[kind].arrange(naskah)
    if dokumen is None:
        snapshot = naskah.snapshot
        nama = own_words(f"{DOKUMEN_KINDS[kind].nama} Kecamatan", snapshot.kecamatan)
        raise NoDokumen(
            f"{nama} {snapshot.kecamatan.nama} tahun {snapshot.tahun} belum dicatat. Isi dahulu dokumen itu."
        )
    return dokumen


def numbered_of(naskah: Naskah) -> frozenset[str]:
    """The numbers of the tables and pictures of the report ("Tabel 3.1"), none where it cannot be put together."""
    try:
        return frozenset(number_all(arrange_parts(naskah, LKIP)).nomor.values())
    except NoDokumen:
        return frozenset()


def read_media(dokumen: Dokumen) -> dict[str, bytes]:
    """Bytes of the pictures that the document shows. Raises :class:`FileMissing` when a stored file is gone."""
    results: dict[str, bytes] = {}
    for file in shown_files(dokumen):
        try:
            with default_storage.open(file.nama) as source:
                results[file.nama] = source.read()
        except FileNotFoundError as error:
            raise FileMissing(
                f'Gambar "{file.nama}" tidak ada lagi di penyimpanan. Unggah ulang gambar itu.'
            ) from error
    return results


def shown_files(dokumen: Dokumen) -> Iterator[Berkas]:
    """The pictures that the document shows; one that it shows twice comes twice."""
    if dokumen.cover:
        yield from (one.file for one in dokumen.cover.lambang)
    for utama in (*dokumen.front, *dokumen.body, *dokumen.lampiran):
        for part in traverse(utama):
            for block in part.content:
                if isinstance(block, FotoBlock):
                    yield block.file
                elif isinstance(block, Kop):
                    yield from (one.file for one in block.lambang)


def content_fingerprint(naskah: Naskah, kind: str, part: str = "") -> str:
    """SHA-256 (hex) that names the content of a document: its input, its kind and the version of the makers."""
    review = f":{fingerprint(naskah.review)}" if naskah.review else ""
    named = f"{kind}#{part}" if part else kind
    return hashlib.sha256(f"{VERSI_DOKUMEN}:{named}:{fingerprint(naskah)}{review}".encode()).hexdigest()
