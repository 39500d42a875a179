"""Photos: several taken in at once, and the caption and place of one."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q

from kecamatan.forms.layout import LaidOutForm
from reports.models import Dokumentasi
from reports.photos.images import LARGEST_SIZE, FotoRefused, check_foto
from reports.publish.assemble import marker_news
from reports.writing.blocks import Paragraph, Piece, inline
from sakip.entry.fields import TextField
from sakip.entry.form import OPTIONAL, RecordForm, Scope
from sakip.entry.kinds import RowKind, register
from sakip.entry.value_kinds import Text
from sakip.models import Anggaran, BarisRKT, Kegiatan, Program, SubKegiatan
from sakip.snapshot.rows import JENJANG, NOMENKLATUR

Location = tuple[Program | None, Kegiatan | None, SubKegiatan | None]

WITHOUT_LOCATION: Final[Location] = (None, None, None)

LARGEST_COUNT: Final = 20
"""Photos of one upload."""

_NAME_LENGTH: Final = 90


class PositionField(forms.ChoiceField):
    """Program, kegiatan or sub kegiatan of the year's budget or RKT; optional."""

    def __init__(self, scope: Scope, **kwargs: Any) -> None:
        self._locations = _tahun_locations(scope)
        self._choices = [("", "Tidak dilekatkan")]
        self._choices += [(kode, _say(location)) for kode, location in self._locations.items()]
        super().__init__(
            label="program, kegiatan, atau sub kegiatan",
            required=False,
            choices=self._choices,
            help_text="Dari anggaran dan RKT tahun ini. Foto dicetak di bawah namanya.",
            **kwargs,
        )

    def location(self, kode: str) -> Location:
        """The rows that a choice stands for."""
        return self._locations.get(kode, WITHOUT_LOCATION)

    def add(self, place: Location) -> str:
        """Offer where a photo is attached already, though the year no longer names it; returns its choice."""
        kode = location_code(place)
        if kode and kode not in self._locations:
            self._locations[kode] = place
            self._choices.append((kode, _say(place)))
            self.choices = self._choices
        return kode


def location_code(location: Location) -> str:
    """The choice of a place: its deepest level."""
    present = [(level, row) for level, row in zip(JENJANG, location, strict=True) if row is not None]
    return f"{present[-1][0]}-{present[-1][1].pk}" if present else ""


def _tahun_locations(scope: Scope) -> dict[str, Location]:
    """Every place by its choice, in the order of their codes (2 queries)."""
    results: dict[str, Location] = {}
    sources: list[Any] = []
    for model in (Anggaran, BarisRKT):
        sources += (
            model.objects.for_kecamatan(scope.kecamatan)
            .for_tahun(scope.tahun)
            .filter(Q(program__isnull=False))
            .select_related(*NOMENKLATUR)
        )
    for row in sources:
        full = (row.program, row.kegiatan, row.sub_kegiatan)
        for depth in range(1, 4):
            if full[depth - 1] is not None:
                locations = (*full[:depth], *([None] * (3 - depth)))
                results.setdefault(location_code(locations), locations)
    return dict(sorted(results.items(), key=lambda pair: _ordering(pair[1])))


def _ordering(location: Location) -> tuple[str, ...]:
    return tuple(row.kode if row is not None else "" for row in location)


def _say(location: Location) -> str:
    row = next(b for b in reversed(location) if b is not None)
    depth = sum(b is not None for b in location) - 1
    nama = row.nama if len(row.nama) <= _NAME_LENGTH else f"{row.nama[:_NAME_LENGTH]}…"
    return f"{'– ' * depth}{row.kode} {nama}{row.tambahan}".strip()


class DokumentasiForm(RecordForm):
    """Caption and place of a photo."""

    class Meta(RecordForm.Meta):
        model = Dokumentasi
        fields = ("keterangan",)

    def prepare(self) -> None:
        """The place as one choice."""
        self.fields["keterangan"].widget.attrs["rows"] = 3
        location = PositionField(self.scope)
        self.fields["letak"] = location
        if self.instance.pk is not None:
            self.initial["letak"] = location.add(
                (self.instance.program, self.instance.kegiatan, self.instance.sub_kegiatan)
            )

    def clean(self) -> dict[str, Any]:
        """A photo begins with its upload."""
        if self.instance.pk is None:
            raise ValidationError("Foto ditambahkan dengan mengunggahnya pada halaman dokumentasi.")
        return super().clean() or {}

    def told_after_saving(self) -> str:
        """Which markers of the caption have no value."""
        caption = Paragraph(inline([Piece(self.cleaned_data["keterangan"])]))
        return "".join(f" {one}" for one in marker_news([caption], self.scope.kecamatan, self.scope.tahun))

    def _post_clean(self) -> None:
        location: Any = self.fields["letak"]
        self.instance.program, self.instance.kegiatan, self.instance.sub_kegiatan = location.location(
            self.cleaned_data.get("letak") or ""
        )
        super()._post_clean()


class ChooseFile(forms.ClearableFileInput):
    """A field for several files."""

    allow_multiple_selected = True


class FotoField(forms.FileField):
    """Several photos, each judged by its content; all messages at once."""

    widget = ChooseFile

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """The files. Raises ValidationError with a line for every file that is refused."""
        files = [b for b in (data if isinstance(data, list | tuple) else [data]) if b]
        if not files:
            raise ValidationError("Pilih foto yang akan diunggah.", code="required")
        if len(files) > LARGEST_COUNT:
            raise ValidationError(
                f"Anda memilih {len(files)} foto; paling banyak {LARGEST_COUNT} sekali unggah. Unggah bertahap.",
                code="banyak",
            )
        messages = [error for b in files if (error := _error(b))]
        if messages:
            raise ValidationError([ValidationError(p, code="foto") for p in messages])
        return files


def _error(file: UploadedFile) -> str:
    if not file.size:
        return f"“{file.name}” kosong. Pilih berkas foto."
    try:
        check_foto(file.file or file, file.size)
    except FotoRefused as error:
        return f"“{file.name}” {error}"
    return ""


class UploadForm(LaidOutForm, forms.Form):
    """Photos with one caption and one place."""

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.fields["foto"] = FotoField(
            label="Foto",
            help_text=f"JPEG, PNG, atau WebP, paling besar {LARGEST_SIZE // 1024 // 1024} MB dan 25 juta piksel; "
            f"boleh beberapa sekaligus.",
        )
        self.fields["foto"].widget.attrs["accept"] = "image/jpeg,image/png,image/webp"
        self.fields["keterangan"] = TextField(
            Text(longest=500),
            label="Keterangan",
            help_text="Apa yang tampak dan kapan. Dicetak di bawah foto dan dibacakan pembaca layar.",
            error_messages={"required": "Isi keterangan foto; pembaca layar membacakannya."},
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        location = PositionField(scope)
        location.label = f"Program, kegiatan, atau sub kegiatan{OPTIONAL}"
        self.fields["letak"] = location

    def clean_letak(self) -> Location:
        """The rows behind the choice."""
        location: Any = self.fields["letak"]
        result: Location = location.location(self.cleaned_data["letak"])
        return result


register(
    RowKind(
        kode="dokumentasi",
        form=DokumentasiForm,
        dokumen="dokumentasi",
        nama="foto",
        siblings=("kecamatan", "tahun"),
    )
)
