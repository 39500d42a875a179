"""Analysis 4: realisasi against the kabupaten, the provinsi and the nation, or why there is none."""

from __future__ import annotations

from decimal import Decimal

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Block, ParagraphBlock, TableBlock, TableCell, TableRow
from reports.lkip.bab3.analisis_tahun import signed
from reports.lkip.bab3.position import SectionPosition
from reports.lkip.bab3.sources import sumber_data
from reports.official.signatures import nama_kabupaten
from reports.prose.comparison_sentences import no_pembanding_sentence, pembanding_sentence
from reports.prose.language import difference_size, paragraph, tidy, unique, with_satuan
from reports.prose.sentences import realisasi_indikator
from reports.publish.naskah import Naskah
from sakip.capaian.inputs import KeadaanNilai, Lingkup
from sakip.capaian.results import IndikatorResult, PembandingResult, SasaranResult
from sakip.text.states import BELUM_DIISI, say_state


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
                content="Data pembanding belum diisi karena sasaran ini belum memiliki indikator."
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


def scope_level(naskah: Naskah, scope: Lingkup) -> str:
    """ "kabupaten" (or "kota"), "provinsi", "nasional": the level without its name."""
    return naskah.snapshot.kecamatan.kabupaten.sebutan.lower() if scope is Lingkup.KABUPATEN else scope.value


def _known(i: IndikatorResult) -> list[PembandingResult]:
    """Values that exist, compared or not; those declared "tidak tersedia" or not entered print their state only."""
    return [p for p in i.pembanding if p.keadaan is KeadaanNilai.TERISI]


def _uraian(naskah: Naskah, i: IndikatorResult, *, single: bool, ordering: int) -> str:
    present = _known(i)
    without = _without_value(naskah, i)
    return paragraph(
        *(
            pembanding_sentence(
                i, p, scope_name(naskah, p.lingkup), single=single or n > 0, ordering=ordering + n
            )
            for n, p in enumerate(present)
        ),
        no_pembanding_sentence(i, without, single=single or bool(present)) if without else "",
    )


def _without_value(naskah: Naskah, i: IndikatorResult) -> list[tuple[list[str], KeadaanNilai, str]]:
    """Levels without a value: of one state and reason together. A reason is that of its own level alone; a level that
    nobody recorded has none."""
    recorded = {p.lingkup: p for p in i.pembanding}
    groups: dict[tuple[KeadaanNilai, str], list[str]] = {}
    for scope in Lingkup:
        p = recorded.get(scope)
        state = (p.keadaan, p.alasan_nilai) if p else (KeadaanNilai.BELUM_DIISI, "")
        if state[0] is not KeadaanNilai.TERISI:
            groups.setdefault(state, []).append(scope_level(naskah, scope))
    return [(levels, keadaan, alasan) for (keadaan, alasan), levels in groups.items()]


def _table(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> TableBlock:
    return TableBlock(
        key=f"tabel-pembanding-{location.key}",
        title=f"Perbandingan Realisasi Sasaran {location.nomor} dengan "
        f"{naskah.snapshot.kecamatan.kabupaten.sebutan}, Provinsi, dan Nasional",
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
            (cell(tidy(i.nama), row=n, head=True), cell(realisasi_indikator(i), row=n))
            if ordering == 0
            else ()
        )
        nama = scope_name(naskah, scope)
        cells = _nilai_cells(grouped.get(scope), i.satuan)
        rows.append(row(*start, cell(f"{nama[0].upper()}{nama[1:]}"), *cells))
    return rows


def _nilai_cells(p: PembandingResult | None, satuan: str) -> tuple[TableCell, ...]:
    if p is None or p.keadaan is not KeadaanNilai.TERISI:
        state = say_state(p.keadaan) if p else BELUM_DIISI
        return (cell(state, column=3, alignment="tengah"),)
    return (
        cell(p.tahun),
        cell(with_satuan(p.cetak, satuan)),
        cell(say_state(p.keadaan_selisih) if p.selisih is None else _selisih(p.selisih, p.satuan)),
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
