"""Signed outside and uploaded: taken only if it is the prepared file with one valid signature of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker, Settings

from kecamatan.ground.errors import InputError
from reports.forms import signing as signing_forms
from reports.models import Arsip, Laporan, Penandatanganan, PengaturanDokumen, TandaTangan
from reports.signing.accept import Refused
from reports.signing.keys.by_hand import HandHolder
from reports.signing.keys.holder import KeyKind
from reports.signing.sign import prepare
from tests.conftest import of_module
from tests.reports.signing.agreements import browser
from tests.reports.signing.bsre.stand_in import (
    ISSUER,
    NIK,
    PASSPHRASE,
    PASSWORD,
    TOTP,
    USER,
    certified_holder,
    issuers_file,
    standing_in,
)
from tests.reports.signing.conftest import Desk, at_hand, content, prepared_report
from tests.reports.signing.signers import certified, holder, small_pdf

pytestmark = pytest.mark.one_engine

ACCOUNT = "sandi-akun-camat-91"


def other_issuer(pdf: bytes) -> bytes:
    return holder("Ibu Camat").sign(pdf, reason="LKIP")


def of_bsre(pdf: bytes) -> bytes:
    return certified_holder().sign(pdf, reason="LKIP")


def hand(answered: bytes, kind: KeyKind = KeyKind.BSRE) -> HandHolder:
    return HandHolder(kind, answered)


@pytest.mark.one_engine
def test_the_issuer_is_who_the_words_under_the_qr_name(settings: Settings, tmp_path: Path) -> None:
    pdf = small_pdf()
    with pytest.raises(
        InputError, match="Minta admin mengisi SAKIP_BSRE_ISSUERS"
    ):  # anybody can call himself BSrE
        hand(of_bsre(pdf)).sign(pdf, reason="")
    assert hand(other_issuer(pdf), KeyKind.OWN_FILE).sign(pdf, reason="").startswith(pdf)
    settings.SAKIP_BSRE_ISSUERS = issuers_file(tmp_path)
    assert hand(of_bsre(pdf)).sign(pdf, reason="").startswith(pdf)
    with pytest.raises(Refused, match="diterbitkan Ibu Camat, bukan BSrE"):
        hand(other_issuer(pdf)).sign(pdf, reason="")


@pytest.mark.one_engine
def test_where_its_issuers_are_known_nobody_else_counts_as_bsre(settings: Settings, tmp_path: Path) -> None:
    settings.SAKIP_BSRE_ISSUERS = issuers_file(tmp_path)
    Path(settings.SAKIP_BSRE_ISSUERS).write_bytes(certified("Lain")[1].public_bytes(Encoding.PEM))
    with pytest.raises(Refused, match=f"diterbitkan {ISSUER}, bukan BSrE"):
        hand(of_bsre(small_pdf())).sign(small_pdf(), reason="")


def where(desk: Desk, name: str) -> str:
    return reverse(name, args=[desk.laporan.kecamatan.slug, desk.laporan.tahun])


@pytest.fixture(scope="module")
def prepared(
    mini_of_module: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """The kabupaten chose BSrE, and the report is prepared."""
    issuers = issuers_file(tmp_path_factory.mktemp("penerbit"))
    with of_module(django_db_blocker):
        yield prepared_report(ACCOUNT, chosen="bsre", SAKIP_BSRE_ISSUERS=issuers)


@pytest.fixture
def desk(prepared: Desk, db: None) -> Desk:
    return at_hand(prepared)


@pytest.fixture
def camat(desk: Desk, small_files: None, settings: Settings, tmp_path: Path) -> Client:
    """The camat's browser."""
    settings.SAKIP_BSRE_ISSUERS = issuers_file(tmp_path)
    return browser(desk.camat)


def uploaded(signed: bytes, **change: object) -> dict[str, object]:
    return {"lama": ACCOUNT, "berkas_bertanda": SimpleUploadedFile("lkip.pdf", signed)} | change


@pytest.mark.django_db
def test_downloaded_signed_outside_uploaded(desk: Desk, camat: Client) -> None:
    assert where(desk, "tanda-tangan-unggah") in camat.get(where(desk, "tanda-tangan")).text
    page = camat.get(where(desk, "tanda-tangan-unggah")).text
    assert "tandatangani satu kali dengan program Anda sendiri" in page
    assert "Passphrase BSrE" not in page
    read = camat.get(where(desk, "tanda-tangan-naskah")).getvalue()
    answer = camat.post(where(desk, "tanda-tangan-unggah"), uploaded(of_bsre(read)))
    assert answer.status_code == 302
    assert Laporan.objects.get(pk=desk.laporan.pk).status == "ditandatangani"
    row = TandaTangan.objects.get()
    assert (row.cara, row.penerbit) == ("bsre", ISSUER)
    assert content(Arsip.objects.get().pdf).startswith(read)
    assert "Balai Besar Sertifikasi Elektronik" in Client().get(f"/verifikasi/{row.token}/").text


def another(pdf: bytes) -> bytes:
    return of_bsre(small_pdf("Lain"))


def unsigned(pdf: bytes) -> bytes:
    return pdf


