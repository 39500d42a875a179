"""Scales, kebijakan, nomenklatur, and what else a kabupaten decides."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Model

from kecamatan.models import Kabupaten
from sakip.models import (
    HariLibur,
    KategoriSkala,
    KebijakanPengukuran,
    Kegiatan,
    Program,
    Skala,
    SubKegiatan,
    TataLetakSipd,
    TautanTemplatIKU,
    TemplatIKU,
    VersiNomenklatur,
)
from tests.constraints import Case, double, empty, tahun
from tests.factory import make, one
from tests.sakip.records.constraint_cases.alike import tahun_order

ADDED: dict[str, Any] = {"kabupaten": Kabupaten, "dasar": "Perbup 1/2021", "tahun_awal": 2021}


def additions(model: type[Model]) -> Iterator[Case]:
    """What is installed under years or a source of its own, an addition without them, twice, or in no year."""
    yield Case(rules="kode_tambahan", model=model, present=ADDED, violate=ADDED)
    for dated in ({"tahun_awal": 2021}, {"tahun_akhir": 2021}, ADDED | {"tahun_awal": None}):
        yield Case(rules="tambahan_sejak", model=model, violate=dated)
    for sourced in ({"dasar": "Perbup 1/2021"}, ADDED | {"dasar": ""}):
        yield Case(rules="tambahan_dasar", model=model, violate=sourced)
    yield from tahun("tahun_awal", model, **{k: ADDED[k] for k in ("kabupaten", "dasar")})
    yield Case(rules="tahun_akhir_wajar", model=model, violate=ADDED | {"tahun_akhir": 2101})
    yield Case(rules="tahun_urut", model=model, violate=ADDED | {"tahun_akhir": 2020})


OWN_SCALE = {"kabupaten": Kabupaten, "kode": "35-09-1", "untuk": "capaian"}


def another_template() -> TemplatIKU:
    """Of the same kabupaten."""
    return make(TemplatIKU, kabupaten=one(Kabupaten), nama="Persentase desa tertib administrasi")


CASE = [
    double(Skala, "kode"),
    *empty("dasar", Skala),
    Case(rules="nama_kabupaten", model=Skala, present=OWN_SCALE, violate=OWN_SCALE | {"kode": "35-09-2"}),
    Case(rules="kabupaten_capaian", model=Skala, violate=OWN_SCALE | {"untuk": "huruf"}),
    double(KategoriSkala, "kode", batas=Decimal(0)),
    double(KategoriSkala, "batas", kode="B"),
    Case(
        rules="satu_terendah",
        model=KategoriSkala,
        present={"batas": None},
        violate={"kode": "D", "batas": None},
    ),
    Case(rules="tertutup_berbatas", model=KategoriSkala, violate={"batas": None, "tertutup": True}),
    double(KebijakanPengukuran, "tahun"),
    *(
        Case(
            rules="batas_urut",
            model=KebijakanPengukuran,
            violate={"batas_bawah": Decimal(below), "batas_atas": Decimal(100)},
        )
        for below in (100, 101)
    ),
    Case(rules="desimal_wajar", model=KebijakanPengukuran, violate={"desimal": 5}),
    double(HariLibur, "tanggal"),
    *empty("keterangan", HariLibur),
    *empty("sumber", HariLibur),
    double(VersiNomenklatur, "kode"),
    tahun_order(VersiNomenklatur),
    double(TemplatIKU, "nama"),
    *empty("nama", TemplatIKU),
    *empty("tujuan", TemplatIKU),
    *empty("sasaran", TemplatIKU),
    tahun_order(TemplatIKU),
    *tahun("tahun_awal", TemplatIKU),
    Case(rules="tahun_akhir_wajar", model=TemplatIKU, violate={"tahun_akhir": 2101}),
    double(TataLetakSipd, "sidik"),
    Case(rules="sidik_lengkap", model=TataLetakSipd, violate={"sidik": "a" * 63}),
    double(TautanTemplatIKU, "templat", kunci="lain"),
    double(TautanTemplatIKU, "kunci", templat=another_template),
    double(Program, "kode"),
    double(Kegiatan, "kode"),
    double(SubKegiatan, "kode"),
    *(case for m in (Program, Kegiatan, SubKegiatan) for case in additions(m)),
    *tahun("tahun", KebijakanPengukuran),
    Case(
        rules="tahun_awal_wajar",
        model=VersiNomenklatur,
        violate={"tahun_awal": 1999, "tahun_akhir": 2004},
    ),
]

VALID: list[tuple[type[Model], dict[str, Any]]] = [
    (KategoriSkala, {"batas": None}),
    (Skala, OWN_SCALE),
    (KebijakanPengukuran, {"batas_bawah": Decimal(0), "batas_atas": Decimal(100)}),
    (KebijakanPengukuran, {"batas_atas": Decimal(120)}),
    (VersiNomenklatur, {"tahun_akhir": 2021}),
    *((m, {}) for m in (Skala, Program, Kegiatan, SubKegiatan)),
]
