"""PK berjenjang as forms: the pernyataan of Permen PANRB 53/2014 with the head of the unit above as Pihak Kedua, its
lampiran, and the indikator kinerja individu."""

from __future__ import annotations

from reports.document.tree import Block, PageBreak, ParagraphBlock, Part, SignatureBlock, Title
from reports.official.pk import pernyataan
from reports.official.signatures import block, jabatan_camat, kop, moment, nama_kecamatan, place_and_date
from reports.prose.language import chain, sentence
from reports.publish.naskah import Naskah
from reports.tables.pk_unit import iki_table, unit_amounts_table, unit_rows_table
from sakip.snapshot.of_units import CAMAT, SEKRETARIAT, amounts_of, unit_above
from sakip.snapshot.types import IKI, BarisPKUnit, Pejabat, PKUnit, Snapshot, UnitKerja
from sakip.text.states import BELUM_DIISI


def pk_unit_parts(naskah: Naskah) -> tuple[Part, ...]:
    """One part for each unit that promises something, in the order of the organisation."""
    snapshot = naskah.snapshot
    heads = {one.kunci_unit: one for one in snapshot.pk_unit}
    return tuple(
        _part(snapshot, unit, heads, rows)
        for unit in snapshot.kecamatan.unit_kerja
        if (rows := [b for b in snapshot.baris_pk_unit if b.kunci_unit == unit.kunci])
    )


def _part(snapshot: Snapshot, unit: UnitKerja, heads: dict[str, PKUnit], rows: list[BarisPKUnit]) -> Part:
    head = heads.get(unit.kunci)
    above = unit_above(snapshot, unit)
    name = f"Perjanjian Kinerja Tahun {snapshot.tahun}"
    parties = (
        _official(snapshot, unit, head, head),
        _official(snapshot, above, heads.get(above.kunci) if above else None, head),
    )
    offices = (
        _office(snapshot, unit, head),
        _office(snapshot, above, heads.get(above.kunci) if above else None),
    )
    moment_words = place_and_date(head.tempat, head.tanggal, head.tanggal_cetak) if head else ""
    signed = SignatureBlock(
        blocks=(
            block(parties[1], offices[1], "Pihak Kedua,"),
            block(parties[0], offices[0], moment_words, "Pihak Pertama,"),
        )
    )
    iki = [one for one in snapshot.iki if one.kunci_unit == unit.kunci]
    return Part(
        key=f"pk-unit-{unit.kunci}",
        title=f"{name} {offices[0]}",
        level=1,
        nomor="",
        shows_title=False,
        content=(
            kop(snapshot),
            Title(rows=("PERJANJIAN KINERJA", f"TAHUN {snapshot.tahun}"), large=True),
            *pernyataan(parties, offices),
            signed,
            *_remark(name, head, parties),
            PageBreak(),
            Title(rows=(f"LAMPIRAN {name.upper()}", offices[0].upper(), nama_kecamatan(snapshot).upper())),
            *_lampiran(snapshot, unit, rows),
            signed,
            *_iki(snapshot, unit, offices[0], iki, signed),
        ),
    )


def _official(
    snapshot: Snapshot, unit: UnitKerja | None, head: PKUnit | None, document: PKUnit | None
) -> Pejabat | None:
    """Who heads a unit on the document's date: named in the unit's own PK, else who holds the office."""
    if head is not None and head.nama:
        return Pejabat(nama=head.nama, jabatan=head.jabatan, nip=head.nip, pangkat=head.pangkat, golongan="")
    if unit is None or document is None:
        return None
    held = {CAMAT: document.camat, SEKRETARIAT: document.sekretaris}
    return held.get(unit.jenis)


def _office(snapshot: Snapshot, unit: UnitKerja | None, head: PKUnit | None) -> str:
    if unit is None or unit.jenis == CAMAT:
        return jabatan_camat(snapshot)
    if head is not None:
        return head.jabatan
    return f"Sekretaris {nama_kecamatan(snapshot)}" if unit.jenis == SEKRETARIAT else f"Kepala {unit.nama}"


def _remark(
    name: str, head: PKUnit | None, parties: tuple[Pejabat | None, Pejabat | None]
) -> tuple[ParagraphBlock, ...]:
    """What the form leaves blank because the records do not say it."""
    empty = [
        words
        for words, recorded in (
            ("nama Pihak Pertama", parties[0]),
            ("nama Pihak Kedua", parties[1]),
            ("tanggal penandatanganan", head and moment(head.tanggal, head.tanggal_cetak)),
        )
        if not recorded
    ]
    if not empty:
        return ()
    return (
        ParagraphBlock(
            content=f"Keterangan: {sentence(f'{chain(empty)} {name} {BELUM_DIISI}')}", style="catatan"
        ),
    )


def _lampiran(snapshot: Snapshot, unit: UnitKerja, rows: list[BarisPKUnit]) -> tuple[Block, ...]:
    pk = snapshot.pk_in_force
    supports = {b.kunci_indikator: b.indikator for b in pk.indikator} if pk else {}
    table = unit_rows_table(
        rows,
        key=f"pk-unit-{unit.kunci}-indikator",
        title=f"Perjanjian Kinerja {unit.nama}",
        supports=supports,
    )
    amounts = amounts_of(snapshot, unit)
    if not amounts:
        return (table,)
    return (
        table,
        unit_amounts_table(
            amounts, key=f"pk-unit-{unit.kunci}-anggaran", title=f"Anggaran Perjanjian Kinerja {unit.nama}"
        ),
    )


def _iki(
    snapshot: Snapshot, unit: UnitKerja, office: str, rows: list[IKI], signed: SignatureBlock
) -> tuple[Block, ...]:
    if not rows:
        return ()
    return (
        PageBreak(),
        Title(rows=("INDIKATOR KINERJA INDIVIDU", office.upper(), f"TAHUN {snapshot.tahun}")),
        iki_table(rows, key=f"pk-unit-{unit.kunci}-iki", title=f"Indikator Kinerja Individu {unit.nama}"),
        signed,
    )
