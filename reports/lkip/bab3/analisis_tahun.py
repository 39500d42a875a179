"""Analysis 2: realisasi and capaian of this year against earlier years (2 to 5 year columns)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, TableBlock, TableCell
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.sources import nama_renstra, sumber_realisasi
from reports.prose.comparison_sentences import (
    dasar_sentence,
    perubahan_sentence,
    tren_sentence,
    unavailable_years_sentence,
)
from reports.prose.language import paragraph, quoted, say_years, sentence, tidy, with_satuan
from reports.prose.sentences import realisasi_indikator, say_indikator, target_indikator
from reports.publish.naskah import Naskah
from reports.tables.pk import nama_pk
from sakip.capaian.inputs import AsalTarget, KeadaanNilai
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, IndikatorResult, Perubahan, SasaranResult
from sakip.capaian.values import Keadaan
from sakip.text.numbers import format_angka
from sakip.text.states import BELUM_DIISI, NOT_YET_CONCLUDED
from sakip.text.working import shown, shown_decimals

#: Width in percent of a year column, by the number of years shown.
_TAHUN_WIDTHS = {2: 14, 3: 11, 4: 9, 5: 7}


def previous_year(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> tuple[Block, ...]:
    """Tables of target, realisasi and capaian per year with the changes in words; one sentence without data."""
    tahun = compared_years(sasaran)
    if not tahun:
        return (
            ParagraphBlock(
                content=sentence(
                    f"Perkembangan kinerja {NOT_YET_CONCLUDED} karena target dan realisasi "
                    f"sebelum tahun {location.tahun} belum diisi"
                )
            ),
        )
    columns_of_years = (*tahun, location.tahun)
    return (
        _realisasi_table(naskah, sasaran, location, columns_of_years),
        *_capaian_tables(naskah, sasaran, location, columns_of_years),
        *_dasar_notes(sasaran, location),
        *(
            ParagraphBlock(
                content=_uraian(
                    i, location, single=len(sasaran.indikator) == 1, ordering=location.ordering(ordering)
                )
            )
            for ordering, i in enumerate(sasaran.indikator)
        ),
    )


def _dasar_notes(sasaran: SasaranResult, location: SectionPosition) -> tuple[Block, ...]:
    """By which targets the years were made comparable, where these are not the measured ones."""
    single = len(sasaran.indikator) == 1
    return tuple(
        ParagraphBlock(content=said if single else f"{quoted(i.nama)}: {said}", style="catatan")
        for i in sasaran.indikator
        if (said := dasar_sentence(i, location.tahun))
    )


def compared_years(sasaran: SasaranResult) -> tuple[int, ...]:
    """Earlier years for which at least one indikator has a realisasi or a target, oldest first, at most four."""
    tahun = {p.tahun for i in sasaran.indikator for p in i.perubahan if _filled(p)}
    return tuple(sorted(tahun))[-4:]


def _filled(perubahan: Perubahan) -> bool:
    has_realisasi = perubahan.realisasi is not None and perubahan.realisasi.keadaan is KeadaanNilai.TERISI
    return has_realisasi or perubahan.capaian.target is not None


def _uraian(i: IndikatorResult, location: SectionPosition, *, single: bool, ordering: int) -> str:
    """The year before in full, the nearest comparable year if that is another one, and the course over all."""
    filled = [p for p in i.perubahan if _filled(p)]
    if not filled:
        return paragraph(
            sentence(
                f"Perkembangan {say_indikator(i, single)} {NOT_YET_CONCLUDED} karena target dan "
                "realisasi tahun-tahun sebelumnya belum diisi"
            )
            if all(_pending(p) for p in i.perubahan)
            else "",
            unavailable_years_sentence(i, i.perubahan, single=single),
        )
    discussed = [filled[-1]]
    if filled[-1].keadaan is not Keadaan.TERHITUNG:
        discussed += [p for p in filled if p.keadaan is Keadaan.TERHITUNG][-1:]
    return paragraph(
        # Once named, it is "indikator ini" for the rest of the paragraph.
        *(
            perubahan_sentence(i, p, location.tahun, single=single or n > 0, ordering=ordering + n)
            for n, p in enumerate(discussed)
        ),
        tren_sentence(i, location.tahun),
        unavailable_years_sentence(i, [p for p in i.perubahan if p not in discussed], single=True),
    )


def _pending(perubahan: Perubahan) -> bool:
    return perubahan.realisasi is None or perubahan.realisasi.keadaan is KeadaanNilai.BELUM_DIISI


def _realisasi_table(
    naskah: Naskah, sasaran: SasaranResult, location: SectionPosition, tahun: tuple[int, ...]
) -> TableBlock:
    n, width = len(tahun), _TAHUN_WIDTHS[len(tahun)]
    return TableBlock(
        key=f"tabel-tahun-lalu-{location.key}",
        title=f"Target dan Realisasi Sasaran {location.nomor} Tahun {say_years(tahun)}",
        columns=columns(100 - 2 * n * width, *((width, "kanan") for _ in range(2 * n))),
        heads=header(
            TableCell(content="Indikator kinerja", row=2),
            TableCell(content="Target", column=n),
            TableCell(content="Realisasi", column=n),
        )
        + header(*(str(t) for t in (*tahun, *tahun))),
        rows=tuple(
            row(
                cell(tidy(i.nama), head=True),
                *(cell(_target(i, t, location)) for t in tahun),
                *(cell(_realisasi(i, t, location)) for t in tahun),
            )
            for i in sasaran.indikator
        ),
        sumber=_sumber(naskah, sasaran, tahun),
        size="mini" if n > 3 else "kecil",
    )


def _capaian_tables(
    naskah: Naskah, sasaran: SasaranResult, location: SectionPosition, tahun: tuple[int, ...]
) -> tuple[TableBlock, ...]:
    """Capaian per year and its change; left out where no earlier capaian is known, since it would say nothing."""
    if not any(p.capaian.nilai is not None for i in sasaran.indikator for p in i.perubahan):
        return ()
    n, width, perubahan_width = len(tahun), 13 if len(tahun) < 5 else 12, 15
    return (
        TableBlock(
            key=f"tabel-capaian-tahun-lalu-{location.key}",
            title=f"Perkembangan Capaian Sasaran {location.nomor} Tahun {say_years(tahun)}",
            columns=columns(
                100 - n * width - perubahan_width,
                *((width, "kanan") for _ in range(n)),
                (perubahan_width, "kanan"),
            ),
            heads=header(
                TableCell(content="Indikator kinerja", row=2),
                TableCell(content="Capaian", column=n),
                TableCell(content=f"Perubahan {tahun[-2]}–{tahun[-1]} (poin)", row=2),
            )
            + header(*(str(t) for t in tahun)),
            rows=tuple(
                row(
                    cell(tidy(i.nama), head=True),
                    *(cell(_capaian(i, t, location)) for t in tahun),
                    cell(_selisih(i, tahun[-2])),
                )
                for i in sasaran.indikator
            ),
            sumber=_sumber(naskah, sasaran, tahun, compared=True),
            size="mini" if n > 4 else "kecil",
        ),
    )


def _sumber(naskah: Naskah, sasaran: SasaranResult, tahun: tuple[int, ...], *, compared: bool = False) -> str:
    """Where the targets and the realisasi of every year come from; each source says of which years.

    ``compared`` asks for the targets against which the capaian of the years are told.
    """
    snapshot = naskah.snapshot
    # The target of an earlier year is that year's latest PK's, else the Renstra's.
    pk = {p.tahun: p for p in sorted((*snapshot.pk_lalu, *snapshot.pk), key=lambda p: (p.tahun, p.versi))}
    target: dict[str, set[int]] = {}
    realisasi: dict[str, set[int]] = {}
    for i in sasaran.indikator:
        for t in tahun:
            previous = _previous(i, t)
            of_year = i.capaian if t == snapshot.tahun else previous.capaian if previous else None
            asal = i.asal if t == snapshot.tahun else previous.asal if previous else None
            if compared and i.by_renstra:
                _, of_year = i.compared(previous)
                asal = AsalTarget.RENSTRA
            if of_year is not None and of_year.target is not None and asal is not None:
                source = nama_pk(pk[t]) if asal is AsalTarget.PK and t in pk else nama_renstra(snapshot)
                target.setdefault(source, set()).add(t)
            for source in sumber_realisasi(naskah, i, t):
                realisasi.setdefault(source, set()).add(t)
    return "; ".join((*_of_years(target, tahun), *_of_years(realisasi, tahun)))


def _of_years(sources: dict[str, set[int]], tahun: tuple[int, ...]) -> Iterator[str]:
    """A source that is not of every year names its years, unless its own name does: "Laporan SKM (2021)"."""
    for source, years in sources.items():
        if years == set(tahun) or (
            len(years) == 1 and re.search(rf"(?<![–\d]){min(years)}(?![–\d])", source)
        ):
            yield source
        else:
            yield f"{source} ({', '.join(str(t) for t in sorted(years))})"


def _previous(i: IndikatorResult, tahun: int) -> Perubahan | None:
    return next((p for p in i.perubahan if p.tahun == tahun), None)


def _target(i: IndikatorResult, tahun: int, location: SectionPosition) -> str:
    """The target of a year as that year set it."""
    if tahun == location.tahun:
        return target_indikator(i)
    previous = _previous(i, tahun)
    return with_satuan(previous.target_cetak, i.satuan) if previous else BELUM_DIISI


def _realisasi(i: IndikatorResult, tahun: int, location: SectionPosition) -> str:
    if tahun == location.tahun:
        return realisasi_indikator(i)
    previous = _previous(i, tahun)
    return with_satuan(previous.realisasi_cetak, i.satuan) if previous else BELUM_DIISI


def _capaian(i: IndikatorResult, tahun: int, location: SectionPosition) -> str:
    """The capaian of a year against the kind of target that all years have; where they have none in common, each
    says its own."""
    previous = None if tahun == location.tahun else _previous(i, tahun)
    if previous is None and tahun != location.tahun:
        return BELUM_DIISI
    _, capaian = i.compared(previous)
    if capaian.nilai is None or i.dasar is not None:
        return shown(capaian)
    return f"{shown(capaian)} ({previous.asal if previous else i.asal})"


def _selisih(i: IndikatorResult, tahun: int) -> str:
    previous = _previous(i, tahun)
    if previous is None:
        return BELUM_DIISI
    if previous.selisih_capaian is None:
        without = previous.capaian if i.capaian.nilai is not None else i.capaian
        # Both are known, but against targets of different kinds.
        return shown(without) if without.nilai is None else TIDAK_DAPAT_DISIMPULKAN
    return signed(previous.selisih_capaian)


def signed(selisih: Decimal) -> str:
    """A difference with its sign: "+5,00", "-2,50", "0,00"."""
    return f"{'+' if selisih > 0 else ''}{format_angka(selisih, max(2, shown_decimals(selisih)))}"
