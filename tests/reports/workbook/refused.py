"""What a workbook is refused with."""

import pytest

from kecamatan.models import Jejak
from reports.workbook.exchange import WorkbookRefused, workbook_import


def mistake(content: bytes) -> list[str]:
    """Every error of a workbook; nothing may have been written."""
    jejak = Jejak.objects.count()
    with pytest.raises(WorkbookRefused) as error:
        workbook_import(content=content, nama="uji.xlsx", apply_changes=True, kabupaten=True)
    assert Jejak.objects.count() == jejak
    sentences = [str(g) for g in error.value.preview.errors]
    assert all("\n" not in one for one in sentences)
    assert str(error.value) == (
        sentences[0] if len(sentences) == 1 else f"{len(sentences)} kesalahan. Yang pertama: {sentences[0]}"
    )
    return sentences
