"""BAB II Perencanaan dan Perjanjian Kinerja: Renstra, RKT with the pohon kinerja, PK and IKU."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.document.builders import group_count, listing
from reports.document.numbering import lettered
from reports.document.tree import Block, ParagraphBlock, Part
from reports.lkip.bab2_renstra import rencana_strategis
from reports.lkip.bab3.sources import all_indikator, nama_renstra
from reports.official.signatures import (
    jabatan_camat,
    jabatan_kepala_daerah,
    moment,
    nama_kecamatan,
    office_of,
)
from reports.prose.language import chain, count_of, paragraph, part_of, sentence, tidy
from reports.prose.target_sentences import differing
from reports.publish.naskah import Naskah
from reports.tables.iku import iku_table
from reports.tables.pk import (
    ALASAN_PERUBAHAN,
    anggaran_pk_table,
    indikator_pk_table,
    jumlah_anggaran_pk,
    nama_pk,
)
from reports.tables.pohon_kinerja import draw_tree
from reports.tables.printed import EMPTY
from reports.tables.rkt import (
    jumlah_anggaran_rkt,
    kegiatan_rkt_table,
    rpjmd_reference_table,
    sasaran_rkt_table,
)
from reports.tables.target_lain import target_table
from sakip.snapshot.types import RKT, PerjanjianKinerja
from sakip.text.in_words import spell_rupiah
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
    reference = (
        rpjmd_reference_table(
            snapshot.rpjmd,
            key="tabel-acuan-rpjmd",
            title=f"Keterkaitan RKT dengan RPJMD {snapshot.kecamatan.kabupaten.sebutan}",
        )
        if snapshot.rpjmd
        else None
    )
    sumber = f"RKT {nama_kecamatan(snapshot)} Tahun {rkt.tahun}"
    if reference:
        content.append(reference)
    if rkt.sasaran:
        title = f"Sasaran dan Target RKT Tahun {rkt.tahun}"
        content.append(sasaran_rkt_table(rkt, key="tabel-rkt-sasaran", title=title, sumber=sumber))
    if tree := draw_tree(snapshot, rkt):
        text = (
            f"Penjabaran tujuan {nama_kecamatan(snapshot)} sampai dengan sub kegiatan beserta unit kerja yang "
            f"bertanggung jawab diperlihatkan dalam pohon kinerja berikut."
        )
        content += [ParagraphBlock(content=text), *tree]
    if rkt.baris:
        content.append(
            kegiatan_rkt_table(
                snapshot,
                rkt,
                key="tabel-rkt-kegiatan",
                title=f"Program, Kegiatan, dan Sub Kegiatan dalam RKT Tahun {rkt.tahun}",
                sumber=sumber,
                short=True,
            )
        )
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
        f"RKT {nama_kecamatan(naskah.snapshot)} tahun {rkt.tahun} memuat {' serta '.join(payloads)} sebagaimana "
        f"disajikan dalam bagian ini.",
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
            *(
                indikator_pk_table(
                    versi,
                    key=f"tabel-pk-indikator-{versi.versi}",
                    title=f"Indikator dan Target {nama_pk(versi)}",
                )
                for versi in snapshot.pk
                if versi.indikator
            ),
            *_other_targets(naskah, pk),
            *_anggaran_pk(pk),
        )
    title = f"Perjanjian Kinerja Tahun {snapshot.tahun}"
    return Part(key="pk", title=title, level=2, content=content)


def _pk_sentence(naskah: Naskah, pk: PerjanjianKinerja) -> str:
    snapshot = naskah.snapshot
    at_date = moment(pk.tanggal, pk.tanggal_cetak)
    return paragraph(
        f"Perjanjian Kinerja merupakan kesepakatan antara {office_of(pk.pihak_pertama, jabatan_camat(snapshot))} "
        f"sebagai pihak pertama dan {office_of(pk.pihak_kedua, jabatan_kepala_daerah(snapshot))} sebagai pihak kedua "
        f"tentang kinerja yang harus diwujudkan dalam satu tahun.",
        f"{nama_pk(pk)} ditandatangani pada {'tanggal' if pk.tanggal else 'bulan'} {at_date}."
        if at_date
        else "",
        *_why_changed(snapshot.pk),
        "Kinerja dalam laporan ini diukur terhadap perjanjian yang terakhir; perjanjian sebelumnya disajikan agar "
        "perubahannya dapat diketahui."
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


def _other_targets(naskah: Naskah, pk: PerjanjianKinerja) -> tuple[Block, ...]:
    """Where the year's documents do not promise the same: their targets side by side."""
    results = naskah.results
    if results is None:
        return ()
    measured = all_indikator(results)
    found = differing((*measured, *results.di_luar_pk))
    if not found:
        return ()
    n = len(differing(measured))
    outside = len(found) - n
    said = []
    if n:
        said.append(f"target {part_of(n, len(measured), 'indikator')} dalam {nama_pk(pk)}")
    if outside:
        said.append(
            f"target {count_of(outside, 'indikator')} yang tidak dimuat {'di dalamnya' if n else nama_pk(pk)}"
        )
    # Only what is measured has a capaian that another target would change.
    effect = "; pengaruhnya terhadap capaian disajikan pada BAB III" if n else ""
    table = target_table(
        naskah.snapshot,
        found,
        key="tabel-target-lain",
        title=f"Target Tahun {pk.tahun} yang Berbeda Antardokumen",
        sumber=(
            nama_renstra(naskah.snapshot),
            *([f"RKT {nama_kecamatan(naskah.snapshot)} Tahun {pk.tahun}"] if naskah.snapshot.rkt else []),
        ),
    )
    note = f"Keterangan: tanda {EMPTY} berarti dokumen itu tidak memuat target indikatornya."
    incomplete = any(c.content == EMPTY for line in table.rows for c in line.cells)
    return (
        ParagraphBlock(
            content=sentence(
                f"{chain(said)} berbeda antardokumen perencanaan sebagaimana tabel berikut{effect}"
            )
        ),
        table,
        *((ParagraphBlock(content=note, style="catatan"),) if incomplete else ()),
    )


