"""The pages of an agreed document: who has signed it and who has not, the next step, and the archive everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from kecamatan.models import Pengguna
from reports.models import Arsip, Penandatanganan, TandaTangan
from reports.signing.pdf import read_signatures
from reports.signing.sign import prepare
from sakip.models import PerjanjianKinerja
from tests.reports.signing.agreements import PASSWORD, agree, browser, open_again
from tests.reports.signing.conftest import content
from tests.reports.signing.signers import PASSPHRASE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_files")]


def where(pk: PerjanjianKinerja, name: str, *more: object) -> str:
    return reverse(name, args=[pk.kecamatan.slug, pk.tahun, *more])


def given(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


@pytest.mark.one_engine
def test_from_the_agreed_pk_to_its_archive(
    pk: PerjanjianKinerja, camat: Pengguna, clerk: Pengguna, tmp_path: Path
) -> None:
    page = where(pk, "tanda-tangan-dokumen", "pk", pk.pk)
    reader, signer = browser(clerk), browser(camat)
    assert f'href="{page}"' not in reader.get(where(pk, "isi", "pk")).text  # it is agreed first
    assert "Draf. Tetapkan dahulu" in reader.get(page).text
    agree(pk, clerk)
    assert f'href="{page}"' in reader.get(where(pk, "isi", "pk")).text
    assert f'href="{page}"' in signer.get(where(pk, "meja")).text
    with time_machine.travel("2023-02-01"):
        assert f'href="{page}"' in signer.get(reverse("beranda")).text
    drafted = reader.get(where(pk, "dokumen", "pk-murni")).text
    assert f'Ditetapkan, belum ditandatangani. <a href="{page}">' in drafted
    shown = reader.get(page).text
    assert "Ditetapkan, belum ditandatangani." in shown
    assert "<form" not in shown.partition("<main")[2]  # the clerk has nothing to do here
    for address in (page, where(pk, "tanda-tangan-dokumen-siapkan", "pk", pk.pk)):
        assert reader.post(address).status_code == 403
    assert "Siapkan naskah akhir" in signer.get(page).text
    signer.post(where(pk, "tanda-tangan-dokumen-siapkan", "pk", pk.pk))
    prepare(pk=Penandatanganan.objects.get().pk)
    read = given(signer.get(where(pk, "tanda-tangan-dokumen-naskah", "pk", pk.pk)))
    answer = signer.post(page, {"lama": PASSWORD, "sandi_kunci": PASSPHRASE})
    assert answer["Location"] == where(pk, "dokumen", "pk-murni")
    arsip = Arsip.objects.get()
    assert content(arsip.pdf).startswith(read)
    shown = reader.get(answer["Location"]).text
    assert "Ditandatangani SITI AMINAH, S.Sos., Camat Balung" in shown
    asked = reader.post(where(pk, "berkas-minta", "pk-murni"), {"bentuk": "pdf"})
    assert asked["Location"] == where(pk, "arsip-unduh", arsip.pk, "pdf")
    file = reader.get(asked["Location"])
    assert file["Content-Disposition"] == 'attachment; filename="PK-Balung-2023-versi-1.pdf"'
    assert len(read_signatures(given(file))) == 1
    call_command("dokumen", "pk-murni", "balung", "2023", "--pdf", str(tmp_path / "pk.pdf"))
    assert (tmp_path / "pk.pdf").read_bytes() == content(arsip.pdf)
    assert "Pihak Kedua</dt><dd>Belum menandatangani" in reader.get(page).text
    public = Client().get(f"/verifikasi/{TandaTangan.objects.get().token}/").text
    assert "Perjanjian Kinerja Kecamatan Balung Tahun 2023" in public
    assert "<dd>35.09.10/PK/2023/1</dd>" in public
    assert "<dt>Pihak Kedua</dt><dd>Belum menandatangani di sini</dd>" in public
    assert "Perjanjian Kinerja" not in Client().get("/lkip/").text
    open_again(pk, clerk)
    draft = reader.get(where(pk, "dokumen", "pk-murni")).text
    assert "Ditandatangani SITI" not in draft
    assert where(pk, "arsip-unduh", arsip.pk, "pdf") in reader.get(page).text


def test_the_page_is_of_what_is_signed(pk: PerjanjianKinerja, clerk: Pengguna) -> None:
    for kode, number in (("rkt", pk.pk), ("pk", 0), ("iku", 0)):
        assert browser(clerk).get(where(pk, "tanda-tangan-dokumen", kode, number)).status_code == 404
