"""The same records give the same file: again, in another process, and from the snapshot's JSON alone."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reports.publish.assemble import arrange, content_fingerprint
from reports.publish.naskah import Naskah
from sakip.snapshot.codec import read, write
from sakip.snapshot.types import Snapshot
from tests.flows.printed import ROOT, Edition, Template
from tests.reports.pdf.kept import nothing_kept

pytestmark = pytest.mark.one_engine

#: Where another machine may differ: seed of hashes, time zone, language, and no database at all.
OTHER_ENVIRONMENT = {
    "DATABASE_URL": "sqlite:////tidak-ada/sakip.sqlite3",
    "DJANGO_SETTINGS_MODULE": "tests.settings",
    "LC_ALL": "C.UTF-8",
    "PYTHONHASHSEED": "7",
    "PYTHONPATH": str(ROOT),
    "TZ": "Pacific/Auckland",
}


def test_what_a_document_is_made_of_survives_json(template: Template) -> None:
    text = write(template.naskah)
    assert read(text, Naskah) == template.naskah
    assert write(read(text, Naskah)) == text
    assert read(write(template.naskah.snapshot), Snapshot) == template.naskah.snapshot


@pytest.mark.xdist_group("jelbuk-2024")
def test_another_process_prints_the_same_bytes_from_the_json(
    cetak: Callable[[str], Template], tmp_path: Path
) -> None:
    """The page of an LKIP, with its charts and numbers, and the PDF of a SK IKU: what the engine makes of a page does
    not depend on its length."""
    lkip, sk = cetak("balung-2020"), cetak("jelbuk-2024")
    asked = [
        (template.contoh.kind, shape, write(template.naskah))
        for template, shape in ((lkip, "html"), (sk, "pdf"))
    ]
    running = subprocess.run(
        [sys.executable, "-m", "tests.flows.print_again"],
        input=json.dumps(asked).encode(),
        capture_output=True,
        cwd=ROOT,
        env=os.environ | OTHER_ENVIRONMENT | {"PDF_PARTS": str(tmp_path)},
        check=False,
    )
    assert running.returncode == 0, running.stderr.decode()
    assert json.loads(running.stdout) == [
        fingerprint(lkip.edition.html.encode()),
        fingerprint(sk.edition.pdf.content),
    ]


@pytest.mark.xdist_group("jelbuk-2024")
def test_printing_again_gives_the_same_files(cetak: Callable[[str], Template]) -> None:
    """The shortest document will do: what a render leaves behind for the next does not depend on its length."""
    template = cetak("jelbuk-2024")
    again = Edition(arrange(read(write(template.naskah), Naskah), template.contoh.kind))
    assert again.html == template.edition.html
    with nothing_kept():
        assert fingerprint(again.pdf.content) == fingerprint(template.edition.pdf.content)


def test_documents_of_different_records_have_different_fingerprints(naskah_contoh: dict[str, Naskah]) -> None:
    everything = {
        content_fingerprint(naskah, kind) for naskah in naskah_contoh.values() for kind in ("lkip", "sk-iku")
    }
    assert len(everything) == 2 * len(naskah_contoh)


def fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
