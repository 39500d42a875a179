"""A kecamatan-year to measure in: Balung 2021 with kebijakan, scales, a Renstra and a PK."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kecamatan.models import Kecamatan, Pengguna
from sakip.entry.form import Scope
from sakip.models import (
    BarisPK,
    Indikator,
    KategoriSkala,
    KebijakanPengukuran,
    PerjanjianKinerja,
    Sasaran,
    Skala,
)
from tests.factory import make, make_indikator, make_kecamatan, make_pengguna, make_pk, make_sasaran

TAHUN = 2021

#: Highest first; the lowest has no bound.
JEMBER: tuple[tuple[str, str, str | None, bool], ...] = (
    ("SB", "Sangat Baik", "100", False),
    ("B", "Baik", "75", False),
    ("C", "Cukup", "55", True),
    ("K", "Kurang", None, False),
)
AKIP: tuple[tuple[str, str, str | None, bool], ...] = (
    ("AA", "Sangat Memuaskan", "90", False),
    ("A", "Memuaskan", "80", False),
    ("BB", "Sangat Baik", "70", False),
    ("B", "Baik", "60", False),
    ("CC", "Cukup", "50", False),
    ("C", "Kurang", "30", False),
    ("D", "Sangat Kurang", None, False),
)


@dataclass
class GridWorld:
    """The place, its one sasaran and PK, and the operator of the whole kecamatan."""

    kecamatan: Kecamatan
    sasaran: Sasaran
    pk: PerjanjianKinerja
    operator: Pengguna
    akip: Skala

    @property
    def scope(self) -> Scope:
        return Scope(kecamatan=self.kecamatan, tahun=TAHUN, pengguna=self.operator)

    @property
    def address(self) -> str:
        return f"/kecamatan/{self.kecamatan.slug}/{TAHUN}/realisasi/"

    def indikator(
        self, key: str = "skm", target: Any = 80, *, in_pk: bool = True, **change: Any
    ) -> Indikator:
        """An indikator with its row in the PK; ``target`` is a number, or a dict of columns."""
        columns = target if isinstance(target, dict) else {"angka": Decimal(str(target))}
        order = Indikator.objects.count()
        standard: dict[str, Any] = {
            "kunci": key,
            "nama": f"Indikator {key}",
            "satuan": "indeks",
            "urut": order,
        }
        indikator = make_indikator(sasaran=self.sasaran, **standard | change)
        if in_pk:
            make(
                BarisPK,
                perjanjian=self.pk,
                sasaran=self.sasaran.uraian,
                acuan_sasaran=self.sasaran,
                indikator=indikator.nama,
                acuan_indikator=indikator,
                satuan=indikator.satuan,
                urut=order,
                **{"angka": None} | columns,
            )
        return indikator


def skala(kode: str, kategori: tuple[tuple[str, str, str | None, bool], ...]) -> Skala:
    """A scale with its categories."""
    row = make(Skala, kode=kode, nama=f"Skala {kode}")
    for huruf, label, batas, closed in kategori:
        make(
            KategoriSkala,
            skala=row,
            kode=huruf,
            label=label,
            batas=None if batas is None else Decimal(batas),
            tertutup=closed,
        )
    return row


def make_grid(**kebijakan: Any) -> GridWorld:
    """The place without any indikator; ``kebijakan`` are columns of the KebijakanPengukuran."""
    kecamatan = make_kecamatan()
    make(
        KebijakanPengukuran,
        kabupaten=kecamatan.kabupaten,
        tahun=TAHUN,
        **{"skala": skala("jember", JEMBER)} | kebijakan,
    )
    return GridWorld(
        kecamatan=kecamatan,
        sasaran=make_sasaran(),
        pk=make_pk(kecamatan=kecamatan, tahun=TAHUN),
        operator=make_pengguna(
            "operator", kecamatan=kecamatan, username="operator.balung", nama="Budi Santoso"
        ),
        akip=skala("akip", AKIP),
    )
