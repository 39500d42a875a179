"""BAB III.C: composition, serapan with subtotals and remainders, proporsi, earlier years, photos."""

from dataclasses import replace
from decimal import Decimal

from reports.document.numbering import number_all
from reports.document.tree import FotoBlock, ParagraphBlock
from reports.lkip.bab3 import bab3
from reports.lkip.lkip import lkip
from reports.publish.naskah import Foto
from sakip.snapshot.types import DukunganProgram
from sakip.text.numbers import parse_number
from tests.reports.lkip.example_naskah import (
    naskah_balung,
    naskah_jombang,
    naskah_umbulsari,
    snapshot_balung,
    snapshot_jombang,
    snapshot_umbulsari,
)
from tests.reports.lkip.naskah_material import anggaran_row, belanja, naskah
from tests.reports.lkip.read_part import (
    all_sentences,
    all_tables,
    blocks_from,
    part_of,
    prose,
    table_heads,
    table_rows,
    text,
)

# -- 1 belanja -------------------------------------------------------------------------------------


def test_composition_without_realisasi_has_no_such_columns() -> None:
    content = bab3(naskah_umbulsari())
    assert table_heads(content, "tabel-belanja") == [["Jenis belanja", "Pagu (Rp)"]]
    assert table_rows(content, "tabel-belanja") == [
        ["Belanja Operasi", "4.785.097.618"],
        ["Belanja Pegawai", "3.345.174.618"],
        ["Belanja Barang dan Jasa", "1.439.923.000"],
        ["Belanja Modal", "67.408.000"],
        ["Jumlah", "4.852.505.618"],
    ]
    assert "Anggaran belanja terdiri atas belanja operasi 98,61% dan belanja modal 1,39%." in prose(content)


def test_composition_wider_than_the_programs_says_by_how_much() -> None:
    content = bab3(naskah_balung())
    assert table_rows(content, "tabel-belanja")[0] == [
        "Belanja Tidak Langsung",
        "1.503.421.864",
        "1.437.033.746",
        "95,58%",
    ]
    assert table_rows(content, "tabel-belanja")[2] == [
        "Belanja Pegawai",
        "217.800.000",
        "belum diisi",
        "belum diisi",
    ]
    assert all_sentences(part_of(content, "alokasi-belanja")) == [
        "Anggaran belanja terdiri atas belanja tidak langsung 78,99% dan "
        "belanja langsung 21,01%. Dari keseluruhan itu, belanja langsung sebesar Rp400.000.000 dilaksanakan melalui 4 "
        "(empat) program."
    ]


def test_one_unknown_group_makes_the_sum_unknown_not_smaller() -> None:
    content = replace(
        snapshot_umbulsari(),
        belanja=(belanja("a", "Belanja Operasi", 5), belanja("b", "Belanja Modal", None)),
    )
    bab = bab3(naskah(content))
    assert table_rows(bab, "tabel-belanja")[-1] == ["Jumlah", "belum diisi"]
    assert "belum dapat dijumlahkan" in prose(bab)
    assert "Anggaran belanja terdiri" not in prose(bab)


# -- 2 per program ---------------------------------------------------------------------------------


def test_a_recorded_sum_that_its_details_contradict_is_told_below_the_table() -> None:
    program, kegiatan = ("7.01.01", "Program Penunjang"), ("7.01.01.2.02", "Administrasi Keuangan")
    content = replace(
        snapshot_umbulsari(),
        belanja=(),
        anggaran=(
            anggaran_row(program, 1_841_748_142, 1_675_577_343),
            anggaran_row(program, 1_841_498_142, 1_675_577_343, kegiatan=kegiatan),
        ),
    )
    bab = bab3(naskah(content))
    assert table_rows(bab, "tabel-anggaran")[-1] == ["Jumlah", "1.841.498.142", "1.675.577.343", "90,99%"]
    assert (
        "Catatan: pagu murni 7.01.01 Program Penunjang tercatat Rp1.841.748.142, sedangkan rinciannya berjumlah"
        " Rp1.841.498.142, berbeda Rp250.000; tabel memuat jumlah rinciannya." in prose(bab)
    )


