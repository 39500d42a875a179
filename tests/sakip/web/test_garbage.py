"""What nobody can reach is looked for once the answer was sent."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from django.core.signals import request_finished

from sakip.web import garbage

#: Whoever else listens closes connections.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


class Ring:
    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    request_finished.disconnect(dispatch_uid=garbage.__name__)


def test_everything_is_looked_through_after_an_answer_when_it_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    gc.collect()  # the count begins anew
    garbage.collect_between_requests()
    assert gc.get_threshold()[2] > 10
    lost = weakref.ref(ring := Ring())
    gc.collect(1)
    gc.collect(1)  # old by now
    del ring
    request_finished.send(sender=Ring)
    assert lost() is not None
    monkeypatch.setattr(garbage, "_DUE", 0)
    request_finished.send(sender=Ring)
    assert lost() is None
