"""Analysis 7: the programs behind a sasaran, and what they yielded: output and outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.document.builders import cell, columns, header, line_rows, row
from reports.document.tree import Block, Bold, Inline, ParagraphBlock, TableBlock, TableCell, TableRow
from reports.lkip.bab3.dokumentasi import foto_sasaran
from reports.lkip.bab3.lintas_sektor import lintas_sektor
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.sources import sumber_anggaran
from reports.prose.language import (
    paragraph,
    quoted,
    sentence,
    tidy,
    with_satuan,
)
from reports.prose.program_sentences import keluaran_sentence, program_sentence
from reports.publish.naskah import Naskah
from reports.tables.printed import EMPTY
from reports.tables.rkt import shown_code
from reports.writing.to_document import written_for
from sakip.capaian.arithmetic import divide
from sakip.capaian.inputs import KeadaanNilai
from sakip.capaian.levels import row_steps
from sakip.capaian.results import SasaranResult, SerapanLine
from sakip.capaian.rounding import HUNDRED, round_half_up
from sakip.capaian.values import Keadaan
from sakip.snapshot.types import Anggaran, Keluaran
from sakip.text.numbers import format_angka
from sakip.text.states import BELUM_DIISI, say_state
from sakip.text.working import persen

_SEBUTAN = {"output": "Keluaran (output)", "outcome": "Hasil (outcome)"}


def supporting_programs(
    naskah: Naskah, sasaran: SasaranResult, location: SectionPosition
) -> tuple[Block, ...]:
    """What the programs are, what they yielded, and what was written; their money stands in the table of the budget.

    Nothing where no program is recorded: that is a finding of the review.
    """
    extra = written_for(naskah, "program", sasaran.kunci)
    photos = foto_sasaran(naskah, sasaran)
    others = lintas_sektor(naskah, sasaran, location)
    program = program_sasaran(naskah, sasaran)
    if not program:
        return (*others, *photos, *extra)
    own = _own(naskah, program)
    keluaran = [k for b in own for k in b.keluaran]
    output = [_state(k) if (p := persen_keluaran(k)) is None else p for k in keluaran if k.jenis == "output"]
    said = paragraph(
        # Where outputs are recorded their table names the programs.
        "" if keluaran else program_sentence(program, location.own),
        keluaran_sentence(output, location.own),
    )
    return (
        *((ParagraphBlock(content=said),) if said else ()),
        *((_table(naskah, program, own, location),) if keluaran else ()),
        *(
            ParagraphBlock(content=sentence(f"Catatan {quoted(uraian)}: {tidy(keterangan)}"), style="catatan")
            for uraian, keterangan in (
                *((_nama(b), b.keterangan) for b in own if b.rinci),
                *((k.uraian, k.keterangan) for k in keluaran),
            )
            if keterangan
        ),
        *others,
        *photos,
        *extra,
    )


def program_sasaran(naskah: Naskah, sasaran: SasaranResult) -> tuple[SerapanLine, ...]:
    """Budget rows of the sasaran's programs, in the sasaran's order (by code, or by name before codes existed)."""
    return naskah.programs_of(sasaran.program)


def persen_keluaran(keluaran: Keluaran) -> Decimal | None:
    """realisasi / target × 100 of an output or outcome; None unless both are numbers and the target is not 0."""
    if keluaran.keadaan != KeadaanNilai.TERISI or keluaran.realisasi is None or not keluaran.target:
        return None
    return round_half_up(divide(keluaran.realisasi * HUNDRED, keluaran.target))


def _own(naskah: Naskah, program: Sequence[SerapanLine]) -> tuple[Anggaran, ...]:
    return naskah.snapshot.anggaran_of(tuple(b.kode or b.nama for b in program))


def _nama(line: Anggaran) -> str:
    nama = line.nama_sub_kegiatan or line.nama_kegiatan or line.nama_program
    return f"{nama} ({line.unit})" if line.unit else nama


def _table(
    naskah: Naskah, program: Sequence[SerapanLine], own: Sequence[Anggaran], location: SectionPosition
) -> TableBlock:
    rows = tuple(b for p in program for b in _rows(p, own, ()))
    return TableBlock(
        key=f"tabel-program-{location.key}",
        title=f"Keluaran Program Pendukung Sasaran {location.nomor} Tahun {location.tahun}",
        columns=columns(64, (13, "kanan"), (13, "kanan"), (10, "kanan")),
        heads=header("Program/kegiatan/sub kegiatan dan keluarannya", "Target", "Realisasi", "Capaian"),
        rows=rows,
        sumber=sumber_anggaran(naskah),
        size="kecil",
    )


def _rows(line: SerapanLine, own: Sequence[Anggaran], paths: tuple[str, ...]) -> Iterator[TableRow]:
    """A program with what it yielded, then that of every row below it; rows that yielded nothing are passed over."""
    paths = (*paths, line.kode or line.nama)
    kode = shown_code(line.kode)
    nama = tidy(line.nama) if kode == EMPTY else f"{kode} {tidy(line.nama)}"
    keluaran = _keluaran(paths, own) if line.rinci else ()
    plain = [_named(k) for k in keluaran if _unmeasured(k)]
    measured = [k for k in keluaran if not _unmeasured(k)]
    name: list[Inline] = [(Bold(nama),)]
    if len(paths) == 1:
        yield row(TableCell(content=line_rows([nama, *plain]), column=4, head=True), kind="kelompok")
        name, plain = [], []
    elif plain and not measured:
        yield row(TableCell(content=line_rows([*name, *plain]), column=4, head=True), indent=1)
    for k in measured:
        said = line_rows([*name, _named(k), *(plain if k is measured[-1] else ())])
        yield row(TableCell(content=said, head=True), *_keluaran_cells(k), indent=1)
        name = []
    for child in line.anak:
        yield from _rows(child, own, paths)


def _named(k: Keluaran) -> str:
    return f"{_SEBUTAN[k.jenis]}: {tidy(k.uraian)}"


def _unmeasured(k: Keluaran) -> bool:
    """Of which there is neither a target nor a realisasi: it is named beside its row, without cells of its own."""
    return k.target is None and not k.target_cetak and k.keadaan == KeadaanNilai.BELUM_DIISI


def _keluaran(paths: tuple[str, ...], own: Sequence[Anggaran]) -> tuple[Keluaran, ...]:
    """Outputs and outcomes recorded on exactly this row."""
    full = (*paths, "", "", "")[:4]
    return tuple(k for a in own if tuple(step.key for step in row_steps(a)) == full for k in a.keluaran)


def _keluaran_cells(k: Keluaran) -> tuple[TableCell, ...]:
    """Target, realisasi and percentage, each known or with its state."""
    keadaan = KeadaanNilai(k.keadaan)
    target = _cetak(k.target, k.target_cetak, k.satuan)
    realisasi = (
        _cetak(k.realisasi, k.realisasi_cetak, k.satuan)
        if keadaan is KeadaanNilai.TERISI
        else say_state(keadaan)
    )
    nilai = persen_keluaran(k)
    return cell(target), cell(realisasi), cell(say_state(_state(k)) if nilai is None else persen(nilai))


def _state(k: Keluaran) -> Keadaan:
    """Of a percentage that is not there: first what can still be filled, then what is declared to be unavailable."""
    if k.keadaan == KeadaanNilai.BELUM_DIISI or (k.target is None and not k.target_cetak):
        return Keadaan.BELUM_DIISI
    return (
        Keadaan.TIDAK_TERSEDIA if k.keadaan == KeadaanNilai.TIDAK_TERSEDIA else Keadaan.TIDAK_DAPAT_DIHITUNG
    )


def _cetak(nilai: Decimal | None, cetak: str, satuan: str) -> str:
    """The printed form with its unit, else the number with it, else "belum diisi"."""
    if cetak:
        return with_satuan(cetak, satuan)
    if nilai is None:
        return BELUM_DIISI
    return with_satuan(format_angka(nilai), satuan)
