"""What a source says now, brought into a directory that people have edited since: three-way, and nobody's work is lost."""
