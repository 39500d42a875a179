"""What the models say is what the migrations make."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

pytestmark = [pytest.mark.one_engine, pytest.mark.django_db]


def test_no_change_of_a_model_lacks_its_migration() -> None:
    said = StringIO()
    try:
        call_command("makemigrations", check_changes=True, dry_run=True, stdout=said)
    except SystemExit:
        pytest.fail(f"ubahan model tanpa migrasi:\n{said.getvalue()}")
