"""Fields of text that belong to no record."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from kecamatan.ground.texts import Refused, tidy_text


class TidyField(forms.CharField):
    """A text that is read as those of records are; ``one_line`` has no line breaks."""

    def __init__(self, *, one_line: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.one_line = one_line

    def to_python(self, value: Any) -> str:
        """Read what was typed. Raises ValidationError for what no page can show."""
        try:
            text = tidy_text(str(value or ""))
        except Refused as problem:
            raise ValidationError(str(problem), code="value") from problem
        return super().to_python(" ".join(text.split()) if self.one_line else text) or ""
