"""Who signs is who is printed: with his own account and under his own name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from kecamatan.accounts.officials import official_connect, official_disconnect
from kecamatan.ground.errors import InputError
from kecamatan.models import AkunPejabat, Kecamatan, MasaJabatan, Pejabat, Pengguna
from reports.models import Arsip, KunciTandaTangan, Penandatanganan, PengaturanDokumen
from reports.signing.accept import Refused
from reports.signing.keys.by_hand import HandHolder
from reports.signing.keys.holder import KeyHolder, KeyKind
from reports.signing.keys.installation import certificate_issue, installation_holder, key_create
from reports.signing.pdf import read_signatures
from reports.signing.report import SignableReport
from reports.signing.sign import preparation_request, prepare, sign
from reports.signing.signer import NotTheSigner, ensure_certificate, ensure_certificate_name
from tests.factory import make, make_masa_jabatan, make_official_account, make_pengguna
from tests.reports.signing.bsre.stand_in import certified_holder, issuers_file
from tests.reports.signing.conftest import Desk
from tests.reports.signing.signers import AUTHORITY, NAME, PASSPHRASE, holder, signed_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_files")]


def prepared(desk: Desk) -> Penandatanganan:
    row = preparation_request(signable=SignableReport(desk.laporan), by=desk.camat)
    prepare(pk=row.pk)
    row.refresh_from_db()
    return row


def signed(desk: Desk, by: Pengguna | None = None, opened: KeyHolder | None = None) -> Arsip:
    opened = opened or installation_holder(pengguna=by or desk.camat, passphrase=PASSPHRASE)
    return sign(signable=SignableReport(desk.laporan), by=by or desk.camat, holder=opened)


def another_camat(kecamatan: Kecamatan, nama: str = "BUDI SANTOSO", **term: object) -> Pengguna:
    """A camat of the same place with account and certificate of his own."""
    account = make_pengguna("camat", kecamatan=kecamatan, nama=nama)
    official = make(Pejabat, nama=nama, nip="")
    make_official_account(account, make_masa_jabatan(kecamatan=kecamatan, pejabat=official, **term))
    key_create(pengguna=account, passphrase=PASSPHRASE)
    certificate_issue(pengguna=account, passphrase=AUTHORITY)
    return account


class TestReport:
    @pytest.mark.one_engine
    def test_another_camat_does_not_sign_under_the_name_of_this_one(self, desk: Desk) -> None:
        former = another_camat(desk.laporan.kecamatan, mulai=date(2020, 1, 1), sampai=date(2021, 12, 31))
        words = "tercetak sebagai penanda tangan: SITI AMINAH, S.Sos., Camat Balung.*milik BUDI SANTOSO"
        with pytest.raises(NotTheSigner, match=words):
            preparation_request(signable=SignableReport(desk.laporan), by=former)
        prepared(desk)
        with pytest.raises(NotTheSigner, match=words):
            signed(desk, former)
        client = Client()
        client.force_login(former)
        page = client.get(reverse("tanda-tangan", args=[desk.laporan.kecamatan.slug, 2023])).text
        assert "milik BUDI SANTOSO" in page
        assert "Frasa sandi kunci" not in page
        assert not Arsip.objects.exists()

    @pytest.mark.one_engine
    def test_an_account_that_nobody_connected_is_told_what_to_do(self, desk: Desk) -> None:
        AkunPejabat.objects.all().delete()
        words = rf"admin menghubungkan akun {desk.camat.username} dengan SITI AMINAH, S\.Sos\. di halaman Pengguna\.$"
        with pytest.raises(NotTheSigner, match=words):
            preparation_request(signable=SignableReport(desk.laporan), by=desk.camat)
        assert not Penandatanganan.objects.exists()

    def test_an_official_made_another_person_takes_no_account_along(self, desk: Desk) -> None:
        """Who writes the records of officials gives the account of one to the next by changing a name."""
        Pejabat.objects.filter(nama="SITI AMINAH, S.Sos.").update(nama="BUDI SANTOSO", nip="")
        with pytest.raises(NotTheSigner, match="sekarang tercatat sebagai BUDI SANTOSO"):
            preparation_request(signable=SignableReport(desk.laporan), by=desk.camat)

    def test_who_was_made_another_person_between_preparing_and_signing(self, desk: Desk) -> None:
        prepared(desk)
        Pejabat.objects.filter(nama="SITI AMINAH, S.Sos.").update(nip="198001011999011001")
        with pytest.raises(NotTheSigner, match="NIP 198001011999011001"):
            signed(desk)

    @pytest.mark.one_engine
    def test_whoever_was_connected_meanwhile_is_judged_when_it_is_archived(self, desk: Desk) -> None:
        prepared(desk)
        organisasi = make_pengguna("organisasi", kabupaten=desk.laporan.kecamatan.kabupaten)
        opened = installation_holder(pengguna=desk.camat, passphrase=PASSPHRASE)

        class Slow:
            kind = opened.kind

            def sign(self, pdf: bytes, *, reason: str) -> bytes:
                official_disconnect(pengguna=desk.camat, by=organisasi)
                return opened.sign(pdf, reason=reason)

        with pytest.raises(InputError, match="melepas hubungan akun Anda"):
            signed(desk, opened=Slow())
        assert not Arsip.objects.exists()

    def test_who_was_just_connected_by_others_waits_a_day(self, desk: Desk) -> None:
        organisasi = make_pengguna("organisasi", kabupaten=desk.laporan.kecamatan.kabupaten)
        official = AkunPejabat.objects.get().pejabat
        AkunPejabat.objects.all().delete()
        official_connect(pengguna=desk.camat, pejabat=official, by=organisasi)
        with pytest.raises(InputError, match="menghubungkan akun Anda dengan seorang pejabat"):
            preparation_request(signable=SignableReport(desk.laporan), by=desk.camat)

    def test_a_certificate_of_another_name_is_refused(self, desk: Desk) -> None:
        """Issued before accounts were connected with officials, under whatever the account was called."""
        KunciTandaTangan.objects.all().delete()
        AkunPejabat.objects.update(nama="Camat Balung")
        Pejabat.objects.filter(nama="SITI AMINAH, S.Sos.").update(nama="Camat Balung")
        key_create(pengguna=desk.camat, passphrase=PASSPHRASE)
        certificate_issue(pengguna=desk.camat, passphrase=AUTHORITY)
        AkunPejabat.objects.update(nama="SITI AMINAH, S.Sos.")
        Pejabat.objects.filter(nama="Camat Balung").update(nama="SITI AMINAH, S.Sos.")
        prepared(desk)
        with pytest.raises(
            Refused, match=r"atas nama Camat Balung, sedangkan.*SITI AMINAH.*menerbitkan yang baru"
        ):
            signed(desk)
        assert Penandatanganan.objects.get().bertanda.name == ""

    @pytest.mark.one_engine
    def test_the_key_of_another_account_is_refused(self, desk: Desk) -> None:
        namesake = make_pengguna("camat", kecamatan=desk.laporan.kecamatan)
        AkunPejabat.objects.all().delete()
        term = MasaJabatan.objects.get(kecamatan=desk.laporan.kecamatan, jabatan="camat")
        make_official_account(namesake, term)
        prepared(Desk(desk.laporan, namesake, desk.operator))
        opened = installation_holder(pengguna=desk.camat, passphrase=PASSPHRASE)
        with pytest.raises(Refused, match=f"bukan dari kunci akun {namesake.username}"):
            signed(desk, namesake, opened)

    @pytest.mark.one_engine
    @pytest.mark.parametrize("kind", [KeyKind.OWN_FILE, KeyKind.BSRE])
    def test_every_kind_of_key_comes_through_the_same_judge(
        self, desk: Desk, kind: KeyKind, settings: Settings, tmp_path: Path
    ) -> None:
        settings.SAKIP_BSRE_ISSUERS = issuers_file(tmp_path)
        make(PengaturanDokumen, kabupaten=desk.laporan.kecamatan.kabupaten, cara_tanda_tangan=kind.value)
        Pejabat.objects.filter(nama="SITI AMINAH, S.Sos.").update(nama="BUDI SANTOSO")
        AkunPejabat.objects.update(nama="BUDI SANTOSO")
        row = prepared(desk)
        with row.pdf.open("rb") as source:
            pdf = source.read()
        other = holder("Siti Aminah") if kind is KeyKind.OWN_FILE else certified_holder()
        answered = other.sign(pdf, reason="LKIP")
        with pytest.raises(Refused, match=r"atas nama Siti Aminah, sedangkan.*BUDI SANTOSO"):
            signed(desk, opened=HandHolder(kind, answered))
        assert not Arsip.objects.exists()


def test_the_name_in_a_certificate_goes_without_titles() -> None:
    ensure_certificate_name("SITI AMINAH", "Hj. Siti Aminah, S.Sos.", KeyKind.BSRE)
    with pytest.raises(Refused, match="Periksa NIK Anda"):
        ensure_certificate_name("SITI AISYAH", "Hj. Siti Aminah, S.Sos.", KeyKind.BSRE)


@pytest.mark.one_engine
def test_what_another_hands_in_is_certified_by_bsre() -> None:
    (signature,) = read_signatures(signed_pdf())
    kind = KeyKind.OWN_FILE
    ensure_certificate(signature, by=Pengguna(), printed=NAME, kind=kind, himself=True)
    with pytest.raises(Refused, match="harus bertanda tangan dengan sertifikat BSrE"):
        ensure_certificate(signature, by=Pengguna(), printed=NAME, kind=kind, himself=False)
