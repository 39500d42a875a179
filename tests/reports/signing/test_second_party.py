"""The kepala daerah signs a PK outside, after the camat: handed in by who may, and the first signature stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from kecamatan.models import Jejak, Pengguna
from reports.models import Arsip, TandaTangan
from reports.signing.agreement import signable_agreement
from reports.signing.archive import archive_of, signatures_of
from reports.signing.chain import archived_files_are_whole, chain_is_whole
from reports.signing.keys.holder import KeyKind
from reports.signing.keys.installation import installation_trust
from reports.signing.keys.local import holder_of, new_key
from reports.signing.pdf import read_signatures
from reports.signing.standing import StandingCode, standing_of
from reports.signing.verify import Verdict, verification_to_dict, verify
from sakip.models import PerjanjianKinerja
from tests.factory import make_pengguna
from tests.reports.signing.agreements import PASSWORD, browser, open_again
from tests.reports.signing.bsre.stand_in import ISSUER, certificate_of, certified_holder, issuers_file
from tests.reports.signing.conftest import content
from tests.reports.signing.signers import holder, small_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_files")]

BUPATI = "BUPATI JEMBER"


@pytest.fixture
def organisasi(pk: PerjanjianKinerja) -> Pengguna:
    person = make_pengguna("organisasi", kabupaten=pk.kecamatan.kabupaten, nama="Dewi Organisasi")
    person.set_password(PASSWORD)
    person.save()
    return person


@pytest.fixture
def hands(
    pk: PerjanjianKinerja, first: Arsip, organisasi: Pengguna, settings: Settings, tmp_path: Path
) -> Callable[..., Any]:
    """Hand in a file, or what these bytes become, as Bagian Organisasi."""
    settings.SAKIP_BSRE_ISSUERS = issuers_file(tmp_path)
    client = browser(organisasi)
    page = reverse("tanda-tangan-dokumen", args=[pk.kecamatan.slug, pk.tahun, "pk", pk.pk])
    client.post(f"{page}siapkan/")

    def give(sign: Callable[[bytes], bytes], **change: str) -> Any:
        read = client.get(f"{page}naskah/").getvalue()
        assert read == content(first.pdf)
        file = SimpleUploadedFile("pk.pdf", sign(read))
        return client.post(page, {"lama": PASSWORD, "berkas_bertanda": file} | change)

    return give


def by_bupati(pdf: bytes) -> bytes:
    return certified_holder("Bupati Jember").sign(pdf, reason="PK")


def of_an_issuer_of_ones_own(pdf: bytes) -> bytes:
    """Whoever hands it in can certify anybody."""
    key, name = new_key(), "CA Buatan Sendiri"
    certificate = certificate_of("Bupati Jember", name, key, new_key(), ca=False)
    return holder_of(kind=KeyKind.BSRE, key=key, certificate=certificate).sign(pdf, reason="PK")


def test_the_second_signature_continues_the_first(
    pk: PerjanjianKinerja,
    first: Arsip,
    hands: Callable[..., Any],
    organisasi: Pengguna,
) -> None:
    before = content(first.pdf)
    assert hands(by_bupati).status_code == 302
    second = Arsip.objects.get(melanjutkan=first)
    pdf = content(second.pdf)
    assert pdf.startswith(before)
    assert content(first.pdf) == before
    found = read_signatures(pdf, installation_trust())
    assert [(one.sound, one.covers_all) for one in found] == [(True, False), (True, True)]
    assert (second.pihak, second.versi, second.html_sha256) == (2, 1, first.html_sha256)
    one, two = signatures_of(second)
    assert (one.nama, two.nama, two.jabatan) == ("SITI AMINAH, S.Sos.", BUPATI, "Bupati Jember")
    assert (two.pengguna, two.cara, two.penerbit) == (organisasi, "bsre", ISSUER)
    told = Jejak.objects.filter(tindakan="dokumen.ditandatangani").order_by("id").last()
    assert told
    assert (told.pengguna, str(told.sebelum)) == (organisasi, "{'Keadaan': 'Ditandatangani Camat Balung'}")
    assert BUPATI in str(told.sesudah)
    assert archive_of(pk.kecamatan, pk.tahun, "pk-murni") == second
    assert standing_of(pk).words == "Ditandatangani Camat Balung dan Bupati Jember."
    assert signable_agreement(pk) is None
    assert list(chain_is_whole()) == list(archived_files_are_whole()) == []
    assert verify(pdf).verdict is verify(before).verdict is Verdict.GENUINE
    assert f"ditandatangani juga oleh {BUPATI}" in str(verify(before))
    told_as_json = verification_to_dict(verify(before))["laporan"]
    assert (told_as_json["nama"], told_as_json["dilanjutkan"]) == (str(first), BUPATI)


def test_who_reads_it_sees_both(pk: PerjanjianKinerja, first: Arsip, hands: Callable[..., Any]) -> None:
    hands(by_bupati)
    shown = browser(make_pengguna("pengawas", kabupaten=pk.kecamatan.kabupaten)).get(
        reverse("dokumen", args=[pk.kecamatan.slug, pk.tahun, "pk-murni"])
    )
    assert f"Ditandatangani {BUPATI}, Bupati Jember" in shown.text
    assert "Ditandatangani SITI AMINAH" in shown.text
    for token in TandaTangan.objects.values_list("token", flat=True):
        public = " ".join(Client().get(f"/verifikasi/{token}/").text.split())
        assert f"<dd>{BUPATI}</dd>" in public
        assert "<dd>SITI AMINAH, S.Sos.</dd>" in public
        assert "Belum menandatangani" not in public
    alone = SimpleUploadedFile("pk.pdf", content(first.pdf))
    answer = Client().post("/verifikasi/", {"berkas": alone}).text
    assert f"Sesudah itu ditandatangani juga oleh {BUPATI}, Bupati Jember" in answer


REFUSED: dict[str, Callable[[bytes], bytes]] = {
    "atas nama Wakil Bupati, sedangkan": lambda pdf: certified_holder("Wakil Bupati").sign(pdf, reason=""),
    "diterbitkan BUPATI JEMBER, bukan BSrE": lambda pdf: holder(BUPATI).sign(pdf, reason=""),
    "diterbitkan CA Buatan Sendiri, bukan BSrE": of_an_issuer_of_ones_own,
    "memuat 0 tanda tangan baru": lambda pdf: pdf,
    "bukan dokumen yang dikirim": lambda pdf: by_bupati(small_pdf("Lain")),
    "2 tanda tangan baru": lambda pdf: by_bupati(by_bupati(pdf)),
}


@pytest.mark.one_engine
def test_what_is_no_signature_of_the_kepala_daerah_is_refused(
    pk: PerjanjianKinerja, hands: Callable[..., Any]
) -> None:
    for words, sign in REFUSED.items():
        answer = hands(sign)
        assert (answer.status_code, words in answer.text) == (422, True), words
    assert standing_of(pk).code is StandingCode.SATU_PIHAK


@pytest.mark.one_engine
def test_who_may_hand_it_in(
    pk: PerjanjianKinerja, first: Arsip, camat: Pengguna, clerk: Pengguna, hands: Callable[..., Any]
) -> None:
    page = reverse("tanda-tangan-dokumen", args=[pk.kecamatan.slug, pk.tahun, "pk", pk.pk])
    for person in (camat, clerk, make_pengguna("pengawas", kabupaten=pk.kecamatan.kabupaten)):
        assert "menunggu Pihak Kedua" in browser(person).get(page).text
        for part in ("", "siapkan/"):
            assert browser(person).post(page + part).status_code == 403
    assert hands(by_bupati, lama="salah").status_code == 422
    assert Arsip.objects.get() == first


@pytest.mark.one_engine
def test_opened_meanwhile_it_is_not_signed_any_more(
    pk: PerjanjianKinerja, hands: Callable[..., Any], camat: Pengguna
) -> None:
    def slowly(pdf: bytes) -> bytes:
        open_again(pk, camat)
        return by_bupati(pdf)

    assert hands(slowly).status_code == 403  # nothing is to be handed in any more
    assert Arsip.objects.count() == 1
