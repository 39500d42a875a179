"""The one judge of who signs: the person whose name is printed, with his own account, certificate and office.

Asked before anything is prepared, before it is signed, and once more of what came back signed, whatever the key.
"""

from __future__ import annotations

import hashlib
from typing import Final

from django.utils import timezone

from kecamatan.accounts.officials import official_of, still_the_same
from kecamatan.ground.errors import InputError
from kecamatan.models import MasaJabatan, Pengguna
from kecamatan.person_names import names_agree
from reports.signing.accept import Refused
from reports.signing.keys.holder import KeyKind
from reports.signing.keys.installation import key_of
from reports.signing.pdf import Signature
from sakip.records.pejabat.terms import in_charge
from sakip.text.dates import format_tanggal

#: Who holds the office, who acts while its holder is away, who signs a.n.: of each kind one at a time.
_HELD: Final = (
    frozenset(
        {MasaJabatan.Status.DEFINITIF.value, MasaJabatan.Status.PJ.value, MasaJabatan.Status.PLT.value}
    ),
    frozenset({MasaJabatan.Status.PJS.value, MasaJabatan.Status.PLH.value}),
    frozenset({MasaJabatan.Status.ATAS_NAMA.value}),
)

#: A name may end with the full stop of a degree: it stands inside a sentence, never at its end.
_CONNECT: Final = "Minta Bagian Organisasi atau admin menghubungkan akun {} dengan {} di halaman Pengguna."


class NotTheSigner(InputError):
    """Who is printed is not whose account this is, or does not hold the office today; ``str()`` says who, and what
    helps."""


def ensure_signer(by: Pengguna, term: MasaJabatan, printed: str, *, himself: bool) -> None:
    """Raise :class:`NotTheSigner` unless ``by`` is the person printed as signing in that term of office, and holds it
    today. Not ``himself`` where somebody hands in what a kepala daerah signed: his certificate says who."""
    if himself:
        _ensure_account(by, term, printed)
    _ensure_in_office(term)


def ensure_certificate(
    signature: Signature, *, by: Pengguna, printed: str, kind: KeyKind, himself: bool
) -> None:
    """Raise :class:`reports.signing.accept.Refused` unless the certificate is of the person printed; one of this
    installation has to be of that very account, and what others hand in was certified by BSrE: nothing else says whose
    it is."""
    if not himself and kind is not KeyKind.BSRE:
        raise Refused(
            f"Yang diunggah untuk {printed} harus bertanda tangan dengan sertifikat BSrE. Mintalah berkas yang"
            " demikian, atau biarkan ia menandatangani dengan akunnya sendiri."
        )
    if kind is KeyKind.INSTALLATION:
        key = key_of(by)
        own = key is not None and hashlib.sha256(bytes(key.sertifikat)).hexdigest() == signature.certificate
        if not (own and signature.trusted):
            raise Refused(
                f"Tanda tangan itu bukan dari kunci akun {by.username} yang berlaku di sini. Ulangi penandatanganan."
            )
    ensure_certificate_name(signature.signer, printed, kind)


def ensure_certificate_name(owner: str, printed: str, kind: KeyKind) -> None:
    """Raise :class:`reports.signing.accept.Refused` unless the name in a certificate is of the person printed."""
    if names_agree(owner, printed):
        return
    helps = {
        KeyKind.INSTALLATION: "Minta admin mencabutnya dan menerbitkan yang baru atas nama itu.",
        KeyKind.OWN_FILE: "Pakai sertifikat atas nama itu.",
        KeyKind.BSRE: "Periksa NIK Anda, dan pakai sertifikat atas nama itu.",
    }[kind]
    raise Refused(
        f"Sertifikat itu atas nama {owner}, sedangkan {printed} yang tercetak sebagai penanda tangan. {helps}"
    )


def _ensure_account(by: Pengguna, term: MasaJabatan, printed: str) -> None:
    who = f"{printed}, {term.sebutan}"
    tie = official_of(by)
    if tie is None:
        raise NotTheSigner(
            f"Yang tercetak sebagai penanda tangan: {who}. Akun Anda ({by.username}, {by}) belum dihubungkan dengan"
            f" pejabat mana pun. {_CONNECT.format(by.username, printed)}"
        )
    if not still_the_same(tie):
        raise NotTheSigner(
            f"Akun Anda ({by.username}) dihubungkan dengan {tie}, tetapi pejabat itu sekarang tercatat sebagai"
            f" {tie.pejabat.nama}, NIP {tie.pejabat.nip or 'kosong'}. {_CONNECT.format(by.username, printed)}"
        )
    if tie.pejabat_id != term.pejabat_id or not names_agree(tie.nama, printed):
        raise NotTheSigner(
            f"Yang tercetak sebagai penanda tangan: {who}. Akun ini ({by.username}) milik {tie.nama}, sedangkan"
            f" {printed} menandatangani dengan akunnya sendiri. Bila bukan ia yang menjabat, {_mend(term)}"
        )


def _mend(term: MasaJabatan) -> str:
    """What helps, in words that end a sentence."""
    terms = "masa jabatan di halaman Pejabat"
    if term.kabupaten_id is not None:
        terms = "minta Bagian Organisasi memperbaiki masa jabatan di Pengaturan kabupaten"
    return (
        "minta operator memperbaiki tanggal dokumen ini, sesudah dikembalikan atau dibuka penetapannya, atau"
        f" {terms}."
    )


def _ensure_in_office(term: MasaJabatan) -> None:
    if why := why_not_in_office(term):
        raise NotTheSigner(f"{why}. Bila itu keliru, {_mend(term)}")


def why_not_in_office(term: MasaJabatan) -> str:
    """That who is printed in that term does not hold the office today, and who does, without a full stop; empty where
    he does."""
    today = timezone.localdate()
    kinds = next(one for one in _HELD if term.status in one)
    terms = MasaJabatan.objects.filter(
        kecamatan=term.kecamatan_id, kabupaten=term.kabupaten_id, jabatan=term.jabatan, status__in=kinds
    ).select_related("pejabat", "kecamatan", "kabupaten")
    holds = in_charge(terms, term.jabatan, today)
    if holds is not None and (holds.pejabat_id, holds.status) == (term.pejabat_id, term.status):
        return ""
    return (
        f"{term.pejabat.nama} tercetak sebagai {term.sebutan}, tetapi hari ini ({format_tanggal(today)}) "
        + (f"yang tercatat menjabat {holds}" if holds else "tidak tercatat menjabat lagi")
    )
