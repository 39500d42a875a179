"""The engine of the tests finds a name that nothing has (:mod:`tests.template_names`)."""

import pytest
from django.template import engines

from tests.table_tests import each_row


@each_row("source", ["{{ nama }}", "{{ orang.nama }}", '{{ nama|default:"–" }}', "{{ baris.count }}"])
def test_a_name_that_nothing_has_is_told(source: str) -> None:
    with pytest.raises(LookupError, match="a template prints"):
        engines["django"].from_string(source).render({"orang": None, "baris": (1, 2)})


@each_row("source", ["{% if nama %}x{% endif %}", '{% firstof nama "–" %}', "{{ kosong }}"])
def test_what_may_be_missing_is_asked_for(source: str) -> None:
    engines["django"].from_string(source).render({"kosong": ""})
