"""What published standards fix, as plain tables: known to everybody, knowing nobody."""
