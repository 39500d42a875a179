"""The document as PDF/UA-1; the only room that imports weasyprint."""
