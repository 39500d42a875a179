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

from reports.docx.ooxml import URI_BENTUK, URI_GAMBAR, DocxError, atribut, bulat, emu
from reports.html.media import jenis_gambar
from sakip.snapshot.types import Berkas

_RUSAK: Final = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError)


def foto(
    bagian: DocumentPart,
    berkas: Berkas,
    media: Mapping[str, bytes],
    *,
    alt: str,
    muat: tuple[int, int],
    id_: int,
) -> str:
    """The run of a JPEG or PNG, as large as fits into ``muat`` (width, height).

    Raises :class:`DocxError` for a picture that is not in ``media`` or cannot be read.
    """
    if berkas.nama not in media:
        raise DocxError(f'Gambar "{berkas.nama}" tidak ada dalam laporan ini. Unggah ulang gambarnya.')
    isi = media[berkas.nama]
    try:
        jenis_gambar(isi, nama=berkas.nama)
        rid, gambar = bagian.get_or_add_image(BytesIO(isi))
    except _RUSAK as error:
        raise DocxError(f'Gambar "{berkas.nama}" rusak. Unggah ulang gambarnya.') from error
    except ValueError as error:
        raise DocxError(str(error)) from error
    lebar, tinggi = muatkan((gambar.px_width, gambar.px_height), muat)
    return dalam_baris(
        f'<a:graphicData uri="{URI_GAMBAR}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{id_}" name="Gambar {id_}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{lebar}" cy="{tinggi}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>',
        alt=alt,
        ukuran=(lebar, tinggi),
        id_=id_,
    )


def tempat_lambang(*, muat: tuple[int, int], id_: int) -> str:
    """A neutral shield with the word LAMBANG, where none has been uploaded."""
    lebar, tinggi = muatkan((60, 70), muat)
    setengah = min(bulat(Decimal(lebar) / emu(39) * 26), 26)  # 13 pt on the cover, smaller in a letterhead
    isi = (
        f'<a:graphicData uri="{URI_BENTUK}"><wps:wsp><wps:cNvSpPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{lebar}" cy="{tinggi}"/></a:xfrm>'
        '<a:prstGeom prst="flowChartOffpageConnector"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:srgbClr val="F5F7F9"/></a:solidFill>'
        '<a:ln w="19050"><a:solidFill><a:srgbClr val="5F6B76"/></a:solidFill></a:ln></wps:spPr>'
        '<wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle w:val="IsiGambar"/><w:jc w:val="center"/></w:pPr>'
        f'<w:r><w:rPr><w:b/><w:color w:val="4D5860"/><w:sz w:val="{setengah}"/></w:rPr><w:t>LAMBANG</w:t></w:r></w:p>'
        '</w:txbxContent></wps:txbx><wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr">'
        "<a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData>"
    )
    alt = "Tempat lambang daerah, belum diunggah"
    return dengan_cadangan(isi, perlu="wps", alt=alt, ukuran=(lebar, tinggi), id_=id_)


def muatkan(asli: tuple[int, int], muat: tuple[int, int]) -> tuple[int, int]:
    """The largest size with the proportions of ``asli`` that fits into ``muat``."""
    skala = min(Decimal(muat[0]) / asli[0], Decimal(muat[1]) / asli[1])
    return bulat(asli[0] * skala), bulat(asli[1] * skala)


def dengan_cadangan(isi: str, *, perlu: str, alt: str, ukuran: tuple[int, int], id_: int) -> str:
    """A drawing of shapes; a program that does not know them prints the alternative text instead."""
    gambar = dalam_baris(isi, alt=alt, ukuran=ukuran, id_=id_).removeprefix("<w:r>").removesuffix("</w:r>")
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="{perlu}">{gambar}</mc:Choice>'
        f"<mc:Fallback><w:t>{atribut(alt)}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def dalam_baris(isi: str, *, alt: str, ukuran: tuple[int, int], id_: int) -> str:
    """A run whose drawing stands in the line like a big letter."""
    lebar, tinggi = ukuran
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{lebar}" cy="{tinggi}"/>'
        f'<wp:docPr id="{id_}" name="Gambar {id_}" descr="{atribut(alt)}"/><wp:cNvGraphicFramePr/>'
        f"<a:graphic>{isi}</a:graphic></wp:inline></w:drawing></w:r>"
    )
