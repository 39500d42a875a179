"""The pages: the camat prepares, reads and signs; what was signed is shown from its archive, everywhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime
from pytest_django import DjangoDbBlocker

from kecamatan.models import Kecamatan
from reports.models import Arsip, KunciTandaTangan, Laporan, Penandatanganan, PengaturanDokumen, TandaTangan
from reports.signing.keys import local
from reports.signing.pdf import read_signatures
from reports.signing.sign import prepare
from sakip.text.dates import format_tanggal
from tests.conftest import of_module
from tests.factory import make, make_pengguna
from tests.reports.signing.agreements import browser
from tests.reports.signing.conftest import Desk, at_hand, content, prepared_report
from tests.reports.signing.signers import NAME, PASSPHRASE, certified

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_files"), pytest.mark.one_engine]

PASSWORD = "sandi-akun-camat-91"


def where(desk: Desk, name: str, *more: object) -> str:
    return reverse(name, args=[desk.laporan.kecamatan.slug, desk.laporan.tahun, *more])


def given(answer: Any) -> bytes:
    """The file of an answer."""
    return b"".join(answer.streaming_content)


@pytest.fixture(scope="module")
def prepared(mini_of_module: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Desk]:
    """A report that is prepared."""
    with of_module(django_db_blocker):
        yield prepared_report(PASSWORD)


@pytest.fixture
def desk(prepared: Desk, db: None) -> Desk:
    return at_hand(prepared)


@pytest.fixture
def camat(desk: Desk) -> Client:
    """The camat's browser."""
    return browser(desk.camat)


def typed(**change: object) -> dict[str, object]:
    return {"lama": PASSWORD, "sandi_kunci": PASSPHRASE} | change


def test_from_the_way_to_the_signed_report(desk: Desk, camat: Client) -> None:
    assert where(desk, "tanda-tangan") in camat.get(where(desk, "alur")).text
    page = camat.get(where(desk, "tanda-tangan")).text
    assert "Naskah akhir siap" in page
    assert "bukan oleh BSrE" in page
    assert "atas nama SITI AMINAH, S.Sos." in page
    row = Penandatanganan.objects.get()
    assert (
        f'"alamat":"http://127.0.0.1:8000/verifikasi/{row.token}/"' in row.naskah
    )  # whatever host was asked
    read = given(camat.get(where(desk, "tanda-tangan-naskah")))
    answer = camat.post(where(desk, "tanda-tangan"), typed())
    assert answer["Location"] == where(desk, "dokumen", "lkip")
    assert content(Arsip.objects.get().pdf).startswith(read)
    shown = camat.get(answer["Location"]).text
    assert f"Ditandatangani {TandaTangan.objects.get().nama}" in shown


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"lama": "salah"}, "Kata sandi yang sekarang tidak cocok"),
        ({"sandi_kunci": "salah"}, "Frasa sandi kunci tidak cocok"),
        ({"sandi_kunci": ""}, "Isi frasa sandi kunci"),
    ],
)
def test_a_wrong_secret_signs_nothing(desk: Desk, camat: Client, change: dict[str, str], words: str) -> None:
    answer = camat.post(where(desk, "tanda-tangan"), typed(**change))
    assert answer.status_code == 422
    assert words in answer.text
    assert PASSPHRASE not in answer.text
    assert not Arsip.objects.exists()


def test_nobody_else_comes_to_the_desk(desk: Desk, camat: Client) -> None:
    organisasi = make_pengguna("organisasi", kabupaten=desk.laporan.kecamatan.kabupaten)
    admin = make_pengguna("admin", kabupaten=desk.laporan.kecamatan.kabupaten)
    for person in (desk.operator, organisasi, admin):
        for name in ("tanda-tangan", "tanda-tangan-naskah", "tanda-tangan-keadaan"):
            assert browser(person).get(where(desk, name)).status_code == 403
        assert browser(person).post(where(desk, "tanda-tangan"), typed()).status_code == 403
    assert not Arsip.objects.exists()


def test_a_file_of_ones_own_signs_where_the_kabupaten_chose_it(desk: Desk, camat: Client) -> None:
    make(PengaturanDokumen, kabupaten=desk.laporan.kecamatan.kabupaten, cara_tanda_tangan="pkcs12")
    camat.post(where(desk, "tanda-tangan-siapkan"))  # another key, other words in the document
    prepare(pk=Penandatanganan.objects.get().pk)
    assert "milik penanda tangan" in camat.get(where(desk, "tanda-tangan")).text
    key, certificate = certified()
    file = ContentFile(local.lock_key(key, PASSPHRASE, certificate), name="camat.p12")
    assert camat.post(where(desk, "tanda-tangan"), typed(berkas_kunci=file)).status_code == 302
    assert (TandaTangan.objects.get().cara, TandaTangan.objects.get().penerbit) == ("pkcs12", NAME)


def test_the_key_is_made_by_its_owner(mini: Kecamatan) -> None:
    camat = make_pengguna("camat", kecamatan=mini)
    camat.set_password(PASSWORD)
    camat.save()
    client = browser(camat)
    address = reverse("kunci-tanda-tangan")
    refused = client.post(address, typed(sandi_ulang="lain"))
    assert "tidak sama" in refused.text
    assert not KunciTandaTangan.objects.filter(pengguna=camat).exists()
    assert client.post(address, typed(sandi_ulang=PASSPHRASE)).status_code == 302
    assert "Menunggu sertifikat" in client.get(address).text


