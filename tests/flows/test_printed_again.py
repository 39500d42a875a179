"""The same records give the same file: again, in another process, and from the snapshot's JSON alone."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from reports.publish.assemble import arrange, content_fingerprint
from reports.publish.naskah import Naskah
from sakip.snapshot.codec import read, write
from sakip.snapshot.types import Snapshot
from tests.flows.printed import AKAR, Cetakan, issue

#: Where another machine may differ: seed of hashes, time zone, language, and no database at all.
LINGKUNGAN_LAIN = {
    "DATABASE_URL": "sqlite:////tidak-ada/sakip.sqlite3",
    "DJANGO_SETTINGS_MODULE": "tests.settings",
    "LC_ALL": "C.UTF-8",
    "PYTHONHASHSEED": "7",
    "PYTHONPATH": str(AKAR),
    "TZ": "Pacific/Auckland",
}


def test_what_a_document_is_made_of_survives_json(cetakan: Cetakan) -> None:
    teks = write(cetakan.naskah)
    assert read(teks, Naskah) == cetakan.naskah
    assert write(read(teks, Naskah)) == teks
    assert read(write(cetakan.naskah.snapshot), Snapshot) == cetakan.naskah.snapshot


@pytest.mark.parametrize(
    "nama", [pytest.param(n, marks=pytest.mark.xdist_group(n)) for n in ("balung-2020", "jelbuk-2024")]
)
def test_another_process_prints_the_same_bytes_from_the_json(
    cetak: Callable[[str], Cetakan], nama: str
) -> None:
    """An LKIP and an SK IKU."""
    cetakan = cetak(nama)
    proses = subprocess.run(
        [sys.executable, "-m", "tests.flows.print_again", cetakan.contoh.jenis],
        input=write(cetakan.naskah).encode(),
        capture_output=True,
        cwd=AKAR,
        env=os.environ | LINGKUNGAN_LAIN,
        check=False,
    )
    assert proses.returncode == 0, proses.stderr.decode()
    assert sidik(proses.stdout) == sidik(cetakan.terbitan.pdf.isi)


@pytest.mark.xdist_group("jelbuk-2024")
def test_printing_again_gives_the_same_files(cetak: Callable[[str], Cetakan]) -> None:
    """The shortest document will do: what a render leaves behind for the next does not depend on its length."""
    cetakan = cetak("jelbuk-2024")
    lagi = issue(arrange(read(write(cetakan.naskah), Naskah), cetakan.contoh.jenis))
    assert lagi.html == cetakan.terbitan.html
    assert sidik(lagi.pdf.isi) == sidik(cetakan.terbitan.pdf.isi)


def test_documents_of_different_records_have_different_fingerprints(naskah_contoh: dict[str, Naskah]) -> None:
    semua = {
        content_fingerprint(naskah, jenis)
        for naskah in naskah_contoh.values()
        for jenis in ("lkip", "sk-iku")
    }
    assert len(semua) == 2 * len(naskah_contoh)


def sidik(isi: bytes) -> str:
    return hashlib.sha256(isi).hexdigest()
