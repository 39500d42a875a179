"""Keys of persons under the installation's authority, and the command that keeps them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from cryptography.hazmat.primitives.serialization import pkcs12
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.utils import timezone

from kecamatan.accounts.passwords import first_password_create
from kecamatan.ground.errors import InputError
from kecamatan.models import AkunPejabat, Jejak, Kecamatan, Pejabat, Pengguna
from kecamatan.person_names import names_agree
from reports.models import KunciTandaTangan, PengaturanDokumen
from reports.signing.accept import Refused, accept
from reports.signing.keys import local, matters
from reports.signing.keys.holder import WrongPassphrase
from reports.signing.keys.installation import (
    authority_create,
    certificate_issue,
    installation_holder,
    installation_trust,
    key_create,
    key_revoke,
    owner_of,
)
from reports.signing.keys.local import own_file_holder
from reports.signing.keys.matters import key_matters
from reports.signing.pdf import read_signatures
from sakip.text.dates import format_tanggal
from tests.factory import make, make_kabupaten, make_masa_jabatan, make_official_account, make_pengguna
from tests.reports.signing.signers import AUTHORITY, PASSPHRASE, certified, holder, small_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def camat(balung: Kecamatan) -> Pengguna:
    """The account of an official, called by its office."""
    camat = make_pengguna("camat", kecamatan=balung, nama="Camat Balung")
    official = make(Pejabat, nama="Drs. Bambang Saputro, M.Si.")
    make_official_account(camat, make_masa_jabatan(kecamatan=balung, pejabat=official))
    return camat


@pytest.fixture
def certified_camat(camat: Pengguna) -> Pengguna:
    authority_create(nama="SAKIP Kabupaten Jember", passphrase=AUTHORITY)
    key_create(pengguna=camat, passphrase=PASSPHRASE)
    certificate_issue(pengguna=camat, passphrase=AUTHORITY)
    return camat


def test_the_owner_signs_and_the_authority_is_believed(certified_camat: Pengguna) -> None:
    holder = installation_holder(pengguna=certified_camat, passphrase=PASSPHRASE)
    signature = accept(small_pdf(), holder.sign(small_pdf(), reason="LKIP"), installation_trust()).signature
    assert (signature.signer, signature.issuer) == ("Drs. Bambang Saputro, M.Si.", "SAKIP Kabupaten Jember")
    assert signature.trusted
    assert not signature.revoked


def test_nobody_signs_without_the_passphrase_of_the_owner(certified_camat: Pengguna) -> None:
    for guess in ("", AUTHORITY, PASSPHRASE.upper(), f"{PASSPHRASE}\0"):
        with pytest.raises(WrongPassphrase):
            installation_holder(pengguna=certified_camat, passphrase=guess)
    row = KunciTandaTangan.objects.get()
    stored = bytes(row.kunci) + bytes(row.sertifikat) + bytes(row.kunci_publik)
    assert PASSPHRASE.encode() not in stored
    assert b"PRIVATE KEY" not in stored
    told = str(list(Jejak.objects.values()))
    assert PASSPHRASE not in told
    assert AUTHORITY not in told


def test_a_key_that_nobody_certified_does_not_sign(camat: Pengguna) -> None:
    key_create(pengguna=camat, passphrase=PASSPHRASE)
    with pytest.raises(InputError, match="belum disertifikasi"):
        installation_holder(pengguna=camat, passphrase=PASSPHRASE)


def test_an_account_that_is_no_official_gets_no_certificate(camat: Pengguna) -> None:
    authority_create(nama="SAKIP Kabupaten Jember", passphrase=AUTHORITY)
    key_create(pengguna=camat, passphrase=PASSPHRASE)
    AkunPejabat.objects.update(nama="Orang Lain")  # it is another person by now
    with pytest.raises(InputError, match="belum dihubungkan dengan pejabat"):
        certificate_issue(pengguna=camat, passphrase=AUTHORITY)
    AkunPejabat.objects.all().delete()
    with pytest.raises(InputError, match="belum dihubungkan dengan pejabat"):
        certificate_issue(pengguna=camat, passphrase=AUTHORITY)


def test_a_key_from_before_the_account_was_his_is_not_certified(camat: Pengguna) -> None:
    """The account of an office: who had it before made the key, and knows its passphrase."""
    authority_create(nama="SAKIP Kabupaten Jember", passphrase=AUTHORITY)
    key_create(pengguna=camat, passphrase=PASSPHRASE)
    AkunPejabat.objects.update(dibuat=timezone.now())
    with pytest.raises(InputError, match=r"dibuat sebelum akun itu dihubungkan dengan Drs\. Bambang Saputro"):
        certificate_issue(pengguna=camat, passphrase=AUTHORITY)


def test_no_key_is_made_while_others_may_be_at_the_account(camat: Pengguna) -> None:
    first_password_create(pengguna=camat, by=None)
    with pytest.raises(InputError, match="Penandatanganan ditutup"):
        key_create(pengguna=camat, passphrase=PASSPHRASE)
    assert not KunciTandaTangan.objects.exists()


def test_texts_that_are_too_long_are_refused_in_words(certified_camat: Pengguna) -> None:
    with pytest.raises(InputError, match="paling banyak 64 huruf"):
        authority_create(nama="S" * 65, passphrase=AUTHORITY)
    with pytest.raises(InputError, match="paling banyak 200 huruf"):
        key_revoke(pengguna=certified_camat, alasan="a" * 201, passphrase=AUTHORITY)


def test_a_name_in_a_certificate_is_shown_without_what_nobody_sees() -> None:
    signed = holder("SITI\u202e AMINAH\x00").sign(small_pdf(), reason="LKIP")
    assert accept(small_pdf(), signed).signature.signer == "SITI AMINAH"


def test_a_name_too_long_for_a_certificate_goes_without_degrees(camat: Pengguna) -> None:
    long = "Prof. Dr. Ir. H. Raden Mas Bambang Saputro Kusumo, S.Sos., M.Si., M.Kom., Ph.D."
    Pejabat.objects.update(nama=long)
    AkunPejabat.objects.update(nama=long)
    authority_create(nama="SAKIP Kabupaten Jember", passphrase=AUTHORITY)
    key_create(pengguna=camat, passphrase=PASSPHRASE)
    owner = owner_of(certificate_issue(pengguna=camat, passphrase=AUTHORITY))
    assert owner == "Prof. Dr. Ir. H. Raden Mas Bambang Saputro Kusumo"
    assert names_agree(owner, long)


@pytest.mark.parametrize(
    ("passphrase", "words"), [("pendek", "sedikitnya 12"), ("kata sandi akun", "lain dari kata sandi akun")]
)
def test_a_passphrase_that_will_not_do(camat: Pengguna, passphrase: str, words: str) -> None:
    camat.set_password("kata sandi akun")
    with pytest.raises(InputError, match=words):
        key_create(pengguna=camat, passphrase=passphrase)
    assert not KunciTandaTangan.objects.exists()


def test_one_key_at_a_time(certified_camat: Pengguna) -> None:
    with pytest.raises(InputError, match="sudah memiliki kunci"):
        key_create(pengguna=certified_camat, passphrase=PASSPHRASE)


def test_a_withdrawn_key_signs_no_more_and_what_it_signed_stays(certified_camat: Pengguna) -> None:
    holder = installation_holder(pengguna=certified_camat, passphrase=PASSPHRASE)
    before = holder.sign(small_pdf(), reason="LKIP")
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        key_revoke(pengguna=certified_camat, alasan="Ponsel hilang.", passphrase=AUTHORITY)
        with pytest.raises(InputError, match="belum memiliki kunci"):
            installation_holder(pengguna=certified_camat, passphrase=PASSPHRASE)
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        stolen = holder.sign(small_pdf(), reason="LKIP")  # by a thief who has kept it open
        with pytest.raises(Refused, match="sudah dicabut"):
            accept(small_pdf(), stolen, installation_trust())
        (one,) = read_signatures(before, installation_trust())
    assert one.trusted
    assert one.sound
    assert one.revoked is not None
    assert one.moment is not None
    assert one.moment < one.revoked


def test_an_old_certificate_signs_no_more(certified_camat: Pengguna) -> None:
    with (
        time_machine.travel(timezone.now() + timedelta(days=800)),
        pytest.raises(InputError, match="tidak berlaku hari ini"),
    ):
        installation_holder(pengguna=certified_camat, passphrase=PASSPHRASE)


def test_a_file_of_ones_own_signs_and_is_not_kept() -> None:
    key, certificate = certified()
    content = local.lock_key(key, PASSPHRASE, certificate)
    holder = own_file_holder(content, PASSPHRASE)
    assert accept(small_pdf(), holder.sign(small_pdf(), reason="LKIP")).signature.sound
    assert not KunciTandaTangan.objects.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (lambda: b"bukan kunci", "tidak cocok"),
        (lambda: b"x" * 200_000, "terlalu besar"),
        (lambda: local.lock_key(local.new_key(), PASSPHRASE), "tidak memuat kunci dengan sertifikatnya"),
    ],
)
def test_a_file_that_is_no_key(content: Callable[[], bytes], words: str) -> None:
    with pytest.raises(InputError, match=words):
        own_file_holder(content(), PASSPHRASE)


def type_in(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


@pytest.mark.both_engines
def test_the_command_makes_certifies_withdraws_and_exports(
    camat: Pengguna, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key_create(pengguna=camat, passphrase=PASSPHRASE)
    type_in(monkeypatch, AUTHORITY, AUTHORITY)
    call_command("sertifikat", "otoritas", "SAKIP Jember")
    type_in(monkeypatch, AUTHORITY)
    call_command("sertifikat", "terbitkan", camat.username)
    type_in(monkeypatch, AUTHORITY)
    call_command("sertifikat", "cabut", camat.username, "--alasan", "Pindah tugas")
    call_command("sertifikat", "ekspor", str(tmp_path))
    assert sorted(one.suffix for one in tmp_path.iterdir()) == [".cer", ".crl"]
    said = capsys.readouterr().out
    assert f"Sertifikat Drs. Bambang Saputro, M.Si. (akun {camat.username}) terbit, nomor seri" in said
    assert AUTHORITY not in said


@pytest.mark.parametrize(
    ("arguments", "lines", "words"),
    [
        (("otoritas", "SAKIP"), (AUTHORITY, "lain"), "tidak sama"),
        (("otoritas", "SAKIP"), ("pendek", "pendek"), "sedikitnya 12"),
        (("terbitkan", "siapa"), (AUTHORITY,), 'Pengguna "siapa" tidak ada'),
        (("ekspor", "."), (), "belum dibuat"),
    ],
)
def test_the_command_refuses_in_one_line(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], lines: tuple[str, ...], words: str
) -> None:
    type_in(monkeypatch, *lines)
    with pytest.raises(CommandError, match=words):
        call_command("sertifikat", *arguments)


@pytest.mark.both_engines
def test_the_key_of_an_owner_is_a_file_that_others_can_read_with_the_passphrase(
    certified_camat: Pengguna,
) -> None:
    """No format of our own: whoever has file and passphrase needs no program of ours."""
    key, _, _ = pkcs12.load_key_and_certificates(
        bytes(KunciTandaTangan.objects.get().kunci), PASSPHRASE.encode()
    )
    assert key is not None


def test_who_keeps_the_accounts_is_told_what_to_do_about_keys(
    camat: Pengguna, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    kabupaten = Kecamatan.objects.get().kabupaten
    office = make_pengguna("organisasi", kabupaten=kabupaten)

    def told(reader: Pengguna = office) -> list[tuple[str, str]]:
        """Whose key, and the first sentence."""
        return [
            (str(one.person or ""), one.words.split(". ")[0].split(";")[0]) for one in key_matters(reader)
        ]

    assert told() == []
    authority_create(nama="SAKIP Kabupaten Jember", passphrase=AUTHORITY)
    key_create(pengguna=camat, passphrase=PASSPHRASE)
    bupati = make_pengguna("bupati", kabupaten=kabupaten, nama="Bupati")
    key_create(pengguna=bupati, passphrase=PASSPHRASE)
    waits = "Kuncinya menunggu sertifikat"
    assert told() == [("Bupati", waits), ("Camat Balung", waits)]
    with monkeypatch.context() as few:
        few.setattr(matters, "MOST", 1)
        assert told() == [("Bupati", waits), ("", "Masih ada yang perlu ditangani")]
    Pengguna.objects.filter(pk=bupati.pk).update(is_active=False)
    assert told() == [("Camat Balung", waits)]  # nobody signs with a closed account
    assert told(camat) == []
    assert told(make_pengguna("organisasi", kabupaten=make_kabupaten(kode="35.10"))) == []
    client.force_login(office)
    page = client.get("/").text
    assert f"manage.py sertifikat terbitkan {camat.username}" in page
    assert f'href="/pengguna/{camat.pk}/"' in page
    certificate_issue(pengguna=camat, passphrase=AUTHORITY)
    now = timezone.now()
    for days, expected in (
        (700, []),  # it holds for 731 days, and for 31 more
        (702, ["Sertifikatnya berakhir"]),
        (732, ["Sertifikatnya sudah berakhir"]),
        (3625, ["Sertifikatnya sudah berakhir", "Otoritas sertifikat SAKIP Kabupaten Jember berakhir"]),
    ):
        with time_machine.travel(now + timedelta(days=days), tick=False):
            assert [re.sub(r" \d+ \w+ \d+$", "", words) for _, words in told()] == expected
    key_revoke(pengguna=camat, alasan="Ponsel hilang.", passphrase=AUTHORITY)
    assert told() == [
        ("Camat Balung", f"Kuncinya dicabut {format_tanggal(timezone.localdate())} (Ponsel hilang)")
    ]
    setting = make(PengaturanDokumen, kabupaten=kabupaten, cara_tanda_tangan="bsre")
    assert told() == []  # it signs with keys of others
    setting.delete()
    key_create(pengguna=camat, passphrase=PASSPHRASE)
    assert told() == [("Camat Balung", "Kuncinya menunggu sertifikat")]
