"""The installation's certificate authority: it certifies that a key is a certain person's, and takes that back.

A person makes the key, under a passphrase that nobody else knows; who keeps the installation certifies it, under
another one. Neither can do the other's part, and the database alone opens nothing.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID
from django.db import IntegrityError, transaction
from django.utils import timezone

from kecamatan.accounts.foreign_hand import why_closed
from kecamatan.accounts.officials import official_of, still_the_same
from kecamatan.ground.errors import InputError
from kecamatan.ground.trail import trail_add
from kecamatan.models import Pengguna
from reports.models import KunciTandaTangan, OtoritasSertifikat
from reports.signing.keys.holder import KeyKind
from reports.signing.keys.local import LocalHolder, common_name, holder_of, lock_key, new_key, open_key
from reports.signing.pdf import Trust

PASSPHRASE_LENGTH: Final = 12

_AUTHORITY_YEARS: Final = timedelta(days=3653)
_CERTIFICATE_YEARS: Final = timedelta(days=731)
_LIST_DAYS: Final = timedelta(days=366)

#: The most that X.520 lets a common name be long.
_NAME_LENGTH: Final = 64

#: The most that the column of the reason holds.
_REASON_LENGTH: Final = 200

_USES: Final = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


@transaction.atomic
def authority_create(*, nama: str, passphrase: str) -> OtoritasSertifikat:
    """Make the installation's authority. Raises InputError for a short passphrase, an empty name or one too long."""
    ensure_passphrase(passphrase)
    if not 0 < len(nama.strip()) <= _NAME_LENGTH:
        raise InputError(
            f"Isi nama otoritas sertifikat, paling banyak {_NAME_LENGTH} huruf, misalnya SAKIP Kabupaten Jember."
        )
    key, name = new_key(), _name(nama.strip())
    now = timezone.now()
    certificate = (
        _certificate(name, name, key.public_key(), until=now + _AUTHORITY_YEARS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage("key_cert_sign", "crl_sign"), critical=True)
        .sign(key, hashes.SHA256())
    )
    authority = OtoritasSertifikat.objects.create(
        nama=nama.strip(), sertifikat=certificate.public_bytes(Encoding.DER), kunci=lock_key(key, passphrase)
    )
    trail_add(action="otoritas_sertifikat.dibuat", subject=authority, sebutan=authority.nama)
    return authority


@transaction.atomic
def key_create(*, pengguna: Pengguna, passphrase: str) -> KunciTandaTangan:
    """Make a person's key, which waits to be certified.

    Raises InputError for a passphrase that will not do, where there is a key already, and while somebody else may be at
    the account: he would know the passphrase.
    """
    if closed := why_closed(pengguna):
        raise InputError(closed)
    ensure_passphrase(passphrase)
    if pengguna.check_password(passphrase):
        raise InputError(
            "Pilih frasa sandi yang lain dari kata sandi akun: kata sandi dapat diganti orang lain, frasa sandi tidak."
        )
    key = new_key()
    public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    try:
        with transaction.atomic():
            row = KunciTandaTangan.objects.create(
                pengguna=pengguna, kunci=lock_key(key, passphrase), kunci_publik=public
            )
    except IntegrityError as error:
        raise InputError("Anda sudah memiliki kunci tanda tangan. Minta admin mencabutnya dahulu.") from error
    trail_add(action="kunci_tanda_tangan.dibuat", subject=row, sebutan=str(row), pengguna=pengguna)
    return row


@transaction.atomic
def certificate_issue(*, pengguna: Pengguna, passphrase: str) -> KunciTandaTangan:
    """Certify the key that a person has made, under the name of the official that the account is connected with.

    Raises InputError without either, WrongPassphrase for the authority's.
    """
    row = KunciTandaTangan.objects.select_for_update().filter(pengguna=pengguna, dicabut_pada=None).first()
    if row is None:
        raise InputError(
            f"{pengguna} belum membuat kunci. Minta ia membukanya di halaman Kunci tanda tangan."
        )
    if row.otoritas_id is not None:
        raise InputError(f"Kunci {pengguna} sudah bersertifikat. Cabut dahulu untuk menerbitkan yang baru.")
    tie = official_of(pengguna)
    if tie is None or not still_the_same(tie):
        raise InputError(
            f"Akun {pengguna.username} belum dihubungkan dengan pejabat. Minta Bagian Organisasi atau admin"
            " menghubungkannya di halaman Pengguna; sertifikat memuat nama pejabat itu."
        )
    if row.dibuat < tie.dibuat:
        raise InputError(
            f"Kunci akun {pengguna.username} dibuat sebelum akun itu dihubungkan dengan {tie.nama}; yang tahu frasa"
            f" sandinya mungkin pemegang akun sebelumnya. Cabut kunci itu, lalu minta {tie.nama} membuat yang baru."
        )
    authority = OtoritasSertifikat.objects.order_by("dibuat", "id").last()
    if authority is None:
        raise InputError("Otoritas sertifikat belum dibuat. Jalankan: manage.py sertifikat otoritas NAMA.")
    authority_key, authority_certificate = _opened(authority, passphrase)
    public: Any = serialization.load_der_public_key(bytes(row.kunci_publik))
    until = min(timezone.now() + _CERTIFICATE_YEARS, authority_certificate.not_valid_after_utc)
    certificate = (
        _certificate(_name(tie.pejabat.nama), authority_certificate.subject, public, until=until)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage("digital_signature", "content_commitment"), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False
        )
        .sign(authority_key, hashes.SHA256())
    )
    row.otoritas, row.sertifikat = authority, certificate.public_bytes(Encoding.DER)
    row.nomor_seri, row.berlaku_sampai = f"{certificate.serial_number:x}", certificate.not_valid_after_utc
    row.save(update_fields=["otoritas", "sertifikat", "nomor_seri", "berlaku_sampai"])
    trail_add(
        action="kunci_tanda_tangan.disertifikasi",
        subject=row,
        sebutan=str(row),
        after={
            "atas_nama": tie.nama,
            "nomor_seri": row.nomor_seri,
            "berlaku_sampai": row.berlaku_sampai.isoformat(),
        },
    )
    return row


