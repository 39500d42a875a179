"""The evaluation of last year's akuntabilitas kinerja (LHE): its value, and what is done about each recommendation."""
