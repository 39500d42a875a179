"""Accounts from a list in the browser: the template, the preview, and the slips that are shown once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from kecamatan.authority import Authority
from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.models import Kabupaten, UnitKerja
from kecamatan.views.addresses import by
from kecamatan.views.people import form_page
from sakip.entry.statuses import CONFLICT, INVALID
from sakip.lists.accounts import COLUMNS, MOST_ROWS, JudgedList, accounts_create, judge_accounts
from sakip.lists.carried import packed_rows, seal, unpacked_rows, unseal
from sakip.lists.upload_form import ListForm, xlsx_answer
from sakip.workbook.list_template import write_template
from sakip.workbook.listing import Listing
from sakip.workbook.plain_table import TableRow, read_table

_KIND: Final = "akun"
_CHANGED: Final = (
    "Sejak pratinjau ada yang berubah, sehingga hasilnya akan berbeda. Periksa pratinjau yang baru, lalu buat"
    " akunnya."
)
_REMEDY: Final = "Unduh templat di halaman ini, isi, lalu unggah berkas .xlsx itu."


class AccountListForm(ListForm):
    """A filled list, and whose kabupaten it is."""

    kabupaten = forms.ModelChoiceField(
        queryset=Kabupaten.objects.none(),
        label="Kabupaten/kota",
        empty_label="Pilih kabupaten/kota",
        error_messages={
            "required": "Pilih kabupaten/kota tempat orang-orang ini bekerja.",
            "invalid_choice": "Pilih kabupaten/kota dari daftar.",
        },
    )

    field_order = ("kabupaten", "berkas")

    def __init__(self, *args: Any, authority: Authority, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.authority = authority
        field = cast("forms.ModelChoiceField[Kabupaten]", self.fields["kabupaten"])
        field.queryset = authority.kabupaten()
        if len(only := list(authority.kabupaten()[:2])) == 1:  # nothing to choose
            field.required, field.initial, field.widget = False, only[0], forms.HiddenInput()
            self.only: Kabupaten | None = only[0]
        else:
            self.only = None

    @property
    def place(self) -> Kabupaten:
        """The kabupaten of a form that is valid."""
        chosen: Kabupaten = self.only or self.cleaned_data["kabupaten"]
        return chosen


@never_cache
@form_page
def accounts(request: HttpRequest) -> HttpResponse:
    """Take a list and show what each row comes to; nothing is written."""
    authority = Authority(by(request))
    posted = request.method == "POST"
    form = AccountListForm(*((request.POST, request.FILES) if posted else ()), authority=authority)
    if posted and form.is_valid():
        try:
            rows = read_table(form.content, COLUMNS, remedy=_REMEDY).rows
            return _preview(request, rows, form.place)
        except InputError as error:
            form.add_error("berkas", str(error))
    return _upload_page(request, form, status=INVALID if form.errors else 200)


def _upload_page(
    request: HttpRequest, form: AccountListForm, *, error: str = "", status: int = 200
) -> HttpResponse:
    kabupaten = [form.only] if form.only else form.authority.kabupaten()
    context = {"form": form, "most": MOST_ROWS, "kabupaten": kabupaten, "error": error}
    return render(request, "sakip/lists/accounts.html", context, status=status)


@never_cache
@require_safe
def template(request: HttpRequest, kode: str) -> HttpResponse:
    """The list to be filled in, with a row for the operator and the camat of every kecamatan."""
    authority = Authority(by(request))
    kabupaten = get_object_or_404(authority.kabupaten(), kode=kode)
    places = list(kabupaten.kecamatan.order_by("kode"))
    units = UnitKerja.objects.filter(kecamatan__kabupaten=kabupaten).select_related("kecamatan")
    peran = [str(one.label) for one in authority.peran()]
    rows = [
        {"kecamatan": place.nama, "peran": one}
        for place in places
        for one in ("Operator kecamatan", "Camat")
        if one in peran
    ]
    listings = (
        Listing(
            name="Kecamatan",
            title=f"Kecamatan di {kabupaten}",
            columns=(("Nama", 32), ("Kode", 14)),
            rows=[(place.nama, place.kode) for place in places],
        ),
        Listing(
            name="Unit kerja",
            title=f"Unit kerja yang tercatat di {kabupaten}",
            columns=(("Kecamatan", 32), ("Unit kerja", 60)),
            rows=[
                (unit.kecamatan.nama, unit.nama) for unit in units.order_by("kecamatan__kode", "urut", "pk")
            ],
        ),
    )
    content = write_template(
        "Akun",
        f"Daftar akun {kabupaten}: isi satu orang per baris; baris tanpa nama dilewati",
        COLUMNS,
        rows,
        choices={"kecamatan": [place.nama for place in places], "peran": peran},
        listings=listings,
    )
    return xlsx_answer(content, f"Daftar-Akun-{kabupaten.kode}.xlsx")


@never_cache
@sensitive_variables("slips")
@post_only
def create(request: HttpRequest) -> HttpResponse:
    """Open the accounts that the preview showed, and show their first passwords: once, in this answer alone."""
    authority = Authority(by(request))
    try:
        kode, rows = unseal(_KIND, request.POST.get("daftar", ""), by(request))
        kabupaten = get_object_or_404(authority.kabupaten(), kode=kode)
        judged = judge_accounts(unpacked_rows(rows), kabupaten=kabupaten, by=by(request))
        if judged.mark != request.POST.get("sidik", "") or judged.wrong or judged.errors:
            return _preview(request, unpacked_rows(rows), kabupaten, error=_CHANGED, status=CONFLICT)
        slips = accounts_create(judged, by=by(request))
    except InputError as error:
        return _upload_page(request, AccountListForm(authority=authority), error=str(error), status=CONFLICT)
    return render(
        request,
        "sakip/lists/account_slips.html",
        {
            "slips": slips,
            "existing": judged.existing,
            "remarks": [row for row in judged.new if row.remarks],
            "address": request.build_absolute_uri("/"),
            "today": timezone.localdate(),
        },
    )


def _preview(
    request: HttpRequest,
    rows: Sequence[TableRow],
    kabupaten: Kabupaten,
    *,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    judged: JudgedList = judge_accounts(rows, kabupaten=kabupaten, by=by(request))
    refused = judged.wrong or judged.errors
    return render(
        request,
        "sakip/lists/account_preview.html",
        {
            "judged": judged,
            "kabupaten": kabupaten,
            "error": error,
            "sealed": "" if refused else seal(_KIND, [kabupaten.kode, packed_rows(rows)], by(request)),
        },
        status=INVALID if refused else status,
    )
