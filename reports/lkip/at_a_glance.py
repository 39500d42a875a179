"""What a reader of one page sees of the year: capaian and serapan of every sasaran, drawn and in figures."""

from __future__ import annotations

from reports.charts import Pair, pair_bars
from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, Figure, ParagraphBlock, TableBlock, TableCell
from reports.lkip.bab3.sources import all_indikator, sumber_anggaran, sumber_data
from reports.official.signatures import nama_kecamatan
from reports.prose.language import chain, tidy
from reports.publish.naskah import Naskah
from reports.tables.printed import EMPTY
from sakip.capaian.results import Efisiensi, Rerata, Results, Serapan
from sakip.snapshot.types import Snapshot
from sakip.text.states import say_state
from sakip.text.working import persen, say_kategori

_EFISIEN = {True: "Efisien", False: "Tidak efisien", None: EMPTY}


def at_a_glance(naskah: Naskah, results: Results) -> tuple[Block, ...]:
    """The drawing, the table behind it, and how many recommendations are answered; nothing drawn of a single sasaran,
    whose capaian is that of the kecamatan."""
    if len(results.sasaran) == 1:
        return _answered(naskah.snapshot)
    tahun = naskah.snapshot.tahun
    title = f"Capaian dan Serapan Anggaran per Sasaran Tahun {tahun}"
    table = TableBlock(
        key="tabel-sekilas",
        title=title,
        columns=columns((5, "tengah"), 45, (10, "kanan"), (16, "tengah"), (10, "kanan"), (14, "tengah")),
        heads=header("No.", "Sasaran strategis", "Capaian", "Predikat", "Serapan", "Efisiensi"),
        rows=(
            *(
                row(
                    cell(str(n)),
                    cell(tidy(s.uraian), head=True),
                    *_capaian_cells(s.rerata),
                    cell(_serapan(s.anggaran)),
                    cell(_efisiensi(s.efisiensi)),
                )
                for n, s in enumerate(results.sasaran, start=1)
            ),
            row(
                cell(nama_kecamatan(naskah.snapshot), column=2, head=True),
                *_capaian_cells(results.rerata),
                cell(_serapan(results.anggaran.total)),
                cell(""),
                kind="jumlah",
            ),
        ),
        sumber=f"{sumber_data(naskah, all_indikator(results))}; {sumber_anggaran(naskah)}",
        size="kecil",
    )
    return (*_drawing(naskah, results, title), table, *_answered(naskah.snapshot))


def _answered(snapshot: Snapshot) -> tuple[ParagraphBlock, ...]:
    """How many recommendations of last year's evaluation are settled; nothing where there were none."""
    rows = snapshot.rekomendasi_lhe
    settled = sum(one.status == "Selesai" for one in rows)
    before = snapshot.tahun - 1
    said = (
        f"Rekomendasi hasil evaluasi tahun {before} yang selesai ditindaklanjuti: {settled} dari {len(rows)}."
    )
    return (ParagraphBlock(content=said, style="catatan"),) if rows else ()


def _drawing(naskah: Naskah, results: Results, title: str) -> tuple[Figure, ...]:
    pairs = [
        *(_pair(f"Sasaran {n}", s.rerata, s.anggaran) for n, s in enumerate(results.sasaran, start=1)),
        _pair(naskah.snapshot.kecamatan.sebutan, results.rerata, results.anggaran.total),
    ]
    if not any(v is not None for p in pairs for v in p.values):
        return ()
    said = chain([f"{p.nama} capaian {p.said[0]} dan serapan {p.said[1]}" for p in pairs])
    return (
        Figure(
            key="gambar-sekilas",
            title=title,
            svg=pair_bars(pairs, ("Capaian kinerja", "Serapan anggaran")),
            alt=f"{title}: {said}.",
        ),
    )


def _pair(nama: str, rerata: Rerata, anggaran: Serapan) -> Pair:
    return Pair(
        nama=nama,
        values=(rerata.nilai, anggaran.nilai),
        said=(
            say_state(rerata.keadaan) if rerata.nilai is None else persen(rerata.nilai),
            say_state(anggaran.keadaan) if anggaran.nilai is None else persen(anggaran.nilai),
        ),
    )


def _capaian_cells(rerata: Rerata) -> list[TableCell]:
    """Capaian and predikat; of a sasaran that is known in part how much of it is."""
    if rerata.nilai is None:
        return [cell(EMPTY), cell(say_state(rerata.keadaan))]
    part = f"rata-rata {rerata.terhitung} dari {rerata.jumlah} indikator"
    return [cell(persen(rerata.nilai)), cell(say_kategori(rerata.kategori) if rerata.complete else part)]


def _serapan(serapan: Serapan) -> str:
    return EMPTY if serapan.nilai is None else persen(serapan.nilai)


def _efisiensi(efisiensi: Efisiensi) -> str:
    return _EFISIEN[efisiensi.efisien]
