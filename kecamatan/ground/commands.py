"""What every management command of the project shares: Indonesian help, one-line refusals, UTF-8 out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, ProgrammingError, connections
from django.db.models import Q

from kecamatan.ground.arguments import ArgumentParser, tahun
from kecamatan.ground.errors import InputError
from kecamatan.ground.unprepared import REMEDY, is_unprepared
from kecamatan.models import Kecamatan


class ProjectCommand(BaseCommand):
    """A command that ends well with 0, or with 1 and one Indonesian line on stderr, never with a traceback.

    Commands raise :class:`kecamatan.ground.errors.InputError` or CommandError for what the caller can put right.
    What nobody foresaw is one line as well, unless ``--traceback`` asks for more.
    """

    # The checks are about the code, not about this call; script/test and deployment run them.
    requires_system_checks = ()

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """The parser, without Django's English options."""
        parser = ArgumentParser(
            prog=f"{os.path.basename(prog_name)} {subcommand}", description=self.help or None, **kwargs
        )
        self.add_arguments(parser)
        return parser

    def run_from_argv(self, argv: list[str]) -> None:
        """Run as called from a shell."""
        self._called_from_command_line = True
        for channel in (sys.stdout, sys.stderr):
            if hasattr(channel, "reconfigure"):  # a shell with another locale must not garble JSON
                channel.reconfigure(encoding="utf-8")
        try:
            options = vars(self.create_parser(argv[0], argv[1]).parse_args(argv[2:]))
            self.execute(**options)
            sys.stdout.flush()  # here, where a reader who has left is caught, and not when the process ends
        except BrokenPipeError:
            # Who read us has seen enough ("… | head"). What is still buffered has nowhere to go.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        except KeyboardInterrupt:
            self.stderr.write("Dihentikan.")
            sys.exit(130)
        except Exception as error:
            if "--traceback" in argv:
                raise
            self.stderr.write(one_row(error))
            sys.exit(1)
        finally:
            connections.close_all()

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run; what the caller can put right becomes CommandError."""
        try:
            return super().execute(*args, **options)
        except InputError as error:
            raise CommandError(str(error)) from error
        except (OperationalError, ProgrammingError) as error:
            if is_unprepared(error):
                raise CommandError(f"Basis data belum disiapkan. {REMEDY}") from error
            if isinstance(error, ProgrammingError):
                raise
            raise CommandError(
                f"Basis data tidak dapat dipakai: {error}. Pastikan basis data berjalan dan dapat ditulisi,"
                " lalu ulangi."
            ) from error

    def write_json(self, content: object) -> None:
        """Print a value as JSON and nothing else."""
        self.stdout.write(json.dumps(content, ensure_ascii=False, indent=1))


def one_row(error: Exception) -> str:
    """What stderr says about an error."""
    message = " ".join(str(error).split())
    if isinstance(error, CommandError):
        return message
    return (
        f"Perintah terhenti oleh galat yang tidak terduga: {type(error).__name__} {message}".rstrip()
        + ". Ulangi dengan --traceback dan sampaikan keluarannya kepada pengelola sistem."
    )


def place_argument(parser: CommandParser) -> None:
    """Add K and T: the kecamatan and the year that the command is about."""
    parser.add_argument("kecamatan", metavar="K", help="kode wilayah (35.09.10) atau nama (balung)")
    parser.add_argument("tahun", metavar="T", type=tahun, help="tahun, misalnya 2021")


def format_argument(parser: CommandParser) -> None:
    """Add ``--format``."""
    parser.add_argument(
        "--format", choices=("teks", "json"), default="teks", help="bentuk keluaran: teks (bawaan) atau json"
    )


def kecamatan_of(text: str) -> Kecamatan:
    """The kecamatan that a code or a name means. Raises InputError."""
    clean = text.strip()
    kecamatan = (
        Kecamatan.objects.filter(Q(kode=clean) | Q(slug=clean.lower())).select_related("kabupaten").first()
    )
    if kecamatan is None:
        raise InputError(
            f'Kecamatan "{text}" tidak dikenal. Pakai kode seperti 35.09.10 atau nama seperti balung.'
        )
    return kecamatan


def ensure_year(kecamatan: Kecamatan, tahun: int, present: Sequence[int]) -> None:
    """Raise InputError unless the year is one of those with records."""
    if tahun in present:
        return
    advice = (
        f"Tahun yang ada: {', '.join(str(t) for t in sorted(present))}."
        if present
        else "Isi dahulu catatannya di situs."
    )
    raise InputError(f"{kecamatan.nama} belum memiliki catatan tahun {tahun}. {advice}")


def ensure_writable(location: Path) -> Path:
    """The file behind ``location``, links followed. Raises InputError where no file can be written.

    Asked before a long run, so that it does not end at a folder that is not there. Leaves no trace.
    """
    try:
        tujuan = location.resolve()
        if tujuan.is_dir():
            raise InputError(f'"{location}" adalah folder. Tulis nama berkas.')
        if tujuan.exists() and not tujuan.is_file():
            # Renaming over /dev/null would replace the device for everybody.
            raise InputError(f'"{location}" bukan berkas biasa. Pilih nama berkas lain.')
        temporary = _temporary(tujuan)
        temporary.open("xb").close()
        temporary.unlink()
    except OSError as error:
        raise _unwritten(location) from error
    return tujuan


def write_file(files: Mapping[Path, bytes]) -> None:
    """Write whole files, all of them or none. Raises InputError.

    Each is written beside its place and flushed to disk; only when all are there are they renamed.
    """
    tujuan = {location: ensure_writable(location) for location in files}
    written: list[tuple[Path, Path]] = []
    try:
        for location, content in files.items():
            temporary = _temporary(tujuan[location])
            written.append((temporary, tujuan[location]))
            try:
                with temporary.open("xb") as keluaran:
                    keluaran.write(content)
                    keluaran.flush()
                    os.fsync(keluaran.fileno())
            except OSError as error:
                raise _unwritten(location) from error
        for temporary, end in written:
            temporary.replace(end)
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)


def _temporary(tujuan: Path) -> Path:
    return tujuan.with_name(f".{tujuan.name}.{os.getpid()}.sementara")


def _unwritten(location: Path) -> InputError:
    return InputError(
        f'Berkas "{location}" tidak dapat ditulis. Pastikan foldernya ada, boleh ditulisi, dan tidak penuh.'
    )
