"""Text files, whose places are columns and lines, into printed tables and lines of text."""
