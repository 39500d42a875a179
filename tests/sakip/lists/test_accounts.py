"""Accounts from a list: every row has its verdict, all or nothing is opened, passwords are shown once."""

import io
import re
from collections.abc import Sequence
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from openpyxl import load_workbook

from kecamatan.models import AkunPejabat, Jejak, Kecamatan, Pengguna, UnitKerja
from tests.factory import make, make_kabupaten, make_kecamatan, make_masa_jabatan, make_pengguna
from tests.responses import element_texts
from tests.sakip.lists.list_files import xlsx

#: Services that are tried on both engines, over pages.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

HEADINGS = ("Nama", "NIP", "Kecamatan", "Peran", "Unit kerja", "Surel", "Nama pengguna")


@pytest.fixture
def organisasi(balung: Kecamatan, client: Client) -> Pengguna:
    pengguna = make_pengguna("organisasi", kabupaten=balung.kabupaten, username="organisasi", nama="Rina")
    client.force_login(pengguna)
    return pengguna


def upload(client: Client, *rows: Sequence[Any]) -> Any:
    file = SimpleUploadedFile("akun.xlsx", xlsx(HEADINGS, *rows))
    return client.post("/pengguna/daftar/", {"berkas": file})


def confirm(client: Client, preview: HttpResponse) -> Any:
    fields = dict(re.findall(r'name="(daftar|sidik)" value="([^"]+)"', preview.content.decode()))
    return client.post("/pengguna/daftar/buat/", fields)


def slips(response: HttpResponse) -> dict[str, str]:
    """Passwords by user name."""
    codes = element_texts(response.content.decode(), "code")
    return dict(zip(codes[1::3], codes[2::3], strict=True))


def test_a_list_opens_accounts_whose_first_passwords_work_and_are_stored_nowhere_in_clear(
    client: Client, organisasi: Pengguna, balung: Kecamatan
) -> None:
    unit = make(UnitKerja, kecamatan=balung, kunci="camat", nama="Camat", jenis="camat")
    seksi = make(
        UnitKerja, kecamatan=balung, kunci="pelayanan", nama="Seksi Pelayanan", jenis="seksi", induk=unit
    )
    preview = upload(
        client,
        (
            "Siti Aminah, S.Sos.",
            "",
            "Balung",
            "Operator kecamatan",
            "seksi pelayanan",
            "siti@contoh.go.id",
            "",
        ),
        ("", "", "Balung", "Camat", "", "", ""),
        ("Budi", "", "35.09.10", "operator", "", "", "budi.balung"),
    )
    assert Pengguna.objects.count() == 1
    assert "2 akun baru" in preview.content.decode()
    done = confirm(client, preview)
    passwords = slips(done)
    assert sorted(passwords) == ["budi.balung", "siti.aminah"]
    siti = Pengguna.objects.get(username="siti.aminah")
    assert (siti.nama, siti.email) == ("Siti Aminah, S.Sos.", "siti@contoh.go.id")
    assert list(siti.keanggotaan.get().unit.all()) == [seksi]
    for username, password in passwords.items():
        person = Pengguna.objects.get(username=username)
        assert person.check_password(password)
        assert person.wajib_ganti_sandi
    told = Jejak.objects.filter(pengguna=organisasi).order_by("pk").values_list("tindakan", flat=True)
    assert list(told) == [
        *("pengguna.dibuat", "keanggotaan.dibuat", "keanggotaan.diubah", "sandi_pertama.dibuat"),
        *("pengguna.dibuat", "keanggotaan.dibuat", "sandi_pertama.dibuat"),
    ]
    assert "no-store" in done["Cache-Control"]
    again = confirm(client, preview)
    assert again.status_code == 409
    assert Pengguna.objects.count() == 3


