"""Pages of the records and documents. Every address names the kecamatan and the year it is about."""

from __future__ import annotations

from django.urls import URLPattern, include, path

from reports.public.upload import PREFIX
from reports.views import (
    api,
    archive,
    asking,
    bulk,
    capaian,
    desk,
    document,
    dokumentasi,
    examine,
    files,
    home,
    monitoring,
    narasi,
    narasi_all,
    nik,
    notes,
    open_data,
    overview,
    page_settings,
    papers,
    paste,
    preparing,
    public,
    reviu,
    scale,
    signing,
    verify,
    workbook,
    workflow,
    year,
)
from reports.views import arrangement as arrangement  # adds a page below
from reports.views import boilerplate as boilerplate  # the same
from reports.views import copy_year as copy
from reports.views import lambang as lambang  # adds to the pages below, that of page_settings included
from reports.views import singkatan as singkatan  # the same

__all__ = ["page_settings", "urlpatterns"]  # the first adds to a page below


def signing_pages(name: str) -> list[URLPattern]:
    """The pages on which a document is signed."""
    return [
        path("", signing.sign_page, name=name),
        path("unggah/", signing.sign_page, {"by_hand": True}, name=f"{name}-unggah"),
        path("siapkan/", signing.prepare_page, name=f"{name}-siapkan"),
        path("keadaan/", signing.pieces, name=f"{name}-keadaan"),
        path("naskah/", signing.prepared_file, name=f"{name}-naskah"),
    ]


#: For everybody. A kabupaten and a kecamatan are named by their codes, which stay when a name changes.
public_pages = [
    path("", public.start, name="publik"),
    path("skema/", open_data.schema, name="publik-skema"),
    path("skema/<slug:tabel>.json", open_data.schema_of_table, name="publik-skema-tabel"),
    path("<str:kode>/", public.kabupaten, name="publik-kabupaten"),
    path("<str:kode>/<int:tahun>/", public.year, name="publik-tahun"),
    path("<str:kode>/<int:tahun>/data/datapackage.json", open_data.package, name="publik-paket-data"),
    path("<str:kode>/<int:tahun>/data/<slug:tabel>.<slug:bentuk>", open_data.table, name="publik-data"),
    path("<str:kode>/<int:tahun>/<slug:dokumen>/<int:versi>/", public.document, name="publik-dokumen"),
    path("<str:kode>/<int:tahun>/<slug:dokumen>/<int:versi>/gaya.css", public.styles, name="publik-gaya"),
    path("<str:kode>/<int:tahun>/<slug:dokumen>/<int:versi>/pdf/", public.pdf, name="publik-pdf"),
]

#: For systems. What is here keeps its shape; another shape is v2.
api_pages = [
    path("openapi.json", api.openapi, name="api-openapi"),
    path("kecamatan", api.kecamatan, name="api-kecamatan"),
    path("pemantauan", api.monitoring, name="api-pemantauan"),
    path("capaian", api.capaian, name="api-capaian"),
    path("anggaran", api.anggaran, name="api-anggaran"),
    path("dokumen", api.documents, name="api-dokumen"),
]

