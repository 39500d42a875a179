"""What was promised as tables: the Perjanjian Kinerja of a year, and its IKU."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reports.open_data.table import INDIKATOR, Column, DataTable, Row, target_columns, target_values
from reports.publish.naskah import Naskah
from sakip.snapshot.types import BarisIKU, BarisPK


def _named(row: BarisPK | BarisIKU) -> Row:
    return {
        "sasaran": row.sasaran,
        "kunci_indikator": row.kunci_indikator or None,
        "indikator": row.indikator,
        "satuan": row.satuan or None,
    }


def _pk(naskah: Naskah) -> Iterator[Row]:
    for document in naskah.snapshot.pk:
        for row in document.indikator:
            yield {**_named(row), "perubahan": document.versi, **target_values(row.target)}


PERJANJIAN: Final = DataTable(
    code="perjanjian-kinerja",
    name="Perjanjian Kinerja",
    meaning="Satu baris untuk setiap indikator setiap Perjanjian Kinerja tahun itu, murni dan perubahannya.",
    own_columns=(
        *INDIKATOR,
        Column(
            name="perubahan",
            title="Perubahan ke-",
            meaning="0 untuk Perjanjian Kinerja murni.",
            type="integer",
            required=True,
        ),
        *target_columns("Target setahun menurut Perjanjian Kinerja itu"),
    ),
    rows=_pk,
)


def _iku(naskah: Naskah) -> Iterator[Row]:
    for row in naskah.snapshot.iku.baris if naskah.snapshot.iku else ():
        yield {
            **_named(row),
            "pembilang": row.pembilang or None,
            "penyebut": row.penyebut or None,
            "formulasi": row.formulasi or None,
            "penjelasan": "\n".join(row.penjelasan) or None,
            "sumber_data": row.sumber_data or None,
        }


IKU: Final = DataTable(
    code="iku",
    name="Indikator Kinerja Utama",
    meaning="Satu baris untuk setiap indikator dalam Keputusan Camat tentang IKU yang berlaku pada tahun itu.",
    own_columns=(
        *INDIKATOR,
        Column(name="pembilang", title="Pembilang", meaning="Bila formulasinya berupa pecahan."),
        Column(name="penyebut", title="Penyebut", meaning="Bila formulasinya berupa pecahan."),
        Column(name="formulasi", title="Formulasi", meaning="Bila bukan pecahan."),
        Column(name="penjelasan", title="Penjelasan", meaning="Penjelasan indikator, satu butir per baris."),
        Column(name="sumber_data", title="Sumber data", meaning="Asal datanya."),
    ),
    rows=_iku,
)