def changed(pdf: bytes) -> bytes:
    found = bytearray(of_bsre(pdf))
    found[len(pdf) // 2] ^= 1
    return bytes(found)


def saved_again(pdf: bytes) -> bytes:
    return of_bsre(pdf) + b"\n%%EOF\n"


def word(pdf: bytes) -> bytes:
    return b"PK\x03\x04"


@pytest.mark.django_db
@pytest.mark.parametrize("made", [another, unsigned, changed, saved_again, word, other_issuer])
def test_what_is_not_ours_signed_once_is_not_taken(
    desk: Desk, camat: Client, made: Callable[[bytes], bytes]
) -> None:
    answer = camat.post(where(desk, "tanda-tangan-unggah"), uploaded(made(small_pdf())))
    assert answer.status_code == 422
    assert "<title>Kesalahan: Tanda tangani LKIP" in answer.text
    assert not Arsip.objects.exists()
    assert Laporan.objects.get(pk=desk.laporan.pk).status == "diajukan"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"lama": "salah"}, "Kata sandi yang sekarang tidak cocok"),
        ({"berkas_bertanda": ""}, "Pilih PDF yang sudah ditandatangani."),
    ],
)
def test_the_password_is_asked_as_well(
    desk: Desk, camat: Client, change: dict[str, object], words: str
) -> None:
    answer = camat.post(where(desk, "tanda-tangan-unggah"), uploaded(of_bsre(small_pdf()), **change))
    assert (answer.status_code, words in answer.text) == (422, True)
    assert not Arsip.objects.exists()


@pytest.mark.django_db
def test_no_file_larger_than_such_can_be(desk: Desk, camat: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing_forms, "LARGEST_SIGNED", 1024)
    answer = camat.post(where(desk, "tanda-tangan-unggah"), uploaded(of_bsre(small_pdf())))
    assert (answer.status_code, "Berkas itu lebih dari" in answer.text) == (422, True)


@pytest.mark.both_engines
@pytest.mark.django_db
def test_a_key_of_the_installation_signs_nowhere_else(desk: Desk, camat: Client) -> None:
    PengaturanDokumen.objects.update(cara_tanda_tangan="instalasi")
    camat.post(where(desk, "tanda-tangan-siapkan"))
    prepare(pk=Penandatanganan.objects.get().pk)
    assert where(desk, "tanda-tangan-unggah") not in camat.get(where(desk, "tanda-tangan")).text
    answer = camat.post(where(desk, "tanda-tangan-unggah"), uploaded(of_bsre(small_pdf())))
    assert answer["Location"] == where(desk, "tanda-tangan")
    assert not Arsip.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("version", ["1", "2"])
def test_the_whole_way_through_the_service(
    desk: Desk, camat: Client, settings: Settings, version: str
) -> None:
    page = camat.get(where(desk, "tanda-tangan")).text
    assert reverse("nik-bsre") in page
    camat.post(reverse("nik-bsre"), {"nik": NIK})
    assert "NIK Anda belum diisi" not in camat.get(where(desk, "tanda-tangan")).text
    settings.SAKIP_BSRE_VERSION = version
    settings.SAKIP_BSRE_USER, settings.SAKIP_BSRE_PASSWORD = USER, PASSWORD
    settings.SAKIP_BSRE_VERIFY = True
    with standing_in() as esign:
        settings.SAKIP_BSRE_ADDRESS = esign.address
        esign.state = "EXPIRED"
        assert "Masa berlaku sertifikat BSrE Anda sudah habis" in camat.get(where(desk, "tanda-tangan")).text
        esign.state = "ISSUE"
        page = camat.get(where(desk, "tanda-tangan")).text
        assert f"untuk NIK yang berakhir {NIK[-4:]}" in page
        assert ("Kode TOTP BSrE" in page) == (version == "2")
        wrong = camat.post(where(desk, "tanda-tangan"), {"lama": ACCOUNT, "sandi_kunci": "salah-sekali"})
        assert (wrong.status_code, "Passphrase BSrE tidak cocok" in wrong.text) == (422, True)
        assert "salah-sekali" not in wrong.text
        esign.verdict = (500, {"error": "Sedang dirawat"})
        answer = camat.post(where(desk, "tanda-tangan"), {"lama": ACCOUNT, "sandi_kunci": PASSPHRASE})
        assert answer.status_code == 302
        assert "/verify" in esign.asked[-1].path
        asked = len(esign.asked)
        again = camat.post(where(desk, "tanda-tangan"), {"lama": ACCOUNT, "sandi_kunci": PASSPHRASE})
        assert (again.status_code, len(esign.asked)) == (302, asked)  # signed once
    assert TandaTangan.objects.get().penerbit == ISSUER  # whatever the service thinks of it afterwards
    shown = camat.get(answer["Location"]).text
    assert "Layanan BSrE belum dapat ditanya tentang tanda tangan ini: Sedang dirawat." in shown


@pytest.mark.django_db
def test_a_code_or_the_passphrase(desk: Desk, camat: Client, settings: Settings) -> None:
    camat.post(reverse("nik-bsre"), {"nik": NIK})
    settings.SAKIP_BSRE_USER, settings.SAKIP_BSRE_PASSWORD = USER, PASSWORD
    with standing_in() as esign:
        settings.SAKIP_BSRE_ADDRESS = esign.address

        def sent(**typed: str) -> str:
            return camat.post(where(desk, "tanda-tangan"), {"lama": ACCOUNT, **typed}).text

        assert "atau kode TOTP-nya" in sent()
        both = sent(sandi_kunci=PASSPHRASE, totp=TOTP)
        assert "Isi salah satu saja" in both
        assert "Kode TOTP BSrE tidak cocok" in sent(totp="111 111")
        assert esign.asked[-1].fields["totp"] == "111111"
        assert sent(totp=f"{TOTP[:3]} {TOTP[3:]}") == ""
    assert TandaTangan.objects.get().cara == "bsre"
