"""The one table of the way of a report: state × act × who. :mod:`reports.workflow.acts` does what it says."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum
from typing import Final

from kecamatan.permissions import Hak
from reports.models import Laporan

Status = Laporan.Status


class StepCode(StrEnum):
    """An act by its word in addresses and in the trail ("laporan.diajukan" is the state that it leads to)."""

    AJUKAN = "ajukan"
    KEMBALIKAN = "kembalikan"
    TANDATANGANI = "tandatangani"
    TERIMA = "terima"
    BUKA_KEMBALI = "buka-kembali"


#: The page that the steps share, at an address with the word of each.
SHARED_PAGE: Final = "alur-langkah"


@dataclass(frozen=True, slots=True)
class Step:
    """An act: the states in which it is done, the one that it leads to, and the right that it needs.

    ``label`` stands on its button, ``done`` follows a name ("… mengajukan LKIP"), ``effect`` tells what happens and
    ``basis`` why it is so, both for who reads the page. ``forward``: the report waits for this act, the others are
    there when something is wrong; ``asks`` says so to whom it waits for. ``note`` names the text that it asks for,
    empty where it asks for none; ``until`` whether it asks for a last day. ``not_submitter``: who submitted the
    report does not do it. ``page`` is the name of its address; an act without one has no button yet.
    """

    code: StepCode
    origin: frozenset[Status]
    to: Status
    right: Hak
    _: KW_ONLY
    label: str
    done: str
    effect: str
    basis: str
    page: str = SHARED_PAGE
    forward: bool = True
    asks: str = ""
    note: str = ""
    until: bool = False
    not_submitter: bool = False


#: States in which the office still works on the report; in the others its records are not changed.
IS_OPEN: Final = (Status.DRAF, Status.DIKEMBALIKAN)

#: States in which it is signed, and nothing is asked of the office any more.
SIGNED: Final = frozenset({Status.DITANDATANGANI, Status.DITERIMA})

STEPS: Final[dict[StepCode, Step]] = {
    step.code: step
    for step in (
        Step(
            StepCode.AJUKAN,
            frozenset(IS_OPEN),
            Status.DIAJUKAN,
            Hak.ISI,
            label="Ajukan",
            asks="Perbaiki menurut catatannya, lalu ajukan lagi.",
            done="mengajukan LKIP kepada camat",
            effect="Sesudah diajukan, catatan dan tulisan tahun ini terkunci sampai camat mengembalikan atau"
            " menandatanganinya.",
            basis="Yang menyusun laporan menyerahkannya kepada yang bertanggung jawab atas isinya.",
        ),
        Step(
            StepCode.KEMBALIKAN,
            frozenset({Status.DIAJUKAN}),
            Status.DIKEMBALIKAN,
            Hak.SAHKAN,
            label="Kembalikan",
            done="mengembalikan LKIP",
            effect="Catatan tahun ini terbuka lagi, dan operator membaca catatan Anda.",
            basis="Yang menandatangani bertanggung jawab atas isinya, jadi dapat meminta perbaikan.",
            forward=False,
            note="Catatan: apa yang perlu diperbaiki",
        ),
        Step(
            StepCode.TANDATANGANI,
            frozenset({Status.DIAJUKAN}),
            Status.DITANDATANGANI,
            Hak.SAHKAN,
            label="Tanda tangani",
            asks="Baca, lalu tanda tangani atau kembalikan dengan catatan.",
            done="menandatangani LKIP",
            effect="LKIP dibekukan; sesudah ini hanya dapat diperbaiki melalui versi baru.",
            basis="Laporan kinerja ditandatangani pimpinan perangkat daerah; yang mengajukan tidak menandatangani.",
            page="tanda-tangan",
            not_submitter=True,
        ),
        Step(
            StepCode.TERIMA,
            frozenset({Status.DITANDATANGANI}),
            Status.DITERIMA,
            Hak.TERIMA,
            label="Terima",
            asks="Sudah ditandatangani camat; terima, atau buka kembali bila perlu diperbaiki.",
            done="menerima LKIP",
            effect="Tercatat diterima Bagian Organisasi, tepat waktu atau terlambat menurut batas waktunya.",
            basis="Laporan kinerja disampaikan kepada kepala daerah paling lambat pada batas waktunya.",
        ),
        Step(
            StepCode.BUKA_KEMBALI,
            SIGNED,
            Status.DIBUKA_KEMBALI,
            Hak.TERIMA,
            label="Buka kembali",
            done="membuka kembali LKIP",
            effect="Versi baru yang menggantikan versi ini dimulai sebagai draf; versi ini tetap tersimpan.",
            basis="Yang sudah ditandatangani tidak diubah; perbaikan menjadi versi baru yang menyebut alasannya.",
            forward=False,
            note="Alasan membuka kembali",
            until=True,
        ),
    )
}

#: For whom the report waits in each state, and what helps who finds the year closed by it.
HELD_BY: Final[dict[Status, tuple[str, str]]] = {
    Status.DIAJUKAN: ("camat", "Minta camat mengembalikannya dengan catatan, lalu perbaiki."),
    Status.DITANDATANGANI: (
        "Bagian Organisasi",
        "Perbaikan dilakukan pada versi baru; minta Bagian Organisasi membukanya kembali.",
    ),
    Status.DITERIMA: ("", "Perbaikan dilakukan pada versi baru; minta Bagian Organisasi membukanya kembali."),
    Status.DIBUKA_KEMBALI: ("", "Kerjakan versi yang menggantikannya."),
}


def steps_from(status: Status | str, rights: Collection[Hak]) -> tuple[Step, ...]:
    """What who has these rights may do with a report in that state, in the order of the table."""
    return tuple(step for step in STEPS.values() if status in step.origin and step.right in rights)


def waits_for(status: Status | str) -> str:
    """For whom a report in that state waits; empty where it waits for nobody."""
    return "operator" if status in IS_OPEN else HELD_BY[Status(status)][0]


def leading_to(status: Status | str) -> Step | None:
    """The act that leads to a state; None for a draft."""
    return next((step for step in STEPS.values() if step.to == status), None)
