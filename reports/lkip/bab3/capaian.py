"""BAB III.B Capaian kinerja: measurement, ikhtisar, the analyses of every sasaran, then what is not measured."""

from __future__ import annotations

from reports.document.numbering import counted
from reports.document.tree import ParagraphBlock, Part
from reports.lkip.bab3.cakupan import cakupan_pengukuran
from reports.lkip.bab3.ikhtisar_capaian import ikhtisar_capaian
from reports.lkip.bab3.pengukuran import pengukuran_capaian
from reports.lkip.bab3.prestasi import prestasi_part
from reports.lkip.bab3.sasaran import analisis_sasaran
from reports.lkip.bab3.sources import alasan_without_result
from reports.official.signatures import nama_kecamatan
from reports.prose.language import sentence
from reports.publish.naskah import Naskah
from sakip.text.states import NOT_YET_CONCLUDED


def capaian_kinerja(naskah: Naskah) -> Part:
    """One sentence where nothing could be measured."""
    results = naskah.results
    title = f"Capaian Kinerja {nama_kecamatan(naskah.snapshot)}"
    if results is None or not any(s.indikator for s in results.sasaran):
        text = (
            f"Capaian kinerja {nama_kecamatan(naskah.snapshot)} tahun {naskah.snapshot.tahun} "
            f"{NOT_YET_CONCLUDED} karena {alasan_without_result(naskah)}"
        )
        return Part(
            key="capaian-kinerja", title=title, level=2, content=(ParagraphBlock(content=sentence(text)),)
        )
    return Part(
        key="capaian-kinerja",
        title=title,
        level=2,
        children=counted(
            pengukuran_capaian(naskah, results),
            ikhtisar_capaian(naskah, results),
            *(
                analisis_sasaran(
                    naskah, sasaran, ordering, sum(len(s.indikator) for s in results.sasaran[:ordering])
                )
                for ordering, sasaran in enumerate(results.sasaran)
            ),
            cakupan_pengukuran(naskah, results),
            *prestasi_part(naskah, results),
        ),
    )
