"""Photos: several taken in at once, and the caption and place of one."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q

from kecamatan.forms.layout import LaidOutForm
from reports.models import Dokumentasi
from reports.photos.images import UKURAN_TERBESAR, FotoRefused, check_foto
from sakip.entry.fields import TextField
from sakip.entry.form import OPSIONAL, RecordForm, Scope
from sakip.entry.kinds import RowKind, register
from sakip.entry.value_kinds import Text
from sakip.models import Anggaran, BarisRKT, Kegiatan, Program, SubKegiatan
from sakip.snapshot.rows import JENJANG

Letak = tuple[Program | None, Kegiatan | None, SubKegiatan | None]

TANPA_LETAK: Final[Letak] = (None, None, None)

BANYAK_TERBESAR: Final = 20
"""Photos of one upload."""

_PANJANG_NAMA: Final = 90


class PositionField(forms.ChoiceField):
    """Program, kegiatan or sub kegiatan of the year's budget or RKT; optional."""

    def __init__(self, lingkup: Scope, **kwargs: Any) -> None:
        self._letak = _letak_tahun(lingkup)
        self._pilihan = [("", "Tidak dilekatkan")]
        self._pilihan += [(kode, _say(letak)) for kode, letak in self._letak.items()]
        super().__init__(
            label="program, kegiatan, atau sub kegiatan",
            required=False,
            choices=self._pilihan,
            help_text="Dari anggaran dan RKT tahun ini. Foto dicetak di bawah namanya.",
            **kwargs,
        )

    def letak(self, kode: str) -> Letak:
        """The rows that a choice stands for."""
        return self._letak.get(kode, TANPA_LETAK)

    def add(self, letak: Letak) -> str:
        """Offer where a photo is attached already, though the year no longer names it; returns its choice."""
        kode = kode_letak(letak)
        if kode and kode not in self._letak:
            self._letak[kode] = letak
            self._pilihan.append((kode, _say(letak)))
            self.choices = self._pilihan
        return kode


def kode_letak(letak: Letak) -> str:
    """The choice of a place: its deepest level."""
    ada = [(tingkat, baris) for tingkat, baris in zip(JENJANG, letak, strict=True) if baris is not None]
    return f"{ada[-1][0]}-{ada[-1][1].pk}" if ada else ""


def _letak_tahun(lingkup: Scope) -> dict[str, Letak]:
    """Every place by its choice, in the order of their codes (2 queries)."""
    hasil: dict[str, Letak] = {}
    sumber: list[Any] = []
    for model in (Anggaran, BarisRKT):
        sumber += (
            model.objects.for_kecamatan(lingkup.kecamatan)
            .for_tahun(lingkup.tahun)
            .filter(Q(program__isnull=False))
            .select_related(*JENJANG)
        )
    for baris in sumber:
        penuh = (baris.program, baris.kegiatan, baris.sub_kegiatan)
        for dalam in range(1, 4):
            if penuh[dalam - 1] is not None:
                letak = (*penuh[:dalam], *([None] * (3 - dalam)))
                hasil.setdefault(kode_letak(letak), letak)
    return dict(sorted(hasil.items(), key=lambda pasangan: _urutan(pasangan[1])))


def _urutan(letak: Letak) -> tuple[str, ...]:
    return tuple(baris.kode if baris is not None else "" for baris in letak)


def _say(letak: Letak) -> str:
    baris = next(b for b in reversed(letak) if b is not None)
    dalam = sum(b is not None for b in letak) - 1
    nama = baris.nama if len(baris.nama) <= _PANJANG_NAMA else f"{baris.nama[:_PANJANG_NAMA]}…"
    return f"{'– ' * dalam}{baris.kode} {nama}".strip()


class DokumentasiForm(RecordForm):
    """Caption and place of a photo."""

    class Meta(RecordForm.Meta):
        model = Dokumentasi
        fields = ("keterangan",)

    def prepare(self) -> None:
        """The place as one choice."""
        self.fields["keterangan"].widget.attrs["rows"] = 3
        letak = PositionField(self.lingkup)
        self.fields["letak"] = letak
        if self.instance.pk is not None:
            self.initial["letak"] = letak.add(
                (self.instance.program, self.instance.kegiatan, self.instance.sub_kegiatan)
            )

    def clean(self) -> dict[str, Any]:
        """A photo begins with its upload."""
        if self.instance.pk is None:
            raise ValidationError("Foto ditambahkan dengan mengunggahnya pada halaman dokumentasi.")
        return super().clean() or {}

    def _post_clean(self) -> None:
        letak: Any = self.fields["letak"]
        self.instance.program, self.instance.kegiatan, self.instance.sub_kegiatan = letak.letak(
            self.cleaned_data.get("letak") or ""
        )
        super()._post_clean()


class PilihBerkas(forms.ClearableFileInput):
    """A field for several files."""

    allow_multiple_selected = True


class FotoField(forms.FileField):
    """Several photos, each judged by its content; all messages at once."""

    widget = PilihBerkas

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """The files. Raises ValidationError with a line for every file that is refused."""
        berkas = [b for b in (data if isinstance(data, list | tuple) else [data]) if b]
        if not berkas:
            raise ValidationError("Pilih foto yang akan diunggah.", code="required")
        if len(berkas) > BANYAK_TERBESAR:
            raise ValidationError(
                f"Anda memilih {len(berkas)} foto; paling banyak {BANYAK_TERBESAR} sekali unggah. Unggah bertahap.",
                code="banyak",
            )
        pesan = [galat for b in berkas if (galat := _galat(b))]
        if pesan:
            raise ValidationError([ValidationError(p, code="foto") for p in pesan])
        return berkas


def _galat(berkas: UploadedFile) -> str:
    if not berkas.size:
        return f"“{berkas.name}” kosong. Pilih berkas foto."
    try:
        check_foto(berkas.file or berkas, berkas.size)
    except FotoRefused as galat:
        return f"“{berkas.name}” {galat}"
    return ""


class UploadForm(LaidOutForm, forms.Form):
    """Photos with one caption and one place."""

    def __init__(self, *args: Any, lingkup: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.fields["foto"] = FotoField(
            label="Foto",
            help_text=f"JPEG, PNG, atau WebP, paling besar {UKURAN_TERBESAR // 1024 // 1024} MB dan 25 juta piksel; "
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
        letak = PositionField(lingkup)
        letak.label = f"Program, kegiatan, atau sub kegiatan{OPSIONAL}"
        self.fields["letak"] = letak

    def clean_letak(self) -> Letak:
        """The rows behind the choice."""
        letak: Any = self.fields["letak"]
        hasil: Letak = letak.letak(self.cleaned_data["letak"])
        return hasil


register(
    RowKind(
        kode="dokumentasi",
        form=DokumentasiForm,
        dokumen="dokumentasi",
        nama="foto",
        saudara=("kecamatan", "tahun"),
    )
)
