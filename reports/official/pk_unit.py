"""PK berjenjang as forms: the pernyataan of Permen PANRB 53/2014 with the head of the unit above as Pihak Kedua, its
lampiran, and the indikator kinerja individu."""

from __future__ import annotations

from reports.document.tree import Block, PageBreak, Part, SignatureBlock, Title
from reports.official.pk import missing_words, pernyataan, remark_on_missing, titles_of
from reports.official.signatures import block, kop, moment, nama_kecamatan, place_and_date
from reports.publish.naskah import Naskah
from reports.tables.pk import name_of_version
from reports.tables.pk_unit import iki_table, unit_amounts_table, unit_rows_table
from sakip.snapshot.of_units import amounts_of, head_of, parties_of, promised_by, version_in_force
from sakip.snapshot.reads import kept
from sakip.snapshot.types import IKI, BarisPKUnit, Snapshot, UnitKerja


@kept
def pk_unit_parts(naskah: Naskah, *, perubahan: bool | None = None) -> tuple[Part, ...]:
    """One part for each unit that promises something, in the order of the organisation: the PK in force, or only the
    PK murni or the latest ``perubahan`` of each."""
    snapshot = naskah.snapshot
    versions = {
        unit.kunci: 0 if perubahan is False else version_in_force(snapshot, unit)
        for unit in snapshot.kecamatan.unit_kerja
    }
    return tuple(
        _part(snapshot, unit, versi, rows)
        for unit in snapshot.kecamatan.unit_kerja
        if (versi := versions[unit.kunci]) >= bool(perubahan) and (rows := promised_by(snapshot, unit, versi))
    )


def _part(snapshot: Snapshot, unit: UnitKerja, versi: int, rows: tuple[BarisPKUnit, ...]) -> Part:
    name = name_of_version(versi, snapshot.tahun)
    head = head_of(snapshot, unit, versi)
    first, second = parties_of(snapshot, unit, versi)
    parties, offices = (first.pejabat, second.pejabat), (first.jabatan, second.jabatan)
    date_words = moment(head.tanggal, head.tanggal_cetak) if head else ""
    signed = SignatureBlock(
        blocks=(
            block(parties[1], offices[1], "Pihak Kedua,"),
            block(
                parties[0],
                offices[0],
                place_and_date(head.tempat, head.tanggal, head.tanggal_cetak) if head else "",
                "Pihak Pertama,",
            ),
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
            Title(rows=titles_of(name), large=True),
            *pernyataan(parties, offices),
            signed,
            *remark_on_missing(missing_words(parties, date_words), name),
            PageBreak(),
            Title(rows=(f"LAMPIRAN {name.upper()}", offices[0].upper(), nama_kecamatan(snapshot).upper())),
            *_lampiran(snapshot, unit, versi, rows),
            signed,
            *_iki(snapshot, unit, offices[0], iki, signed),
        ),
    )


def _lampiran(
    snapshot: Snapshot, unit: UnitKerja, versi: int, rows: tuple[BarisPKUnit, ...]
) -> tuple[Block, ...]:
    supports = {b.kunci_indikator: b.indikator for pk in snapshot.pk for b in pk.indikator}
    table = unit_rows_table(
        rows,
        key=f"pk-unit-{unit.kunci}-indikator",
        title=f"Perjanjian Kinerja {unit.nama}",
        supports=supports,
    )
    amounts = amounts_of(snapshot, unit, versi)
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
