"""Generated sentences about money and what it bought: serapan, efisiensi, proporsi, supporting programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from reports.prose.language import (
    chain,
    clause,
    count_of,
    paragraph,
    selisih_movement,
    sentence,
    tidy,
    variety,
)
from sakip.capaian.levels import ControlDifference
from sakip.capaian.results import (
    TIDAK_DAPAT_DISIMPULKAN,
    Efisiensi,
    PartialSerapan,
    Rerata,
    Serapan,
    SerapanBefore,
    SerapanLine,
    walk_rows,
)
from sakip.capaian.rounding import HUNDRED
from sakip.capaian.values import Keadaan
from sakip.snapshot.types import Anggaran
from sakip.text.in_words import bilangan
from sakip.text.numbers import format_angka, format_rupiah
from sakip.text.states import no_conclusion, say_state
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
    if rest == _ZERO:
        return sentence(
            f"{subject} sebesar {format_rupiah(serapan.pagu)} terserap seluruhnya ({persen(serapan.nilai)})"
        )
    if rest > _ZERO:
        end = f"sehingga tersisa {format_rupiah(rest)}"
    else:
        end = f"melampaui pagu sebesar {format_rupiah(-rest)}"
    pagu, realised, nilai = (
        format_rupiah(serapan.pagu),
        format_rupiah(serapan.realisasi),
        persen(serapan.nilai),
    )
    return sentence(
        variety(
            ordering,
            f"{subject} sebesar {pagu} terealisasi {realised} atau {nilai}, {end}",
            f"{subject} berjumlah {pagu}, dengan realisasi {realised} ({nilai}), {end}",
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
    pk: str, jumlah: Decimal, pagu: Decimal, parts: Sequence[tuple[str, Decimal]], *, changed_since: bool
) -> str:
    """How the pagu of the programs differs from what the PK says, and where (pagu − PK per program, rupiah); empty
    where both agree.

    ``changed_since`` holds where the PK agrees with the pagu before the year's budget was changed.
    """
    differing = [(nama, gap) for nama, gap in parts if gap]
    gap = pagu - jumlah
    if not differing and not gap:
        return ""
    if changed_since:
        return sentence(
            f"Pagu program {_larger(gap)} daripada anggaran dalam {pk} sebesar {format_rupiah(jumlah)} karena anggaran "
            f"diubah sesudah perjanjian itu"
        )
    where = [f"{tidy(nama)} ({_larger(own)})" for nama, own in differing]
    places = chain(where) if len(where) <= _MOST_NAMED else f"{count_of(len(where), 'program')}"
    if not gap:
        return sentence(
            f"Jumlah pagu program sama dengan anggaran dalam {pk}, tetapi terbagi berbeda pada {places}"
        )
    return sentence(
        f"Pagu program {_larger(gap)} daripada anggaran dalam {pk} sebesar {format_rupiah(jumlah)}; selisihnya "
        f"terdapat pada {places}"
    )


def _larger(gap: Decimal) -> str:
    return f"lebih {'besar' if gap > _ZERO else 'kecil'} {format_rupiah(abs(gap))}"


def serapan_extremes_sentence(program: Sequence[SerapanLine]) -> str:
    """The programs with the highest and the lowest serapan; empty where there is nothing to tell apart."""
    computed = [p for p in program if p.serapan.nilai is not None]
    nilai = [p.serapan.nilai for p in computed if p.serapan.nilai is not None]
    if len(computed) < 2:
        return ""
    if min(nilai) == max(nilai):
        return sentence(f"Serapan seluruh program sama, yaitu {persen(nilai[0])}")
    highest, lowest = (
        _say_program([p.nama for p in computed if p.serapan.nilai == batas])
        for batas in (max(nilai), min(nilai))
    )
    return sentence(
        f"Serapan tertinggi terdapat pada {highest} ({persen(max(nilai))}), sedangkan serapan terendah terdapat pada "
        f"{lowest} ({persen(min(nilai))})"
    )


def last_anggaran_sentence(total: Serapan, previous: SerapanBefore, tahun: int) -> str:
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
    if previous.selisih == _ZERO:
        return sentence(
            f"Serapan anggaran tahun {tahun} sama dengan tahun {previous.tahun}, yaitu {persen(total.nilai)}"
        )
    return sentence(
        f"Serapan anggaran {selisih_movement(previous.selisih, 'poin')} dibandingkan dengan tahun {previous.tahun}, "
        "dari "
        f"{persen(previous.serapan.nilai)} menjadi {persen(total.nilai)}"
    )


def efisiensi_sentence(efisiensi: Efisiensi, rerata: Rerata, anggaran: Serapan, ordering: int = 0) -> str:
    """The verdict with the money behind it: saved only if capaian is neither below serapan nor below the bound."""
    if efisiensi.efisien is None or efisiensi.capaian is None or efisiensi.serapan is None:
        alasan, without = clause(efisiensi.alasan), TIDAK_DAPAT_DISIMPULKAN
        if efisiensi.capaian is None and rerata.jumlah:
            # The engine's reason counts indikator, which reads oddly for a sasaran that has only one.
            measured = "indikatornya" if rerata.jumlah == 1 else "seluruh indikatornya"
            alasan, without = f"capaian {measured} {say_state(rerata.keadaan)}", no_conclusion(rerata.keadaan)
            if len(rerata.lainnya) > 1:
                alasan = "tidak satu pun indikatornya memiliki capaian yang terhitung"
        return sentence(f"Efisiensi penggunaan sumber daya pada sasaran ini {without} karena {alasan}")
    if anggaran.pagu is None or anggaran.realisasi is None:  # never of a serapan that is known
        return ""
    rest = anggaran.pagu - anggaran.realisasi
    verdict, spent, left = (
        efisiensi_level(efisiensi).lower(),
        format_rupiah(anggaran.realisasi),
        format_rupiah(rest),
    )
    bound = f"belum mencapai {format_angka(efisiensi.batas)}%" if efisiensi.batas is not None else ""
    behind = bound if efisiensi.below_batas and bound else "di bawah serapan anggarannya"
    if rest <= _ZERO:
        over = f"pagunya terlampaui {format_rupiah(-rest)}" if rest else "seluruh pagunya terpakai"
        reached = "kinerja yang diharapkan tercapai" if efisiensi.efisien else f"capaian kinerjanya {behind}"
        return sentence(
            variety(
                ordering,
                f"Pada sasaran ini {over} dan {reached}; penggunaan sumber daya dinilai {verdict}",
                f"Penggunaan sumber daya dinilai {verdict}: {over} dan {reached}",
                f"Karena {over} dan {reached}, penggunaan sumber daya dinilai {verdict}",
            )
        )
    if efisiensi.efisien:
        return sentence(
            variety(
                ordering,
                f"Sasaran ini dicapai dengan {spent}, sehingga {left} dari pagunya dihemat; penggunaan sumber daya "
                f"dinilai {verdict}",
                f"Penggunaan sumber daya dinilai {verdict} karena sasaran ini tercapai dengan menghemat {left}",
                f"Dari pagu sasaran ini dihemat {left} tanpa mengurangi capaian, sehingga penggunaannya dinilai "
                f"{verdict}",
                f"Penghematan pada sasaran ini {left}; penggunaan sumber daya dinilai {verdict}",
                f"Belanja {spent} telah cukup untuk sasaran ini; sisa {left} merupakan penghematan dan penggunaan "
                f"sumber daya dinilai {verdict}",
                f"Sumber daya sasaran ini digunakan secara {verdict}: targetnya tercapai dengan sisa pagu {left}",
            )
        )
    # Money that stays unspent while the target is missed was not saved.
    return sentence(
        variety(
            ordering,
            f"Sisa pagu {left} bukan penghematan karena capaian kinerja {behind}; penggunaan sumber daya dinilai "
            f"{verdict}",
            f"Belanja {spent} belum sepadan dengan capaian kinerja yang {behind}, sehingga penggunaan sumber daya "
            f"dinilai {verdict}",
            f"Penggunaan sumber daya dinilai {verdict}: {spent} telah dibelanjakan, sedangkan capaian kinerja {behind}",
            f"Capaian kinerja {behind}, sehingga sisa pagu {left} tidak dihitung sebagai penghematan dan penggunaannya "
            f"dinilai {verdict}",
            f"Dengan belanja {spent} capaian kinerja {behind}; penggunaan sumber daya dinilai {verdict}",
            f"Sumber daya sasaran ini digunakan secara {verdict}, sebab capaian kinerja {behind} walaupun pagu tersisa "
            f"{left}",
        )
    )


def efisiensi_level(efisiensi: Efisiensi) -> str:
    """The verdict as the table prints it."""
    if efisiensi.efisien is None:
        return TIDAK_DAPAT_DISIMPULKAN.capitalize()
    return "Efisien" if efisiensi.efisien else "Tidak efisien"


def say_levels(program: Sequence[SerapanLine]) -> str:
    """How many rows of each level there are: "2 (dua) program, 3 (tiga) kegiatan, dan 5 (lima) sub kegiatan"."""
    many = Counter(row.tingkat for row, _ in walk_rows(program) if row.rinci)
    return chain([count_of(many[t], t) for t in ("program", "kegiatan", "sub kegiatan") if many[t]])


def program_sentence(program: Sequence[SerapanLine], ordering: int = 0, *, named: bool = False) -> str:
    """How many programs, kegiatan and sub kegiatan support a sasaran; ``named`` where no table names them."""
    listing = say_levels(program)
    which = f", yaitu {chain([tidy(p.nama) for p in program])}" if named else ""
    return sentence(
        variety(
            ordering,
            f"Pencapaian sasaran ini didukung oleh {listing}{which}",
            f"Untuk mewujudkan sasaran ini dilaksanakan {listing}{which}",
            f"Sasaran ini ditunjang oleh {listing}{which}",
            f"Sasaran ini dilaksanakan melalui {listing}{which}",
            f"Yang mendukung sasaran ini adalah {listing}{which}",
            f"Sasaran ini diwujudkan lewat {listing}{which}",
        )
    )


def keluaran_sentence(percentage: Sequence[Decimal | Keadaan]) -> str:
    """How many output met their target, of several that have a percentage and not a state; empty where the row of the
    only one says it."""
    known = [p for p in percentage if isinstance(p, Decimal)]
    if len(known) < 2:
        return ""
    measured, reached = len(known), sum(1 for p in known if p >= HUNDRED)
    if reached == measured:
        return sentence(
            f"Seluruh keluaran yang terukur, yaitu {count_of(measured, 'keluaran')}, mencapai target"
        )
    if reached == 0:
        return sentence(f"Tidak satu pun dari {count_of(measured, 'keluaran')} yang terukur mencapai target")
    return sentence(
        f"Dari {count_of(measured, 'keluaran')} yang terukur, {count_of(reached, 'keluaran')} mencapai target"
    )


def _say_program(nama: Sequence[str]) -> str:
    """Their names, or how many they are where the names would bury the sentence."""
    if len(nama) > 2:
        return count_of(len(nama), "program")
    clean = [tidy(n) for n in nama]
    return chain([n if n.casefold().startswith("program") else f"Program {n}" for n in clean])


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
