"""The performance domain: every constraint from both sides, and the row sets by year."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import Model, ProtectedError

from sakip.models import (
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
    MengingatIKU,
    MisiRPJMD,
    PembandingIndikator,
    PeriodeRPJMD,
    PerjanjianKinerja,
    Program,
    Realisasi,
    RencanaAksi,
    Renstra,
    Sasaran,
    SasaranRKT,
    SasaranRPJMD,
    Skala,
    SubKegiatan,
    TargetRenstra,
    TargetTriwulan,
    TargetTujuan,
    Tujuan,
    TujuanRPJMD,
    VersiNomenklatur,
)
from tests.constraints import (
    Kasus,
    check_all_have_cases,
    check_database,
    check_full_clean,
    check_name_and_message,
    check_valid,
    ganda,
    kosong,
    sidik,
    tahun,
    uang,
)
from tests.factory import bangun, make, make_pk, make_realisasi, make_renstra, satu

pytestmark = pytest.mark.django_db

ANGKA = {"angka": Decimal(80)}
TANPA = {"angka": None}
RENTANG = {"bawah": Decimal(80), "atas": Decimal(90)}
PECAHAN = {"pembilang": Decimal(60), "penyebut": Decimal(90)}
TIDAK_TERSEDIA = {"keadaan": "tidak tersedia", "angka": None, "alasan": "Survei tidak dilaksanakan."}


def target(model: type[Model]) -> Iterator[Kasus]:
    """A target given in more than one way, half a range, and a range upside down."""
    for langgar in (
        ANGKA | {"huruf": "B"},
        ANGKA | RENTANG,
        TANPA | {"huruf": "B"} | RENTANG,
        TANPA | {"bawah": Decimal(80)},
        TANPA | {"atas": Decimal(80)},
    ):
        yield Kasus(aturan="satu_target", model=model, langgar=langgar)
    terbalik = TANPA | {"bawah": Decimal(90), "atas": Decimal(80)}
    yield Kasus(aturan="rentang_urut", model=model, langgar=terbalik)


def nilai(model: type[Model]) -> Iterator[Kasus]:
    """A value that contradicts its keadaan, or is given in more than one way."""
    for langgar in (
        TANPA,
        ANGKA | {"huruf": "B"},
        ANGKA | PECAHAN,
        TANPA | {"huruf": "B"} | PECAHAN,
        TANPA | {"pembilang": Decimal(60)},
        ANGKA | {"alasan": "Survei tidak dilaksanakan."},
        TIDAK_TERSEDIA | {"alasan": ""},
        TIDAK_TERSEDIA | ANGKA,
        TIDAK_TERSEDIA | {"huruf": "B"},
        TIDAK_TERSEDIA | PECAHAN,
    ):
        yield Kasus(aturan="nilai_sesuai_keadaan", model=model, langgar=langgar)
    yield Kasus(
        aturan="penyebut_positif",
        model=model,
        langgar=TANPA | {"pembilang": Decimal(0), "penyebut": Decimal(0)},
    )


def jenjang(model: type[Model]) -> Iterator[Kasus]:
    """A sub kegiatan that hangs in the air."""
    yield Kasus(
        aturan="sub_kegiatan_berkegiatan",
        model=model,
        langgar={"sub_kegiatan": SubKegiatan, "kegiatan": None},
    )


def urut_tahun(model: type[Model]) -> Kasus:
    """A period that ends before it begins."""
    return Kasus(aturan="tahun_urut", model=model, langgar={"tahun_awal": 2021, "tahun_akhir": 2020})


TANGGAL_GANDA = {"tanggal": "2021-01-04", "tanggal_cetak": "Januari 2021"}
BERTANGGAL = (RKT, PerjanjianKinerja, KeputusanIKU, RencanaAksi)

KASUS = [
    # skala, kebijakan, nomenklatur
    ganda(Skala, "kode"),
    *kosong("dasar", Skala),
    ganda(KategoriSkala, "kode", batas=Decimal(0)),
    ganda(KategoriSkala, "batas", kode="B"),
    Kasus(
        aturan="satu_terendah", model=KategoriSkala, ada={"batas": None}, langgar={"kode": "D", "batas": None}
    ),
    Kasus(aturan="tertutup_berbatas", model=KategoriSkala, langgar={"batas": None, "tertutup": True}),
    ganda(KebijakanPengukuran, "tahun"),
    *(
        Kasus(
            aturan="batas_urut",
            model=KebijakanPengukuran,
            langgar={"batas_bawah": Decimal(bawah), "batas_atas": Decimal(100)},
        )
        for bawah in (100, 101)
    ),
    Kasus(aturan="desimal_wajar", model=KebijakanPengukuran, langgar={"desimal": 5}),
    ganda(VersiNomenklatur, "kode"),
    urut_tahun(VersiNomenklatur),
    ganda(Program, "kode"),
    ganda(Kegiatan, "kode"),
    ganda(SubKegiatan, "kode"),
    # rpjmd, renstra, indikator
    ganda(PeriodeRPJMD, "tahun_awal"),
    urut_tahun(PeriodeRPJMD),
    ganda(MisiRPJMD, "nomor"),
    *kosong("uraian", MisiRPJMD, TujuanRPJMD, SasaranRPJMD, Tujuan, Sasaran),
    ganda(Renstra, "versi"),
    urut_tahun(Renstra),
    Kasus(aturan="misi_berperiode", model=Renstra, langgar={"misi_diacu": MisiRPJMD}),
    ganda(Tujuan, "kunci"),
    *kosong("nama", IndikatorTujuan, Indikator, AnggaranPK),
    *(k for m in (TargetTujuan, TargetRenstra, SasaranRKT, BarisPK, TargetTriwulan) for k in target(m)),
    *(
        Kasus(aturan="satu_target", model=m, langgar=TANPA)
        for m in (TargetTujuan, TargetRenstra, BarisPK, TargetTriwulan)
    ),
    ganda(TargetTujuan, "tahun"),
    ganda(Sasaran, "kunci"),
    *(
        Kasus(aturan="bobot_wajar", model=m, langgar={"bobot": Decimal(bobot)})
        for m in (Sasaran, Indikator)
        for bobot in ("0", "100.01")
    ),
    ganda(Indikator, "kunci"),
    *(
        Kasus(
            aturan="rumus_sesuai_jenis",
            model=Indikator,
            langgar={"jenis_nilai": jenis, "rumus": rumus} | lain,
        )
        for jenis, rumus, lain in (
            ("angka", "predikat", {"skala": Skala}),
            ("angka", "rentang", {}),
            ("huruf", "positif", {"skala": Skala}),
            ("huruf", "predikat", {"skala": None}),
            ("rentang", "negatif", {}),
        )
    ),
    Kasus(aturan="desimal_wajar", model=Indikator, langgar={"desimal": 5}),
    *(
        Kasus(aturan="pengali_positif", model=Indikator, langgar={"pengali": Decimal(pengali)})
        for pengali in ("0", "-100")
    ),
    Kasus(
        aturan="irama_dikenal",
        model=Indikator,
        langgar={"irama": "13"},
        pesan="Nilai '13' bukan pilihan yang valid.",  # the column's choices speak first
    ),
    *(
        Kasus(aturan="pecahan_utuh", model=m, langgar={kolom: "Jumlah desa yang hadir"})
        for m in (Indikator, BarisIKU)
        for kolom in ("pembilang", "penyebut")
    ),
    ganda(TargetRenstra, "tahun"),
    # dokumen tahun
    *(Kasus(aturan="satu_tanggal", model=m, langgar=TANGGAL_GANDA) for m in BERTANGGAL),
    *(ganda(m, "tahun") for m in (RKT, KeputusanIKU, RencanaAksi)),
    *kosong("sasaran", SasaranRKT, BarisPK, BarisIKU, BarisRencanaAksi),
    *kosong("indikator", SasaranRKT, BarisPK, BarisIKU, BarisRencanaAksi),
    *(k for m in (BarisRKT, KegiatanRencanaAksi, Anggaran) for k in jenjang(m)),
    *uang(BarisRKT, "anggaran"),
    *kosong("uraian", IndikatorBarisRKT, ButirIKU, Keluaran),
    ganda(PerjanjianKinerja, "versi"),
    *(
        Kasus(aturan="versi_sesuai_jenis", model=PerjanjianKinerja, langgar=langgar)
        for langgar in (
            {"jenis": "murni", "versi": 1},
            {"jenis": "murni", "alasan": "a"},
            {"jenis": "perubahan", "versi": 0},
        )
    ),
    ganda(BarisPK, "indikator"),
    *uang(AnggaranPK, "anggaran"),
    ganda(MengingatIKU, "peraturan"),
    ganda(TargetTriwulan, "triwulan"),
    *(Kasus(aturan="triwulan_wajar", model=TargetTriwulan, langgar={"triwulan": t}) for t in (0, 5)),
    # pengukuran
    *nilai(Realisasi),
    *nilai(PembandingIndikator),
    ganda(Realisasi, "triwulan"),
    Kasus(aturan="triwulan_wajar", model=Realisasi, langgar={"triwulan": 5}),
    ganda(BuktiDukung, "berkas"),
    *sidik(BuktiDukung, "sha256"),
    *kosong("isi", KomentarRealisasi),
    *tahun("tahun", KomentarRealisasi),
    Kasus(aturan="triwulan_wajar", model=KomentarRealisasi, langgar={"triwulan": 5}),
    ganda(PembandingIndikator, "lingkup"),
    # anggaran
    Kasus(
        aturan="kegiatan_berprogram",
        model=Anggaran,
        langgar={"program": None, "kegiatan": Kegiatan, "rinci": False},
    ),
    Kasus(aturan="rinci_berprogram", model=Anggaran, langgar={"program": None}),
    Kasus(aturan="unit_bersub_kegiatan", model=Anggaran, langgar={"unit": "Kelurahan A"}),
    ganda(Anggaran, "program"),
    Kasus(aturan="kegiatan", model=Anggaran, ada={"kegiatan": Kegiatan}, langgar={"kegiatan": Kegiatan}),
    Kasus(
        aturan="sub_kegiatan",
        model=Anggaran,
        ada={"kegiatan": Kegiatan, "sub_kegiatan": SubKegiatan},
        langgar={"kegiatan": Kegiatan, "sub_kegiatan": SubKegiatan},
    ),
    Kasus(
        aturan="tanpa_program",
        model=Anggaran,
        ada={"program": None, "rinci": False},
        langgar={"program": None, "rinci": False},
    ),
    *uang(Anggaran, "pagu_murni", "pagu_perubahan", "realisasi"),
    *(
        Kasus(aturan="realisasi_sesuai_keadaan", model=Keluaran, langgar=langgar)
        for langgar in (
            {"keadaan": "terisi"},
            {"keadaan": "belum diisi", "realisasi": Decimal(0)},
            {"keadaan": "tidak tersedia", "realisasi_cetak": "12"},
        )
    ),
    ganda(Belanja, "kode"),
    *uang(Belanja, "pagu", "realisasi"),
    ganda(AnggaranLalu, "tahun"),
    *uang(AnggaranLalu, "pagu", "realisasi"),
    ganda(DukunganProgram, "program"),
    *tahun("tahun", KebijakanPengukuran, TargetTujuan, TargetRenstra, RKT, PerjanjianKinerja, KeputusanIKU),
    *tahun(
        "tahun", RencanaAksi, Realisasi, PembandingIndikator, Anggaran, Belanja, AnggaranLalu, DukunganProgram
    ),
    *tahun("tahun_nilai", PembandingIndikator),
    *(
        Kasus(aturan="tahun_awal_wajar", model=m, langgar={"tahun_awal": 1999, "tahun_akhir": 2004})
        for m in (VersiNomenklatur, PeriodeRPJMD, Renstra)
    ),
    *(
        Kasus(aturan="tahun_akhir_wajar", model=m, langgar={"tahun_awal": 2099, "tahun_akhir": 2101})
        for m in (PeriodeRPJMD, Renstra)
    ),
]

SAH: list[tuple[type[Model], dict[str, Any]]] = [
    (KategoriSkala, {"batas": None}),
    (KebijakanPengukuran, {"batas_bawah": Decimal(0), "batas_atas": Decimal(100)}),
    (KebijakanPengukuran, {"batas_atas": Decimal(120)}),
    (VersiNomenklatur, {"tahun_akhir": 2021}),
    (Renstra, {"versi": 1, "tahun_akhir": 2021, "periode_rpjmd": PeriodeRPJMD, "misi_diacu": MisiRPJMD}),
    (TargetRenstra, TANPA | {"huruf": "B", "cetak": "B (80)"}),
    (TargetRenstra, TANPA | RENTANG),
    (TargetRenstra, TANPA | {"bawah": Decimal(80), "atas": Decimal(80)}),
    (TargetRenstra, {"angka": Decimal(0)}),
    (SasaranRKT, TANPA),
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
    (Realisasi, TANPA | PECAHAN),
    (Realisasi, TANPA | {"huruf": "BB"}),
    (Realisasi, TIDAK_TERSEDIA),
    (KomentarRealisasi, {}),
    (KomentarRealisasi, {"triwulan": 0}),
    (PembandingIndikator, TIDAK_TERSEDIA | {"lingkup": "nasional"}),
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
]


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: kasus.nama)
def test_full_clean_says_what_to_do(kasus: Kasus) -> None:
    check_full_clean(kasus)


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: kasus.nama)
def test_the_database_refuses(kasus: Kasus) -> None:
    check_database(kasus)


@pytest.mark.parametrize(("model", "change"), SAH)
def test_a_valid_row_passes_both(model: type[Model], change: dict[str, Any]) -> None:
    check_valid(model, change)


def test_every_constraint_has_a_case() -> None:
    check_all_have_cases("sakip", KASUS)


def test_names_and_messages() -> None:
    check_name_and_message("sakip")


def test_the_same_budget_row_may_stand_at_every_depth() -> None:
    kegiatan, sub = satu(Kegiatan), satu(SubKegiatan)
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
    lama = make_renstra(tahun_awal=2016, tahun_akhir=2021)
    baru, perubahan = make_renstra(), make_renstra(versi=1)
    assert list(Renstra.objects.for_tahun(2015)) == []
    assert list(Renstra.objects.for_tahun(2016)) == [lama]
    assert list(Renstra.objects.for_tahun(2021)) == [lama, baru, perubahan]
    assert list(Renstra.objects.for_tahun(2026)) == [baru, perubahan]


def test_nomenklatur_of_a_year() -> None:
    for kode, awal, akhir in (("pra-2021", 2006, 2020), ("2021", 2021, 2023), ("2023", 2024, None)):
        make(VersiNomenklatur, kode=kode, tahun_awal=awal, tahun_akhir=akhir)
    for tahun_anggaran, kode in (
        (2020, "pra-2021"),
        (2021, "2021"),
        (2023, "2021"),
        (2024, "2023"),
        (2030, "2023"),
    ):
        assert VersiNomenklatur.objects.for_tahun(tahun_anggaran).get().kode == kode


def test_pk_murni_comes_before_its_perubahan() -> None:
    kedua, murni, pertama = make_pk(versi=2), make_pk(), make_pk(versi=1)
    assert list(PerjanjianKinerja.objects.all()) == [murni, pertama, kedua]
    assert [str(pk) for pk in (murni, pertama)] == [
        "PK Kecamatan Balung Tahun 2021",
        "PK Perubahan 1 Kecamatan Balung Tahun 2021",
    ]


def test_a_measured_indikator_cannot_be_deleted_with_its_plan() -> None:
    realisasi = make_realisasi()
    with pytest.raises(ProtectedError):
        realisasi.indikator.renstra.delete()
    assert Realisasi.objects.get() == realisasi


def test_codes_of_our_own_are_never_printed() -> None:
    assert str(bangun(Program, kode="lama.01", nama="Program Lama", tanpa_kode=True)) == "Program Lama"
    assert str(bangun(Program, nama="Program Baru")) == "7.01.02 Program Baru"
