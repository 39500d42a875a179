"""The kepala daerah signs a PK with his own account: as himself, with the key of his kabupaten, after the camat."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django import Settings

from kecamatan.accounts.passwords import invitation_create
from kecamatan.models import AkunPejabat, MasaJabatan, Pejabat, Pengguna
from reports.models import Arsip, Penandatanganan, PengaturanDokumen
from reports.signing.archive import signatures_of
from reports.signing.bsre.nik import nik_save
from reports.signing.keys.installation import certificate_issue, installation_trust, key_create
from reports.signing.pdf import read_signatures
from reports.signing.standing import standing_of
from reports.signing.waiting import documents_waiting
from sakip.models import KeputusanIKU, PerjanjianKinerja
from tests.factory import make, make_masa_jabatan, make_official_account, make_pengguna
from tests.reports.signing.agreements import PASSWORD, browser
from tests.reports.signing.bsre import stand_in
from tests.reports.signing.conftest import content
from tests.reports.signing.signers import AUTHORITY, PASSPHRASE, certified, said_by_poppler

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_files")]

BUPATI = "BUPATI JEMBER"


@pytest.fixture
def bupati(pk: PerjanjianKinerja, first: Arsip) -> Pengguna:
    person = make_pengguna("bupati", kabupaten=pk.kecamatan.kabupaten, nama="Bupati Jember")
    person.set_password(PASSWORD)
    person.save()
    make_official_account(person, MasaJabatan.objects.get(jabatan="bupati"))
    return person


def page_of(document: PerjanjianKinerja | KeputusanIKU, kode: str = "pk") -> str:
    return reverse("tanda-tangan-dokumen", args=[document.kecamatan.slug, 2023, kode, document.pk])


@contextmanager
def key(kind: str, owner: Pengguna, settings: Settings) -> Iterator[dict[str, Any]]:
    """A key of that kind in his name; what he types to open it."""
    make(
        PengaturanDokumen,
        kabupaten=owner.keanggotaan.get().kabupaten,
        cara_tanda_tangan=kind.partition("-")[0],
    )
    match kind:
        case "instalasi":
            key_create(pengguna=owner, passphrase=PASSPHRASE)
            certificate_issue(pengguna=owner, passphrase=AUTHORITY)
            yield {"sandi_kunci": PASSPHRASE}
        case "pkcs12":
            yield own_file("Bupati Jember")
        case _:
            settings.SAKIP_BSRE_USER, settings.SAKIP_BSRE_PASSWORD = stand_in.USER, stand_in.PASSWORD
            settings.SAKIP_BSRE_VERSION = kind[-1]
            nik_save(pengguna=owner, nik=stand_in.NIK)
            with stand_in.standing_in() as esign:
                settings.SAKIP_BSRE_ADDRESS = esign.address
                esign.sign = lambda pdf, reason: stand_in.certified_holder("Bupati Jember").sign(
                    pdf, reason=reason
                )
                yield {"sandi_kunci": stand_in.PASSPHRASE}


def own_file(name: str) -> dict[str, Any]:
    private, certificate = certified(name)
    opened = BestAvailableEncryption(b"sandi-berkas")
    file = pkcs12.serialize_key_and_certificates(None, private, certificate, None, opened)
    return {"sandi_kunci": "sandi-berkas", "berkas_kunci": SimpleUploadedFile("bupati.p12", file)}


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param("bsre-1"),
        *(pytest.param(k, marks=pytest.mark.one_engine) for k in ("bsre-2", "pkcs12", "instalasi")),
    ],
)
def test_he_signs_with_the_kind_of_key_that_his_kabupaten_chose(
    pk: PerjanjianKinerja, first: Arsip, bupati: Pengguna, settings: Settings, tmp_path: Path, kind: str
) -> None:
    client, page, before = browser(bupati), page_of(pk), content(first.pdf)
    with key(kind, bupati, settings) as typed:
        assert f'href="{page}"' in client.get("/").text
        assert client.post(f"{page}siapkan/")["Location"] == page
        shown = client.get(page).text
        assert "sudah memuat tanda tangan Pihak Pertama" in shown
        assert "Tercetak di bawah kode QR" not in shown  # of his key nothing is printed
        assert client.get(f"{page}naskah/").getvalue() == before
        assert client.post(page, typed | {"lama": "salah"}).status_code == 422
        for one in typed.values():
            getattr(one, "seek", int)(0)
        answer = client.post(page, typed | {"lama": PASSWORD})
    assert answer["Location"] == "/"
    second = Arsip.objects.get(melanjutkan=first)
    pdf = content(second.pdf)
    assert pdf.startswith(before)
    assert content(first.pdf) == before
    found = read_signatures(pdf, installation_trust())
    assert [(one.sound, one.covers_all) for one in found] == [(True, False), (True, True)]
    said = said_by_poppler(pdf, tmp_path)
    assert (said.count("Signature is Valid."), said.count("Total document signed")) == (2, 1)
    _, own = signatures_of(second)
    assert (own.pengguna, own.nama, own.cara) == (bupati, BUPATI, kind.partition("-")[0])
    assert standing_of(pk).words == "Ditandatangani Camat Balung dan Bupati Jember."
    home = client.get("/").text
    assert "Tidak ada yang menunggu" in home
    assert "Camat Balung dan Bupati Jember" in " ".join(home.split())
    assert client.post(page, typed | {"lama": PASSWORD}).status_code == 403  # nothing is signed twice


@pytest.mark.one_engine
def test_who_is_not_the_person_printed_is_told_what_helps(
    pk: PerjanjianKinerja, first: Arsip, bupati: Pengguna, settings: Settings
) -> None:
    client, page = browser(bupati), page_of(pk)
    with key("pkcs12", bupati, settings):
        client.post(f"{page}siapkan/")
        answer = client.post(page, own_file("Wakil Bupati") | {"lama": PASSWORD})
        assert (answer.status_code, "atas nama Wakil Bupati, sedangkan" in answer.text) == (422, True)
        former = make(Pejabat, nama="BUPATI LAMA", nip="")
        make_masa_jabatan(
            jabatan="bupati",
            pejabat=former,
            kecamatan=None,
            kabupaten=first.kecamatan.kabupaten,
            status="plh",
        )
        AkunPejabat.objects.filter(pengguna=bupati).update(pejabat=former, nama=former.nama)
        refusals = ["milik BUPATI LAMA, sedangkan BUPATI JEMBER menandatangani dengan akunnya sendiri"]
        shown = [
            client.get(page).text,
            client.post(page, own_file("Bupati Jember") | {"lama": PASSWORD}).text,
        ]
        assert [refusals[0] in one for one in shown] == [True, True]
        AkunPejabat.objects.filter(pengguna=bupati).delete()
        assert "belum dihubungkan dengan pejabat mana pun" in client.get(page).text
        assert "belum dihubungkan dengan pejabat" in client.get(reverse("akun")).text
        make_official_account(bupati, MasaJabatan.objects.get(jabatan="bupati", status=""))
        organisasi = make_pengguna("organisasi", kabupaten=first.kecamatan.kabupaten)
        invitation_create(pengguna=bupati, by=organisasi)
        again = browser(Pengguna.objects.get(pk=bupati.pk))
        assert "Penandatanganan ditutup" in again.get(page).text
    assert Arsip.objects.get() == first


@pytest.mark.one_engine
def test_he_finds_what_waits_and_reads_what_is_signed_and_nothing_else(
    pk: PerjanjianKinerja, iku: KeputusanIKU, first: Arsip, bupati: Pengguna
) -> None:
    client, kecamatan = browser(bupati), pk.kecamatan
    home = client.get("/").text
    assert "1 dari 1 Perjanjian Kinerja menunggu" in home
    assert "SITI AMINAH, S.Sos." in home
    assert "Belum ada dokumen yang ditandatangani" in home
    assert "Tidak ada yang sesuai" in client.get("/", {"tahun": "2023", "kecamatan": "lain"}).text
    file = client.get(reverse("arsip-unduh", args=[kecamatan.slug, 2023, first.pk, "pdf"]))
    assert file.getvalue() == content(first.pdf)
    signed = client.get(reverse("dokumen", args=[kecamatan.slug, 2023, "pk-murni"])).text
    assert "Ditandatangani SITI AMINAH" in signed
    assert (
        f'href="{reverse("tahun", args=[kecamatan.slug, 2023])}"' not in signed
    )  # no way to what he may not open
    for draft in (page_of(iku, "iku"), reverse("dokumen", args=[kecamatan.slug, 2023, "rkt"])):
        refused = client.get(draft)
        assert (refused.status_code, "Keduanya ada di Beranda" in refused.text) == (403, True)
    organisasi = make_pengguna("organisasi", kabupaten=kecamatan.kabupaten)
    asks = [documents_waiting(one, [kecamatan], 2023)[0].asks for one in (bupati, organisasi)]
    assert asks == [
        "Sudah ditandatangani camat; baca, lalu tanda tangani.",
        "Sudah ditandatangani camat; menunggu kepala daerah, atau unggah yang ditandatanganinya di luar.",
    ]
    assert browser(organisasi).post(f"{page_of(pk)}siapkan/").status_code == 302
    assert Penandatanganan.objects.get().melanjutkan == first  # which he takes up as well
    assert "Kata sandi akun" in client.get(page_of(pk)).text
