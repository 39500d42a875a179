"""Daftar isi, daftar tabel and daftar gambar: Word's own fields, already filled.

The entries stand there from the start, with links and the page numbers of the PDF; on which page a part falls in
Word only Word knows, and prints it once it updates the lists (before printing, or with F9). Nothing makes it ask on
opening.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reports.document.numbering import CONTENT_LIST_LEVEL, CONTENTS, FIGURE_LIST, TABLE_LIST, ListEntry
from reports.docx.context import DocxContext
from reports.docx.paragraphs import LAST_FIELDS, TAB, DocxParagraph, field, first_field, run

#: Part of the field's result: it goes away when the list is updated.
HINT: Final = (
    "Nomor halaman mengikuti PDF. Sesudah isi diubah, klik kanan pada daftar dan pilih Perbarui Bidang (F9)."
)


def front_lists(k: DocxContext) -> list[tuple[str, str, str]]:
    """The lists that have entries: anchor, title and XML below the title."""
    # \f adds the forms, whose own title is no heading of the report: they carry a TC field.
    content = rf'TOC \o "1-{CONTENT_LIST_LEVEL}" \f \h \z'
    command = {TABLE_LIST: r'TOC \h \z \c "Tabel"', FIGURE_LIST: r'TOC \h \z \c "Gambar"'}
    return [
        (id_, title, _sdt(_field(k, entries, content, hint=True)))
        if id_ == CONTENTS
        else (id_, title, _field(k, entries, command[id_]))
        for id_, title, entries in k.numbering.listing
    ]


def entry_mark(label: str, level: int) -> str:
    """A hidden TC field: the entry in the daftar isi of a heading that is not printed."""
    content = label.replace("\\", "\\\\").replace('"', '\\"')
    return field(rf'TC "{content}" \l {level}', trait="<w:vanish/>")


def _field(k: DocxContext, entries: Sequence[ListEntry], command: str, *, hint: bool = False) -> str:
    rows = [_entry(k, e) for e in entries]
    if hint:
        rows.append((DocxParagraph(style="Catatan"), run(HINT, "<w:i/>")))
    # The field begins in its first line and ends in its last: a line of its own would open a page where the list fills
    # one to its foot.
    rows[0] = (rows[0][0], first_field(command) + rows[0][1])
    rows[-1] = (rows[-1][0], rows[-1][1] + LAST_FIELDS)
    return "".join(paragraph.wrap(content) for paragraph, content in rows)


def _entry(k: DocxContext, e: ListEntry) -> tuple[DocxParagraph, str]:
    marker = k.marker(e.id)
    # "A." and its title are parted by a tab, as in the heading; "BAB I" and "Tabel 3.1" by a space.
    separator = TAB if e.level in (2, 3) else run(" ")
    # The words alone, not the style: it would make "i" of the page number an "I".
    capitals = "<w:caps/>" if e.level == 1 else ""
    nomor = run(e.nomor, capitals) + separator if e.nomor else ""
    page = field(rf"PAGEREF {marker} \h", k.pages.get(e.id, ""))
    return (
        DocxParagraph(style=f"TOC{e.level}" if e.level else "TableofFigures"),
        f'<w:hyperlink w:anchor="{marker}" w:history="1">{nomor}{run(e.title, capitals)}{TAB}{page}</w:hyperlink>',
    )


def _sdt(content: str) -> str:
    """Word's frame around a daftar isi, with its button "Perbarui Tabel"."""
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )
