"""What a pasted table says otherwise than the sheet: words, units, letters, whom it is of."""

from __future__ import annotations

import pytest

from tests.reports.paste.told import told_of
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine


@pytest.mark.usefixtures("contoh")
@each_row(
    ("page", "text", "keys", "rows"),
    [
        # the sasaran says of which row a kegiatan is, not the number of the printed table
        (
            "rencana-aksi",
            "No\tSasaran\tKegiatan\tIndikator\tTW I\n1\tMeningkatnya pemberdayaan pemerintah desa\t"
            "Penyediaan Gaji dan Tunjangan ASN\tOrang\t1",
            ("nomor", "indikator"),
            [(3, "Orang")],
        ),
        (
            "sarana-prasarana",
            "Nama\tJumlah\tKondisi\nMeja\t5\tRusak ringan\nKursi\t7\tBaik\nRak\t2\tsebagian rusak",
            ("jumlah", "baik", "rusak_ringan", "keterangan"),
            [
                ("5", None, "5", None),
                ("7", "7", None, None),
                ("2", None, None, "Kondisi: sebagian rusak"),
            ],
        ),
        (
            "profil",
            "Pendidikan\tPNS\tPPPK\tHonorer\nS1\t9\t2\t1\nSMA\t3\tdua\t-\nD3\t-\t1\t-",
            ("asn", "non_asn"),
            [("11", "1"), ("dua", None), ("1", None)],
        ),
        (
            "profil",
            "Pendidikan\tASN\tPPPK\nS1\t9\t2",
            ("asn",),
            [("9",)],
        ),
        (
            "anggaran",
            "Nama SKPD\tKode\tUraian\tPagu Perubahan\nKecamatan Jombang\t7.01.01.2.02.01\tGaji\t9\n"
            "Kelurahan X\t7.01.01.2.02.01\tGaji\t8",
            ("unit", "pagu_perubahan"),
            [("", "9"), ("Kelurahan X", "8")],
        ),
        # a line for each label, a value for each
        (
            "anggaran",
            'Uraian\tTarget\n"7.01.01.2.02.01 Gaji\nKeluaran: Terbayarnya gaji\nHasil: Sejahtera"\t"12 orang\n95 %"',
            ("jenis", "uraian", "target", "satuan"),
            [
                ("Keluaran (output)", "Terbayarnya gaji", "12", "orang"),
                ("Hasil (outcome)", "Sejahtera", "95", "%"),
            ],
        ),
        (
            "lhe",
            "1. Menyusun pohon kinerja\n2. Menetapkan IKU",
            ("rekomendasi",),
            [("Menyusun pohon kinerja",), ("Menetapkan IKU",)],
        ),
        # a value of a whole year is none of its first triwulan
        (
            "realisasi",
            "Indikator\tRealisasi 2022\tRealisasi 2023\nIKM\t80\t85",
            ("tahun", "triwulan", "nilai"),
            [("2022", "Setahun", "80"), ("2023", "Setahun", "85")],
        ),
        (
            "realisasi",
            "Indikator\tPeriode\tRealisasi\n1. IKM*)\tII\t80\nIKM ²\tTW 3\t81",
            ("kunci_indikator", "triwulan", "nilai"),
            [("ikm", "Triwulan II", "80"), ("ikm", "Triwulan III", "81")],
        ),
        ("pembanding", "Indikator\tLingkup\tNilai\nIKM\tKab. Jember\t86", ("lingkup",), [("Kabupaten",)]),
        # offices call a sub kegiatan a kegiatan; a kegiatan is no program
        (
            "anggaran",
            "Kegiatan\tPagu Perubahan\nPenyediaan Gaji dan Tunjangan ASN\t9",
            ("kode",),
            [("7.01.01.2.02.01",)],
        ),
        (
            "pk",
            "No\tProgram/Kegiatan\tAnggaran\n1\tProgram Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota\t9\n"
            "\tAdministrasi Keuangan Perangkat Daerah\t5",
            ("kode", "anggaran"),
            [("7.01.01", "9")],
        ),
        (
            "pk",
            'Sasaran\tIndikator\tSatuan\tTarget\nA\t"1.1 IKM\n1.2 Nilai"\tindeks\t"86\n70"',
            ("sasaran", "indikator", "satuan", "target"),
            [("A", "IKM", "indeks", "86"), ("A", "Nilai", "indeks", "70")],
        ),
    ],
)
def test_what_a_table_says_otherwise_than_the_sheet_is_understood(
    page: str, text: str, keys: tuple[str, ...], rows: list[tuple[object, ...]]
) -> None:
    ((_, told),) = told_of(page, text)
    assert [tuple(row.cells.get(key) for key in keys) for row in told.rows] == rows


