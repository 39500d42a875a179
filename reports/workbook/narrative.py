"""The sheet of what people write for the LKIP: a text to a row, and a long one goes on in the rows below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kecamatan
from reports.models import Narasi
from reports.publish.assemble import recorded_values
from reports.publish.naskah import BAGIAN_NARASI
from reports.writing.accept import WritingRefused, accept_html
from reports.writing.html import tidy_html
from reports.writing.live import marker_messages
from reports.writing.outline import PER_INDIKATOR, PER_SASARAN
from reports.writing.spelled import write_html
from reports.writing.text import plain_text, read_text
from reports.writing.workbook import cell_pieces, cell_refusal, join_pieces, respelled
from sakip.entry.value_kinds import Choice, Key, Text, YesNo
from sakip.records import sheets  # noqa: F401  # those of the records come before it
from sakip.workbook.cells.references import key_problem, sheet_keys
from sakip.workbook.cells.row import SheetChecker, SheetRow, Tables
from sakip.workbook.reader import SheetError
from sakip.workbook.run import Run
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.sheets.sheet import SPELLING, Column
from sakip.workbook.stored import Stored, stock

#: Places that exist once for every row of a sheet, with the name of that sheet.
_WRITTEN_PER: Final = dict.fromkeys(PER_SASARAN, "Sasaran") | dict.fromkeys(PER_INDIKATOR, "Indikator")


class _AsTyped(Text):
    """A text as it stands in its cell: what it may hold is judged when all of its rows are together."""

    def parse(self, raw: Any) -> str:
        """The text."""
        return raw if isinstance(raw, str) else super().parse(raw)


@stock
def _stored(data: Stored) -> list[Narasi]:
    """The texts of the year, also those that were emptied."""
    return _NARASI(data.kecamatan.pk, data.tahun)


_NARASI: Final = PreparedRows(
    lambda kecamatan, tahun: Narasi.objects.for_kecamatan(kecamatan).for_tahun(tahun)
)


def _read(data: Stored) -> Iterator[Said]:
    """Texts in the order of the report."""
    ordering = list(BAGIAN_NARASI)
    written = (n for n in _stored(data) if n.isi)
    for n in sorted(written, key=lambda n: (ordering.index(n.bagian), n.kunci)):
        for nomor, pieces in enumerate(cell_pieces(plain_text(n.isi))):
            yield said(
                bagian=n.bagian,
                kunci=n.kunci,
                isi=pieces,
                lanjutan=True if nomor else None,
                ditinjau=None if nomor else n.ditinjau,
            )


def _place(b: SheetRow) -> tuple[Any, ...]:
    return b["bagian"], b["kunci"] or ""


def _settle(p: SheetChecker) -> None:
    """Put the rows of each text together in the first; a text of a workbook of before is spelled anew."""
    old = "Narasi" in p.raw.sheets and p.raw.meta.get("narasi") != SPELLING
    texts: dict[tuple[Any, ...], list[SheetRow]] = {}
    for b in p.tables["Narasi"]:
        if b["lanjutan"]:
            texts.get(_place(b), []).append(b)
        else:
            texts.setdefault(_place(b), [b])
    for first, *others in texts.values():
        if pieces := [b["isi"] for b in (first, *others) if b["isi"]]:
            text = join_pieces(pieces, old=old)
            try:
                first.nilai["isi"] = respelled(text) if old else text
            except WritingRefused as refused:
                p.refuse(first, "isi", str(refused))


def _check(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    """Rows that go on follow the text they go on with, places are written once, and every text can be printed."""
    first: dict[tuple[Any, ...], SheetRow] = {}
    for b in rows:
        if b["bagian"] is None:
            continue
        if b["lanjutan"]:
            if _place(b) not in first:
                p.refuse(b, "lanjutan", "Tidak ada baris dengan bagian dan kunci ini di atasnya.")
            elif b["ditinjau"] is not None:
                p.refuse(b, "ditinjau", "Kosongkan; yang berlaku adalah baris pertama teks ini.")
            continue
        other = first.setdefault(_place(b), b)
        if other is not b:
            p.refuse(b, "bagian", f"sudah ditulis pada {other.where}. Gabungkan, atau hapus salah satu.")
    recorded = _recorded(p)
    for place, b in first.items():
        if place not in recorded:
            _judge_key(p, b)
        # What is on the site already stays there as it is.
        if b["isi"] and b["isi"] != recorded.get(place) and (refusal := cell_refusal(b["isi"])):
            p.refuse(b, "isi", refusal)


def _judge_key(p: SheetChecker, b: SheetRow) -> None:
    """A place that exists once has no key, and one of each sasaran or indikator needs it: else no page prints it."""
    written_per = _WRITTEN_PER.get(b["bagian"])
    if b["kunci"] and written_per is None:
        p.refuse(b, "kunci", "Kosongkan; bagian ini tidak ditulis per sasaran atau per indikator.")
    elif not b["kunci"] and written_per is not None:
        p.refuse(b, "kunci", f"Isi kunci {written_per.lower()}; bagian ini ditulis untuk masing-masing.")


def _recorded(p: SheetChecker) -> dict[tuple[Any, ...], str]:
    pieces: dict[tuple[Any, ...], list[str]] = {}
    for one in p.recorded.content["Narasi"]:
        pieces.setdefault((one["bagian"], one["kunci"]), []).append(one["isi"])
    return {place: join_pieces(texts, old=False) for place, texts in pieces.items()}


def _misnamed(p: SheetChecker, row: SheetRow, key: str) -> str:
    """A key that a text of this place may not be about; a text that is recorded stays, also when its key is gone."""
    written_per = _WRITTEN_PER.get(row["bagian"] or "")
    if written_per is None or any(
        (n["bagian"], n["kunci"]) == _place(row) for n in p.recorded.content["Narasi"]
    ):
        return ""  # whether it may have a key at all is judged with the sheet
    return key_problem(key, "SasaranIndikator", sheet_keys(p, written_per, row))


def _apply(run: Run) -> None:
    """Texts. Rows that go on have been put into the row above."""
    stored = _stored(run.current)
    texts = {(n.bagian, n.kunci): n.isi for n in stored}
    run.write(
        Narasi,
        [
            (
                run.place(r),
                {
                    "bagian": r["bagian"],
                    "kunci": r["kunci"] or "",
                    "isi": _text(run, r, texts.get(_place(r), "")),
                    "ditinjau": True if r["ditinjau"] is None else r["ditinjau"],
                },
            )
            for r in run.table["Narasi"]
            if not r["lanjutan"]
        ],
        at=run.sheet("Narasi"),
        parent=run.own,
        stock=stored,
        key=("bagian", "kunci"),
    )


def _text(run: Run, row: SheetRow, stored: str) -> str:
    """The text to store; one that only looks different stays as it is stored."""
    written = write_html(read_text(row["isi"]))
    if tidy_html(stored) == tidy_html(written):
        return stored
    try:
        return accept_html(written)
    except WritingRefused as refused:
        raise run.place(row).error(str(refused), "isi") from refused


def marker_warnings(tables: Tables, kecamatan: Kecamatan, tahun: int) -> list[SheetError]:
    """What is wrong with the markers in the texts of a workbook whose rows are written, at their rows."""
    rows = [
        r for r in tables["Narasi"] if r.nomor is not None and not r["lanjutan"] and "{" in (r["isi"] or "")
    ]
    if not rows:
        return []
    nilai = recorded_values(kecamatan, tahun)
    return [
        SheetError(pesan=message, lembar="Narasi", baris=r.nomor, kolom=r.sheet.title_of("isi"))
        for r in rows
        for message in marker_messages(read_text(r["isi"]), nilai, about=r["kunci"] or "")
    ]


register(
    record_sheet(
        "Narasi",
        "Teks yang ditulis untuk LKIP",
        Column(
            key="bagian",
            title="Bagian",
            kind=Choice(choices=tuple(BAGIAN_NARASI.items())),
            meaning="bagian laporan",
            width=38,
        ),
        Column(
            key="kunci",
            title="Kunci sasaran atau indikator",
            kind=Key(),
            hint="Hanya untuk bagian yang ditulis per sasaran atau per indikator.",
            width=18,
            reference="SasaranIndikator",
            misnamed=_misnamed,
        ),
        Column(
            key="isi",
            title="Isi",
            kind=_AsTyped(),
            hint='Baris kosong (Alt+Enter dua kali) memisahkan alinea. Butir diawali "- " atau "1. "; dua spasi'
            ' di depannya untuk anak butir. *tebal*, _miring_. Baris "| a | b |" menjadi tabel.',
            meaning="teks narasi, atau hapus barisnya",
            width=110,
        ),
        Column(
            key="lanjutan",
            title="Lanjutan",
            kind=YesNo(),
            hint="Ya bila menyambung baris di atasnya (teks sangat panjang).",
            width=10,
        ),
        Column(
            key="ditinjau",
            title="Sudah ditinjau",
            kind=YesNo(),
            hint="Tidak untuk teks salinan yang belum dibaca ulang; kosong berarti Ya.",
            width=12,
        ),
        read=_read,
        settle=_settle,
        check=_check,
        apply=_apply,
        model=("reports.narasi",),
    )
)
