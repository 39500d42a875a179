"""Tables of the Perjanjian Kinerja: indikator with targets, programs with amounts (Permen PANRB 53/2014)."""

from __future__ import annotations

from decimal import Decimal

from reports.document.builders import cell, columns, grouped, header, of_group, row
from reports.document.marks import settled
from reports.document.tree import TableBlock
from reports.prose.language import tidy, unique
from reports.tables.printed import EMPTY, print_money, print_target
from sakip.snapshot.types import PerjanjianKinerja
from sakip.text.in_words import spell_rupiah

#: Why a PK is changed, by the code of the record, as the clause that follows "karena".
ALASAN_PERUBAHAN = {
    "a": "terjadi pergantian atau mutasi pejabat",
    "b": "terjadi perubahan strategi yang memengaruhi pencapaian tujuan dan sasaran",
    "c": "terjadi perubahan prioritas atau asumsi yang berakibat signifikan terhadap pencapaian kinerja",
}


#: The money of a changed budget, as offices write its source ("P-APBD", "APBD Perubahan"), letters alone.
_CHANGED_BUDGET = frozenset({"papbd", "apbdp", "perubahanapbd", "apbdperubahan", "pakapbd", "apbdpak"})


def why_changed(pk: PerjanjianKinerja) -> str:
    """The clause that follows "karena". The regulation's own words name no change; where all the money is of the
    changed budget, that is what was changed."""
    sources = {"".join(c for c in a.sumber_dana.casefold() if c.isalpha()) for a in pk.anggaran}
    if pk.alasan == "b" and sources and sources <= _CHANGED_BUDGET:
        return "anggaran programnya disesuaikan dengan Perubahan APBD"
    return ALASAN_PERUBAHAN[pk.alasan]


def nama_pk(pk: PerjanjianKinerja) -> str:
    """ "Perjanjian Kinerja Tahun 2020", "Perjanjian Kinerja Perubahan Tahun 2021" (the n-th: "Perubahan Ke-2")."""
    return name_of_version(pk.versi, pk.tahun)


def name_of_version(versi: int, tahun: int) -> str:
    """The same of the number of its version."""
    perubahan = "" if not versi else " Perubahan" if versi == 1 else f" Perubahan Ke-{versi}"
    return f"Perjanjian Kinerja{perubahan} Tahun {tahun}"


def indikator_pk_table(pk: PerjanjianKinerja, *, key: str, title: str, numbered: bool = True) -> TableBlock:
    """No | Sasaran strategis | Indikator kinerja | Target, as the lampiran of the PK prescribes."""
    return TableBlock(
        key=key,
        title=title,
        columns=columns((7, "tengah"), 38, 40, (15, "tengah")),
        heads=header("No.", "Sasaran strategis", "Indikator kinerja", "Target"),
        rows=tuple(
            row(
                *of_group(nomor, tidy(b.sasaran), first),
                cell(settled(tidy(b.indikator), read=b.ditinjau)),
                cell(print_target(b.target, b.satuan)),
            )
            for nomor, first, b in grouped(pk.indikator, lambda b: b.sasaran)
        ),
        sumber=nama_pk(pk) if numbered else "",
        numbered=numbered,
        shown_title=numbered,
        column_numbers=True,
    )


def jumlah_anggaran_pk(pk: PerjanjianKinerja) -> Decimal:
    """Σ of the program amounts (rupiah): computed, never typed."""
    return sum((a.anggaran for a in pk.anggaran), Decimal(0))


def spelled_anggaran_table(pk: PerjanjianKinerja, *, key: str, title: str) -> TableBlock:
    """No | Program | Anggaran, with the computed total in figures and in words: the words of every program would make
    each row three lines high, and nobody reads them."""
    jumlah = jumlah_anggaran_pk(pk)
    return TableBlock(
        key=key,
        title=title,
        columns=columns((5, "tengah"), 75, (20, "kanan")),
        heads=header("No.", "Program", "Anggaran (Rp)"),
        rows=(
            *(
                row(
                    cell(str(n)),
                    cell(settled(tidy(a.nama), read=a.ditinjau), head=True),
                    cell(print_money(a.anggaran)),
                )
                for n, a in enumerate(pk.anggaran, start=1)
            ),
            row(
                cell(f"Jumlah ({spell_rupiah(jumlah)})", column=2, head=True),
                cell(print_money(jumlah)),
                kind="jumlah",
            ),
        ),
        sumber=nama_pk(pk),
        size="kecil",
    )


def anggaran_pk_table(pk: PerjanjianKinerja, *, key: str, title: str, numbered: bool = True) -> TableBlock:
    """Program | Anggaran | Keterangan (fund source), with the computed total."""
    sumber_dana = unique([a.sumber_dana for a in pk.anggaran])
    all_same = len(sumber_dana) == 1 and all(a.sumber_dana for a in pk.anggaran)
    return TableBlock(
        key=key,
        title=title,
        columns=columns((7, "tengah"), 51, (25, "kanan"), (17, "tengah")),
        heads=header("No.", "Program", "Anggaran (Rp)", "Keterangan"),
        rows=(
            *(
                row(
                    cell(str(n)),
                    cell(settled(tidy(a.nama), read=a.ditinjau), head=True),
                    cell(print_money(a.anggaran)),
                    cell(tidy(a.sumber_dana) or EMPTY),
                )
                for n, a in enumerate(pk.anggaran, start=1)
            ),
            row(
                cell("Jumlah", column=2, head=True),
                cell(print_money(jumlah_anggaran_pk(pk))),
                cell(sumber_dana[0] if all_same else EMPTY),
                kind="jumlah",
            ),
        ),
        sumber=nama_pk(pk) if numbered else "",
        numbered=numbered,
        shown_title=numbered,
    )
