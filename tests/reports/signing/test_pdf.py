"""A signature over a file, and everything that may happen to the file afterwards."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import time_machine
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    NumberObject,
    Reference,
    pdf_name,
    pdf_string,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from reports.signing.accept import Refused, accept
from reports.signing.pdf import BASELINE, SignatureError, Trust, read_signatures
from tests.reports.signing.signers import NAME, certified, holder, said_by_poppler, signed_pdf, small_pdf

#: Bytes that are changed of what is signed, and of the signature itself, which is most of the file.
FLIPS = {"signed": 250, "signature": 50}


def is_clean(pdf: bytes, roots: tuple[bytes, ...] = ()) -> bool:
    """Whether a reader without our archive would take the file for what was signed."""
    try:
        found = read_signatures(pdf, Trust(roots))
    except SignatureError:
        return False
    return bool(found) and all(one.sound for one in found) and found[-1].covers_all


def test_what_was_there_before_stays_in_front() -> None:
    assert signed_pdf().startswith(small_pdf())
    (one,) = read_signatures(signed_pdf())
    assert (one.signer, one.reason, one.profile) == (NAME, "LKIP Kecamatan Uji Tahun 2021 versi 1", BASELINE)
    assert one.sound
    assert one.covers_all
    assert not one.trusted  # by nobody, as nobody was named
    assert one.certificate == certified()[1].fingerprint(SHA256()).hex()


def test_a_second_signature_leaves_the_first_whole() -> None:
    both = holder("Bupati Uji").sign(signed_pdf(), reason="PK")
    first, second = read_signatures(both)
    assert (first.signer, first.sound, first.covers_all) == (NAME, True, False)
    assert (second.signer, second.sound, second.covers_all) == ("Bupati Uji", True, True)
    assert accept(signed_pdf(), both).signature == second


@pytest.mark.parametrize("where", FLIPS)
def test_each_of_some_hundred_flipped_bytes_is_seen(where: str) -> None:
    chance = random.Random(20261129)  # noqa: S311  # no secret
    whole = signed_pdf()
    roots = (certified()[1].public_bytes(Encoding.DER),)
    assert is_clean(whole, roots)
    said = read_signatures(whole, Trust(roots))
    start = whole.rindex(b"/Contents <")
    signature = range(start, whole.index(b">", start))  # all but this is signed
    places = signature if where == "signature" else [*range(start), *range(signature.stop, len(whole))]
    unseen = []
    for place in chance.sample(places, FLIPS[where]):
        changed = bytearray(whole)
        changed[place] ^= chance.randrange(1, 256)
        # Of the signature itself a few digits are signed by nothing; they say nothing of who signed what, or when.
        if is_clean(bytes(changed), roots) and not (
            where == "signature" and read_signatures(bytes(changed), Trust(roots)) == said
        ):
            unseen.append(place)
    assert unseen == []


def resaved(pdf: bytes) -> bytes:
    output = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(output)
    return output.getvalue()


def appended(pdf: bytes) -> bytes:
    """One revision more: the title of the file is another."""
    start = pdf.rindex(b"startxref")
    before = int(pdf[start:].split()[1])
    with pikepdf.open(BytesIO(pdf)) as document:
        size, root = int(document.trailer["/Size"]), document.Root.objgen[0]
    place = len(pdf) + 1
    new = f"\n{size} 0 obj\n<< /Title (Lain) >>\nendobj\n"
    table = place + len(new) - 1
    return (
        pdf
        + new.encode()
        + f"xref\n{size} 1\n{place:010} 00000 n \ntrailer\n<< /Size {size + 1} /Root {root} 0 R /Info {size} 0 R"
        f" /Prev {before} >>\nstartxref\n{table}\n%%EOF\n".encode()
    )


@pytest.mark.parametrize("change", [resaved, appended, lambda pdf: pdf + b"\n", lambda pdf: pdf[:-40]])
def test_what_another_program_did_to_it_is_seen(change: Callable[[bytes], bytes]) -> None:
    assert is_clean(signed_pdf())
    assert not is_clean(change(signed_pdf()))


#: What comes back, made when it is asked about, and what is said of it.
ANSWERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "rubbish": (lambda: b"<html>galat</html>", "bukan PDF"),
    "another document": (
        lambda: holder().sign(small_pdf("Lain"), reason="lain"),
        "bukan dokumen yang dikirim",
    ),
    "saved again": (lambda: resaved(signed_pdf()), "bukan dokumen yang dikirim"),
    "unsigned": (small_pdf, "0 tanda tangan baru"),
    "signed twice": (lambda: holder().sign(signed_pdf(), reason="lagi"), "2 tanda tangan baru"),
    "more after it": (lambda: appended(signed_pdf()), "tidak sah atas seluruh isinya"),
    "changed, then signed": (
        lambda: holder().sign(with_note(small_pdf()), reason="x"),
        "menambahkan anotasi pada halaman 1",
    ),
    "text hidden, then signed": (lambda: holder().sign(emptied(small_pdf()), reason="x"), "mengubah"),
}


def revision(pdf: bytes, change: Callable[[pikepdf.Pdf], tuple[int, str]]) -> bytes:
    """The file with one object written anew behind it."""
    before = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    with pikepdf.open(BytesIO(pdf)) as document:
        number, content = change(document)
        size, root = int(document.trailer["/Size"]), document.Root.objgen[0]
    head = f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = len(pdf) + len(head)
    return (
        pdf
        + head
        + f"xref\n{number} 1\n{len(pdf):010} 00000 n \ntrailer\n<< /Size {size} /Root {root} 0 R /Prev {before} >>\n"
        f"startxref\n{table}\n%%EOF\n".encode()
    )


def with_note(pdf: bytes) -> bytes:
    """A note over the first page."""

    def change(document: pikepdf.Pdf) -> tuple[int, str]:
        page = document.pages[0].obj
        page.Annots = pikepdf.Array(
            [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[0, 0, 500, 500])]
        )
        return page.objgen[0], page.unparse(resolved=True).decode("latin-1")

    return revision(pdf, change)


def emptied(pdf: bytes) -> bytes:
    """The first page without what stood on it."""

    def change(document: pikepdf.Pdf) -> tuple[int, str]:
        number = document.pages[0].obj.Contents.objgen[0]
        return number, "<< /Length 0 >>\nstream\n\nendstream"

    return revision(pdf, change)


def with_other_numbers(pdf: bytes) -> bytes:
    """The file with another attachment in the place of its own."""

    def change(document: pikepdf.Pdf) -> tuple[int, str]:
        stream = document.attachments["capaian.csv"].obj.EF.F
        content = "indikator,99\n"
        return stream.objgen[
            0
        ], f"<< /Type /EmbeddedFile /Length {len(content)} >>\nstream\n{content}\nendstream"

    return revision(pdf, change)


def test_a_swapped_attachment_is_seen() -> None:
    swapped = with_other_numbers(signed_pdf())
    with pikepdf.open(BytesIO(swapped)) as document:
        assert document.attachments["capaian.csv"].get_file().read_bytes() == b"indikator,99\n"
    assert not is_clean(swapped)
    with pytest.raises(Refused, match="mengubah isi dokumen"):
        accept(small_pdf(), holder().sign(with_other_numbers(small_pdf()), reason="LKIP"))


@pytest.mark.parametrize("answer", ANSWERS)
def test_only_our_file_with_one_signature_more_is_taken(answer: str) -> None:
    answered, words = ANSWERS[answer]
    with pytest.raises(Refused, match=words):
        accept(small_pdf(), answered())


def with_catalog(
    change: Callable[[IncrementalPdfFileWriter, DictionaryObject], None], *, other: bool
) -> bytes:
    """The small document with another catalog, or its own catalog changed, signed over that."""
    writer = IncrementalPdfFileWriter(BytesIO(small_pdf()))
    catalog = writer.root
    if other:
        catalog = DictionaryObject({key: writer.root.raw_get(key) for key in writer.root})
        writer.trailer["/Root"] = writer._root = writer.add_object(catalog)
    change(writer, catalog)
    if not other:
        writer.update_root()
    written = BytesIO()
    writer.write(written)
    return holder().sign(written.getvalue(), reason="LKIP")


def runs(writer: IncrementalPdfFileWriter, catalog: DictionaryObject) -> None:
    action = {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): pdf_string("app.alert(1)")}
    catalog["/OpenAction"] = DictionaryObject(action)


def asks(writer: IncrementalPdfFileWriter, catalog: DictionaryObject) -> None:
    catalog["/AcroForm"] = writer.add_object(
        DictionaryObject({pdf_name("/XFA"): pdf_string("x"), pdf_name("/Fields"): ArrayObject()})
    )


def asks_by_hand(writer: IncrementalPdfFileWriter, catalog: DictionaryObject) -> None:
    field = writer.add_object(
        DictionaryObject({pdf_name("/FT"): pdf_name("/Tx"), pdf_name("/T"): pdf_string("Nilai")})
    )
    catalog["/AcroForm"] = writer.add_object(DictionaryObject({pdf_name("/Fields"): ArrayObject([field])}))


def shows_a_page_twice(writer: IncrementalPdfFileWriter, catalog: DictionaryObject) -> None:
    pages = catalog["/Pages"]
    twice = {key: pages.raw_get(key) for key in pages}
    twice[pdf_name("/Kids")] = ArrayObject([*pages["/Kids"], *pages["/Kids"]])
    twice[pdf_name("/Count")] = NumberObject(2)
    catalog["/Pages"] = writer.add_object(DictionaryObject(twice))


def runs_at_the_place_of_a_signature(writer: IncrementalPdfFileWriter, catalog: DictionaryObject) -> None:
    action = DictionaryObject({pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): pdf_string("x")})
    place = {
        pdf_name("/FT"): pdf_name("/Sig"),
        pdf_name("/Subtype"): pdf_name("/Widget"),
        pdf_name("/Rect"): ArrayObject([NumberObject(0)] * 4),
        pdf_name("/AA"): DictionaryObject({pdf_name("/PO"): action}),
    }
    page = writer.find_page_for_modification(0)[0]
    page.get_object()["/Annots"] = ArrayObject([writer.add_object(DictionaryObject(place))])
    writer.mark_update(page)


@pytest.mark.parametrize(
    ("change", "other", "words"),
    [
        (runs_at_the_place_of_a_signature, False, "menambahkan tindakan pada halaman 1"),
        (runs, True, "mengganti susunan dokumen"),
        (runs, False, "mengubah isi dokumen"),
        (asks, True, "mengganti susunan dokumen"),
        (asks, False, "menambahkan formulir"),
        (asks_by_hand, False, "menambahkan isian"),
        (shows_a_page_twice, True, "mengganti susunan dokumen"),
    ],
)
def test_another_catalog_is_not_taken(change: Any, other: bool, words: str) -> None:
    """What is added may not make anything of what was there, whoever signed over it."""
    with pytest.raises(Refused, match=words):
        accept(small_pdf(), with_catalog(change, other=other))


def listed_anew(emptied: Callable[[PdfFileReader], int]) -> bytes:
    """The small document with an empty object in place of one, in a list of all objects that knows no former one."""
    pdf = small_pdf()
    reader = PdfFileReader(BytesIO(pdf))
    number, size = emptied(reader), int(reader.trailer_view["/Size"])
    body = b"\n%d 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n" % number
    places = {number: len(pdf) + 1, size: len(pdf) + len(body)}
    rows = [(0, 0, 65535)]
    for n in range(1, size + 1):
        at = places.get(n) or reader.xrefs[Reference(n, 0, reader)]
        if at is None:
            rows.append((0, 0, 65535))
        else:
            rows.append((1, at, 0) if isinstance(at, int) else (2, at.obj_stream_id, at.ix_in_stream))
    listed = b"".join(bytes([kind]) + a.to_bytes(4) + b.to_bytes(2) for kind, a, b in rows)
    head = b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Length %d >>\nstream\n" % (
        size,
        size + 1,
        reader.root_ref.idnum,
        len(listed),
    )
    end = b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % places[size]
    return holder().sign(pdf + body + head + listed + end, reason="LKIP")


def content_of_the_page(reader: PdfFileReader) -> int:
    found: int = reader.root["/Pages"]["/Kids"][0].raw_get("/Contents").idnum
    return found


@pytest.mark.parametrize("emptied", [content_of_the_page, lambda reader: 12])
def test_a_list_of_objects_that_knows_no_former_one_is_not_taken(
    emptied: Callable[[PdfFileReader], int],
) -> None:
    """Nothing counts as changed in it, and a page is empty all the same."""
    with pytest.raises(Refused, match="mengubah isi dokumen"):
        accept(small_pdf(), listed_anew(emptied))


def with_objects(pdf: bytes, *numbers: int) -> bytes:
    """The file with one object more under each of these numbers."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    for number in numbers:
        writer._lastobj_id = number - 1
        writer.add_object(DictionaryObject())
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_number_that_nothing_had_is_not_given_away() -> None:
    """What was there may refer to it, and meant nothing so far."""
    size = int(PdfFileReader(BytesIO(small_pdf())).trailer_view["/Size"])
    with_gap = with_objects(small_pdf(), size + 9)
    accept(with_gap, holder().sign(with_gap, reason="LKIP"))
    with pytest.raises(Refused, match="mengubah isi dokumen"):
        accept(with_gap, holder().sign(with_objects(with_gap, size + 4, size + 20), reason="LKIP"))


