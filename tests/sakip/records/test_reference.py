"""Reference data: complete, loaded twice without a change, refused whole when a file is broken."""

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kecamatan.ground.strict_json import InvalidFile
from kecamatan.ground.trail import trail_add
from kecamatan.models import Jejak, Kabupaten, Kecamatan, Peraturan
from kecamatan.reference import pangkat_load, wilayah_load
from sakip.models import (
    Anggaran,
    KebijakanPengukuran,
    Kegiatan,
    Program,
    Skala,
    SubKegiatan,
    VersiNomenklatur,
)
from sakip.records.reference import reference_load, skala_load
from tests.factory import make
from tests.kept_rows import kept_referensi
from tests.loaded_files import REFERENSI, copy_referensi, load_referensi, row_counts, write_json

pytestmark = pytest.mark.django_db


def change_file(folder: Path, nama: str, change: Callable[[Any], None]) -> Path:
    location = folder / nama
    content = json.loads(location.read_text(encoding="utf-8"))
    change(content)
    write_json(location, content)
    return folder


@pytest.mark.one_engine
def test_first_load_stores_everything_and_second_load_changes_nothing() -> None:
    first = reference_load(folder=REFERENSI)
    assert {nama: h.baru for nama, h in first.items()} == {
        "provinsi": 38,
        "wilayah": 32,  # the kabupaten and its 31 kecamatan
        "pangkat": 17,
        "peraturan": 40,
        "skala": 29,  # 5 scales with 4, 7, 4, 4 and 5 categories
        "kebijakan": 4,
        "nomenklatur": 351,
    }
    before = row_counts()
    second = reference_load(folder=REFERENSI)
    assert {nama: h.perubahan for nama, h in second.items()} == dict.fromkeys(first, 0)
    assert {nama: h.tetap for nama, h in second.items()} == {nama: h.baru for nama, h in first.items()}
    assert row_counts() == before


def test_what_is_stored_is_what_the_files_say() -> None:
    load_referensi()
    kebijakan = KebijakanPengukuran.objects.get(kabupaten__kode="35.09", tahun=2023)
    assert (kebijakan.skala.kode, kebijakan.batas_atas, kebijakan.batas_bawah) == ("akip-2021", 100, 0)
    assert KebijakanPengukuran.objects.get(tahun=2020).batas_atas is None
    skala = Skala.objects.get(kode="skm-2017")
    assert [(k.kode, k.batas) for k in skala.kategori.all()] == [
        ("A", Decimal("88.3")),
        ("B", Decimal("76.6")),
        ("C", Decimal("65")),
        ("D", None),
    ]
    old = VersiNomenklatur.objects.for_tahun(2020).get()
    assert old.kode == "pra-2021"
    assert all(p.tanpa_kode for p in old.program.all())
    mukim = Kegiatan.objects.get(kode="7.01.03.2.04", program__versi__kode="2021")
    assert mukim.khusus_aceh
    assert Kecamatan.objects.get(kode="35.09.10").nama == "Balung"


@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("kategori", "message"),
    [
        ([], "Skala uji belum memiliki kategori."),
        ([{"kode": "A", "label": "Baik", "batas": "80"}], "Skala uji memiliki 0 kategori tanpa batas bawah."),
        (
            [{"kode": "A", "label": "Baik", "batas": "80"}, {"kode": "a", "label": "Kurang"}],
            'Skala uji memiliki lebih dari satu kategori "a".',
        ),
    ],
)
def test_a_scale_that_is_not_whole_is_not_loaded(
    tmp_path: Path, kategori: list[dict[str, object]], message: str
) -> None:
    file = tmp_path / "skala.json"
    skala = {"kode": "uji", "nama": "Uji", "dasar": "Uji.", "untuk": "huruf", "kategori": kategori}
    file.write_text(json.dumps([skala]), encoding="utf-8")
    with pytest.raises(InvalidFile, match=f"^Berkas skala.json, .*: {re.escape(message)}"):
        skala_load(file=file)
    assert not Skala.objects.exists()


