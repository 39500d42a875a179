"""Why a report may not be submitted yet, as pages show it: each reason with the page that mends it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from reports.pages import SCREEN_PAGES
from reports.publish.blockers import Blocker, blockers
from reports.publish.naskah import Naskah
from sakip.checks.kinds import NO_KEY
from sakip.entry.place import EntryPlace


@dataclass(frozen=True, slots=True)
class ShownBlocker:
    """A reason, the name of its page and where that is."""

    words: str
    title: str
    address: str


def shown_blockers(naskah: Naskah, here: EntryPlace) -> list[ShownBlocker]:
    """What keeps the report in hand; nothing of one that is submitted already."""
    return [] if here.closed else shown(blockers(naskah), here)


def shown(reasons: Iterable[Blocker], here: EntryPlace) -> list[ShownBlocker]:
    """Reasons as pages show them."""
    return [ShownBlocker(one.words, SCREEN_PAGES[one.page].title, _address(one, here)) for one in reasons]


def _address(blocker: Blocker, here: EntryPlace) -> str:
    place = [here.kecamatan.slug, here.tahun]
    if blocker.text is None:
        return reverse("isi", args=[*place, blocker.page])
    bagian, key = blocker.text
    return reverse("narasi-ubah", args=[*place, bagian, key or NO_KEY])
