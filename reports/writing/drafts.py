"""First drafts of narrative from the numbers: sentences that the results prove, with live values in them.

A draft says what was reached, never why: causes and remedies are for people. Pure: from the Naskah alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from reports.lkip.bab3.analisis_program import program_sasaran
from reports.lkip.bab3.sources import all_indikator, recorded_anggaran
from reports.official.signatures import nama_kecamatan
from reports.prose.conclusion import attention_text
from reports.prose.language import chain, clause, count_of, paragraph, quoted, sentence, tidy
from reports.prose.sentences import reached, target_position
from reports.publish.naskah import Naskah
from reports.writing.blocks import Block, Item, List, Paragraph, Piece, inline
from reports.writing.live import marker_for
from sakip.capaian.inputs import KeadaanNilai
from sakip.capaian.results import (
    Arah,
    IndikatorResult,
    Rerata,
    Results,
    SasaranResult,
    SerapanLine,
)
from sakip.capaian.rounding import HUNDRED
from sakip.text.states import no_conclusion


def draft(naskah: Naskah, bagian: str, key: str = "") -> tuple[Block, ...]:
    """The blocks of a draft for that place; none where the numbers say nothing about it."""
    writer = _WRITERS.get(bagian)
    if writer is None or naskah.results is None:
        return ()
    return tuple(_block(said) for said in writer(naskah, naskah.results, key) if said)


def _block(said: str | list[str]) -> Block:
    if isinstance(said, str):
        return Paragraph(inline([Piece(said)]))
    return List(False, tuple(Item(inline([Piece(one)])) for one in said))


Said = Iterator[str | list[str]]


def _pendorong(naskah: Naskah, results: Results, key: str) -> Said:
    """From what rose, or came up to its target; nothing where nothing did."""
    sasaran, i = _indikator(results, key)
    if sasaran is None or i is None:
        return
    tahun, nama, better = naskah.snapshot.tahun, quoted(i.nama), _since(i, Arah.MEMBAIK)
    if reached(i.capaian) is True:
        yield paragraph(
            sentence(
                f"Pada tahun {tahun} target indikator {nama}, yaitu {marker_for('target')}, tercapai dengan realisasi "
                f"{marker_for('realisasi')}, sehingga capaiannya {marker_for('capaian')} dengan predikat "
                f"{marker_for('predikat')}"
            ),
            sentence(f"Realisasi ini lebih baik daripada realisasi tahun {better}") if better else "",
        )
    elif better:
        yield sentence(
            f"Realisasi indikator {nama} pada tahun {tahun}, yaitu {marker_for('realisasi')}, lebih baik daripada "
            f"realisasi tahun {better}"
        )


def _penghambat(naskah: Naskah, results: Results, key: str) -> Said:
    """From what fell, missed its target or has no data; nothing where nothing did."""
    sasaran, i = _indikator(results, key)
    if sasaran is None or i is None:
        return
    tahun, nama, worse = naskah.snapshot.tahun, quoted(i.nama), _since(i, Arah.MENURUN)
    if i.capaian.nilai is None:
        without = f"{no_conclusion(i.capaian.keadaan)} karena {clause(i.capaian.alasan)}"
        yield sentence(
            f"Capaian indikator {nama} tahun {tahun} {without}"
            if i.capaian.target is None
            else f"Indikator {nama} ditargetkan {marker_for('target')} pada tahun {tahun}, tetapi capaiannya {without}"
        )
    elif reached(i.capaian) is not True:
        yield sentence(
            f"Pada tahun {tahun} indikator {nama} terealisasi {marker_for('realisasi')} dari target "
            f"{marker_for('target')}. Realisasi tersebut {target_position(i.capaian)} dan menghasilkan capaian "
            f"{marker_for('capaian')} dengan predikat {marker_for('predikat')}"
        )
    if worse:
        yield sentence(f"Menurut realisasinya, kinerja indikator {nama} lebih rendah daripada tahun {worse}")
    missed = [one for one in sasaran.indikator if reached(one.capaian) is False]
    low = _lowest_serapan(program_sasaran(naskah, sasaran))
    if low and missed and i is missed[0]:  # the money is the sasaran's: said once
        yield sentence(
            f"Di antara pendukungnya, serapan terendah terdapat pada {tidy(low.nama)}, yaitu "
            f"{marker_for('serapan', low.nama)}"
        )


def _since(i: IndikatorResult, direction: Arah) -> int | None:
    """The latest earlier year with a realisasi, where the kinerja went this way since then."""
    previous = max(
        (p for p in i.perubahan if p.realisasi is not None and p.realisasi.keadaan is KeadaanNilai.TERISI),
        key=lambda p: p.tahun,
        default=None,
    )
    return previous.tahun if previous and previous.arah is direction else None


def _tindak_lanjut(naskah: Naskah, results: Results, key: str) -> Said:
    _, i = _indikator(results, key)
    if i is None:
        return
    front = naskah.snapshot.tahun + 1
    if reached(i.capaian) is True:
        yield sentence(
            f"Pada tahun {front} kinerja indikator {quoted(i.nama)} dipertahankan dan ditingkatkan"
        )
    elif i.capaian.nilai is None:
        yield sentence(f"Pada tahun {front} data indikator {quoted(i.nama)} dilengkapi agar dapat diukur")
    else:
        yield sentence(
            f"Capaian indikator {quoted(i.nama)} sebesar {marker_for('capaian')} belum memenuhi target, sehingga "
            f"pada tahun {front} perbaikan diarahkan pada indikator ini"
        )


def _efisiensi(naskah: Naskah, results: Results, key: str) -> Said:
    """What stands behind the verdict, which the report says itself: the indikator that missed their targets, else where
    least of the money was needed."""
    s = _sasaran(results, key)
    if s is None or s.efisiensi.efisien is None:
        return
    missed = [i for i in s.indikator if reached(i.capaian) is False]
    if missed and len(s.indikator) > 1:
        yield sentence(
            f"Capaian sasaran {quoted(s.uraian)} dikurangi oleh "
            + chain([f"indikator {quoted(i.nama)} dengan {marker_for('capaian', i.nama)}" for i in missed])
        )
    if not missed and (low := _lowest_serapan(program_sasaran(naskah, s))):
        yield sentence(
            f"Seluruh target sasaran {quoted(s.uraian)} tercapai, sedangkan serapan terendah di antara pendukungnya "
            f"terdapat pada {tidy(low.nama)}, yaitu {marker_for('serapan', low.nama)}"
        )


def _program_sasaran(naskah: Naskah, results: Results, key: str) -> Said:
    """Which of several programs spent most and least; what each spent stands in the table."""
    s = _sasaran(results, key)
    program = program_sasaran(naskah, s) if s else ()
    known = sorted((p.serapan.nilai, p.nama) for p in program if p.serapan.nilai is not None)
    if s is None or len(known) < 2 or known[0][0] == known[-1][0]:
        return
    (_, least), (_, most) = known[0], known[-1]
    yield sentence(
        f"Di antara {count_of(len(program), 'program')} pendukung sasaran {quoted(s.uraian)}, serapan tertinggi "
        f"terdapat pada {_nama_program(most)}, yaitu {marker_for('serapan', most)}, dan terendah pada "
        f"{_nama_program(least)}, yaitu {marker_for('serapan', least)}"
    )


def _kendala(naskah: Naskah, results: Results, key: str) -> Said:
    """What was missed or has no capaian; nothing where every target was met."""
    less, without = (
        [i for i in all_indikator(results) if reached(i.capaian) is verdict] for verdict in (False, None)
    )
    tahun = naskah.snapshot.tahun
    if less:
        yield (
            sentence(f"Target {count_of(len(less), 'indikator')} tahun {tahun} belum tercapai, yaitu")[:-1]
            + ":"
        )
        yield [
            sentence(
                f"{tidy(i.nama)}: realisasi {marker_for('realisasi', i.nama)} dari target "
                f"{marker_for('target', i.nama)}, capaian {marker_for('capaian', i.nama)}"
            )
            for i in less
        ]
    if without:
        yield f"Capaian {count_of(len(without), 'indikator')} tahun {tahun} tidak diketahui, yaitu:"
        yield [
            sentence(f"{tidy(i.nama)}: {no_conclusion(i.capaian.keadaan)} karena {clause(i.capaian.alasan)}")
            for i in without
        ]


def _steps(naskah: Naskah, results: Results, key: str) -> Said:
    yield attention_text(naskah)


def _latar_belakang(naskah: Naskah, results: Results, key: str) -> Said:
    if not all_indikator(results):
        return
    yield paragraph(
        sentence(
            f"Pada tahun {naskah.snapshot.tahun} kinerja {nama_kecamatan(naskah.snapshot)} diukur melalui "
            f"{count_of(len(all_indikator(results)), 'indikator')} dari {count_of(len(results.sasaran), 'sasaran')}"
            f"{_mean(results.rerata)}"
        ),
        sentence(f"Anggaran program sebesar {marker_for('pagu')} terserap {marker_for('serapan')}")
        if recorded_anggaran(naskah)
        else "",
    )


def _mean(rerata: Rerata) -> str:
    """The mean, always saying over how many where these are not all; empty where there is none."""
    if rerata.nilai is None:
        return ""
    known = (
        ""
        if rerata.complete
        else f" dari {count_of(rerata.terhitung, 'indikator')} yang capaiannya diketahui"
    )
    return f", dengan {_subject(rerata)} {marker_for('rata-rata')}{known}"


def _subject(rerata: Rerata) -> str:
    """ "rata-rata capaian", or "capaian" of one indikator alone."""
    return "capaian" if rerata.jumlah == 1 else "rata-rata capaian"


_WRITERS: Final[dict[str, Callable[[Naskah, Results, str], Said]]] = {
    "latar-belakang": _latar_belakang,
    "pendorong": _pendorong,
    "penghambat": _penghambat,
    "rencana-aksi": _tindak_lanjut,
    "efisiensi": _efisiensi,
    "program": _program_sasaran,
    "kendala": _kendala,
    "langkah": _steps,
}


# -- the records behind a place ----------------------------------------------------------------------


def _sasaran(results: Results, key: str) -> SasaranResult | None:
    return next((s for s in results.sasaran if s.kunci == key), None)


def _indikator(results: Results, key: str) -> tuple[SasaranResult | None, IndikatorResult | None]:
    for sasaran in results.sasaran:
        for indikator in sasaran.indikator:
            if indikator.kunci == key:
                return sasaran, indikator
    return None, None


def _lowest_serapan(program: tuple[SerapanLine, ...]) -> SerapanLine | None:
    """The row that left most of its money; None where none did, or there is nothing to compare it with."""
    known = [(b.serapan.nilai, b) for p in program for b in _leaves(p) if b.serapan.nilai is not None]
    least, row = min(known, key=lambda pair: pair[0], default=(HUNDRED, None))
    return row if len(known) > 1 and least < HUNDRED else None


def _leaves(row: SerapanLine) -> Iterator[SerapanLine]:
    """The rows that a reader knows by their name: the parts of kelurahan or units stay with their sub kegiatan."""
    if not row.anak or row.anak[0].tingkat == "unit":
        yield row
        return
    for child in row.anak:
        yield from _leaves(child)


def _nama_program(nama: str) -> str:
    nama = tidy(nama)
    return nama if nama.casefold().startswith("program") else f"Program {nama}"
