"""What is added to an indikator on its page beside the grid: remarks and evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from django import forms
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat

from kecamatan.forms.layout import LaidOutForm
from sakip.entry.fields import TextField
from sakip.entry.value_kinds import Text
from sakip.models import Indikator, Realisasi
from sakip.records.realisasi.evidence import LARGEST_BUKTI
from sakip.records.realisasi.grid import NAMA_TRIWULAN, say_term

_REMARK: Final = Text(longest=2000)

_CHOOSE_REALISASI: Final = "Pilih realisasi yang dibuktikan; isi dahulu nilainya bila belum ada."


class CommentForm(LaidOutForm, forms.Form):
    """A remark about the indikator, or about one of its values."""

    id_pattern = "komentar-%s"

    use_required_attribute = False

    triwulan = forms.TypedChoiceField(
        label="Mengenai",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", say_term(None)), *((str(n), nama) for n, nama in NAMA_TRIWULAN.items())],
        error_messages={"invalid_choice": "Pilih masa dari daftar."},
    )
    # No maxlength, with which browsers cut a pasted text without a word.
    isi = TextField(
        _REMARK,
        label="Isi komentar",
        max_length=None,
        error_messages={"required": "Isi komentar."},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


#: In the session: the remark that was typed when another part of its page was sent, by year and indikator.
_UNSENT: Final = "komentar_belum_dikirim"


def keep_remark(request: HttpRequest, tahun: int, indikator: Indikator) -> None:
    """Keep the remark that came along unsent, for the page that is shown next."""
    if (isi := request.POST.get("isi", "")).strip():
        request.session[_UNSENT] = {
            "isi": isi,
            "triwulan": request.POST.get("triwulan", ""),
            "of": [tahun, indikator.pk],
        }


def unsent_remark(request: HttpRequest, tahun: int, indikator: Indikator) -> CommentForm:
    """The form with the remark that was typed and not sent: with this request, or with the one before."""
    if request.method == "POST":
        return CommentForm(initial=request.POST.dict())
    kept = request.session.get(_UNSENT)
    if kept is None or kept["of"] != [tahun, indikator.pk]:
        return CommentForm()
    del request.session[_UNSENT]
    return CommentForm(initial=kept)


class BuktiForm(LaidOutForm, forms.Form):
    """A file as evidence of one of the values that are stored (``filled``, by triwulan; the last of each counts)."""

    id_pattern = "bukti-%s"

    use_required_attribute = False

    realisasi = forms.ChoiceField(
        label="Untuk realisasi",
        error_messages={"required": _CHOOSE_REALISASI, "invalid_choice": _CHOOSE_REALISASI},
    )
    berkas = forms.FileField(
        label="Berkas",
        allow_empty_file=True,  # refused with its own words where the file is read
        error_messages={"required": "Pilih berkas yang diunggah."},
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.xlsx,.docx"}),
    )

    def __init__(self, *args: Any, filled: Mapping[int, Sequence[Realisasi]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._own = {str(rows[-1].pk): rows[-1] for rows in filled.values()}
        cast(forms.ChoiceField, self.fields["realisasi"]).choices = [
            (kode, NAMA_TRIWULAN[row.triwulan]) for kode, row in self._own.items()
        ]
        large = filesizeformat(LARGEST_BUKTI)
        self.fields["berkas"].help_text = f"PDF, JPG, PNG, XLSX, atau DOCX, paling besar {large}."

    @property
    def can_be_proven(self) -> bool:
        """Whether there is a value to attach a file to."""
        return bool(self._own)

    def clean_realisasi(self) -> Realisasi:
        """The value behind the choice."""
        return self._own[self.cleaned_data["realisasi"]]
