"""What several tests of the workbook begin with."""

import pytest

from tests.workbook_edits import without_lookups


@pytest.fixture(scope="module")
def lean(mini_workbook: bytes) -> bytes:
    """The workbook of ``mini`` without the lists to choose from, which take longest to read."""
    return without_lookups(mini_workbook)
