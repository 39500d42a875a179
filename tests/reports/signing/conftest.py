"""A submitted report with a camat who can sign it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from kecamatan.models import Kecamatan, MasaJabatan, Pengguna
from reports.models import Arsip, Laporan, Penandatanganan, PengaturanDokumen
from reports.publish.files import Published
from reports.signing import sign
from reports.signing.keys import local
from reports.signing.keys.installation import authority_create, certificate_issue, key_create
from sakip.models import KeputusanIKU, PerjanjianKinerja
from tests.factory import make, make_official_account, make_pengguna
from tests.reports.signing.agreements import DATED, PASSWORD, TAHUN, agree, browser, signed
from tests.reports.signing.signers import AUTHORITY, PASSPHRASE, small_pdf


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes a guess slow makes a test slow."""
    monkeypatch.setattr(local, "_ROUNDS", 1_000)


@dataclass(frozen=True)
class Desk:
    """Who submitted, who signs, and what."""

    laporan: Laporan
    camat: Pengguna
    operator: Pengguna


def content(file: Any) -> bytes:
    """What a stored file holds."""
    with file.open("rb") as source:
        read: bytes = source.read()
    return read


def certify(camat: Pengguna) -> None:
    """Give a camat a key under the installation's authority."""
    authority_create(nama="SAKIP Kabupaten Jember", passphrase=AUTHORITY)
    key_create(pengguna=camat, passphrase=PASSPHRASE)
    certificate_issue(pengguna=camat, passphrase=AUTHORITY)


@pytest.fixture
def desk(mini: Kecamatan) -> Desk:
    """The report of ``mini``, submitted; its camat has a certified key."""
    return submitted(mini)


def prepared_report(password: str, chosen: str = "", **settings: Any) -> Desk:
    """For all tests of a module: a desk whose camat has this password and had the report prepared, with files of one
    page; by the way that the kabupaten chose, where it did."""
    with pytest.MonkeyPatch.context() as patch, override_settings(**settings):
        patch.setattr(local, "_ROUNDS", 1_000)
        patch.setattr(sign, "make", made_small)
        desk = submitted(Kecamatan.objects.get(kode="35.09.10"))
        kecamatan = desk.laporan.kecamatan
        if chosen:
            make(PengaturanDokumen, kabupaten=kecamatan.kabupaten, cara_tanda_tangan=chosen)
        desk.camat.set_password(password)
        desk.camat.save()
        browser(desk.camat).post(reverse("tanda-tangan-siapkan", args=[kecamatan.slug, desk.laporan.tahun]))
        sign.prepare(pk=Penandatanganan.objects.get().pk)
        return desk


def at_hand(desk: Desk) -> Desk:
    """The rows of a desk, for one test."""
    people = Pengguna.objects.in_bulk([desk.camat.pk, desk.operator.pk])
    laporan = Laporan.objects.get(pk=desk.laporan.pk)
    return Desk(laporan, camat=people[desk.camat.pk], operator=people[desk.operator.pk])


def submitted(mini: Kecamatan) -> Desk:
    camat = make_pengguna("camat", kecamatan=mini, nama="Drs. Camat Mini")
    make_official_account(camat, MasaJabatan.objects.get(kecamatan=mini, jabatan="camat"))
    operator = make_pengguna("operator", kecamatan=mini, nama="Budi")
    laporan, _ = Laporan.objects.update_or_create(
        kecamatan=mini,
        tahun=2023,
        versi=1,
        defaults={"status": "diajukan", "diajukan_oleh": operator, "diajukan_pada": timezone.now()},
    )
    certify(camat)
    return Desk(laporan, camat, operator)


@pytest.fixture
def camat(mini: Kecamatan) -> Pengguna:
    person = make_pengguna("camat", kecamatan=mini, nama="SITI AMINAH, S.Sos.")
    person.set_password(PASSWORD)
    person.save()
    make_official_account(person, MasaJabatan.objects.get(kecamatan=mini, jabatan="camat"))
    certify(person)
    return person


@pytest.fixture
def clerk(mini: Kecamatan) -> Pengguna:
    return make_pengguna("operator", kecamatan=mini, nama="Budi")


@pytest.fixture
def pk(mini: Kecamatan) -> PerjanjianKinerja:
    PerjanjianKinerja.objects.filter(kecamatan=mini, tahun=TAHUN).update(**DATED)
    return PerjanjianKinerja.objects.get(kecamatan=mini, tahun=TAHUN)


@pytest.fixture
def first(pk: PerjanjianKinerja, camat: Pengguna) -> Arsip:
    """The PK, signed by the camat; the kepala daerah is in office."""
    MasaJabatan.objects.filter(jabatan="bupati").update(sampai=None)
    agree(pk, camat)
    return signed(pk, camat)


@pytest.fixture
def iku(mini: Kecamatan) -> KeputusanIKU:
    KeputusanIKU.objects.filter(kecamatan=mini).update(**DATED, nomor="188/1/2023")
    return KeputusanIKU.objects.get(kecamatan=mini)


@pytest.fixture
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of one page in place of the whole report: what is signed does not matter to how it is signed."""
    monkeypatch.setattr(sign, "make", made_small)


def made_small(frozen: object, shape: str) -> Published:
    """A file of each shape."""
    makers: dict[str, Callable[[], Published]] = {
        "pdf": lambda: Published(small_pdf(), 1),
        "html": lambda: Published(b"<!DOCTYPE html><title>LKIP</title><main><article>LKIP</article></main>"),
        "docx": lambda: Published(b"PK"),
    }
    return makers[shape]()
