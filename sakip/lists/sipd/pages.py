"""A budget file in the browser: upload, columns where they are not known, preview, and all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.permissions import Hak
from sakip.entry.lock import YearClosed
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID
from sakip.lists.sipd.columns import AMOUNTS, LABELS, PAGU, Role
from sakip.lists.sipd.comparison import Judged
from sakip.lists.sipd.upload import Upload
from sakip.lists.sipd.writes import layout_forget, layouts, sipd_store
from sakip.lists.upload_form import LIMIT_MB, ListForm, XlsxField
from sakip.models import Anggaran, TataLetakSipd
from sakip.text.dates import NAMA_BULAN

_CHANGED: Final = "Sejak pratinjau ada yang berubah. Periksa pratinjau yang baru, lalu simpan."
#: Values that stand beside a column on the page where it is mapped.
_SAMPLES: Final = 3
_NO_REALISASI: Final = "0"


class SipdForm(ListForm):
    """A file of the budget system: what its pagu is, and up to when its realisasi counts."""

    berkas = XlsxField(
        label="Berkas (.xlsx atau .csv)",
        help_text=f"Paling besar {LIMIT_MB} MB. Belum ada yang disimpan sebelum Anda memeriksa hasilnya.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        allow_empty_file=True,
        error_messages={"required": "Pilih berkas dari SIPD (.xlsx atau .csv)."},
    )
    sampai = forms.ChoiceField(
        label="Realisasi sampai dengan akhir bulan",
        choices=[
            ("", "Pilih bulan"),
            *((str(n), nama) for n, nama in enumerate(NAMA_BULAN, start=1)),
            (_NO_REALISASI, "Realisasi tidak diambil"),
        ],
        help_text="Realisasi dalam berkas harus terhitung sejak Januari, bukan satu bulan saja.",
        error_messages={
            "required": "Pilih sampai bulan apa realisasi dalam berkas ini terhitung.",
            "invalid_choice": "Pilih bulan dari daftar.",
        },
    )
    pagu = forms.ChoiceField(
        label="Pagu dalam berkas",
        required=False,
        choices=[
            ("", "Tidak diambil"),
            ("murni", "Pagu murni"),
            ("perubahan", "Pagu perubahan"),
        ],
        help_text="Kolom yang judulnya menyebut murni atau perubahan masuk ke kolomnya sendiri.",
        error_messages={"invalid_choice": "Pilih dari daftar."},
    )

    field_order = ("berkas", "sampai", "pagu")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sipd(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Take a file; show what it comes to, or ask what its columns are."""
    here = _place(request, slug, tahun)
    if request.method != "POST":
        known = here.rows(Anggaran).exclude(pagu_murni=None, pagu_perubahan=None).exists()
        return _upload_page(request, here, SipdForm(initial={"pagu": "" if known else "murni"}))
    if here.closed:
        return _upload_page(request, here, SipdForm(), error=here.closed, status=CLOSED)
    form = SipdForm(request.POST, request.FILES)
    if form.is_valid():
        given = form.cleaned_data
        try:
            upload = Upload.of_file(
                given["berkas"].name, form.content, here, pagu=given["pagu"], sampai=int(given["sampai"])
            )
            return _show(request, here, upload)
        except InputError as error:
            form.add_error("berkas", str(error))
    return _upload_page(request, here, form, status=INVALID)


