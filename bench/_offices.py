"""What offices make PDFs with instead: LibreOffice from our Word document, dompdf from the same HTML. Each in a process
of its own, start-up included, and only where it is installed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

OFFICE, DOMPDF = "LibreOffice", "dompdf"

#: Packages of Debian that bring them; a benchmark does without, so nothing installs them.
PACKAGES: Final = {OFFICE: "libreoffice-writer-nogui", DOMPDF: "php-cli php-dompdf"}

_DOMPDF: Final = Path("/usr/share/php/dompdf/autoload.php")
_PROGRAM: Final = """
require $argv[1];
$made = new Dompdf\\Dompdf(["tempDir" => $argv[3], "fontCache" => $argv[3]]);
$made->loadHtml(file_get_contents($argv[2]));
$made->render();
file_put_contents($argv[3] . "/" . basename($argv[2], ".html") . ".pdf", $made->output());
"""


def office_commands(html: Path, place: Path) -> dict[str, list[str]]:
    """How each that is installed makes a PDF of the same name in ``place``; our Word document lies beside ``html``."""
    commands = {}
    if office := shutil.which("soffice"):
        word = str(html.with_suffix(".docx"))
        commands[OFFICE] = [office, "--headless", "--convert-to", "pdf", "--outdir", str(place), word]
    if (php := shutil.which("php")) and _DOMPDF.exists():
        unlimited = ["-d", "memory_limit=-1"]
        commands[DOMPDF] = [php, *unlimited, "-r", _PROGRAM, str(_DOMPDF), str(html), str(place)]
    return commands
