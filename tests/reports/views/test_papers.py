"""Baca dokumen in the browser, without a script: upload, look through with place and quotation, choose, apply."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from kecamatan.models import Kecamatan, KomposisiSDM
from reports.models import ImporBuku
from sakip.models import TargetRenstra
from tests.factory import make_pengguna
from tests.workbook_edits import results_fingerprint

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

PAGE = "/kecamatan/balung/2023/baca-dokumen/"
PAPER = """Jumlah ASN menurut pendidikan

No\tPendidikan\tJumlah\tKeterangan
1\tS1\t7\tASN
2\tSMA\t3\tASN

Realisasi Anggaran

No\tProgram/Kegiatan\tAnggaran (Rp)\tRealisasi (Rp)
1\tProgram Pemberdayaan Masyarakat Desa dan Kelurahan\t100.000.000\t110.000.000
"""


def test_a_paper_is_read_chosen_from_and_applied(
    mini: Kecamatan, client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    def posted(address: str, data: dict[str, object]) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(address, data)
        assert answer.status_code == 302, answer.content.decode()
        return str(answer["Location"])

    client.force_login(make_pengguna("operator", kecamatan=mini))
    page = posted(f"{PAGE}unggah/", {"berkas": SimpleUploadedFile("lkip.txt", PAPER.encode())})
    uploaded = ImporBuku.objects.latest("pk")
    (s1, sma, budget) = (one["nomor"] for one in (uploaded.hasil or {})["dokumen"]["usulan"])
    shown = client.get(page).content.decode()
    assert "Baris 4" in shown
    assert "<q>1 | S1 | 7 | ASN</q>" in shown
    held = shown.partition("Tidak dipakai (1)")[2].partition("</section>")[0]
    assert "<q>1 | Program Pemberdayaan Masyarakat Desa dan Kelurahan" in held
    assert "Realisasi melebihi pagu." in held

    choice = f"{PAGE}{uploaded.pk}/pilih/"
    # On two rows, of one of which the tick was removed: it is left.
    posted(choice, {"tampil": [s1, sma, sma, budget], "pakai": [s1, sma]})
    posted(page + "terapkan/", {"sidik": results_fingerprint(ImporBuku.objects.get(pk=uploaded.pk))})
    rows = KomposisiSDM.objects.for_kecamatan(mini).for_tahun(2023)
    assert list(rows.values_list("uraian", "asn")) == [("Camat", 1), ("S1", 7)]
    assert "Sudah diterapkan" in client.get(page).content.decode()
    assert page in client.get(PAGE).content.decode()
    assert page not in client.get("/kecamatan/balung/2023/buku-kerja/").content.decode()


AIMLESS = """Rencana Strategis Kecamatan Ambulu Tahun 2024-2029

Sasaran\tIndikator Sasaran\tSatuan\tTarget 2024\tTarget 2025\tTarget 2026\tTarget 2027
Meningkatnya layanan\tNilai SKM\tIndeks\t81\t82\t83\t84
"""


def test_the_tujuan_that_a_renstra_does_not_name_is_said_once_and_all_below_it_is_taken(
    referensi: None, client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    def posted(address: str, data: dict[str, object]) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(address, data)
        assert answer.status_code == 302, answer.content.decode()
        return str(answer["Location"])

    ambulu = Kecamatan.objects.get(nama="Ambulu")
    client.force_login(make_pengguna("operator", kecamatan=ambulu))
    base = f"/kecamatan/{ambulu.slug}/2024/baca-dokumen/"
    page = posted(f"{base}unggah/", {"berkas": SimpleUploadedFile("renstra.txt", AIMLESS.encode())})
    uploaded = ImporBuku.objects.latest("pk")
    shown = client.get(page).content.decode()
    assert "Dokumen tidak menyebut tujuan bagi 1 sasarannya." in shown
    assert "Selama kosong, semuanya tidak dapat disimpan." in shown
    # As the form sends it: what could not be recorded is shown without a tick, and nobody has left it.
    numbers = [one["nomor"] for one in (uploaded.hasil or {})["dokumen"]["usulan"]]
    aim = "Mewujudkan  kecamatan yang melayani"
    posted(f"{base}{uploaded.pk}/pilih/", {"tampil": numbers, "pakai": numbers[:1], "tujuan": aim})
    shown = client.get(page).content.decode()
    assert ">Mewujudkan kecamatan yang melayani</textarea>" in shown
    assert "Selama kosong" not in shown
    posted(page + "terapkan/", {"sidik": results_fingerprint(ImporBuku.objects.get(pk=uploaded.pk))})
    rows = TargetRenstra.objects.filter(
        indikator__sasaran__tujuan__uraian="Mewujudkan kecamatan yang melayani"
    )
    assert [(row.tahun, row.angka) for row in rows.order_by("tahun")] == [
        (2024, 81),
        (2025, 82),
        (2026, 83),
        (2027, 84),
    ]