def _anggaran_pk(pk: PerjanjianKinerja) -> tuple[Block, ...]:
    if not pk.anggaran:
        return (ParagraphBlock(content=f"{nama_pk(pk)} tidak memuat anggaran program."),)
    jumlah = jumlah_anggaran_pk(pk)
    uang = [
        f"{tidy(a.nama)} sebesar {format_rupiah(a.anggaran)} ({spell_rupiah(a.anggaran)})"
        for a in pk.anggaran
    ]
    opening = (
        f"Untuk mewujudkan kinerja tersebut, {nama_pk(pk)} menyediakan anggaran sebesar {format_rupiah(jumlah)} "
        f"({spell_rupiah(jumlah)})"
    )
    details: tuple[Block, ...] = (
        (ParagraphBlock(content=f"{opening} untuk {uang[0]}."),)
        if len(uang) == 1
        else (
            ParagraphBlock(
                content=f"{opening} yang terbagi ke dalam {count_of(len(uang), 'program')} sebagai berikut."
            ),
            listing(f"{u}." for u in uang),
        )
    )
    table = anggaran_pk_table(pk, key="tabel-pk-anggaran", title=f"Anggaran Program dalam {nama_pk(pk)}")
    return (*details, table)


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
            f"{count_of(len(iku.baris), 'indikator')}."
        )
        content = (
            ParagraphBlock(content=text),
            iku_table(
                iku.baris,
                key="tabel-iku",
                title=f"Indikator Kinerja Utama {kecamatan} Tahun {snapshot.tahun}",
                sumber=keputusan,
            ),
        )
    return Part(key="iku", title="Indikator Kinerja Utama (IKU)", level=2, content=content)
