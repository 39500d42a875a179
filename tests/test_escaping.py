"""What people write is escaped by the templates: no template switches that off, and few modules say what is safe."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

#: The module, and why what it marks holds no word that somebody wrote unescaped.
SAFE = {
    "kecamatan/guide.py": "our own guides, from docs/panduan",
    "kecamatan/views/account.py": "a QR code, drawn by segno from a text of ours",
    "reports/html/fragments.py": "parts of a document as our own templates made them",
    "reports/html/styles.py": "our own stylesheets, with numbers of the setting",
    "reports/html/inline.py": "pieces of format_html",
    "reports/html/tables.py": "attributes of our own words and integers",
    "reports/views/archive.py": "a document as we made it, held by its fingerprint",
    "reports/views/public.py": "the same without what is private, made of it by our own program",
    "reports/html/view.py": "our own drawings, whose texts reports.charts escapes",
    "reports/views/scale.py": "the same",
}


def test_no_template_prints_anything_unescaped() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in (ROOT / "templates").rglob("*.html")
        for found in [re.search(r"\|\s*safe(seq)?\b|autoescape\s+off", path.read_text())]
        if found
    ]
    assert wrong == []


def test_every_module_that_marks_html_as_safe_says_why() -> None:
    marking = {
        str(path.relative_to(ROOT))
        for room in ("kecamatan", "sakip", "reports")
        for path in (ROOT / room).rglob("*.py")
        if "mark_safe(" in path.read_text()
    }
    assert marking == set(SAFE)
