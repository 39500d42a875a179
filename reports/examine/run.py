"""From the bytes of a file to everything that is found in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan
from kecamatan.querysets import KecamatanQuerySet
from reports.examine.base import PaperFinding
from reports.examine.contents import with_contents
from reports.examine.examine import examine
from reports.examine.subject import Subject, read_subject
from reports.examine.surroundings import around_of, known_areas
from reports.papers.paper import Paper
from reports.papers.read import read_paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A file that was examined."""

    paper: Paper
    subject: Subject
    findings: tuple[PaperFinding, ...]


def examine_file(
    content: bytes,
    name: str,
    *,
    kecamatan: Kecamatan | None = None,
    tahun: int | None = None,
    among: KecamatanQuerySet[Kecamatan] | None = None,
    step: Callable[[int], None] = lambda percent: None,
) -> Examined:
    """Read and examine (at most 12 queries). ``kecamatan`` and ``tahun`` are whom and when it is of where a person said
    so, else the paper does; ``among`` are the kecamatan that it may be of (None: all). ``step`` is told how far it is,
    in percent, and may raise.

    Raises InputError for a file that cannot be read, or does not tell of whom it is.
    """
    paper = with_contents(read_paper(content, name, check=lambda: step(0)))
    rows = Kecamatan.objects.all() if among is None else among
    known = known_areas(rows.select_related("kabupaten"))
    given = None
    if kecamatan is not None:
        given = next((one for one in known if one.pk == kecamatan.pk), None)
        if given is None:
            raise InputError(f"{kecamatan.sebutan} {kecamatan.nama} tidak termasuk wilayah Anda.")
    subject = read_subject(paper, known, kecamatan=given, tahun=tahun)
    snapshot, around = around_of(subject)
    return Examined(
        paper=paper, subject=subject, findings=examine(paper, subject, snapshot, around, step=step)
    )
