"""The builders that are measured beside one another: one file a builder, all fed with the same pages."""
