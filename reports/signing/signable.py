"""What can be signed: one version of a document, at the place of one party.

:mod:`reports.signing.sign` takes it through its steps, whatever document it is; what differs is asked here:
:mod:`reports.signing.report` answers for the LKIP, :mod:`reports.signing.agreement` for what was agreed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.db.models import Q, QuerySet

from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan, MasaJabatan, Pengguna
from kecamatan.permissions import Hak, owns
from reports.models import Arsip, TandaTangan
from reports.publish.naskah import Naskah
from sakip.snapshot.typed import CHOOSE_PEJABAT
from sakip.snapshot.types import Pejabat, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who is printed at the place, and the term of office in which he signs."""

    nama: str
    jabatan: str
    term: MasaJabatan


def signer_of(printed: Pejabat, terms: QuerySet[MasaJabatan]) -> Signer:
    """Who is printed, in the term of these in which he is; of what was frozen, in the latest that is printed so.

    Raises InputError where none is.
    """
    terms = terms.select_related(*CHOOSE_PEJABAT)
    if printed.masa is not None:
        found = list(terms.filter(pk=printed.masa.pk))
    else:
        his = Q(pejabat__nip=printed.nip) if printed.nip else Q(pejabat__nip="", pejabat__nama=printed.nama)
        found = [one for one in terms.filter(his).order_by("mulai", "pk") if one.sebutan == printed.jabatan]
    if not found:
        raise InputError(
            f"{printed.nama} tidak tercatat sebagai {printed.jabatan}. Minta operator melengkapi halaman Pejabat."
        )
    return Signer(nama=printed.nama, jabatan=printed.jabatan, term=found[-1])


class Signable(Protocol):
    """A version of a document on its way to the signature of one party."""

    @property
    def kecamatan(self) -> Kecamatan:
        """Whose document it is."""
        ...

    @property
    def right(self) -> Hak:
        """What who signs it needs."""
        ...

    @property
    def own(self) -> Hak:
        """What makes of who signs the person printed; without it he hands in what that one signed outside."""
        ...

    @property
    def columns(self) -> dict[str, Any]:
        """What names it: the columns of :class:`reports.models.arsip.SignedVersion`, and those of what it hangs on."""
        ...

    @property
    def since(self) -> datetime | None:
        """When that was submitted or agreed which is signed; None while it is not."""
        ...

    @property
    def continues(self) -> Arsip | None:
        """The archive of the signature before; None for the first."""
        ...

    def ensure_may_sign(self, by: Pengguna) -> None:
        """Raise 403 or InputError where this person may not sign it, as it stands now."""
        ...

    def naskah(self) -> Naskah:
        """What the document is made of, if nobody has signed it. Raises InputError where it cannot be made."""
        ...

    def signer(self, snapshot: Snapshot) -> Signer:
        """Who is printed at the place. Raises InputError where nobody is."""
        ...

    def mark_signed(self, *, by: Pengguna, since: datetime, signature: TandaTangan) -> None:
        """Judge once more, change the state and tell the trail, inside the transaction that archives the signature;
        ``since`` is when that was submitted or agreed which was signed.

        Raises 403 and InputError; the transaction must end with it.
        """
        ...


def signs_himself(signable: Signable, by: Pengguna) -> bool:
    """Whether ``by`` signs as the person printed, rather than handing in what that one signed outside."""
    return owns(by, signable.own, signable.kecamatan)
