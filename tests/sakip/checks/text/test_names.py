"""Names that were left from another document are found; neighbours, partners and titles are named rightly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.publish.naskah import Naskah
from sakip.checks.material import Area, Surroundings
from sakip.snapshot.types import Desa
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found_in
from tests.table_tests import each_row

AROUND = Surroundings(
    neighbours=(
        Area(kode="35.09.22", nama="Arjasa", desa=("Biting", "Candijati")),
        Area(kode="35.09.16", nama="Panti", desa=("Kemuning",)),
        Area(kode="35.09.24", nama="Sukowono", desa=("Sumberwringin",)),
    )
)


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """Kecamatan Jombang in Kabupaten Jember, with two desa and no kelurahan."""
    naskah = naskah_jombang()
    villages = tuple(Desa(nama=nama, jenis="desa", status="") for nama in ("Keting", "Ngampelrejo"))
    kecamatan = replace(naskah.snapshot.kecamatan, desa=villages)
    return replace(naskah, snapshot=replace(naskah.snapshot, kecamatan=kecamatan))


@each_row(
    ("code", "text", "messages"),
    [
        (
            "nama-kecamatan",
            "Rekomendasi hasil koordinasi di Kecamatan Arjasa ditindaklanjuti.",
            ["“Kecamatan Arjasa” adalah kecamatan lain. Seharusnya Kecamatan Jombang?"],
        ),
        (
            "nama-kecamatan",
            "Terjaganya ketertiban masyarakat Sukowono.",
            ["“masyarakat Sukowono” adalah kecamatan lain. Seharusnya Kecamatan Jombang?"],
        ),
        ("nama-kecamatan", "Kecamatan Jombang melayani warga.", []),
        ("nama-kecamatan", "Sebelah utara berbatasan dengan Kecamatan Arjasa.", []),
        ("nama-kecamatan", "Bekerja sama dengan Kecamatan Sukowono.", []),
        ("nama-kecamatan", "Warga dari Kecamatan Arjasa dan sekitarnya ikut berjualan.", []),
        ("nama-kecamatan", "Rapat bersama Camat Arjasa dilaksanakan di pendopo.", []),
        (
            "nama-kecamatan",
            "Koordinasi dilaksanakan Camat Arjasa bersama Forkopimcam.",
            ["“Camat Arjasa” adalah kecamatan lain. Seharusnya Kecamatan Jombang?"],
        ),
        (
            "nama-kabupaten",
            "Anggaran tersebut bersumber dari APBD Kota Malang.",
            ["“APBD Kota Malang” adalah daerah lain. Seharusnya Kabupaten Jember?"],
        ),
        ("nama-kecamatan", "Warga panti asuhan dikunjungi.", []),
        ("nama-kecamatan", "Kecamatan Jombang dan Kecamatan Arjasa mengikuti lomba.", []),
        (
            "nama-desa",
            "Pembinaan di Desa Biting.",
            ["Desa Biting termasuk Kecamatan Arjasa. Periksa nama desanya."],
        ),
        ("nama-desa", "Pembinaan di Desa Keting.", []),
        ("nama-desa", "Desa Keting berbatasan dengan Desa Biting.", []),
        (
            "nama-kabupaten",
            "Pemerintah Kabupaten Camaru menetapkan.",
            ["“Kabupaten Camaru” adalah daerah lain. Seharusnya Kabupaten Jember?"],
        ),
        ("nama-kabupaten", "Pemerintah Kabupaten Jember menetapkan.", []),
        ("nama-kabupaten", "PEMERINTAH KABUPATEN JEMBER", []),
        ("nama-kabupaten", "Pembentukan Daerah-Daerah Kabupaten Dalam Lingkungan Provinsi Jawa Timur.", []),
        ("nama-kabupaten", "Undang-Undang tentang Pembentukan Kabupaten Bondowoso dan Kabupaten Malang.", []),
        ("nama-kabupaten", "Urusan Pemerintahan Daerah Kabupaten/Kota.", []),
        ("nama-kabupaten", "Studi banding ke Kabupaten Malang.", []),
        (
            "istilah-wilayah",
            "Pembinaan pemerintahan Mukim dilaksanakan.",
            ["“Mukim” adalah istilah khusus Aceh. Ganti atau hapus."],
        ),
        ("istilah-wilayah", "Pemerintahan mukim di Aceh dipelajari dalam studi banding.", []),
        ("istilah-wilayah", "Masyarakat bermukim di sepanjang sungai; permukiman ditata.", []),
        (
            "istilah-desa-kelurahan",
            "Lurah Kepatihan hadir.",
            ["“Lurah Kepatihan”, padahal kecamatan ini hanya terdiri atas desa."],
        ),
        (
            "istilah-desa-kelurahan",
            "Rapat dihadiri para Lurah dan perangkatnya.",
            ["“para Lurah”, padahal kecamatan ini hanya terdiri atas desa."],
        ),
        ("istilah-desa-kelurahan", "Program Pemberdayaan Masyarakat Desa dan Kelurahan.", []),
        ("istilah-desa-kelurahan", "Kepala Desa Keting hadir.", []),
        ("istilah-desa-kelurahan", "Pemberdayaan Masyarakat Desa dan Kelurahan Sebesar Rp5.000.", []),
    ],
)
def test_a_name_from_elsewhere_is_found(jombang: Naskah, code: str, text: str, messages: list[str]) -> None:
    said = found_in(jombang, code, text, around=AROUND)
    assert said == messages


@each_row(
    ("text", "messages"),
    [
        ("Kepala Desa Keting hadir.", ["“Kepala Desa”, padahal kecamatan ini hanya terdiri atas kelurahan."]),
        ("Dana Desa disalurkan.", ["“Dana Desa”, padahal kecamatan ini hanya terdiri atas kelurahan."]),
        ("Lurah Kepatihan hadir.", []),
    ],
)
def test_a_kecamatan_of_kelurahan_speaks_of_no_desa(jombang: Naskah, text: str, messages: list[str]) -> None:
    place = replace(jombang.snapshot.kecamatan, desa=(), jumlah_desa=0, jumlah_kelurahan=3)
    of_kelurahan = replace(jombang, snapshot=replace(jombang.snapshot, kecamatan=place))
    assert found_in(of_kelurahan, "istilah-desa-kelurahan", text) == messages


def test_a_name_in_a_record_is_found_at_its_row(jombang: Naskah) -> None:
    """As the RKT of Umbulsari 2021 names Kecamatan Arjasa (L748)."""
    pk = jombang.snapshot.pk[-1]
    first, *others = pk.indikator
    named = replace(first, indikator="Persentase rekomendasi di Kecamatan Arjasa")
    changed = replace(pk, indikator=(named, *others))
    snapshot = replace(jombang.snapshot, pk=(*jombang.snapshot.pk[:-1], changed))
    assert found_in(replace(jombang, snapshot=snapshot), "nama-kecamatan", around=AROUND) == [
        "“Kecamatan Arjasa” adalah kecamatan lain. Seharusnya Kecamatan Jombang?"
    ]
