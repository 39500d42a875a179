"""Generated sentences on what the year's measurement leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from reports.prose.language import chain, count_of, paragraph, part_of, quoted, sentence
from sakip.capaian.results import IndikatorResult, TujuanMeasured
from sakip.capaian.values import KeadaanNilai
from sakip.snapshot.coverage import Count, Unmeasured
from sakip.text.states import NOT_YET_CONCLUDED


def coverage_sentence(left_out: Unmeasured | None) -> str:
    """How many IKU, tujuan, sasaran and indikator of the plan the PK leaves out; that none is, where none is."""
    reference = "Perjanjian Kinerja yang menjadi dasar pengukuran"
    if left_out is None:
        return sentence(f"{reference} belum memuat indikator")
    missing = _counts(left_out)
    if missing:
        said = f"{reference} tidak mencakup {chain(missing)}, sehingga tidak diukur; semuanya disebutkan dalam tabel"
        return paragraph(sentence(f"{said} berikut"), _dropped_sentence(left_out))
    if left_out.groups:
        said = f"{reference} tidak memuat indikator dalam tabel berikut, sehingga tidak diukur"
        return paragraph(sentence(said), _dropped_sentence(left_out))
    covered = [
        *(["seluruh sasaran dan indikator sasaran Renstra"] if left_out.sasaran.of else []),
        *(["seluruh Indikator Kinerja Utama"] if left_out.iku.of else []),
    ]
    if not covered:
        return sentence(
            f"Cakupan pengukuran {NOT_YET_CONCLUDED} karena Renstra dan Keputusan IKU belum dicatat"
        )
    return sentence(f"{reference} mencakup {' serta '.join(covered)}")


def coverage_summary(left_out: Unmeasured | None) -> str:
    """The same for the ikhtisar; empty where nothing of the plan or of an earlier PK is left out."""
    if left_out is None:
        return ""
    missing = _counts(left_out)
    table = "; yang tidak diukur itu disebutkan dalam BAB III"
    return paragraph(
        sentence(f"Perjanjian Kinerja tidak mencakup {chain(missing)}{table}") if missing else "",
        _dropped_sentence(left_out),
    )


def _dropped_sentence(left_out: Unmeasured) -> str:
    """What was promised in the year and is promised no more; empty where nothing was."""
    dropped = [i.nama for g in left_out.groups for i in g.indikator if i.dropped]
    if not dropped:
        return ""
    one = len(dropped) == 1
    who = f"Indikator {quoted(dropped[0])}" if one else f"Sebanyak {count_of(len(dropped), 'indikator')}"
    return sentence(
        f"{who} semula diperjanjikan pada tahun ini, tetapi tidak dimuat lagi dalam Perjanjian Kinerja yang terakhir"
    )


def tujuan_sentence(tujuan: Sequence[TujuanMeasured]) -> str:
    """Which indikator of the tujuan are not measured; empty where all are, or there are none."""
    planned = [i for t in tujuan for i in t.indikator]
    pending = [i for i in planned if not recorded(i)]
    if not pending:
        return ""
    names, many = chain([quoted(i.nama) for i in pending]), count_of(len(pending), "indikator tujuan Renstra")
    if len(pending) < len(planned):
        many = part_of(len(pending), len(planned), "indikator tujuan Renstra")
    who = f"Indikator tujuan Renstra {names}" if len(planned) == 1 else f"Sebanyak {many}, yaitu {names},"
    return paragraph(
        sentence(f"{who} belum diukur karena realisasinya tidak tercatat"),
        "Capaian indikator sasaran tidak menggantikan capaian tujuan.",
    )


def recorded(indikator: IndikatorResult) -> bool:
    """Whether somebody has said what the year's realisasi is, or why there is none."""
    return indikator.realisasi is not None and indikator.realisasi.keadaan is not KeadaanNilai.BELUM_DIISI


def _counts(left_out: Unmeasured) -> list[str]:
    """ "2 dari 6 (enam) IKU", for each kind of which something is missing."""
    kinds = (
        (left_out.iku, "Indikator Kinerja Utama (IKU)"),
        (left_out.tujuan, "tujuan Renstra"),
        (left_out.sasaran, "sasaran Renstra"),
        (left_out.indikator, "indikator sasaran Renstra"),
    )
    return [_say(count, kind) for count, kind in kinds if count.n]


def _say(count: Count, kind: str) -> str:
    if count.n == count.of > 1:  # "tidak mencakup seluruh" would leave open whether some are
        return f"satu pun dari {count_of(count.of, kind)}"
    return part_of(count.n, count.of, kind)
