"""Sentences on the programs that support a sasaran, and their keluaran."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from reports.prose.language import (
    chain,
    compose,
    count_of,
    paragraph,
    sentence,
    tidy,
)
from sakip.capaian.results import (
    SerapanLine,
    walk_rows,
)
from sakip.capaian.rounding import HUNDRED
from sakip.capaian.values import Keadaan
from sakip.text.numbers import format_rupiah


def say_levels(
    program: Sequence[SerapanLine], levels: Sequence[str] = ("program", "kegiatan", "sub kegiatan")
) -> str:
    """How many rows of each level there are: "2 (dua) program, 3 (tiga) kegiatan, dan 5 (lima) sub kegiatan"."""
    many = Counter(row.tingkat for row, _ in walk_rows(program) if row.rinci)
    return chain([count_of(many[t], t) for t in levels if many[t]])


def program_sentence(program: Sequence[SerapanLine], ordering: int = 0) -> str:
    """Which programs support a sasaran, and how many kegiatan and sub kegiatan they have, where no table names them."""
    names, below = chain([tidy(p.nama) for p in program]), say_levels(program, ("kegiatan", "sub kegiatan"))
    # "1 program, 1 kegiatan, dan 1 sub kegiatan, yaitu Program X" would name the program for all three.
    many = count_of(len(program), "program")
    listing = say_program([p.nama for p in program]) if len(program) == 1 else f"{many}, yaitu {names},"
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
                f"dengan {below}",
                f"yang terdiri atas {below}",
                f"yang memuat {below}",
                f"yang mencakup {below}",
                f"yang meliputi {below}",
                f"yang dijabarkan dalam {below}",
            )
            if below
            else ("",),
        ).rstrip(",")
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
                    f"Sebanyak {every} yang terukur tanpa kecuali",
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
                    f"Belum ada di antara {every} terukur yang",
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
                f"Sebanyak {reached} dari {every} yang terukur",
                f"Program pendukungnya menghasilkan {every} terukur, {some} di antaranya",
                f"Di antara {every} yang terukur, {some}",
                f"Yang terukur sebanyak {every}; {some} di antaranya",
                f"Program pendukung mempunyai {every} yang terukur; {some}",
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


def say_program(nama: Sequence[str]) -> str:
    """Their names, or how many they are where the names would bury the sentence."""
    if len(nama) > 2:
        return count_of(len(nama), "program")
    clean = [tidy(n) for n in nama]
    return chain([n if n.casefold().startswith("program") else f"Program {n}" for n in clean])


def outside_pagu_sentences(program: Sequence[SerapanLine], ordering: int = 0) -> str:
    """Programs that cost more than their pagu, and those of which nothing was spent: what a share of the pagu does not
    say by itself. Empty where there are none."""
    amounts = [
        (p.nama, p.serapan.pagu, p.serapan.realisasi)
        for p in program
        if p.serapan.pagu is not None and p.serapan.realisasi is not None
    ]
    over = [(nama, spent - pagu) for nama, pagu, spent in amounts if spent > pagu]
    idle = [(nama, pagu) for nama, pagu, spent in amounts if pagu and not spent]
    return paragraph(
        _over(*_named(over), ordering) if over else "", _idle(*_named(idle), ordering) if idle else ""
    )


def _named(rows: Sequence[tuple[str, Decimal]]) -> tuple[str, str]:
    """The programs, and what they come to together."""
    whole = format_rupiah(sum((amount for _, amount in rows), Decimal(0)))
    return say_program([nama for nama, _ in rows]), whole


def _over(names: str, whole: str, ordering: int) -> str:
    return sentence(
        compose(
            ordering,
            (
                f"Realisasi {names} melampaui pagunya sebesar {whole}",
                f"Pada {names} realisasi melampaui pagu sebesar {whole}",
                f"Belanja {names} melebihi pagunya dengan selisih {whole}",
                f"Pagu {names} terlampaui dengan selisih {whole}",
                f"Realisasi di atas pagu terdapat pada {names} dengan kelebihan {whole}",
                f"Kelebihan realisasi atas pagu terjadi pada {names} sebesar {whole}",
            ),
        )
    )


def _idle(names: str, whole: str, ordering: int) -> str:
    return sentence(
        compose(
            ordering,
            (
                f"Pagu {names}, {whole}, tidak digunakan sama sekali",
                f"Tidak ada realisasi pada {names} dengan pagu {whole}",
                f"Dari {names} dengan pagu {whole} tidak ada yang dibelanjakan",
                f"Anggaran {names}, {whole}, seluruhnya tidak dibelanjakan",
                f"Pada {names} dengan pagu {whole} tidak terdapat realisasi",
                f"Pagu {whole} pada {names} tidak dibelanjakan sama sekali",
            ),
        )
    )
