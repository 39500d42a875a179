"""Analysis 3: realisasi against the target of the Renstra's last year, as tingkat kemajuan."""

from __future__ import annotations

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, TableBlock
from reports.lkip.bab3.analisis_target import working_notes
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.sources import nama_renstra, sumber_data
from reports.prose.comparison_sentences import progress_sentence
from reports.prose.language import sentence, tidy, with_satuan
from reports.prose.sentences import realisasi_indikator
from reports.publish.naskah import Naskah
from sakip.capaian.results import SasaranResult
from sakip.capaian.rumus import rumus_definition
from sakip.text.states import NOT_YET_CONCLUDED
from sakip.text.working import shown


def renstra_progress(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> tuple[Block, ...]:
    """Table and a sentence per indikator; one sentence where the Renstra has no last-year target for any."""
    if not any(i.kemajuan.target is not None for i in sasaran.indikator):
        return (
            ParagraphBlock(
                content=sentence(
                    f"Tingkat kemajuan sasaran ini {NOT_YET_CONCLUDED} karena target akhir Renstra "
                    "untuk indikatornya belum diisi"
                )
            ),
        )
    single = len(sasaran.indikator) == 1
    return (
        _table(naskah, sasaran, location),
        # A share of ranks is not the quotient of the two numbers that the table shows.
        *(
            working_notes(i, i.kemajuan, single=single)
            for i in sasaran.indikator
            if rumus_definition(i.kemajuan.rumus).berperingkat and i.kemajuan.langkah
        ),
        *(
            ParagraphBlock(
                content=progress_sentence(
                    i, location.tahun, single=single, ordering=location.ordering(ordering)
                )
            )
            for ordering, i in enumerate(sasaran.indikator)
        ),
    )


def _table(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> TableBlock:
    end = next((i.tahun_akhir for i in sasaran.indikator if i.tahun_akhir is not None), None)
    return TableBlock(
        key=f"tabel-akhir-renstra-{location.key}",
        title=f"Realisasi Sasaran {location.nomor} terhadap Target Akhir Renstra",
        columns=columns((6, "tengah"), 42, (18, "kanan"), (17, "kanan"), (17, "kanan")),
        heads=header(
            "No.",
            "Indikator kinerja",
            f"Target akhir Renstra{f' ({end})' if end is not None else ''}",
            f"Realisasi {location.tahun}",
            "Tingkat kemajuan",
        ),
        rows=tuple(
            row(
                cell(n),
                cell(tidy(i.nama), head=True),
                cell(with_satuan(i.target_akhir_cetak, i.satuan)),
                cell(realisasi_indikator(i)),
                cell(shown(i.kemajuan)),
            )
            for n, i in enumerate(sasaran.indikator, start=1)
        ),
        sumber=sumber_data(naskah, sasaran.indikator, dokumen=(nama_renstra(naskah.snapshot),)),
        size="kecil",
    )
