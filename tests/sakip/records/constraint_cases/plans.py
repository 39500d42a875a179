"""RPJMD, Renstra, indikator, and the documents of a year."""

from decimal import Decimal
from typing import Any

from django.db.models import Model

from sakip.models import (
    RKT,
    Anggaran,
    AnggaranPK,
    BarisIKU,
    BarisPK,
    BarisRencanaAksi,
    BarisRKT,
    ButirIKU,
    Indikator,
    IndikatorBarisRKT,
    IndikatorTujuan,
    KegiatanRencanaAksi,
    Keluaran,
    KeputusanIKU,
    LangkahRencanaAksi,
    MengingatIKU,
    MisiRPJMD,
    PeriodeRPJMD,
    PerjanjianKinerja,
    RencanaAksi,
    Renstra,
    RenstraBerlaku,
    Sasaran,
    SasaranRKT,
    SasaranRPJMD,
    Skala,
    TargetRenstra,
    TargetTriwulan,
    TargetTujuan,
    TemplatIKU,
    Tujuan,
    TujuanRPJMD,
)
from tests.constraints import Case, double, empty, tahun, uang
from tests.sakip.records.constraint_cases.alike import ANGKA, RENTANG, WITHOUT, jenjang, tahun_order, target

DOUBLE_TANGGAL = {"tanggal": "2021-01-04", "tanggal_cetak": "Januari 2021"}
DATED = (RKT, PerjanjianKinerja, KeputusanIKU, RencanaAksi)


CASE = [
    double(PeriodeRPJMD, "tahun_awal"),
    tahun_order(PeriodeRPJMD),
    double(MisiRPJMD, "nomor"),
    *empty("uraian", MisiRPJMD, TujuanRPJMD, SasaranRPJMD, Tujuan, Sasaran),
    double(Renstra, "versi"),
    tahun_order(Renstra),
    Case(rules="misi_berperiode", model=Renstra, violate={"misi_diacu": MisiRPJMD}),
    double(Tujuan, "kunci"),
    *empty("nama", IndikatorTujuan, Indikator, AnggaranPK),
    *(k for m in (TargetTujuan, TargetRenstra, SasaranRKT, BarisPK, TargetTriwulan) for k in target(m)),
    *(
        Case(rules="satu_target", model=m, violate=WITHOUT)
        for m in (TargetTujuan, TargetRenstra, BarisPK, TargetTriwulan)
    ),
    double(TargetTujuan, "tahun"),
    double(Sasaran, "kunci"),
    *(
        Case(rules="bobot_wajar", model=m, violate={"bobot": Decimal(bobot)})
        for m in (Sasaran, Indikator)
        for bobot in ("0", "100.01")
    ),
    double(Indikator, "kunci"),
    *(
        Case(
            rules="rumus_sesuai_jenis",
            model=m,
            violate={"jenis_nilai": kind, "rumus": rumus} | others,
        )
        for m in (Indikator, IndikatorTujuan, TemplatIKU)
        for kind, rumus, others in (
            ("angka", "predikat", {"skala": Skala}),
            ("angka", "rentang", {}),
            ("huruf", "positif", {"skala": Skala}),
            ("huruf", "predikat", {"skala": None}),
            ("rentang", "negatif", {}),
        )
    ),
    *(
        Case(rules="desimal_wajar", model=m, violate={"desimal": 5})
        for m in (Indikator, IndikatorTujuan, TemplatIKU)
    ),
    *(
        Case(rules="pengali_positif", model=m, violate={"pengali": Decimal(pengali)})
        for m in (Indikator, IndikatorTujuan, TemplatIKU)
        for pengali in ("0", "-100")
    ),
    *(
        Case(
            rules="irama_dikenal",
            model=m,
            violate={"irama": "13"},
            message="Nilai '13' bukan pilihan yang valid.",  # the column's choices speak first
        )
        for m in (Indikator, TemplatIKU)
    ),
    *(
        Case(rules="berlaku_sampai_sesudah_mulai", model=KeputusanIKU, violate={"berlaku_sampai": tahun})
        for tahun in (2020, 2101)
    ),
    *(
        Case(rules="pecahan_utuh", model=m, violate={column: "Jumlah desa yang hadir"})
        for m in (Indikator, BarisIKU, TemplatIKU)
        for column in ("pembilang", "penyebut")
    ),
    double(TargetRenstra, "tahun"),
    *(Case(rules="satu_tanggal", model=m, violate=DOUBLE_TANGGAL) for m in DATED),
    *(double(m, "tahun") for m in (RKT, KeputusanIKU, RencanaAksi, RenstraBerlaku)),
    *empty("alasan", RenstraBerlaku),
    *empty("sasaran", SasaranRKT, BarisPK, BarisIKU, BarisRencanaAksi),
    *empty("indikator", SasaranRKT, BarisPK, BarisIKU, BarisRencanaAksi),
    *(k for m in (BarisRKT, KegiatanRencanaAksi, Anggaran) for k in jenjang(m)),
    *uang(BarisRKT, "anggaran"),
    *empty("uraian", IndikatorBarisRKT, ButirIKU, Keluaran),
    double(PerjanjianKinerja, "versi"),
    *(
        Case(rules="versi_sesuai_jenis", model=PerjanjianKinerja, violate=violate)
        for violate in (
            {"jenis": "murni", "versi": 1},
            {"jenis": "murni", "alasan": "a"},
            {"jenis": "perubahan", "versi": 0},
        )
    ),
    double(BarisPK, "indikator"),
    *uang(AnggaranPK, "anggaran"),
    double(MengingatIKU, "peraturan"),
    double(TargetTriwulan, "triwulan"),
    *(Case(rules="triwulan_wajar", model=TargetTriwulan, violate={"triwulan": t}) for t in (0, 5)),
    *tahun(
        "tahun",
        TargetTujuan,
        TargetRenstra,
        RKT,
        PerjanjianKinerja,
        KeputusanIKU,
        RencanaAksi,
        RenstraBerlaku,
    ),
    *(
        Case(rules="tahun_awal_wajar", model=m, violate={"tahun_awal": 1999, "tahun_akhir": 2004})
        for m in (PeriodeRPJMD, Renstra)
    ),
    *(
        Case(rules="tahun_akhir_wajar", model=m, violate={"tahun_awal": 2099, "tahun_akhir": 2101})
        for m in (PeriodeRPJMD, Renstra)
    ),
]

