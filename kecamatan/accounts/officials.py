"""Which official an account is, and who says so: those who keep the account, never its owner.

Another hand says it, so it is told to the owner and closes signing for a while, like a password that others set
(:mod:`kecamatan.accounts.foreign_hand`).
"""

from __future__ import annotations

from typing import Any, Final

from django.db import IntegrityError, transaction
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from kecamatan.accounts.owner_mail import tell_owner, tell_people
from kecamatan.accounts.trail import tell
from kecamatan.authority import Authority
from kecamatan.ground.errors import InputError
from kecamatan.models import AkunPejabat, Keanggotaan, MasaJabatan, Pejabat, Pengguna
from kecamatan.person_names import names_agree

Peran = Keanggotaan.Peran

#: Who would know that the account of an official is another's: who works where he does.
_WITNESSES: Final = {
    Peran.CAMAT: (Peran.CAMAT, Peran.OPERATOR),
    Peran.BUPATI: (Peran.BUPATI, Peran.ORGANISASI, Peran.PENGAWAS),
}

#: The peran of officials: each has the code of the office in which he signs.
OFFICIALS: Final = tuple(_WITNESSES)


def official_of(person: Pengguna) -> AkunPejabat | None:
    """The official that an account is, None while nobody said so (1 query)."""
    return AkunPejabat.objects.filter(pengguna=person).select_related("pejabat").first()


def still_the_same(tie: AkunPejabat) -> bool:
    """Whether the official is recorded as the person that the account was connected with."""
    official = tie.pejabat
    other_nip = tie.nip and official.nip and tie.nip != official.nip
    return not other_nip and names_agree(tie.nama, official.nama)


def offered_officials(person: Pengguna, by: Pengguna) -> QuerySet[Pejabat]:
    """Whom the account can be: who holds or held the office where its owner has its peran, as far as the user sees
    it."""
    own = Q(pk__in=())
    for peran in OFFICIALS:
        own |= _there(person.keanggotaan.filter(peran=peran), jabatan=peran)
    terms = MasaJabatan.objects.for_user(by).filter(own)
    return Pejabat.objects.filter(pk__in=terms.order_by().values("pejabat")).prefetch_related(
        Prefetch("masa", terms.select_related("kecamatan", "kabupaten"))
    )


def _there(places: QuerySet[Any], **columns: Any) -> Q:
    """Rows with these columns in the kecamatan, or in the kabupaten, of those others."""
    rows = places.order_by()
    at = Q(kecamatan__in=rows.values("kecamatan")) | Q(kabupaten__in=rows.values("kabupaten"))
    return Q(**columns) & at


@transaction.atomic
def official_connect(*, pengguna: Pengguna, pejabat: Pejabat, by: Pengguna) -> AkunPejabat:
    """Say that the account is that official's, in place of whom it was before; the same once more does nothing.

    Raises InputError where the official has another account or never held the office where the owner is,
    :class:`kecamatan.authority.NotPermitted` for who does not keep the account.
    """
    Authority(by).ensure_may_manage(pengguna)
    person = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    if not offered_officials(person, by).filter(pk=pejabat.pk).exists():
        raise InputError(
            f"{pejabat} tidak tercatat sebagai camat atau kepala daerah di tempat {person} memegang peran itu."
            " Pilih dari daftar."
        )
    before = official_of(person)
    if before is not None and before.pejabat_id == pejabat.pk and still_the_same(before):
        return before
    if taken := _account_of(pejabat, but=person):
        raise InputError(
            f"{pejabat} sudah dihubungkan dengan akun {taken.pengguna.username}. Lepaskan dahulu akun itu, atau"
            " minta admin."
        )
    try:
        with transaction.atomic():
            tie, _ = AkunPejabat.objects.update_or_create(
                pengguna=person,
                defaults={
                    "pejabat": pejabat,
                    "nama": pejabat.nama,
                    "nip": pejabat.nip,
                    "dibuat": timezone.now(),
                },
            )
    except IntegrityError as error:  # another hand was faster
        raise InputError(f"{pejabat} baru saja dihubungkan dengan akun lain. Muat ulang halaman.") from error
    action = "akun_pejabat.dihubungkan"
    tell(action, person, by, before=before and {"pejabat": str(before)}, after={"pejabat": str(tie)})
    tell_owner(person, by, action)
    tell_people(_colleagues(person, by), f"{by} menghubungkan akun {person.username} ({person}) dengan {tie}")
    return tie


@transaction.atomic
def official_disconnect(*, pengguna: Pengguna, by: Pengguna, alasan: str = "") -> None:
    """Say that the account is no official's any more; nothing where it was none's. Raises NotPermitted."""
    Authority(by).ensure_may_manage(pengguna)
    person = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    tie = official_of(person)
    if tie is None:
        return
    action = "akun_pejabat.dilepas"
    tell(action, person, by, before={"pejabat": str(tie)}, alasan=alasan)
    tell_owner(person, by, action)
    tie.delete()


def _account_of(official: Pejabat, *, but: Pengguna) -> AkunPejabat | None:
    """The account of the official, or of who is most likely the same person, recorded twice: of the same name, in the
    same office and place, without two NIP that differ."""
    same = Q(pk__in=())
    for jabatan in OFFICIALS:
        same |= _there(official.masa.filter(jabatan=jabatan), jabatan=jabatan)
    people = MasaJabatan.objects.filter(same).order_by().values("pejabat")
    ties = AkunPejabat.objects.exclude(pengguna=but).select_related("pengguna", "pejabat")
    for tie in ties.filter(pejabat__in=people):
        two_numbers = tie.pejabat.nip and official.nip
        likely = not two_numbers and names_agree(tie.pejabat.nama, official.nama)
        if tie.pejabat_id == official.pk or likely:
            return tie
    return None


def _colleagues(person: Pengguna, by: Pengguna) -> QuerySet[Pengguna]:
    """Who works where the person holds an office, and would know that it is another."""
    witness = Q(pk__in=())
    for peran, witnesses in _WITNESSES.items():
        witness |= _there(person.keanggotaan.filter(peran=peran), peran__in=witnesses)
    there = Keanggotaan.objects.filter(witness)
    return Pengguna.objects.filter(is_active=True, pk__in=there.order_by().values("pengguna")).exclude(
        pk__in=(person.pk, by.pk)
    )
