"""The Word package: our own empty template, opened by python-docx, and the file written without a clock.

The template is text in this module rather than a .docx beside it, so a change of it can be read in review; it
holds no theme, no picture and no date.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

import docx
from docx.document import Document

from reports.docx.ooxml import XMLNS, text
from reports.docx.styles import LANGUAGE, dokumen_style
from reports.publish.naskah import PageSettings

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WML: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"

_KIND: Final = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WML}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WML}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WML}.settings+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_WML}.numbering+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
_ROOT: Final = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_PART: Final = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/{nama}" Target="{nama}.xml"/>'
        for n, nama in enumerate(("styles", "settings", "numbering"), start=1)
    )
    + "</Relationships>"
)
# Version 15 keeps Word out of its compatibility mode. There is no updateFields: Word would greet every reader with a
# question about "other files".
_SETTINGS: Final = (
    f'<w:settings {XMLNS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    + "".join(
        f'<w:compatSetting w:name="{nama}" w:uri="http://schemas.microsoft.com/office/word" w:val="{nilai}"/>'
        for nama, nilai in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    + '</w:compat><m:mathPr><m:mathFont m:val="Cambria Math"/><m:smallFrac m:val="0"/><m:dispDef/></m:mathPr>'
    f'<w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
_CONTENT: Final = f"<w:document {XMLNS}><w:body><w:sectPr/></w:body></w:document>"
_NOMOR: Final = f"<w:numbering {XMLNS}/>"

#: The earliest moment that a ZIP entry can name.
ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def empty_package(title: str, settings: PageSettings, *, width: int) -> Document:
    """An empty document with our styles; ``width`` is the width of its text in twips."""
    files = {
        "[Content_Types].xml": _KIND,
        "_rels/.rels": _ROOT,
        "word/_rels/document.xml.rels": _PART,
        "word/document.xml": _CONTENT,
        "word/styles.xml": dokumen_style(settings, width=width),
        "word/settings.xml": _SETTINGS,
        "word/numbering.xml": _NOMOR,
        "docProps/core.xml": _property(title),
    }
    return docx.Document(
        BytesIO(_pack({nama: (_HEAD + content).encode() for nama, content in files.items()}))
    )


def store(dokumen: Document) -> bytes:
    """The file. The same document gives the same bytes: python-docx stamps the hour on its parts, we do not."""
    raw = BytesIO()
    dokumen.save(raw)
    with zipfile.ZipFile(raw) as arsip:
        return _pack({nama: arsip.read(nama) for nama in arsip.namelist()})


def _property(title: str) -> str:
    """Title and language; no author and no dates, because the program is neither the author nor a witness."""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{text(title)}</dc:title>'
        f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    )


def _pack(files: Mapping[str, bytes]) -> bytes:
    result = BytesIO()
    with zipfile.ZipFile(result, "w") as arsip:
        for nama, content in files.items():
            info = zipfile.ZipInfo(nama, ZIP_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # not the system that happens to run
            arsip.writestr(info, content)
    return result.getvalue()
