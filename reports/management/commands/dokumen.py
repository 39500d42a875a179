"""``manage.py dokumen JENIS K T``: one of the documents that stand on their own."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from kecamatan.ground.commands import ProjectCommand, place_argument
from reports.document_command import file_argument, print_dokumen
from reports.official.documents import DOKUMEN_KINDS


class Command(ProjectCommand):
    help = "Mencetak satu dokumen: Perjanjian Kinerja, SK IKU, RKT, matriks Renstra, rencana aksi, atau LKIP."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "jenis",
            metavar="JENIS",
            choices=tuple(DOKUMEN_KINDS),
            help="jenis dokumen: " + ", ".join(DOKUMEN_KINDS),
        )
        place_argument(parser)
        file_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        for row in print_dokumen(options, kind=options["jenis"]):
            self.stdout.write(row)