def test_subtotals_remainders_and_total() -> None:
    assert table_rows(bab3(naskah_jombang()), "tabel-anggaran") == [
        [
            "7.01.01",
            "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
            "2.321.886.527",
            "2.137.642.091",
            "92,06%",
        ],
        [
            "7.01.01.2.02",
            "Administrasi Keuangan Perangkat Daerah",
            "1.841.498.142",
            "1.675.327.343",
            "90,98%",
        ],
        ["7.01.01.2.02.01", "Penyediaan Gaji dan Tunjangan ASN", "1.731.468.142", "1.566.177.343", "90,45%"],
        ["7.01.01.2.02.03", "Pelaksanaan Penatausahaan Keuangan", "110.030.000", "109.150.000", "99,20%"],
        ["–", "Tidak dirinci lebih lanjut", "480.388.385", "462.314.748", "96,24%"],
        [
            "7.01.02",
            "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik",
            "649.823.800",
            "649.790.000",
            "99,99%",
        ],
        [
            "7.01.02.2.01",
            "Koordinasi Penyelenggaraan Kegiatan Pemerintahan",
            "649.823.800",
            "649.790.000",
            "99,99%",
        ],
        [
            "7.01.03",
            "Program Pemberdayaan Masyarakat Desa dan Kelurahan",
            "48.327.600",
            "48.286.600",
            "99,92%",
        ],
        [
            "7.01.04",
            "Program Koordinasi Ketentraman dan Ketertiban Umum",
            "398.186.700",
            "394.488.000",
            "99,07%",
        ],
        ["7.01.05", "Program Penyelenggaraan Urusan Pemerintahan Umum", "9.230.400", "8.882.000", "96,23%"],
        ["Jumlah", "3.427.455.027", "3.239.088.691", "94,50%"],
    ]


def test_programs_before_the_nomenklatur_have_no_column_of_codes() -> None:
    content = bab3(naskah_balung())
    assert table_heads(content, "tabel-anggaran")[0][0] == "Program/kegiatan/sub kegiatan"
    persen = {b[0]: b[-1] for b in table_rows(content, "tabel-anggaran")}
    assert persen["Koordinasi Pelayanan Umum"] == "93,23%"
    assert persen["Koordinasi Kesejahteraan Sosial"] == "84,95%"
    assert persen["Koordinasi Ketertiban"] == "75,93%"
    assert persen["Jumlah"] == "84,34%"


def test_programs_alone() -> None:
    content = bab3(naskah_umbulsari())
    assert table_rows(content, "tabel-anggaran")[0][2:] == ["3.527.728.118", "3.273.894.618", "92,80%"]
    assert table_rows(content, "tabel-anggaran")[-1] == ["Jumlah", "4.852.505.618", "4.598.672.118", "94,77%"]


def test_what_the_rows_of_the_budget_say_no_sentence_says_again() -> None:
    text = prose(part_of(bab3(naskah_jombang()), "realisasi-anggaran"))
    assert "Rp3.239.088.691" not in text


# -- 3 proporsi ------------------------------------------------------------------------------------


def test_shares_of_the_pagu_sum_to_100() -> None:
    for make in (naskah_jombang, naskah_balung, naskah_umbulsari):
        *rows, jumlah = table_rows(bab3(make()), "tabel-proporsi")
        assert sum(parse_number(b[-1]) for b in rows) == 100
        assert jumlah[-1] == "100,00%"


def test_balung_shares() -> None:
    content = bab3(naskah_balung())
    assert [b[-1] for b in table_rows(content, "tabel-proporsi")] == ["12,91%", "29,18%", "57,91%", "100,00%"]


def test_a_program_that_supports_two_sasaran_counts_for_both_and_no_total_is_printed() -> None:
    dukungan = (
        DukunganProgram(kunci_sasaran="s1", program=("lama.03", "lama.04")),
        DukunganProgram(kunci_sasaran="s2", program=("lama.03",)),
    )
    content = bab3(naskah(replace(snapshot_balung(), dukungan=dukungan)))
    assert [b[-1] for b in table_rows(content, "tabel-proporsi")] == ["42,10%", "29,18%", "57,91%"]
    assert "jumlah proporsi dapat melebihi 100%." in prose(content)


# -- 4 tahun lalu ----------------------------------------------------------------------------------


def test_serapan_against_last_year() -> None:
    content = bab3(naskah_jombang())
    assert table_rows(content, "tabel-anggaran-lalu") == [
        ["2022", "3.808.233.369", "3.596.844.312", "94,45%", "+0,05"],
        ["2023", "3.427.455.027", "3.239.088.691", "94,50%", "–"],
    ]
    assert "Serapan anggaran naik" not in prose(content)
    # No earlier year is recorded: the review says so, not the report.
    assert "serapan-lalu" not in [
        b.key for b in part_of(bab3(naskah_balung()), "realisasi-anggaran").children
    ]


def test_an_unknown_amount_is_not_zero() -> None:
    dasar = snapshot_jombang()
    without = replace(dasar.anggaran[-1], realisasi=None)
    content = bab3(naskah(replace(dasar, anggaran=(*dasar.anggaran[:-1], without))))
    assert table_rows(content, "tabel-anggaran")[-1] == [
        "Jumlah",
        "3.427.455.027",
        "belum diisi",
        "belum diisi",
    ]
    assert "belum dapat disimpulkan karena realisasi 1 dari 7 baris anggaran belum diisi." in prose(content)


