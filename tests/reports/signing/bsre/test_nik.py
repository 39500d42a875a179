"""The NIK of a signer: entered by its owner, kept so that the database alone does not tell it."""

from __future__ import annotations

import pytest
from django.db import connection
from pytest_django import Settings

from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.models import NikPenandaTangan
from reports.signing.accept import Refused, accept
from reports.signing.bsre.nik import nik_delete, nik_end, nik_of, nik_save, parse_nik
from reports.signing.bsre.transport import BsreRefused
from reports.signing.keys.bsre import bsre_holder
from reports.signing.keys.holder import KeyKind
from tests.factory import make_pengguna
from tests.reports.signing.bsre.stand_in import NIK, PASSPHRASE, PASSWORD, USER, standing_in
from tests.reports.signing.signers import holder as own_holder
from tests.reports.signing.signers import small_pdf

pytestmark = pytest.mark.one_engine


@pytest.fixture
def camat(balung: Kecamatan) -> Pengguna:
    return make_pengguna("camat", kecamatan=balung, nama="Drs. Bambang Saputro, M.Si.")


@pytest.mark.parametrize("text", [NIK, " 3509 1017 0880 0001 ", "350910.170880.0001", "3509105708800001"])
def test_a_nik_as_people_type_it(text: str) -> None:
    assert parse_nik(text) in (NIK, "3509105708800001")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Isi NIK Anda, 16 angka."),
        ("  ", "Isi NIK Anda, 16 angka."),
        (NIK[:-1], "Isi 16 angka NIK saja"),
        (NIK + "1", "Isi 16 angka NIK saja"),
        ("35091017088O0001", "Isi 16 angka NIK saja"),
        ("٣٥٠٩١٠١٧٠٨٨٠٠٠٠١", "Isi 16 angka NIK saja"),
        ("3509103208800001", "angka 7–12 bukan tanggal lahir"),
        ("3509101713800001", "angka 7–12 bukan tanggal lahir"),
        ("3509101708800000", "empat angka terakhirnya nol"),
        ("198011242001121003", "Isi 16 angka NIK saja"),
    ],
)
def test_what_is_no_nik_is_not_repeated(text: str, words: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_nik(text)
    assert words in str(refused.value)
    assert not text.strip() or text not in str(refused.value)


@pytest.mark.both_engines
@pytest.mark.django_db
def test_the_database_and_the_trail_do_not_tell_it(camat: Pengguna) -> None:
    nik_save(pengguna=camat, nik=NIK)
    assert (nik_of(camat), nik_end(camat)) == (NIK, "0001")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {NikPenandaTangan._meta.db_table}")  # noqa: S608
        stored = repr([bytes(c) if isinstance(c, memoryview) else c for row in cursor for c in row])
    told = repr(list(Jejak.objects.values())) + repr(NikPenandaTangan.objects.get())
    for text in (NIK, NIK[:6], NIK[-4:]):
        assert text not in stored + told
    assert list(Jejak.objects.values_list("tindakan", flat=True))[-1:] == ["nik_penanda_tangan.diisi"]


@pytest.mark.both_engines
@pytest.mark.django_db
def test_two_of_the_same_number_are_not_seen_to_be_the_same(camat: Pengguna, balung: Kecamatan) -> None:
    nik_save(pengguna=camat, nik=NIK)
    nik_save(pengguna=make_pengguna("camat", kecamatan=balung), nik=NIK)
    first, second = (bytes(row.nik) for row in NikPenandaTangan.objects.all())
    assert first != second


@pytest.mark.both_engines
@pytest.mark.django_db
def test_it_is_changed_and_forgotten(camat: Pengguna) -> None:
    nik_save(pengguna=camat, nik=NIK)
    nik_save(pengguna=camat, nik="3509105708800002")
    assert nik_of(camat) == "3509105708800002"
    nik_delete(pengguna=camat)
    nik_delete(pengguna=camat)
    assert nik_end(camat) == ""
    with pytest.raises(InputError, match="NIK Anda belum diisi"):
        nik_of(camat)


@pytest.mark.django_db
def test_another_secret_reads_nothing_and_says_so(camat: Pengguna, settings: Settings) -> None:
    nik_save(pengguna=camat, nik=NIK)
    former, settings.SECRET_KEY = settings.SECRET_KEY, "lain" * 20
    with pytest.raises(InputError, match="kunci instalasi berganti"):
        nik_of(camat)
    settings.SECRET_KEY_FALLBACKS = [former]
    assert nik_of(camat) == NIK


@pytest.mark.django_db
@pytest.mark.parametrize("version", ["1", "2"])
def test_the_camat_signs_at_bsre(camat: Pengguna, settings: Settings, version: str) -> None:
    with pytest.raises(InputError, match="belum disiapkan"):
        bsre_holder(pengguna=camat, passphrase=PASSPHRASE)
    with standing_in() as esign:
        settings.SAKIP_BSRE_ADDRESS, settings.SAKIP_BSRE_VERSION = esign.address, version
        settings.SAKIP_BSRE_USER, settings.SAKIP_BSRE_PASSWORD = USER, PASSWORD
        with pytest.raises(InputError, match="NIK Anda belum diisi"):
            bsre_holder(pengguna=camat, passphrase=PASSPHRASE)
        nik_save(pengguna=camat, nik=NIK)
        holder = bsre_holder(pengguna=camat, passphrase=PASSPHRASE)
        assert holder.kind is KeyKind.BSRE
        assert NIK not in repr(holder)
        assert PASSPHRASE not in repr(holder)
        signed = holder.sign(small_pdf(), reason="LKIP")
        assert accept(small_pdf(), signed).signature.signer == "Siti Aminah"
        esign.sign = lambda pdf, reason: own_holder("Bukan BSrE").sign(pdf, reason=reason)
        with pytest.raises(Refused, match="diterbitkan Bukan BSrE, bukan BSrE"):
            holder.sign(small_pdf(), reason="LKIP")
        esign.sign = lambda pdf, reason: small_pdf("Lain")
        with pytest.raises(Refused, match="bukan dokumen yang dikirim"):
            holder.sign(small_pdf(), reason="LKIP")
        with pytest.raises(BsreRefused, match="Passphrase BSrE tidak cocok"):
            bsre_holder(pengguna=camat, passphrase="salah").sign(small_pdf(), reason="LKIP")