@transaction.atomic
def key_revoke(*, pengguna: Pengguna, alasan: str, passphrase: str) -> KunciTandaTangan:
    """Withdraw a person's key for good, and list it as withdrawn. Raises InputError and WrongPassphrase."""
    row = KunciTandaTangan.objects.select_for_update().filter(pengguna=pengguna, dicabut_pada=None).first()
    if row is None:
        raise InputError(f"{pengguna} tidak memiliki kunci yang berlaku.")
    if not 0 < len(alasan.strip()) <= _REASON_LENGTH:
        raise InputError(
            f"Isi alasan pencabutan, paling banyak {_REASON_LENGTH} huruf, misalnya: ponsel hilang."
        )
    row.dicabut_pada, row.alasan_cabut = timezone.now(), alasan.strip()
    row.save(update_fields=["dicabut_pada", "alasan_cabut"])
    if row.otoritas is not None:
        _publish_list(row.otoritas, passphrase)
    trail_add(
        action="kunci_tanda_tangan.dicabut",
        subject=row,
        sebutan=str(row),
        before={"nomor_seri": row.nomor_seri},
        alasan=row.alasan_cabut,
    )
    return row


def key_of(pengguna: Pengguna) -> KunciTandaTangan | None:
    """The person's key that was not withdrawn."""
    return KunciTandaTangan.objects.filter(pengguna=pengguna, dicabut_pada=None).first()


def owner_of(key: KunciTandaTangan) -> str:
    """The name in the certificate of a key; empty while it has none."""
    content = bytes(key.sertifikat)
    return common_name(x509.load_der_x509_certificate(content).subject) if content else ""


def installation_holder(*, pengguna: Pengguna, passphrase: str) -> LocalHolder:
    """The person's key, opened. Raises InputError where it may not sign, WrongPassphrase."""
    row = key_of(pengguna)
    if row is None:
        raise InputError("Anda belum memiliki kunci tanda tangan. Buat dahulu di halaman Kunci tanda tangan.")
    if row.otoritas is None:
        raise InputError("Kunci Anda belum disertifikasi. Minta admin menerbitkan sertifikatnya.")
    key, _, _ = open_key(bytes(row.kunci), passphrase)
    issuer = x509.load_der_x509_certificate(bytes(row.otoritas.sertifikat))
    return holder_of(
        kind=KeyKind.INSTALLATION,
        key=key,
        certificate=x509.load_der_x509_certificate(bytes(row.sertifikat)),
        others=(issuer,),
    )


def installation_trust() -> Trust:
    """Whose certificates this installation believes: its own authorities', but those that they withdrew."""
    rows = OtoritasSertifikat.objects.values_list("sertifikat", "daftar_cabut")
    return Trust(
        roots=tuple(bytes(root) for root, _ in rows), lists=tuple(bytes(one) for _, one in rows if bytes(one))
    )


def ensure_passphrase(passphrase: str) -> None:
    """Raise InputError for one that can be guessed by its length."""
    if len(passphrase) < PASSPHRASE_LENGTH:
        raise InputError(f"Isi frasa sandi sedikitnya {PASSPHRASE_LENGTH} karakter.")


def _opened(authority: OtoritasSertifikat, passphrase: str) -> tuple[Any, x509.Certificate]:
    key, _, _ = open_key(bytes(authority.kunci), passphrase)
    return key, x509.load_der_x509_certificate(bytes(authority.sertifikat))


def _publish_list(authority: OtoritasSertifikat, passphrase: str) -> None:
    key, certificate = _opened(authority, passphrase)
    now = timezone.now()
    listed = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(certificate.subject)
        .last_update(now)
        .next_update(now + _LIST_DAYS)
    )
    for row in KunciTandaTangan.objects.filter(otoritas=authority, dicabut_pada__isnull=False):
        assert row.dicabut_pada  # noqa: S101  # filtered
        entry = x509.RevokedCertificateBuilder(int(row.nomor_seri, 16), row.dicabut_pada)
        listed = listed.add_revoked_certificate(entry.build())
    authority.daftar_cabut = listed.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)
    authority.save(update_fields=["daftar_cabut"])


def _certificate(subject: x509.Name, issuer: x509.Name, key: Any, *, until: Any) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(timezone.now() - timedelta(minutes=5))  # clocks of two machines are seldom the same
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _name(text: str) -> x509.Name:
    """Of a person the name alone: what is in a certificate stays in every file that it signs. What is too long for a
    certificate goes without its degrees."""
    short = text if len(text) <= _NAME_LENGTH else text.split(",")[0][:_NAME_LENGTH]
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, short)])


def _usage(*uses: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{use: use in uses for use in _USES})
