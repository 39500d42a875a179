"""Who else contributes to a sasaran."""

from __future__ import annotations

from reports.document.builders import cell, columns, header, row
from reports.document.marks import settled
from reports.document.tree import Block, ParagraphBlock, TableBlock
from reports.lkip.bab3.position import SectionPosition
from reports.official.signatures import nama_kecamatan
from reports.prose.capitals import begin_small
from reports.prose.language import compose, sentence, tidy
from reports.publish.naskah import Naskah
from sakip.capaian.results import SasaranResult
from sakip.snapshot.types import LintasSektor


def lintas_sektor(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> tuple[Block, ...]:
    """Perangkat daerah atau instansi | Peran of several, a sentence of a single one; nothing where none is recorded."""
    rows = [one for one in naskah.snapshot.lintas_sektor if one.kunci_sasaran == sasaran.kunci]
    if not rows:
        return ()
    if len(rows) == 1:
        said = settled(_single(rows[0], location.own), read=rows[0].ditinjau)
        return (ParagraphBlock(content=said),)
    return (
        TableBlock(
            key=f"tabel-lintas-sektor-{location.key}",
            title=f"Dukungan Lintas Sektor pada Sasaran {location.nomor} Tahun {location.tahun}",
            columns=columns(35, 65),
            heads=header("Perangkat daerah atau instansi", "Peran"),
            rows=tuple(
                row(cell(settled(tidy(one.instansi), read=one.ditinjau), head=True), cell(tidy(one.peran)))
                for one in rows
            ),
            sumber=f"Catatan dukungan lintas sektor {nama_kecamatan(naskah.snapshot)}",
            size="kecil",
        ),
    )


def _single(one: LintasSektor, ordering: int) -> str:
    instansi, peran = tidy(one.instansi), tidy(one.peran)
    openings = (
        f"Sasaran ini didukung pula oleh {instansi}",
        f"Di luar kecamatan, {instansi} turut mendukung sasaran ini",
        f"{instansi} ikut mewujudkan sasaran ini",
        f"Dukungan lintas sektor diberikan {instansi}",
        f"Kecamatan bekerja bersama {instansi}",
        f"Tercapainya sasaran ini juga ditopang {instansi}",
    )
    role = begin_small(peran)
    roles = (
        f"; perannya: {role}",
        f"; yang dilakukan: {role}",
        f"dengan peran berikut: {role}",
        f"; bentuk dukungannya: {role}",
        f"dengan peran: {role}",
        f"; dukungannya: {role}",
    )
    return sentence(compose(ordering, openings, roles))
