"""Every statement of a part in its first wording: what the others say is asked of the sentences themselves."""

import pytest

from reports.prose import position


@pytest.fixture(autouse=True)
def first_wording(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(position, "_of_report", lambda snapshot: 0)
    monkeypatch.setattr(position, "_APART", 0)
