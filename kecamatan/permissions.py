"""Who may do what where: the one table of peran and rights. Names and a lookup, nothing about any page.

Whether a user may see a kecamatan at all is a matter of the row sets (:mod:`kecamatan.querysets`): who may not, gets
404. What is asked here is what those who see it may do: who may not, gets 403 and is told who may.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Final

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q

from kecamatan.models import Kabupaten, Keanggotaan, Kecamatan, Pengguna
from kecamatan.models.pengguna import Held


class Hak(StrEnum):
    """A right. ``LIHAT``: read the records and every draft; who works in a kecamatan without it reads what is signed.
    ``PANTAU``: see how far every document is, and whether it came in time, but not what it says. ``ISI``: write every
    record of a kecamatan, and submit its report; ``REALISASI``: write realisasi with its bukti dukung; ``KOMENTAR``:
    write notes beside the records; ``JAWAB``: answer what the kabupaten asks of the kecamatan; ``SAHKAN``: return a
    submitted report or sign it; ``TERIMA``: receive a signed report or open it again, and ask a kecamatan for what it
    lacks; ``PIHAK_KEDUA``: bring the second signature of a PK; ``SAHKAN_KEDUA``: do so as the kepala
    daerah himself, where others hand in what he signed outside; ``ATUR``: what a kabupaten decides for all (RPJMD,
    kebijakan, kepala daerah, page setting); ``AKUN``: people and their peran; ``PEKERJAAN``: see what the worker does,
    and have it done again."""

    LIHAT = "lihat"
    PANTAU = "pantau"
    ISI = "isi"
    REALISASI = "realisasi"
    KOMENTAR = "komentar"
    JAWAB = "jawab"
    SAHKAN = "sahkan"
    TERIMA = "terima"
    PIHAK_KEDUA = "pihak-kedua"
    SAHKAN_KEDUA = "sahkan-kedua"
    ATUR = "atur"
    AKUN = "akun"
    PEKERJAAN = "pekerjaan"


_PERAN = Keanggotaan.Peran

_READER: Final = frozenset({Hak.LIHAT, Hak.PANTAU})

HAK_PERAN: Final[dict[str, frozenset[Hak]]] = {
    _PERAN.OPERATOR: _READER | {Hak.ISI, Hak.REALISASI, Hak.KOMENTAR, Hak.JAWAB},
    _PERAN.CAMAT: _READER | {Hak.KOMENTAR, Hak.JAWAB, Hak.SAHKAN},
    _PERAN.ORGANISASI: _READER
    | {Hak.KOMENTAR, Hak.TERIMA, Hak.PIHAK_KEDUA, Hak.ATUR, Hak.AKUN, Hak.PEKERJAAN},
    _PERAN.PENGAWAS: _READER,
    _PERAN.BUPATI: frozenset({Hak.PIHAK_KEDUA, Hak.SAHKAN_KEDUA}),
    _PERAN.ADMIN: _READER | {Hak.AKUN, Hak.PEKERJAAN},
    # A LKIP is handed to the kabupaten, not to those above it: they follow how far it is, and read what is signed.
    _PERAN.PROVINSI: frozenset({Hak.PANTAU}),
    _PERAN.PUSAT: frozenset({Hak.PANTAU}),
}

#: What is left to an operator who is narrowed to some units, and all but to look only for their indikator.
HAK_UNIT: Final = _READER | {Hak.REALISASI, Hak.KOMENTAR}

#: What nobody does in the name of another, whoever keeps the installation.
PERSONAL: Final = frozenset({Hak.SAHKAN, Hak.SAHKAN_KEDUA})

#: Who may, in the words of the page that refuses.
WHO: Final[dict[Hak, str]] = {
    Hak.ISI: "operator kecamatan",
    Hak.REALISASI: "operator kecamatan",
    Hak.KOMENTAR: "operator kecamatan, camat, dan Bagian Organisasi",
    Hak.JAWAB: "operator kecamatan dan camat",
    Hak.SAHKAN: "camat",
    Hak.TERIMA: "Bagian Organisasi",
    Hak.PIHAK_KEDUA: "Bagian Organisasi dan kepala daerah",
    Hak.SAHKAN_KEDUA: "kepala daerah",
    Hak.ATUR: "Bagian Organisasi",
    Hak.AKUN: "Bagian Organisasi dan admin",
    Hak.PEKERJAAN: "Bagian Organisasi dan admin",
}


#: Who writes what an operator of some units may not, in the words of every page that he reads.
NARROWED: Final = (
    "Akun Anda dibatasi pada unit kerja tertentu: yang dapat Anda isi hanya realisasi, bukti dukung, dan komentar"
    " indikator unit itu. Selebihnya diisi operator kecamatan yang tidak dibatasi pada unit kerja."
)

#: What is left to read to who works in a kecamatan without ``LIHAT``.
SIGNED_ALONE: Final = (
    "Yang dapat Anda baca ialah dokumen yang sudah ditandatangani dan Perjanjian Kinerja yang menunggu tanda tangan"
    " Anda. Keduanya ada di Beranda."
)


#: What is left to read to who follows the documents without ``LIHAT``.
STATES_ALONE: Final = (
    "Yang dapat Anda baca ialah keadaan setiap dokumen dan dokumen yang sudah ditandatangani. Keduanya dibuka dari"
    " Pemantauan. Isi dokumen yang belum ditandatangani tetap pada kecamatannya."
)


class NoRight(PermissionDenied):
    """The user sees the record but may not do this; ``str()`` says who may."""

    def __init__(self, hak: Hak, *, narrowed: bool = False, follows: bool = False) -> None:
        if hak in _READER:
            words = STATES_ALONE if follows else SIGNED_ALONE
        else:
            words = NARROWED if narrowed else f"Hanya {WHO[hak]} yang dapat melakukan ini."
        super().__init__(words)
        self.hak = hak


class NotItsUnit(PermissionDenied):
    """An operator of some units writes about an indikator of another; ``str()`` says so."""

    def __init__(self) -> None:
        super().__init__("Indikator ini diisi oleh unit kerja lain. Minta unit kerja itu mengisinya.")


def membership_of(user: Pengguna | AnonymousUser) -> list[Keanggotaan]:
    """The user's memberships (1 query, once per user object, that is, per request)."""
    return [held.of for held in _held(user)]


