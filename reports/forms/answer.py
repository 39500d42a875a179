"""The answer to a peringatan of the review: why it may stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from django import forms

from kecamatan.permissions import Hak
from reports.models import Laporan, TemuanDiakui
from reports.review.answers import answerable
from reports.review.place import location
from reports.review.review import review_year
from sakip.checks import Finding
from sakip.entry.form import Pen, RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.entry.value_kinds import SAYS_NOTHING, shorten
from sakip.entry.writer import New

KODE = "temuan-diakui"
#: Letters of the shortest reason that says something.
LEAST_LETTERS: Final = 3
_GONE = "Peringatan ini sudah tidak berlaku: yang ditemukan berubah, atau sudah dijawab. Buka kembali daftar temuan."
_NOTHING = '"{}" belum menerangkan apa pun. Tulis mengapa temuan ini dibiarkan.'
_WHY = "Tulis mengapa demikian adanya; alasan ini dibaca camat dan tersimpan bersama laporan."


class TemuanDiakuiForm(RecordForm):
    """The reason, under the words of what was found. The first answer begins the report, as a draft."""

    error_fields: ClassVar[dict[str, str]] = dict.fromkeys(("sidik", "aturan", "lokasi", "laporan"), "tanda")

    class Meta(RecordForm.Meta):
        model = TemuanDiakui
        fields = ("alasan",)

    def prepare(self) -> None:
        """Which finding it answers is no entry."""
        self.finding: Finding | None = None
        if self.instance.pk is not None:
            self.fields["alasan"].help_text = _WHY
            return
        self.fields["tanda"] = forms.CharField(widget=forms.HiddenInput(), required=False)
        self._report = Laporan.objects.for_kecamatan(self.scope.kecamatan).for_tahun(self.scope.tahun)
        self._asked(str(self.data.get("tanda", "")) if self.is_bound else "")

    def own_words(self, text: str) -> str:
        """As it stands: a finding names what people typed."""
        return text

    def fill_from(self, choices: Mapping[str, str]) -> None:
        """The finding that the page before named."""
        super().fill_from(choices)
        self._asked(choices.get("tanda", ""))

    def clean_alasan(self) -> str:
        """A dash or a letter gives no reason."""
        text: str = self.cleaned_data["alasan"]
        if SAYS_NOTHING.fullmatch(text) or sum(c.isalpha() for c in text) < LEAST_LETTERS:
            raise forms.ValidationError(_NOTHING.format(shorten(text)))
        return text

    def clean(self) -> dict[str, Any] | None:
        """Only what is found now can be answered."""
        super().clean()
        if self.instance.pk is None and self.finding is None:
            self.add_error(None, _GONE)
        return self.cleaned_data

    def store(self, pen: Pen) -> None:
        """With the report, where there is none yet."""
        report = self.instance.laporan
        if report.pk is None:
            pen.add([New(row=report)])
            self.instance.laporan = report
        super().store(pen)

    def _asked(self, mark: str) -> None:
        """Find what has that mark, and show it above the reason."""
        if mark:
            review = review_year(kecamatan=self.scope.kecamatan, tahun=self.scope.tahun)
            self.finding = next(
                (
                    one
                    for one in review.findings
                    if one.mark == mark and answerable(one) and mark not in review.answers
                ),
                None,
            )
        row, found = self.instance, self.finding
        if found is not None:
            row.laporan = self._report.order_by("-versi").first() or Laporan(
                kecamatan=self.scope.kecamatan, tahun=self.scope.tahun
            )
            row.pengguna = self.scope.pengguna
            row.aturan, row.lokasi, row.sidik = found.code, location(found.place), found.mark
        self.fields["alasan"].help_text = f"{found or _GONE} {_WHY}"

    def _get_validation_exclusions(self) -> set[str]:
        """A report that is begun with the answer has no number yet; of what is not found nothing else is said."""
        begun = self.instance.laporan_id is None
        unknown = (
            {"laporan", "pengguna", "aturan", "lokasi", "sidik"} if self.finding is None else {"laporan"}
        )
        return super()._get_validation_exclusions() | (unknown if begun else set())


register(RowKind(KODE, TemuanDiakuiForm, "reviu", "alasan temuan", repeated=False, hak=Hak.ISI))
