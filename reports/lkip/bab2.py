"""BAB II Perencanaan dan Perjanjian Kinerja: Renstra, RKT with the pohon kinerja, PK and IKU."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.document.builders import group_count
from reports.document.numbering import lettered
from reports.document.tree import Block, ParagraphBlock, Part
from reports.lkip.appendices import appendix_numbers
from reports.lkip.bab2_renstra import rencana_strategis
from reports.lkip.bab3.sources import all_indikator, nama_renstra
from reports.official.signatures import (
    jabatan_camat,
    jabatan_kepala_daerah,
    moment,
    nama_kecamatan,
    office_of,
)
from reports.prose.language import chain, count_of, paragraph, part_of, sentence
from reports.prose.target_sentences import differing
from reports.publish.naskah import Naskah
from reports.tables.pk import (
    ALASAN_PERUBAHAN,
    indikator_pk_table,
    jumlah_anggaran_pk,
    nama_pk,
    spelled_anggaran_table,
)
from reports.tables.printed import EMPTY
from reports.tables.rkt import jumlah_anggaran_rkt, program_rkt_table
from reports.tables.target_lain import target_table
from sakip.snapshot.types import RKT, PerjanjianKinerja
from sakip.text.numbers import format_rupiah


def bab2(naskah: Naskah) -> Part:
    """BAB II in the order of Permen PANRB 53/2014 as Jember uses it."""
    return Part(
        key="bab-2",
        title="Perencanaan dan Perjanjian Kinerja",
        level=1,
        nomor="BAB II",
        children=lettered(
            rencana_strategis(naskah),
            rencana_kinerja_tahunan(naskah),
            perjanjian_kinerja(naskah),
            indikator_kinerja_utama(naskah),
        ),
    )


def rencana_kinerja_tahunan(naskah: Naskah) -> Part:
    """RKT: sasaran with targets, program down to sub kegiatan, and the cascade drawn."""
    snapshot = naskah.snapshot
    rkt = snapshot.rkt
    if rkt is None or not (rkt.sasaran or rkt.baris):
        text = f"Rencana Kinerja Tahunan {nama_kecamatan(snapshot)} tahun {snapshot.tahun} belum dicatat."
        content: tuple[Block, ...] = (ParagraphBlock(content=text),)
    else:
        content = _rkt_content(naskah, rkt)
    title = f"Rencana Kinerja Tahunan (RKT) Tahun {snapshot.tahun}"
    return Part(key="rkt", title=title, level=2, content=content)


def _rkt_content(naskah: Naskah, rkt: RKT) -> tuple[Block, ...]:
    snapshot = naskah.snapshot
    content: list[Block] = [ParagraphBlock(content=_rkt_sentence(naskah, rkt))]
    if rkt.baris:
        content.append(
            program_rkt_table(
                rkt,
                key="tabel-rkt-program",
                title=f"Program dalam RKT Tahun {rkt.tahun}",
                sumber=f"RKT {nama_kecamatan(snapshot)} Tahun {rkt.tahun}",
            )
        )
    if place := appendix_numbers(snapshot).get("pohon-kinerja"):
        text = (
            f"Penjabaran tujuan {nama_kecamatan(snapshot)} menjadi sasaran, program, dan kegiatan beserta indikator, "
            f"target, dan unit kerja yang bertanggung jawab diperlihatkan dalam pohon kinerja pada {place}."
        )
        content.append(ParagraphBlock(content=text))
    return tuple(content)


def _rkt_sentence(naskah: Naskah, rkt: RKT) -> str:
    sasaran = group_count(rkt.sasaran, lambda s: s.sasaran)
    program = len({b.program for b in rkt.baris})
    payloads = []
    if sasaran:
        payloads.append(
            f"{count_of(sasaran, 'sasaran')} dengan {count_of(len(rkt.sasaran), 'indikator sasaran')}"
        )
    if program:
        payloads.append(count_of(program, "program"))
    anggaran = jumlah_anggaran_rkt(rkt)
    return paragraph(
        "Rencana Kinerja Tahunan menjabarkan target Renstra ke dalam satu tahun anggaran.",
        f"RKT {nama_kecamatan(naskah.snapshot)} tahun {rkt.tahun} memuat {' serta '.join(payloads)}; "
        f"selengkapnya terdapat dalam {appendix_numbers(naskah.snapshot)['rkt']}.",
        f"Anggaran yang tercantum di dalamnya berjumlah {format_rupiah(anggaran)}."
        if anggaran is not None
        else "Anggaran tidak tercantum di dalamnya."
        if rkt.baris
        else "",
    )


def perjanjian_kinerja(naskah: Naskah) -> Part:
    """The PK that is measured: indikator table, programs in figures and words; the murni when it was changed."""
    snapshot = naskah.snapshot
    pk = snapshot.pk_in_force
    content: tuple[Block, ...]
    if pk is None:
        content = (
            ParagraphBlock(
                content=f"Perjanjian Kinerja {nama_kecamatan(snapshot)} tahun {snapshot.tahun} belum dicatat sehingga "
                f"target yang menjadi dasar pengukuran belum dapat disajikan."
            ),
        )
    else:
        content = (
            ParagraphBlock(content=_pk_sentence(naskah, pk)),
            *_targets(naskah, pk),
            *_anggaran_pk(pk),
        )
    title = f"Perjanjian Kinerja Tahun {snapshot.tahun}"
    return Part(key="pk", title=title, level=2, content=content)


def _pk_sentence(naskah: Naskah, pk: PerjanjianKinerja) -> str:
    snapshot = naskah.snapshot
    at_date = moment(pk.tanggal, pk.tanggal_cetak)
    numbers = appendix_numbers(snapshot)
    return paragraph(
        f"Perjanjian Kinerja merupakan kesepakatan antara {office_of(pk.pihak_pertama, jabatan_camat(snapshot))} "
        f"sebagai pihak pertama dan {office_of(pk.pihak_kedua, jabatan_kepala_daerah(snapshot))} sebagai pihak kedua "
        f"tentang kinerja yang harus diwujudkan dalam satu tahun.",
        f"{nama_pk(pk)} ditandatangani pada {'tanggal' if pk.tanggal else 'bulan'} {at_date}."
        if at_date
        else "",
        *_why_changed(snapshot.pk),
        f"Kinerja dalam laporan ini diukur terhadap perjanjian yang terakhir; semuanya terdapat dalam "
        f"{chain([numbers[nama_pk(one)] for one in snapshot.pk])}."
        if len(snapshot.pk) > 1
        else f"Target dalam {nama_pk(pk)} menjadi dasar pengukuran kinerja pada BAB III.",
        "" if pk.indikator else f"Sasaran, indikator, dan target dalam {nama_pk(pk)} belum dicatat.",
    )


def _why_changed(versions: Sequence[PerjanjianKinerja]) -> Iterator[str]:
    """Why each perubahan was made, where it says so; the one that is in force has just been named."""
    for pk in versions:
        if pk.alasan:
            subject = "Perubahan itu" if pk is versions[-1] else nama_pk(pk)
            yield f"{subject} dilakukan karena {ALASAN_PERUBAHAN[pk.alasan]}."


def _targets(naskah: Naskah, pk: PerjanjianKinerja) -> tuple[Block, ...]:
    """What is promised, beside what the plans of the year say of the same indikator: one row says a target once."""
    results = naskah.results
    measured = all_indikator(results) if results else ()
    if not (results and measured):
        if not pk.indikator:
            return ()
        title = f"Indikator dan Target {nama_pk(pk)}"
        return (indikator_pk_table(pk, key="tabel-target", title=title),)
    outside = differing(results.di_luar_pk)
    table = target_table(
        naskah.snapshot,
        results,
        outside,
        key="tabel-target",
        title=f"Sasaran, Indikator, dan Target Tahun {pk.tahun}",
        sumber=(
            *((nama_renstra(naskah.snapshot),) if naskah.snapshot.renstra_in_force else ()),
            *((f"RKT {nama_kecamatan(naskah.snapshot)} Tahun {pk.tahun}",) if naskah.snapshot.rkt else ()),
        ),
    )
    note = f"Keterangan: tanda {EMPTY} berarti dokumen itu tidak memuat target indikatornya."
    incomplete = any(c.content == EMPTY for line in table.rows for c in line.cells)
    return (
        table,
        *((ParagraphBlock(content=note, style="catatan"),) if incomplete else ()),
        *_difference(pk, len(differing(measured)), len(measured), len(outside)),
    )


def _difference(pk: PerjanjianKinerja, n: int, measured: int, outside: int) -> tuple[Block, ...]:
    """How many targets are not the same in all documents; nothing where they agree."""
    said = []
    if n:
        said.append(f"target {part_of(n, measured, 'indikator')} dalam {nama_pk(pk)}")
    if outside:
        said.append(
            f"target {count_of(outside, 'indikator')} yang tidak dimuat {'di dalamnya' if n else nama_pk(pk)}"
        )
    # Only what is measured has a capaian that another target would change.
    effect = "; pengaruhnya terhadap capaian disajikan pada BAB III" if n else ""
    text = sentence(f"{chain(said)} berbeda antardokumen perencanaan{effect}")
    return (ParagraphBlock(content=text),) if said else ()


def _anggaran_pk(pk: PerjanjianKinerja) -> tuple[Block, ...]:
    if not pk.anggaran:
        return (ParagraphBlock(content=f"{nama_pk(pk)} tidak memuat anggaran program."),)
    jumlah = jumlah_anggaran_pk(pk)
    text = (
        f"Untuk mewujudkan kinerja tersebut, {nama_pk(pk)} menyediakan anggaran sebesar {format_rupiah(jumlah)} untuk "
        f"{count_of(len(pk.anggaran), 'program')}."
    )
    title = f"Anggaran Program dalam {nama_pk(pk)}"
    table = spelled_anggaran_table(pk, key="tabel-pk-anggaran", title=title)
    return (ParagraphBlock(content=text), table)


def indikator_kinerja_utama(naskah: Naskah) -> Part:
    """IKU as decided by the camat, with fractions set as fractions."""
    snapshot = naskah.snapshot
    iku = snapshot.iku
    kecamatan = nama_kecamatan(snapshot)
    content: tuple[Block, ...]
    if iku is None or not iku.baris:
        text = f"Indikator Kinerja Utama {kecamatan} yang berlaku pada tahun {snapshot.tahun} belum dicatat."
        content = (ParagraphBlock(content=text),)
    else:
        keputusan = " ".join(
            (
                f"Keputusan {jabatan_camat(snapshot)}",
                *((f"Nomor {iku.nomor}",) if iku.nomor else ()),
                *((f"Tahun {iku.tahun_keputusan}",) if iku.tahun_keputusan != snapshot.tahun else ()),
            )
        )
        text = (
            f"Indikator Kinerja Utama (IKU) adalah ukuran keberhasilan {kecamatan} dalam melaksanakan tugas dan "
            f"fungsinya. IKU {kecamatan} ditetapkan dengan {keputusan} dan terdiri atas "
            f"{count_of(len(iku.baris), 'indikator')}; rumus, penanggung jawab, dan sumber datanya terdapat dalam "
            f"{appendix_numbers(snapshot)['iku']}."
        )
        content = (ParagraphBlock(content=text),)
    return Part(key="iku", title="Indikator Kinerja Utama (IKU)", level=2, content=content)
