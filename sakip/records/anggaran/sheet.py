"""Money in the workbook: budget rows with output and outcome, belanja, totals of earlier years, supporting programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import nsmallest
from typing import Any, Final

from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.entry.value_kinds import one_of, shorten
from sakip.records.anggaran.models import AMOUNTS
from sakip.records.nested_rows import parents_first
from sakip.text.key_names import squeezed
from sakip.text.reading.changed_budget import MONEY_AFTER, MONEY_BEFORE
from sakip.workbook.cells.row import SheetChecker, SheetRow, check_is_program
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.columns import kode, kode_program, nama_kode, of, row_key, sasaran_key, satuan
from sakip.workbook.sheets.pasted import Block, Cells, Codes, Known, Labelled, Pasted, Undecided
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.sheets.sheet import Column
from sakip.workbook.stored import KODE, Stored, names_programs, stock


@stock
def stored_budget(data: Stored) -> list[m.Anggaran]:
    """The year's budget rows with output, outcome and sources (3 queries)."""
    return _BUDGET(data.kecamatan.pk, data.tahun)


_BUDGET: Final = PreparedRows(
    lambda kecamatan, tahun: (
        m.Anggaran.objects.filter(kecamatan=kecamatan, tahun=tahun)
        .select_related(*KODE)
        .prefetch_related("keluaran", "sumber_dana")
    )
)


@stock
def stored_belanja(data: Stored) -> list[m.Belanja]:
    """The composition of spending."""
    return _BELANJA(data.kecamatan.pk, data.tahun)


_BELANJA: Final = PreparedRows(
    lambda kecamatan, tahun: m.Belanja.objects.filter(kecamatan=kecamatan, tahun=tahun).select_related(
        "induk"
    )
)


@stock
def stored_earlier(data: Stored) -> list[m.AnggaranLalu]:
    """Totals of the years before."""
    return _EARLIER(data.kecamatan.pk, data.tahun)


_EARLIER: Final = PreparedRows(
    lambda kecamatan, tahun: m.AnggaranLalu.objects.filter(kecamatan=kecamatan, tahun__lt=tahun)
)


@stock
def stored_support(data: Stored) -> list[m.DukunganProgram]:
    """Which programs support which sasaran."""
    return _SUPPORT(data.kecamatan.pk, data.tahun)


_SUPPORT: Final = PreparedRows(
    lambda kecamatan, tahun: m.DukunganProgram.objects.filter(
        kecamatan=kecamatan, tahun=tahun
    ).select_related("sasaran", "program__versi")
)


@names_programs
def _programs(data: Stored) -> Iterable[m.Program | None]:
    yield from (a.program for a in stored_budget(data))
    yield from (d.program for d in stored_support(data))


# -- out ---------------------------------------------------------------------------------------------


def _budget(data: Stored) -> Iterator[Said]:
    return (said(a, **data.kode(a)) for a in stored_budget(data))


def _output(data: Stored) -> Iterator[Said]:
    for a in stored_budget(data):
        yield from (said(a, o, **data.kode(a)) for o in a.keluaran.all())


def _sources(data: Stored) -> Iterator[Said]:
    for a in stored_budget(data):
        yield from (said(a, s, **data.kode(a)) for s in a.sumber_dana.all())


def _belanja(data: Stored) -> Iterator[Said]:
    for b in parents_first(stored_belanja(data)):
        yield said(b, induk=b.induk.kode if b.induk else "", di_luar_program=b.di_luar_program or None)


def _support(data: Stored) -> Iterator[Said]:
    return (said(d, sasaran=d.sasaran.kunci, **data.kode_program(d.program)) for d in stored_support(data))


# -- what only the rows of a sheet, seen together, can have wrong -------------------------------------


