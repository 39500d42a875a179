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

from reports.docx.ooxml import XMLNS, teks
from reports.docx.styles import BAHASA, gaya_dokumen
from reports.publish.naskah import Pengaturan

_KEPALA: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WML: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET: Final = "http://schemas.openxmlformats.org/package/2006"

_JENIS: Final = (
    f'<Types xmlns="{_PAKET}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WML}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WML}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WML}.settings+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_WML}.numbering+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
_AKAR: Final = (
    f'<Relationships xmlns="{_PAKET}/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PAKET}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_BAGIAN: Final = (
    f'<Relationships xmlns="{_PAKET}/relationships">'
    + "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/{nama}" Target="{nama}.xml"/>'
        for n, nama in enumerate(("styles", "settings", "numbering"), start=1)
    )
    + "</Relationships>"
)
# Version 15 keeps Word out of its compatibility mode. There is no updateFields: Word would greet every reader with a
# question about "other files".
_SETELAN: Final = (
    f'<w:settings {XMLNS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
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
    f'<w:themeFontLang w:val="{BAHASA}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
_ISI: Final = f"<w:document {XMLNS}><w:body><w:sectPr/></w:body></w:document>"
_NOMOR: Final = f"<w:numbering {XMLNS}/>"

#: The earliest moment that a ZIP entry can name.
ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def paket_kosong(judul: str, pengaturan: Pengaturan, *, lebar: int) -> Document:
    """An empty document with our styles; ``lebar`` is the width of its text in twips."""
    berkas = {
        "[Content_Types].xml": _JENIS,
        "_rels/.rels": _AKAR,
        "word/_rels/document.xml.rels": _BAGIAN,
        "word/document.xml": _ISI,
        "word/styles.xml": gaya_dokumen(pengaturan, lebar=lebar),
        "word/settings.xml": _SETELAN,
        "word/numbering.xml": _NOMOR,
        "docProps/core.xml": _properti(judul),
    }
    return docx.Document(BytesIO(_kemas({nama: (_KEPALA + isi).encode() for nama, isi in berkas.items()})))


def store(dokumen: Document) -> bytes:
    """The file. The same document gives the same bytes: python-docx stamps the hour on its parts, we do not."""
    mentah = BytesIO()
    dokumen.save(mentah)
    with zipfile.ZipFile(mentah) as arsip:
        return _kemas({nama: arsip.read(nama) for nama in arsip.namelist()})


def _properti(judul: str) -> str:
    """Title and language; no author and no dates, because the program is neither the author nor a witness."""
    return (
        f'<cp:coreProperties xmlns:cp="{_PAKET}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{teks(judul)}</dc:title>'
        f"<dc:language>{BAHASA}</dc:language></cp:coreProperties>"
    )


def _kemas(berkas: Mapping[str, bytes]) -> bytes:
    hasil = BytesIO()
    with zipfile.ZipFile(hasil, "w") as arsip:
        for nama, isi in berkas.items():
            info = zipfile.ZipInfo(nama, ZIP_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # not the system that happens to run
            arsip.writestr(info, isi)
    return hasil.getvalue()
