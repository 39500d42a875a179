"""A new list of the nomenklatur: its hierarchy, what it changes, the years that keep theirs."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from kecamatan.models import Jejak, Kecamatan
from sakip.lists.nomenklatur import COLUMNS, JudgedNomenklatur, judge_nomenklatur
from sakip.models import Kegiatan, Program, SubKegiatan, VersiNomenklatur
from sakip.records.reference import nomenklatur_load
from sakip.workbook.plain_table import read_table
from tests.factory import make_kabupaten, make_pengguna
from tests.sakip.lists.list_files import xlsx

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

HEADINGS = ("No", "Kode", "Nomenklatur Urusan Kabupaten/Kota", "Indikator", "Satuan")
LIST = (
    (1, 7, "UNSUR KEWILAYAHAN", "", ""),
    (2, 7.01, "KECAMATAN", "", ""),
    (3, "X.XX.01", "Program Penunjang Urusan", "", ""),
    (4, "7.01.02", "Program Pelayanan", "", ""),
    (5, "7.01.02.2.01", "Koordinasi", "", ""),
    (6, "7.01.02.2.01.0001", "Koordinasi dengan Instansi Vertikal", "Jumlah Laporan", "Laporan"),
    (7, "8.01.01", "Program Kesbangpol", "", ""),
)


@pytest.fixture
def old() -> VersiNomenklatur:
    versi = VersiNomenklatur.objects.create(kode="2023", nama="Kepmendagri 1317", tahun_awal=2024)
    program = Program.objects.create(versi=versi, kode="7.01.02", nama="Program Pelayanan Publik")
    Program.objects.create(versi=versi, kode="7.01.09", nama="Program yang Hilang")
    kegiatan = Kegiatan.objects.create(program=program, kode="7.01.02.2.01", nama="Koordinasi")
    SubKegiatan.objects.create(
        kegiatan=kegiatan,
        kode="7.01.02.2.01.0001",
        nama="Koordinasi dengan Instansi Vertikal",
        indikator="Jumlah Laporan",
        satuan="Laporan",
    )
    return versi


def judged(*rows: Sequence[Any], tahun: int = 2027) -> JudgedNomenklatur:
    table = read_table(xlsx(("Lampiran",), HEADINGS, *rows), COLUMNS, remedy="")
    return judge_nomenklatur(table.rows, tahun_awal=tahun)


def test_codes_are_new_changed_the_same_or_gone(old: VersiNomenklatur) -> None:
    result = judged(*LIST)
    assert result.errors == []
    assert [(row.kode, row.level, row.state, row.before) for row in result.rows] == [
        ("7.01.01", "program", "baru", ""),
        ("7.01.02", "program", "berubah", "Program Pelayanan Publik"),
        ("7.01.02.2.01", "kegiatan", "tetap", ""),
        ("7.01.02.2.01.0001", "sub_kegiatan", "tetap", ""),
    ]
    assert result.gone == [("7.01.09", "Program yang Hilang")]
    assert result.skipped == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            (8, "7.01.03.2.01.0001", "Peningkatan Partisipasi", "", ""),
            "Baris 10: 7.01.03.2.01.0001 Peningkatan Partisipasi tidak berinduk; kegiatan 7.01.03.2.01 tidak ada dalam"
            " daftar. Tambahkan baris induknya, atau perbaiki kodenya.",
        ),
        (
            (8, "7.01.02.02.01", "Koordinasi", "", ""),
            'Baris 10: "7.01.02.02.01" bukan kode. Tulis seperti 7.01.02 (program), 7.01.02.2.01 (kegiatan), atau'
            " 7.01.02.2.01.0001 (sub kegiatan).",
        ),
        (
            (8, "7.01.02", "Lagi", "", ""),
            "Baris 10: kode 7.01.02 sudah ada pada baris 6. Hapus salah satunya.",
        ),
        (
            (8, "", "dan Pelayanan Publik", "", ""),
            'Baris 10: "dan Pelayanan Publik" tidak berkode. Isi kodenya, atau gabungkan dengan baris di atasnya.',
        ),
        ((8, "7.01.03", "", "", ""), "Baris 10: 7.01.03 belum bernama. Isi namanya."),
    ],
)
def test_a_row_that_breaks_the_hierarchy_is_named(row: Sequence[Any], said: str) -> None:
    assert judged(*LIST, row).errors == [said]


def test_a_year_that_a_version_holds_already_is_refused(old: VersiNomenklatur) -> None:
    assert judged(*LIST, tahun=2024).errors == [
        "Kepmendagri 1317 sudah berlaku sejak tahun 2024. Isi tahun sesudah 2024 sebagai tahun mulai berlaku."
    ]


def upload(client: Client, *rows: Sequence[Any]) -> Any:
    fields = {"nama": "Kepmendagri 3406", "tahun_awal": "2027", "dasar": ""}
    file = SimpleUploadedFile("daftar.xlsx", xlsx(HEADINGS, *rows))
    return client.post("/nomenklatur/", fields | {"berkas": file})


def confirm(client: Client, preview: HttpResponse) -> Any:
    fields = dict(re.findall(r'name="(daftar|sidik)" value="([^"]+)"', preview.content.decode()))
    return client.post("/nomenklatur/pasang/", fields)


def test_a_list_is_installed_and_the_years_before_keep_theirs(
    client: Client, balung: Kecamatan, old: VersiNomenklatur, tmp_path: Path
) -> None:
    by = make_pengguna("organisasi", kabupaten=balung.kabupaten)
    client.force_login(by)
    preview = upload(client, *LIST)
    assert VersiNomenklatur.objects.count() == 1
    assert confirm(client, preview).status_code == 302
    assert [(v.kode, v.tahun_awal, v.tahun_akhir) for v in VersiNomenklatur.objects.all()] == [
        ("2023", 2024, 2026),
        ("2027", 2027, None),
    ]
    sub = SubKegiatan.objects.get(kegiatan__program__versi__kode="2027")
    assert (sub.kode, sub.satuan, sub.kegiatan.kode, sub.kode_dikonfirmasi) == (
        "7.01.02.2.01.0001",
        "Laporan",
        "7.01.02.2.01",
        True,
    )
    assert Program.objects.get(versi=old, kode="7.01.02").nama == "Program Pelayanan Publik"
    entry = Jejak.objects.get(tindakan="nomenklatur.diimpor")
    assert entry.pengguna == by
    assert entry.sesudah == {
        "berlaku sejak tahun": "2027",
        "banyaknya program": "2",
        "banyaknya kegiatan": "1",
        "banyaknya sub kegiatan": "1",
    }
    # The reference that comes with the program says that its last version has no end: it keeps the end it has here.
    file = tmp_path / "nomenklatur.json"
    file.write_text('{"versi": [{"kode": "2023", "nama": "Kepmendagri 1317", "tahun_awal": 2024}]}')
    nomenklatur_load(file=file)
    old.refresh_from_db()
    assert old.tahun_akhir == 2026


def test_who_decides_for_one_of_several_kabupaten_installs_nothing(client: Client, balung: Kecamatan) -> None:
    make_kabupaten(kode="36.03", nama="Tangerang", provinsi="Banten")
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    assert upload(client, *LIST).status_code == 403
    assert "Hanya admin seluruh wilayah yang memasangnya" in client.get("/nomenklatur/").content.decode()
    client.force_login(make_pengguna("admin", username="pusat"))
    assert confirm(client, upload(client, *LIST)).status_code == 302
