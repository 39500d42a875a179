"""The versions of the nomenklatur in the browser, and a new one from the list of a Keputusan Menteri."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kecamatan.authority import keeps_installation
from kecamatan.forms.text_fields import TidyField
from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from kecamatan.models import Pengguna
from kecamatan.permissions import Hak, NoRight, may_anywhere
from kecamatan.views.addresses import by, form_page
from sakip.entry.statuses import CONFLICT, INVALID
from sakip.lists.carried import packed_rows, seal, unpacked_rows, unseal
from sakip.lists.nomenklatur import COLUMNS, judge_nomenklatur, may_install, nomenklatur_install
from sakip.lists.upload_form import ListForm, xlsx_answer
from sakip.models import VersiNomenklatur
from sakip.workbook.list_template import write_template
from sakip.workbook.plain_table import TableRow, read_table

_KIND: Final = "nomenklatur"
_REMEDY: Final = (
    "Simpan bagian kecamatan dari lampiran keputusannya sebagai .xlsx dengan kolom Kode dan Nama, atau pakai templat di"
    " halaman ini."
)
_CHANGED: Final = "Sejak pratinjau ada yang berubah. Periksa pratinjau yang baru, lalu pasang."
_NOT_ALL: Final = (
    "Nomenklatur dipakai semua kabupaten/kota yang tercatat di sini. Hanya admin seluruh wilayah yang memasangnya;"
    " Bagian Organisasi satu kabupaten dapat menambahkan kodenya sendiri di Pengaturan."
)


class NomenklaturListForm(ListForm):
    """The list, which decision it is of, and since when it counts."""

    nama = TidyField(
        one_line=True,
        label="Nama keputusan",
        max_length=150,
        help_text="Misalnya Kepmendagri 900.1.15.5-3406 Tahun 2024.",
        error_messages={
            "required": "Isi nama keputusan yang memuat daftar ini.",
            "max_length": "Tulis nama paling banyak 150 karakter.",
        },
    )
    dasar = TidyField(
        label="Keterangan (opsional)",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    tahun_awal = forms.IntegerField(
        label="Berlaku mulai tahun anggaran",
        min_value=YEAR_FIRST,
        max_value=YEAR_LAST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": "Isi tahun anggaran pertama yang memakai daftar ini.",
            "invalid": "Tulis tahun dengan empat angka, misalnya 2027.",
            "min_value": f"Isi tahun dari {YEAR_FIRST} sampai {YEAR_LAST}.",
            "max_value": f"Isi tahun dari {YEAR_FIRST} sampai {YEAR_LAST}.",
        },
    )

    field_order = ("nama", "tahun_awal", "dasar", "berkas")


@never_cache
@form_page
def nomenklatur(request: HttpRequest) -> HttpResponse:
    """The versions, and the upload of a new one; what it changes is shown first."""
    user = _reader(request)
    if request.method != "POST":
        return _page(request, NomenklaturListForm())
    if not may_install(user):
        raise NoRight(Hak.ATUR)
    form = NomenklaturListForm(request.POST, request.FILES)
    if form.is_valid():
        head = [form.cleaned_data[name] for name in ("nama", "dasar", "tahun_awal")]
        try:
            return _preview(request, head, read_table(form.content, COLUMNS, remedy=_REMEDY).rows)
        except InputError as error:
            form.add_error("berkas", str(error))
    return _page(request, form, status=INVALID)


@never_cache
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """A list with nothing in it but an example of each level."""
    _reader(request)
    rows = [
        {"kode": "7.01.02", "nama": "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik"},
        {
            "kode": "7.01.02.2.01",
            "nama": "Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan",
        },
        {
            "kode": "7.01.02.2.01.0002",
            "nama": "Peningkatan Efektifitas Kegiatan Pemerintahan di Tingkat Kecamatan",
            "indikator": "Jumlah Dokumen Peningkatan Efektifitas Kegiatan Pemerintahan di Tingkat Kecamatan",
            "satuan": "Dokumen",
        },
    ]
    content = write_template(
        "Nomenklatur",
        "Daftar program, kegiatan, dan sub kegiatan: ganti contoh di bawah dengan isi keputusannya",
        COLUMNS,
        rows,
        choices={},
        listings=(),
    )
    return xlsx_answer(content, "Daftar-Nomenklatur.xlsx")


@post_only
def install(request: HttpRequest) -> HttpResponse:
    """Record what the preview showed."""
    if not may_install(_reader(request)):
        raise NoRight(Hak.ATUR)
    try:
        head, packed = unseal(_KIND, request.POST.get("daftar", ""), by(request))
        nama, dasar, tahun_awal = head
        rows = unpacked_rows(packed)
        judged = judge_nomenklatur(rows, tahun_awal=tahun_awal)
        if judged.mark != request.POST.get("sidik", "") or judged.errors:
            return _preview(request, head, rows, error=_CHANGED, status=CONFLICT)
        installed = nomenklatur_install(judged, nama=nama, dasar=dasar, tahun_awal=tahun_awal, by=by(request))
    except InputError as error:
        return _page(request, NomenklaturListForm(), error=str(error), status=CONFLICT)
    messages.success(request, f"{installed} terpasang dan berlaku mulai tahun anggaran {tahun_awal}.")
    return redirect("nomenklatur-versi")


def _reader(request: HttpRequest) -> Pengguna:
    """Who decides for a kabupaten, or keeps the installation. Raises NoRight."""
    user = by(request)
    if not may_anywhere(user, Hak.ATUR) and not keeps_installation(user):
        raise NoRight(Hak.ATUR)
    return user


def _page(
    request: HttpRequest, form: NomenklaturListForm, *, error: str = "", status: int = 200
) -> HttpResponse:
    versions = VersiNomenklatur.objects.order_by("-tahun_awal").annotate(
        programs=Count("program", distinct=True),
        activities=Count("program__kegiatan", distinct=True),
        subs=Count("program__kegiatan__sub_kegiatan", distinct=True),
    )
    return render(
        request,
        "sakip/lists/nomenklatur.html",
        {
            "form": form,
            "versions": versions,
            "refused": "" if may_install(by(request)) else _NOT_ALL,
            "error": error,
        },
        status=status,
    )


def _preview(
    request: HttpRequest,
    head: Sequence[object],
    rows: Sequence[TableRow],
    *,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    nama, _, tahun_awal = head
    judged = judge_nomenklatur(rows, tahun_awal=int(str(tahun_awal)))
    return render(
        request,
        "sakip/lists/nomenklatur_preview.html",
        {
            "judged": judged,
            "nama": nama,
            "tahun_awal": tahun_awal,
            "last_year": int(str(tahun_awal)) - 1,
            "error": error,
            "sealed": "" if judged.errors else seal(_KIND, [list(head), packed_rows(rows)], by(request)),
        },
        status=INVALID if judged.errors else status,
    )
