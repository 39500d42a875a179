"""BAB III.B.3 and on: one subsection per sasaran with the seven analyses of Permen PANRB 53/2014."""

from __future__ import annotations

from reports.document.tree import Block, ParagraphBlock, Part
from reports.lkip.bab3.analisis_efisiensi import efisiensi_sasaran
from reports.lkip.bab3.analisis_pembanding import pembanding_wilayah
from reports.lkip.bab3.analisis_program import supporting_programs
from reports.lkip.bab3.analisis_renstra import renstra_progress
from reports.lkip.bab3.analisis_sebab import sebab_dan_solusi
from reports.lkip.bab3.analisis_tahun import previous_year
from reports.lkip.bab3.analisis_target import target_realisasi
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.sources import sasaran_key
from reports.prose.language import sentence, tidy
from reports.prose.position import wording_number
from reports.publish.naskah import Naskah
from sakip.capaian.results import SasaranResult
from sakip.snapshot.reads import kept


@kept
def analisis_sasaran(naskah: Naskah, sasaran: SasaranResult, ordering: int, before: int = 0) -> Part:
    """The subsection of a sasaran; ``ordering`` counts from 0, ``before`` are the indikator of those before it.

    An analysis that has nothing to say has no heading: what it lacks is a finding of the review.
    """
    location = SectionPosition(
        key=sasaran_key(sasaran, ordering + 1),
        nomor=ordering + 1,
        tahun=naskah.snapshot.tahun,
        kecamatan=wording_number(naskah.snapshot),
        before=before,
    )
    analisis: tuple[tuple[str, str, tuple[Block, ...]], ...] = (
        (
            "target",
            f"Target, Realisasi, dan Capaian Tahun {location.tahun}",
            target_realisasi(naskah, sasaran, location),
        ),
        ("tahun", "Perbandingan dengan Tahun-Tahun Sebelumnya", previous_year(naskah, sasaran, location)),
        ("renstra", "Kemajuan terhadap Target Akhir Renstra", renstra_progress(naskah, sasaran, location)),
        (
            "pembanding",
            f"Perbandingan dengan {naskah.snapshot.kecamatan.kabupaten.sebutan}, Provinsi, dan Nasional",
            pembanding_wilayah(naskah, sasaran, location),
        ),
        (
            "sebab",
            "Penyebab Keberhasilan atau Kegagalan dan Solusi",
            sebab_dan_solusi(naskah, sasaran),
        ),
        ("efisiensi", "Efisiensi Penggunaan Sumber Daya", efisiensi_sasaran(naskah, sasaran, location)),
        (
            "program",
            "Program, Kegiatan, dan Sub Kegiatan Pendukung",
            supporting_programs(naskah, sasaran, location),
        ),
    )
    without = sentence("Sasaran ini belum memiliki indikator yang diukur")
    return Part(
        key=f"analisis-{location.key}",
        title=f"Sasaran Strategis {location.nomor}: {tidy(sasaran.uraian)}",
        level=3,
        content=() if sasaran.indikator else (ParagraphBlock(content=without),),
        children=tuple(
            Part(
                key=f"analisis-{location.key}-{part}",
                title=title,
                level=4,
                content=content,
                contents=False,  # seven lines for every sasaran would bury the table of contents
            )
            for part, title, content in analisis
            if content
        ),
    )
