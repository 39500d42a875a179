"""`manage.py db_worker`: the library's command with our worker, under the name that installations start."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django_tasks_db.management.commands import db_worker as library

from sakip.web.pulse import worker_name
from sakip.web.worker import BoundedWorker


class Command(library.Command):
    """Its options are the library's, and one of ours."""

    help = "Menjalankan pekerja dokumen, yang membuat berkas, foto, dan impor di luar permintaan web."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A name by which another worker can tell whether this one still lives."""
        super().add_arguments(parser)
        parser.set_defaults(worker_id=worker_name())
        parser.add_argument(
            "--berkala",
            action="store_true",
            help="Jalankan pula setiap jam kirim_pemberitahuan, kirim_pengingat, hitung_pantauan, bila tanpa timer.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Work, in this process: a change of the code is taken up by starting anew."""
        self.configure_logging(options["verbosity"])
        names = ("interval", "batch", "backend_name", "startup_delay", "max_tasks", "worker_id")
        worker = BoundedWorker(
            queue_names=options["queue_name"].split(","),
            periodic=options["berkala"],
            excluded_queue_names=[name for name in options["exclude_queues"].split(",") if name],
            **{name: options[name] for name in names},
        )
        worker.configure_signals()
        worker.run()
