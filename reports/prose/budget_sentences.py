"""Generated sentences about money and what it bought: serapan, efisiensi, proporsi, supporting programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from reports.prose.language import (
    because,
    chain,
    clause,
    compose,
    count_of,
    paragraph,
    selisih_movement,
    sentence,
    tidy,
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
                f"{subject} ditetapkan {pagu} dan terealisasi",
                f"{subject} tersedia {pagu} dan dibelanjakan",
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
    where = [f"{tidy(nama)} ({_larger(own)})" for nama, own in differing]
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
        (_say_program([p.nama for p in computed if p.serapan.nilai == batas]), persen(batas))
        for batas in (max(nilai), min(nilai))
    )
    return sentence(
        compose(
            ordering,
            (
                f"Serapan tertinggi terdapat pada {highest} ({most})",
                f"{highest} paling banyak terserap ({most})",
                f"Dengan {most}, {highest} terserap paling tinggi",
                f"Yang serapannya tertinggi adalah {highest} ({most})",
                f"Serapan paling tinggi, {most}, dicapai {highest}",
                f"Anggaran {highest} terserap paling tinggi ({most})",
            ),
            (
                f", sedangkan serapan terendah terdapat pada {lowest} ({least})",
                f"; yang paling rendah {lowest} ({least})",
                f"dan yang terendah pada {lowest} ({least})",
                f", sementara {lowest} paling rendah ({least})",
                f", berbeda dengan {lowest} yang terendah dengan {least}",
                f"; serapan terendah, {least}, pada {lowest}",
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
                f", yaitu {before} menjadi {now}",
                f"({before} menjadi {now})",
                f", semula {before} dan kini {now}",
                f"; semula {before}, kini {now}",
            ),
        )
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
        return sentence(
            compose(
                ordering,
                (
                    f"Efisiensi penggunaan sumber daya pada sasaran ini {without}",
                    f"Efisiensi sumber daya untuk mewujudkan sasaran ini {without}",
                    f"Pada sasaran ini efisiensi {without}",
                    f"Untuk sasaran ini efisiensi penggunaan sumber daya {without}",
                    f"Efisiensi sasaran ini {without}",
                    f"Penilaian efisiensi sasaran ini {without}",
                ),
                because(alasan),
            )
        )
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
    judged = (
        f"; penggunaan sumber daya dinilai {verdict}",
        f", sehingga penggunaan sumber daya dinilai {verdict}",
        f"; dengan demikian penggunaan sumber daya dinilai {verdict}",
        f"; sumber dayanya digunakan secara {verdict}",
        f", dan karena itu penggunaan sumber daya dinilai {verdict}",
        f"; dari segi sumber daya dinilai {verdict}",
    )
    if rest <= _ZERO:
        over = f"pagunya terlampaui {format_rupiah(-rest)}" if rest else "seluruh pagunya terpakai"
        reached = (
            ("kinerja yang diharapkan tercapai", "targetnya tercapai", "kinerjanya memenuhi target")
            if efisiensi.efisien
            else (f"capaian kinerjanya {behind}", f"capaiannya {behind}", f"kinerjanya {behind}")
        )
        return sentence(
            compose(
                ordering,
                ("Pada sasaran ini", "Untuk sasaran ini", "Dalam mewujudkan sasaran ini"),
                (f"{over} dan",),
                reached,
                judged,
            )
        )
    if efisiensi.efisien:
        return sentence(
            compose(
                ordering,
                (
                    f"Sasaran ini dicapai dengan {spent}, sehingga {left} dari pagunya dihemat",
                    f"Dari pagu sasaran ini dihemat {left} tanpa mengurangi capaian",
                    f"Belanja {spent} telah cukup untuk sasaran ini dan sisa {left} merupakan penghematan",
                    f"Target sasaran ini tercapai dengan sisa pagu {left}",
                    f"Untuk sasaran ini dibelanjakan {spent} dan dihemat {left}",
                    f"Penghematan pada sasaran ini mencapai {left} dengan target yang tetap tercapai",
                ),
                judged,
            )
        )
    # Money that stays unspent while the target is missed was not saved.
    return sentence(
        compose(
            ordering,
            (
                f"Sisa pagu {left} bukan penghematan karena capaian kinerja {behind}",
                f"Belanja {spent} belum sepadan dengan capaian kinerja yang {behind}",
                f"Telah dibelanjakan {spent}, sedangkan capaian kinerja {behind}",
                f"Capaian kinerja {behind} walaupun pagu tersisa {left}",
                f"Dengan belanja {spent} capaian kinerja {behind}",
                f"Pagu yang tersisa {left} tidak dihitung sebagai penghematan karena capaian kinerja {behind}",
            ),
            judged,
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


def program_sentence(program: Sequence[SerapanLine], ordering: int = 0) -> str:
    """How many programs, kegiatan and sub kegiatan support a sasaran, and which, where no table names them."""
    listing, names = say_levels(program), chain([tidy(p.nama) for p in program])
    return sentence(
        compose(
            ordering,
            (
                f"Pencapaian sasaran ini didukung oleh {listing}",
                f"Untuk mewujudkan sasaran ini dilaksanakan {listing}",
                f"Sasaran ini ditunjang oleh {listing}",
                f"Sasaran ini dilaksanakan melalui {listing}",
                f"Yang mendukung sasaran ini adalah {listing}",
                f"Sasaran ini diwujudkan melalui {listing}",
            ),
            (
                f", yaitu {names}",
                f": {names}",
                f", yakni {names}",
                f"({names})",
                f", meliputi {names}",
                f", terdiri atas {names}",
            ),
        )
    )


def keluaran_sentence(percentage: Sequence[Decimal | Keadaan], ordering: int = 0) -> str:
    """How many output met their target, of several that have a percentage and not a state; empty where the row of the
    only one says it."""
    known = [p for p in percentage if isinstance(p, Decimal)]
    if len(known) < 2:
        return ""
    measured, reached = len(known), sum(1 for p in known if p >= HUNDRED)
    every, some = count_of(measured, "keluaran"), count_of(reached, "keluaran")
    if reached == measured:
        return sentence(
            compose(
                ordering,
                (
                    f"Seluruh keluaran yang terukur, yaitu {every},",
                    f"Semua keluaran, yaitu {every} yang terukur,",
                    f"Sebanyak {every} terukur dan semuanya",
                    f"Tanpa kecuali {every} yang terukur",
                    f"Program pendukungnya menghasilkan {every} terukur yang seluruhnya",
                    f"Keluaran terukur dari program pendukung, {every}, seluruhnya",
                ),
                (
                    "mencapai target",
                    "memenuhi target",
                    "telah mencapai targetnya",
                    "telah memenuhi targetnya",
                ),
            )
        )
    if reached == 0:
        return sentence(
            compose(
                ordering,
                (
                    f"Tidak satu pun dari {every} yang terukur",
                    f"Belum ada dari {every} terukur yang",
                    f"Dari {every} yang terukur, belum ada yang",
                    f"Program pendukungnya menghasilkan {every} terukur, tetapi belum satu pun",
                    f"Di antara {every} yang terukur tidak ada yang",
                    f"Belum satu pun dari {every} yang terukur",
                ),
                (
                    "mencapai target",
                    "memenuhi target",
                    "mencapai targetnya",
                    "memenuhi targetnya",
                    "sampai pada target",
                    "sampai pada targetnya",
                ),
            )
        )
    return sentence(
        compose(
            ordering,
            (
                f"Dari {every} yang terukur, {some}",
                f"Sebanyak {some} dari {every} yang terukur",
                f"Program pendukungnya menghasilkan {every} terukur, {some} di antaranya",
                f"Di antara {every} yang terukur, {some}",
                f"Keluaran yang terukur berjumlah {every} dan {some}",
                f"Program pendukung mempunyai {every} yang terukur dan {some}",
            ),
            (
                "mencapai target",
                "memenuhi target",
                "telah mencapai targetnya",
                "telah memenuhi targetnya",
                "sudah mencapai target",
                "sudah memenuhi target",
            ),
        )
    )


def _say_program(nama: Sequence[str]) -> str:
    """Their names, or how many they are where the names would bury the sentence."""
    if len(nama) > 2:
        return count_of(len(nama), "program")
    clean = [tidy(n) for n in nama]
    return chain([n if n.casefold().startswith("program") else f"Program {n}" for n in clean])


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