def _held(user: Pengguna | AnonymousUser) -> tuple[Held, ...]:
    return user.held if isinstance(user, Pengguna) else ()


def rights_in(user: Pengguna | AnonymousUser, kecamatan: Kecamatan) -> frozenset[Hak]:
    """What the user may do in a kecamatan."""
    return _join(user, _in_force(user, kecamatan))


def duties_in(user: Pengguna | AnonymousUser, kecamatan: Kecamatan) -> frozenset[Hak]:
    """What is awaited of the user in a kecamatan: what the peran say. Who keeps the installation may do more, and
    nobody waits for that."""
    return frozenset(hak for held in _in_force(user, kecamatan) for hak in _rights_of(held))


def has_duty(user: Pengguna | AnonymousUser, *rights: Hak) -> bool:
    """Whether one of these is awaited of the user in any place at all."""
    return any(hak in _rights_of(held) for held in _held(user) for hak in rights)


def kabupaten_rights(user: Pengguna | AnonymousUser, kabupaten: Kabupaten) -> frozenset[Hak]:
    """What the user may do in a kabupaten as a whole."""
    return _join(
        user,
        [held for held in _held(user) if _covers(held, kabupaten.pk)],
    )


def owns(user: Pengguna | AnonymousUser, hak: Hak, place: Kecamatan | Kabupaten) -> bool:
    """Whether the user has the right there."""
    return hak in (rights_in(user, place) if isinstance(place, Kecamatan) else kabupaten_rights(user, place))


def may_anywhere(user: Pengguna | AnonymousUser, hak: Hak) -> bool:
    """Whether the user has the right in any place at all."""
    return hak in _join(user, _held(user))


def kabupaten_with(user: Pengguna | AnonymousUser, hak: Hak) -> frozenset[int] | None:
    """Ids of the kabupaten as a whole in which the user has the right; None for all there are."""
    if hak in _join(user, [held for held in _held(user) if held.areas is None]):
        return None
    return frozenset(area for held in _held(user) if hak in _rights_of(held) for area in held.areas or ())