@pytest.mark.one_engine
def test_a_scale_in_use_by_a_year_cannot_change_by_a_file_either(tmp_path: Path) -> None:
    kept_referensi()

    def moved(content: Any) -> None:
        next(one for one in content if one["kode"] == "akip-2021")["kategori"][0]["batas"] = "91"

    folder = change_file(copy_referensi(tmp_path), "skala.json", moved)
    with pytest.raises(
        InvalidFile, match=r"^Berkas skala\.json, .*tahun 2023, 2024, jadi tidak dapat diubah\. Beri"
    ):
        reference_load(folder=folder)
    assert Skala.objects.get(kode="akip-2021").kategori.get(kode="AA").batas == 90
    KebijakanPengukuran.objects.filter(skala__kode="akip-2021").delete()
    assert skala_load(file=folder / "skala.json").berubah == 1


@pytest.mark.one_engine
def test_the_load_leaves_one_trace_and_a_load_without_change_none() -> None:
    load_referensi()
    load_referensi()
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.pengguna, (jejak.sesudah or {}).get("pangkat")) == (
        "referensi.dimuat",
        None,
        "17 baru, 0 berubah, 0 tetap",
    )


def test_a_corrected_file_corrects_the_row_and_nothing_else(tmp_path: Path) -> None:
    kept_referensi()

    def betulkan(content: Any) -> None:
        content[0]["catatan"] = "Dibetulkan."

    results = reference_load(folder=change_file(copy_referensi(tmp_path), "peraturan.json", betulkan))
    assert (results["peraturan"].berubah, sum(h.perubahan for h in results.values())) == (1, 1)
    assert Peraturan.objects.get(kode="tap-mpr-xi-1998").catatan == "Dibetulkan."


@pytest.mark.one_engine
def test_what_the_office_keeps_itself_is_not_overwritten() -> None:
    kept_referensi()
    Kecamatan.objects.filter(kode="35.09.10").update(alamat="Jl. Rambipuji No. 1", telepon="0336-621004")
    make(Peraturan, kode="perbup-sendiri", sebutan="Peraturan Bupati buatan kabupaten")
    make(KebijakanPengukuran, kabupaten=Kecamatan.objects.get(kode="35.09.10").kabupaten, tahun=2022)
    load_referensi()
    assert Kecamatan.objects.get(kode="35.09.10").alamat == "Jl. Rambipuji No. 1"
    assert Peraturan.objects.filter(kode="perbup-sendiri").exists()
    assert KebijakanPengukuran.objects.filter(tahun=2022).exists()


@pytest.mark.one_engine
def test_names_of_areas_and_a_regulation_that_people_changed_stay(tmp_path: Path) -> None:
    kept_referensi()
    kabupaten, perbup = Kabupaten.objects.get(), Peraturan.objects.get(kode="perbup-jember-29-2021")

    def corrected(content: Any) -> None:
        content["kabupaten"] |= {"provinsi": "Jawa Timur Baru", "sebutan_desa": "Nagari"}

    Kabupaten.objects.update(sebutan="Kota", sebutan_kepala_daerah="Wali Kota", sebutan_desa="Kampung")
    Peraturan.objects.filter(pk=perbup.pk).update(berlaku_sampai=2024)
    for row in (kabupaten, perbup):
        trail_add(action="catatan.diubah", subject=row, sebutan=str(row))
    reference_load(folder=change_file(copy_referensi(tmp_path), "wilayah.json", corrected))
    kabupaten.refresh_from_db()
    perbup.refresh_from_db()
    assert (kabupaten.sebutan, kabupaten.sebutan_kepala_daerah) == ("Kota", "Wali Kota")
    assert (kabupaten.sebutan_desa, kabupaten.provinsi) == ("Kampung", "Jawa Timur Baru")
    assert perbup.berlaku_sampai == 2024


