"""The library by itself: the same HTML printed by WeasyPrint as it comes, whole, in a process with none of our ways."""

from __future__ import annotations

import time
from multiprocessing.connection import Connection
from pathlib import Path


def library_worker(connection: Connection) -> None:
    """Print each file that is asked for, tagged as ours, and say how many seconds, those of the processor and pages;
    what can be shared between documents is."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    while (asked := connection.recv()) is not None:
        text = Path(asked).read_text(encoding="utf-8")
        start, processor = time.perf_counter(), time.process_time()
        document = HTML(string=text).render(font_config=fonts, pdf_variant="pdf/ua-1")
        document.write_pdf()
        connection.send((time.perf_counter() - start, time.process_time() - processor, len(document.pages)))
