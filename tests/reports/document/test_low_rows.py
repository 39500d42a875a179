"""Columns shared so that rows are low, in a table of 100 micrometres: a percent is one of them."""

import pytest

from reports.document.low_rows import Words, lower_rows

pytestmark = pytest.mark.one_engine

#: Four words of 10: one in a line of 20, two from 10 + 1 + 10 = 21, four from 43.
NAME = Words(column=0, columns=1, rows=1, lines=((10, 10, 10, 10),), besides=0, blank=1)


def beside(*words: int, figure: bool = False) -> Words:
    return Words(column=1, columns=1, rows=1, lines=(words,), besides=0, blank=1, figure=figure)


def test_a_name_gets_what_lowers_its_row_from_a_column_with_room_to_spare() -> None:
    # From 4 lines to 2 for one percent; a single line would take 22 more.
    assert lower_rows([[NAME, beside(5)]], (20, 80), (10, 5), 100) == (21, 79)


def test_a_column_gives_no_more_than_it_needs() -> None:
    assert lower_rows([[NAME, beside(5)]], (20, 80), (10, 80), 100) == (20, 80)


def test_words_may_take_the_lines_that_the_row_has_but_a_figure_stays_in_its_own() -> None:
    # 40 + 1 + 39 = 80: in 79 the two stand in two lines, as many as the name has then.
    assert lower_rows([[NAME, beside(40, 39)]], (20, 80), (10, 40), 100) == (21, 79)
    assert lower_rows([[NAME, beside(40, 39, figure=True)]], (20, 80), (10, 40), 100) == (20, 80)


def test_no_row_gets_higher_that_another_may_be_lower() -> None:
    other = [Words(column=0, columns=1, rows=1, lines=((5,),), besides=0, blank=1), beside(40, 39)]
    assert lower_rows([[NAME, beside(5)], other], (20, 80), (10, 40), 100) == (20, 80)


def test_rows_that_are_low_keep_the_widths_of_their_section() -> None:
    assert lower_rows([[beside(5), beside(5)]], (50, 50), (5, 5), 100) == (50, 50)


def test_two_names_equally_high_get_what_lowers_their_row_together() -> None:
    # Each from 4 lines to 2 for one percent: one alone would lower nothing.
    other = Words(column=2, columns=1, rows=1, lines=((10, 10, 10, 10),), besides=0, blank=1)
    assert lower_rows([[NAME, beside(5), other]], (20, 60, 20), (10, 5, 10), 100) == (21, 58, 21)
    # Nobody has room for the second.
    assert lower_rows([[NAME, beside(5), other]], (20, 60, 20), (10, 59, 10), 100) == (20, 60, 20)


def test_a_cell_over_several_columns_or_rows_counts_as_wide_and_in_its_share() -> None:
    wide = Words(column=0, columns=2, rows=1, lines=((50, 49),), besides=0, blank=1)  # 100 wide, one line
    high = Words(column=0, columns=1, rows=2, lines=((10, 10, 10, 10),), besides=0, blank=1)
    assert wide.height(100) == 1
    assert high.height(20) == 2  # four lines over two rows
    assert lower_rows([[wide], [NAME, beside(5)]], (20, 80), (10, 5), 100) == (21, 79)
