"""Records that a directory like ours published itself: everything it said comes back as it was typed."""
