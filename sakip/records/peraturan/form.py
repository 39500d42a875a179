"""A row that cites a regulation, chosen from those that are recorded; and those that a kabupaten decides itself."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Any, ClassVar, Final

from django.db.models import Q

from kecamatan.models import Peraturan
from kecamatan.permissions import Hak
from sakip.entry.fields import ChoiceField
from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.entry.value_kinds import Choice
from sakip.text.key_names import new_key

NOT_RECORDED: Final = (
    "Perda, Perbup, atau Keputusan yang belum ada dicatat Bagian Organisasi pada Pengaturan, bagian"
    " Peraturan."
)
"""Where a regulation belongs that is not among those to choose from."""

#: What the citation says before a number or a subject by itself.
_LABEL: Final = re.compile(r"\A(?:nomor|no\.?|tentang)\s+", re.IGNORECASE)


class PeraturanForm(RecordForm):
    """A form of a row with ``peraturan``."""

    def prepare(self) -> None:
        """Offer what may be cited here in the year, and the choice made before; say of each when it ends."""
        super().prepare()
        tahun = self.scope.tahun
        in_force = (Q(berlaku_mulai=None) | Q(berlaku_mulai__lte=tahun)) & (
            Q(berlaku_sampai=None) | Q(berlaku_sampai__gte=tahun)
        )
        offered = Peraturan.objects.offered_to(self.scope.kecamatan.kabupaten_id).filter(in_force)
        chosen = Peraturan.objects.filter(pk=self.instance.peraturan_id)
        self.limit("peraturan", (offered | chosen).select_related("dicabut_oleh"))
        entry: Any = self.fields["peraturan"]
        entry.label_from_instance = attrgetter("with_end")
        entry.help_text = f"Yang ditawarkan: peraturan yang berlaku pada tahun {tahun}. {NOT_RECORDED}"


class PeraturanKabupatenForm(RecordForm):
    """A Perda, a Perbup or a Keputusan of the kabupaten; its citation is made of its parts."""

    yearly = False
    error_fields: ClassVar[dict[str, str]] = {"kode": "nomor", "sebutan": "tentang"}

    class Meta(RecordForm.Meta):
        model = Peraturan
        fields = (
            *("jenis", "nomor", "tahun", "tentang"),
            *("berlaku_mulai", "berlaku_sampai", "dicabut_oleh", "catatan"),
        )
        help_texts: ClassVar = {
            "tentang": "Tanpa kata tentang, misalnya Kedudukan dan Tugas Kecamatan.",
            "berlaku_mulai": "Bila dikosongkan, tahun peraturannya.",
            "berlaku_sampai": "Tahun terakhir peraturan ini boleh dikutip; kosongkan selama berlaku.",
            "dicabut_oleh": "Bila sudah dicabut: peraturan yang mencabutnya.",
        }

    def prepare(self) -> None:
        """The kinds that the kabupaten itself decides; what revokes one is any other that it may cite."""
        kabupaten = self.scope.kecamatan.kabupaten
        kepala = f"{kabupaten.sebutan_kepala_daerah} {kabupaten.nama}"
        kinds = [f"Peraturan Daerah {kabupaten}", f"Peraturan {kepala}", f"Keputusan {kepala}"]
        if self.instance.jenis and self.instance.jenis not in kinds:
            kinds.append(self.instance.jenis)
        pairs = tuple((kind, kind) for kind in kinds)
        jenis = ChoiceField(label="jenis", choices=(("", "---------"), *pairs))
        jenis.value = Choice(choices=pairs)
        self.fields["jenis"] = jenis
        for name in ("nomor", "tahun", "tentang"):
            self.fields[name].required = True
        others = Peraturan.objects.offered_to(kabupaten.pk).exclude(pk=self.instance.pk)
        self.limit("dicabut_oleh", others)

    def clean(self) -> dict[str, Any] | None:
        """Put the citation together, and name a new one for the workbook."""
        super().clean()
        for name in ("nomor", "tentang"):
            if name in self.cleaned_data:
                self.cleaned_data[name] = _LABEL.sub("", self.cleaned_data[name])
        parts = [self.cleaned_data.get(name) for name in ("jenis", "nomor", "tahun", "tentang")]
        if not self.instance.kode:
            used = set(Peraturan.objects.values_list("kode", flat=True))
            name = " ".join(str(part) for part in parts[:3] if part)
            self.instance.kode = new_key(name, used, default="peraturan")
        if all(parts):
            jenis, nomor, tahun, tentang = parts
            self.instance.sebutan = f"{jenis} Nomor {nomor} Tahun {tahun} tentang {tentang}"
            if self.cleaned_data.get("berlaku_mulai") is None and "berlaku_mulai" not in self.errors:
                self.cleaned_data["berlaku_mulai"] = tahun
        return self.cleaned_data


register(RowKind("peraturan", PeraturanKabupatenForm, "pengaturan", "peraturan", hak=Hak.ATUR))
