"""Generated sentences about money and what it bought: serapan, efisiensi, proporsi, supporting programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from reports.prose.language import (
    chain,
    clause,
    count_of,
    difference_size,
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


def efisiensi_sentence(efisiensi: Efisiensi, rerata: Rerata, ordering: int = 0) -> str:
    """Capaian against serapan and the verdict: efisien only if capaian is neither below serapan nor below the bound."""
    if efisiensi.efisien is None or efisiensi.capaian is None or efisiensi.serapan is None:
        alasan, without = clause(efisiensi.alasan), TIDAK_DAPAT_DISIMPULKAN
        if efisiensi.capaian is None and rerata.jumlah:
            # The engine's reason counts indikator, which reads oddly for a sasaran that has only one.
            measured = "indikatornya" if rerata.jumlah == 1 else "seluruh indikatornya"
            alasan, without = f"capaian {measured} {say_state(rerata.keadaan)}", no_conclusion(rerata.keadaan)
            if len(rerata.lainnya) > 1:
                alasan = "tidak satu pun indikatornya memiliki capaian yang terhitung"
        return sentence(f"Efisiensi penggunaan sumber daya pada sasaran ini {without} karena {alasan}")
    capaian, serapan = persen(efisiensi.capaian), persen(efisiensi.serapan)
    distance = _distance(efisiensi)
    verdict = efisiensi_level(efisiensi).lower()
    if efisiensi.below_batas and efisiensi.batas is not None and efisiensi.capaian >= efisiensi.serapan:
        bound = f"{format_angka(efisiensi.batas)}%"
        # Money that stays unspent while the target is missed was not saved.
        return sentence(
            variety(
                ordering,
                f"Penggunaan sumber daya pada sasaran ini dinilai {verdict} karena capaian kinerja {capaian} belum "
                f"mencapai {bound}, meskipun serapan anggarannya hanya {serapan}",
                f"Dengan serapan anggaran {serapan}, sasaran ini menghasilkan capaian kinerja {capaian} yang belum "
                f"mencapai {bound}, sehingga penggunaan sumber daya dinilai {verdict}",
            )
        )
    utama = variety(
        ordering,
        f"Capaian kinerja sasaran ini {capaian}, sedangkan serapan anggarannya {serapan}. Karena capaian {distance} "
        f"serapan, penggunaan sumber daya dinilai {verdict}",
        f"Dengan serapan anggaran {serapan}, sasaran ini menghasilkan capaian kinerja {capaian}. Capaian {distance} "
        f"serapan, sehingga penggunaan sumber daya dinilai {verdict}",
        f"Penggunaan sumber daya pada sasaran ini dinilai {verdict} karena capaian kinerja {capaian} {distance} "
        "serapan "
        f"anggaran {serapan}",
    )
    return sentence(utama)


def efisiensi_level(efisiensi: Efisiensi) -> str:
    """The verdict as the table prints it."""
    if efisiensi.efisien is None:
        return TIDAK_DAPAT_DISIMPULKAN.capitalize()
    return "Efisien" if efisiensi.efisien else "Tidak efisien"


def _distance(efisiensi: Efisiensi) -> str:
    selisih = efisiensi.selisih or _ZERO
    if selisih == _ZERO:
        return "sama dengan"
    return f"berada {difference_size(selisih, 'poin')} {'di atas' if selisih > _ZERO else 'di bawah'}"


def say_levels(program: Sequence[SerapanLine]) -> str:
    """How many rows of each level there are: "2 (dua) program, 3 (tiga) kegiatan, dan 5 (lima) sub kegiatan"."""
    many = Counter(row.tingkat for row, _ in walk_rows(program) if row.rinci)
    return chain([count_of(many[t], t) for t in ("program", "kegiatan", "sub kegiatan") if many[t]])


def program_sentence(program: Sequence[SerapanLine], anggaran: Serapan, ordering: int = 0) -> str:
    """How many programs, kegiatan and sub kegiatan support a sasaran, and their money."""
    listing = say_levels(program)
    utama = variety(
        ordering,
        f"Pencapaian sasaran ini didukung oleh {listing}",
        f"Untuk mewujudkan sasaran ini dilaksanakan {listing}",
        f"Sasaran ini ditunjang oleh {listing}",
    )
    return paragraph(sentence(utama), serapan_sentence(anggaran, "Anggaran pendukungnya"))


def keluaran_sentence(percentage: Sequence[Decimal | Keadaan]) -> str:
    """How many output met their target, of those that have a percentage and not a state; empty without any output."""
    known = [p for p in percentage if isinstance(p, Decimal)]
    states = Counter(p for p in percentage if not isinstance(p, Decimal))
    if not percentage:
        return ""
    if not known:
        return sentence(f"Capaian keluarannya {chain([say_state(s) for s in states])}")
    measured, reached = len(known), sum(1 for p in known if p >= HUNDRED)
    if measured == 1:
        result = f"Satu keluaran yang terukur {'mencapai' if reached else 'belum mencapai'} target"
    elif reached == measured:
        result = f"Seluruh keluaran yang terukur, yaitu {count_of(measured, 'keluaran')}, mencapai target"
    elif reached == 0:
        result = f"Tidak satu pun dari {count_of(measured, 'keluaran')} yang terukur mencapai target"
    else:
        result = f"Dari {count_of(measured, 'keluaran')} yang terukur, {count_of(reached, 'keluaran')} mencapai target"
    rest = [f"capaian {count_of(n, 'keluaran')} lainnya {say_state(s)}" for s, n in states.items()]
    return sentence("; ".join((result, *rest)))


def proporsi_sentence(parts: Sequence[tuple[int, Decimal]], unrelated: Decimal | None) -> str:
    """Shares of the pagu per sasaran (its number, percent), and of the programs tied to no sasaran."""
    texts = [f"sasaran {nomor} sebesar {persen(nilai)}" for nomor, nilai in parts]
    if unrelated:
        texts.append(f"program yang tidak dikaitkan dengan satu sasaran sebesar {persen(unrelated)}")
    return sentence(f"Dari keseluruhan pagu, alokasi untuk {chain(texts)}") if texts else ""


def _say_program(nama: Sequence[str]) -> str:
    """Their names, or how many they are where the names would bury the sentence."""
    if len(nama) > 2:
        return count_of(len(nama), "program")
    clean = [tidy(n) for n in nama]
    return chain([n if n.casefold().startswith("program") else f"Program {n}" for n in clean])


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