VALID: list[tuple[type[Model], dict[str, Any]]] = [
    (Renstra, {"versi": 1, "tahun_akhir": 2021, "periode_rpjmd": PeriodeRPJMD, "misi_diacu": MisiRPJMD}),
    (TargetRenstra, WITHOUT | {"huruf": "B", "cetak": "B (80)"}),
    (TargetRenstra, WITHOUT | RENTANG),
    (TargetRenstra, WITHOUT | {"bawah": Decimal(80), "atas": Decimal(80)}),
    (TargetRenstra, {"angka": Decimal(0)}),
    (SasaranRKT, WITHOUT),
    (SasaranRKT, ANGKA),
    (Sasaran, {"bobot": Decimal(100), "strategi": ["Koordinasi"]}),
    (Indikator, {"jenis_nilai": "huruf", "rumus": "predikat", "skala": Skala}),
    (Indikator, {"jenis_nilai": "rentang", "rumus": "rentang"}),
    (Indikator, {"rumus": "negatif", "pembilang": "Desa yang hadir", "penyebut": "Semua desa"}),
    (PerjanjianKinerja, {"jenis": "perubahan", "versi": 1}),
    (PerjanjianKinerja, {"jenis": "perubahan", "versi": 2, "alasan": "b", "tanggal": "2021-11-01"}),
    (PerjanjianKinerja, {"tanggal_cetak": "Januari 2021"}),
    (BarisPK, {"acuan_indikator": None}),
    (LangkahRencanaAksi, {"triwulan": 4}),
    *(
        (m, {})
        for m in (PeriodeRPJMD, MisiRPJMD, TujuanRPJMD, SasaranRPJMD, Tujuan, IndikatorTujuan, TargetTujuan)
    ),
    *(
        (m, {})
        for m in (
            RKT,
            BarisRKT,
            IndikatorBarisRKT,
            AnggaranPK,
            KeputusanIKU,
            MengingatIKU,
            ButirIKU,
            BarisIKU,
        )
    ),
    *((m, {}) for m in (RencanaAksi, BarisRencanaAksi, TargetTriwulan, KegiatanRencanaAksi)),
]
