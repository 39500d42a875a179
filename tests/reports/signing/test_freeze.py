"""What a report is made of, frozen: the same again gives the same bytes, and what is another now is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from kecamatan.models import Kecamatan
from reports.charts.qr import qr
from reports.models import Dokumentasi
from reports.open_data.measured import CAPAIAN
from reports.publish.assemble import LKIP, FileMissing, build_draft
from reports.publish.naskah import Naskah, Pengesahan, Susunan
from reports.signing import freeze as module
from reports.signing.freeze import (
    Frozen,
    NoLongerReadable,
    Versions,
    changed_since,
    freeze,
    keep_pictures,
    make,
    present_versions,
    thaw,
)
from tests.factory import make as make_row
from tests.flows.read_pdf import Element, read_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def photo() -> bytes:
    content = BytesIO()
    Image.new("RGB", (60, 40), "green").save(content, "JPEG")
    return content.getvalue()


PHOTO = photo()
FINGERPRINT = sha256(PHOTO).hexdigest()
ADDRESS = "https://sakip.contoh.go.id/verifikasi/abc/"


@pytest.fixture
def naskah(mini: Kecamatan) -> Naskah:
    """What is signed of Balung 2023, with a photo."""
    photo = ContentFile(PHOTO, name="foto.jpg")
    make_row(Dokumentasi, kecamatan=mini, tahun=2023, foto=photo, sha256=FINGERPRINT)
    draft = build_draft(kecamatan=mini, tahun=2023)
    stamp = Pengesahan(alamat=ADDRESS, pernyataan="Ditandatangani secara elektronik.")
    return replace(draft, konsep=False, pengesahan=stamp)


def test_the_frozen_text_holds_everything(naskah: Naskah) -> None:
    frozen = freeze(naskah, LKIP)
    again = thaw(frozen)
    assert freeze(again, LKIP) == frozen
    assert again.pengesahan == naskah.pengesahan
    assert again.results == naskah.results
    assert "snapshot" not in json.loads(frozen.naskah)


def test_the_same_input_gives_the_same_bytes(naskah: Naskah) -> None:
    frozen = freeze(naskah, LKIP)
    keep_pictures(frozen)
    keep_pictures(frozen)  # what is there already stays
    first = make(frozen, "pdf")  # once: that a page gives one PDF, tests/reports/pdf/test_render.py shows
    assert make(frozen, "html") == make(frozen, "html")
    assert make(frozen, "docx") == make(frozen, "docx")
    reading = read_pdf(first.content)
    carried = reading.pdf.attachments
    assert sorted(carried) == ["capaian.csv", "capaian.json"]
    for name in carried:
        specification = carried[
            name
        ].obj  # ISO 14289-1, 7.11: both names; and no day, or no two were the same
        assert str(specification.F) == str(specification.UF) == name
    lines = carried["capaian.csv"].get_file().read_bytes().decode().splitlines()
    assert lines[0] == ",".join(column.name for column in CAPAIAN.columns)
    assert naskah.results is not None
    assert len(lines) == 1 + sum(len(one.indikator) for one in naskah.results.sasaran)
    assert json.loads(carried["capaian.json"].get_file().read_bytes())["tahun"] == 2023
    assert "Ditandatangani secara elektronik." in reading.text()
    spoken = [one.alt for one in elements(reading.root) if one.kind == "Figure" and ADDRESS in one.alt]
    assert len(spoken) == 2  # kata pengantar and BAB IV; tagged, and told to who does not see it


def elements(root: Element) -> Iterator[Element]:
    """Every element of the structure tree."""
    yield root
    for child in root.children:
        if isinstance(child, Element):
            yield from elements(child)


def test_a_picture_of_which_half_was_stored_is_stored_anew(naskah: Naskah) -> None:
    frozen = freeze(naskah, LKIP)
    keep_pictures(frozen)
    place = f"{module.PICTURES}/{FINGERPRINT}"
    default_storage.delete(place)
    default_storage.save(place, ContentFile(PHOTO[:20]))
    with pytest.raises(FileMissing, match="tidak utuh lagi"):
        module._assembled(frozen)
    keep_pictures(frozen)
    with default_storage.open(place) as kept:
        assert kept.read() == PHOTO


def test_pictures_of_the_archive_are_its_own(naskah: Naskah) -> None:
    frozen = freeze(naskah, LKIP)
    with pytest.raises(FileMissing, match="tidak ada lagi dalam arsip"):
        module._assembled(replace_photo(frozen))


def replace_photo(frozen: Frozen) -> Frozen:
    """The same with a lambang of which the archive knows nothing."""
    lambang = {"nama": "lambang/x.png", "sha256": "9" * 64, "lebar": 10, "tinggi": 10}
    plain = json.loads(frozen.snapshot)
    plain["kecamatan"]["kabupaten"]["lambang"] = lambang
    return replace(frozen, snapshot=json.dumps(plain))


def test_other_versions_are_named() -> None:
    now = present_versions()
    assert changed_since(now) == ()
    old = Versions(mesin="1.0", dokumen="9", templat=now.templat)
    assert changed_since(old) == (
        f"mesin penghitung (1.0 menjadi {now.mesin})",
        f"susunan dokumen (9 menjadi {now.dokumen})",
    )


def test_a_text_of_another_shape_is_refused_in_words() -> None:
    frozen = Frozen(
        kind=LKIP, snapshot="{}", naskah="{}", versions=Versions(mesin="0", dokumen="1", templat="x")
    )
    with pytest.raises(NoLongerReadable, match="Yang berlaku tetap berkas dalam arsip"):
        thaw(frozen)


def test_a_qr_is_square_and_quiet_at_its_edge() -> None:
    drawing = qr(ADDRESS)
    assert 'width="22.2mm" height="22.2mm"' in drawing  # 33 modules + 4 of white, 0,6 mm each
    assert 'x="0"' not in drawing
    assert not default_storage.exists("qr")


def test_what_an_older_version_froze_is_read(naskah: Naskah) -> None:
    """The same year as version 1.9.0 signed it: what came since was not recorded then, everything else is as it was."""
    old = json.loads((Path(__file__).parent / "frozen-1.9.0.json").read_text(encoding="utf-8"))
    frozen = Frozen(
        kind=old["kind"],
        snapshot=json.dumps(old["snapshot"]),
        naskah=json.dumps(old["naskah"]),
        versions=Versions(
            mesin=old["versi_mesin"], dokumen=old["versi_dokumen"], templat=old["versi_templat"]
        ),
    )
    read = thaw(frozen)
    assert read.snapshot == naskah.snapshot
    # The engine judges no money that was not spent since 1.6; a signed year keeps what it was measured with.
    assert naskah.results is not None
    assert read.results == replace(naskah.results, versi_mesin=old["versi_mesin"])
    assert (read.snapshot.survei, read.susunan, read.tindak_lanjut_reviu) == ((), Susunan(), None)
    engine, layout, *_ = changed_since(frozen.versions)
    assert engine.startswith("mesin penghitung (1.5 menjadi ")
    assert layout.startswith("susunan dokumen (18 menjadi ")
