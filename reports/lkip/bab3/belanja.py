"""BAB III.C.1: the whole budget and its composition by jenis belanja."""

from __future__ import annotations

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, TableBlock, TableCell
from reports.lkip.bab3.sources import recorded_anggaran, sumber_anggaran
from reports.official.signatures import nama_kecamatan
from reports.prose.capitals import spending_in_words
from reports.prose.language import chain, compose, count_of, paragraph, sentence, tidy
from reports.prose.position import wording_number
from reports.publish.naskah import Naskah
from reports.tables.printed import serapan_cells
from sakip.capaian.anggaran import compute_serapan
from sakip.capaian.arithmetic import complete_total
from sakip.capaian.results import Serapan
from sakip.capaian.rounding import share_by_largest_remainder
from sakip.snapshot.types import Belanja
from sakip.text.numbers import format_rupiah
from sakip.text.working import persen


def jumlah_belanja(naskah: Naskah) -> Serapan | None:
    """The sum of the top groups of belanja (rupiah); None where no composition is recorded.

    An amount that one group lacks makes that sum unknown.
    """
    peak = _peak(naskah)
    if not peak:
        return None
    return compute_serapan(complete_total(b.pagu for b in peak), complete_total(b.realisasi for b in peak))


def belanja_content(naskah: Naskah) -> tuple[Block, ...]:
    """How much there was and of what kinds; nothing where no composition is recorded."""
    jumlah = jumlah_belanja(naskah)
    if jumlah is None:
        return ()
    ordering = wording_number(naskah.snapshot)
    said = paragraph(
        _jumlah_sentence(naskah, jumlah),
        _komposisi_sentence(_peak(naskah), ordering),
        _program_sentence(naskah, jumlah, ordering),
    )
    return (*((ParagraphBlock(content=said),) if said else ()), _table(naskah, jumlah))


def _jumlah_sentence(naskah: Naskah, jumlah: Serapan) -> str:
    """Why the whole amount has no sum; nothing where its row says it."""
    subject = f"Keseluruhan anggaran belanja {nama_kecamatan(naskah.snapshot)} tahun {naskah.snapshot.tahun}"
    if jumlah.pagu is None:
        return sentence(
            f"{subject} belum dapat dijumlahkan karena pagu salah satu jenis belanja belum dicatat"
        )
    return ""


def _program_sentence(naskah: Naskah, jumlah: Serapan, ordering: int) -> str:
    """What part of the whole amount the table per program covers; empty where it is the whole, or either is unknown."""
    anggaran = recorded_anggaran(naskah)
    program = anggaran.total.pagu if anggaran else None
    if anggaran is None or program is None or jumlah.pagu is None or program == jumlah.pagu:
        return ""
    many = count_of(len(anggaran.program), "program")
    if program > jumlah.pagu:
        return sentence(f"Anggaran {many} berjumlah {format_rupiah(program)}")
    kind = _spending_of_programs(naskah)
    which = f"{kind} sebesar" if kind else "bagian sebesar"
    return sentence(
        compose(
            ordering,
            (
                "Dari keseluruhan itu,",
                "Dari seluruh anggaran belanja,",
                "Dari jumlah keseluruhan,",
                "Di antara seluruh belanja,",
                "Dari anggaran tersebut,",
                "Dari seluruh pagu,",
            ),
            (f"{which} {format_rupiah(program)}",),
            (
                f"dilaksanakan melalui {many}",
                f"tersebar dalam {many}",
                f"menjadi anggaran {many}",
                f"digunakan untuk {many}",
                f"membiayai {many}",
                f"dialokasikan ke {many}",
            ),
        )
    )


def _spending_of_programs(naskah: Naskah) -> str:
    """The kind of spending that the programs are together ("belanja langsung"): the one of the same pagu; empty where
    none is."""
    anggaran = recorded_anggaran(naskah)
    program = anggaran.total.pagu if anggaran else None
    same = [b for b in naskah.snapshot.belanja if b.pagu is not None and b.pagu == program]
    return spending_in_words(tidy(same[0].nama)) if len(same) == 1 else ""


def _komposisi_sentence(peak: list[Belanja], ordering: int) -> str:
    pagu = [b.pagu for b in peak if b.pagu is not None]
    if len(peak) < 2 or len(pagu) < len(peak) or not any(pagu):
        return ""
    parts = [
        f"{spending_in_words(tidy(b.nama))} {persen(p)}"
        for b, p in zip(peak, share_by_largest_remainder(pagu), strict=True)
    ]
    return sentence(
        compose(
            ordering,
            (
                "Anggaran belanja terdiri atas",
                "Anggaran belanja terbagi atas",
                "Menurut jenisnya, belanja terdiri atas",
                "Susunan anggaran belanja adalah",
                "Anggaran belanja meliputi",
                "Pembagian pagunya adalah",
            ),
            (
                chain(parts),
                f"{chain(parts)} dari keseluruhan pagu",
                f"{chain(parts)} menurut pagunya",
                f"{chain(parts)} dari seluruh belanja",
                f"{chain(parts)}, dihitung dari pagu",
                f"{chain(parts)} dari jumlah pagu",
            ),
        )
    )


def _table(naskah: Naskah, jumlah: Serapan) -> TableBlock:
    """Jenis belanja | Pagu, with realisasi and serapan where any row has a realisasi."""
    rows = _order(naskah)
    complete = any(b.realisasi is not None for b, _ in rows)

    def angka(serapan: Serapan) -> tuple[TableCell, ...]:
        return serapan_cells(serapan) if complete else serapan_cells(serapan)[:1]

    return TableBlock(
        key="tabel-belanja",
        title=f"Komposisi Belanja Tahun {naskah.snapshot.tahun}",
        columns=columns(46, (21, "kanan"), (21, "kanan"), (12, "kanan"))
        if complete
        else columns(65, (35, "kanan")),
        heads=header("Jenis belanja", "Pagu (Rp)", *(("Realisasi (Rp)", "Serapan") if complete else ())),
        rows=(
            *(
                row(
                    cell(tidy(b.nama), head=True),
                    *angka(compute_serapan(b.pagu, b.realisasi)),
                    kind="subjumlah" if indent == 0 else "biasa",
                    indent=indent,
                )
                for b, indent in rows
            ),
            row(cell("Jumlah", head=True), *angka(jumlah), kind="jumlah"),
        ),
        sumber=sumber_anggaran(naskah),
        size="kecil",
    )


def _peak(naskah: Naskah) -> list[Belanja]:
    kode = {b.kode for b in naskah.snapshot.belanja}
    return [b for b in naskah.snapshot.belanja if b.induk not in kode]


def _order(naskah: Naskah) -> list[tuple[Belanja, int]]:
    """Every group followed by its parts, with its depth."""

    def descend(b: Belanja, indent: int) -> list[tuple[Belanja, int]]:
        children = [a for a in naskah.snapshot.belanja if a.induk == b.kode]
        return [(b, indent), *(pair for a in children for pair in descend(a, indent + 1))]

    return [pair for b in _peak(naskah) for pair in descend(b, 0)]
