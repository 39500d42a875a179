"""Which fonts and which libraries that set text this machine has: another one, and the same HTML looks otherwise."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from weasyprint.text.ffi import pango

#: Where fontconfig looks by default, and what tells it to choose.
_PLACES: Final = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/etc/fonts",
    "~/.config/fontconfig",
)


@cache
def installed_fonts() -> str:
    """A name for them, the same as long as no file is put there, taken away or changed."""
    told = [f"pango {pango.pango_version()}", *sorted(_files()), os.environ.get("FONTCONFIG_FILE", "")]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _files() -> Iterator[str]:
    for place in _PLACES:
        for folder, _, files in os.walk(Path(place).expanduser()):
            for name in files:
                file = os.path.join(folder, name)
                try:
                    about = os.stat(file)
                except OSError:
                    continue
                yield f"{file} {about.st_size} {about.st_mtime_ns}"