@pytest.mark.usefixtures("contoh")
def test_a_new_indikator_whose_targets_are_letters_is_measured_on_their_scale() -> None:
    head = "Tujuan\tSasaran\tIndikator Sasaran\tSatuan\t2022\t2023\t2024\n"
    told = dict(
        told_of("renstra", f"{head}Tata kelola baik\tAkuntabel\tPredikat baru\tPredikat\tB\t70,1 (BB)\tA")
    )
    (row,) = told["Indikator"].rows
    assert [row.cells.get(key) for key in ("jenis_nilai", "rumus", "skala")] == [
        "huruf",
        "predikat",
        "akip-2021",
    ]
    assert [one.cells["target"] for one in told["TargetRenstra"].rows] == ["B", "BB (70,1)", "A"]
    assert told["Indikator"].notes == [
        "Baris 2: target “Predikat baru” berupa huruf; jenis nilainya dicatat Huruf pada skala Kategori nilai AKIP"
        " (Permen PANRB 88/2021). Bila skalanya lain, ubah pada Renstra."
    ]
    # words of no scale, or of several, and numbers among letters say nothing of it
    for targets in ("Muda\tMadya\tUtama", "B\t70\tA"):
        told = dict(
            told_of("renstra", f"{head}Tata kelola baik\tAkuntabel\tPredikat baru\tPredikat\t{targets}")
        )
        assert "jenis_nilai" not in told["Indikator"].rows[0].cells


@pytest.mark.usefixtures("contoh")
@each_row(
    ("text", "rows"),
    [
        (  # in whichever words; a name in large letters is one
            "Sasaran\tIndikator\tTarget\nTertib umum\tSatu\t80\nidem\tDua\t〃\n-sda-\tTiga\t70\ns.d.a.\tEmpat\t60\n"
            "SDA\tLima\t50",
            [
                ("Tertib umum", "Satu", "80"),
                ("Tertib umum", "Dua", "80"),
                ("Tertib umum", "Tiga", "70"),
                ("Tertib umum", "Empat", "60"),
                ("SDA", "Lima", "50"),
            ],
        ),
        (  # with nothing above it, it is told as it stands
            "Sasaran\tIndikator\tTarget\nidem\tSatu\t80",
            [("idem", "Satu", "80")],
        ),
    ],
)
def test_what_is_said_to_be_as_above_is_that(text: str, rows: list[tuple[str, ...]]) -> None:
    ((_, told),) = told_of("rkt", text)
    assert [tuple(row.cells[key] for key in ("sasaran", "indikator", "target")) for row in told.rows] == rows


@pytest.mark.usefixtures("contoh")
def test_an_amount_beside_one_in_millions_is_in_millions_too() -> None:
    head = (
        "Kode\tUraian\tPagu Murni (dalam jutaan rupiah)\tRealisasi{}\n7.01.01.2.02.01\tGaji\t1.731,4\t1.700"
    )
    ((_, told),) = told_of("anggaran", head.format(""))
    assert not any("realisasi" in row.cells for row in told.rows)
    assert any("Kolom “Realisasi” tidak dibaca: jumlahnya dalam jutaan rupiah" in note for note in told.notes)
    ((_, said),) = told_of("anggaran", head.format(" (Rp)"))
    assert [row.cells["realisasi"] for row in said.rows] == ["1.700"]
