"""Judges other people's data by what it means, and not only by its shape. Each standard is a package of its own."""