urlpatterns = [
    path("", home.home, name="beranda"),
    path("pindah/", year.move, name="pindah"),
    path("pemantauan/", monitoring.matrix, name="pemantauan"),
    path("pemantauan/unduh/", monitoring.workbook, name="pemantauan-unduh"),
    path("rekapitulasi/", overview.overview, name="rekapitulasi"),
    path("rekapitulasi/unduh/", overview.workbook, name="rekapitulasi-unduh"),
    path("pemantauan/capaian/", capaian.heat, name="pemantauan-capaian"),
    path("pemantauan/capaian/unduh/", capaian.workbook, name="pemantauan-capaian-unduh"),
    path("pemantauan/peringkat/", capaian.ranking, name="pemantauan-peringkat"),
    path("pemantauan/tren/", capaian.trend, name="pemantauan-tren"),
    path("permintaan/", asking.requests, name="permintaan"),
    path("permintaan/baru/", asking.new, name="permintaan-baru"),
    path("aturan-reviu/", reviu.rules, name="aturan-reviu"),
    path(
        "kecamatan/<slug:slug>/<int:tahun>/",
        include(
            [
                path("", year.summary, name="tahun"),
                path("pemantauan/", monitoring.kecamatan_state, name="pemantauan-kecamatan"),
                path("pemantauan/capaian/", capaian.of_kecamatan, name="pemantauan-capaian-kecamatan"),
                path("alur/", workflow.way, name="alur"),
                path("tanda-tangan/", include(signing_pages("tanda-tangan"))),
                path("tanda-tangan/<slug:kode>/<int:pk>/", include(signing_pages("tanda-tangan-dokumen"))),
                path("alur/<slug:langkah>/", workflow.take, name="alur-langkah"),
                path("reviu/", reviu.findings, name="reviu"),
                path("salin/", copy.copy, name="salin"),
                path("buku-kerja/", workbook.workbooks, name="buku-kerja"),
                path("buku-kerja/unduh/", workbook.download, name="buku-unduh"),
                path("buku-kerja/unggah/", workbook.upload, name="buku-unggah"),
                path("buku-kerja/<int:pk>/", workbook.import_book, name="buku-impor"),
                path("buku-kerja/<int:pk>/keadaan/", workbook.state, name="buku-keadaan"),
                path("buku-kerja/<int:pk>/terapkan/", workbook.apply_changes, name="buku-terapkan"),
                path("buku-kerja/<int:pk>/pilih/", workbook.choose, name="buku-pilih"),
                path("buku-kerja/<int:pk>/ulangi/", workbook.repeat, name="buku-ulangi"),
                path("buku-kerja/<int:pk>/buang/", workbook.discard, name="buku-buang"),
                path("baca-dokumen/", papers.papers, name="baca-dokumen"),
                path("baca-dokumen/unggah/", papers.upload, name="baca-unggah"),
                path("baca-dokumen/<int:pk>/pilih/", papers.choose, name="baca-pilih"),
                path("<slug:kode>/tempel/", paste.paste, name="tempel"),
                path("meja/", desk.desk, name="meja"),
                path("meja/dibaca/", desk.seen, name="meja-dibaca"),
                path("catatan-reviu/", notes.notes, name="catatan-reviu"),
                path("catatan-reviu/baru/", notes.write, name="catatan-baru"),
                path("catatan-reviu/<int:pk>/jawab/", notes.answer, name="catatan-jawab"),
                path("catatan-reviu/<int:pk>/tutup/", notes.close, name="catatan-tutup"),
                path("catatan-reviu/<int:pk>/buka/", notes.reopen, name="catatan-buka"),
                path("permintaan/<int:pk>/", asking.one, name="permintaan-rinci"),
                path("permintaan/<int:pk>/selesai/", asking.done, name="permintaan-selesai"),
                path("permintaan/<int:pk>/lagi/", asking.again, name="permintaan-lagi"),
                path("<slug:kode>/", year.pages, name="halaman"),
                path("dokumen/<slug:jenis>/", document.dokumen, name="dokumen"),
                path("dokumen/<slug:jenis>/gaya.css", document.styles, name="dokumen-gaya"),
                path("dokumen/<slug:jenis>/berkas/", files.ask, name="berkas-minta"),
                path("arsip/<int:pk>/<slug:bentuk>/", archive.download, name="arsip-unduh"),
                path("gambar/<slug:sha256>", document.figures, name="dokumen-gambar"),
                path("gambar/<slug:sha256>/kecil", dokumentasi.small, name="foto-kecil"),
                path("lambang/<slug:jenis>/", lambang.change, name="lambang"),
                path("lambang/<slug:jenis>/hapus/", lambang.remove, name="lambang-hapus"),
                path("narasi/semua/", narasi_all.fill, name="narasi-semua"),
                path("narasi/isi/<slug:bagian>/<slug:kunci>/", narasi.change, name="narasi-ubah"),
                path("narasi/isi/<slug:bagian>/<slug:kunci>/tinjau/", narasi.review, name="narasi-tinjau"),
                path("dokumentasi/unggah/", dokumentasi.upload, name="foto-unggah"),
                path("dokumentasi/keadaan/", dokumentasi.state, name="foto-keadaan"),
                path("dokumentasi/<int:pk>/buang/", dokumentasi.discard, name="foto-buang"),
            ]
        ),
    ),
    path("wilayah/<str:kode>/persiapan/<int:tahun>/", preparing.steps, name="persiapan"),
    path("wilayah/<str:kode>/skala/", scale.listing, name="skala"),
    path("wilayah/<str:kode>/skala/baru/", scale.new, name="skala-baru"),
    path("wilayah/<str:kode>/skala/<int:pk>/", scale.change, name="skala-ubah"),
    path("wilayah/<str:kode>/skala/<int:pk>/hapus/", scale.delete, name="skala-hapus"),
    path("akun/nik-bsre/", nik.nik, name="nik-bsre"),
    path("akun/kunci-tanda-tangan/", signing.key_page, name="kunci-tanda-tangan"),
    path("publik/", include(public_pages)),
    path("api/v1/", include(api_pages)),
    path(PREFIX, verify.verify, name="verifikasi"),
    path(f"{PREFIX}<str:token>/", verify.verify, name="verifikasi-laporan"),
    path("paket/", bulk.packages, name="paket"),
    path("paket/<int:pk>/", bulk.package, name="paket-rinci"),
    path("paket/<int:pk>/keadaan/", bulk.pieces, name="paket-keadaan"),
    path("paket/<int:pk>/batal/", bulk.cancel, name="paket-batal"),
    path("paket/<int:pk>/ulangi/", bulk.again, name="paket-ulangi"),
    path("paket/<int:pk>/ikhtisar/", bulk.overview, name="paket-ikhtisar"),
    path("paket/<int:pk>/ikhtisar/gaya/", bulk.overview_styles, name="paket-ikhtisar-gaya"),
    path("paket/<int:pk>/ikhtisar/xlsx/", bulk.overview_workbook, name="paket-ikhtisar-xlsx"),
    path("paket/<int:pk>/ikhtisar/unduh/", bulk.overview_download, name="paket-ikhtisar-unduh"),
    path("paket/<int:pk>/unduh/", bulk.download, name="paket-unduh"),
    path("periksa-berkas/", examine.papers, name="periksa-berkas"),
    path("periksa-berkas/<int:pk>/", examine.paper, name="periksa-berkas-rinci"),
    path("periksa-berkas/<int:pk>/keadaan/", examine.state, name="periksa-berkas-keadaan"),
    path("periksa-berkas/<int:pk>/simpan/", examine.keep, name="periksa-berkas-simpan"),
    path("periksa-berkas/<int:pk>/hapus/", examine.delete, name="periksa-berkas-hapus"),
    path("berkas/<int:pk>/", files.state, name="berkas"),
    path("berkas/<int:pk>/keadaan/", files.pieces, name="berkas-keadaan"),
    path("berkas/<int:pk>/unduh/", files.download, name="berkas-unduh"),
]