def test_the_page_of_a_key_says_of_whom_it_is_until_when_and_under_which_number(
    desk: Desk, camat: Client
) -> None:
    key = KunciTandaTangan.objects.get(pengguna=desk.camat)
    page = camat.get(reverse("kunci-tanda-tangan")).text
    assert "atas nama SITI AMINAH, S.Sos. sampai" in page
    assert key.berlaku_sampai is not None
    assert f"sampai {format_tanggal(localtime(key.berlaku_sampai).date())}, diterbitkan" in page
    assert f"Nomor seri {key.nomor_seri}." in page


def test_who_signs_is_told_why_the_final_document_was_not_made(desk: Desk, camat: Client) -> None:
    why = "Gambar rapat.jpg hilang. Unggah ulang."
    Penandatanganan.objects.update(status="gagal", pesan=why)
    page = camat.get(where(desk, "tanda-tangan")).text
    assert "Naskah akhir gagal disiapkan" in page
    assert why in page
    assert "Naskah akhir siap" not in page


@pytest.fixture
def signed(desk: Desk, camat: Client) -> Arsip:
    """The report, signed; then its records go on."""
    assert camat.post(where(desk, "tanda-tangan"), typed()).status_code == 302
    arsip = Arsip.objects.get()
    with arsip.html.storage.open(str(arsip.html.name), "wb") as target:
        target.write(
            b'<!DOCTYPE html><title>LKIP yang diarsipkan</title><style>.a { color: red }</style><style media="print">'
            b'@page { size: A4 }</style><main><article class="dokumen"><h1 id="bab-1" class="judul-1">BAB I</h1>'
            b'<p>seperti waktu itu</p><h1 id="bab-2" class="judul-1">BAB II</h1><h2 id="a" class="judul-2">A. Isi</h2>'
            b"</article></main>"
        )
    return arsip


@pytest.mark.both_engines
def test_every_page_and_download_is_of_the_archive(
    desk: Desk, signed: Arsip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browser(desk.operator)
    page = client.get(where(desk, "dokumen", "lkip")).text
    assert "seperti waktu itu" in page
    assert 'href="#bab-1"' in page
    assert "<style" not in page
    sheet = client.get(where(desk, "dokumen-gaya", "lkip")).text
    assert ".a { color: red }" in sheet
    assert "@media print {" in sheet
    asked = client.post(where(desk, "berkas-minta", "lkip"), {"bentuk": "pdf"})
    assert asked["Location"] == where(desk, "arsip-unduh", signed.pk, "pdf")
    answer = client.get(asked["Location"])
    pdf = given(answer)
    assert answer["Content-Disposition"] == 'attachment; filename="LKIP-Balung-2023-versi-1.pdf"'
    assert len(read_signatures(pdf)) == 1
    call_command("lkip", "balung", "2023", "--pdf", str(tmp_path / "a.pdf"))
    assert (tmp_path / "a.pdf").read_bytes() == pdf
    call_command("lkip", "--semua", "2023", "--zip", str(tmp_path / "a.zip"))
    with ZipFile(BytesIO((tmp_path / "a.zip").read_bytes())) as packed:
        assert packed.read("lkip-balung-2023.pdf") == pdf
    frozen = json.loads(given(client.get(where(desk, "arsip-unduh", signed.pk, "json"))))
    assert frozen["snapshot"]["kecamatan"]["nama"] == "Balung"
    assert frozen["naskah"]["konsep"] is False


def test_who_does_not_see_the_kecamatan_gets_no_archive(desk: Desk, signed: Arsip) -> None:
    stranger = make_pengguna("operator", kecamatan=make(Kecamatan, kode="35.09.77", slug="lain", nama="Lain"))
    assert browser(stranger).get(where(desk, "arsip-unduh", signed.pk, "pdf")).status_code == 404


def test_the_next_version_is_of_the_records_again(desk: Desk, signed: Arsip) -> None:
    Laporan.objects.filter(pk=desk.laporan.pk).update(status="dibuka_kembali")
    Laporan.objects.create(
        kecamatan=desk.laporan.kecamatan,
        tahun=2023,
        versi=2,
        menggantikan=desk.laporan,
        alasan_dibuka="Salah.",
    )
    client = browser(desk.operator)
    assert "KONSEP" in client.get(where(desk, "dokumen", "lkip")).text
    assert client.get(where(desk, "arsip-unduh", signed.pk, "pdf")).status_code == 200


def test_what_made_it_is_told_where_it_is_another_now(
    desk: Desk, signed: Arsip, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = where(desk, "dokumen", "lkip")
    assert "Dibuat dengan versi lain" not in browser(desk.operator).get(page).text
    monkeypatch.setattr(
        "reports.signing.archive.changed_since", lambda versions: ("susunan dokumen (10 menjadi 11)",)
    )
    told: Callable[[], str] = lambda: browser(desk.operator).get(page).text  # noqa: E731
    assert "Dibuat dengan versi lain: susunan dokumen (10 menjadi 11)" in told()
    assert "seperti waktu itu" in told()