@pytest.mark.one_engine
def test_a_regulation_that_a_kabupaten_recorded_first_is_not_recorded_twice(tmp_path: Path) -> None:
    kept_referensi()
    kabupaten = Kabupaten.objects.get()
    parts = {"jenis": "Peraturan Bupati Jember", "nomor": "7", "tahun": 2024}
    own = make(Peraturan, kode="sendiri", sebutan="Perbup 7/2024", kabupaten=kabupaten, **parts)
    trail_add(action="catatan.ditambah", subject=own, sebutan=str(own))

    def delivered(content: Any) -> None:
        content.append(content[-1] | parts | {"kode": "perbup-jember-7-2024", "kabupaten": kabupaten.kode})

    results = reference_load(folder=change_file(copy_referensi(tmp_path), "peraturan.json", delivered))
    assert results["peraturan"].perubahan == 0
    assert Peraturan.objects.get(nomor="7").sebutan == "Perbup 7/2024"


def test_a_policy_that_people_changed_stays_and_an_untouched_one_follows_the_file(tmp_path: Path) -> None:
    kept_referensi()
    kebijakan = KebijakanPengukuran.objects.get(tahun=2023)
    KebijakanPengukuran.objects.filter(pk=kebijakan.pk).update(desimal=1)
    trail_add(action="catatan.diubah", subject=kebijakan, sebutan=str(kebijakan))

    def three_decimals(content: Any) -> None:
        for kebijakan in content:
            kebijakan["desimal"] = 3

    folder = change_file(copy_referensi(tmp_path), "kebijakan.json", three_decimals)
    assert reference_load(folder=folder)["kebijakan"].berubah == 3
    assert dict(KebijakanPengukuran.objects.values_list("tahun", "desimal")) == {
        2020: 3,
        2021: 3,
        2023: 1,
        2024: 3,
    }


def test_a_code_that_is_gone_is_deleted_unless_a_document_uses_it(tmp_path: Path) -> None:
    kept_referensi()
    program = Program.objects.get(versi__kode="2021", kode="7.01.06")
    used, free = program.kegiatan.get().sub_kegiatan.order_by("kode")[:2]
    make(
        Anggaran,
        kecamatan=Kecamatan.objects.first(),
        program=program,
        kegiatan=used.kegiatan,
        sub_kegiatan=used,
    )

    def remove(content: Any) -> None:
        versi = next(v for v in content["versi"] if v["kode"] == "2021")
        kegiatan = next(p for p in versi["program"] if p["kode"] == "7.01.06")["kegiatan"][0]
        kegiatan["sub_kegiatan"] = [
            s for s in kegiatan["sub_kegiatan"] if s["kode"] not in (used.kode, free.kode)
        ]

    results = reference_load(folder=change_file(copy_referensi(tmp_path), "nomenklatur.json", remove))
    assert results["nomenklatur"].dihapus == 1
    assert SubKegiatan.objects.filter(pk=used.pk).exists()
    assert not SubKegiatan.objects.filter(pk=free.pk).exists()


def remove_key(key: str) -> Callable[[Any], None]:
    return lambda content: content[0].pop(key)


def key_content(key: str, nilai: Any) -> Callable[[Any], None]:
    return lambda content: content[0].__setitem__(key, nilai)


