"""Lists of kecamatan and of desa as they come out of a spreadsheet: what each row comes to."""

from __future__ import annotations

from kecamatan.models import DesaKelurahan, Kabupaten, Kecamatan
from sakip.entry.clipboard import block
from sakip.records.wilayah.area_list import (
    DESA,
    KECAMATAN,
    Planned,
    dotted,
    plan_desa,
    plan_kecamatan,
    read_lines,
)
from tests.table_tests import each_row

TANGERANG = Kabupaten(pk=1, kode="36.03", nama="Tangerang", provinsi="Banten")
BALARAJA = Kecamatan(pk=7, kabupaten=TANGERANG, kode="36.03.01", nama="Balaraja", slug="balaraja")
SUKAMULYA = DesaKelurahan(kecamatan=BALARAJA, jenis="desa", nama="Sukamulya", urut=4)


def kecamatan(text: str) -> list[Planned]:
    return plan_kecamatan(read_lines(block(text), KECAMATAN), TANGERANG, [BALARAJA])


def desa(text: str) -> list[Planned]:
    return plan_desa(read_lines(block(text), DESA), TANGERANG, [BALARAJA], {7: [SUKAMULYA]})


@each_row(
    ("typed", "kode"),
    [
        ("36.03.02", "36.03.02"),
        ("360302", "36.03.02"),
        ("36 03 02", "36.03.02"),
        ("3603012001", "36.03.01.2001"),
        ("Balaraja", "Balaraja"),
    ],
)
def test_a_kode_has_its_dots_whatever_stood_between_its_figures(typed: str, kode: str) -> None:
    assert dotted(typed) == kode


def test_the_list_of_kemendagri_is_read_with_its_headings_in_any_order() -> None:
    one, two = kecamatan("Nama Kecamatan\tKode\nKEC. ATAS\t\nKecamatan JAYANTI\t360302\n")
    assert (one.state, one.problem) == ("ditolak", "kode wilayah belum diisi. Isi seperti 36.03.01.")
    assert two.state == "baru"
    assert isinstance(two.new, Kecamatan)
    assert (two.new.kode, two.new.nama, two.new.kabupaten) == ("36.03.02", "Jayanti", TANGERANG)


def test_without_headings_kode_and_name_stand_in_this_order_and_blank_rows_are_none() -> None:
    (one,) = kecamatan("\n36.03.02\tJayanti\tCikande\n\n")
    assert (one.line.number, one.state) == (2, "baru")
    assert isinstance(one.new, Kecamatan)
    assert one.new.ibu_kota == "Cikande"


def test_what_is_there_stays_as_it_is() -> None:
    same, renamed = kecamatan("36.03.01\tBalaraja\n")[0], kecamatan("36.03.01\tBalaraja Raya\n")[0]
    assert (same.state, same.new) == ("sudah ada", None)
    assert (renamed.state, renamed.new) == ("sudah ada dengan nama Balaraja; tidak diubah", None)


@each_row(
    ("text", "problem"),
    [
        (
            "35.09.02\tJayanti",
            "kode 35.09.02 bukan di Kabupaten Tangerang, yang kodenya 36.03. Periksa kodenya.",
        ),
        ("36.03.2\tJayanti", '"36.03.2" bukan kode kecamatan. Tulis enam angka, misalnya 36.03.01.'),
        ("36.03.02", "nama belum diisi."),
        ("36.03.02\t36.03", '"36.03" bukan nama. Periksa urutan kolomnya.'),
        ("36.03.02\tBalaraja", "Kecamatan Balaraja sudah ada dengan kode 36.03.01. Periksa kodenya."),
        ("36.03.02\tJayanti\tCikande\tx", '"x" berada di luar kolom yang dikenal. Hapus isinya.'),
    ],
)
def test_a_row_that_cannot_be_a_kecamatan_of_it_is_refused(text: str, problem: str) -> None:
    (one,) = kecamatan(text)
    assert (one.problem, one.state, one.new) == (problem, "ditolak", None)


def test_a_kecamatan_that_comes_twice_is_refused_the_second_time() -> None:
    one, two = kecamatan("36.03.02\tJayanti\n36.03.02\tTigaraksa\n")
    assert (one.problem, two.problem) == ("", "sama dengan baris 1. Hapus salah satu.")


def test_the_kode_of_a_desa_says_its_kecamatan_and_its_kind() -> None:
    one, two, three = desa("3603011001\tBALARAJA\n36.03.01.2002\tTalaga Sari\n36.03.01.2004\tSukamulya\n")
    assert isinstance(one.new, DesaKelurahan)
    assert isinstance(two.new, DesaKelurahan)
    assert (one.new.jenis, one.new.nama, one.new.urut) == ("kelurahan", "Balaraja", 5)
    assert (two.new.jenis, two.new.nama, two.new.urut) == ("desa", "Talaga Sari", 6)
    assert two.new.kecamatan is BALARAJA
    assert (three.state, three.new) == ("sudah ada", None)


def test_without_kode_columns_or_words_before_the_name_say_the_same() -> None:
    one, two = desa("Kecamatan\tJenis\tNama\nBalaraja\tKelurahan\tBalaraja\nbalaraja\t\tDesa Tobat\n")
    assert isinstance(one.new, DesaKelurahan)
    assert isinstance(two.new, DesaKelurahan)
    assert (one.new.jenis, one.new.nama) == ("kelurahan", "Balaraja")
    assert (two.new.jenis, two.new.nama) == ("desa", "Tobat")


@each_row(
    ("text", "problem"),
    [
        ("36.03.09.2001\tX", "kecamatan berkode 36.03.09 belum ada di Kabupaten Tangerang."),
        ("36.03.01.3001\tX", "angka pertama sesudah kode kecamatan pada 36.03.01.3001 harus 1"),
        ("36.03.01\tX", '"36.03.01" bukan kode desa.'),
        ("Kecamatan\tJenis\tNama\nJayanti\tDesa\tX", 'kecamatan "Jayanti" belum ada di Kabupaten Tangerang.'),
        ("Kecamatan\tJenis\tNama\nBalaraja\tDusun\tX", 'jenis "Dusun" tidak dikenal.'),
        ("Nama\nX", "kode belum diisi."),
    ],
)
def test_a_row_that_cannot_be_a_desa_of_it_is_refused(text: str, problem: str) -> None:
    (one,) = desa(text)
    assert one.problem.startswith(problem)
    assert (one.state, one.new) == ("ditolak", None)
