"""`python -m generator` is `waypost`."""

from generator.cli import main

main(prog_name="waypost")