def test_a_list_of_annotations_that_is_written_apart_is_read() -> None:
    """As other programs than ours write it when they add the place of a signature."""

    def apart(writer: IncrementalPdfFileWriter, catalog: DictionaryObject) -> None:
        page = writer.find_page_for_modification(0)[0]
        page.get_object()["/Annots"] = writer.add_object(ArrayObject())
        writer.mark_update(page)

    accept(small_pdf(), with_catalog(apart, other=False))


def test_a_certificate_that_has_ended_is_not_taken() -> None:
    """Signed outside, where nobody here could look at the certificate before."""
    late = time_machine.travel(datetime.now(UTC) + timedelta(days=366))
    with late, pytest.raises(Refused, match=r"Sertifikat Hj\. SITI AMINAH tidak berlaku hari ini"):
        accept(small_pdf(), signed_pdf())


def test_a_picture_over_the_page_is_not_taken() -> None:
    # The visible field of another program: it could hide what was written.
    visible = signed_pdf().replace(b"-9999 -9999 -9999 -9999", b"10 10 500 500")
    assert visible != signed_pdf()
    with pytest.raises(Refused):
        accept(small_pdf(), visible)


def test_poppler_agrees(tmp_path: Path) -> None:
    said = said_by_poppler(signed_pdf(), tmp_path)
    assert "Signature is Valid." in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said
    changed = bytearray(signed_pdf())
    changed[changed.index(b"/Title") + 8] ^= 1
    assert "Signature is Valid." not in said_by_poppler(bytes(changed), tmp_path)
