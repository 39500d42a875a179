"""Sentences on what the money reached."""

from __future__ import annotations

from typing import Final

from reports.prose.language import (
    because,
    clause,
    compose,
    sentence,
)
from sakip.capaian.results import (
    TIDAK_DAPAT_DISIMPULKAN,
    Efisiensi,
    Rerata,
    Serapan,
)
from sakip.text.numbers import format_angka, format_rupiah
from sakip.text.states import no_conclusion, say_state

_NOT_BELOW: Final = "tidak lebih rendah daripada serapan anggarannya"


def efisiensi_sentence(
    efisiensi: Efisiensi, rerata: Rerata, anggaran: Serapan, ordering: int = 0, *, met: bool = True
) -> str:
    """The verdict with the money behind it: saved only if capaian is neither below serapan nor below the bound.

    ``met``: every target was. A mean of 102 hides one that was missed, and a kebijakan may have no bound at all.
    """
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
    if rest <= 0:
        over = f"pagunya terlampaui {format_rupiah(-rest)}" if rest else "seluruh pagunya terpakai"
        reached = (
            ("kinerja yang diharapkan tercapai", "targetnya tercapai", "kinerjanya memenuhi target")
            if efisiensi.efisien and met
            else (f"rata-rata capaiannya {_NOT_BELOW}", f"capaian kinerjanya rata-rata {_NOT_BELOW}")
            if efisiensi.efisien
            else (f"capaian kinerjanya {behind}", f"capaiannya {behind}", f"kinerjanya {behind}")
        )
        return sentence(
            compose(
                ordering,
                ("Pada sasaran ini", "Untuk sasaran ini", "Dalam mewujudkan sasaran ini"),
                (f"{over} dan" if efisiensi.efisien else f"{over}, sedangkan",),
                reached,
                judged,
            )
        )
    if efisiensi.efisien and not met:
        return sentence(
            compose(
                ordering,
                (
                    f"Dengan belanja {spent}, capaian kinerja {_NOT_BELOW}",
                    f"Capaian kinerja {_NOT_BELOW} dan pagu tersisa {left}",
                    f"Belanja {spent} sepadan dengan capaian kinerjanya",
                    f"Pagu tersisa {left}, sedangkan capaian kinerja {_NOT_BELOW}",
                    f"Serapan anggaran tidak melebihi capaian kinerja, dengan sisa pagu {left}",
                    f"Telah dibelanjakan {spent} dan capaian kinerja {_NOT_BELOW}",
                ),
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
                f"Dengan belanja {spent}, capaian kinerja {behind}",
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
