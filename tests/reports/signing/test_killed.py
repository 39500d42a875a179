"""A process that signs is killed by the signal that none survives, at every step; then the camat clicks again."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.db import connections
from django.utils import timezone

from kecamatan.models import Kecamatan, Pengguna
from reports.models import Arsip, Laporan, Penandatanganan, TandaTangan
from reports.signing import agreement, report
from reports.signing import sign as module
from reports.signing.agreement import SignableAgreement, SignedAlready
from reports.signing.chain import archived_files_are_whole, chain_is_whole, head
from reports.signing.keys.installation import installation_holder
from reports.signing.pdf import read_signatures
from reports.signing.report import SignableReport
from reports.signing.sign import sign
from reports.workflow.acts import Overtaken
from sakip.models import Penetapan
from tests.factory import (
    make,
    make_laporan,
    make_masa_jabatan,
    make_official_account,
    make_pengguna,
    make_pk,
)
from tests.reports.signing.conftest import Desk, certify, content
from tests.reports.signing.signers import PASSPHRASE, small_pdf


def prepared(kecamatan: Kecamatan) -> Desk:
    """A report whose files are made; of one page, which does not matter to how it is signed."""
    camat = make_pengguna("camat", kecamatan=kecamatan)
    operator = make_pengguna("operator", kecamatan=kecamatan)
    term = make_masa_jabatan(kecamatan=kecamatan)
    make_official_account(camat, term)
    certify(camat)
    laporan = make_laporan(kecamatan=kecamatan, status="diajukan", diajukan_oleh=operator)
    make(
        Penandatanganan,
        laporan=laporan,
        kecamatan=kecamatan,
        tahun=laporan.tahun,
        masa_jabatan=term,
        nama=term.pejabat.nama,
        diajukan_pada=laporan.diajukan_pada,
        status="siap",
        halaman=1,
        pdf=ContentFile(small_pdf(), name="lkip.pdf"),
        html=ContentFile(b"<!DOCTYPE html>", name="lkip.html"),
        docx=ContentFile(b"PK", name="lkip.docx"),
    )
    return Desk(laporan, camat, operator)


def prepared_pk(kecamatan: Kecamatan) -> tuple[SignableAgreement, Pengguna]:
    """The same of an agreed PK."""
    desk = prepared(kecamatan)
    row, pk = Penandatanganan.objects.get(), make_pk(kecamatan=kecamatan)
    agreed = make(Penetapan, kecamatan=kecamatan, jenis="pk", dokumen=pk.pk)
    hangs_on: dict[str, Any] = {"laporan": None, "penetapan": agreed, "jenis": "pk-murni"}
    Penandatanganan.objects.filter(pk=row.pk).update(**hangs_on, diajukan_pada=agreed.pada)
    return SignableAgreement(pk, agreed), desk.camat


def signed(desk: Desk) -> Arsip:
    opened = installation_holder(pengguna=desk.camat, passphrase=PASSPHRASE)
    return sign(signable=SignableReport(desk.laporan), by=desk.camat, holder=opened)


STEPS = ("_hold", "_stored_answer", "_answer", "accept", "_archive", "mark_signed", "append", "_release")

#: Before each of them, and after those that the next does not follow at once: the last of a transaction, the
#: transaction itself, the last of all.
PLACES = [*((step, False) for step in STEPS), *((step, True) for step in ("append", "_archive", "_release"))]


@pytest.mark.one_engine
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("step", "after"), PLACES)
def test_killed_at_any_step_it_is_signed_or_not(
    balung: Kecamatan, monkeypatch: pytest.MonkeyPatch, step: str, after: bool
) -> None:
    desk = prepared(balung)
    place = report if step == "mark_signed" else module
    real: Callable[..., Any] = getattr(place, step)

    def killed(*args: Any, **kwargs: Any) -> Any:
        result = real(*args, **kwargs) if after else None
        os.kill(os.getpid(), signal.SIGKILL)
        return result

    connections.close_all()  # no process takes another's connection along
    child = os.fork()
    if child == 0:
        monkeypatch.setattr(place, step, killed)
        try:
            signed(desk)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    is_signed = Laporan.objects.get(pk=desk.laporan.pk).status == "ditandatangani"
    assert is_signed == Arsip.objects.exists() == TandaTangan.objects.exists()
    assert is_signed == (step == "_release" or (step, after) == ("_archive", True))
    with time_machine.travel(timezone.now() + timedelta(minutes=4)):
        if is_signed:
            with pytest.raises(Overtaken):
                signed(desk)
        else:
            signed(desk)
    arsip = Arsip.objects.get()
    assert len(read_signatures(content(arsip.pdf))) == 1
    assert list(chain_is_whole()) == []
    assert list(archived_files_are_whole()) == []
    assert head() == arsip


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", ["tell_signed", "_release"])
def test_an_agreed_document_is_signed_or_not(
    balung: Kecamatan, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    signable, camat = prepared_pk(balung)

    def signs() -> Arsip:
        opened = installation_holder(pengguna=camat, passphrase=PASSPHRASE)
        return sign(signable=signable, by=camat, holder=opened)

    connections.close_all()
    child = os.fork()
    if child == 0:
        place = agreement if step == "tell_signed" else module
        monkeypatch.setattr(place, step, lambda *_args, **_kwargs: os.kill(os.getpid(), signal.SIGKILL))
        try:
            signs()
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    is_signed = Penetapan.objects.get().ditandatangani_pada is not None
    assert is_signed == Arsip.objects.exists() == TandaTangan.objects.exists() == (step == "_release")
    with time_machine.travel(timezone.now() + timedelta(minutes=4)):
        if is_signed:
            with pytest.raises(SignedAlready):
                signs()
        else:
            signs()
    assert len(read_signatures(content(Arsip.objects.get().pdf))) == 1
    assert list(chain_is_whole()) == list(archived_files_are_whole()) == []
