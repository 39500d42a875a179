"""A form of a row with one target, which is typed as one text and stored in four columns."""

from __future__ import annotations

from typing import Any, ClassVar

from sakip.entry.fields import TARGET, TARGET_COLUMNS, ValueField
from sakip.entry.form import RecordForm
from sakip.entry.measured import NO_TARGET

PRINTED_HELP = "Bila dokumen menuliskannya lain, misalnya B (80)."


class TargetForm(RecordForm):
    """A form of a row with one target, typed as one text; ``cetak`` is how the document prints it."""

    error_fields: ClassVar[dict[str, str]] = dict.fromkeys(TARGET_COLUMNS, "target")
    target_required: ClassVar[bool] = True

    def prepare(self) -> None:
        """Add the target before the printed form."""
        super().prepare()
        self.fields["target"] = ValueField(
            TARGET,
            label="target",
            required=self.target_required,
            help_text="Angka (85), huruf (BB), atau rentang (80–90).",
        )
        if "cetak" in self.fields:  # how it is printed comes after what it is
            self.fields["cetak"].help_text = PRINTED_HELP
            self.fields["cetak"] = self.fields.pop("cetak")
        if self.instance.pk is not None:
            self.initial["target"] = target_columns(self.instance)

    @classmethod
    def stored_value(cls, row: Any, nama: str) -> Any:
        """The target of its columns."""
        return target_columns(row) if nama == "target" else super().stored_value(row, nama)

    @classmethod
    def printed_field(cls, nama: str) -> str:
        """That of the target."""
        return "cetak" if nama == "target" else super().printed_field(nama)

    def fill_instance(self) -> None:
        """The four columns of the target as well; one that was not changed is not read anew."""
        super().fill_instance()
        target = self.cleaned_data.get("target")
        if target and target == self.initial.get("target"):
            target = self.cleaned_data["target"] = self.initial["target"]
        for column, nilai in (target or NO_TARGET).items():
            setattr(self.instance, column, nilai)

    def settled(self, columns: set[str]) -> None:
        """The letter that a label named."""
        super().settled(columns)
        if columns & set(TARGET_COLUMNS) and self.cleaned_data.get("target"):
            self.cleaned_data["target"] = target_columns(self.instance)


def target_columns(row: Any) -> dict[str, Any] | None:
    """The target of a row as its field holds it; None where there is none."""
    columns = {nama: getattr(row, nama) for nama in TARGET_COLUMNS}
    return columns if any(nilai not in (None, "") for nilai in columns.values()) else None


def copy_target(row: Any) -> dict[str, Any]:
    """The columns of a row's target as it stands, printed form included."""
    return {nama: getattr(row, nama) for nama in (*TARGET_COLUMNS, "cetak")}
