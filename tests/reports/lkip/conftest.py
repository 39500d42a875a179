"""Every statement of a part in its first wording: what the others say is asked of the sentences themselves."""

from collections.abc import Iterator

import pytest

from reports.prose import position
from sakip.snapshot.reads import forget


@pytest.fixture(autouse=True, scope="module")
def first_wording() -> Iterator[None]:
    """For all tests of a file. What is kept of a part is known by what it read, and this it does not read."""
    forget()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(position, "_of_report", lambda snapshot: 0)
        patch.setattr(position, "_APART", 0)
        yield
    forget()
