"""Counts of what the records count, and amounts that are written wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.publish.naskah import Naskah
from sakip.snapshot.types import SDMRow
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found_in
from tests.table_tests import each_row


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """Four sasaran with one indikator each in the PK, five programs, six desa."""
    return naskah_jombang()


@each_row(
    ("text", "messages"),
    [
        ("Kinerja diukur dari 7 (tujuh) sasaran.", ["Disebut 7 (tujuh) sasaran; tercatat 4 (empat)."]),
        ("Kecamatan didukung 9 program.", ["Disebut 9 program; tercatat 5 (lima)."]),
        (
            "Terdiri atas tujuh sasaran strategis dan 9 indikator kinerja.",
            ["Disebut tujuh sasaran; tercatat 4 (empat).", "Disebut 9 indikator; tercatat 4 (empat)."],
        ),
        ("Kinerja diukur dari 4 (empat) sasaran dan 4 indikator.", []),
        ("Sebanyak 2 indikator telah melampaui target.", []),
        ("Dari 9 indikator, 2 belum tercapai.", ["Disebut 9 indikator; tercatat 4 (empat)."]),
        ("Didukung 24 kegiatan pembinaan di desa.", []),
        ("Didukung 1 program dan 2 kegiatan.", []),
        ("Seksi itu menyelenggarakan kegiatan sebanyak 8 kegiatan.", []),
        ("Terdapat 3 program prioritas.", []),
        ("Selama 12 bulan dilayani 300 warga.", []),
        # As real reports write it.
        (
            "Jumlah yang ditetapkan untuk mencapai visi sebanyak 3 (tiga) sasaran dan 4 (empat) indicator sasaran.",
            ["Disebut 3 (tiga) sasaran; tercatat 4 (empat)."],
        ),
        (
            "dilakukan evaluasi dan analisis capaian terhadap 2(Dua) indikator kinerja dari 2(Dua) sasaran.",
            ["Disebut 2(Dua) indikator; tercatat 4 (empat).", "Disebut 2(Dua) sasaran; tercatat 4 (empat)."],
        ),
        (
            "Dari tabel diatas terlihat bahwa capaian 7 (tujuh) indikator sasaran rata rata mencapai 95%",
            ["Disebut 7 (tujuh) indikator; tercatat 4 (empat)."],
        ),
        ("Ada 7 sasaran Kecamatan Jombang yaitu:", ["Disebut 7 sasaran; tercatat 4 (empat)."]),
        (
            "Dilaksanakan sebanyak 2 (Dua) program utama yaitu:",
            ["Disebut 2 (Dua) program; tercatat 5 (lima)."],
        ),
        ("Ada 2 sasaran yang dibahas.", []),
        ("Terdapat 2 indikator yang perlu perhatian dalam Renstra.", []),
        ("RPJMD memuat 7 misi dan 9 tujuan.", []),
        ("Dari 6 (enam) desa di Kecamatan Jombang, terdiri atas 4 desa maju dan 2 desa mandiri.", []),
        # One of several has no more than all of them.
        (
            "Sasaran 2 diukur dengan 7 (tujuh) indikator.",
            ["Disebut 7 (tujuh) indikator; tercatat 4 (empat)."],
        ),
        ("Rapat diikuti 180 orang dari 10 desa.", []),
        ("Dari 3 desa yang dibina, 2 desa menjadi desa mandiri.", []),
        ("Tujuan kedua terdiri dari 1 sasaran.", []),
        ("Setiap sasaran memiliki 1 indikator.", []),
    ],
)
def test_counts_of_everything_are_held_against_the_record(
    jombang: Naskah, text: str, messages: list[str]
) -> None:
    assert found_in(jombang, "banyaknya-sesuai-catatan", text) == messages


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "Pagu sebesar Rp 9.23.268.085.",
            ["“Rp 9.23.268.085” tidak terbaca sebagai satu angka. Perbaiki letak titik dan komanya."],
        ),
        (
            "Serapan 94.60 %.",
            ["“94.60 %” tidak terbaca sebagai satu angka. Perbaiki letak titik dan komanya."],
        ),
        ("Pagu Rp3.427.455.027,- dan serapan 94,50%.", []),
        ("Pukul 08.30 di ruang 2.1.", []),
    ],
)
def test_an_amount_that_cannot_be_read_is_found(jombang: Naskah, text: str, messages: list[str]) -> None:
    assert found_in(jombang, "jumlah-terbaca", text) == messages


def test_an_amount_in_a_record_can_be_read(jombang: Naskah) -> None:
    first, *others = jombang.snapshot.anggaran
    rows = (replace(first, keterangan="Sisa Rp 9.23.268.085"), *others)
    noted = replace(jombang, snapshot=replace(jombang.snapshot, anggaran=rows))
    assert found_in(noted, "jumlah-terbaca", "") == [
        "“Rp 9.23.268.085” tidak terbaca sebagai satu angka. Perbaiki letak titik dan komanya."
    ]


@each_row(
    ("text", "messages"),
    [
        (
            "Pagu Rp3.427.455.027.000 telah terserap.",
            ["Rp3.427.455.027.000 adalah seribu kali Rp3.427.455.027 yang tercatat."],
        ),
        ("Pagu Rp3.427.455.027 telah terserap.", []),
        ("Bantuan Rp5.000.000 untuk warga.", []),
        ("Honor sebesar Rp 258.000 dibayarkan.", []),
        ("Dalam ribuan rupiah, pagu Rp3.427.455.", []),
    ],
)
def test_three_zeros_too_many_are_found(jombang: Naskah, text: str, messages: list[str]) -> None:
    assert found_in(jombang, "jumlah-sebesar-catatan", text) == messages


def test_desa_are_as_many_as_kemendagri_counts_where_they_are_not_recorded(jombang: Naskah) -> None:
    place = replace(jombang.snapshot.kecamatan, desa=(), jumlah_desa=8, jumlah_kelurahan=0)
    counted = replace(jombang, snapshot=replace(jombang.snapshot, kecamatan=place))
    text = "Kecamatan Jombang terdiri dari {} desa."
    assert found_in(counted, "banyaknya-sesuai-catatan", text.format(8)) == []
    assert found_in(counted, "banyaknya-sesuai-catatan", text.format(7)) == [
        "Disebut 7 desa; tercatat 8 (delapan)."
    ]


def test_people_are_those_of_the_tables(jombang: Naskah) -> None:
    """12 ASN in the table of golongan, 8 in that of jabatan; 16 others."""
    rows = (("golongan", 12, None), ("jabatan", 8, None), ("pendidikan", 12, 16))
    sdm = tuple(
        SDMRow(kelompok=table, uraian="", golongan="", asn=asn, non_asn=others, keterangan="")
        for table, asn, others in rows
    )
    counted = replace(jombang, snapshot=replace(jombang.snapshot, sdm=sdm))
    text = "Kecamatan Jombang terdiri dari 12 ASN dan 17 Non ASN."
    assert found_in(counted, "banyaknya-sesuai-catatan", text) == [
        "Disebut 17 non-ASN; tercatat 16 (enam belas)."
    ]
    assert found_in(counted, "banyaknya-sesuai-catatan", "Rapat dihadiri 25 ASN dan 3 Non ASN.") == []