@pytest.mark.one_engine  # refused before a row is written, or taken back as every transaction is
@pytest.mark.parametrize(
    ("file", "broken", "message"),
    [
        (
            "skala.json",
            remove_key("dasar"),
            'Berkas skala.json, [0]: kunci "dasar" belum diisi. Isi teksnya.',
        ),
        (
            "skala.json",
            key_content("jenis", "x"),
            'Berkas skala.json, [0]: kunci "jenis" tidak dikenal. Periksa ejaannya atau hapus kunci itu.',
        ),
        (
            "kebijakan.json",
            key_content("batas_atas", 100),
            'Berkas kebijakan.json, [0].batas_atas: "100" bukan angka. Tulis di antara tanda kutip dengan titik'
            ' desimal, misalnya "98.5".',
        ),
        (
            "kebijakan.json",
            key_content("skala", "lima"),
            'Berkas kebijakan.json, [0].skala: "lima" tidak dikenal. Isi salah satu dari akip-2021, jember-2020,'
            " lima-tingkat, skm-2004, skm-2017.",
        ),
        (
            "kebijakan.json",
            key_content("batas_waktu_lkip", "28/2/2021"),
            'Berkas kebijakan.json, [0].batas_waktu_lkip: "28/2/2021" bukan tanggal. Tulis tahun-bulan-tanggal,'
            " misalnya 2021-01-31.",
        ),
        (
            "kebijakan.json",
            key_content("desimal", 9),
            "Berkas kebijakan.json, [0].desimal: Isi jumlah desimal dari 0 sampai 4.",
        ),
        (
            "peraturan.json",
            key_content("dicabut_oleh", "uu-tidak-ada"),
            'Berkas peraturan.json, [0].dicabut_oleh: "uu-tidak-ada" tidak dikenal. Isi kode peraturan lain dalam'
            " berkas ini.",
        ),
        (
            "peraturan.json",
            lambda content: content.insert(1, content[0] | {"sebutan": "Lain"}),
            "Berkas peraturan.json, [1]: baris ini sama dengan baris sebelumnya. Hapus salah satu.",
        ),
        (
            "skala.json",
            lambda content: content.insert(1, content[0] | {"nama": "Lain"}),
            "Berkas skala.json, [1]: baris ini sama dengan baris sebelumnya. Hapus salah satu.",
        ),
        (
            "pangkat.json",
            key_content("urut", "17"),
            'Berkas pangkat.json, [0].urut: "17" bukan bilangan bulat. Tulis tanpa tanda kutip, misalnya 12.',
        ),
    ],
)
def test_a_broken_file_is_named_with_place_and_remedy_and_nothing_is_written(
    tmp_path: Path, file: str, broken: Callable[[Any], None], message: str
) -> None:
    folder = change_file(copy_referensi(tmp_path), file, broken)
    before = row_counts()
    with pytest.raises(InvalidFile) as error:
        reference_load(folder=folder)
    assert str(error.value) == message
    assert row_counts() == before
    assert not Kecamatan.objects.exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            b"{",
            "Berkas wilayah.json, baris 1, kolom 2: bukan JSON yang sah. Perbaiki tanda baca di sekitarnya.",
        ),
        (b"\xff", "Berkas wilayah.json bukan UTF-8. Simpan ulang sebagai UTF-8."),
        (b"[]", 'Berkas wilayah.json: "[]" bukan objek. Tulis {"kunci": "nilai"}.'),
        (
            b'{"kabupaten": {"kode": "1", "kode": "2"}}',
            'Berkas wilayah.json: kunci "kode" tertulis dua kali dalam satu objek. Hapus salah satu.',
        ),
        (b"{}", 'Berkas wilayah.json: kunci "kabupaten" belum diisi. Isi kabupaten beserta kodenya.'),
    ],
)
def test_a_file_that_is_no_such_file_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    location = tmp_path / "wilayah.json"
    location.write_bytes(content)
    with pytest.raises(InvalidFile) as error:
        wilayah_load(file=location)
    assert str(error.value) == message


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    location = tmp_path / "pangkat.json"
    with pytest.raises(InvalidFile) as error:
        pangkat_load(file=location)
    assert (
        str(error.value) == f"Berkas {location} tidak dapat dibaca. Pastikan berkas itu ada dan boleh dibaca."
    )


def test_a_list_is_expected_where_the_file_is_a_list(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match=r"^Berkas pangkat\.json: isinya bukan larik\. Tulis \[ … \]\.$"):
        pangkat_load(file=write_json(tmp_path / "pangkat.json", {}))


def test_regulations_that_revoke_each_other_are_refused(tmp_path: Path) -> None:
    def circle(content: Any) -> None:
        content[0]["dicabut_oleh"] = content[1]["kode"]
        content[1]["dicabut_oleh"] = content[0]["kode"]

    folder = change_file(copy_referensi(tmp_path), "peraturan.json", circle)
    with pytest.raises(InvalidFile, match="tidak dikenal"):
        reference_load(folder=folder)
