"""What in the records of a report waits for a person. Pure: from the Naskah alone.

Copied rows that nobody confirmed are counted by page. A marker of a live value is looked for in every text of every
frozen row: in a record no value is put in for it, so it would be printed as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final

from django.apps import apps

from reports.pages import SCREEN_PAGES
from reports.publish.naskah import Naskah
from reports.writing.live import unknown_markers
from sakip.checks.kinds import KINDS
from sakip.checks.material import Place, Unsettled
from sakip.snapshot.reads import MOST_PARTS, kept_for

#: By the code of their page the parts of the snapshot in which people write.
RECORDS: Final[dict[str, tuple[str, ...]]] = {
    "profil": ("kecamatan", "profil", "sdm", "sarana"),
    "renstra": ("rpjmd", "renstra"),
    "iku": ("iku",),
    "rkt": ("rkt",),
    "pk": ("pk", "pk_lalu", "pk_unit", "baris_pk_unit", "iki"),
    "rencana-aksi": ("rencana_aksi",),
    "realisasi": (
        *("realisasi", "realisasi_tujuan", "pembanding", "tindak_lanjut"),
        *("survei", "prestasi", "lintas_sektor", "lhe", "rekomendasi_lhe"),
    ),
    "anggaran": ("anggaran", "anggaran_lalu", "belanja", "dukungan"),
}

#: Name of the shape of a frozen row → its kind.
_KINDS: Final = {kind.model.rpartition(".")[2]: code for code, kind in KINDS.items()}


def unsettled_of(naskah: Naskah) -> Unsettled:
    """Both, in the order of the pages."""
    return Unsettled(
        unread=tuple((_page(code), count) for code, count in naskah.unread_rows),
        markers=tuple(
            dict.fromkeys(
                found
                for code, parts in RECORDS.items()
                for part in parts
                for found in _found_in(getattr(naskah.snapshot, part), code)
            )
        ),
    )


@kept_for(MOST_PARTS)
def _found_in(part: Any, code: str) -> tuple[tuple[Place, str], ...]:
    return tuple(_markers(part, _page(code)))


def leftover_markers(text: str) -> tuple[str, ...]:
    """The markers in a text for which there is no value, each once, in their order."""
    if "{" not in text:
        return ()
    return tuple(dict.fromkeys(marker for marker, unknown in unknown_markers(text) if unknown))


def _page(code: str) -> Place:
    """A page as a whole: of a document, or of a list beside them."""
    page = SCREEN_PAGES.get(code)
    # Not the page itself, which loads every form of the site with it.
    words = page.nama if page else str(apps.get_model(KINDS[code].model)._meta.verbose_name_plural)
    return Place(kind=code, words=words)


def _markers(value: Any, place: Place, column: str = "") -> Iterator[tuple[Place, str]]:
    """Every marker in a frozen part of the records, at the innermost row that a form writes."""
    if isinstance(value, str):
        for marker in leftover_markers(value):
            here = (
                Place(kind=place.kind, column=column, words=place.words, pk=place.pk) if place.pk else place
            )
            yield here, marker
    elif isinstance(value, tuple):
        for one in value:
            yield from _markers(one, place, column)
    elif is_dataclass(value):
        kind, pk = _KINDS.get(type(value).__name__.lower(), ""), getattr(value, "pk", None)
        if kind and pk:
            place = Place(kind=kind, words=place.words, pk=pk)
        for one in fields(value):
            yield from _markers(getattr(value, one.name), place, one.name)