@post_only
def sipd_columns(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the columns of a file to be mapped, or take what was mapped and show what it comes to."""
    here = _place(request, slug, tahun)
    try:
        upload = Upload.unsealed(request.POST.get("berkas", ""), here, here.pengguna)
    except InputError as error:
        return _upload_page(request, here, SipdForm(), error=str(error), status=CONFLICT)
    step = request.POST.get("langkah", "")
    try:
        if step == "judul":
            upload = upload.with_heading(_number(request, "awal"), _number(request, "akhir"))
        elif step == "pakai":
            upload = upload.with_columns(
                {
                    column.at: role
                    for column in upload.table.columns
                    if (role := request.POST.get(f"kolom-{column.at}", "")) in LABELS
                },
                angka="en" if request.POST.get("angka") == "en" else "id",
                units=request.POST.getlist("unit"),
            )
            return _show(request, here, upload)
    except InputError as error:
        return _columns_page(request, here, upload, error=str(error), status=INVALID)
    return _columns_page(request, here, upload)


@post_only
def sipd_save(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Store what the preview showed, with the new rows that were chosen; nothing where anything changed since."""
    here = _place(request, slug, tahun)
    try:
        upload = Upload.unsealed(request.POST.get("berkas", ""), here, here.pengguna)
    except InputError as error:
        return _upload_page(request, here, SipdForm(), error=str(error), status=CONFLICT)
    judged = upload.judged(here)
    if judged.errors or judged.mark != request.POST.get("sidik", ""):
        return _preview(request, here, upload, judged, error=_CHANGED, status=CONFLICT)
    try:
        changed, added = sipd_store(
            judged,
            chosen=set(request.POST.getlist("tambah")),
            layout=upload.layout,
            here=here,
            why=upload.why(tahun),
            by=here.pengguna,
        )
    except YearClosed as error:
        return _preview(request, here, upload, judged, error=str(error), status=CLOSED)
    except InputError as error:
        return _preview(request, here, upload, upload.judged(here), error=str(error), status=CONFLICT)
    new = f", {added} baris ditambahkan" if added else ""
    messages.success(request, f"Dari {upload.nama}: {changed} baris anggaran diubah{new}.")
    return redirect("isi", slug, tahun, "anggaran")


@post_only
def sipd_forget(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Forget how a kind of file is laid out."""
    here = _place(request, slug, tahun)
    layout = get_object_or_404(TataLetakSipd, pk=pk, kabupaten=here.kecamatan.kabupaten_id)
    layout_forget(layout, here=here, by=here.pengguna)
    messages.success(
        request, "Tata letak itu tidak diingat lagi; kolomnya akan dikenali atau ditanyakan lagi."
    )
    return redirect("anggaran-sipd", slug, tahun)


def _place(request: HttpRequest, slug: str, tahun: int) -> EntryPlace:
    here = place_or_404(request, slug, tahun)
    here.ensure_right(Hak.ISI)
    return here


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "").strip()
    if not text.isdecimal() or len(text) > 5:
        raise InputError(f"“{text[:20]}” bukan nomor baris. Tulis nomor baris seperti di Excel, misalnya 5.")
    return int(text)


def _show(request: HttpRequest, here: EntryPlace, upload: Upload) -> HttpResponse:
    """The preview, or the columns where they are not known well enough for one."""
    if problems := _problems(upload):
        return _columns_page(request, here, upload, problems=problems, status=INVALID)
    judged = upload.judged(here)
    if judged.read.unclear:
        return _columns_page(request, here, upload, judged=judged, status=INVALID)
    return _preview(request, here, upload, judged, status=INVALID if judged.errors else 200)


def _problems(upload: Upload) -> list[str]:
    """Why there is no preview yet."""
    problems = list(upload.table.problems)
    taken = {column.role for column in upload.table.columns}
    if (
        not problems
        and not (upload.sampai and Role.REALISASI in taken)
        and not (upload.pagu and taken & set(PAGU))
    ):
        wanted = "realisasi" if upload.sampai else "pagu"
        problems.append(
            f"Kolom {wanted} belum dikenali, padahal hanya {wanted} yang akan diambil. Pilih kolomnya, atau unggah lagi"
            " dengan pilihan lain."
        )
    return problems


def _upload_page(
    request: HttpRequest, here: EntryPlace, form: SipdForm, *, error: str = "", status: int = 200
) -> HttpResponse:
    context = {"form": form, "error": error, "layouts": layouts(here)}
    return render(
        request, "sakip/lists/sipd.html", page_context(here, active="anggaran") | context, status=status
    )


def _columns_page(
    request: HttpRequest,
    here: EntryPlace,
    upload: Upload,
    *,
    problems: Sequence[str] = (),
    judged: Judged | None = None,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    rows = upload.table.grid.rows
    below = rows[upload.table.last :]
    read = judged.read if judged else upload.read(here)
    try:
        sealed = upload.sealed(here, here.pengguna)
    except InputError as too_large:
        return _upload_page(request, here, SipdForm(), error=str(too_large), status=INVALID)
    columns = [
        {"column": column, "samples": samples}
        for column in upload.table.columns
        if (samples := [t for row in below if (t := row.text(column.at))][:_SAMPLES]) or column.heading
    ]
    context: dict[str, Any] = {
        "upload": upload,
        "columns": columns,
        "roles": LABELS.items(),
        "amounts": AMOUNTS,
        "problems": problems,
        "units": read.units,
        "unclear": read.unclear,
        "chosen": upload.units or tuple(read.ours),
        "angka": TataLetakSipd.Angka.choices,
        "first": rows[upload.table.first].number,
        "last": rows[upload.table.last - 1].number,
        "error": error,
        "sealed": sealed,
    }
    return render(
        request, "sakip/lists/sipd_kolom.html", page_context(here, active="anggaran") | context, status=status
    )


def _preview(
    request: HttpRequest,
    here: EntryPlace,
    upload: Upload,
    judged: Judged,
    *,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    try:
        sealed = upload.sealed(here, here.pengguna)
    except InputError as too_large:
        return _upload_page(request, here, SipdForm(), error=str(too_large), status=INVALID)
    context = {
        "upload": upload,
        "judged": judged,
        "read": judged.read,
        "used": [(column, LABELS[column.role]) for column in upload.table.columns if column.role],
        "error": error,
        "sealed": sealed,
    }
    return render(
        request,
        "sakip/lists/sipd_pratinjau.html",
        page_context(here, active="anggaran") | context,
        status=status,
    )
