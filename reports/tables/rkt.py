"""Tables of the Rencana Kinerja Tahunan: what it serves in the RPJMD, and sasaran down to sub kegiatan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reports.document.builders import (
    cell,
    columns,
    grouped,
    header,
    line_rows,
    numbered,
    of_group,
    row,
    share_width,
)
from reports.document.marks import settled
from reports.document.tree import Inline, TableBlock, TableCell, TableColumn, TableRow
from reports.prose.language import tidy
from reports.tables.printed import EMPTY, print_money, print_target
from sakip.snapshot.leaves import CODE_WITHOUT_PRINTED, codes, in_code_order, unpriced
from sakip.snapshot.types import RKT, BarisRKT, PeriodeRPJMD, Snapshot

#: Heading of RKT rows that no sasaran of the Renstra claims, where others are claimed.
WITHOUT_SASARAN = "Belum dikaitkan dengan sasaran"
_INDENT = {"program": 0, "kegiatan": 1, "sub kegiatan": 2}


def rpjmd_reference_table(rpjmd: PeriodeRPJMD, *, key: str, title: str) -> TableBlock | None:
    """The misi, tujuan and sasaran of the kabupaten that the kecamatan serves; None when none is marked.

    The columns of indikator stand only where the RPJMD names some.
    """
    references = [
        (misi, tujuan, sasaran, i == 0 and j == 0, j == 0)
        for misi in rpjmd.misi
        if misi.diacu
        for i, tujuan in enumerate(misi.tujuan)
        for j, sasaran in enumerate(tujuan.sasaran or (None,))
    ]
    if not references:
        return None
    content: list[tuple[str, list[Inline]]] = [
        ("Misi", [f"Misi ke-{m.nomor}: {tidy(m.uraian)}" if new else "" for m, _, _, new, _ in references]),
        ("Tujuan RPJMD", [tidy(t.uraian) if new else "" for _, t, _, _, new in references]),
        (
            "Indikator tujuan",
            [numbered(t.indikator) or EMPTY if new else "" for _, t, _, _, new in references],
        ),
        ("Sasaran RPJMD", [tidy(s.uraian) if s else EMPTY for _, _, s, _, _ in references]),
        (
            "Indikator sasaran",
            [numbered(s.indikator) or EMPTY if s else EMPTY for _, _, s, _, _ in references],
        ),
    ]
    shown = [(title, cells) for title, cells in content if any(s not in ("", EMPTY) for s in cells)]
    return TableBlock(
        key=key,
        title=title,
        columns=columns(*share_width(100, len(shown))),
        heads=header(*(title for title, _ in shown)),
        rows=tuple(
            row(*(cell(s, head=i == 0 and s != "") for i, s in enumerate(rows)))
            for rows in zip(*(cells for _, cells in shown), strict=True)
        ),
        sumber=f"RPJMD Tahun {rpjmd.tahun_awal}–{rpjmd.tahun_akhir}",
        size="kecil",
    )


def sasaran_rkt_table(rkt: RKT, *, key: str, title: str, sumber: str = "") -> TableBlock:
    """No | Sasaran | Indikator sasaran | Target, as the RKT itself prints them."""
    return TableBlock(
        key=key,
        title=title,
        columns=columns((7, "tengah"), 39, 39, (15, "tengah")),
        heads=header("No.", "Sasaran", "Indikator sasaran", "Target"),
        rows=tuple(
            row(
                *of_group(nomor, tidy(s.sasaran), first),
                cell(settled(tidy(s.indikator), read=s.ditinjau)),
                cell(print_target(s.target, s.satuan)),
            )
            for nomor, first, s in grouped(rkt.sasaran, lambda s: s.sasaran)
        ),
        sumber=sumber,
        size="kecil",
    )


def jumlah_anggaran_rkt(rkt: RKT) -> Decimal | None:
    """Σ of the amounts of the highest level that states one (rupiah); None when the RKT prints no amount.

    A program's own amount covers what stands below it, whether or not all of that is priced.
    """
    return _sum([uang for _, rows in _programs(rkt) for uang in _amounts(rows)])


def _programs(rkt: RKT) -> list[tuple[str, list[BarisRKT]]]:
    """Each program with its rows, in the order of their codes."""
    rows: dict[str, list[BarisRKT]] = {}
    for b in in_code_order(rkt.baris):
        rows.setdefault(b.program, []).append(b)
    return list(rows.items())


def _amounts(of_program: list[BarisRKT]) -> list[Decimal]:
    return _topmost(of_program, "program") or [
        uang
        for kegiatan in dict.fromkeys(b.kegiatan for b in of_program)
        for uang in _topmost([b for b in of_program if b.kegiatan == kegiatan], "kegiatan")
        or _topmost([b for b in of_program if b.kegiatan == kegiatan], "sub kegiatan")
    ]


def _sum(amounts: list[Decimal]) -> Decimal | None:
    return sum(amounts, Decimal(0)) if amounts else None


def program_rkt_table(rkt: RKT, *, key: str, title: str, sumber: str) -> TableBlock:
    """Kode | Program | Kegiatan | Sub kegiatan | Anggaran: what the RKT details, summed up program by program."""
    programs = _programs(rkt)
    coded = any(shown_code(kode) != EMPTY for kode, _ in programs)
    jumlah = jumlah_anggaran_rkt(rkt)
    counts = [
        ("Kegiatan", [len({b.kegiatan for b in rows if b.kegiatan}) for _, rows in programs]),
        ("Sub kegiatan", [len({b.sub_kegiatan for b in rows if b.sub_kegiatan}) for _, rows in programs]),
    ]
    shown = [(head, numbers) for head, numbers in counts if any(numbers)]
    right = [*((9, "tengah") for _ in shown), *(((15, "kanan"),) if jumlah is not None else ())]
    left = 10 if coded else 5
    return TableBlock(
        key=key,
        title=title,
        columns=columns((left, "tengah"), 100 - left - sum(width for width, _ in right), *right),
        heads=header(
            "Kode" if coded else "No.",
            "Program",
            *(head for head, _ in shown),
            *(("Anggaran (Rp)",) if jumlah is not None else ()),
        ),
        rows=(
            *(
                row(
                    cell(shown_code(kode) if coded else str(n)),
                    cell(tidy(rows[0].nama_program), head=True),
                    *(cell(str(numbers[n - 1])) for _, numbers in shown),
                    *((cell(_printed_sum(_amounts(rows))),) if jumlah is not None else ()),
                )
                for n, (kode, rows) in enumerate(programs, start=1)
            ),
            *(
                (
                    row(
                        cell(_total_name(len(unpriced(rkt.baris))), column=2, head=True),
                        *(cell(str(sum(numbers))) for _, numbers in shown),
                        cell(print_money(jumlah)),
                        kind="jumlah",
                    ),
                )
                if jumlah is not None
                else ()
            ),
        ),
        sumber=sumber,
        size="kecil",
    )


def _total_name(left_out: int) -> str:
    """Of rows that leave an amount out the total is that of the others, and called so."""
    return f"Anggaran yang tercantum ({left_out} baris tidak mencantumkannya)" if left_out else "Jumlah"


def _printed_sum(amounts: list[Decimal]) -> str:
    amount = _sum(amounts)
    return EMPTY if amount is None else print_money(amount)


def _topmost(rows: list[BarisRKT], level: str) -> list[Decimal]:
    return [b.anggaran for b in rows if b.tingkat == level and b.anggaran is not None]


def kegiatan_rkt_table(snapshot: Snapshot, rkt: RKT, *, key: str, title: str, sumber: str = "") -> TableBlock:
    """Sasaran (group) → program → kegiatan → sub kegiatan with indikator, target, amount and responsible unit."""
    renstra = snapshot.renstra_in_force
    uraian = {s.kunci: s.uraian for t in (renstra.tujuan if renstra else ()) for s in t.sasaran}
    coded = any(shown_code(_kode(b)) != EMPTY for b in rkt.baris)
    valued = any(b.anggaran is not None for b in rkt.baris)
    layout = _columns(coded=coded, valued=valued)
    linked = any(b.kunci_sasaran in uraian for b in rkt.baris)
    groups: dict[int, list[BarisRKT]] = {}
    for number, _, b in grouped(rkt.baris, lambda b: uraian.get(b.kunci_sasaran, "")):
        groups.setdefault(number, []).append(b)
    rows: list[TableRow] = []
    for members in groups.values():
        if linked:
            text = uraian.get(members[0].kunci_sasaran)
            content = f"Sasaran: {tidy(text)}" if text else WITHOUT_SASARAN
            rows.append(row(TableCell(content=content, column=len(layout), head=True), kind="kelompok"))
        for b, recorded in _with_levels(members):
            rows.append(_row(b, coded=coded, valued=valued, recorded=recorded))
    jumlah = jumlah_anggaran_rkt(rkt)
    if jumlah is not None:
        rows.append(_total_row(jumlah, len(unpriced(rkt.baris)), layout))
    return TableBlock(
        key=key,
        title=title,
        columns=tuple(k for _, k in layout),
        heads=header(*(nama for nama, _ in layout)),
        rows=tuple(rows),
        sumber=sumber,
        size="mini",
    )


_ANGGARAN = "Anggaran (Rp)"


def _columns(*, coded: bool, valued: bool) -> list[tuple[str, TableColumn]]:
    """Names and widths of the columns; without codes the name gets their room, without amounts the indikator."""
    nama = "Program/kegiatan/sub kegiatan"
    content = [
        *(("Kode", 9), (nama, 28), ("Indikator", 28), ("Target", 5)),
        *(("Satuan", 7), (_ANGGARAN, 9), ("Penanggung jawab", 14)),
    ]
    if not coded:
        content = [(nama, content[0][1] + content[1][1]), *content[2:]]
    if not valued:
        rest = dict(content)[_ANGGARAN]
        content = [(j, w + rest if j == "Indikator" else w) for j, w in content if j != _ANGGARAN]
    return [
        (
            j,
            TableColumn(
                width=w, alignment="kanan" if j == _ANGGARAN else "tengah" if j == "Satuan" else "kiri"
            ),
        )
        for j, w in content
    ]


def _with_levels(rows: list[BarisRKT]) -> Iterator[tuple[BarisRKT, bool]]:
    """Rows in the order of their codes, below the program and kegiatan that they belong to; of each whether it is
    recorded, or stands there only to name what follows.
    """
    there = {codes(b) for b in rows}
    for b in in_code_order(rows):
        program = replace(
            b,
            tingkat="program",
            kegiatan="",
            nama_kegiatan="",
            sub_kegiatan="",
            nama_sub_kegiatan="",
            indikator=(),
            anggaran=None,
            penanggung_jawab=(),
            ditinjau=True,
        )
        kegiatan = replace(program, tingkat="kegiatan", kegiatan=b.kegiatan, nama_kegiatan=b.nama_kegiatan)
        for above in (program, kegiatan):
            if codes(above) not in there:
                there.add(codes(above))
                yield above, False
        yield b, True


def _total_row(jumlah: Decimal, left_out: int, layout: list[tuple[str, TableColumn]]) -> TableRow:
    location = [j for j, _ in layout].index(_ANGGARAN)
    after = len(layout) - location - 1
    return row(
        cell(_total_name(left_out), column=location, head=True),
        cell(print_money(jumlah)),
        *(cell("") for _ in range(after)),
        kind="jumlah",
    )


def _row(b: BarisRKT, *, coded: bool, valued: bool, recorded: bool) -> TableRow:
    indikator = numbered([tidy(i.uraian) for i in b.indikator]) or EMPTY
    content = [
        cell(settled(tidy(b.nama), read=b.ditinjau), head=True),
        cell(settled(indikator, read=all(i.ditinjau for i in b.indikator))),
        cell(_parallel([tidy(i.target) for i in b.indikator])),
        cell(_parallel([tidy(i.satuan) for i in b.indikator])),
    ]
    if valued:
        content.append(cell(print_money(b.anggaran) if b.anggaran is not None else EMPTY))
    content.append(cell(line_rows(tidy(p) for p in b.penanggung_jawab) or EMPTY))
    if not recorded:  # nothing is said of it, which is not the same as an en dash
        content[1:] = [cell("") for _ in content[1:]]
    return row(
        *((cell(shown_code(_kode(b))),) if coded else ()),
        *content,
        kind="subjumlah" if b.tingkat == "program" else "biasa",
        indent=_INDENT[b.tingkat],
    )


def _parallel(texts: list[str]) -> Inline:
    """The target or unit of each indikator, numbered like the indikator it belongs to."""
    return numbered([t or EMPTY for t in texts]) or EMPTY


def _kode(b: BarisRKT) -> str:
    return b.sub_kegiatan or b.kegiatan or b.program


def shown_code(kode: str) -> str:
    """The nomenklatur's code; the names before 2021 have none, and our own key for them is never printed."""
    return EMPTY if kode.startswith(CODE_WITHOUT_PRINTED) or not kode else kode
