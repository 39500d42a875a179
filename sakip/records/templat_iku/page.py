"""The templates of a kabupaten, and the way to push them."""

from __future__ import annotations

from typing import Any

from django.db.models import Count

from kecamatan.permissions import Hak
from sakip.entry.page import EntryPage
from sakip.entry.place import EntryPlace
from sakip.models import TemplatIKU


def arrange(here: EntryPlace) -> dict[str, Any]:
    """Every template, with the number of kecamatan that have it (1 query)."""
    rows = TemplatIKU.objects.filter(kabupaten=here.kecamatan.kabupaten_id).select_related("skala")
    return {
        "templates": list(rows.annotate(users=Count("tautan")).order_by("-tahun_awal", "pk")),
        "may_arrange": Hak.ATUR in here.hak,
    }


PAGE = EntryPage(code="templat-iku", compose=arrange, name="Templat IKU", within="pengaturan")
