"""The evaluation of last year in the workbook: its value, and its recommendations."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.records.lhe.models import BOBOT
from sakip.text.reading.due import due_day_of
from sakip.text.reading.marks import is_mark
from sakip.workbook.run import Run
from sakip.workbook.sheets.columns import of, penanggung_jawab
from sakip.workbook.sheets.pasted import Cells, Known, Pasted, without_mark
from sakip.workbook.sheets.record_sheet import list_sheet, record_sheet, register
from sakip.workbook.sheets.said import said
from sakip.workbook.stored import Stored, stock


@stock
def stored_recommendations(data: Stored) -> list[m.RekomendasiLHE]:
    """Those that the year's LKIP reports on."""
    return _RECOMMENDATIONS(data.kecamatan.pk, data.tahun)


_RECOMMENDATIONS: Final = PreparedRows(
    lambda kecamatan, tahun: m.RekomendasiLHE.objects.filter(kecamatan=kecamatan, tahun=tahun).order_by(
        "urut", "id"
    )
)


#: What stands beside the value of the evaluation, and beside its letter.
_VALUE: Final = r"^nilai\b.*(?:akuntabilitas|sakip|akip|hasil|total|akhir)|^(?:jumlah|total)(?:\s+nilai)?$"
_LETTER: Final = r"^(?:tingkat|predikat|kategori)\b"
_STATES: Final = (
    (m.RekomendasiLHE.Status.BELUM, re.compile(r"\bbelum\b|\btidak\b", re.IGNORECASE)),
    (m.RekomendasiLHE.Status.PROSES, re.compile(r"\b(?:proses|sedang|sebagian|berjalan)\b", re.IGNORECASE)),
    (m.RekomendasiLHE.Status.SELESAI, re.compile(r"\b(?:selesai|tuntas|sudah|telah)\b", re.IGNORECASE)),
)


_SHARE: Final = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|persen)", re.IGNORECASE)
_WHOLE: Final = 100


def _status(text: str) -> str:
    """What tables say of a recommendation ("Sudah ditindaklanjuti") in the words of the sheet; where they say two
    things, as it is."""
    if share := _SHARE.fullmatch(text.strip()):
        done = Decimal(share[1].replace(",", "."))
        state = m.RekomendasiLHE.Status
        return str((state.SELESAI if done >= _WHOLE else state.PROSES if done else state.BELUM).label)
    said = [state for state, words in _STATES if words.search(text)]
    return str(said[0].label) if len(said) == 1 else text


#: What stands above the day by which a recommendation is to be followed up.
_DUE: Final = (
    r"\b(?:batas|target|tenggat|rencana)\s+waktu|^(?:waktu|jadwal|tenggat|deadline|due date)\b"
    r"|^(?:target|batas)\s+(?:penyelesaian|selesai)\b|^tri ?wulan$|^tw$"
)


#: A status as columns of which one is marked.
_MARKED: Final = {
    "selesai": m.RekomendasiLHE.Status.SELESAI,
    "proses": m.RekomendasiLHE.Status.PROSES,
    "belum": m.RekomendasiLHE.Status.BELUM,
}


def _otherwise(known: Known, row: Cells) -> Cells:
    """ "Triwulan II" is its last day, of the year that reports on the evaluation where it names none; the status is
    that of the column that is marked, or has words."""
    said: dict[str, Any] = {}
    if row.get("batas_waktu"):
        said["batas_waktu"] = due_day_of(str(row["batas_waktu"]), year=known.recorded.tahun)
    stated = [(status.label, str(row[key])) for key, status in _MARKED.items() if row.get(key)]
    if len(stated) == 1 and is_mark(stated[0][1]) and not row.get("status"):
        said["status"] = str(stated[0][0])
    elif stated:  # to be refused in its own words
        said["status"] = "; ".join(f"{label}: {text}" for label, text in stated)
    return said


def _apply(run: Run) -> None:
    run.write_rows(
        m.RekomendasiLHE,
        run.table["RekomendasiLHE"],
        at=run.sheet("RekomendasiLHE"),
        also=lambda r: {"penanggung_jawab": run.units_of(r)},
        parent=run.own,
        stock=stored_recommendations(run.current),
    )


register(
    list_sheet(
        m.LHE,
        name="LHE",
        about="Nilai hasil evaluasi akuntabilitas kinerja tahun lalu",
        columns=("nomor", "tanggal", "nilai", "predikat", *BOBOT),
        unique=(),
        pasted=Pasted(
            words=(
                (r"^perencanaan", "perencanaan"),
                (r"^pengukuran", "pengukuran"),
                (r"^pelaporan", "pelaporan"),
                (r"^evaluasi", "evaluasi"),
                (_VALUE, "nilai"),
                (_LETTER, "predikat"),
            ),
            lines=((_VALUE, "nilai"), (_LETTER, "predikat")),
            turned=re.compile(r"\bnilai\b|\bskor\b|\bhasil\b"),
        ),
    ),
    record_sheet(
        "RekomendasiLHE",
        "Rekomendasi hasil evaluasi tahun lalu dan tindak lanjutnya",
        of(m.RekomendasiLHE, "rekomendasi", width=60),
        of(m.RekomendasiLHE, "tindakan", width=60),
        of(m.RekomendasiLHE, "bukti"),
        penanggung_jawab(m.RekomendasiLHE),
        of(m.RekomendasiLHE, "status", hint="Kosong berarti Belum.", width=14),
        of(m.RekomendasiLHE, "batas_waktu", width=14, added=True),
        model=("sakip.rekomendasilhe",),
        told=("rekomendasi",),
        pasted=Pasted(
            words=(
                (r"eviden|bukti|(?:dokumen|data)\s+(?:pendukung|dukung)", "bukti"),
                (_DUE, "batas_waktu"),
                (r"^(?:selesai|sudah|tuntas)$", "selesai"),
                (r"^(?:dalam )?proses$", "proses"),
                (r"^belum(?: ditindaklanjuti)?$", "belum"),
                (r"tindak|rencana\s+aksi|^aksi\b", "tindakan"),
                (r"rekomendasi|\bsaran\b|catatan", "rekomendasi"),
                (r"^status|^progr?es|^capaian$", "status"),
                (r"^pic$|^pj$", "penanggung_jawab"),
            ),
            spelled={"status": _status, "rekomendasi": without_mark},
            besides={key: f"Status {status.label} (tanda)" for key, status in _MARKED.items()},
            reread=_otherwise,
        ),
        read=lambda data: map(said, stored_recommendations(data)),
        apply=_apply,
        added=True,
    ),
)
