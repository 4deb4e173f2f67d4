"""A phrase or a figure found in source and tables."""
