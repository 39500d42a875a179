"""The one gate through which a signed file comes in, whoever signed it and wherever.

An answer is taken only if its first bytes are exactly the file that was to be signed, what follows adds one signature
and nothing else, and that signature is valid over them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from pyhanko.pdf_utils.generic import DictionaryObject, Reference
from pyhanko.pdf_utils.reader import PdfFileReader

from kecamatan.ground.errors import InputError, broken_as
from reports.signing.keys.holder import out_of_force
from reports.signing.pdf import NOBODY, Signature, SignatureError, Trust, read_signatures

#: Entries of the catalog and of the form that a signature touches.
_CATALOG: Final = {"/AcroForm", "/Extensions", "/Metadata", "/Perms", "/DSS", "/Version"}
_FORM: Final = {"/Fields", "/SigFlags", "/DR", "/DA"}


class Refused(InputError):
    """An answer that is not our file with one signature more; ``str()`` says what is wrong with it, and the remedy."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The signed file and what its new signature says."""

    content: bytes
    signature: Signature


def accept(original: bytes, answered: bytes, trust: Trust = NOBODY) -> Accepted:
    """Take the answer to ``original``. Raises :class:`Refused`."""
    if not answered.startswith(b"%PDF-"):
        raise Refused("Jawaban penanda tangan bukan PDF. Tandatangani berkas PDF yang diunduh di sini.")
    if not answered.startswith(original):
        raise Refused(
            "PDF yang kembali bukan dokumen yang dikirim, atau isinya sudah disimpan ulang. Tandatangani berkas yang"
            " diunduh di sini tanpa mengubahnya."
        )
    try:
        before, after = read_signatures(original, trust), read_signatures(answered, trust)
    except SignatureError as error:
        raise Refused(str(error)) from error
    if len(after) != len(before) + 1:
        raise Refused(
            f"PDF yang kembali memuat {len(after) - len(before)} tanda tangan baru; harus tepat satu. Tandatangani"
            " sekali saja."
        )
    new = after[-1]
    if not new.sound or not new.covers_all:
        raise Refused(
            "Tanda tangan pada PDF yang kembali tidak sah atas seluruh isinya. Ulangi penandatanganan."
        )
    if words := out_of_force(new.signer, new.since, new.until):
        raise Refused(words)
    if new.revoked:
        raise Refused(f"Sertifikat {new.signer} sudah dicabut. Pakai sertifikat yang berlaku.")
    with broken_as(Refused("PDF yang kembali tidak dapat diperiksa. Ulangi penandatanganan.")):
        changes = next(_other_changes(original, answered), "")
    if changes:
        raise Refused(f"PDF yang kembali {changes}. Tandatangani tanpa menambahkan apa pun.")
    return Accepted(answered, new)


def _other_changes(original: bytes, answered: bytes) -> Iterator[str]:
    """What the appended part changes beyond a signature, in words that follow "PDF yang kembali"."""
    old, new = PdfFileReader(BytesIO(original)), PdfFileReader(BytesIO(answered))
    own = {(one.idnum, one.generation): kind for kind, one in _meant(old)}
    pages = {_place(old, n): n for n in range(int(old.root["/Pages"]["/Count"]))}
    for place in _places(old):
        if _is_where_it_was(place, old, new) or own.get(place) == "words":
            continue
        if new.xrefs[Reference(*place, new)] is None:
            yield "menghapus isi dokumen"
            continue
        then, now = old.get_object(Reference(*place, old)), new.get_object(Reference(*place, new))
        if place in pages:
            yield from _page_changes(then, now, pages[place] + 1)
        elif isinstance(now, list):
            if not _begins_with(then, now):
                yield "mengubah isi dokumen"
        elif _written(then) != _written(now) and not _different(then, now) <= own.get(place, set()):
            yield "mengubah isi dokumen"
    if any(number < int(old.trailer_view["/Size"]) for number, _ in _places(new) - _places(old)):
        yield "mengubah isi dokumen"  # under a number, or a generation of it, to which what was there may refer
    if new.root_ref != old.root_ref or "/Encrypt" in new.trailer_view:
        yield "mengganti susunan dokumen"  # all that was compared above is then shown by nobody
    if int(new.root["/Pages"]["/Count"]) != len(pages):
        yield "menambah atau mengurangi halaman"
    for n in range(len(pages)):
        yield from _page_changes(_page(old, n), _page(new, n), n + 1)
    yield from _form_changes(_value(old.root, "/AcroForm", {}), _value(new.root, "/AcroForm", {}))


