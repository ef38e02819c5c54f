"""Worksheets as sheets to fill in: each block with its words, the names of its blanks, and its HTML."""
