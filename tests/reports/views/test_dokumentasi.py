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

pytestmark = pytest.mark.django_db

TAHUN = 2021
DASAR = f"/kecamatan/balung/{TAHUN}/"
HALAMAN = f"{DASAR}dokumentasi/isi/"
UNGGAH = f"{DASAR}dokumentasi/unggah/"


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


def berkas(nama: str = "rapat.jpg", isi: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, jpeg(400, 300) if isi is None else isi)


def foto(kecamatan: Kecamatan, warna: str = "red", **lain: object) -> Dokumentasi:
    hasil = process_foto(jpeg(400, 300, warna=warna))
    return make(
        Dokumentasi,
        kecamatan=kecamatan,
        tahun=TAHUN,
        foto=ContentFile(hasil.isi, name="foto.jpg"),
        sha256=hasil.sha256,
        lebar=hasil.lebar,
        tinggi=hasil.tinggi,
        **lain,
    )


def isi(client: Client, alamat: str = HALAMAN) -> str:
    jawaban = client.get(alamat)
    assert jawaban.status_code == 200
    return unescape(jawaban.content.decode())


def test_an_upload_is_attached_to_its_sub_kegiatan_and_printed_there(
    client: Client, balung: Kecamatan, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    sub = SubKegiatan.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        jawaban = client.post(
            UNGGAH, {"foto": berkas(), "keterangan": "Rapat koordinasi.", "letak": f"sub_kegiatan-{sub.pk}"}
        )
    assert jawaban.status_code == 302
    (satu,) = Dokumentasi.objects.all()
    assert (satu.sub_kegiatan, satu.kegiatan, satu.program) == (sub, sub.kegiatan, sub.kegiatan.program)
    halaman = isi(client)
    assert 'alt="Rapat koordinasi."' in halaman
    assert sub.nama in halaman
    (cetak,) = build_draft(kecamatan=balung, tahun=TAHUN).foto
    assert (cetak.sub_kegiatan, cetak.berkas.sha256) == (sub.kode, satu.sha256)
    for alamat in (f"gambar/{satu.sha256}", f"gambar/{satu.sha256}/kecil"):
        gambar = client.get(DASAR + alamat)
        assert gambar["Content-Type"] == "image/jpeg"
        assert gambar.content.startswith(b"\xff\xd8\xff")


def test_every_level_of_the_year_s_budget_and_rkt_is_offered(client: Client, balung: Kecamatan) -> None:
    from sakip.models import BarisRKT

    lain = make(Program, kode="7.01.05", nama="Program dari RKT")
    make(BarisRKT, rkt=make(RKT, kecamatan=balung, tahun=TAHUN), program=lain)
    kode = re.findall(r'<option value="([a-z_]+)-\d+"', isi(client))
    assert kode == ["program", "kegiatan", "sub_kegiatan", "program"]


@pytest.mark.parametrize(
    ("data", "kata"),
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
    client: Client, balung: Kecamatan, data: dict[str, object], kata: str
) -> None:
    pilihan = {
        "BAIK": berkas(),
        "TEKS": berkas("catatan.jpg", b"hanya teks"),
        "BESAR": berkas("besar.png", png_kepala(6500, 4000)),
        "KOSONG": berkas("kosong.jpg", b""),
    }
    if str(data.get("foto")) in pilihan:
        data = data | {"foto": pilihan[str(data["foto"])]}
    jawaban = client.post(UNGGAH, data)
    halaman = unescape(jawaban.content.decode())
    assert jawaban.status_code == 422
    assert kata in halaman
    assert "<title>Kesalahan: " in halaman
    if data["keterangan"] == "Rapat.":
        assert "Rapat.</textarea>" in halaman
    assert not FotoMasuk.objects.exists()


def test_several_bad_files_are_all_named(client: Client, balung: Kecamatan) -> None:
    jawaban = client.post(
        UNGGAH, {"foto": [berkas("a.jpg", b"x"), berkas(), berkas("b.png", b"y")], "keterangan": "Rapat."}
    )
    halaman = unescape(jawaban.content.decode())
    assert "“a.jpg” bukan gambar" in halaman
    assert "“b.png” bukan gambar" in halaman


def test_uploads_under_way_are_followed_and_failures_closed(client: Client, balung: Kecamatan) -> None:
    make(FotoMasuk, kecamatan=balung, tahun=TAHUN, nama="antre.jpg")
    gagal = make(
        FotoMasuk, kecamatan=balung, tahun=TAHUN, nama="rusak.jpg", status="gagal", berkas="", pesan="rusak."
    )
    for alamat in (HALAMAN, f"{DASAR}dokumentasi/keadaan/"):
        halaman = isi(client, alamat)
        assert "“antre.jpg”" in halaman
        assert "Menunggu giliran" in halaman
        assert "“rusak.jpg” rusak." in halaman
        assert "<progress" in halaman
    assert f'data-poll="{DASAR}dokumentasi/keadaan/" data-reload' in isi(client, HALAMAN)
    assert client.post(f"{DASAR}dokumentasi/{gagal.pk}/buang/").status_code == 302
    assert [m.nama for m in FotoMasuk.objects.all()] == ["antre.jpg"]
    # One that is being worked on stays.
    client.post(f"{DASAR}dokumentasi/{FotoMasuk.objects.get().pk}/buang/")
    assert FotoMasuk.objects.count() == 1


def test_caption_and_place_are_changed_under_the_lock(client: Client, balung: Kecamatan) -> None:
    satu = foto(balung)
    kegiatan = Kegiatan.objects.get()
    alamat = f"{DASAR}isi/dokumentasi/{satu.pk}/"
    sidik = re.search(r'name="sidik" value="([^"]+)"', isi(client, alamat))
    assert sidik
    data = {"sidik": sidik[1], "keterangan": "Musrenbang.", "letak": f"kegiatan-{kegiatan.pk}"}
    assert client.post(alamat, data).status_code == 302
    satu.refresh_from_db()
    assert (satu.keterangan, satu.kegiatan, satu.sub_kegiatan) == (
        "Musrenbang.",
        kegiatan,
        None,
    )
    assert client.post(alamat, data | {"keterangan": "Lain."}).status_code == 409
    kosong = client.post(alamat, data | {"keterangan": ""})
    assert "Isi keterangan foto" in kosong.content.decode()


def test_photos_are_moved_deleted_and_brought_back(client: Client, balung: Kecamatan) -> None:
    satu = foto(balung, "red", urut=1, keterangan="Satu.")
    dua = foto(balung, "blue", urut=2, keterangan="Dua.")
    client.post(f"{DASAR}isi/dokumentasi/{dua.pk}/pindah/", {"arah": "naik", "urut": "2"})
    assert list(Dokumentasi.objects.values_list("keterangan", flat=True)) == ["Dua.", "Satu."]
    remove = f"{DASAR}isi/dokumentasi/{satu.pk}/hapus/"
    sidik = re.search(r'name="sidik" value="([^"]+)"', isi(client, remove))
    assert sidik
    assert client.post(remove, {"sidik": sidik[1]}).status_code == 302
    assert not Dokumentasi.objects.filter(pk=satu.pk).exists()
    jejak = Jejak.objects.filter(tindakan="catatan.dihapus").get()
    client.post(f"{DASAR}pulihkan/{jejak.pk}/")
    kembali = Dokumentasi.objects.get(pk=satu.pk)
    assert default_storage.exists(kembali.foto.name or "")
    assert "Satu." in isi(client)


def test_a_photo_is_never_added_without_a_picture(client: Client, balung: Kecamatan) -> None:
    jawaban = client.post(f"{DASAR}isi/dokumentasi/baru/", {"keterangan": "Tanpa gambar."})
    assert jawaban.status_code == 422
    assert "mengunggahnya" in jawaban.content.decode()
    assert not Dokumentasi.objects.exists()


def test_a_closed_year_takes_nothing(client: Client, balung: Kecamatan) -> None:
    make_laporan(kecamatan=balung, tahun=TAHUN, status="diajukan")
    assert 'type="file"' not in isi(client)
    jawaban = client.post(UNGGAH, {"foto": berkas(), "keterangan": "Terlambat."})
    assert jawaban.status_code == 423
    assert not FotoMasuk.objects.exists()


def test_queries_do_not_grow_with_the_photos(
    client: Client, balung: Kecamatan, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(12):
        make(Dokumentasi, kecamatan=balung, tahun=TAHUN, sha256=f"{n:064d}", program=Program.objects.get())
    with django_assert_max_num_queries(27):
        client.get(HALAMAN)
