"""Photos on the page: uploaded, followed, captioned, ordered, deleted and brought back."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from kecamatan.models import Jejak, Kecamatan
from reports.models import Dokumentasi, FotoMasuk
from reports.photos.images import process_foto
from reports.publish.assemble import build_draft
from sakip.models import RKT, Kegiatan, Program, SubKegiatan
from tests.factory import make, make_anggaran, make_kecamatan, make_laporan, make_pengguna
from tests.reports.photos.example_fotos import jpeg, png_kepala

#: Pages over services and row sets that are tried on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TAHUN = 2021
DASAR = f"/kecamatan/balung/{TAHUN}/"
PAGE = f"{DASAR}dokumentasi/isi/"
UPLOAD = f"{DASAR}dokumentasi/unggah/"


@pytest.fixture
def balung(client: Client, settings: Settings, tmp_path: Path) -> Kecamatan:
    settings.MEDIA_ROOT = tmp_path
    kecamatan = make_kecamatan()
    sub = make(SubKegiatan)
    make_anggaran(
        kecamatan=kecamatan,
        tahun=TAHUN,
        program=sub.kegiatan.program,
        kegiatan=sub.kegiatan,
        sub_kegiatan=sub,
    )
    client.force_login(make_pengguna("operator", kecamatan=kecamatan))
    return kecamatan


def file(nama: str = "rapat.jpg", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, jpeg(400, 300) if content is None else content)


def foto(kecamatan: Kecamatan, colour: str = "red", **others: object) -> Dokumentasi:
    result = process_foto(jpeg(400, 300, colour=colour))
    return make(
        Dokumentasi,
        kecamatan=kecamatan,
        tahun=TAHUN,
        foto=ContentFile(result.image, name="foto.jpg"),
        sha256=result.sha256,
        lebar=result.width,
        tinggi=result.height,
        **others,
    )


def content(client: Client, address: str = PAGE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_an_upload_is_attached_to_its_sub_kegiatan_and_printed_there(
    client: Client, balung: Kecamatan, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    sub = SubKegiatan.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(
            UPLOAD, {"foto": file(), "keterangan": "Rapat koordinasi.", "letak": f"sub_kegiatan-{sub.pk}"}
        )
    assert answer.status_code == 302
    (one,) = Dokumentasi.objects.all()
    assert (one.sub_kegiatan, one.kegiatan, one.program) == (sub, sub.kegiatan, sub.kegiatan.program)
    page = content(client)
    assert 'alt="Rapat koordinasi."' in page
    assert sub.nama in page
    (cetak,) = build_draft(kecamatan=balung, tahun=TAHUN).foto
    assert (cetak.sub_kegiatan, cetak.berkas.sha256) == (sub.kode, one.sha256)
    for address in (f"gambar/{one.sha256}", f"gambar/{one.sha256}/kecil"):
        figure = client.get(DASAR + address)
        assert figure["Content-Type"] == "image/jpeg"
        assert figure.content.startswith(b"\xff\xd8\xff")


def test_every_level_of_the_year_s_budget_and_rkt_is_offered(client: Client, balung: Kecamatan) -> None:
    from sakip.models import BarisRKT

    other = make(Program, kode="7.01.05", nama="Program dari RKT")
    make(BarisRKT, rkt=make(RKT, kecamatan=balung, tahun=TAHUN), program=other)
    kode = re.findall(r'<option value="([a-z_]+)-\d+"', content(client))
    assert kode == ["program", "kegiatan", "sub_kegiatan", "program"]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ({"keterangan": "Rapat."}, "Pilih foto yang akan diunggah."),
        ({"foto": "BAIK", "keterangan": "  "}, "Isi keterangan foto; pembaca layar membacakannya."),
        ({"foto": "TEKS", "keterangan": "Rapat."}, "“catatan.jpg” bukan gambar JPEG, PNG, atau WebP."),
        ({"foto": "BESAR", "keterangan": "Rapat."}, "“besar.png” berisi 26,0 juta piksel"),
        ({"foto": "KOSONG", "keterangan": "Rapat."}, "“kosong.jpg”"),
        ({"foto": "BAIK", "keterangan": "Rapat.", "letak": "program-99999"}, "program-99999"),
    ],
)
def test_what_cannot_be_taken_in_is_told_and_nothing_typed_is_lost(
    client: Client, balung: Kecamatan, data: dict[str, object], word: str
) -> None:
    choices = {
        "BAIK": file(),
        "TEKS": file("catatan.jpg", b"hanya teks"),
        "BESAR": file("besar.png", png_kepala(6500, 4000)),
        "KOSONG": file("kosong.jpg", b""),
    }
    if str(data.get("foto")) in choices:
        data = data | {"foto": choices[str(data["foto"])]}
    answer = client.post(UPLOAD, data)
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert word in page
    assert "<title>Kesalahan: " in page
    if data["keterangan"] == "Rapat.":
        assert "Rapat.</textarea>" in page
    assert not FotoMasuk.objects.exists()


def test_several_bad_files_are_all_named(client: Client, balung: Kecamatan) -> None:
    answer = client.post(
        UPLOAD, {"foto": [file("a.jpg", b"x"), file(), file("b.png", b"y")], "keterangan": "Rapat."}
    )
    page = unescape(answer.content.decode())
    assert "“a.jpg” bukan gambar" in page
    assert "“b.png” bukan gambar" in page


def test_uploads_under_way_are_followed_and_failures_closed(client: Client, balung: Kecamatan) -> None:
    make(FotoMasuk, kecamatan=balung, tahun=TAHUN, nama="antre.jpg")
    failed = make(
        FotoMasuk, kecamatan=balung, tahun=TAHUN, nama="rusak.jpg", status="gagal", berkas="", pesan="rusak."
    )
    for address in (PAGE, f"{DASAR}dokumentasi/keadaan/"):
        page = content(client, address)
        assert "“antre.jpg”" in page
        assert "Menunggu giliran" in page
        assert "“rusak.jpg” rusak." in page
        assert "<progress" in page
    assert f'data-poll="{DASAR}dokumentasi/keadaan/" data-reload' in content(client, PAGE)
    assert client.post(f"{DASAR}dokumentasi/{failed.pk}/buang/").status_code == 302
    assert [m.nama for m in FotoMasuk.objects.all()] == ["antre.jpg"]
    # One that is being worked on stays.
    client.post(f"{DASAR}dokumentasi/{FotoMasuk.objects.get().pk}/buang/")
    assert FotoMasuk.objects.count() == 1


def test_caption_and_place_are_changed_under_the_lock(client: Client, balung: Kecamatan) -> None:
    one = foto(balung)
    kegiatan = Kegiatan.objects.get()
    address = f"{DASAR}isi/dokumentasi/{one.pk}/"
    fingerprint = re.search(r'name="sidik" value="([^"]+)"', content(client, address))
    assert fingerprint
    data = {"sidik": fingerprint[1], "keterangan": "Musrenbang.", "letak": f"kegiatan-{kegiatan.pk}"}
    assert client.post(address, data).status_code == 302
    one.refresh_from_db()
    assert (one.keterangan, one.kegiatan, one.sub_kegiatan) == (
        "Musrenbang.",
        kegiatan,
        None,
    )
    assert client.post(address, data | {"keterangan": "Lain."}).status_code == 409
    again = re.search(r'name="sidik" value="([^"]+)"', content(client, address))
    assert again
    unknown = data | {"sidik": again[1], "keterangan": "Musrenbang {capain: IKM}."}
    assert (
        "{capain: IKM}: nilai “capain” tidak dikenal."
        in client.post(address, unknown, follow=True).content.decode()
    )
    empty = client.post(address, data | {"keterangan": ""})
    assert "Isi keterangan foto" in empty.content.decode()


def test_photos_are_moved_deleted_and_brought_back(client: Client, balung: Kecamatan) -> None:
    one = foto(balung, "red", urut=1, keterangan="Satu.")
    two = foto(balung, "blue", urut=2, keterangan="Dua.")
    client.post(f"{DASAR}isi/dokumentasi/{two.pk}/pindah/", {"arah": "naik", "urut": "2"})
    assert list(Dokumentasi.objects.values_list("keterangan", flat=True)) == ["Dua.", "Satu."]
    remove = f"{DASAR}isi/dokumentasi/{one.pk}/hapus/"
    fingerprint = re.search(r'name="sidik" value="([^"]+)"', content(client, remove))
    assert fingerprint
    assert client.post(remove, {"sidik": fingerprint[1]}).status_code == 302
    assert not Dokumentasi.objects.filter(pk=one.pk).exists()
    jejak = Jejak.objects.filter(tindakan="catatan.dihapus").get()
    client.post(f"{DASAR}pulihkan/{jejak.pk}/")
    back = Dokumentasi.objects.get(pk=one.pk)
    assert default_storage.exists(back.foto.name or "")
    assert "Satu." in content(client)


def test_a_photo_is_never_added_without_a_picture(client: Client, balung: Kecamatan) -> None:
    answer = client.post(f"{DASAR}isi/dokumentasi/baru/", {"keterangan": "Tanpa gambar."})
    assert answer.status_code == 422
    assert "mengunggahnya" in answer.content.decode()
    assert not Dokumentasi.objects.exists()


def test_a_closed_year_takes_nothing(client: Client, balung: Kecamatan) -> None:
    make_laporan(kecamatan=balung, tahun=TAHUN, status="diajukan")
    assert 'type="file"' not in content(client)
    answer = client.post(UPLOAD, {"foto": file(), "keterangan": "Terlambat."})
    assert answer.status_code == 423
    assert not FotoMasuk.objects.exists()


def test_queries_do_not_grow_with_the_photos(
    client: Client, balung: Kecamatan, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(12):
        make(Dokumentasi, kecamatan=balung, tahun=TAHUN, sha256=f"{n:064d}", program=Program.objects.get())
    with django_assert_max_num_queries(27):
        client.get(PAGE)
