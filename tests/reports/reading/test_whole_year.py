"""Jombang 2023 by Baca dokumen and what the paper does not say, through the pages, without a browser: how many forms it
takes is counted. The same by pasting alone, in a browser: ``tests/e2e/test_whole_year.py``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from reports.models import ImporBuku
from sakip.workbook.recorded import RecordedBook
from tests.e2e.jombang_year import PASTED, TAHUN, as_contoh, block, jombang, snapshot
from tests.factory import make_pengguna
from tests.workbook_edits import results_fingerprint

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

BASE = f"/kecamatan/jombang/{TAHUN}/"
#: Recorded before the paper is read: the keys by which it names things, and who works there.
FIRST = ("profil", "renstra")
#: What the paper says as well, in other words, of the sheets of these pages; and of IKU and PK, which it only sums up.
LEFT = [*(name for page in FIRST for name in PASTED[page]), "IKU", "PK"]
HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"')


@pytest.mark.usefixtures("referensi")
def test_a_year_read_from_its_paper_takes_few_corrections(
    client: Client, tmp_path: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    submits = 0

    def sent(address: str, data: Mapping[str, object], status: int = 302) -> str:
        """The page that answers, or where it leads."""
        nonlocal submits
        submits += 1
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(address, data)
        assert answer.status_code == status, (address, data.keys())
        return str(answer.get("Location") or answer.content.decode())

    def pasted(page: str, **how: str) -> None:
        """The tables of a page that are not as they should be."""
        now = RecordedBook(jombang(), TAHUN).content
        if wrong := [name for name in PASTED[page] if now[name] != contoh.recorded.content[name]]:
            typed = {"teks": block(contoh.recorded, wrong)} | how
            shown = sent(f"{BASE}{page}/tempel/", typed, status=200)
            hidden = {name: html.unescape(value) for name, value in HIDDEN.findall(shown)}
            sent(f"{BASE}{page}/tempel/", hidden | typed | {"langkah": "terapkan"})

    contoh = as_contoh(tmp_path, in_word=True)
    client.force_login(make_pengguna("operator", kecamatan=jombang()))
    for page in FIRST:
        pasted(page)

    read = sent(f"{BASE}baca-dokumen/unggah/", {"berkas": SimpleUploadedFile("lkip.docx", contoh.word)})
    one = ImporBuku.objects.latest("pk")
    proposals = (one.hasil or {})["dokumen"]["usulan"]
    assert [p["ragu"] for p in proposals if "Realisasi (Rp): 8882000" in p["isi"]] == [[]]
    sent(f"{BASE}baca-dokumen/{one.pk}/pilih/", {"lepas": LEFT})
    sent(f"{read}terapkan/", {"sidik": results_fingerprint(ImporBuku.objects.get(pk=one.pk))})
    told = RecordedBook(jombang(), TAHUN).content
    right = {
        name: sum(row in contoh.recorded.content[name] for row in told[name])
        for name in ("Anggaran", "Realisasi")
    }

    for page in PASTED:
        pasted(page, ganti="1")
    boxes = client.get(f"{BASE}narasi/semua/").content.decode()
    marks = {name: html.unescape(value) for name, value in HIDDEN.findall(boxes)}
    sent(f"{BASE}narasi/semua/", marks | dict(contoh.narasi))
    print(f"\nJombang {TAHUN} dengan Baca dokumen: {submits} formulir; benar dari dokumen: {right}")
    assert snapshot() == contoh.snapshot
    assert (right["Anggaran"] >= 5, right["Realisasi"] >= 46) == (True, True)
    assert submits == 24  # at most 25
