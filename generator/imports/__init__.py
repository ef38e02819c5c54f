"""Directories that stand elsewhere, made into ours: one format a file, nothing invented, every loss in a report."""
