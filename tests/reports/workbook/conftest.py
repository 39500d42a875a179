"""What several tests of the workbook begin with."""

import pytest

from kecamatan.models import Kecamatan
from tests.workbook_edits import without_lookups


@pytest.fixture(scope="module")
def lean(mini_workbook: bytes) -> bytes:
    """The workbook of ``mini`` without the lists to choose from, which take longest to read."""
    return without_lookups(mini_workbook)


@pytest.fixture
def exported(mini: Kecamatan, mini_workbook: bytes) -> bytes:
    """The workbook of ``mini``, and the year itself in the database."""
    return mini_workbook
