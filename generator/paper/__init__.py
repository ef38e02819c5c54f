"""Worksheets and booklets on paper: PDFs with tags, made by Typst and finished with pikepdf."""
