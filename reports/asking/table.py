"""Who may do what with what is asked: the one table. :mod:`reports.asking.acts` does what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kecamatan.models import Kabupaten, Kecamatan, Pengguna
from kecamatan.permissions import Hak, NoRight, ensure_right, is_narrowed, owns
from reports.models import Permintaan

Keadaan = Permintaan.Keadaan

#: What the kecamatan still has to do something about, and what is not done with.
OPEN: Final = (Keadaan.TERBUKA, Keadaan.DIJAWAB)


class AskCode(StrEnum):
    """An act by its word in addresses."""

    MINTA = "minta"
    JAWAB = "jawab"
    SELESAI = "selesai"
    LAGI = "lagi"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAct:
    """An act: the right that it needs, the states from which it is done (none: it begins one), and the state that it
    leads to. ``word`` is that of the trail."""

    code: AskCode
    label: str
    word: str
    right: Hak
    before: tuple[Keadaan, ...]
    after: Keadaan


ASK_ACTS: Final[dict[AskCode, AskAct]] = {
    act.code: act
    for act in (
        AskAct(
            code=AskCode.MINTA,
            label="Minta",
            word="permintaan.diminta",
            right=Hak.TERIMA,
            before=(),
            after=Keadaan.TERBUKA,
        ),
        AskAct(
            code=AskCode.JAWAB,
            label="Jawab",
            word="permintaan.dijawab",
            right=Hak.JAWAB,
            before=OPEN,
            after=Keadaan.DIJAWAB,
        ),
        AskAct(
            code=AskCode.SELESAI,
            label="Tandai selesai",
            word="permintaan.diselesaikan",
            right=Hak.TERIMA,
            before=OPEN,
            after=Keadaan.SELESAI,
        ),
        AskAct(
            code=AskCode.LAGI,
            label="Minta lagi",
            word="permintaan.diminta_lagi",
            right=Hak.TERIMA,
            before=(Keadaan.DIJAWAB, Keadaan.SELESAI),
            after=Keadaan.TERBUKA,
        ),
    )
}


def ensure_may_ask(code: AskCode, by: Pengguna, place: Kecamatan | Kabupaten) -> None:
    """Raise 403 unless the person may do that there. Who is narrowed to some units answers for no document."""
    right = ASK_ACTS[code].right
    if right is Hak.JAWAB and isinstance(place, Kecamatan) and is_narrowed(by, place):
        raise NoRight(right, narrowed=True)
    ensure_right(by, right, place)


def acts_on_asked(asked: Permintaan, by: Pengguna) -> tuple[AskAct, ...]:
    """What the person may do with it as it is, in the order of the table."""
    return tuple(
        act
        for act in ASK_ACTS.values()
        if asked.keadaan in act.before and owns(by, act.right, asked.kecamatan)
    )
