"""Places of one kecamatan-year that texts are sent to, and the year that has them."""

from __future__ import annotations

from typing import Any

from kecamatan.models import FaktaProfil, KomposisiSDM, MasaJabatan
from reports.models import Narasi
from sakip.models import (
    Anggaran,
    AnggaranLalu,
    BarisPK,
    Indikator,
    IndikatorBarisRKT,
    KeputusanIKU,
    Realisasi,
)
from tests.flows.doors import BASE, Place, world_of

TARGET = ("angka", "huruf", "bawah", "atas", "cetak")
VALUE = ("keadaan", "angka", "huruf", "pembilang", "penyebut", "alasan", "cetak")

#: Indikator by what they measure: key, unit, kind of value, rumus, target of the PK, realisasi.
MEASURED: tuple[tuple[str, str, str, str, Any, Any], ...] = (
    ("persen", "%", "angka", "positif", 80, 70),
    *((f"persen-{n}", "%", "angka", "positif", 80, 70) for n in range(2, 5)),
    ("bagian", "%", "angka", "positif", 80, 70),
    ("dokumen", "dokumen", "angka", "positif", 12, 11),
    ("uang", "Rp", "angka", "positif", 1000, 900),
    ("rentang", "indeks", "rentang", "rentang", "75 s.d. 85", 80),
)


def add_indikator(content: dict[str, Any]) -> None:
    """One of each kind beside the two that are there, in Renstra, PK and realisasi."""
    sheets = content["lembar"]
    for key, unit, kind, rumus, target, value in MEASURED:
        version = {"tahun_awal": 2021, "versi": 0}
        sheets["Indikator"].append(
            version
            | {"sasaran": "s1", "kunci": key, "nama": f"Indikator {key}", "satuan": unit}
            | {"jenis_nilai": kind, "rumus": rumus, "iku": False}
        )
        sheets["TargetRenstra"].append(version | {"kunci_indikator": key, "tahun": 2023, "target": target})
        sheets["PK"].append(
            {"tahun": 2023, "versi": 0, "sasaran": "Meningkatnya kepuasan warga", "kunci_sasaran": "s1"}
            | {"indikator": f"Indikator {key}", "kunci_indikator": key, "satuan": unit, "target": target}
        )
        sheets["Realisasi"].append(
            {"kunci_indikator": key, "tahun": 2023, "triwulan": 0, "keadaan": "terisi", "nilai": value}
        )
        sheets["Narasi"].append({"bagian": "pendorong", "kunci": key, "isi": "Ada."})


WORLD = world_of(add_indikator)
TWINS = {"persen": ("persen", "persen-2", "persen-3", "persen-4")}
"""Indikator of one kind: what is refused of one may as well be sent to another, in the same file."""


# -- places ------------------------------------------------------------------------------------------


def target_of(key: str) -> Place:
    """The target of an indikator in the PK."""

    def find() -> BarisPK:
        return BarisPK.objects.get(perjanjian__tahun=2023, acuan_indikator__kunci=key)

    return Place(
        find=find,
        columns=TARGET,
        sheet="PK",
        key={"tahun": 2023, "kunci_indikator": key},
        column="target",
        field="target",
        address=lambda: f"{BASE}isi/baris-pk/{find().pk}/",
    )


def value_of(key: str) -> Place:
    """The realisasi of an indikator for the year."""

    def owner() -> Indikator:
        return Indikator.objects.get(kunci=key)

    return Place(
        find=lambda: Realisasi.objects.filter(tahun=2023, triwulan=0, indikator__kunci=key).first(),
        columns=VALUE,
        sheet="Realisasi",
        key={"kunci_indikator": key, "tahun": 2023, "triwulan": 0},
        column="nilai",
        field="nilai",
        address=lambda: f"{BASE}realisasi/indikator/{owner().pk}/nilai/0/",
        cell=owner,
        clears=("keadaan", "alasan"),
    )


RKT_TARGET = Place(
    find=lambda: IndikatorBarisRKT.objects.get(),
    columns=("target", "satuan"),
    sheet="RKTKegiatan",
    key={"nomor": 1},
    column="target",
    field="target",
    address=lambda: f"{BASE}isi/indikator-baris-rkt/{IndikatorBarisRKT.objects.get().pk}/",
)
PAGU = Place(
    find=lambda: Anggaran.objects.get(),
    columns=("realisasi",),
    sheet="Anggaran",
    key={"kode": "7.01.02.2.01"},
    column="realisasi",
    field="realisasi",
    address=lambda: f"{BASE}isi/anggaran/{Anggaran.objects.get().pk}/",
    in_table=True,
)
YEAR = Place(
    find=lambda: AnggaranLalu.objects.get(),
    columns=("tahun",),
    sheet="AnggaranLalu",
    key={"tahun": 2022},
    column="tahun",
    field="tahun",
    address=lambda: f"{BASE}isi/anggaran-lalu/{AnggaranLalu.objects.get().pk}/",
)
DATE = Place(
    find=lambda: KeputusanIKU.objects.get(),
    columns=("tanggal",),
    sheet="Dokumen",
    key={"dokumen": "iku"},
    column="tanggal",
    field="tanggal",
    address=lambda: f"{BASE}isi/iku/{KeputusanIKU.objects.get().pk}/",
)


def fact(column: str) -> Place:
    """A figure or its words in the profile."""
    return Place(
        find=lambda: FaktaProfil.objects.order_by("-pk").first(),
        columns=(column,),
        sheet="ProfilFakta",
        key={"kelompok": "sarana", "uraian": "Puskesmas"},
        column=column,
        field=column,
        address=lambda: f"{BASE}isi/fakta-profil/{FaktaProfil.objects.get().pk}/",
    )


GRADE = Place(
    find=lambda: KomposisiSDM.objects.order_by("-pk").first(),
    columns=("golongan",),
    sheet="SDM",
    key={"kelompok": "jabatan", "uraian": "Camat"},
    column="golongan",
    field="golongan",
    address=lambda: f"{BASE}isi/sdm/{KomposisiSDM.objects.get().pk}/",
)


def officer(column: str) -> Place:
    """The camat and their term."""

    def find() -> MasaJabatan:
        return MasaJabatan.objects.get(jabatan="camat")

    def shown() -> Any:
        return find().pejabat if column == "nip" else find()

    return Place(
        find=shown,
        columns=("pangkat_id",) if column == "golongan" else (column,),
        sheet="Pejabat",
        key={"jabatan": "camat"},
        column=column,
        field=column,
        address=None if column == "golongan" else lambda: f"{BASE}isi/pejabat/{find().pk}/",
    )


def narrative_of(key: str) -> Place:
    """What is written of an indikator."""
    return Place(
        find=lambda: Narasi.objects.get(bagian="pendorong", kunci=key),
        columns=("isi",),
        sheet="Narasi",
        key={"bagian": "pendorong", "kunci": key},
        column="isi",
        field="isi",
        address=lambda: f"{BASE}narasi/isi/pendorong/{key}/",
    )
