"""A document that is filled as a table, as a browser sees it and sends to it: cells, and lines that are added."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client
from lxml import html

from kecamatan.models import Jejak
from sakip.entry.table_grid import SEPARATOR
from tests.sakip.records.table_rows import Case

BASE = "/kecamatan/balung/2021/"


def origin(client: Client, grid: str) -> dict[str, list[str]]:
    """What the page shows of its filled cells: text and fingerprint by name."""
    shown: dict[str, list[str]] = json.loads(client.get(f"{BASE}{grid}/tabel/").context["origin"])
    return shown


def name_of(case: Case, row: Any) -> str:
    return SEPARATOR.join((case.kind, str(row.pk), case.column))


def send(client: Client, grid: str, name: str, text: str, fingerprint: str = "") -> Any:
    parts = dict(zip(("jenis", "nomor", "kolom"), name.split(SEPARATOR), strict=True))
    return client.post(f"{BASE}{grid}/tabel/sel/", parts | {"teks": text, "sidik": fingerprint})


def last_step() -> tuple[Any, ...]:
    """What the trail says last, but for its moment."""
    one = Jejak.objects.latest("pk")
    return (one.tindakan, one.objek_jenis, one.objek_pk, one.record_key, one.sebelum, one.sesudah, one.tahun)


def new_line(client: Client, grid: str, kind: str, asked: str = "") -> tuple[dict[str, str], set[str]]:
    """Of a line that may be added to a table: what its page sends along when nothing is typed and its button is
    pressed, and what is typed in it."""
    page = html.document_fromstring(client.get(f"{BASE}{grid}/tabel/{asked}").content)
    (sent,) = page.xpath("//form[@id='kisi']")
    assert not page.xpath("//table//*[contains(@class, 'kisi-baru-isian')]")  # not within what scrolls
    lines = [one for one in sent.xpath(".//details") if one.get("data-baris-baru") == kind]
    assert lines, f"{kind} has no line in {grid}"
    name = lines[0].xpath("string(.//button[@name='tambah']/@value)")
    typed = {str(one.get("name")) for one in lines[0].xpath(".//*[contains(@class, 'kisi-baru-isian')]")}
    return dict(sent.form_values()) | {"tambah": name}, {one.removeprefix(f"{name}-") for one in typed}


def add(client: Client, grid: str, begun: dict[str, str], **typed: str) -> Any:
    """Type into the line and press its button."""
    line = begun["tambah"]
    return client.post(
        f"{BASE}{grid}/tabel/", begun | {f"{line}-{name}": text for name, text in typed.items()}
    )
