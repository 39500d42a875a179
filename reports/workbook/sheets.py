"""What people write for the LKIP, and its head → records."""

from __future__ import annotations

from typing import Any

from reports.models import Laporan, Narasi
from reports.writing.html import tidy_html
from reports.writing.judge import WritingRefused, accept_html
from sakip.workbook.cells import SheetRow
from sakip.workbook.run import Run, dated


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
