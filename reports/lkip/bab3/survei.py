"""The survey of satisfaction behind an indikator: its unsur, IKM and mutu pelayanan (Permen PANRB 14/2017)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.document.builders import cell, columns, header, row, share_width
from reports.document.tree import Block, ParagraphBlock, TableBlock, TableCell
from reports.lkip.bab3.position import SectionPosition
from reports.official.signatures import nama_kecamatan
from reports.prose.capitals import begin_small
from reports.prose.language import chain, compose, sentence, tidy, unique
from reports.publish.naskah import Naskah
from reports.tables.printed import EMPTY
from sakip.capaian.arithmetic import divide
from sakip.capaian.results import SasaranResult
from sakip.capaian.rounding import Angka
from sakip.capaian.skm import KONVERSI, beside_each_other, compute_skm, mutu
from sakip.capaian.values import KeadaanNilai, Nilai
from sakip.snapshot.types import Snapshot, SurveiKepuasan
from sakip.text.in_words import terbilang
from sakip.text.numbers import format_angka

#: As many surveys as stand beside each other; of more those of the end of the year.
_MOST = 4
_DECIMALS = 3


def surveyed(snapshot: Snapshot, kunci: str) -> tuple[SurveiKepuasan, ...]:
    """The surveys of the year whose IKM is the realisasi of an indikator."""
    return tuple(s for s in snapshot.survei if s.kunci_indikator == kunci)[-_MOST:]


def with_mutu(said: str, nilai: Nilai | None) -> str:
    """An IKM with the letter of its mutu: "83,12 (mutu B)"; one that is no number, or no IKM, as it is."""
    if nilai is None or nilai.keadaan is not KeadaanNilai.TERISI or nilai.angka is None:
        return said
    found = mutu(nilai.angka)
    return f"{said} (mutu {found[0]})" if found else said


def survei_blocks(naskah: Naskah, sasaran: SasaranResult, location: SectionPosition) -> tuple[Block, ...]:
    """A table for each indikator that a survey measured, and in a sentence its best and its weakest unsur."""
    blocks: list[Block] = []
    for number, i in enumerate(sasaran.indikator):
        if surveys := surveyed(naskah.snapshot, i.kunci):
            key = f"tabel-survei-{location.key}" + (f"-{number + 1}" if number else "")
            blocks.append(_table(naskah, surveys, key, tidy(i.nama)))
            said = _extremes(surveys[-1], location.ordering(number))
            blocks += [ParagraphBlock(content=said)] if said else []
    return tuple(blocks)


def _table(naskah: Naskah, surveys: Sequence[SurveiKepuasan], key: str, nama: str) -> TableBlock:
    """Unsur | NRR | NRR tertimbang | Mutu of one survey; of several NRR and mutu of each."""
    single = len(surveys) == 1
    titles = ("NRR", "NRR tertimbang", "Mutu") if single else ("NRR", "Mutu")
    widths = (
        (16, 20, 14) if single else tuple(share_width(56 if len(surveys) < _MOST else 64, 2 * len(surveys)))
    )
    sources = unique([s.sumber for s in surveys]) or [
        f"Survei kepuasan masyarakat {nama_kecamatan(naskah.snapshot)}"
    ]
    asked = chain([f"{tidy(s.periode)} ({format_angka(s.responden)} responden)" for s in surveys])
    return TableBlock(
        key=key,
        title=f"Hasil Survei Kepuasan Masyarakat per Unsur Tahun {naskah.snapshot.tahun}: {nama}, {asked}",
        # A letter is no number: it stands in the middle.
        columns=columns(
            100 - sum(widths),
            *(
                (width, "tengah" if title == "Mutu" else "kanan")
                for width, title in zip(widths, titles * len(surveys), strict=True)
            ),
        ),
        heads=header(
            "Unsur pelayanan",
            *(title if single else f"{title} {tidy(s.periode)}" for s in surveys for title in titles),
        ),
        rows=(
            *(
                row(
                    cell(name, head=True),
                    *(
                        c
                        for s, nrr in zip(surveys, found, strict=True)
                        for c in _unsur(nrr, len(s.unsur), single=single)
                    ),
                )
                for name, found in beside_each_other([s.unsur for s in surveys])
            ),
            row(
                TableCell(content=f"IKM (jumlah NRR tertimbang × {KONVERSI}) dan mutu pelayanan", head=True),
                *(c for s in surveys for c in _total(s, single=single)),
                kind="jumlah",
            ),
        ),
        sumber=f"{'; '.join(sources)}, diolah menurut Permen PANRB Nomor 14 Tahun 2017",
        size="kecil",
    )


def _unsur(nrr: Decimal | None, many: int, *, single: bool) -> Iterator[TableCell]:
    """NRR and mutu of one unsur of so ``many``; nothing of one that the survey did not ask about."""
    yield cell(EMPTY if nrr is None else format_angka(nrr, _DECIMALS))
    if single and nrr is not None:
        yield cell(format_angka(divide(nrr, Decimal(many)), _DECIMALS))
    yield cell(EMPTY if nrr is None else _letter(nrr * KONVERSI))


def _total(survey: SurveiKepuasan, *, single: bool) -> Iterator[TableCell]:
    result = compute_skm(survey.unsur)
    if single:
        yield cell(format_angka(result.indeks_mentah, _DECIMALS))
    yield cell(format_angka(result.ikm, 2))
    found = mutu(result.ikm)
    yield cell(f"{found[0]} ({found[1]})" if found else "")


def _letter(value: Angka) -> str:
    found = mutu(value)
    return found[0] if found else ""


def _extremes(survey: SurveiKepuasan, ordering: int) -> str:
    """The best and the weakest unsur; nothing where all are alike."""
    asked = survey.unsur
    high, low = (of(value for _, value in asked) for of in (max, min))
    if high == low:
        return ""
    best, weak = (
        chain([begin_small(name) for name, value in asked if value == bound]) for bound in (high, low)
    )
    top, foot = format_angka(high, _DECIMALS), format_angka(low, _DECIMALS)
    many = terbilang(len(asked))
    return sentence(
        compose(
            ordering,
            (
                f"Unsur yang paling memuaskan adalah {best} ({top})",
                f"Nilai tertinggi diberikan pada {best} ({top})",
                f"Responden paling puas dengan {best} ({top})",
                f"Kekuatan pelayanan terletak pada {best} ({top})",
                f"Dari {many} unsur, {best} dinilai terbaik ({top})",
                f"Yang dinilai paling baik adalah {best} ({top})",
            ),
            (
                f"; yang paling perlu dibenahi adalah {weak} ({foot})",
                f"; nilai terendah diberikan pada {weak} ({foot})",
                f", sedangkan {weak} dinilai terendah ({foot})",
                f"; perbaikan terutama diperlukan pada {weak} ({foot})",
                f"; perbaikan diarahkan pada {weak}, yang nilainya terendah ({foot})",
                f", sedangkan yang terendah adalah {weak} ({foot})",
            ),
        )
    )
