"""National crisis lines as data, one file a country; README.md here says how a line gets in."""
