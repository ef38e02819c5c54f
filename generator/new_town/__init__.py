"""A town's own site, made from a few answers: a directory to fill, pages to make true, and the look, ready to build."""
