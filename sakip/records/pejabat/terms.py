"""Who held office when a document can have been signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Final

from django.db.models import Q

from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kecamatan, MasaJabatan
from sakip.records.shared_columns import DatedColumns, SignedColumns
from sakip.snapshot.typed import CHOOSE_PEJABAT
from sakip.text.dates import InvalidDate, parse_month

#: Who signs first when one person held several of the offices at once.
OFFICE_ORDER = tuple(MasaJabatan.Jabatan)


def in_office(terms: Iterable[MasaJabatan], first: date, last: date) -> MasaJabatan | None:
    """The term at some day of the span; of several that of the office that signs first."""
    return min(
        (t for t in terms if t.mulai <= last and (t.sampai is None or t.sampai >= first)),
        key=lambda t: (OFFICE_ORDER.index(MasaJabatan.Jabatan(t.jabatan)), t.mulai),
        default=None,
    )


#: Who acts while the holder is away signs before him; who signs a.n. only where nobody else is in office.
_RANK: Final = {"pjs": 0, "plh": 0, "an": 2}


def in_charge(terms: Iterable[MasaJabatan], office: str, day: date) -> MasaJabatan | None:
    """The term of who signs for an office on a day: of several who act the one that began last."""
    held = [
        t for t in terms if t.jabatan == office and t.mulai <= day and (t.sampai is None or day <= t.sampai)
    ]
    return min(held, key=lambda t: (_RANK.get(t.status, 1), -t.mulai.toordinal()), default=None)


_TERMS: Final = PreparedRows(
    lambda kecamatan, kabupaten: (
        MasaJabatan.objects.filter(Q(kecamatan=kecamatan) | Q(kabupaten=kabupaten))
        .select_related(*CHOOSE_PEJABAT)
        .order_by("-mulai", "-id")
    )
)


class TermsOf:
    """Terms of a kecamatan and of its kepala daerah, latest first: read when somebody looks (1 query), then kept."""

    def __init__(self, kecamatan: Kecamatan) -> None:
        self._kecamatan = kecamatan
        self._read: tuple[MasaJabatan, ...] | None = None

    def __iter__(self) -> Iterator[MasaJabatan]:
        if self._read is None:
            self._read = tuple(_TERMS(self._kecamatan.pk, self._kecamatan.kabupaten_id))
        return iter(self._read)

    def chosen(self, document: DatedColumns, column: str) -> MasaJabatan | None:
        """The term that somebody chose in a column of a document; read by itself only where it is of elsewhere."""
        pk = getattr(document, f"{column}_id")
        if pk is None:
            return None
        return next((one for one in self if one.pk == pk), None) or getattr(document, column)


def in_charge_when(
    terms: Iterable[MasaJabatan], office: str, day: date | None, month: str
) -> MasaJabatan | None:
    """The same of a document: on its day, or through all of its month; None where it has neither or who changed."""
    if day is None and not month:
        return None
    try:
        first, last = document_span(day, month, 0)
    except InvalidDate:
        return None
    return in_charge_through(terms, office, first, last)


def in_charge_through(
    terms: Iterable[MasaJabatan], office: str, first: date, last: date
) -> MasaJabatan | None:
    """Who signs for an office on the first and on the last of some days; None where that changed between them."""
    terms = tuple(terms)
    at_first = in_charge(terms, office, first)
    return at_first if at_first == in_charge(terms, office, last) else None


def who_signs(
    document: DatedColumns,
    terms: TermsOf,
    column: str = "penandatangan",
    office: str = MasaJabatan.Jabatan.CAMAT,
) -> MasaJabatan | None:
    """Who signs a document for an office: whom a person chose in that column, else whom its date says."""
    return terms.chosen(document, column) or in_charge_when(
        terms, office, document.tanggal, document.tanggal_cetak
    )


def signer_words(
    chosen: MasaJabatan | None, terms: Iterable[MasaJabatan], office: str, document: DatedColumns
) -> str:
    """The same as a page says it: name and office, and where they come from or why there is nobody."""
    if chosen is not None:
        return str(chosen)
    found = in_charge_when(terms, office, document.tanggal, document.tanggal_cetak)
    if found is not None:
        return f"{found}, menurut tanggal dokumen"
    if document.tanggal is None and not document.tanggal_cetak:
        return "Belum diketahui: tanggal dokumen belum diisi"
    return f"Belum diketahui: {nobody(terms, office, document.tanggal, document.tanggal_cetak)}"


def camat_words(document: SignedColumns, kecamatan: Kecamatan) -> str:
    """The same of a document of the camat (1 query at most)."""
    terms = TermsOf(kecamatan)
    return signer_words(document.penandatangan, terms, MasaJabatan.Jabatan.CAMAT, document)


def nobody(terms: Iterable[MasaJabatan], office: str, day: date | None, month: str) -> str:
    """What is said where a date names nobody: nobody is known on its day, or in its month the office changed hands."""
    who = _IN_WORDS[office]
    if day is None:
        with suppress(InvalidDate):
            terms, days = tuple(terms), document_span(day, month, 0)
            if any(in_charge(terms, office, one) for one in days):
                return f"{who} pada awal dan akhir bulan itu tidak sama; isi tanggalnya"
    return f"{who} yang menjabat {'pada tanggal' if day else 'sepanjang bulan'} itu belum tercatat"


def signer_sentence(terms: Iterable[MasaJabatan], office: str, day: date | None, month: str) -> str:
    """Who signs a document of that date, as a form says it while the date is typed."""
    if day is None and not month:
        return "Isi tanggal agar terlihat siapa yang menjabat."
    found = in_charge_when(terms, office, day, month)
    words = nobody(terms, office, day, month)
    when = "Pada tanggal itu" if day else "Pada bulan itu"
    return f"{when} yang menjabat {found}." if found else f"{words[:1].upper()}{words[1:]}."


_IN_WORDS: Final[Mapping[str, str]] = {
    MasaJabatan.Jabatan.CAMAT: "camat",
    MasaJabatan.Jabatan.BUPATI: "kepala daerah",
}


def document_span(day: date | None, month: str, year: int) -> tuple[date, date]:
    """First and last day on which a document can have been signed: its day, its month ("Januari 2021") or its year.

    Raises :class:`sakip.text.dates.InvalidDate` for a month that cannot be read.
    """
    if day is not None:
        return day, day
    if month:
        return parse_month(month)
    return date(year, 1, 1), date(year, 12, 31)
