"""What a library raises of a broken file becomes one refusal; what is no fault of the file stays what it is."""

from __future__ import annotations

import pytest

from kecamatan.ground.errors import BrokenReference, InputError, broken_as


@pytest.mark.parametrize("raised", [KeyError("/Pages"), RecursionError(), ValueError("EOF"), OSError("zlib")])
def test_whatever_is_raised_of_a_file_becomes_the_refusal(raised: Exception) -> None:
    with (
        pytest.raises(InputError, match=r"^Berkas rusak\.$") as refused,
        broken_as(InputError("Berkas rusak.")),
    ):
        raise raised
    assert refused.value.__cause__ is raised


@pytest.mark.parametrize("raised", [BrokenReference("Waktu habis."), MemoryError(), KeyboardInterrupt()])
def test_what_is_no_fault_of_the_file_goes_through(raised: BaseException) -> None:
    with pytest.raises(type(raised)) as stopped, broken_as(InputError("Berkas rusak.")):
        raise raised
    assert stopped.value is raised


def test_what_goes_well_is_left_alone() -> None:
    with broken_as(InputError("Berkas rusak.")):
        found = 85
    assert found == 85
