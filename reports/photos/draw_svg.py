"""An SVG on stdin → a PNG on stdout. A program of its own, so that what it may use can be bounded: a drawing of a few
kilobytes can ask for hours and gigabytes. It knows no Django, reads no file and opens no connection.
"""

from __future__ import annotations

import resource
import sys
from typing import Final

import resvg_py

#: Seconds of processor and bytes of memory that one drawing may take; a coat of arms takes a tenth of them.
SECONDS: Final = 2
MEMORY: Final = 1024**3


def main() -> None:
    """Draw it as large as it says it is."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    drawing = sys.stdin.buffer.read().decode("utf-8")
    sys.stdout.buffer.write(resvg_py.svg_to_bytes(svg_string=drawing, skip_system_fonts=True))


if __name__ == "__main__":
    main()
