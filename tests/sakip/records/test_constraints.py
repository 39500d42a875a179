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
def test_full_clean_says_what_to_do() -> None:
    check_full_clean(CASE)


def test_the_database_refuses() -> None:
    check_database(CASE)


def test_a_valid_row_passes_both() -> None:
    check_valid(VALID)


def test_every_constraint_has_a_case() -> None:
    check_all_have_cases("sakip", CASE)


def test_names_and_messages() -> None:
    check_name_and_message("sakip")
