"""Generated sentences about money: serapan, its extremes, and where the documents differ about it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reports.prose.language import (
    chain,
    clause,
    compose,
    count_of,
    paragraph,
    selisih_movement,
    sentence,
    tidy,
)
from reports.prose.program_sentences import say_program
from sakip.capaian.levels import ControlDifference
from sakip.capaian.results import (
    PartialSerapan,
    Serapan,
    SerapanBefore,
    SerapanLine,
)
from sakip.snapshot.types import Anggaran
from sakip.text.in_words import bilangan
from sakip.text.numbers import format_rupiah
from sakip.text.states import no_conclusion
from sakip.text.working import persen

_ZERO = Decimal(0)

#: As many programs as a sentence names; more of them are counted.
_MOST_NAMED = 5


def serapan_sentence(serapan: Serapan, subject: str, ordering: int = 0) -> str:
    """Pagu, realisasi, serapan and what is left of ``subject`` ("Anggaran Kecamatan Balung tahun 2020").

    Where a part is not known, the serapan of the known part and of what it is.
    """
    if serapan.pagu is None or serapan.realisasi is None or serapan.nilai is None:
        alasan, without = clause(serapan.alasan), no_conclusion(serapan.keadaan)
        if serapan.pagu is None:
            utama = sentence(f"Serapan {_lower_first(subject)} {without} karena {alasan}")
        else:
            utama = sentence(
                f"{subject} sebesar {format_rupiah(serapan.pagu)}, sedangkan serapannya {without} "
                f"karena {alasan}"
            )
        return paragraph(utama, partial_sentence(serapan.sebagian))
    rest = serapan.pagu - serapan.realisasi
    pagu, realised, nilai = (
        format_rupiah(serapan.pagu),
        format_rupiah(serapan.realisasi),
        persen(serapan.nilai),
    )
    if rest == _ZERO:
        return sentence(
            compose(
                ordering,
                (f"{subject} sebesar {pagu}", f"{subject} berjumlah {pagu} dan", f"{subject}, yaitu {pagu},"),
                ("terserap seluruhnya", "habis terserap", "dibelanjakan seluruhnya", "seluruhnya terserap"),
                (
                    f"({nilai})",
                    f"dengan serapan {nilai}",
                    f", sehingga serapannya {nilai}",
                    f", serapannya {nilai}",
                ),
            )
        )
    if rest > _ZERO:
        left = format_rupiah(rest)
        end: tuple[str, ...] = (
            f", sehingga tersisa {left}",
            f"; sisanya {left}",
            f", menyisakan {left}",
            f", dengan sisa {left}",
        )
    else:
        over = format_rupiah(-rest)
        end = (
            f", melampaui pagu sebesar {over}",
            f", lebih besar {over} daripada pagunya",
            f"; pagunya terlampaui {over}",
            f", yaitu {over} di atas pagu",
        )
    return sentence(
        compose(
            ordering,
            (
                f"{subject} sebesar {pagu} terealisasi",
                f"{subject} berjumlah {pagu} dan terealisasi",
                f"{subject} sebesar {pagu} dibelanjakan",
                f"{subject} ditetapkan sebesar {pagu} dan terealisasi",
                f"{subject} tersedia sebesar {pagu} dan dibelanjakan",
                f"{subject} sebesar {pagu} terserap",
            ),
            (
                f"{realised} atau {nilai}",
                f"{realised} ({nilai})",
                f"{nilai}, yaitu {realised}",
                f"{nilai} ({realised})",
            ),
            end,
        )
    )


def partial_sentence(partial: PartialSerapan | None) -> str:
    """Serapan of the known part of a sum, and of what it is; empty where no part is known."""
    if partial is None:
        return ""
    return sentence(
        f"Bagian yang sudah lengkap, yaitu {bilangan(partial.baris)} dari {count_of(partial.dari, 'baris')} dengan "
        f"pagu {format_rupiah(partial.pagu)}, terealisasi {format_rupiah(partial.realisasi)} atau "
        f"{persen(partial.nilai)}"
    )


def details_difference_sentence(column: str, place: str, difference: ControlDifference[Anggaran]) -> str:
    """That a recorded sum is not that of its details, with both and the difference, and which of them is counted."""
    details = "rinciannya" if difference.complete else "rinciannya yang sudah diketahui"
    used = "jumlah rinciannya" if difference.complete else "jumlah yang tercatat"
    return sentence(
        f"Catatan: {column} {place} tercatat {format_rupiah(difference.stated)}, sedangkan {details} berjumlah "
        f"{format_rupiah(difference.parts)}, berbeda {format_rupiah(difference.gap)}; tabel memuat {used}"
    )


def pk_difference_sentence(
    pk: str,
    jumlah: Decimal,
    pagu: Decimal,
    parts: Sequence[tuple[str, Decimal]],
    *,
    changed_since: bool,
    ordering: int = 0,
) -> str:
    """How the pagu of the programs differs from what the PK says, and where (pagu − PK per program, rupiah); empty
    where both agree.

    ``changed_since`` holds where the PK agrees with the pagu before the year's budget was changed.
    """
    differing = [(nama, gap) for nama, gap in parts if gap]
    gap = pagu - jumlah
    if not differing and not gap:
        return ""
    stated = (
        f"Pagu program {_larger(gap)} daripada anggaran dalam {pk} sebesar {format_rupiah(jumlah)}",
        f"Anggaran dalam {pk} tercatat {format_rupiah(jumlah)}, sedangkan pagu program {_larger(gap)}",
        f"Dibandingkan dengan {pk} ({format_rupiah(jumlah)}), pagu program {_larger(gap)}",
        f"Terhadap anggaran {format_rupiah(jumlah)} dalam {pk}, pagu program {_larger(gap)}",
        f"{pk} mencantumkan {format_rupiah(jumlah)}; pagu program {_larger(gap)}",
        f"Pagu program berbeda dengan anggaran {format_rupiah(jumlah)} dalam {pk}, yaitu {_larger(gap)}",
    )
    if changed_since:
        return sentence(
            compose(
                ordering,
                stated,
                (
                    "karena anggaran diubah sesudah perjanjian itu",
                    "sebab perubahan anggaran terjadi sesudah perjanjian itu",
                    "sebagai akibat perubahan anggaran sesudah perjanjian itu",
                    "karena perubahan anggaran dilakukan sesudah perjanjian itu",
                    ", akibat anggaran yang diubah sesudah perjanjian itu",
                    "karena sesudah perjanjian itu anggaran diubah",
                ),
            )
        )
    where = [f"{tidy(nama)} ({_signed(own)})" for nama, own in differing]
    places = chain(where) if len(where) <= _MOST_NAMED else f"{count_of(len(where), 'program')}"
    if not gap:
        return sentence(
            compose(
                ordering,
                (
                    f"Jumlah pagu program sama dengan anggaran dalam {pk},",
                    f"Anggaran dalam {pk} dan pagu program berjumlah sama,",
                    f"Pagu program tidak berbeda jumlahnya dengan {pk},",
                ),
                (f"tetapi terbagi berbeda pada {places}", f"tetapi pembagiannya berbeda pada {places}"),
            )
        )
    return sentence(
        compose(
            ordering,
            stated,
            (
                f"; selisihnya terdapat pada {places}",
                f"; perbedaannya pada {places}",
                f", dengan selisih pada {places}",
                f"; yang berbeda adalah {places}",
                f", dengan perbedaan pada {places}",
                f"; selisih itu berasal dari {places}",
            ),
        )
    )


def _larger(gap: Decimal) -> str:
    return f"lebih {'besar' if gap > _ZERO else 'kecil'} {format_rupiah(abs(gap))}"


def _signed(gap: Decimal) -> str:
    return f"{'+' if gap > _ZERO else '−'}{format_rupiah(abs(gap))}"


def serapan_extremes_sentence(program: Sequence[SerapanLine], ordering: int = 0) -> str:
    """The programs with the highest and the lowest serapan; empty where there is nothing to tell apart."""
    computed = [p for p in program if p.serapan.nilai is not None]
    nilai = [p.serapan.nilai for p in computed if p.serapan.nilai is not None]
    if len(computed) < 2:
        return ""
    if min(nilai) == max(nilai):
        return sentence(
            compose(
                ordering,
                (
                    "Serapan seluruh program sama",
                    "Semua program terserap sama besar",
                    "Serapan antarprogram tidak berbeda",
                ),
                (
                    f", yaitu {persen(nilai[0])}",
                    f": {persen(nilai[0])}",
                    f", masing-masing {persen(nilai[0])}",
                ),
            )
        )
    (highest, most), (lowest, least) = (
        (say_program([p.nama for p in computed if p.serapan.nilai == batas]), persen(batas))
        for batas in (max(nilai), min(nilai))
    )
    idle = min(nilai) == _ZERO  # what was not spent at all has a sentence of its own
    return sentence(
        compose(
            ordering,
            (
                f"Serapan tertinggi terdapat pada {highest} ({most})",
                f"Yang paling banyak terserap ialah {highest} ({most})",
                f"Serapan {highest} paling tinggi, yaitu {most}",
                f"Yang serapannya tertinggi adalah {highest} ({most})",
                f"Serapan paling tinggi, {most}, dicapai {highest}",
                f"Anggaran {highest} terserap paling tinggi ({most})",
            ),
            ("",)
            if idle
            else (
                f", sedangkan serapan terendah terdapat pada {lowest} ({least})",
                f"; yang paling rendah ialah {lowest} ({least})",
                f"dan yang terendah pada {lowest} ({least})",
                f", sementara {lowest} paling rendah ({least})",
                f", berbeda dengan {lowest} yang terendah dengan {least}",
                f"; serapan terendah, {least}, terdapat pada {lowest}",
            ),
        )
    )


def last_anggaran_sentence(total: Serapan, previous: SerapanBefore, tahun: int, ordering: int = 0) -> str:
    """Serapan against an earlier year's, in percentage points."""
    if previous.selisih is None or previous.serapan.nilai is None or total.nilai is None:
        alasan = (
            f"pada tahun {previous.tahun} {previous.serapan.alasan}"
            if previous.serapan.alasan
            else total.alasan
        )
        without = no_conclusion((previous.serapan if previous.serapan.alasan else total).keadaan)
        return sentence(
            f"Perbandingan serapan anggaran dengan tahun {previous.tahun} {without} karena {clause(alasan)}"
        )
    before, now, year = persen(previous.serapan.nilai), persen(total.nilai), f"tahun {previous.tahun}"
    if previous.selisih == _ZERO:
        return sentence(
            compose(
                ordering,
                (
                    f"Serapan anggaran tahun {tahun} sama dengan {year}",
                    f"Dibandingkan dengan {year}, serapan anggaran tidak berubah",
                    f"Serapan anggaran tetap seperti {year}",
                    f"Seperti {year}, anggaran terserap sama besar",
                    f"Tingkat serapan sejak {year} tidak berubah",
                    f"Serapan tahun {tahun} setara dengan {year}",
                ),
                (f", yaitu {now}", f": {now}", f", sebesar {now}", f"({now})"),
            )
        )
    movement = selisih_movement(previous.selisih, "poin")
    return sentence(
        compose(
            ordering,
            (
                f"Serapan anggaran {movement} dibandingkan dengan {year}",
                f"Dibandingkan dengan {year}, serapan anggaran {movement}",
                f"Terhadap {year}, tingkat serapan {movement}",
                f"Sejak {year} serapan anggaran {movement}",
                f"Tingkat serapan anggaran {movement} dari {year}",
                f"Serapan tahun {tahun} {movement} terhadap {year}",
            ),
            (
                f", dari {before} menjadi {now}",
                f": dari {before} ke {now}",
                f", yaitu dari {before} menjadi {now}",
                f"(dari {before} menjadi {now})",
                f", semula {before} dan kini {now}",
                f"; semula {before}, kini {now}",
            ),
        )
    )


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
