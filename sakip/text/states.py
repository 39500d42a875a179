"""The three states of a value that is not there, and their words: for screens, tables, sentences and live values.

*Belum diisi*: nobody has said anything yet. *Tidak tersedia*: somebody declared so, with the reason. *Tidak dapat
dihitung*: the parts are there and yield no number, for a reason that the engine gives. None is printed for another, nor
as a dash or a zero.
"""

from __future__ import annotations

from typing import Final

from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN
from sakip.capaian.values import Keadaan, KeadaanNilai

BELUM_DIISI: Final = KeadaanNilai.BELUM_DIISI.value
"""Of what has no other state: a target, an amount, a text that nobody has entered."""

TIDAK_DAPAT_DIHITUNG: Final = Keadaan.TIDAK_DAPAT_DIHITUNG.value


def say_state(keadaan: Keadaan | KeadaanNilai) -> str:
    """The state as the cell of a value prints it."""
    return keadaan.value


NOT_YET_CONCLUDED: Final = "belum dapat disimpulkan"
"""What a sentence says of a conclusion from what nobody has recorded."""

_NO_CONCLUSION: Final = {
    Keadaan.BELUM_DIISI: NOT_YET_CONCLUDED,
    Keadaan.TIDAK_DAPAT_DIHITUNG: Keadaan.TIDAK_DAPAT_DIHITUNG.value,
}


def no_conclusion(keadaan: Keadaan) -> str:
    """What a sentence says, before "karena", of a conclusion that cannot be drawn."""
    return _NO_CONCLUSION.get(keadaan, TIDAK_DAPAT_DISIMPULKAN)
