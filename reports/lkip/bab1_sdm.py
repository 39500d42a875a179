"""BAB I.D Sumber daya manusia: the three tables (jabatan, pangkat/golongan, pendidikan) and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports.document.builders import cell, header, row
from reports.document.tree import Block, Part, TableBlock, TableCell, TableColumn
from reports.official.signatures import nama_kecamatan
from reports.prose.language import tidy
from reports.publish.naskah import Naskah
from reports.tables.printed import EMPTY
from sakip.snapshot.reads import kept
from sakip.snapshot.types import SDMRow
from sakip.text.numbers import format_angka


@dataclass(frozen=True, slots=True)
class _StaffTable:
    """One of the three tables: its code, title and head of the first column."""

    kode: str
    title: str
    head: str


#: In the order in which Jember prints them.
_TABLES = (
    _StaffTable("jabatan", "Jumlah Pegawai menurut Jabatan", "Jabatan"),
    _StaffTable("golongan", "Jumlah ASN menurut Pangkat dan Golongan Ruang", "Pangkat"),
    _StaffTable("pendidikan", "Jumlah Pegawai menurut Pendidikan Terakhir", "Pendidikan"),
)


@kept
def sumber_daya_manusia(naskah: Naskah) -> Part:
    """The people: one table for each kelompok that is recorded; without content where none is."""
    return Part(key="sdm", title="Sumber Daya Manusia", level=2, content=_content(naskah))


def _content(naskah: Naskah) -> tuple[Block, ...]:
    kecamatan = nama_kecamatan(naskah.snapshot)
    tahun = naskah.snapshot.tahun
    rows = {k.kode: [b for b in naskah.snapshot.sdm if b.kelompok == k.kode] for k in _TABLES}
    present = [k for k in _TABLES if rows[k.kode]]
    if not present:
        return ()
    return (*(_table(k, f"{k.title} {kecamatan} Tahun {tahun}", rows[k.kode], kecamatan) for k in present),)


def _jumlah(nilai: Iterable[int | None]) -> int | None:
    """Sum of the counts that are given; None when none is given, so that unknown never prints as 0."""
    present = [n for n in nilai if n is not None]
    return sum(present) if present else None


def _table(group: _StaffTable, title: str, rows: list[SDMRow], kecamatan: str) -> TableBlock:
    golongan = any(b.golongan for b in rows)
    non_asn = any(b.non_asn is not None for b in rows)
    keterangan = any(b.keterangan.strip() for b in rows)
    workings = ("ASN", "Non-ASN", "Jumlah") if non_asn else ("ASN",)
    layout = [
        ("No.", TableColumn(width=8, alignment="tengah")),
        *([("Golongan", TableColumn(width=14, alignment="tengah"))] if golongan else []),
        *((h, TableColumn(width=12, alignment="kanan")) for h in workings),
        *([("Keterangan", TableColumn(width=18))] if keterangan else []),
    ]
    rest = 100 - sum(k.width for _, k in layout)
    layout.insert(1, (group.head, TableColumn(width=rest)))
    total = _workings(_jumlah(b.asn for b in rows), _jumlah(b.non_asn for b in rows), separate=non_asn)
    return TableBlock(
        key=f"tabel-sdm-{group.kode}",
        title=title,
        columns=tuple(k for _, k in layout),
        heads=header(*(nama for nama, _ in layout)),
        rows=(
            *(
                row(
                    cell(str(nomor)),
                    cell(tidy(b.uraian), head=True),
                    *((cell(b.golongan or EMPTY),) if golongan else ()),
                    *_workings(b.asn, b.non_asn, separate=non_asn),
                    *((cell(tidy(b.keterangan) or EMPTY),) if keterangan else ()),
                )
                for nomor, b in enumerate(rows, start=1)
            ),
            row(
                cell("Jumlah", column=3 if golongan else 2, head=True),
                *total,
                *((cell(""),) if keterangan else ()),
                kind="jumlah",
            ),
        ),
        sumber=f"Data kepegawaian {kecamatan}",
        size="kecil",
    )


def _workings(asn: int | None, non_asn: int | None, *, separate: bool) -> tuple[TableCell, ...]:
    """ASN, non-ASN and their sum where the table tells them apart (``separate``), else ASN alone."""
    angka = (asn, non_asn, _jumlah((asn, non_asn))) if separate else (asn,)
    return tuple(cell(EMPTY if n is None else format_angka(n)) for n in angka)
