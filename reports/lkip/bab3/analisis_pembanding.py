"""Analysis 4: realisasi against the kabupaten, the provinsi and the nation, or "tidak tersedia" with the reason."""

from __future__ import annotations

from decimal import Decimal

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, TableBlock, TableCell, TableRow
from reports.lkip.bab3.analisis_tahun import signed
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.sources import sumber_data
from reports.official.signatures import nama_kabupaten
from reports.prose.comparison_sentences import no_pembanding_sentence, pembanding_sentence
from reports.prose.language import difference_size, paragraph, tidy, unique
from reports.publish.naskah import Naskah
from reports.tables.printed import TIDAK_TERSEDIA
from sakip.capaian.inputs import KeadaanNilai, Lingkup
from sakip.capaian.results import IndikatorResult, PembandingResult, SasaranResult


def pembanding_wilayah(
    naskah: Naskah, sasaran: SasaranResult, location: SectionPosition
) -> tuple[Block, ...]:
    """A table where at least one value is known, and for every indikator what can and what cannot be compared."""
    single = len(sasaran.indikator) == 1
    uraian = tuple(
        ParagraphBlock(content=_uraian(naskah, i, single=single, ordering=location.ordering(ordering)))
        for ordering, i in enumerate(sasaran.indikator)
    )
    if not uraian:
        return (
            ParagraphBlock(
                content="Data pembanding tidak tersedia karena sasaran ini belum memiliki indikator."
            ),
        )
    if any(_known(i) for i in sasaran.indikator):
        return (_table(naskah, sasaran, location), *uraian)
    return uraian


def scope_name(naskah: Naskah, scope: Lingkup) -> str:
    """ "Kabupaten Jember", "Provinsi Jawa Timur", "nasional"."""
    kabupaten = naskah.snapshot.kecamatan.kabupaten
    return {
        Lingkup.KABUPATEN: nama_kabupaten(kabupaten),
        Lingkup.PROVINSI: f"Provinsi {kabupaten.provinsi}",
        Lingkup.NASIONAL: "nasional",
    }[scope]


def _known(i: IndikatorResult) -> list[PembandingResult]:
    """Values that exist, compared or not; those declared "tidak tersedia" or not entered print their state only."""
    return [p for p in i.pembanding if _valued(p)]


def _valued(p: PembandingResult) -> bool:
    return p.cetak not in {KeadaanNilai.TIDAK_TERSEDIA, KeadaanNilai.BELUM_DIISI, ""}


def _uraian(naskah: Naskah, i: IndikatorResult, *, single: bool, ordering: int) -> str:
    present = _known(i)
    # A level that nobody recorded is as little available as one declared so.
    without = [scope for scope in Lingkup if scope not in {p.lingkup for p in present}]
    alasan = unique([p.alasan for p in i.pembanding if p.lingkup in without and i.capaian.alasan != p.alasan])
    return paragraph(
        *(
            pembanding_sentence(
                i, p, scope_name(naskah, p.lingkup), single=single or n > 0, ordering=ordering + n
            )
            for n, p in enumerate(present)
        ),
        no_pembanding_sentence(
            i,
            [str(scope.value) for scope in without],
            alasan,
            single=single or bool(present),
            ordering=ordering,
        )
        if without
        else "",
    )


def _table(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> TableBlock:
    return TableBlock(
        key=f"tabel-pembanding-{location.key}",
        title=f"Perbandingan Realisasi Sasaran {location.nomor} dengan Kabupaten, Provinsi, dan Nasional",
        columns=columns(30, (13, "kanan"), 17, (9, "tengah"), (15, "kanan"), (16, "kanan")),
        heads=header(
            "Indikator kinerja",
            f"Realisasi {location.tahun}",
            "Pembanding",
            "Tahun",
            "Nilai pembanding",
            "Selisih (+/-)",
        ),
        rows=tuple(b for i in sasaran.indikator for b in _rows(naskah, i)),
        sumber=_sumber(naskah, sasaran),
        size="kecil",
    )


def _rows(naskah: Naskah, i: IndikatorResult) -> list[TableRow]:
    grouped = {p.lingkup: p for p in i.pembanding}
    n = len(Lingkup)
    rows = []
    for ordering, scope in enumerate(Lingkup):
        start = (
            (cell(tidy(i.nama), row=n, head=True), cell(i.realisasi_cetak, row=n)) if ordering == 0 else ()
        )
        nama = scope_name(naskah, scope)
        rows.append(row(*start, cell(f"{nama[0].upper()}{nama[1:]}"), *_nilai_cells(grouped.get(scope))))
    return rows


def _nilai_cells(p: PembandingResult | None) -> tuple[TableCell, ...]:
    if p is None or not _valued(p):
        return (cell(TIDAK_TERSEDIA, column=3, alignment="tengah"),)
    return (
        cell(p.tahun),
        cell(p.cetak),
        cell(TIDAK_TERSEDIA if p.selisih is None else _selisih(p.selisih, p.satuan)),
    )


def _selisih(selisih: Decimal, satuan: str) -> str:
    if satuan == "poin":
        return signed(selisih)
    mark = "+" if selisih > 0 else "-" if selisih < 0 else ""
    return (
        f"{mark}{difference_size(selisih, satuan)}"
        if satuan != "peringkat"
        else f"{mark}{abs(selisih)} peringkat"
    )


def _sumber(naskah: Naskah, sasaran: SasaranResult) -> str:
    pembanding = unique([p.sumber for i in sasaran.indikator for p in _known(i)])
    return "; ".join(unique([sumber_data(naskah, sasaran.indikator), *pembanding]))
