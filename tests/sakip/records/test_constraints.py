"""The performance domain: every constraint from both sides, and the row sets by year."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import Model, ProtectedError

from kecamatan.models import Kabupaten
from sakip.models import (
    LHE,
    RKT,
    Anggaran,
    AnggaranLalu,
    AnggaranPK,
    BarisIKU,
    BarisPK,
    BarisRencanaAksi,
    BarisRKT,
    Belanja,
    BuktiDukung,
    ButirIKU,
    DukunganProgram,
    HariLibur,
    Indikator,
    IndikatorBarisRKT,
    IndikatorTujuan,
    KategoriSkala,
    KebijakanPengukuran,
    Kegiatan,
    KegiatanRencanaAksi,
    Keluaran,
    KeputusanIKU,
    KomentarRealisasi,
    LangkahRencanaAksi,
    LintasSektor,
    MengingatIKU,
    MisiRPJMD,
    PembandingIndikator,
    Penegasan,
    Penetapan,
    PeriodeRPJMD,
    PerjanjianKinerja,
    Prestasi,
    Program,
    Realisasi,
    RealisasiTujuan,
    RekomendasiLHE,
    RencanaAksi,
    Renstra,
    RenstraBerlaku,
    SaranaPrasarana,
    Sasaran,
    SasaranRKT,
    SasaranRPJMD,
    Skala,
    SubKegiatan,
    SumberDana,
    SurveiKepuasan,
    TargetRenstra,
    TargetTriwulan,
    TargetTujuan,
    TataLetakSipd,
    TautanTemplatIKU,
    TemplatIKU,
    TindakLanjut,
    TindakLanjutTujuan,
    Tujuan,
    TujuanRPJMD,
    VersiNomenklatur,
)
from sakip.records.lhe.models import BOBOT
from tests.constraints import (
    Case,
    check_all_have_cases,
    check_database,
    check_full_clean,
    check_name_and_message,
    check_valid,
    double,
    empty,
    fingerprint,
    tahun,
    uang,
)
from tests.factory import WHEN_SUBMITTED, build, make, make_pk, make_realisasi, make_renstra, one

pytestmark = pytest.mark.django_db

ANGKA = {"angka": Decimal(80)}
WITHOUT = {"angka": None}
RENTANG = {"bawah": Decimal(80), "atas": Decimal(90)}
PECAHAN = {"pembilang": Decimal(60), "penyebut": Decimal(90)}
TIDAK_TERSEDIA = {"keadaan": "tidak tersedia", "angka": None, "alasan": "Survei tidak dilaksanakan."}


def target(model: type[Model]) -> Iterator[Case]:
    """A target given in more than one way, half a range, and a range upside down."""
    for violate in (
        ANGKA | {"huruf": "B"},
        ANGKA | RENTANG,
        WITHOUT | {"huruf": "B"} | RENTANG,
        WITHOUT | {"bawah": Decimal(80)},
        WITHOUT | {"atas": Decimal(80)},
    ):
        yield Case(rules="satu_target", model=model, violate=violate)
    upside_down = WITHOUT | {"bawah": Decimal(90), "atas": Decimal(80)}
    yield Case(rules="rentang_urut", model=model, violate=upside_down)


def nilai(model: type[Model]) -> Iterator[Case]:
    """A value that contradicts its keadaan, or is given in more than one way."""
    for violate in (
        WITHOUT,
        ANGKA | {"huruf": "B"},
        ANGKA | PECAHAN,
        WITHOUT | {"huruf": "B"} | PECAHAN,
        WITHOUT | {"pembilang": Decimal(60)},
        ANGKA | {"alasan": "Survei tidak dilaksanakan."},
        TIDAK_TERSEDIA | {"alasan": ""},
        TIDAK_TERSEDIA | ANGKA,
        TIDAK_TERSEDIA | {"huruf": "B"},
        TIDAK_TERSEDIA | PECAHAN,
    ):
        yield Case(rules="nilai_sesuai_keadaan", model=model, violate=violate)
    yield Case(
        rules="penyebut_positif",
        model=model,
        violate=WITHOUT | {"pembilang": Decimal(0), "penyebut": Decimal(0)},
    )


def jenjang(model: type[Model]) -> Iterator[Case]:
    """A sub kegiatan that hangs in the air."""
    yield Case(
        rules="sub_kegiatan_berkegiatan",
        model=model,
        violate={"sub_kegiatan": SubKegiatan, "kegiatan": None},
    )


def tahun_order(model: type[Model]) -> Case:
    """A period that ends before it begins."""
    return Case(rules="tahun_urut", model=model, violate={"tahun_awal": 2021, "tahun_akhir": 2020})


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


DOUBLE_TANGGAL = {"tanggal": "2021-01-04", "tanggal_cetak": "Januari 2021"}
DATED = (RKT, PerjanjianKinerja, KeputusanIKU, RencanaAksi)

CASE = [
    # skala, kebijakan, nomenklatur
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
    # rpjmd, renstra, indikator
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
    # dokumen tahun
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
    # pengukuran
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
    # tambahan laporan
    *empty("periode", SurveiKepuasan),
    *empty("nama", Prestasi, SaranaPrasarana),
    *empty("instansi", LintasSektor),
    *empty("peran", LintasSektor),
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
    # anggaran
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
    *tahun("tahun", KebijakanPengukuran, TargetTujuan, TargetRenstra, RKT, PerjanjianKinerja, KeputusanIKU),
    *tahun(
        "tahun",
        *(RencanaAksi, Realisasi, PembandingIndikator, Anggaran, Belanja, AnggaranLalu, DukunganProgram),
        RenstraBerlaku,
    ),
    *tahun("tahun_nilai", PembandingIndikator),
    *(
        Case(rules="tahun_awal_wajar", model=m, violate={"tahun_awal": 1999, "tahun_akhir": 2004})
        for m in (VersiNomenklatur, PeriodeRPJMD, Renstra)
    ),
    *(
        Case(rules="tahun_akhir_wajar", model=m, violate={"tahun_awal": 2099, "tahun_akhir": 2101})
        for m in (PeriodeRPJMD, Renstra)
    ),
]

VALID: list[tuple[type[Model], dict[str, Any]]] = [
    (KategoriSkala, {"batas": None}),
    (Skala, OWN_SCALE),
    (KebijakanPengukuran, {"batas_bawah": Decimal(0), "batas_atas": Decimal(100)}),
    (KebijakanPengukuran, {"batas_atas": Decimal(120)}),
    (VersiNomenklatur, {"tahun_akhir": 2021}),
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
    (LangkahRencanaAksi, {"triwulan": 4}),
    (LHE, {"nilai": Decimal(100)} | BOBOT),
    (RekomendasiLHE, {"status": "selesai", "tindakan": "Definisi ditetapkan."}),
    (RealisasiTujuan, {}),
    (Anggaran, {"kegiatan": Kegiatan, "sub_kegiatan": SubKegiatan, "realisasi": Decimal(0)}),
    (Anggaran, {"kegiatan": Kegiatan, "sub_kegiatan": SubKegiatan, "unit": "Kelurahan A"}),
    (Anggaran, {"program": None, "rinci": False, "pagu_murni": Decimal("9999999999999.99")}),
    (Keluaran, {"keadaan": "terisi", "realisasi_cetak": "Terwujud"}),
    (Keluaran, {"keadaan": "tidak tersedia"}),
    *(
        (m, {})
        for m in (Skala, Program, Kegiatan, SubKegiatan, PeriodeRPJMD, MisiRPJMD, TujuanRPJMD, SasaranRPJMD)
    ),
    *((m, {}) for m in (Tujuan, IndikatorTujuan, TargetTujuan, RKT, BarisRKT, IndikatorBarisRKT, AnggaranPK)),
    *((m, {}) for m in (KeputusanIKU, MengingatIKU, ButirIKU, BarisIKU, RencanaAksi, BarisRencanaAksi)),
    *(
        (m, {})
        for m in (TargetTriwulan, KegiatanRencanaAksi, BuktiDukung, Belanja, AnggaranLalu, DukunganProgram)
    ),
    *((m, {}) for m in (SurveiKepuasan, Prestasi, LintasSektor, SaranaPrasarana)),
    (SurveiKepuasan, dict.fromkeys((f"u{n}" for n in range(1, 10)), None) | {"unsur_lain": "Keamanan: 3"}),
]


@pytest.mark.one_engine
@pytest.mark.parametrize("case", CASE, ids=lambda case: case.nama)
def test_full_clean_says_what_to_do(case: Case) -> None:
    check_full_clean(case)


@pytest.mark.parametrize("case", CASE, ids=lambda case: case.nama)
def test_the_database_refuses(case: Case) -> None:
    check_database(case)


@pytest.mark.parametrize(("model", "change"), VALID)
def test_a_valid_row_passes_both(model: type[Model], change: dict[str, Any]) -> None:
    check_valid(model, change)


def test_every_constraint_has_a_case() -> None:
    check_all_have_cases("sakip", CASE)


def test_names_and_messages() -> None:
    check_name_and_message("sakip")


def test_the_same_budget_row_may_stand_at_every_depth() -> None:
    kegiatan, sub = one(Kegiatan), one(SubKegiatan)
    make(Anggaran, rinci=False)
    make(Anggaran, kegiatan=kegiatan, rinci=False)
    make(Anggaran, kegiatan=kegiatan, sub_kegiatan=sub)
    make(Anggaran, program=None, rinci=False)
    assert Anggaran.objects.count() == 4


def test_amounts_come_back_exactly() -> None:
    for tahun_ke, pagu in ((2020, "9999999999999.99"), (2021, "4852505618.00"), (2022, "0.01")):
        make(AnggaranLalu, tahun=tahun_ke, pagu=Decimal(pagu))
        assert AnggaranLalu.objects.get(tahun=tahun_ke).pagu == Decimal(pagu)


def test_unknown_is_not_zero() -> None:
    make(AnggaranLalu)
    assert AnggaranLalu.objects.get().pagu is None


def test_categories_come_highest_first_and_the_unbounded_last() -> None:
    for kode, batas in (("D", None), ("B", Decimal("76.60")), ("A", Decimal("88.30")), ("C", Decimal(65))):
        make(KategoriSkala, kode=kode, batas=batas)
    assert [k.kode for k in KategoriSkala.objects.all()] == ["A", "B", "C", "D"]


def test_renstra_of_a_year() -> None:
    old = make_renstra(tahun_awal=2016, tahun_akhir=2021)
    new, perubahan = make_renstra(), make_renstra(versi=1)
    assert list(Renstra.objects.for_tahun(2015)) == []
    assert list(Renstra.objects.for_tahun(2016)) == [old]
    assert list(Renstra.objects.for_tahun(2021)) == [old, new, perubahan]
    assert list(Renstra.objects.for_tahun(2026)) == [new, perubahan]


def test_nomenklatur_of_a_year() -> None:
    for kode, start, end in (("pra-2021", 2006, 2020), ("2021", 2021, 2023), ("2023", 2024, None)):
        make(VersiNomenklatur, kode=kode, tahun_awal=start, tahun_akhir=end)
    for tahun_anggaran, kode in (
        (2020, "pra-2021"),
        (2021, "2021"),
        (2023, "2021"),
        (2024, "2023"),
        (2030, "2023"),
    ):
        assert VersiNomenklatur.objects.for_tahun(tahun_anggaran).get().kode == kode


def test_pk_murni_comes_before_its_perubahan() -> None:
    second, murni, first = make_pk(versi=2), make_pk(), make_pk(versi=1)
    assert list(PerjanjianKinerja.objects.all()) == [murni, first, second]
    assert [str(pk) for pk in (murni, first)] == [
        "PK Kecamatan Balung Tahun 2021",
        "PK Perubahan 1 Kecamatan Balung Tahun 2021",
    ]


def test_a_measured_indikator_cannot_be_deleted_with_its_plan() -> None:
    realisasi = make_realisasi()
    with pytest.raises(ProtectedError):
        realisasi.indikator.renstra.delete()
    assert Realisasi.objects.get() == realisasi


def test_codes_of_our_own_are_never_printed() -> None:
    assert str(build(Program, kode="lama.01", nama="Program Lama", tanpa_kode=True)) == "Program Lama"
    assert str(build(Program, nama="Program Baru")) == "7.01.02 Program Baru"
