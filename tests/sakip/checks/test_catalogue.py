"""The catalogue of rules, as a page lists it: every rule has its checks, every check its basis and an example."""

from __future__ import annotations

from sakip.checks import CHECKS, RULES, over_records, questions_of
from sakip.checks.material import BEYOND_SNAPSHOT


def test_every_rule_is_asked_by_a_check() -> None:
    assert {check.rule for check in CHECKS.values()} == set(RULES)


def test_every_check_says_why_and_shows_what_breaks_it() -> None:
    for check in CHECKS.values():
        assert check.basis.endswith("."), check.code
        assert check.example, check.code


def test_what_a_finished_report_has_to_have_is_not_asked_of_a_page() -> None:
    of_report = {
        code for code, check in CHECKS.items() if check.find.__module__.startswith("sakip.checks.report.")
    }
    assert of_report
    assert of_report.isdisjoint(check.code for check in over_records())
    assert all(CHECKS[code].reads & BEYOND_SNAPSHOT for code in of_report)


def test_what_is_typed_in_the_form_of_another_row_is_asked_about_there() -> None:
    assert [one.code for one in questions_of("sakip.indikator")] == ["target-lazim"]
    assert [one.code for one in questions_of("sakip.barispk")] == ["target-lazim"]
