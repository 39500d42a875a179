"""BAB II Perencanaan dan Perjanjian Kinerja: Renstra, RKT with the pohon kinerja, PK and IKU."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.document.builders import group_count
from reports.document.numbering import lettered
from reports.document.tree import Block, ParagraphBlock, Part
from reports.lkip.appendices import appendix_numbers
from reports.lkip.bab2_renstra import elsewhere, rencana_strategis, with_elsewhere
from reports.lkip.bab3.sources import all_indikator, nama_renstra
from reports.official.signatures import (
    jabatan_camat,
    jabatan_kepala_daerah,
    moment,
    nama_kecamatan,
    office_of,
)
from reports.prose.language import compose, count_of, paragraph, sentence
from reports.prose.position import apart, wording_number
from reports.prose.target_sentences import differing
from reports.publish.naskah import Naskah
from reports.tables.pk import (
    indikator_pk_table,
    nama_pk,
    spelled_anggaran_table,
    why_changed,
)
from reports.tables.printed import EMPTY
from reports.tables.rkt import jumlah_anggaran_rkt, program_rkt_table
from reports.tables.target_lain import target_table
from sakip.capaian.inputs import AsalTarget
from sakip.snapshot.coverage import RKT as RKT_NAME
from sakip.snapshot.coverage import pk_name
from sakip.snapshot.reads import kept
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


@kept
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
    places = appendix_numbers(naskah)
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
    return with_elsewhere(
        tuple(content), ("RKT", places.get("rkt")), ("pohon kinerja", places.get("pohon-kinerja"))
    )


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
    said, nama = " serta ".join(payloads), f"RKT {nama_kecamatan(naskah.snapshot)} tahun {rkt.tahun}"
    money: tuple[str, ...] = ("",)
    if anggaran is not None:
        amount = format_rupiah(anggaran)
        money = (
            f"dengan anggaran {amount}",
            f"; anggarannya berjumlah {amount}",
            f"yang dianggarkan {amount}",
            f", dengan jumlah anggaran {amount}",
            f"dan menganggarkan {amount}",
            f"; yang dianggarkan berjumlah {amount}",
        )
    elif rkt.baris:
        money = (
            "tanpa mencantumkan anggaran",
            "; anggaran tidak tercantum di dalamnya",
            ", tetapi tidak mencantumkan anggaran",
            "dan tidak memuat anggaran",
            "tanpa anggaran",
            "; anggarannya tidak dicantumkan",
        )
    return sentence(
        compose(
            wording_number(naskah.snapshot),
            (
                f"{nama} memuat {said}",
                f"Dalam {nama} direncanakan {said}",
                f"{nama} menjabarkan Renstra menjadi {said}",
                f"{nama} terdiri atas {said}",
                f"Rencana tahun {rkt.tahun} dalam RKT {nama_kecamatan(naskah.snapshot)} meliputi {said}",
                f"{nama} menetapkan {said}",
            ),
            money,
        )
    )


@kept
def perjanjian_kinerja(naskah: Naskah) -> Part:
    """The PK that is measured: indikator table, programs with their amounts; the murni when it was changed."""
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
        numbers = appendix_numbers(naskah)
        content = with_elsewhere(
            (ParagraphBlock(content=_pk_sentence(naskah, pk)), *_targets(naskah, pk), *_anggaran_pk(pk)),
            *((nama_pk(one), numbers[nama_pk(one)]) for one in snapshot.pk),
        )
    title = f"Perjanjian Kinerja Tahun {snapshot.tahun}"
    return Part(key="pk", title=title, level=2, content=content)


def _pk_sentence(naskah: Naskah, pk: PerjanjianKinerja) -> str:
    snapshot = naskah.snapshot
    at_date = moment(pk.tanggal, pk.tanggal_cetak)
    signed = f"{'tanggal' if pk.tanggal else 'bulan'} {at_date}"
    parties = (
        f"{office_of(pk.pihak_pertama, jabatan_camat(snapshot))} dan "
        f"{office_of(pk.pihak_kedua, jabatan_kepala_daerah(snapshot))}"
    )
    ordering = wording_number(snapshot)
    agreed = compose(
        ordering,
        (
            f"{nama_pk(pk)} disepakati oleh {parties}",
            f"{parties} menyepakati {nama_pk(pk)}",
            f"Kesepakatan antara {parties} dituangkan dalam {nama_pk(pk)}",
            f"Antara {parties} disepakati {nama_pk(pk)}",
            f"{nama_pk(pk)} dibuat antara {parties}",
            f"{nama_pk(pk)} mengikat {parties}",
        ),
        (
            f"; perjanjian itu ditandatangani pada {signed}",
            f"; penandatanganannya dilakukan pada {signed}",
            f"melalui penandatanganan pada {signed}",
            f", ditandatangani pada {signed}",
            f"pada {signed}",
            f"; naskahnya ditandatangani pada {signed}",
        )
        if at_date
        else (
            "",
            "untuk dilaksanakan selama setahun",
            "atas target tahun itu",
            "sebagai dasar pengukuran",
            "untuk tahun yang bersangkutan",
            "sebagai dasar penilaian kinerja",
        ),
    )
    return paragraph(
        sentence(agreed),
        *_why_changed(snapshot.pk, ordering),
        "" if pk.indikator else f"Sasaran, indikator, dan target dalam {nama_pk(pk)} belum dicatat.",
    )


def _why_changed(versions: Sequence[PerjanjianKinerja], ordering: int) -> Iterator[str]:
    """Why each perubahan was made, where it says so; the one that is in force has just been named, unless another was
    spoken of since: then "perubahan itu" would be that one."""
    told = False
    for n, pk in enumerate(versions):
        if not pk.alasan:
            continue
        alasan = why_changed(pk)
        subject = (
            (
                "Perubahan itu",
                "Perubahan tersebut",
                "Perubahan perjanjian itu",
                "Perubahan Perjanjian Kinerja",
                "Adapun perubahan itu",
                "Perubahan perjanjian tersebut",
            )
            if pk is versions[-1] and not told
            else (
                nama_pk(pk),
                f"Adapun {nama_pk(pk)}",
                f"{'Kemudian' if told else 'Sebelumnya'}, {nama_pk(pk)}",
            )
        )
        told = True
        reasons = (
            f"dilakukan karena {alasan}",
            f"dibuat karena {alasan}",
            f"diperlukan karena {alasan}",
            f"dilakukan sebab {alasan}",
            f"disepakati karena {alasan}",
            f"ditempuh karena {alasan}",
        )
        yield sentence(compose(ordering + apart(n), subject, reasons))


def _targets(naskah: Naskah, pk: PerjanjianKinerja) -> tuple[Block, ...]:
    """What is promised, beside what the plans of the year say of the same indikator: one row says a target once."""
    results = naskah.results
    measured = all_indikator(results) if results else ()
    if not (results and measured):
        if not pk.indikator:
            return ()
        title = f"Indikator dan Target {nama_pk(pk)}"
        return (indikator_pk_table(pk, key="tabel-target", title=title),)
    versions = {pk_name(one) for one in naskah.snapshot.pk}
    outside = [
        i
        for i in results.di_luar_pk
        if differing([i]) or any(o.dokumen in versions for o in i.target_lain)  # promised once, then dropped
    ]
    table = target_table(
        naskah.snapshot,
        results,
        outside,
        key="tabel-target",
        title=f"Sasaran, Indikator, dan Target Tahun {pk.tahun}",
        sumber={
            AsalTarget.RENSTRA.value: nama_renstra(naskah.snapshot),
            RKT_NAME: f"RKT {nama_kecamatan(naskah.snapshot)} Tahun {pk.tahun}",
        },
    )
    note = f"Keterangan: tanda {EMPTY} berarti dokumen itu tidak memuat target indikatornya."
    incomplete = any(c.content == EMPTY for line in table.rows for c in line.cells)
    return (
        table,
        *((ParagraphBlock(content=note, style="catatan"),) if incomplete else ()),
    )


def _anggaran_pk(pk: PerjanjianKinerja) -> tuple[Block, ...]:
    if not pk.anggaran:
        return ()
    title = f"Anggaran Program dalam {nama_pk(pk)}"
    return (spelled_anggaran_table(pk, key="tabel-pk-anggaran", title=title),)


@kept
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
        many = count_of(len(iku.baris), "indikator")
        text = sentence(
            compose(
                wording_number(snapshot),
                (
                    f"IKU {kecamatan} ditetapkan dengan {keputusan}",
                    f"IKU {kecamatan} dimuat dalam {keputusan}",
                    f"IKU {kecamatan} diatur dalam {keputusan}",
                    f"IKU {kecamatan} didasarkan pada {keputusan}",
                    f"IKU {kecamatan} tercantum dalam {keputusan}",
                    f"IKU {kecamatan} mengikuti {keputusan}",
                ),
                (
                    f"dan terdiri atas {many}",
                    f"dan berjumlah {many}",
                    f"dan memuat {many}",
                    f"sebanyak {many}",
                    f"; jumlahnya {many}",
                    f"dan meliputi {many}",
                ),
            )
        )
        content = (
            ParagraphBlock(content=text),
            *elsewhere(("rumus, penanggung jawab, dan sumber data IKU", appendix_numbers(naskah).get("iku"))),
        )
    return Part(key="iku", title="Indikator Kinerja Utama (IKU)", level=2, content=content)
