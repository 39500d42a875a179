"""What the page of the kabupaten's settings shows beyond measuring: how its documents look."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kecamatan.permissions import Hak, owns
from reports.forms.page_settings import default_settings
from reports.models import PengaturanDokumen
from sakip.entry.place import EntryPlace
from sakip.records.kebijakan import page as pengukuran
from sakip.records.pages import PAGES


def arrange(here: EntryPlace) -> dict[str, Any]:
    """The settings of the kabupaten (3 queries)."""
    dokumen = (
        PengaturanDokumen.objects.filter(kabupaten=here.kecamatan.kabupaten_id)
        .select_related("kabupaten")
        .first()
    )
    return pengukuran.arrange(here) | {
        "page_settings": dokumen or default_settings(),
        "stored_settings": dokumen,
        "gives_keys": owns(here.pengguna, Hak.ATUR, here.kecamatan.kabupaten),
    }


PAGES["pengaturan"] = replace(pengukuran.PAGE, compose=arrange)
