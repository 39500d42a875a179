"""What is measured, followed up and spent in a year, and what a report adds."""

from decimal import Decimal
from typing import Any

from django.db.models import Model

from sakip.models import (
    IKI,
    LHE,
    Anggaran,
    AnggaranLalu,
    BarisPKUnit,
    Belanja,
    BuktiDukung,
    DukunganProgram,
    Kegiatan,
    Keluaran,
    KomentarRealisasi,
    LangkahRencanaAksi,
    LintasSektor,
    PembandingIndikator,
    Penegasan,
    Penetapan,
    PKUnit,
    Prestasi,
    Realisasi,
    RealisasiTujuan,
    RekomendasiLHE,
    SaranaPrasarana,
    SubKegiatan,
    SumberDana,
    SurveiKepuasan,
    TindakLanjut,
    TindakLanjutTujuan,
)
from sakip.records.lhe.models import BOBOT
from tests.constraints import Case, double, empty, fingerprint, tahun, uang
from tests.factory import WHEN_SUBMITTED
from tests.sakip.records.constraint_cases.alike import PECAHAN, TIDAK_TERSEDIA, WITHOUT, nilai

CASE = [
    *nilai(Realisasi),
    *nilai(RealisasiTujuan),
    *nilai(PembandingIndikator),
    double(Realisasi, "triwulan"),
    double(RealisasiTujuan, "tahun"),
    Case(rules="triwulan_wajar", model=Realisasi, violate={"triwulan": 5}),
    double(BuktiDukung, "berkas"),
    *fingerprint(BuktiDukung, "sha256"),
    *empty("isi", KomentarRealisasi),
    *tahun("tahun", KomentarRealisasi, Penegasan, RealisasiTujuan),
    Case(rules="triwulan_wajar", model=KomentarRealisasi, violate={"triwulan": 5}),
    double(PembandingIndikator, "lingkup"),
    double(Penegasan, "tanda"),
    *fingerprint(Penegasan, "tanda"),
    *empty("isi", Penegasan),
    *empty("sumber", SumberDana),
    double(SumberDana, "sumber"),
    *empty("tindakan", TindakLanjut, TindakLanjutTujuan),
    *tahun("tahun", TindakLanjut, TindakLanjutTujuan),
    *(
        Case(rules="batal_beralasan", model=model, violate={"keadaan": "batal"})
        for model in (TindakLanjut, TindakLanjutTujuan)
    ),
    *empty("periode", SurveiKepuasan),
    *empty("nama", Prestasi, SaranaPrasarana),
    *empty("instansi", LintasSektor),
    *empty("peran", LintasSektor),
    *empty("jabatan", PKUnit),
    *empty("kinerja", BarisPKUnit),
    *empty("tugas", IKI),
    *empty("ukuran", BarisPKUnit, IKI),
    *empty("target", BarisPKUnit, IKI),
    *tahun("tahun", PKUnit, BarisPKUnit, IKI),
    Case(
        rules="satu_tanggal", model=PKUnit, violate={"tanggal": "2021-01-04", "tanggal_cetak": "Januari 2021"}
    ),
    double(PKUnit, "unit"),
    double(BarisPKUnit, "ukuran"),
    double(IKI, "ukuran"),
    *tahun("tahun", SurveiKepuasan, Prestasi, LintasSektor, SaranaPrasarana),
    double(SurveiKepuasan, "periode"),
    double(Prestasi, "nama"),
    double(LintasSektor, "instansi"),
    double(SaranaPrasarana, "nama"),
    Case(rules="responden_ada", model=SurveiKepuasan, violate={"responden": 0}),
    Case(
        rules="unsur_ada",
        model=SurveiKepuasan,
        violate={f"u{n}": None for n in range(1, 10)},
    ),
    Case(rules="jumlah_ada", model=SaranaPrasarana, violate={"jumlah": 0}),
    *(
        Case(rules=f"u{n}_wajar", model=SurveiKepuasan, violate={f"u{n}": Decimal("4.01")})
        for n in range(1, 10)
    ),
    *empty("uraian", LangkahRencanaAksi),
    Case(rules="triwulan_wajar", model=LangkahRencanaAksi, violate={"triwulan": 5}),
    double(LHE, "tahun"),
    *empty("rekomendasi", RekomendasiLHE),
    *tahun("tahun", LHE, RekomendasiLHE),
    Case(rules="nilai_wajar", model=LHE, violate={"nilai": Decimal("100.01")}),
    *(
        Case(rules=f"{name}_wajar", model=LHE, violate={name: bobot + Decimal("0.01")})
        for name, bobot in BOBOT.items()
    ),
    Case(rules="selesai_bertindakan", model=RekomendasiLHE, violate={"status": "selesai"}),
    double(Penetapan, "dokumen"),
    Case(rules="terbuka_bertanda", model=Penetapan, violate={"dibuka_pada": WHEN_SUBMITTED}),
    Case(
        rules="kegiatan_berprogram",
        model=Anggaran,
        violate={"program": None, "kegiatan": Kegiatan, "rinci": False},
    ),
    Case(rules="rinci_berprogram", model=Anggaran, violate={"program": None}),
    Case(rules="unit_bersub_kegiatan", model=Anggaran, violate={"unit": "Kelurahan A"}),
    double(Anggaran, "program"),
    Case(rules="kegiatan", model=Anggaran, present={"kegiatan": Kegiatan}, violate={"kegiatan": Kegiatan}),
    Case(
        rules="sub_kegiatan",
        model=Anggaran,
        present={"kegiatan": Kegiatan, "sub_kegiatan": SubKegiatan},
        violate={"kegiatan": Kegiatan, "sub_kegiatan": SubKegiatan},
    ),
    Case(
        rules="tanpa_program",
        model=Anggaran,
        present={"program": None, "rinci": False},
        violate={"program": None, "rinci": False},
    ),
    *uang(Anggaran, "pagu_murni", "pagu_perubahan", "realisasi"),
    *uang(SumberDana, "pagu", "realisasi"),
    *(
        Case(rules="realisasi_sesuai_keadaan", model=Keluaran, violate=violate)
        for violate in (
            {"keadaan": "terisi"},
            {"keadaan": "belum diisi", "realisasi": Decimal(0)},
            {"keadaan": "tidak tersedia", "realisasi_cetak": "12"},
        )
    ),
    double(Belanja, "kode"),
    *uang(Belanja, "pagu", "realisasi"),
    double(AnggaranLalu, "tahun"),
    *uang(AnggaranLalu, "pagu", "realisasi"),
    double(DukunganProgram, "program"),
    *tahun("tahun", Realisasi, PembandingIndikator, Anggaran, Belanja, AnggaranLalu, DukunganProgram),
    *tahun("tahun_nilai", PembandingIndikator),
]