def test_who_has_an_account_is_said_and_left_as_it_is(
    client: Client, organisasi: Pengguna, balung: Kecamatan
) -> None:
    old = make_pengguna(
        "operator",
        kecamatan=balung,
        username="siti",
        nama="Hj. Siti Aminah, S.Sos",
        email="lama@contoh.go.id",
    )
    done = confirm(
        client,
        upload(
            client,
            ("Siti Aminah", "", "Balung", "Operator kecamatan", "", "baru@contoh.go.id", ""),
            ("Budi", "", "Balung", "Operator kecamatan", "", "", ""),
        ),
    )
    assert list(slips(done)) == ["budi"]
    assert "Siti Aminah: Sudah punya akun siti; tidak ada yang diubah." in done.content.decode()
    old.refresh_from_db()
    assert (old.email, old.wajib_ganti_sandi) == ("lama@contoh.go.id", False)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            ("Siti", "", "Balung", "Kepala Seksi", "", "", ""),
            'Peran "Kepala Seksi" tidak dikenal. Isi salah satu: Operator kecamatan, Camat, Pengawas, Kepala Daerah.',
        ),
        (
            ("Siti", "", "Balungan", "Camat", "", "", ""),
            'Kecamatan "Balungan" tidak ada di Kabupaten Jember. Tulis nama atau kodenya seperti di lembar Kecamatan'
            " pada templat.",
        ),
        (
            ("Siti", "", "Balung", "Camat", "", "siti(at)contoh", ""),
            'Kolom "Surel", isi “siti(at)contoh”: Tulis alamat surel seperti siti@contohkab.go.id, atau kosongkan.',
        ),
        (
            ("Siti", "19801124", "Balung", "Camat", "", "", ""),
            '"19801124" bukan NIP: 8 angka, seharusnya 18. Periksa pada SK atau kartu pegawai.',
        ),
        (
            ("Siti", "", "Balung", "Operator kecamatan", "Seksi Gaib", "", ""),
            'Unit kerja "seksi gaib" tidak ada di Kecamatan Balung. Pilih: belum ada unit kerja yang tercatat; atau'
            " kosongkan untuk seluruh kecamatan.",
        ),
        (
            ("Siti", "", "", "Admin", "", "", ""),
            'Kolom "Peran", isi “Admin”: Pilih peran dari daftar.',
        ),
        (
            ("Rina", "", "Balung", "Camat", "", "", "budi"),
            "Nama pengguna yang sama sudah ada pada baris 2. Hapus salah satu baris itu.",
        ),
    ],
)
def test_one_wrong_row_is_named_and_nobody_gets_an_account(
    client: Client, organisasi: Pengguna, balung: Kecamatan, row: Sequence[str], said: str
) -> None:
    preview = upload(client, ("Budi", "", "Balung", "Operator kecamatan", "", "", "budi"), row)
    assert preview.status_code == 422
    shown = preview.content.decode().replace("&quot;", '"')
    assert said in shown
    assert 'name="daftar"' not in shown
    assert Pengguna.objects.count() == 1


def test_a_camat_is_connected_with_the_official_of_his_nip(
    client: Client, organisasi: Pengguna, balung: Kecamatan
) -> None:
    term = make_masa_jabatan(kecamatan=balung, jabatan="camat")
    row = (term.pejabat.nama, term.pejabat.nip, "Balung", "Camat", "", "", "")
    confirm(client, upload(client, row))
    assert AkunPejabat.objects.get().pejabat == term.pejabat


def test_another_kabupaten_is_out_of_reach_and_a_preview_is_of_its_user_alone(
    client: Client, organisasi: Pengguna, balung: Kecamatan
) -> None:
    other = make_kabupaten(kode="36.03", nama="Tangerang", provinsi="Banten")
    make_kecamatan(kode="36.03.01", kabupaten=other, nama="Balaraja")
    refused = upload(client, ("Siti", "", "Balaraja", "Camat", "", "", ""))
    assert refused.status_code == 422
    preview = upload(client, ("Siti", "", "Balung", "Camat", "", "", ""))
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten, username="lain"))
    assert confirm(client, preview).status_code == 409
    assert not Pengguna.objects.filter(username__startswith="siti").exists()


def test_the_template_is_a_list_that_can_be_filled_and_sent_back(
    client: Client, organisasi: Pengguna, balung: Kecamatan
) -> None:
    content = client.get("/pengguna/daftar/templat/35.09/").content
    book = load_workbook(io.BytesIO(content))
    page = book["Akun"]
    assert [cell.value for cell in page[3]] == list(HEADINGS)
    assert [page.cell(4, 3).value, page.cell(4, 4).value] == ["Balung", "Operator kecamatan"]
    page.cell(4, 1).value = "Siti Aminah"
    filled = io.BytesIO()
    book.save(filled)
    file = SimpleUploadedFile("akun.xlsx", filled.getvalue())
    preview = client.post("/pengguna/daftar/", {"berkas": file}).content.decode()
    assert "1 akun baru" in preview
