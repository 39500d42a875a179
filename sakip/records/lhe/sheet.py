"""The evaluation of last year in the workbook: its value, and its recommendations."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.records.lhe.models import BOBOT
from sakip.text.reading.due import due_day_of
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


def _due(known: Known, row: Cells) -> Cells:
    """ "Triwulan II" is its last day, of the year that reports on the evaluation where it names none."""
    said = row.get("batas_waktu")
    return {"batas_waktu": due_day_of(str(said), year=known.recorded.tahun)} if said else {}


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
                (
                    r"^nilai\b.*(?:akuntabilitas|sakip|akip|hasil|total|akhir)|^(?:jumlah|total)(?:\s+nilai)?$",
                    "nilai",
                ),
                (r"^(?:tingkat|predikat|kategori)\b", "predikat"),
            ),
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
                (r"tindak|rencana\s+aksi|^aksi\b", "tindakan"),
                (r"rekomendasi|\bsaran\b|catatan", "rekomendasi"),
                (r"^status|^progr?es|^capaian$", "status"),
                (r"^pic$|^pj$", "penanggung_jawab"),
            ),
            spelled={"status": _status, "rekomendasi": without_mark},
            reread=_due,
        ),
        read=lambda data: map(said, stored_recommendations(data)),
        apply=_apply,
        added=True,
    ),
)
