"""How far an agreed document is, and who has signed it: one answer for every page that says it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reports.models import Arsip, TandaTangan
from reports.models.arsip import TWO_PARTIES
from reports.signing.agreement import Document, agreement_of, kind_of
from reports.signing.archive import archive_of_agreement, signatures_of
from reports.signing.verify import successor_of


class StandingCode(StrEnum):
    """How far a document is."""

    DRAF = "draf"
    DITETAPKAN = "ditetapkan"
    SATU_PIHAK = "satu-pihak"
    DITANDATANGANI = "ditandatangani"
    DIGANTI = "diganti"


@dataclass(frozen=True, slots=True)
class Party:
    """A place for a signature, in words, and the signature if it is there."""

    words: str
    signature: TandaTangan | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far a document is: ``parties`` in the order in which they sign, ``replaced_by`` what took its place."""

    code: StandingCode
    parties: tuple[Party, ...]
    arsip: Arsip | None
    replaced_by: Arsip | None

    @property
    def words(self) -> str:
        """In a sentence."""
        signed = " dan ".join(one.signature.jabatan for one in self.parties if one.signature)
        waiting = next((one.words for one in self.parties if one.signature is None), "")
        match self.code:
            case StandingCode.DRAF:
                return "Draf. Tetapkan dahulu; yang ditetapkan itulah yang ditandatangani."
            case StandingCode.DITETAPKAN:
                return "Ditetapkan, belum ditandatangani."
            case StandingCode.SATU_PIHAK:
                return f"Ditandatangani {signed}; menunggu {waiting}."
            case StandingCode.DIGANTI:
                return f"Ditandatangani {signed}, lalu diganti {self.replaced_by}."
            case _:
                return f"Ditandatangani {signed}."


def standing_of(document: Document) -> Standing:
    """How far it is, as agreed now (3 queries at most)."""
    arsip = archive_of_agreement(document)
    signatures = signatures_of(arsip) if arsip else ()
    names = ("Pihak Pertama", "Pihak Kedua") if kind_of(document) in TWO_PARTIES else ("Penanda tangan",)
    padded = (*signatures, *[None] * (len(names) - len(signatures)))
    newer = successor_of(arsip) if arsip else None
    return Standing(
        code=_code(document, len(names) - len(signatures), arsip, newer),
        parties=tuple(Party(words, one) for words, one in zip(names, padded, strict=True)),
        arsip=arsip,
        replaced_by=newer,
    )


def _code(document: Document, waiting: int, arsip: Arsip | None, newer: Arsip | None) -> StandingCode:
    if arsip is None:
        return StandingCode.DITETAPKAN if agreement_of(document) else StandingCode.DRAF
    if newer:
        return StandingCode.DIGANTI
    return StandingCode.SATU_PIHAK if waiting else StandingCode.DITANDATANGANI
