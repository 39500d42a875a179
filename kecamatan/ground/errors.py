"""What a service or a command says when it cannot accept what it was given."""


class InputError(ValueError):
    """Input that cannot be accepted. ``str()`` is one Indonesian line for the user: the value, its place, the remedy.

    Nothing has been written when it is raised out of a service.
    """


class BrokenReference(InputError):
    """Reference data, past the program or by a file of old, are not whole: nothing that stands on them can be shown."""