def is_above_kecamatan(user: Pengguna | AnonymousUser, hak: Hak) -> bool:
    """Whether the user has the right in more than single kecamatan, be it an area in which there is none yet."""
    return hak in _join(user, [held for held in _held(user) if held.of.kecamatan_id is None])


def kecamatan_with(user: Pengguna | AnonymousUser, hak: Hak) -> Q:
    """The kecamatan in which the user has the right, as rows of their own table."""
    whole = kabupaten_with(user, hak)
    if whole is None:
        return Q()
    alone = {held.of.kecamatan_id for held in _held(user) if held.of.kecamatan_id and hak in _rights_of(held)}
    return Q(pk__in=alone) | Q(kabupaten__in=whole) if whole else Q(pk__in=alone)


def signs(user: Pengguna | AnonymousUser) -> bool:
    """Whether the user signs anything in his own name."""
    return any(may_anywhere(user, hak) for hak in PERSONAL)


def reads_signed_alone(user: Pengguna | AnonymousUser) -> bool:
    """Whether the user works somewhere, and nowhere reads more than what is signed."""
    return bool(_held(user)) and not may_anywhere(user, Hak.LIHAT)


def ensure_right(user: Pengguna | AnonymousUser, hak: Hak, place: Kecamatan | Kabupaten) -> None:
    """Raise :class:`NoRight` (403) unless the user has the right there."""
    if not owns(user, hak, place):
        raise NoRight(
            hak,
            narrowed=hak is Hak.ISI and isinstance(place, Kecamatan) and is_narrowed(user, place),
            follows=owns(user, Hak.PANTAU, place),
        )


def is_narrowed(user: Pengguna | AnonymousUser, kecamatan: Kecamatan) -> bool:
    """Whether the user writes realisasi there and no other record."""
    rights = rights_in(user, kecamatan)
    return Hak.REALISASI in rights and Hak.ISI not in rights


def narrowed_to(user: Pengguna | AnonymousUser, hak: Hak, kecamatan: Kecamatan) -> frozenset[str] | None:
    """Kunci of the units to whose indikator the user's right is narrowed in a kecamatan; None for all of them.

    Whether the user has the right at all is asked before.
    """
    units: set[str] = set()
    if user.is_superuser:
        return None
    for held in _in_force(user, kecamatan):
        if hak not in _rights_of(held):
            continue
        if not _is_narrow(held):
            return None
        units |= held.units
    return frozenset(units) or None


def is_within(units: frozenset[str] | None, responsible: Collection[str]) -> bool:
    """Whether a right narrowed to these units (None: not narrowed) holds for an indikator of the others."""
    return units is None or not units.isdisjoint(responsible)


def ensure_for_unit(
    user: Pengguna | AnonymousUser, hak: Hak, kecamatan: Kecamatan, responsible: Collection[str]
) -> None:
    """Raise 403 unless the user has the right there for an indikator of these units: :class:`NoRight` for who has it
    for none, :class:`NotItsUnit` for who has it for others."""
    ensure_right(user, hak, kecamatan)
    if not is_within(narrowed_to(user, hak, kecamatan), responsible):
        raise NotItsUnit


def _in_force(user: Pengguna | AnonymousUser, kecamatan: Kecamatan) -> list[Held]:
    return [
        held
        for held in _held(user)
        if held.of.kecamatan_id == kecamatan.pk or _covers(held, kecamatan.kabupaten_id)
    ]


def _covers(held: Held, kabupaten: int) -> bool:
    """Whether a membership holds in the whole of a kabupaten."""
    return held.areas is None or kabupaten in held.areas


def _is_narrow(held: Held) -> bool:
    return held.of.peran == _PERAN.OPERATOR and bool(held.units)


def _rights_of(held: Held) -> frozenset[Hak]:
    return HAK_UNIT if _is_narrow(held) else HAK_PERAN[held.of.peran]


def _join(user: Pengguna | AnonymousUser, memberships: Iterable[Held]) -> frozenset[Hak]:
    own = frozenset(hak for held in memberships for hak in _rights_of(held))
    return own | (frozenset(Hak) - PERSONAL) if user.is_active and user.is_superuser else own
