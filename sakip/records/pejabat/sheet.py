"""Officials in the workbook: a row per term of office; and how other sheets name who signed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

from django.db.models import Q

from kecamatan import models as k
from kecamatan.ground.prepared import PreparedRows
from sakip.entry.value_kinds import Choice
from sakip.records.pejabat.grades import grade_problem
from sakip.records.pejabat.pasted import OFFICIALS
from sakip.records.pejabat.terms import document_span, in_office
from sakip.text.dates import InvalidDate, format_tanggal
from sakip.workbook.cells.references import key_problem
from sakip.workbook.cells.row import SheetChecker, SheetRow
from sakip.workbook.sheets.columns import ONE_LINE, of
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.sheets.sheet import Column
from sakip.workbook.stored import Stored, stock


@stock
def stored_terms(data: Stored) -> list[k.MasaJabatan]:
    """Terms of office here, and those of the kepala daerah."""
    return _TERMS(data.kecamatan.pk, data.kecamatan.kabupaten_id)


_TERMS: Final = PreparedRows(
    lambda kecamatan, kabupaten: (
        k.MasaJabatan.objects.filter(Q(kecamatan=kecamatan) | Q(kabupaten=kabupaten))
        .select_related("pejabat", "pangkat")
        .order_by("pejabat__nama", "pejabat_id", "mulai", "id")
    )
)


def signed_by(data: Stored, term: k.MasaJabatan | None, document: Any) -> str:
    """The cell that names who signed: the name alone where it leads to that very term."""
    if term is None:
        return ""
    person, terms = term.pejabat, stored_terms(data)
    namesakes = {t.pejabat_id for t in terms if t.pejabat.nama == person.nama}
    name = person.nip if len(namesakes) > 1 and person.nip else person.nama
    with suppress(InvalidDate):
        span = document_span(document.tanggal, document.tanggal_cetak, document.tahun or data.tahun)
        if term == in_office([t for t in terms if t.pejabat_id == person.pk], *span):
            return name
    return f"{name} ({term.kind_of_office} sejak {format_tanggal(term.mulai)})"


#: A Plt. Camat is written as an office of its own, as in the workbooks from before the kind of office had a column.
PLT_CAMAT: Final = "plt-camat"
_OFFICES: Final = (*k.MasaJabatan.Jabatan.choices, (PLT_CAMAT, "Plt. Camat"))


def office_of(row: SheetRow) -> dict[str, Any]:
    """Office and its kind as a row says them."""
    if row["jabatan"] == PLT_CAMAT:
        return {"jabatan": k.MasaJabatan.Jabatan.CAMAT.value, "status": k.MasaJabatan.Status.PLT.value}
    return {"jabatan": row["jabatan"], "status": row["status"] or ""}


def _row(term: k.MasaJabatan) -> Said:
    own = {"golongan": term.pangkat.golongan if term.pangkat else ""}
    if (term.jabatan, term.status) == (k.MasaJabatan.Jabatan.CAMAT, k.MasaJabatan.Status.PLT):
        own |= {"jabatan": PLT_CAMAT, "status": ""}
    return said(term, term.pejabat, **own)


def _check(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    names: dict[str, SheetRow] = {}
    terms: dict[tuple[Any, ...], SheetRow] = {}
    for b in rows:
        if b["nip"]:
            other = names.setdefault(b["nip"], b)
            if other["nama"] and b["nama"] and other["nama"] != b["nama"]:
                p.refuse(b, "nama", f"NIP ini atas nama lain pada {other.where}. Samakan namanya.")
        own = (b["nip"] or b["nama"], *office_of(b).values(), b["mulai"])
        other = terms.setdefault(own, b)
        if other is not b and None not in own:
            p.refuse(b, "mulai", f"masa jabatan ini sudah ada pada {other.where}. Hapus salah satu.")


def _no_grade(p: SheetChecker, _row: SheetRow, text: str) -> str:
    grades = p.references.grades
    return grade_problem(text, grades.values()) or key_problem(text, "Golongan", grades)


register(
    record_sheet(
        "Pejabat",
        "Pejabat dan masa jabatannya: satu baris per masa jabatan",
        of(k.Pejabat, "nama", hint="Sama pada setiap masa jabatan orang itu.", width=36),
        of(k.Pejabat, "nip", hint="18 angka sebagai teks; kosong untuk kepala daerah.", meaning="", width=24),
        of(
            k.MasaJabatan,
            "jabatan",
            kind=Choice(choices=_OFFICES),
            hint="Kepala daerah dicatat oleh Bagian Organisasi.",
            width=20,
        ),
        of(k.MasaJabatan, "mulai", hint="Misalnya 2/1/2023.", meaning="tanggal mulai menjabat", width=18),
        of(k.MasaJabatan, "sampai", hint="Kosong selama masih menjabat.", width=18),
        Column(
            key="golongan",
            title="Golongan",
            kind=ONE_LINE,
            hint="Misalnya IV/a.",
            width=12,
            reference="Golongan",
            misnamed=_no_grade,
            fills=("pangkat",),
        ),
        of(k.MasaJabatan, "status", width=18, added=True),
        of(k.MasaJabatan, "jabatan_sendiri", width=26, added=True),
        model=("kecamatan.pejabat", "kecamatan.masajabatan"),
        told=("nama", "jabatan"),
        pasted=OFFICIALS,
        key="nama",
        shared=lambda kode, row, rows: f"pejabat {row.get('nip') or row.get('nama')}",
        read=lambda data: map(_row, stored_terms(data)),
        check=_check,
    )
)