# -- 5 dokumentasi ---------------------------------------------------------------------------------


def test_photos_stand_under_the_row_they_show() -> None:
    content = bab3(naskah_jombang())
    part = part_of(content, "analisis-pelayanan-program")
    assert [b.keterangan for b in blocks_from(part) if isinstance(b, FotoBlock)] == [
        "Rapat koordinasi bersama kepala desa"
    ]
    assert "Koordinasi Penyelenggaraan Kegiatan Pemerintahan" in all_sentences(part)
    # Shown with its sasaran, it is not shown again.
    assert "dokumentasi" not in [b.key for b in part_of(content, "realisasi-anggaran").children]
    numbers = number_all(lkip(naskah_jombang()))
    assert [e.title for e in numbers.figures if e.id.startswith("gambar-foto")] == [
        "Rapat koordinasi bersama kepala desa"
    ]


def test_a_photo_of_no_row_does_not_stand_below_another_s_name() -> None:
    year = naskah_jombang()
    # No program supports a sasaran: then all photos stand in the part of their own.
    plan = naskah(replace(year.snapshot, dukungan=()), foto=year.foto)
    (named,) = plan.foto
    loose = replace(named, program="", kegiatan="", sub_kegiatan="", keterangan="Upacara")
    gone = replace(named, program="7.01.99", kegiatan="", sub_kegiatan="", keterangan="Kerja bakti")
    again = replace(named, keterangan="Rapat kedua")

    def printed(*foto: Foto) -> list[str]:
        part = part_of(bab3(replace(plan, foto=foto)), "dokumentasi")
        return [
            block.keterangan if isinstance(block, FotoBlock) else text(block.content)
            for block in blocks_from(part)
            if isinstance(block, FotoBlock | ParagraphBlock)
        ]

    name = "Koordinasi Penyelenggaraan Kegiatan Pemerintahan"
    assert printed(named, loose, again, gone) == [
        *(name, named.keterangan, "Rapat kedua"),
        *("Dokumentasi lain", "Upacara", "Kerja bakti"),
    ]
    assert printed(loose) == ["Upacara"]


def test_rows_with_one_photo_each_share_a_line() -> None:
    year = naskah_jombang()
    plan = naskah(replace(year.snapshot, dukungan=()), foto=year.foto)
    (row,) = plan.foto
    program = replace(row, kegiatan="", sub_kegiatan="", keterangan="Kantor")
    part = part_of(bab3(replace(plan, foto=(row, program))), "dokumentasi")
    assert [block.keterangan for block in blocks_from(part) if isinstance(block, FotoBlock)] == [
        "Rapat koordinasi bersama kepala desa (Koordinasi Penyelenggaraan Kegiatan Pemerintahan)",
        "Kantor (Program Penyelenggaraan Pemerintahan dan Pelayanan Publik)",
    ]
    assert not [block for block in blocks_from(part) if isinstance(block, ParagraphBlock)]


def test_without_photos_there_is_no_such_section() -> None:
    assert "dokumentasi" not in [b.key for b in part_of(bab3(naskah_balung()), "realisasi-anggaran").children]


def test_every_budget_table_names_its_source() -> None:
    tables = all_tables(bab3(naskah_jombang()))
    for key in ("tabel-belanja", "tabel-anggaran", "tabel-proporsi", "tabel-anggaran-lalu"):
        years = "2022–2023" if key == "tabel-anggaran-lalu" else "2023"
        assert tables[key].sumber == f"Data anggaran Kecamatan Jombang Tahun {years}, diolah"


def test_rupiah_columns_carry_no_fraction() -> None:
    for rows in table_rows(bab3(naskah_jombang()), "tabel-anggaran"):
        assert parse_number(rows[-3]) == parse_number(rows[-3]).to_integral_value() > Decimal(0)


def test_money_needs_neither_a_pk_nor_a_kebijakan() -> None:
    dasar, whole = snapshot_jombang(), bab3(naskah(snapshot_jombang()))
    for without in (replace(dasar, pk=()), replace(dasar, kebijakan=None)):
        content = bab3(naskah(without))
        for key in ("tabel-anggaran", "tabel-belanja", "tabel-anggaran-lalu"):
            assert table_rows(content, key) == table_rows(whole, key)
        assert "Realisasi anggaran belum dapat disimpulkan" not in prose(content)
    empty = bab3(naskah(replace(dasar, pk=(), anggaran=())))
    assert (
        "Realisasi anggaran belum dapat disimpulkan karena data anggaran tahun 2023 belum dicatat."
        in prose(empty)
    )