VALID: list[tuple[type[Model], dict[str, Any]]] = [
    (Realisasi, {"angka": Decimal(0), "triwulan": 4}),
    (Realisasi, WITHOUT | PECAHAN),
    (Realisasi, WITHOUT | {"huruf": "BB"}),
    (Realisasi, TIDAK_TERSEDIA),
    (KomentarRealisasi, {}),
    (KomentarRealisasi, {"triwulan": 0}),
    (PembandingIndikator, TIDAK_TERSEDIA | {"lingkup": "nasional"}),
    (Penegasan, {}),
    (SumberDana, {"realisasi": Decimal(0)}),
    (TindakLanjut, {"keadaan": "batal", "hasil": "Loket ditutup."}),
    (TindakLanjutTujuan, {"keadaan": "batal", "hasil": "Loket ditutup."}),
    (LHE, {"nilai": Decimal(100)} | BOBOT),
    (RekomendasiLHE, {"status": "selesai", "tindakan": "Definisi ditetapkan."}),
    (RealisasiTujuan, {}),
    (Anggaran, {"kegiatan": Kegiatan, "sub_kegiatan": SubKegiatan, "realisasi": Decimal(0)}),
    (Anggaran, {"kegiatan": Kegiatan, "sub_kegiatan": SubKegiatan, "unit": "Kelurahan A"}),
    (Anggaran, {"program": None, "rinci": False, "pagu_murni": Decimal("9999999999999.99")}),
    (Keluaran, {"keadaan": "terisi", "realisasi_cetak": "Terwujud"}),
    (Keluaran, {"keadaan": "tidak tersedia"}),
    (SurveiKepuasan, dict.fromkeys((f"u{n}" for n in range(1, 10)), None) | {"unsur_lain": "Keamanan: 3"}),
    *(
        (m, {})
        for m in (
            BuktiDukung,
            Belanja,
            AnggaranLalu,
            DukunganProgram,
            SurveiKepuasan,
            Prestasi,
            LintasSektor,
            PKUnit,
            BarisPKUnit,
            IKI,
            SaranaPrasarana,
        )
    ),
]
