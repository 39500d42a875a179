"""Generated sentences on what the year's measurement leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from reports.prose.language import chain, compose, count_of, paragraph, part_of, quoted, sentence
from sakip.capaian.results import IndikatorResult, Results, TujuanMeasured
from sakip.capaian.values import KeadaanNilai
from sakip.snapshot.coverage import Count, Unmeasured
from sakip.text.states import NOT_YET_CONCLUDED


def coverage_sentence(left_out: Unmeasured | None, ordering: int = 0, *, valued: bool = False) -> str:
    """How many IKU, tujuan, sasaran and indikator of the plan the PK leaves out; that none is, where none is.

    ``valued``: the table below has a realisasi of some, so that they are not unmeasured: they only do not count.
    """
    reference = "Perjanjian Kinerja yang menjadi dasar pengukuran"
    if left_out is None:
        return sentence(f"{reference} belum memuat indikator")
    missing, outside = _counts(left_out), chain(_counts(left_out, denied=False))
    if missing:
        said = compose(
            ordering,
            (
                f"{reference} tidak mencakup {chain(missing)}",
                f"Tidak tercakup dalam {reference} adalah {outside}",
                f"{_first(outside)} berada di luar {reference}",
                f"Belum termasuk dalam {reference} adalah {outside}",
                f"{reference} belum memuat {chain(missing)}",
                f"Yang tidak dimuat dalam {reference} adalah {outside}",
            ),
            (
                "; yang tidak tercakup tidak dihitung dalam capaian dan disebutkan dalam tabel berikut",
                "; yang tidak diperjanjikan itu disebutkan dalam tabel berikut",
                "; tabel berikut menguraikannya",
                "; tabel berikut merincinya beserta realisasinya",
                "; rincian dan realisasinya dalam tabel berikut",
                "; yang di luarnya tidak dihitung dalam capaian dan dimuat dalam tabel berikut",
            )
            if valued
            else (
                "; yang tidak tercakup tidak diukur dan disebutkan dalam tabel berikut",
                "; yang tidak diukur itu disebutkan dalam tabel berikut",
                "; tabel berikut menguraikannya",
                "; tabel berikut merincinya beserta alasannya",
                "; rinciannya dalam tabel berikut",
                "; yang di luarnya tidak diukur dan dimuat dalam tabel berikut",
            ),
        )
        return paragraph(sentence(said), _dropped_sentence(left_out, ordering))
    if left_out.groups:
        said = compose(
            ordering,
            (
                f"{reference} tidak memuat indikator dalam tabel berikut",
                f"Indikator dalam tabel berikut tidak dimuat dalam {reference}",
                f"Tabel berikut memuat indikator di luar {reference}",
            ),
            (", sehingga tidak dihitung dalam capaian", "dan karena itu tidak dihitung dalam capaian")
            if valued
            else (", sehingga tidak diukur", "dan karena itu tidak diukur"),
        )
        return paragraph(sentence(said), _dropped_sentence(left_out, ordering))
    covered = [
        *(["seluruh sasaran dan indikator sasaran Renstra"] if left_out.sasaran.of else []),
        *(["seluruh Indikator Kinerja Utama"] if left_out.iku.of else []),
    ]
    if not covered:
        return sentence(
            f"Cakupan pengukuran {NOT_YET_CONCLUDED} karena Renstra dan Keputusan IKU belum dicatat"
        )
    whole = " serta ".join(covered)
    return sentence(
        compose(
            ordering,
            (
                f"{reference} mencakup",
                f"{reference} memuat",
                "Dasar pengukuran tahun ini meliputi",
                "Yang diperjanjikan pada tahun ini adalah",
                "Perjanjian Kinerja telah mencakup",
                "Perjanjian Kinerja tahun ini mencakup",
            ),
            (
                whole,
                f"{whole} tanpa kecuali",
                f"{whole} secara lengkap",
                f"{whole}; tidak ada yang tertinggal",
                f"{whole} seutuhnya",
                f"{whole}, tanpa ada yang tidak diperjanjikan",
            ),
        )
    )


def coverage_summary(left_out: Unmeasured | None, ordering: int = 0, *, valued: bool = False) -> str:
    """The same for the ikhtisar, by the indikator alone where some are left out: how many sasaran and tujuan there are
    it says already. Empty where nothing of the plan or of an earlier PK is left out."""
    if left_out is None:
        return ""
    missing = _counts(left_out, brief=True)
    outside = chain(_counts(left_out, denied=False, brief=True))
    counted = "dihitung dalam capaian" if valued else "diukur"
    said = compose(
        ordering,
        (
            f"Perjanjian Kinerja tidak mencakup {chain(missing)}",
            f"Tidak diperjanjikan dan tidak {counted} adalah {outside}",
            f"{_first(outside)} berada di luar Perjanjian Kinerja",
            f"Perjanjian Kinerja belum memuat {chain(missing)}",
            f"Belum tercakup dalam Perjanjian Kinerja adalah {outside}",
            f"{'Capaian itu' if valued else 'Pengukuran'} tidak meliputi {chain(missing)}",
        ),
        (
            f"; yang tidak {counted} itu disebutkan dalam BAB III",
            "; rinciannya terdapat dalam BAB III",
            ", sebagaimana disebutkan dalam BAB III",
            "(lihat BAB III)",
            "; BAB III menguraikannya",
            "; BAB III merincinya",
        ),
    )
    return paragraph(sentence(said) if missing else "", _dropped_sentence(left_out, ordering))


def _dropped_sentence(left_out: Unmeasured, ordering: int) -> str:
    """What was promised in the year and is promised no more; empty where nothing was."""
    dropped = [i.nama for g in left_out.groups for i in g.indikator if i.dropped]
    if not dropped:
        return ""
    one = len(dropped) == 1
    who = f"Indikator {quoted(dropped[0])}" if one else f"Sebanyak {count_of(len(dropped), 'indikator')}"
    small = f"{who[:1].lower()}{who[1:]}"
    return sentence(
        compose(
            ordering,
            (
                f"{who} semula diperjanjikan pada tahun ini, tetapi",
                f"{who} pernah diperjanjikan pada tahun ini dan kemudian",
                f"Pada awal tahun {small} diperjanjikan, tetapi",
                f"{who} diperjanjikan pada awal tahun dan kemudian",
                f"Semula {small} diperjanjikan, tetapi",
                f"{who} diperjanjikan dalam dokumen semula, tetapi",
            ),
            (
                "tidak dimuat lagi dalam Perjanjian Kinerja yang terakhir",
                "dikeluarkan dari Perjanjian Kinerja yang terakhir",
                "tidak lagi tercantum dalam Perjanjian Kinerja yang terakhir",
                "tidak termuat dalam Perjanjian Kinerja yang terakhir",
                "dihapus dari Perjanjian Kinerja yang terakhir",
                "tidak lagi menjadi bagian Perjanjian Kinerja yang terakhir",
            ),
        )
    )


def valued_outside(results: Results) -> bool:
    """Whether a realisasi is recorded of anything that the PK leaves out."""
    return any(
        i.realisasi is not None and i.realisasi.keadaan is KeadaanNilai.TERISI for i in results.di_luar_pk
    )


def tujuan_sentence(tujuan: Sequence[TujuanMeasured], ordering: int = 0) -> str:
    """Which indikator of the tujuan are not measured; empty where all are, or there are none."""
    planned = [i for t in tujuan for i in t.indikator]
    pending = [i for i in planned if not recorded(i)]
    if not pending:
        return ""
    names, many = chain([quoted(i.nama) for i in pending]), count_of(len(pending), "indikator tujuan Renstra")
    if len(pending) < len(planned):
        many = part_of(len(pending), len(planned), "indikator tujuan Renstra")
    who = (
        (
            f"Indikator tujuan Renstra {names}",
            f"Indikator pada tingkat tujuan, {names},",
            f"Pada tingkat tujuan, indikator {names}",
        )
        if len(planned) == 1
        else (
            f"Sebanyak {many}, yaitu {names},",
            f"Terdapat {many} ({names}) yang",
            f"Pada tingkat tujuan, {many} ({names})",
            f"Di antara indikator tujuan, {many} ({names})",
            f"Untuk tujuan, {many}, yaitu {names},",
        )
    )
    measured = (
        "belum diukur karena realisasinya tidak tercatat",
        "belum diukur sebab realisasinya tidak tercatat",
        "belum dapat diukur karena realisasinya tidak tercatat",
        "tidak dapat diukur sebab realisasinya tidak tercatat",
    )
    replaced = (
        "; capaian indikator sasaran tidak menggantikan capaian tujuan",
        ", dan capaian indikator sasaran tidak menggantikannya",
        "; capaian sasaran tidak dipakai sebagai gantinya",
        ", sedangkan capaian indikator sasaran bukan penggantinya",
    )
    return sentence(compose(ordering, who, measured, replaced))


def recorded(indikator: IndikatorResult) -> bool:
    """Whether somebody has said what the year's realisasi is, or why there is none."""
    return indikator.realisasi is not None and indikator.realisasi.keadaan is not KeadaanNilai.BELUM_DIISI


def _counts(left_out: Unmeasured, *, denied: bool = True, brief: bool = False) -> list[str]:
    """ "2 dari 6 (enam) IKU", for each kind of which something is missing; ``denied`` where the verb says that it is
    not there; ``brief`` without the tujuan and sasaran of the indikator that are missing."""
    kinds = (
        (left_out.iku, "Indikator Kinerja Utama (IKU)"),
        (left_out.tujuan, "tujuan Renstra"),
        (left_out.sasaran, "sasaran Renstra"),
        (left_out.indikator, "indikator sasaran Renstra"),
    )
    said = (kinds[0], kinds[-1]) if brief and left_out.indikator.n else kinds
    return [_say(count, kind, denied=denied) for count, kind in said if count.n]


def _first(counted: str) -> str:
    """What is counted, where a sentence begins with it: not with a digit."""
    return f"Sebanyak {counted}" if counted[:1].isdigit() else counted


def _say(count: Count, kind: str, *, denied: bool) -> str:
    if denied and count.n == count.of > 1:  # "tidak mencakup seluruh" would leave open whether some are
        return f"satu pun dari {count_of(count.of, kind)}"
    return part_of(count.n, count.of, kind)
