"""From the document tree to an editable Word document (DOCX, ECMA-376): the only package that knows python-docx.

Same words, numbers and tables as the HTML and the PDF, in Word's own means: heading styles, captions that count,
repeated header rows, equations, shapes, sections. A signed document is the PDF; this file is for working on.
"""

from __future__ import annotations

from collections.abc import Mapping

from docx.oxml import parse_xml

from reports.document.numbering import number_all
from reports.document.tree import Dokumen
from reports.docx.context import DocxContext
from reports.docx.ooxml import XMLNS, DocxError
from reports.docx.package import empty_package, store
from reports.docx.pages import DocxPaper, PageSetter
from reports.docx.paragraphs import SEPARATOR
from reports.docx.styles import list_number
from reports.docx.writer import Bab, DocxWriter
from reports.publish.naskah import PageSettings

__all__ = ["DocxError", "render_docx"]

_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def render_docx(
    dokumen: Dokumen,
    settings: PageSettings,
    *,
    media: Mapping[str, bytes],
    pages: Mapping[str, str] | None = None,
) -> bytes:
    """Return the Word file of a document; the same document, setting and pictures give the same bytes.

    ``media`` maps the names of the report's own pictures (:attr:`Berkas.nama`) to their bytes, JPEG or PNG.
    ``pages`` are the page numbers that the lists in front print until Word works out its own, by the anchors they lead
    to.

    Raises :class:`DocxError` for a picture that is missing or cannot be read, and :class:`ValueError` for a tree
    that cannot be printed truthfully (one anchor twice, a table whose rows do not fill its columns, a drawing of
    other shapes than ours) and for an unknown paper size.
    """
    paper = DocxPaper.source(settings)
    width, height = paper.text_fields(landscape=False)
    package = empty_package(dokumen.title, settings, width=width)
    context = DocxContext(
        part=package.part,
        media=media,
        settings=settings,
        numbering=number_all(dokumen),
        pages=pages or {},
        width=width,
        height=height,
    )
    bab = DocxWriter(context, paper).write(dokumen)
    body = package.element.body
    body.clear_content()
    body.remove(body.sectPr)
    arranger = PageSetter(package.part, dokumen, settings, paper)
    for nomor, one in enumerate(bab, start=1):
        for unsur in _unsur(one, arranger, last=nomor == len(bab)):
            body.append(unsur)
    numbering = package.part.numbering_part.element
    for unsur in list(parse_xml(list_number(settings, context.listing))):
        numbering.append(unsur)
    return store(package)


def _unsur(bab: Bab, arranger: PageSetter, *, last: bool) -> list[object]:
    """The elements of a section. Its properties stand in its last paragraph; the last section's, behind it."""
    trait = arranger.trait(bab.page)
    content = list(parse_xml(f"<w:body {XMLNS}>{''.join(bab.content)}{trait}</w:body>"))
    sect = content.pop()
    if last:
        return [*content, sect]
    if not content or content[-1].tag != _PARAGRAPH:
        content.append(parse_xml(SEPARATOR.replace("<w:p>", f"<w:p {XMLNS}>", 1)))
    content[-1].set_sectPr(sect)
    return content
