"""What a service or a command says when it cannot accept what it was given."""

from collections.abc import Iterator
from contextlib import contextmanager


class InputError(ValueError):
    """Input that cannot be accepted. ``str()`` is one Indonesian line for the user: the value, its place, the remedy.

    Nothing has been written when it is raised out of a service.
    """


class BrokenReference(InputError):
    """Reference data, past the program or by a file of old, are not whole: nothing that stands on them can be shown."""


@contextmanager
def broken_as(refusal: Exception) -> Iterator[None]:
    """Raise ``refusal`` for whatever a library raises of a file: what it raises of a broken one is anything.

    What is no fault of the file goes through: a refusal of our own, and memory that was not enough.
    """
    try:
        yield
    except (InputError, MemoryError):
        raise
    except Exception as error:
        raise refusal from error
