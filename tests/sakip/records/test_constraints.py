"""The performance domain: every constraint from both sides."""

from typing import Any

import pytest
from django.db.models import Model

from tests.constraints import (
    Case,
    check_all_have_cases,
    check_database,
    check_full_clean,
    check_name_and_message,
    check_valid,
)
from tests.sakip.records.constraint_cases import plans, reference, year

pytestmark = pytest.mark.django_db

CASE: list[Case] = [*reference.CASE, *plans.CASE, *year.CASE]
VALID: list[tuple[type[Model], dict[str, Any]]] = [*reference.VALID, *plans.VALID, *year.VALID]


@pytest.mark.one_engine
@pytest.mark.parametrize("case", CASE, ids=lambda case: case.nama)
def test_full_clean_says_what_to_do(case: Case) -> None:
    check_full_clean(case)


@pytest.mark.parametrize("case", CASE, ids=lambda case: case.nama)
def test_the_database_refuses(case: Case) -> None:
    check_database(case)


@pytest.mark.parametrize(("model", "change"), VALID)
def test_a_valid_row_passes_both(model: type[Model], change: dict[str, Any]) -> None:
    check_valid(model, change)


def test_every_constraint_has_a_case() -> None:
    check_all_have_cases("sakip", CASE)


def test_names_and_messages() -> None:
    check_name_and_message("sakip")
