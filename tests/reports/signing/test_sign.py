"""Signing as one job: what makes a report signed, who may, and that nothing is done twice or by half."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from kecamatan.accounts.passwords import first_password_create
from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak, Keanggotaan, Pengguna
from reports.models import Arsip, Laporan, Penandatanganan, TandaTangan
from reports.signing import sign as module
from reports.signing.chain import archived_files_are_whole, chain_is_whole
from reports.signing.keys.installation import installation_holder
from reports.signing.report import SignableReport
from reports.signing.sign import BeingSigned, preparation_request, prepare, sign
from reports.signing.verify import Verdict, verify
from reports.workflow.acts import Overtaken
from tests.reports.signing.conftest import Desk, content
from tests.reports.signing.signers import PASSPHRASE, holder

pytestmark = pytest.mark.django_db


def prepared(desk: Desk) -> Penandatanganan:
    row = preparation_request(signable=SignableReport(desk.laporan), by=desk.camat)
    prepare(pk=row.pk)
    row.refresh_from_db()
    assert row.status == "siap", row.pesan
    return row


def signed(desk: Desk) -> Arsip:
    opened = installation_holder(pengguna=desk.camat, passphrase=PASSPHRASE)
    return sign(signable=SignableReport(desk.laporan), by=desk.camat, holder=opened)


@pytest.mark.usefixtures("small_files")
class TestSigned:
    @pytest.mark.one_engine
    def test_archive_signature_state_and_trail(self, desk: Desk) -> None:
        row = prepared(desk)
        original, token = content(row.pdf), row.token
        arsip = signed(desk)
        signature = TandaTangan.objects.get()
        pdf = content(arsip.pdf)
        assert pdf.startswith(original)
        assert hashlib.sha256(pdf).hexdigest() == arsip.pdf_sha256 == signature.sidik
        assert (signature.cara, signature.token, len(token)) == ("instalasi", token, 43)  # 256 bits
        assert (signature.nama, signature.penerbit) == (
            signature.masa_jabatan.pejabat.nama,
            "SAKIP Kabupaten Jember",
        )
        assert Laporan.objects.get(pk=desk.laporan.pk).status == "ditandatangani"
        assert not Penandatanganan.objects.exists()
        assert Jejak.objects.filter(tindakan="laporan.ditandatangani").count() == 1
        assert verify(pdf).verdict is Verdict.GENUINE
        assert list(chain_is_whole()) == []
        assert list(archived_files_are_whole()) == []

    def test_what_was_submitted_again_meanwhile_is_not_signed_as_it_was(self, desk: Desk) -> None:
        """A key that answers slowly: the report comes back and is submitted anew before the answer is there."""
        prepared(desk)
        opened = installation_holder(pengguna=desk.camat, passphrase=PASSPHRASE)

        class Slow:
            kind = opened.kind

            def sign(self, pdf: bytes, *, reason: str) -> bytes:
                Laporan.objects.filter(pk=desk.laporan.pk).update(diajukan_pada=timezone.now())
                return opened.sign(pdf, reason=reason)

        with pytest.raises(InputError, match="diajukan lagi"):
            sign(signable=SignableReport(desk.laporan), by=desk.camat, holder=Slow())
        assert not Arsip.objects.exists()
        assert Laporan.objects.get(pk=desk.laporan.pk).status == "diajukan"

    @pytest.mark.parametrize(
        ("meanwhile", "words"),
        [
            (lambda camat: Pengguna.objects.filter(pk=camat.pk).update(is_active=False), "dinonaktifkan"),
            (lambda camat: Keanggotaan.objects.filter(pengguna=camat).delete(), "Hanya camat"),
        ],
        ids=["deactivated", "without the role"],
    )
    def test_who_lost_the_account_or_the_role_meanwhile_has_not_signed(
        self, desk: Desk, meanwhile: Callable[[Pengguna], object], words: str
    ) -> None:
        """A key that answers slowly: the rights that the request began with are not those of the archive."""
        prepared(desk)
        opened = installation_holder(pengguna=desk.camat, passphrase=PASSPHRASE)

        class Slow:
            kind = opened.kind

            def sign(self, pdf: bytes, *, reason: str) -> bytes:
                meanwhile(desk.camat)
                return opened.sign(pdf, reason=reason)

        with pytest.raises((InputError, PermissionDenied), match=words):
            sign(signable=SignableReport(desk.laporan), by=desk.camat, holder=Slow())
        assert not Arsip.objects.exists()
        assert Laporan.objects.get(pk=desk.laporan.pk).status == "diajukan"

    def test_who_is_late_does_not_free_what_another_holds(self, desk: Desk) -> None:
        row = prepared(desk)
        first = module._hold(SignableReport(desk.laporan))
        later = timezone.now() + module.HELD
        Penandatanganan.objects.filter(pk=row.pk).update(dipegang=later)  # taken over after its time
        module._release(first)
        row.refresh_from_db()
        assert row.dipegang == later

    @pytest.mark.one_engine
    def test_who_submitted_does_not_sign_and_no_other_role(self, desk: Desk) -> None:
        prepared(desk)
        with pytest.raises(PermissionDenied):
            sign(signable=SignableReport(desk.laporan), by=desk.operator, holder=holder())
        with pytest.raises(PermissionDenied):
            preparation_request(signable=SignableReport(desk.laporan), by=desk.operator)
        assert not Arsip.objects.exists()

    @pytest.mark.one_engine
    def test_a_second_click_signs_nothing(self, desk: Desk) -> None:
        prepared(desk)
        first = signed(desk)
        with pytest.raises(Overtaken):
            signed(desk)
        assert Arsip.objects.get() == first

    def test_of_two_at_once_the_second_waits(self, desk: Desk) -> None:
        row = prepared(desk)
        Penandatanganan.objects.filter(pk=row.pk).update(dipegang=timezone.now())
        with pytest.raises(BeingSigned):
            signed(desk)
        with time_machine.travel(timezone.now() + timedelta(minutes=4), tick=False):  # who held it is dead
            assert signed(desk).urut == 1

    @pytest.mark.one_engine
    def test_nothing_is_signed_that_was_not_prepared(self, desk: Desk) -> None:
        with pytest.raises(InputError, match="belum siap"):
            signed(desk)

    @pytest.mark.one_engine
    def test_what_was_submitted_again_is_prepared_again(self, desk: Desk) -> None:
        old = prepared(desk)
        Laporan.objects.filter(pk=desk.laporan.pk).update(diajukan_pada=timezone.now())
        desk.laporan.refresh_from_db()
        with pytest.raises(InputError, match="belum siap"):
            signed(desk)
        assert preparation_request(signable=SignableReport(desk.laporan), by=desk.camat).token != old.token

    @pytest.mark.one_engine
    def test_asked_for_twice_it_is_the_same(self, desk: Desk) -> None:
        assert prepared(desk) == preparation_request(signable=SignableReport(desk.laporan), by=desk.camat)

    @pytest.mark.one_engine
    def test_a_key_of_another_kind_does_not_sign_it(self, desk: Desk) -> None:
        prepared(desk)
        with pytest.raises(InputError, match="kunci yang lain"):
            sign(signable=SignableReport(desk.laporan), by=desk.camat, holder=holder())
        assert Penandatanganan.objects.get().dipegang is None

    @pytest.mark.one_engine
    def test_a_refused_answer_leaves_it_unsigned(self, desk: Desk) -> None:
        prepared(desk)

        class Other:
            kind = module.KeyKind.INSTALLATION

            def sign(self, pdf: bytes, *, reason: str) -> bytes:
                return b"%PDF-1.7 lain"

        with pytest.raises(InputError, match="bukan dokumen yang dikirim"):
            sign(signable=SignableReport(desk.laporan), by=desk.camat, holder=Other())
        assert Penandatanganan.objects.get().bertanda.name == ""
        assert Laporan.objects.get(pk=desk.laporan.pk).status == "diajukan"

    @pytest.mark.one_engine
    def test_signing_is_closed_while_others_may_be_at_the_account(self, desk: Desk) -> None:
        prepared(desk)
        first_password_create(pengguna=desk.camat, by=None)
        with pytest.raises(InputError, match="Ganti kata sandi Anda sendiri"):
            signed(desk)
        with pytest.raises(InputError, match="Ganti kata sandi Anda sendiri"):
            preparation_request(signable=SignableReport(desk.laporan), by=desk.camat)
        assert not Arsip.objects.exists()
