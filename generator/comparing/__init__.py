"""Two states of a directory: what changed between them, told by meaning and not by lines of YAML."""