def _places(reader: PdfFileReader) -> set[tuple[int, int]]:
    """Number and generation of every object that there is."""
    revisions = range(reader.xrefs.total_revisions)
    explicit = (one for n in revisions for one in reader.xrefs.explicit_refs_in_revision(n))
    return {(one.idnum, one.generation) for one in explicit if reader.xrefs[one] is not None}


def _is_where_it_was(place: tuple[int, int], old: PdfFileReader, new: PdfFileReader) -> bool:
    """Whether an object is read from the same bytes. What lists the objects may be written anew, too, so that none
    counts as changed and all are others."""
    before, after = old.xrefs[Reference(*place, old)], new.xrefs[Reference(*place, new)]
    if isinstance(before, int) or before is None or before != after:
        return bool(before == after)
    return _is_where_it_was((before.obj_stream_id, 0), old, new)


def _meant(reader: PdfFileReader) -> Iterator[tuple[Any, Any]]:
    """Objects that a signature may change, with which entries; "words" where all of it is about the file."""
    yield _CATALOG, reader.root_ref
    for key, what in (("/AcroForm", _FORM), ("/Metadata", "words")):
        if isinstance(reference := _reference(reader.root, key), Reference):
            yield what, reference
    if isinstance(reference := _reference(reader.trailer_view, "/Info"), Reference):
        yield "words", reference


def _reference(dictionary: Any, key: str) -> Reference | None:
    if key not in dictionary:
        return None
    raw = dictionary.raw_get(key)
    return getattr(raw, "reference", None)


def _place(reader: PdfFileReader, number: int) -> tuple[int, int]:
    reference = reader.find_page_for_modification(number)[0]
    return reference.idnum, reference.generation


def _page(reader: PdfFileReader, number: int) -> Any:
    return reader.find_page_for_modification(number)[0].get_object()


def _page_changes(then: Any, now: Any, number: int) -> Iterator[str]:
    if not _different(then, now) <= {"/Annots"}:
        yield f"mengubah halaman {number}"
        return
    added = list(_value(now, "/Annots", ()))
    kept = list(_value(then, "/Annots", ()))
    if [_written(one) for one in added[: len(kept)]] != [_written(one) for one in kept]:
        yield f"mengubah halaman {number}"
    for one in (annotation.get_object() for annotation in added[len(kept) :]):
        field = one if "/FT" in one else _value(one, "/Parent", {})
        if _value(one, "/Subtype") != "/Widget" or _value(field, "/FT") != "/Sig":
            yield f"menambahkan anotasi pada halaman {number}"
            continue
        if {"/A", "/AA"} & (set(one) | set(field)):
            yield f"menambahkan tindakan pada halaman {number}"
            continue
        left, low, right, high = (float(n) for n in one["/Rect"])
        if left != right and low != high and not int(_value(one, "/F", 0)) & 2:
            yield f"menaruh gambar tanda tangan pada halaman {number}, yang dapat menutupi tulisan"


def _form_changes(then: Any, now: Any) -> Iterator[str]:
    """The form may gain places for signatures, and nothing that runs or asks."""
    if set(now) - set(then) - _FORM:
        yield "menambahkan formulir"
    fields = list(_value(now, "/Fields", ()))
    if any(_value(one.get_object(), "/FT") != "/Sig" for one in fields[len(_value(then, "/Fields", ())) :]):
        yield "menambahkan isian"


def _value(dictionary: Any, key: str, otherwise: Any = None) -> Any:
    """What stands there, also where it is written elsewhere in the file and only referred to."""
    return dictionary[key] if key in dictionary else otherwise  # noqa: SIM401  # get() follows no reference


def _different(then: Any, now: Any) -> set[str]:
    """The entries of two dictionaries that are not the same; what is none counts as another."""
    if not (isinstance(then, DictionaryObject) and isinstance(now, DictionaryObject)):
        return {"*"}
    return {
        str(key)
        for key in then.keys() | now.keys()
        if key not in then or key not in now or _written(then.raw_get(key)) != _written(now.raw_get(key))
    }


def _begins_with(then: Any, now: Any) -> bool:
    return isinstance(then, list) and [_written(one) for one in now[: len(then)]] == [
        _written(one) for one in then
    ]


def _written(value: Any) -> bytes:
    stream = BytesIO()
    value.write_to_stream(stream, None)
    return stream.getvalue()
