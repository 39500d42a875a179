"""BAB III.C Realisasi anggaran: composition, serapan per program, proporsi per sasaran, earlier years, photos."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reports.charts import AmountRow, amount_bars
from reports.document.builders import cell, columns, header, row
from reports.document.marks import settled
from reports.document.numbering import counted
from reports.document.tree import Block, Figure, ParagraphBlock, Part, TableBlock, TableCell
from reports.lkip.bab3.belanja import belanja_content
from reports.lkip.bab3.dokumentasi import dokumentasi_content
from reports.lkip.bab3.proporsi import proporsi_content
from reports.lkip.bab3.sources import alasan_without_anggaran, recorded_anggaran, sumber_anggaran
from reports.lkip.bab3.tabel_sasaran import signed_persen
from reports.prose.budget_sentences import (
    details_difference_sentence,
    last_anggaran_sentence,
    partial_sentence,
    pk_difference_sentence,
    serapan_extremes_sentence,
)
from reports.prose.language import chain, paragraph, say_years, sentence, tidy
from reports.prose.position import wording_number
from reports.prose.program_sentences import outside_pagu_sentences
from reports.publish.naskah import Naskah
from reports.tables.pk import jumlah_anggaran_pk, nama_pk
from reports.tables.printed import EMPTY, serapan_cells
from reports.tables.rkt import shown_code
from reports.tables.sumber_dana import sumber_dana_table
from sakip.capaian.levels import control_differences, pagu_murni_of, total_amount
from sakip.capaian.results import (
    AnggaranResult,
    SerapanBefore,
    walk_rows,
)
from sakip.snapshot.reads import kept
from sakip.text.states import NOT_YET_CONCLUDED
from sakip.text.working import shown

_LEVEL = "Program, Kegiatan, dan Sub Kegiatan"


@kept
def realisasi_anggaran(naskah: Naskah) -> Part:
    """Its parts in order, those that have something to show; one sentence where nothing is recorded."""
    content: tuple[tuple[str, str, tuple[Block, ...]], ...] = (
        ("alokasi-belanja", "Alokasi dan Komposisi Belanja", belanja_content(naskah)),
        ("serapan-program", f"Realisasi Anggaran per {_LEVEL}", _program_content(naskah)),
        ("proporsi-sasaran", "Sumber Daya per Sasaran", proporsi_content(naskah)),
        ("serapan-lalu", "Perbandingan Serapan Anggaran dengan Tahun Sebelumnya", _last_content(naskah)),
        ("dokumentasi", "Dokumentasi", dokumentasi_content(naskah)),
    )
    present = [Part(key=k, title=title, level=3, content=blocks) for k, title, blocks in content if blocks]
    text = f"Realisasi anggaran {NOT_YET_CONCLUDED} karena {alasan_without_anggaran(naskah)}"
    return Part(
        key="realisasi-anggaran",
        title="Realisasi Anggaran",
        level=2,
        content=() if recorded_anggaran(naskah) else (ParagraphBlock(content=sentence(text)),),
        children=counted(*present),
    )


def _program_content(naskah: Naskah) -> tuple[Block, ...]:
    anggaran = recorded_anggaran(naskah)
    if anggaran is None:
        return ()
    sources = sumber_dana_table(naskah.snapshot, key="tabel-sumber-dana", sumber=sumber_anggaran(naskah))
    said = paragraph(
        partial_sentence(anggaran.total.sebagian),
        serapan_extremes_sentence(anggaran.program, wording_number(naskah.snapshot)),
        outside_pagu_sentences(anggaran.program, wording_number(naskah.snapshot)),
        _pk_difference(naskah, anggaran),
    )
    return (
        anggaran_table(naskah, anggaran),
        *(ParagraphBlock(content=text, style="catatan") for text in _difference_notes(naskah)),
        *_bars(naskah, anggaran),
        *((ParagraphBlock(content=said),) if said else ()),
        *((sources,) if sources else ()),
    )


def _bars(naskah: Naskah, anggaran: AnggaranResult) -> tuple[Figure, ...]:
    """Pagu and realisasi of the programs beside each other; of a single one there is nothing to compare."""
    rows = [
        AmountRow(tidy(one.nama), one.serapan.pagu, one.serapan.realisasi, shown(one.serapan))
        for one in anggaran.program
        if one.serapan.pagu is not None or one.serapan.realisasi is not None
    ]
    if len(rows) < 2:
        return ()
    title = f"Pagu dan Realisasi Anggaran per Program Tahun {naskah.snapshot.tahun}"
    said = chain([f"{one.nama} terserap {one.said}" for one in rows])
    svg = amount_bars(rows, ("Pagu", "Realisasi"))
    return (Figure(key="gambar-anggaran", title=title, svg=svg, alt=f"{title}: {said}."),)


def _pk_difference(naskah: Naskah, anggaran: AnggaranResult) -> str:
    """What the PK in force says of the same money, where it says another amount."""
    pk, rows = naskah.snapshot.pk_in_force, naskah.snapshot.anggaran
    pagu = anggaran.total.pagu
    if pk is None or not pk.anggaran or pagu is None:
        return ""
    # A PK may print a program without its code: then its name tells which it is.
    codes = {tidy(line.nama).casefold(): line.kode or line.nama for line in anggaran.program}
    names = {line.kode or line.nama: line.nama for line in anggaran.program}
    gaps = {line.kode or line.nama: line.serapan.pagu or Decimal(0) for line in anggaran.program}
    for a in pk.anggaran:
        key = a.program if a.program in gaps else codes.get(tidy(a.nama).casefold(), a.nama)
        names.setdefault(key, a.nama)
        gaps[key] = gaps.get(key, Decimal(0)) - a.anggaran
    parts = [(names[key], gap) for key, gap in gaps.items()]
    jumlah = jumlah_anggaran_pk(pk)
    return pk_difference_sentence(
        nama_pk(pk),
        jumlah,
        pagu,
        parts,
        changed_since=not pk.perubahan
        and any(row.pagu_perubahan is not None for row in rows)
        and total_amount(rows, pagu_murni_of) == jumlah,
        ordering=wording_number(naskah.snapshot),
    )


def _difference_notes(naskah: Naskah) -> Iterator[str]:
    """A sentence for every recorded sum that its details contradict, where the table prints what they come to."""
    for difference in control_differences(naskah.snapshot.anggaran):
        row = difference.row
        # The pagu murni is in the table only where it is the pagu in force.
        if difference.column == "pagu murni" and row.pagu_perubahan is not None:
            continue
        kode = shown_code(row.sub_kegiatan or row.kegiatan or row.program)
        nama = tidy(row.nama_sub_kegiatan or row.nama_kegiatan or row.nama_program)
        place = nama if kode == EMPTY else f"{kode} {nama}"
        yield details_difference_sentence(difference.column, place, difference)


def anggaran_table(naskah: Naskah, anggaran: AnggaranResult) -> TableBlock:
    """Kode | Program/kegiatan/sub kegiatan | Pagu | Realisasi | Serapan; no kode column where there are no codes."""
    rows = list(walk_rows(anggaran.program))
    coded = any(shown_code(b.kode) != EMPTY for b, _ in rows)
    kode = (15,) if coded else ()
    unread = {a.sub_kegiatan or a.kegiatan or a.program for a in naskah.snapshot.anggaran if not a.ditinjau}
    return TableBlock(
        key="tabel-anggaran",
        title=f"Realisasi Anggaran per {_LEVEL} Tahun {naskah.snapshot.tahun}",
        columns=columns(*kode, 100 - sum(kode) - 40, (15, "kanan"), (15, "kanan"), (10, "kanan")),
        heads=header(
            *(("Kode",) if coded else ()),
            "Program/kegiatan/sub kegiatan",
            "Pagu (Rp)",
            "Realisasi (Rp)",
            "Serapan",
        ),
        rows=(
            *(
                row(
                    *((cell(shown_code(b.kode)),) if coded else ()),
                    TableCell(
                        content=settled(tidy(b.nama), read=b.kode not in unread),
                        head=True,
                        bold=indent == 1 and bool(b.anak),
                    ),
                    *serapan_cells(b.serapan),
                    kind="subjumlah" if indent == 0 else "biasa",
                    indent=indent,
                )
                for b, indent in rows
            ),
            row(
                TableCell(content="Jumlah", column=1 + len(kode), head=True),
                *serapan_cells(anggaran.total),
                kind="jumlah",
            ),
        ),
        sumber=sumber_anggaran(naskah),
        size="kecil",
    )


def _last_content(naskah: Naskah) -> tuple[Block, ...]:
    anggaran = recorded_anggaran(naskah)
    previous = sorted(anggaran.lalu, key=lambda a: a.tahun) if anggaran else []
    present = [a for a in previous if a.serapan.pagu is not None or a.serapan.realisasi is not None]
    if anggaran is None or not present:
        return ()
    # The table says by how much; why it cannot be told does not stand there.
    told = present[-1].selisih is not None
    said = last_anggaran_sentence(anggaran.total, present[-1], naskah.snapshot.tahun)
    return (
        _last_table(naskah, anggaran, present),
        *(() if told else (ParagraphBlock(content=said),)),
    )


def _last_table(naskah: Naskah, anggaran: AnggaranResult, previous: list[SerapanBefore]) -> TableBlock:
    """Tahun | Pagu | Realisasi | Serapan | change of serapan to this year, beside each earlier year."""
    tahun = naskah.snapshot.tahun
    years = say_years([*(a.tahun for a in previous), tahun])
    return TableBlock(
        key="tabel-anggaran-lalu",
        title=f"Serapan Anggaran Tahun {years}",
        columns=columns((14, "tengah"), (25, "kanan"), (25, "kanan"), (16, "kanan"), (20, "kanan")),
        heads=header("Tahun", "Pagu (Rp)", "Realisasi (Rp)", "Serapan", f"Perubahan ke {tahun} (poin)"),
        rows=(
            *(
                row(
                    cell(a.tahun, head=True),
                    *serapan_cells(a.serapan),
                    cell(EMPTY if a.selisih is None else signed_persen(a.selisih)),
                )
                for a in previous
            ),
            row(cell(tahun, head=True), *serapan_cells(anggaran.total), cell(EMPTY)),
        ),
        sumber=sumber_anggaran(naskah, previous[0].tahun),
        size="kecil",
    )
