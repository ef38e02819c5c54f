"""Changes to the curators' files that leave everything around them as it was typed: notes, quotes, order, line ends."""
