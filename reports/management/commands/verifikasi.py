"""Whether a signed PDF is intact, by whom and when it was signed, and which document it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from kecamatan.ground.commands import ProjectCommand, format_argument
from kecamatan.ground.errors import InputError
from reports.signing.verify import Verdict, signature_words, verification_to_dict, verify


class Command(ProjectCommand):
    """Verify, print; exit 1 for a file that was changed, that nobody signed, or whose record here was changed."""

    help = "Memeriksa PDF bertanda tangan tanpa jaringan: utuh atau tidak, oleh siapa, kapan, dokumen mana."

    def add_arguments(self, parser: CommandParser) -> None:
        """F, and the form of the output."""
        parser.add_argument("berkas", metavar="F", type=Path, help="berkas PDF")
        format_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, verify, say."""
        try:
            content = options["berkas"].read_bytes()
        except OSError as error:
            raise InputError(
                f'Berkas "{options["berkas"]}" tidak dapat dibaca. Periksa nama dan izinnya.'
            ) from error
        found = verify(content)
        if options["format"] == "json":
            self.write_json(verification_to_dict(found))
        else:
            self.stdout.write(str(found))
            if found.arsip:
                self.stdout.write(f"Dokumen: {found.arsip}")
            for one in found.signatures:
                self.stdout.write(f"Tanda tangan {signature_words(one)}")
            self.stdout.write(f"SHA-256: {found.sha256}")
        if found.verdict in (Verdict.CHANGED, Verdict.UNSIGNED, Verdict.RECORD_CHANGED):
            raise CommandError(str(found))
