"""The upload of a workbook."""

from __future__ import annotations

from django import forms

from kecamatan.forms.layout import LaidOutForm
from sakip.lists.upload_form import LIMIT_MB, XlsxField


class WorkbookForm(LaidOutForm, forms.Form):
    """A workbook that was filled in; what is in it is judged by whoever reads it."""

    id_pattern = "%s"

    use_required_attribute = False

    berkas = XlsxField(
        label="Buku kerja yang sudah diisi",
        help_text=f"Berkas .xlsx dari tombol Unduh di atas, paling besar {LIMIT_MB} MB. "
        "Belum ada yang disimpan sebelum Anda memeriksa perubahannya.",
        allow_empty_file=True,
        error_messages={"required": "Pilih buku kerja (.xlsx) yang sudah diisi."},
    )
