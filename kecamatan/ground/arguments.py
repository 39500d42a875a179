"""The command line in Indonesian: argparse's own words, and what it says about wrong arguments."""

from __future__ import annotations

import re
from argparse import SUPPRESS, ArgumentTypeError
from collections.abc import Iterable
from typing import Any, Final, NoReturn

from django.core.management.base import CommandError, CommandParser, DjangoHelpFormatter

SEE_HELP = "Lihat --help."

#: What argparse says about wrong arguments, and what we say. The first that matches counts.
_MESSAGE: Final = (
    (r"the following arguments are required: (.+)", f"Argumen {{0}} belum diisi. {SEE_HELP}"),
    (r"unrecognized arguments: (.+)", f"Argumen {{0}} tidak dikenal. {SEE_HELP}"),
    (
        r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)",
        "Argumen {0}: {1} tidak dikenal. Pilih {2}.",
    ),
    (
        r"argument (.+?): invalid int value: '(.*)'",
        'Argumen {0}: "{1}" bukan bilangan bulat. Tulis misalnya 2.',
    ),
    (
        r"argument (.+?): expected (?:one|at least one) argument",
        f"Argumen {{0}} belum diberi nilai. {SEE_HELP}",
    ),
    (
        r"argument (.+?): not allowed with argument (.+)",
        "Argumen {0} dan {1} tidak dapat dipakai bersama. Pilih satu.",
    ),
    (r"argument (.+?): ignored explicit argument .*", f"Argumen {{0}} tidak memerlukan nilai. {SEE_HELP}"),
    (r"one of the arguments (.+) is required", "Isi salah satu dari argumen {0}."),
    (r"ambiguous option: (.+) could match (.+)", "Argumen {0} dapat berarti {1}. Tulis selengkapnya."),
    (r"argument (.+?): (.+)", "Argumen {0}: {1}"),
)


def translate(message: str) -> str:
    """An error message of argparse → one Indonesian line."""
    for pattern, translation in _MESSAGE:
        if matches := re.fullmatch(pattern, message, re.DOTALL):
            return translation.format(*matches.groups())
    return f"Argumen tidak dapat dibaca ({message}). {SEE_HELP}"


def tahun(text: str) -> int:
    """Argument type: a year of four digits."""
    if not (len(text) == 4 and text.isascii() and text.isdigit()):
        raise ArgumentTypeError(f'"{text}" bukan tahun. Tulis empat angka, misalnya 2021.')
    return int(text)


class HelpFormatter(DjangoHelpFormatter):
    """Help with the common options last, as Django orders them."""

    def add_usage(self, usage: str | None, actions: Iterable[Any], *args: Any, **kwargs: Any) -> None:
        """The line that says how to call the command."""
        super().add_usage(usage, actions, args[0] if args else (), prefix="Pemakaian: ")


class ArgumentParser(CommandParser):
    """A parser that raises CommandError in Indonesian instead of leaving with a usage text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(add_help=False, formatter_class=HelpFormatter, **kwargs)
        self._positionals.title = "Argumen"
        self._optionals.title = "Pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")
        self.add_argument("-v", "--verbosity", type=int, choices=(0, 1, 2, 3), default=1, help=SUPPRESS)
        self.add_argument("--traceback", action="store_true", help="tampilkan jejak galat selengkapnya")
        self.add_argument("--no-color", action="store_true", help="tanpa warna")
        self.add_argument("--force-color", action="store_true", help=SUPPRESS)
        for nama in ("--settings", "--pythonpath"):
            self.add_argument(nama, help=SUPPRESS)

    def error(self, message: str) -> NoReturn:
        """Raise CommandError, whether called from a shell or from a program."""
        raise CommandError(translate(message))
