"""What people write for the LKIP, and its head: out of the records and into them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kecamatan.models import Kecamatan
from reports.models import Laporan, Narasi
from reports.publish.inputs import BAGIAN_NARASI
from reports.writing.html import tidy_html
from reports.writing.judge import WritingRefused, accept_html
from reports.writing.text import plain_text
from reports.writing.workbook import cell_pieces
from sakip.workbook.cells import SheetRow
from sakip.workbook.recorded import Cells
from sakip.workbook.run import Run, dated


def narrative_rows(kecamatan: Kecamatan, tahun: int) -> Iterator[Cells]:
    """Texts in the order of the report; a long one goes on in the next row."""
    urutan = list(BAGIAN_NARASI)
    semua = Narasi.objects.for_kecamatan(kecamatan).for_tahun(tahun).exclude(isi="")
    for n in sorted(semua, key=lambda n: (urutan.index(n.bagian), n.kunci)):
        for nomor, potongan in enumerate(cell_pieces(plain_text(n.isi))):
            yield {
                "bagian": n.bagian,
                "kunci": n.kunci,
                "isi": potongan,
                "lanjutan": True if nomor else None,
                "ditinjau": None if nomor else n.ditinjau,
            }


def report_head(kecamatan: Kecamatan, tahun: int) -> Iterator[Cells]:
    """Place and date of the report's last version."""
    laporan = Laporan.objects.for_kecamatan(kecamatan).for_tahun(tahun).order_by("-versi").first()
    if laporan is not None:
        yield {
            "dokumen": "laporan",
            "tahun": tahun,
            "tempat": laporan.tempat,
            "tanggal": laporan.tanggal,
            "tanggal_cetak": laporan.tanggal_cetak,
        }


def apply_narrative(run: Run) -> None:
    """Texts. Rows that go on have been put into the row above."""
    stored = list(Narasi.objects.filter(**run.own))
    texts = {(n.bagian, n.kunci): n.isi for n in stored}
    run.write(
        Narasi,
        [
            (
                run.place(r),
                {
                    "bagian": r["bagian"],
                    "kunci": r["kunci"] or "",
                    "isi": _text(run, r, texts.get((r["bagian"], r["kunci"] or ""), "")),
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
    written = run.current.buku.narasi.read(row["isi"])
    if tidy_html(stored) == tidy_html(written):
        return stored
    try:
        return accept_html(written)
    except WritingRefused as refused:
        raise run.place(row).galat(str(refused), "isi") from refused


def apply_report(run: Run) -> None:
    """Place and date of the report's last version; its state is the office's own affair."""
    head = next(iter(run.rows("Dokumen", dokumen="laporan")), None)
    stored = Laporan.objects.filter(**run.own).order_by("-versi").first()
    if head is None and stored is None:
        return
    columns: dict[str, Any] = dated(head)
    run.sync.satu(
        Laporan,
        run.place(head) if head else run.sheet("Dokumen"),
        kunci=run.own | {"versi": stored.versi if stored else 1},
        nilai=columns,
        stok=[stored] if stored else [],
    )
