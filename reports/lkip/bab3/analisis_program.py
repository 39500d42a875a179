"""Analysis 7: the programs, kegiatan and sub kegiatan behind a sasaran: input, output and outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, TableBlock, TableCell, TableRow
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.sources import sumber_anggaran
from reports.prose.budget_sentences import keluaran_sentence, program_sentence
from reports.prose.language import (
    paragraph,
    quoted,
    sentence,
    tidy,
    with_satuan,
)
from reports.publish.naskah import Naskah
from reports.tables.printed import EMPTY, serapan_cells
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
from sakip.text.states import BELUM_DIISI, NOT_YET_CONCLUDED, say_state
from sakip.text.working import persen

_SEBUTAN = {"output": "Keluaran (output)", "outcome": "Hasil (outcome)"}


def supporting_programs(
    naskah: Naskah, sasaran: SasaranResult, location: SectionPosition
) -> tuple[Block, ...]:
    """Sentences and the table of input, output and outcome; one sentence where no program is recorded."""
    extra = written_for(naskah, "program", sasaran.kunci)
    program = program_sasaran(naskah, sasaran)
    if not program:
        cause = (
            "programnya belum ditetapkan" if not sasaran.program else "data anggaran programnya belum dicatat"
        )
        text = f"Dukungan program terhadap sasaran ini {NOT_YET_CONCLUDED} karena {cause}"
        return (ParagraphBlock(content=sentence(text)), *extra)
    own = _own(naskah, program)
    keluaran = [k for b in own for k in b.keluaran]
    output = [_state(k) if (p := persen_keluaran(k)) is None else p for k in keluaran if k.jenis == "output"]
    return (
        ParagraphBlock(
            content=paragraph(
                program_sentence(program, sasaran.anggaran, location.ordering(2)), keluaran_sentence(output)
            )
        ),
        _table(naskah, program, location),
        *(
            ParagraphBlock(content=sentence(f"Catatan {quoted(uraian)}: {tidy(keterangan)}"), style="catatan")
            for uraian, keterangan in (
                *((_nama(b), b.keterangan) for b in own if b.rinci),
                *((k.uraian, k.keterangan) for k in keluaran),
            )
            if keterangan
        ),
        *extra,
    )


def program_sasaran(naskah: Naskah, sasaran: SasaranResult) -> tuple[SerapanLine, ...]:
    """Budget rows of the sasaran's programs, in the sasaran's order (by code, or by name before codes existed)."""
    if naskah.results is None:
        return ()
    grouped = {(b.kode or b.nama): b for b in naskah.results.anggaran.program}
    return tuple(grouped[kode] for kode in sasaran.program if kode in grouped)


def persen_keluaran(keluaran: Keluaran) -> Decimal | None:
    """realisasi / target × 100 of an output or outcome; None unless both are numbers and the target is not 0."""
    if keluaran.keadaan != KeadaanNilai.TERISI or keluaran.realisasi is None or not keluaran.target:
        return None
    return round_half_up(divide(keluaran.realisasi * HUNDRED, keluaran.target))


def _own(naskah: Naskah, program: Sequence[SerapanLine]) -> list[Anggaran]:
    keys = {b.kode or b.nama for b in program}
    return [a for a in naskah.snapshot.anggaran if (a.program or a.nama_program) in keys]


def _nama(line: Anggaran) -> str:
    nama = line.nama_sub_kegiatan or line.nama_kegiatan or line.nama_program
    return f"{nama} ({line.unit})" if line.unit else nama


def _table(naskah: Naskah, program: Sequence[SerapanLine], location: SectionPosition) -> TableBlock:
    own = _own(naskah, program)
    return TableBlock(
        key=f"tabel-program-{location.key}",
        title=f"Program, Kegiatan, dan Sub Kegiatan Pendukung Sasaran {location.nomor} Tahun {location.tahun}",
        columns=columns(52, (18, "kanan"), (18, "kanan"), (12, "kanan")),
        heads=header("Program/kegiatan/sub kegiatan", "Target", "Realisasi", "Capaian"),
        rows=tuple(b for p in program for b in _rows(p, own, 0, ())),
        sumber=sumber_anggaran(naskah),
        size="kecil",
    )


def _rows(
    line: SerapanLine, own: Sequence[Anggaran], indent: int, paths: tuple[str, ...]
) -> Iterator[TableRow]:
    """A row of the tree with its money, its outputs and outcomes below it, then the rows it splits into."""
    paths = (*paths, line.kode or line.nama)
    kode = shown_code(line.kode)
    nama = tidy(line.nama) if kode == EMPTY else f"{kode} {tidy(line.nama)}"
    if not line.rinci:
        yield row(cell(f"{nama}: anggaran (Rp)", head=True), *serapan_cells(line.serapan), indent=indent)
        return
    yield row(TableCell(content=nama, column=4, head=True), kind="kelompok", indent=indent)
    yield row(cell("Masukan (input): anggaran (Rp)"), *serapan_cells(line.serapan), indent=indent)
    for k in _keluaran(paths, own):
        yield row(cell(f"{_SEBUTAN[k.jenis]}: {tidy(k.uraian)}"), *_keluaran_cells(k), indent=indent)
    for child in line.anak:
        yield from _rows(child, own, indent + 1, paths)


def _keluaran(paths: tuple[str, ...], own: Sequence[Anggaran]) -> tuple[Keluaran, ...]:
    """Outputs and outcomes recorded on exactly this row."""
    full = (*paths, "", "", "")[:4]
    return tuple(k for a in own if tuple(step.key for step in row_steps(a)) == full for k in a.keluaran)


def _keluaran_cells(k: Keluaran) -> tuple[TableCell, ...]:
    """Target, realisasi and percentage; one cell over all three where nothing is known."""
    keadaan = KeadaanNilai(k.keadaan)
    target = _cetak(k.target, k.target_cetak, k.satuan)
    realisasi = (
        _cetak(k.realisasi, k.realisasi_cetak, k.satuan)
        if keadaan is KeadaanNilai.TERISI
        else say_state(keadaan)
    )
    if target == realisasi == BELUM_DIISI:
        return (cell(BELUM_DIISI, column=3, alignment="tengah"),)
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
