"""BAB III.B: what the year's measurement covers: IKU, tujuan, sasaran and indikator that the PK leaves out, by name.

What is recorded of them is printed all the same: a value that somebody entered stands in no drawer.
"""

from __future__ import annotations

from dataclasses import dataclass

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, Part, TableBlock, TableCell, TableRow
from reports.lkip.bab3.sources import nama_renstra, sumber_realisasi
from reports.official.signatures import jabatan_camat, nama_kecamatan
from reports.prose.coverage_sentences import coverage_sentence, tujuan_sentence, valued_outside
from reports.prose.language import chain, say_years, tidy, unique
from reports.prose.position import wording_number
from reports.prose.sentences import realisasi_indikator, target_indikator
from reports.publish.naskah import Naskah
from reports.tables.pk import nama_pk
from reports.tables.printed import EMPTY
from sakip.capaian.inputs import AsalTarget, KeadaanNilai
from sakip.capaian.results import IndikatorResult, Results
from sakip.snapshot.coverage import RKT, SK_IKU, UnmeasuredGroup, UnmeasuredIndikator, pk_name, unmeasured
from sakip.snapshot.reads import kept
from sakip.text.states import BELUM_DIISI
from sakip.text.working import shown

#: What follows from a realisasi that is a value.
_RESULTS = ("Capaian terhadap Renstra", "Tingkat kemajuan")
_OUTSIDE = "di Luar Perjanjian Kinerja"
#: So many columns of figures leave a reason half its room.
_FEW_FIGURES = 2


@dataclass(frozen=True, slots=True)
class _Shows:
    """Which columns of the table say something."""

    target: bool
    realisasi: bool
    results: bool
    alasan: bool


@kept
def cakupan_pengukuran(naskah: Naskah, results: Results) -> Part:
    """One sentence where everything is measured, else counts and the table of what is not."""
    left_out = unmeasured(naskah.snapshot)
    content: list[Block] = [
        ParagraphBlock(
            content=coverage_sentence(
                left_out, wording_number(naskah.snapshot), valued=valued_outside(results)
            )
        )
    ]
    if left_out and left_out.groups:
        content.append(_table(naskah, results, left_out.groups))
    content += _earlier(naskah, results)
    if said := tujuan_sentence(results.indikator_tujuan, wording_number(naskah.snapshot)):
        content.append(ParagraphBlock(content=said))
    return Part(key="cakupan-pengukuran", title="Cakupan Pengukuran", level=3, content=tuple(content))


def _table(naskah: Naskah, results: Results, groups: tuple[UnmeasuredGroup, ...]) -> TableBlock:
    """Indikator | Tercantum dalam | Target Renstra | Realisasi | Capaian | Tingkat kemajuan | Alasan, by tujuan and
    sasaran; of all but the first two each where it says something of one: a target, that somebody said what the
    realisasi is, that it is a value, and a reason."""
    tahun = naskah.snapshot.tahun
    known = {i.kunci: i for i in results.di_luar_pk}
    every = [i for group in groups for i in group.indikator]
    there = [one for i in every if (one := known.get(i.kunci))]
    shows = _Shows(
        target=any(one.capaian.target for one in there),
        realisasi=any(realisasi_indikator(one) != BELUM_DIISI for one in there),
        results=any(one.capaian.nilai is not None or one.kemajuan.nilai is not None for one in there),
        alasan=any(i.alasan for i in every),
    )
    heads = (
        "Indikator",
        "Tercantum dalam",
        *((f"Target Renstra {tahun}",) if shows.target else ()),
        *((f"Realisasi {tahun}",) if shows.realisasi else ()),
        *(_RESULTS if shows.results else ()),
        *(("Alasan tidak diukur",) if shows.alasan else ()),
    )
    width = len(heads)
    figures = width - 2 - shows.alasan
    document, figure = (13, 10) if shows.alasan else (18, 12)
    reason = (21 if figures > _FEW_FIGURES else 30) * shows.alasan
    rows: list[TableRow] = []
    tujuan = ""
    # What has a realisasi was measured; it only was not promised.
    valued = valued_outside(results)
    yet = "yang tidak diperjanjikan" if valued else "yang tidak diukur"
    for group in groups:
        if group.whole_tujuan and group.tujuan != tujuan:
            rows.append(_head(f"Tujuan {yet}: {tidy(group.tujuan)}", width))
        tujuan = group.tujuan
        rows.append(_head(f"{_kind(group, yet)}: {tidy(group.sasaran)}", width))
        rows += [_row(i, known.get(i.kunci), shows) for i in group.indikator]
    return TableBlock(
        key="tabel-tidak-diukur",
        title=f"Tujuan, Sasaran, dan Indikator {_OUTSIDE if valued else 'yang Tidak Diukur'} Tahun {tahun}",
        columns=columns(
            100 - document - figure * figures - reason,
            document,
            *((figure, "kanan") for _ in range(figures)),
            *((reason,) if shows.alasan else ()),
        ),
        heads=header(*heads),
        rows=tuple(rows),
        sumber="; ".join(unique([*_documents(naskah, groups), *_sources(naskah, results, (tahun,))])),
        size="kecil",
    )


