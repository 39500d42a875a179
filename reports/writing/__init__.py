"""Text that people write for a document: one tidy form of its HTML, and the plain text that stands for it."""

from reports.writing.blocks import rapikan
from reports.writing.text import html_dari_teks, teks_dari_html

__all__ = ["html_dari_teks", "rapikan", "teks_dari_html"]
