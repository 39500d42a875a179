"""What every test and every command waits for before it begins: Django with the project, and the root conftest."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

#: Each takes from a tenth of a second to more than all of Django to load, and most tests and commands use none.
HEAVY = {"docx", "fontTools", "hypothesis", "openpyxl", "pikepdf", "playwright", "pyhanko", "weasyprint"}

CODE = f"""
import sys
import django
django.setup()
import tests.conftest
print(*sorted({HEAVY} & set(sys.modules)))
"""


def test_no_heavy_library_is_loaded_before_it_is_used() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.split(), done.stderr) == ([], "")
