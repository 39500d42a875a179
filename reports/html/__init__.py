"""From the document tree to the one HTML, for the screen and for paper; the PDF is made from it.

``render_html(…)`` gives a file that stands alone; with ``mandiri=False`` the fragment for a web page, which links
its stylesheets (see :func:`lembar_gaya`) because the site's CSP refuses inline ones.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from reports.document.tree import Dokumen
from reports.html.media import Alamat, alamat_media, sematkan
from reports.html.styles import GAYA_DOKUMEN, GAYA_HALAMAN, GAYA_LAYAR, gaya_mandiri, lembar_gaya
from reports.html.view import show
from reports.publish.naskah import Pengaturan

__all__ = [
    "GAYA_DOKUMEN",
    "GAYA_HALAMAN",
    "GAYA_LAYAR",
    "Alamat",
    "alamat_media",
    "lembar_gaya",
    "render_html",
    "sematkan",
]

BAHASA = "id"


def render_html(
    dokumen: Dokumen,
    pengaturan: Pengaturan,
    *,
    mandiri: bool = True,
    alamat: Alamat = alamat_media,
    below_heading: Mapping[str, SafeString] | None = None,
) -> str:
    """Return the HTML of a document; the same document and setting give the same text.

    ``alamat`` says where a picture is: :func:`alamat_media` for the PDF, ``sematkan(media)`` for a file that
    carries its pictures, a function that returns the view's URL for a web page. ``below_heading`` is what a web page
    says of a part, by its kunci, and no document prints.

    Raises :class:`ValueError` for a tree that cannot be printed truthfully (one anchor twice, a table whose rows
    do not fill its columns, a drawing that is no SVG) and for an unknown paper size.
    """
    tampilan = show(dokumen, pengaturan, alamat, below_heading or {})
    if not mandiri:
        return render_to_string("document/_dokumen.html", {"tampilan": tampilan})
    konteks = {"tampilan": tampilan, "bahasa": BAHASA, "gaya": gaya_mandiri(dokumen, pengaturan)}
    return render_to_string("document/dokumen.html", konteks)