def _documents(naskah: Naskah, groups: tuple[UnmeasuredGroup, ...]) -> list[str]:
    """The documents that hold what is listed, by their full names."""
    snapshot = naskah.snapshot
    names = {
        AsalTarget.RENSTRA.value: nama_renstra(snapshot),
        RKT: f"RKT {nama_kecamatan(snapshot)} Tahun {snapshot.tahun}",
        SK_IKU: f"Keputusan {jabatan_camat(snapshot)} tentang IKU",
    } | {pk_name(pk): nama_pk(pk) for pk in snapshot.pk}
    held = {dokumen for g in groups for i in g.indikator for dokumen in i.dokumen}
    return [name for dokumen, name in names.items() if dokumen in held] or [nama_renstra(snapshot)]


def _kind(group: UnmeasuredGroup, yet: str) -> str:
    """What the heading says of a sasaran, of which all or only some indikator are outside the PK (``yet``)."""
    if not group.tujuan:
        return "Di luar Renstra, sasaran"
    return f"Sasaran {yet}" if group.whole_sasaran else f"Sasaran {yet.replace('tidak ', '')} sebagian"


def _head(text: str, width: int) -> TableRow:
    return row(TableCell(content=text, column=width, head=True), kind="kelompok")


def _row(i: UnmeasuredIndikator, result: IndikatorResult | None, shows: _Shows) -> TableRow:
    # No realisasi can be recorded of what stands in no Renstra.
    realisasi, capaian, kemajuan = (
        (realisasi_indikator(result), shown(result.capaian), shown(result.kemajuan))
        if result
        else (EMPTY, EMPTY, EMPTY)
    )
    target = target_indikator(result) if result and result.capaian.target else EMPTY
    return row(
        cell(tidy(i.nama), head=True),
        cell(chain(i.dokumen) or EMPTY),
        *((cell(target),) if shows.target else ()),
        *((cell(realisasi),) if shows.realisasi else ()),
        *((cell(capaian), cell(kemajuan)) if shows.results else ()),
        *((cell(tidy(i.alasan) or EMPTY),) if shows.alasan else ()),
        indent=1,
    )


def _earlier(naskah: Naskah, results: Results) -> tuple[Block, ...]:
    """Realisasi over the years of those that have earlier ones."""
    recorded = [i for i in results.di_luar_pk if any(_filled(i, p.tahun) for p in i.perubahan)]
    years = sorted({p.tahun for i in recorded for p in i.perubahan if _filled(i, p.tahun)})[-4:]
    if not years:
        return ()
    tahun = (*years, naskah.snapshot.tahun)
    return (
        TableBlock(
            key="tabel-tidak-diukur-lalu",
            title=f"Realisasi Indikator {_OUTSIDE} Tahun {say_years(tahun)}",
            columns=columns(100 - 12 * len(tahun), *((12, "kanan") for _ in tahun)),
            heads=header("Indikator", *(str(t) for t in tahun)),
            rows=tuple(
                row(
                    cell(tidy(i.nama), head=True),
                    *(cell(_printed(i, t)) for t in years),
                    cell(realisasi_indikator(i)),
                )
                for i in recorded
            ),
            sumber="; ".join(_sources(naskah, results, tahun)) or nama_renstra(naskah.snapshot),
            size="kecil",
        ),
    )


def _filled(i: IndikatorResult, tahun: int) -> bool:
    return any(
        p.tahun == tahun and p.realisasi is not None and p.realisasi.keadaan is KeadaanNilai.TERISI
        for p in i.perubahan
    )


def _printed(i: IndikatorResult, tahun: int) -> str:
    return next((p.realisasi_cetak for p in i.perubahan if p.tahun == tahun), BELUM_DIISI)


def _sources(naskah: Naskah, results: Results, tahun: tuple[int, ...]) -> list[str]:
    """Where the realisasi come from that are there."""
    return unique(
        [source for i in results.di_luar_pk for t in tahun for source in sumber_realisasi(naskah, i, t)]
    )
