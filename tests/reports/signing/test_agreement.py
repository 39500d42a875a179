"""What was agreed is signed as it was agreed: PK, its perubahan and the SK IKU, by the same machinery as the LKIP."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak, MasaJabatan, Pengguna
from reports.models import Arsip, Penandatanganan, TandaTangan
from reports.publish.assemble import build_dokumen
from reports.publish.file_names import download_name
from reports.signing import sign as module
from reports.signing.agreement import (
    AgreementOpened,
    Document,
    SignedAlready,
    agreement_of,
    signable_agreement,
)
from reports.signing.archive import archive_of, archives_of
from reports.signing.chain import archived_files_are_whole, chain_is_whole, link_fingerprint
from reports.signing.freeze import frozen_of, thaw
from reports.signing.keys.installation import installation_holder
from reports.signing.sign import preparation_request, sign
from reports.signing.standing import StandingCode, standing_of
from reports.signing.verify import Verdict, verify
from reports.signing.waiting import documents_waiting
from reports.workflow.notices import send_notices
from sakip.entry.agreed import Agreed
from sakip.models import KeputusanIKU, Penetapan, PerjanjianKinerja
from tests.factory import make_pengguna, make_pk
from tests.reports.signing.agreements import DATED, TAHUN, agree, open_again, prepared, signed
from tests.reports.signing.conftest import content
from tests.reports.signing.signers import PASSPHRASE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_files")]


@pytest.mark.one_engine
def test_a_pk_is_signed_as_it_was_agreed(pk: PerjanjianKinerja, camat: Pengguna, clerk: Pengguna) -> None:
    agree(pk, clerk)
    arsip = signed(pk, camat)
    signature = TandaTangan.objects.get()
    assert str(arsip) == "Perjanjian Kinerja Kecamatan Balung Tahun 2023"
    assert (arsip.jenis, arsip.versi, arsip.pihak, arsip.laporan) == ("pk-murni", 1, 1, None)
    assert (signature.nama, signature.jabatan) == ("SITI AMINAH, S.Sos.", "Camat Balung")
    assert signature.masa_jabatan.jabatan == MasaJabatan.Jabatan.CAMAT
    assert archive_of(pk.kecamatan, TAHUN, "pk-murni") == arsip
    told = Jejak.objects.get(tindakan="dokumen.ditandatangani")
    assert (told.pengguna, told.objek_pk) == (camat, pk.pk)
    assert "SITI AMINAH, S.Sos." in str(told.sesudah)
    naskah = thaw(frozen_of(arsip))
    assert (naskah.konsep, naskah.results, naskah.narasi) == (False, None, ())
    assert not Penandatanganan.objects.exists()
    assert verify(content(arsip.pdf)).verdict is Verdict.GENUINE
    assert list(chain_is_whole()) == list(archived_files_are_whole()) == []
    assert standing_of(pk).words == "Ditandatangani Camat Balung; menunggu Pihak Kedua."


def test_the_decree_is_signed_by_who_issues_it(iku: KeputusanIKU, camat: Pengguna) -> None:
    agree(iku, camat)
    arsip = signed(iku, camat)
    assert str(arsip) == "Keputusan Camat tentang IKU Kecamatan Balung Tahun 2023"
    assert standing_of(iku).code is StandingCode.DITANDATANGANI
    assert signable_agreement(iku) is None


def test_who_is_told_what_waits(
    pk: PerjanjianKinerja, iku: KeputusanIKU, camat: Pengguna, clerk: Pengguna
) -> None:
    organisasi = make_pengguna("organisasi", kabupaten=pk.kecamatan.kabupaten)

    def waits(person: Pengguna, tahun: int = TAHUN) -> list[Document]:
        return [one.document for one in documents_waiting(person, [pk.kecamatan], tahun)]

    assert waits(camat) == []
    agree(pk, clerk)
    agree(iku, clerk)
    assert (waits(camat), waits(organisasi), waits(clerk)) == ([iku, pk], [], [])
    assert waits(camat, TAHUN + 1) == []
    signed(pk, camat)
    signed(iku, camat)
    assert (waits(camat), waits(organisasi)) == ([], [pk])


@time_machine.travel(datetime(TAHUN, 3, 1, tzinfo=UTC), tick=False)
def test_who_signs_is_told_by_mail(pk: PerjanjianKinerja, camat: Pengguna, clerk: Pengguna) -> None:
    Pengguna.objects.filter(pk=camat.pk).update(email="camat@contoh.go.id")
    agree(pk, clerk)
    assert (send_notices().count, send_notices().count) == (1, 0)
    assert (
        "- PK Kecamatan Balung Tahun 2023. Sudah ditetapkan; baca, lalu tanda tangani.\n"
        f"  http://127.0.0.1:8000/kecamatan/balung/2023/tanda-tangan/pk/{pk.pk}/\n"
    ) in str(mail.outbox[0].body)
    open_again(pk, clerk)
    agree(pk, clerk)  # another agreement, to be signed anew
    assert send_notices().count == 1


@pytest.mark.one_engine
def test_only_what_is_agreed_and_only_by_the_camat(
    pk: PerjanjianKinerja, camat: Pengguna, clerk: Pengguna
) -> None:
    assert signable_agreement(pk) is None
    agree(pk, clerk)
    found = signable_agreement(pk)
    assert found
    organisasi = make_pengguna("organisasi", kabupaten=pk.kecamatan.kabupaten)
    for person in (clerk, organisasi):
        with pytest.raises(PermissionDenied):
            preparation_request(signable=found, by=person)
    open_again(pk, clerk)
    with pytest.raises(AgreementOpened, match="tidak sedang ditetapkan"):
        preparation_request(signable=found, by=camat)


@pytest.mark.one_engine
def test_what_the_form_lacks_is_filled_in_first(pk: PerjanjianKinerja, camat: Pengguna) -> None:
    PerjanjianKinerja.objects.filter(pk=pk.pk).update(tanggal=None)
    agree(pk, camat)
    found = signable_agreement(pk)
    assert found
    with pytest.raises(
        InputError,
        match=r"ditandatangani: tanggal penandatanganan belum diisi\. Buka penetapannya, lengkapi, lalu",
    ):
        preparation_request(signable=found, by=camat)


@pytest.mark.one_engine
def test_opened_while_it_is_prepared_nothing_is_signed(pk: PerjanjianKinerja, camat: Pengguna) -> None:
    agree(pk, camat)
    before = prepared(pk, camat)
    open_again(pk, camat)
    assert not Penandatanganan.objects.exists()
    agree(pk, camat)
    with pytest.raises(AgreementOpened):
        sign(signable=before, by=camat, holder=installation_holder(pengguna=camat, passphrase=PASSPHRASE))
    assert not Arsip.objects.exists()


@pytest.mark.one_engine
def test_what_was_signed_and_not_archived_is_archived_without_another_signature(
    pk: PerjanjianKinerja, camat: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    agree(pk, camat)
    signable = prepared(pk, camat)
    holder = installation_holder(pengguna=camat, passphrase=PASSPHRASE)
    with monkeypatch.context() as broken:
        broken.setattr(module, "append", _dies)
        with pytest.raises(OSError, match="listrik"):
            sign(signable=signable, by=camat, holder=holder)
    assert standing_of(pk).code is StandingCode.DITETAPKAN
    assert not Arsip.objects.exists()
    bertanda = content(Penandatanganan.objects.get().bertanda)
    assert content(sign(signable=signable, by=camat, holder=holder).pdf) == bertanda


def _dies(*args: object) -> None:
    raise OSError("listrik padam")


@pytest.mark.one_engine
def test_a_second_click_signs_nothing(pk: PerjanjianKinerja, camat: Pengguna) -> None:
    agree(pk, camat)
    signable = prepared(pk, camat)
    holder = installation_holder(pengguna=camat, passphrase=PASSPHRASE)
    first = sign(signable=signable, by=camat, holder=holder)
    with pytest.raises(SignedAlready):
        sign(signable=signable, by=camat, holder=holder)
    assert Arsip.objects.get() == first


@pytest.mark.one_engine
def test_opening_what_is_signed_leads_to_the_next_version(
    pk: PerjanjianKinerja, camat: Pengguna, clerk: Pengguna
) -> None:
    agree(pk, clerk)
    assert "dan ditandatangani" not in Agreed(pk.kecamatan).reason(pk)
    first = signed(pk, camat)
    assert "dan ditandatangani, jadi tidak diubah" in Agreed(pk.kecamatan).reason(pk)
    open_again(pk, clerk)
    assert Agreed(pk.kecamatan).reason(pk) == ""
    assert archive_of(pk.kecamatan, TAHUN, "pk-murni") is None  # a draft again, shown from the records
    assert list(archives_of(pk)) == [first]
    assert verify(content(first.pdf)).verdict is Verdict.GENUINE  # until another is signed
    agree(pk, clerk)
    assert standing_of(pk).code is StandingCode.DITETAPKAN
    second = signed(pk, camat)
    assert (second.versi, str(second)) == (2, "Perjanjian Kinerja Kecamatan Balung Tahun 2023 versi 2")
    found = verify(content(first.pdf))
    assert (found.verdict, found.replaced_by) == (Verdict.REPLACED, second)
    assert list(chain_is_whole()) == []


@pytest.mark.one_engine
def test_each_perubahan_is_a_document_of_its_own(pk: PerjanjianKinerja, camat: Pengguna) -> None:
    agree(pk, camat)
    first = signed(pk, camat)
    one, two = (
        make_pk(kecamatan=pk.kecamatan, tahun=TAHUN, jenis="perubahan", versi=n, **DATED) for n in (1, 2)
    )
    agree(one, camat)
    arsip = signed(one, camat)  # not the later one, which is a draft
    naskah = thaw(frozen_of(arsip))
    assert "Perjanjian Kinerja Perubahan Tahun 2023" in build_dokumen(naskah, arsip.jenis).title
    assert str(arsip) == "Perjanjian Kinerja Perubahan Kecamatan Balung Tahun 2023"
    assert standing_of(pk).replaced_by == arsip
    assert verify(content(first.pdf)).replaced_by == arsip
    agree(two, camat)
    assert [one.document for one in documents_waiting(camat, [pk.kecamatan], TAHUN)] == [two]
    name = download_name("pk-perubahan", pk.kecamatan, TAHUN, "pdf", versi=1, perubahan=2)
    assert name == "PK-Perubahan-2-Balung-2023-versi-1.pdf"
    assert str(signed(two, camat)) == "Perjanjian Kinerja Perubahan Ke-2 Kecamatan Balung Tahun 2023"


def test_the_database_keeps_what_was_signed(pk: PerjanjianKinerja, camat: Pengguna) -> None:
    agree(pk, camat)
    signed(pk, camat)
    own: QuerySet[Penetapan] = QuerySet(Penetapan).filter(pk=Penetapan.objects.get().pk)
    for act in (
        lambda: own._raw_delete(own.db),
        lambda: own.update(dokumen=0),
        lambda: own.update(ditandatangani_pada=None),
    ):
        with pytest.raises(IntegrityError, match="sudah ditandatangani tidak dapat"), transaction.atomic():
            act()
    open_again(pk, camat)
    with pytest.raises(IntegrityError, match="sudah ditandatangani tidak dapat"), transaction.atomic():
        own.update(dibuka_pada=None)
    assert agreement_of(pk) is None


@pytest.mark.one_engine
def test_the_link_names_what_only_an_agreed_document_has(pk: PerjanjianKinerja, camat: Pengguna) -> None:
    agree(pk, camat)
    arsip = signed(pk, camat)
    for column in ("jenis", "perubahan", "pihak"):
        changed = Arsip.objects.get(pk=arsip.pk)
        setattr(changed, column, 7)
        assert link_fingerprint(changed, changed.tanda_tangan) != arsip.sidik
