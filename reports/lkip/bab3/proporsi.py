"""BAB III.C.3: how the pagu is divided over the sasaran through the programs that support them."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from reports.document.builders import cell, columns, header, line_rows, row
from reports.document.tree import Block, ParagraphBlock, TableBlock, TableCell
from reports.lkip.bab1_sarana import say_means
from reports.lkip.bab3.analisis_efisiensi import every_target_met
from reports.lkip.bab3.analisis_program import program_sasaran
from reports.lkip.bab3.sources import sumber_anggaran
from reports.prose.language import chain, compose, count_of, paragraph, sentence, tidy
from reports.prose.position import wording_number
from reports.publish.naskah import Naskah
from reports.tables.printed import EMPTY, print_money
from sakip.capaian.results import Results, SerapanLine
from sakip.capaian.rounding import share_by_largest_remainder
from sakip.text.numbers import format_rupiah
from sakip.text.states import BELUM_DIISI, TIDAK_DAPAT_DIHITUNG
from sakip.text.working import persen


def proporsi_content(naskah: Naskah) -> tuple[Block, ...]:
    """Pagu and share per sasaran, with the people who serve them all; nothing where no sasaran has a pagu."""
    results = naskah.results
    if results is None or not any(s.anggaran.pagu is not None for s in results.sasaran):
        return ()
    porsi, unrelated = porsi_pagu(results)
    said = paragraph(
        _means_sentence(naskah, results),
        sentence(
            "Program yang mendukung lebih dari satu sasaran dihitung penuh pada setiap sasaran, sehingga jumlah "
            "proporsi dapat melebihi 100%"
        )
        if _stacked(results)
        else "",
    )
    return (
        *((ParagraphBlock(content=said),) if said else ()),
        _table(naskah, results, porsi, unrelated),
    )


def _means_sentence(naskah: Naskah, results: Results) -> str:
    """Who does the work of all sasaran, and what was saved where the targets were met."""
    saved = [
        (s.anggaran.pagu - s.anggaran.realisasi, s.anggaran.realisasi)
        for s in results.sasaran
        if s.efisiensi.efisien
        and every_target_met(s)  # what was not spent while a target was missed was not saved
        and s.anggaran.pagu is not None
        and s.anggaran.realisasi is not None
    ]
    money, spent = (sum((pair[n] for pair in saved if pair[0] > 0), Decimal(0)) for n in (0, 1))
    some = any(s.efisiensi.efisien and not every_target_met(s) for s in results.sasaran)
    which = "sasaran efisien yang semua targetnya tercapai" if some else "sasaran yang dinilai efisien"
    people = _people(naskah)
    said_means = say_means(naskah.snapshot)
    ordering, saving = wording_number(naskah.snapshot), format_rupiah(money)
    return paragraph(
        sentence(
            compose(
                ordering,
                (
                    "Seluruh program dilaksanakan oleh",
                    "Sumber daya manusia untuk semua program adalah",
                    "Semua program dikerjakan oleh",
                    "Pelaksana seluruh program adalah",
                    "Untuk menjalankan semua program tersedia",
                    "Pelaksanaan seluruh program didukung oleh",
                )
                if len(results.sasaran) == 1
                else (
                    "Seluruh sasaran dan program dilaksanakan oleh",
                    "Sumber daya manusia untuk semua sasaran adalah",
                    "Semua sasaran dikerjakan oleh",
                    "Pelaksana seluruh program adalah",
                    "Untuk mewujudkan semua sasaran tersedia",
                    "Pelaksanaan seluruh program didukung oleh",
                ),
                (people,),
                (
                    "",
                    "sepanjang tahun",
                    "pada tahun ini",
                    "selama tahun ini",
                    "sepanjang tahun ini",
                    "dalam tahun ini",
                ),
            )
        )
        if people
        else "",
        sentence(
            compose(
                ordering,
                (
                    "Sarana pendukungnya adalah",
                    "Dalam pelaksanaannya tersedia",
                    "Pelaksanaannya didukung",
                    "Pekerjaan itu ditunjang oleh",
                    "Untuk itu tersedia",
                    "Sarana yang tersedia meliputi",
                ),
                said_means,
            )
        )
        if said_means
        else "",
        sentence(
            compose(
                ordering,
                (
                    f"{which.capitalize()} menghemat {saving}",
                    f"Pagu yang dihemat pada {which} berjumlah {saving}",
                    f"Penghematan pada {which} mencapai {saving}",
                    f"Dari pagu {which} dihemat {saving}",
                    f"Telah dihemat {saving} pada {which}",
                    f"Sisa pagu {which}, {saving}, merupakan penghematan",
                ),
                (
                    f"dengan belanja {format_rupiah(spent)}",
                    f"; yang dibelanjakan {format_rupiah(spent)}",
                    f", sedangkan belanjanya {format_rupiah(spent)}",
                    f", setelah dibelanjakan {format_rupiah(spent)}",
                    f"dengan realisasi {format_rupiah(spent)}",
                    f"; realisasinya {format_rupiah(spent)}",
                ),
            )
        )
        if money
        else "",
    )


def _people(naskah: Naskah) -> str:
    """The people of the fullest table of staff: "12 (dua belas) ASN dan 16 (enam belas) pegawai non-ASN"."""
    for kelompok in ("pendidikan", "golongan", "jabatan"):
        rows = [b for b in naskah.snapshot.sdm if b.kelompok == kelompok]
        asn = sum(b.asn for b in rows if b.asn)
        others = sum(b.non_asn for b in rows if b.non_asn)
        said = [
            *([count_of(asn, "ASN")] if asn else []),
            *([count_of(others, "pegawai non-ASN")] if others else []),
        ]
        if said:
            return chain(said)
    return ""


def _other_programs(others: list[SerapanLine]) -> str:
    """What the programs that are tied to no sasaran are called: those that serve every office, or just the rest."""
    support = all(_serves_all(b) for b in others)
    return (
        "Program penunjang (mendukung semua sasaran)"
        if support
        else "Program lain, tidak dikaitkan dengan satu sasaran"
    )


def _serves_all(program: SerapanLine) -> bool:
    """A program of administration: the first of its urusan in the nomenklatur, or by its name."""
    name = program.nama.casefold()
    first = len(steps := program.kode.split(".")) == 3 and steps[-1] == "01"
    return first or any(
        word in name for word in ("penunjang", "administrasi perkantoran", "sarana dan prasarana")
    )


def porsi_pagu(results: Results) -> tuple[list[Decimal | None], Decimal | None]:
    """Share of the pagu per sasaran, and that of the programs tied to none (None if there are none), percent.

    Where every program belongs to at most one sasaran and all pagu are known the shares sum to 100 (largest
    remainder). Otherwise each is the engine's own proporsi.
    """
    others = _without_sasaran(results)
    pagu = [s.anggaran.pagu for s in results.sasaran]
    rest = [b.serapan.pagu for b in others]
    known_pagu = [p for p in (*pagu, *rest) if p is not None]
    if _stacked(results) or len(known_pagu) < len(pagu) + len(rest) or not any(known_pagu):
        proporsi = [b.proporsi for b in others]
        known = [p for p in proporsi if p is not None]
        jumlah = sum(known, Decimal(0)) if known and len(known) == len(proporsi) else None
        return [s.proporsi for s in results.sasaran], jumlah
    shares = [p for p in pagu if p is not None] + (
        [sum((p for p in rest if p is not None), Decimal(0))] if others else []
    )
    divided = share_by_largest_remainder(shares)
    return list(divided[: len(pagu)]), divided[-1] if others else None


def _without_sasaran(results: Results) -> list[SerapanLine]:
    related = {kode for s in results.sasaran for kode in s.program}
    return [b for b in results.anggaran.program if (b.kode or b.nama) not in related]


def _stacked(results: Results) -> bool:
    return any(n > 1 for n in Counter(kode for s in results.sasaran for kode in s.program).values())


def _table(
    naskah: Naskah, results: Results, porsi: list[Decimal | None], unrelated: Decimal | None
) -> TableBlock:
    others = _without_sasaran(results)
    rows = [
        row(
            cell(n),
            cell(tidy(s.uraian), head=True),
            cell(line_rows(tidy(b.nama) for b in program_sasaran(naskah, s)) or EMPTY),
            cell(print_money(s.anggaran.pagu)),
            cell(_say_porsi(p, results)),
        )
        for n, (s, p) in enumerate(zip(results.sasaran, porsi, strict=True), start=1)
    ]
    if others:
        pagu = [b.serapan.pagu for b in others if b.serapan.pagu is not None]
        rows.append(
            row(
                cell(""),  # no sasaran of its own
                cell(_other_programs(others), head=True),
                cell(line_rows(tidy(b.nama) for b in others)),
                cell(print_money(sum(pagu, Decimal(0)) if len(pagu) == len(others) else None)),
                cell(_say_porsi(unrelated, results)),
            )
        )
    if not _stacked(results):
        nilai = [p for p in (*porsi, *([unrelated] if others else [])) if p is not None]
        complete = len(nilai) == len(rows)
        rows.append(
            row(
                TableCell(content="Jumlah", column=3, head=True),
                cell(print_money(results.anggaran.total.pagu)),
                cell(_say_porsi(sum(nilai, Decimal(0)) if complete else None, results)),
                kind="jumlah",
            )
        )
    return TableBlock(
        key="tabel-proporsi",
        title=f"Proporsi Anggaran per Sasaran Tahun {naskah.snapshot.tahun}",
        columns=columns((5, "tengah"), 35, 35, (15, "kanan"), (10, "kanan")),
        heads=header("No.", "Sasaran strategis", "Program pendukung", "Pagu (Rp)", "Proporsi"),
        rows=tuple(rows),
        sumber=sumber_anggaran(naskah),
        size="kecil",
    )


def _say_porsi(porsi: Decimal | None, results: Results) -> str:
    """A share; of a pagu of zero there is none, and a pagu that is not filled may still have one."""
    if porsi is not None:
        return persen(porsi)
    return TIDAK_DAPAT_DIHITUNG if results.anggaran.total.pagu == 0 else BELUM_DIISI
