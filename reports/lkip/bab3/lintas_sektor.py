"""Who else contributes to a sasaran."""

from __future__ import annotations

from reports.document.builders import cell, columns, header, row
from reports.document.tree import TableBlock
from reports.lkip.bab3.position import SectionPosition
from reports.official.signatures import nama_kecamatan
from reports.prose.language import tidy
from reports.publish.naskah import Naskah
from sakip.capaian.results import SasaranResult


def lintas_sektor_table(
    naskah: Naskah, sasaran: SasaranResult, location: SectionPosition
) -> tuple[TableBlock, ...]:
    """Perangkat daerah atau instansi | Peran; nothing where none is recorded."""
    rows = [one for one in naskah.snapshot.lintas_sektor if one.kunci_sasaran == sasaran.kunci]
    if not rows:
        return ()
    return (
        TableBlock(
            key=f"tabel-lintas-sektor-{location.key}",
            title=f"Dukungan Lintas Sektor pada Sasaran {location.nomor} Tahun {location.tahun}",
            columns=columns(35, 65),
            heads=header("Perangkat daerah atau instansi", "Peran"),
            rows=tuple(row(cell(tidy(one.instansi), head=True), cell(tidy(one.peran))) for one in rows),
            sumber=f"Catatan dukungan lintas sektor {nama_kecamatan(naskah.snapshot)}",
            size="kecil",
        ),
    )
