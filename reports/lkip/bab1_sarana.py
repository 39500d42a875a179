"""BAB I: what the office has to work with, and in which condition."""

from __future__ import annotations

from collections.abc import Callable

from reports.document.builders import cell, columns, header, row
from reports.document.marks import settled
from reports.document.tree import Part, TableBlock
from reports.official.signatures import nama_kecamatan
from reports.prose.capitals import begin_small
from reports.prose.language import chain, count_of, tidy
from reports.publish.naskah import Naskah
from reports.tables.printed import EMPTY
from sakip.snapshot.reads import kept
from sakip.snapshot.types import SaranaPrasarana, Snapshot
from sakip.text.numbers import format_angka

_CONDITIONS: tuple[tuple[str, Callable[[SaranaPrasarana], int | None]], ...] = (
    ("Baik", lambda one: one.baik),
    ("Rusak ringan", lambda one: one.rusak_ringan),
    ("Rusak berat", lambda one: one.rusak_berat),
)


@kept
def sarana_prasarana(naskah: Naskah) -> tuple[Part, ...]:
    """No | Nama | Jumlah | the conditions that somebody counted | Keterangan; no part where nothing is recorded."""
    rows = naskah.snapshot.sarana
    if not rows:
        return ()
    kecamatan, tahun = nama_kecamatan(naskah.snapshot), naskah.snapshot.tahun
    counted = [(title, of) for title, of in _CONDITIONS if any(of(one) is not None for one in rows)]
    remarks = any(one.keterangan for one in rows)
    taken = 5 + 14 + 11 * len(counted) + 20 * remarks
    table = TableBlock(
        key="tabel-sarana",
        title=f"Sarana dan Prasarana {kecamatan} Tahun {tahun}",
        columns=columns(
            (5, "tengah"),
            100 - taken,
            (14, "kanan"),
            *((11, "kanan") for _ in counted),
            *((20,) if remarks else ()),
        ),
        heads=header(
            "No.",
            "Sarana dan prasarana",
            "Jumlah",
            *(title for title, _ in counted),
            *(("Keterangan",) if remarks else ()),
        ),
        rows=tuple(
            row(
                cell(str(n)),
                cell(settled(tidy(one.nama), read=one.ditinjau), head=True),
                cell(f"{format_angka(one.jumlah)} {tidy(one.satuan)}"),
                *(cell(EMPTY if (found := of(one)) is None else format_angka(found)) for _, of in counted),
                *((cell(tidy(one.keterangan) or EMPTY),) if remarks else ()),
            )
            for n, one in enumerate(rows, start=1)
        ),
        sumber=f"Data sarana dan prasarana {kecamatan}",
        size="kecil",
    )
    return (Part(key="sarana", title="Sarana dan Prasarana", level=2, content=(table,)),)


def say_means(snapshot: Snapshot) -> tuple[str, ...]:
    """The ways to say the means: how many kinds, and what is not in order; none where none is known."""
    rows = snapshot.sarana
    if not rows:
        return ()
    broken = [
        f"{format_angka(count)} {tidy(one.satuan)} {begin_small(tidy(one.nama))}"
        for one in rows
        if (count := (one.rusak_ringan or 0) + (one.rusak_berat or 0))
    ]
    said = count_of(len(rows), "jenis sarana dan prasarana")
    if not broken:
        return (said,)
    named = chain(broken[:_NAMED])
    return (
        f"{said}, di antaranya {named} dalam keadaan rusak",
        f"{said}; {named} dalam keadaan rusak",
        f"{said}, dengan {named} dalam keadaan rusak",
        f"{said}; yang rusak adalah {named}",
        f"{said}, termasuk {named} yang dalam keadaan rusak",
        f"{said}; {named} tidak dalam keadaan baik",
    )


#: As many as a sentence names.
_NAMED = 3
