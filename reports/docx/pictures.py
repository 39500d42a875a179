"""Photos and the lambang as Word pictures, and the frame that every drawing needs.

Sizes are EMU. ``id_`` is unique in the document, as Word demands of every drawing.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from io import BytesIO
from typing import Final

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.parts.document import DocumentPart

from reports.docx.ooxml import PICTURE_URI, DocxError, attribute, whole
from reports.html.media import figure_kind
from sakip.snapshot.types import Berkas

_BROKEN: Final = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError)


def foto(
    part: DocumentPart,
    file: Berkas,
    media: Mapping[str, bytes],
    *,
    alt: str,
    fits: tuple[int, int],
    id_: int,
) -> str:
    """The run of a JPEG or PNG, as large as fits into ``fits`` (width, height).

    Raises :class:`DocxError` for a picture that is not in ``media`` or cannot be read.
    """
    if file.nama not in media:
        raise DocxError(f'Gambar "{file.nama}" tidak ada dalam laporan ini. Unggah ulang gambarnya.')
    content = media[file.nama]
    try:
        figure_kind(content, nama=file.nama)
        rid, figure = part.get_or_add_image(BytesIO(content))
    except _BROKEN as error:
        raise DocxError(f'Gambar "{file.nama}" rusak. Unggah ulang gambarnya.') from error
    except ValueError as error:
        raise DocxError(str(error)) from error
    width, height = fit((figure.px_width, figure.px_height), fits)
    return inside_row(
        f'<a:graphicData uri="{PICTURE_URI}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{id_}" name="Gambar {id_}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>',
        alt=alt,
        sizes=(width, height),
        id_=id_,
    )


def fit(original: tuple[int, int], fits: tuple[int, int]) -> tuple[int, int]:
    """The largest size with the proportions of ``original`` that fits into ``fits``."""
    skala = min(Decimal(fits[0]) / original[0], Decimal(fits[1]) / original[1])
    return whole(original[0] * skala), whole(original[1] * skala)


def with_recovery(content: str, *, needed: str, alt: str, sizes: tuple[int, int], id_: int) -> str:
    """A drawing of shapes; a program that does not know them prints the alternative text instead."""
    figure = inside_row(content, alt=alt, sizes=sizes, id_=id_).removeprefix("<w:r>").removesuffix("</w:r>")
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="{needed}">{figure}</mc:Choice>'
        f"<mc:Fallback><w:t>{attribute(alt)}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def inside_row(content: str, *, alt: str, sizes: tuple[int, int], id_: int) -> str:
    """A run whose drawing stands in the line like a big letter."""
    width, height = sizes
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{id_}" name="Gambar {id_}" descr="{attribute(alt)}"/><wp:cNvGraphicFramePr/>'
        f"<a:graphic>{content}</a:graphic></wp:inline></w:drawing></w:r>"
    )
