"""A few of the 10 000 workbooks that script/uji-buku-kerja makes up: each ends in an import or in messages."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan
from reports.workbook.exchange import workbook_import
from tests.random_workbook import random_workbook

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**9))
def test_generated_workbooks_end_in_an_import_or_a_message(lean: bytes, mini: Kecamatan, seed: int) -> None:
    try:
        messages = [
            str(g)
            for g in workbook_import(
                content=random_workbook(lean, seed), nama="acak.xlsx", kabupaten=True
            ).errors
        ]
    except InputError as error:
        messages = [str(error)]
    assert all(messages)
