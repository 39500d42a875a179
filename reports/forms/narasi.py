"""Narrative: one text box that takes the editor's HTML, or plain text where there is no editor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, NamedTuple

from django import forms
from django.core.exceptions import ValidationError

from kecamatan.forms.layout import Field, Layout
from reports.models import Narasi
from reports.publish.assemble import marker_news
from reports.writing.accept import WritingRefused, accept_html, accept_text
from reports.writing.blocks import Block
from reports.writing.html import read_html, tidy_html
from reports.writing.spelled import write_html
from reports.writing.text import plain_text, read_text
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register

HTML_SUFFIX: Final = "_html"


class Sent(NamedTuple):
    """What a page sent: the editor's HTML, or the plain text that stands for it."""

    content: str
    html: bool


class NarrativeBox(forms.Textarea):
    """A text box of plain text; the editor, where there is one, sends ``<name>_html`` beside it or instead."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Sent:
        """The HTML if any was sent."""
        html = data.get(name + HTML_SUFFIX)
        return Sent(data.get(name) or "", False) if html is None else Sent(html, True)

    def value_omitted_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Whether neither was sent."""
        return name not in data and name + HTML_SUFFIX not in data


class NarrativeField(forms.Field):
    """Tidy, allow-listed HTML; shown as plain text."""

    widget = NarrativeBox

    def to_python(self, value: Any) -> str:
        """The tidy HTML of what was sent. Raises ValidationError for what cannot be stored as it was written."""
        sent = value if isinstance(value, Sent) else Sent(str(value or ""), True)
        try:
            return accept_html(sent.content) if sent.html else accept_text(sent.content)
        except WritingRefused as refused:
            raise ValidationError(refused.messages, code="tulisan") from refused

    def prepare_value(self, value: Any) -> str:
        """The plain text; what was typed as text stays as it was typed."""
        if isinstance(value, Sent) and not value.html:
            return value.content
        return plain_text(value.content if isinstance(value, Sent) else str(value or ""))


class NarasiForm(RecordForm):
    """The text of one place. ``ditinjau`` travels unseen: a draft or a copy stays unconfirmed when it is saved."""

    error_fields: ClassVar[dict[str, str]] = dict.fromkeys(("bagian", "kunci"), "isi")

    class Meta(RecordForm.Meta):
        model = Narasi
        fields = ("isi", "ditinjau")

    def prepare(self) -> None:
        """The text box, named after the place."""
        self.fields["isi"] = NarrativeField(label="tulisan", required=False)
        self.fields["isi"].widget.attrs |= {"rows": 18, "class": "kotak-narasi", "spellcheck": "true"}
        self.fields["ditinjau"] = forms.BooleanField(required=False, widget=forms.HiddenInput())

    def clean_isi(self) -> str:
        """A text that only looks different stays as it is stored; a new one has to say something."""
        content: str = self.cleaned_data["isi"]
        old = Narasi.objects.filter(pk=self.instance.pk).values_list("isi", flat=True).first()
        if old is None and not content:
            raise ValidationError("Tulis isinya dahulu, lalu simpan.", code="kosong")
        return old if old is not None and tidy_html(old) == content else content

    def told_after_saving(self) -> str:
        """Which of its markers have no value; the page with the editor says so at the field."""
        row, here = self.instance, self.scope
        return "".join(
            f" {one}" for one in marker_news(self.blocks, here.kecamatan, here.tahun, about=row.kunci)
        )

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is in the text box, whether or not it can be stored."""
        if self.is_bound:
            sent = self["isi"].data
            return read_html(sent.content) if sent.html else read_text(sent.content)
        return read_html(self.initial.get("isi") or "")

    @property
    def editor_html(self) -> str:
        """HTML for the editor: what is in the text box."""
        return write_html(self.blocks)


class NarasiEditorForm(NarasiForm):
    """The same on the page with the editor, which tells what the place is for."""

    def layout(self) -> Layout:
        """The text box stands aside where the editor takes over."""
        return Layout("ditinjau", Field("isi", template="%s/narrative.html"))


register(RowKind(kode="narasi", form=NarasiForm, dokumen="narasi", nama="narasi"))
