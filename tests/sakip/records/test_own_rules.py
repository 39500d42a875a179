"""What the rules of the smaller records say of one row, each at both sides of where it begins to speak."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from typing import Final

from django.db.models import Model

from kecamatan.models import (
    DasarHukumProfil,
    Kabupaten,
    Kecamatan,
    Peraturan,
    ProfilKecamatan,
    UnitKerja,
)
from sakip.entry.judge import judge
from sakip.models import (
    IKI,
    LHE,
    BarisPKUnit,
    KebijakanPengukuran,
    KeputusanIKU,
    MengingatIKU,
    PeriodeRPJMD,
    PKUnit,
    Prestasi,
    SaranaPrasarana,
    Skala,
    SurveiKepuasan,
    TemplatIKU,
    TindakLanjut,
    TindakLanjutTujuan,
)
from tests.table_tests import each_row

JEMBER: Final = Kabupaten(pk=1, kode="35.09", nama="Jember")
LUMAJANG: Final = Kabupaten(pk=2, kode="35.08", nama="Lumajang")
BALUNG: Final = Kecamatan(pk=1, kabupaten=JEMBER, kode="35.09.10", nama="Balung")
CAMAT: Final = UnitKerja(pk=1, nama="Camat", jenis=UnitKerja.Jenis.CAMAT)
SEKSI: Final = UnitKerja(pk=2, nama="Seksi Pemerintahan", jenis=UnitKerja.Jenis.SEKSI)

Said = list[tuple[str, str]]


def said(row: Model) -> Said:
    return [(problem.column, problem.message) for problem in judge(row)]


# -- what is a kabupaten's own is cited and measured by nowhere else ---------------------------------


def policy(kabupaten: Kabupaten | None) -> KebijakanPengukuran:
    return KebijakanPengukuran(kabupaten=JEMBER, skala=Skala(pk=1, kode="s", kabupaten=kabupaten))


def cited(kabupaten: Kabupaten | None) -> Peraturan:
    return Peraturan(pk=1, kabupaten=kabupaten, sebutan="Peraturan Bupati Nomor 1 Tahun 2020")


def in_profile(law: Peraturan | None) -> DasarHukumProfil:
    return DasarHukumProfil(profil=ProfilKecamatan(kecamatan=BALUNG), peraturan=law)


def in_decree(law: Peraturan | None) -> MengingatIKU:
    return MengingatIKU(keputusan=KeputusanIKU(kecamatan=BALUNG), peraturan=law)


OTHER_LAW: Final = [("peraturan", "Peraturan ini milik Kabupaten Lumajang. Pilih peraturan lain.")]


@each_row(
    ("row", "expected"),
    [
        (KebijakanPengukuran(kabupaten=JEMBER), []),
        (policy(None), []),
        (policy(JEMBER), []),
        (policy(LUMAJANG), [("skala", "Skala ini milik Kabupaten Lumajang. Pilih skala lain.")]),
        (in_profile(None), []),
        (in_profile(cited(None)), []),
        (in_profile(cited(JEMBER)), []),
        (in_profile(cited(LUMAJANG)), OTHER_LAW),
        (in_decree(None), []),
        (in_decree(cited(None)), []),
        (in_decree(cited(JEMBER)), []),
        (in_decree(cited(LUMAJANG)), OTHER_LAW),
    ],
)
def test_what_belongs_to_another_kabupaten_is_not_chosen(row: Model, expected: Said) -> None:
    assert said(row) == expected


# -- regulations -------------------------------------------------------------------------------------

PERDA: Final = Peraturan(pk=2, sebutan="Peraturan Daerah Nomor 6 tentang Perangkat Daerah")


def revoked(by: dict[str, int | None], **columns: int | None) -> Peraturan:
    return Peraturan(pk=1, dicabut_oleh=Peraturan(pk=2, sebutan=PERDA.sebutan, **by), **columns)


@each_row(
    ("row", "expected", "last"),
    [
        (Peraturan(tahun=2020), [], None),
        (Peraturan(berlaku_mulai=2019), [], None),
        (Peraturan(tahun=2020, berlaku_mulai=2020), [], None),
        (
            Peraturan(tahun=2020, berlaku_mulai=2019),
            [("berlaku_mulai", "Isi 2020 atau sesudahnya: peraturan ini tahun 2020.")],
            None,
        ),
        (revoked({"tahun": 2021}, tahun=2021), [], 2021),
        (
            revoked({"tahun": 2020}, tahun=2021),
            [
                (
                    "dicabut_oleh",
                    "Peraturan Daerah Nomor 6 lebih dahulu daripada peraturan ini. Pilih yang sesudahnya.",
                )
            ],
            None,
        ),
        (revoked({"tahun": None}, tahun=2021), [], None),
        (revoked({"tahun": 2021}, tahun=None), [], 2021),
        # It holds until the other comes into force, which may be later than its own year.
        (revoked({"tahun": 2021, "berlaku_mulai": 2022}, tahun=2015), [], 2022),
        (revoked({"tahun": 2021}, tahun=2015, berlaku_sampai=2021), [], 2021),
        (
            revoked({"tahun": 2021}, tahun=2015, berlaku_sampai=2022),
            [
                (
                    "berlaku_sampai",
                    "Isi 2021 atau sebelumnya: Peraturan Daerah Nomor 6 yang mencabutnya berlaku mulai 2021.",
                )
            ],
            2022,
        ),
        (
            Peraturan(pk=2, tahun=2021, dicabut_oleh=PERDA),
            [("dicabut_oleh", "Pilih peraturan lain: peraturan tidak mencabut dirinya sendiri.")],
            None,
        ),
    ],
)
def test_a_regulation_holds_from_its_year_until_another_revokes_it(
    row: Peraturan, expected: Said, last: int | None
) -> None:
    assert said(row) == expected
    assert row.berlaku_sampai == last


# -- days --------------------------------------------------------------------------------------------

OUTSIDE: Final = "{} di luar masa 2021–2026. Isi tanggal dalam masa itu."


def test_a_plan_takes_effect_in_its_period_or_the_year_before() -> None:
    def on(day: date | None, first: int | None = 2021, last: int | None = 2026) -> Said:
        row = PeriodeRPJMD(berlaku_sejak=day)
        vars(row).update(tahun_awal=first, tahun_akhir=last)  # a year that could not be read is none
        return said(row)

    assert on(date(2020, 1, 1)) == on(date(2026, 12, 31)) == on(None) == []
    assert on(date(2019, 12, 31), first=None) == on(date(2027, 1, 1), last=None) == []
    assert on(date(2019, 12, 31)) == [("berlaku_sejak", OUTSIDE.format("31 Desember 2019"))]
    assert on(date(2027, 1, 1)) == [("berlaku_sejak", OUTSIDE.format("1 Januari 2027"))]


@each_row("model", [TindakLanjut, TindakLanjutTujuan], ids=lambda model: model.__name__)
def test_a_follow_up_is_due_in_the_year_that_missed_the_target_or_later(model: type[Model]) -> None:
    assert said(model(tahun=2023)) == said(model(batas_waktu=date(2023, 1, 1))) == []
    assert said(model(tahun=2023, batas_waktu=date(2023, 1, 1))) == []
    assert said(model(tahun=2023, batas_waktu=date(2022, 12, 31))) == [
        (
            "batas_waktu",
            "31 Desember 2022 mendahului tahun 2023, yang targetnya ditindaklanjuti. Isi tanggal dalam tahun 2023 atau"
            " sesudahnya.",
        )
    ]


def test_a_prestasi_is_of_its_year_and_an_honour_is_given_by_somebody() -> None:
    kinds = Prestasi.Jenis
    assert said(Prestasi(jenis=kinds.INOVASI, tahun=2023)) == []
    assert said(Prestasi(jenis=kinds.INOVASI, tanggal=date(2023, 5, 2))) == []
    assert (
        said(Prestasi(jenis=kinds.PENGHARGAAN, pemberi="Bupati", tahun=2023, tanggal=date(2023, 1, 1))) == []
    )
    assert said(Prestasi(jenis=kinds.PENGHARGAAN, tahun=2023, tanggal=date(2022, 12, 31))) == [
        (
            "tanggal",
            "31 Desember 2022 bukan tanggal dalam tahun 2023. Isi tanggal dalam tahun 2023, atau catat pada tahun"
            " 2022.",
        ),
        ("pemberi", "Isi siapa yang memberikan penghargaan ini dan pada tingkat apa."),
    ]


# -- amounts -----------------------------------------------------------------------------------------

MORE: Final = (
    "Jumlah 10, sedangkan yang baik, rusak ringan, dan rusak berat bersama-sama {}."
    " Perbaiki jumlah atau keadaannya."
)


@each_row(
    ("counted", "together"),
    [
        ((None, None, None), ""),
        ((10, None, None), ""),
        ((8, None, None), ""),  # what is not counted may be the rest
        ((8, 1, 1), ""),
        ((11, None, None), "11"),
        ((8, 1, 0), "9"),
        ((8, 2, 1), "11"),
    ],
)
def test_conditions_are_together_as_many_as_there_are(
    counted: tuple[int | None, int | None, int | None], together: str
) -> None:
    good, light, heavy = counted
    row = SaranaPrasarana(jumlah=10, baik=good, rusak_ringan=light, rusak_berat=heavy)
    assert said(row) == ([("jumlah", MORE.format(together))] if together else [])
    assert said(SaranaPrasarana(baik=good, rusak_ringan=light, rusak_berat=heavy)) == []


def test_four_components_are_the_value_but_for_what_rounding_makes() -> None:
    def valued(value: str, last: str | None) -> Said:
        # More than a hundred, of which no predikat is read: the components alone are judged.
        parts = {"perencanaan": D(30), "pengukuran": D(30), "pelaporan": D(15)}
        return said(LHE(nilai=D(value), evaluasi=None if last is None else D(last), **parts))

    assert valued("100.02", "25") == valued("100.5", None) == []
    assert valued("100.03", "25") == [
        (
            "nilai",
            "Keempat komponen berjumlah 100, bukan 100,03. Perbaiki nilai atau komponennya.",
        )
    ]
    assert said(LHE(perencanaan=D(30), pengukuran=D(30), pelaporan=D(15), evaluasi=D(25))) == []


# -- names and codes ---------------------------------------------------------------------------------

OF_CAMAT: Final = (
    "unit",
    '"Camat" adalah unit camat, yang kinerjanya dicatat pada halaman PK. Pilih unit di bawahnya.',
)


@each_row("model", [PKUnit, BarisPKUnit, IKI], ids=lambda model: model.__name__)
def test_a_pk_berjenjang_is_of_a_unit_below_the_camat(model: type[Model]) -> None:
    assert said(model()) == said(model(unit=SEKSI)) == []
    assert said(model(unit=CAMAT)) == [OF_CAMAT]


def test_a_nip_is_somebodys() -> None:
    assert said(PKUnit(unit=SEKSI, nama="Siti")) == said(PKUnit(unit=SEKSI, nama="Siti", nip="1980")) == []
    assert said(PKUnit(unit=CAMAT, nip="1980")) == [
        OF_CAMAT,
        ("nama", "NIP 1980 tanpa nama. Isi nama pejabatnya, atau kosongkan NIP."),
    ]


def test_the_kode_of_a_new_kecamatan_begins_with_that_of_its_kabupaten() -> None:
    def coded(kode: str) -> Said:
        return said(Kecamatan(kabupaten=JEMBER, kode=kode))

    assert coded("") == coded("35.09.32") == []
    for kode in ("35.08.01", "35.091"):
        assert coded(kode) == [
            (
                "kode",
                f"Kode {kode} bukan kode di Kabupaten Jember. Awali dengan 35.09, misalnya 35.09.01.",
            )
        ]


def test_every_other_unsur_has_a_name_and_a_mean() -> None:
    assert said(SurveiKepuasan(unsur_lain="")) == said(SurveiKepuasan(unsur_lain="Kebersihan: 3,5")) == []
    assert said(SurveiKepuasan(unsur_lain="Kebersihan")) == [
        ("unsur_lain", "“Kebersihan” belum terbaca. Tulis nama unsur, titik dua, lalu nilainya.")
    ]


def test_a_template_is_measured_as_an_indikator() -> None:
    row = TemplatIKU(jenis_nilai="huruf", rumus="positif", akumulasi="jumlah")
    assert [column for column, _ in said(row)] == ["rumus", "skala", "akumulasi"]
    assert said(TemplatIKU(jenis_nilai="huruf", rumus="predikat", skala_id=1, akumulasi="terakhir")) == []