def _check_output(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    units: dict[str, set[str]] = {}
    for row in p.tables["Anggaran"]:
        units.setdefault(row["kode"] or "", set()).add(row["unit"] or "")
    for b in rows:
        if not b["kode"] and "" not in units:
            p.refuse(b, "kode", "Isi kode pada lembar Anggaran.")
        known = units.get(b["kode"] or "", set())
        if known and (b["unit"] or "") not in known and not b.broken & {"kode", "unit"}:
            p.refuse(b, "unit", _unit_remedy(b["unit"] or "", known))


#: How many units a message names; it is cut at 500 characters.
_NAMED: Final = 100


def _unit_remedy(unit: str, known: set[str]) -> str:
    """What to write where no budget row of the code is carried out by that unit."""
    named = [f'"{shorten(u)}"' for u in nsmallest(_NAMED, filter(None, known))]
    if not named:
        return "Kosongkan; kode ini pada lembar Anggaran tidak dirinci menurut unit."
    said = f'"{shorten(unit)}" tidak ada untuk kode ini pada lembar Anggaran. ' if unit else ""
    return f"{said}Isi {one_of(named)}{', atau kosongkan' if unit and '' in known else ''}."


def _check_earlier(p: SheetChecker, rows: Sequence[SheetRow]) -> None:
    for b in rows:
        if b["tahun"] is not None and b["tahun"] >= p.recorded.tahun:
            p.refuse(b, "tahun", f"Isi tahun sebelum {p.recorded.tahun}.")


# -- the sheets ---------------------------------------------------------------------------------------


def _unit(hint: str) -> Column:
    """The kelurahan or unit that carries out its part of a sub kegiatan."""
    return of(m.Anggaran, "unit", hint=hint, width=20, added=True)


#: A code of the accounts ("5.1.02.01"), which no program has.
_ACCOUNT: Final = re.compile(r"[456](?:\.\d{1,4}){1,6}\.?")


def _are_accounts(block: Block) -> bool:
    """Whether its codes are those of accounts."""
    at = block.columns.index("kode") if "kode" in block.columns else -1
    said = [row[at] for row in block.rows if row[at]] if at >= 0 else []
    return bool(said) and all(map(_ACCOUNT.fullmatch, said))


def _by_account(block: Block) -> Block:
    """Belanja has keys of its own: the code of an account is none of them."""
    if not _are_accounts(block):
        return block
    return replace(block, columns=tuple("" if key == "kode" else key for key in block.columns))


def _of_programs(block: Block) -> Block:
    """A table by the codes of accounts is of belanja."""
    return replace(block, columns=("",) * len(block.columns)) if _are_accounts(block) else block


def _of_money(block: Block) -> Block:
    """A table of target and realisasi is of what was done, not of money."""
    block = _of_programs(block)
    heads = [folded(head) for head in block.heads]
    paid = any(re.search(r"anggaran|pagu|alokasi|\brp\b|keuangan", head) for head in heads)
    if paid or not any("target" in head for head in heads):
        return block
    return replace(block, columns=("",) * len(block.columns))


#: What is of money in a table of outputs.
_AMOUNTS: Final = re.compile(r"\brp\b|rupiah|\banggaran\b|\bpagu\b|\bkeuangan\b|\bdana\b")
_UNIT: Final = re.compile(
    r"(?:kelurahan|kel|unit|uptd?|(?:sub\s*-?\s*)?(?:seksi|bagian)|kecamatan)\b", re.IGNORECASE
)


def _is_a_unit(text: str) -> bool:
    """Whether a cell without a head above it may name who carries out a part; names of programs and kegiatan only have
    such words in them."""
    return bool(_UNIT.match(text))


def _of_all_units(known: Known, row: Cells) -> Cells:
    """Exports name the kecamatan itself beside every row: that is no part of it."""
    unit = squeezed(str(row.get("unit") or "")).removeprefix("kecamatan ")
    return {"unit": ""} if unit and unit == squeezed(known.recorded.kecamatan.nama) else {}


#: How LKIP label what a row yields, below its name.
_KINDS: Final = (
    (r"\bkeluaran\s*\(output\)\s*:|^\s*(?:keluaran|output)\s*:", str(m.Keluaran.Jenis.OUTPUT.label)),
    (r"^\s*(?:masukan|input|manfaat|benefit|dampak|impact)\s*(?:\(\w+\)\s*)?:", ""),
    (r"\bhasil\s*\(outcome\)\s*:|^\s*(?:hasil|outcome)\s*:", str(m.Keluaran.Jenis.OUTCOME.label)),
)


def _amounts(model: type[Any], *names: str) -> tuple[Column, ...]:
    return tuple(of(model, name, width=20) for name in names)


register(
    record_sheet(
        "Anggaran",
        "Pagu dan realisasi anggaran; jumlah dihitung dari baris terdalam",
        kode(
            hint="Kode menurut lembar Nomenklatur; kosong hanya untuk sisa tak terinci. Baris di atas"
            " rinciannya hanya dibandingkan, tidak ikut dijumlahkan."
        ),
        nama_kode(),
        _unit("Hanya bila beberapa kelurahan atau unit melaksanakan sub kegiatan yang sama."),
        of(
            m.Anggaran,
            "rinci",
            title="Dirinci",
            hint="Tidak untuk sisa yang tidak dirinci dokumen; kosong berarti Ya.",
            width=10,
        ),
        *_amounts(m.Anggaran, *AMOUNTS),
        of(m.Anggaran, "keterangan", width=30),
        model=("sakip.anggaran",),
        unique=("kode", "unit"),
        key="kode",
        pasted=Pasted(
            words=(
                (r"^(?:tahun|sisa|selisih|saldo)\b|\bber(?:tambah|kurang)\b", ""),
                (r"realisa", "realisasi"),
                (MONEY_BEFORE, "pagu_murni"),
                (MONEY_AFTER, "pagu_perubahan"),
                (r"^target\b.*(?:\brp\b|keuangan)", "pagu@?"),
                (r"^kode\b.*skpd", ""),
                (r"kelurahan|\bunit\b|skpd", "unit"),
                (r"anggaran|\bpagu\b|alokasi", "pagu@?"),
                (r"uraian|^nama|program.*kegiatan", "nama_kode"),
            ),
            undecided=(Undecided(key="pagu@?", question="Pagu: murni atau perubahan?"),),
            needed=("kode",),
            summed=True,
            looks={"unit": _is_a_unit},
            finds=_of_money,
            reread=_of_all_units,
        ),
        read=_budget,
    ),
    record_sheet(
        "Keluaran",
        "Keluaran dan hasil setiap baris anggaran",
        kode(hint="Kode pada lembar Anggaran.", reference="Anggaran"),
        nama_kode(),
        _unit("Seperti pada lembar Anggaran."),
        of(m.Keluaran, "jenis", hint="Kosong berarti Keluaran (output).", meaning="", width=18),
        of(m.Keluaran, "uraian", meaning="uraian keluaran atau hasil", width=50),
        satuan(m.Keluaran),
        of(m.Keluaran, "target", width=14),
        of(m.Keluaran, "target_cetak"),
        of(m.Keluaran, "realisasi", width=14),
        of(m.Keluaran, "realisasi_cetak"),
        of(
            m.Keluaran,
            "keadaan",
            title="Keadaan realisasi",
            hint="Kosong berarti mengikuti isian realisasi.",
            meaning="",
            width=18,
        ),
        of(m.Keluaran, "keterangan", width=30),
        model=("sakip.keluaran",),
        told=("kode", "unit", "jenis", "uraian"),
        pasted=Pasted(
            words=(
                (r"realisa", "realisasi"),
                (r"target", "target"),
                (r"indi[kc]ator|keluaran|output|tolok", "uraian"),
            ),
            needed=("kode", "uraian"),
            others=_AMOUNTS,
            also=("Anggaran",),
            shared=("kode", "nama_kode", "unit"),
            looks={"unit": _is_a_unit},
            labelled=Labelled("uraian", "jenis", "keadaan", _KINDS),
            finds=_of_programs,
        ),
        read=_output,
        check=_check_output,
    ),
    record_sheet(
        "SumberDana",
        "Sumber dana setiap baris anggaran",
        kode(hint="Kode pada lembar Anggaran.", reference="Anggaran"),
        nama_kode(),
        _unit("Seperti pada lembar Anggaran."),
        of(m.SumberDana, "sumber", meaning="sumber dana", width=24),
        of(m.SumberDana, "pagu", meaning="pagu dari sumber itu", width=20),
        of(m.SumberDana, "realisasi", width=20),
        model=("sakip.sumberdana",),
        unique=("kode", "unit", "sumber"),
        pasted=Pasted(
            words=((r"realisa", "realisasi"), (r"sumber", "sumber")),
            needed=("kode",),
            summed=True,
            looks={"unit": _is_a_unit},
            finds=_of_programs,
        ),
        read=_sources,
        check=_check_output,
        added=True,
    ),
    record_sheet(
        "Belanja",
        "Komposisi belanja",
        of(
            m.Belanja,
            "kode",
            hint="Nama pendek tanpa spasi, misalnya barang-jasa.",
            meaning="kode belanja",
            width=20,
        ),
        of(m.Belanja, "nama", meaning="nama belanja", width=40),
        row_key(
            "induk", "Kelompok", "Belanja", hint="Kode kelompoknya, yang ditulis lebih dahulu.", width=20
        ),
        *_amounts(m.Belanja, "pagu", "realisasi"),
        of(
            m.Belanja,
            "di_luar_program",
            title="Di luar program",
            hint="Ya bila tidak termasuk pagu program pada lembar Anggaran; kosong berarti Tidak.",
            width=12,
            added=True,
        ),
        model=("sakip.belanja",),
        unique=("kode",),
        key="kode",
        pasted=Pasted(
            words=(
                (r"realisa", "realisasi"),
                (r"anggaran|pagu", "pagu"),
                (r"uraian|jenis belanja|^belanja|^nama", "nama"),
            ),
            called="nama",
            new_key="belanja",
            finds=_by_account,
        ),
        read=_belanja,
    ),
    record_sheet(
        "AnggaranLalu",
        "Jumlah anggaran tahun-tahun lalu yang rinciannya tidak dicatat",
        of(m.AnggaranLalu, "tahun", width=10),
        *_amounts(m.AnggaranLalu, "pagu", "realisasi"),
        of(m.AnggaranLalu, "sumber", width=40),
        model=("sakip.anggaranlalu",),
        unique=("tahun",),
        pasted=Pasted(words=((r"^tahun\b", "tahun"), (r"realisa", "realisasi"), (r"anggaran|pagu", "pagu"))),
        read=lambda data: map(said, stored_earlier(data)),
        check=_check_earlier,
    ),
    record_sheet(
        "DukunganProgram",
        "Program yang mendukung setiap sasaran",
        sasaran_key(meaning="kunci sasaran"),
        kode_program(meaning="kode program"),
        nama_kode(),
        model=("sakip.dukunganprogram",),
        unique=("sasaran", "kode"),
        pasted=Pasted(codes=Codes(alone=True)),
        read=_support,
        check=check_is_program,
    ),
)
